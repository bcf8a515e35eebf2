-- ACLED's disorder type for an event type of ACLED.
create or replace macro acled_disorder(event_type, sub_event_type) as (
    case
        when sub_event_type = 'Excessive force against protesters' then 'Political violence; Demonstrations'
        when sub_event_type = 'Mob violence' then 'Political violence'
        when event_type in ('Protests', 'Riots') then 'Demonstrations'
        when event_type = 'Strategic developments' then 'Strategic developments'
        when event_type is not null then 'Political violence'
    end
);
