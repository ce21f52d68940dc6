"""A manager asks for fewer calls a day: whether the record supports it.

Half of the module is its sentences in three languages, which stand beside what they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.daily_plan import plan_words
from ..model.panel import Align, Drill, ListColumn, Listing, ListRow, Panel, Verdict
from ..model.text import Text
from ..statistics.conversion_record import LARGEST_WORTH, chance_above, chance_of_at_least, fitted_prior, shrunken
from ..statistics.needed_events import needed_at_rate
from ..text.numbers import chance, counts, number, percent
from ..text.plural import CALLS, MEETINGS, counted
from .activity_scope import ASK_MANAGER
from .activity_steps import step_share
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of, share_text

KEY: Final = "activity.correction"
SURE: Final = 0.95
"""How sure it must be that calls lead to meetings more often than the standard assumes."""
GATE: Final = 10
USUAL_WISH: Final = 10.0
ASSURED: Final = 0.8

NAME: Final = Text(
    ru="Меньше звонков в плане: подтверждают ли записи",
    en="Fewer calls in the plan: does the record support it",
    bg="По-малко обаждания в плана: потвърждават ли записите",
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, подтверждают ли записи менеджера, что ему хватит меньшего числа звонков.",
    en="You would see whether a manager’s record supports that fewer calls will do.",
    bg="Тук ще се вижда дали записите на мениджъра потвърждават, че му стигат по-малко обаждания.",
)


class Answer(Enum):
    """What the record says about a wish for fewer calls."""

    YES = "yes"
    NOT_SO_FEW = "not_so_few"
    NOT_YET = "not_yet"
    TOO_FEW = "too_few"


TITLES: Final = {
    Answer.YES: Text(
        ru="{who}: записи подтверждают {wish} в день вместо {usual}",
        en="{who}: the record supports {wish} a day instead of {usual}",
        bg="{who}: записите потвърждават {wish} на ден вместо {usual}",
    ),
    Answer.NOT_SO_FEW: Text(
        ru="{who}: меньше {usual} звонков можно, но {wish} дадут в среднем {mean} встречи, а не {meetings}",
        en="{who}: fewer than {usual} calls will do, but {wish} give {mean} meetings on average, not {meetings}",
        bg="{who}: по-малко от {usual} обаждания стигат, но {wish} дават средно {mean} срещи, а не {meetings}",
    ),
    Answer.NOT_YET: Text(
        ru="{who}: записи не подтверждают, что {wish} хватит вместо {usual}",
        en="{who}: the record does not support {wish} a day instead of {usual}",
        bg="{who}: записите не потвърждават, че {wish} на ден стигат вместо {usual}",
    ),
    Answer.TOO_FEW: Text(
        ru="{who}: записей слишком мало, чтобы судить о плане звонков",
        en="{who}: the record is too short to judge the plan of calls",
        bg="{who}: записите са твърде малко, за да се съди за плана",
    ),
}
VERDICTS: Final = {
    Answer.YES: Text(ru="подтверждается", en="supported", bg="потвърждава се"),
    Answer.NOT_SO_FEW: Text(
        ru="меньше можно, но не настолько", en="fewer, but not so few", bg="по-малко, но не толкова"
    ),
    Answer.NOT_YET: Text(ru="не подтверждается", en="not supported", bg="не се потвърждава"),
    Answer.TOO_FEW: Text(ru="мало записей", en="too few records", bg="малко записи"),
}
SIGNS: Final = {
    Answer.YES: Verdict.BETTER,
    Answer.NOT_YET: Verdict.CANNOT_TELL,
    Answer.NOT_SO_FEW: Verdict.CANNOT_TELL,
}
SUBTITLE: Final = Text(
    ru="Встречи на звонки по дате проведения, {period}; норматив {calls} и {meetings} в день",
    en="Meetings per calls, by the day they were held, {period}; the standard is {calls} and {meetings} a day",
    bg="Срещи спрямо обаждания по дата на провеждане, {period}; нормативът е {calls} и {meetings} на ден",
)
HEADS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Ответ", en="Answer", bg="Отговор"),
    Text(ru="Звонков в день", en="Calls a day", bg="Обаждания на ден"),
    Text(ru="Встреч на звонок", en="Meetings per call", bg="Срещи на обаждане"),
    Text(ru="Сжато", en="Shrunken", bg="Свито"),
    Text(ru="Выше норматива", en="Above standard", bg="Над норматива"),
    Text(ru="Шанс на {n} в день", en="Chance of {n} a day", bg="Шанс за {n} на ден"),
    Text(ru="Кто изменил, почему", en="Changed by, reason", bg="Променил, причина"),
)
TRIED: Final = Text(ru="проба", en="tried out", bg="проба")
DAILY: Final = Text(
    ru="{wish} в день дадут {meetings} или больше с вероятностью {daily}; чтобы это удавалось в четырёх днях из "
    "пяти, нужно {enough}.",
    en="{wish} a day give {meetings} or more with a probability of {daily}; for that to happen on four days of "
    "five it takes {enough}.",
    bg="{wish} на ден дават {meetings} или повече с вероятност {daily}; за да се случва в четири дни от пет, са "
    "нужни {enough}.",
)
FOOT: Final = Text(
    ru="Меньше звонков подтверждается, если с вероятностью 95 % встреч на звонок больше, чем в нормативе ({rate}). "
    "Короткие записи сжаты к отделу: он весит не больше {worth} звонков. Сколько клиентов согласится при другом "
    "числе звонков, записи не говорят: первыми обычно звонят лучшим.",
    en="Fewer calls are supported when meetings per call exceed the standard ({rate}) with 95% probability. Short "
    "records are shrunken towards the team, which weighs {worth} calls at most. How many clients agree at another "
    "number of calls the record does not say: the best are usually called first.",
    bg="По-малко обаждания се потвърждават, ако с вероятност 95% срещите на обаждане надхвърлят норматива "
    "({rate}). Кратките записи са свити към отдела, който тежи най-много {worth} обаждания. Колко клиенти ще се "
    "съгласят при друг брой обаждания, записите не казват: първо се звъни на най-добрите.",
)
ASK_CALLS: Final = Text(ru="Звонков в день", en="Calls a day", bg="Обаждания на ден")


@dataclass(frozen=True, slots=True)
class Wish:
    """How many calls a day a manager would make, who entered it and why."""

    manager: str
    calls: float
    by: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the record says: the shrunken rate, the chance to beat the standard, and that of one day's plan."""

    row: Any
    mean: float
    above: float
    daily: float
    answer: Answer


def correction_panel(context: Context) -> Panel:
    """Return the evidence for every entered correction, and for one that the reader tries out."""
    metric, title = METRICS["meetings_per_call"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, ("manager",), context.filters)
    found = found[found["manager"].notna() & (found["n"] > 0)].astype({"manager": "string"})
    if found.empty:
        return nothing_panel(KEY, title, context)
    names = [str(name) for name in found["manager"]]
    entered = [wish for wish in _entered(context) if wish.manager in names]
    first = entered[0] if entered else Wish(names[0], USUAL_WISH)
    who = context.pick(
        "activity.who", context.say(ASK_MANAGER), tuple((name, name) for name in names), first.manager
    )
    own = next((wish.calls for wish in entered if wish.manager == who.chosen), USUAL_WISH)
    wish = context.amount("activity.calls", context.say(ASK_CALLS), round(own), low=1, high=100, step=1)
    tried = Wish(who.chosen, wish.chosen)
    others = [one for one in entered if (one.manager, one.calls) != (tried.manager, tried.calls)]
    same = [one for one in entered if (one.manager, one.calls) == (tried.manager, tried.calls)]
    shown = [same[0] if same else tried, *others]
    evidence = [_evidence(one, found, context) for one in shown]
    meetings = ceil(context.rule("plan_meetings_per_day"))
    heads = [context.say(head, n=number(meetings, context.language)) for head in HEADS]
    columns = tuple(
        ListColumn(head, Align.RIGHT if at in (2, 3, 4, 5, 6) else Align.LEFT) for at, head in enumerate(heads)
    )
    rows = tuple(_row(one, told, context) for one, told in zip(shown, evidence, strict=True))
    return Panel(
        KEY,
        _title(shown[0], evidence[0], context),
        context.say(
            SUBTITLE,
            period=context.period,
            calls=counted(context.rule("plan_calls_per_day"), context.language, CALLS),
            meetings=counted(context.rule("plan_meetings_per_day"), context.language, MEETINGS),
        ),
        Listing(columns, rows),
        f"{_foot(context)} {context.as_of}",
        (who, wish),
        _advice(shown[0], evidence[0], context),
    )


def _foot(context: Context) -> str:
    language = context.language
    return context.say(FOOT, rate=percent(_standard(context), language), worth=number(LARGEST_WORTH, language))


def _standard(context: Context) -> float:
    calls = context.rule("plan_calls_per_day")
    return min(context.rule("plan_meetings_per_day") / calls, 1.0) if calls else 1.0


def _entered(context: Context) -> list[Wish]:
    """Return the latest correction of each manager's plan of calls: a row with an author or a reason."""
    has = context.tables.present("plans")
    if not {"manager", "measure", "value"} <= has or not has & {"changed_by", "reason"}:
        return []
    plans = context.tables.fetch(context.tables["plans"])
    measure = plans["measure"].astype("string").str.strip().str.lower().str.replace("_", " ")
    changed = plans["changed_by"].notna() | plans["reason"].notna()
    rows = plans[measure.isin(plan_words("calls")) & changed & plans["value"].notna() & plans["manager"].notna()]
    rows = rows[(rows["value"] > 0) & (rows["value"] < context.rule("plan_calls_per_day"))]
    latest = rows.sort_values("period", kind="stable").drop_duplicates("manager", keep="last")
    return [
        Wish(
            str(row.manager),
            float(row.value),
            " · ".join(str(part) for part in (row.changed_by, row.reason) if not pd.isna(part)),
        )
        for row in rows_of(latest.sort_values("manager", kind="stable"))
    ]


def _evidence(wish: Wish, found: pd.DataFrame, context: Context) -> Evidence:
    row = rows_of(found[found["manager"] == wish.manager])[0]
    fit = found[found["k"] <= found["n"]]
    prior = fitted_prior(fit["k"], fit["n"])
    k, n = min(float(row.k), float(row.n)), float(row.n)
    meetings = context.rule("plan_meetings_per_day")
    mean = shrunken(k, n, prior)[0]
    above = chance_above(_standard(context), k, n, prior)
    daily = chance_of_at_least(ceil(meetings), round(wish.calls), k, n, prior)
    answer = Answer.NOT_YET
    if row.n < GATE:
        answer = Answer.TOO_FEW
    elif above >= SURE:
        answer = Answer.YES if round(mean * wish.calls) >= meetings else Answer.NOT_SO_FEW
    return Evidence(row, mean, above, daily, answer)


def _title(wish: Wish, told: Evidence, context: Context) -> str:
    language = context.language
    return context.say(
        TITLES[told.answer],
        who=wish.manager,
        wish=counted(wish.calls, language, CALLS),
        usual=number(context.rule("plan_calls_per_day"), language),
        mean=number(told.mean * wish.calls, language, 1),
        meetings=number(context.rule("plan_meetings_per_day"), language),
    )


def _row(wish: Wish, told: Evidence, context: Context) -> ListRow:
    language, few = context.language, told.answer is Answer.TOO_FEW
    more = told.row.k > told.row.n
    record = counts(told.row.k, told.row.n, language) if more else share_text(step_share(told.row), language)
    change = f"{number(context.rule('plan_calls_per_day'), language)} → {number(wish.calls, language)}"
    cells = (
        wish.manager,
        context.say(VERDICTS[told.answer]),
        change,
        record,
        "" if few else percent(told.mean, language),
        "" if few else chance(told.above, language),
        "" if few else chance(told.daily, language),
        wish.by or context.say(TRIED),
    )
    drill = Drill("meetings_per_call", MappingProxyType({"manager": wish.manager}))
    return ListRow(cells, drill, SIGNS.get(told.answer, Verdict.TOO_FEW))


def _advice(wish: Wish, told: Evidence, context: Context) -> tuple[str, ...]:
    if told.answer is Answer.TOO_FEW:
        return ()
    language = context.language
    meetings = ceil(context.rule("plan_meetings_per_day"))
    enough = needed_at_rate(meetings, told.mean, ASSURED)
    if enough is None:
        return ()
    return (
        context.say(
            DAILY,
            wish=counted(wish.calls, language, CALLS),
            meetings=counted(meetings, language, MEETINGS),
            daily=chance(told.daily, language),
            enough=counted(enough, language, CALLS),
        ),
    )
