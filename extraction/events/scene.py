"""Scene: where and when an act took place, and in which operation, as its own sentence tells."""

from collections.abc import Sequence

from extraction.clauses.act import act
from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense
from extraction.dates.pair import APART
from extraction.events.event import PlaceRole
from extraction.lexicon import load
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

_ROLES: dict[str, PlaceRole] = {
    "from": "from",
    "to": "to",
    "near": "near",
    "border": "near",
    "toward": "toward",
    "towards": "toward",
    "into": "to",
}
CONTEXT = frozenset({"container", "dateline", "origin", "attribute", "government"})
"""Categories of place mentions that are no place of an event: what holds a narrower one, a dateline, a home town."""
SPEECH, _FILLERS = (frozenset(load("dates")["speech"][part]) for part in ("verbs", "fillers"))
_NO_NOUNS = frozenset[str]().union(
    *map(words, ("prepositions", "subordinators", "conjunctions", "relatives", "modals", "be", "have", "do"))
)
_JOINTS = (("after",), ("before",))
_BEHIND = (*_JOINTS, ("following",), ("over",))
_CHARGES = frozenset({"for", "of", "over"})
_NOT_PLACES = frozenset({"by", "with", "against", "of", "for", "according to"})


def places_of(
    predicate: Predicate, patients: Sequence[Phrase], mentions: Sequence[Mention], sentence: Sentence
) -> list[tuple[PlaceRole, Mention]]:
    """Return the places in the predicate's own phrases, where a preposition of place or none is before them."""
    spans: list[tuple[int, int, str]] = []
    for preposition, phrases in predicate.adjuncts:
        if preposition not in _NOT_PLACES or (preposition == "for" and _fought_for(phrases[0], sentence)):
            spans += [(*_extent(p), preposition) for p in phrases]
    spans += [
        (*_extent(p), "at")
        for p in patients
        if sense(p).classes & {"place", "named_place", "building", "act"} or p.of is not None
    ]
    if predicate.phrase is not None:
        spans.append((*_extent(predicate.phrase), "at"))
    found: list[tuple[PlaceRole, Mention]] = []
    for mention in mentions:
        if mention.type != "place" or mention.category in CONTEXT:
            continue
        inside = next((word for first, last, word in spans if first <= mention.first < last), None)
        if inside is not None and all(m is not mention for _, m in found):
            found.append((_ROLES.get(mention.category or inside, "at"), mention))
    return found or _where(predicate, mentions, sentence)


def _fought_for(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a place is what was fought for: "the battle for Hit"."""
    before = sentence.words[: max(0, phrase.first - 1)]
    return phrase.mention("place") is not None and before[-1:] != () and before[-1] in words("fights")


def _where(predicate: Predicate, mentions: Sequence[Mention], sentence: Sentence) -> list[tuple[PlaceRole, Mention]]:
    """Return the place that a clause of "where" tells more of: "Ovejas, where the mayor asked for food".

    Or the one of which a toll is told: "Kunduz was worst hit, with 40 people killed".
    """
    if predicate.introduced_by != "where":
        return _toll_place(predicate, mentions, sentence)
    tokens = sentence.tokens
    opens = next((i for i in range(predicate.first, 0, -1) if tokens[i].norm == "where"), 0)
    last = opens - (tokens[opens - 1].text == ",")
    for mention in reversed([m for m in mentions if m.type == "place"]):
        if mention.last == last and mention.category != "container":
            return [("at", mention)] if mention.category not in CONTEXT else []
        if mention.last == last:
            last = mention.first - (tokens[mention.first - 1].text == ",")
    return []


def _toll_place(
    predicate: Predicate, mentions: Sequence[Mention], sentence: Sentence
) -> list[tuple[PlaceRole, Mention]]:
    """The place that is the subject of a clause in which "with" leads to a participle and its number."""
    verb = predicate.verb
    if verb is None or verb.form != "ed" or "with" not in sentence.words[: verb.first]:
        return []
    led = verb.first - sentence.words[verb.first - 1 :: -1].index("with")
    opens = (m for m in mentions if m.type == "place" and m.category not in CONTEXT and m.last < led)
    return [("at", m) for m in opens if m.first == 0 or sentence.words[m.first - 1] in words("openers")][-1:]


def _extent(phrase: Phrase) -> tuple[int, int]:
    last = phrase
    while last.of is not None:
        last = last.of
    return phrase.first, last.last


def dates_of(predicate: Predicate, mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """Return the dates of the act's phrase or clause; else the only one of the sentence on which nobody only speaks."""
    dates = [m for m in mentions if m.type == "date" and m.name in ("at", "since", "until")]
    phrase = predicate.phrase
    inside = [m for m in dates if phrase is not None and _within(m, phrase, sentence)]
    if inside:
        return inside  # "sentenced on Monday for the May 2014 attack"
    dates = [m for m in dates if not _describes(m, sentence) and not _of_the_deed(m, predicate, sentence)]
    marks = {mark.first for mark in predicate.dates}
    own = [m for m in dates if m.first in marks or any(m.first <= first < m.last for first in marks)]
    if own:
        return own[:1] + [m for m in own[1:] if _meet(own[0], m)]
    free = [m for m in dates if m.category != APART and not _of_speech(m, sentence)]
    free = [m for m in free if m.name == "at"] or free
    return free[:1] if all(_meet(free[0], m) for m in free[1:]) else []


def _of_the_deed(mention: Mention, predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a year is that of what somebody is punished for: "jailed for an attack in 2014", "for killing two in"."""
    if predicate.nominal or "convict" not in predicate.groups or mention.first < predicate.last:
        return False
    tokens = sentence.tokens
    if not any(len(t.norm) == 4 and t.norm.isdigit() for t in tokens[mention.first : mention.last]):
        return False
    charged = [p for word, phrases in predicate.adjuncts if word in _CHARGES for p in phrases]
    if any(act(p) not in (None, "life") and p.first < mention.first for p in charged):
        return True
    links = zip(sentence.words[predicate.last :], sentence.words[predicate.last + 1 : mention.first], strict=False)
    return any(link in _CHARGES and word.endswith("ing") for link, word in links)


def _within(mention: Mention, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether the date belongs to the noun of an act: "the 2014 attack", "Friday's attack", "a day after it"."""
    if mention.last > phrase.first:
        return phrase.first <= mention.first < phrase.last
    link = sentence.words[mention.last : phrase.first]
    return link == ("s",) or (mention.category == APART and link in _JOINTS)


def _describes(mention: Mention, sentence: Sentence) -> bool:
    """Whether the date only says which one is meant: "the 2014 attack", "after Monday's attack"."""
    tokens, first, last = sentence.tokens, mention.first, mention.last
    if sentence.words[max(0, first - 1) : first] in _BEHIND and sentence.words[last : last + 1] == ("s",):
        return True
    determined = first > 0 and tokens[first - 1].norm in words("determiners")
    return determined and last < len(tokens) and tokens[last].text.isalpha() and tokens[last].norm not in _NO_NOUNS


def said_on(mentions: Sequence[Mention], sentence: Sentence) -> Mention | None:
    """Return the day on which somebody says what the sentence tells: "police said on Monday"; null where none is."""
    days = (m for m in mentions if m.type == "date" and m.name == "at" and m.when and m.when.precision == "day")
    return next((m for m in days if _of_speech(m, sentence)), None)


def _of_speech(mention: Mention, sentence: Sentence) -> bool:
    """Whether the date is that of a verb of saying right beside it: "said in a statement on Monday", "today said"."""
    if sentence.norms.isdisjoint(SPEECH):
        return False
    tokens, last = sentence.tokens, mention.last
    if last < len(tokens) and tokens[last].norm in SPEECH:
        return True
    first = mention.first - 1
    while first >= 0 and (tokens[first].norm in _FILLERS or tokens[first].capital):
        first -= 1
    return first >= 0 and tokens[first].norm in SPEECH


def _meet(one: Mention, other: Mention) -> bool:
    """Whether two dates share a day: "overnight", "Thursday"."""
    a, b = one.when, other.when
    if a is None or b is None or a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.start <= b.end and b.start <= a.end


def operation_of(predicate: Predicate, mentions: Sequence[Mention]) -> Mention | None:
    """Return the named operation in the predicate's own phrase, else the first that the sentence names."""
    named = [m for m in mentions if m.type == "operation"]
    if predicate.phrase is not None:
        first, last = _extent(predicate.phrase)
        own = next((m for m in named if first <= m.first <= last), None)
        if own is not None:
            return own
    return named[0] if named else None
