"""Clients by ABC class, and how they moved between classes within a year."""

from __future__ import annotations

from typing import Final

from ..metrics import METRICS
from ..model.panel import Cell, HeatMap, HeatRow, Panel, Share
from ..model.period import Period
from ..statistics.concentration import abc
from ..text.dates import period_text
from ..text.numbers import number, percent
from ..text.plural import CLIENTS, counted
from . import segments_words as words
from .context import Context
from .key_accounts_words import SUBTITLE
from .missing import missing_panel, nothing_panel
from .segments_moves import Revenue, against, clients_drill, moved, moves_map, revenue_in, total_text

KEY: Final = "segments.classes"
CLASSES: Final = ("A", "B", "C")


def classes_panel(context: Context) -> Panel:
    """Return how many clients of each class were in which class before; only the classes if there is no before."""
    metric, title, language = METRICS["top_client_share"], context.say(words.CLASSES_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    compared = against(context)
    revenue, is_now = revenue_in(context, compared.now), classed(context, compared.now)
    if not is_now:
        return nothing_panel(KEY, title, context)
    was = classed(context, compared.before)
    found, first = moved(is_now, was), [client for client, name in is_now.items() if name == "A"]
    names = {name: (context.say(words.CLASS, name=name), context.say(words.WAS, name=name)) for name in CLASSES}
    picture = moves_map(found, names, revenue, compared.both, context.say(words.CLASS_ROW), context)
    said = words.CLASSES_TITLE
    if not was:
        said, picture = words.CLASSES_ALONE, _alone(is_now, revenue, compared.now, context)
    title = context.say(
        said,
        clients=counted(len(first), language, CLIENTS),
        share=percent(revenue.part(first), language),
        day=compared.day(context),
        stayed=number(len(found.get(("A", "A"), [])), language),
    )
    bounds = {name: percent(context.rule(f"abc_{name}"), language) for name in ("a", "b")}
    foot = context.say(words.CLASSES_FOOT, **bounds)
    subtitle = words.CLASSES_SUBTITLE if was else SUBTITLE
    return Panel(
        KEY,
        title,
        context.say(subtitle, day=compared.day(context), period=period_text(compared.now, language)),
        picture,
        " ".join((foot, *compared.foot(context))),
        (compared.pick,) if len(compared.pick.options) > 1 else (),
    )


def classed(context: Context, period: Period) -> dict[str, str]:
    """Return the class of every client that brought anything in a period."""
    bought = {client: worth for client, worth in revenue_in(context, period).of.items() if worth > 0}
    classes = abc(list(bought.values()), context.rule("abc_a"), context.rule("abc_b"))
    return dict(zip(bought, classes.tolist(), strict=True))


def _alone(is_now: dict[str, str], revenue: Revenue, period: Period, context: Context) -> HeatMap:
    """Return the classes by themselves: how many of all clients are in each."""
    rows = []
    for name in CLASSES:
        some = sorted(client for client, its in is_now.items() if its == name)
        share = Share(len(some), len(is_now), len(some) / len(is_now))
        cells = (Cell(share, clients_drill(some, period)),)
        rows.append(HeatRow(context.say(words.CLASS, name=name), cells, total_text(some, revenue, context)))
    return HeatMap((context.say(words.NOW),), tuple(rows), context.say(words.CLASS_ROW))
