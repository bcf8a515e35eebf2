"""Measure: what a number is of, by the words around it: a count, an age, a date, a distance, a name and so on."""

from collections.abc import Callable, Sequence

from extraction.lexicon import load
from extraction.mentions.noun import PEOPLE, noun
from extraction.numbers.cardinal import Cardinal
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Token

_NUMBERS = load("numbers")
_UNITS: Matcher[str] = Matcher((wording, name) for name, wordings in _NUMBERS["units"].items() for wording in wordings)
_SUFFIXES: dict[str, str] = {
    wording: name for name, wordings in _NUMBERS["units"].items() for wording in wordings if " " not in wording
}
_CURRENCIES = frozenset(_NUMBERS["currencies"])
_AGES = tuple(f" {wording}" for wording in _NUMBERS["ages"])
_AGE_ENDS = frozenset(wording.split()[-1] for wording in _NUMBERS["ages"])
_DESIGNATORS = frozenset(_NUMBERS["designators"]["always"])
_CAPITAL_DESIGNATORS = frozenset(_NUMBERS["designators"]["in_capitals"])
_MONTHS = frozenset(form for month in load("months") for form in (month, month[:3], month[:4]))
_YEAR_ALWAYS = frozenset(_NUMBERS["year_openers"]["always"])
_YEAR_UNLESS_ROUND = frozenset(_NUMBERS["year_openers"]["unless_round"])
_DISEASES = frozenset(_NUMBERS["epidemic"]["diseases"])
_DISEASE_COUNTS = frozenset(_NUMBERS["epidemic"]["counted"])
_POUNDS = frozenset({"pound", "pounds"})
_MULTIPLIERS = frozenset({"k"})
_MAX_DAY, _MAX_AGE, _FIRST_YEAR, _LAST_YEAR = 31, 100, 1900, 2100


class Setting:
    """A number among its tokens: `first` and `last` bound its words, without a qualifier."""

    def __init__(self, tokens: Sequence[Token], first: int, last: int, value: Cardinal) -> None:
        self.tokens, self.first, self.last, self.value = tokens, first, last, value
        self.text, self.ends = tokens[first].text, tokens[last - 1].text[-1]
        self.before, self.after = self.norm(first - 1), self.norm(last)

    def norm(self, index: int) -> str:
        """Return the folded token at `index`; empty outside the sentence."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def is_capital(self, index: int) -> bool:
        """Tell whether the token at `index` begins with a capital."""
        return 0 <= index < len(self.tokens) and self.tokens[index].capital

    def is_month(self, index: int) -> bool:
        """Tell whether a month, capitalised, stands at `index`."""
        return self.norm(index) in _MONTHS and self.is_capital(index)


def name(tokens: Sequence[Token], first: int, last: int, value: Cardinal) -> str:
    """Return what the number at `first` … `last` is: the first reading that fits, `count` where none does."""
    setting = Setting(tokens, first, last, value)
    for reading in _READINGS if tokens[first].figure else _READINGS_OF_WORDS:
        if found := reading(setting):
            return found
    return "count"


def unit(tokens: Sequence[Token], last: int) -> str | None:
    """Return what the unit that begins at `last` measures; null where no unit does."""
    found = _UNITS.at(tokens, last) if last < len(tokens) else None
    return found[1] if found else None


def _by_suffix(setting: Setting) -> str | None:
    suffix = setting.value.suffix
    if suffix == "s":  # "the 1990s", but "two B-52s"
        return "designation" if setting.tokens[setting.first].glued else "date"
    if not suffix or suffix in _MULTIPLIERS:
        return None
    if setting.before in _CURRENCIES:
        return "money"
    return _SUFFIXES.get(suffix, "designation") if len(suffix) > 1 or setting.ends.islower() else "designation"


def _by_currency(setting: Setting) -> str | None:
    return "money" if setting.before in _CURRENCIES else None


def _by_glue(setting: Setting) -> str | None:
    """Read "AK-47", "2010-11": digits that hang on another token by a hyphen."""
    if not setting.tokens[setting.first].glued:
        return None
    if setting.before in _YEAR_ALWAYS | {"pre", "post"} or setting.is_month(setting.first - 1):
        return "date"
    return "designation"


def _by_point(setting: Setting) -> str | None:
    """Read ".303": digits behind a point of their own are a calibre."""
    first, tokens = setting.first, setting.tokens
    if first < 2 or tokens[first - 1].text != "." or tokens[first].gap:
        return None
    return "calibre" if tokens[first - 1].gap else None


def _by_unit(setting: Setting) -> str | None:
    if setting.after in _POUNDS and setting.value.low >= _NUMBERS["money_pounds_from"]:
        return "money"
    if setting.after == "hours" and len(setting.text) == 4 and setting.text.isdecimal():
        return "time"
    return unit(setting.tokens, setting.last)


def _by_age(setting: Setting) -> str | None:
    if setting.before in _AGE_ENDS:
        words = "".join([f" {setting.norm(i)}" for i in range(setting.first - 3, setting.first)])
        return "age" if words.endswith(_AGES) else None
    between_commas = setting.before == setting.after == ","
    if not between_commas or not setting.text.isdecimal() or setting.value.low >= _MAX_AGE:
        return None
    named = setting.is_capital(setting.first - 2) and not setting.is_month(setting.first - 2)
    described = noun(setting.norm(setting.first - 2))
    person = described is not None and not described.plural and bool(described.classes & PEOPLE)
    return "age" if named or person else None


def _by_month(setting: Setting) -> str | None:
    """Read "25 Jan.", "3 and 5 March", "Jan. 25"; "In May 20 men" counts men."""
    if not setting.text.isdecimal() or setting.value.low > _MAX_DAY:
        return None
    after = setting.last
    if setting.is_month(after) or (setting.norm(after + 1).isdecimal() and setting.is_month(after + 2)):
        return "date"
    before = setting.first - (2 if setting.before in {".", ","} else 1)
    if not setting.is_month(before):
        return None
    return None if setting.norm(before - 1) == "in" and setting.after.isalpha() else "date"


def _by_year(setting: Setting) -> str | None:
    value = setting.value.low
    if len(setting.text) != 4 or not setting.text.isdecimal() or not _FIRST_YEAR <= value <= _LAST_YEAR:
        return None
    follows_word = setting.after.isalpha() and not setting.is_capital(setting.last)
    if setting.before in _YEAR_ALWAYS or setting.is_month(setting.first - 1) or not follows_word:
        return "date"
    if setting.before in _YEAR_UNLESS_ROUND and value % 50:
        return "date"
    return None


def _by_designator(setting: Setting) -> str | None:
    at = setting.first - (2 if setting.before == "." else 1)
    word = setting.norm(at)
    named = setting.text[0].isdecimal() or setting.is_capital(setting.first)
    if word == "no":
        return "designation" if named and (setting.is_capital(at) or setting.before == ".") else None
    if word in _DESIGNATORS:
        return "designation"
    return "designation" if named and word in _CAPITAL_DESIGNATORS and setting.is_capital(at) and at else None


def _by_disease(setting: Setting) -> str | None:
    near = {setting.norm(i) for i in range(setting.last, setting.last + 3)}
    if near.isdisjoint(_DISEASE_COUNTS):
        return None
    return None if _DISEASES.isdisjoint(token.norm for token in setting.tokens) else "medical"


def _by_shape(setting: Setting) -> str | None:
    """Read what no count looks like: "007", and letters glued after digits ("3-BCT")."""
    if len(setting.text) > 1 and setting.text.isdecimal() and setting.text[0] == "0":
        return "designation"
    glued = setting.last < len(setting.tokens) and setting.tokens[setting.last].glued
    letters = setting.tokens[setting.last].text if glued else ""
    return "designation" if setting.text[0].isdecimal() and letters.isupper() else None


_READINGS: tuple[Callable[[Setting], str | None], ...] = (
    _by_suffix,
    _by_currency,
    _by_glue,
    _by_point,
    _by_unit,
    _by_age,
    _by_month,
    _by_year,
    _by_designator,
    _by_disease,
    _by_shape,
)
_READINGS_OF_WORDS = (_by_suffix, _by_currency, _by_glue, _by_point, _by_unit, _by_age, _by_designator, _by_disease)
"""Those that can fit a number in words."""
