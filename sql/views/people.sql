-- One row a named person, from the mentions. Two people of one name are one row.
create or replace view people as
select
    entity_id as person_id,
    name,
    list_filter(list_sort(list_distinct(flatten(list([wording] || aliases)))), lambda x: x != name) as aliases,
    mode(category) as category,
    mode(country_code) as country_code,
    count(*) as mentions,
    count(distinct document_id) as documents
from mentions
where type = 'person'
group by entity_id, name
order by documents desc, name;

comment on view people is
'One row a named person, from the mentions. Two people of one name are one row.';
comment on column people.person_id is 'Id of the person: entity_id of the mentions.';
comment on column people.name is 'Canonical name.';
comment on column people.aliases is 'Other names and wordings, titles and offices included.';
comment on column people.category is 'The category the person bears most often.';
comment on column people.country_code is 'The country the person bears most often, ISO 3166 alpha-3.';
comment on column people.mentions is 'Mentions of the person.';
comment on column people.documents is 'Documents that name the person.';
