-- warn: No figure is below zero, and no event kills, injures, arrests, abducts or frees more than 100,000 people.
select
    documents.source_uri,
    quantity.event_id,
    quantity.role,
    quantity.wording,
    quantity.low,
    quantity.high
from event_quantities as quantity
inner join events on quantity.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where
    coalesce(documents.run_id = $run_id, true)
    and (
        quantity.low < 0 or quantity.high < 0
        or (
            events.scope = 'single' and quantity.low > 100000
            and quantity.role in ('killed', 'injured', 'arrested', 'abducted', 'released')
        )
    );
