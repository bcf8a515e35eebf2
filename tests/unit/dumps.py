"""Tiny files in GeoNames' format, all rows invented."""

import zipfile
from pathlib import Path

ROWS = (
    (900001, "Kirkūk", "Kirkuk", "Kirkouk", 35.3, 44.2, "A.ADM1", "13", "", 0),
    (900002, "Qaḑā’ Ţarbah", "Qada' Tarbah", "Tarba District,قضاء", 35.5, 44.0, "A.ADM2", "13", "77", 0),
    (900003, "Qaryat Zarbū", "Qaryat Zarbu", "Zarbo,Zarboo,ZRB,زربو,zrbw", 35.52, 44.03, "P.PPL", "13", "77", 0),
    (900004, "Tarbah", "", "", 35.5, 44.0, "P.PPLA2", "13", "77", 9000),
    (900005, "Great Tarbah Hotel", "Great Tarbah Hotel", "", 35.5, 44.0, "S.HTL", "13", "77", 0),
    (900006, "Jabal Zarbu", "Jabal Zarbu", "", 35.6, 44.1, "T.MT", "13", "", 0),
    (98182, "Baghdād", "Baghdad", "Bagdhad Town", 33.34, 44.4, "P.PPLC", "07", "88", 5_000_000),
    (900007, "Umm Zarb", "Umm Zarb", "", 33.3, 44.3, "P.PPL", "07", "88", 20_000),
)


def line(
    number: int,
    name: str,
    plain: str,
    others: str,
    latitude: float,
    longitude: float,
    code: str,
    admin1: str,
    admin2: str,
    population: int,
    country: str = "IQ",
    modified: str = "2025-03-01",
) -> str:
    """One row of a dump."""
    units = (country, "", admin1, admin2, "", "")
    cells = (number, name, plain, others, latitude, longitude, *code.split("."), *units, population, "", "", "Asia/X")
    return "\t".join(map(str, (*cells, modified)))


def dump(modified: str = "2025-03-01") -> str:
    return "".join(f"{line(*row, modified=modified)}\n" for row in ROWS)


def zipped(path: Path, content: str, member: str = "IQ.txt") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "About the columns.")
        archive.writestr(member, content)
    return path
