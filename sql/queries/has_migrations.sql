-- One row where the database has had migrations, none where it is empty.
select table_name
from duckdb_tables()
where schema_name = 'main' and table_name = 'migrations';
