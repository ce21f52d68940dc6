"""How records are kept: how soon a contact is entered, what is filled in, and whether refusals have a reason."""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .facts import stacked
from .held import took_place
from .in_force import rule
from .kinds import Rate, Share
from .refusals import refusals
from .sources import PALM

ENTERED: Final = {
    "contacts": """
        client | held_at          | created_at       | kind    | result | next_step | note
        Alfa   | 2026-03-06 10:00 | 2026-03-06 18:30 | meeting | agreed | offer     | long talk
        Beta   | 2026-03-06 11:00 | 2026-03-09 09:00 | meeting | agreed |           |
        Gamma  | 2026-03-02 12:00 | 2026-03-31 18:00 | call    |        |           |
        Delta  | 2026-03-03 12:00 | 2026-03-01 09:00 | meeting | refused |          |
        Eta    | 2026-03-03 13:00 |                  | e-mail  |        |           |
    """,
}
"""Entered on the day, after a weekend, four weeks later; Delta was entered beforehand and Eta says nothing."""
LAGS: Final = (("0", 0), ("1", 1), ("2-3", 3), ("4-7", 7))
"""The classes of the lag by their last day; what is longer is "8+"."""
LONGEST: Final = "8+"


def entered(contacts: ir.Table) -> ir.Table:
    """Return held contacts with the whole `days` from the contact to its entry.

    One that was entered before its day, as a plan, does not tell when its outcome was written down: it is left out,
    and so is one without a moment of entry.
    """
    held = contacts.filter(took_place(contacts), contacts.created_at.notnull())
    held = held.mutate(days=held.created_at.cast("date").epoch_days() - held.held_at.cast("date").epoch_days())
    return held.filter(held.days >= 0)


@metric(
    kind=Rate(),
    name=Text(ru="Записано вовремя", en="Entered in time", bg="Въведено навреме"),
    definition=Text(
        ru="Доля состоявшихся контактов, запись о которых внесена не позже чем через столько дней, сколько "
        "задано в правилах. Запись в конце дня – правильная запись. Контакты, внесённые заранее как план, и "
        "контакты без времени внесения не считаются.",
        en="The share of contacts held that were entered within as many days as the rules say. Entry at the end "
        "of the day is right entry. Contacts entered beforehand as a plan, and those without a moment of entry, "
        "are left out.",
        bg="Дял на проведените контакти, въведени най-късно след толкова дни, колкото е зададено в правилата. "
        "Въвеждането в края на деня е правилно въвеждане. Контактите, въведени предварително като план, и тези без "
        "момент на въвеждане не се броят.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("held_at", "created_at")},
    uses={"contacts": ("kind", "result")},
    dated_by="held_at",
    source=PALM,
    example=Example(given=ENTERED, answer=2 / 3),
)
def entered_in_time(contacts: ir.Table, rules: ir.Table) -> ir.Table:
    """k = entered in time, n = entered on the day or later."""
    found = entered(contacts)
    return found.mutate(k=(found.days <= rule(rules, "entry_days_at_most")).cast("int64"), n=1).drop("days")


@metric(
    kind=Share(),
    name=Text(ru="Через сколько дней внесена запись", en="Days until entry", bg="Дни до въвеждането"),
    definition=Text(
        ru="Как состоявшиеся контакты распределены по числу дней от контакта до записи о нём. Контакты, внесённые "
        "заранее, и контакты без времени внесения не считаются.",
        en="How the contacts held are spread over the days from the contact to its entry. Contacts entered "
        "beforehand, and those without a moment of entry, are left out.",
        bg="Как проведените контакти се разпределят по дните от контакта до въвеждането му. Контактите, въведени "
        "предварително, и тези без момент на въвеждане не се броят.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"contacts": ("held_at", "created_at")},
    uses={"contacts": ("kind", "result")},
    along={"lag": None},
    dated_by="held_at",
    source=PALM,
    example=Example(given=ENTERED, answer={"0": 1 / 3, "2-3": 1 / 3, "8+": 1 / 3}),
)
def entry_lag(contacts: ir.Table) -> ir.Table:
    """One fact per contact, with the class of its lag."""
    found = entered(contacts)
    lag = ibis.cases(*((found.days <= last, name) for name, last in LAGS), else_=LONGEST)
    return found.mutate(lag=lag, n=1).drop("days")


@metric(
    kind=Rate(),
    name=Text(ru="Заполнено в контактах", en="Filled in, contacts", bg="Попълнено в контактите"),
    definition=Text(
        ru="Какая доля полей заполнена там, где они нужны: результат – у звонков и встреч; следующий шаг (или "
        "его день) – у встреч без отказа; заметка – у встреч; причина – у отказов.",
        en="What share of the fields is filled in where they are called for: the result of calls and meetings; "
        "the next step (or its day) of meetings that were no refusal; the note of meetings; the reason of "
        "refusals.",
        bg="Какъв дял от полетата е попълнен там, където са нужни: резултатът при обажданията и срещите; "
        "следващата стъпка (или денят ѝ) при срещите без отказ; бележката при срещите; причината при отказите.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("held_at", "kind")},
    uses={"contacts": ("result", "next_step", "next_on", "note", "refusal_reason")},
    along={"field": None},
    dated_by="held_at",
    source=PALM,
    example=Example(
        given=ENTERED, answer={"result": 3 / 4, "next_step": 1 / 2, "note": 1 / 3, "refusal_reason": 0}
    ),
)
def contact_fields_filled(contacts: ir.Table) -> ir.Table:
    """One fact per field of a contact that calls for it: k = filled in."""
    held = contacts.filter(took_place(contacts))
    meeting, refused = (held.kind == "meeting").fill_null(False), (held.result == "refused").fill_null(False)
    step = held.next_step.notnull() | held.next_on.notnull()
    return _fields(
        held,
        ("result", meeting | (held.kind == "call").fill_null(False), held.result.notnull()),
        ("next_step", meeting & ~refused, step),
        ("note", meeting, held.note.notnull()),
        ("refusal_reason", refused, held.refusal_reason.notnull()),
    )


@metric(
    kind=Rate(),
    name=Text(ru="Заполнено в сделках", en="Filled in, deals", bg="Попълнено в сделките"),
    definition=Text(
        ru="Какая доля полей заполнена там, где они нужны: сумма – у всех сделок; ожидаемая дата – у открытых; "
        "дата закрытия – у выигранных и проигранных; причина – у проигранных.",
        en="What share of the fields is filled in where they are called for: the amount of every deal; the "
        "expected day of open ones; the closing day of won and lost ones; the reason of lost ones.",
        bg="Какъв дял от полетата е попълнен там, където са нужни: сумата при всички сделки; очакваната дата при "
        "отворените; датата на приключване при спечелените и загубените; причината при загубените.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("outcome", "created_on")},
    uses={"deals": ("amount", "expected_on", "closed_on", "lost_reason")},
    along={"field": None},
    dated_by="created_on",
    source=PALM,
    example=Example(
        given={
            "deals": """
                deal_id | outcome | created_on | amount | expected_on | closed_on  | lost_reason
                1       | open    | 2026-03-01 | 100    | 2026-05-01  |            |
                2       | open    | 2026-03-02 |        |             |            |
                3       | lost    | 2026-03-03 | 50     |             | 2026-03-09 | price
                4       | lost    | 2026-03-04 | 70     |             | 2026-03-09 |
            """
        },
        answer={"amount": 3 / 4, "expected_on": 1 / 2, "closed_on": 1, "lost_reason": 1 / 2},
    ),
)
def deal_fields_filled(deals: ir.Table) -> ir.Table:
    """One fact per field of a deal that calls for it: k = filled in."""
    is_open, lost = (deals.outcome == "open").fill_null(False), (deals.outcome == "lost").fill_null(False)
    closed = lost | (deals.outcome == "won").fill_null(False)
    return _fields(
        deals,
        ("amount", ibis.literal(True), deals.amount.notnull()),
        ("expected_on", is_open, deals.expected_on.notnull()),
        ("closed_on", closed, deals.closed_on.notnull()),
        ("lost_reason", lost, deals.lost_reason.notnull()),
    )


def _fields(rows: ir.Table, *fields: tuple[str, ir.BooleanValue, ir.BooleanValue]) -> ir.Table:
    """Return a fact for each field of each row that calls for it; one pass over the rows, then as many copies."""
    wide = rows.mutate(**{f"_k_{name}": filled.cast("int64") for name, _, filled in fields})
    wide = wide.mutate(**{f"_n_{name}": called for name, called, _ in fields})
    parts = [
        wide.filter(wide[f"_n_{name}"]).mutate(field=ibis.literal(name), k=wide[f"_k_{name}"], n=1)
        for name, _, _ in fields
    ]
    own = [column for column in parts[0].columns if not column.startswith(("_k_", "_n_"))]
    return ibis.union(*(part.select(own) for part in parts))


@metric(
    kind=Rate(),
    name=Text(ru="Отказы с причиной", en="Refusals with a reason", bg="Откази с посочена причина"),
    definition=Text(
        ru="У какой доли отказов записана причина. Отказ – проигранная сделка или контакт с отказом, который не "
        "относится ни к какой сделке, если у клиента нет проигранных сделок.",
        en="For what share of the refusals a reason is on record. A refusal is a lost deal, or a contact that "
        "ended in a refusal, belongs to no deal, and whose client has lost no deal.",
        bg="При какъв дял от отказите е записана причина. Отказ е загубена сделка или контакт с отказ, който не "
        "е по никоя сделка и чийто клиент няма загубени сделки.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=refusals.needs,
    uses=refusals.uses,
    counts=refusals.counts,
    dated_by="closed_on",
    source=PALM,
    example=Example(given=refusals.example.given, answer=3 / 4),
)
def refusal_reason_stated(lost_deals: ir.Table, refused_contacts: ir.Table) -> ir.Table:
    """k = the reason is stated, n = refusals."""
    found = refusals.formula(lost_deals, refused_contacts)
    return stacked(found.mutate(k=found.reason.notnull().cast("int64"), n=1).drop("reason", "amount"))
