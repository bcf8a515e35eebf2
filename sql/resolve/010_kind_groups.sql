-- One row a kind and a group of it: kinds that outlets call differently where they tell one deed.
create or replace temp table kind_groups as
select
    unnest($kinds) as kind,
    unnest($kind_groups) as kind_group;
