-- Every table and view and its columns, by their comments.
delete from codebook;

insert into codebook by name
select
    table_name as relation,
    null as column_name,
    'table' as data_type,
    comment as meaning
from duckdb_tables()
where database_name = current_database() and not internal and not temporary
union all by name
select
    view_name as relation,
    null as column_name,
    'view' as data_type,
    comment as meaning
from duckdb_views()
where database_name = current_database() and not internal and not temporary
union all by name
select
    table_name as relation,
    column_name,
    data_type,
    comment as meaning
from duckdb_columns()
where database_name = current_database() and schema_name = 'main' and not internal
order by relation;
