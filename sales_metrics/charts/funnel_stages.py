"""The parts of a funnel: its bars, and the words about the way from one stage to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go

from ..model.panel import Funnel, Step, Verdict
from ..text.numbers import counts, interval_percent, number, percent
from .canvas import Anchor, Drawing, Look, Place, hovering, stroke_of
from .lines import GAP, Line, Run, line_width, plain, strong
from .measure import SEMIBOLD, text_width
from .names import write_names
from .words import SIGNS, hover_line, word

PROVEN: Final = (Verdict.BETTER, Verdict.WORSE)
EDGE: Final = 8


def draw_bars(drawing: Drawing, picture: Funnel, *, width: float) -> None:
    """Draw a bar per stage, `width` of its row high, and an invisible one in each gap that opens the lost."""
    look, theme, lang, steps = drawing.look, drawing.look.theme, drawing.look.lang, picture.steps
    fills = [theme.accent if at == len(steps) - 1 else theme.mark for at in range(len(steps))]
    edge = stroke_of(look, "hollow_edge")
    drills: list[int] = []
    following = 0
    for at, step in enumerate(steps):
        drills.append(following)
        following += 1
        if step.lost_drill is not None:
            told = "".join(run.text for run in rest_line(step, picture, look))
            gap = (at + width / 2, at + 1 - width / 2)
            hover = hover_line(lang, step.label, told)
            drawing.target(x=(0, longest(steps)), y=gap, drill=following, hover=hover)
            following += 1
    drawing.mark(
        go.Bar(
            x=[step.count for step in steps],
            y=list(range(len(steps))),
            width=[width] * len(steps),
            orientation="h",
            marker={
                "color": [theme.ground if it.unfinished else fill for it, fill in zip(steps, fills, strict=True)],
                "line": {"color": fills, "width": [edge if step.unfinished else 0 for step in steps]},
            },
            customdata=drills,
            **hovering([hover_line(lang, it.label, number(it.count, lang), it.money_text) for it in steps]),
        )
    )


def write_counts(drawing: Drawing, picture: Funnel, plot: float) -> None:
    """Write the counts in the bars, and behind those that are too short in a plot of `plot` px."""
    theme, size, steps = drawing.look.theme, drawing.look.sizes.strong, picture.steps
    for at, step in enumerate(steps):
        figure = plain(number(step.count, drawing.look.lang), SEMIBOLD)
        inside = step.count / longest(steps) * plot > line_width(figure, size) + 2 * EDGE
        fill = theme.accent if at == len(steps) - 1 else theme.mark
        ink = theme.ink_on(theme.ground if step.unfinished else fill) if inside else theme.text
        place = Place(
            x=step.count, xref="x", y=at, anchor="right" if inside else "left", dx=-EDGE if inside else EDGE
        )
        drawing.write(figure, **place, size=size, colour=ink, name="count")


def name_stages(drawing: Drawing, broken: Sequence[Sequence[str]]) -> None:
    """Write the names of the stages, the first and the last one in a heavier weight."""
    ends = (0, len(broken) - 1)
    weights = [SEMIBOLD if at in ends else 400 for at in range(len(broken))]
    write_names(drawing, broken, range(len(broken)), weights)


def onward_lines(step: Step, picture: Funnel, look: Look) -> list[Line]:
    """Return the words for the way to the next stage, longest first; an empty line behind the last stage."""
    share = step.onward
    if share is None:
        return [()]
    if share.value is None:
        return [(Run("↓ "), Run(counts(share.k, share.n, look.lang)))]
    short: Line = (Run("↓ "), strong(percent(share.value, look.lang)))
    interval = interval_percent(share.low, share.high, look.lang)
    ways = [short] if step.verdict not in PROVEN else [(*short, Run(f"{GAP}{SIGNS[step.verdict]}"))]
    before = step.before.value if step.before is not None else None
    if step.verdict in PROVEN and before is not None:
        was = f"{word('was', look.lang, picture.words)} {percent(before, look.lang)}"
        ways.insert(0, (*short, Run(f"{GAP}{SIGNS[step.verdict]} {was}")))
    if interval and not look.overview:
        ways.insert(0, (*short, Run(f"{GAP}{interval}"), *ways[0][len(short) :]))
    return ways


def rest_line(step: Step, picture: Funnel, look: Look) -> Line:
    """Return who went no further: lost, still open; nothing where both are zero."""
    runs: list[Run] = []
    for name, n in (("lost", step.lost), ("open", step.open)):
        if n:
            figure = number(n, look.lang)
            runs.append(Run(f"{' · ' if runs else ''}{word(name, look.lang, picture.words)} "))
            runs.append(strong(figure) if name == "lost" else Run(figure))
    if step.unfinished:
        runs += [Run(" · " if runs else ""), Run(word("young", look.lang, picture.words))]
    return tuple(runs)


def first_that_fits(ways: Sequence[Line], most: float, size: float) -> Line:
    """Return the first line that is at most `most` px wide, or the last one."""
    return next((way for way in ways if line_width(way, size) <= most), ways[-1])


def write_head(drawing: Drawing, text: str, *, x: float, dx: float) -> None:
    """Write the heading of a column, at the left of the plot (x = 0) or right-aligned beside it (x = 1)."""
    sizes, theme = drawing.look.sizes, drawing.look.theme
    anchor: Anchor = "right" if x else "left"
    place = Place(x=x, y=1, yref="paper", anchor=anchor, dx=dx, dy=-sizes.axis * 1.1)
    drawing.write(plain(text), **place, size=sizes.axis, colour=theme.muted, name="head")


def column_width(look: Look, head: str, texts: Sequence[str]) -> float:
    """Return the width of a column in px, its heading included."""
    sizes = look.sizes
    return max([text_width(head, sizes.axis), *(text_width(text, sizes.label) for text in texts)])


def longest(steps: Sequence[Step]) -> float:
    """Return the end of the axis: the largest count, or 1 where all are zero."""
    return max([1, *(step.count for step in steps)])
