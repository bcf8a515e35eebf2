-- True where an event may be counted and summed: told as having happened, and no figure of a whole period.
create or replace macro is_countable(status, scope) as (
    status in ('occurred', 'ongoing') and scope = 'single'
);
