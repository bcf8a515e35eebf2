-- One row an event of a named operation, in order of time, whatever its status and scope: look at both before adding
-- up. Documents that repeat another one are left out.
create or replace view operation_timeline as
select
    events.operation,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.kind,
    events.status,
    events.scope,
    events.place,
    events.admin1,
    events.country_code,
    events.summary,
    documents.site,
    documents.published_at,
    events.event_id,
    events.part_of,
    events.document_id
from events
inner join documents on events.document_id = documents.document_id
where events.operation is not null and documents.duplicate_of is null
order by events.operation, events.date_start, documents.published_at, events.event_id;

comment on view operation_timeline is
'One row an event of a named operation, in order of time, whatever its status and scope: look at both before adding up. Documents that repeat another one are left out.';
comment on column operation_timeline.operation is 'Canonical name of the operation.';
comment on column operation_timeline.date_start is 'First day.';
comment on column operation_timeline.date_end is 'Last day.';
comment on column operation_timeline.date_precision is 'day, week, month, year or unknown.';
comment on column operation_timeline.kind is 'What happened, by the codebook.';
comment on column operation_timeline.status is 'occurred, ongoing, planned, prevented, denied or alleged.';
comment on column operation_timeline.scope is 'single, or period_total for a figure of a whole period.';
comment on column operation_timeline.place is 'Main place.';
comment on column operation_timeline.admin1 is 'Province or governorate.';
comment on column operation_timeline.country_code is 'ISO 3166 alpha-3.';
comment on column operation_timeline.summary is 'One line composed from the slots.';
comment on column operation_timeline.site is 'The outlet.';
comment on column operation_timeline.published_at is 'When the document was published.';
comment on column operation_timeline.event_id is 'The event.';
comment on column operation_timeline.part_of is 'The event that this one is a part of.';
comment on column operation_timeline.document_id is 'The document that tells it.';
