"""The ways from the marks of a picture to their rows, numbered as the marks carry them."""

from __future__ import annotations

from ..model.panel import (
    Bars,
    Bridge,
    Bullets,
    Calibration,
    Card,
    Coverage,
    Curves,
    Drill,
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


def drills(panel: Panel) -> tuple[Drill, ...]:
    """Return every drill of a panel in reading order; `customdata` of a mark is an index into it.

    A funnel gives the drill of each stage and directly behind it that of the cases lost there, where it has
    one; a heat map goes row by row; curves give won, lost, open and then the ages. A panel with nothing to draw
    has none.
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
        case Multiples(groups=groups):
            return tuple(bar.drill for group in groups for bar in group.bars if bar is not None)
        case Bullets(bullets=bullets):
            return tuple(way for bullet in bullets for way in (bullet.drill, bullet.plan_drill))
        case Fan(points=moments):
            return tuple(point.drill for point in moments if point.fact is not None and point.drill is not None)
        case Product(factors=factors):
            return tuple(factor.drill for factor in factors if factor.drill is not None)
        case Slopes(slopes=lines):
            ways = (way for line in lines for way in (line.before_drill, line.after_drill))
            return tuple(way for way in ways if way is not None)
        case Calibration(groups=stated):
            return tuple(one.drill for one in stated)
        case Card(drill=drill):
            return (drill,)
        case Bridge(spans=spans, inside=inside):
            return tuple(span.drill for span in (*spans, *([inside] if inside else [])))
        case Curves(won=won, lost=lost, open_drill=still, watched=watched):
            return (won.drill, lost.drill, still, *(one.drill for one in watched))
        case Coverage(points=points, within=bounds):
            pairs = zip(points, bounds, strict=True)
            return tuple(one.drill for pair in pairs for one in pair if one is not None)
        case Lorenz(portions=portions):
            return tuple(one.drill for one in portions)
        case _:
            return ()
