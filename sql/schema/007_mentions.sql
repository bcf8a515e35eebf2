-- One row a span of a document that names a person, organisation, place, nationality, operation, quantity or date.
create table mentions (
    document_id uuid not null,
    mention_id uuid not null,
    type varchar not null,
    name varchar not null,
    wording varchar not null,
    sentence_number integer not null,
    field varchar not null check (field in ('text', 'title')),
    char_start integer,
    char_end integer,
    entity_id uuid,
    aliases varchar[] not null,
    category varchar,
    country_code varchar,
    geoname_id bigint,
    admin1 varchar,
    latitude double,
    longitude double,
    geo_precision integer,
    low double,
    high double,
    date_start date,
    date_end date
);

comment on table mentions is
'One row a span of a document that names a person, organisation, place, nationality, operation, quantity or date.';
comment on column mentions.document_id is 'The document.';
comment on column mentions.mention_id is 'Id of the mention.';
comment on column mentions.type is 'person, organisation, place, nationality, operation, quantity or date.';
comment on column mentions.name is 'Canonical name.';
comment on column mentions.wording is 'As the text says it.';
comment on column mentions.sentence_number is 'Number of its sentence in the document, from 0.';
comment on column mentions.field is 'text or title: where the wording stands.';
comment on column mentions.char_start is 'Offset of the wording in documents.text, from 0; null in the title.';
comment on column mentions.char_end is 'Offset after the wording; null in the title.';
comment on column mentions.entity_id is 'Whom or what it names: the same for every mention of one name; null for quantities and dates.';
comment on column mentions.aliases is 'Other names that the text gives beside this one.';
comment on column mentions.category is 'Of an organisation or person: state_forces, insurgent and so on.';
comment on column mentions.country_code is 'ISO 3166 alpha-3 of the place, or of the country that the named one belongs to.';
comment on column mentions.geoname_id is 'Of a place: GeoNames id, where the gazetteer has it.';
comment on column mentions.admin1 is 'Of a place: province or governorate.';
comment on column mentions.latitude is 'Of a place: degrees north.';
comment on column mentions.longitude is 'Of a place: degrees east.';
comment on column mentions.geo_precision is 'Of a place: 1 the place itself, 2 its district or nearest known place, 3 the province, 4 the country.';
comment on column mentions.low is 'Of a quantity: the lowest figure that the wording supports.';
comment on column mentions.high is 'Of a quantity: the highest figure that the wording supports.';
comment on column mentions.date_start is 'Of a date: first day.';
comment on column mentions.date_end is 'Of a date: last day.';
