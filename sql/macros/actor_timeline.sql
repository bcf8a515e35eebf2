-- One row an event and a role in which one name takes part, the earliest first, undated ones last. The name is the
-- canonical one, in capitals or not. All statuses and scopes: look at both before counting. Copies are left out.
create or replace macro actor_timeline(actor) as table -- noqa: disable=AL03,RF02,RF03
    select
        events.date_start,
        events.date_end,
        parties.role,
        events.kind,
        events.status,
        events.scope,
        events.place,
        events.country_code,
        events.actors,
        events.targets,
        events.figures,
        events.summary,
        documents.site,
        events.event_id,
        events.document_id
    from (
        select distinct
            event_id,
            role
        from event_participants
        where lower(name) = lower(actor)
    ) as parties
    inner join events on parties.event_id = events.event_id
    inner join documents on events.document_id = documents.document_id
    where documents.duplicate_of is null
    order by events.date_start nulls last, events.event_id, parties.role;
