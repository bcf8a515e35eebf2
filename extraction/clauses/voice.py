"""Voice: whether what a verb is said of does the act or has it done to it."""

from extraction.clauses.chunk import Phrase, VerbGroup
from extraction.clauses.grammar import verb_groups, words
from extraction.clauses.scan import Scan

_TRANSITIVE = frozenset(
    {"kill", "arrest", "injure", "destroy", "abduct", "find", "defuse", "convict", "release", "overrun"}
)
_NONE: frozenset[str] = frozenset()


def is_passive(scan: Scan, i: int, *, has_object: bool, terse: bool) -> bool:
    """Whether the verb at `i` is passive; a bare participle after a noun is so without object where its verb wants one.

    `terse` says that the sentence is a title or standfirst.
    """
    group = scan.verbs[i]
    if group is None or group.passive or group.form != "ed":
        return group is not None and group.passive
    if has_object or group.lemma in words("intransitive_verbs") or scan.takes_aim(i):
        return False
    if terse and scan.at(i - 1) is not None:  # headlines tell what is over in the present
        return True
    before = next((verb for verb in reversed(scan.verbs[:i]) if verb is not None), None)
    if _gapped(scan, i, before):
        return True
    following = scan.at(i + 1)
    if scan.tag(i - 1) == "CC" and _goes_on(before) and scan.word(i + 1) != "by":
        return False
    wants = bool(verb_groups().get(group.lemma, _NONE) & _TRANSITIVE)
    return following.word == "by" if following is not None and not wants else wants


def _gapped(scan: Scan, i: int, before: VerbGroup | None) -> bool:
    """Whether the verb at `i` shares the auxiliary of a passive: "wells were filled in and the clinic looted"."""
    joined = isinstance(scan.at(i - 1), Phrase) and scan.tag(i - 2) == "CC"
    return joined and before is not None and before.form == "finite" and before.passive


def _goes_on(before: VerbGroup | None) -> bool:
    """Whether the verb before is active and finite: "gunmen came at night and shot wildly"."""
    return before is not None and before.form == "finite" and not before.passive
