"""Word class: the parts of speech, and that of a word by itself: of a closed class, of a mention, of its spelling."""

from functools import cache, lru_cache

from extraction.clauses.grammar import verb_forms, words
from extraction.mentions.mention import Mention
from extraction.sentences.fold import fold

# DET NUM N ADJ NAME NAT PRON REL P SUB CC ADV NEG V AUX MODAL TO DATE POSS PUNCT
Tag = str

OPENS_OBJECT = frozenset({"DET", "NUM", "N", "ADJ", "NAT"})
"""Tags of words that can begin what a verb is done to."""
CURRENCIES = frozenset("$€£¥")
_MENTION_TAGS = {"nationality": "NAT", "date": "DATE", "number": "NUM"}


@cache
def _closed() -> dict[str, Tag]:
    classes = [
        ("adverbs", "ADV"),
        ("subordinators", "SUB"),
        ("prepositions", "P"),
        ("adjectives", "ADJ"),
        ("determiners", "DET"),
        ("pronouns", "PRON"),
        ("relatives", "REL"),
        ("conjunctions", "CC"),
        ("modals", "MODAL"),
        ("be", "AUX"),
        ("have", "AUX"),
        ("do", "AUX"),
    ]
    found = {word: tag for name, tag in classes for word in words(name)}
    clausal = dict.fromkeys(("after", "before", "since", "until", "as", "than"), "P")
    return found | clausal | {"not": "NEG", "to": "TO", "never": "NEG", "there": "PRON", "since": "SINCE"}


def named(mention: Mention) -> Tag:
    """Return the tag of a word that a mention names."""
    if mention.type == "number" and mention.name == "article":
        return "DET"
    if mention.type == "place" and mention.category == "dateline":
        return "PUNCT"  # it does nothing in the sentence behind it
    return _MENTION_TAGS.get(mention.type, "NAME")


@lru_cache(maxsize=1 << 16)  # the same words come again and again
def alone(text: str) -> Tag:
    """Return the tag of a word that nothing names, by its spelling; `?` where its neighbours decide."""
    norm, first = fold(text), text[0]
    if not first.isalnum():
        return "POSS" if norm in ("s", "'s", "’s") or text in ("'", "’") else "PUNCT"
    if norm in _closed() and not (text.isupper() and norm in ("us", "it")):
        return _closed()[norm]
    if first.isdigit():
        return "NUM"
    if norm in verb_forms():
        return "?"
    return "ADV" if norm.endswith("ly") and len(norm) > 4 and norm not in words("not_adverbs") else "N"
