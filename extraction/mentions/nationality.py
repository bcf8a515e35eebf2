"""Nationality: "Iraqi", "U.S.", "Britons" read as countries."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from extraction.lexicon import load
from extraction.mentions.mention import Mention
from extraction.sentences.match import Matcher
from extraction.sentences.plural import plural
from extraction.sentences.sentence import Sentence

_NO_PLURAL = ("s", "sh", "ch", "ese")


def nationalities(sentence: Sentence) -> list[Mention]:
    """Return the adjectives and nouns of nationality in a sentence, as mentions whose `country_code` is set.

    `name` is the usual adjective: "Americans" reads "US". A word that begins with a small letter is none: "us",
    "polish". A country's own name ("Iraq") is none either, except where it serves as adjective ("US", "UAE").
    """
    return [
        Mention(
            type="nationality",
            sentence=sentence.index,
            first=first,
            last=last,
            name=adjective(code),
            wording=sentence.wording(first, last),
            country_code=code,
        )
        for first, last, code in adjectives(sentence)
    ]


def adjectives(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, token after the last, alpha-3) of each adjective or noun of nationality in the sentence."""
    return (found for found in _adjectives().within(sentence) if sentence.tokens[found[0]].capital)


def countries(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, token after the last, alpha-3) of each country named in the sentence."""
    return (found for found in _names().within(sentence) if sentence.tokens[found[0]].capital)


def adjective(code: str) -> str:
    """Return the usual adjective of the country: "IRQ" reads "Iraqi"."""
    return str(load("nationalities")[code]["adjective"])


def country_name(code: str, *, article: bool = True) -> str:
    """Return the country's name, with its article as it stands after "of": "USA" reads "the United States"."""
    entry = load("nationalities")[code]
    return f"the {entry['name']}" if article and entry.get("article") else str(entry["name"])


def _forms(entry: dict[str, Any]) -> Iterator[str]:
    for word in (entry["adjective"], *entry.get("demonyms", ())):
        yield word
        if not word.endswith(_NO_PLURAL) and not word.isupper() and not word.endswith("."):
            yield plural(word)


@cache
def _adjectives() -> Matcher[str]:
    return Matcher((form, code) for code, entry in load("nationalities").items() for form in _forms(entry))


@cache
def _names() -> Matcher[str]:
    entries = load("nationalities").items()
    short = [(name, code) for code, entry in entries for name in (entry["name"], *entry.get("names", ()))]
    acronyms = [(word, code) for code, entry in entries for word in entry.get("demonyms", ()) if word.isupper()]
    return Matcher([*short, *acronyms, ("US", "USA")])
