"""Inflate: content codings undone piece by piece, never by more than is asked for."""

import zlib
from typing import Protocol

import brotli


class CodingError(ValueError):
    """The body is not in the coding that its header names, or in one that is not read."""


class SwollenError(ValueError):
    """The body decodes to more than it may."""


class _Decoder(Protocol):
    def __call__(self, piece: bytes, most: int) -> bytes:
        """Return what a piece decodes to, at most `most` bytes and then perhaps not all of it."""


class Inflater:
    """Decodes one body. `most` bounds it in bytes, `ratio` by how many times it may be larger than what was sent."""

    def __init__(self, coding: str, most: int, ratio: int) -> None:
        self._decoders = [_decoder(name) for name in reversed(coding.replace(" ", "").lower().split(",")) if name]
        self._most, self._ratio, self._sent, self._made = most, ratio, 0, 0

    def add(self, piece: bytes) -> bytes:
        """Return what the next piece decodes to.

        Raises:
            CodingError: it is not in the coding told.
            SwollenError: the body grows beyond its bounds.
        """
        self._sent += len(piece)
        most = min(self._most, self._ratio * max(self._sent, 1_000)) - self._made
        for decode in self._decoders:
            try:
                piece = decode(piece, most + 1)
            except (zlib.error, brotli.error) as error:
                raise CodingError(f"the body is not in its content coding: {error}") from None
        self._made += len(piece)
        if len(piece) > most:
            raise SwollenError(f"decodes to more than {self._made:,} bytes from {self._sent:,}")
        return piece


def _decoder(name: str) -> _Decoder:
    if name in ("identity", ""):
        return lambda piece, _: piece
    if name in ("gzip", "x-gzip", "deflate"):
        inflating = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, whichever it is
        return lambda piece, most: inflating.decompress(piece, most)
    if name == "br":
        return _Brotli()
    raise CodingError(f"content coding {name} is not read")


class _Brotli:
    def __init__(self) -> None:
        self._inflating = brotli.Decompressor()

    def __call__(self, piece: bytes, most: int) -> bytes:
        made = self._inflating.process(piece, output_buffer_limit=most)
        while len(made) < most and not self._inflating.can_accept_more_data():
            made += self._inflating.process(b"", output_buffer_limit=most - len(made))
        return bytes(made)
