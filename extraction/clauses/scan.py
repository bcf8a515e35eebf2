"""Scan: the chunks of a sentence, and how phrases hang together in them to the left and to the right."""

from collections.abc import Sequence

from extraction.clauses.chunk import Chunk, Mark, Phrase, VerbGroup
from extraction.clauses.grammar import words

CLAUSAL = frozenset({"after", "before", "since", "until", "as", "than"})
"""Prepositions that also open a clause."""
STOPS = frozenset({";", ":"})
_ASIDES = frozenset({"despite", "amid", "amidst", "like", "unlike", "than", "concerning", "regarding"})


class Scan:
    """The chunks of one sentence with the questions that finding arguments asks of them."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self._words = [chunk.word if isinstance(chunk, Mark) else "" for chunk in chunks]
        self._tags = [chunk.tag if isinstance(chunk, Mark) else "" for chunk in chunks]
        for i, chunk in enumerate(chunks):
            if isinstance(chunk, VerbGroup):
                self._settle(i, chunk)

    def _settle(self, i: int, verb: VerbGroup) -> None:
        """Tell the form of a verb that its own words leave open: "to seize and kill", "killed" with an object."""
        if verb.base and self.tag(i - 1) == "CC":
            before = next((c for c in reversed(self.chunks[:i]) if isinstance(c, VerbGroup)), None)
            if before is not None and before.form == "infinitive":
                verb.form = "infinitive"
        if verb.form == "ed" and verb.past and verb.lemma not in words("naming_verbs") and self.forward(i + 1)[0]:
            verb.form = "finite"

    def at(self, i: int) -> Chunk | None:
        """Return the chunk at `i`; null outside the sentence."""
        return self.chunks[i] if 0 <= i < len(self.chunks) else None

    def word(self, i: int) -> str:
        """Return the word of the mark at `i`; empty where there is none."""
        return self._words[i] if 0 <= i < len(self._words) else ""

    def tag(self, i: int) -> str:
        """Return the tag of the mark at `i`; empty where there is none."""
        return self._tags[i] if 0 <= i < len(self._tags) else ""

    def forward(self, i: int) -> tuple[tuple[Phrase, ...], int]:
        """The coordinated phrases that begin at `i`, and the index after them; dates between are passed over."""
        while self.tag(i) == "DATE":
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

    def objects(self, i: int) -> tuple[tuple[Phrase, ...], int]:
        """The objects of the verb at `i`, and the index after them.

        It can share the objects of one that "and" joins on ("shot and killed a judge") or have them behind an adjunct
        ("gave to the court two men").
        """
        found, after = self.forward(i + 1)
        verb, other = self.at(i), self.at(i + 2)
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
        while j < len(self.chunks) and (self.word(j) == "," or self.tag(j) == "CC"):
            j += 1
        if j == i or j - i > 2 or j >= len(self.chunks) or not isinstance(self.chunks[j], Phrase):
            return None
        if self.tag(j - 1) != "CC" and not self.list_goes_on(j):
            return None
        return None if self.opens_clause(j) else j

    def list_goes_on(self, j: int) -> bool:
        """Whether the list after a bare comma at `j` reaches a conjunction before anything else."""
        while j < len(self.chunks):
            if self.tag(j) == "CC":
                last = isinstance(self.at(j + 1), Phrase) and not self.opens_clause(j + 1)
                return last or self.tag(j + 1) == "P"
            if not isinstance(self.chunks[j], Phrase) and self.word(j) != ",":
                return False
            j += 1
        return False

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
            if isinstance(chunk, VerbGroup) or self.tag(i) in ("REL", "SUB") or self.word(i) in STOPS:
                break
            if isinstance(chunk, Mark) and chunk.tag == "DATE":
                dates.append(chunk)
            elif isinstance(chunk, Mark) and chunk.tag == "P":
                if chunk.word in _ASIDES:
                    i = next((k for k in range(i, len(self.chunks)) if self.word(k) == ","), len(self.chunks))
                    continue
                phrases, after = self.forward(i + 1)
                following = self.chunks[after] if after < len(self.chunks) else None
                if (
                    phrases
                    and chunk.word in CLAUSAL
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
        """Whether the phrase at `i` is the subject of a verb right behind it."""
        following = self.at(i + 1)
        if not isinstance(following, VerbGroup) or (following.form == "ed" and self.word(i + 2) == "by"):
            return False
        return following.form in ("finite", "ed")

    def leading(self, i: int) -> tuple[list[tuple[str, tuple[Phrase, ...]]], list[Mark]]:
        """The prepositional phrases and dates before the verb at `i`, back to the verb before it."""
        start = next((k + 1 for k in range(i - 1, -1, -1) if isinstance(self.chunks[k], VerbGroup)), 0)
        for k in range(i - 1, start - 1, -1):
            if self.tag(k) in ("REL", "SUB") or self.word(k) in STOPS:
                start = k + 1
                break
        if start and isinstance(self.chunks[start - 1], VerbGroup):
            breaks = [k for k in range(start, i) if self.word(k) == "," or self.tag(k) == "CC"]
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
