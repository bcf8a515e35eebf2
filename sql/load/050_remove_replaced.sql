-- Every row of the documents that this load replaces goes.
create temp table replaced as
select old_document_id as document_id from incoming
where fate = 'changed';

delete from event_participants
where event_id in (select event_id from events_before);
delete from event_places
where event_id in (select event_id from events_before);
delete from event_quantities
where event_id in (select event_id from events_before);
delete from event_evidence
where event_id in (select event_id from events_before);
delete from events
where event_id in (select event_id from events_before);
delete from mentions
where document_id in (select document_id from replaced);
delete from documents
where document_id in (select document_id from replaced);
