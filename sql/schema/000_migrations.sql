-- One row a migration of sql/schema that this database has had, and one for the macros and views as they stand.
create table if not exists migrations (
    name varchar not null,
    digest varchar not null,
    applied_at timestamptz not null
);

comment on table migrations is
'One row a migration of sql/schema that this database has had, and one for the macros and views as they stand.';
comment on column migrations.name is 'File name of the migration without its ending, or views.';
comment on column migrations.digest is 'Hex SHA-256 of the SQL text as it was applied.';
comment on column migrations.applied_at is 'When it was applied.';
