"""Relative: what a relative clause is said of: "the town, which rebels took", "three fishermen it had held"."""

from extraction.clauses.act import act
from extraction.clauses.chunk import Phrase, VerbGroup, finite, names_place
from extraction.clauses.grammar import words
from extraction.clauses.scan import Scan
from extraction.clauses.sense import GROUPS, PERSONS, sense

_WITHIN = frozenset({"P", "DATE"})
"""Tags of what stands among the arguments of a verb."""


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
    if scan.tag(j - 1) == "CC" and scan.tag(j - 3) == "P" and scan.phrases[j - 2] is not None:
        found = scan.forward(j - 2)[0]  # "among 40 women and children whom they took"
    else:
        found = scan.backward(j)
    return tuple(map(_meant, found)) if scan.word(opener) in ("who", "whom") else found


def relative_object(scan: Scan, i: int) -> tuple[Phrase, ...]:
    """Return what the verb at `i` is done to where its relative clause is about that: "the town which rebels took"."""
    k = object_relative(scan, i)
    if k is None:
        return ()
    if isinstance(scan.at(k), Phrase):
        return tuple(map(_meant, scan.backward(k)))
    return antecedent(scan, k)


def object_relative(scan: Scan, i: int) -> int | None:
    """The index of the relative that opens the clause of the verb at `i`, where it is the object: "whom rebels held".

    Where none opens it, that of the phrase before its pronoun: "three fishermen it had held"; null for other clauses.
    """
    subject, verb = scan.at(i - 1), scan.chunks[i]
    if not isinstance(subject, Phrase) or not isinstance(verb, VerbGroup) or verb.form not in ("finite", "ed"):
        return None
    if verb.passive or verb.lemma in words("intransitive_verbs"):
        return None
    if subject.pronoun and isinstance(scan.at(i - 2), Phrase):
        return i - 2
    k = next(
        (k for k in range(i - 2, -1, -1) if not isinstance(scan.chunks[k], Phrase) and scan.tag(k) != "DATE"),
        -1,
    )
    return k if scan.tag(k) == "REL" and scan.word(k) in ("which", "whom", "that") else None


def relative_at(scan: Scan, j: int) -> int | None:
    """The index of what opens the relative clause that ends at `j` with its verb or object; null where none does.

    So does what its verb leads to: "whom they saw digging", "who moved arms into the city".
    """
    j -= scan.word(j) == ","  # "a priest who ran two schools, was kidnapped"
    if scan.phrases[j] is not None:
        if scan.tag(j + 1) not in ("P", "DATE") and scan.tag(j - 1) == "CC":
            return None  # "shot a man who ran and police arrested"
        while scan.phrases[j] is not None or scan.tag(j) == "CC" or scan.word(j) == ",":
            j -= 1
        verb = scan.verbs[j] if j >= 0 else None
        if verb is None or verb.lemma in words("saying_verbs"):
            return None  # "a general who said rebels attacked"
    return _opener(scan, j)


def _opener(scan: Scan, j: int) -> int | None:
    """The index of what opens the relative clause of the verb at `j`, or of one before it: "who attacked and fled"."""
    if j < 0 or scan.verbs[j] is None:
        return None
    while j > 0 and isinstance(scan.at(j - 1), VerbGroup) and not finite(scan.at(j)):
        j -= 1
    if scan.tag(j - 1) == "REL" and isinstance(scan.at(j - 2), Phrase):
        return j - 1
    if scan.tag(j - 1) != "CC":
        return object_relative(scan, j)
    j -= 2
    while j > 0 and (scan.phrases[j] is not None or scan.tag(j) in _WITHIN or scan.word(j) == ","):
        j -= 1
    return _opener(scan, j)


def said_of(scan: Scan, opener: int) -> int:
    """The index of the phrase that the relative clause opened at `opener` is said of."""
    return opener if scan.phrases[opener] is not None else opener - 1 - (scan.word(opener - 1) == ",")


def _meant(phrase: Phrase) -> Phrase:
    """Of what belongs to somebody the one whom "who" is said of: "the body of a judge whom gunmen had abducted"."""
    inner = phrase.of
    if inner is None or phrase.head in words("measures") or not sense(inner).classes & PERSONS:
        return phrase
    others = bool(sense(phrase).classes & (PERSONS | GROUPS)) and phrase.head not in words("kin")
    return phrase if others else inner
