"""Whether those who may be dissatisfied are asked less often, also with one manager at a time."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Drill, ListColumn, Listing, ListRow, Panel, Verdict
from ..statistics.comparison import Comparison, two
from ..statistics.nonresponse import representativity
from ..statistics.strata import Stratified, within_strata
from ..text.numbers import UNDEFINED, counts, k_of_n, number, percent, points, signed_points, span
from . import survey_words as words
from .context import BY_COMPLETION, Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of, verdict_of
from .survey_measures import cells_of

KEY: Final = "surveys.signs"
PAIRS: Final = (("late", "in_time"), ("returned", "not_returned"), ("low_before", "good_before"))


@dataclass(frozen=True, slots=True)
class _Sign:
    name: str
    bad: Any
    good: Any
    told: Comparison
    within: Stratified


def signs_panel(context: Context) -> Panel:
    """Return coverage with and without each sign of trouble that the data have."""
    metric, title = METRICS["coverage_by_sign"], context.say(words.SIGNS_NAME)
    absent = missing_panel(KEY, title, metric, words.SIGNS_WOULD, context)
    if absent:
        return absent
    by_manager = metric.measure(context.tables, by=("manager",), filters=context.filters)
    whole = metric.gathered(by_manager).set_index("sign")
    delta = context.rule("practical_difference")
    signs = [_sign(pair, whole, by_manager, delta) for pair in PAIRS if all(one in whole.index for one in pair)]
    if not signs:
        return nothing_panel(KEY, title, context)
    heads = (words.SIGN, words.WITH_SIGN, words.WITHOUT, words.DIFFERENCE, words.INSIDE)
    columns = tuple(ListColumn(context.say(head)) for head in heads)
    subtitle = context.say(words.SIGNS_SUBTITLE, date=context.say(BY_COMPLETION), period=context.period)
    picture = Listing(columns, tuple(_row(sign, context) for sign in signs))
    return Panel(KEY, _title(signs, context), subtitle, picture, _foot(context))


def _sign(pair: tuple[str, str], whole: pd.DataFrame, by_manager: pd.DataFrame, delta: float) -> _Sign:
    bad, good = rows_of(whole.loc[list(pair)])
    sides = by_manager.pivot_table(index="manager", columns="sign", values=["k", "n"], dropna=False, fill_value=0)
    strata = within_strata(*(sides[part, one] for one in pair for part in ("k", "n")))
    return _Sign(pair[0], bad, good, two(bad.k, bad.n, good.k, good.n, delta=delta), strata)


def _row(sign: _Sign, context: Context) -> ListRow:
    language = context.language
    enough = bool(sign.bad.enough and sign.good.enough)
    say = k_of_n if enough else counts
    bad, good = (say(side.k, side.n, language) for side in (sign.bad, sign.good))
    told = sign.told
    difference = UNDEFINED
    if enough:
        bounds = span(round(told.low * 100), round(told.high * 100), language)
        difference = f"{signed_points(told.difference, language)} ({bounds})"
    within = context.say(words.WITHIN_ANSWERS[sign.within.answer]) if enough else UNDEFINED
    name = context.say(words.SIGN_NAMES[sign.name], **_limits(context))
    drill = Drill("coverage_by_sign", MappingProxyType({"sign": sign.name}), "rest")
    return ListRow((name, bad, good, difference, within), drill, verdict_of(told.answer, told.difference))


def _limits(context: Context) -> dict[str, str]:
    rules = {"days": "late_after_days", "within": "return_within_days", "low": "low_rating_at_most"}
    return {name: number(context.rule(rule), context.language) for name, rule in rules.items()}


def _title(signs: list[_Sign], context: Context) -> str:
    proven = [sign for sign in signs if verdict_of(sign.told.answer, sign.told.difference) is Verdict.WORSE]
    if not proven:
        return context.say(words.SIGNS_OPEN)
    worst = min(proven, key=lambda sign: sign.told.difference)
    bad, good = (percent(side.value, context.language) for side in (worst.bad, worst.good))
    return context.say(words.SIGNS_TITLES[worst.name], bad=bad, good=good)


def _foot(context: Context) -> str:
    cells = cells_of(context, "satisfied", context.filters.period)
    rated = cells["n"].sum()
    found = representativity(cells["asked"], cells["completed"], cells["k"].sum() / rated if rated else 0.5)
    r, bias = number(found.indicator, context.language, 2), points(found.bias, context.language)
    return f"{context.say(words.SIGNS_FOOT, r=r, bias=bias)} {context.as_of}"
