"""Small multiples: a block of bars per group, all on one scale, with the rest as a tick."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Multiples, Small, SmallBar, Verdict
from .canvas import LINE_HEIGHT, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import Line, Run, line_width, plain, strong
from .measure import SEMIBOLD, shorten, widest, wrap
from .words import SIGNS, hover_line, with_sign

_SIDE_BY_SIDE: Final = {"laptop": 2, "phone": 1, "slide": 2}
_PITCH: Final = 1.9
"""Height of one bar with its air, in type sizes."""
_HEAD: Final = 3.2
"""Height of a group's name and of what is written below it, in rows of bars."""
_BETWEEN: Final = 0.9
"""Air under a group, in rows of bars."""
_GAP: Final = 8
_COLUMN_GAP: Final = 16
_NAMES: Final = 0.3
"""Share of the narrowest figure that the names of the rows take at most."""
_BAR: Final = 0.46


def draw(picture: Multiples, look: Look) -> go.Figure:
    """Return the figure of any number of groups with any number of rows, none included."""
    sizes, drawing = look.sizes, Drawing(look)
    columns = max(min(_SIDE_BY_SIDE[look.width], len(picture.groups)), 1)
    most = look.narrowest * _NAMES
    names = [shorten(name, most, sizes.axis) for name in picture.rows]
    left = widest(names, sizes.axis) + _GAP + 4 if names else 0.0
    # Every block but the last of a row keeps a gap to its neighbour, so all have the width that this leaves.
    cell = (look.narrowest - left - 4) / columns
    texts = [_figures(bar) for group in picture.groups for bar in group.bars if bar]
    written = max([0.0, *(line_width(text, sizes.axis) for text in texts)]) + 2 * _GAP
    plot = max(cell - written - _COLUMN_GAP, 4 * sizes.axis) / cell
    block = _HEAD + len(picture.rows) + _BETWEEN
    drill = 0
    for start in range(0, len(picture.groups), columns):
        together = picture.groups[start : start + columns]
        top = start // columns * block
        first = top + _HEAD
        for at, name in enumerate(names):
            drawing.write(plain(name), x=0, y=first + at, anchor="right", dx=-_GAP, size=sizes.axis, name="name")
        for across, group in enumerate(together):
            # On a phone the words take the whole width; side by side they begin where the bars do.
            margin = left if columns == 1 else 0.0
            _head(drawing, group, across, top, margin, cell + margin - _COLUMN_GAP)
            for at, bar in enumerate(group.bars):
                if bar is None:
                    continue
                hover = hover_line(look.lang, group.label, picture.rows[at], bar.text, bar.verdict_text)
                _bar(drawing, bar, (across, first + at, plot), drill, hover)
                drill += 1
    rows = max(-(-len(picture.groups) // columns), 1) * block
    pitch = sizes.label * _PITCH
    return drawing.figure(
        height=pitch * rows,
        margins=Margins(left, 4, 0, 0),
        x_range=(0, columns),
        y_range=(rows - 0.5, -0.5),
    )


def _head(drawing: Drawing, group: Small, across: int, top: float, left: float, room: float) -> None:
    """Write the name of a group, what stands beside it, and its sentence, one below the other."""
    sizes, theme = drawing.look.sizes, drawing.look.theme
    name = plain(shorten(group.label, room, sizes.strong, SEMIBOLD), SEMIBOLD)
    edge = Place(x=across, xref="x", y=top, dx=-left)
    drawing.write(name, **edge, size=sizes.strong, name="group")
    line = sizes.axis * LINE_HEIGHT
    down = sizes.strong * LINE_HEIGHT / 2 + 2
    aside = plain(shorten(group.aside, room, sizes.axis))
    edge = Place(x=across, xref="x", y=top, dx=-left, dy=down + line / 2)
    drawing.write(aside, **edge, size=sizes.axis, colour=theme.muted, name="aside")
    down += line if group.aside else 0
    note = wrap(with_sign(group.note, group.verdict), room, sizes.axis) if group.note else []
    edge = Place(x=across, xref="x", y=top, dx=-left, dy=down + line * len(note) / 2)
    colour = theme.verdict_text(group.verdict)
    drawing.write([plain(text) for text in note], **edge, size=sizes.axis, colour=colour, name="note")


def _bar(drawing: Drawing, bar: SmallBar, place: tuple[int, float, float], drill: int, hover: str) -> None:
    look = drawing.look
    theme, (across, y, plot) = look.theme, place
    drawing.target(x=(across, across + 1), y=(y - 0.5, y + 0.5), drill=drill, hover=hover)
    end = across + (bar.share.value or 0.0) * plot
    base = (across, across + plot)
    drawing.line(x=base, y=(y + _BAR / 2 + 0.1, y + _BAR / 2 + 0.1), colour=theme.line, width=1)
    if bar.share.value is not None:
        drawing.mark(
            go.Bar(
                x=[end - across],
                base=[across],
                y=[y],
                width=[_BAR],
                orientation="h",
                marker={"color": theme.verdict(bar.verdict), "line": {"width": 0}},
                customdata=[drill],
                **hovering([hover]),
            )
        )
        if bar.reference is not None:
            at, tick = across + bar.reference * plot, stroke_of(look, "tick")
            for colour, wide in ((theme.ground, tick + 4), (theme.text, tick)):
                drawing.line(x=(at, at), y=(y - _BAR / 2 - 0.1, y + _BAR / 2 + 0.1), colour=colour, width=wide)
    told = bar.verdict in (Verdict.BETTER, Verdict.WORSE)
    colour = theme.verdict_text(bar.verdict) if told else theme.text if bar.share.value is not None else theme.muted
    drawing.write(
        _figures(bar), x=across + plot, xref="x", y=y, dx=_GAP, size=look.sizes.axis, colour=colour, name="value"
    )


def _figures(bar: SmallBar) -> Line:
    before, equals, share = bar.text.partition(" = ")
    sign = SIGNS.get(bar.verdict, "") if bar.verdict in (Verdict.BETTER, Verdict.WORSE) else ""
    runs: Line = (Run(f"{before} = "), strong(share)) if equals else plain(bar.text)
    return (*runs, Run(f" {sign}")) if sign else runs
