"""Results of plans: what clients bought after the first finished action, against others of their kind without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.filters import ALL
from ..metrics.round_actions import AFTER, BEFORE, EARLY, NEW, WITH, WITHOUT
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel, Verdict
from ..statistics.change_by_strata import Change, more_needed
from ..text.numbers import (
    NBSP,
    about,
    chance,
    money,
    money_scale,
    money_unit,
    number,
    percent,
    signed,
    signed_money,
    span,
)
from . import plan_results_words as words
from .context import Context
from .missing import WIDEN, missing_panel
from .plan_bought import FIGURES, bought_by_client, changes

KEY: Final = "plans.results"
BOTH: Final = tuple(f" {when}" for when in (BEFORE, AFTER))


@dataclass(frozen=True, slots=True)
class Judged:
    """One figure: which one, how it changed, what that says, and how many more clients it would take."""

    figure: str
    change: Change
    verdict: Verdict
    more: int | None


def results_panel(context: Context) -> Panel:
    """Return the three figures before and after, of clients with a plan and of others of their kind.

    It is of the whole company, whatever the filters: of few clients nothing can be told, and the others' days are
    those of all plans.
    """
    context = replace(context, filters=ALL)
    title = context.say(words.NAME)
    absent = missing_panel(KEY, title, METRICS["bought_round_actions"], words.WOULD_SHOW, context)
    if absent:
        return absent
    clients = bought_by_client(context)
    days = number(context.rule("plan_span_days"), context.language)
    if not (clients["standing"] == WITH).any():
        why = context.say(words.NOT_YET, days=days)
        return Panel(KEY, title, "", Empty(why, left_out(clients, 0, context), context.say(WIDEN)))
    judged = [_judge(figure, found, context) for figure, found in changes(context).items()]
    first = judged[0].change
    if not first.chosen:
        return Panel(KEY, title, "", Empty(context.say(words.NO_OTHERS), left_out(clients, first.alone, context)))
    said = {"n": number(first.chosen, context.language), "m": number(first.compared, context.language)}
    heads = (Align.LEFT, Align.LEFT, *[Align.RIGHT] * 3, Align.LEFT)
    columns = tuple(
        ListColumn(context.say(head), align, wide=at == len(heads) - 1)
        for at, (head, align) in enumerate(zip(words.HEADS, heads, strict=True))
    )
    own, others = (money(one, context.language, context.currency) for one in (first.before, first.others_before))
    returns = context.say(words.RETURN, own=own, others=others)
    return Panel(
        KEY,
        _title(judged, context),
        context.say(words.SUBTITLE, days=days, **said),
        Listing(columns, tuple(row for one in judged for row in _rows(one, context))),
        f"{_foot(judged, context)} {context.as_of}",
        advice=tuple(said for said in (returns, left_out(clients, first.alone, context)) if said),
    )


def _judge(figure: str, found: Change, context: Context) -> Judged:
    delta = context.rule("plan_difference") * abs(found.before)
    more = more_needed(found, delta) if found.chosen else None
    if found.low > 0:
        verdict = Verdict.BETTER
    elif found.high < 0:
        verdict = Verdict.WORSE
    elif -delta < found.low and found.high < delta:
        verdict = Verdict.SAME
    else:
        verdict = Verdict.CANNOT_TELL
    return Judged(figure, found, verdict, more)


def _title(judged: list[Judged], context: Context) -> str:
    def named(verdict: Verdict) -> str:
        names = [context.say(words.FIGURES[one.figure]) for one in judged if one.verdict is verdict]
        return ", ".join(name if not at else name[0].lower() + name[1:] for at, name in enumerate(names)).lower()

    more, less = named(Verdict.BETTER), named(Verdict.WORSE)
    if more and less:
        return context.say(words.BOTH, what=more, less=less)
    if more or less:
        return context.say(words.MORE if more else words.LESS, what=more or less)
    if not np.isfinite(judged[0].change.low):
        return context.say(words.TOO_FEW, n=number(judged[0].change.chosen, context.language))
    return context.say(words.ALIKE if all(one.verdict is Verdict.SAME for one in judged) else words.UNKNOWN)


def _rows(one: Judged, context: Context) -> tuple[ListRow, ListRow]:
    found, figure = one.change, one.figure
    beyond, between = _beyond(figure, found, context)
    says = context.say(words.SAYS[one.verdict])
    if one.verdict is Verdict.CANNOT_TELL and one.more:
        says = context.say(words.CANNOT, more=about(_rounded(one.more), context.language))
    name = context.say(words.FIGURES[figure])
    return (
        ListRow(
            (
                name,
                context.say(words.WITH_PLAN),
                *_levels(figure, found.before, found.own, context),
                beyond,
                f"{says} ({between})" if between else says,
            ),
            _way(figure, WITH, found.kinds),
            one.verdict,
        ),
        ListRow(
            (
                name,
                context.say(words.WITHOUT_PLAN),
                *_levels(figure, found.others_before, found.others, context),
                "",
                "",
            ),
            _way(figure, WITHOUT, found.kinds),
        ),
    )


def _way(figure: str, standing: str, kinds: tuple[str, ...]) -> Drill:
    where = MappingProxyType({"stretch": tuple(standing + when for when in BOTH), "kind": kinds})
    metric = "groups_round_actions" if figure == "groups" else "bought_round_actions"
    return Drill(metric, where, "orders" if figure == "orders" else "n", unfiltered=True)


def _levels(figure: str, before: float, change: float, context: Context) -> tuple[str, str]:
    if figure == "revenue":
        first, second = (money(value, context.language, context.currency) for value in (before, before + change))
        return first, second
    return number(before, context.language, 1), number(before + change, context.language, 1)


def _beyond(figure: str, found: Change, context: Context) -> tuple[str, str]:
    """Return the effect and its bounds, sums in one unit; nothing for bounds that so few clients do not have."""
    lang, bounded = context.language, bool(np.isfinite(found.low))
    if figure != "revenue":
        return signed(found.effect, lang, 1), span(found.low, found.high, lang, 1) if bounded else ""
    largest = max(abs(found.low), abs(found.high)) if bounded else abs(found.effect)
    scale = money_scale(largest)
    effect = signed_money(found.effect, lang, context.currency, scale=scale)
    if not bounded:
        return effect, ""
    unit, shown = 10**scale, 1 if scale else 0
    between = span(found.low / unit, found.high / unit, lang, shown)
    return effect, f"{between}{NBSP}{money_unit(scale, lang, context.currency)}"


def _rounded(more: int) -> int:
    # Two significant figures are all that such an estimate carries.
    step: int = 10 ** max(len(str(more)) - 2, 0)
    return -(-more // step) * step


def _foot(judged: list[Judged], context: Context) -> str:
    lang = context.language
    said = [
        f"{context.say(words.FIGURES[one.figure]).lower()} {chance(min(one.change.p * len(FIGURES), 1.0), lang)}"
        for one in judged
    ]
    return context.say(
        words.FOOT,
        delta=percent(context.rule("plan_difference"), lang),
        kind=context.say(words.KINDS[_kind(context)]),
        chances=", ".join(said),
    )


def _kind(context: Context) -> str:
    present = context.tables.present("clients")
    return next((name for name in ("size", "segment", "priority") if name in present), "")


def left_out(clients: pd.DataFrame, alone: int, context: Context) -> str:
    """Return who is left out and why, or nothing where nobody is."""
    standing = clients["standing"]
    many = (int((standing == EARLY).sum()), int((standing == NEW).sum()), alone)
    parts = [
        context.say(said, n=number(n, context.language)) for said, n in zip(words.APART, many, strict=True) if n
    ]
    return context.say(words.LEFT_OUT, who="; ".join(parts)) if parts else ""
