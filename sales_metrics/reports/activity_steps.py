"""From call to meeting to contract: who converts better than the rest, and of whom it is too early to say.

Half of the module is its sentences in three languages, which stand beside what they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.declaration import Metric
from ..model.panel import Dot, Drill, Forest, Panel, Share, Verdict
from ..model.text import Text
from ..statistics.comparison import against_the_rest
from ..text.numbers import counts, number, percent, points
from .activity_scope import together
from .context import Context
from .missing import missing_panel, nothing_panel
from .rates import REFERENCE, WHOLE, name_of, proven
from .shares import rows_of, share_of, share_text, verdict_text, with_verdicts
from .win_rates import band_of

ROWS_SHOWN: Final = 30
FOOT: Final = Text(
    ru="Точка: доля, черта: 95 % интервал. Каждый сравнивается с остальными, с поправкой на число сравнений. Полая "
    "точка: судить рано. Считаются все записи периода: какой звонок привёл к какой встрече, не прослеживается.",
    en="Dot: share, line: 95% interval. Each is compared with the rest, corrected for the number of comparisons. A "
    "hollow dot: too early to judge. All records of the period count: which call led to which meeting is not "
    "traced.",
    bg="Точка: дял, черта: 95% интервал. Всеки се сравнява с останалите, с поправка за броя сравнения. Празна "
    "точка: рано е да се съди. Броят се всички записи от периода: не се проследява кое обаждане до коя среща е "
    "довело.",
)
FOOT_ROWS: Final = Text(
    ru="Показаны {shown} с наибольшим числом записей из {all}.",
    en="Shown are the {shown} with most records of {all}.",
    bg="Показани са {shown} с най-много записи от {all}.",
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the daily funnel and its sentences."""

    key: str
    metric: str
    name: Text
    would_show: Text
    subtitle: Text
    more: Text
    less: Text
    both: Text
    several: Text
    nobody: Text
    beyond: Text
    """Said of a manager with more events than attempts, which is no share."""


TO_MEETING: Final = Stage(
    key="activity.calls_to_meetings",
    metric="meetings_per_call",
    name=Text(ru="Из звонков во встречи", en="From calls to meetings", bg="От обаждания към срещи"),
    would_show=Text(
        ru="Здесь будет видно, у кого звонки чаще остальных приводят к встречам.",
        en="You would see whose calls lead to meetings more often than those of the rest.",
        bg="Тук ще се вижда чии обаждания водят до срещи по-често от останалите.",
    ),
    subtitle=Text(
        ru="Состоявшиеся встречи к сделанным звонкам, по дате проведения, {period}",
        en="Meetings held per calls made, by the day they were held, {period}",
        bg="Проведени срещи спрямо обаждания, по дата на провеждане, {period}",
    ),
    more=Text(
        ru="{who}: встреч на звонок больше, чем у остальных",
        en="More meetings per call than the rest: {who}",
        bg="{who}: повече срещи на обаждане от останалите",
    ),
    less=Text(
        ru="{who}: встреч на звонок меньше, чем у остальных",
        en="Fewer meetings per call than the rest: {who}",
        bg="{who}: по-малко срещи на обаждане от останалите",
    ),
    both=Text(
        ru="{better}: встреч на звонок больше, чем у остальных; {worse}: меньше",
        en="More meetings per call than the rest: {better}; fewer: {worse}",
        bg="{better}: повече срещи на обаждане от останалите; {worse}: по-малко",
    ),
    several=Text(
        ru="Встреч на звонок больше, чем у остальных, у {better} из {all}, меньше у {worse}",
        en="Of {all} managers {better} get more meetings per call than the rest, {worse} fewer",
        bg="От {all} мениджъри {better} имат повече срещи на обаждане от останалите, {worse} по-малко",
    ),
    nobody=Text(
        ru="По встречам на звонок никто доказанно не отличается от остальных",
        en="Nobody is proven to differ from the rest in meetings per call",
        bg="По срещи на обаждане за никого не е доказано, че се различава",
    ),
    beyond=Text(
        ru="встреч больше, чем звонков", en="more meetings than calls", bg="повече срещи, отколкото обаждания"
    ),
)
TO_CONTRACT: Final = Stage(
    key="activity.meetings_to_contracts",
    metric="contracts_per_meeting",
    name=Text(ru="Из встреч в договоры", en="From meetings to contracts", bg="От срещи към договори"),
    would_show=Text(
        ru="Здесь будет видно, у кого встречи чаще остальных приводят к договорам.",
        en="You would see whose meetings lead to contracts more often than those of the rest.",
        bg="Тук ще се вижда чии срещи водят до договори по-често от останалите.",
    ),
    subtitle=Text(
        ru="Выигранные сделки по дате закрытия к встречам по дате проведения, {period}",
        en="Deals won, by closing date, per meetings held, by the day they were held, {period}",
        bg="Спечелени сделки по дата на приключване спрямо срещи по дата на провеждане, {period}",
    ),
    more=Text(
        ru="{who}: договоров на встречу больше, чем у остальных",
        en="More contracts per meeting than the rest: {who}",
        bg="{who}: повече договори на среща от останалите",
    ),
    less=Text(
        ru="{who}: договоров на встречу меньше, чем у остальных",
        en="Fewer contracts per meeting than the rest: {who}",
        bg="{who}: по-малко договори на среща от останалите",
    ),
    both=Text(
        ru="{better}: договоров на встречу больше, чем у остальных; {worse}: меньше",
        en="More contracts per meeting than the rest: {better}; fewer: {worse}",
        bg="{better}: повече договори на среща от останалите; {worse}: по-малко",
    ),
    several=Text(
        ru="Договоров на встречу больше, чем у остальных, у {better} из {all}, меньше у {worse}",
        en="Of {all} managers {better} get more contracts per meeting than the rest, {worse} fewer",
        bg="От {all} мениджъри {better} имат повече договори на среща от останалите, {worse} по-малко",
    ),
    nobody=Text(
        ru="По договорам на встречу никто доказанно не отличается от остальных",
        en="Nobody is proven to differ from the rest in contracts per meeting",
        bg="По договори на среща за никого не е доказано, че се различава",
    ),
    beyond=Text(
        ru="договоров больше, чем встреч",
        en="more contracts than meetings",
        bg="повече договори, отколкото срещи",
    ),
)


def meetings_panel(context: Context) -> Panel:
    """Return how many meetings come of each manager's calls, against the rest."""
    return _panel(TO_MEETING, context)


def contracts_panel(context: Context) -> Panel:
    """Return how many contracts come of each manager's meetings, against the rest."""
    return _panel(TO_CONTRACT, context)


def judged_steps(found: pd.DataFrame) -> pd.DataFrame:
    """Add verdict and needed cases to rows of k and n; rows with more events than attempts are not compared."""
    fit = found["k"] <= found["n"]
    compared = found[fit]
    if compared.empty:
        return found.assign(verdict=Verdict.NONE.value, needed=None)
    total = float(compared["n"].sum())
    delta = band_of(float(compared["k"].sum()) / total) if total else band_of(0)
    judged = with_verdicts(compared, against_the_rest(compared["k"], compared["n"], delta=delta))
    return found.assign(
        verdict=judged["verdict"].reindex(found.index, fill_value=Verdict.NONE.value),
        needed=judged["needed"].reindex(found.index),
    )


def _panel(step: Stage, context: Context) -> Panel:
    metric, title = METRICS[step.metric], context.say(step.name)
    absent = missing_panel(step.key, title, metric, step.would_show, context)
    if absent:
        return absent
    found = metric.measure(context.tables, ("manager",), context.filters).rename(columns={"manager": "group"})
    found = found[found["n"] + found["k"] > 0]
    whole = together(metric, found)
    if not whole.n:
        return nothing_panel(step.key, title, context)
    found = judged_steps(found).sort_values(["enough", "value"], ascending=False, kind="stable")
    kept = found.loc[found["n"].nlargest(ROWS_SHOWN).index].index
    shown = found[found.index.isin(kept)]
    apart = Dot(
        context.say(WHOLE),
        step_share(whole),
        _text(whole, context),
        Verdict.NONE,
        "",
        Drill(metric.key),
        apart=True,
    )
    rows = tuple(_dot(row, metric, step, context) for row in rows_of(shown))
    share = float(whole.value) if whole.k <= whole.n else None
    band = band_of(share) if share is not None else 0.0
    said = (
        context.say(REFERENCE, share=percent(share, context.language), band=points(band, context.language))
        if share is not None
        else ""
    )
    parts = [context.say(FOOT)]
    if len(found) > ROWS_SHOWN:
        ends = (number(ROWS_SHOWN, context.language), number(len(found), context.language))
        parts.append(context.say(FOOT_ROWS, shown=ends[0], all=ends[1]))
    return Panel(
        step.key,
        _title(step, found, context),
        context.say(step.subtitle, period=context.period),
        Forest((apart, *rows), share, said, band),
        " ".join([*parts, context.as_of]),
    )


def _dot(row: Any, metric: Metric, step: Stage, context: Context) -> Dot:
    name = None if pd.isna(row.group) else str(row.group)
    verdict = Verdict(row.verdict)
    said = verdict_text(verdict, row.needed, context.language)
    return Dot(
        name_of(row.group, context),
        step_share(row),
        _text(row, context),
        verdict,
        context.say(step.beyond) if row.k > row.n else said,
        Drill(metric.key, MappingProxyType({"manager": name})),
    )


def step_share(row: Any) -> Share:
    """Return the share of a step; without value and interval below the gate and where events exceed attempts."""
    return share_of(row) if row.k <= row.n else Share(float(row.k), float(row.n))


def _text(row: Any, context: Context) -> str:
    if row.k > row.n:
        return counts(row.k, row.n, context.language)
    return share_text(share_of(row), context.language)


def _title(step: Stage, found: pd.DataFrame, context: Context) -> str:
    better, worse = (proven(found, verdict, context) for verdict in (Verdict.BETTER, Verdict.WORSE))
    if not better and not worse:
        return context.say(step.nobody)
    if len(better) <= 2 and len(worse) <= 2:
        if better and worse:
            return context.say(step.both, better=", ".join(better), worse=", ".join(worse))
        return context.say(step.more if better else step.less, who=", ".join(better or worse))
    figures = {"all": len(found), "better": len(better), "worse": len(worse)}
    return context.say(step.several, **{name: number(n, context.language) for name, n in figures.items()})
