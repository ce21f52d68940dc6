"""Plan and fact: a bar for what is done, a tick for the plan, and where the period is likely to end behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go

from ..model.panel import Bullet, Bullets
from .canvas import LINE_HEIGHT, NAME_GAP, Drawing, Look, Margins, Place, hovering, stroke_of
from .lines import GAP, Line, Run, line_width, plain, strong
from .measure import SEMIBOLD, shorten, text_width, widest, wrap
from .names import names_column, write_names
from .words import hover_line

_FACT: Final = 0.30
_FORECAST: Final = 0.62
_TICK: Final = 0.36
"""Half the height of a tick, in rows."""
_GAP: Final = 8
_COLUMN_GAP: Final = 22
_WORD_GAP: Final = 10
"""Between the words over the marks, at least."""
_ROUNDING: Final = 1e-6
_HEAD_GAP: Final = 14
_LEAST_PLOT: Final = 11
"""Width that is kept for the bars, in type sizes."""
_PHONE_FACT: Final = 13
_PHONE_FORECAST: Final = 26
_PHONE_ABOVE: Final = 25
_REACH: Final = 26
"""Size of the place round a tick that answers to a click, in px."""
_ALARM: Final = "▼\u00a0"


def draw(picture: Bullets, look: Look) -> go.Figure:
    """Return the figure of plan and fact with any number of rows; the order is that of the panel."""
    return _stacked(picture, look) if look.phone else _beside(picture, look)


def _beside(picture: Bullets, look: Look) -> go.Figure:
    bullets, sizes, theme = picture.bullets, look.sizes, look.theme
    drawing = Drawing(look)
    figures = [_figures(bullet) for bullet in bullets]
    facts = max([0.0, *(line_width(line, sizes.label) for line in figures)])
    shares = max([0.0, *(text_width(bullet.share_text, sizes.label) for bullet in bullets)])
    chances = max([0.0, *(text_width(_chance(bullet), sizes.label, SEMIBOLD) for bullet in bullets)])
    over_facts = _head(picture, "fact", facts + _COLUMN_GAP / 2 + shares, sizes.axis)
    over_chances = _head(picture, "chance", max(chances, 5 * sizes.axis), sizes.axis) if chances else []
    chances = max(chances, widest(over_chances, sizes.axis))
    share_at = _COLUMN_GAP + max(facts, widest(over_facts, sizes.axis) - _COLUMN_GAP / 2 - shares) + _COLUMN_GAP / 2
    chance_end = share_at + shares + (_COLUMN_GAP + chances if chances else 0)
    right = chance_end + _GAP
    spare = look.narrowest - right - _LEAST_PLOT * sizes.label
    broken, left = names_column(look, [bullet.label for bullet in bullets], spare)
    plot = max(look.narrowest - left - right, 1)
    most = _most(bullets)

    _marks(drawing, bullets, range(len(bullets)), fact=_FACT, forecast=_FORECAST, tick=_TICK)
    write_names(drawing, broken, range(len(bullets)), [SEMIBOLD if bullet.alarm else 400 for bullet in bullets])
    for at, bullet in enumerate(bullets):
        drawing.write(figures[at], x=1, y=at, dx=_COLUMN_GAP, name="figures")
        drawing.write(plain(bullet.share_text), x=1, y=at, dx=share_at, colour=theme.muted, name="share")
        drawing.write(
            plain(_chance(bullet), SEMIBOLD if bullet.alarm else 400),
            x=1,
            y=at,
            anchor="right",
            dx=chance_end,
            colour=theme.alarm_text if bullet.alarm else theme.text,
            name="chance",
        )
    lines = max([1, len(over_facts), len(over_chances)])
    head = sizes.axis * LINE_HEIGHT * lines + _HEAD_GAP
    place = Place(x=1, y=1, yref="paper", dx=_COLUMN_GAP, dy=-head / 2)
    drawing.write([plain(line) for line in over_facts], **place, size=sizes.axis, colour=theme.muted, name="head")
    place = Place(x=1, y=1, yref="paper", anchor="right", dx=chance_end, dy=-head / 2)
    drawing.write([plain(line) for line in over_chances], **place, size=sizes.axis, colour=theme.muted, name="head")
    _explain(drawing, picture, plot / most, plot, head)
    rows = max(len(bullets), 1)
    return drawing.figure(
        height=head + sizes.row * rows + _GAP,
        margins=Margins(left, right, head, _GAP),
        x_range=(0, most),
        y_range=(rows - 0.5, -0.5),
    )


def _stacked(picture: Bullets, look: Look) -> go.Figure:
    bullets, sizes, theme = picture.bullets, look.sizes, look.theme
    drawing = Drawing(look)
    row = sizes.row
    _marks(
        drawing,
        bullets,
        range(len(bullets)),
        fact=_PHONE_FACT / row,
        forecast=_PHONE_FORECAST / row,
        tick=_PHONE_FORECAST / row / 2 + 0.04,
    )
    room = look.narrowest - 2 * _GAP
    for at, bullet in enumerate(bullets):
        chance = Run(
            f"{GAP}{_chance(bullet)}" if bullet.chance_text else "",
            SEMIBOLD if bullet.alarm else 400,
            theme.alarm_text if bullet.alarm else theme.muted,
        )
        line = (*_figures(bullet), chance)
        weight = SEMIBOLD if bullet.alarm else 400
        name = shorten(bullet.label, room - line_width(line, sizes.label) - NAME_GAP, sizes.label, weight)
        drawing.write(plain(name, weight), x=0, y=at, dx=2, dy=-_PHONE_ABOVE, name="name")
        drawing.write(line, x=1, y=at, anchor="right", dx=-2, dy=-_PHONE_ABOVE, name="figures")
    rows = max(len(bullets), 1)
    return drawing.figure(
        height=row * rows + 12,
        margins=Margins(4, 4, 12, 0),
        x_range=(0, _most(bullets)),
        y_range=(rows - 0.5, -0.5),
    )


def _marks(
    drawing: Drawing,
    bullets: Sequence[Bullet],
    places: Sequence[float],
    *,
    fact: float,
    forecast: float,
    tick: float,
) -> None:
    look, theme = drawing.look, drawing.look.theme
    if not bullets:
        return
    most = _most(bullets)
    hovers = [hover_line(look.lang, one.label, one.text, one.share_text, _chance(one)) for one in bullets]
    ahead = [at for at, one in enumerate(bullets) if one.low is not None and one.high is not None]
    for at, y in enumerate(places):
        drawing.target(x=(0, most), y=(y - 0.45, y + 0.45), drill=2 * at, hover=hovers[at])
    if ahead:
        lows = [bullets[at].low or 0.0 for at in ahead]
        drawing.mark(
            go.Bar(
                x=[(bullets[at].high or 0.0) - low for at, low in zip(ahead, lows, strict=True)],
                base=lows,
                y=[places[at] for at in ahead],
                width=[forecast] * len(ahead),
                orientation="h",
                marker={"color": theme.band80, "line": {"width": 0}},
                customdata=[2 * at for at in ahead],
                **hovering([hovers[at] for at in ahead]),
            )
        )
    drawing.mark(
        go.Bar(
            x=[one.fact for one in bullets],
            y=list(places),
            width=[fact] * len(bullets),
            orientation="h",
            marker={"color": [theme.alarm if one.alarm else theme.mark for one in bullets], "line": {"width": 0}},
            customdata=[2 * at for at in range(len(bullets))],
            **hovering(hovers),
        )
    )
    width = stroke_of(look, "tick")
    for one, y in zip(bullets, places, strict=True):
        ends = (y - tick, y + tick)
        if one.due is not None:
            drawing.line(x=(one.due, one.due), y=ends, colour=theme.ground, width=width)
            drawing.line(x=(one.due, one.due), y=ends, colour=theme.text, width=width / 2, dash="dot")
        drawing.line(x=(one.plan, one.plan), y=ends, colour=theme.ground, width=width + 4)
        drawing.line(x=(one.plan, one.plan), y=ends, colour=theme.text, width=width)
    drawing.mark(
        go.Scatter(
            x=[one.plan for one in bullets],
            y=list(places),
            mode="markers",
            marker={"symbol": "square", "size": _REACH * look.sizes.stroke, "opacity": 0},
            customdata=[2 * at + 1 for at in range(len(bullets))],
            cliponaxis=False,
            **hovering([hover_line(look.lang, one.label, one.text, one.share_text) for one in bullets], opacity=0),
        )
    )


def _explain(drawing: Drawing, picture: Bullets, px_per_unit: float, plot: float, head: float) -> None:
    """Write over the marks of the first row what they are, as far as the words find room beside one another.

    The word of a tick stands over its middle, that of the forecast wherever over its bar it is free.
    """
    if not picture.bullets:
        return
    look, size = drawing.look, drawing.look.sizes.axis
    first = picture.bullets[0]
    ahead = None if first.low is None or first.high is None else (first.low, first.high)
    taken: list[tuple[float, float]] = []
    for name, mark in (("plan", _tick(first.plan)), ("due", _tick(first.due)), ("forecast", ahead)):
        word = picture.words.get(name, "")
        if mark is None or not word:
            continue
        low, high = (end * px_per_unit for end in mark)
        width = text_width(word, size)
        start = _free(low, high, width, taken, plot + _COLUMN_GAP - _WORD_GAP)
        if start is None:
            continue
        taken.append((start, start + width))
        colour = look.theme.text if name == "plan" else look.theme.muted
        middle = (start + width / 2) / px_per_unit
        over = Place(x=middle, xref="x", y=1, yref="paper", anchor="center", dy=-head / 2)
        drawing.write(plain(word), **over, size=size, colour=colour, name="mark")


def _tick(value: float | None) -> tuple[float, float] | None:
    return None if value is None else (value, value)


def _free(low: float, high: float, width: float, taken: list[tuple[float, float]], end: float) -> float | None:
    """Return where a word for a mark from `low` to `high` begins, all in px; `None` where it finds no room.

    Its middle stands over the mark, as near to the middle of that as other words allow.
    """
    centred = (low + high - width) / 2
    places = [centred]
    for other_start, other_end in taken:
        places += [other_start - _WORD_GAP - width, other_end + _WORD_GAP]
    for start in sorted(places, key=lambda place: abs(place - centred)):
        within = abs(start - centred) <= (high - low) / 2 and start >= 0 and start + width <= end
        if within and all(
            start > other_end + _WORD_GAP - _ROUNDING or other_start > start + width + _WORD_GAP - _ROUNDING
            for other_start, other_end in taken
        ):
            return start
    return None


def _head(picture: Bullets, name: str, aim: float, size: float) -> list[str]:
    words = picture.words.get(name, "")
    return wrap(words, aim, size) if words else []


def _figures(bullet: Bullet) -> Line:
    """Return "5.8 of 8.5" with the fact in bold."""
    done, space, rest = bullet.text.partition(" ")
    return (strong(done), Run(f"{space}{rest}"))


def _chance(bullet: Bullet) -> str:
    return f"{_ALARM}{bullet.chance_text}" if bullet.alarm and bullet.chance_text else bullet.chance_text


def _most(bullets: Sequence[Bullet]) -> float:
    ends = [end for one in bullets for end in (one.fact, one.plan, one.due, one.high) if end is not None]
    return max([0.0, *ends]) * 1.02 or 1.0
