"""Clause: who did what to whom, from the chunks of one sentence: verbs and act-naming nouns with their arguments."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.chunk import Chunk, Mark, Phrase, VerbGroup
from extraction.grammar import noun_groups, verb_groups, words
from extraction.sense import PERSONS

_CLAUSAL = frozenset({"after", "before", "since", "until", "as", "than"})
_TRANSITIVE = frozenset(
    {"kill", "arrest", "injure", "destroy", "abduct", "find", "defuse", "convict", "release", "overrun"}
)
_STOPS = frozenset({";", ":"})
_ASIDES = frozenset({"despite", "amid", "amidst", "like", "unlike", "than", "including", "concerning", "regarding"})


@dataclass(slots=True, eq=False)
class Predicate:
    """One act that the sentence names, by a verb or a noun, with its arguments.

    `agents` did it, `patients` had it done to them, as the grammar tells; `adjuncts` are its prepositional phrases.
    """

    word: str
    groups: frozenset[str]
    nominal: bool
    first: int
    last: int
    """Tokens of the trigger itself."""
    agents: tuple[Phrase, ...] = ()
    patients: tuple[Phrase, ...] = ()
    adjuncts: list[tuple[str, tuple[Phrase, ...]]] = field(default_factory=list)
    dates: list[Mark] = field(default_factory=list)
    phrase: Phrase | None = None
    """Of a nominal: the noun phrase that names the act."""
    verb: VerbGroup | None = None
    """The verb itself, or the one that governs the noun phrase."""
    role: str | None = None
    """Of a nominal: `subject`, `object` or `adjunct` of its verb."""
    parent: VerbGroup | None = None
    """The verb on which this one hangs: "continued to attack", "fled, killing two"."""
    controller: Phrase | None = None
    """Of an infinitive: the phrase right before it, "the need to", "efforts to"."""
    introduced_by: str | None = None
    """The word that opens its clause: `if`, `after`, `who`, `by` …"""


def predicates(chunks: Sequence[Chunk], antecedent: str | None = None) -> list[Predicate]:
    """Return every verb and every act-naming noun of a sentence with its arguments, in order.

    `antecedent` is the last act-naming noun before this sentence: what "the last", "one" of several stands for.
    """
    joined = join(chunks)
    sentence = _Sentence(joined, antecedent)
    found = [sentence.verbal(i, c) for i, c in enumerate(joined) if isinstance(c, VerbGroup)]
    for i, chunk in enumerate(joined):
        if isinstance(chunk, Phrase):
            found += sentence.nominals(i, chunk, found)
    return sorted(found, key=lambda p: (p.first, p.nominal))


def join(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Hang each "of …" on the phrase before it, and each apposition on the phrase that it names."""
    found: list[Chunk] = []
    for chunk in chunks:
        if isinstance(chunk, Phrase) and _consists(found):
            del found[-2 - (_word(found[-3]) == ",") :]
            found[-1].of = chunk  # type: ignore[union-attr]
            continue
        if _word(chunk) == "of" and found and _word(found[-1]) == "out":
            found[-1] = Mark(found[-1].first, chunk.last, "P", "out of")
            continue
        if isinstance(chunk, Phrase) and len(found) >= 2 and _word(found[-1]) == "of" and isinstance(found[-2], Phrase):
            found.pop()
            host = found[-1]
            while isinstance(host, Phrase) and host.of is not None:
                host = host.of
            if isinstance(host, Phrase):
                host.of = chunk
            continue
        if isinstance(chunk, Phrase) and len(found) >= 2 and _word(found[-1]) == ",":
            host = found[-2]
            if isinstance(host, Phrase) and host.apposition is None and _names(host, chunk):
                found.pop()
                host.apposition = chunk
                continue
        found.append(chunk)
    return found


def _consists(found: Sequence[Chunk]) -> bool:
    """The chunks so far end in "…, consisting of" behind a phrase without an "of" of its own."""
    if (
        len(found) < 3
        or _word(found[-1]) != "of"
        or not isinstance(found[-2], VerbGroup)
        or found[-2].lemma not in ("consist", "compose", "comprise")
    ):
        return False
    host = found[-4] if _word(found[-3]) == "," and len(found) > 3 else found[-3]
    return isinstance(host, Phrase) and host.of is None


def _names(host: Phrase, other: Phrase) -> bool:
    """One is a person's name and the other a description of one person: "the Taliban leader, Mahmud"."""
    if host.number is not None and host.number.name == "count" and host.number.number is not None:
        low = host.number.number.low
        if low is not None and low > 1:
            return False
    named, described = other.mention("person"), host.mention("person")
    if named is not None and described is None:
        return host.noun is not None and not host.noun.plural and bool(host.noun.classes & PERSONS)
    return (
        described is not None
        and named is None
        and other.noun is not None
        and not other.noun.plural
        and other.determiner in ("a", "an", "the")
    )


def _word(chunk: Chunk) -> str:
    return chunk.word if isinstance(chunk, Mark) else ""


class _Sentence:
    """The chunks of one sentence and the questions that finding arguments asks of them."""

    def __init__(self, chunks: Sequence[Chunk], antecedent: str | None) -> None:
        self.chunks, self.antecedent = chunks, antecedent
        for i, chunk in enumerate(chunks):
            if isinstance(chunk, VerbGroup) and chunk.base and self.tag(i - 1) == "CC":
                before = next((c for c in reversed(chunks[:i]) if isinstance(c, VerbGroup)), None)
                if before is not None and before.form == "infinitive":
                    chunk.form = "infinitive"

    def verbal(self, i: int, group: VerbGroup) -> Predicate:
        """The predicate of the verb group at `i`."""
        objects, after = self.forward(i + 1)
        subjects = self.subjects(i)
        predicate = Predicate(group.lemma, verb_groups().get(group.lemma, frozenset()), False, group.first, group.last)
        predicate.verb, predicate.parent = group, self.parent(i)
        predicate.introduced_by = self.introducer(i)
        before = self.chunks[i - 1] if i else None
        predicate.controller = before if isinstance(before, Phrase) and group.form == "infinitive" else None
        predicate.adjuncts, predicate.dates = self.adjuncts(after)
        leading, dates = self.leading(i)
        predicate.dates += dates
        if self.is_passive(i, group, bool(objects), predicate.groups):
            predicate.patients = subjects
            by = next((a for a in predicate.adjuncts if a[0] == "by"), None)
            predicate.agents = by[1] if by else ()
        else:
            predicate.agents, predicate.patients = subjects, objects
        predicate.adjuncts += leading
        return predicate

    def is_passive(self, i: int, group: VerbGroup, has_object: bool, groups: frozenset[str]) -> bool:
        """A bare participle after a noun is passive where it has no object and its verb wants one."""
        if group.passive or group.form != "ed":
            return group.passive
        if has_object:
            return False
        following = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        return (
            _word(following) == "by"
            if following is not None and not groups & _TRANSITIVE
            else bool(groups & _TRANSITIVE)
        )

    def forward(self, i: int) -> tuple[tuple[Phrase, ...], int]:
        """The coordinated phrases that begin at `i`, and the index after them; dates between are passed over."""
        while i < len(self.chunks) and isinstance(self.chunks[i], Mark) and self.chunks[i].tag == "DATE":  # type: ignore[union-attr]
            i += 1
        if i >= len(self.chunks):
            return (), i
        head = self.chunks[i]
        if not isinstance(head, Phrase):
            return (), i
        found, i = [head], i + 1
        while (following := self.joined(i)) is not None:
            phrase = self.chunks[following]
            if not isinstance(phrase, Phrase):
                break
            found.append(phrase)
            i = following + 1
        return tuple(found), i

    def joined(self, i: int) -> int | None:
        """The index of the phrase that a comma or conjunction at `i` joins on; null where a new clause begins."""
        j = i
        while j < len(self.chunks) and (_word(self.chunks[j]) == "," or self.tag(j) == "CC"):
            j += 1
        if j == i or j - i > 2 or j >= len(self.chunks) or not isinstance(self.chunks[j], Phrase):
            return None
        if self.tag(j - 1) != "CC" and not self.list_goes_on(j):
            return None
        after = self.chunks[j + 1] if j + 1 < len(self.chunks) else None
        new_clause = isinstance(after, VerbGroup) and after.form in ("finite", "ed")
        return None if new_clause else j

    def list_goes_on(self, j: int) -> bool:
        """Whether the list after a bare comma at `j` reaches a conjunction before anything else."""
        while j < len(self.chunks):
            if self.tag(j) == "CC":
                return (
                    isinstance(self.chunks[j + 1] if j + 1 < len(self.chunks) else None, Phrase)
                    or self.tag(j + 1) == "P"
                )
            if not isinstance(self.chunks[j], Phrase) and _word(self.chunks[j]) != ",":
                return False
            j += 1
        return False

    def tag(self, i: int) -> str:
        chunk = self.chunks[i] if 0 <= i < len(self.chunks) else None
        return chunk.tag if isinstance(chunk, Mark) else ""

    def subjects(self, i: int) -> tuple[Phrase, ...]:
        """The phrases that are the subject of the verb at `i`."""
        group = self.chunks[i]
        if isinstance(group, VerbGroup) and group.form == "ing" and self.tag(i - 1) == "P":
            return self.main_subjects(i - 1) or self.main_after(i)
        j = self.before_insert(i)
        crossed_comma = _word(self.chunks[i - 1]) == "," if i else False
        while j >= 0:
            chunk = self.chunks[j]
            if isinstance(chunk, Phrase):
                if self.tag(j - 1) == "P" and _word(self.chunks[j - 1]) not in _CLAUSAL and not self.reduced(i, j):
                    j -= 2
                    continue
                if self.is_object_of_insert(i, j):
                    j -= 1
                    continue
                if isinstance(group, VerbGroup) and group.form == "ing" and crossed_comma:
                    return self.main_subjects(j)
                return self.backward(j)
            if isinstance(chunk, VerbGroup):
                if not (
                    _finite(group)
                    and chunk.form in ("ed", "ing", "infinitive")
                    and j
                    and not _finite(self.chunks[j - 1])
                ):
                    return self.subjects(j)
                j -= 1
                continue
            if chunk.tag == "CC" and isinstance(self.chunks[j - 1] if j else None, VerbGroup) and j < i - 1:
                j -= 1
                continue
            if chunk.tag == "REL":
                j -= 2 if j and _word(self.chunks[j - 1]) == "," else 1
                return self.backward(j) if j >= 0 and isinstance(self.chunks[j], Phrase) else ()
            if chunk.tag == "CC":
                return self.shared(j)
            if chunk.tag == "SUB" or _word(chunk) in _CLAUSAL or _word(chunk) in _STOPS:
                return self.main_after(i)
            j -= 1
        return self.main_after(i)

    def reduced(self, i: int, j: int) -> bool:
        """Whether the verb at `i` stands right behind the phrase at `j` and describes it: "of militants captured in"."""
        group = self.chunks[i]
        if not isinstance(group, VerbGroup) or j != i - 1:
            return False
        return group.form == "ing" or (group.form == "ed" and not self.forward(i + 1)[0])

    def is_object_of_insert(self, i: int, j: int) -> bool:
        """Whether the phrase at `j` is the object of a participle or infinitive that describes the subject of a finite verb."""
        before = self.chunks[j - 1] if j else None
        return _finite(self.chunks[i]) and isinstance(before, VerbGroup) and before.form != "finite"

    def main_subjects(self, j: int) -> tuple[Phrase, ...]:
        """The subject of the nearest verb before `j`, else the phrase at `j`: ", killing two" shares its main verb's."""
        for k in range(j, -1, -1):
            if isinstance(self.chunks[k], VerbGroup):
                return self.subjects(k)
        return self.backward(j) if isinstance(self.chunks[j], Phrase) else ()

    def main_after(self, i: int) -> tuple[Phrase, ...]:
        """The subject of the main verb that follows an opening clause: "After crossing the river, they …"."""
        group = self.chunks[i]
        if not isinstance(group, VerbGroup) or group.form != "ing":
            return ()
        for k in range(i + 1, len(self.chunks)):
            following = self.chunks[k]
            if isinstance(following, VerbGroup) and following.form == "finite" and _word(self.chunks[k - 1]) != ",":
                return self.backward(k - 1) if isinstance(self.chunks[k - 1], Phrase) else ()
        return ()

    def before_insert(self, i: int) -> int:
        """The index to look from for the subject of the verb at `i`: before a comma-bracketed insert, if there is one."""
        if not i or _word(self.chunks[i - 1]) != ",":
            return i - 1
        for k in range(i - 2, -1, -1):
            if _word(self.chunks[k]) == ",":
                opener = self.chunks[k + 1]
                if isinstance(opener, Mark) and opener.tag in ("REL", "P", "DATE", "SUB"):
                    return k - 1
                if isinstance(opener, VerbGroup) and opener.form in ("ed", "ing"):
                    return k - 1
                return i - 1
        return i - 1

    def shared(self, j: int) -> tuple[Phrase, ...]:
        """The subject of the verb with which a conjunction at `j` joins another one."""
        for k in range(j - 1, -1, -1):
            if isinstance(self.chunks[k], VerbGroup):
                return self.subjects(k)
            if self.tag(k) in ("SUB",) or _word(self.chunks[k]) in _STOPS:
                return ()
        return ()

    def backward(self, j: int) -> tuple[Phrase, ...]:
        """The coordinated phrases that end at `j`."""
        last = self.chunks[j]
        if not isinstance(last, Phrase):
            return ()
        found, conjunction = [last], False
        while j >= 2:
            if self.tag(j - 1) == "CC":
                conjunction, k = True, j - 2
            elif _word(self.chunks[j - 1]) == "," and conjunction:
                k = j - 2
            else:
                break
            if k >= 1 and _word(self.chunks[k]) == ",":
                k -= 1
            before = self.chunks[k] if k >= 0 else None
            if (
                not isinstance(before, Phrase)
                or self.tag(k - 1) == "P"
                or (k and isinstance(self.chunks[k - 1], VerbGroup))
            ):
                break
            found.insert(0, before)
            j = k
        return tuple(found)

    def adjuncts(self, i: int) -> tuple[list[tuple[str, tuple[Phrase, ...]]], list[Mark]]:
        """The prepositional phrases and dates from `i` up to the next clause."""
        found: list[tuple[str, tuple[Phrase, ...]]] = []
        dates: list[Mark] = []
        while i < len(self.chunks):
            chunk = self.chunks[i]
            if isinstance(chunk, VerbGroup) or self.tag(i) in ("REL", "SUB") or _word(chunk) in _STOPS:
                break
            if isinstance(chunk, Mark) and chunk.tag == "DATE":
                dates.append(chunk)
            elif isinstance(chunk, Mark) and chunk.tag == "P":
                if chunk.word in _ASIDES:
                    i = next((k for k in range(i, len(self.chunks)) if _word(self.chunks[k]) == ","), len(self.chunks))
                    continue
                phrases, after = self.forward(i + 1)
                following = self.chunks[after] if after < len(self.chunks) else None
                if (
                    phrases
                    and chunk.word in _CLAUSAL
                    and isinstance(following, VerbGroup)
                    and following.form == "finite"
                ):
                    break
                if phrases:
                    found.append((chunk.word, phrases))
                    i = after
                    continue
            elif isinstance(chunk, Phrase) and self.opens_clause(i):
                break
            i += 1
        return found, dates

    def opens_clause(self, i: int) -> bool:
        following = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        return isinstance(following, VerbGroup) and following.form in ("finite", "ed")

    def leading(self, i: int) -> tuple[list[tuple[str, tuple[Phrase, ...]]], list[Mark]]:
        """The prepositional phrases and dates before the verb at `i`, back to the verb before it."""
        start = next((k + 1 for k in range(i - 1, -1, -1) if isinstance(self.chunks[k], VerbGroup)), 0)
        for k in range(i - 1, start - 1, -1):
            if self.tag(k) in ("REL", "SUB") or _word(self.chunks[k]) in _STOPS:
                start = k + 1
                break
        if start and isinstance(self.chunks[start - 1], VerbGroup):
            breaks = [k for k in range(start, i) if _word(self.chunks[k]) == "," or self.tag(k) == "CC"]
            start = breaks[0] if breaks else i
        found: list[tuple[str, tuple[Phrase, ...]]] = []
        dates: list[Mark] = []
        for k in range(start, i):
            chunk = self.chunks[k]
            if isinstance(chunk, Mark) and chunk.tag == "DATE":
                dates.append(chunk)
            elif isinstance(chunk, Mark) and chunk.tag == "P":
                phrases, _ = self.forward(k + 1)
                if phrases:
                    found.append((chunk.word, phrases))
        return found, dates

    def parent(self, i: int) -> VerbGroup | None:
        """The verb on which an infinitive or participle at `i` hangs: the nearest before it, else the next one."""
        group = self.chunks[i]
        if not isinstance(group, VerbGroup) or group.form == "finite":
            return None
        for k in [*range(i - 1, -1, -1), *range(i + 1, len(self.chunks))]:
            other = self.chunks[k]
            if isinstance(other, VerbGroup):
                return other
        return None

    def introducer(self, i: int) -> str | None:
        """The subordinator, relative or preposition that opens the clause of the verb at `i`."""
        for k in range(i - 1, -1, -1):
            chunk = self.chunks[k]
            if isinstance(chunk, VerbGroup):
                return None
            if isinstance(chunk, Mark) and (
                chunk.tag in ("SUB", "REL") or chunk.word in _CLAUSAL or (chunk.tag == "P" and k == i - 1)
            ):
                return chunk.word
        return None

    def nominals(self, i: int, phrase: Phrase, verbs: Sequence[Predicate]) -> list[Predicate]:
        """The acts that the phrase at `i` and its "of" complements name."""
        found: list[Predicate] = []
        host: Phrase | None = phrase
        while host is not None:
            named = act(host) or self.one_of_them(i, host)
            if named is not None:
                predicate = Predicate(
                    named, noun_groups()[named], True, max(host.first, host.last - len(named.split())), host.last
                )
                predicate.phrase = host
                predicate.adjuncts, predicate.dates = self.adjuncts(self.forward(i)[1])
                self.govern(predicate, phrase, verbs)
                found.append(predicate)
            host = host.of
        return found

    def one_of_them(self, i: int, phrase: Phrase) -> str | None:
        """The act that "one", "the last" stands for, where its verb says that it happened or was done."""
        following = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        done = isinstance(following, VerbGroup) and (
            following.lemma in ("occur", "happen", "take place")
            or (following.passive and following.lemma in words("light_verbs"))
        )
        return self.antecedent if done and phrase.noun is None and phrase.head in words("ones") else None

    def govern(self, predicate: Predicate, phrase: Phrase, verbs: Sequence[Predicate]) -> None:
        """Find the verb that governs the phrase, and what the act takes from it."""
        for verb in verbs:
            role = _role(phrase, verb)
            if role is not None:
                predicate.verb, predicate.role, predicate.parent = verb.verb, role, verb.parent
                predicate.introduced_by, predicate.controller = verb.introduced_by, verb.controller
                predicate.adjuncts += [a for a in verb.adjuncts if a not in predicate.adjuncts and phrase not in a[1]]
                predicate.dates += [d for d in verb.dates if d not in predicate.dates]
                if role == "object" and verb.word in words("light_verbs"):
                    predicate.agents = verb.agents
                elif role == "object" and verb.word in words("suffer_verbs"):
                    predicate.patients = verb.agents
                elif role == "subject" and verb.verb is not None and verb.patients and phrase in verb.patients:
                    predicate.agents = verb.agents
                return


def _finite(chunk: Chunk) -> bool:
    return isinstance(chunk, VerbGroup) and chunk.form == "finite"


def _role(phrase: Phrase, verb: Predicate) -> str | None:
    if verb.verb is not None and verb.agents and phrase in verb.agents and phrase.first > verb.verb.first:
        return "adjunct"
    passive = phrase in verb.patients and verb.verb is not None and phrase.first < verb.verb.first
    if phrase in verb.agents or passive:
        return "subject"
    if phrase in verb.patients:
        return "object"
    return "adjunct" if any(phrase in phrases for _, phrases in verb.adjuncts) else None


def act(phrase: Phrase) -> str | None:
    """Return the longest act-naming noun at the end of the phrase; null where its head names no act."""
    named = phrase.mentions[-1] if phrase.mentions else None
    if phrase.pronoun or (
        named is not None and named.last == phrase.last and named.type in ("place", "actor", "person")
    ):
        return None
    for start in range(max(0, len(phrase.norms) - 5), len(phrase.norms)):
        name = " ".join(phrase.norms[start:])
        if name in noun_groups():
            return name
    return None
