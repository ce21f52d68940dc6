"""The comparison: a dot with its interval per row, the reference behind them, the verdict in words."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Dot, Forest, Verdict
from . import forest_phone
from .canvas import Drawing, Look, Margins, Place, rows_at
from .forest_marks import FOOT, HEAD, PROVEN, axis_range, draw_reference, draw_row, label_axis, label_reference
from .lines import Line, Run, line_width, plain, strong
from .measure import SEMIBOLD, widest, wrap
from .names import names_column, write_names
from .words import SIGNS, with_sign

_GAP: Final = 24
_VERDICT_AIM: Final = 11.5
"""Width at which the words of a verdict wrap, in type sizes."""
_LEAST_PLOT: Final = 9
"""Width that is kept for the intervals, in type sizes."""


def draw(picture: Forest, look: Look) -> go.Figure:
    """Return the figure of a comparison with any number of rows; the order of the rows is that of the panel."""
    return forest_phone.draw_stacked(picture, look) if look.phone else _beside(picture, look)


def _beside(picture: Forest, look: Look) -> go.Figure:
    dots, sizes, theme = picture.dots, look.sizes, look.theme
    drawing = Drawing(look)
    places = rows_at([dot.apart for dot in dots])
    figures = [_figures(dot) for dot in dots]
    asides = [plain(dot.aside) for dot in dots]
    verdicts = [_verdict_lines(dot, look) for dot in dots]
    beside = [line_width(line, sizes.label) for line in figures]
    beside += [line_width(line, sizes.axis) for line in asides]
    counts_width = max([0.0, *beside])
    verdict_width = max([0.0, *(widest(lines, sizes.label, SEMIBOLD) for lines in verdicts)])
    counts_at = _GAP
    verdict_at = counts_at + counts_width + _GAP
    right = verdict_at + verdict_width + 8 if verdict_width else verdict_at
    spare = look.narrowest - right - _LEAST_PLOT * sizes.label
    broken, left = names_column(look, [dot.label for dot in dots], spare)
    bottom, top = (places[-1] if places else 0) + 0.5, -0.5
    x_range = axis_range(picture)

    draw_reference(drawing, picture, y=(0, 1), yref="paper")
    label_reference(drawing, picture, Margins(left, right))
    for at, (dot, y) in enumerate(zip(dots, places, strict=True)):
        draw_row(drawing, dot, at, y, x_range, dy=0)
        proven = dot.verdict in PROVEN
        colour = theme.muted if dot.verdict is Verdict.TOO_FEW else theme.text
        up = sizes.label * 0.65 if dot.aside else 0.0
        drawing.write(figures[at], x=1, y=y, dx=counts_at, dy=-up, colour=colour, name="figures")
        second = Place(x=1, y=y, dx=counts_at, dy=up)
        drawing.write(asides[at], **second, size=sizes.axis, colour=theme.muted, name="aside")
        weight = SEMIBOLD if proven else 400
        lines = [plain(line, weight) for line in verdicts[at]]
        drawing.write(lines, x=1, y=y, dx=verdict_at, colour=theme.verdict_text(dot.verdict), name="verdict")
    weights = [SEMIBOLD if dot.verdict in PROVEN or dot.apart else 400 for dot in dots]
    write_names(drawing, broken, places, weights)
    label_axis(drawing, picture, Margins(left, right))
    head, foot = HEAD * sizes.axis / 15, FOOT * sizes.axis / 15
    return drawing.figure(
        height=head + sizes.row * (bottom - top) + foot,
        margins=Margins(left, right, head, foot),
        x_range=x_range,
        y_range=(bottom, top),
    )


def _figures(dot: Dot) -> Line:
    before, equals, share = dot.text.partition(" = ")
    return (Run(f"{before} = "), strong(share)) if equals else plain(dot.text)


def _verdict_lines(dot: Dot, look: Look) -> list[str]:
    if look.overview:
        return [SIGNS[dot.verdict]] if dot.verdict in SIGNS else []
    text = with_sign(dot.verdict_text, dot.verdict)
    aim = _VERDICT_AIM * look.sizes.label
    return wrap(text, aim, look.sizes.label, SEMIBOLD, lines=3) if text else []
