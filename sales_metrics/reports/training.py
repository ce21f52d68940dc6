"""The training page: whether meetings became contracts more often after a training, measured against a control.

Longer than most because judging a training, its picture and its sentences rest on one table of people.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.listing import trainings_of
from ..model.panel import Drill, Empty, Panel, Share, Slope, Slopes, Verdict
from ..model.period import Period
from ..statistics.before_after import Effect, difference_in_differences, effect_bounds, posterior_effect
from ..statistics.comparison import needed
from ..statistics.shrinkage import beta_binomial, shrunken
from ..text.dates import day, period_text
from ..text.numbers import number, percent, signed_points
from .context import BY_HOLDING, Context
from .missing import UPLOAD, WIDEN, missing_panel
from .shares import roughly, rows_of, wilson_share
from .training_words import (
    ADVICE_FEW,
    ADVICE_PLACEBO,
    ADVICE_RETURN,
    ADVICE_ROWS,
    CANNOT,
    CONTROL,
    EFFECT_TEXT,
    FOOT,
    HELPED,
    HURT,
    NAME,
    NEEDS_TRAININGS,
    NO_CONTROL,
    NO_EFFECT,
    ONE_PERSON,
    SUBTITLE,
    TRAINED,
    WHICH,
    WOULD_SHOW,
    YOUNG,
)

KEY: Final = "training.effect"
ALPHA: Final = 0.05
LEVEL: Final = 1 - 2 * ALPHA
"""Whether it helped is a question of one side, so the interval that goes with the answer leaves 5 % at each end."""


@dataclass(frozen=True, slots=True)
class Training:
    """One training: its day, its topic and who attended, with the stretches before and after that are compared."""

    held_on: date
    topic: str
    people: frozenset[str]
    before: Period
    after: Period


def training(context: Context) -> tuple[Panel, ...]:
    """Return the panel of the training that was picked, the latest with enough behind it by default."""
    metric, title = METRICS["meeting_success"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return (absent,)
    found = _trainings(context)
    if not found:
        why = Empty(context.say(NEEDS_TRAININGS), context.say(WOULD_SHOW), context.say(UPLOAD))
        return (Panel(KEY, title, "", why),)
    options = tuple((f"{one.held_on}", f"{day(one.held_on, context.language)} · {one.topic}") for one in found)
    pick = context.pick("training", context.say(WHICH), options, options[0][0])
    chosen = next(one for one in found if f"{one.held_on}" == pick.chosen)
    return (replace(_panel(chosen, context), choices=(pick,)),)


def _trainings(context: Context) -> list[Training]:
    """Return the trainings, the latest with any time after it first; one day and topic is one training."""
    rows = trainings_of(context.tables)
    months = int(context.rule("training_months"))
    found = []
    for held_on, group in rows.groupby("held_on", sort=False):
        on = pd.Timestamp(str(held_on)).date()
        start = (pd.Timestamp(on) - pd.DateOffset(months=months)).date()
        end = (pd.Timestamp(on) + pd.DateOffset(months=months)).date()
        yesterday = (pd.Timestamp(on) - pd.Timedelta(days=1)).date()
        topics = ", ".join(sorted({str(topic) for topic in group["topic"].dropna()})) or "—"
        people = frozenset(str(name) for name in group["manager"].dropna())
        found.append(Training(on, topics, people, Period(start, yesterday), Period(on, end)))
    ripe = context.today - pd.Timedelta(days=context.rule("training_window_days"))
    return sorted(found, key=lambda one: (one.held_on > pd.Timestamp(ripe).date(), -one.held_on.toordinal()))


def _panel(one: Training, context: Context) -> Panel:
    subtitle = context.say(
        SUBTITLE,
        window=number(context.rule("training_window_days"), context.language),
        date=context.say(BY_HOLDING),
        before=period_text(one.before, context.language),
        after=period_text(one.after, context.language),
    )
    people = _people(one, context)
    if people.empty or not people["n_after"].sum():
        return Panel(KEY, context.say(YOUNG), subtitle, Empty(context.say(YOUNG), context.say(WIDEN)))
    judged = _judge(people, context)
    slopes = _slopes(people, one, judged, context)
    foot = context.say(
        FOOT,
        delta=percent(context.rule("training_difference"), context.language, 0),
        months=number(context.rule("training_months"), context.language),
        window=number(context.rule("training_window_days"), context.language),
    )
    return Panel(
        KEY, judged.title, subtitle, slopes, f"{foot} {context.as_of}", advice=_advice(people, one, judged, context)
    )


def _people(one: Training, context: Context) -> pd.DataFrame:
    """Return k and n of every manager before and after, and whether they attended; only those with both."""
    sides = []
    for period in (one.before, one.after):
        filters = replace(context.filters, period=period)
        found = METRICS["meeting_success"].measure(context.tables, by=("manager",), filters=filters)
        sides.append(found[found["manager"].notna() & (found["n"] > 0)].set_index("manager")[["k", "n"]])
    people = sides[0].merge(sides[1], left_index=True, right_index=True, suffixes=("_before", "_after"))
    people = people.assign(trained=people.index.isin(one.people))
    return people.sort_values(["trained"], ascending=False, kind="stable")


@dataclass(frozen=True, slots=True)
class Judged:
    """The effect with what it says: bounds as shares, the verdict, and the sentence of the title."""

    effect: Effect
    low: float
    high: float
    more: int | None
    verdict: Verdict
    title: str


def _judge(people: pd.DataFrame, context: Context) -> Judged:
    before = (people["k_before"] / people["n_before"]).to_numpy()
    after = (people["k_after"] / people["n_after"]).to_numpy()
    trained = people["trained"].to_numpy(dtype=bool)
    effect = difference_in_differences(before, after, trained)
    pooled = _pooled(people)
    draws = posterior_effect(pooled["trained"], pooled["others"], seed=1)
    near = [float(edge) for edge in np.quantile(draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])]
    low, high = effect_bounds(before, after, trained, level=LEVEL)
    if not np.isfinite(low):
        # Too few people for the permutation to bound anything: what the meetings alone say is at least something.
        low, high = near
    delta = context.rule("training_difference")
    verdict = _verdict(effect, low, high, near, delta)
    base = float(people["k_before"].sum() / people["n_before"].sum())
    each = needed(min(base + delta, 1.0), base)
    have = int(people.loc[people["trained"], ["n_before", "n_after"]].min().sum() / 2) if trained.any() else 0
    more = max(each - have, 0) if each is not None else None
    return Judged(effect, low, high, more, verdict, _title(people, effect, verdict, more, context))


def _verdict(effect: Effect, low: float, high: float, near: list[float], delta: float) -> Verdict:
    if np.isnan(effect.effect):
        return Verdict.NONE
    if effect.p <= ALPHA and low > 0:
        return Verdict.BETTER
    if effect.p >= 1 - ALPHA and high < 0:
        return Verdict.WORSE
    return Verdict.SAME if -delta < near[0] and near[1] < delta else Verdict.CANNOT_TELL


def _title(people: pd.DataFrame, effect: Effect, verdict: Verdict, more: int | None, context: Context) -> str:
    if np.isnan(effect.effect):
        return context.say(NO_CONTROL)
    said = signed_points(effect.effect, context.language)
    if verdict is Verdict.BETTER:
        return context.say(HELPED, effect=said)
    if verdict is Verdict.WORSE:
        return context.say(HURT, effect=said)
    if verdict is Verdict.SAME:
        return context.say(NO_EFFECT)
    if effect.least_p > ALPHA:
        few = number(int(people["trained"].sum()), context.language)
        return context.say(ONE_PERSON, trained=few, all=number(len(people), context.language))
    return context.say(CANNOT, more=roughly(more or 0, context.language))


def _pooled(people: pd.DataFrame) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    found = {}
    for name, flag in (("trained", True), ("others", False)):
        sums = (
            people.loc[people["trained"] == flag, ["k_before", "n_before", "k_after", "n_after"]].sum().astype(int)
        )
        found[name] = ((sums["k_before"], sums["n_before"]), (sums["k_after"], sums["n_after"]))
    return found


def _slopes(people: pd.DataFrame, one: Training, judged: Judged, context: Context) -> Slopes:
    lines = [_person(row, one) for row in rows_of(people.reset_index())]
    pooled = _pooled(people)
    for name, label, chosen in (("others", CONTROL, False), ("trained", TRAINED, True)):
        before, after = (_share(k, n) for k, n in pooled[name])
        if before.n and after.n:
            lines.append(Slope(context.say(label), before, after, chosen, thick=True))
    expected = None
    _, (k_after, n_after) = pooled["trained"]
    if n_after and not np.isnan(judged.effect.effect):
        # So placed, the bracket is as long as the effect, which is a mean over people and not over meetings.
        expected = min(max(k_after / n_after - judged.effect.effect, 0.0), 1.0)
    text = ""
    if not np.isnan(judged.effect.effect):
        text = context.say(
            EFFECT_TEXT,
            effect=signed_points(judged.effect.effect, context.language),
            low=signed_points(judged.low, context.language),
            high=signed_points(judged.high, context.language),
        )
    words = {
        "before": period_text(one.before, context.language),
        "after": period_text(one.after, context.language),
    }
    unfinished = bool(one.after.end and one.after.end > context.today)
    return Slopes(tuple(lines), expected, text, judged.verdict, unfinished, MappingProxyType(words))


def _person(row: Any, one: Training) -> Slope:
    where = MappingProxyType({"manager": str(row.manager)})
    return Slope(
        label=str(row.manager),
        before=_share(row.k_before, row.n_before),
        after=_share(row.k_after, row.n_after),
        chosen=bool(row.trained),
        before_drill=Drill("meeting_success", where, "n", one.before),
        after_drill=Drill("meeting_success", where, "n", one.after),
    )


def _share(k: float, n: float) -> Share:
    enough = n >= METRICS["meeting_success"].kind.gate
    return wilson_share(k, n) if enough else Share(float(k), float(n))


def _advice(people: pd.DataFrame, one: Training, judged: Judged, context: Context) -> tuple[str, ...]:
    """Return what stands beside the verdict in any case: chance, what returns by itself, the trend before."""
    trained = people[people["trained"]]
    if trained.empty or np.isnan(judged.effect.effect):
        return ()
    lang = context.language
    said = [
        context.say(
            ADVICE_ROWS,
            trained=_from_to(people, True, context),
            others=_from_to(people, False, context),
            p=percent(judged.effect.p, lang, 1 if judged.effect.p < 0.1 else 0),
        )
    ]
    prior = beta_binomial(people["k_before"], people["n_before"])
    expected = shrunken(np.column_stack([trained["k_before"], trained["n_before"] - trained["k_before"]]), prior)
    back = float(np.average(expected[:, 0], weights=trained["n_before"]))
    own = float(trained["k_before"].sum() / trained["n_before"].sum())
    if back - own > 0.005:
        said.append(context.say(ADVICE_RETURN, own=percent(own, lang), back=percent(back, lang)))
    placebo = _placebo(one, context)
    if placebo is not None and placebo.p <= 0.1:
        said.append(context.say(ADVICE_PLACEBO, effect=signed_points(placebo.effect, lang)))
    if judged.effect.least_p > ALPHA:
        said.append(context.say(ADVICE_FEW, least=percent(judged.effect.least_p, lang)))
    return tuple(said)


def _from_to(people: pd.DataFrame, trained: bool, context: Context) -> str:
    group = people[people["trained"] == trained]
    if group.empty:
        return "—"
    shares = [group[f"k_{side}"].sum() / group[f"n_{side}"].sum() for side in ("before", "after")]
    return " → ".join(percent(float(share), context.language) for share in shares)


def _placebo(one: Training, context: Context) -> Effect | None:
    """Return the same comparison of the two halves before the training, when nobody had been trained."""
    start, end = one.before.start, one.before.end
    if start is None or end is None:
        return None
    middle = start + (end - start) / 2
    halves = replace(
        one, before=Period(start, middle), after=Period((pd.Timestamp(middle) + pd.Timedelta(days=1)).date(), end)
    )
    people = _people(halves, context)
    if people.empty:
        return None
    before, after = people["k_before"] / people["n_before"], people["k_after"] / people["n_after"]
    found = difference_in_differences(before, after, people["trained"])
    return None if np.isnan(found.effect) else found
