"""What changed since the last meeting: from the open deals of one day to those of another, move by move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bridge, Day, Drill, Panel, Part, Span
from ..model.period import Period
from ..text.dates import day, day_on_axis
from ..text.numbers import counts, money, money_scale, money_unit, number, signed
from ..text.plural import CHANGES, DEALS, counted
from . import pipeline_bridge_words as words
from .context import Context
from .histories import history_said
from .missing import missing_panel, nothing_panel
from .shares import rows_of

KEY: Final = "pipeline.bridge"
_Level = tuple[float, int, int]
"""The amount of open deals, how many they are, and how many of them have no amount."""


_Moves = Mapping[str, Any]
"""The measured movements by their names."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: date
    end: date

    @property
    def between(self) -> Period:
        """The days on which something moved: after the first day, up to the last."""
        return Period(self.start + timedelta(days=1), self.end)


def bridge_panel(context: Context) -> Panel:
    """Return the bridge between two days that the reader may set.

    By default these are the days of the last two uploads that changed something, as far as they are known, and
    otherwise the last two Mondays.
    """
    moves, title = METRICS["pipeline_moves"], context.say(words.NAME)
    absent = missing_panel(KEY, title, moves, words.WOULD_SHOW, context)
    if absent:
        return absent
    days = _days(context)
    if not days:
        return nothing_panel(KEY, title, context)
    choices = _choices(days, context)
    stretch = _stretch(choices)
    opening, closing = (_level(on, context) for on in (stretch.start, stretch.end))
    bare = (closing[2], closing[1])
    found = {str(row.move): row for row in rows_of(_measured("pipeline_moves", stretch.between, context))}
    if not opening[1] and not closing[1] and not found:
        return replace(nothing_panel(KEY, title, context), choices=choices)
    sizes = [abs(opening[0]), abs(closing[0]), *(abs(row.total) for row in found.values())]
    scale = money_scale(max(sizes))
    picture = _bridge(stretch, (opening, closing), found, scale, context)
    unit = money_unit(scale, context.language, context.currency)
    start, end = (day(on, context.language) for on in (stretch.start, stretch.end))
    return Panel(
        key=KEY,
        title=_title(opening[0], closing[0], bare, found, context),
        subtitle=context.say(words.SUBTITLE, unit=unit, start=start, end=end).replace(", ,", ","),
        picture=picture,
        foot=_foot(bare, found, context),
        choices=choices,
    )


def last_mondays(last: date) -> tuple[date, date]:
    """Return the last two Mondays up to a day."""
    monday = last - timedelta(days=last.weekday())
    return monday - timedelta(days=7), monday


def _days(context: Context) -> list[date]:
    """Return the days on which anything moved at all, whatever the filters: the bounds of the choice."""
    found = METRICS["pipeline_moves"].measure(context.tables, by=("month",))["month"].dropna()
    return sorted(pd.Timestamp(month).date() for month in found)


def _choices(months: list[date], context: Context) -> tuple[Day, Day]:
    uploads = _upload_days(context)
    last = max([context.today, *uploads[-1:]])
    first = min(months[0], last)
    start, end = uploads[-2:] if len(uploads) > 1 else last_mondays(last)
    if len(uploads) == 1:
        start, end = uploads[0] - timedelta(days=7), uploads[0]
    return (
        context.day_of("bridge_from", context.say(words.FROM), max(start, first), first, last),
        context.day_of("bridge_to", context.say(words.TO), max(end, first), first, last),
    )


def _upload_days(context: Context) -> list[date]:
    """Return the days of uploads that changed amounts or expected days, as far as history was inferred."""
    days: set[date] = set()
    for table in ("amount_changes", "slips"):
        if context.tables.present(table):
            rows = context.tables.fetch(context.tables[table].select("_key", "changed_on").distinct())
            inferred = rows[rows["_key"].str.startswith("inferred:")]["changed_on"].dropna()
            days |= {pd.Timestamp(on).date() for on in inferred.unique()}
    return sorted(days)


def _stretch(choices: tuple[Day, Day]) -> _Stretch:
    start, end = sorted(choice.chosen for choice in choices)
    return _Stretch(start if start < end else end - timedelta(days=1), end)


def _measured(metric: str, period: Period, context: Context) -> pd.DataFrame:
    return METRICS[metric].measure(context.tables, filters=replace(context.filters, period=period))


def _level(on: date, context: Context) -> _Level:
    row = _measured("open_pipeline", Period(None, on), context).iloc[0]
    return float(row["total"]), int(row["n"]), int(row["unpriced"])


def _bridge(
    stretch: _Stretch,
    ends: tuple[_Level, _Level],
    found: _Moves,
    scale: int,
    context: Context,
) -> Bridge:
    size = max(abs(level[0]) for level in ends) / 10**scale
    decimals = 0 if scale == 0 or size >= 100 else 1

    def end_of(on: date, level: _Level) -> Span:
        label = context.say(words.OPEN_ON, day=day_on_axis(on, context.language))
        text = number(level[0] / 10**scale, context.language, decimals)
        under = counted(level[1], context.language, DEALS)
        return Span(label, level[0], text, under, Drill("open_pipeline", period=Period(None, on)), Part.END)

    def move_of(name: str) -> Span:
        row = found[name]
        forms = CHANGES if name in ("grown", "shrunk") else DEALS
        return Span(
            label=context.say(words.LABELS[name]),
            value=float(row.total),
            text=signed(row.total / 10**scale, context.language, decimals),
            under=counted(int(row.n), context.language, forms),
            drill=Drill("pipeline_moves", MappingProxyType({"move": name}), "total", stretch.between),
            part=words.PARTS[name],
        )

    def inside() -> Span | None:
        row = found.get("slipped")
        if row is None:
            return None
        amount = number(row.at_stake / 10**scale, context.language, decimals)
        return Span(
            label=context.say(words.SLIPPED),
            value=float(row.at_stake),
            text=f"{amount}, {counted(int(row.n), context.language, DEALS)}",
            under="",
            drill=Drill("pipeline_moves", MappingProxyType({"move": "slipped"}), "n", stretch.between),
            part=Part.LESS,
        )

    moves = (move_of(name) for name in words.LABELS if name in found)
    return Bridge((end_of(stretch.start, ends[0]), *moves, end_of(stretch.end, ends[1])), inside())


def _title(opening: float, closing: float, bare: tuple[int, int], found: _Moves, context: Context) -> str:
    if bare[0] > words.UNPRICED_FROM * bare[1]:
        return context.say(words.UNPRICED, bare=counts(*bare, context.language))
    by = closing - opening
    sums = {name: abs(row.total) for name, row in found.items() if row.total * by > 0}
    if abs(by) < 0.005 or not sums:
        return context.say(words.STAYED, level=money(closing, context.language, context.currency))
    cause = context.say(words.CAUSES[max(sums, key=lambda name: sums[name])])
    change = money(abs(by), context.language, context.currency)
    return context.say(words.GREW if by > 0 else words.FELL, by=change, cause=cause)


def _foot(bare: tuple[int, int], found: _Moves, context: Context) -> str:
    parts = [context.say(words.FOOT)]
    if "grown" in found or "shrunk" in found:
        parts.append(context.say(words.FOOT_CHANGES))
    parts.append(context.say(words.FOOT_PERIOD))
    if bare[0]:
        parts.append(context.say(words.FOOT_UNPRICED, bare=counts(*bare, context.language)))
    if "advanced" in found:
        parts.append(context.say(words.FOOT_ADVANCED, n=number(found["advanced"].n, context.language)))
    parts.append(history_said("amount_changes", context) or context.say(words.FOOT_AMOUNTS))
    undated = _undated(context)
    if undated:
        parts.append(context.say(words.FOOT_UNDATED, n=number(undated, context.language)))
    return " ".join([*parts, context.as_of])


def _undated(context: Context) -> int:
    whole = replace(context.filters, period=Period())
    every = METRICS["conversion"].measure(context.tables, filters=whole)["n"].iloc[0]
    came = METRICS["pipeline_moves"].measure(context.tables, filters=whole)
    return int(every) - int(came.loc[came["move"] == "new", "n"].sum())
