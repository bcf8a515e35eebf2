"""Relative: what a relative clause is said of: "the town, which rebels took", "three fishermen it had held"."""

from extraction.clauses.act import act
from extraction.clauses.chunk import Phrase, VerbGroup, finite, names_place
from extraction.clauses.grammar import words
from extraction.clauses.scan import Scan

_TRAILING = frozenset({"ADV", "P", "DATE"})
_WITHIN = _TRAILING | {"CC"}
"""Tags of what can stand behind a verb of a relative clause, and between the relative and its last verb."""


def antecedent(scan: Scan, opener: int) -> tuple[Phrase, ...]:
    """Return what the relative at `opener` is said of: the phrase before it, or the act whose place that tells."""
    j = opener - (2 if scan.word(opener - 1) == "," else 1)
    k = j
    while names_place(scan.at(k)) and scan.tag(k - 1) == "P" and k >= 2:
        k -= 2
    head = scan.at(k)
    if isinstance(head, Phrase) and k != j and act(head) is not None:
        return (head,)
    if isinstance(head, Phrase) and scan.tag(k - 1) == "P":
        governing = scan.at(k - 2)
        if isinstance(governing, Phrase) and act(governing) is not None:
            return (governing,)
    return scan.backward(j)


def relative_object(scan: Scan, i: int) -> tuple[Phrase, ...]:
    """Return what the verb at `i` is done to where its relative clause is about that: "the town which rebels took"."""
    subject, verb = scan.at(i - 1), scan.chunks[i]
    if not isinstance(subject, Phrase) or not isinstance(verb, VerbGroup) or verb.form not in ("finite", "ed"):
        return ()
    if verb.passive or verb.lemma in words("intransitive_verbs"):
        return ()
    if subject.pronoun and isinstance(scan.at(i - 2), Phrase):
        return scan.backward(i - 2)  # "three fishermen it had held"
    k = next(
        (k for k in range(i - 2, -1, -1) if not isinstance(scan.chunks[k], Phrase) and scan.tag(k) != "DATE"),
        -1,
    )
    if scan.word(k) not in ("which", "whom"):
        return ()
    return antecedent(scan, k)


def parted(scan: Scan, i: int, j: int) -> tuple[Phrase, ...]:
    """Return the subject from which a relative clause that ends at `j` parts the finite verb at `i`; empty without one.

    "Men who attacked a barracks in Oran and fled were tried": the men, not the barracks.
    """
    j -= scan.word(j) == ","  # "a commander who led 40 men, was killed"
    k = _last_verb(scan, j) if finite(scan.chunks[i]) else 0
    verb, joined = scan.verbs[k], False
    if verb is None or verb.form not in ("finite", "ed") or verb.lemma in words("saying_verbs"):
        return ()
    k -= 1
    while k > 0 and (scan.phrases[k] is not None or scan.tag(k) in _WITHIN or joined):
        joined = scan.tag(k) == "CC" or (joined and scan.verbs[k] is None)
        k -= 1
    return antecedent(scan, k) if scan.tag(k) == "REL" and isinstance(scan.at(k - 1), Phrase) else ()


def _last_verb(scan: Scan, j: int) -> int:
    """The index of the verb whose object or adjunct ends at `j`; zero where what stands there is a subject itself."""
    if not (scan.verbs[j] or scan.verbs[j - 1] or scan.tag(j - 1) == "P"):
        return 0
    while j > 0 and (scan.phrases[j] is not None or scan.tag(j) in _TRAILING):
        j -= 1
    return j
