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
DecimalMark = Literal["comma", "point"]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a user has settled about all sheets with one and the same row of headings.

    `letters` maps our columns to letters of the sheet; a column of a table that is derived from the rows is
    written "orders.client". `table` is `None` when the sheet is to be left out. `answers` maps keys of
    questions to the choices made. With nothing but answers, all that they leave open is recognised as ever.
    """

    table: str | None
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    date_order: DateOrder | None = None
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def only_answers(self) -> bool:
        """Whether the columns are still to be recognised."""
        return self.table is None and not self.letters and bool(self.answers)

    @property
    def settled(self) -> Mapping[str, str]:
        """The answers, with the order of day and month among them."""
        return {**({"date_order": self.date_order} if self.date_order else {}), **self.answers}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file leaves open and a user can settle.

    `key` is unique in a sheet: "date_order" (day_first, month_first), "decimal_mark" (comma, point), "table"
    (keys of tables or none), "column:E" (columns of the table or none: what column E is) or "which:amount"
    (letters: which column is the amount). `evidence` is what stands in the file, `named` how the file calls
    each choice, `column` the heading that it is about.
    """

    key: str
    problem: str
    choices: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    column: str = ""
    named: tuple[str, ...] = ()


NONE: Final = "none"
"""The choice of a question by which a column or a sheet is left out."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the cells say of how their file writes; `None` where they say nothing or contradict each other."""

    date_order: DateOrder | None = None
    decimal_mark: DecimalMark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenSheet:
    """One sheet after recognition, typing and checks.

    `rows` has the mapped columns typed by `ARROW_TYPES`, what was derived for them (outcome, closed_on),
    `_key` (never null) and `_row` (the sheet row), in file order; it is empty when `table` is `None`.
    `told` is what its cells say of day and month and of the decimal mark, for files that came with it.
    `columns` maps ours to the user's headings and `letters` ours to the letters of the sheet, both in our
    column order. `evidence` says by which codes each was recognised. `unused` maps letters to headings that
    nothing was made of. `derived` holds tables that follow from the rows, `derived_letters` and
    `derived_columns` (headings) from which columns. `read` = rows + rejected + everything ignored; the heading
    is not among them. `signature` stands for the headings in their order. `dialect` names the known export that
    the sheet is, "" for any other.
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
    told: Hints = field(default_factory=Hints)
    dialect: str = ""


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

    @property
    def waits(self) -> bool:
        """Whether a question is open: nothing of the file is stored before it is answered."""
        return any(sheet.questions for sheet in self.sheets)


def remembered_from(entry: Remembered | Mapping[str, Any]) -> Remembered:
    """Return a remembered mapping from its JSON form.

    That is {"table": ..., "letters": {...}, "date_order": ..., "answers": {...}}; any of them may be absent.
    """
    if isinstance(entry, Remembered):
        return entry
    order = entry.get("date_order")
    known: DateOrder | None = order if order in ("day_first", "month_first") else None
    return Remembered(entry.get("table"), dict(entry.get("letters") or {}), known, dict(entry.get("answers") or {}))


def with_answers(entry: Mapping[str, Any] | None, answers: Mapping[str, str]) -> dict[str, Any]:
    """Return the JSON form of what is remembered once questions are answered, older answers kept."""
    before = dict(entry or {})
    return before | {"answers": {**(before.get("answers") or {}), **answers}}
