"""A calculation that anybody can follow: factors with their signs between them, and the result."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Factor, Product
from .canvas import LINE_HEIGHT, Drawing, Look, Margins
from .lines import plain
from .measure import SEMIBOLD, shorten, text_width, wrap
from .words import hover_line

_EDGE: Final = 6


def draw(picture: Product, look: Look) -> go.Figure:
    """Return the figure of a product of any number of factors; a phone has them one under another."""
    result = Factor(picture.label, picture.value_text, picture.note)
    return _stacked(picture.factors, result, look) if look.phone else _beside(picture.factors, result, look)


def _beside(factors: tuple[Factor, ...], result: Factor, look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    blocks = [*factors, result]
    pitch = look.narrowest / max(len(blocks), 1)
    room = pitch - 3 * sizes.label
    value = sizes.label * 1.75
    for at, block in enumerate(blocks):
        x = at / len(blocks)
        last = at == len(blocks) - 1
        sign = "" if at == 0 else "=" if last else "×"
        size = min(value, value * room / max(_width(block.value_text, value), 1))
        drawing.write(plain(sign), x=x, y=0, anchor="right", dx=-_EDGE, size=value, colour=theme.muted, name="sign")
        written = plain(block.value_text, SEMIBOLD)
        colour = theme.accent if last else theme.text
        drawing.write(written, x=x, y=0, dx=_EDGE, size=size, colour=colour, name="value")
        below = value * 0.9
        for text, tone in ((block.label, theme.text), (block.note, theme.muted)):
            lines = [plain(line) for line in wrap(text, room, sizes.axis, lines=3)] if text else []
            half = len(lines) * sizes.axis * LINE_HEIGHT / 2
            drawing.write(lines, x=x, y=0, dx=_EDGE, dy=below + half, size=sizes.axis, colour=tone, name="label")
            below += 2 * half + sizes.axis * 0.35
    _targets(
        drawing, factors, [((at / len(blocks), (at + 1) / len(blocks)), (-0.1, 0.6)) for at in range(len(factors))]
    )
    # The values stand a little down from the top; below them there is room for two texts of two and three lines.
    height = value * 1.8 + sizes.axis * (5 * LINE_HEIGHT + 1)
    share = value * 0.8 / height
    return drawing.figure(
        height=height, margins=Margins(3 * _EDGE, 0, 0, 0), x_range=(0, 1), y_range=(1 - share, -share)
    )


def _stacked(factors: tuple[Factor, ...], result: Factor, look: Look) -> go.Figure:
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    blocks = [*factors, result]
    room = look.narrowest - 3 * _EDGE
    for at, block in enumerate(blocks):
        last = at == len(blocks) - 1
        sign = "" if at == 0 else "=" if last else "×"
        written = f"{sign}\u00a0{block.value_text}" if sign else block.value_text
        colour = theme.accent if last else theme.text
        drawing.write(
            plain(written, SEMIBOLD), x=1, y=at, anchor="right", dx=-_EDGE, dy=-sizes.label * 0.7, colour=colour
        )
        left = room - _width(written, sizes.label) - 2 * _EDGE
        label = plain(shorten(block.label, left, sizes.label))
        drawing.write(label, x=0, y=at, dx=_EDGE, dy=-sizes.label * 0.7, name="label")
        note = plain(shorten(block.note, room, sizes.axis))
        drawing.write(note, x=0, y=at, dx=_EDGE, dy=sizes.label * 0.7, size=sizes.axis, colour=theme.muted)
        drawing.line(x=(0, 1), y=(at - 0.5, at - 0.5), colour=theme.line, width=1, xref="paper")
    _targets(drawing, factors, [((0, 1), (at - 0.5, at + 0.5)) for at in range(len(factors))])
    return drawing.figure(
        height=sizes.label * 3.6 * len(blocks),
        margins=Margins(0, 0, 0, 0),
        x_range=(0, 1),
        y_range=(len(blocks) - 0.5, -0.5),
    )


def _targets(
    drawing: Drawing, factors: tuple[Factor, ...], fields: list[tuple[tuple[float, float], tuple[float, float]]]
) -> None:
    opened = [at for at, factor in enumerate(factors) if factor.drill is not None]
    for number, at in enumerate(opened):
        x, y = fields[at]
        hover = hover_line(drawing.look.lang, f"{factors[at].label}: {factors[at].value_text}")
        drawing.target(x=x, y=y, drill=number, hover=hover)


def _width(text: str, size: float) -> float:
    return text_width(text, size, SEMIBOLD)
