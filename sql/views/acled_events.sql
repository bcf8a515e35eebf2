-- One row a counted event that ACLED has a type for, under ACLED's column names. An event at several places has one
-- row, at its main place. What ACLED decides with more than one document, or with knowledge of actors, is null. Undated
-- events have a null event_date; fatalities is the least number killed, 0 where no figure is told.
create or replace view acled_events as
select
    coalesce(events.country_code, 'XXX') || upper(left(replace(cast(events.event_id as varchar), '-', ''), 12))
        as event_id_cnty,
    events.date_start as event_date,
    year(events.date_start) as year,
    case events.date_precision when 'day' then 1 when 'week' then 2 when 'month' then 3 end as time_precision,
    acled_disorder(events.acled_event_type, events.acled_sub_event_type) as disorder_type,
    events.acled_event_type as event_type,
    events.acled_sub_event_type as sub_event_type,
    events.actors[1] as actor1,
    nullif(array_to_string(list_concat(events.actors[2:], events.supporters), '; '), '') as assoc_actor_1,
    acled_inter(events.actor_categories[1]) as inter1,
    events.targets[1] as actor2,
    nullif(array_to_string(events.targets[2:], '; '), '') as assoc_actor_2,
    acled_inter(events.target_categories[1]) as inter2,
    nullif(concat_ws('-', acled_inter(events.actor_categories[1]), acled_inter(events.target_categories[1])), '') as interaction,
    if(
        list_contains(events.target_categories, 'civilians') and events.acled_event_type != 'Strategic developments',
        'Civilian targeting', null
    ) as civilian_targeting,
    countries.iso,
    cast(null as varchar) as region,
    countries.name as country,
    events.admin1,
    events.admin2,
    cast(null as varchar) as admin3,
    events.place as location,
    events.latitude,
    events.longitude,
    case events.geo_precision when 1 then 1 when 2 then 2 when 3 then 3 when 4 then 3 end as geo_precision,
    documents.site as source,
    cast(null as varchar) as source_scale,
    events.summary as notes,
    cast(coalesce(events.killed_low, 0) as bigint) as fatalities,
    cast(null as varchar) as tags,
    cast(epoch(events.updated_at) as bigint) as timestamp,
    events.event_id,
    events.document_id
from events
inner join documents on events.document_id = documents.document_id and documents.duplicate_of is null
left join countries on events.country_code = countries.country_code
where events.is_counted and events.acled_event_type is not null;

comment on view acled_events is
'One row a counted event that ACLED has a type for, under ACLED''s column names. An event at several places has one row, at its main place. What ACLED decides with more than one document, or with knowledge of actors, is null. Undated events have a null event_date; fatalities is the least number killed, 0 where no figure is told.';
comment on column acled_events.event_id_cnty is 'Country code and the first twelve digits of event_id.';
comment on column acled_events.event_date is 'First day of the event.';
comment on column acled_events.year is 'Year of event_date.';
comment on column acled_events.time_precision is '1 the day, 2 the week, 3 the month; null where less is known.';
comment on column acled_events.disorder_type is 'Political violence, Demonstrations or Strategic developments.';
comment on column acled_events.event_type is 'ACLED event type.';
comment on column acled_events.sub_event_type is 'ACLED sub-event type.';
comment on column acled_events.actor1 is 'The first actor.';
comment on column acled_events.assoc_actor_1 is 'Further actors and supporters.';
comment on column acled_events.inter1 is 'Kind of actor1.';
comment on column acled_events.actor2 is 'The first target.';
comment on column acled_events.assoc_actor_2 is 'Further targets.';
comment on column acled_events.inter2 is 'Kind of actor2.';
comment on column acled_events.interaction is 'inter1 and inter2.';
comment on column acled_events.civilian_targeting is 'Civilian targeting where a target is civilians.';
comment on column acled_events.iso is 'ISO 3166 numeric.';
comment on column acled_events.region is 'Always null: ACLED''s regions are its own.';
comment on column acled_events.country is 'Country of the main place.';
comment on column acled_events.admin1 is 'Province or governorate.';
comment on column acled_events.admin2 is 'District.';
comment on column acled_events.admin3 is 'Always null.';
comment on column acled_events.location is 'Main place.';
comment on column acled_events.latitude is 'Degrees north.';
comment on column acled_events.longitude is 'Degrees east.';
comment on column acled_events.geo_precision is '1 the place itself, 2 its district or the nearest known place, 3 the province or wider.';
comment on column acled_events.source is 'The outlet.';
comment on column acled_events.source_scale is 'Always null.';
comment on column acled_events.notes is 'Summary composed from the slots.';
comment on column acled_events.fatalities is 'Least number killed.';
comment on column acled_events.tags is 'Always null.';
comment on column acled_events.timestamp is 'When the event was last loaded, in seconds since 1970.';
comment on column acled_events.event_id is 'The event.';
comment on column acled_events.document_id is 'The document that tells it.';
