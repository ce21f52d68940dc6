"""Tables with months across turned long: one row for every cell under a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl

from ..cells.dates import month_start
from ..cells.numbers import read_number
from ..files.sheet import letter
from ..recognition.headings import parse
from .header import SEARCHED
from .row_kinds import says_total

_LEAST: Final = 3
"""So many months in one row are a heading."""
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-01(?:T00:00:00)?$|01\.(\d\d)\.(\d{4})$")
_KINDS: Final = (
    ("plans", frozenset({"plan", "target"}), ("Период", "Значение плана")),
    ("channel_costs", frozenset({"cost", "ads"}), ("Месяц", "Затраты")),
    ("orders", frozenset({"client", "product", "sale", "order", "group"}), ("Дата заказа", "Сумма заказа")),
)
"""What a table with months across can be, by the concepts of its headings and title, and its new headings."""


@dataclass(frozen=True, slots=True)
class Long:
    """A wide table turned long: its cells, headings in the first row, and the sheet row behind each row.

    `left` counts the rows of the sheet of which no row was made, by reason.
    """

    cells: pl.DataFrame
    numbers: pl.Series
    months: int
    left: dict[str, int]


def widened(cells: pl.DataFrame, first_row: int, names: Sequence[str]) -> Long | None:
    """Turn a sheet with months across into one with a month and a value in each row; `None` when it is none.

    A month is "янв 2026", "2026-01", the first day of one, or a name alone where the line above, the title or
    the name of the sheet says the year. Columns of totals are left out; empty cells make no rows.
    """
    grid = [["" if cell is None else cell for cell in row] for row in cells.head(SEARCHED).rows()]
    for at, row in enumerate(grid):
        if sum(map(bool, row)) < _LEAST:
            continue
        months = _months(grid, at, names)
        if len(months) < _LEAST or len(set(months.values())) < len(months):
            continue
        said = " ".join((*names, *(cell for above in grid[:at] for cell in above), *_texts(row, months)))
        kind = next((kind for kind in _KINDS if kind[1] & set(parse(said).concepts)), None)
        return _long(cells, at, months, kind[0], kind[2], first_row) if kind else None
    return None


def _texts(row: Sequence[str], months: dict[int, datetime]) -> list[str]:
    return [cell for place, cell in enumerate(row) if place not in months]


def _months(grid: Sequence[Sequence[str]], at: int, names: Sequence[str]) -> dict[int, datetime]:
    """Return place -> first day of the month for the cells of a row that are months."""
    above = grid[at - 1] if at else []
    elsewhere = _YEAR.search(" ".join((*(cell for row in grid[:at] for cell in row), *names)))
    found: dict[int, datetime] = {}
    year = ""
    for place, cell in enumerate(grid[at]):
        named = _YEAR.search(above[place]) if place < len(above) else None
        year = named[1] if named else year
        day = _DAY.match(cell)
        if day:
            # "2026-13-01" looks like the first day of a month and is none.
            with suppress(ValueError):
                found[place] = datetime(int(day[1] or day[4]), int(day[2] or day[3]), 1)
            continue
        text = cell if _YEAR.search(cell) else f"{cell} {year or (elsewhere[1] if elsewhere else '')}"
        month = month_start(text.strip(". ")) if cell and len(cell) <= 20 and not cell.isdigit() else None
        if month:
            found[place] = month
    return found


def _long(
    cells: pl.DataFrame, at: int, months: dict[int, datetime], kind: str, heads: tuple[str, str], first_row: int
) -> Long | None:
    names = cells.columns
    header = cells.row(at)
    body = cells[at + 1 :].with_columns(pl.int_range(cells.height - at - 1, dtype=pl.Int32).alias("_at"))
    totals = pl.DataFrame({name: [header[place]] for place, name in enumerate(names)}, schema=cells.schema)
    kept = [
        name
        for place, name in enumerate(names)
        if place not in months and header[place] and not says_total(totals.select(name)).item()
    ]
    figures = body.select(pl.col(names[place]) for place in months)
    sample = [cell for column in figures.iter_columns() for cell in column.drop_nulls().head(50).to_list()]
    if not kept or not sample or sum(_is_number(cell) for cell in sample) < 0.8 * len(sample):
        return None
    month, value = letter(len(names) + 1), names[next(iter(months))]
    form = "%Y-%m" if kind == "plans" else "%Y-%m-%d"
    parts = [
        body.filter(pl.col(names[place]).is_not_null()).select(
            *kept,
            pl.lit(day.strftime(form)).alias(month),
            pl.col(names[place]).alias("_value"),
            "_at",
        )
        for place, day in months.items()
    ]
    long = pl.concat(parts).sort("_at", maintain_order=True)
    order = sorted([*kept, value, month], key=lambda name: (len(name), name))
    titles = {name: header[names.index(name)] for name in kept} | {month: heads[0], value: heads[1]}
    data = long.rename({"_value": value}).select(*order)
    numbers = pl.concat([pl.Series([at], dtype=pl.Int32), long["_at"] + at + 1]) + first_row
    made = set(long["_at"].to_list())
    silent = cells.with_row_index("_row").filter(~pl.col("_row").is_in([at, *(row + at + 1 for row in made)]))
    blank = silent.select(pl.all_horizontal(pl.col(names).is_null())).to_series()
    above = silent["_row"] < at
    left = {
        "blank": int(blank.sum()),
        "title": int((above & ~blank).sum()),
        "group": int((~above & ~blank).sum()),
    }
    whole = pl.concat([pl.DataFrame({name: [titles[name]] for name in order}), data])
    return Long(whole, numbers, len(months), {reason: count for reason, count in left.items() if count})


def _is_number(cell: str) -> bool:
    return read_number(cell) is not None or read_number(cell, ",") is not None
