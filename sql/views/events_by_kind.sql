-- One row a kind of event. Column events counts what has happened and may be counted, killed_low sums over it; planned,
-- prevented, denied and alleged events and period totals stand beside it and are not part of it. Copies are left out. A
-- happening told by several documents counts once for each.
create or replace view events_by_kind as
select
    events.kind,
    min(events.acled_event_type) as acled_event_type,
    min(events.plover_event) as plover_event,
    count(*) filter (where events.is_counted) as events,
    count(distinct events.document_id) filter (where events.is_counted) as documents,
    coalesce(sum(events.killed_low), 0) as killed_low,
    count(*) filter (where events.scope = 'single' and events.status = 'planned') as planned,
    count(*) filter (where events.scope = 'single' and events.status = 'prevented') as prevented,
    count(*) filter (where events.scope = 'single' and events.status = 'denied') as denied,
    count(*) filter (where events.scope = 'single' and events.status = 'alleged') as alleged,
    count(*) filter (where events.scope = 'period_total') as period_totals,
    min(events.date_start) filter (where events.is_counted) as first_date,
    max(events.date_end) filter (where events.is_counted) as last_date
from events
inner join documents on events.document_id = documents.document_id
where documents.duplicate_of is null
group by events.kind
order by events desc, events.kind;

comment on view events_by_kind is
'One row a kind of event. Column events counts what has happened and may be counted, killed_low sums over it; planned, prevented, denied and alleged events and period totals stand beside it and are not part of it. Copies are left out. A happening told by several documents counts once for each.';
comment on column events_by_kind.kind is 'What happened, by the codebook.';
comment on column events_by_kind.acled_event_type is 'An ACLED event type that events of the kind have.';
comment on column events_by_kind.plover_event is 'A PLOVER event that events of the kind have.';
comment on column events_by_kind.events is 'Events that have happened or go on.';
comment on column events_by_kind.documents is 'Documents that tell them.';
comment on column events_by_kind.killed_low is 'Least number killed in them.';
comment on column events_by_kind.planned is 'Events announced.';
comment on column events_by_kind.prevented is 'Events foiled or repelled before harm.';
comment on column events_by_kind.denied is 'Events said not to have happened.';
comment on column events_by_kind.alleged is 'Events only claimed by a party.';
comment on column events_by_kind.period_totals is 'Figures of whole periods.';
comment on column events_by_kind.first_date is 'First day of the first event.';
comment on column events_by_kind.last_date is 'Last day of the last event.';
