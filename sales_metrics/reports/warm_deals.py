"""Deals by recommendation and of returning clients against what an article claims of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Drill, Panel
from ..text.numbers import percent
from . import survey_words as words
from .context import BY_CLOSING, Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of, share_of, share_text

KEY: Final = "surveys.warm"
CLAIMS: Final = MappingProxyType({"recommended": 0.7, "returning": 1.0})
"""What the article says of the trade in windows."""


def warm_panel(context: Context) -> Panel:
    """Return the share won of recommended, returning and other deals, with the claims as ticks."""
    metric, title = METRICS["warm_deals"], context.say(words.WARM_NAME)
    absent = missing_panel(KEY, title, metric, words.WARM_WOULD, context)
    if absent:
        return absent
    found = rows_of(metric.measure(context.tables, filters=context.filters))
    if not found:
        return nothing_panel(KEY, title, context)
    subtitle = context.say(words.WARM_SUBTITLE, date=context.say(BY_CLOSING), period=context.period)
    foot = f"{context.say(words.WARM_FOOT)} {context.as_of}"
    return Panel(KEY, _title(found, context), subtitle, Bars(tuple(_bar(row, context) for row in found)), foot)


def _bar(row: Any, context: Context) -> Bar:
    share = share_of(row)
    return Bar(
        label=context.say(words.ORIGINS[row.origin]),
        value=share.value or 0.0,
        text=share_text(share, context.language, interval=True),
        drill=Drill("warm_deals", MappingProxyType({"origin": row.origin})),
        aside=_judged(row, context),
        tick=CLAIMS.get(row.origin),
        unknown=share.value is None,
    )


def _judged(row: Any, context: Context) -> str:
    claim = CLAIMS.get(row.origin)
    if claim is None or not row.enough:
        return ""
    # One deal lost is enough to refute "all"; a share below "all" needs its interval to lie on one side.
    below = row.k < row.n if claim == 1 else row.high < claim
    text = words.BELOW_CLAIM if below else words.ABOVE_CLAIM if row.low > claim else words.CLAIM_OPEN
    return context.say(text, claim=percent(claim, context.language))


def _title(found: list[Any], context: Context) -> str:
    told = {row.origin: row for row in found if row.enough}
    if not CLAIMS.keys() <= told.keys():
        return context.say(words.WARM_FEW)
    first, second = (percent(told[origin].value, context.language) for origin in CLAIMS)
    claim, full = (percent(share, context.language) for share in CLAIMS.values())
    return context.say(words.WARM_TITLE, first=first, second=second, claim=claim, full=full)
