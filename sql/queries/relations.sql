-- Every table and view with what it holds.
with relations as (
    select
        table_name as relation,
        comment as holds
    from duckdb_tables()
    where not internal
    union all
    select
        view_name as relation,
        comment as holds
    from duckdb_views()
    where not internal
)

select
    relation,
    holds
from relations
order by relation;
