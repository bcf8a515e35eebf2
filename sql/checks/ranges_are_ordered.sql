-- warn: The low end of a figure is not above its high end, and an event does not end before it begins.
with turned as materialized (
    select
        event_quantities.event_id,
        event_quantities.wording
    from event_quantities
    where event_quantities.low > event_quantities.high
    union all
    select
        events.event_id,
        events.date_wording as wording
    from events
    where events.date_start > events.date_end
)

select
    documents.source_uri,
    turned.event_id,
    turned.wording
from turned
inner join events on turned.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where coalesce(documents.run_id = $run_id, true);
