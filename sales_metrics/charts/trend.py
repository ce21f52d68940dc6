"""A series over time: dots with intervals, the target as a dashed line, the running period hollow and apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Point, Trend
from ..text.numbers import number, percent
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import Line, line_width, plain
from .measure import SEMIBOLD, text_width, wrap
from .theme import strokes
from .ticks import padded, ticks_between
from .words import hover_line, word

_TOP: Final = 26
_AXIS_GAP: Final = 8
_LABEL_GAP: Final = 12
_CLEARANCE: Final = 6
_EDGE: Final = 8
_ROWS_DOWN: Final = (1.15, 2.6)
"""How far below the plot the periods and their counts stand, in type sizes."""
PHONE_POINTS: Final = 6
"""On a phone the series is its end."""
_MANY: Final = 30
"""With more points than this the dots are smaller and the intervals thinner."""


@dataclass(frozen=True, slots=True)
class _EndLabel:
    """A text right of the plot, at the height of the mark that it names."""

    at: float
    lines: list[Line]
    colour: str
    pinned: bool = False


def draw(picture: Trend, look: Look) -> go.Figure:
    """Return the figure of a series of any length; undefined values leave a gap in the line."""
    sizes, points = look.sizes, picture.points
    drawing = Drawing(look)
    shown = list(enumerate(points))[-PHONE_POINTS if look.phone else 0 :]
    low, high = _range(picture, [point for _, point in shown])
    ticks = _ticks(picture, look, low, high)
    left = max([0.0, *(text_width(text, sizes.axis) for _, text in ticks)]) + _AXIS_GAP + 4
    room = (0.30 if look.phone else 0.28) * look.narrowest
    labels = _end_labels(picture, look, room, [point for _, point in shown])
    under = any(point.under for _, point in shown)
    rows = _row_names(picture, look, [point for _, point in shown])
    row_gap = max([_LABEL_GAP, *(_CLEARANCE + text_width(point.label, sizes.axis) / 2 for _, point in shown)])
    ends = [_LABEL_GAP + line_width(line, sizes.label) for label in labels for line in label.lines]
    right = max([0.0, *ends, *(row_gap + text_width(text, sizes.foot) for text in rows)]) + _EDGE
    bottom = sizes.axis * (3.6 if under else 2.1)
    height = sizes.line_height_overview if look.overview else sizes.line_height
    top = max(_TOP, sizes.axis * 1.75)
    plot = height - top - bottom
    first, last = (shown[0][0], shown[-1][0]) if shown else (0, 0)

    _target(drawing, picture, first, last)
    _series(drawing, picture, shown)
    for value, text in ticks:
        place = Place(x=0, y=value, anchor="right", dx=-_AXIS_GAP)
        drawing.write(plain(text), **place, size=sizes.axis, colour=look.theme.muted, name="tick")
    below(drawing, shown, look.narrowest - left - right)
    for text, down in zip(rows, _ROWS_DOWN, strict=False):
        place = Place(x=1, y=0, yref="paper", dx=row_gap, dy=sizes.axis * down)
        drawing.write(plain(text), **place, size=sizes.foot, colour=look.theme.muted, name="row")
    _write_ends(drawing, labels, (low, high), plot, top)
    return drawing.figure(
        height=height,
        margins=Margins(left, right, top, bottom),
        x_range=(first - 0.4, last + 0.4),
        y_range=(low, high),
        grid=[value for value, _ in ticks],
        hover_distance=60,
    )


def _series(drawing: Drawing, picture: Trend, shown: list[tuple[int, Point]]) -> None:
    look, theme = drawing.look, drawing.look.theme
    many = len(shown) > _MANY
    x: list[float | None] = []
    y: list[float | None] = []
    for at, point in shown:
        if point.low is not None and point.high is not None:
            x += [at, at, None]
            y += [point.low, point.high, None]
    width = look.stroke(2.0 if many else strokes().interval_proven)
    lines: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip"}
    drawing.mark(go.Scatter(x=x, y=y, line={"color": theme.mark_light, "width": width}, **lines))
    whole = [None if point.unfinished else point.value for _, point in shown]
    series = {"color": theme.accent, "width": stroke_of(look, "series")}
    drawing.mark(go.Scatter(x=[at for at, _ in shown], y=whole, line=series, connectgaps=False, **lines))
    span = _range(picture, [point for _, point in shown])
    for at, point in shown:
        hover = hover_line(look.lang, point.label, point.text, _running(point, picture, look))
        drawing.target(x=(at - 0.45, at + 0.45), y=span, drill=at, hover=hover)
    size = stroke_of(look, "dot_series") * (0.6 if many else 1)
    edge = stroke_of(look, "hollow_edge")
    for unfinished in (False, True):
        chosen = [(at, it) for at, it in shown if it.unfinished is unfinished and it.value is not None]
        fill = theme.ground if unfinished else theme.accent
        hovers = [hover_line(look.lang, it.label, it.text, _running(it, picture, look)) for _, it in chosen]
        drawing.mark(
            go.Scatter(
                x=[at for at, _ in chosen],
                y=[point.value for _, point in chosen],
                mode="markers",
                marker={"size": size, "color": fill, "opacity": 1, "line": {"color": theme.accent, "width": edge}},
                customdata=[at for at, _ in chosen],
                cliponaxis=False,
                **hovering(hovers),
            )
        )


def _target(drawing: Drawing, picture: Trend, first: int, last: int) -> None:
    if picture.target is None:
        return
    drawing.line(
        x=(first - 0.4, last + 0.4),
        y=(picture.target, picture.target),
        colour=drawing.look.theme.text,
        width=stroke_of(drawing.look, "plan"),
        dash=strokes().plan_dash,
    )


def _end_labels(picture: Trend, look: Look, room: float, points: list[Point]) -> list[_EndLabel]:
    theme, sizes = look.theme, look.sizes
    labels: list[_EndLabel] = []
    if picture.target is not None and picture.target_text:
        lines = wrap(picture.target_text, room, sizes.label)
        labels.append(_EndLabel(picture.target, [plain(line) for line in lines], theme.text, pinned=True))
    whole = [point for point in points if not point.unfinished and point.value is not None]
    for last in whole[-1:]:
        value = last.value or 0.0
        text = percent(value, look.lang) if picture.share else last.text
        lines = wrap(text, room, sizes.label, SEMIBOLD)
        labels.append(_EndLabel(value, [plain(line, SEMIBOLD) for line in lines], theme.accent))
    for point in points:
        if point.unfinished and point.value is not None:
            lines = [*wrap(point.text, room, sizes.axis), *wrap(_running(point, picture, look), room, sizes.axis)]
            labels.append(_EndLabel(point.value, [plain(line) for line in lines], theme.muted))
    return labels


def _write_ends(
    drawing: Drawing, labels: list[_EndLabel], span: tuple[float, float], plot: float, top: float
) -> None:
    sizes = drawing.look.sizes
    heights = [len(label.lines) * sizes.label * LINE_HEIGHT for label in labels]
    wanted = []
    for label, height in zip(labels, heights, strict=True):
        middle = (span[1] - label.at) / (span[1] - span[0]) * plot
        wanted.append(middle if label.pinned else min(max(middle, height / 2 - top), plot - height / 2))
    placed = spread(wanted, heights, [label.pinned for label in labels])
    for label, y in zip(labels, placed, strict=True):
        place = Place(x=1, y=1, yref="paper", dx=_LABEL_GAP, dy=y)
        size = sizes.axis if label.colour == drawing.look.theme.muted else sizes.label
        drawing.write(label.lines, **place, size=size, colour=label.colour, name="end")


def spread(wanted: list[float], heights: list[float], pinned: list[bool]) -> list[float]:
    """Return the middles of labels moved apart so that none comes nearer than 6 px to another.

    Pinned labels stay where they are wanted; the others keep their side of them and their order.
    """
    placed = list(wanted)
    fixed = [at for at, stays in enumerate(pinned) if stays]
    free = sorted((at for at, stays in enumerate(pinned) if not stays), key=lambda at: wanted[at])
    anchor = fixed[0] if fixed else None
    above = [at for at in free if anchor is not None and wanted[at] < wanted[anchor]]
    below = [at for at in free if at not in above]
    for direction, group in ((-1, above[::-1]), (1, below)):
        nearest = anchor
        for at in group:
            if nearest is not None:
                least = (heights[nearest] + heights[at]) / 2 + _CLEARANCE
                bound = placed[nearest] + direction * least
                placed[at] = min(placed[at], bound) if direction < 0 else max(placed[at], bound)
            nearest = at
    return placed


def below(drawing: Drawing, shown: list[tuple[int, Point]], plot: float) -> None:
    """Write the periods and their counts under the plot: every one, every second, or as many as fit."""
    sizes, muted = drawing.look.sizes, drawing.look.theme.muted
    points = [point for _, point in shown]
    pitch = plot / max(len(points) - 0.2, 0.8)
    labels = [text_width(point.label, sizes.axis) for point in points]
    unders = [text_width(point.under, sizes.foot) for point in points]
    every = max(1, math.ceil((max([0.0, *labels, *unders]) + 10) / max(pitch, 1)))
    for at, point in shown[::-1][::every]:
        for text, down, size in zip((point.label, point.under), _ROWS_DOWN, (sizes.axis, sizes.foot), strict=True):
            place = Place(x=at, xref="x", y=0, yref="paper", anchor="center", dy=sizes.axis * down)
            drawing.write(plain(text), **place, size=size, colour=muted, name="period")


def _row_names(picture: Trend, look: Look, points: list[Point]) -> list[str]:
    """Return what the two rows under the plot are called; a phone has no room for it."""
    if look.phone or not points:
        return []
    names = [picture.words.get("axis", "")]
    return [*names, picture.words.get("under", "")] if any(point.under for point in points) else names


def _running(point: Point, picture: Trend, look: Look) -> str:
    return word("unfinished", look.lang, picture.words) if point.unfinished else ""


def _ticks(picture: Trend, look: Look, low: float, high: float) -> list[tuple[float, str]]:
    given = [(value, text) for value, text in picture.axis_texts if low <= value <= high]
    if given:
        return given[:: max(1, -(-len(given) // look.sizes.ticks))]
    places = ticks_between(low, high, look.sizes.ticks)
    if picture.share:
        fine = any(round(value * 100, 6) % 1 for value in places)
        return [(value, percent(value, look.lang, 1 if fine else 0)) for value in places]
    decimals = next((n for n in range(4) if all(round(value, n) == value for value in places)), 4)
    return [(value, number(value, look.lang, decimals)) for value in places]


def _range(picture: Trend, points: list[Point]) -> tuple[float, float]:
    ends = [end for point in points for end in (point.low, point.value, point.high) if end is not None]
    ends += [picture.target] if picture.target is not None else []
    if not ends:
        return (0.0, 1.0)
    low, high = min(ends), max(ends)
    if picture.share:
        low, high = padded(low, max(high, low + 0.02), 0.08, 0.0, 1.02)
        return (low, high) if high > low else (low - 0.02, high)
    low, high = min(low, 0.0), max(high, 0.0)
    return (low * 1.08 - (high - low) * 0.02, high * 1.08) if high > low else (0.0, 1.0)
