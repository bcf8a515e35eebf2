-- The columns of one relation with what they hold.
select
    column_name,
    data_type,
    comment
from duckdb_columns()
where table_name = $name
order by column_index;
