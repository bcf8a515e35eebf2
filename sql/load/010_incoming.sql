-- One row a document handed in, with what becomes of it: new, changed, unchanged, confirmed (other rules read the same
-- facts from the same page) or duplicate. Of several versions of one page, the standing one among them, the last fetched
-- counts, else the last handed in. Of several pages with the same bytes the first counts, and one that the warehouse
-- holds comes before all.
create temp table incoming as
with standing as (
    select
        documents.locator,
        documents.source_uri,
        documents.page_id,
        documents.document_id,
        documents.content_digest,
        documents.cleaned_by,
        documents.ruleset_version,
        documents.facts_digest,
        documents.fetched_at
    from documents
    where
        documents.locator in (select arrived.locator from arrived)
        or documents.content_digest in (select arrived.content_digest from arrived)
),

-- What is older than the standing version of its page is out of the running; a time that is not known is never older.
candidate as (
    select staged.*
    from arrived as staged
    left join standing on staged.locator = standing.locator
    where
        standing.fetched_at is null
        or staged.fetched_at is null
        or staged.fetched_at >= standing.fetched_at
        or staged.page_id = standing.page_id
),

last_version as (
    select
        locator,
        arg_max(page_id, struct_pack(fetched := coalesce(fetched_at, timestamptz '-infinity'), handed := outcome)) as page_id
    from candidate
    group by locator
),

version_taken as (
    select
        candidate.locator,
        min(candidate.outcome) as outcome,
        any_value(candidate.page_id) as page_id,
        min_by(candidate.source_uri, candidate.outcome) as source_uri,
        any_value(candidate.content_digest) as content_digest
    from candidate
    inner join last_version on candidate.locator = last_version.locator and candidate.page_id = last_version.page_id
    group by candidate.locator
),

held as (
    select
        standing.content_digest,
        standing.locator,
        standing.page_id,
        standing.source_uri,
        '' as outcome
    from standing
    left join last_version on standing.locator = last_version.locator
    where last_version.locator is null or standing.page_id = last_version.page_id
    union all
    select
        content_digest,
        locator,
        page_id,
        source_uri,
        outcome
    from version_taken
),

holder as (
    select
        content_digest,
        min_by(locator, outcome) as locator,
        min_by(page_id, outcome) as page_id,
        min_by(source_uri, outcome) as source_uri
    from held
    group by content_digest
)

select
    staged.outcome,
    staged.document_id,
    staged.page_id,
    staged.source_uri,
    staged.locator,
    staged.text_digest,
    standing.document_id as old_document_id,
    coalesce(standing.page_id = staged.page_id and standing.document_id = staged.document_id, false) as same_page,
    case
        when coalesce(version_taken.outcome != staged.outcome, true) then 'duplicate'
        when holder.locator != staged.locator then 'duplicate'
        when standing.locator is null then 'new'
        when
            standing.page_id = staged.page_id
            and standing.cleaned_by = staged.cleaned_by
            and standing.ruleset_version = staged.ruleset_version
            then 'unchanged'
        when
            standing.page_id = staged.page_id
            and standing.cleaned_by = staged.cleaned_by
            and standing.facts_digest = staged.facts_digest
            then 'confirmed'
        else 'changed'
    end as fate,
    case
        when version_taken.locator is null then standing.page_id
        when version_taken.page_id != staged.page_id then version_taken.page_id
        when version_taken.outcome != staged.outcome then version_taken.page_id
        when holder.locator != staged.locator then holder.page_id
    end as first_page_id,
    case
        when version_taken.locator is null then 'an older version of ' || standing.source_uri
        when version_taken.page_id != staged.page_id then 'an older version of ' || version_taken.source_uri
        when version_taken.outcome != staged.outcome then 'duplicate of ' || version_taken.source_uri
        when holder.locator != staged.locator then 'duplicate of ' || holder.source_uri
    end as detail
from arrived as staged
left join version_taken on staged.locator = version_taken.locator
left join holder on version_taken.content_digest = holder.content_digest
left join standing on staged.locator = standing.locator;
