"""Whether the portrait tells won deals from lost ones, and why that is no proof."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from ..metrics import METRICS
from ..metrics.listing import portrait_of
from ..metrics.portrait import VERDICTS, won_by_client
from ..model.panel import Dot, Drill, Forest, Panel, Verdict
from ..model.text import Text
from ..statistics.discrimination import NOTHING, Area, area, judged
from ..text.numbers import about, number, percent
from ..text.plural import CLIENTS, counted
from . import qualification_words as words
from .context import BY_CLOSING, Context
from .missing import missing_panel, nothing_panel
from .qualification_verdicts import rule_foot
from .shares import rows_of, share_of, share_text

KEY: Final = "qualification.check"
GATE: Final = 10
CLOSED_FOR_WEIGHTS: Final = 100
EVENTS_FOR_A_MARK: Final = 10
_TITLES: Final = {"same": words.CHECK_SAME, "cannot_tell": words.CHECK_OPEN}


def check_panel(context: Context) -> Panel:
    """Return the win rate by verdict, with the area under the curve of the score as the message."""
    metric, title, language = METRICS["won_by_verdict"], context.say(words.CHECK_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.CHECK_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=context.filters)
    if found.empty:
        return nothing_panel(KEY, title, context)
    rows = {str(row.verdict): row for row in rows_of(found)}
    dots = tuple(_dot(verdict, rows[verdict], context) for verdict in VERDICTS if verdict in rows)
    won, closed = float(found["k"].sum()), float(found["n"].sum())
    reference = won / closed if closed >= GATE else None
    said = context.say(words.CHECK_ALL, share=percent(reference, language)) if reference is not None else ""
    told, winners, losers = measured(context)
    subtitle = context.say(words.CHECK_SUBTITLE, date=context.say(BY_CLOSING), period=context.period)
    foot = " ".join([context.say(words.CHECK_FOOT), rule_foot(context), context.as_of])
    advice = tuple(_advice(told, won, closed, context))
    picture = Forest(dots, reference, said)
    return Panel(KEY, _title(told, winners, losers, context), subtitle, picture, foot, advice=advice)


def measured(context: Context) -> tuple[Area, int, int]:
    """Return the area of the score over closed deals, and how many clients have a won and a lost one.

    The score of a client is the middle of its interval, nothing where an exclusion is met. Deals of one client are
    not independent, so the spread goes by clients.
    """
    deals = won_by_client(context.tables, context.filters).dropna(subset=["client"])
    deals = deals.sort_values("client", ignore_index=True)
    fit = context.tables.fetch(context.tables["client_fit"].select("client", "low", "high", "excluded"))
    known = deals.merge(fit, on="client", how="left", validate="many_to_one")
    middle = ((known["low"] + known["high"]) / 2).where(known["excluded"].fillna(0) == 0, 0.0).fillna(NOTHING)
    won, lost = known["k"], known["n"] - known["k"]
    winners, losers = int((won > 0).sum()), int((lost > 0).sum())
    value = area(middle, won, lost)
    return judged(value, winners, losers, delta=context.rule("practical_difference"), gate=GATE), winners, losers


def _title(told: Area, winners: int, losers: int, context: Context) -> str:
    language = context.language
    if told.answer == "too_few":
        clients = {"won": counted(winners, language, CLIENTS), "lost": counted(losers, language, CLIENTS)}
        return context.say(words.CHECK_FEW, gate=number(GATE, language), **clients)
    text: Text = words.CHECK_TELLS if told.value > NOTHING else words.CHECK_WRONG
    low, high = number(told.low, language, 2), number(told.high, language, 2)
    said = f"{number(told.value, language, 2)} [{low}–{high}]"
    return context.say(_TITLES.get(told.answer, text), area=said)


def _advice(told: Area, won: float, closed: float, context: Context) -> list[str]:
    language, found = context.language, [context.say(words.CHECK_CIRCLE)]
    if told.answer == "cannot_tell" and told.needed is not None:
        delta = context.rule("practical_difference")
        parts = {"area": number(NOTHING + delta, language, 2), "n": about(told.needed, language)}
        found.insert(0, context.say(words.CHECK_NEEDED, **parts))
    marks = sum(one.problem is None and not one.excludes for one in portrait_of(context.tables))
    enough = closed >= CLOSED_FOR_WEIGHTS and min(won, closed - won) >= EVENTS_FOR_A_MARK * marks
    if enough:
        return [*found, context.say(words.WEIGHTS_EVEN)]
    parts = {"closed": number(closed, language), "marks": number(marks, language)}
    return [*found, context.say(words.WEIGHTS_FEW, **parts)]


def _dot(verdict: str, row: Any, context: Context) -> Dot:
    share = share_of(row)
    drill = Drill("won_by_verdict", MappingProxyType({"verdict": verdict}), "n")
    text = share_text(share, context.language)
    return Dot(context.say(words.LABELS[verdict]), share, text, Verdict.NONE, "", drill)
