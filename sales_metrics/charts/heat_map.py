"""The heat map: shares within rows as shade, counts as text, proven differences framed."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Bar, Bars, Cell, HeatMap, HeatRow
from ..text.numbers import NBSP, number, percent
from . import bars
from .canvas import Drawing, Look, Margins, Place, hovering, rows_at, stroke_of
from .lines import GAP, Line, Run, line_width, plain, strong
from .measure import SEMIBOLD, text_width, wrap
from .names import names_column, write_names
from .words import hover_line, word

FULL_SHADE: Final = 0.45
"""Share that takes the darkest shade, so that the same share has the same shade on every page."""
ROW: Final = 62
CELL_GAP: Final = 3
_HEAD_GAP: Final = 10
_TOTAL_GAP: Final = 14
_REACH: Final = 80
"""From how far a click still finds the middle of a cell, in px."""
_LEAST_TYPE: Final = 0.7
"""How far long sums of money are made smaller to fit their cell."""
_LEAST_CELL: Final = 2.9
"""Width that is kept for a column, in type sizes."""
_ARROWS: Final = {1: "↑", -1: "↓", 0: ""}


def draw(picture: HeatMap, look: Look) -> go.Figure:
    """Return the figure of a heat map; on a phone its rows become bars under one another.

    Headings that are wider than their column stand at two heights by turns, with a thin line down to the cell.
    """
    if not look.phone:
        return _grid(picture, look)
    headings = {at * len(picture.columns): row.label for at, row in enumerate(picture.rows)}
    return bars.draw_stacked(_as_bars(picture, look), look, headings)


def _grid(picture: HeatMap, look: Look) -> go.Figure:
    sizes, theme, rows = look.sizes, look.theme, picture.rows
    drawing = Drawing(look)
    places = rows_at([row.apart for row in rows])
    totals = [_total(row, look) for row in rows]
    total_width = max([0.0, *(line_width(line, sizes.label) for line in totals)])
    right = _TOTAL_GAP + total_width + 8
    columns = max(len(picture.columns), 1)
    spare = look.narrowest - right - columns * _LEAST_CELL * sizes.label
    broken, left = names_column(look, [row.label for row in rows], spare)
    cell = (look.narrowest - left - right) / columns
    most = max([FULL_SHADE, *(value.share.value or 0 for row in rows if row.filled for value in row.cells)])

    inside = [line_width(_inside(one, look), sizes.label) for row in rows if row.filled for one in row.cells]
    stacked = max([0.0, *inside]) > cell - 10
    size = sizes.label * min(1.0, max(_LEAST_TYPE, (cell - 8) / max([1.0, *_figure_widths(picture, look)])))
    for row, y in zip(rows, places, strict=True):
        _fills(drawing, row, y, most)
        for x, one in enumerate(row.cells):
            _cell(drawing, row, one, x, y, most, stacked=stacked, size=size)
    _clicks(drawing, picture, places)
    write_names(drawing, broken, places, [SEMIBOLD if row.apart else 400 for row in rows])
    for line, row, y in zip(totals, rows, places, strict=True):
        colour = theme.text if row.filled else theme.muted
        drawing.write(line, x=1, y=y, dx=_TOTAL_GAP, colour=colour, name="total")
    head = _headings(drawing, picture, cell)
    bottom, top = (places[-1] if places else 0) + 0.5, -0.5
    return drawing.figure(
        height=head + ROW * sizes.row / 60 * (bottom - top) + 4,
        margins=Margins(left, right, head, 4),
        x_range=(-0.5, columns - 0.5),
        y_range=(bottom, top),
        hover_distance=_REACH,
    )


def _headings(drawing: Drawing, picture: HeatMap, cell: float) -> float:
    """Write the headings of the columns and return the height they take in px."""
    sizes, theme = drawing.look.sizes, drawing.look.theme
    size, height = sizes.axis, sizes.axis * 1.3
    alone = [wrap(name, cell - 6, size, lines=3) for name in picture.columns]
    cut = any(line.endswith("…") for lines in alone for line in lines)
    if not cut:
        tallest = max([1, *(len(lines) for lines in alone)])
        for x, lines in enumerate(alone):
            dy = -_HEAD_GAP - len(lines) * height / 2
            place = Place(x=x, xref="x", y=1, yref="paper", anchor="center", dy=dy)
            drawing.write([plain(line) for line in lines], **place, size=size, colour=theme.muted, name="column")
        return max(_HEAD_GAP + tallest * height + 6, 76 * size / 15 - 12)
    # A single heading may then be twice its column wide, less the clearance of the line that runs past it.
    paired = [wrap(name, 2 * cell - 12, size, lines=3) for name in picture.columns]
    depth = max(len(lines) for lines in paired) * height
    for x, lines in enumerate(paired):
        raised = x % 2 == 1
        base = _HEAD_GAP + (depth + 6 if raised else 0)
        # Outer headings must not run out over the names and the totals further than half a column.
        dy = -base - len(lines) * height / 2
        place = Place(x=x, xref="x", y=1, yref="paper", anchor="center", dy=dy)
        drawing.write([plain(line) for line in lines], **place, size=size, colour=theme.muted, name="column")
        if raised:
            reach = {"yref": "paper", "ysizemode": "pixel", "yanchor": 1}
            drawing.line(x=(x, x), y=(4, base - 2), colour=theme.line, width=1, **reach)
    return _HEAD_GAP + 2 * depth + 14


def _fills(drawing: Drawing, row: HeatRow, y: float, most: float) -> None:
    theme = drawing.look.theme
    if not row.filled:
        for x in range(len(row.cells)):
            drawing.box(x=(x - 0.485, x + 0.485), y=(y - 0.475, y + 0.475), edge=theme.line, width=1)
        return
    drawing.mark(
        go.Heatmap(
            x=[x - 0.5 for x in range(len(row.cells) + 1)],
            y=[y - 0.5, y + 0.5],
            z=[[one.share.value for one in row.cells]],
            zmin=0,
            zmax=most,
            colorscale=theme.scale(),
            showscale=False,
            xgap=CELL_GAP,
            ygap=CELL_GAP,
            hoverinfo="skip",
        )
    )


def _cell(
    drawing: Drawing, row: HeatRow, one: Cell, x: int, y: float, most: float, *, stacked: bool, size: float
) -> None:
    look, theme, sizes = drawing.look, drawing.look.theme, drawing.look.sizes
    shaded = row.filled and one.share.value is not None
    ink = theme.ink_on(theme.shade(one.share.value or 0, most)) if shaded else theme.muted
    line = _inside(one, look) if row.filled else plain(_figure(one, look))
    lines = [(line, 0.0, size)]
    if stacked and shaded:
        share = plain(line[-1].text.strip())
        lines = [(line[:-1], -sizes.label * 0.6, size), (share, sizes.label * 0.65, min(size, sizes.axis))]
    for written, dy, high in lines:
        place = Place(x=x, y=y, xref="x", anchor="center", dy=dy)
        drawing.write(written, **place, size=high, colour=ink, name="cell")
    if one.differs and row.filled:
        frame, edge = stroke_of(look, "frame_proven"), stroke_of(look, "frame_edge")
        for colour, width in ((theme.ground, frame + 2 * edge), (theme.text, frame)):
            drawing.box(x=(x - 0.475, x + 0.475), y=(y - 0.45, y + 0.45), edge=colour, width=width)


def _clicks(drawing: Drawing, picture: HeatMap, places: list[float]) -> None:
    """Lay invisible markers over the cells: Streamlit hears clicks on points, but none on a heat map."""
    look = drawing.look
    cells = [
        (x, y, hover_line(look.lang, row.label, name, "".join(run.text for run in _inside(one, look))))
        for row, y in zip(picture.rows, places, strict=True)
        for x, (name, one) in enumerate(zip(picture.columns, row.cells, strict=True))
    ]
    drawing.mark(
        go.Scatter(
            x=[x for x, _, _ in cells],
            y=[y for _, y, _ in cells],
            mode="markers",
            marker={"symbol": "square", "size": look.sizes.row * 0.7, "opacity": 0},
            customdata=list(range(len(cells))),
            **hovering([hover for _, _, hover in cells], opacity=0),
        )
    )


def _inside(one: Cell, look: Look) -> Line:
    arrow = _ARROWS[one.differs]
    runs = [Run(f"{arrow} ")] if arrow else []
    runs.append(strong(_figure(one, look)))
    if one.share.value is not None:
        runs.append(Run(f"{GAP}{one.beside or percent(one.share.value, look.lang)}"))
    return tuple(runs)


def _figure_widths(picture: HeatMap, look: Look) -> list[float]:
    """Return the widths of the texts that stand by themselves in a cell, where one stands under the other."""
    cells = [one for row in picture.rows for one in row.cells if one.text]
    texts = [text for one in cells for text in (one.text, one.beside)]
    return [text_width(text, look.sizes.label, SEMIBOLD) for text in texts]


def _figure(one: Cell, look: Look) -> str:
    return one.text or number(one.share.k, look.lang)


def _total(row: HeatRow, look: Look) -> Line:
    figure = row.total_text
    after = figure.lstrip("0123456789" + NBSP + ",.")
    before = figure[: len(figure) - len(after)]
    line: Line = (strong(before), Run(after)) if before else (strong(figure),)
    few = word("too_few", look.lang)
    return line if row.filled or few in figure else (*line, Run(f"{GAP}{few}"))


def _as_bars(picture: HeatMap, look: Look) -> Bars:
    """Return the rows as bars, shares with the department's share as a tick; below the gate bare counts."""
    department = next((row for row in picture.rows if row.apart), None)
    found: list[Bar] = []
    for row in picture.rows:
        for at, (name, one) in enumerate(zip(picture.columns, row.cells, strict=True)):
            value = one.share.value if row.filled else None
            reference = department.cells[at].share.value if department and department is not row else None
            share = (one.beside or percent(value, look.lang)) if value is not None else ""
            arrow = _ARROWS[one.differs]
            found.append(
                Bar(
                    label=name,
                    value=value or 0.0,
                    text=f"{arrow} {_figure(one, look)}".strip(),
                    drill=one.drill,
                    aside=share,
                    tick=reference if value is not None else None,
                    strong=bool(one.differs),
                )
            )
    return Bars(bars=tuple(found))
