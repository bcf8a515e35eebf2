-- Where the archive keeps the page of a URL, the latest, or that a document was made from. A page that came again as it
-- was is kept once, where it came first.
with wanted as (
    select
        fetches.url,
        fetches."at",
        fetches.digest
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
    limit 1
)

select
    wanted.url,
    wanted."at",
    wanted.digest,
    kept.file,
    kept.file_offset,
    kept.file_length
from wanted
inner join fetches as kept on wanted.url = kept.url and wanted.digest = kept.digest and kept.outcome = 'fetched'
order by kept."at"
limit 1;
