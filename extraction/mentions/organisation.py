"""Organisation: bodies that the lexicon does not hold, read from how their names are put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from extraction.lexicon import load
from extraction.mentions.nationality import adjective, countries, country_name, nationalities
from extraction.sentences.capital import headline
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Sentence, Token

_ORDINALS = ("st", "nd", "rd", "th")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that a sentence names, from token `first` up to `last`."""

    first: int
    last: int
    name: str
    category: str
    country_code: str | None = None


@dataclass(frozen=True)
class _Words:
    heads: dict[str, str]
    weak: dict[str, str]
    bodies: dict[str, str]
    complement: frozenset[str]
    generic: frozenset[str]
    fields: frozenset[str]
    outside: frozenset[str]
    possessors: frozenset[str]

    @cached_property
    def last(self) -> frozenset[str]:
        """The words that end a body's name."""
        return frozenset(self.heads.keys() | self.weak.keys())


@cache
def _words() -> _Words:
    data = load("organisations")
    sets = {key: frozenset(data[key]) for key in ("complement", "fields", "generic", "outside", "possessors")}
    return _Words(data["heads"], data["weak"], data["bodies"], **sets)


@cache
def _bodies() -> Matcher[str]:
    return Matcher((body, body) for body in _words().bodies)


@cache
def _offices() -> Matcher[str]:
    return Matcher((office, office) for office in load("organisations")["offices"])


def national_bodies(sentence: Sentence) -> Iterator[Organisation]:
    """Yield what a country has: "the Iraqi government", "Jordan's army", "Government of Iraq", "foreign ministry"."""
    if not _bodies().openers.isdisjoint(sentence.norms):
        yield from _owned_bodies(sentence)
    for first, last, office in _offices().within(sentence):
        yield Organisation(first, last, _title(office), "government")


def _owned_bodies(sentence: Sentence) -> Iterator[Organisation]:
    tokens, bodies, owners = sentence.tokens, _bodies(), list(countries(sentence))
    for mention in nationalities(sentence):
        found = bodies.at(tokens, mention.last) if mention.last < len(tokens) else None
        if found is not None and mention.country_code is not None:
            yield _body(mention.first, found[0], found[1], mention.country_code)
    for first, last, code in owners:
        if last + 1 < len(tokens) and tokens[last].norm == "s" and (found := bodies.at(tokens, last + 1)):
            yield _body(first, found[0], found[1], code)
    if owners:
        yield from _bodies_of(sentence, {first: (last, code) for first, last, code in owners})


def _bodies_of(sentence: Sentence, owners: dict[int, tuple[int, str]]) -> Iterator[Organisation]:
    tokens = sentence.tokens
    for first, last, body in _bodies().within(sentence):
        after = last + 2 if last + 1 < len(tokens) and tokens[last + 1].norm == "the" else last + 1
        if last < len(tokens) and tokens[last].norm == "of" and after in owners:
            yield _body(first, owners[after][0], body, owners[after][1])


def _body(first: int, last: int, body: str, code: str) -> Organisation:
    plain = body == "government"
    name = f"Government of {country_name(code)}" if plain else f"{adjective(code)} {_title(body)}"
    return Organisation(first, last, name, _words().bodies[body], code)


def _title(words: str) -> str:
    return " ".join(w if w in ("of", "the") else w.capitalize() for w in words.split())


def named_bodies(sentence: Sentence) -> Iterator[Organisation]:
    """Yield the runs in capitals that end in a word such as Battalion, Council, Ministry ("71st Border Battalion").

    A headline yields none: its capitals mark no names.
    """
    known = _words()
    if known.last.isdisjoint(sentence.norms) or headline(sentence):
        return
    for at in sentence.capitals:
        found = _run(sentence, at, known) if sentence.tokens[at].norm in known.last else None
        if found is not None:
            yield found


def _run(sentence: Sentence, at: int, known: _Words) -> Organisation | None:
    tokens = sentence.tokens
    if at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].norm not in known.outside:
        return None
    first = _beginning(tokens, at, known)
    last = _end(tokens, at, known) if tokens[at].norm in known.complement else at + 1
    if not _names(tokens[first:at], tokens[at].norm, last > at + 1, known):
        return None
    category = known.heads.get(tokens[at].norm) or known.weak[tokens[at].norm]
    return _owned(sentence, Organisation(first, last, sentence.wording(first, last), category))


def _beginning(tokens: Sequence[Token], at: int, known: _Words) -> int:
    first = at
    while first > 0:
        before = tokens[first - 1]
        if before.norm == "s" and first > 1 and tokens[first - 2].norm in known.possessors:
            first -= 2
        elif not _continues(before, tokens[first], known):
            break
        else:
            first -= 1
    return first


def _continues(before: Token, after: Token, known: _Words) -> bool:
    if before.norm in known.outside or not before.text[0].isalnum():
        return False
    ordinal = before.text[0].isdigit() and before.text.endswith(_ORDINALS)
    return before.capital or ordinal or after.glued


def _end(tokens: Sequence[Token], at: int, known: _Words) -> int:
    """Take "of" or "for" and the words in capitals after it into the name: "Ministry of Peshmerga Affairs"."""
    last = at + 1
    if last >= len(tokens) or tokens[last].norm not in ("of", "for"):
        return at + 1
    last += 1
    if last < len(tokens) and tokens[last].norm == "the":
        last += 1
    start = last
    while last < len(tokens) and (tokens[last].capital or tokens[last].glued) and tokens[last].text[0].isalnum():
        last += 1
    named = last > start and tokens[start].norm not in known.outside
    return last if named else at + 1


def _names(before: Sequence[Token], head: str, complemented: bool, known: _Words) -> bool:
    if complemented:
        return True
    if not before or (head == "department" and before[-1].norm not in known.fields):
        return False
    proper = [t for t in before if t.norm not in known.generic and t.norm != "s"]
    return bool(proper) or (head in known.heads and len(before) > 1)


def _owned(sentence: Sentence, found: Organisation) -> Organisation:
    """Set the country where the name begins with a nationality, or stands after a country's possessive."""
    for mention in nationalities(sentence):
        if mention.first == found.first:
            return replace(found, country_code=mention.country_code)
    for _, last, code in countries(sentence):
        if last + 1 == found.first and sentence.tokens[last].norm == "s":
            return replace(found, country_code=code)
    return found
