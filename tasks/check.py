"""Check: assertions over the warehouse, each a query that returns the rows that must not be."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args
from uuid import UUID

import duckdb

from tasks import statement
from tasks.errors import UserError

Severity = Literal["fail", "warn"]


class Finding(NamedTuple):
    """What one check found: how many rows that must not be, and the first of them; null where there is none."""

    check: str
    severity: Severity
    holds: str
    """What holds where it finds nothing."""
    found: int
    example: str | None

    @property
    def line(self) -> str:
        """The finding in one line."""
        return f"check {self.check} found {self.found} rows, the first {self.example}"


class CheckError(UserError):
    """A check of severity `fail` found rows."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = findings


def check(
    con: duckdb.DuckDBPyConnection, run_id: UUID | None = None, severities: Iterable[Severity] = get_args(Severity)
) -> tuple[Finding, ...]:
    """Run the checks of these severities and return what each found.

    Where `run_id` is given, the checks look at the documents that this run loaded, else at all.

    Raises:
        CheckError: A check of severity `fail` found rows.
    """
    wanted = set(severities)
    texts = {name: text for name, text in statement.texts("checks").items() if severity(text) in wanted}
    findings = tuple(_finding(con, name, text, run_id) for name, text in texts.items())
    if failed := [finding.line for finding in findings if finding.severity == "fail" and finding.found]:
        raise CheckError("nothing was changed: " + "; ".join(failed), findings)
    return findings


def warnings(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return what the checks found, a line each."""
    return tuple(finding.line for finding in findings if finding.found)


def record(con: duckdb.DuckDBPyConnection, findings: Iterable[Finding], run_id: UUID) -> None:
    """Write to `check_results` what the checks of one run found."""
    for finding in findings:
        con.execute(statement.text("queries", "check_record"), {"run_id": run_id, **finding._asdict()})


def severity(text: str) -> Severity:
    """Return the severity of a check, the first word of its text."""
    return "fail" if text.startswith("-- fail:") else "warn"


def _finding(con: duckdb.DuckDBPyConnection, name: str, text: str, run_id: UUID | None) -> Finding:
    counted = f"select count(*), any_value(found) from ({text.rstrip().removesuffix(';')}\n) as found"
    values = {"run_id": run_id} if "$run_id" in text else None
    ((count, example),) = con.execute(counted, values).fetchall()
    holds = statement.header(text).split(": ", 1)[1]
    return Finding(name, severity(text), holds, count, str(tuple(example.values())) if count else None)
