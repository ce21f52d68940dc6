"""Several tables side by side in one sheet, taken apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl
import pyarrow as pa

from ..files.sheet import Sheet, column_number
from ..recognition.headings import plain_text
from ..recognition.recognise import rough_hits
from .header import SEARCHED, is_figure

_LEAST: Final = 2
"""So many headings make a table; fewer are rather a note beside one."""
_KNOWN: Final = 0.6


def beside_each_other(sheet: Sheet, cells: pl.DataFrame) -> tuple[Sheet, ...]:
    """Return the tables of a sheet that stand side by side, each as a sheet whose cells keep their letters.

    Tables are parted by blank columns, or follow each other with the same headings twice. They are parted only
    where something tells them from one table with a gap: another length, another row of headings, or a heading
    that both have. A sheet with one table comes back as it is. `cells` are its trimmed cells.
    """
    spans = _spans(cells)
    heads = [_heading(cells, span) for span in spans]
    if len(spans) == 1 and heads[0] is not None:
        spans = _twice(cells, spans[0], heads[0])
        heads = heads * len(spans)
    if len(spans) < 2 or any(head is None for head in heads):
        return (sheet,)
    texts = [
        {plain_text(cell) for cell in cells.row(head or 0)[start:end] if cell}
        for (start, end), head in zip(spans, heads, strict=True)
    ]
    ends = {_last_row(cells, span) for span in spans}
    shared = any(one & other for at, one in enumerate(texts) for other in texts[at + 1 :])
    if len(ends) == 1 and len(set(heads)) == 1 and not shared:
        return (sheet,)
    return tuple(_part(sheet, cells, span, number) for number, span in enumerate(spans, start=1))


def _spans(cells: pl.DataFrame) -> list[tuple[int, int]]:
    """Return (first, end) of the runs of columns between blank ones."""
    filled = [cells[name].null_count() < cells.height for name in cells.columns]
    spans: list[tuple[int, int]] = []
    for at, full in enumerate(filled):
        if full and (at == 0 or not filled[at - 1]):
            spans.append((at, at + 1))
        elif full:
            spans[-1] = (spans[-1][0], at + 1)
    return spans


def _heading(cells: pl.DataFrame, span: tuple[int, int]) -> int | None:
    """Return the first row that reads like headings of these columns."""
    for at, row in enumerate(cells.head(SEARCHED).rows()):
        said = [cell for cell in row[span[0] : span[1]] if cell]
        if len(said) >= _LEAST:
            known = not any(map(is_figure, said)) and rough_hits(said) >= _KNOWN * len(said)
            return at if known else None
    return None


def _twice(cells: pl.DataFrame, span: tuple[int, int], head: int) -> list[tuple[int, int]]:
    """Part columns whose headings are the same ones several times over."""
    texts = [plain_text(cell or "") for cell in cells.row(head)[span[0] : span[1]]]
    for width in range(_LEAST + 1, len(texts) // 2 + 1):
        if len(texts) % width == 0 and texts == texts[:width] * (len(texts) // width) and len(set(texts)) > 1:
            return [(span[0] + at, span[0] + at + width) for at in range(0, len(texts), width)]
    return [span]


def _last_row(cells: pl.DataFrame, span: tuple[int, int]) -> int:
    names = cells.columns[span[0] : span[1]]
    filled = cells.select(pl.any_horizontal(pl.col(names).is_not_null())).to_series().arg_true()
    return int(filled[-1]) if len(filled) else -1


def _part(sheet: Sheet, cells: pl.DataFrame, span: tuple[int, int], number: int) -> Sheet:
    height = _last_row(cells, span) + 1
    columns = {
        name: sheet.cells[name].slice(0, height) if at >= span[0] else pa.nulls(height, pa.string())
        for at, name in enumerate(sheet.cells.column_names[: span[1]])
    }
    own = {sheet.cells.column_names[at] for at in range(*span)}
    return replace(
        sheet,
        name=sheet.name if number == 1 else f"{sheet.name} ({number})",
        cells=pa.table(columns),
        faults=tuple(fault for fault in sheet.faults if fault.column in own),
        merged=tuple(
            each
            for each in sheet.merged
            if span[0] < each[1] and each[3] <= column_number(max(own, key=column_number))
        ),
        hidden_rows=sheet.hidden_rows if number == 1 else 0,
        width=0,
    )
