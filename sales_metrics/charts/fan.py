"""A forecast as a fan: the fact as a thick line, the plan dashed, and bands of what may come from today on."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Fan, FanPoint, Spread
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import Line, Run, line_width, plain, strong
from .measure import text_width
from .theme import strokes
from .trend import spread
from .words import hover_line

_AXIS_GAP: Final = 8
_LABEL_GAP: Final = 12
_EDGE: Final = 8
_ACTUAL: Final = 4.0
_BANDS: Final = (("band95", "low95", "high95"), ("band80", "low80", "high80"), ("band50", "low50", "high50"))


def draw(picture: Fan, look: Look) -> go.Figure:
    """Return the figure of a fan with any number of points; without a forecast it shows fact and plan alone."""
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    points = picture.points
    low, high = _range(picture)
    ticks = [tick for tick in picture.axis_texts if low <= tick[0] <= high][:: 2 if look.phone else 1]
    left = max([0.0, *(text_width(text, sizes.axis) for _, text in ticks)]) + _AXIS_GAP + 4
    ends = _ends(picture, look)
    # A running total leaves the lower right corner free, and a phone has no room beside the plot.
    beside = [] if look.phone else ends
    right = (
        max([0.0, *(_LABEL_GAP + line_width(line, sizes.label) for _, lines, _ in beside for line in lines)])
        + _EDGE
    )
    top, bottom = sizes.axis * 2.2, sizes.axis * 2.1
    height = sizes.line_height_overview if look.overview else sizes.line_height
    last = max(len(points) - 1, 1)

    for value, text in ticks:
        place = Place(x=0, y=value, anchor="right", dx=-_AXIS_GAP)
        drawing.write(plain(text), **place, size=sizes.axis, colour=theme.muted, name="tick")
    _bands(drawing, picture)
    _plan(drawing, points)
    _today(drawing, picture, (low, high))
    _fact(drawing, picture, (low, high))
    _periods(drawing, points, look.narrowest - left - right, right)
    _write_ends(drawing, beside, (low, high), height - top - bottom, top)
    if look.phone:
        _write_in_corner(drawing, ends)
    return drawing.figure(
        height=height,
        margins=Margins(left, right, top, bottom),
        x_range=(-0.3, last + 0.02),
        y_range=(low, high),
        grid=[value for value, _ in ticks],
        hover_distance=60,
    )


def _bands(drawing: Drawing, picture: Fan) -> None:
    theme = drawing.look.theme
    start = picture.points[picture.today].fact if 0 <= picture.today < len(picture.points) else None
    ahead = [(at, point.spread) for at, point in enumerate(picture.points) if point.spread is not None]
    if not ahead or start is None:
        return
    x = [picture.today, *(at for at, _ in ahead)]
    for name, low, high in _BANDS:
        upper = [start, *(getattr(one, high) for _, one in ahead)]
        lower = [start, *(getattr(one, low) for _, one in ahead)]
        drawing.mark(
            go.Scatter(
                x=[*x, *x[::-1]],
                y=[*upper, *lower[::-1]],
                fill="toself",
                fillcolor=getattr(theme, name),
                mode="lines",
                line={"width": 0},
                hoverinfo="skip",
            )
        )
    middle = [start, *(one.middle for _, one in ahead)]
    line = {"color": theme.accent, "width": stroke_of(drawing.look, "series")}
    drawing.mark(go.Scatter(x=x, y=middle, mode="lines", line=line, hoverinfo="skip"))


def _plan(drawing: Drawing, points: tuple[FanPoint, ...]) -> None:
    known = [(at, point.plan) for at, point in enumerate(points) if point.plan is not None]
    if len(known) < 2:
        return
    look = drawing.look
    line = {"color": look.theme.text, "width": stroke_of(look, "plan"), "dash": strokes().plan_dash}
    x, y = zip(*known, strict=True)
    drawing.mark(go.Scatter(x=list(x), y=list(y), mode="lines", line=line, hoverinfo="skip"))


def _today(drawing: Drawing, picture: Fan, span: tuple[float, float]) -> None:
    look = drawing.look
    if not picture.points or not any(point.spread for point in picture.points):
        return
    drawing.line(x=(picture.today, picture.today), y=span, colour=look.theme.mark, width=1, layer="below")
    share = picture.today / max(len(picture.points) - 1, 1)
    anchor: Any = "left" if share < 0.2 else "right" if share > 0.8 else "center"
    place = Place(x=picture.today, xref="x", y=1, yref="paper", anchor=anchor, dy=-look.sizes.axis * 0.9)
    drawing.write(plain(picture.words.get("today", "")), **place, size=look.sizes.axis, colour=look.theme.muted)


def _fact(drawing: Drawing, picture: Fan, span: tuple[float, float]) -> None:
    look, theme = drawing.look, drawing.look.theme
    known = [(at, point) for at, point in enumerate(picture.points) if point.fact is not None]
    if not known:
        return
    hollow = picture.unfinished and len(known) > 1
    whole = known[:-1] if hollow else known
    thick = {"color": theme.text, "width": look.stroke(_ACTUAL)}
    lines: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip"}
    drawing.mark(go.Scatter(x=[at for at, _ in whole], y=[one.fact for _, one in whole], line=thick, **lines))
    if hollow:
        dotted = thick | {"dash": strokes().unfinished_dash, "width": look.stroke(3)}
        end = known[-2:]
        drawing.mark(go.Scatter(x=[at for at, _ in end], y=[one.fact for _, one in end], line=dotted, **lines))
    opened = [(at, point) for at, point in known if point.drill is not None]
    drills = {at: number for number, (at, _) in enumerate(opened)}
    for at, point in opened:
        hover = hover_line(look.lang, point.text)
        drawing.target(x=(at - 0.45, at + 0.45), y=span, drill=drills[at], hover=hover)
    at, point = known[-1]
    if at in drills:
        marker = {
            "size": stroke_of(look, "dot"),
            "color": theme.ground if picture.unfinished else theme.text,
            "opacity": 1,
            "line": {"color": theme.text, "width": stroke_of(look, "hollow_edge") * 1.3},
        }
        more = hovering([hover_line(look.lang, point.text)])
        drawing.mark(
            go.Scatter(
                x=[at],
                y=[point.fact],
                mode="markers",
                marker=marker,
                customdata=[drills[at]],
                cliponaxis=False,
                **more,
            )
        )


def _periods(drawing: Drawing, points: tuple[FanPoint, ...], plot: float, right: float) -> None:
    """Write under the axis what finds room, landmarks first; the last may reach into the margin on the right."""
    look = drawing.look
    pitch = plot / max(len(points) - 1, 1)
    taken: list[tuple[float, float]] = []
    for at, point in sorted(enumerate(points), key=lambda one: not one[1].landmark):
        half = text_width(point.label, look.sizes.axis) / 2
        middle = min(at * pitch, plot + right - half)
        start, end = middle - half, middle + half
        crowded = any(start < other_end + 14 and other < end + 14 for other, other_end in taken)
        if not point.label or start < 0 or crowded:
            continue
        taken.append((start, end))
        shift = middle - at * pitch
        place = Place(x=at, xref="x", y=0, yref="paper", anchor="center", dx=shift, dy=look.sizes.axis * 1.2)
        drawing.write(plain(point.label), **place, size=look.sizes.axis, colour=look.theme.muted, name="period")


_End = tuple[float, list[Line], str]


def _ends(picture: Fan, look: Look) -> list[_End]:
    """Return the texts right of the plot: plan and forecast, or the fact where nothing is ahead."""
    theme, words = look.theme, picture.words
    found: list[_End] = []
    last = picture.points[-1] if picture.points else FanPoint()
    if last.plan is not None and words.get("plan"):
        found.append((last.plan, [plain(words["plan"])], theme.text))
    spread: Spread | None = last.spread
    if spread is not None and words.get("forecast"):
        bands = [
            (Run(words[name], colour=theme.muted),)
            for name in ("band80", "band95")
            if words.get(name) and not look.phone
        ]
        found.append((spread.middle, [(strong(words["forecast"]),), *bands], theme.accent))
    elif words.get("fact"):
        facts = [point.fact for point in picture.points if point.fact is not None]
        if facts:
            found.append((facts[-1], [(strong(words["fact"]),)], theme.text))
    return found


def _write_ends(drawing: Drawing, ends: list[_End], span: tuple[float, float], plot: float, top: float) -> None:
    size = drawing.look.sizes.label
    heights = [len(lines) * size * LINE_HEIGHT for _, lines, _ in ends]
    wanted = [
        min(max((span[1] - at) / (span[1] - span[0]) * plot, height / 2 - top), plot - height / 2)
        for (at, _, _), height in zip(ends, heights, strict=True)
    ]
    placed = spread(wanted, heights, [at == 0 and len(ends) > 1 for at in range(len(ends))])
    for (_, lines, colour), y in zip(ends, placed, strict=True):
        place = Place(x=1, y=1, yref="paper", dx=_LABEL_GAP, dy=y)
        drawing.write(lines, **place, colour=colour, name="end")


def _write_in_corner(drawing: Drawing, ends: list[_End]) -> None:
    size = drawing.look.sizes.label
    down = size * LINE_HEIGHT
    for _, lines, colour in reversed(ends):
        place = Place(x=1, y=0, yref="paper", anchor="right", dx=-4, dy=-down)
        drawing.write(lines[0], **place, colour=colour, name="end")
        down += size * LINE_HEIGHT * 1.2


def _range(picture: Fan) -> tuple[float, float]:
    ends = [0.0]
    for point in picture.points:
        ends += [value for value in (point.fact, point.plan) if value is not None]
        ends += [point.spread.low95, point.spread.high95] if point.spread else []
    low, high = min(ends), max(ends)
    return (low * 1.05, high * 1.05) if high > low else (0.0, 1.0)
