"""The steps of the funnel: how many deals reached each stage, how many went on, and where they stopped."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics.filters import Filters
from ..model.panel import Drill, Funnel, Panel, Step, Verdict
from ..model.text import Text
from ..statistics.comparison import adjusted, pooled_p
from ..text.numbers import counts, money, money_scale, number, percent
from ..text.plural import DEALS, counted
from .context import Context
from .funnel_by import FunnelBy, funnel_by, stage_name
from .funnel_path import path_sentences
from .missing import missing_panel, nothing_panel
from .shares import rows_of, share_of

KEY: Final = "funnel.steps"
OPEN_AT_MOST: Final = 0.2
"""With more deals than this still open at a step, periods are not compared there."""
GATE: Final = 10
ALPHA: Final = 0.05
NAME: Final = Text(ru="Шаги воронки", en="Steps of the funnel", bg="Стъпки на фунията")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько сделок дошло до каждой стадии и где они останавливаются.",
    en="You would see how many deals reach each stage and where they stop.",
    bg="Тук ще се вижда колко сделки стигат до всеки етап и къде спират.",
)
WEAK: Final = Text(
    ru="Слабое место после стадии «{stage}»: {tenths} из 10 не идут дальше",
    en="The weak step comes after “{stage}”: {tenths} in 10 go no further",
    bg="Слабото място е след „{stage}“: {tenths} от 10 не продължават",
)
WEAK_OPEN: Final = Text(
    ru="Слабое место после стадии «{stage}»: {tenths} из 10 пока не прошли дальше",
    en="The weak step comes after “{stage}”: {tenths} in 10 have gone no further yet",
    bg="Слабото място е след „{stage}“: {tenths} от 10 още не са продължили",
)
WORSE: Final = Text(
    ru="После стадии «{stage}» дальше идут {now}, в прошлом периоде шли {before}",
    en="After “{stage}” {now} go on; in the period before it was {before}",
    bg="След „{stage}“ продължават {now}, в предишния период бяха {before}",
)
FEW: Final = Text(
    ru="{deals}: для выводов по шагам пока мало",
    en="{deals}: too few to tell one step from another",
    bg="{deals}: още са малко за изводи по стъпки",
)
ONE: Final = Text(ru="{deals} в работе", en="{deals} under way", bg="{deals} в работа")
SUBTITLE: Final = Text(
    ru="{deals}, {period}. Каждая сделка посчитана один раз на каждой пройденной стадии",
    en="{deals}, {period}. Each deal is counted once at every stage it passed",
    bg="{deals}, {period}. Всяка сделка е броена по веднъж на всеки изминат етап",
)
FOOT: Final = Text(
    ru="В скобках 95 % интервал доли.",
    en="In brackets the 95% interval of the share.",
    bg="В скоби е 95% интервал на дяла.",
)
FOOT_ALARM: Final = Text(
    ru="Красным выделен переход, который отличается от прошлого периода ({before}).",
    en="Red marks the step that differs from the period before ({before}).",
    bg="В червено е преходът, който се различава от предишния период ({before}).",
)
FOOT_LOST: Final = Text(
    ru="У проигранных ({lost}) стадия отказа не записана: они видны только на первой.",
    en="Lost deals ({lost}) carry no stage of refusal: they show at the first stage only.",
    bg="При загубените ({lost}) етапът на отказа не е записан: те се виждат само на първия.",
)


def steps_panel(context: Context) -> Panel:
    """Return the funnel of all deals under the filters, with the conversion of every step."""
    title, by = context.say(NAME), funnel_by(context)
    absent = missing_panel(KEY, title, by.reached, WOULD_SHOW, context)
    if absent:
        return replace(absent, choices=by.choices) if by.by_closing else absent
    stages = _with_empty_stages(by.measured(by.reached, context, context.filters), by.order(context))
    if stages.empty or not stages["total"].sum():
        return replace(nothing_panel(KEY, title, context), choices=by.choices)
    steps = _steps(stages, by, context)
    assumed = int(stages["assumed"].sum()) if "assumed" in stages else 0
    return Panel(
        key=KEY,
        title=_title(steps, context),
        subtitle=context.say(SUBTITLE, deals=by.said(context), period=context.period),
        picture=Funnel(steps),
        foot=_foot(steps, assumed, by, context),
        choices=by.choices,
    )


def _with_empty_stages(stages: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """Return the stages with those that no deal has reached: a funnel ends at the contract, not before it."""
    if stages.empty:
        return stages
    filled = stages.set_index("stage").reindex(order).rename_axis("stage").reset_index()
    sums = [name for name in ("total", "n", "amount", "assumed") if name in filled]
    return filled.assign(**{name: filled[name].fillna(0) for name in sums})


def _steps(stages: pd.DataFrame, by: FunnelBy, context: Context) -> tuple[Step, ...]:
    onward = {row.stage: row for row in _conversions(by, context, context.filters)}
    before = {row.stage: row for row in _conversions(by, context, _filters_before(context))}
    scale = _scale(stages["amount"])
    verdicts = _judged(onward, before)
    steps = tuple(
        _step(
            row,
            onward.get(row.stage),
            before.get(row.stage),
            verdicts.get(row.stage, Verdict.NONE),
            scale,
            by,
            context,
        )
        for row in rows_of(stages)
    )
    # One alarm at most: when several steps fell, the one that fell furthest is the message.
    falls = [(s.before.value - s.onward.value, at) for at, s in enumerate(steps) if _fell(s)]  # type: ignore[union-attr,operator]
    keep = max(falls)[1] if falls else None
    return tuple(step if at == keep else replace(step, verdict=Verdict.NONE) for at, step in enumerate(steps))


def _scale(amounts: pd.Series[float]) -> int:
    """Return one unit for all sums in which the largest is short and the smallest is not rounded to nought."""
    sizes = amounts.abs()[amounts != 0]
    scale = money_scale(float(sizes.max())) if len(sizes) else 0
    return scale - 3 if scale and float(sizes.min()) < 0.05 * 10**scale else scale


def _conversions(by: FunnelBy, context: Context, filters: Filters | None) -> list[Any]:
    return [] if filters is None else rows_of(by.measured(by.onward, context, filters))


def _filters_before(context: Context) -> Filters | None:
    previous = context.filters.period.previous()
    return replace(context.filters, period=previous) if previous else None


def _step(row: Any, onward: Any, before: Any, verdict: Verdict, scale: int, by: FunnelBy, context: Context) -> Step:
    share = share_of(onward) if onward is not None and onward.n else None
    earlier = share_of(before) if before is not None and before.n else None
    amount = None if pd.isna(row.amount) else float(row.amount)
    where = MappingProxyType({by.column: row.stage})
    return Step(
        label=stage_name(row.stage, context),
        count=int(row.total),
        money=amount,
        money_text=money(amount, context.language, context.currency, scale=scale) if amount else "",
        drill=Drill(by.reached.key, where, "total"),
        onward=share,
        lost=int(onward.lost) if onward is not None else 0,
        open=int(onward.open) if onward is not None else 0,
        before=earlier,
        verdict=verdict,
        lost_drill=Drill(by.onward.key, where, "lost") if share else None,
    )


def _judged(onward: dict[str, Any], before: dict[str, Any]) -> dict[str, Verdict]:
    """Compare what was decided at each step in both periods, corrected for the number of steps.

    Open deals are left out, since those of a young period have merely had less time; a step at which too many
    are still open is not compared at all.
    """
    pairs = {
        stage: (_decided(now), _decided(then))
        for stage, now in onward.items()
        if (then := before.get(stage)) is not None and _decided(now) and _decided(then)
    }
    if not pairs:
        return {}
    (now_k, now_n), (then_k, then_n) = (zip(*(sides[at] for sides in pairs.values()), strict=True) for at in (0, 1))
    proven = adjusted(pooled_p(now_k, now_n, then_k, then_n)) <= ALPHA
    return {
        stage: (Verdict.BETTER if k * other_n > other_k * n else Verdict.WORSE) if differs else Verdict.SAME
        for differs, (stage, ((k, n), (other_k, other_n))) in zip(proven, pairs.items(), strict=True)
    }


def _decided(row: Any) -> tuple[float, ...]:
    """Return k and n of the deals that left the step; nothing where too few did or too many are there yet."""
    left = row.k + row.lost
    return (row.k, left) if left >= GATE and row.open <= OPEN_AT_MOST * row.n else ()


def _fell(step: Step) -> bool:
    return step.verdict is Verdict.WORSE and step.onward is not None and step.before is not None


def _title(steps: tuple[Step, ...], context: Context) -> str:
    deals = counted(steps[0].count, context.language, DEALS)
    alarm = next((step for step in steps if step.verdict is Verdict.WORSE), None)
    if alarm is not None and alarm.onward is not None and alarm.before is not None:
        now, before = (percent(share.value, context.language) for share in (alarm.onward, alarm.before))
        return context.say(WORSE, stage=alarm.label, now=now, before=before)
    judged = [step for step in steps if step.onward is not None and step.onward.value is not None]
    if len(steps) == 1:
        return context.say(ONE, deals=deals)
    if not judged:
        return context.say(FEW, deals=deals)
    weakest = min(judged, key=lambda step: step.onward.value)  # type: ignore[union-attr,arg-type,return-value]
    tenths = round(10 * (1 - weakest.onward.value))  # type: ignore[union-attr,operator]
    return context.say(
        WEAK_OPEN if weakest.open else WEAK, stage=weakest.label, tenths=number(tenths, context.language)
    )


def _foot(steps: tuple[Step, ...], assumed: int, by: FunnelBy, context: Context) -> str:
    parts = [context.say(FOOT)]
    alarm = next((step for step in steps if step.verdict is Verdict.WORSE), None)
    if alarm is not None and alarm.before is not None:
        parts.append(context.say(FOOT_ALARM, before=counts(alarm.before.k, alarm.before.n, context.language)))
    if not by.by_closing:
        parts += path_sentences(context)
    if assumed:
        parts.append(context.say(FOOT_LOST, lost=number(assumed, context.language)))
    parts.append(context.as_of)
    return " ".join(parts)
