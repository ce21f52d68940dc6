"""A rate of each group against the rest, as a picture: what several pages compare in the same way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics.declaration import Metric
from ..model.panel import Dot, Drill, Forest, Verdict
from ..model.period import Period
from ..model.text import Text
from ..statistics.comparison import against_the_rest
from ..text.numbers import percent, points
from .context import Context
from .shares import rows_of, share_of, share_text, verdict_of, verdict_text

ROWS_SHOWN: Final = 30
WHOLE: Final = Text(ru="Все вместе", en="All together", bg="Всички заедно")
BLANK: Final = Text(ru="не указано", en="not stated", bg="не е посочено")
REFERENCE: Final = Text(
    ru="Все {share}, полоса ±{band}", en="All {share}, band ±{band}", bg="Всички {share}, ивица ±{band}"
)
FOOT: Final = Text(
    ru="Точка: доля, черта: 95 % интервал. Каждый сравнивается с остальными, с поправкой на число сравнений; "
    "различия до {band} не в счёт. Полая точка: судить рано.",
    en="Dot: share, line: 95% interval. Each is compared with the rest, corrected for the number of comparisons; "
    "differences up to {band} do not count. A hollow dot: too early to judge.",
    bg="Точка: дял, черта: 95% интервал. Всеки се сравнява с останалите, с поправка за броя сравнения; разлики "
    "до {band} не се броят. Празна точка: рано е да се съди.",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A picture of the comparison, the groups proven better and worse, and the sentence that explains it."""

    picture: Forest
    better: tuple[str, ...]
    worse: tuple[str, ...]
    foot: str


def compared(metric: Metric, context: Context, *, by: str = "manager", always: bool = False) -> Compared | None:
    """Return a rate, of which more is better, per group against the rest; `None` without a case.

    With `always` the period of the filters is left aside: the rate is of the last day of the data.
    """
    period = Period() if always else None
    filters = replace(context.filters, period=Period()) if always else context.filters
    found = metric.measure(context.tables, by=(by,), filters=filters).rename(columns={by: "group"})
    found = found[found["n"] > 0]
    if found.empty:
        return None
    whole = rows_of(metric.measure(context.tables, filters=filters))[0]
    delta = context.rule("practical_difference")
    judged = against_the_rest(found["k"], found["n"], delta=delta, gate=metric.kind.gate)
    found = found.assign(
        verdict=[verdict_of(row.answer, row.difference).value for row in rows_of(judged)],
        needed=judged["needed"].to_numpy(),
    ).sort_values(["enough", "value"], ascending=False, kind="stable")
    shown = found[found.index.isin(found.nlargest(ROWS_SHOWN, "n").index)]
    dots = [
        _dot(whole, context.say(WHOLE), Verdict.NONE, "", Drill(metric.key, period=period), context, apart=True)
    ]
    dots += [_of(row, metric, by, period, context) for row in rows_of(shown)]
    band = points(delta, context.language)
    said = context.say(REFERENCE, share=percent(whole.value, context.language), band=band)
    names = {
        verdict: tuple(_name(group, context) for group in found.loc[found["verdict"] == verdict.value, "group"])
        for verdict in (Verdict.BETTER, Verdict.WORSE)
    }
    return Compared(
        Forest(tuple(dots), float(whole.value), said, delta),
        names[Verdict.BETTER],
        names[Verdict.WORSE],
        context.say(FOOT, band=band),
    )


def _of(row: Any, metric: Metric, by: str, period: Period | None, context: Context) -> Dot:
    name = None if pd.isna(row.group) else str(row.group)
    verdict = Verdict(row.verdict)
    needed = None if pd.isna(row.needed) else float(row.needed)
    drill = Drill(metric.key, MappingProxyType({by: name}), period=period)
    return _dot(row, _name(name, context), verdict, verdict_text(verdict, needed, context.language), drill, context)


def _dot(
    row: Any, label: str, verdict: Verdict, said: str, drill: Drill, context: Context, *, apart: bool = False
) -> Dot:
    share = share_of(row)
    return Dot(label, share, share_text(share, context.language), verdict, said, drill, apart)


def _name(group: object, context: Context) -> str:
    return context.say(BLANK) if group is None or pd.isna(group) else str(group)  # type: ignore[call-overload]
