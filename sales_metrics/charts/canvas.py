"""What all pictures are drawn with: texts as annotations, marks as traces, one figure at the end.

Vertical places are numbers of rows (0 is the first, 0.5 the gap after it) plus an offset in px; the height of a
figure and its margins are fixed, so both are known to the pixel. Only the width of the plot is left to the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, Required, TypedDict, Unpack

import plotly.graph_objects as go

from ..model.text import Language
from .lines import Line, escaped, markup
from .theme import CLEAR, FONT, Sizes, Theme, Width, strokes

LINE_HEIGHT: Final = 1.3
"""Of a text with several lines, as Plotly sets them."""
NAME_GAP: Final = 12
"""Between a name and the mark it belongs to, in px."""

Anchor = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that a picture depends on besides the panel itself."""

    theme: Theme
    sizes: Sizes
    width: Width
    lang: Language
    overview: bool = False
    """Whether the picture shares a row of the page with another: intervals and side columns are left out."""

    @property
    def phone(self) -> bool:
        """Whether names stand above their marks."""
        return self.width == "phone"

    @property
    def narrowest(self) -> float:
        """The width of a figure in px for which labels are still laid out without touching."""
        return self.sizes.narrowest_overview if self.overview else self.sizes.narrowest

    def stroke(self, px: float) -> float:
        """Return a line width or marker size for this width of screen."""
        return px * self.sizes.stroke


class Margins(NamedTuple):
    """Space round the plot in px."""

    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0


class Place(TypedDict, total=False):
    """Where a text stands, for `Drawing.write`: the middle of the text, and an offset in px."""

    x: Required[float]
    y: Required[float]
    xref: str
    yref: str
    anchor: Anchor
    dx: float
    dy: float


class Drawing:
    """A figure in the making: traces, texts and shapes in the order they were added."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._traces: list[Any] = []
        self._texts: list[dict[str, Any]] = []
        self._shapes: list[dict[str, Any]] = []
        self._targets: list[tuple[tuple[float, float], tuple[float, float], int, str]] = []

    def mark(self, trace: Any) -> None:
        """Add a trace."""
        self._traces.append(trace)

    def write(
        self,
        text: Line | list[Line],
        *,
        size: float | None = None,
        colour: str | None = None,
        name: str | None = None,
        **place: Unpack[Place],
    ) -> None:
        """Add a line or several, with the anchor at (x, y) moved `dx` px to the right and `dy` px down.

        Without `xref` and `yref` the place is a share of the width and a number of a row.
        """
        written = "<br>".join(markup(line) for line in (text if isinstance(text, list) else [text]))
        if not written:
            return
        anchor = place.get("anchor", "left")
        self._texts.append(
            {
                "text": written,
                "x": place["x"],
                "y": place["y"],
                "xref": place.get("xref", "paper"),
                "yref": place.get("yref", "y"),
                "xanchor": anchor,
                "yanchor": "middle",
                "xshift": place.get("dx", 0),
                "yshift": -place.get("dy", 0),
                "align": anchor,
                "showarrow": False,
                "borderpad": 0,
                "font": {"size": size or self.look.sizes.label, "color": colour or self.look.theme.text},
                **({"name": name} if name else {}),
            }
        )

    def line(
        self, *, x: tuple[float, float], y: tuple[float, float], colour: str, width: float, **more: Any
    ) -> None:
        """Add a straight line; `dash`, `xref`, `yref` and `layer` go through to Plotly."""
        dash = {"dash": more.pop("dash")} if "dash" in more else {}
        ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
        self._shapes.append({"type": "line", **ends, "line": {"color": colour, "width": width, **dash}, **more})

    def box(
        self,
        *,
        x: tuple[float, float],
        y: tuple[float, float],
        fill: str = CLEAR,
        edge: str = CLEAR,
        width: float = 0,
        **more: Any,
    ) -> None:
        """Add a rectangle; `xref`, `yref`, `layer` and `opacity` go through to Plotly."""
        ends = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
        self._shapes.append(
            {"type": "rect", **ends, "fillcolor": fill, "line": {"color": edge, "width": width}, **more}
        )

    def target(self, *, x: tuple[float, float], y: tuple[float, float], drill: int, hover: str) -> None:
        """Add an invisible field that answers to a click: all of a row, or the gap between two.

        The fields are one trace under all others, so that a mark on a field is found before it.
        """
        self._targets.append((x, y, drill, hover))

    def figure(
        self,
        *,
        height: float,
        margins: Margins,
        x_range: tuple[float, float],
        y_range: tuple[float, float],
        grid: Iterable[float] = (),
        hover_distance: int = 20,
    ) -> go.Figure:
        """Return the figure; `y_range` is (bottom, top) and `grid` the places of its horizontal lines."""
        theme = self.look.theme
        axis = {"fixedrange": True, "zeroline": False, "showgrid": False, "showticklabels": False, "ticks": ""}
        ticks = list(grid)
        lines = {"showgrid": True, "gridcolor": theme.line, "gridwidth": 1, "tickvals": ticks} if ticks else {}
        return go.Figure(
            data=[*self._fields(), *self._traces],
            layout={
                "template": "none",
                "paper_bgcolor": CLEAR,
                "plot_bgcolor": CLEAR,
                "showlegend": False,
                "font": {"family": FONT, "size": self.look.sizes.label, "color": theme.text},
                "height": round(height),
                "margin": {
                    "l": round(margins.left),
                    "r": round(margins.right),
                    "t": round(margins.top),
                    "b": round(margins.bottom),
                    "pad": 0,
                    "autoexpand": False,
                },
                "xaxis": {**axis, "range": list(x_range)},
                "yaxis": {**axis, "range": list(y_range), **lines},
                "barmode": "overlay",
                "bargap": 0,
                "hovermode": "closest",
                "hoverdistance": hover_distance,
                "dragmode": False,
                "hoverlabel": {
                    "bgcolor": theme.text,
                    "bordercolor": theme.text,
                    "font": {"family": FONT, "size": self.look.sizes.axis, "color": theme.ground},
                    "namelength": -1,
                    "align": "left",
                },
                "annotations": self._texts,
                "shapes": self._shapes,
            },
        )

    def _fields(self) -> list[Any]:
        if not self._targets:
            return []
        x, y, drills, hovers = zip(*self._targets, strict=True)
        field = go.Bar(
            x=[end - start for start, end in x],
            base=[start for start, _ in x],
            y=[(top + bottom) / 2 for top, bottom in y],
            width=[bottom - top for top, bottom in y],
            orientation="h",
            marker={"color": CLEAR, "line": {"width": 0}},
            customdata=list(drills),
            **hovering(hovers),
        )
        return [field]


def hovering(texts: Sequence[str], opacity: float = 1) -> dict[str, Any]:
    """Return what every trace with data has: plain text per mark, no paling on a click elsewhere."""
    return {
        "hovertext": [escaped(text) for text in texts],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "unselected": {"marker": {"opacity": opacity}},
    }


def stroke_of(look: Look, name: str) -> float:
    """Return a line width of the tokens for this width of screen."""
    return look.stroke(getattr(strokes(), name))


def rows_at(apart: Sequence[bool]) -> list[float]:
    """Return the places of rows, one apart, with a third of a row more wherever the department ends or begins."""
    places: list[float] = []
    for at, flag in enumerate(apart):
        if not places:
            places.append(0.0)
        else:
            places.append(places[-1] + 1 + (1 / 3 if flag != apart[at - 1] else 0))
    return places
