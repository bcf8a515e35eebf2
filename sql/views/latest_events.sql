-- One row an event, the latest first: by its first day, else by the day its document was published. All statuses and
-- scopes; documents that repeat another one are left out.
create or replace view latest_events as
select
    events.date_start,
    events.kind,
    events.status,
    events.scope,
    events.place,
    events.country_code,
    nullif(array_to_string(events.actors, ', '), '') as actors,
    nullif(array_to_string(events.targets, ', '), '') as targets,
    events.figures,
    events.summary,
    documents.site,
    documents.published_at,
    documents.source_uri,
    gone_documents.gone_at as page_gone_at,
    events.event_id,
    events.document_id
from events
inner join documents on events.document_id = documents.document_id
left join gone_documents on documents.document_id = gone_documents.document_id
where documents.duplicate_of is null
order by
    coalesce(events.date_start, cast(documents.published_at as date)) desc nulls last,
    documents.published_at desc nulls last,
    events.event_id;

comment on view latest_events is
'One row an event, the latest first: by its first day, else by the day its document was published. All statuses and scopes; documents that repeat another one are left out.';
comment on column latest_events.date_start is 'First day; null where the text gives no anchor.';
comment on column latest_events.kind is 'What happened, by the codebook.';
comment on column latest_events.status is 'occurred, ongoing, planned, prevented, denied or alleged.';
comment on column latest_events.scope is 'single, or period_total for a figure of a whole period.';
comment on column latest_events.place is 'Main place.';
comment on column latest_events.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column latest_events.actors is 'Who did it.';
comment on column latest_events.targets is 'To whom or what.';
comment on column latest_events.figures is 'How many, with roles.';
comment on column latest_events.summary is 'One line composed from the slots.';
comment on column latest_events.site is 'The outlet.';
comment on column latest_events.published_at is 'When the document was published.';
comment on column latest_events.source_uri is 'File or URL as handed in.';
comment on column latest_events.page_gone_at is 'When the publisher was found to have withdrawn the page; null while it stands.';
comment on column latest_events.event_id is 'The event.';
comment on column latest_events.document_id is 'The document that tells it.';
