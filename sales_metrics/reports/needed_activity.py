"""Back from a target of contracts to the meetings and calls that it takes.

Half of the module is its sentences in three languages, which stand beside what they name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.filters import Filters
from ..model.panel import Amount, Drill, Empty, Listing, ListRow, Panel, Pick
from ..model.period import Period
from ..model.text import Text
from ..statistics.needed_events import ASSURANCES, least_without_success, needed_from_record, needed_over_steps
from ..text.numbers import counts, number, percent
from ..text.plural import CALLS, CONTRACTS, MEETINGS, Forms, counted
from .activity_scope import ASK_MANAGER, together, working_days
from .activity_steps import step_share
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import share_text

KEY: Final = "activity.needed"
FAR: Final = 0.30
"""How far beyond the usual volume a conversion may be carried on before the page warns."""
EVERYBODY: Final = "*"

NAME: Final = Text(
    ru="Сколько встреч и звонков нужно",
    en="How many meetings and calls it takes",
    bg="Колко срещи и обаждания са нужни",
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько встреч и звонков нужно для заданного числа договоров.",
    en="You would see how many meetings and calls a target of contracts takes.",
    bg="Тук ще се вижда колко срещи и обаждания са нужни за зададен брой договори.",
)
TITLE: Final = Text(
    ru="Цель {contracts}: в 8 случаях из 10 нужно {meetings}, в 9 из 10 нужно {more}",
    en="{contracts} take {meetings} in 8 cases of 10, and {more} in 9 of 10",
    bg="Цел {contracts}: в 8 случая от 10 са нужни {meetings}, в 9 от 10: {more}",
)
BOUND: Final = Text(
    ru="Договоров в записях нет: для {contracts} нужно не меньше {meetings}, точнее сказать нельзя",
    en="No contract on record: {contracts} take {meetings} at the very least, more cannot be said",
    bg="Няма записан договор: за {contracts} са нужни поне {meetings}, повече не може да се каже",
)
NOT_A_SHARE: Final = Text(
    ru="Договоров записано больше, чем встреч: по таким записям нужное число встреч не посчитать",
    en="More contracts than meetings are on record: the meetings needed cannot be worked out from it",
    bg="Записани са повече договори, отколкото срещи: нужните срещи не могат да се изчислят",
)
ENTER_ALL: Final = Text(
    ru="Проверьте, все ли встречи попадают в выгрузку",
    en="Check whether all meetings get into the export",
    bg="Проверете дали всички срещи влизат в експорта",
)
SUBTITLE: Final = Text(
    ru="По записям {period}: {contracts} договоров на встречу, {meetings} встреч на звонок",
    en="By the record, {period}: {contracts} contracts per meeting, {meetings} meetings per call",
    bg="По записите, {period}: {contracts} договори на среща, {meetings} срещи на обаждане",
)
HEADS: Final = (
    Text(ru="Что нужно", en="What it takes", bg="Какво е нужно"),
    Text(ru="в 5 случаях из 10", en="in 5 cases of 10", bg="в 5 случая от 10"),
    Text(ru="в 8 из 10", en="in 8 of 10", bg="в 8 от 10"),
    Text(ru="в 9 из 10", en="in 9 of 10", bg="в 9 от 10"),
    Text(ru="за обычный месяц", en="in a usual month", bg="в обичаен месец"),
)
ROW_MEETINGS: Final = Text(ru="Встречи", en="Meetings", bg="Срещи")
ROW_CALLS: Final = Text(ru="Звонки", en="Calls", bg="Обаждания")
AT_LEAST: Final = Text(ru="не меньше {n}", en="{n} at least", bg="поне {n}")
A_DAY: Final = Text(
    ru="Это {meetings} и {calls} на каждый из {days} рабочих дней месяца, если рассчитывать на 8 случаев из 10.",
    en="That is {meetings} and {calls} on each of the {days} working days of the month, counting on 8 cases of 10.",
    bg="Това са {meetings} и {calls} за всеки от {days} работни дни в месеца, ако се разчита на 8 случая от 10.",
)
FAR_BEYOND: Final = Text(
    ru="Это на {share} больше обычного месяца ({usual}): как работает конверсия при таком объёме, записи не "
    "показывают, лучшим обычно звонят первыми.",
    en="That is {share} more than a usual month ({usual}): the record does not show how meetings convert at such a "
    "volume, since the best clients are usually called first.",
    bg="Това е с {share} повече от обичаен месец ({usual}): записите не показват каква е конверсията при такъв "
    "обем, защото първо се звъни на най-добрите.",
)
FAR_BELOW: Final = Text(
    ru="Это на {share} меньше обычного месяца ({usual}): при таком малом объёме конверсия может быть другой.",
    en="That is {share} less than a usual month ({usual}): at so small a volume conversion may be another.",
    bg="Това е с {share} по-малко от обичаен месец ({usual}): при толкова малък обем конверсията може да е друга.",
)
FOOT: Final = Text(
    ru="Наименьшее число встреч, с которым цель достигается в указанном числе случаев: конверсия известна только "
    "по записям, и это учтено. Обычный месяц: среднее трёх последних полных месяцев. Простое деление даёт {naive} "
    "и удаётся примерно в половине случаев.",
    en="The least number of meetings with which the target is reached in so many cases; that conversion is known "
    "from the record alone is allowed for. A usual month is the mean of the last three whole ones. Plain division "
    "gives {naive}, which will do in about half of the cases.",
    bg="Най-малкият брой срещи, с който целта се достига в толкова случаи; отчетено е, че конверсията се знае "
    "само от записите. Обичаен месец: средното от последните три пълни. Простото делене дава {naive} и стига в "
    "около половината случаи.",
)
ASK_TARGET: Final = Text(ru="Договоров в месяц", en="Contracts a month", bg="Договори на месец")
ALL_OF_THEM: Final = Text(ru="все вместе", en="all together", bg="всички заедно")


@dataclass(frozen=True, slots=True)
class Record:
    """Meetings and contracts, calls and meetings, and how many of each a usual month has."""

    contracts: Any
    meetings: Any
    usual_meetings: float | None
    usual_calls: float | None


def needed_panel(context: Context) -> Panel:
    """Return the meetings and calls that a target of contracts takes, at three assurances."""
    step, title = METRICS["contracts_per_meeting"], context.say(NAME)
    absent = missing_panel(KEY, title, step, WOULD_SHOW, context)
    if absent:
        return absent
    found = step.measure(context.tables, ("manager",), context.filters)
    named = found[found["manager"].notna() & (found["n"] > 0)]
    if named.empty and not found["n"].sum():
        return nothing_panel(KEY, title, context)
    options = ((EVERYBODY, context.say(ALL_OF_THEM)), *((str(name), str(name)) for name in named["manager"]))
    who = context.pick("activity.for", context.say(ASK_MANAGER), options, EVERYBODY)
    filters = context.filters
    if who.chosen != EVERYBODY:
        filters = replace(filters, where={**filters.where, "manager": (who.chosen,)})
    target = _target(filters, context)
    record = _record(filters, context)
    wanted = round(target.chosen)
    subtitle = context.say(
        SUBTITLE,
        period=context.period,
        contracts=_said(record.contracts, context),
        meetings=_said(record.meetings, context),
    )
    choices = (who, target)
    if record.contracts.k > record.contracts.n:
        empty = Empty(context.say(NOT_A_SHARE), context.say(ENTER_ALL))
        return Panel(KEY, title, subtitle, empty, choices=choices)
    return _answered(record, wanted, subtitle, choices, who, context)


def _answered(
    record: Record, wanted: int, subtitle: str, choices: tuple[Pick | Amount, ...], who: Pick, context: Context
) -> Panel:
    language = context.language
    k, n = float(record.contracts.k), float(record.contracts.n)
    contracts = counted(wanted, language, CONTRACTS)
    meetings = tuple(needed_from_record(wanted, k, n, assurance) for assurance in ASSURANCES)
    steps = [(float(record.meetings.k), float(record.meetings.n)), (k, n)]
    calls = needed_over_steps(wanted, steps)
    least = least_without_success(wanted, n)
    if k:
        said = counted(meetings[1], language, MEETINGS) if meetings[1] is not None else "—"
        title = context.say(TITLE, contracts=contracts, meetings=said, more=number(meetings[2], language))
    else:
        title = context.say(BOUND, contracts=contracts, meetings=counted(least, language, MEETINGS))
    where = {} if who.chosen == EVERYBODY else {"manager": who.chosen}
    bound = context.say(AT_LEAST, n=number(least, language)) if not k else ""
    rows = (
        _row(ROW_MEETINGS, meetings, record.usual_meetings, bound, "contracts_per_meeting", where, context),
        _row(ROW_CALLS, calls, record.usual_calls, "", "meetings_per_call", where, context),
    )
    columns = context.columns(HEADS, right=range(1, len(HEADS)))
    naive = counted(round(wanted * n / k), language, MEETINGS) if k else "—"
    foot = f"{context.say(FOOT, naive=naive)} {context.as_of}" if k else context.as_of
    advice = _advice(meetings[1], calls[1], record, context)
    return Panel(KEY, title, subtitle, Listing(columns, rows), foot, choices, advice)


def _target(filters: Filters, context: Context) -> Amount:
    """Return how many contracts are wanted: by default the plan of the month that the data end in."""
    month = Period.month(f"{context.today:%Y-%m}")
    metric = METRICS["planned"]
    where = {name: values for name, values in filters.where.items() if name in metric.breakdowns}
    planned = 0.0
    if not metric.missing(context.tables):
        found = metric.measure(context.tables, filters=Filters(month, where)).set_index("measure")["total"]
        planned = float(found.get("contracts", 0.0))
    return context.amount(
        "activity.target", context.say(ASK_TARGET), max(round(planned), 1), low=1, high=5000, step=1
    )


def _record(filters: Filters, context: Context) -> Record:
    contracts, meetings = METRICS["contracts_per_meeting"], METRICS["meetings_per_call"]
    recent = _whole_months(filters, context)
    whole = pd.DataFrame()
    if recent is not None:
        whole = meetings.measure(context.tables, ("month",), replace(filters, period=recent))
        whole = whole[whole["k"] + whole["n"] > 0]
    return Record(
        together(contracts, contracts.measure(context.tables, ("manager",), filters)),
        together(meetings, meetings.measure(context.tables, ("manager",), filters)),
        float(whole["k"].mean()) if len(whole) else None,
        float(whole["n"].mean()) if len(whole) else None,
    )


def _whole_months(filters: Filters, context: Context) -> Period | None:
    """Return the last three whole months of the period, the running one left out; `None` where there is none."""
    end = context.today.replace(day=1) - timedelta(days=1)
    chosen = filters.period
    if chosen.end is not None and chosen.end < end:
        following = chosen.end + timedelta(days=1)
        end = following.replace(day=1) - timedelta(days=1)
    place = end.year * 12 + end.month - 3
    start = date(place // 12, place % 12 + 1, 1)
    if chosen.start is not None and chosen.start > start:
        first = chosen.start.replace(day=1)
        start = first if first == chosen.start else (first + timedelta(days=32)).replace(day=1)
    return Period(start, end) if start <= end else None


def _said(row: Any, context: Context) -> str:
    if row.k > row.n:
        return counts(row.k, row.n, context.language)
    return share_text(step_share(row), context.language, interval=True)


def _row(
    name: Text,
    needed: tuple[int | None, ...],
    usual: float | None,
    bound: str,
    metric: str,
    where: dict[str, str],
    context: Context,
) -> ListRow:
    language = context.language
    cells = (
        context.say(name),
        *(number(one, language) if one is not None else bound or "—" for one in needed),
        number(usual, language) if usual is not None else "—",
    )
    return ListRow(cells, Drill(metric, MappingProxyType(dict(where))))


def _daily(count: float, forms: Forms, context: Context) -> str:
    return counted(count, context.language, forms, 0 if count >= 10 else 1)


def _advice(meetings: int | None, calls: int | None, record: Record, context: Context) -> tuple[str, ...]:
    language = context.language
    month = Period.month(f"{context.today:%Y-%m}")
    days = sum(month.holds(day) for day in working_days(context))
    said = []
    if meetings is not None and calls is not None and days:
        said.append(
            context.say(
                A_DAY,
                meetings=_daily(meetings / days, MEETINGS, context),
                calls=_daily(calls / days, CALLS, context),
                days=number(days, language),
            )
        )
    if meetings is not None and record.usual_meetings:
        beyond = meetings / record.usual_meetings - 1
        if abs(beyond) > FAR:
            usual = counted(round(record.usual_meetings), language, MEETINGS)
            text = FAR_BEYOND if beyond > 0 else FAR_BELOW
            said.append(context.say(text, share=percent(abs(beyond), language), usual=usual))
    return tuple(said)
