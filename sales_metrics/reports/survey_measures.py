"""How satisfied clients are: the bounds first, then what the asked said, then an estimate under weights."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Align, Drill, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..model.text import Text
from ..statistics.nonresponse import mean_bounds, mean_of_scores, share_interval, weighted
from ..text.numbers import UNDEFINED, interval_percent, k_of_n, number, percent, points, signed
from . import survey_words as words
from .context import BY_COMPLETION, Context, remembered
from .missing import missing_panel, nothing_panel

KEY: Final = "surveys.measures"
CELLS: Final = ("manager", "size", "pace")
"""Within these the weights take the unasked to be like the asked."""


class _Measured(NamedTuple):
    """A measure in total and per cell: the sum of the answers, how many answered, and how many orders there are."""

    metric: str
    whole: pd.Series[Any]
    cells: pd.DataFrame
    orders: float


def measures_panel(context: Context) -> Panel:
    """Return what is known of satisfaction under the filters."""
    metric, title = METRICS["satisfied"], context.say(words.MEASURES_NAME)
    absent = missing_panel(KEY, title, metric, words.MEASURES_WOULD, context)
    if absent:
        return absent
    cells = cells_of(context, metric.key, context.filters.period)
    whole = metric.gathered(cells).iloc[0]
    if not whole["completed"]:
        return nothing_panel(KEY, title, context)
    orders = float(whole["completed"])
    share = _Measured("satisfied", whole.rename({"k": "total"}), cells.rename(columns={"k": "total"}), orders)
    mean = _measured("survey_rating", cells, orders, context)
    rows = [_share_row(share, context), _mean_row(mean, context)]
    if not METRICS["net_promoter_score"].missing(context.tables):
        rows.append(_net_row(_measured("net_promoter_score", cells, orders, context), context))
    heads = (words.AMONG_ALL, words.AMONG_ASKED, words.ESTIMATE)
    columns = (
        ListColumn(context.say(words.MEASURE)),
        *(ListColumn(context.say(head)) for head in heads),
        ListColumn(context.say(words.KNOWN), Align.RIGHT),
    )
    subtitle = context.say(words.MEASURES_SUBTITLE, date=context.say(BY_COMPLETION), period=context.period)
    foot = f"{context.say(words.MEASURES_FOOT)} {context.as_of}"
    picture = Listing(columns, tuple(rows))
    return Panel(KEY, _title(share, context), subtitle, picture, foot, advice=_advice(share, mean, context))


@remembered
def cells_of(context: Context, key: str, period: Period) -> pd.DataFrame:
    """Return a measure of a period by the cells of the weights. Not to be altered."""
    return METRICS[key].measure(context.tables, by=CELLS, filters=replace(context.filters, period=period))


def _measured(key: str, cells: pd.DataFrame, orders: float, context: Context) -> _Measured:
    own = cells_of(context, key, context.filters.period)
    whole = METRICS[key].gathered(own).iloc[0]
    # All completed orders are facts of both, so their groups are the same and in the same order.
    return _Measured(key, whole, own.assign(completed=cells["completed"].to_numpy()), orders)


def _share_row(found: _Measured, context: Context) -> ListRow:
    language, whole = context.language, found.whole
    low, high = _bounds(found, 0.0, 1.0)
    wide = share_interval(float(whole["total"]), float(whole["n"]), found.orders)
    asked = k_of_n(whole["total"], whole["n"], language) if whole["enough"] else ""
    asked += f" {interval_percent(whole['low'], whole['high'], language)}" if whole["enough"] else ""
    all_ = f"{number(low * 100, language)}–{percent(high, language)} {interval_percent(*wide, language)}"
    estimate = weighted(found.cells["total"], found.cells["n"], found.cells["completed"])
    value = percent(estimate.value, language)
    return _row(words.SATISFIED_ROW, found, all_, asked, _estimate(value, estimate.effective, context), context)


def _mean_row(found: _Measured, context: Context) -> ListRow:
    language, whole = context.language, found.whole
    bounds = _span(context, *(number(end, language, 2) for end in _bounds(found, 1.0, 5.0)))
    scores = METRICS["survey_rating"].measure(context.tables, by=("score",), filters=context.filters)
    scores = scores[scores["score"].notna()]
    low, high = mean_of_scores(scores["n"], scores["score"])
    asked = f"{number(whole['value'], language, 2)} [{number(low, language, 2)}–{number(high, language, 2)}]"
    estimate = weighted(found.cells["total"], found.cells["n"], found.cells["completed"])
    value = _estimate(number(estimate.value, language, 2), estimate.effective, context)
    return _row(words.MEAN_ROW, found, bounds, asked if whole["n"] >= 10 else "", value, context)


def _net_row(found: _Measured, context: Context) -> ListRow:
    whole = found.whole
    bounds = _span(context, *(_net(end, context) for end in _bounds(found, -1.0, 1.0)))
    near = _span(context, *(_net(whole[end], context) for end in ("low", "high")))
    asked = f"{_net(whole['value'], context)} ({near})" if whole["enough"] else ""
    estimate = weighted(found.cells["total"], found.cells["n"], found.cells["completed"])
    value = _estimate(_net(estimate.value, context), estimate.effective, context)
    return _row(words.NPS_ROW, found, bounds, asked, value, context)


def _row(name: Text, found: _Measured, all_: str, asked: str, estimate: str, context: Context) -> ListRow:
    n = float(found.whole["n"])
    told = asked or UNDEFINED
    known = k_of_n(n, found.orders, context.language)
    return ListRow(
        (context.say(name), all_, told, estimate if asked else UNDEFINED, known),
        Drill(found.metric, MappingProxyType({})),
    )


def _bounds(found: _Measured, lowest: float, highest: float) -> tuple[float, float]:
    total, n = float(found.whole["total"]), float(found.whole["n"])
    low, high = mean_bounds(total, n, found.orders, lowest=lowest, highest=highest)
    return float(low), float(high)


def _span(context: Context, *ends: str) -> str:
    low, high = ends
    return context.say(words.FROM_TO, low=low, high=high)


def _net(value: float, context: Context) -> str:
    """Return a net score as is customary: from −100 to +100, without a sign of percent."""
    return signed(value * 100, context.language)


def _estimate(value: str, effective: float, context: Context) -> str:
    return context.say(words.EFFECTIVE, value=value, n=number(effective, context.language))


def _title(found: _Measured, context: Context) -> str:
    if not found.whole["enough"]:
        return context.say(words.MEASURES_FEW)
    least, most = _bounds(found, 0.0, 1.0)
    low, high = number(least * 100, context.language), percent(most, context.language)
    value = percent(found.whole["value"], context.language)
    return context.say(words.MEASURES_TITLE, low=low, high=high, value=value)


def _advice(share: _Measured, mean: _Measured, context: Context) -> tuple[str, ...]:
    language, n = context.language, float(share.whole["n"])
    target = METRICS["survey_coverage"].target or 1.0
    hides = context.say(
        words.HIDES,
        unknown=number(share.orders - n, language),
        n=number(share.orders, language),
        target=percent(target, language),
        gap=points(1 - target, language),
    )
    low, high = (number(end, language, 2) for end in _bounds(mean, 1.0, 5.0))
    flatters = context.say(words.MEAN_FLATTERS, mean=number(mean.whole["value"], language, 2), low=low, high=high)
    enough = [flatters] if n >= 10 else []
    return (hides, *enough, context.say(words.ANOTHER_CALLER))
