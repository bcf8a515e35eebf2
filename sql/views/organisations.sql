-- One row an organisation, armed force, government or named group, from the mentions.
create or replace view organisations as
with named as (
    select
        entity_id as organisation_id,
        name,
        list_filter(list_sort(list_distinct(flatten(list([wording] || aliases)))), lambda x: x != name)
            as aliases,
        mode(category) as category,
        mode(country_code) as country_code,
        count(*) as mentions,
        count(distinct document_id) as documents
    from mentions
    where type = 'organisation'
    group by entity_id, name
)

select
    organisation_id,
    name,
    list_filter(
        list_concat([name], aliases), lambda x: regexp_full_match(x, '[A-Z][A-Z0-9&./-]*[A-Z0-9]\.?')
    )[1] as acronym,
    aliases,
    category,
    country_code,
    mentions,
    documents
from named
order by documents desc, name;

comment on view organisations is
'One row an organisation, armed force, government or named group, from the mentions.';
comment on column organisations.organisation_id is 'Id of the organisation: entity_id of the mentions.';
comment on column organisations.name is 'Canonical name.';
comment on column organisations.acronym is 'The first of its names that is written in capitals.';
comment on column organisations.aliases is 'Other names and wordings.';
comment on column organisations.category is 'The category it bears most often.';
comment on column organisations.country_code is 'The country it bears most often, ISO 3166 alpha-3.';
comment on column organisations.mentions is 'Mentions of it.';
comment on column organisations.documents is 'Documents that name it.';
