"""What a report says: a message, a picture of it, and the way to the rows behind every mark.

A panel is finished in words and numbers and knows nothing of how it is drawn; the page, the workbook and the
slides draw the same one. Shares are 0..1, money is in the reporting currency, `None` is undefined.
"""

from __future__ import annotations

from dataclasses import dataclass

from .bullets import Bullet, Bullets
from .calibration import Calibration, Stated
from .choices import Amount, Choice, Day, Pick
from .coverage import Coverage, Within
from .flows import Bridge, Curve, Curves, Level, Part, Span, Watched
from .forecasts import Factor, Fan, FanPoint, Product, Spread
from .listing import Align, ListColumn, Listing, ListRow
from .lorenz import Lorenz, Portion
from .marks import Drill, Share, Verdict
from .multiples import Multiples, Small, SmallBar
from .over_time import Card, Point, Trend
from .shares import Bar, Bars, Cell, Dot, Forest, Funnel, HeatMap, HeatRow, Step
from .slopes import Slope, Slopes

__all__ = [
    "Align",
    "Amount",
    "Bar",
    "Bars",
    "Bridge",
    "Bullet",
    "Bullets",
    "Calibration",
    "Card",
    "Cell",
    "Choice",
    "Coverage",
    "Curve",
    "Curves",
    "Day",
    "Dot",
    "Drill",
    "Empty",
    "Factor",
    "Fan",
    "FanPoint",
    "Forest",
    "Funnel",
    "HeatMap",
    "HeatRow",
    "Level",
    "ListColumn",
    "ListRow",
    "Listing",
    "Lorenz",
    "Multiples",
    "Panel",
    "Part",
    "Pick",
    "Picture",
    "Point",
    "Portion",
    "Product",
    "Share",
    "Slope",
    "Slopes",
    "Small",
    "SmallBar",
    "Span",
    "Spread",
    "Stated",
    "Step",
    "Trend",
    "Verdict",
    "Watched",
    "Within",
]


@dataclass(frozen=True, slots=True)
class Empty:
    """Why there is nothing to draw, what would be seen, and what to do about it."""

    why: str
    would_show: str
    action: str = ""


Picture = (
    Funnel
    | HeatMap
    | Bars
    | Forest
    | Trend
    | Card
    | Listing
    | Bridge
    | Curves
    | Multiples
    | Bullets
    | Fan
    | Product
    | Slopes
    | Calibration
    | Coverage
    | Lorenz
    | Empty
)


@dataclass(frozen=True, slots=True)
class Panel:
    """One message with its picture. `key` is stable ("funnel.steps"); the words are in the reader's language."""

    key: str
    title: str
    subtitle: str
    picture: Picture
    foot: str = ""
    choices: tuple[Choice, ...] = ()
    """What the reader may set, in the order in which it is asked."""
    advice: tuple[str, ...] = ()
    """Sentences under the picture: what might be done, as a hypothesis with the way to test it."""
