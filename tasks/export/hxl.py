"""HXL: the hashtags of the Humanitarian Exchange Language (https://hxlstandard.org) for the names of our columns."""

from collections.abc import Sequence

from tasks.errors import UserError

TAGS = {
    "#event+id": "event_id event_id_cnty id",
    "#event+id+incident": "incident_id",
    "#event+type": "kind event_type",
    "#event+type+sub": "sub_event_type event_mode",
    "#event+status": "status",
    "#event+count": "events incidents",
    "#date+start": "date_start event_date month starts",
    "#date+end": "date_end",
    "#date+first": "first_date",
    "#date+last": "last_date",
    "#date+published": "published_at publication_date source_date first_report",
    "#country+code+v_iso3": "country_code",
    "#country+code+v_num": "iso",
    "#country+name": "country",
    "#adm1+name": "admin1 adm_1",
    "#adm2+name": "admin2 adm_2",
    "#loc+name": "place location placename where_coordinates",
    "#loc+code+v_geonames": "geoname_id",
    "#geo+lat": "latitude",
    "#geo+lon": "longitude",
    "#geo+precision": "geo_precision where_prec",
    "#group+actor+name": "actors actor actor1 actor_name side_a arrested_by taken_by moved_by forces",
    "#group+target+name": "targets target actor2 recipient_name side_b arrested_from taken_from",
    "#operations+name": "operation",
    "#affected+killed": "killed_best best fatalities",
    "#affected+killed+min": "killed_low low",
    "#affected+killed+max": "killed_high high",
    "#affected+killed+civilians": "deaths_civilians",
    "#affected+injured": "injured_best",
    "#affected+injured+min": "injured_low",
    "#affected+injured+max": "injured_high",
    "#affected+arrested": "arrested_best",
    "#affected+arrested+min": "arrested_low",
    "#affected+arrested+max": "arrested_high",
    "#affected+abducted": "abducted_best",
    "#affected+abducted+min": "abducted_low",
    "#affected+abducted+max": "abducted_high",
    "#affected+displaced+min": "people_low",
    "#affected+displaced+max": "people_high",
    "#item+name": "item",
    "#description": "summary notes",
    "#meta+source": "site source source_office publisher",
    "#meta+source+count": "sources number_of_sources",
    "#meta+url": "url source_article",
    "#meta+title": "title headline source_headline",
    "#meta+confidence": "confidence",
}
BY_COLUMN = {column: tag for tag, columns in TAGS.items() for column in columns.split()}


def tags(columns: Sequence[str]) -> list[str]:
    """Return the hashtag of each column, empty where there is none for it.

    `low` and `high` are of people killed only beside `best`, as in `ged_events`.

    Raises:
        UserError: No column has one.
    """
    known = [BY_COLUMN.get(column, "") for column in columns]
    if "best" not in columns:
        known = ["" if column in ("low", "high") else tag for column, tag in zip(columns, known, strict=True)]
    if not any(known):
        raise UserError(f"none of the columns has an HXL tag: {', '.join(columns)}")
    return known
