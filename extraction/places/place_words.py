"""Place words: the words around a name that tell what the place is and how it is told."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extraction.lexicon import load
from extraction.sentences.fold import fold
from extraction.sentences.plural import plural
from extraction.sentences.sentence import Token

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


class Words(NamedTuple):
    """`lexicon/place_words.yaml`, folded; phrases are held by their first or last word, longest first."""

    nouns: dict[str, str]
    """Noun, singular or plural, to the feature it means."""
    plurals: frozenset[str]
    prefixes: Phrases
    """By first word."""
    roles: Phrases
    """By last word."""
    telling: frozenset[str]
    settled: frozenset[str]
    """Nouns of places where people live, which an apposition may tell."""
    taking: frozenset[str]
    """Verbs whose object, where nothing knows it, is a place."""
    forces: frozenset[str]
    """Nouns of people and bodies that a place's name before them only describes."""
    speaking: frozenset[str]
    """Verbs before which a place tells where the speaker is."""
    buildings: frozenset[str]
    saints: frozenset[str]
    """Words before a person's name that make a place's of it."""
    leaving: frozenset[str]
    capitals: frozenset[str]
    governing: frozenset[str]
    """Verbs before which a capital is a government."""
    addressing: frozenset[str]
    """Verbs after which a capital is one."""
    siding: frozenset[str]
    """Other words after which a capital is one: "backed by Tehran"."""
    relations: frozenset[str]
    """What there is between governments."""
    offices: frozenset[str]
    """What a government has: "Moscow's envoy"."""
    direction: frozenset[str]
    describing: frozenset[str]
    """What may stand between an owner and the place: "Mali's restive northern town of"."""
    particles: frozenset[str]
    followers: frozenset[str]
    common: frozenset[str]
    never: frozenset[str]
    calendar: frozenset[str]
    """Days and months: one behind a name is no part of it ("in Kandahar Sunday")."""


@cache
def words() -> Words:
    """Return the place words, read once a process."""
    data = load("place_words")
    pairs = [(str(noun), feature) for feature, nouns in data["nouns"].items() for noun in nouns]
    plurals = {fold(plural(noun)): feature for noun, feature in pairs}
    nouns = plurals | {fold(noun): feature for noun, feature in pairs}
    sets = {part: frozenset(fold(str(word)) for word in data[part]) for part in data if isinstance(data[part], list)}
    return Words(
        nouns=nouns,
        plurals=frozenset(plurals),
        prefixes=_phrases(data["prefixes"], 0),
        roles=_phrases(data["roles"], -1),
        telling=sets["telling"] | {fold(plural(str(noun))) for noun in data["telling"]},
        settled=sets["settled"],
        taking=sets["taking"],
        forces=sets["forces"],
        speaking=sets["speaking"],
        buildings=sets["buildings"],
        saints=sets["saints"],
        leaving=sets["leaving"],
        capitals=sets["capitals"],
        governing=sets["governing"],
        addressing=sets["addressing"],
        siding=sets["siding"],
        relations=sets["relations"],
        offices=sets["offices"],
        direction=sets["direction"],
        describing=sets["describing"] | sets["direction"] | nouns.keys(),
        particles=sets["particles"],
        followers=sets["followers"],
        common=sets["common"],
        never=sets["never"],
        calendar=frozenset(load("organisations")["calendar"]),
    )


def role_before(tokens: Sequence[Token], last: int) -> str | None:
    """Return the role that the wording ending before token `last` gives; null where it gives none."""
    if last == 0:
        return None
    for phrase, role in words().roles.get(tokens[last - 1].norm, ()):
        size = len(phrase)
        if size == 1 or (size <= last and tuple([token.norm for token in tokens[last - size : last]]) == phrase):
            return role
    return None


def prefix_at(tokens: Sequence[Token], first: int) -> tuple[int, str] | None:
    """Return the index after a prefix ("Mount", "Forward Operating Base") that begins at `first`, and its feature."""
    for phrase, feature in words().prefixes.get(tokens[first].norm, ()):
        last = first + len(phrase)
        if last < len(tokens) and tuple(token.norm for token in tokens[first:last]) == phrase:
            return last, feature
    return None


def _phrases(groups: dict[str, list[str]], by: int) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for value, phrases in groups.items():
        for phrase in phrases:
            parts = tuple(fold(word) for word in str(phrase).split())
            found.setdefault(parts[by], []).append((parts, value))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}
