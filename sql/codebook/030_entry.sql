-- Adds what one relation, column or code means.
insert into codebook (relation, column_name, data_type, code, meaning)
values ($relation, $column_name, $data_type, $code, $meaning);
