"""The page on key accounts: how much hangs on few clients, on whom, and what would be left without them.

Its panels are readings of one small table (`client_revenue`), so they stand in one module, if a long one.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Drill, Listing, ListRow, Panel
from ..model.text import Text
from ..statistics.concentration import effective_number, gini, left_out
from ..text.dates import period_text
from ..text.numbers import money, number, percent
from . import key_accounts_words as words
from .client_revenue import Base, base_of, managers_of, with_twelve_months
from .context import Context
from .missing import missing_panel, nothing_panel, undivided_panel
from .shares import rows_of

SHOWN: Final = 10
"""Bars for single clients; the rest stand together."""
HAIR: Final = 1e-9
"""A share that stands on a bound in decimals may lie a hair off it in binary."""


def key_accounts(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, all of the last twelve months of the data."""
    return (
        share_panel(context),
        clients_panel(context),
        stress_panel(context),
        managers_panel(context),
    )


def zone_of(share: float, context: Context) -> Text:
    """Return the sentence for a share of key clients; the usual range includes both its ends."""
    if share < context.rule("key_share_from") - HAIR:
        return words.BELOW
    if share <= context.rule("key_share_to") + HAIR:
        return words.USUAL
    return words.WATCH if share <= context.rule("dependence_above") + HAIR else words.DEPENDS


def share_panel(context: Context) -> Panel:
    """Return the part of key clients, of the largest and of the two largest, against the zones."""
    key, title, metric = "key_accounts.share", context.say(words.SHARE_NAME), METRICS["key_share"]
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    base, recent = base_of(context, False), with_twelve_months(context)
    if base.whole <= 0 or not base.named:
        return nothing_panel(key, title, context)
    found = rows_of(metric.measure(recent.tables, filters=recent.filters))[0]
    top = base.named[0].revenue / base.whole
    bound = context.rule("dependence_above")
    rows = [(words.KEYS, float(found.k), Drill(metric.key, MappingProxyType({}), "k", base.period), True)]
    rows += [
        (label, sum(one.revenue for one in base.named[:many]), base.drill(base.named[:many]), False)
        for label, many in ((words.LARGEST, 1), (words.TWO_LARGEST, 2))
        if len(base.named) >= many
    ]
    bars = tuple(
        Bar(
            context.say(label),
            worth / base.whole,
            percent(worth / base.whole, context.language),
            drill,
            aside=_of_money(worth, base.whole, context),
            tick=bound,
            accent=accent,
        )
        for label, worth, drill, accent in rows
    )
    parts = {
        "share": percent(found.value, context.language),
        "low": number(100 * context.rule("key_share_from"), context.language),
        "high": percent(context.rule("key_share_to"), context.language),
        "bound": percent(bound, context.language),
    }
    told = zone_of(float(found.value), context) if found.k else words.NO_KEYS
    if top > bound + HAIR:
        told, parts["share"] = words.DEPENDS_ONE, percent(top, context.language)
    picture = Bars(bars, heading=context.say(words.PART))
    foot = _foot(context.say(words.SHARE_FOOT, **parts), context)
    return Panel(key, context.say(told, **parts), _subtitle(base, context), picture, foot)


def clients_panel(context: Context) -> Panel:
    """Return the largest clients, or groups of companies, with what the rest bring together."""
    key, title, metric = "key_accounts.clients", context.say(words.CLIENTS_NAME), METRICS["top_client_share"]
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    choices, by_holding = (), False
    if "holding" in context.tables.present("clients"):
        options = (("client", context.say(words.BY_CLIENT)), ("holding", context.say(words.BY_HOLDING)))
        pick = context.pick("key_accounts.by", context.say(words.BY), options, "client")
        choices, by_holding = (pick,), pick.chosen == "holding"  # type: ignore[assignment]
    base = base_of(context, by_holding)
    if base.whole <= 0 or not base.named:
        return nothing_panel(key, title, context)
    largest, language = base.named[:SHOWN], context.language
    shown = {one.name for one in largest}
    rest = tuple(one for one in base.buyers if one.name is not None and one.name not in shown)
    nameless = tuple(one for one in base.buyers if one.name is None)
    bars: list[Bar] = []
    so_far = 0.0
    for one in largest:
        so_far += one.revenue
        aside = percent(so_far / base.whole, language)
        bars.append(_bar(one.name or "", one.revenue, base, base.drill((one,)), context, aside, not bars))
    for label, some in ((words.OTHERS, rest), (words.NAMELESS, nameless)):
        if some:
            worth = sum(one.revenue for one in some)
            so_far += worth
            said = context.say(label, n=number(len(some), language))
            aside = percent(so_far / base.whole, language)
            bars.append(_bar(said, worth, base, base.drill(some), context, aside, unknown=label is words.NAMELESS))
    low, high = left_out(base.amounts, effective_number)
    title = context.say(
        words.CLIENTS_TITLE,
        name=largest[0].name or "",
        share=percent(largest[0].revenue / base.whole, language),
        equal=number(effective_number(base.amounts), language, 1),
    )
    foot = context.say(
        words.CLIENTS_FOOT,
        low=number(low, language, 1),
        high=number(high, language, 1),
        gini=number(gini(base.amounts), language, 2),
    )
    picture = Bars(tuple(bars), context.say(words.PART), context.say(words.TOGETHER))
    return Panel(key, title, _subtitle(base, context), picture, _foot(foot, context), choices)


def stress_panel(context: Context) -> Panel:
    """Return the revenue that would be left without the largest and the two largest clients."""
    key, title, metric = "key_accounts.stress", context.say(words.STRESS_NAME), METRICS["top_client_share"]
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    base, language, unit = base_of(context, False), context.language, context.currency
    named = base.named
    if base.whole <= 0 or not named:
        return nothing_panel(key, title, context)
    rows = ((words.NOW, 0), (words.WITHOUT_ONE, 1), (words.WITHOUT_TWO, 2))
    bars, left = [], {}
    for label, many in rows:
        gone = {one.name for one in named[:many]}
        rest = tuple(one for one in base.buyers if one.name not in gone)
        if len(named) < many or not rest:
            continue
        left[many] = sum(one.revenue for one in rest)
        drill = base.drill(rest) if many else Drill("revenue", MappingProxyType({}), "total", base.period)
        text = money(left[many], language, unit)
        aside = percent(left[many] / base.whole, language)
        bars.append(Bar(context.say(label), left[many], text, drill, aside=aside, accent=many == 1))
    if 1 in left:
        parts = {"left": money(left[1], language, unit), "whole": money(base.whole, language, unit)}
        title = context.say(words.STRESS_TITLE, **parts)
    names = "; ".join(one.name or "" for one in named[:2])
    foot = _foot(context.say(words.STRESS_FOOT, names=names), context)
    return Panel(key, title, _subtitle(base, context), Bars(tuple(bars)), foot)


def managers_panel(context: Context) -> Panel:
    """Return how much of every manager's revenue comes from one client, the most dependent first."""
    key, title, metric = "key_accounts.managers", context.say(words.MANAGERS_NAME), METRICS["top_client_share"]
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    absent = absent or undivided_panel(key, title, metric, "manager", words.WOULD_SHOW, context)
    if absent:
        return absent
    found = managers_of(context)
    if found.empty:
        return nothing_panel(key, title, context)
    base, language = base_of(context, False), context.language
    rows = tuple(
        ListRow(
            (
                str(row.manager),
                str(row.client),
                _of_money(row.total, row.whole, context),
                percent(row.share, language),
            ),
            Drill(
                "revenue",
                MappingProxyType({"manager": str(row.manager), "client": str(row.client)}),
                "total",
                base.period,
            ),
        )
        for row in rows_of(found)
    )
    columns = context.columns(words.MANAGERS_COLUMNS, right=(2, 3), wide=1)
    first = rows_of(found)[0]
    title = context.say(
        words.MANAGERS_TITLE,
        manager=str(first.manager),
        share=percent(first.share, language),
        client=str(first.client),
    )
    foot = _foot(context.say(words.MANAGERS_FOOT), context)
    return Panel(key, title, _subtitle(base, context), Listing(columns, rows), foot)


def _bar(
    label: str,
    worth: float,
    base: Base,
    drill: Drill,
    context: Context,
    aside: str = "",
    accent: bool = False,
    unknown: bool = False,
) -> Bar:
    share = worth / base.whole
    said = percent(share, context.language)
    return Bar(label, share, said, drill, aside=aside, accent=accent, unknown=unknown)


def _of_money(part: float, whole: float, context: Context) -> str:
    said = {name: money(x, context.language, context.currency) for name, x in (("part", part), ("whole", whole))}
    return context.say(words.OF_MONEY, **said)


def _subtitle(base: Base, context: Context) -> str:
    return context.say(words.SUBTITLE, period=period_text(base.period, context.language))


def _foot(said: str, context: Context) -> str:
    return " ".join((said, context.say(words.ALWAYS), context.as_of))
