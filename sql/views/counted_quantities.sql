-- One row a figure that may be summed: of an event that has happened or goes on, no period total, of a document that
-- repeats no other one. A figure of a part is left out where its whole, at any remove, has a figure of the same role,
-- and so is a part of another figure of the same event.
create or replace view counted_quantities as
select
    event_quantities.event_id,
    event_quantities.slot_number,
    event_quantities.role,
    event_quantities.low,
    event_quantities.high,
    event_quantities.approximate,
    event_quantities.includes_injured,
    event_quantities.counted,
    event_quantities.wording
from event_quantities
inner join events on event_quantities.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where event_quantities.is_counted and documents.duplicate_of is null;

comment on view counted_quantities is
'One row a figure that may be summed: of an event that has happened or goes on, no period total, of a document that repeats no other one. A figure of a part is left out where its whole, at any remove, has a figure of the same role, and so is a part of another figure of the same event.';
comment on column counted_quantities.event_id is 'The event.';
comment on column counted_quantities.slot_number is 'Place among the quantities of the event, from 0.';
comment on column counted_quantities.role is 'killed, injured, arrested and so on, by the codebook.';
comment on column counted_quantities.low is 'The lowest figure that the wording supports.';
comment on column counted_quantities.high is 'The highest figure that the wording supports; null where open.';
comment on column counted_quantities.approximate is 'True for about, some, nearly.';
comment on column counted_quantities.includes_injured is 'True for killed or wounded in one figure.';
comment on column counted_quantities.counted is 'Who or what is counted.';
comment on column counted_quantities.wording is 'As the text says it.';
