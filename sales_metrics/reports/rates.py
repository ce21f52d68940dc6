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
from ..text.numbers import k_of_n, number, percent, points
from .context import Context
from .shares import rows_of, share_of, share_text, verdict_text, with_verdicts

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

    def title(self, context: Context, *, worse: Text, alike: Text, better: Text | None = None) -> str:
        """Return who is proven worse or else, if there are words for it, better; else the share of all together."""
        if self.worse:
            return context.say(worse, who=names(self.worse, context))
        if self.better and better is not None:
            return context.say(better, who=names(self.better, context))
        whole = self.picture.dots[0].share
        return context.say(alike, share=k_of_n(whole.k, whole.n, context.language))


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
    found = with_verdicts(found, judged).sort_values(["enough", "value"], ascending=False, kind="stable")
    shown = found[found.index.isin(found.nlargest(ROWS_SHOWN, "n").index)]
    dots = [whole_dot(whole, metric, context, period)]
    dots += [dot_of(row, metric, by, context, period) for row in rows_of(shown)]
    band = points(delta, context.language)
    said = context.say(REFERENCE, share=percent(whole.value, context.language), band=band)
    return Compared(
        Forest(tuple(dots), float(whole.value), said, delta),
        proven(found, Verdict.BETTER, context),
        proven(found, Verdict.WORSE, context),
        context.say(FOOT, band=band),
    )


def whole_dot(row: Any, metric: Metric, context: Context, period: Period | None = None) -> Dot:
    """Return the mark of all groups together."""
    share = share_of(row)
    text = share_text(share, context.language)
    return Dot(context.say(WHOLE), share, text, Verdict.NONE, "", Drill(metric.key, period=period), apart=True)


def dot_of(row: Any, metric: Metric, by: str, context: Context, period: Period | None = None) -> Dot:
    """Return the mark of one group: a measured row with `group`, `verdict` and `needed`."""
    share, verdict = share_of(row), Verdict(row.verdict)
    return Dot(
        name_of(row.group, context),
        share,
        share_text(share, context.language),
        verdict,
        verdict_text(verdict, row.needed, context.language),
        Drill(metric.key, MappingProxyType({by: None if pd.isna(row.group) else str(row.group)}), period=period),
    )


def proven(found: pd.DataFrame, verdict: Verdict, context: Context) -> tuple[str, ...]:
    """Return the names of the groups with a verdict, in the order of the rows."""
    return tuple(name_of(group, context) for group in found.loc[found["verdict"] == verdict.value, "group"])


def names(found: tuple[str, ...], context: Context) -> str:
    """Return the first two names, and how many more there are."""
    shown = ", ".join(found[:2])
    return shown if len(found) <= 2 else f"{shown} +{number(len(found) - 2, context.language)}"


def name_of(group: Any, context: Context) -> str:
    """Return the name of a group, or that none is stated."""
    return context.say(BLANK) if pd.isna(group) else str(group)
