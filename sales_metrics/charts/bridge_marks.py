"""The bars of a bridge: where each stands, how it is filled, and what is said of it under the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Part, Span
from .bars import hatched
from .canvas import Drawing, Look, hovering
from .words import hover_line

WIDE: Final = 0.72
"""Width of a bar, in places."""
PHONE_BAR: Final = 20
"""Height of a bar on a phone, in px."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar in its place: from `base` to `end`, where `end` is the level after it."""

    at: int
    span: Span
    base: float
    end: float

    @property
    def top(self) -> float:
        """The upper of its two ends."""
        return max(self.base, self.end)


def placed_in(spans: tuple[Span, ...]) -> list[Placed]:
    """Return the bars in their places, each change standing on the level that was there before it."""
    found, level = [], 0.0
    for at, span in enumerate(spans):
        base = 0.0 if span.part is Part.END else level
        level = span.value if span.part is Part.END else level + span.value
        found.append(Placed(at, span, base, level))
    return found


def mark_bars(drawing: Drawing, bars: list[Placed], hovers: list[str], *, upright: bool) -> None:
    """Add the bars to a drawing, from the left to the right or, on a phone, from the top down."""
    look = drawing.look
    # In two traces: a list of patterns is not drawn beside a list of colours.
    for unknown in (False, True):
        chosen = [one for one in bars if (one.span.part is Part.UNKNOWN) is unknown]
        if not chosen:
            continue
        along, across = [one.at for one in chosen], [one.end - one.base for one in chosen]
        width = WIDE if upright else PHONE_BAR / look.sizes.row
        drawing.mark(
            go.Bar(
                x=along if upright else across,
                y=across if upright else along,
                base=[one.base for one in chosen],
                width=[width] * len(chosen),
                orientation="v" if upright else "h",
                marker=hatched(look) if unknown else _filled([one.span.part for one in chosen], look),
                customdata=along,
                **hovering([hovers[one.at] for one in chosen]),
            )
        )


def _filled(parts: list[Part], look: Look) -> dict[str, Any]:
    theme = look.theme
    fills = {
        Part.IN: theme.accent,
        Part.MORE: theme.band50,
        Part.LESS: theme.mark_light,
        Part.WON: theme.good,
        Part.LOST: theme.alarm,
        Part.ASIDE: theme.mark_light,
    }
    # A pale bar is bounded by a line, since its fill alone hardly stands out from the ground.
    pale = [Part.LESS, Part.ASIDE]
    edges = [
        theme.accent if part is Part.MORE else theme.mark if part in pale else fills.get(part, theme.mark)
        for part in parts
    ]
    return {"color": [fills.get(part, theme.mark) for part in parts], "line": {"color": edges, "width": 1}}


def ink_of(part: Part, look: Look) -> str:
    """Return the colour of the words of a bar: won and lost have one of their own."""
    return {Part.WON: look.theme.good, Part.LOST: look.theme.alarm_text}.get(part, look.theme.text)


def hover_of(span: Span, look: Look) -> str:
    """Return what stands under the pointer."""
    return hover_line(look.lang, span.label, span.text, span.under)
