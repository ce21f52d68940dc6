"""The comparison on a narrow screen: the words above, the dot and its own piece of the reference below."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Dot, Forest
from ..text.numbers import number, percent
from .canvas import NAME_GAP, Drawing, Look, Margins, Place, rows_at
from .forest_marks import FOOT, HEAD, PROVEN, axis_range, draw_reference, draw_row, label_axis, label_reference
from .lines import GAP, Line, Run, line_width, plain, strong
from .measure import SEMIBOLD, shorten
from .words import with_sign

_ABOVE: Final = 17
_BELOW: Final = 13
_BAND: Final = 22
_STEP: Final = 1.45
"""From one line to the next, in type sizes."""


def draw_stacked(picture: Forest, look: Look) -> go.Figure:
    """Return the figure of a comparison with the names above the dots."""
    dots, sizes, theme = picture.dots, look.sizes, look.theme
    drawing = Drawing(look)
    places = rows_at([dot.apart for dot in dots])
    x_range = axis_range(picture)
    room = look.narrowest - 16
    bottom, top = (places[-1] if places else 0) + 0.5, -0.5
    lines, extra = _lines(picture, look, room)
    step = sizes.axis * _STEP
    pitch = sizes.row + extra
    for at, (dot, y) in enumerate(zip(dots, places, strict=True)):
        below = _BELOW + extra / 2
        above = -_ABOVE - extra / 2
        half = _BAND / 2 / pitch
        middle = y + below / pitch
        if dot.share.value is not None:
            draw_reference(drawing, picture, y=(middle - half, middle + half), yref="y")
        draw_row(drawing, dot, at, y, x_range, dy=below / pitch)
        name, figures_lines = lines[at]
        colour = theme.verdict_text(dot.verdict)
        drawing.write(name, x=0, y=y, dx=2, dy=above, name="name")
        for n, line in enumerate(figures_lines):
            edge = Place(x=1, y=y, anchor="right", dx=-2, dy=above + n * step)
            drawing.write(line, **edge, size=sizes.axis, colour=colour, name="figures")
    label_reference(drawing, picture, Margins(8, 8))
    label_axis(drawing, picture, Margins(8, 8))
    return drawing.figure(
        height=HEAD + pitch * (bottom - top) + FOOT,
        margins=Margins(8, 8, HEAD, FOOT),
        x_range=x_range,
        y_range=(bottom, top),
    )


def _lines(picture: Forest, look: Look, room: float) -> tuple[list[tuple[Line, list[Line]]], float]:
    """Return the name and the lines beside it for every row, and the height in px of the lines after the first.

    Verdicts take a line of their own in all rows as soon as one of them does not fit beside the name; so does
    whatever stands under the figures on a wider screen.
    """
    sizes = look.sizes
    lines: list[tuple[Line, list[Line]]] = []
    fits = True
    for dot in picture.dots:
        weight = SEMIBOLD if dot.verdict in PROVEN or dot.apart else 400
        figures, verdict = _figures(dot, look), with_sign(dot.verdict_text, dot.verdict)
        words = plain(shorten(verdict, room, sizes.axis, weight), weight if dot.verdict in PROVEN else 400)
        most = room - line_width(figures, sizes.axis) - NAME_GAP
        name = plain(shorten(dot.label, most, sizes.label, weight), weight)
        whole = (*figures, Run(GAP), *words) if verdict else figures
        fits = (
            fits
            and line_width(plain(dot.label, weight), sizes.label) + NAME_GAP + line_width(whole, sizes.axis) <= room
        )
        aside = plain(shorten(dot.aside, room, sizes.axis))
        fits = fits and not dot.aside
        lines.append(
            (name, [line for line, said in ((figures, True), (words, verdict), (aside, dot.aside)) if said])
        )
    if not fits:
        most_lines = max(len(parts) for _, parts in lines)
        return lines, sizes.axis * _STEP * (most_lines - 1)
    return [(name, [tuple(run for part in parts for run in (Run(GAP), *part))[1:]]) for name, parts in lines], 0.0


def _figures(dot: Dot, look: Look) -> Line:
    share, lang = dot.share, look.lang
    counted = f"{number(share.k, lang)}/{number(share.n, lang)}"
    if share.value is None:
        return plain(counted)
    written = dot.text.partition(" = ")[2] or percent(share.value, lang)
    return (Run(f"{counted}{GAP}"), strong(written))
