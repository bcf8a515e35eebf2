"""Insert: what stands between a subject and its verb, in commas or without: "rebels, led by a defector, attacked"."""

from extraction.clauses.chunk import Mark, Phrase, VerbGroup, finite, names_place, participle
from extraction.clauses.grammar import words
from extraction.clauses.scan import Scan


def before_insert(scan: Scan, i: int) -> int:
    """Return the index to look from for the subject of the verb at `i`: before a comma-bracketed insert."""
    verb = i
    while scan.tag(i - 1) == "DATE" and scan.word(i - 2) == ",":
        i -= 1  # "the marines, with the police, today began"
    if not i or scan.word(i - 1) != ",":
        return verb - 1
    for k in range(i - 2, -1, -1):
        if scan.word(k) == ",":
            opener = scan.chunks[k + 1]
            if isinstance(opener, Mark) and opener.tag in ("REL", "P", "SUB"):
                return k - 1
            if opener.tag == "DATE":  # a date holds no verb: "JAMMU, 21 Jan - Police opened fire, killing"
                return i - 1 if any(finite(c) for c in scan.chunks[k:i]) else k - 1
            if participle(opener):
                return k - 1
            if isinstance(opener, Phrase) and opener.head in words("shares") and participle(scan.at(k + 2)):
                return k - 1  # "two men, both carrying weapons, were"
            sized = scan.chunks[k].last < opener.first  # an adverb stands between: "19 people, mostly policemen, were"
            if isinstance(opener, Phrase) and (sized or _adds(opener)) and _explains(scan, k, i):
                return k - 1
            return i - 1
    return i - 1


def is_object_of_insert(scan: Scan, i: int, j: int) -> bool:
    """Whether the phrase at `j` is the object of a participle or infinitive that describes the subject of `i`."""
    before = scan.chunks[j - 1] if j else None
    if not finite(scan.chunks[i]) or not isinstance(before, VerbGroup) or before.form == "finite":
        return False
    return before.form != "ed" or before.lemma in words("naming_verbs")


def _adds(opener: Phrase) -> bool:
    """Whether the phrase can open an insert: "the third in a week", "six of them children", "60 km west of Gao"."""
    far = any(mention.name == "distance" for mention in opener.mentions)
    return far or names_place(opener) or opener.determiner is not None or (opener.of is not None and opener.of.pronoun)


def _explains(scan: Scan, k: int, i: int) -> bool:
    """Whether what stands in commas from `k` to the verb at `i` explains the subject: ", the third in a week,"."""
    bare = not any(isinstance(c, VerbGroup) or scan.tag(m) == "CC" for m, c in enumerate(scan.chunks[k:i], k))
    return bare and isinstance(scan.at(k - 1), Phrase) and scan.tag(k - 2) != "P"
