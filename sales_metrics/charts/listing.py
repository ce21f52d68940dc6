"""A table as a figure: what a slide and a page of a report show of a listing. The app draws a real table."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Align, Listing, ListRow, Verdict
from .canvas import Anchor, Drawing, Look, Margins
from .lines import plain
from .measure import SEMIBOLD, shorten, text_width
from .words import hover_line, with_sign

_GAP: Final = 20
_EDGE: Final = 6
_ROW: Final = 2.1
"""Height of a row, in type sizes."""
_LEAST: Final = 4
"""Width that every column gets in any case, in type sizes."""


def draw(picture: Listing, look: Look) -> go.Figure:
    """Return the figure of the first rows of a listing, an empty one included; a phone gets two lines a row."""
    picture = picture.told()
    rows = picture.rows[: picture.shown]
    return _stacked(rows, look) if look.phone else _in_columns(picture, rows, look)


def _in_columns(picture: Listing, rows: tuple[ListRow, ...], look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    heads = [column.title for column in picture.columns]
    texts = [[_first(row, at) for row in rows] for at in range(len(heads))]
    wanted = [
        max([text_width(head, sizes.axis, SEMIBOLD), *(text_width(text, sizes.label) for text in column)])
        for head, column in zip(heads, texts, strict=True)
    ]
    widths = _fitted(wanted, look.narrowest - 2 * _EDGE - _GAP * (len(heads) - 1), sizes.label * _LEAST)
    left = float(_EDGE)
    for at, (column, width) in enumerate(zip(picture.columns, widths, strict=True)):
        anchor: Anchor = "right" if column.align is Align.RIGHT else "left"
        # Places are shares of the narrowest figure, so a wider one spreads the columns and nothing touches.
        x = (left + width if anchor == "right" else left) / look.narrowest
        head = plain(shorten(heads[at], width, sizes.axis, SEMIBOLD), SEMIBOLD)
        drawing.write(head, x=x, y=-1, anchor=anchor, size=sizes.axis, colour=theme.muted, name="head")
        for row, text in enumerate(texts[at]):
            told = at == 0 and rows[row].verdict in (Verdict.BETTER, Verdict.WORSE)
            colour = theme.verdict_text(rows[row].verdict) if told else theme.text
            cell = plain(shorten(text, width, sizes.label))
            drawing.write(cell, x=x, y=row, anchor=anchor, colour=colour, name="cell")
        left += width + _GAP
    for row, one in enumerate(rows):
        drawing.line(x=(0, 1), y=(row - 0.5, row - 0.5), colour=theme.line, width=1, xref="paper")
        drawing.target(x=(0, 1), y=(row - 0.5, row + 0.5), drill=row, hover=hover_line(look.lang, one.cells[0]))
    return drawing.figure(
        height=sizes.label * _ROW * (max(len(rows), 1) + 1),
        margins=Margins(0, 0, 0, 0),
        x_range=(0, 1),
        y_range=(max(len(rows), 1) - 0.5, -1.5),
    )


def _stacked(rows: tuple[ListRow, ...], look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    room = look.narrowest - 2 * _EDGE
    half = sizes.label * 0.72
    for at, row in enumerate(rows):
        first, *others = row.cells
        name = plain(shorten(_first(row, 0) if first else "", room, sizes.label, SEMIBOLD), SEMIBOLD)
        rest = plain(shorten(" · ".join(text for text in others if text), room, sizes.axis))
        drawing.write(name, x=0, y=at, dx=_EDGE, dy=-half, name="cell")
        drawing.write(rest, x=0, y=at, dx=_EDGE, dy=half, size=sizes.axis, colour=theme.muted, name="cell")
        drawing.line(x=(0, 1), y=(at - 0.5, at - 0.5), colour=theme.line, width=1, xref="paper")
        drawing.target(x=(0, 1), y=(at - 0.5, at + 0.5), drill=at, hover=hover_line(look.lang, first))
    return drawing.figure(
        height=sizes.label * 3.6 * max(len(rows), 1),
        margins=Margins(0, 0, 0, 0),
        x_range=(0, 1),
        y_range=(max(len(rows), 1) - 0.5, -0.5),
    )


def _first(row: ListRow, at: int) -> str:
    return with_sign(row.cells[0], row.verdict) if at == 0 else row.cells[at]


def _fitted(wanted: list[float], room: float, least: float) -> list[float]:
    """Return the widths that the columns get: what they want, and the widest give up first where room is short."""
    widths = list(wanted)
    while widths and sum(widths) > room:
        widest = max(widths)
        second = max((width for width in widths if width < widest), default=least)
        many = sum(width == widest for width in widths)
        cut = max(second, widest - (sum(widths) - room) / many, least)
        widths = [cut if width == widest else width for width in widths]
        if cut in (least, widest):
            break
    spare = max(room - sum(widths), 0) / max(len(widths), 1)
    return [width + spare for width in widths]
