-- The pages that did not become a document; those rejected before for the same reason add no row.
insert into rejections by name
with turned_away as (
    select
        source_uri,
        reason,
        detail,
        page_id,
        cast(null as uuid) as duplicate_of
    from staged_rejections
    union all
    select
        source_uri,
        'duplicate' as reason,
        detail,
        page_id,
        first_page_id as duplicate_of
    from incoming
    where fate = 'duplicate'
),

identified as (
    select distinct
        *,
        uuid5(concat_ws(' ', source_uri, reason, detail, page_id)) as rejection_id
    from turned_away
)

select
    identified.*,
    $run_id as run_id,
    now() as "at"
from identified
anti join rejections on identified.rejection_id = rejections.rejection_id;
