"""What the best clients by revenue have in common against the others: where a portrait begins."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.listing import portrait_of
from ..metrics.portrait import best_by_value
from ..model.panel import Dot, Drill, Empty, Forest, Panel, Share, Verdict
from ..model.portrait import COLUMNS, NUMBERS
from ..model.tables import TABLES
from ..statistics.comparison import adjusted, pooled_p, two
from ..text.dates import day
from ..text.numbers import about, k_of_n, number, percent, points, quoted
from ..text.plural import CLIENTS, counted
from . import qualification_words as words
from .attention_waiting import EVER, as_of_today
from .context import Context
from .missing import missing_panel, nothing_panel
from .qualification_portrait import value_name
from .shares import rows_of

KEY: Final = "qualification.best"
GATE: Final = 10
SHOWN: Final = 14
_ALPHA: Final = 0.05


def best_panel(context: Context) -> Panel:
    """Return each value of each column of clients: its share among the best against that among the others."""
    metric, title, language = METRICS["best_clients"], context.say(words.BEST_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.BEST_SHOW, context)
    if absent:
        return absent
    total = rows_of(metric.measure(context.tables, filters=as_of_today(context)))[0]
    if not total.n:
        return nothing_panel(KEY, title, context)
    if min(total.k, total.n - total.k) < GATE:
        parts = {"clients": counted(total.n, language, CLIENTS), "best": number(total.k, language)}
        return Panel(KEY, title, "", Empty(context.say(words.BEST_FEW, **parts), context.say(words.BEST_SHOW)))
    found = compared(context)
    if found.empty:
        return Panel(KEY, title, "", Empty(context.say(words.BEST_BLANK), context.say(words.BEST_SHOW)))
    delta = context.rule("practical_difference")
    subtitle = context.say(
        words.BEST_SUBTITLE,
        share=percent(context.rule("best_clients_share"), language),
        day=day(context.today, language),
    )
    inside = _in_portrait(context)
    dots = tuple(_dot(row, _is_in(row, inside), context) for row in rows_of(found.head(SHOWN)))
    reference = context.say(words.BEST_REFERENCE, delta=points(delta, language))
    foot = [context.say(words.BEST_FOOT)]
    if len(found) > SHOWN:
        foot.append(context.say(words.BEST_MORE, shown=number(SHOWN, language), all=number(len(found), language)))
    return Panel(
        KEY,
        _title(found, context),
        subtitle,
        Forest(dots, 0.0, reference, delta, differences=True),
        " ".join([*foot, context.as_of]),
        advice=tuple(_advice(found, inside, context)),
    )


def compared(context: Context) -> pd.DataFrame:
    """Return a row per value that enough buying clients have, the surest more frequent ones first.

    Columns: column, value, k1 of n1 among the best, k2 of n2 among the others, difference, low, high, answer,
    needed. What differs must do so after allowing for the number of comparisons.
    """
    metric, rows = METRICS["best_clients"], []
    there = [name for name in COLUMNS if name not in NUMBERS and name in metric.breakdowns_in(context.tables)]
    # A town says again what its region says, and would only be one more comparison to allow for.
    columns = tuple(name for name in there if name != "city" or "region" not in there)
    if not columns:
        return pd.DataFrame()
    every = best_by_value(context.tables, as_of_today(context), columns)
    every = every.dropna(subset=["value"]).sort_values("value", ignore_index=True)
    for column in columns:
        found = every[every["column"] == column]
        best, others = float(found["k"].sum()), float((found["n"] - found["k"]).sum())
        told = found[found["n"] >= GATE]
        rows += [
            (column, str(value), float(k), best, float(n - k), others)
            for value, k, n in zip(told["value"], told["k"], told["n"], strict=True)
            if n < best + others
        ]
    table = pd.DataFrame(rows, columns=["column", "value", "k1", "n1", "k2", "n2"])
    if table.empty:
        return table
    delta = context.rule("practical_difference")
    judged = [two(row.k1, row.n1, row.k2, row.n2, delta=delta, gate=GATE) for row in rows_of(table)]
    table = table.assign(
        difference=[one.difference for one in judged],
        low=[one.low for one in judged],
        high=[one.high for one in judged],
        answer=[one.answer for one in judged],
        needed=pd.array([one.needed for one in judged], dtype="Int64"),
    )
    enough = table["answer"] != "too_few"
    q = adjusted(np.where(enough, pooled_p(table["k1"], table["n1"], table["k2"], table["n2"]), np.nan))
    unsure = (table["answer"] == "differs") & (q > _ALPHA)
    table = table.assign(answer=table["answer"].where(~unsure, "cannot_tell"))
    differs = (table["answer"] == "differs") & (table["difference"] > 0)
    order = table.assign(first=differs, size=table["difference"].abs(), told=table["answer"] == "differs")
    order = order.sort_values(
        ["first", "told", "size", "column", "value"], ascending=[False, False, False, True, True], kind="stable"
    )
    return order.drop(columns=["first", "size", "told"]).reset_index(drop=True)


def _in_portrait(context: Context) -> set[tuple[str, str]]:
    marks = [one for one in portrait_of(context.tables) if one.problem is None and not one.excludes]
    return {(one.looks_at, value) for one in marks for value in one.values}


def _is_in(row: Any, inside: set[tuple[str, str]]) -> bool:
    """Return whether the portrait lists a value already; a region also by the first part of its path."""
    value = {"true": "yes", "false": "no"}.get(row.value.lower(), row.value.lower())
    broad = value.split("/")[0].strip() if row.column == "region" else value
    return (row.column, value) in inside or (row.column, broad) in inside


def _label(row: Any, context: Context) -> str:
    """Return a value with its column, short enough to stand beside a mark: of a region's path the last part."""
    title = context.say(words.SHORT.get(row.column, TABLES["clients"].column(row.column).title))
    value = value_name(row.column, row.value, context)
    return f"{title}: {value.split('/')[-1].strip() if row.column == 'region' else value}"


def _title(found: pd.DataFrame, context: Context) -> str:
    differs = found[found["answer"] == "differs"]
    if len(differs):
        first = rows_of(differs)[0]
        text = words.BEST_TITLE if first.difference > 0 else words.BEST_LESS
        own, rest = (percent(part, context.language) for part in (first.k1 / first.n1, first.k2 / first.n2))
        return context.say(text, label=quoted(_label(first, context), context.language), own=own, rest=rest)
    return context.say(words.BEST_ALIKE if (found["answer"] == "same").all() else words.BEST_OPEN)


def _dot(row: Any, known: bool, context: Context) -> Dot:
    language, told = context.language, row.answer != "too_few"
    share = Share(row.k1, row.n1, row.difference, row.low, row.high) if told else Share(row.k1, row.n1)
    verdict = Verdict(row.answer) if row.answer != "differs" else Verdict.LESS
    if row.answer == "differs" and row.difference > 0:
        verdict = Verdict.MORE
    said = context.say(words.BEST_VERDICTS[verdict.value])
    if verdict is Verdict.CANNOT_TELL and not pd.isna(row.needed) and row.needed > row.n1:
        said = context.say(words.BEST_NEEDED, n=about(float(row.needed - row.n1), language))
    aside = context.say(words.BEST_IN if known else words.BEST_ASIDE, rest=percent(row.k2 / row.n2, language))
    value = {"True": "true", "False": "false"}.get(row.value, row.value)
    drill = Drill("best_clients", MappingProxyType({row.column: value}), "k", EVER)
    return Dot(_label(row, context), share, k_of_n(row.k1, row.n1, language), verdict, said, drill, aside=aside)


def _advice(found: pd.DataFrame, inside: set[tuple[str, str]], context: Context) -> list[str]:
    """Return what is worth putting into the portrait, a sentence a column, and that it is a hypothesis."""
    proven = found[(found["answer"] == "differs") & (found["difference"] > 0)]
    fresh: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(proven):
        if not _is_in(row, inside):
            fresh[row.column].append(value_name(row.column, row.value, context))
    said = [
        context.say(
            words.PUT_IN,
            column=TABLES["clients"].column(column).title.in_(context.language),
            values="; ".join(values),
        )
        for column, values in fresh.items()
    ]
    return [*said, context.say(words.PUT_HINT)] if said else []
