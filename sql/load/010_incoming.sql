-- One row a document handed in, with what becomes of it: new, changed, unchanged, confirmed (other rules read the same
-- facts from the same page) or duplicate. Of several versions of one page the last fetched counts, else the last handed
-- in. Of several pages with the same bytes the first counts,
-- and one that the warehouse holds comes before all.
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
        documents.facts_digest
    from documents
),

last_version as (
    select distinct on (locator)
        locator,
        page_id
    from staged_documents
    order by locator, fetched_at desc nulls last, staged_order desc
),

version_taken as (
    select distinct on (staged.locator)
        staged.outcome,
        staged.locator,
        staged.page_id,
        staged.source_uri,
        staged.content_digest,
        staged.staged_order
    from staged_documents as staged
    inner join last_version on staged.locator = last_version.locator and staged.page_id = last_version.page_id
    order by staged.locator, staged.staged_order
),

holder as (
    select distinct on (content_digest)
        content_digest,
        locator,
        page_id,
        source_uri
    from (
        select
            standing.content_digest,
            standing.locator,
            standing.page_id,
            standing.source_uri,
            -1 as staged_order
        from standing
        left join last_version on standing.locator = last_version.locator
        where last_version.locator is null or standing.page_id = last_version.page_id
        union all
        select
            content_digest,
            locator,
            page_id,
            source_uri,
            staged_order
        from version_taken
    ) as held
    order by content_digest, staged_order
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
        when version_taken.outcome != staged.outcome then 'duplicate'
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
        when version_taken.page_id != staged.page_id then version_taken.page_id
        when version_taken.outcome != staged.outcome then version_taken.page_id
        when holder.locator != staged.locator then holder.page_id
    end as first_page_id,
    case
        when version_taken.page_id != staged.page_id then 'an older version of ' || version_taken.source_uri
        when version_taken.outcome != staged.outcome then 'duplicate of ' || version_taken.source_uri
        when holder.locator != staged.locator then 'duplicate of ' || holder.source_uri
    end as detail
from staged_documents as staged
inner join version_taken on staged.locator = version_taken.locator
inner join holder on version_taken.content_digest = holder.content_digest
left join standing on staged.locator = standing.locator;
