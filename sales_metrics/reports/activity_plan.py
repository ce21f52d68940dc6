"""Plan and fact of calls, meetings and contracts: who is on course, and whose plan is all but out of reach.

Half of the module is its sentences in three languages, which stand beside what they name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

from ..metrics import METRICS
from ..model.panel import Bullet, Bullets, Drill, Panel, Pick
from ..model.period import Period
from ..model.text import Text
from ..statistics.pace import Outlook, outlook
from ..text.dates import day_on_axis, period_text
from ..text.numbers import chance, number, percent
from .activity_scope import Measure, measure_choice, plan_period, undivided_days_panel, within, working_days
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

KEY: Final = "activity.plan"
ALARM_BELOW: Final = 0.10
"""Chance to make the plan below which it is called out of reach."""
HISTORY_DAYS: Final = 90
ROWS_SHOWN: Final = 30

NAME: Final = Text(ru="План и факт", en="Plan and fact", bg="План и факт")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, кто выполняет план звонков, встреч и договоров, а кто уже вряд ли успеет.",
    en="You would see who keeps to the plan of calls, meetings and contracts, and who can hardly make it.",
    bg="Тук ще се вижда кой изпълнява плана за обаждания, срещи и договори и кой едва ли ще успее.",
)
NOBODY: Final = Text(
    ru="План {of} под угрозой у всех: шанс успеть ни у кого не достигает 10 %",
    en="Nobody has even a 10% chance of making the plan for {of}",
    bg="Никой няма дори 10% шанс да изпълни плана за {of}",
)
FEW_OUT: Final = Text(
    ru="{who}: шанс выполнить план {of} меньше 10 %",
    en="{who}: less than a 10% chance of making the plan for {of}",
    bg="{who}: шансът за план {of} е под 10%",
)
MANY_OUT: Final = Text(
    ru="У {n} из {all} шанс выполнить план {of} меньше 10 %",
    en="{n} of {all} managers have less than a 10% chance of making the plan for {of}",
    bg="При {n} от {all} шансът за изпълнен план за {of} е под 10%",
)
ALL_SAFE: Final = Text(
    ru="План {of} выполнят, скорее всего, все: шанс у каждого не ниже 90 %",
    en="Everybody is likely to make the plan for {of}: each has a chance of 90% or more",
    bg="Всички вероятно ще изпълнят плана за {of}: шансът на всеки е поне 90%",
)
OPEN: Final = Text(
    ru="План {of} пока достижим для всех: шансы от {low} до {high}",
    en="The plan for {of} is still within everybody’s reach: chances from {low} to {high}",
    bg="Планът за {of} още е постижим за всички: шансове от {low} до {high}",
)
MADE: Final = Text(
    ru="План {of} выполнен у {n} из {all}",
    en="{n} of {all} managers made the plan for {of}",
    bg="Планът за {of} е изпълнен от {n} от {all}",
)
MADE_BY_NONE: Final = Text(
    ru="План {of} не выполнил никто; сделано {share} запланированного",
    en="Nobody made the plan for {of}; {share} of it was done",
    bg="Никой не изпълни плана за {of}; направено е {share} от него",
)
SO_FAR: Final = Text(
    ru="Сделано {share} плана {of}; для прогноза записей ещё мало",
    en="{share} of the plan for {of} is done; the record is too short for a forecast",
    bg="Изпълнени са {share} от плана за {of}; за прогноза записите още са малко",
)
SUBTITLE: Final = Text(
    ru="{what}, {date}, {period}. Прошло рабочих дней: {passed} из {all}",
    en="{what}, {date}, {period}. Working days passed: {passed} of {all}",
    bg="{what}, {date}, {period}. Изминали работни дни: {passed} от {all}",
)
OF_PLAN: Final = Text(ru="{share} плана", en="{share} of plan", bg="{share} от плана")
OF: Final = Text(ru="{done} из {plan}", en="{done} of {plan}", bg="{done} от {plan}")
WORDS: Final = {
    "fact": Text(ru="сделано из плана", en="done of plan", bg="направено от плана"),
    "chance": Text(ru="шанс успеть", en="chance to make it", bg="шанс за успех"),
    "plan": Text(ru="план", en="plan", bg="план"),
    "due": Text(ru="надо к {day}", en="due by {day}", bg="нужно до {day}"),
    "forecast": Text(ru="прогноз, 80\u00a0%", en="forecast, 80%", bg="прогноза, 80%"),
}
ASK_LEVEL: Final = Text(ru="Уровень плана", en="Level of the plan", bg="Ниво на плана")
LEVELS: Final = {
    "target": Text(ru="план", en="target", bg="план"),
    "stretch": Text(ru="сверхплан", en="stretch", bg="свръхплан"),
}
FOOT: Final = Text(
    ru="Полоса: сделано, толстая черта: план. Где своего плана на период нет, действует норматив: {usual} в "
    "рабочий день. Выходные, праздники и отсутствия вычтены.",
    en="Bar: done; thick tick: plan. Where the period has no plan of its own, the standard holds: {usual} per "
    "working day. Weekends, holidays and absences are taken off.",
    bg="Лента: направено, дебела черта: план. Където периодът няма свой план, важи нормативът: {usual} на работен "
    "ден. Почивните дни, празниците и отсъствията са извадени.",
)
FOOT_RUNNING: Final = Text(
    ru="Точечная черта: сколько нужно к {day}. Светлая полоса: где период закончится с вероятностью 80 % при темпе "
    "последних {days} дней. Красным: шанс ниже 10 %.",
    en="Dotted tick: due by {day}. Pale bar: where the period ends with 80% probability at the pace of the last "
    "{days} days. Red: a chance under 10%.",
    bg="Точкова черта: нужно до {day}. Светла лента: къде ще завърши периодът с вероятност 80% при темпото от "
    "последните {days} дни. В червено: шанс под 10%.",
)
FOOT_ROWS: Final = Text(
    ru="Показаны {shown} отстающих из {all}.",
    en="Shown are the {shown} furthest behind of {all}.",
    bg="Показани са {shown} най-изостанали от {all}.",
)


@dataclass(frozen=True, slots=True)
class Course:
    """How one manager stands: done, planned, due by today, and the forecast of a running period."""

    manager: str
    done: float
    plan: float
    due: float | None
    ahead: Outlook | None

    @property
    def alarm(self) -> bool:
        """Whether the plan is all but out of reach."""
        return self.ahead is not None and self.ahead.chance < ALARM_BELOW


def plan_panel(context: Context) -> Panel:
    """Return plan and fact of the chosen measure per manager, with the forecast of a running period."""
    title = context.say(NAME)
    measure, pick = measure_choice(context)
    absent = missing_panel(KEY, title, measure.metric, WOULD_SHOW, context) or undivided_days_panel(
        KEY, title, measure.metric, context
    )
    if absent:
        return replace(absent, choices=(pick,))
    period = plan_period(context)
    level = _level(measure, period, context)
    courses = _courses(measure, level.chosen if level else "target", period, context)
    if not courses:
        return replace(nothing_panel(KEY, title, context), choices=(pick,))
    running = _running(period, context)
    shown = sorted(courses, key=_share, reverse=True)[-ROWS_SHOWN:]
    words = {
        key: context.say(word, day=day_on_axis(context.today, context.language)) for key, word in WORDS.items()
    }
    days = [day for day in working_days(context) if period.holds(day)]
    return Panel(
        KEY,
        _title(courses, measure, running=running, context=context),
        context.say(
            SUBTITLE,
            what=context.say(measure.title),
            date=context.say(measure.date),
            period=period_text(period, context.language),
            passed=number(sum(day <= context.today for day in days), context.language),
            all=number(len(days), context.language),
        ),
        Bullets(tuple(_bullet(one, measure, period, context) for one in shown), MappingProxyType(words)),
        _foot(measure, len(courses), running=running, context=context),
        (pick, level) if level else (pick,),
    )


def _running(period: Period, context: Context) -> bool:
    return period.end is not None and period.end > context.today


def _level(measure: Measure, period: Period, context: Context) -> Pick | None:
    """Return the question which level of the plan to look at; `None` where the plans have but one."""
    where = {**context.filters.where, "measure": (measure.key,)}
    filters = within(context, period)
    found = METRICS["planned"].measure(context.tables, filters=replace(filters, where=where))
    if found.empty or not (found["stretch"] > found["total"]).any():
        return None
    options = tuple((code, context.say(name)) for code, name in LEVELS.items())
    return context.pick("activity.level", context.say(ASK_LEVEL), options, "target")


def _courses(measure: Measure, level: str, period: Period, context: Context) -> list[Course]:
    running = _running(period, context)
    due: dict[str, Any] = {}
    if running and (period.start is None or period.start <= context.today):
        due = _planned(measure, Period(period.start, context.today), context)
    done = measure.metric.measure(context.tables, ("manager",), within(context, period))
    facts = {str(row.manager): float(row.k) for row in rows_of(done)}
    history = _history(measure, context) if running else {}
    found = []
    for manager, row in _planned(measure, period, context).items():
        fact, plan = facts.get(manager, 0.0), _at(row, level)
        now = due.get(manager)
        by_now = _at(now, level) if now is not None else 0.0
        left = int(row.n) - (int(now.n) if now is not None else 0)
        counts, days = history.get(manager, ([], []))
        ahead = outlook(counts, days, left, fact, plan) if running else None
        if plan or fact:
            found.append(Course(manager, fact, plan, by_now if running else None, ahead))
    return found


def _at(row: Any, level: str) -> float:
    return float(row.stretch if level == "stretch" else row.total)


def _planned(measure: Measure, period: Period, context: Context) -> dict[str, Any]:
    """Return the plan of each manager in a period: total, stretch, and the working days n."""
    found = METRICS["planned"].measure(context.tables, ("manager",), within(context, period))
    return {str(row.manager): row for row in rows_of(found[found["measure"] == measure.key])}


def _history(measure: Measure, context: Context) -> dict[str, tuple[list[float], list[float]]]:
    """Return what each manager did in the weeks of late, and how many working days these had."""
    recent = Period(context.today - timedelta(days=HISTORY_DAYS - 1), context.today)
    found = measure.metric.measure(context.tables, ("manager", "week"), within(context, recent))
    return {str(name): (group["k"].tolist(), group["n"].tolist()) for name, group in found.groupby("manager")}


def _share(one: Course) -> float:
    return one.done / one.plan if one.plan else float("inf")


def _bullet(one: Course, measure: Measure, period: Period, context: Context) -> Bullet:
    language = context.language
    decimals = 0 if float(one.plan).is_integer() else 1
    texts = {"done": number(one.done, language), "plan": number(one.plan, language, decimals)}
    share = context.say(OF_PLAN, share=percent(one.done / one.plan, language)) if one.plan else ""
    who = {"manager": one.manager}
    return Bullet(
        label=one.manager,
        fact=one.done,
        plan=one.plan,
        text=context.say(OF, **texts),
        share_text=share,
        drill=Drill(measure.metric.key, MappingProxyType(who), "k", period),
        plan_drill=Drill("planned", MappingProxyType({**who, "measure": measure.key}), "total", period),
        due=one.due,
        low=one.ahead.low if one.ahead else None,
        high=one.ahead.high if one.ahead else None,
        chance_text=chance(one.ahead.chance, language) if one.ahead else "",
        alarm=one.alarm,
    )


def _title(courses: Sequence[Course], measure: Measure, *, running: bool, context: Context) -> str:
    language, of = context.language, context.say(measure.of)
    everybody = number(len(courses), language)
    plan, done = sum(one.plan for one in courses), sum(one.done for one in courses)
    share = percent(done / plan, language) if plan else "—"
    if not running:
        made = sum(one.done >= one.plan for one in courses)
        if not made:
            return context.say(MADE_BY_NONE, of=of, share=share)
        return context.say(MADE, of=of, n=number(made, language), all=everybody)
    judged = [one.ahead.chance for one in courses if one.ahead]
    if not judged:
        return context.say(SO_FAR, of=of, share=share)
    out = [one.manager for one in courses if one.alarm]
    if len(out) == len(courses) and len(courses) > 1:
        return context.say(NOBODY, of=of)
    if 0 < len(out) <= 2:
        return context.say(FEW_OUT, who=", ".join(out), of=of)
    if out:
        return context.say(MANY_OUT, n=number(len(out), language), all=everybody, of=of)
    if min(judged) >= 1 - ALARM_BELOW:
        return context.say(ALL_SAFE, of=of)
    return context.say(OPEN, of=of, low=chance(min(judged), language), high=chance(max(judged), language))


def _foot(measure: Measure, managers: int, *, running: bool, context: Context) -> str:
    usual = context.rule(f"plan_{measure.key}_per_day")
    language = context.language
    parts = [context.say(FOOT, usual=number(usual, language, 0 if usual.is_integer() else 1))]
    if running:
        parts.append(
            context.say(FOOT_RUNNING, day=day_on_axis(context.today, language), days=number(HISTORY_DAYS, language))
        )
    if managers > ROWS_SHOWN:
        parts.append(context.say(FOOT_ROWS, shown=number(ROWS_SHOWN, language), all=number(managers, language)))
    return " ".join([*parts, context.as_of])
