"""Place index: places and the keys of their spellings packed into bytes, which are searched where they lie.

Built once, it is mapped into the memory of every process: nothing of it is read before a name asks for it. In the
byte order of the machine: a head, the header as JSON; then, sorted, the hashes of all keys, and beside each the number
of the place that it belongs to; where the record of each place begins; the records, JSON values in lines.
"""

import json
import mmap
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from struct import Struct, error
from sys import byteorder
from typing import Final, NamedTuple, Self

from extraction.places.place_key import acronym, strong_keys, weak_key

_MAGIC = b"places 2"
_HEAD = Struct("=8s4Q")
_HASH: Final = "Q"
_NUMBER: Final = "I"
_OFFSET: Final = "Q"
_OWNER_BITS = 32
_AT_ONCE = 20_000
_STRONG, _WEAK, _ACRONYM = "=", "~", "."
"""What tells the kinds of keys apart."""


class Candidate(NamedTuple):
    """A place that a name may stand for. Coordinates in degrees; null where unknown."""

    name: str
    feature: str
    country_code: str | None
    """ISO 3166 alpha-3."""
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geoname_id: int | None = None
    population: int = 0
    curated: bool = False
    """From the lexicon: spelled as the news spells it, and known to matter."""


Spelled = tuple[Candidate, Sequence[str]]


class PlaceIndex:
    """The places of a packed index by their keys. Empty answers where no place bears the key.

    Raises:
        ValueError: the bytes are no index, or not a whole one.
    """

    def __init__(self, packed: bytes | mmap.mmap) -> None:
        try:
            magic, told, keys, places, records = _HEAD.unpack_from(packed)
        except error:
            magic, told, keys, places, records = b"", 0, 0, 0, 0
        view, end = memoryview(packed), _HEAD.size
        ends = [end := end + size for size in (told, 8 * keys, 4 * keys + 4 * (keys % 2), 8 * (places + 1), records)]
        if magic != _MAGIC or ends[-1] != len(view):
            raise ValueError("not a whole place index")
        header = json.loads(bytes(view[_HEAD.size : ends[0]]))
        self.abbreviations = {name: Candidate(*row) for name, row in header.items()}
        self._hashes = view[ends[0] : ends[1]].cast(_HASH)
        self._owners = view[ends[1] : ends[2]].cast(_NUMBER)
        self._offsets = view[ends[2] : ends[3]].cast(_OFFSET)
        self._records = view[ends[3] :]
        self._keys = keys

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map the index in a file, which must not be written to again.

        Raises:
            OSError: there is no such file, or it cannot be read.
            ValueError: it is no index, or not a whole one.
        """
        with path.open("rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._offsets) - 1

    def acronym(self, spelling: str) -> tuple[Candidate, ...]:
        """Return the places of a spelling in capitals."""
        return self._places(_ACRONYM + spelling)

    def strong(self, key: str) -> tuple[Candidate, ...]:
        """Return the places of a strong key."""
        return self._places(_STRONG + key)

    def weak(self, key: str) -> tuple[Candidate, ...]:
        """Return the places of a weak key."""
        return self._places(_WEAK + key)

    def _places(self, key: str) -> tuple[Candidate, ...]:
        wanted = _hash(key)
        at = first = bisect_left(self._hashes, wanted)
        while at < self._keys and self._hashes[at] == wanted:
            at += 1
        return tuple(map(self._candidate, self._owners[first:at]))

    def _candidate(self, number: int) -> Candidate:
        start, end = self._offsets[number : number + 2]
        return Candidate(*json.loads(b"[%b]" % bytes(self._records[start:end]).replace(b"\n", b",")))


def pack(places: Iterable[Spelled], abbreviations: Mapping[str, Candidate] | None = None) -> bytes:
    """Return an index of `places` in their order; `abbreviations` it holds beside them.

    A spelling of up to five capitals ("UAE", "U.S.") is indexed as it stands, every other one by its strong and weak
    keys (see `extraction.places.place_key`).
    """
    records: list[bytes] = []
    entries: set[int] = set()
    every = iter(places)
    while some := list(islice(every, _AT_ONCE)):
        entries.update(_entries(some, len(records)))
        records += _records(place for place, _ in some)
    hashes, owners, offsets = array(_HASH), array(_NUMBER), array(_OFFSET, [0])
    for entry in sorted(entries):
        hashes.append(entry >> _OWNER_BITS)
        owners.append(entry & ((1 << _OWNER_BITS) - 1))
    if len(owners) % 2:
        owners.append(0)  # what follows begins at a multiple of eight
    for record in records:
        offsets.append(offsets[-1] + len(record))
    header = json.dumps(abbreviations or {}).encode()
    header += b" " * (-len(header) % 8)
    head = _HEAD.pack(_MAGIC, len(header), len(hashes), len(records), offsets[-1])
    return b"".join((head, header, hashes.tobytes(), owners.tobytes(), offsets.tobytes(), *records))


def _records(places: Iterable[Candidate]) -> list[bytes]:
    """Return the places as records, written in one go: a line break stands nowhere else in JSON without spaces."""
    written = json.dumps(list(places), separators=("\n", ":")).encode()
    return written[2:-2].split(b"]\n[")


def _entries(places: Sequence[Spelled], first: int) -> Iterator[int]:
    """Yield the hash of every key of the places, and below it the number of its place; that of the first is `first`."""
    names: list[str] = []
    owners: list[int] = []
    for number, (_, spellings) in enumerate(places, first):
        for spelling in spellings:
            if acronym(spelling):
                yield (_hash(_ACRONYM + spelling) << _OWNER_BITS) + number
            else:
                names.append(spelling)
                owners.append(number)
    strong = strong_keys("\n".join(names))
    for kind, keys in ((_STRONG, strong), (_WEAK, weak_key(strong))):
        told = zip(keys.split("\n"), owners, strict=True)
        yield from [(_hash(kind + key) << _OWNER_BITS) + owner for key, owner in told if key]


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), byteorder)
