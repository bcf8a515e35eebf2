"""Explain: what the extractor sees in a document, sentence by sentence, as lines of text."""

from collections.abc import Iterator

from extraction.clauses.chunk import Phrase
from extraction.clauses.clause import Predicate
from extraction.document import Document
from extraction.events.event import Event, Span
from extraction.events.realis import status
from extraction.events.rule import agents_of, patients_of
from extraction.events.rules import rule_for
from extraction.mentions.mention import Mention
from extraction.read import clauses, group, read
from extraction.sentences.sentence import Sentence


def explain(document: Document) -> Iterator[str]:
    """Yield each sentence with its mentions, its clauses and the rule of each, then the events with their slots."""
    reading = read(document)
    by_sentence = group(reading.sentences, reading.mentions)
    last_act: str | None = None
    for sentence in reading.sentences:
        yield f"\n[{sentence.index}] {sentence.part}: {sentence.text}"
        for mention in by_sentence[sentence.index]:
            yield f"    {_mention(mention)}"
        found = clauses(sentence, by_sentence[sentence.index], last_act)
        for predicate in found:
            if predicate.groups:
                yield f"    {_clause(predicate, sentence)}"
        last_act = next((p.word for p in reversed(found) if p.nominal), last_act)
    for event in reading.events:
        yield ""
        yield from _event(event)


def _mention(mention: Mention) -> str:
    facts = [mention.category, mention.country_code]
    if mention.place is not None:
        place = mention.place
        facts += [place.feature, place.admin1, place.country_code, f"precision {place.geo_precision}"]
    if mention.number is not None:
        facts.append(f"{mention.number.low}…{mention.number.high}")
    if mention.when is not None:
        facts.append(f"{mention.when.start}…{mention.when.end} ({mention.when.precision})")
    told = ", ".join(str(fact) for fact in dict.fromkeys(facts) if fact)
    return f"{mention.type} “{mention.wording}” = {mention.name}" + (f" ({told})" if told else "")


def _clause(predicate: Predicate, sentence: Sentence) -> str:
    rule = rule_for(predicate)
    outcome = "no rule"
    if rule is not None:
        realis = status(predicate, rule, sentence)
        outcome = f"rule {rule.name} → {rule.kind}, " + (
            realis or "but no event: a condition, an aim, a habit or general talk"
        )
    doer, done_to = _names(agents_of(predicate)), _names(patients_of(predicate))
    where = " ".join(f"{word} ({_names(phrases)})" for word, phrases in predicate.adjuncts)
    act = "act" if predicate.nominal else "verb"
    return f"{act} “{predicate.word}”: {doer or '–'} → {done_to or '–'} {where} | {outcome}"


def _names(phrases: tuple[Phrase, ...]) -> str:
    return ", ".join(" ".join(phrase.norms) for phrase in phrases)


def _event(event: Event) -> Iterator[str]:
    yield f"EVENT {event.summary}"
    yield f"    {event.status}, {event.scope}, rule {event.rule}, told in {_told(event)}"
    yield f"    confidence {event.confidence}" + (f", less for: {', '.join(event.doubts)}" if event.doubts else "")
    for participant in event.participants:
        why = _place(participant.span) if participant.span is not None else "not told here: taken from the document"
        yield f"    {participant.role}: {participant.name}, “{participant.wording}” {why}"
    for place in event.places:
        why = "inherited from" if place.inherited else "told in"
        yield f"    place {place.role}: {place.place.name}, “{place.wording}” {why} {_place(place.span)}"
    for quantity in event.quantities:
        figure = f"{quantity.low}…{quantity.high} {quantity.counted or ''}".rstrip()
        yield f"    {quantity.role}: {figure}, “{quantity.wording}” {_place(quantity.span)}"
    if event.date_wording is not None:
        yield f"    date: {event.date_start}…{event.date_end} ({event.date_precision}), “{event.date_wording}”"
    if event.part_of is not None:
        yield f"    part of {event.part_of}"


def _told(event: Event) -> str:
    return ", ".join(f"[{e.span.sentence}]" for e in event.evidence if e.slot == "event")


def _place(span: Span | None) -> str:
    return f"[{span.sentence}] {span.start}–{span.end}" if span is not None else ""
