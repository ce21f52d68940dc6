"""The small series under a key figure: no axes, no words, the target dashed."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import Card, Verdict
from .canvas import Drawing, Look, Margins, hovering, stroke_of
from .theme import strokes
from .words import hover_line

HEIGHT: Final = 46
_DOT: Final = 9
_LINE: Final = 2


def draw(picture: Card, look: Look) -> go.Figure:
    """Return the sparkline of a key figure; the last point is hollow while its period is running."""
    theme, series = look.theme, picture.series
    drawing = Drawing(look)
    known = [at for at, value in enumerate(series) if value is not None]
    last = len(series) - 1
    running = picture.unfinished and bool(known) and known[-1] == last
    ends = [value for value in series if value is not None]
    ends += [picture.target] if picture.target is not None and known else []
    low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
    room = (high - low) * 0.15 or 1.0

    if picture.target is not None and known:
        line: dict[str, Any] = {"width": stroke_of(look, "plan"), "dash": strokes().plan_dash, "layer": "below"}
        drawing.line(x=(0, max(last, 1)), y=(picture.target,) * 2, colour=theme.mark, **line)
    if known:
        x = list(range(len(series)))
        whole = [None if running and at == last else value for at, value in enumerate(series)]
        _line(drawing, x, whole)
        if running and len(series) > 1 and series[last - 1] is not None:
            _line(drawing, [last - 1, last], [series[last - 1], series[last]], dash=strokes().unfinished_dash)
        colour = (
            theme.text if picture.verdict not in (Verdict.BETTER, Verdict.WORSE) else theme.verdict(picture.verdict)
        )
        marker = {
            "size": look.stroke(_DOT),
            "color": theme.ground if running else colour,
            "opacity": 1,
            "line": {"color": colour, "width": look.stroke(2)},
        }
        end = known[-1]
        common = {"mode": "markers", "customdata": [0], **hovering([hover_line(look.lang, picture.value_text)])}
        drawing.mark(go.Scatter(x=[end], y=[series[end]], marker=marker, cliponaxis=False, **common))
    return drawing.figure(
        height=HEIGHT * look.sizes.stroke,
        margins=Margins(2, 10, 4, 4),
        x_range=(-0.1, max(last, 1) + 0.1),
        y_range=(low - room, high + room),
    )


def _line(drawing: Drawing, x: list[int], y: list[float | None], dash: str = "solid") -> None:
    look = drawing.look
    line = {"color": look.theme.muted, "width": look.stroke(_LINE), "dash": dash}
    drawing.mark(
        go.Scatter(x=x, y=y, mode="lines", line=line, connectgaps=False, cliponaxis=False, hoverinfo="skip")
    )
