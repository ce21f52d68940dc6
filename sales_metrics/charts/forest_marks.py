"""The parts of a comparison: dots with intervals, the reference behind them, the axis below."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Dot, Forest, Verdict
from ..model.text import Language
from ..text.numbers import percent, signed_points
from .canvas import Drawing, Margins, Place, hovering, stroke_of
from .lines import plain
from .measure import shorten, text_width
from .ticks import padded, ticks_between
from .words import hover_line, with_sign

PROVEN: Final = (Verdict.BETTER, Verdict.WORSE, Verdict.MORE, Verdict.LESS)
HEAD: Final = 40
FOOT: Final = 34
_SMALLEST_STRETCH: Final = 0.1
_REFERENCE: Final = 1.5
_EDGE: Final = 4


def draw_row(drawing: Drawing, dot: Dot, at: int, y: float, x_range: tuple[float, float], *, dy: float) -> None:
    """Draw the interval and the dot of row `y`, `dy` rows below its middle; all of the row answers to a click."""
    look, theme, share = drawing.look, drawing.look.theme, dot.share
    hover = hover_line(look.lang, dot.label, dot.text, with_sign(dot.verdict_text, dot.verdict))
    drawing.target(x=x_range, y=(y - 0.45, y + 0.45), drill=at, hover=hover)
    if share.value is None:
        return
    colour = theme.verdict(dot.verdict)
    common: dict[str, Any] = {"cliponaxis": False, **hovering([hover, hover])}
    if share.low is not None and share.high is not None:
        width = stroke_of(look, "interval_proven" if dot.verdict in PROVEN else "interval")
        drawing.mark(
            go.Scatter(
                x=[share.low, share.high],
                y=[y + dy, y + dy],
                mode="lines",
                line={"color": colour, "width": width},
                customdata=[at, at],
                **common,
            )
        )
    hollow = dot.verdict is Verdict.CANNOT_TELL
    drawing.mark(
        go.Scatter(
            x=[share.value],
            y=[y + dy],
            mode="markers",
            marker={
                "size": stroke_of(look, "dot"),
                "color": theme.ground if hollow else colour,
                "opacity": 1,
                "line": {"color": colour, "width": stroke_of(look, "hollow_edge")},
            },
            customdata=[at],
            cliponaxis=False,
            **hovering([hover]),
        )
    )


def draw_reference(drawing: Drawing, picture: Forest, *, y: tuple[float, float], yref: str) -> None:
    """Draw the reference as a line from y[0] to y[1], and round it the band of practical sameness."""
    if picture.reference is None:
        return
    theme, low, high = drawing.look.theme, picture.reference - picture.band, picture.reference + picture.band
    if picture.band:
        least, most = _limits(picture)
        drawing.box(
            x=(max(low, least), min(high, most)), y=y, fill=theme.line, yref=yref, layer="below", opacity=0.6
        )
    width = drawing.look.stroke(_REFERENCE)
    drawing.line(x=(picture.reference,) * 2, y=y, colour=theme.muted, width=width, yref=yref, layer="below")


def label_reference(drawing: Drawing, picture: Forest, margins: Margins) -> None:
    """Write what the reference is above it; at the edge of the figure where it would run out of it otherwise."""
    if picture.reference is None or not picture.reference_text:
        return
    look, size = drawing.look, drawing.look.sizes.axis
    low, high = axis_range(picture)
    plot = look.narrowest - margins.left - margins.right
    text = shorten(picture.reference_text, look.narrowest - 2 * _EDGE, size)
    half = text_width(text, size) / 2
    middle = margins.left + (picture.reference - low) / (high - low) * plot
    above = -size * 0.9
    place = Place(x=picture.reference, xref="x", y=1, yref="paper", anchor="center", dy=above)
    if middle < half:
        place = Place(x=0, y=1, yref="paper", dx=_EDGE - margins.left, dy=above)
    elif middle + half > look.narrowest:
        place = Place(x=1, y=1, yref="paper", anchor="right", dx=margins.right - _EDGE, dy=above)
    drawing.write(plain(text), **place, size=size, colour=look.theme.muted, name="reference")


def label_axis(drawing: Drawing, picture: Forest, margins: Margins) -> None:
    """Write the shares under the plot, as many as its width allows; none where no row has a share."""
    look, sizes = drawing.look, drawing.look.sizes
    if not any(dot.share.value is not None for dot in picture.dots):
        return
    low, high = axis_range(picture)
    plot = look.narrowest - margins.left - margins.right
    half = text_width(_tick_text(-1 if picture.differences else 1, picture, look.lang), sizes.axis) / 2
    most = max(2, min(sizes.ticks + (1 if look.phone else 0), int(plot / (2 * half + 16))))
    for tick in ticks_between(low, high, most):
        middle = (tick - low) / (high - low) * plot
        if middle - half < -margins.left or middle + half > plot + margins.right:
            continue
        label = _tick_text(tick, picture, look.lang)
        place = Place(x=tick, xref="x", y=0, yref="paper", anchor="center", dy=sizes.axis * 0.95)
        drawing.write(plain(label), **place, size=sizes.axis, colour=look.theme.muted, name="tick")


def _tick_text(tick: float, picture: Forest, lang: Language) -> str:
    decimals = 0 if round(tick * 100, 6) % 1 == 0 else 1
    return signed_points(tick, lang, decimals) if picture.differences else percent(tick, lang, decimals)


def _limits(picture: Forest) -> tuple[float, float]:
    return (-1.0 if picture.differences else 0.0, 1.0)


def axis_range(picture: Forest) -> tuple[float, float]:
    """Return the ends of the axis: all intervals and the band, within bounds, and at least ten points of it."""
    ends = [
        end for dot in picture.dots for end in (dot.share.low, dot.share.value, dot.share.high) if end is not None
    ]
    if picture.reference is not None:
        ends += [picture.reference - picture.band, picture.reference, picture.reference + picture.band]
    if not ends:
        return (0.0, 1.0)
    least, most = _limits(picture)
    low, high = max(min(ends), least), min(max(ends), most)
    if high - low < _SMALLEST_STRETCH:
        middle = (low + high) / 2
        low, high = middle - _SMALLEST_STRETCH / 2, middle + _SMALLEST_STRETCH / 2
    return padded(low, high, 0.05, least - 0.02, 1.02)
