"""One sheet: from text cells to typed rows, each row accounted for."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import pyarrow as pa

from ..model.issue import Issue, Severity
from ..model.tables import TABLES, Table
from .accepting import accept
from .dates import order_of
from .derive import orders
from .headings import plain_text
from .layout import frame_of
from .mapping import Mapped, map_sheet, signature
from .rows import fill_merged, sort_rows
from .sheet import Sheet
from .types import ARROW_TYPES, KEY, ROW, DateOrder, Question, Remembered, TakenSheet
from .values import Manner


def empty_rows() -> pa.Table:
    """Return a table without rows and with nothing but `_key` and `_row`."""
    return pa.table({KEY: pa.array([], pa.string()), ROW: pa.array([], pa.int32())})


def take_sheet(sheet: Sheet, file: str, remembered: Mapping[str, Remembered]) -> TakenSheet:
    """Recognise, type and check one sheet."""
    cells = frame_of(sheet)
    stem = file.rpartition(".")[0] or file
    mapped = map_sheet(sheet, cells, tuple(dict.fromkeys((sheet.name, stem))), remembered)
    if mapped.table is None or mapped.header is None:
        return _not_taken(sheet, file, cells, mapped)
    cells, filled = fill_merged(cells, sheet, mapped.header.end)
    every = mapped.letters | {f"orders.{name}": letter for name, letter in mapped.derived.items()}
    reasons = sort_rows(cells, mapped.header, mapped.table, mapped.letters)
    is_data = reasons.is_null()
    numbers = pl.int_range(sheet.first_row, sheet.first_row + cells.height, dtype=pl.Int32, eager=True)
    data = cells.filter(is_data).with_columns(numbers.filter(is_data).alias(ROW))
    manner, question = _manner(sheet, data, mapped)
    accepted = accept(sheet, file, data, mapped, manner)
    derived: dict[str, pa.Table] = {}
    if mapped.derived and accepted.heads is not None:
        derived["orders"] = to_arrow(orders(accepted.rows, accepted.heads), TABLES["orders"])
    issues = [*_sheet_notes(sheet, file, mapped, filled), *accepted.issues]
    # The heading names the columns: it is shown as such, and is not a row to account for.
    ignored = _counts(reasons)
    heading = ignored.pop("header", 0)
    used = set(every.values())
    return TakenSheet(
        sheet=sheet.name,
        table=mapped.table.key,
        rows=to_arrow(accepted.rows, mapped.table),
        confidence=mapped.confidence,
        header_row=sheet.first_row + mapped.header.end - 1,
        columns={name: mapped.headings[letter] for name, letter in mapped.letters.items()},
        letters=dict(mapped.letters),
        evidence=mapped.evidence | dict.fromkeys(accepted.added, ("derived",)),
        unused={letter: text for letter, text in mapped.headings.items() if text and letter not in used},
        derived=derived,
        derived_letters={"orders": dict(mapped.derived)} if derived else {},
        derived_columns={"orders": {ours: mapped.headings[at] for ours, at in mapped.derived.items()}}
        if derived
        else {},
        read=cells.height - heading,
        rejected=accepted.rejected,
        ignored=ignored,
        issues=tuple(issues),
        questions=(question,) if question else (),
        signature=signature(mapped.header),
    )


def _not_taken(sheet: Sheet, file: str, cells: pl.DataFrame, mapped: Mapped) -> TakenSheet:
    if mapped.header is None or mapped.header.end >= cells.height:
        blank = not cells.width or cells.select(pl.all_horizontal(pl.all().is_null().all())).item()
        problem = "sheet_empty" if blank else "sheet_not_recognised"
    else:
        problem = "sheet_left_out" if mapped.remembered else "sheet_not_recognised"
    issue = Issue(problem, Severity.NOTE, file=file, sheet=sheet.name, count=cells.height, limit=mapped.nearest)
    ignored = {"not_recognised": cells.height} if cells.height else {}
    if problem == "sheet_empty":
        ignored = {"blank": cells.height} if cells.height else {}
    return TakenSheet(
        sheet=sheet.name,
        table=None,
        rows=empty_rows(),
        header_row=sheet.first_row + mapped.header.end - 1 if mapped.header else 0,
        unused={letter: text for letter, text in mapped.headings.items() if text},
        read=cells.height,
        ignored=ignored,
        issues=(issue,),
        signature=signature(mapped.header) if mapped.header else "",
    )


def _counts(reasons: pl.Series) -> dict[str, int]:
    counted = reasons.drop_nulls().value_counts(sort=True).rows()
    return {str(reason): int(count) for reason, count in counted}


def _manner(sheet: Sheet, data: pl.DataFrame, mapped: Mapped) -> tuple[Manner, Question | None]:
    """Settle the order of day and month for a file: by the user's answer, by its columns, or by assumption."""
    assert mapped.table is not None  # noqa: S101
    typed = sheet.source == "text"
    if mapped.remembered and mapped.remembered.date_order:
        return Manner(typed, mapped.remembered.date_order), None
    kinds = {name: mapped.table.column(name).kind for name in mapped.letters}
    dated = [letter for name, letter in mapped.letters.items() if ARROW_TYPES[kinds[name]] in _DATED]
    dated += [letter for name, letter in mapped.derived.items() if name.endswith("_on")]
    found = [order_of(data[letter]) for letter in dated]
    if not any(has for _, has in found):
        return Manner(typed), None
    votes = [order for order, _ in found if order]
    if votes:
        return Manner(typed, max(set(votes), key=votes.count)), None
    assumed = _assumed(data, dated, mapped)
    question = Question("date_order", "ambiguous_dates", ("day_first", "month_first"))
    return Manner(typed, assumed, guessed=True), question


_DATED = (pa.date32(), pa.timestamp("us"))


def _assumed(data: pl.DataFrame, dated: list[str], mapped: Mapped) -> DateOrder:
    """Assume day first where the headings are Cyrillic or the dates have dashes; slashes are American otherwise."""
    cyrillic = any("а" <= mark <= "я" for text in mapped.headings.values() for mark in plain_text(text))
    dashed = any(data[letter].str.contains(r"^\d{1,2}-\d{1,2}-\d").any() for letter in dated)
    return "day_first" if cyrillic or dashed else "month_first"


def _sheet_notes(sheet: Sheet, file: str, mapped: Mapped, filled: int) -> list[Issue]:
    assert mapped.table is not None  # noqa: S101
    notes: list[Issue] = []

    def note(problem: str, **more: object) -> None:
        notes.append(Issue(problem, Severity.NOTE, file=file, sheet=sheet.name, **more))  # type: ignore[arg-type]

    for column in mapped.table.columns:
        stands_in = column.key == "client" and "client_id" in mapped.letters
        if column.needed and column.key not in mapped.letters and not stands_in:
            note("column_missing", limit=f"{mapped.table.key}.{column.key}")
    for letter, column_key in mapped.doubles().items():
        used = mapped.letters[column_key]
        note("heading_twice", cell=letter, column=mapped.headings[letter], limit=used)
    if filled:
        note("merged_filled", count=filled)
    if sheet.hidden_rows:
        note("rows_hidden", count=sheet.hidden_rows)
    return notes


def to_arrow(rows: pl.DataFrame, table: Table) -> pa.Table:
    """Return typed rows as Arrow: our columns in their order, then `_key` and `_row`."""
    names = [name for name in table.column_keys if name in rows.columns]
    arrays = [rows[name].to_arrow().cast(ARROW_TYPES[table.column(name).kind]) for name in names]
    arrays += [rows[KEY].to_arrow().cast(pa.string()), rows[ROW].to_arrow().cast(pa.int32())]
    return pa.table(arrays, names=[*names, KEY, ROW])
