"""The funnel: one bar per stage, conversion and losses in the gap below it."""

from __future__ import annotations

from typing import Final

import plotly.graph_objects as go

from ..model.panel import Funnel
from ..text.numbers import number
from .canvas import NAME_GAP, Drawing, Look, Margins, Place
from .funnel_stages import (
    EDGE,
    PROVEN,
    column_width,
    draw_bars,
    first_that_fits,
    longest,
    name_stages,
    onward_lines,
    rest_line,
    write_counts,
    write_head,
)
from .lines import GAP, Line, Run, line_width, plain, strong
from .measure import shorten, text_width
from .names import names_column
from .words import word

MOST_WITH_GAPS: Final = {"laptop": 8, "phone": 100, "slide": 6}
"""With more stages than this the conversion stands in a column beside the bar instead of the gap."""
HEAD: Final = 46
_COLUMN_GAP: Final = 28
_LEAST_PLOT: Final = 8
"""Width that is kept for the bars, in type sizes."""


def draw(picture: Funnel, look: Look) -> go.Figure:
    """Return the figure of a funnel with any number of stages, none included."""
    if look.phone:
        return _phone(picture, look)
    if len(picture.steps) > MOST_WITH_GAPS[look.width]:
        return _with_columns(picture, look)
    return _with_gaps(picture, look)


def _with_gaps(picture: Funnel, look: Look) -> go.Figure:
    steps, sizes, theme = picture.steps, look.sizes, look.theme
    drawing = Drawing(look)
    money_head, rest_head = word("money", look.lang, picture.words), word("gone", look.lang, picture.words)
    money = column_width(look, money_head, [step.money_text for step in steps])
    rests = [rest_line(step, picture, look) for step in steps[:-1]]
    show_rest = not look.overview and any(rests)
    money_edge = EDGE + money if any(step.money_text for step in steps) else 0
    rest_edge = money_edge + _COLUMN_GAP + text_width(rest_head, sizes.axis) if show_rest else money_edge
    spare = look.narrowest - rest_edge - EDGE - _LEAST_PLOT * sizes.label
    broken, left = names_column(look, [step.label for step in steps], spare)
    draw_bars(drawing, picture, width=0.5)
    write_counts(drawing, picture, look.narrowest - left - rest_edge - EDGE)
    name_stages(drawing, broken)
    room = look.narrowest - left
    for at, step in enumerate(steps[:-1]):
        rest = rests[at] if show_rest else ()
        taken = line_width(rest, sizes.axis) + _COLUMN_GAP if rest else 0
        onward = first_that_fits(onward_lines(step, picture, look), room - taken - EDGE, sizes.axis)
        colour = theme.verdict_text(step.verdict)
        drawing.write(onward, x=0, y=at + 0.5, dx=EDGE, size=sizes.axis, colour=colour, name="onward")
        if rest:
            edge = Place(x=1, y=at + 0.5, anchor="right", dx=rest_edge)
            drawing.write(rest, **edge, size=sizes.axis, colour=colour, name="rest")

    write_head(drawing, word("count", look.lang, picture.words), x=0, dx=0)
    if money_edge:
        write_head(drawing, money_head, x=1, dx=money_edge)
    if show_rest:
        write_head(drawing, rest_head, x=1, dx=rest_edge)
    for at, step in enumerate(steps):
        drawing.write(plain(step.money_text), x=1, y=at, anchor="right", dx=money_edge, name="money")
    head = HEAD * sizes.axis / 15
    return drawing.figure(
        height=head + sizes.stage * max(len(steps), 1),
        margins=Margins(left, rest_edge + EDGE, head, 0),
        x_range=(0, longest(steps)),
        y_range=(max(len(steps), 1) - 0.5, -0.5),
    )


def _with_columns(picture: Funnel, look: Look) -> go.Figure:
    steps, sizes, lang = picture.steps, look.sizes, look.lang
    drawing = Drawing(look)
    columns: list[tuple[str, list[Line]]] = [
        (word("money", lang, picture.words), [plain(step.money_text) for step in steps]),
        (word("onward", lang, picture.words), [onward_lines(step, picture, look)[-1] for step in steps]),
    ]
    if not look.overview:
        lost = [plain(number(step.lost, lang) if step.onward else "") for step in steps]
        still = [plain(number(step.open, lang) if step.onward else "") for step in steps]
        columns += [(word("lost", lang, picture.words), lost), (word("open", lang, picture.words), still)]
    columns = [(head, lines) for head, lines in columns if any(line_width(line, sizes.label) for line in lines)]
    gap = _COLUMN_GAP
    edge = float(EDGE - gap)
    for head, lines in columns:
        widths = [line_width(line, sizes.label) for line in lines]
        edge += gap + max(text_width(head, sizes.axis), *widths)
        write_head(drawing, head, x=1, dx=edge)
        for at, (step, line) in enumerate(zip(steps, lines, strict=True)):
            told = step.verdict in PROVEN and head != columns[0][0]
            colour = look.theme.verdict_text(step.verdict) if told else None
            drawing.write(line, x=1, y=at, anchor="right", dx=edge, colour=colour, name="column")
    write_head(drawing, word("count", lang, picture.words), x=0, dx=0)
    spare = look.narrowest - edge - EDGE - _LEAST_PLOT * sizes.label
    broken, left = names_column(look, [step.label for step in steps], spare)
    draw_bars(drawing, picture, width=0.5)
    write_counts(drawing, picture, look.narrowest - left - edge - EDGE)
    name_stages(drawing, broken)
    top = HEAD * sizes.axis / 15
    return drawing.figure(
        height=top + sizes.stage_many * len(steps),
        margins=Margins(left, edge + EDGE, top, 0),
        x_range=(0, longest(steps)),
        y_range=(len(steps) - 0.5, -0.5),
    )


def _phone(picture: Funnel, look: Look) -> go.Figure:
    steps, sizes, theme = picture.steps, look.sizes, look.theme
    drawing = Drawing(look)
    bar, above, below = 30.0, 28.0, 31.0
    draw_bars(drawing, picture, width=bar / sizes.stage)
    room = look.narrowest - 2 * EDGE
    for at, step in enumerate(steps):
        figures = (strong(number(step.count, look.lang)), Run(f"{GAP}{step.money_text}" if step.money_text else ""))
        most = room - line_width(figures, sizes.label) - NAME_GAP
        name = shorten(step.label, most, sizes.label)
        drawing.write(plain(name), x=0, y=at, dx=2, dy=-above, name="name")
        drawing.write(figures, x=1, y=at, anchor="right", dx=-2, dy=-above, name="figures")
        if at == len(steps) - 1:
            continue
        rest = () if look.overview else rest_line(step, picture, look)
        taken = line_width(rest, sizes.axis) + NAME_GAP if rest else 0
        onward = first_that_fits(onward_lines(step, picture, look), room - taken, sizes.axis)
        colour = theme.verdict_text(step.verdict)
        drawing.write(onward, x=0, y=at, dx=2, dy=below, size=sizes.axis, colour=colour, name="onward")
        if rest:
            edge = Place(x=1, y=at, anchor="right", dx=-2, dy=below)
            drawing.write(rest, **edge, size=sizes.axis, colour=colour, name="rest")
    return drawing.figure(
        height=sizes.stage * max(len(steps), 1) + 4,
        margins=Margins(EDGE / 2, EDGE / 2, 4, 0),
        x_range=(0, longest(steps)),
        y_range=(max(len(steps), 1) - 0.5, -0.5),
    )
