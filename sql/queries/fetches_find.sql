-- Where the archive keeps the page of a URL, or that a document was made from: the latest that is not a revisit first.
select
    fetches.url,
    fetches."at",
    fetches.digest,
    fetches.file,
    fetches.file_offset,
    fetches.file_length
from fetches
left join documents on fetches.page_url = documents.url
where
    fetches.outcome = 'fetched'
    and (
        fetches.url = $wanted
        or fetches.page_url = $wanted
        or (cast(documents.document_id as varchar) = $wanted and fetches."at" <= documents.fetched_at)
    )
order by fetches."at" desc
limit 1;
