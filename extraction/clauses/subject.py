"""Subject: who or what a verb is said of, across inserts, shared subjects and participles."""

from extraction.clauses.chunk import Chunk, Phrase, VerbGroup, finite, likens, names_place
from extraction.clauses.grammar import verb_groups, words
from extraction.clauses.insert import before_insert, is_object_of_insert
from extraction.clauses.relative import antecedent, relative_at, said_of
from extraction.clauses.scan import CLAUSAL, STOPS, Scan
from extraction.clauses.sense import sense

_ASSAULTS = frozenset({"attack", "bomb", "clash", "shelling", "suicide"})
_HARM = frozenset({"kill", "injure"})
_NONE: frozenset[str] = frozenset()


class Subjects:
    """The subjects of the verbs of one sentence, each found once, from left to right."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.chunks = scan, scan.chunks
        self._found: dict[int, tuple[Phrase, ...]] = {}

    def of(self, i: int) -> tuple[Phrase, ...]:
        """Return the phrases that are the subject of the verb at `i`; empty where it has none."""
        if i not in self._found:
            self._found[i] = ()
            self._found[i] = self._find(i)
        return self._found[i]

    def _find(self, i: int) -> tuple[Phrase, ...]:
        group = self.chunks[i]
        if not isinstance(group, VerbGroup):
            return ()
        if group.form == "ing" and self.scan.tag(i - 1) == "P":
            return self._main_subjects(i - 1) or self._main_after(i)
        host = self.scan.at(i - 1)
        if isinstance(host, Phrase) and host.head in words("pledge_nouns") and group.form == "infinitive":
            return self.of(i - 2)  # "signed a deal to stop fighting"
        listed = self._listed_after(i)
        return self.of(listed) if listed is not None else self._leftward(i)

    def _leftward(self, i: int) -> tuple[Phrase, ...]:
        """The subject found by going to the left, past what is no subject."""
        j = before_insert(self.scan, i)
        while j >= 0:
            chunk = self.chunks[j]
            onward = self._past(i, j)
            if onward is not None:
                j = onward
            elif isinstance(chunk, Phrase):
                return self._from_phrase(i, j)
            elif isinstance(chunk, VerbGroup):
                if not self._describes(i, j):
                    return self._main_subjects(j) if self._trails(i) else self.of(j)
                j -= 1
            elif chunk.tag == "CC" and isinstance(self.scan.at(j - 1), VerbGroup) and j < i - 1:
                j -= 1
            elif chunk.tag in ("REL", "CC", "SUB") or chunk.word in CLAUSAL or chunk.word in STOPS:
                return self._at_border(i, j, chunk.tag)
            else:
                j -= 1
        return self._main_after(i)

    def _past(self, i: int, j: int) -> int | None:
        """Where to look on where the chunk at `j` stands in an argument or a relative clause; null where in neither."""
        step = self._passed_over(i, j) if isinstance(self.chunks[j], Phrase) else 0
        opener = None if step or not finite(self.chunks[i]) else relative_at(self.scan, j)
        if opener is not None:
            return said_of(self.scan, opener)
        return j - step if step else None

    def _listed_after(self, i: int) -> int | None:
        """The verb after which the one at `i` stands in a list: "raided a camp, arrested three men and left"."""
        group = self.chunks[i]
        if not isinstance(group, VerbGroup) or group.passive or self.scan.word(i - 1) != ",":
            return None
        if group.form != "finite" and not (group.form == "ed" and self.scan.forward(i + 1)[0]):
            return None
        k = next((k for k in range(i - 2, -1, -1) if isinstance(self.chunks[k], VerbGroup)), None)
        between = range(k if k is not None else i, i)
        if k is None or any(self.scan.tag(m) in ("REL", "SUB", "CC") or self.scan.word(m) in STOPS for m in between):
            return None
        before = self.chunks[k]
        opener = next((m for m in range(k - 1, -1, -1) if not isinstance(self.chunks[m], Phrase)), -1)
        told = isinstance(before, VerbGroup) and before.form == "finite" and not before.passive
        inserted = self.scan.tag(opener) in ("REL", "SUB") or (opener == k - 1 and self._listed_after(k) is None)
        return k if told and not (inserted and opener >= 0) else None

    def _passed_over(self, i: int, j: int) -> int:
        """How many chunks to step over where the phrase at `j` is no subject: the object of a preposition or insert."""
        start = self._list_start(j)
        first = self.scan.phrases[start]
        if first is not None and first.determiner == "'s":
            start -= 1  # "from Thursday's attack"
        likened = self.scan.word(start - 1) == "as" and likens(self.scan.at(start - 2))  # "disguised as police"
        governed = self.scan.tag(start - 1) == "P" and (likened or self.scan.word(start - 1) not in CLAUSAL)
        if governed and not self._reduced(i, j):
            return j - start + 2
        return 1 if is_object_of_insert(self.scan, i, j) else 0

    def _list_start(self, j: int) -> int:
        """The index where a list of places or sides that ends at `j` begins: "between Anbar, Nineveh and Diyala"."""
        if self.scan.tag(j - 1) == "CC" and self.scan.word(j - 3) == "between":
            return j - 2
        while names_place(self.scan.at(j)) and (self.scan.tag(j - 1) == "CC" or self.scan.word(j - 1) == ","):
            if not names_place(self.scan.at(j - 2)):
                break
            j -= 2
        return j

    def _from_phrase(self, i: int, j: int) -> tuple[Phrase, ...]:
        group, before = self.chunks[i], self.scan.at(j - 1)
        if self._trails(i) and before_insert(self.scan, i) == i - 1:
            return self._main_subjects(j)
        if isinstance(before, VerbGroup) and before.lemma == "use" and _infinitive(group):
            return self.of(j - 1)  # "used a drone to hit the camp"
        host = self.scan.phrases[j]
        explained = isinstance(group, VerbGroup) and (
            group.passive or (host is not None and host.apposition is not None)
        )
        if not explained and self.scan.word(i - 1) == "," and finite(before) and before_insert(self.scan, i) == i - 1:
            return self.of(j - 1)  # "bomb rocks market, kills nine"
        if isinstance(group, VerbGroup) and group.form == "ing" and _side(self.scan.at(i + 1)) == "armed":
            main = self._main_subjects(j - 1) if _side(self.chunks[j]) == "armed" and j else ()
            if any(_side(phrase) == "state" for phrase in main):
                return main
        return self.scan.backward(j)

    def _trails(self, i: int) -> bool:
        """Whether the verb at `i` is a participle behind a comma: ", killing two"."""
        group = self.chunks[i]
        return isinstance(group, VerbGroup) and group.form == "ing" and self.scan.word(i - 1) == ","

    def _describes(self, i: int, j: int) -> bool:
        """Whether the verb at `j` is a participle or infinitive inside the subject of the finite verb at `i`."""
        verb = self.chunks[j]
        inside = isinstance(verb, VerbGroup) and verb.form in ("ed", "ing", "infinitive")
        return finite(self.chunks[i]) and inside and j > 0 and not finite(self.chunks[j - 1])

    def _at_border(self, i: int, j: int, tag: str) -> tuple[Phrase, ...]:
        """The subject of a verb whose clause opens at `j`: a relative's antecedent, what a conjunction shares."""
        if tag == "REL":
            return antecedent(self.scan, j)
        return self._shared(i, j) if tag == "CC" else self._main_after(i)

    def _reduced(self, i: int, j: int) -> bool:
        """Whether the verb at `i` stands right behind the phrase at `j` and describes it: "militants captured in"."""
        group = self.chunks[i]
        if not isinstance(group, VerbGroup) or j != i - 1 or not isinstance(self.chunks[j], Phrase):
            return False
        if group.form == "ed":
            if group.lemma in words("phase_verbs") and not any(map(finite, self.chunks)):
                return False  # it is the verb: "clashes between them resumed"
            return group.lemma not in words("intransitive_verbs") and not self.scan.forward(i + 1)[0]
        return group.form == "ing"

    def _main_subjects(self, j: int) -> tuple[Phrase, ...]:
        """The subject of the nearest verb before `j`, else the phrase at `j`: what ", killing two" shares.

        A clause of time in between is passed over, "a bomb exploded as a bus passed, killing two", but one that tells
        an assault, "were on patrol when rebels opened fire, killing two"; and what describes a phrase: "rammed a bus
        carrying sailors, killing two".
        """
        for k in range(j, -1, -1):
            if isinstance(self.chunks[k], VerbGroup) and not self._tells_of(k):
                opener = self._opener(k)
                main = next((m for m in range(opener - 1, -1, -1) if isinstance(self.chunks[m], VerbGroup)), k)
                nearer = self._suffers(main) or (self._assaults(k) and not self._assaults(main))
                return self.of(k if nearer else main)
        return self.scan.backward(j) if isinstance(self.chunks[j], Phrase) else ()

    def _suffers(self, k: int) -> bool:
        """Whether the verb at `k` is that of being killed or wounded: who is does nothing more in its sentence."""
        group = self.scan.verbs[k]
        return group is not None and group.passive and bool(verb_groups().get(group.lemma, _NONE) & _HARM)

    def _assaults(self, k: int) -> bool:
        """Whether the verb at `k` is one of attacking, bombing, shelling."""
        group = self.scan.verbs[k]
        return group is not None and bool(verb_groups().get(group.lemma, _NONE) & _ASSAULTS)

    def _tells_of(self, k: int) -> bool:
        """Whether the verb at `k` describes the phrase before it, behind the clause's own one: "hijacked by rebels"."""
        group = self.chunks[k]
        form = group.form if isinstance(group, VerbGroup) else None
        describes = form == "ing" or (form == "ed" and self.scan.word(k + 1) == "by")
        return describes and self._reduced(k, k - 1) and any(map(finite, self.chunks[:k]))

    def _main_after(self, i: int) -> tuple[Phrase, ...]:
        """The subject of the main verb that follows an opening clause: "After crossing the river, they …"."""
        group = self.chunks[i]
        if not isinstance(group, VerbGroup) or group.form != "ing":
            return ()
        for k in range(i + 1, len(self.chunks)):
            following = self.chunks[k]
            if isinstance(following, VerbGroup) and following.form == "finite" and self.scan.word(k - 1) != ",":
                return self.scan.backward(k - 1) if isinstance(self.chunks[k - 1], Phrase) else ()
        return ()

    def _is_inside(self, k: int) -> bool:
        """Whether the verb at `k` says more of another's argument: "foiled a plot to bomb it and arrested four"."""
        group, before = self.chunks[k], self.scan.at(k - 1)
        purpose = isinstance(group, VerbGroup) and group.form == "infinitive" and isinstance(before, Phrase)
        return self._tells_of(k) or (purpose and any(map(finite, self.chunks[:k])))

    def _opener(self, k: int) -> int:
        """The index of the "as" or "when" that opens the clause of the verb at `k`; zero where none does."""
        for m in range(k - 1, -1, -1):
            if finite(self.chunks[m]):
                return 0
            if self.scan.word(m) in ("as", "when", "while"):
                return m
            if self.scan.word(m) == ",":
                return 0  # "regards as its wing, shelled a village"
        return 0

    def _shared(self, i: int, j: int) -> tuple[Phrase, ...]:
        """The subject of the verb with which a conjunction at `j` joins the one at `i`: "saw men digging and fired"."""
        for k in range(j - 1, -1, -1):
            if isinstance(self.chunks[k], VerbGroup) and not (finite(self.chunks[i]) and self._is_inside(k)):
                return self.of(k)
            if self.scan.tag(k) in ("SUB",) or self.scan.word(k) in STOPS:
                return ()
        return ()


def _infinitive(chunk: Chunk) -> bool:
    return isinstance(chunk, VerbGroup) and chunk.form == "infinitive"


def _side(chunk: Chunk | None) -> str | None:
    return sense(chunk).side if isinstance(chunk, Phrase) else None
