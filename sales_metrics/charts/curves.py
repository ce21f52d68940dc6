"""Won from below and lost from above as deals grow older, with their bands; what is between is still open."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from ..model.panel import Curve, Curves, Level
from ..text.numbers import percent
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import plain
from .measure import SEMIBOLD, text_width, widest, wrap
from .ticks import ticks_between
from .words import hover_line

_TOP: Final = 14
_GAP: Final = 12
_EDGE: Final = 8
_CLEARANCE: Final = 6
_SIDE: Final = 0.2
"""What the texts beside the plot take of the width, at most and on either side, when room inside is judged."""
_ROWS_DOWN: Final = (1.15, 2.6)


@dataclass(frozen=True, slots=True)
class _End:
    """A dot at an age, the text beside it, and the number of its drill; hollow for what is still open."""

    at: float
    text: str
    colour: str
    drill: int
    age: float
    hollow: bool = False


def draw(picture: Curves, look: Look) -> go.Figure:
    """Return the figure of the curves; a phone shows the won ones alone, on a scale of their own."""
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    high = _high(picture) if look.phone else 1.0
    ticks = ticks_between(0, high, sizes.ticks)
    texts = [percent(tick, look.lang, 0 if high >= 0.1 else 1) for tick in ticks]
    left = max(text_width(text, sizes.axis) for text in texts) + _GAP
    span = max(picture.until, 1.0)
    room = (0.27 if look.phone else 0.24) * look.narrowest
    # The space between the curves is told where it is wide, which the end often is not.
    within = _between(picture, look, span)
    ends = _ends(picture, look, span, with_open=within is None)
    labels = [wrap(end.text, room, sizes.label, lines=3) for end in ends]
    rows = [] if look.phone else [picture.words.get("axis", ""), picture.words.get("watched", "")]
    beside = [text_width(line, sizes.label, SEMIBOLD) for lines in labels for line in lines]
    half = max([0.0, *(text_width(one.text, sizes.axis) / 2 for one in picture.watched)])
    row_gap = half + 8
    names = [wrap(name, room, sizes.foot) for name in rows]
    named = [row_gap + text_width(line, sizes.foot) for lines in names for line in lines]
    right = max([half, *(_GAP + width for width in beside), *named]) + _EDGE
    bottom = sizes.axis * 3.6
    plot = sizes.line_height - _TOP - bottom

    for at, one in enumerate(picture.watched):
        edges = [0.0, *(_middles([each.age for each in picture.watched])), span]
        hover = hover_line(look.lang, one.label, picture.words.get("watched", ""), one.text)
        drawing.target(x=(edges[at], edges[at + 1]), y=(0, high), drill=3 + at, hover=hover)
    if not look.phone:
        _curve(drawing, picture.lost, span, theme.mark, theme.line, upside_down=True)
    _curve(drawing, picture.won, span, theme.accent, theme.band95, upside_down=False)
    _dots(drawing, [*ends, *([within] if within else [])])
    if within:
        place = Place(x=within.age, xref="x", y=within.at, dx=_GAP)
        inside = [plain(line) for line in _told_inside(within.text, look)]
        drawing.write(inside, **place, colour=theme.muted, name="between")
    for tick, text in zip(ticks, texts, strict=True):
        place = Place(x=0, y=tick, anchor="right", dx=-_GAP + 4)
        drawing.write(plain(text), **place, size=sizes.axis, colour=theme.muted, name="tick")
    for one in picture.watched:
        for text, down in zip((one.label, one.text), _ROWS_DOWN, strict=True):
            place = Place(x=one.age, xref="x", y=0, yref="paper", anchor="center", dy=sizes.axis * down)
            drawing.write(plain(text), **place, size=sizes.axis, colour=theme.muted, name="period")
    for lines, down in zip(names, _ROWS_DOWN, strict=False):
        place = Place(x=1, y=0, yref="paper", dx=row_gap, dy=sizes.axis * down)
        drawing.write([plain(line) for line in lines[:1]], **place, size=sizes.foot, colour=theme.muted, name="row")
    heights = [len(lines) * sizes.label * LINE_HEIGHT for lines in labels]
    wanted = [
        min(max((1 - end.at / high) * plot, height / 2 - _TOP), plot - height / 2)
        for end, height in zip(ends, heights, strict=True)
    ]
    for end, lines, y in zip(ends, labels, _apart(wanted, heights), strict=True):
        written = [plain(line, SEMIBOLD if not end.hollow else 400) for line in lines]
        place = Place(x=1, y=1, yref="paper", dx=_GAP, dy=y)
        drawing.write(written, **place, colour=theme.muted if end.hollow else end.colour, name="end")
    return drawing.figure(
        height=sizes.line_height,
        margins=Margins(left, right, _TOP, bottom),
        x_range=(0, span),
        y_range=(0, high),
        grid=ticks,
        hover_distance=40,
    )


def _apart(wanted: list[float], heights: list[float]) -> list[float]:
    """Return the places of the labels, none on another: each pushes up those that stand above it."""
    placed: list[float] = []
    for y, height in zip(wanted, heights, strict=True):
        below = placed[-1] - (heights[len(placed) - 1] + height) / 2 - _CLEARANCE if placed else y
        placed.append(min(y, below))
    return placed


def _high(picture: Curves) -> float:
    tops = [top for level in picture.won.levels for top in (level.share, level.high) if top is not None]
    return min(max([0.05, *tops]) * 1.1, 1.0)


def _ends(picture: Curves, look: Look, span: float, *, with_open: bool) -> list[_End]:
    """Return the dots at the end, from below; a phone has the won ones alone."""
    theme = look.theme
    won, lost = (_share_at(curve, span) for curve in (picture.won, picture.lost))
    ends = [_End(won, picture.won.text, theme.accent, 0, span)]
    if look.phone:
        return ends
    if with_open:
        ends.append(_End((won + 1 - lost) / 2, picture.open_text, theme.mark, 2, span, hollow=True))
    return [*ends, _End(1 - lost, picture.lost.text, theme.mark, 1, span)]


def _between(picture: Curves, look: Look, span: float) -> _End | None:
    """Return the dot of what is still open, near the start if its text has room between the curves there."""
    if look.phone:
        return None
    sizes = look.sizes
    narrow = look.narrowest * (1 - 2 * _SIDE)
    age = span * 0.03
    lines = _told_inside(picture.open_text, look)
    behind = age + (widest(lines, sizes.label) + 2 * _GAP) / narrow * span
    low, high = _share_at(picture.won, behind), 1 - _share_at(picture.lost, behind)
    if behind > span or (high - low) * sizes.line_height * 0.75 < (len(lines) + 1.5) * sizes.label * LINE_HEIGHT:
        return None
    return _End((low + high) / 2, picture.open_text, look.theme.mark, 2, age, hollow=True)


def _told_inside(text: str, look: Look) -> list[str]:
    return wrap(text, 0.15 * look.narrowest, look.sizes.label)


def _share_at(curve: Curve, age: float) -> float:
    return max((level.share for level in curve.levels if level.age <= age), default=0.0)


def _curve(drawing: Drawing, curve: Curve, until: float, colour: str, band: str, *, upside_down: bool) -> None:
    def turned(share: float) -> float:
        return 1 - share if upside_down else share

    known = [level for level in curve.levels if level.low is not None and level.high is not None]
    if known:
        lower, upper = _stairs(known, until, "low"), _stairs(known, until, "high")
        x = [at for at, _ in lower] + [at for at, _ in reversed(upper)]
        y = [turned(share) for _, share in lower] + [turned(share) for _, share in reversed(upper)]
        fill = {"fill": "toself", "fillcolor": band, "line": {"width": 0}, "hoverinfo": "skip"}
        drawing.mark(go.Scatter(x=x, y=y, mode="lines", **fill))
    steps = [(0.0, 0.0), *((level.age, level.share) for level in curve.levels)]
    if steps[-1][0] < until:
        steps.append((until, steps[-1][1]))
    drawing.mark(
        go.Scatter(
            x=[age for age, _ in steps],
            y=[turned(share) for _, share in steps],
            mode="lines",
            line={"shape": "hv", "color": colour, "width": stroke_of(drawing.look, "series")},
            hoverinfo="skip",
        )
    )


def _stairs(levels: list[Level], until: float, edge: str) -> list[tuple[float, float]]:
    """Return the corners of one edge of a band, since an area does not take the shape of stairs by itself."""
    corners: list[tuple[float, float]] = []
    for level, after in zip(levels, [*levels[1:], None], strict=True):
        share = float(getattr(level, edge))
        corners += [(level.age, share), (after.age if after else until, share)]
    return corners


def _dots(drawing: Drawing, ends: list[_End]) -> None:
    look, theme = drawing.look, drawing.look.theme
    edge = stroke_of(look, "hollow_edge")
    for end in ends:
        fill = theme.ground if end.hollow else end.colour
        drawing.mark(
            go.Scatter(
                x=[end.age],
                y=[end.at],
                mode="markers",
                marker={
                    "size": stroke_of(look, "dot_series"),
                    "color": fill,
                    "opacity": 1,
                    "line": {"color": end.colour, "width": edge},
                },
                customdata=[end.drill],
                cliponaxis=False,
                **hovering([hover_line(look.lang, end.text)]),
            )
        )


def _middles(ages: list[float]) -> list[float]:
    return [(one + other) / 2 for one, other in itertools.pairwise(ages)]
