"""Tag: the part of speech of each token of a sentence, from closed classes, mentions, verb forms and neighbours."""

from collections.abc import Sequence

from extraction.clauses.grammar import MOST_PARTICLES, also_nouns, particles, verb_forms, words
from extraction.clauses.neighbour import by_neighbour, leaning
from extraction.clauses.word_class import OPENS_OBJECT, Tag, alone, named
from extraction.mentions.mention import Mention
from extraction.mentions.noun import PEOPLE
from extraction.mentions.noun import noun as noun_of
from extraction.sentences.sentence import Token

_OPEN = frozenset({"?", "TO", "DET", "REL", "SINCE"})
"""Tags that the neighbours can change."""
_BEFORE_NOUN = frozenset({"DET", "POSS", "ADJ", "NUM", "NAT", "P"})
_BEFORE_VERB = frozenset({"TO", "MODAL", "PRON", "REL", "NEG"})
_OPENS_PHRASE = frozenset({"DET", "NUM", "NAME", "NAT", "PRON", "DATE"})
_NOMINAL_AFTER = _OPENS_PHRASE | {"N"}
_AFTER_DETERMINER = frozenset({"N", "NAME", "NAT", "ADJ", "NUM", "DET", "?", "ADV"})
_AFTER_VERB = frozenset({"P", "TO", "ADV", "DATE", "PUNCT"})
_ALSO_PRONOUNS = frozenset(
    {"these", "those", "this", "some", "many", "both", "all", "several", "few", "more", "most", "another"}
)


def tags(
    tokens: Sequence[Token], mentions: Sequence[Mention | None], nouns: Sequence[bool], opens_noun: Sequence[bool]
) -> list[Tag]:
    """Return one tag a token; `mentions` and `nouns` say of each what names it and whether it is a known noun.

    A participle before the last word of a known noun (`opens_noun`) only describes: "improvised explosive device".
    """
    raw = [alone(t.text) if m is None else named(m) for t, m in zip(tokens, mentions, strict=True)]
    for i in [i for i, opens in enumerate(opens_noun) if opens and raw[i] == "?"]:
        if verb_forms()[tokens[i].norm].parts & {"participle", "ing"}:
            raw[i] = "ADJ"
    for i in leaning(tokens, raw):
        by_neighbour(i, tokens, raw, mentions)
    result: list[Tag] = []
    for i, tag in enumerate(raw):
        if tag in ("POSS", "AUX") and nouns[i]:
            tag = "N"  # the plural of a model: "two Tornado GR4s"
        result.append(_decide(i, tag, tokens, raw, result, nouns) if tag in _OPEN else tag)
    return result


def _decide(i: int, tag: Tag, tokens: Sequence[Token], raw: list[Tag], done: list[Tag], nouns: Sequence[bool]) -> Tag:
    if tag == "?":
        return _verb_or_noun(i, tokens, raw, done, nouns)
    norm = tokens[i].norm
    if tokens[i].glued and tag == "TO" and i + 1 < len(tokens) and tokens[i + 1].glued:
        return "N"  # house-to-house
    if norm == "there":
        return "PRON" if i + 1 < len(raw) and raw[i + 1] in ("AUX", "MODAL") else "ADV"
    if tag == "TO":
        following = _after_adverbs(i, raw)
        return "TO" if following is not None and _infinitive(following, tokens, raw) else "P"
    if norm == "that":
        return _that(i, tokens, raw, done)
    if tag == "SINCE":
        return "ADV" if done and done[-1] == "AUX" else "P"
    if tag == "DET" and norm in _ALSO_PRONOUNS:
        return "DET" if i + 1 < len(raw) and raw[i + 1] in _AFTER_DETERMINER else "PRON"
    return tag


def _infinitive(i: int, tokens: Sequence[Token], raw: Sequence[Tag]) -> bool:
    form = verb_forms().get(tokens[i].norm)
    is_verb = raw[i] == "?" and form is not None and "base" in form.parts
    return is_verb or (raw[i] == "AUX" and tokens[i].norm in ("be", "have", "do"))


def _after_adverbs(i: int, raw: Sequence[Tag]) -> int | None:
    following = i + 1
    while following < len(raw) and raw[following] in ("ADV", "NEG"):
        following += 1
    return following if following < len(raw) else None


def _that(i: int, tokens: Sequence[Token], raw: Sequence[Tag], done: Sequence[Tag]) -> Tag:
    following = raw[i + 1] if i + 1 < len(raw) else "PUNCT"
    if done and following == "N" and _is_person(tokens[i - 1].norm) and raw[i + 2 : i + 3] == ["AUX"]:
        return "REL"  # "sailors that pirates had taken"
    if done and done[-1] in ("N", "NAME") and following in ("?", "AUX", "MODAL", "ADV"):
        return "REL"
    return "DET" if following == "N" and not (done and done[-1] == "V") else "SUB"


def _verb_or_noun(i: int, tokens: Sequence[Token], raw: list[Tag], done: list[Tag], nouns: Sequence[bool]) -> Tag:
    token = tokens[i]
    parts = verb_forms()[token.norm].parts
    before = _last_solid(done)
    after = raw[i + 1] if i + 1 < len(raw) else "PUNCT"
    noun = nouns[i] or token.norm in also_nouns()
    if token.norm.endswith("ed") and before != "DET":
        noun = False
    if token.glued and not (i + 1 < len(raw) and raw[i + 1] in ("DET", "P", "NUM")):
        return "ADJ" if parts & {"participle", "ing"} else "N"
    if "ing" in parts:
        return _ing(before, after, noun and not (i and before == "N" and _many_people(tokens[i - 1].norm)))
    if "past" in parts and (_only_past(i, tokens, before) or (before == "NAT" and _predicated(i, tokens, done))):
        return "V"
    if "participle" in parts and not noun:
        return _participle(before, "N" if i + 1 < len(raw) and nouns[i + 1] and before == "NUM" else after, i, raw)
    if (before in _BEFORE_VERB and not (noun and _is_noun_here(i, tokens, after))) or (
        before == "AUX" and parts & {"participle", "past"}
    ):
        return "V"
    if before in _BEFORE_NOUN or (before == "AUX" and noun):
        stays = noun or before in ("DET", "POSS") or (before == "P" and not parts & {"participle", "past"})
        return "N" if stays else _participle(before, after, i, raw)  # "armed with sticks"
    if not noun:
        return "V"
    if before == "CC" and "base" in parts and len(done) > 1 and done[-2] == "V":
        return "V"
    return _noun_unless_object(i, token, tokens, raw, done)


def _opens_subject(i: int, raw: Sequence[Tag]) -> bool:
    """Whether a verb follows the nouns behind the word, which therefore is none itself."""
    after = i + 1
    while after < len(raw) and raw[after] in ("ADJ", "N", "NAME", "?"):
        after += 1
    return after > i + 1 and after < len(raw) and raw[after] in ("AUX", "MODAL")


def _only_past(i: int, tokens: Sequence[Token], before: Tag) -> bool:
    """Whether it is no participle: "thousands sought refuge", unlike "two wounded men"; "the US held talks"."""
    return (before == "NUM" and tokens[i - 1].norm in words("crowds")) or (before == "NAT" and _phrasal(i, tokens))


def _predicated(i: int, tokens: Sequence[Token], done: Sequence[Tag]) -> bool:
    """Whether the nationality before the word says what somebody is: "jets believed to be Russian raided the town"."""
    while i and done[i - 1] in ("NAT", "ADV"):
        i -= 1
    return i > 1 and tokens[i - 1].norm == "be" and tokens[i - 2].norm == "to"


def _is_noun_here(i: int, tokens: Sequence[Token], after: Tag) -> bool:
    """Whether the word before is no subject: "two of them police officers", "men whom police had arrested"."""
    before = tokens[i - 1].norm if i else ""
    return before in ("him", "me", "them", "us", "whom") or (before in ("which", "that") and after in ("AUX", "MODAL"))


def _last_solid(done: Sequence[Tag]) -> Tag:
    for tag in reversed(done):
        if tag != "ADV":
            return tag
    return "START"


def _ing(before: Tag, after: Tag, noun: bool) -> Tag:
    if before in ("DET", "POSS", "ADJ", "NAT"):
        return "ADJ" if after in ("N", "NAME") else "N"
    if noun and after not in _NOMINAL_AFTER and before in ("P", "N", "NAME", "NUM", "CC", "START", "V", "DATE"):
        return "N"
    return "V"


def _participle(before: Tag, after: Tag, i: int, raw: Sequence[Tag]) -> Tag:
    if before in ("CC", "PUNCT") and _opens_subject(i, raw):
        return "ADJ"  # "rifles and stolen uniforms were found"
    attributive = after in ("N", "NAME", "?", "ADJ") and (before in _BEFORE_NOUN or before in ("V", "SUB") or i == 0)
    return "ADJ" if attributive and not (before == "NUM" and after == "?") else "V"


def _noun_unless_object(i: int, token: Token, tokens: Sequence[Token], raw: Sequence[Tag], done: Sequence[Tag]) -> Tag:
    """A word that can be both, after a noun or at the start: a verb where an object and no other verb follows."""
    before = _last_solid(done)
    after = raw[i + 1] if i + 1 < len(raw) else "PUNCT"
    parts = verb_forms()[token.norm].parts
    subject = before in ("N", "NAME", "CC")
    if subject and _phrasal(i, tokens) and ("past" in parts or (before == "NAME" and _agrees(tokens[i - 1], parts))):
        return "V"
    if (
        before == "PUNCT"
        and i > 1
        and "past" in parts
        and (_phrasal(i, tokens) or (after in OPENS_OBJECT and "V" in done))
    ):
        return "V"  # "raided the village, shot dead one man", "detained two men, found weapons and"
    if before == "NAME" and token.norm == "plans" and after == "TO":
        return "V"
    if before in ("N", "NAME") and "participle" in parts and i + 1 < len(tokens) and tokens[i + 1].norm == "by":
        return "V"  # "a detention centre run by the rebels"
    if before == "DATE" and "past" in parts and (after in _OPENS_PHRASE or _phrasal(i, tokens)):
        return "V"  # "a court on Friday found two men guilty", "gunmen on Tuesday night shot dead a farmer"
    if subject and (after in _OPENS_PHRASE or (after == "N" and _agrees(tokens[i - 1], parts))):
        return "V"
    if before == "N" and (token.norm == "left" or (after in _AFTER_VERB and _people_did(i, tokens))):
        return "V"  # "a device left under a car", "rebels attack in", "snipers shot at"
    if before == "PUNCT" and after == "NUM" and parts & {"base", "s"} and i > 1:
        return "V"  # "rebels attack base, kill nine"
    if "past" in parts and subject and after not in ("P", "PUNCT"):
        return "V"
    return "N"


def _hits_the_body(i: int, tokens: Sequence[Token]) -> bool:
    """Whether the word says that somebody was shot, and where in the body."""
    lemma, behind = verb_forms()[tokens[i].norm].lemma, tokens[i + 1 : i + 4]
    if lemma not in words("wounding") or len(behind) < 3 or behind[0].norm != "in":
        return False
    return behind[2].norm in words("limbs") or behind[2].norm in words("trunk")


def _people_did(i: int, tokens: Sequence[Token]) -> bool:
    """Whether the word can be what the people before it do or did, or "a man shot in the head"."""
    if _is_person(tokens[i - 1].norm) and _hits_the_body(i, tokens):
        return True
    return bool(verb_forms()[tokens[i].norm].parts & {"base", "past"}) and _many_people(tokens[i - 1].norm)


def _phrasal(i: int, tokens: Sequence[Token]) -> bool:
    following = tuple([token.norm for token in tokens[i + 1 : i + 1 + MOST_PARTICLES]])
    return bool(particles(verb_forms()[tokens[i].norm].lemma, following))


def _many_people(norm: str) -> bool:
    """Whether the word can only be the plural of a noun for people: no noun compounds with it ("rebels attack in")."""
    found = noun_of(norm)
    return found is not None and found.plural and norm != found.lemma and found.category is not None


def _is_person(norm: str) -> bool:
    found = noun_of(norm)
    return found is not None and not found.classes.isdisjoint(PEOPLE)


def _agrees(subject: Token, parts: frozenset[str]) -> bool:
    found = noun_of(subject.norm)
    plural = subject.norm.endswith("s") if found is None else found.plural
    return ("base" in parts and plural) or ("s" in parts and not plural)
