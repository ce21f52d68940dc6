"""Horizontal bars from zero, with the number at the end and a second column beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Bar, Bars
from .canvas import LINE_HEIGHT, NAME_GAP, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import GAP, Run, line_width, plain, strong
from .measure import SEMIBOLD, shorten, text_width, widest, wrap
from .names import names_column, write_names
from .words import hover_line

_HEAD_GAP: Final = 16
_LEAST_PLOT: Final = 9
"""Width that is kept for the bars, in type sizes."""
_GAP: Final = 8
_COLUMN_GAP: Final = 24
_PHONE_BAR: Final = 22
_PHONE_ABOVE: Final = 25
_GROUP: Final = 0.7
"""Height of a heading over a group, in rows."""


def draw(picture: Bars, look: Look) -> go.Figure:
    """Return the figure of a list of bars of any length; values below zero run to the left of zero."""
    return draw_stacked(picture, look) if look.phone else _beside(picture, look)


def _beside(picture: Bars, look: Look) -> go.Figure:
    bars, sizes, theme = picture.bars, look.sizes, look.theme
    drawing = Drawing(look)
    low, high = _range(bars)
    texts = max([0.0, *(text_width(bar.text, sizes.strong, SEMIBOLD) for bar in bars)])
    aside = max([0.0, *(text_width(bar.aside, sizes.label) for bar in bars)])
    beside = wrap(picture.aside_heading, max(aside, 7 * sizes.axis), sizes.axis) if aside else []
    aside = max(aside, widest(beside, sizes.axis))
    right = _GAP + texts + (_COLUMN_GAP + aside if aside else 0) + _GAP
    broken, left = names_column(
        look, [bar.label for bar in bars], look.narrowest - right - _LEAST_PLOT * sizes.label
    )
    plot = max(look.narrowest - left - right, 1)
    over = wrap(picture.heading, plot + (texts if aside else 0), sizes.axis) if picture.heading else []

    _bars(drawing, picture, range(len(bars)), width=0.5)
    write_names(drawing, broken, range(len(bars)), [SEMIBOLD if bar.strong else 400 for bar in bars])
    for at, bar in enumerate(bars):
        end = max(bar.value, 0.0)
        if bar.tick is not None and end < bar.tick:
            # The number stands behind the tick where the tick would run through it in the narrowest plot.
            between = (bar.tick - end) * plot / (high - low)
            if between < text_width(bar.text, sizes.strong, SEMIBOLD) + 2 * _GAP:
                end = bar.tick
        drawing.write(
            plain(bar.text, SEMIBOLD),
            x=end,
            y=at,
            xref="x",
            dx=_GAP,
            size=sizes.strong,
            colour=theme.text,
            name="value",
        )
        drawing.write(
            plain(bar.aside), x=1, y=at, anchor="right", dx=right - _GAP, colour=theme.muted, name="aside"
        )
    lines = max(len(over), len(beside))
    head = (sizes.axis * LINE_HEIGHT * lines + _HEAD_GAP) if lines else _GAP
    above = Place(x=0, y=1, yref="paper", dy=-head / 2)
    aligned = Place(x=1, y=1, yref="paper", dy=-head / 2, anchor="right", dx=right - _GAP)
    for heading, place in ((over, above), (beside, aligned)):
        written = [plain(line) for line in heading]
        drawing.write(written, **place, size=sizes.axis, colour=theme.muted, name="head")
    rows = max(len(bars), 1)
    return drawing.figure(
        height=head + sizes.row * rows + _GAP,
        margins=Margins(left, right, head, _GAP),
        x_range=(low, high),
        y_range=(rows - 0.5, -0.5),
    )


def draw_stacked(picture: Bars, look: Look, groups: Mapping[int, str] = MappingProxyType({})) -> go.Figure:
    """Return the figure for a narrow screen: the name and the figures above each bar.

    `groups` puts a heading over the bar of that index, where several lists follow one another.
    """
    bars, sizes, theme = picture.bars, look.sizes, look.theme
    drawing = Drawing(look)
    places = [at + _GROUP * sum(1 for start in groups if start <= at) for at in range(len(bars))]
    _bars(drawing, picture, places, width=_PHONE_BAR / sizes.row)
    room = look.narrowest - 2 * _GAP
    for at, (bar, y) in enumerate(zip(bars, places, strict=True)):
        figures = (strong(bar.text), Run(f"{GAP}{bar.aside}" if bar.aside else "", colour=theme.muted))
        weight = SEMIBOLD if bar.strong else 400
        name = shorten(bar.label, room - line_width(figures, sizes.label) - NAME_GAP, sizes.label, weight)
        drawing.write(plain(name, weight), x=0, y=y, dx=2, dy=-_PHONE_ABOVE, name="name")
        drawing.write(figures, x=1, y=y, anchor="right", dx=-2, dy=-_PHONE_ABOVE, name="value")
        if at in groups:
            heading = plain(shorten(groups[at], room, sizes.strong + 2, SEMIBOLD), SEMIBOLD)
            above = -_PHONE_ABOVE - _GROUP * sizes.row * 0.75
            drawing.write(heading, x=0, y=y, dx=2, dy=above, size=sizes.strong + 2, name="group")
    head = 0.0
    if picture.heading:
        head = sizes.axis * 2
        place = Place(x=0, y=1, yref="paper", dx=2, dy=-sizes.axis * 0.9)
        heading = plain(shorten(picture.heading, room, sizes.axis))
        drawing.write(heading, **place, size=sizes.axis, colour=theme.muted, name="head")
    last = places[-1] if places else 0
    return drawing.figure(
        height=head + sizes.row * (last + 1) + 8,
        margins=Margins(4, 4, head + 8, 0),
        x_range=_range(bars),
        y_range=(last + 0.5, -0.5),
    )


def _bars(drawing: Drawing, picture: Bars, places: Sequence[float], *, width: float) -> None:
    look, theme, bars = drawing.look, drawing.look.theme, picture.bars
    ends = _range(bars)
    hovers = [hover_line(look.lang, bar.label, bar.text, bar.aside) for bar in bars]
    for at, (bar, y) in enumerate(zip(bars, places, strict=True)):
        drawing.target(x=ends, y=(y - 0.45, y + 0.45), drill=at, hover=hovers[at])
        if bar.tick is not None:
            half = width / 2 + 0.06
            tick = stroke_of(look, "tick")
            for colour, wide in ((theme.ground, tick + 4), (theme.text, tick)):
                drawing.line(x=(bar.tick, bar.tick), y=(y - half, y + half), colour=colour, width=wide)
    # In two traces: a list of patterns is not drawn beside a list of colours.
    for unknown in (False, True):
        chosen = [at for at, bar in enumerate(bars) if bar.unknown is unknown]
        if not chosen:
            continue
        fills = [theme.accent if bars[at].accent else theme.mark for at in chosen]
        drawing.mark(
            go.Bar(
                x=[bars[at].value for at in chosen],
                y=[places[at] for at in chosen],
                width=[width] * len(chosen),
                orientation="h",
                marker=hatched(look) if unknown else {"color": fills, "line": {"width": 0}},
                customdata=chosen,
                **hovering([hovers[at] for at in chosen]),
            )
        )


def hatched(look: Look) -> dict[str, Any]:
    """Return the marker of a bar of which the meaning is not stated."""
    theme = look.theme
    pattern = {"shape": "/", "fgcolor": theme.mark, "bgcolor": theme.ground, "size": 8, "solidity": 0.3}
    return {"color": theme.ground, "pattern": pattern, "line": {"color": theme.mark, "width": 1}}


def _range(bars: Sequence[Bar]) -> tuple[float, float]:
    ends = [end for bar in bars for end in (bar.value, bar.tick) if end is not None]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    return (low, high) if high > low else (0.0, 1.0)
