-- The documents to be read anew, as a batch stages them: those that other rules than the current ones have read, or all.
select
    cast(document_id as varchar) as document_id,
    source_uri,
    locator,
    url,
    canonical_url,
    site,
    title,
    author,
    published_at,
    published_precision,
    language,
    text,
    text_digest,
    word_count,
    cast(page_id as varchar) as page_id,
    content_digest,
    fetched_at,
    cleaned_by,
    ruleset_version,
    seconds,
    coalesce(facts_digest, '') as facts_digest
from documents
where $every or ruleset_version != $ruleset;
