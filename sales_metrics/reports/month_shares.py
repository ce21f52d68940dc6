"""A share from month to month: its points, and whether the last month differs from those before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd

from ..model.panel import Drill, Point, Verdict
from ..model.text import Text
from ..statistics.comparison import two
from ..text.dates import month_of_year, month_on_axis
from ..text.numbers import k_of_n, number
from .context import Context
from .shares import share_of, share_text, verdict_of
from .win_rates import band_of


def share_point(row: Any, month: date, metric: str, context: Context, *, unfinished: bool) -> Point:
    """Return the point of one measured month."""
    share = share_of(row)
    return Point(
        label=month_on_axis(month, context.language),
        value=share.value,
        text=f"{month_of_year(month, context.language)}: {share_text(share, context.language, interval=True)}",
        drill=Drill(metric, MappingProxyType({"month": month.isoformat()})),
        low=share.low,
        high=share.high,
        under=number(share.n, context.language),
        unfinished=unfinished,
    )


def last_month_title(
    full: Sequence[Any], context: Context, *, name: Text, rose: Text, fell: Text, same: Text
) -> str:
    """Return how the last of the whole months compares with all before it together; `name` where it cannot be."""
    if not full or not full[-1].enough:
        return context.say(name)
    last, earlier = full[-1], full[:-1]
    before = (sum(row.k for row in earlier), sum(row.n for row in earlier))
    if not before[1]:
        return context.say(name)
    judged = two(last.k, last.n, *before, delta=band_of(before[0] / before[1]))
    text = {Verdict.BETTER: rose, Verdict.WORSE: fell}.get(verdict_of(judged.answer, judged.difference), same)
    month = month_of_year(pd.Timestamp(last.month).date(), context.language)
    month = month[:1].upper() + month[1:]
    return context.say(text, month=month, share=k_of_n(last.k, last.n, context.language))
