"""Grammar: which words can be what, from `lexicon/grammar.yaml`, `verbs.yaml` and `triggers.yaml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from extraction.lexicon import load
from extraction.sentences.fold import fold
from extraction.sentences.plural import plural

Groups = frozenset[str]
"""Names of groups of `lexicon/triggers.yaml`."""
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word form can be as a verb: its base form and which parts of the paradigm it stands for."""

    lemma: str
    parts: frozenset[str]
    """Of `base`, `s`, `past`, `participle`, `ing`."""


@cache
def words(name: str) -> frozenset[str]:
    """Return a closed class of `lexicon/grammar.yaml`, folded."""
    return frozenset(fold(str(word)) for word in load("grammar")[name])


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every form of every verb that the lexicon knows, by its folded spelling."""
    data = load("verbs")
    irregular: dict[str, list[str]] = data["irregular"]
    trigger_verbs = {verb.split()[0] for group in load("triggers").values() for verb in group["verbs"]}
    listed = {verb.split()[0] for name, verbs in load("grammar").items() if name.endswith("_verbs") for verb in verbs}
    bases = {*data["regular"].split(), *irregular, *data["double"], *trigger_verbs, *listed} - {"be", "have", "do"}
    found: dict[str, tuple[str, set[str]]] = {}
    for base in sorted(bases):
        for form, part in _paradigm(base, irregular, frozenset(data["double"])):
            lemma, parts = found.setdefault(form, (base, set()))
            if lemma == base:
                parts.add(part)
    return {form: VerbForm(lemma, frozenset(parts)) for form, (lemma, parts) in found.items()}


def _paradigm(base: str, irregular: dict[str, list[str]], double: frozenset[str]) -> list[tuple[str, str]]:
    past, participle = irregular.get(base) or [_with(base, "ed", double)] * 2
    forms = [(base, "base"), (_third_person(base), "s"), (past, "past"), (participle, "participle")]
    others = load("verbs")["doublets"].get(base, [])
    forms += [(other, part) for other in others for part in ("past", "participle")]
    return [*forms, (_with(base, "ing", double), "ing")]


def _with(base: str, ending: str, double: frozenset[str]) -> str:
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "ying"
    if base.endswith("e") and not (ending == "ing" and base.endswith(("ee", "oe", "ye"))):
        return base[:-1] + ending
    if base.endswith("y") and ending == "ed" and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if base.endswith("c"):
        return base + "k" + ending
    if base in double or _short(base):
        return base + base[-1] + ending
    return base + ending


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def _short(base: str) -> bool:
    """One syllable, ending in consonant, vowel, consonant: "stab", "plan"; but not "fix", "show"."""
    vowels = sum(letter in _VOWELS for letter in base)
    tail = len(base) >= 3 and base[-1] not in "aeiouwxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return tail and vowels == 1


@cache
def also_nouns() -> frozenset[str]:
    """Return the verb forms that are nouns at least as often, together with the trigger nouns of one word."""
    single = {n for group in load("triggers").values() for n in group["nouns"] if " " not in n}
    return frozenset(load("verbs")["also_nouns"].split()) | single | {plural(n) for n in single}


@cache
def phrasal_verbs() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return, by verb, the particles that make another verb of it, longest first: "carry" gives ("out",)."""
    lists: dict[str, Any] = load("grammar")
    phrases = {verb for group in load("triggers").values() for verb in group["verbs"]}
    phrases |= {verb for name, entries in lists.items() if name.endswith("_verbs") for verb in entries}
    found: dict[str, set[tuple[str, ...]]] = {}
    for verb, *particles in (phrase.split() for phrase in phrases if " " in phrase):
        found.setdefault(verb, set()).add(tuple(particles))
    return {verb: tuple(sorted(ways, key=lambda way: (-len(way), way))) for verb, ways in found.items()}


@cache
def verb_groups() -> dict[str, frozenset[str]]:
    """Return, by verb (particles included), the groups of `lexicon/triggers.yaml` that hold it."""
    return _groups("verbs")


@cache
def noun_groups() -> dict[str, frozenset[str]]:
    """Return, by singular or plural trigger noun, the groups that hold it."""
    singular = _groups("nouns")
    return singular | {plural(noun): groups for noun, groups in singular.items()}


@cache
def act_words() -> frozenset[str]:
    """Return the words with one of which a phrase that names an act ends: "strike", and "exchange" before "of fire"."""
    return frozenset(part.split()[-1] for noun in noun_groups() for part in (noun, noun.partition(" of ")[0]))


def _groups(part: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, group in load("triggers").items():
        for word in group[part]:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _telling_words(groups: Groups | None) -> frozenset[str]:
    """Return the words of which one makes a sentence worth parsing: trigger verbs and heads of trigger nouns."""
    verbs, nouns = _triggers(verb_groups(), groups), _triggers(noun_groups(), groups)
    return _forms({verb for verb in verbs if " " not in verb}) | {_head(noun) for noun in nouns}


@cache
def _telling_pairs(groups: Groups | None) -> dict[str, frozenset[str]]:
    """Return, by the last word of each trigger verb of several words, the forms of the verb: by "off" also "went"."""
    verbs = [verb for verb in _triggers(verb_groups(), groups) if " " in verb]
    lasts = {verb.split()[-1] for verb in verbs}
    return {last: _forms({verb.split()[0] for verb in verbs if verb.endswith(f" {last}")}) for last in lasts}


def _triggers(words_by_group: dict[str, Groups], groups: Groups | None) -> set[str]:
    return {word for word, held in words_by_group.items() if groups is None or held & groups}


@cache
def carrying_words() -> frozenset[str]:
    """Return the forms of verbs that say of "one", "the last" of several acts that it was done or happened."""
    return _forms({verb.split()[0] for verb in words("light_verbs")} | {"occur", "happen", "take"})


def may_tell(norms: frozenset[str], groups: Groups | None = None) -> bool:
    """Whether a sentence of these folded words can name an act at all: most can not, and need not be parsed.

    `groups` are the groups of triggers that count; null for all.
    """
    if not norms.isdisjoint(_telling_words(groups)):
        return True
    pairs = _telling_pairs(groups)
    if any(not norms.isdisjoint(pairs[last]) for last in pairs.keys() & norms):
        return True
    return not norms.isdisjoint(words("ones")) and not norms.isdisjoint(carrying_words())


def _forms(lemmas: set[str]) -> frozenset[str]:
    be = words("be") if "be" in lemmas else frozenset()
    return be | {form for form, reading in verb_forms().items() if reading.lemma in lemmas}


def _head(noun: str) -> str:
    """The word of a trigger noun that every telling of it has and few others: "sit" of "sit in"."""
    first, *_, last = (*noun.split(), noun.split()[-1])
    return first if last in words("prepositions") else last
