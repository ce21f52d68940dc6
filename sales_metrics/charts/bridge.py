"""A bridge from one level to another: a bar per kind of change, each standing on what was there before it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Bridge, Part, Span
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, hovering
from .lines import Line, Run, plain, strong
from .measure import SEMIBOLD, shorten, text_width, wrap
from .words import hover_line

_WIDE: Final = 0.72
"""Width of a bar, in places."""
_SMALL: Final = 0.05
"""With changes under this share of the level, the ends are left out and the changes drawn large."""
_GAP: Final = 8
_EDGE: Final = 8
_PHONE_BAR: Final = 20
_PHONE_ABOVE: Final = 24


@dataclass(frozen=True, slots=True)
class _Placed:
    """A bar in its place: from `base` to `end`, where `end` is the level after it."""

    at: int
    span: Span
    base: float
    end: float

    @property
    def top(self) -> float:
        return max(self.base, self.end)


def draw(picture: Bridge, look: Look) -> go.Figure:
    """Return the figure of a bridge, one of nothing included; a phone has it turned on its side."""
    placed = _placed(picture.spans)
    shown, span = _scale(placed)
    return _sideways(picture, placed, span, look) if look.phone else _upright(picture, placed, shown, span, look)


def _placed(spans: tuple[Span, ...]) -> list[_Placed]:
    found, level = [], 0.0
    for at, span in enumerate(spans):
        base = 0.0 if span.part is Part.END else level
        level = span.value if span.part is Part.END else level + span.value
        found.append(_Placed(at, span, base, level))
    return found


def _scale(placed: list[_Placed]) -> tuple[bool, tuple[float, float]]:
    """Return whether the ends are drawn as bars, and from where to where the scale runs."""
    moves = [one for one in placed if one.span.part is not Part.END]
    levels = [end for one in moves for end in (one.base, one.end)]
    whole = [0.0, *(end for one in placed for end in (one.base, one.end))]
    high, low = max(whole), min(whole)
    if levels and high > 0 and max(levels) - min(levels) < _SMALL * high:
        room = (max(levels) - min(levels)) * 0.15 or 1.0
        return False, (min(levels) - room, max(levels) + room)
    return True, (low, high if high > low else low + 1.0)


def _upright(
    picture: Bridge, placed: list[_Placed], shown: bool, span: tuple[float, float], look: Look
) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    count = max(len(placed), 1)
    pitch = (look.narrowest - 2 * _EDGE) / count
    size = _label_size(placed, pitch - 4, look)
    labels = [wrap(one.span.label, pitch - 4, size) for one in placed]
    head = sizes.strong * LINE_HEIGHT + sizes.foot * LINE_HEIGHT + 3 * _GAP
    bottom = sizes.axis * (LINE_HEIGHT * max([1, *map(len, labels)]) + 0.8)
    hovers = [_hover(one.span, look) for one in placed]
    # Where the ends are left out, the part of the last one is told, and opened, at its foot.
    told = picture.inside if not shown else None
    foot = span[0] + (span[1] - span[0]) / 3 if told else span[0]
    for one in placed:
        bottom_of = foot if one is placed[-1] else span[0]
        drawing.target(x=(one.at - 0.48, one.at + 0.48), y=(bottom_of, span[1]), drill=one.at, hover=hovers[one.at])
    for one, after in itertools.pairwise(placed):
        x = (one.at + _WIDE / 2, after.at - _WIDE / 2)
        drawing.line(x=x, y=(one.end, one.end), colour=theme.mark, width=look.stroke(1))
    bars = [one for one in placed if shown or one.span.part is not Part.END]
    _mark(drawing, bars, hovers, upright=True)
    if told:
        at = placed[-1].at
        x = (at - 0.48, at + 0.48)
        drawing.target(x=x, y=(span[0], foot), drill=len(placed), hover=_hover(told, look))
        inside = [plain(shorten(text, pitch - 4, sizes.foot)) for text in (told.label, told.text)]
        dy = -sizes.foot * LINE_HEIGHT
        drawing.write(
            inside, x=at, xref="x", y=0, yref="paper", anchor="center", dy=dy, size=sizes.foot, colour=theme.muted
        )
    elif picture.inside and placed:
        _inside(drawing, picture, picture.inside, placed[-1], span, look)
    for one, lines in zip(placed, labels, strict=True):
        end = one.span.part is Part.END
        colour = _ink(one.span.part, look)
        high = one.top if shown or not end else one.end
        text = plain(shorten(one.span.text, pitch - 4, sizes.strong, SEMIBOLD), SEMIBOLD)
        under = plain(shorten(one.span.under, pitch - 4, sizes.foot))
        dy = -_GAP - sizes.foot * 0.6
        drawing.write(under, x=one.at, xref="x", y=high, anchor="center", dy=dy, size=sizes.foot, colour=colour)
        dy -= sizes.foot * 0.6 + sizes.strong * 0.75
        drawing.write(text, x=one.at, xref="x", y=high, anchor="center", dy=dy, size=sizes.strong, colour=colour)
        written = [plain(line) for line in lines]
        down = sizes.axis * 0.7 + size * LINE_HEIGHT * len(lines) / 2
        label = theme.text if end else theme.muted
        drawing.write(
            written, x=one.at, xref="x", y=0, yref="paper", anchor="center", dy=down, size=size, colour=label
        )
    return drawing.figure(
        height=sizes.line_height,
        margins=Margins(_EDGE, _EDGE, head, bottom),
        x_range=(-0.5, count - 0.5),
        y_range=span,
    )


def _label_size(placed: list[_Placed], room: float, look: Look) -> float:
    """Return the size of the names under the bars: smaller where a single word would not fit otherwise."""
    words = [word for one in placed for word in one.span.label.split(" ")]
    fits = all(text_width(word, look.sizes.axis) <= room for word in words)
    return look.sizes.axis if fits else look.sizes.foot


def _inside(
    drawing: Drawing, picture: Bridge, inside: Span, last: _Placed, span: tuple[float, float], look: Look
) -> None:
    """Draw the part of the last bar, with its text in it where it fits and at its foot where it does not."""
    sizes, theme = look.sizes, look.theme
    pitch = (look.narrowest - 2 * _EDGE) / len(picture.spans)
    value = min(max(inside.value, 0.0), max(last.end, 0.0))
    place, hover = len(picture.spans), _hover(inside, look)
    bar = go.Bar(
        x=[last.at],
        y=[value],
        width=[_WIDE],
        marker={"color": theme.mark_light, "line": {"color": theme.mark, "width": look.stroke(1)}},
        customdata=[place],
        **hovering([hover]),
    )
    drawing.mark(bar)
    plot = sizes.line_height * 0.62
    high = value / (span[1] - span[0]) * plot
    room = pitch * _WIDE - 4
    lines = [
        *(plain(line) for line in wrap(inside.label, room, sizes.foot)),
        *(plain(line, SEMIBOLD) for line in wrap(inside.text, room, sizes.foot, SEMIBOLD)),
    ]
    if high >= len(lines) * sizes.foot * LINE_HEIGHT:
        ink = theme.ink_on(theme.mark_light)
        drawing.write(
            lines, x=last.at, xref="x", y=value / 2, anchor="center", size=sizes.foot, colour=ink, name="cell"
        )


def _sideways(picture: Bridge, placed: list[_Placed], span: tuple[float, float], look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    rows = [one.span for one in placed]
    if picture.inside:
        rows.append(picture.inside)
    hovers = [_hover(one, look) for one in rows]
    shown = span[0] <= 0
    for at in range(len(rows)):
        drawing.target(x=span, y=(at - 0.48, at + 0.48), drill=at, hover=hovers[at])
    _mark(drawing, [one for one in placed if shown or one.span.part is not Part.END], hovers, upright=False)
    if picture.inside and placed and shown:
        value = min(max(picture.inside.value, 0.0), max(placed[-1].end, 0.0))
        drawing.mark(
            go.Bar(
                x=[value],
                y=[len(placed)],
                width=[_PHONE_BAR / sizes.row],
                orientation="h",
                marker={"color": theme.mark_light, "line": {"color": theme.mark, "width": 1}},
                customdata=[len(placed)],
                **hovering([hovers[-1]]),
            )
        )
    room = look.narrowest - 16
    for at, one in enumerate(rows):
        figures: Line = (Run(f"{one.under}\u00a0\u00a0", colour=theme.muted), strong(one.text))
        wide = text_width(one.text, sizes.label, SEMIBOLD) + text_width(f"{one.under}\u00a0\u00a0", sizes.label)
        name = plain(shorten(one.label, room - wide - 12, sizes.label))
        drawing.write(name, x=0, y=at, dx=2, dy=-_PHONE_ABOVE, name="name")
        colour = _ink(one.part, look)
        drawing.write(figures, x=1, y=at, anchor="right", dx=-2, dy=-_PHONE_ABOVE, colour=colour, name="value")
    last = max(len(rows), 1)
    return drawing.figure(
        height=sizes.row * last + 8,
        margins=Margins(4, 4, 8, 0),
        x_range=span,
        y_range=(last - 0.5, -0.5),
    )


def _mark(drawing: Drawing, bars: list[_Placed], hovers: list[str], *, upright: bool) -> None:
    look = drawing.look
    # In two traces: a list of patterns is not drawn beside a list of colours.
    for unknown in (False, True):
        chosen = [one for one in bars if (one.span.part is Part.UNKNOWN) is unknown]
        if not chosen:
            continue
        along, across = [one.at for one in chosen], [one.end - one.base for one in chosen]
        width = _WIDE if upright else _PHONE_BAR / look.sizes.row
        drawing.mark(
            go.Bar(
                x=along if upright else across,
                y=across if upright else along,
                base=[one.base for one in chosen],
                width=[width] * len(chosen),
                orientation="v" if upright else "h",
                marker=_hatched(look) if unknown else _filled([one.span.part for one in chosen], look),
                customdata=along,
                **hovering([hovers[one.at] for one in chosen]),
            )
        )


def _filled(parts: list[Part], look: Look) -> dict[str, Any]:
    theme = look.theme
    fills = {
        Part.IN: theme.accent,
        Part.LESS: theme.mark_light,
        Part.WON: theme.good,
        Part.LOST: theme.alarm,
        Part.ASIDE: theme.mark_light,
    }
    # A pale bar is bounded by a line, since its fill alone hardly stands out from the ground.
    pale = [Part.LESS, Part.ASIDE]
    edges = [theme.mark if part in pale else fills.get(part, theme.mark) for part in parts]
    return {"color": [fills.get(part, theme.mark) for part in parts], "line": {"color": edges, "width": 1}}


def _hatched(look: Look) -> dict[str, Any]:
    theme = look.theme
    pattern = {"shape": "/", "fgcolor": theme.mark, "bgcolor": theme.ground, "size": 8, "solidity": 0.3}
    return {"color": theme.ground, "pattern": pattern, "line": {"color": theme.mark, "width": 1}}


def _ink(part: Part, look: Look) -> str:
    return {Part.WON: look.theme.good, Part.LOST: look.theme.alarm_text}.get(part, look.theme.text)


def _hover(span: Span, look: Look) -> str:
    return hover_line(look.lang, span.label, span.text, span.under)
