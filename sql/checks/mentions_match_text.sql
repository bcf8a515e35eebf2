-- warn: The wording of a mention is what stands at its span in the text of the document.
select
    documents.source_uri,
    mentions.mention_id,
    mentions.wording,
    substring(documents.text, mentions.char_start + 1, mentions.char_end - mentions.char_start) as text_there
from mentions
inner join documents on mentions.document_id = documents.document_id
where
    coalesce(documents.run_id = $run_id, true)
    and mentions.field = 'text'
    and mentions.wording is distinct from
    substring(documents.text, mentions.char_start + 1, mentions.char_end - mentions.char_start);
