"""Wording: how many telling words two reports have in common."""

FEW = 4
"""With fewer words than these, likeness by chance is likely."""


def level(ones: frozenset[str], others: frozenset[str]) -> str:
    """Return how much of the words of the shorter report the longer one has too."""
    shorter = min(len(ones), len(others))
    if shorter < FEW:
        return "hardly"
    share = len(ones & others) / shorter
    if share >= 0.6:
        return "much"
    if share >= 0.4:
        return "some"
    return "little" if share >= 0.2 else "hardly" if share > 0 or shorter < 2 * FEW else "none"
