"""What was planned for each working day: the company's plan of the period, or else the standard of the rules."""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .activity import ABSENCES, CONTACTS, DEALS, ONLY, calls_per_day, contracts_per_day, meetings_per_day
from .declaration import Example, metric
from .in_force import last_day, rule
from .kept import kept
from .kinds import DailyTotal
from .sources import CHANNELS

GONE_AFTER: Final = 31
"""Days without any record after which a manager is taken to have left."""

MEASURES: Final = {"calls": calls_per_day, "meetings": meetings_per_day, "contracts": contracts_per_day}
"""What is planned a day, and the number that says what came of it."""

_WORDS: Final = {
    "calls": ("call", "звонок", "звонки", "звонков", "обаждане", "обаждания", "телефонни обаждания"),
    "meetings": ("meeting", "meetings held", "встреча", "встречи", "встреч", "среща", "срещи"),
    "contracts": ("contract", "договор", "договоры", "договоров", "договори", "договора"),
}
_A_DAY: Final = ("", " a day", " per day", "/day", " в день", "/день", " на ден", "/ден")
_MONTHS: Final = (
    *("янв|яну|jan", "фев|feb", "мар|mar", "апр|apr", "май|мая|may", "июн|юни|jun"),
    *("июл|юли|jul", "авг|aug", "сен|сеп|sep", "окт|oct", "ноя|ное|nov", "дек|dec"),
)
"""How the names of the months begin in the three languages."""

_ONE_PLAN: Final = {
    "contacts": """
        client | manager | held_at          | kind
        Alfa   | Ivanova | 2025-12-29 09:00 | call
        Beta   | Ivanova | 2025-12-30 09:00 | call
    """,
    "plans": """
        manager | period  | measure | value | level
        Ivanova | 2025-12 | Calls   | 10    | target
        Ivanova | 2025-12 | Calls   | 12    | stretch
    """,
}
"""Two working days: the 31st of December 2025 was a day off."""


@metric(
    kind=DailyTotal(),
    name=Text(ru="План работы", en="Planned activity", bg="План за работа"),
    definition=Text(
        ru="Сколько звонков, встреч и договоров запланировано на рабочие дни менеджера. План на день берётся из "
        "плана на месяц, квартал или год, а где его нет – из норматива компании. Рабочие дни идут от первой "
        "записи менеджера до конца последнего года данных, без выходных, праздников и отсутствий; у того, о ком "
        "нет записей больше 31 дня, – до последней записи.",
        en="How many calls, meetings and contracts were planned for the working days of a manager. The plan of a "
        "day is that of its month, quarter or year, and where there is none the company's standard. Working days "
        "run from the manager's first record to the end of the last year in the data, without weekends, holidays "
        "and absences; for a manager without a record for over 31 days they end with the last record.",
        bg="Колко обаждания, срещи и договори са планирани за работните дни на мениджъра. Планът за деня е този "
        "за месеца, тримесечието или годината, а където няма – нормативът на фирмата. Работните дни са от първия "
        "запис на мениджъра до края на последната година в данните, без почивни дни, празници и отсъствия; за "
        "мениджър без запис повече от 31 дни са до последния му запис.",
    ),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    needs={"contacts": CONTACTS},
    uses={
        "deals": DEALS,
        "absences": ABSENCES,
        "plans": ("manager", "period", "measure", "value", "level"),
    },
    dated_by="held_at",
    along={"measure": None},
    also=("stretch",),
    only=ONLY,
    source=CHANNELS,
    example=Example(given=_ONE_PLAN, answer={"calls": 20.0, "contracts": 1.0, "meetings": 8.0}),
)
def planned(planned_days: ir.Table) -> ir.Table:
    """total = what was planned for one working day, `stretch` the higher level of it where there is one; n = 1."""
    return planned_days.select(
        "manager",
        "measure",
        "total",
        "stretch",
        held_at=planned_days.day.cast("timestamp"),
        n=ibis.literal(1, type="int64"),
        _key=ibis.null("string"),
    )


@kept({"manager": "string", "day": "date", "measure": "string", "total": "float64", "stretch": "float64"})
def planned_days(
    contacts: ir.Table,
    deals: ir.Table,
    absences: ir.Table,
    calendar: ir.Table,
    today: ir.Table,
    plans: ir.Table,
    rules: ir.Table,
) -> ir.Table:
    """One row for each working day of a manager and each measure, days to come included."""
    days = _days(contacts, deals, absences, calendar, today)
    months = days.select("manager", month=days.day.truncate("M").cast("date")).distinct()
    grid = ibis.union(
        *(months.mutate(measure=ibis.literal(name), usual=rule(rules, f"plan_{name}_per_day")) for name in MEASURES)
    )
    year, month = grid.month.year(), grid.month.month()
    grid = grid.mutate(
        by_month=year.cast("string") + "-" + month.cast("string"),
        by_quarter=year.cast("string") + "-q" + ((month - 1) // 3 + 1).cast("int64").cast("string"),
        by_year=year.cast("string"),
    )
    given = _given(plans)
    for level in ("by_month", "by_quarter", "by_year"):
        names = {f"{level}_{part}": given[part] for part in ("who", "when", "what", "target", "stretch")}
        one = given.select(**names)
        grid = grid.left_join(
            one,
            [
                grid.manager == one[f"{level}_who"],
                grid[level] == one[f"{level}_when"],
                grid.measure == one[f"{level}_what"],
            ],
        )
    total = ibis.coalesce(grid.by_month_target, grid.by_quarter_target, grid.by_year_target, grid.usual)
    stretch = ibis.coalesce(grid.by_month_stretch, grid.by_quarter_stretch, grid.by_year_stretch, total)
    rates = grid.select(who="manager", month="month", measure="measure", total=total, stretch=stretch)
    dated = days.mutate(of_month=days.day.truncate("M").cast("date"))
    dated = dated.inner_join(rates, [dated.manager == rates.who, dated.of_month == rates.month])
    return dated.select("manager", "day", "measure", "total", "stretch")


def _days(contacts: ir.Table, deals: ir.Table, absences: ir.Table, calendar: ir.Table, today: ir.Table) -> ir.Table:
    """Return the working days of every manager, to the end of the calendar for those who still work here."""
    held = contacts.select("manager", day=contacts.held_at.cast("date"))
    seen = held.union(deals.select("manager", day=deals.created_on), deals.select("manager", day=deals.closed_on))
    seen = seen.filter(seen.manager.notnull(), seen.day.notnull())
    span = seen.group_by("manager").agg(first=seen.day.min(), last=seen.day.max())
    now = last_day(today)
    works = span["last"] >= now - ibis.interval(days=GONE_AFTER)
    span = span.mutate(until=ibis.ifelse(works, ibis.date(2200, 1, 1), span["last"]))
    days = span.inner_join(calendar, [span.first <= calendar.day, span.until >= calendar.day])
    days = days.select("manager", "day")
    away = absences.mutate(end=absences.to_on.coalesce(absences.from_on))
    away = away.inner_join(calendar, [away.from_on <= calendar.day, away.end >= calendar.day])
    return days.anti_join(away.select("manager", "day").distinct(), ["manager", "day"])


def _given(plans: ir.Table) -> ir.Table:
    """Return the plans of daily activity as who, when ("2026-3", "2026-q1", "2026"), what, target, stretch.

    A row whose measure or period cannot be read is left out: the standard holds there, and the page shows it.
    """
    measure = plans.measure.strip().lower().replace("_", " ")
    what = ibis.cases(*((measure.isin(plan_words(name)), name) for name in MEASURES), else_=ibis.null("string"))
    rows = plans.select("manager", "value", what=what, when=plan_when(plans.period), high=plans.level == "stretch")
    rows = rows.filter(rows.what.notnull(), rows.when.notnull(), rows.manager.notnull(), rows.value >= 0)
    high = rows.high.fill_null(False)
    return rows.group_by(who=rows.manager, when=rows.when, what=rows.what).agg(
        target=rows.value.max(where=~high), stretch=rows.value.max(where=high)
    )


def plan_words(measure: str) -> list[str]:
    """Return the words by which plans mean calls, meetings or contracts a day, in lower case and with spaces."""
    own = MEASURES[measure]
    words = [f"{word}{per_day}" for word in (measure, *_WORDS[measure]) for per_day in _A_DAY]
    return sorted({*words, own.key.replace("_", " "), *(name.lower() for name in own.name.all())})


def plan_when(period: ir.StringColumn) -> ir.StringValue:
    """Read a period: "2026-03", "03.2026", "March 2026", "Q1 2026", "I квартал 2026", "2026"."""
    text = period.strip().lower()
    year = text.re_extract(r"(?:19|20)\d\d", 0)
    numbers = ibis.coalesce(
        text.re_extract(r"(?:19|20)\d\d[-./ ](\d{1,2})(?:\D|$)", 1).nullif(""),
        text.re_extract(r"(?:^|\D)(\d{1,2})[-./ ](?:19|20)\d\d", 1).nullif(""),
    ).try_cast("int64")
    named = ibis.cases(
        *((text.re_search(stems), at) for at, stems in enumerate(_MONTHS, start=1)), else_=ibis.null("int64")
    )
    roman = text.re_extract(r"(?:^|[ .-])(iv|i{1,3})[ .-]*(?:кв|трим)", 1)
    quarter = ibis.coalesce(
        text.re_extract(r"(?:q|кв\S* |трим\S* )([1-4])(?:\D|$)", 1).nullif(""),
        text.re_extract(r"(?:^|\D)([1-4])[ .-]*(?:q|кв|трим|-?(?:й|то|о|ро|во) (?:кв|трим))", 1).nullif(""),
        ibis.cases((roman == "i", "1"), (roman == "ii", "2"), (roman == "iii", "3"), (roman == "iv", "4")),
    )
    month = ibis.coalesce(named, numbers).cast("string")
    whole = text.re_search(r"^(?:19|20)\d\d(?:[ .]*(?:г|год|година|year)?\.?)?$")
    return ibis.cases(
        (year == "", ibis.null("string")),
        (quarter.notnull(), year + "-q" + quarter),
        (month.notnull(), year + "-" + month),
        (whole, year),
        else_=ibis.null("string"),
    )
