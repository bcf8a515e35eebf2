"""Places: the place mentions of a document, found sentence by sentence and resolved together.

How a mention is to be read:

- `place` is the resolved place, its `geo_precision` by the codebook; `wording` keeps directions and nouns
  ("northern Iraq", "Dibis district"), `name` does not.
- `category` says what the wording before it makes of it: a role `at`, `from`, `to`, `toward`, `near`, `between`,
  `border`; `container` where it only tells where a narrower place of the same chain lies ("Ghazni" in "Andar
  district, Ghazni province", "Baghdad" in "Tarmiyah, north of Baghdad"); `dateline` for the place a report is
  filed from; `origin` for somebody's home in a country that the document is not about, and for where
  a speaker is ("officials in Kano said"); `attribute` where it only says
  whose a force or body is ("Jubaland fighters"); `government` for a capital that stands for those who govern there
  ("Kyiv accused Moscow"); null where nothing says it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extraction.mentions.mention import Mention, Place
from extraction.places.gazetteer import gazetteer
from extraction.places.place_context import Context
from extraction.places.place_find import sightings
from extraction.places.place_group import Found, resolve
from extraction.places.place_key import strong_key
from extraction.places.place_minor import obscure
from extraction.places.place_resolve import best, sure, within
from extraction.places.place_role import cities_with_news, dateline_length, role
from extraction.places.place_sighting import Sighting
from extraction.places.place_title import in_title, is_title
from extraction.places.place_words import words
from extraction.sentences.sentence import Sentence, Token


def places(sentences: Sequence[Sentence], taken: Sequence[Mention]) -> list[Mention]:
    """Return all place mentions of a document in the order of the text.

    Args:
        sentences: title and body of one document.
        taken: mentions already found; names inside them are no places of their own. Their countries help to
            decide between homonyms.
    """
    blocked, adjectives = _inside(sentences, taken)
    nothing: frozenset[int] = frozenset()
    seen = {s.index: sightings(s, blocked.get(s.index, nothing), adjectives.get(s.index, nothing)) for s in sentences}
    titled = {s.index for s in sentences if is_title(s)}
    context = _context(sentences, [item for s in sentences if s.index not in titled for item in seen[s.index]], taken)
    found = {index: resolve(seen[index], context) for index in seen if index not in titled}
    _settle(found)
    told = {strong_key(item.seen.name): item for index in found for item in found[index] if item.place}
    for sentence in (s for s in sentences if s.index in titled):
        found[sentence.index] = in_title(sentence, seen[sentence.index], told, context)
    filed = cities_with_news(found.values())
    return [mention for s in sentences for mention in _mentions(found[s.index], context, filed)]


Tokens = dict[int, frozenset[int]]


def _inside(sentences: Sequence[Sentence], taken: Sequence[Mention]) -> tuple[Tokens, Tokens]:
    """Return, by sentence, the tokens of other mentions and those of nationalities, which may begin a place's name."""
    blocked: dict[int, set[int]] = {}
    adjectives: dict[int, set[int]] = {}
    for item in taken:
        tokens = sentences[item.sentence].tokens
        if item.type == "person" and item.last < len(tokens) and tokens[item.last].norm in words().telling:
            continue  # a village or district that bears a person's name
        if _bears_name(item, tokens):
            continue
        if item.type != "place":
            group = adjectives if item.type == "nationality" else blocked
            group.setdefault(item.sentence, set()).update(range(item.first, item.last))
    return {s: frozenset(t) for s, t in blocked.items()}, {s: frozenset(t) for s, t in adjectives.items()}


def _bears_name(item: Mention, tokens: Sequence[Token]) -> bool:
    """Whether what was taken for somebody is part of a place's name: "San Francisco Gotera", "Morazan Department"."""
    if item.type == "person":
        before = item.first - 1
        return (before >= 0 and tokens[before].norm in words().saints) or _is_known(item, tokens)
    unit = item.type == "actor" and words().nouns.get(tokens[item.last - 1].norm) in ("admin1", "admin2", "either")
    return unit and any(c.feature == "admin1" for c in gazetteer().find(item.wording.rpartition(" ")[0]))


def _is_known(item: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the lexicon knows the name, alone or with a capital before it, as a place's: "Dera Ismail Khan"."""
    names = [item.wording] if item.last - item.first > 1 else []
    if item.first > 0 and tokens[item.first - 1].capital:
        names.append(f"{tokens[item.first - 1].text} {item.wording}")
    return any(candidate.curated for name in names for candidate in gazetteer().find(name))


def _qualifies(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a nationality only says whose help somebody has: "the US-led coalition", "Iranian-made rockets"."""
    last = mention.last
    return mention.type == "nationality" and last < len(tokens) and tokens[last].glued and tokens[last].text.islower()


def _context(sentences: Sequence[Sentence], seen: Sequence[Sighting], taken: Sequence[Mention]) -> Context:
    common = {token.norm for sentence in sentences for token in sentence.tokens if token.text.islower()}
    context = Context(common=frozenset(common))
    at_issue = (item for item in taken if item.country_code and not _qualifies(item, sentences[item.sentence].tokens))
    context.nations.update(item.country_code for item in at_issue if item.country_code)
    for item in seen:
        if item.candidates and item.candidates[0].feature == "country" and sure(item, item.candidates[0], context):
            context.nations[item.candidates[0].country_code or ""] += 2
    for item in seen:
        countries = {candidate.country_code for candidate in item.candidates if candidate.curated}
        if len(countries) == 1 and not item.loose and (choice := best(item, context, None)) and choice.curated:
            if item.noun or item.name.lower() not in words().common:
                context.nations[choice.country_code or ""] += 1
            if choice.latitude is not None and choice.longitude is not None and choice.feature != "country":
                context.know((choice.latitude, choice.longitude))
            if choice.feature == "admin1":
                context.units[choice.country_code, choice.admin1] += 1
    context.nations.pop("", None)
    return context


def _settle(found: Mapping[int, list[Found]]) -> None:
    """Put names that nothing places where the nearest known place lies; a name placed once by a chain stays there."""
    flat = [item for index in sorted(found) for item in found[index]]
    anchor = next((item.place for item in flat if item.place and item.place.country_code), None)
    settled: dict[str, Place] = {}
    chained: dict[tuple[str, str | None], Place] = {}
    for item in flat:
        key = (strong_key(item.seen.name), item.seen.noun)
        if item.place is not None and item.whole is not None:
            chained.setdefault(key, item.place)
        elif item.place is not None and key in chained:
            item.place = chained[key]
        if item.place is None and obscure(item.seen):
            item.place = settled.get(strong_key(item.seen.name))
        elif item.place is not None and item.place.geo_precision is None:
            item.place = within(item.seen, anchor)
        if item.place is not None and obscure(item.seen):
            settled.setdefault(strong_key(item.seen.name), item.place)
        if item.place is not None and item.place.country_code:
            anchor = item.place


def _mentions(found: Sequence[Found], context: Context, filed: frozenset[str]) -> list[Mention]:
    dateline, head = dateline_length(found), None
    if dateline and strong_key(found[0].seen.name) in filed:
        dateline = 0  # one of several cities, each with its own news
    mentions = []
    for number, item in enumerate(found):
        if item.place is None:
            continue
        after_whole = item.seen.listed and number > 0 and found[number - 1].is_container
        if not item.is_container and not after_whole:
            head = role(item, context)
        name = "dateline" if number < dateline else "container" if item.is_container else head
        mentions.append(_mention(item, item.place, name))
    return mentions


def _mention(item: Found, place: Place, role: str | None) -> Mention:
    seen = item.seen
    if role == "near" and place.geo_precision == 1:
        place = replace(place, geo_precision=2)
    return Mention(
        type="place",
        sentence=seen.sentence.index,
        first=seen.first,
        last=seen.last,
        name=place.name,
        wording=seen.sentence.wording(seen.first, seen.last),
        category=role,
        country_code=place.country_code,
        place=place,
    )
