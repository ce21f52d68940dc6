"""Where the texts of a figure stand in px, for a page of a given width."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from sales_metrics.charts.measure import text_width

_RUN = re.compile(r"<span style=\"([^\"]*)\">(.*?)</span>|([^<]+)")
_CAPITALS = 0.9
"""Height of what is really drawn of one line, in type sizes."""


@dataclass(frozen=True)
class Box:
    text: str
    name: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 0.5


def boxes(figure: Any, width: float) -> list[Box]:
    return [_box(text, figure.layout, width) for text in figure.layout.annotations]


def plain_text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def _box(text: Any, layout: Any, width: float) -> Box:
    margin, size = layout.margin, text.font.size
    plot_width, plot_height = width - margin.l - margin.r, layout.height - margin.t - margin.b
    lines = text.text.split("<br>")
    wide = max(_line_width(line, size) for line in lines)
    high = size * (_CAPITALS + 1.3 * (len(lines) - 1))
    x = margin.l + _share(text.x, text.xref, layout.xaxis.range) * plot_width + text.xshift
    y = margin.t + (1 - _share(text.y, text.yref, layout.yaxis.range)) * plot_height - text.yshift
    left = {"left": x, "center": x - wide / 2, "right": x - wide}[text.xanchor]
    return Box(plain_text(text.text), text.name, left, left + wide, y - high / 2, y + high / 2)


def _share(value: float, ref: str, ends: Any) -> float:
    return value if ref == "paper" else float((value - ends[0]) / (ends[1] - ends[0]))


def _line_width(line: str, size: float) -> float:
    wide = 0.0
    for style, inside, outside in _RUN.findall(line):
        weight = re.search(r"font-weight:(\d+)", style)
        wide += text_width(html.unescape(inside or outside), size, int(weight[1]) if weight else 400)
    return wide
