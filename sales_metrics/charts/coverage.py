"""Coverage by week, and under it what it leaves open: a line among the asked inside the band of what may be true.

Both plots share one axis of weeks. Their heights are px of one figure, so that texts can be placed between them.
Longer than most because of that: both are laid out together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import plotly.graph_objects as go

from ..model.panel import Coverage, Point
from ..model.panel.coverage import Within
from ..text.numbers import percent
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import Line, line_width, plain
from .measure import SEMIBOLD, text_width, wrap
from .theme import strokes
from .ticks import padded, ticks_between
from .trend import PHONE_POINTS, below
from .words import hover_line, word

_GAP: Final = 12
_CLEARANCE: Final = 6
_EDGE: Final = 8
_PLOT: Final = 0.44
"""The height of one of the two plots, as a share of that of a series alone."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where a plot stands in the figure, in px from the top, and which shares it reaches from and to."""

    top: float
    height: float
    low: float
    high: float

    def at(self, share: float) -> float:
        return self.top + (self.high - share) / (self.high - self.low) * self.height

    def ticks(self, most: int) -> list[float]:
        return ticks_between(self.low, self.high, most)


class _End(NamedTuple):
    at: float
    lines: list[Line]
    colour: str


class _Week(NamedTuple):
    at: int
    point: Point
    within: Within | None
    way: int
    """The number of the drill of the point; that of the bounds is the next."""


def draw(picture: Coverage, look: Look) -> go.Figure:
    """Return the figure of any number of weeks; on a phone, of the last six."""
    sizes = look.sizes
    drawing, weeks = Drawing(look), _weeks(picture)[-PHONE_POINTS if look.phone else 0 :]
    wide = look.narrowest - 16
    heads = [wrap(picture.words.get(name, ""), wide, sizes.label, SEMIBOLD, lines=3) for name in _PARTS]
    room = [max(len(head), 1) * sizes.label * LINE_HEIGHT + _GAP + sizes.axis for head in heads]
    height = sizes.line_height * _PLOT
    upper = _Plot(room[0], height, *_span(_ends_above(picture, weeks)))
    lower = _Plot(room[0] + height + room[1] + _GAP, height, *_span(_ends_below(weeks)))
    plots = (upper, lower)
    ticks = [(plot.at(share), percent(share, look.lang)) for plot in plots for share in plot.ticks(4)]
    left = max([0.0, *(text_width(text, sizes.axis) for _, text in ticks)]) + _GAP
    aim = (0.30 if look.phone else 0.26) * look.narrowest
    above, under = _above(picture, weeks, upper, look, aim), _under(picture, weeks, lower, look, aim)
    names = [] if look.phone or not weeks else [picture.words.get(name, "") for name in ("axis", "under")]
    beside = max([_GAP, *(_CLEARANCE + text_width(week.point.label, sizes.axis) / 2 for week in weeks)])
    widths = [_GAP + line_width(line, sizes.label) for end in (*above, *under) for line in end.lines]
    right = max([0.0, *widths, *(beside + text_width(name, sizes.foot) for name in names)]) + _EDGE
    bottom = sizes.axis * 3.6
    whole = lower.top + lower.height

    for plot, head, space in zip(plots, heads, room, strict=True):
        place = Place(x=0, y=plot.top - space + len(head) * sizes.label * LINE_HEIGHT / 2, dx=-left)
        drawing.write([plain(line, SEMIBOLD) for line in head], **place, name="head")
    for y, text in ticks:
        place = Place(x=0, y=y, anchor="right", dx=-_GAP + 4)
        drawing.write(plain(text), **place, size=sizes.axis, colour=look.theme.muted, name="tick")
    _coverage(drawing, picture, weeks, upper)
    _bounds(drawing, weeks, lower)
    _write_ends(drawing, above, upper)
    _write_ends(drawing, under, lower)
    below(drawing, [(week.at, week.point) for week in weeks], look.narrowest - left - right)
    for text, down in zip(names, (1.15, 2.6), strict=False):
        place = Place(x=1, y=0, yref="paper", dx=beside, dy=sizes.axis * down)
        drawing.write(plain(text), **place, size=sizes.foot, colour=look.theme.muted, name="row")
    first, last = (weeks[0].at, weeks[-1].at) if weeks else (0, 0)
    return drawing.figure(
        height=whole + bottom,
        margins=Margins(left, right, 0, bottom),
        x_range=(first - 0.4, last + 0.4),
        y_range=(whole, 0),
        grid=[y for y, _ in ticks],
        hover_distance=60,
    )


_PARTS: Final = ("asked", "within")


def _weeks(picture: Coverage) -> list[_Week]:
    found, way = [], 0
    for at, (point, within) in enumerate(zip(picture.points, picture.within, strict=True)):
        found.append(_Week(at, point, within, way))
        way += 2 if within is not None else 1
    return found


def _coverage(drawing: Drawing, picture: Coverage, weeks: Sequence[_Week], plot: _Plot) -> None:
    look, theme = drawing.look, drawing.look.theme
    ends = (weeks[0].at - 0.4, weeks[-1].at + 0.4) if weeks else (-0.4, 0.4)
    if picture.target is not None:
        y = plot.at(picture.target)
        width, dash = stroke_of(look, "plan"), strokes().plan_dash
        drawing.line(x=ends, y=(y, y), colour=theme.text, width=width, dash=dash)
    x: list[float | None] = []
    y_: list[float | None] = []
    for week in weeks:
        if week.point.low is not None and week.point.high is not None:
            x += [week.at, week.at, None]
            y_ += [plot.at(week.point.low), plot.at(week.point.high), None]
    lines: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip"}
    thick = look.stroke(strokes().interval_proven)
    drawing.mark(go.Scatter(x=x, y=y_, line={"color": theme.mark_light, "width": thick}, **lines))
    whole = [_up(plot, None if week.point.unfinished else week.point.value) for week in weeks]
    series = {"color": theme.accent, "width": stroke_of(look, "series")}
    drawing.mark(go.Scatter(x=[week.at for week in weeks], y=whole, line=series, connectgaps=False, **lines))
    for week in weeks:
        span = (plot.top, plot.top + plot.height)
        hover = hover_line(look.lang, week.point.text, _running(week.point, picture, look))
        drawing.target(x=(week.at - 0.45, week.at + 0.45), y=span, drill=week.way, hover=hover)
    for unfinished in (False, True):
        shown = [it for it in weeks if it.point.unfinished is unfinished and it.point.value is not None]
        hovers = [hover_line(look.lang, it.point.text, _running(it.point, picture, look)) for it in shown]
        edge = {"color": theme.accent, "width": stroke_of(look, "hollow_edge")}
        size = stroke_of(look, "dot_series")
        fill = theme.ground if unfinished else theme.accent
        drawing.mark(
            go.Scatter(
                x=[it.at for it in shown],
                y=[_up(plot, it.point.value) for it in shown],
                mode="markers",
                marker={"size": size, "color": fill, "opacity": 1, "line": edge},
                customdata=[it.way for it in shown],
                cliponaxis=False,
                **hovering(hovers),
            )
        )


def _bounds(drawing: Drawing, weeks: Sequence[_Week], plot: _Plot) -> None:
    look, theme = drawing.look, drawing.look.theme
    known = [(week.at, week.within, week.way) for week in weeks if week.within is not None]
    lines: dict[str, Any] = {"mode": "lines", "hoverinfo": "skip"}
    # Weeks without an answer tear the band: what lies between is not known.
    stretches: list[list[tuple[int, Within]]] = []
    for at, within, _ in known:
        if not stretches or stretches[-1][-1][0] != at - 1:
            stretches.append([])
        stretches[-1].append((at, within))
    for stretch in stretches:
        # A single week is a stroke of the band's own colour, since a band needs two.
        places = [float(at) for at, _ in stretch]
        x = places if len(places) > 1 else [places[0] - 0.1, places[0] + 0.1]
        most = [plot.at(within.most) for _, within in stretch] * (3 - min(len(places), 2))
        least = [plot.at(within.least) for _, within in stretch] * (3 - min(len(places), 2))
        band = {"fill": "toself", "fillcolor": theme.band80, "line": {"width": 0}, **lines}
        drawing.mark(go.Scatter(x=[*x, *x[::-1]], y=[*most, *least[::-1]], **band))
        value = [plot.at(within.value) for _, within in stretch]
        series = {"color": theme.accent, "width": stroke_of(look, "series")}
        drawing.mark(go.Scatter(x=places, y=value, line=series, **lines))
    for at, within, way in known:
        span = (plot.top, plot.top + plot.height)
        hover = hover_line(look.lang, within.text)
        drawing.target(x=(at - 0.45, at + 0.45), y=span, drill=way + 1, hover=hover)


def _above(picture: Coverage, weeks: Sequence[_Week], plot: _Plot, look: Look, aim: float) -> list[_End]:
    theme, sizes = look.theme, look.sizes
    ends = []
    if picture.target is not None and picture.target_text:
        lines = [plain(line) for line in wrap(picture.target_text, aim, sizes.label)]
        ends.append(_End(plot.at(picture.target), lines, theme.text))
    for week in [week for week in weeks if not week.point.unfinished and week.point.value is not None][-1:]:
        text = percent(week.point.value, look.lang)
        ends.append(_End(plot.at(week.point.value or 0.0), [plain(text, SEMIBOLD)], theme.accent))
    for week in weeks:
        if week.point.unfinished and week.point.value is not None:
            said = (week.point.text, _running(week.point, picture, look))
            lines = [plain(line) for text in said for line in wrap(text, aim, sizes.axis, lines=3)]
            ends.append(_End(plot.at(week.point.value), lines, theme.muted))
    return ends


def _under(picture: Coverage, weeks: Sequence[_Week], plot: _Plot, look: Look, aim: float) -> list[_End]:
    theme, sizes = look.theme, look.sizes
    known = [week.within for week in weeks if week.within is not None]
    if not known:
        return []
    shares = {"most": known[-1].most, "value": known[-1].value, "least": known[-1].least}
    ends = []
    for name, share in shares.items():
        text = f"{percent(share, look.lang)}{picture.words.get(name, '')}"
        lines = [plain(line) for line in wrap(text, aim, sizes.label, lines=3)]
        ends.append(_End(plot.at(share), lines, theme.accent if name == "value" else theme.muted))
    return ends


def _write_ends(drawing: Drawing, ends: list[_End], plot: _Plot) -> None:
    """Write texts at the right, in the order of their marks and apart from each other."""
    size = drawing.look.sizes.label
    ordered = sorted(ends, key=lambda end: end.at)
    halves = [len(end.lines) * size * LINE_HEIGHT / 2 for end in ordered]
    placed: list[float] = []
    for end, half in zip(ordered, halves, strict=True):
        least = placed[-1] + halves[len(placed) - 1] + half + _CLEARANCE if placed else half
        placed.append(max(end.at, least))
    limit = plot.top + plot.height + size * 0.4
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit - halves[place])
        limit = placed[place] - halves[place] - _CLEARANCE
    for end, y in zip(ordered, placed, strict=True):
        drawing.write(end.lines, x=1, y=y, dx=_GAP, size=size, colour=end.colour, name="end")


def _up(plot: _Plot, share: float | None) -> float | None:
    return None if share is None else plot.at(share)


def _running(point: Point, picture: Coverage, look: Look) -> str:
    return word("unfinished", look.lang, picture.words) if point.unfinished else ""


def _ends_above(picture: Coverage, weeks: Sequence[_Week]) -> list[float]:
    ends = [end for it in weeks for end in (it.point.low, it.point.value, it.point.high) if end is not None]
    return ends + ([picture.target] if picture.target is not None else [])


def _ends_below(weeks: Sequence[_Week]) -> list[float]:
    return [end for it in weeks if it.within for end in (it.within.least, it.within.most)]


def _span(ends: Sequence[float]) -> tuple[float, float]:
    if not ends:
        return 0.0, 1.0
    return padded(min(ends), max(max(ends), min(ends) + 0.02), 0.08, 0.0, 1.02)
