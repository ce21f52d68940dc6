"""A panel with nothing to draw: why, what would be seen, what to do."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Empty
from .canvas import Drawing, Look, Margins
from .lines import plain
from .measure import SEMIBOLD, wrap

_LINES: Final = 4


def draw(picture: Empty, look: Look) -> go.Figure:
    """Return a figure of the height of a chart that says what is missing."""
    sizes, theme = look.sizes, look.theme
    drawing = Drawing(look)
    step = sizes.label * 1.5
    y = step
    for text, weight in ((picture.why, SEMIBOLD), (picture.would_show, 400), (picture.action, 400)):
        if not text:
            continue
        for line in wrap(text, look.narrowest - 16, sizes.label, weight, lines=_LINES):
            drawing.write(plain(line, weight), x=0, y=1, yref="paper", dy=y, colour=theme.muted, name="empty")
            y += step
        y += step / 3
    return drawing.figure(
        height=sizes.line_height_overview, margins=Margins(4, 4, 0, 0), x_range=(0, 1), y_range=(0, 1)
    )
