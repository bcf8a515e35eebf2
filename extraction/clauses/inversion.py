"""Inversion: who a participle is said of where that stands behind it: "recovered were two rifles"."""

from extraction.clauses.chunk import Phrase, VerbGroup
from extraction.clauses.grammar import words
from extraction.clauses.scan import Scan


def behind_participle(scan: Scan, i: int, group: VerbGroup) -> tuple[Phrase, ...]:
    """Return what follows the verb behind the opening participle at `i`; empty where it does not open the sentence.

    "Recovered from the site were two rifles", "items recovered include two rifles".
    """
    opener = scan.phrases[0] if i else None
    listed = i == 1 and opener is not None and opener.norms[-1] in words("haul_nouns")
    if group.form != "ed" or not (listed or _opens(scan, i)):
        return ()
    k = next((k for k in range(i + 1, len(scan.chunks)) if scan.verbs[k] is not None), None)
    verb = scan.verbs[k] if k is not None else None
    if k is None or verb is None or verb.passive or scan.word(k - 1) == ",":
        return ()
    if verb.lemma != "be" and not (listed and verb.lemma in words("listing_verbs")):
        return ()
    return scan.forward(k + 1)[0]


def _opens(scan: Scan, i: int) -> bool:
    return not any(isinstance(chunk, Phrase | VerbGroup) for chunk in scan.chunks[:i])
