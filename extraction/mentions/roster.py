"""Roster: the actors of the lexicon and their names.

The lexicon's entries (`lexicon/actors/`) have: `name`, the canonical name in the field's usual form; `acronym`;
`category` of the codebook; `country`, where it is at home, and `theatre`, where else it acts (alpha-3). Three lists say
how texts name it: `aliases` hold everywhere; `local` names are shared with others or too general, and hold where the
document speaks of the entry's country or theatre, or has one of its `cues`; `exact` names hold only in that very case.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extraction.lexicon import chapters, load
from extraction.sentences.match import Matcher
from extraction.sentences.token import tokenize


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the lexicon."""

    name: str
    category: str
    country: str | None
    theatre: tuple[str, ...]
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """That an alias names an actor: `kind` is the list of the entry that holds it; null actor: it names nobody."""

    alias: str
    kind: str
    actor: Actor | None

    @property
    def cased(self) -> bool:
        """Whether it holds only as written: an acronym among words ("JEM" beside "JeM"), or an exact name."""
        return self.kind == "exact" or (self.alias.isupper() and self.alias.isalpha())


@cache
def entries() -> tuple[dict[str, Any], ...]:
    """Return all entries of the lexicon's chapters of actors."""
    return tuple(entry for chapter in chapters("actors") for entry in load(chapter))


@cache
def roster() -> Matcher[tuple[Claim, ...]]:
    """Return the names of all actors with who claims each.

    Claims are grouped by their folded words; a group of acronyms alone is matched in capitals only.
    """
    claims: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in (*_claims(), *(Claim(phrase, "aliases", None) for phrase in load("not_actors")["phrases"])):
        claims[tuple(token.norm for token in tokenize(claim.alias))].append(claim)
    return Matcher(
        (min(c.alias for c in held) if all(c.alias.isupper() for c in held) else " ".join(norms), tuple(held))
        for norms, held in claims.items()
    )


def _claims() -> Iterator[Claim]:
    for entry in entries():
        lists = (tuple(entry.get(key, ())) for key in ("theatre", "cues"))
        actor = Actor(entry["name"], entry["category"], entry.get("country"), *lists)
        for kind in ("aliases", "local", "exact"):
            yield from (Claim(alias, kind, actor) for alias in entry.get(kind, ()))
