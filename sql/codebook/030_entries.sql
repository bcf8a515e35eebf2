-- Adds what relations, columns and codes mean.
insert into codebook by name
select unnest($entries, recursive := true);
