-- The tables of one of the databases that are attached.
select table_name
from duckdb_tables()
where database_name = $name and not internal and not temporary
order by table_name;
