-- A range as events.figures writes it: 8, 10–12, ≥3, ≤5, or a question mark where both ends are open.
create or replace macro figure(low, high) as (
    case
        when low = high then printf('%.15g', cast(low as double))
        when high is null then coalesce('≥' || printf('%.15g', cast(low as double)), '?')
        else coalesce(printf('%.15g', cast(low as double)) || '–', '≤') || printf('%.15g', cast(high as double))
    end
);
