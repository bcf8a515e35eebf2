-- One row a named operation, from the mentions of it and the events that belong to it.
create or replace view operations as
with named as (
    select
        mentions.name,
        mentions.document_id,
        [mentions.wording] || mentions.aliases as names
    from mentions
    where mentions.type = 'operation'
    union all
    select
        events.operation as name,
        events.document_id,
        [] as names
    from events
    where events.operation is not null
),

spans as (
    select
        operation as name,
        count(*) as events,
        min(date_start) as first_date,
        max(date_end) as last_date
    from events
    where operation is not null
    group by operation
)

select
    uuid5('operation ' || named.name) as operation_id,
    named.name,
    list_filter(list_sort(list_distinct(flatten(list(named.names)))), lambda x: x != named.name) as aliases, -- noqa: RF02
    count(distinct named.document_id) as documents,
    coalesce(any_value(spans.events), 0) as events,
    any_value(spans.first_date) as first_date,
    any_value(spans.last_date) as last_date
from named
left join spans on named.name = spans.name
group by named.name
order by named.name;

comment on view operations is
'One row a named operation, from the mentions of it and the events that belong to it.';
comment on column operations.operation_id is 'Id of the operation: entity_id of its mentions.';
comment on column operations.name is 'Canonical name.';
comment on column operations.aliases is 'Other names and wordings.';
comment on column operations.documents is 'Documents that name it.';
comment on column operations.events is 'Events that belong to it, as told by all documents.';
comment on column operations.first_date is 'First day of the first event.';
comment on column operations.last_date is 'Last day of the last event.';
