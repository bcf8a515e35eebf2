-- warn: An outlet brings neither five times as many documents as it does in half of its runs, nor a fifth; asked of
-- outlets with five runs before this one, of the last hundred, and at least twenty documents on one side.
with recent as (
    select
        run_id,
        started_at
    from runs
    qualify count(*) over () > 5 and row_number() over (order by started_at desc, run_id desc) <= 100
),

volumes as (
    select
        outlet(documents.url, documents.canonical_url, documents.site) as outlet,
        outlet_name(documents.site, documents.url) as site,
        documents.run_id,
        recent.started_at,
        count(*) as documents
    from documents
    inner join recent on documents.run_id = recent.run_id
    group by outlet(documents.url, documents.canonical_url, documents.site), documents.run_id, recent.started_at
),

compared as (
    select
        site,
        run_id,
        documents,
        row_number() over latest as from_latest,
        median(documents) over before as usual,
        count(*) over before as runs_before
    from volumes
    window
        latest as (partition by outlet order by started_at desc, run_id desc),
        before as (partition by outlet order by started_at, run_id rows between unbounded preceding and 1 preceding)
)

select
    site,
    documents,
    usual
from compared
where
    coalesce(run_id = $run_id, from_latest = 1)
    and runs_before >= 5
    and greatest(documents, usual) >= 20
    and (documents > 5 * usual or documents * 5 < usual);
