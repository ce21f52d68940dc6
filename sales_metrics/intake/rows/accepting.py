"""From text cells to accepted rows: typing, faults cell by cell, keys, notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import polars as pl

from ...model.issue import Issue, Severity
from ...model.tables import TABLES, Column, Table
from ..cells.numbers import read_numbers
from ..files.sheet import Sheet
from ..layout.mapping import Mapped
from ..layout.row_kinds import keys_of
from ..recognition.headings import parse, plain_text
from ..recognition.recognise import DERIVED_ORDERS
from ..types import KEY, ROW
from .derive import outcomes, whole_sums
from .keys import key_of
from .validate import oddities
from .values import Manner, Typed, read_column

_TOLD_ONE_BY_ONE = 10_000
_SHOWN = 80


@dataclass(slots=True)
class Accepted:
    """What became of the data rows of a sheet. `heads` are columns of "orders" that order lines carry."""

    rows: pl.DataFrame
    rejected: int
    issues: list[Issue]
    heads: pl.DataFrame | None = None
    added: tuple[str, ...] = ()


@dataclass(slots=True)
class _Draft:
    columns: dict[str, pl.Series] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    bad: pl.Series = field(default_factory=lambda: pl.Series([], dtype=pl.Boolean))
    currencies: pl.Series | None = None


def accept(sheet: Sheet, file: str, data: pl.DataFrame, mapped: Mapped, manner: Manner) -> Accepted:
    """Type the mapped columns of the data rows; reject rows with faults and without a key, each by an issue.

    `data` has the text cells by letter and `_row`.
    """
    table = mapped.table
    assert table is not None  # noqa: S101
    draft = _Draft(bad=pl.repeat(value=False, n=data.height, dtype=pl.Boolean, eager=True))
    blank = Issue("", Severity.NOTE, file=file, sheet=sheet.name)
    for name, letter in mapped.letters.items():
        _add(draft, table.column(name), letter, data, mapped, manner, blank)
    heads: dict[str, pl.Series] = {}
    if mapped.derived:
        own = draft.columns
        draft.columns = heads
        for name, letter in mapped.derived.items():
            if name in DERIVED_ORDERS:
                _add(draft, TABLES["orders"].column(name), letter, data, mapped, manner, blank)
        draft.columns = own
    _add_faults(draft, sheet, mapped, data, blank)
    frame = pl.DataFrame([series.alias(name) for name, series in draft.columns.items()] + [data[ROW]])
    if draft.currencies is not None and "currency" not in frame.columns and "currency" in table.column_keys:
        frame = frame.with_columns(draft.currencies.alias("currency"))
    if frame.height and table.key == "deals":
        frame, added, notes = _deals(frame, data, mapped, manner, blank)
        draft.issues += notes
    else:
        added = ()
    sound = frame.filter(~draft.bad)
    keys = key_of(table, sound)
    lacking = keys.is_null()
    draft.issues += _without_key(table, mapped, sound.filter(lacking)[ROW], blank)
    rows = sound.with_columns(keys.alias(KEY)).filter(~lacking)
    head_rows = None
    if heads:
        head_rows = pl.DataFrame([series.alias(name) for name, series in heads.items()])
        head_rows = head_rows.filter(~draft.bad).filter(~lacking)
    draft.issues += _notes(table, rows, head_rows, mapped, blank)
    if "currency" in rows.columns and "currency" not in mapped.letters:
        added = (*added, "currency")
    return Accepted(rows, data.height - rows.height, draft.issues, head_rows, added)


def _add(
    draft: _Draft, column: Column, letter: str, data: pl.DataFrame, mapped: Mapped, manner: Manner, blank: Issue
) -> None:
    texts = data[letter]
    heading = parse(mapped.headings[letter])
    typed = read_column(column, texts, heading, manner)
    draft.columns[column.key] = typed.values
    _add_currency(draft, column, typed, heading.currency, data.height)
    shown = replace(blank, column=mapped.headings[letter])
    for remark in typed.remarks:
        cell = f"{letter}{data[ROW][remark.at]}"
        draft.issues.append(
            replace(shown, problem=remark.problem, cell=cell, found=_short(remark.found), count=remark.count,
                    limit=remark.limit)
        )  # fmt: skip
    if typed.problems is None:
        return
    wrong = typed.problems.is_not_null()
    draft.bad = draft.bad | wrong
    places = wrong.arg_true().to_list()
    for at in places[:_TOLD_ONE_BY_ONE]:
        draft.issues.append(
            replace(shown, problem=str(typed.problems[at]), severity=Severity.REJECTED,
                    cell=f"{letter}{data[ROW][at]}", found=_short(str(texts[at])), limit=typed.limit)
        )  # fmt: skip
    if len(places) > _TOLD_ONE_BY_ONE:
        rest = places[_TOLD_ONE_BY_ONE:]
        draft.issues.append(
            replace(shown, problem="many_more", severity=Severity.REJECTED, cell=f"{letter}{data[ROW][rest[0]]}",
                    count=len(rest))
        )  # fmt: skip


def _add_currency(draft: _Draft, column: Column, typed: Typed, code: str, height: int) -> None:
    if column.key != "amount":
        return
    if typed.currencies is not None:
        draft.currencies = typed.currencies.fill_null(code) if code else typed.currencies
    elif code:
        draft.currencies = pl.repeat(code, height, dtype=pl.String, eager=True)


def _add_faults(draft: _Draft, sheet: Sheet, mapped: Mapped, data: pl.DataFrame, blank: Issue) -> None:
    """Reject the rows in which a mapped cell is an error or a formula that was never calculated."""
    used = set(mapped.letters.values()) | set(mapped.derived.values())
    faults = [fault for fault in sheet.faults if fault.column in used]
    if not faults:
        return
    places = {int(row): at for at, row in enumerate(data[ROW].to_list())}
    hit = sorted({places[fault.row] for fault in faults if fault.row in places})
    for fault in faults:
        if fault.row in places:
            problem = "cell_error" if fault.kind == "error" else "not_calculated"
            draft.issues.append(
                replace(blank, problem=problem, severity=Severity.REJECTED, cell=f"{fault.column}{fault.row}",
                        found=fault.found, column=mapped.headings.get(fault.column, ""))
            )  # fmt: skip
    if hit:
        draft.bad = draft.bad.scatter(hit, values=True)


def _deals(
    frame: pl.DataFrame, data: pl.DataFrame, mapped: Mapped, manner: Manner, blank: Issue
) -> tuple[pl.DataFrame, tuple[str, ...], list[Issue]]:
    dialect = mapped.dialect
    frame, added = outcomes(frame, dialect.ends if dialect else {}, _lost(data, mapped))
    prices = {name: _figures(data, mapped, name, manner) for name in ("price", "quantity")}
    frame, deals = whole_sums(frame, prices["price"], prices["quantity"])
    notes = [replace(blank, problem="product_rows_added_up", count=deals)] if deals else []
    return frame, added, notes


def _lost(data: pl.DataFrame, mapped: Mapped) -> pl.Series | None:
    """Return which deals are lost by a column of their own, as the system is known to write it."""
    dialect = mapped.dialect
    if dialect is None or not dialect.lost_by:
        return None
    for letter, text in mapped.headings.items():
        if plain_text(text) == dialect.lost_by and data[letter].null_count() < data.height:
            words = [
                word for word in data[letter].unique().to_list() if word and plain_text(word) in dialect.lost_words
            ]
            return data[letter].is_in(words).fill_null(value=False)
    return None


def _figures(data: pl.DataFrame, mapped: Mapped, concept: str, manner: Manner) -> pl.Series | None:
    """Return the column that is headed by nothing but a price or a quantity, as numbers."""
    for letter, text in mapped.headings.items():
        if letter not in mapped.letters.values() and set(parse(text).concepts) in ({concept}, {concept, "product"}):
            return read_numbers(data[letter], typed=manner.typed).values
    return None


def _without_key(table: Table, mapped: Mapped, rows: pl.Series, blank: Issue) -> list[Issue]:
    present = [key for key in keys_of(table) if set(key) <= set(mapped.letters)]
    if not len(rows) or not present:
        return []
    letter = mapped.letters[present[0][0]]
    titles = ", ".join(mapped.headings[mapped.letters[column]] for column in present[0])
    issue = replace(
        blank, problem="key_missing", severity=Severity.REJECTED, column=mapped.headings[letter], limit=titles
    )
    told = [replace(issue, cell=f"{letter}{row}") for row in rows.head(_TOLD_ONE_BY_ONE).to_list()]
    if len(rows) > _TOLD_ONE_BY_ONE:
        first = f"{letter}{rows[_TOLD_ONE_BY_ONE]}"
        told.append(replace(issue, problem="many_more", cell=first, count=len(rows) - _TOLD_ONE_BY_ONE))
    return told


def _notes(
    table: Table, rows: pl.DataFrame, heads: pl.DataFrame | None, mapped: Mapped, blank: Issue
) -> list[Issue]:
    letters = mapped.derived | mapped.letters
    found = oddities(table, rows)
    if heads is not None:
        carried = heads.with_columns(rows[ROW])
        client = "client" if "client" in heads.columns else "client_id"
        if client in heads.columns:
            where = carried[client].is_null()
            if where.any():
                found.append(("client_missing", client, int(carried[ROW].filter(where)[0]), int(where.sum())))
    return [
        replace(blank, problem=problem, cell=f"{letters[column]}{row}", column=mapped.headings[letters[column]],
                count=count)
        for problem, column, row, count in found if column in letters
    ]  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
