"""Relative: what a relative clause is said of: "the town, which rebels took", "three fishermen it had held"."""

from extraction.clauses.act import act
from extraction.clauses.chunk import Phrase, VerbGroup, names_place
from extraction.clauses.grammar import words
from extraction.clauses.scan import Scan


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
