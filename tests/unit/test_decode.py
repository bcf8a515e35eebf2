import pytest

from tasks.decode import decode, is_text
from tasks.page import Format, Page, Rejection

ENGLISH = "The mayor’s café in Al-Ḥasaka reopened – after “three” weeks."
WESTERN = "The mayor’s café reopened – after “three” weeks."
RUSSIAN = "Двое мужчин задержаны в деревне после обыска."
ARABIC = "اعتقل رجلان في القرية يوم الثلاثاء."


def text_of(content: bytes, charset: str | None = None, form: Format = "text") -> str | Rejection:
    return decode(Page("p", content, form, charset=charset))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_goes_before_what_is_declared(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding), "iso-8859-1") == ENGLISH


@pytest.mark.parametrize("declared", [None, "iso-8859-1", "windows-1251", "utf-16", "idna", "no-such-charset", "utf8"])
def test_utf8_is_recognised_whatever_is_declared(declared: str | None) -> None:
    assert text_of(ENGLISH.encode(), declared) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (ARABIC, "cp1256", "windows-1256"),
        (WESTERN, "cp1252", "iso-8859-1"),
        (WESTERN, "utf-16-le", "utf-16le"),
        ("二人の男が村で逮捕された。", "shift_jis", "Shift_JIS"),
        ("二人の男が村で逮捕された。", "iso2022_jp", "iso-2022-jp"),
        ("两名男子在村里被捕。", "gbk", "gb2312"),
    ],
)
def test_what_is_declared_is_used_when_it_fits(text: str, encoding: str, declared: str) -> None:
    assert text_of(text.encode(encoding), declared) == text


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'],
)
def test_html_may_declare_its_own(declaration: str) -> None:
    page = f"<html><head>{declaration}</head><p>{RUSSIAN}"
    assert text_of(page.encode("cp1251"), form="html") == page
    assert text_of(page.encode("cp1251"), "utf-8", form="html") == page


def test_western_text_that_lies_about_being_utf8() -> None:
    assert text_of(WESTERN.encode("cp1252"), "utf-8") == WESTERN


def test_utf8_with_one_damaged_character_stays_utf8() -> None:
    content = (ENGLISH * 3).encode().replace("é".encode(), b"\xc3", 1)
    assert text_of(content) == (ENGLISH * 3).replace("é", "\ufffd", 1)


@pytest.mark.parametrize(
    "content",
    [RUSSIAN.encode("cp1251"), bytes(range(128, 256)) * 5, ("plain words" * 5).encode() + b"\xff\x81\x8d\x90" * 9],
)
def test_what_gives_no_plausible_text_is_rejected(content: bytes) -> None:
    found = text_of(content)
    assert isinstance(found, Rejection)
    assert (found.reason, found.source_uri) == ("broken encoding", "p")


@pytest.mark.parametrize(
    ("content", "charset", "expected"),
    [
        (WESTERN.encode(), None, True),
        (WESTERN.encode("utf-16"), None, True),
        (WESTERN.encode("utf-16-le"), None, False),
        (WESTERN.encode("utf-16-le"), "utf-16le", True),
        (WESTERN.encode() * 20 + b"\0", None, True),
        (bytes(range(32)) * 9, None, False),
        (b"PK\x03\x04 words and words", None, False),
    ],
)
def test_text_is_told_from_binary(content: bytes, charset: str | None, expected: bool) -> None:
    assert is_text(content, charset) is expected
