-- One row an event and the incident that it tells, with why it joined. The score is a sum of its parts, in bits: each
-- says how much likelier the likeness is if both events are one than if they are two.
comment on table incident_reports is
'One row an event and the incident that it tells, with why it joined. The score is a sum of its parts, in bits: each says how much likelier the likeness is if both events are one than if they are two.';
comment on column incident_reports.linked_to is 'The event of the incident that it is most alike; null where it is alone, or only a person has put it there.';
comment on column incident_reports.score is 'Likeness to that event: the sum of the parts; null where there is none.';
