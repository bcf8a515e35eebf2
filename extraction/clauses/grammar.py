"""Grammar: which words can be what, from `lexicon/grammar.yaml`, `verbs.yaml` and `triggers.yaml`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from extraction.lexicon import load
from extraction.sentences.fold import fold
from extraction.sentences.plural import plural

_VOWELS = frozenset("aeiou")
MOST_PARTICLES = 8
"""More words than any verb of the lexicon has behind it: "return to the fold of the law" has six."""


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


def particles(verb: str, following: tuple[str, ...]) -> tuple[str, ...]:
    """Return the particles, as many as can be, with which the following words begin and make another verb of it.

    "Carry" before "out an attack" gives ("out",); most words give none.
    """
    ways = _phrasal_verbs().get(verb)
    held = ways.get(following[0], ()) if ways and following else ()
    return next((way for way in held if following[: len(way)] == way), ())


@cache
def _phrasal_verbs() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """Return, by verb and first particle, the particles that make another verb of it, the longest first."""
    lists: dict[str, Any] = load("grammar")
    phrases = {verb for group in load("triggers").values() for verb in group["verbs"]}
    phrases |= {verb for name, entries in lists.items() if name.endswith("_verbs") for verb in entries}
    found: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for verb, *way in sorted((phrase.split() for phrase in phrases if " " in phrase), key=len, reverse=True):
        ways = found.setdefault(verb, {})
        ways[way[0]] = (*ways.get(way[0], ()), tuple(way))
    return found


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
def happening_words() -> frozenset[str]:
    """Return the forms of verbs that say of "one", "the last" of several acts that it happened."""
    return _forms({"occur", "happen", "take"})


@cache
def carried_words() -> frozenset[str]:
    """Return the participles that say of it, behind a form of "be", that it was done: "carried" (out)."""
    done = _forms({verb.split()[0] for verb in words("light_verbs")})
    return frozenset(form for form in done if "participle" in verb_forms()[form].parts)


@cache
def forms_of_verb(verb: str) -> frozenset[str]:
    """Return the forms of a verb without particles; of any other word only itself."""
    return words(verb) if verb in ("be", "have", "do") else _forms({verb}) | {verb}


def _forms(lemmas: set[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in _forms_by_lemma().get(lemma, ()))


@cache
def _forms_by_lemma() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form, reading in verb_forms().items():
        found.setdefault(reading.lemma, []).append(form)
    return found
