"""Before and after as slopes: everybody thin, the two groups thick, and the effect as a bracket beside them."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Slope, Slopes
from ..text.numbers import percent
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import Line, line_width, plain, strong
from .measure import SEMIBOLD, text_width, wrap
from .theme import strokes
from .ticks import padded, ticks_between
from .trend import spread
from .words import hover_line

_AXIS_GAP: Final = 8
_GAP: Final = 14
_EDGE: Final = 8
_BRACKET: Final = 0.10
"""How far right of "after" the bracket stands, in widths of the plot."""


def draw(picture: Slopes, look: Look) -> go.Figure:
    """Return the figure of any number of slopes; ends that are undefined or below their gate have no mark."""
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    low, high = _range(picture)
    ticks = [(value, percent(value, look.lang)) for value in ticks_between(low, high, sizes.ticks)]
    left = max([0.0, *(text_width(text, sizes.axis) for _, text in ticks)]) + _AXIS_GAP + 4
    ends = _ends(picture, look)
    widest = max([0.0, *(line_width(line, sizes.label) for _, lines, _ in ends for line in lines)])
    right = widest + _GAP + _EDGE
    top, bottom = sizes.axis, sizes.axis * 3.4
    half = (look.narrowest - left - right) * 0.42
    height = sizes.line_height_overview if look.overview else sizes.line_height
    for value, text in ticks:
        place = Place(x=0, y=value, anchor="right", dx=-_AXIS_GAP)
        drawing.write(plain(text), **place, size=sizes.axis, colour=theme.muted, name="tick")
    for x, name in ((0.0, "before"), (1.0, "after")):
        lines = wrap(picture.words.get(name, ""), half, sizes.axis)
        down = sizes.axis * (0.65 + LINE_HEIGHT * len(lines) / 2)
        place = Place(x=x, xref="x", y=0, yref="paper", anchor="left" if x == 0 else "right", dy=down)
        written = [plain(line) for line in lines]
        drawing.write(written, **place, size=sizes.axis, colour=theme.muted, name="period")
    for thick in (False, True):
        for slope in picture.slopes:
            if slope.thick is thick:
                _line(drawing, slope)
    _marks(drawing, picture)
    _bracket(drawing, picture)
    _write_ends(drawing, ends, (low, high), height - top - bottom, top)
    return drawing.figure(
        height=height,
        margins=Margins(left, right, top, bottom),
        x_range=(-0.06, 1.0 + (_BRACKET + 0.04 if picture.expected is not None else 0.06)),
        y_range=(low, high),
        grid=[value for value, _ in ticks],
        hover_distance=40,
    )


def _line(drawing: Drawing, slope: Slope) -> None:
    look = drawing.look
    if slope.before.value is None or slope.after.value is None:
        return
    colour = _colour(slope, look)
    width = look.stroke(4.0) if slope.thick else look.stroke(1.5)
    line = {"color": colour, "width": width}
    y = [slope.before.value, slope.after.value]
    drawing.mark(go.Scatter(x=[0, 1], y=y, mode="lines", line=line, hoverinfo="skip"))
    if slope.thick:
        for x, share in ((0, slope.before), (1, slope.after)):
            if share.low is not None and share.high is not None:
                # Side by side, so that the intervals of both groups can be seen at once.
                at = x + (0.012 if slope.chosen else -0.012)
                interval = {"color": colour, "width": stroke_of(look, "interval")}
                drawing.mark(
                    go.Scatter(x=[at, at], y=[share.low, share.high], mode="lines", line=interval, hoverinfo="skip")
                )


def _marks(drawing: Drawing, picture: Slopes) -> None:
    look, theme = drawing.look, drawing.look.theme
    number = 0
    for slope in picture.slopes:
        ends = ((0, slope.before, slope.before_drill), (1, slope.after, slope.after_drill))
        for x, share, way in ends:
            if way is None:
                continue
            if share.value is not None:
                hollow = picture.unfinished and x == 1
                size = stroke_of(look, "dot") if slope.thick else stroke_of(look, "dot_series") * 0.8
                colour = _colour(slope, look)
                marker = {
                    "size": size,
                    "color": theme.ground if hollow else colour,
                    "opacity": 1,
                    "line": {"color": colour, "width": stroke_of(look, "hollow_edge")},
                }
                said = percent(share.value, look.lang)
                hover = hovering([hover_line(look.lang, slope.label, f"{share.k:g}/{share.n:g} = {said}")])
                drawing.mark(
                    go.Scatter(
                        x=[x],
                        y=[share.value],
                        mode="markers",
                        marker=marker,
                        customdata=[number],
                        cliponaxis=False,
                        **hover,
                    )
                )
            else:
                # Too few cases for a place on the scale: the way to them stands at the foot of the plot.
                low = _range(picture)[0]
                more = hovering([hover_line(look.lang, slope.label, f"{share.k:g}/{share.n:g}")], 0)
                marker = {"size": 14, "color": theme.ground, "opacity": 0}
                drawing.mark(go.Scatter(x=[x], y=[low], mode="markers", marker=marker, customdata=[number], **more))
            number += 1


def _bracket(drawing: Drawing, picture: Slopes) -> None:
    look, theme = drawing.look, drawing.look.theme
    group = next((slope for slope in picture.slopes if slope.thick and slope.chosen), None)
    if group is None or picture.expected is None or group.before.value is None or group.after.value is None:
        return
    dotted: dict[str, Any] = {"color": theme.accent, "width": look.stroke(2), "dash": strokes().unfinished_dash}
    y = [group.before.value, picture.expected]
    drawing.mark(go.Scatter(x=[0, 1], y=y, mode="lines", line=dotted, hoverinfo="skip"))
    x = 1 + _BRACKET / 2
    width = look.stroke(2)
    drawing.line(x=(x, x), y=(picture.expected, group.after.value), colour=theme.text, width=width)
    for at in (picture.expected, group.after.value):
        drawing.line(x=(x - 0.02, x), y=(at, at), colour=theme.text, width=width)


_End = tuple[float, list[Line], str]


def _ends(picture: Slopes, look: Look) -> list[_End]:
    theme, sizes = look.theme, look.sizes
    room = look.narrowest * (0.36 if look.phone else 0.34)
    found: list[_End] = []
    group = next((slope for slope in picture.slopes if slope.thick and slope.chosen), None)
    for slope in picture.slopes:
        if slope.thick and slope.after.value is not None:
            said = f"{slope.label} {percent(slope.after.value, look.lang)}"
            lines: list[Line] = [(strong(line),) for line in wrap(said, room, sizes.label, SEMIBOLD)]
            found.append((slope.after.value, lines, _colour(slope, look)))
    if group is not None and picture.expected is not None and group.after.value is not None and picture.effect_text:
        middle = (picture.expected + group.after.value) / 2
        lines = [plain(line) for line in wrap(picture.effect_text, room, sizes.label, lines=3)]
        found.append((middle, lines, theme.verdict_text(picture.verdict)))
    return found


def _write_ends(drawing: Drawing, ends: list[_End], span: tuple[float, float], plot: float, top: float) -> None:
    size = drawing.look.sizes.label
    ordered = sorted(ends, key=lambda end: -end[0])
    heights = [len(lines) * size * LINE_HEIGHT for _, lines, _ in ordered]
    wanted = [
        min(max((span[1] - at) / (span[1] - span[0]) * plot, height / 2 - top), plot - height / 2)
        for (at, _, _), height in zip(ordered, heights, strict=True)
    ]
    placed = spread(wanted, heights, [False] * len(ordered))
    # Pushed down one after another they may run out below: then all of them move up together.
    over = max([0.0, *(y + height / 2 - plot for y, height in zip(placed, heights, strict=True))])
    for (_, lines, colour), y in zip(ordered, placed, strict=True):
        place = Place(x=1, y=1, yref="paper", dx=_GAP, dy=y - over)
        drawing.write(lines, **place, colour=colour, name="end")


def _colour(slope: Slope, look: Look) -> str:
    if slope.thick:
        return look.theme.accent if slope.chosen else look.theme.mark
    return look.theme.band50 if slope.chosen else look.theme.mark_light


def _range(picture: Slopes) -> tuple[float, float]:
    ends = [picture.expected] if picture.expected is not None else []
    for slope in picture.slopes:
        for share in (slope.before, slope.after):
            values = (share.low, share.value, share.high) if slope.thick else (share.value,)
            ends += [value for value in values if value is not None]
    if not ends:
        return 0.0, 1.0
    return padded(min(ends), max(max(ends), min(ends) + 0.02), 0.08, 0.0, 1.02)
