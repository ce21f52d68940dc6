"""A bridge from one level to another: a bar per kind of change, each standing on what was there before it."""

from __future__ import annotations

import itertools
from typing import Final

import plotly.graph_objects as go

from ..model.panel import Bridge, Part, Span
from .bridge_marks import PHONE_BAR, WIDE, Placed, hover_of, ink_of, mark_bars, placed_in
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, hovering
from .lines import Line, Run, plain, strong
from .measure import SEMIBOLD, shorten, text_width, wrap

_SMALL: Final = 0.05
"""With changes under this share of the level, the ends are left out and the changes drawn large."""
_GAP: Final = 8
_EDGE: Final = 8
_PHONE_ABOVE: Final = 24


def draw(picture: Bridge, look: Look) -> go.Figure:
    """Return the figure of a bridge, one of nothing included; a phone has it turned on its side."""
    placed = placed_in(picture.spans)
    shown, span = _scale(placed)
    return _sideways(picture, placed, span, look) if look.phone else _upright(picture, placed, shown, span, look)


def _scale(placed: list[Placed]) -> tuple[bool, tuple[float, float]]:
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
    picture: Bridge, placed: list[Placed], shown: bool, span: tuple[float, float], look: Look
) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    count = max(len(placed), 1)
    pitch = (look.narrowest - 2 * _EDGE) / count
    size = _label_size(placed, pitch - 4, look)
    labels = [wrap(one.span.label, pitch - 4, size) for one in placed]
    head = sizes.strong * LINE_HEIGHT + sizes.foot * LINE_HEIGHT + 3 * _GAP
    bottom = sizes.axis * (LINE_HEIGHT * max([1, *map(len, labels)]) + 0.8)
    hovers = [hover_of(one.span, look) for one in placed]
    # Where the ends are left out, the part of the last one is told, and opened, at its foot.
    told = picture.inside if not shown else None
    foot = span[0] + (span[1] - span[0]) / 3 if told else span[0]
    for one in placed:
        bottom_of = foot if one is placed[-1] else span[0]
        drawing.target(x=(one.at - 0.48, one.at + 0.48), y=(bottom_of, span[1]), drill=one.at, hover=hovers[one.at])
    for one, after in itertools.pairwise(placed):
        x = (one.at + WIDE / 2, after.at - WIDE / 2)
        drawing.line(x=x, y=(one.end, one.end), colour=theme.mark, width=look.stroke(1))
    bars = [one for one in placed if shown or one.span.part is not Part.END]
    mark_bars(drawing, bars, hovers, upright=True)
    if told:
        at = placed[-1].at
        x = (at - 0.48, at + 0.48)
        drawing.target(x=x, y=(span[0], foot), drill=len(placed), hover=hover_of(told, look))
        inside = [plain(shorten(text, pitch - 4, sizes.foot)) for text in (told.label, told.text)]
        dy = -sizes.foot * LINE_HEIGHT
        drawing.write(
            inside, x=at, xref="x", y=0, yref="paper", anchor="center", dy=dy, size=sizes.foot, colour=theme.muted
        )
    elif picture.inside and placed:
        _inside(drawing, picture, picture.inside, placed[-1], span, look)
    for one, lines in zip(placed, labels, strict=True):
        end = one.span.part is Part.END
        colour = ink_of(one.span.part, look)
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


def _label_size(placed: list[Placed], room: float, look: Look) -> float:
    """Return the size of the names under the bars: smaller where a single word would not fit otherwise."""
    words = [word for one in placed for word in one.span.label.split(" ")]
    fits = all(text_width(word, look.sizes.axis) <= room for word in words)
    return look.sizes.axis if fits else look.sizes.foot


def _inside(
    drawing: Drawing, picture: Bridge, inside: Span, last: Placed, span: tuple[float, float], look: Look
) -> None:
    """Draw the part of the last bar, with its text in it where it fits and at its foot where it does not."""
    sizes, theme = look.sizes, look.theme
    pitch = (look.narrowest - 2 * _EDGE) / len(picture.spans)
    value = min(max(inside.value, 0.0), max(last.end, 0.0))
    place, hover = len(picture.spans), hover_of(inside, look)
    bar = go.Bar(
        x=[last.at],
        y=[value],
        width=[WIDE],
        marker={"color": theme.mark_light, "line": {"color": theme.mark, "width": look.stroke(1)}},
        customdata=[place],
        **hovering([hover]),
    )
    drawing.mark(bar)
    plot = sizes.line_height * 0.62
    high = value / (span[1] - span[0]) * plot
    room = pitch * WIDE - 4
    lines = [
        *(plain(line) for line in wrap(inside.label, room, sizes.foot)),
        *(plain(line, SEMIBOLD) for line in wrap(inside.text, room, sizes.foot, SEMIBOLD)),
    ]
    if high >= len(lines) * sizes.foot * LINE_HEIGHT:
        ink = theme.ink_on(theme.mark_light)
        drawing.write(
            lines, x=last.at, xref="x", y=value / 2, anchor="center", size=sizes.foot, colour=ink, name="cell"
        )


def _sideways(picture: Bridge, placed: list[Placed], span: tuple[float, float], look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    rows = [one.span for one in placed]
    if picture.inside:
        rows.append(picture.inside)
    hovers = [hover_of(one, look) for one in rows]
    shown = span[0] <= 0
    for at in range(len(rows)):
        drawing.target(x=span, y=(at - 0.48, at + 0.48), drill=at, hover=hovers[at])
    mark_bars(drawing, [one for one in placed if shown or one.span.part is not Part.END], hovers, upright=False)
    if picture.inside and placed and shown:
        value = min(max(picture.inside.value, 0.0), max(placed[-1].end, 0.0))
        drawing.mark(
            go.Bar(
                x=[value],
                y=[len(placed)],
                width=[PHONE_BAR / sizes.row],
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
        colour = ink_of(one.part, look)
        drawing.write(figures, x=1, y=at, anchor="right", dx=-2, dy=-_PHONE_ABOVE, colour=colour, name="value")
    last = max(len(rows), 1)
    return drawing.figure(
        height=sizes.row * last + 8,
        margins=Margins(4, 4, 8, 0),
        x_range=span,
        y_range=(last - 0.5, -0.5),
    )
