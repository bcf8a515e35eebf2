"""Clause: who did what to whom, from the chunks of one sentence: verbs and act-naming nouns with their arguments."""

from collections.abc import Callable, Sequence

from extraction.clauses.act import act
from extraction.clauses.chunk import Chunk, Mark, Phrase, VerbGroup
from extraction.clauses.ellipsis import exchanged, lend_nouns, parted
from extraction.clauses.freight import give_freight
from extraction.clauses.governor import govern
from extraction.clauses.grammar import noun_groups, verb_groups, words
from extraction.clauses.insert import before_insert
from extraction.clauses.inversion import behind_participle
from extraction.clauses.join import join
from extraction.clauses.predicate import Predicate
from extraction.clauses.pronoun import settle_them
from extraction.clauses.relative import relative_object
from extraction.clauses.scan import CLAUSAL, Scan
from extraction.clauses.sense import FORCES, PERSONS
from extraction.clauses.speech import announced
from extraction.clauses.subject import Subjects
from extraction.clauses.voice import is_passive

Antecedent = Callable[[], str | None]
"""Tells the last act-naming noun before the sentence: what "the last", "one" of several stands for."""


def predicates(chunks: Sequence[Chunk], antecedent: Antecedent, *, terse: bool = False) -> list[Predicate]:
    """Return every verb and every act-naming noun of a sentence with its arguments, in order; none where none tells.

    `terse` says that the sentence is a title or standfirst.
    """
    joined = join(chunks)
    if not any(map(_tells, joined)):
        return []
    sentence = _Arguments(Scan(joined), antecedent, terse)
    found: list[Predicate] = []
    for i, chunk in enumerate(joined):
        if isinstance(chunk, VerbGroup):
            told = sentence.verbal(i, chunk)
            found += [told, *parted(told, sentence.scan, i), *exchanged(told)]
    lend_nouns(found)
    _give_purposes(found)
    give_freight(found)
    for i, chunk in enumerate(joined):
        if isinstance(chunk, Phrase):
            found += sentence.nominals(i, chunk, found)
    for predicate in found:
        predicate.terse = terse
    return sorted(found, key=lambda p: (p.first, p.nominal))


def _give_purposes(found: Sequence[Predicate]) -> None:
    """Tell of each coming together and setting out what for: "gathered to demand", "set out to comb the hills"."""
    for errand in (predicate for predicate in found if predicate.word in words("errand_verbs")):
        hanging = (p for p in found if p.verb is not None and p.parent is errand.verb)
        errand.purposes = frozenset(
            p.word for p in hanging if p.verb is not None and p.verb.form in ("infinitive", "ing")
        )


def _tells(chunk: Chunk) -> bool:
    """Whether the chunk is a trigger verb, or names an act or may stand for one named before."""
    host = chunk if isinstance(chunk, Phrase) else None
    while host is not None:
        if act(host) is not None or host.head in words("ones"):
            return True
        host = host.of
    return isinstance(chunk, VerbGroup) and chunk.lemma in verb_groups()


def _only_describes(phrase: Phrase, act_of: Phrase) -> bool:
    """Whether a known act only says who one is: "the mastermind of the bombing", "troops of Operation Barkhane"."""
    if act_of.mention("operation") is not None and act_of is phrase.of:
        return phrase.noun is not None and bool(phrase.noun.classes & (PERSONS | FORCES))
    people = phrase.noun is not None and bool(phrase.noun.classes & PERSONS) and not phrase.noun.plural
    return act_of is phrase.of and people and act_of.determiner == "the" and not act_of.mentions


def _only_meant(phrase: Phrase) -> bool:
    """Whether the act is only wished for or aimed at: "hopes of a ceasefire", "the goal of the operation"."""
    return phrase.head in words("wish_nouns") or (phrase.head in words("aim_nouns") and act(phrase) is None)


class _Arguments:
    """Finds what belongs to each verb and each act-naming noun of one sentence."""

    def __init__(self, scan: Scan, antecedent: Antecedent, terse: bool) -> None:
        self.scan, self.chunks, self.antecedent, self.terse = scan, scan.chunks, antecedent, terse
        self.subjects = Subjects(scan)

    def verbal(self, i: int, group: VerbGroup) -> Predicate:
        """The predicate of the verb group at `i`."""
        objects, after = self.scan.objects(i)
        subjects = behind_participle(self.scan, i, group) or self.speaker(i, self.subjects.of(i))
        objects = objects or relative_object(self.scan, i)
        predicate = Predicate(group.lemma, verb_groups().get(group.lemma, frozenset()), False, group.first, group.last)
        predicate.verb, predicate.parent = group, self.parent(i)
        predicate.introduced_by = self.introducer(i)
        predicate.reported = announced(self.scan, group)
        before = self.chunks[i - 1] if i else None
        outcome = predicate.parent is not None and self.tells_outcome(predicate.parent)
        described = isinstance(before, Phrase) and any(phrase is before for phrase in subjects)
        predicate.describes = group.form == "ing" and described and not group.passive and not outcome
        predicate.controller = self.controller(i, group)
        if predicate.controller is not None and predicate.controller is not before:
            subjects = self.scan.backward(i - 1)
        predicate.adjuncts, predicate.dates = self.scan.adjuncts(after)
        leading, dates = self.scan.leading(i)
        predicate.dates += [c for c in self.chunks[i + 1 : after] if isinstance(c, Mark) and c.tag == "DATE"] + dates
        if is_passive(self.scan, i, has_object=bool(objects), terse=self.terse):
            if not subjects and group.form == "finite":  # "in their possession were found two rifles"
                subjects, objects = objects, ()
            predicate.patients = subjects
            by = next((a for a in predicate.adjuncts if a[0] == "by"), None)
            predicate.agents = by[1] if by else ()
            given = group.lemma in words("give_verbs")
            if objects and (given or act(objects[0]) is None):  # "was named commander": "was named as commander"
                predicate.adjuncts.append(("as", objects))
        else:
            predicate.agents, predicate.patients = subjects, objects
            self.second_object(after, predicate)
        settle_them(predicate, self.scan)
        predicate.adjuncts += leading
        return predicate

    def tells_outcome(self, group: VerbGroup) -> bool:
        """Whether what it leads to happened: "resulted in troops killing two", "footage shows troops killing two"."""
        verb = group.lemma.split()[0]
        if verb in words("showing_verbs"):
            before = self.chunks[: self.chunks.index(group)]
            return any(isinstance(chunk, Phrase) and chunk.head in words("footage") for chunk in before)
        return verb in words("outcome_verbs")

    def speaker(self, i: int, subjects: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """Who speaks, where the subject of the verb at `i` is a pronoun right behind: "the army said it killed"."""
        if len(subjects) != 1 or subjects[0].head not in ("it", "they"):
            return subjects
        k = next((k for k in range(i - 1, 0, -1) if self.chunks[k] is subjects[0]), 0)
        k -= 2 if self.scan.word(k - 1) == "that" else 1
        while k > 0 and (self.scan.tag(k) in ("DATE", "P") or self.scan.tag(k - 1) == "P"):
            k -= 1  # "said on Sunday they had captured"
        verb = self.scan.at(k)
        said = isinstance(verb, VerbGroup) and verb.lemma in words("saying_verbs")
        return (self.subjects.of(k) if said else ()) or subjects

    def controller(self, i: int, group: VerbGroup) -> Phrase | None:
        """What the infinitive at `i` says more of: "a plot to attack", "an attempt by the rebels to attack"."""
        before, whose = self.scan.at(i - 1), self.scan.at(i - 3)
        if group.form != "infinitive" or not isinstance(before, Phrase):
            return None
        planned = self.scan.word(i - 2) == "by" and isinstance(whose, Phrase) and whose.head in words("plot_nouns")
        return whose if planned and isinstance(whose, Phrase) else before

    def second_object(self, after: int, predicate: Predicate) -> None:
        """Tell apart two objects in a row: "named him prime minister", "gave the rebels helicopters"."""
        second, _ = self.scan.forward(after)
        if not predicate.patients or not second or self.scan.opens_clause(after):
            return
        if predicate.word in words("office_verbs"):
            predicate.adjuncts.append(("as", second))
        elif predicate.word in words("give_verbs") and act(second[0]) is None:
            predicate.adjuncts.append(("to", predicate.patients))
            predicate.patients = second

    def parent(self, i: int) -> VerbGroup | None:
        """The verb on which an infinitive or participle at `i` hangs: the nearest before it, else the next one.

        Of a clause with "that" the verb right before it, or before its object: "denied (reports) that".
        """
        group, verbs = self.chunks[i], self.scan.verbs
        if not isinstance(group, VerbGroup):
            return None
        if group.form == "finite":
            k = self.opener(i)
            if k is None or self.chunks[k].word != "that" or not self.is_content(k, i):
                return None
            before = before_insert(self.scan, k)  # "denied a report, carried by a newspaper, that"
            while isinstance(self.scan.at(before), Phrase) and self.scan.tag(before - 1) == "P":
                before -= 2  # "denied reports in the press that"
            said = self.scan.at(before - 1 if isinstance(self.scan.at(before), Phrase) else before)
            return said if isinstance(said, VerbGroup) else None
        near = next((verb for verb in reversed(verbs[:i]) if verb is not None), None)
        return near or next((verb for verb in verbs[i + 1 :] if verb is not None), None)

    def is_content(self, k: int, i: int) -> bool:
        """Whether "that" at `k` opens what is said and no relative clause: the verb at `i` has both its arguments."""
        own = isinstance(self.scan.at(k + 1), Phrase) and bool(self.scan.objects(i)[0])
        return self.chunks[k].tag == "SUB" or own

    def introducer(self, i: int) -> str | None:
        """The subordinator, relative or preposition that opens the clause of the verb at `i`."""
        k = self.opener(i)
        if k is None and self.scan.word(i - 1) == ",":
            k = self.opener_before(i)
        return self.chunks[k].word if k is not None else None

    def opener_before(self, i: int) -> int | None:
        """The "as" or "when" of the clause that a participle at `i` goes on: "as rebels broke the truce, firing at"."""
        group = self.scan.verbs[i]
        before = next((k for k in range(i - 2, -1, -1) if self.scan.verbs[k] is not None), None)
        if before is None or group is None or group.form != "ing":
            return None
        opener, shared = self.opener(before), self.subjects.of(before)
        timed = opener is not None and self.chunks[opener].word in ("as", "when")
        return opener if timed and shared and self.subjects.of(i) is shared else None

    def opener(self, i: int) -> int | None:
        """The index of what opens the clause of the verb at `i`; null where nothing does."""
        for k in range(i - 1, -1, -1):
            chunk = self.chunks[k]
            if chunk.tag in ("SUB", "REL") or chunk.word in CLAUSAL or (chunk.tag == "P" and k == i - 1):
                return k
            verb = self.scan.verbs[k]
            if verb is not None and not (verb.form == "ed" and isinstance(self.scan.at(k - 1), Phrase)):
                return None  # but past "planted", which is inside the clause: "when a bomb planted by rebels exploded"
        return None

    def nominals(self, i: int, phrase: Phrase, verbs: Sequence[Predicate]) -> list[Predicate]:
        """The acts that the phrase at `i` and its "of" complements name."""
        found: list[Predicate] = []
        host: Phrase | None = None if _only_meant(phrase) else phrase
        while host is not None and not _only_describes(phrase, host):
            named = act(host) or (self.one_of_them(i, host) if host.head in words("ones") else None)
            if named is not None:
                predicate = Predicate(
                    named, noun_groups()[named], True, max(host.first, host.last - len(named.split())), host.last
                )
                predicate.phrase = host
                predicate.adjuncts, predicate.dates = self.scan.adjuncts(self.scan.forward(i)[1])
                govern(predicate, phrase, verbs)
                found.append(predicate)
            host = host.of
        return found

    def one_of_them(self, i: int, phrase: Phrase) -> str | None:
        """The act that "one", "the last" stands for (`phrase`), where its verb says that it happened or was done."""
        following = self.scan.at(i + 1)
        done = isinstance(following, VerbGroup) and (
            following.lemma in ("occur", "happen", "take place")
            or (following.passive and following.lemma in words("light_verbs"))
        )
        return self.antecedent() if done and phrase.noun is None else None
