"""Range: two numbers read as one, from the lower to the higher: "5-10", "5 or 6", "between 20 and 30"."""

from collections.abc import Sequence

from extraction.numbers import cardinal
from extraction.numbers.cardinal import ORDINAL_ENDS, Cardinal
from extraction.sentences.sentence import Token

_JOINERS = frozenset({"to", "or", "-", "–", "—"})


def between(tokens: Sequence[Token], first: int) -> tuple[int, Cardinal] | None:
    """Read "between 20 and 30" at `first`; also where its second number begins. Null where there is no such range."""
    if tokens[first].norm != "between" or first + 1 >= len(tokens):
        return None
    low = cardinal.read(tokens, first + 1)
    if low is None or low.last + 1 >= len(tokens) or tokens[low.last].norm != "and":
        return None
    found = _span(low, cardinal.read(tokens, low.last + 1))
    return (low.last + 1, found) if found else None


def widened(tokens: Sequence[Token], first: int, core: int, value: Cardinal) -> Cardinal:
    """Widen "5" to "5-10", "5 to 10", "5 or 6" where the second is greater; not after "from", which tells a change.

    `value` begins at `core`, its qualifier at `first`.
    """
    last = value.last
    if value.suffix or last + 1 >= len(tokens) or tokens[core].glued:
        return value
    if tokens[last].glued:
        return _span(value, cardinal.read(tokens, last)) or value
    if tokens[last].norm in _JOINERS and not (first and tokens[first - 1].norm == "from"):
        return _span(value, cardinal.read(tokens, last + 1)) or value
    return value


def _span(low: Cardinal, high: Cardinal | None) -> Cardinal | None:
    if high is None or high.suffix in ORDINAL_ENDS:
        return None
    scale = high.low / high.unscaled if high.unscaled else 1
    least = low.low * scale if low.low == low.unscaled < high.unscaled else low.low
    return high._replace(low=least, high=high.low) if least < high.low else None
