"""Record: one row of JSONL or Parquet, made a page."""

from collections.abc import Mapping
from datetime import date, datetime

from settings import Settings
from tasks.admit import admit
from tasks.moment import read_moment
from tasks.page import Format, Page, Rejection

TEXTS = ("url", "title", "site", "language")
FIELDS = ("html", "text", "published_at", *TEXTS)
"""What is read of a record; other fields are ignored."""


def page(uri: str, record: Mapping[str, object], settings: Settings) -> Page | Rejection:
    """Return the page of a record, or why it is none.

    `html` goes before `text`; a record with neither is broken, one with an empty text is an empty page.
    """
    try:
        form, content = _content(record)
        url, title, site, language = (_text(record, field) for field in TEXTS)
        published_at = _moment(record.get("published_at"))
    except UnicodeEncodeError:
        return Rejection(uri, "broken encoding", "a lone surrogate, which no text holds")
    except ValueError as error:
        return Rejection(uri, "broken record", str(error))
    return admit(Page(uri, content, form, url, title, site, published_at, language, "utf-8"), settings.page_limit)


def _moment(value: object) -> datetime | None:
    """Return a time, without a zone where only the day is certain."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, str) and (read := read_moment(value)):
        return read.at if read.precision == "second" else read.at.replace(tzinfo=None)
    raise ValueError(f"published_at is no date: {str(value)[:60]!r}")


def _content(record: Mapping[str, object]) -> tuple[Format, bytes]:
    forms: tuple[tuple[str, Format], ...] = (("html", "html"), ("text", "text"))
    given = [(form, record[field]) for field, form in forms if record.get(field) is not None]
    if not given:
        raise ValueError("neither html nor text")
    form, value = next(((form, value) for form, value in given if value), given[0])
    if not isinstance(value, str | bytes):
        raise ValueError(f"{form} is no text: {type(value).__name__}")  # noqa: TRY004 - one error for all that is amiss
    return form, value.encode() if isinstance(value, str) else value


def _text(record: Mapping[str, object], field: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{field} is no text: {type(value).__name__}")
    if value:
        value.encode()  # a lone surrogate cannot be stored
    return value or None
