-- A range as words: 8, 10 to 12, at least 3, up to 5; null where both ends are open.
create or replace macro figure(low, high) as (
    case
        when low = high then printf('%.15g', low)
        when high is null then 'at least ' || printf('%.15g', low)
        when coalesce(low, 0) = 0 then 'up to ' || printf('%.15g', high)
        else printf('%.15g', low) || ' to ' || printf('%.15g', high)
    end
);
