-- The views and macros of the warehouse, with what `drop` calls each.
select
    'view' as kind,
    view_name as name
from duckdb_views()
where schema_name = 'main' and not internal
union
select
    if(function_type = 'table_macro', 'macro table', 'macro') as kind,
    function_name as name
from duckdb_functions()
where schema_name = 'main' and not internal and function_type in ('macro', 'table_macro');
