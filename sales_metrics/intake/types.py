"""What taking a file gives, and what a user has taught about a heading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal

import pyarrow as pa

from ..model.issue import Issue, Severity
from ..model.tables import Kind

ARROW_TYPES: Final[Mapping[Kind, pa.DataType]] = MappingProxyType(
    {
        **dict.fromkeys(
            (Kind.ID, Kind.TAX_ID, Kind.NAME, Kind.LABEL, Kind.CHOICE, Kind.TEXT, Kind.CURRENCY), pa.string()
        ),
        **dict.fromkeys((Kind.MONEY, Kind.NUMBER, Kind.SHARE), pa.float64()),
        Kind.SCORE: pa.int64(),
        Kind.DAY: pa.date32(),
        Kind.MOMENT: pa.timestamp("us"),
        Kind.YES_NO: pa.bool_(),
    }
)
"""How the cells of each kind are stored."""

KEY: Final = "_key"
ROW: Final = "_row"

DateOrder = Literal["day_first", "month_first"]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a user has settled about all sheets with one and the same row of headings.

    `letters` maps our columns to letters of the sheet; a column of a table that is derived from the rows is
    written "orders.client". `table` is `None` when the sheet is to be left out. `date_order` answers how
    "05/06/2026" is meant.
    """

    table: str | None
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file leaves open and a user can settle: `key` is a letter or "date_order"."""

    key: str
    problem: str
    choices: tuple[str, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenSheet:
    """One sheet after recognition, typing and checks.

    `rows` has the mapped columns typed by `ARROW_TYPES`, what was derived for them (outcome, closed_on),
    `_key` (never null) and `_row` (the sheet row), in file order; it is empty when `table` is `None`.
    `columns` maps ours to the user's headings and `letters` ours to the letters of the sheet, both in our
    column order. `evidence` says by which codes each was recognised. `unused` maps letters to headings that
    nothing was made of. `derived` holds tables that follow from the rows, `derived_letters` and
    `derived_columns` (headings) from which columns. `read` = rows + rejected + everything ignored; the heading
    is not among them. `signature` stands for the headings in their order.
    """

    sheet: str
    table: str | None
    rows: pa.Table
    confidence: float = 0.0
    header_row: int = 0
    columns: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unused: dict[str, str] = field(default_factory=dict)
    derived: dict[str, pa.Table] = field(default_factory=dict)
    derived_letters: dict[str, dict[str, str]] = field(default_factory=dict)
    derived_columns: dict[str, dict[str, str]] = field(default_factory=dict)
    read: int = 0
    rejected: int = 0
    ignored: dict[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One file after recognition; an issue with the severity REFUSED means that there are no sheets."""

    file: str
    sha256: str
    size: int
    sheets: tuple[TakenSheet, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the file cannot be used at all."""
        return any(issue.severity is Severity.REFUSED for issue in self.issues)


def remembered_from(entry: Remembered | Mapping[str, Any]) -> Remembered:
    """Return a remembered mapping from its JSON form: {"table": ..., "letters": {...}, "date_order": ...}."""
    if isinstance(entry, Remembered):
        return entry
    order = entry.get("date_order")
    known: DateOrder | None = order if order in ("day_first", "month_first") else None
    return Remembered(entry.get("table"), dict(entry.get("letters") or {}), known)
