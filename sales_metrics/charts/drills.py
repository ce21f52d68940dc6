"""The ways from the marks of a picture to their rows, numbered as the marks carry them."""

from __future__ import annotations

from ..model.panel import Bars, Card, Drill, Fan, Forest, Funnel, HeatMap, Listing, Panel, Product, Slopes, Trend


def drills(panel: Panel) -> tuple[Drill, ...]:
    """Return every drill of a panel in reading order; `customdata` of a mark is an index into it.

    A funnel gives the drill of each stage and directly behind it that of the cases lost there, where it has
    one; a heat map goes row by row. A panel with nothing to draw has none.
    """
    match panel.picture:
        case Funnel(steps=steps):
            ways = (way for step in steps for way in (step.drill, step.lost_drill))
            return tuple(way for way in ways if way is not None)
        case HeatMap(rows=rows):
            return tuple(cell.drill for row in rows for cell in row.cells)
        case Bars(bars=bars):
            return tuple(bar.drill for bar in bars)
        case Forest(dots=dots):
            return tuple(dot.drill for dot in dots)
        case Trend(points=points):
            return tuple(point.drill for point in points)
        case Listing(rows=listed):
            return tuple(row.drill for row in listed)
        case Fan(points=moments):
            return tuple(point.drill for point in moments if point.fact is not None and point.drill is not None)
        case Product(factors=factors):
            return tuple(factor.drill for factor in factors if factor.drill is not None)
        case Slopes(slopes=lines):
            ways = (way for line in lines for way in (line.before_drill, line.after_drill))
            return tuple(way for way in ways if way is not None)
        case Card(drill=drill):
            return (drill,)
        case _:
            return ()
