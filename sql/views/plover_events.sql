-- One row a counted event that PLOVER has a type for, under PLOVER's terms: who (actor) did what (event, mode) to whom
-- (recipient), where and when. An event at several places has one row, at its main place; one with several actors or
-- recipients has the first of each, with the number of all. What PLOVER's coders add from outside the text (intensity,
-- contexts) is left out. Planned, prevented, denied and alleged events, period totals, parts and copies are left out.
create or replace view plover_events as
select
    events.event_id,
    events.date_start as event_date,
    events.date_end,
    events.date_precision,
    events.plover_event as event_type,
    events.plover_mode as event_mode,
    case
        when events.plover_event in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') then 'Q1'
        when events.plover_event in ('COOPERATE', 'AID', 'RETREAT') then 'Q2'
        when events.plover_event in ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') then 'Q3'
        when events.plover_event in ('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT') then 'Q4'
    end as quad_code,
    events.actors[1] as actor_name,
    events.actor_categories[1] as actor_sector,
    events.actor_countries[1] as actor_country,
    len(events.actors) as actors,
    events.targets[1] as recipient_name,
    events.target_categories[1] as recipient_sector,
    events.target_countries[1] as recipient_country,
    len(events.targets) as recipients,
    events.place as placename,
    events.geoname_id,
    events.admin1,
    events.country_code as country,
    events.latitude,
    events.longitude,
    events.figures as magnitude,
    documents.title as headline,
    documents.published_at as publication_date,
    documents.site as publisher,
    documents.language,
    events.document_id
from events
inner join documents on events.document_id = documents.document_id
where events.is_counted and events.plover_event is not null and documents.duplicate_of is null;

comment on view plover_events is
'One row a counted event that PLOVER has a type for, under PLOVER''s terms: who (actor) did what (event, mode) to whom (recipient), where and when. An event at several places has one row, at its main place; one with several actors or recipients has the first of each, with the number of all. What PLOVER''s coders add from outside the text (intensity, contexts) is left out. Planned, prevented, denied and alleged events, period totals, parts and copies are left out.';
comment on column plover_events.event_id is 'The event.';
comment on column plover_events.event_date is 'First day.';
comment on column plover_events.date_end is 'Last day.';
comment on column plover_events.date_precision is 'day, week, month, year or unknown.';
comment on column plover_events.event_type is 'PLOVER event.';
comment on column plover_events.event_mode is 'PLOVER mode; null where PLOVER has none.';
comment on column plover_events.quad_code is 'Q1 verbal and Q2 material cooperation, Q3 verbal and Q4 material conflict.';
comment on column plover_events.actor_name is 'The first actor.';
comment on column plover_events.actor_sector is 'Its category in the codebook.';
comment on column plover_events.actor_country is 'ISO 3166 alpha-3 of the country it belongs to.';
comment on column plover_events.actors is 'Number of actors.';
comment on column plover_events.recipient_name is 'The first target.';
comment on column plover_events.recipient_sector is 'Its category in the codebook.';
comment on column plover_events.recipient_country is 'ISO 3166 alpha-3 of the country it belongs to.';
comment on column plover_events.recipients is 'Number of targets.';
comment on column plover_events.placename is 'Main place.';
comment on column plover_events.geoname_id is 'GeoNames id of the main place, where the gazetteer has it.';
comment on column plover_events.admin1 is 'Province or governorate of the main place.';
comment on column plover_events.country is 'ISO 3166 alpha-3 of the main place.';
comment on column plover_events.latitude is 'Degrees north.';
comment on column plover_events.longitude is 'Degrees east.';
comment on column plover_events.magnitude is 'Its figures in words, with their roles.';
comment on column plover_events.headline is 'Title of the document.';
comment on column plover_events.publication_date is 'When it was published.';
comment on column plover_events.publisher is 'The outlet.';
comment on column plover_events.language is 'ISO 639-1 code of the language.';
comment on column plover_events.document_id is 'The document that tells it.';
