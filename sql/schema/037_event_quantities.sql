-- One row a figure of an event: a range, open where null. "Killed or wounded" is role killed with includes_injured.
update event_quantities set is_counted = false
from (
    with figures as (
        select
            event_id,
            role,
            slot_number,
            coalesce(low, 0) as low,
            coalesce(
                lower(counted) in ('bodies', 'body', 'casualties', 'dead', 'him', 'people', 'them', 'victims'), true
            ) as of_all
        from event_quantities
        where
            is_counted
            and role in (
                'abducted', 'arrested', 'deported', 'displaced', 'injured', 'killed', 'released', 'sentenced',
                'surrendered'
            )
    ),

    tolls as (
        select
            event_id,
            role,
            coalesce(max(low) filter (where of_all) >= coalesce(sum(low) filter (where not of_all), 0), false) as whole,
            min_by(slot_number, (-low, slot_number)) filter (where of_all) as slot_number
        from figures
        group by event_id, role
    )

    select
        figures.event_id,
        figures.slot_number
    from figures
    inner join tolls on figures.event_id = tolls.event_id and figures.role = tolls.role -- noqa: ST09
    where if(tolls.whole, figures.slot_number != tolls.slot_number, figures.of_all)
) as parts
where event_quantities.event_id = parts.event_id and event_quantities.slot_number = parts.slot_number;

comment on table event_quantities is
'One row a figure of an event: a range, open where null. "Killed or wounded" is role killed with includes_injured.';
comment on column event_quantities.is_counted is 'True where it may be summed unless its document is a copy: its event has happened or goes on, is no period total, no whole of it, at any remove, has a figure of this role, and it is no part of another figure of the event: that of all people together counts where it is as large as the sum of the others, else these.';
