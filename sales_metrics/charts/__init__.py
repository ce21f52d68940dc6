"""Pictures of panels as Plotly figures; the same panel always gives the same figure."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from ..model.panel import (
    Bars,
    Bridge,
    Bullets,
    Calibration,
    Card,
    Coverage,
    Curves,
    Empty,
    Fan,
    Forest,
    Funnel,
    HeatMap,
    Listing,
    Lorenz,
    Multiples,
    Panel,
    Product,
    Slopes,
    Trend,
)
from ..model.text import Language
from . import (
    bars,
    bridge,
    bullets,
    calibration,
    card,
    coverage,
    curves,
    empty,
    fan,
    forest,
    funnel,
    heat_map,
    listing,
    lorenz,
    multiples,
    product,
    slopes,
    trend,
)
from .canvas import Look
from .drills import drills
from .theme import ThemeName, Width, sizes_of, theme_of

__all__ = ["FIGURE_CONFIG", "ThemeName", "Width", "drills", "figure"]

FIGURE_CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "doubleClick": False,
    "showTips": False,
}
"""What Plotly in the browser is told: no buttons, no zooming; the page scrolls, not the chart."""


def figure(panel: Panel, *, theme: ThemeName, width: Width, lang: Language, overview: bool = False) -> go.Figure:
    """Return the picture of a panel.

    The figure has a fixed height and takes the width that it is given; it has no title, since the words of a
    panel belong to the page. `customdata` of a mark is an index into `drills(panel)`. `overview` leaves out
    intervals and side columns where the picture shares a row of the page with another. An empty series, an
    undefined share and an empty list of rows all have a figure.
    """
    look = Look(theme_of(theme), sizes_of(width), width, lang, overview)
    match panel.picture:
        case Funnel() as picture:
            return funnel.draw(picture, look)
        case HeatMap() as picture:
            return heat_map.draw(picture, look)
        case Bars() as picture:
            return bars.draw(picture, look)
        case Forest() as picture:
            return forest.draw(picture, look)
        case Trend() as picture:
            return trend.draw(picture, look)
        case Listing() as picture:
            return listing.draw(picture, look)
        case Multiples() as picture:
            return multiples.draw(picture, look)
        case Fan() as picture:
            return fan.draw(picture, look)
        case Product() as picture:
            return product.draw(picture, look)
        case Slopes() as picture:
            return slopes.draw(picture, look)
        case Calibration() as picture:
            return calibration.draw(picture, look)
        case Card() as picture:
            return card.draw(picture, look)
        case Bridge() as picture:
            return bridge.draw(picture, look)
        case Curves() as picture:
            return curves.draw(picture, look)
        case Bullets() as picture:
            return bullets.draw(picture, look)
        case Coverage() as picture:
            return coverage.draw(picture, look)
        case Lorenz() as picture:
            return lorenz.draw(picture, look)
        case Empty() as picture:
            return empty.draw(picture, look)
