"""What a manager does in a working day: calls, meetings, contracts."""

from __future__ import annotations

import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .facts import stacked
from .held import meeting_held
from .kept import kept
from .kinds import PerDay
from .sources import PALM

ONLY = ("day", "week", "month", "quarter", "manager", "team", "head")
OF_CONTACTS = (*ONLY, "client", "segment", "size", "region", "channel")
"""What work can be split by: who did it and for which clients, not what came of it."""
CONTACTS = ("manager", "held_at", "kind")
DEALS = ("manager", "created_on", "closed_on")
ABSENCES = ("manager", "from_on", "to_on")

FOUR_DAYS = {
    "contacts": """
        client | manager | held_at          | kind    | result
        Alfa   | Ivanova | 2026-03-10 09:00 | call    |
        Alfa   | Ivanova | 2026-03-10 11:00 | meeting | agreed
        Beta   | Ivanova | 2026-03-11 10:00 | call    | no_answer
        Beta   | Ivanova | 2026-03-11 15:00 | call    |
        Gamma  | Ivanova | 2026-03-14 12:00 | meeting | postponed
        Gamma  | Ivanova | 2026-03-16 12:00 | meeting |
    """,
    "absences": """
        manager | from_on    | to_on
        Ivanova | 2026-03-13 | 2026-03-13
    """,
    "deals": """
        deal_id | manager | created_on | closed_on  | outcome
        1       | Ivanova | 2026-03-10 | 2026-03-12 | won
        2       | Ivanova | 2026-03-10 | 2026-03-16 | lost
    """,
}
"""Tuesday the 10th to Monday the 16th is five working days, less the absence: four."""

DAYS = Text(
    ru="Рабочие дни менеджера – от первой до последней записи о нём, без выходных, праздников и дней отсутствия.",
    en="A manager's working days run from the first record of theirs to the last, without weekends, holidays and "
    "absences.",
    bg="Работните дни на мениджъра са от първия до последния запис за него, без почивните дни, празниците и "
    "отсъствията.",
)


@metric(
    kind=PerDay(),
    name=Text(ru="Звонков в рабочий день", en="Calls per working day", bg="Обаждания на работен ден"),
    definition=Text(
        ru=f"Сколько звонков приходится на один рабочий день менеджера; безответные тоже звонки. {DAYS.ru}",
        en=f"How many calls there are per working day of one manager; unanswered ones are calls too. {DAYS.en}",
        bg=f"Колко обаждания се падат на един работен ден на мениджъра; и тези без отговор са обаждания. {DAYS.bg}",
    ),
    unit=Unit.PER_DAY,
    better=Better.HIGHER,
    needs={"contacts": CONTACTS},
    uses={"deals": DEALS, "absences": ABSENCES},
    dated_by="held_at",
    only=ONLY,
    target=15.0,
    source=PALM,
    example=Example(given=FOUR_DAYS, answer=3 / 4),
)
def calls_per_day(contacts: ir.Table, manager_days: ir.Table) -> ir.Table:
    """k = 1 for each call, n = 1 for each working day of a manager."""
    calls = contacts.filter(contacts.kind == "call", contacts.held_at.notnull(), contacts.manager.notnull())
    return stacked(calls.mutate(k=1, n=0), manager_days.select("manager", held_at="day", k=0, n=1))


@metric(
    kind=PerDay(),
    name=Text(ru="Встреч в рабочий день", en="Meetings per working day", bg="Срещи на работен ден"),
    definition=Text(
        ru=f"Сколько состоявшихся встреч приходится на один рабочий день менеджера; перенесённая встреча не "
        f"состоялась. {DAYS.ru}",
        en="How many meetings were held per working day of one manager; a postponed meeting was not held. "
        f"{DAYS.en}",
        bg=f"Колко проведени срещи се падат на един работен ден на мениджъра; отложената среща не е проведена. "
        f"{DAYS.bg}",
    ),
    unit=Unit.PER_DAY,
    better=Better.HIGHER,
    needs={"contacts": CONTACTS},
    uses={"contacts": ("result",), "deals": DEALS, "absences": ABSENCES},
    dated_by="held_at",
    only=ONLY,
    target=4.0,
    source=PALM,
    example=Example(given=FOUR_DAYS, answer=2 / 4),
)
def meetings_per_day(contacts: ir.Table, manager_days: ir.Table) -> ir.Table:
    """k = 1 for each meeting that was held, n = 1 for each working day of a manager."""
    held = contacts.filter(meeting_held(contacts), contacts.manager.notnull())
    return stacked(held.mutate(k=1, n=0), manager_days.select("manager", held_at="day", k=0, n=1))


@metric(
    kind=PerDay(),
    name=Text(ru="Договоров в рабочий день", en="Contracts per working day", bg="Договори на работен ден"),
    definition=Text(
        ru=f"Сколько выигранных сделок приходится на один рабочий день менеджера, по дате закрытия. {DAYS.ru}",
        en=f"How many deals are won per working day of one manager, by the closing date. {DAYS.en}",
        bg=f"Колко спечелени сделки се падат на един работен ден на мениджъра, по дата на приключване. {DAYS.bg}",
    ),
    unit=Unit.PER_DAY,
    better=Better.HIGHER,
    needs={"deals": ("manager", "outcome", "closed_on")},
    uses={"deals": ("created_on",), "contacts": ("manager", "held_at"), "absences": ABSENCES},
    dated_by="closed_on",
    only=ONLY,
    target=0.5,
    source=PALM,
    example=Example(given=FOUR_DAYS, answer=1 / 4),
)
def contracts_per_day(deals: ir.Table, manager_days: ir.Table) -> ir.Table:
    """k = 1 for each won deal, n = 1 for each working day of a manager."""
    won = deals.filter(deals.outcome == "won", deals.closed_on.notnull(), deals.manager.notnull())
    return stacked(won.mutate(k=1, n=0), manager_days.select("manager", closed_on="day", k=0, n=1))


@kept({"manager": "string", "day": "date"})
def manager_days(contacts: ir.Table, deals: ir.Table, absences: ir.Table, calendar: ir.Table) -> ir.Table:
    """One row for each working day from a manager's first record to the last, less absences.

    Records are contacts held and deals created or closed. An absence without an end lasts one day.
    """
    spans = [
        contacts.group_by("manager").agg(
            first=contacts.held_at.min().cast("date"), last=contacts.held_at.max().cast("date")
        ),
        deals.group_by("manager").agg(first=deals.created_on.min(), last=deals.created_on.max()),
        deals.group_by("manager").agg(first=deals.closed_on.min(), last=deals.closed_on.max()),
    ]
    known = spans[0].union(*spans[1:])
    known = known.filter(known.manager.notnull())
    span = known.group_by("manager").agg(first=known.first.min(), last=known["last"].max())
    days = span.inner_join(calendar, [span.first <= calendar.day, span["last"] >= calendar.day])
    days = days.select("manager", "day")
    away = absences.mutate(until=absences.to_on.coalesce(absences.from_on))
    away = away.inner_join(calendar, [away.from_on <= calendar.day, away.until >= calendar.day])
    away = away.select("manager", "day").distinct()
    return days.anti_join(away, ["manager", "day"])
