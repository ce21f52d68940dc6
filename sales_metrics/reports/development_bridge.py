"""From last year's revenue to this year's, client by client: who came, grew, shrank and left."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bridge, Drill, Panel, Part, Pick, Span
from ..statistics.client_growth import LEAST, MOVES, Retention, retention, retention_intervals
from ..text.numbers import interval_percent, k_of_n, money, money_scale, money_unit, number, percent, signed
from ..text.plural import CLIENTS, counted
from . import development_words as words
from .context import Context, remembered
from .development_base import Stretch, base_of, clients_of, drill_of, foot_of, opened
from .missing import nothing_panel

KEY: Final = "development.bridge"
SEED: Final = 20_260_101
"""Everything drawn at random on this page starts here, so that the same data give the same page."""
_PARTS: Final = {
    "new": Part.IN,
    "reactivated": Part.IN,
    "expansion": Part.MORE,
    "contraction": Part.LESS,
    "churn": Part.LOST,
    "returns": Part.ASIDE,
}


def bridge_panel(context: Context) -> Panel:
    """Return the bridge between two equal stretches."""
    title = context.say(words.BRIDGE_NAME)
    found = opened(KEY, title, words.BRIDGE_WOULD, context)
    if isinstance(found, Panel):
        return found
    stretch, pick = found
    clients = clients_of(context, stretch, "client")
    if clients.empty:
        return _nothing(title, pick, context)
    picture, scale = _bridge(clients, stretch, context)
    unit = money_unit(scale, context.language, context.currency)
    subtitle = context.say(words.BRIDGE_SUBTITLE, unit=unit, **stretch.said(context)).replace(", , ", ", ")
    foot = [context.say(words.BRIDGE_FOOT)]
    if not stretch.history:
        days = number(context.rule("newcomer_history_days"), context.language)
        foot.append(context.say(words.NO_HISTORY, days=days))
    return Panel(
        key=KEY,
        title=_title(clients, stretch, context),
        subtitle=subtitle,
        picture=picture,
        foot=" ".join([*foot, foot_of(stretch, context)]),
        choices=(pick,),
        advice=_retained(clients, stretch, context),
    )


def _nothing(title: str, pick: Pick, context: Context) -> Panel:
    empty = nothing_panel(KEY, title, context)
    return Panel(KEY, title, "", empty.picture, choices=(pick,))


def _bridge(clients: pd.DataFrame, stretch: Stretch, context: Context) -> tuple[Bridge, int]:
    opening, closing = float(clients["before"].sum()), float(clients["now"].sum())
    scale = money_scale(max(abs(opening), abs(closing)))
    size = max(abs(opening), abs(closing)) / 10**scale
    decimals = 0 if scale == 0 or size >= 100 else 1

    def end(label: Any, column: str, value: float) -> Span:
        buyers = int((clients[column] > LEAST).sum())
        text = number(value / 10**scale, context.language, decimals)
        drill = Drill(stretch.metric, part=column, period=stretch.now)
        return Span(context.say(label), value, text, counted(buyers, context.language, CLIENTS), drill, Part.END)

    spans = [end(words.BEFORE, "before", opening)]
    change = clients["now"] - clients["before"]
    # Orders that cancel out move no sum, but the client still is of the base: nothing is lost by leaving them out.
    for move in MOVES:
        mine = clients["move"] == move
        if not mine.any() or (move == "reactivated" and not stretch.history):
            continue
        if move == "new" and not stretch.history:
            mine |= clients["move"] == "reactivated"
        amount = float(change[mine].sum())
        label = words.MOVES[move] if stretch.history or move != "new" else words.NEW_OR_RETURNED
        spans.append(
            Span(
                label=context.say(label),
                value=amount,
                text=signed(amount / 10**scale, context.language, decimals),
                under=counted(int(clients.loc[mine, "client"].nunique()), context.language, CLIENTS),
                drill=drill_of(clients[mine], stretch),
                part=_PARTS[move],
            )
        )
    return Bridge((*spans, end(words.NOW, "now", closing))), scale


def _title(clients: pd.DataFrame, stretch: Stretch, context: Context) -> str:
    opening, closing = float(clients["before"].sum()), float(clients["now"].sum())
    by = closing - opening
    amount = money(abs(by), context.language, context.currency)
    if not stretch.covered:
        return context.say(words.BRIDGE_UNCOVERED)
    if abs(by) < LEAST:
        return context.say(words.BRIDGE_STAYED, level=money(closing, context.language, context.currency))
    change = (clients["now"] - clients["before"]).groupby(clients["move"]).sum()
    if not stretch.history:
        joined = float(change.get("new", 0.0)) + float(change.get("reactivated", 0.0))
        change = pd.concat([change.drop(["new", "reactivated"], errors="ignore"), pd.Series({"joined": joined})])
    cause = str((change * (1 if by > 0 else -1)).idxmax())
    said = words.BRIDGE_GREW if by > 0 else words.BRIDGE_FELL
    return context.say(said, by=amount, cause=context.say(words.CAUSES[cause]))


@remembered
def _bounds(context: Context, stretch: Stretch) -> tuple[Retention, Retention]:
    base = base_of(clients_of(context, stretch, "client"))
    return retention_intervals(base["before"], base["now"], seed=SEED)


def _retained(clients: pd.DataFrame, stretch: Stretch, context: Context) -> tuple[str, ...]:
    base = base_of(clients)
    if len(base) < METRICS["conversion"].kind.gate:
        return (context.say(words.RETAINED_FEW, n=counted(len(base), context.language, CLIENTS)),)
    value = retention(base["before"], base["now"])
    low, high = _bounds(context, stretch)
    language = context.language
    kept = int((base["now"] > LEAST).sum())
    return (
        context.say(
            words.RETAINED_NET,
            share=percent(value.net, language),
            interval=interval_percent(low.net, high.net, language),
        ),
        context.say(
            words.RETAINED_GROSS,
            share=percent(value.gross, language),
            interval=interval_percent(low.gross, high.gross, language),
        ),
        context.say(
            words.RETAINED_LOGO,
            share=k_of_n(kept, len(base), language),
            interval=interval_percent(low.logo, high.logo, language),
        ),
    )
