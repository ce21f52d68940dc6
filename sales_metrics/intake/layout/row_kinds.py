"""Which rows of a sheet are data, and which are titles, totals, groups, footers and repeated headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from ...model.tables import Table
from ..files.sheet import Sheet, letter
from .header import Header, is_figure

REASONS: Final = ("title", "header", "blank", "total", "footer", "repeated_header", "group")
_EXAMINED: Final = 50_000

_TOTAL: Final = (
    r"(?i)^\s*(?:(?:grand|sub|общ\w*|промежуточн\w*|междин\w*|крайн\w*)[\s-]*)?"
    r"(?:totals?|subtotals?|итого|итоги?|всего|общо|всичко|тотал|sum|сума|сумма)"
    r"(?:\s+(?:по|за|of|for|на|in|от)\s.*|\s+(?:сума|сумма|sum|count|records?)|\s*[:(].*)?\s*$"
)
_TOTAL_OF: Final = r"(?i)^\s*\S.{0,80}\s(?:sub)?(?:totals?|итоги?|итого|всего|общо|всичко)\s*:?\s*$"
"""A total that names first what it is of, "ООО Ромашка Итог": believed where nothing else is said in the row."""
_FOOTER: Final = re.compile(
    r"(?i)confidential|copyright|©|all rights reserved|do not distribute|сформирован|"
    r"отч[её]т\s+(?:создан|построен)|generated|exported|выгружено|распечатан|подпись|генериран|"
    r"изготвил|составил|page \d|страница \d|лист \d"
)


_ANY_TOTAL: Final = f"(?:{_TOTAL})|(?:{_TOTAL_OF})"


def keys_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the keys of a table; order lines without a line number are numbered within their order."""
    return (*table.keys, ("order_id",)) if table.key == "order_lines" else table.keys


def has_key(body: pl.DataFrame, table: Table, letters: Mapping[str, str]) -> pl.Series:
    """Tell for every row whether all columns of one of the table's keys have a value."""
    whole = [
        pl.all_horizontal(pl.col(letters[column]).is_not_null() for column in key)
        for key in keys_of(table)
        if all(column in letters for column in key)
    ]
    if not whole:
        return pl.repeat(value=False, n=body.height, dtype=pl.Boolean, eager=True)
    return body.select(pl.any_horizontal(whole)).to_series()


def sort_rows(cells: pl.DataFrame, header: Header, table: Table | None, letters: Mapping[str, str]) -> pl.Series:
    """Say of every row what it is: one of `REASONS`, or null for data.

    A row that has a key is data. One that has none is a total when it says so, a group or a footer when a
    single text stands in it, and data otherwise, so that its fault is told and not hidden.
    """
    body = cells[header.end :]
    reasons = _body_reasons(cells, body, header, table, letters)
    above = [
        ("header" if at >= header.at else "title") if any(cell is not None for cell in cells.row(at)) else "blank"
        for at in range(header.end)
    ]
    return pl.concat([pl.Series(above, dtype=pl.String), reasons])


def _body_reasons(
    cells: pl.DataFrame, body: pl.DataFrame, header: Header, table: Table | None, letters: Mapping[str, str]
) -> pl.Series:
    if not body.height:
        return pl.Series([], dtype=pl.String)
    filled = body.select(pl.sum_horizontal(pl.all().is_not_null())).to_series()
    middle = filled.filter(filled > 0).quantile(0.75)
    usual = float(str(middle)) if middle is not None else 0.0
    keyed = has_key(body, table, letters) if table else filled > 2
    repeated = _repeats(cells, body, header)
    reasons = pl.select(
        pl.when(filled == 0).then(pl.lit("blank")).when(repeated).then(pl.lit("repeated_header"))
    ).to_series()
    mapped = [name for name in letters.values() if name in body.columns]
    bare = body.select(pl.sum_horizontal(pl.col(mapped).is_not_null())).to_series() == 0 if mapped else filled < 0
    suspicious = reasons.is_null() & (
        says_total(body) | (~keyed & (bare | (filled <= max(2.0, 0.7 * usual)))) | (filled == 1)
    )
    last = keyed.arg_true().max()
    last_data = int(str(last)) if last is not None else -1
    found: dict[int, str] = {}
    for at in suspicious.arg_true().head(_EXAMINED).to_list():
        row = [cell for cell in body.row(at) if cell is not None]
        reason = _reason(row, keyed=bool(keyed[at]), tail=at > last_data, usual=usual)
        if reason or bare[at]:
            found[at] = reason or "group"
    return reasons.scatter(list(found), list(found.values())) if found else reasons


def says_total(body: pl.DataFrame) -> pl.Series:
    """Tell which rows speak of a total in one of their first columns."""
    first = [name for name in body.columns if body[name].null_count() < body.height][:3]
    if not first:
        return pl.repeat(value=False, n=body.height, dtype=pl.Boolean, eager=True)
    return body.select(
        pl.any_horizontal(pl.col(name).str.contains(_ANY_TOTAL).fill_null(value=False) for name in first)
    ).to_series()


def _reason(row: Sequence[str], *, keyed: bool, tail: bool, usual: float) -> str | None:
    texts = [cell for cell in row if not is_figure(cell)]
    totals = [text for text in texts if re.match(_TOTAL, text)]
    if totals and len(texts) - len(totals) <= 1 and (not keyed or len(texts) == len(totals)):
        return "total"
    if len(texts) == 1 < len(row) and re.match(_TOTAL_OF, texts[0]):
        return "total"
    if tail and len(row) <= 2 and texts and usual >= 3:
        return "footer"
    if len(row) <= 2 and usual > len(row) and any(_FOOTER.search(text) for text in texts):
        return "footer"
    if keyed or usual < 3:
        return None
    return "group" if len(texts) == 1 and len(row) < usual else None


def _repeats(cells: pl.DataFrame, body: pl.DataFrame, header: Header) -> pl.Series:
    """Tell which rows repeat one of the header's rows."""
    same = pl.repeat(value=False, n=body.height, dtype=pl.Boolean, eager=True)
    for at in range(header.at, header.end):
        texts = {name: cell for name, cell in zip(cells.columns, cells.row(at), strict=True) if cell}
        if len(texts) < 2:
            continue
        first = next(iter(texts))
        if not (body[first] == texts[first]).any():
            continue
        equal = body.select(
            pl.sum_horizontal((pl.col(name) == text).fill_null(value=False) for name, text in texts.items())
        ).to_series()
        same = same | (equal >= max(2.0, 0.7 * len(texts)))
    return same


def fill_merged(cells: pl.DataFrame, sheet: Sheet, start: int) -> tuple[pl.DataFrame, int]:
    """Repeat the value of cells that are merged downwards, from row `start` on; return also how many."""
    values: dict[str, dict[int, str]] = {}
    for top, left, bottom, right in sheet.merged:
        first = top - sheet.first_row
        if first < start or bottom == top or left != right or left > cells.width or first >= cells.height:
            continue
        text = cells[letter(left)][first]
        if text is not None:
            covered = range(first + 1, min(bottom - sheet.first_row + 1, cells.height))
            values.setdefault(letter(left), {}).update(dict.fromkeys(covered, text))
    if not values:
        return cells, 0
    filled = [cells[name].clone().scatter(list(rows), list(rows.values())) for name, rows in values.items()]
    return cells.with_columns(filled), sum(map(len, values.values()))
