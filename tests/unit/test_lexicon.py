"""The vocabulary of who: every entry well-formed, sorted, and usable."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry
import pytest
import yaml

from extraction.lexicon import chapters, load
from extraction.mentions.actor import actors
from extraction.mentions.nationality import nationalities
from extraction.mentions.noun import noun, nouns
from extraction.mentions.person import people
from extraction.mentions.roster import entries
from extraction.sentences.plural import plural
from extraction.sentences.split import split
from extraction.sentences.token import tokenize

LEXICON = Path(__file__).parents[2] / "lexicon"
ARMED = {"state_forces", "police", "coalition", "insurgent", "militia"}
CATEGORIES = ARMED | {"government", "intergovernmental", "civilians", "other"}
COUNTRIES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
ACTOR_FIELDS = {"name", "acronym", "category", "country", "theatre", "aliases", "local", "exact", "cues"}
LISTS = ("theatre", "aliases", "local", "exact", "cues")


def key(phrase: str) -> tuple[str, ...]:
    """What the matcher tells phrases apart by."""
    tokens = tokenize(phrase)
    return (phrase,) if len(tokens) == 1 and phrase.isupper() else tuple(token.norm for token in tokens)


def is_sorted(words: list[str]) -> bool:
    return words == sorted(words, key=str.casefold) or words == sorted(words)


def strings(value: Any) -> Iterator[str]:
    """Every string in what a file of the lexicon holds."""
    if isinstance(value, str):
        yield value
    for part in [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


@pytest.mark.parametrize("path", sorted(LEXICON.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_entry_holds_a_double_blank(path: Path) -> None:
    assert [text for text in strings(yaml.safe_load(path.read_text())) if "  " in text] == []


def holders(kind: str) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    held: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for entry in entries():
        for alias in entry.get(kind, ()):
            held.setdefault(key(alias), []).append(entry)
    return held


@pytest.mark.parametrize("chapter", chapters("actors"))
def test_a_chapter_of_actors_is_sorted_by_name(chapter: str) -> None:
    names = [entry["name"] for entry in load(chapter)]
    assert names == sorted(names, key=str.casefold)
    assert names


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["name"])
def test_an_actor_is_well_formed(entry: dict[str, Any]) -> None:
    assert set(entry) <= ACTOR_FIELDS
    assert entry["category"] in CATEGORIES
    assert {entry.get("country", "IRQ"), *entry.get("theatre", ())} <= COUNTRIES
    assert all(is_sorted(entry.get(name, [])) for name in LISTS)
    assert entry.get("aliases") or entry.get("local") or entry.get("exact")
    known = [*entry.get("aliases", ()), *entry.get("local", ()), *entry.get("exact", ())]
    assert "acronym" not in entry or entry["acronym"] in known


def test_no_name_of_an_actor_stands_twice() -> None:
    names = Counter(entry["name"] for entry in entries())
    assert [name for name, count in names.items() if count > 1] == []


def test_no_alias_is_claimed_everywhere_by_two_actors() -> None:
    assert {alias: [e["name"] for e in held] for alias, held in holders("aliases").items() if len(held) > 1} == {}


def test_a_shared_local_name_is_told_apart_by_countries_or_cues() -> None:
    for alias, held in holders("local").items():
        places = [(e.get("country"), *e.get("theatre", ()), *e.get("cues", ())) for e in held]
        assert len(set(places)) == len(places), alias
        assert all(any(place) for place in places), alias


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["name"])
def test_every_name_of_an_actor_is_found_in_its_war(entry: dict[str, Any]) -> None:
    names = {code: load("nationalities")[code]["name"] for code in load("nationalities")}
    codes = [entry["country"]] * 2 if "country" in entry else entry.get("theatre", [])
    hints = " ".join([*(names[code] for code in codes), *entry.get("cues", ())])
    for alias in [*entry.get("aliases", ()), *entry.get("local", ()), *entry.get("exact", ())]:
        found = actors(split(None, f"They saw {alias} there. {hints} {hints} {hints}."))
        assert entry["name"] in {m.name for m in found}, alias


@pytest.mark.parametrize("code", load("nationalities"))
def test_every_country_has_a_name_and_adjectives_that_are_found(code: str) -> None:
    entry = load("nationalities")[code]
    assert code in COUNTRIES
    assert set(entry) <= {"name", "article", "adjective", "demonyms", "names"}
    assert is_sorted(entry.get("demonyms", []))
    for word in (entry["adjective"], *entry.get("demonyms", ())):
        (sentence,) = split(None, f"Two {word} men came")
        assert [m.country_code for m in nationalities(sentence)] == [code], word


def test_nationalities_are_sorted_and_each_word_belongs_to_one_country() -> None:
    countries = load("nationalities")
    assert is_sorted([code for code in countries if code != "ESH"])
    words = Counter(w for e in countries.values() for w in (e["adjective"], *e.get("demonyms", ())))
    assert [word for word, count in words.items() if count > 1] == []


def noun_entries() -> Iterator[tuple[str, str]]:
    return ((name, word) for name, chapter in load("nouns").items() for word in chapter["nouns"])


def test_nouns_are_sorted_and_bear_one_category_at_most() -> None:
    chapters_of_nouns = load("nouns")
    assert is_sorted(list(chapters_of_nouns))
    categories: dict[str, set[str]] = {}
    for chapter in chapters_of_nouns.values():
        assert set(chapter) <= {"category", "nouns"}
        assert chapter.get("category", "other") in CATEGORIES
        assert is_sorted(chapter["nouns"])
        for word in chapter["nouns"]:
            categories.setdefault(word, set()).update({chapter["category"]} if "category" in chapter else ())
    assert {word: held for word, held in categories.items() if len(held) > 1} == {}


def test_every_noun_is_found_in_the_singular_and_the_plural() -> None:
    for name, word in noun_entries():
        for form in (word, plural(word)):
            (sentence,) = split(None, f"the {form}")
            found = nouns(sentence)
            assert found, form
            assert name in found[-1][2].classes, form
            assert found[-1][2].plural or form == word, form


def test_every_irregular_plural_is_of_use() -> None:
    words = {word for _, word in noun_entries()}
    lasts = {word.replace("-", " ").split()[-1] for word in words}
    unused = [word for word in load("plurals") if word not in words | lasts]
    assert unused == []


@pytest.mark.parametrize("entry", load("people"), ids=lambda entry: entry["name"])
def test_a_known_person_is_well_formed_and_found(entry: dict[str, Any]) -> None:
    assert set(entry) <= {"name", "category", "country", "affiliation", "aliases"}
    assert entry["category"] in CATEGORIES
    assert entry.get("country", "IRQ") in COUNTRIES
    assert "affiliation" not in entry or entry["affiliation"] in {actor["name"] for actor in entries()}
    for name in (entry["name"], *entry.get("aliases", ())):
        sentences = split(None, f"They met {name} there.")
        assert [m.entity for m in people(sentences, [])] == [entry["name"]], name


def test_people_are_sorted() -> None:
    assert is_sorted([entry["name"] for entry in load("people")])


@pytest.mark.parametrize("chapter", ["titles", "organisations", "operations", "not_actors", "theatres"])
def test_every_list_of_a_chapter_is_sorted_without_doubles(chapter: str) -> None:
    for name, words in load(chapter).items():
        listed = list(words)
        assert is_sorted(listed), name
        assert len(set(listed)) == len(listed), name


def test_titles_and_heads_have_categories_of_the_codebook() -> None:
    organisations = load("organisations")
    held = [load("titles")["ranks"], *(organisations[name] for name in ("heads", "weak", "bodies"))]
    assert {category for chapter in held for category in chapter.values()} <= CATEGORIES


def test_theatres_are_countries_with_places() -> None:
    assert set(load("theatres")) <= set(load("nationalities"))


def test_a_word_outside_the_vocabulary_is_no_noun() -> None:
    assert noun("however") is None


RULES = [rule for chapter in chapters("rules") for rule in load(chapter)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["name"])
def test_the_words_of_a_rule_are_triggers_of_its_group(rule: dict[str, Any]) -> None:
    held = load("triggers")[rule["group"]]
    assert set(rule.get("words", ())) - {*held["verbs"], *held["nouns"]} == set()


@pytest.mark.parametrize("group", load("triggers"))
def test_a_trigger_is_taken_by_a_rule_where_all_rules_of_its_group_name_their_words(group: str) -> None:
    """Else it tells nothing, and hides a shorter one: nobody was kidnapped who was "kidnapped for ransom"."""
    held, taking = load("triggers")[group], [rule for rule in RULES if rule["group"] == group]
    if taking and all("words" in rule for rule in taking):
        assert {*held["verbs"], *held["nouns"]} - {word for rule in taking for word in rule["words"]} == set()


def mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from mappings(item)


@pytest.mark.parametrize("path", sorted(LEXICON.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    """Else the second wins without a word."""
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    told = [[key.value for key, _ in mapping.value] for mapping in mappings(root)] if root is not None else []
    assert [name for names in told for name, count in Counter(names).items() if count > 1] == []
