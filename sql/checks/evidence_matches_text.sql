-- fail: The wording of evidence is what stands at its span in the text of the document.
select
    documents.source_uri,
    evidence.event_id,
    evidence.slot,
    evidence.wording,
    substring(documents.text, evidence.char_start + 1, evidence.char_end - evidence.char_start) as text_there
from event_evidence as evidence
inner join events on evidence.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where
    coalesce(documents.run_id = $run_id, true)
    and (
        evidence.wording = ''
        or (
            evidence.field = 'text'
            and evidence.wording is distinct from
            substring(documents.text, evidence.char_start + 1, evidence.char_end - evidence.char_start)
        )
    );
