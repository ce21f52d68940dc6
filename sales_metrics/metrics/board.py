"""The board of meetings: what was planned for a day, what was held or put off, and what came of it."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .activity import OF_CONTACTS
from .declaration import Example, metric
from .facts import stacked
from .held import meeting_held
from .kinds import Rate, Total
from .sources import PALM

_TWO_DAYS = {
    "contacts": """
        client | manager | kind    | planned_at       | held_at          | result
        Alfa   | Ivanova | meeting | 2026-03-10 09:00 | 2026-03-10 09:10 | agreed
        Beta   | Ivanova | meeting | 2026-03-10 12:00 | 2026-03-11 12:00 | refused
        Gamma  | Ivanova | meeting | 2026-03-10 15:00 |                  | postponed
        Delta  | Ivanova | meeting | 2026-03-11 15:00 |                  |
        Omega  | Ivanova | meeting |                  | 2026-03-11 16:00 | agreed
        Omega  | Ivanova | call    | 2026-03-11 17:00 | 2026-03-11 17:00 | agreed
    """
}
"""Beta's meeting stands on the board of two days: put off on the one, held on the other."""


@metric(
    kind=Total(),
    name=Text(ru="Встречи в плане дня", en="Meetings on the board", bg="Срещи в плана за деня"),
    definition=Text(
        ru="Встречи, назначенные на день, и встречи, проведённые в этот день. Перенесена – та, что отложена или "
        "прошла в другой день; она стоит в плане обоих дней. Ждёт – назначена, но результат не внесён.",
        en="Meetings set for a day, and meetings held on it. Moved is one that was postponed or held on another "
        "day; it stands on the board of both days. Waiting is one that was set and has no result entered.",
        bg="Срещите, определени за деня, и срещите, проведени в него. Преместена е отложената или проведената в "
        "друг ден; тя стои в плана и на двата дни. Чакаща е определената, за която няма въведен резултат.",
    ),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    needs={"contacts": ("kind", "held_at")},
    uses={"contacts": ("planned_at", "result")},
    dated_by="held_at",
    also=("planned", "held", "moved", "agreed", "waiting"),
    only=OF_CONTACTS,
    source=PALM,
    example=Example(given=_TWO_DAYS, answer=6.0),
)
def meetings_on_board(contacts: ir.Table) -> ir.Table:
    """total = 1 for each meeting on each day whose board it stands on; the other parts say what became of it."""
    meetings = contacts.filter(contacts.kind == "meeting")
    took_place = meeting_held(meetings)
    set_for, took = meetings.planned_at.cast("date"), meetings.held_at.cast("date")
    elsewhere = (set_for != took).fill_null(False) & took_place
    meetings = meetings.mutate(took_place=took_place, elsewhere=elsewhere)
    by_plan = meetings.filter(meetings.planned_at.notnull())
    held = by_plan.took_place & ~by_plan.elsewhere
    moved = by_plan.elsewhere | (by_plan.result == "postponed").fill_null(False)
    by_plan = by_plan.mutate(
        held_at=by_plan.planned_at,
        total=1,
        planned=1,
        held=held.cast("int64"),
        moved=moved.cast("int64"),
        agreed=(held & (by_plan.result == "agreed").fill_null(False)).cast("int64"),
        waiting=(~held & ~moved).cast("int64"),
    )
    others = meetings.filter(meetings.elsewhere | (meetings.planned_at.isnull() & meetings.held_at.notnull()))
    by_day = others.mutate(
        total=1,
        planned=0,
        held=others.took_place.cast("int64"),
        moved=(~others.took_place).cast("int64"),
        agreed=(others.took_place & (others.result == "agreed").fill_null(False)).cast("int64"),
        waiting=0,
    )
    return stacked(by_plan, by_day)


@metric(
    kind=Rate(),
    name=Text(ru="Результативность встреч", en="Effectiveness of meetings", bg="Резултатност на срещите"),
    definition=Text(
        ru="Доля состоявшихся встреч, которые закончились согласием. Встречи без внесённого результата остаются в "
        "знаменателе.",
        en="The share of meetings held that ended in agreement. Meetings without a result on record stay in the "
        "denominator.",
        bg="Дял на проведените срещи, завършили със съгласие. Срещите без въведен резултат остават в знаменателя.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("kind", "held_at", "result")},
    dated_by="held_at",
    only=OF_CONTACTS,
    source=PALM,
    example=Example(given=_TWO_DAYS, answer=2 / 3),
)
def meeting_effectiveness(contacts: ir.Table) -> ir.Table:
    """n = 1 for each meeting held, k = 1 where it ended in agreement."""
    held = contacts.filter(meeting_held(contacts))
    return held.mutate(k=ibis.ifelse(held.result == "agreed", 1, 0).fill_null(0).cast("int64"), n=1)
