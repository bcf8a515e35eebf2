"""Explain: what the extractor sees in a document, sentence by sentence, as lines of text."""

from collections.abc import Iterator

from extraction.clauses.chunk import Phrase
from extraction.clauses.predicate import Predicate
from extraction.document import Document
from extraction.events.compose import figure
from extraction.events.doer import agents_of
from extraction.events.event import Event, Participant, Span
from extraction.events.realis import status
from extraction.events.rules import rule_for
from extraction.events.sufferer import patients_of
from extraction.grounds import scope_grounds, status_grounds
from extraction.mentions.mention import Mention
from extraction.read import Acts, group, read
from extraction.reading import Reading
from extraction.sentences.sentence import Sentence


def explain(document: Document) -> Iterator[str]:
    """Yield each sentence with its mentions, its clauses and the rule of each, then the events with their slots."""
    reading = read(document)
    by_sentence = group(reading.sentences, reading.mentions)
    parser = Acts(by_sentence)
    acts: dict[int, list[Predicate]] = {}
    for sentence in reading.sentences:
        yield f"\n[{sentence.index}] {sentence.part}: {sentence.text}"
        for mention in by_sentence[sentence.index]:
            yield f"    {_mention(mention)}"
        found = acts[sentence.index] = parser.clauses(sentence)
        for predicate in found:
            if predicate.groups:
                yield f"    {_clause(predicate, sentence)}"
    for event in reading.events:
        yield ""
        yield f"EVENT {event.event_id} {event.kind}: {event.summary}"
        yield from _reading(event, reading, acts)
        yield from _slots(event, reading)


def _mention(mention: Mention) -> str:
    facts = [mention.category, mention.country_code]
    if mention.place is not None:
        place = mention.place
        facts += [place.feature, place.admin1, place.country_code, f"precision {place.geo_precision}"]
    if mention.number is not None:
        facts.append(figure(mention.number.low, mention.number.high))
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


def _reading(event: Event, reading: Reading, acts: dict[int, list[Predicate]]) -> Iterator[str]:
    """Yield where the event is told, by which rule, and what its status and scope rest on."""
    yield f"    rule {event.rule}, told in {_told(event)}"
    sentence = reading.sentences[next(e.span.sentence for e in event.evidence if e.slot == "event")]
    status_why = scope_why = ""
    for act in acts.get(sentence.index, []):
        rule = rule_for(act)
        if rule is not None and rule.name == event.rule and status(act, rule, sentence) == event.status:
            status_why, scope_why = status_grounds(act, rule, sentence), scope_grounds(act, sentence)
            break
    yield f"    status {event.status}: {status_why}".rstrip(": ")
    yield f"    scope {event.scope}: {scope_why}".rstrip(": ")
    yield f"    confidence {event.confidence}" + (f", less for: {', '.join(event.doubts)}" if event.doubts else "")


def _slots(event: Event, reading: Reading) -> Iterator[str]:
    """Yield each slot with its wording and where that stands, or what else it comes from."""
    for participant in event.participants:
        why = _place(participant.span) if participant.span is not None else _implied(participant, reading)
        yield f"    {participant.role}: {participant.name}, “{participant.wording}” {why}"
    for place in event.places:
        why = "inherited from" if place.inherited else "told in"
        yield f"    place {place.role}: {place.place.name}, “{place.wording}” {why} {_place(place.span)}"
    for quantity in event.quantities:
        amount = f"{figure(quantity.low, quantity.high)} {quantity.counted or ''}".rstrip()
        yield f"    {quantity.role}: {amount}, “{quantity.wording}” {_place(quantity.span)}"
    if event.date_start is not None or event.date_wording is not None:
        wording = f"“{event.date_wording}” {_evidence(event, 'date')}" if event.date_wording else "when it is reported"
        yield f"    date: {event.date_start}…{event.date_end} ({event.date_precision}), {wording}"
    if event.operation is not None:
        yield f"    operation: {event.operation} {_evidence(event, 'operation')}"
    if event.part_of is not None:
        yield f"    part of: {event.part_of}"


def _implied(participant: Participant, reading: Reading) -> str:
    """Say that nobody is named where the event is told, and where the document names who is meant."""
    named = next((m for m in reading.mentions if m.name == participant.name), None)
    where = f", named in [{named.sentence}]" if named is not None else ""
    return f"implied by what kind of act it is: the document tells of no other side{where}"


def _evidence(event: Event, slot: str) -> str:
    return next((_place(e.span) for e in event.evidence if e.slot == slot), "")


def _told(event: Event) -> str:
    return ", ".join(f"[{e.span.sentence}]" for e in event.evidence if e.slot == "event")


def _place(span: Span | None) -> str:
    return f"[{span.sentence}] {span.start}–{span.end}" if span is not None else ""
