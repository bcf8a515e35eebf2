"""Scan: the chunks of a sentence, and how phrases hang together in them to the left and to the right."""

from collections.abc import Sequence

from extraction.clauses.chunk import Chunk, Mark, Phrase, VerbGroup
from extraction.clauses.grammar import words

CLAUSAL = frozenset({"after", "before", "since", "until", "as", "than"})
"""Prepositions that also open a clause."""
STOPS = frozenset({";", ":"})
_BORDERS = frozenset({"REL", "SUB"})
_THROUGH = frozenset({"into", "through"})
_AIMS = {"shoot": frozenset({"at", "into", "toward", "towards"})} | dict.fromkeys(("rip", "smash", "tear"), _THROUGH)
_REFLEXIVES = frozenset({"herself", "himself", "themselves"})
_MARGIN = 4
"""Empty places behind the last chunk, which an index before the first one meets too: so none need be checked."""
_ASIDES = frozenset({"despite", "amid", "amidst", "like", "unlike", "than", "concerning", "regarding"})


class Scan:
    """The chunks of one sentence with the questions that finding arguments asks of them."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self.phrases = [chunk if isinstance(chunk, Phrase) else None for chunk in chunks] + [None] * _MARGIN
        self.verbs = [chunk if isinstance(chunk, VerbGroup) else None for chunk in chunks] + [None] * _MARGIN
        self._words = [chunk.word for chunk in chunks] + [""] * _MARGIN
        self._tags = [chunk.tag for chunk in chunks] + [""] * _MARGIN
        self._lists: dict[int, tuple[tuple[Phrase, ...], int]] = {}
        before: VerbGroup | None = None
        for i, verb in enumerate(self.verbs):
            if verb is not None:
                self._settle(i, verb, before)
                before = verb

    def _settle(self, i: int, verb: VerbGroup, before: VerbGroup | None) -> None:
        """Tell the form of a verb that its own words leave open: "to seize and kill", "killed" with an object."""
        if verb.base and before is not None and before.form == "infinitive" and self.tag(i - 1) == "CC":
            verb.form = "infinitive"
        if verb.form != "ed" or not verb.past or verb.lemma in words("naming_verbs"):
            return
        reflexive = not _REFLEXIVES.isdisjoint(verb.lemma.split())
        if reflexive or verb.lemma in words("intransitive_verbs") or self._forward(i + 1)[0] or self.takes_aim(i):
            verb.form = "finite"

    def takes_aim(self, i: int) -> bool:
        """Whether the verb at `i` says at or into what, and so needs no object: "snipers shot at him"."""
        verb = self.verbs[i]
        if verb is None or verb.lemma not in _AIMS or self._words[i + 1] not in _AIMS[verb.lemma]:
            return False
        return verb.lemma != "shoot" or not (self._words[i + 2] == "by" or self._goes_on(i + 1))

    def _goes_on(self, i: int) -> bool:
        """Whether the next verb, with no pause before it, is what the clause says: "two men shot at a bar died"."""
        while i < len(self.chunks) and (self.verbs[i] is None or self._names(i)) and not self._pauses(i):
            i += 1
        verb = self.verbs[i]
        if verb is None or verb.form != "ed":
            return verb is not None and verb.form == "finite"
        return verb.lemma in words("intransitive_verbs") or self._words[i + 1] in ("", ".")

    def _names(self, i: int) -> bool:
        """Whether the verb at `i` is a participle that a name follows: "at a man named Salim"."""
        verb = self.verbs[i]
        return verb is not None and verb.form == "ed" and verb.lemma in words("naming_verbs")

    def _pauses(self, i: int) -> bool:
        word, tag = self._words[i], self._tags[i]
        return word == "," or word in STOPS or word in CLAUSAL or tag == "CC" or tag in _BORDERS

    def at(self, i: int) -> Chunk | None:
        """Return the chunk at `i`; null outside the sentence."""
        return self.chunks[i] if 0 <= i < len(self.chunks) else None

    def word(self, i: int) -> str:
        """Return the word of the mark at `i`; empty where there is none, and outside the sentence by up to four."""
        return self._words[i]

    def tag(self, i: int) -> str:
        """Return the tag of the mark at `i`; empty where there is none, and outside the sentence by up to four."""
        return self._tags[i]

    def forward(self, i: int) -> tuple[tuple[Phrase, ...], int]:
        """The coordinated phrases that begin at `i`, and the index after them; dates between are passed over."""
        found = self._lists.get(i)
        if found is None:
            found = self._lists[i] = self._forward(i)
        return found

    def _forward(self, start: int) -> tuple[tuple[Phrase, ...], int]:
        i = start
        while self._tags[i] == "DATE":
            i += 1
        head = self.phrases[i]
        if head is None:
            return (), start
        found, i = [head], self._after_name(i + 1)
        while (following := self.joined(i)) is not None and (phrase := self.phrases[following]) is not None:
            found.append(phrase)
            i = self._after_name(following + 1)
        return tuple(found), i

    def _after_name(self, i: int) -> int:
        """The index behind a name that a participle gives, where a list goes on: "a leader named Munib and a guard"."""
        return i + 2 if self._names(i) and self.phrases[i + 1] is not None and self.tag(i + 2) == "CC" else i

    def objects(self, i: int) -> tuple[tuple[Phrase, ...], int]:
        """The objects of the verb at `i`, and the index after them.

        It can share the objects of one that "and" joins on ("shot and killed a judge") or have them behind an adjunct
        ("gave to the court two men").
        """
        found, after = self.forward(i + 1)
        verb, other = self.at(i), self.at(i + 2)
        subject = self.verbs[after]
        if found and subject is not None and subject.form == "finite" and _says(verb):
            return (), i + 1  # "officials said shelling had killed three"
        if found or not isinstance(verb, VerbGroup) or verb.passive or verb.lemma in words("intransitive_verbs"):
            return found, after
        if self.tag(i + 1) == "CC" and isinstance(other, VerbGroup):
            return self.forward(i + 3) if not other.passive and verb.past == other.past else (found, after)
        behind = i + 1
        while self.tag(behind) == "P" and self.word(behind) not in CLAUSAL:
            behind = self.forward(behind + 1)[1]
        shifted = self.at(behind)
        if behind > i + 1 and isinstance(shifted, Phrase) and (shifted.determiner or shifted.number):
            return (self.forward(behind)[0], after) if not self.opens_clause(behind) else (found, after)
        return found, after

    def joined(self, i: int) -> int | None:
        """The index of the phrase that a comma or conjunction at `i` joins on; null where a new clause begins."""
        j = i
        while self._words[j] == "," or self._tags[j] == "CC":
            j += 1
        if j == i or j - i > 2 or self.phrases[j] is None:
            return None
        if self._tags[j - 1] != "CC" and not self.list_goes_on(j):
            return None
        return None if self.opens_clause(j) else j

    def list_goes_on(self, j: int) -> bool:
        """Whether the list after a bare comma at `j` reaches a conjunction before anything else."""
        while self.phrases[j] is not None or self._words[j] == ",":
            j += 1
        last = self.phrases[j + 1] is not None and not self.opens_clause(j + 1)
        return self._tags[j] == "CC" and (last or self._tags[j + 1] == "P")

    def backward(self, j: int) -> tuple[Phrase, ...]:
        """The coordinated phrases that end at `j`."""
        last = self.chunks[j]
        if not isinstance(last, Phrase):
            return ()
        found, conjunction = [last], False
        while j >= 2:
            if self.tag(j - 1) == "CC":
                conjunction, k = True, j - 2
            elif self.word(j - 1) == "," and conjunction:
                k = j - 2
            else:
                break
            if k >= 1 and self.word(k) == ",":
                k -= 1
            before = self.chunks[k] if k >= 0 else None
            if (
                not isinstance(before, Phrase)
                or self.tag(k - 1) == "P"
                or (k and isinstance(self.chunks[k - 1], VerbGroup) and not _says(self.chunks[k - 1]))
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
            tag = self._tags[i]
            if tag in _BORDERS or self.verbs[i] is not None or self._words[i] in STOPS:
                break
            chunk = self.chunks[i]
            if tag == "DATE" and isinstance(chunk, Mark):
                dates.append(chunk)
            elif tag == "P":
                if chunk.word in _ASIDES:
                    i = next((k for k in range(i, len(self.chunks)) if self.word(k) == ","), len(self.chunks))
                    continue
                phrases, after = self.forward(i + 1)
                if chunk.word == "between" and len(phrases) == 1 and self._tags[after] == "CC":
                    second = self.phrases[after + 1]
                    phrases, after = (*phrases, *([second] if second is not None else [])), after + 2
                following = self.verbs[after]
                if phrases and chunk.word in CLAUSAL and following is not None and following.form == "finite":
                    break
                if phrases:
                    found.append((chunk.word, phrases))
                    i = after
                    continue
            elif self.phrases[i] is not None and self.opens_clause(i):
                break
            i += 1
        return found, dates

    def opens_clause(self, i: int) -> bool:
        """Whether the phrase at `i` is the subject of a verb right behind it."""
        following = self.verbs[i + 1]
        if following is None or (following.form == "ed" and self._words[i + 2] == "by"):
            return False
        return following.form in ("finite", "ed")

    def leading(self, i: int) -> tuple[list[tuple[str, tuple[Phrase, ...]]], list[Mark]]:
        """The prepositional phrases and dates before the verb at `i`, back to the verb before it."""
        start = self._start(i)
        found: list[tuple[str, tuple[Phrase, ...]]] = []
        dates: list[Mark] = []
        for k in range(start, i):
            tag, chunk = self._tags[k], self.chunks[k]
            if tag == "DATE" and isinstance(chunk, Mark):
                dates.append(chunk)
            elif tag == "P":
                phrases, _ = self.forward(k + 1)
                if phrases:
                    found.append((chunk.word, phrases))
        return found, dates

    def _start(self, i: int) -> int:
        """Where the clause of the verb at `i` begins: behind a border, or behind the first pause after another verb."""
        k = i - 1
        while k >= 0 and self.verbs[k] is None:
            if self._tags[k] in _BORDERS or self._words[k] in STOPS:
                return k + 1
            k -= 1
        return 0 if k < 0 else next((m for m in range(k + 1, i) if self._words[m] == "," or self._tags[m] == "CC"), i)


def _says(chunk: Chunk | None) -> bool:
    return isinstance(chunk, VerbGroup) and chunk.lemma in words("saying_verbs")
