"""Stated chances against what came: dots with intervals, and the diagonal on which an honest one lies."""

from __future__ import annotations

from math import sqrt
from typing import Final

import plotly.graph_objects as go

from ..model.panel import Calibration, Stated, Verdict
from ..text.numbers import percent
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import plain
from .measure import SEMIBOLD, shorten, text_width, wrap
from .words import hover_line

_SMALLEST: Final = 12.0
_LARGEST: Final = 30.0
_BEYOND: Final = 0.03
"""How far the axes go on beyond 0 and 1, for dots that lie there."""
_SPAN: Final = 1 + 2 * _BEYOND
_TICKS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
_EDGE: Final = 8
_GAP: Final = 14
_OFF: Final = 5
"""Between the diagonal and its name, and between that and any mark, in px."""
_ALONG: Final = tuple(at / 20 for at in range(18, 1, -1))
"""Where on the diagonal its name may stand, the places in favour first: most groups state low chances."""


def draw(picture: Calibration, look: Look) -> go.Figure:
    """Return the figure of any number of groups; the area of a dot is the number of its cases.

    A phone gets one line a group instead: stated and came, one beside the other.
    """
    return _lines(picture, look) if look.phone else _square(picture, look)


def _square(picture: Calibration, look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    ticks = [(value, percent(value, look.lang)) for value in _TICKS]
    left = max(text_width(text, sizes.axis) for _, text in ticks) + 12
    labels = [wrap(f"{one.label}: {one.text}", look.narrowest * 0.34, sizes.label) for one in picture.groups]
    right = (
        max([0.0, *(text_width(line, sizes.label, SEMIBOLD) for lines in labels for line in lines)]) + _GAP + _EDGE
    )
    top, bottom, height = sizes.axis * 2.2, sizes.axis * 3.6, float(sizes.line_height)
    for value, text in ticks:
        place = Place(x=0, y=value, anchor="right", dx=-8)
        drawing.write(plain(text), **place, size=sizes.axis, colour=theme.muted, name="tick")
        below = Place(x=value, xref="x", y=0, yref="paper", anchor="center", dy=sizes.axis * 1.1)
        if value > 0:
            drawing.write(plain(text), **below, size=sizes.axis, colour=theme.muted, name="tick")
    drawing.line(x=(0, 1), y=(0, 1), colour=theme.muted, width=1.5, layer="below")
    heads = ((picture.came_text, 0.0, 1.0, -sizes.axis * 1.2), (picture.stated_text, 0.0, 0.0, sizes.axis * 2.6))
    for text, x, y, dy in heads:
        head = plain(shorten(text, look.narrowest - right - left, sizes.axis))
        drawing.write(head, x=x, y=y, yref="paper", dy=dy, size=sizes.axis, colour=theme.muted, name="head")
    _dots(drawing, picture)
    _diagonal(drawing, picture, look.narrowest - left - right, height - top - bottom)
    _name(drawing, picture, labels, height - top - bottom)
    return drawing.figure(
        height=height,
        margins=Margins(left, right, top, bottom),
        x_range=(-_BEYOND, 1 + _BEYOND),
        y_range=(-_BEYOND, 1 + _BEYOND),
        grid=[value for value, _ in ticks],
        hover_distance=40,
    )


def _dots(drawing: Drawing, picture: Calibration) -> None:
    look, theme = drawing.look, drawing.look.theme
    for at, one in enumerate(picture.groups):
        colour, value = _colour(one, look), _came(one)
        if one.share.low is not None and one.share.high is not None:
            line = {"color": colour, "width": stroke_of(look, "interval")}
            drawing.mark(
                go.Scatter(
                    x=[one.stated] * 2, y=[one.share.low, one.share.high], mode="lines", line=line, hoverinfo="skip"
                )
            )
        hollow = one.verdict in (Verdict.CANNOT_TELL, Verdict.TOO_FEW)
        marker = {
            "size": _size(one, picture, look),
            "color": theme.ground if hollow else colour,
            "opacity": 1,
            "line": {"color": colour, "width": stroke_of(look, "hollow_edge")},
        }
        more = hovering([hover_line(look.lang, one.label, one.text)])
        drawing.mark(
            go.Scatter(
                x=[one.stated], y=[value], mode="markers", marker=marker, customdata=[at], cliponaxis=False, **more
            )
        )


def _came(one: Stated) -> float:
    share = one.share
    return share.value if share.value is not None else (share.k / share.n if share.n else 0.0)


def _size(one: Stated, picture: Calibration, look: Look) -> float:
    most = max([1.0, *(group.share.n for group in picture.groups)])
    return look.stroke(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(one.share.n / most))


def _diagonal(drawing: Drawing, picture: Calibration, width: float, height: float) -> None:
    """Write what the diagonal is beside it, below or above, at the first place that is clear of every mark.

    On a wider page the words keep their size and marks only move apart, so what is clear at the narrowest stays so.
    Where no place is clear nothing is written.
    """
    look, size = drawing.look, drawing.look.sizes.axis
    across, up = width / _SPAN, height / _SPAN
    long, half = text_width(picture.diagonal_text, size) / across, size * LINE_HEIGHT / 2 / up
    marks = []
    for one in picture.groups:
        reach, came = _size(one, picture, look) / 2 + _OFF, _came(one)
        low, high = (came if end is None else end for end in (one.share.low, one.share.high))
        marks.append((one.stated, came, reach / across, reach / up))
        marks.append((one.stated, (low + high) / 2, _OFF / across, (high - low) / 2 + _OFF / up))
    for at in _ALONG:
        for side in (1, -1):
            x = at + side * (long / 2 + _OFF / across)
            y = at - side * (half + _OFF / up)
            inside = long / 2 <= x <= 1 - long / 2 and half <= y <= 1 - half
            clear = all(abs(x - mx) > long / 2 + dx or abs(y - my) > half + dy for mx, my, dx, dy in marks)
            if inside and clear:
                drawing.write(
                    plain(picture.diagonal_text),
                    x=at,
                    xref="x",
                    y=at,
                    anchor="left" if side > 0 else "right",
                    dx=side * _OFF,
                    dy=side * (size * LINE_HEIGHT / 2 + _OFF),
                    size=size,
                    colour=look.theme.muted,
                    name="diagonal",
                )
                return


def _name(drawing: Drawing, picture: Calibration, labels: list[list[str]], plot: float) -> None:
    """Write the names right of the plot, at the height of what came, pushed apart from above."""
    sizes = drawing.look.sizes
    order = sorted(range(len(labels)), key=lambda at: -(picture.groups[at].share.value or 0.0))
    heights = [len(labels[at]) * sizes.label * LINE_HEIGHT for at in order]
    room = plot - sum(heights)
    gap = min(max(room / max(len(order), 1), 2.0), 10.0)
    y = 0.0
    for place, (at, height) in enumerate(zip(order, heights, strict=True)):
        rest = sum(heights[place:]) + gap * (len(order) - place - 1)
        wanted = (1 - (picture.groups[at].share.value or 0.0)) * plot - height / 2
        y = min(max(y, wanted), max(plot - rest, y))
        lines = [plain(line) for line in labels[at]]
        drawing.write(
            lines,
            x=1,
            y=1,
            yref="paper",
            dx=_GAP,
            dy=y + height / 2,
            colour=_ink(picture.groups[at], drawing.look),
            name="end",
        )
        y += height + gap


def _lines(picture: Calibration, look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    room = look.narrowest - 2 * _EDGE
    half = sizes.label * 0.72
    for at, one in enumerate(picture.groups):
        name = plain(shorten(one.label, room, sizes.label, SEMIBOLD), SEMIBOLD)
        said = f"{picture.stated_text} {percent(one.stated, look.lang)} · {one.text}"
        drawing.write(name, x=0, y=at, dx=_EDGE, dy=-half, colour=theme.text, name="cell")
        colour = _ink(one, look)
        drawing.write(
            plain(shorten(said, room, sizes.axis)),
            x=0,
            y=at,
            dx=_EDGE,
            dy=half,
            size=sizes.axis,
            colour=colour,
            name="cell",
        )
        drawing.line(x=(0, 1), y=(at - 0.5, at - 0.5), colour=theme.line, width=1, xref="paper")
        drawing.target(x=(0, 1), y=(at - 0.5, at + 0.5), drill=at, hover=hover_line(look.lang, one.label, one.text))
    rows = max(len(picture.groups), 1)
    return drawing.figure(
        height=sizes.label * 3.6 * rows, margins=Margins(), x_range=(0, 1), y_range=(rows - 0.5, -0.5)
    )


def _colour(one: Stated, look: Look) -> str:
    if one.verdict is Verdict.WORSE:
        return look.theme.alarm
    return look.theme.accent if one.verdict is Verdict.BETTER else look.theme.mark


def _ink(one: Stated, look: Look) -> str:
    """Return the colour of the words: too careful is no merit, and takes the accent instead of the good colour."""
    return look.theme.accent if one.verdict is Verdict.BETTER else look.theme.verdict_text(one.verdict)
