"""The column of names left of a plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .canvas import NAME_GAP, Drawing, Look
from .lines import plain
from .measure import SEMIBOLD, widest, wrap

_EDGE: Final = 4
_FEWEST: Final = 6.5
"""Width that the names get in any case, in type sizes."""


def names_column(look: Look, names: Sequence[str], room: float) -> tuple[list[list[str]], float]:
    """Return each name in at most two lines, and the width of the column in px with the gap to the plot.

    `room` is what the rest of the narrowest figure leaves to the names; a fair minimum of it is taken anyway.
    """
    sizes = look.sizes
    room = max(room - NAME_GAP - _EDGE, sizes.label * _FEWEST)
    aim, most = min(sizes.names, room), min(sizes.names_most, room)
    broken = [wrap(name, aim, sizes.label, SEMIBOLD, most=most) for name in names]
    width = max((widest(lines, sizes.label, SEMIBOLD) for lines in broken), default=0.0)
    return broken, width + NAME_GAP + _EDGE


def write_names(
    drawing: Drawing, broken: Sequence[Sequence[str]], at: Sequence[float], weights: Sequence[int]
) -> None:
    """Write the names right-aligned beside the plot, each on its row."""
    for lines, y, weight in zip(broken, at, weights, strict=True):
        drawing.write([plain(line, weight) for line in lines], x=0, y=y, anchor="right", dx=-NAME_GAP, name="name")
