"""The curve of Lorenz: how much of the whole the largest few bring, against the diagonal on which all are equal."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Bar, Bars, Lorenz
from ..text.numbers import percent
from . import bars
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import plain
from .measure import SEMIBOLD, shorten, text_width, wrap
from .words import hover_line

_TICKS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
_GAP: Final = 14
_EDGE: Final = 8
_CLEARANCE: Final = 8
_HEIGHTS: Final = (0.08, 0.18, 0.28, 0.38)
"""Where the name of the diagonal may stand, under it and clear of the lines that lead to the labels."""


def draw(picture: Lorenz, look: Look) -> go.Figure:
    """Return the figure of a curve with any number of named points; a phone gets the points as bars."""
    if look.phone or look.overview:
        return bars.draw(_as_bars(picture), look)
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    ticks = [(value, percent(value, look.lang)) for value in _TICKS]
    left = max(text_width(text, sizes.axis) for _, text in ticks) + 12
    labels = [[one.text, *wrap(one.label, look.narrowest * 0.32, sizes.label)] for one in picture.portions]
    widths = [text_width(line, sizes.label, SEMIBOLD) for lines in labels for line in lines]
    right = max([sizes.axis * 2.0, *(width + _GAP for width in widths)]) + _EDGE
    top, bottom, height = sizes.axis * 2.2, sizes.axis * 3.6, float(sizes.line_height)
    plot = look.narrowest - left - right
    for value, text in ticks:
        place = Place(x=0, y=value, anchor="right", dx=-8)
        drawing.write(plain(text), **place, size=sizes.axis, colour=theme.muted, name="tick")
        if value > 0:
            below = Place(x=value, xref="x", y=0, yref="paper", anchor="center", dy=sizes.axis * 1.1)
            drawing.write(plain(text), **below, size=sizes.axis, colour=theme.muted, name="tick")
    for name, y, dy in (("up", 1.0, -sizes.axis * 1.2), ("across", 0.0, sizes.axis * 2.6)):
        head = plain(shorten(picture.words.get(name, ""), plot, sizes.axis))
        place = Place(x=0, y=y, yref="paper", dy=dy)
        drawing.write(head, **place, size=sizes.axis, colour=theme.muted, name="head")
    drawing.line(x=(0, 1), y=(0, 1), colour=theme.muted, width=1.5, layer="below")
    _curve(drawing, picture)
    _dots(drawing, picture)
    _name_diagonal(drawing, picture, plot)
    _labels(drawing, picture, labels, height - top - bottom)
    return drawing.figure(
        height=height,
        margins=Margins(left, right, top, bottom),
        x_range=(0, 1),
        y_range=(0, 1),
        grid=[value for value, _ in ticks],
        hover_distance=40,
    )


def _curve(drawing: Drawing, picture: Lorenz) -> None:
    look, theme = drawing.look, drawing.look.theme
    x, y = [at for at, _ in picture.curve], [share for _, share in picture.curve]
    if x:
        # The closing side of the area is the diagonal itself.
        fill = {"fill": "toself", "fillcolor": theme.band95, "line": {"width": 0}, "hoverinfo": "skip"}
        drawing.mark(go.Scatter(x=x, y=y, mode="lines", **fill))
    line = {"color": theme.text, "width": stroke_of(look, "series")}
    drawing.mark(go.Scatter(x=x, y=y, mode="lines", line=line, cliponaxis=False, hoverinfo="skip"))


def _dots(drawing: Drawing, picture: Lorenz) -> None:
    look, theme = drawing.look, drawing.look.theme
    for at, one in enumerate(picture.portions):
        drawing.line(x=(one.at, 1), y=(one.share, one.share), colour=theme.mark, width=1, dash="dot")
        drawing.mark(
            go.Scatter(
                x=[one.at],
                y=[one.share],
                mode="markers",
                marker={
                    "size": stroke_of(look, "dot_series"),
                    "color": theme.accent if one.accent else theme.text,
                    "opacity": 1,
                    "line": {"color": theme.ground, "width": 1},
                },
                customdata=[at],
                cliponaxis=False,
                **hovering([hover_line(look.lang, one.label, one.text)]),
            )
        )


def _name_diagonal(drawing: Drawing, picture: Lorenz, plot: float) -> None:
    """Write what the diagonal means where no line crosses it, right of the diagonal."""
    sizes = drawing.look.sizes
    said = shorten(picture.words.get("equal", ""), plot * 0.5, sizes.axis)
    lines = [one.share for one in picture.portions]
    y = max(_HEIGHTS, key=lambda height: min([1.0, *(abs(height - share) for share in lines)]))
    place = Place(x=y, xref="x", y=y, dx=_GAP)
    drawing.write(plain(said), **place, size=sizes.axis, colour=drawing.look.theme.muted, name="diagonal")


def _labels(drawing: Drawing, picture: Lorenz, labels: list[list[str]], plot: float) -> None:
    """Write what the points stand for right of the plot at their height, the lower ones pushed down if need be."""
    sizes, theme = drawing.look.sizes, drawing.look.theme
    heights = [len(lines) * sizes.label * LINE_HEIGHT for lines in labels]
    y = -sizes.axis
    order = range(len(labels) - 1, -1, -1)
    for done, at in enumerate(order):
        below = [heights[other] + _CLEARANCE for other in order[done:]]
        wanted = (1 - picture.portions[at].share) * plot - heights[at] / 2
        # Those below still need their room above the foot of the plot.
        y = max(y, min(wanted, plot - sum(below)))
        place = Place(x=1, y=1, yref="paper", dx=_GAP, dy=y + heights[at] / 2)
        colour = theme.accent if picture.portions[at].accent else theme.text
        lines = [plain(line, 400 if after else SEMIBOLD) for after, line in enumerate(labels[at])]
        drawing.write(lines, **place, colour=colour, name="end")
        y += heights[at] + _CLEARANCE


def _as_bars(picture: Lorenz) -> Bars:
    """Return the points as bars, each with what as many equals would bring as a tick."""
    found = (
        Bar(one.label, one.share, one.text, one.drill, tick=one.at, accent=one.accent) for one in picture.portions
    )
    return Bars(tuple(found), picture.words.get("tick", ""))
