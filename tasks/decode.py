"""Decode: the bytes of a page to text, trusting its bytes more than what is declared of them."""

import codecs
import re
from collections.abc import Iterator

from tasks.page import Page, Rejection

SIGNATURES = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x28\xb5\x2f\xfd", b"PAR1")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Encodings that pages declare, and the wider ones they mean (https://encoding.spec.whatwg.org/#names-and-labels)."""
TRUSTED = re.compile(r"utf-(8|16|32)|cp\d|iso8859|iso2022_jp|koi8|mac|gb18030|big5|euc_")
"""Encodings of the web by their Python names; others, such as idna, are no encodings of pages."""
NOT_ASCII = re.compile(r"utf-(16|32)|iso2022")
"""Encodings whose text may pass for UTF-8; it then holds zero or escape bytes, which UTF-8 text does not."""
META = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
META_WITHIN = 4096
"""Bytes in which a page's own declaration is looked for: the standard asks for 1,024, real pages need more."""

CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")
BAD = re.compile("[" + re.escape("".join(map(chr, (*CONTROLS, *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFD)))) + "]")
DAMAGED = 0.01
"""Share of characters that may be controls or replaced before a text counts as broken."""
FOREIGN = 0.4
"""Share of letters outside ASCII above which a guessed cp1252 is no Western text."""


def is_text(content: bytes, charset: str | None = None) -> bool:
    """Tell whether bytes may be text: no signature of a binary format, and hardly any control bytes."""
    if content.startswith(SIGNATURES):
        return False
    if _bom(content) or NOT_ASCII.match(_trusted(charset) or ""):
        return True
    return len(content) - len(content.translate(None, CONTROLS)) <= DAMAGED * len(content)


def decode(page: Page) -> str | Rejection:
    """Return the text of a page, or a `broken encoding` rejection.

    The order: byte order mark; strict UTF-8, since text of another encoding hardly ever is valid UTF-8, whatever is
    declared; the charset that the carrier declares, then the one of the page itself; UTF-8 with single damaged
    characters; Western (cp1252). A decoding counts only when it gives plausible text.
    """
    for text in _candidates(page):
        if text is not None and _is_plausible(text):
            return text
    declared = ", ".join(_declared(page)) or "none"
    return Rejection(page.source_uri, "broken encoding", f"no encoding gives plausible text (declared: {declared})")


def _candidates(page: Page) -> Iterator[str | None]:
    content = page.content
    if bom := _bom(content):
        yield _strict(content, bom)
    declared = [name for name in map(_trusted, _declared(page)) if name]
    if b"\0" in content or b"\x1b" in content:
        yield from (_strict(content, name) for name in declared if NOT_ASCII.match(name))
    yield _strict(content, "utf-8")
    yield from (_strict(content, name) for name in declared if not NOT_ASCII.match(name))
    mended = content.decode("utf-8", "replace")
    lost = mended.count("\ufffd")
    if lost < sum(char > "\x7f" for char in mended) - lost:
        yield mended
    western = content.decode("cp1252", "replace")
    if _foreign(western) <= FOREIGN:
        yield western


def _bom(content: bytes) -> str | None:
    return next((name for mark, name in BOMS if content.startswith(mark)), None)


def _declared(page: Page) -> list[str]:
    names = [page.charset] if page.charset else []
    if page.format == "html" and (found := META.search(page.content[:META_WITHIN])):
        names.append(found[1].decode("ascii"))
    return names


def _trusted(label: str | None) -> str | None:
    """Return Python's name of a declared encoding, None when it is unknown or none of the web."""
    try:
        name = codecs.lookup(label or "").name
    except (LookupError, ValueError):
        return None
    name = WIDER.get(name, name)
    return name if TRUSTED.match(name) else None


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _is_plausible(text: str) -> bool:
    """Tell whether a text holds hardly any of what no text has: controls, and marks of what could not be decoded."""
    allowed = DAMAGED * len(text)
    plain = text.encode("utf-8", "replace")
    kept = plain.translate(None, CONTROLS)
    most = len(plain) - len(kept) + kept.count(b"\xc2") + text.count("\ufffd")  # quick to count, but too many
    return most <= allowed or len(BAD.findall(text)) <= allowed


def _foreign(text: str) -> float:
    letters = [char for char in text if char.isalpha()]
    return sum(char > "\x7f" for char in letters) / max(len(letters), 1)
