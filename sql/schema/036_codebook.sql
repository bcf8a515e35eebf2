-- One row a relation, a column of one, or a code that a column may hold, with its meaning; macros are relations that are
-- called. It is made from the comments in the database and the codebook of the extractor.
create table codebook (
    relation varchar not null,
    column_name varchar,
    data_type varchar,
    code varchar,
    meaning varchar not null
);

comment on table codebook is
'One row a relation, a column of one, or a code that a column may hold, with its meaning; macros are relations that are called. It is made from the comments in the database and the codebook of the extractor.';
comment on column codebook.relation is 'Table, view or macro.';
comment on column codebook.column_name is 'Column of it; null in the row of the relation itself.';
comment on column codebook.data_type is 'DuckDB type of the column; table, view or macro in the row of the relation.';
comment on column codebook.code is 'A value that the column may hold; null in the row of the column itself.';
comment on column codebook.meaning is 'What it holds, or what the code stands for.';
