"""The funnel of daily work: how many meetings come of calls, and how many contracts of meetings."""

from __future__ import annotations

import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .activity import OF_CONTACTS
from .declaration import Example, metric
from .facts import stacked
from .held import meeting_held
from .kinds import Yield
from .sources import CHANNELS

_WEEK = {
    "contacts": """
        client | manager | held_at          | kind    | result
        Alfa   | Ivanova | 2026-03-10 09:00 | call    | agreed
        Beta   | Ivanova | 2026-03-10 10:00 | call    | no_answer
        Gamma  | Ivanova | 2026-03-10 11:00 | call    |
        Delta  | Ivanova | 2026-03-11 09:00 | call    | agreed
        Alfa   | Ivanova | 2026-03-12 09:00 | meeting | agreed
        Delta  | Ivanova | 2026-03-12 15:00 | meeting | postponed
        Gamma  | Ivanova | 2026-03-13 10:00 | meeting |
    """,
    "deals": """
        deal_id | manager | closed_on  | outcome
        1       | Ivanova | 2026-03-13 | won
        2       | Ivanova | 2026-03-13 | lost
    """,
}


@metric(
    kind=Yield(),
    name=Text(ru="Встреч на звонок", en="Meetings per call", bg="Срещи на обаждане"),
    definition=Text(
        ru="Сколько состоявшихся встреч приходится на один звонок того же периода; безответные звонки считаются, "
        "перенесённые встречи нет. Какой звонок привёл к какой встрече, не прослеживается.",
        en="How many meetings were held per call made in the same period; unanswered calls count, postponed "
        "meetings do not. Which call led to which meeting is not traced.",
        bg="Колко проведени срещи се падат на едно обаждане от същия период; обажданията без отговор се броят, "
        "отложените срещи не. Не се проследява кое обаждане до коя среща е довело.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("kind", "held_at")},
    uses={"contacts": ("result",)},
    dated_by="held_at",
    only=OF_CONTACTS,
    source=CHANNELS,
    example=Example(given=_WEEK, answer=2 / 4),
)
def meetings_per_call(contacts: ir.Table) -> ir.Table:
    """n = 1 for each call, k = 1 for each meeting that was held."""
    held = contacts.filter(contacts.held_at.notnull())
    # Contacts that are neither stay in with nothing to add: to drop them costs an engine more than to sum zeros.
    call, meeting = (held.kind == "call").fill_null(False), meeting_held(held).fill_null(False)
    return held.mutate(k=meeting.cast("int64"), n=call.cast("int64"))


@metric(
    kind=Yield(),
    name=Text(ru="Договоров на встречу", en="Contracts per meeting", bg="Договори на среща"),
    definition=Text(
        ru="Сколько выигранных сделок приходится на одну состоявшуюся встречу того же периода: сделки по дате "
        "закрытия, встречи по дате проведения.",
        en="How many deals were won per meeting held in the same period: deals by their closing date, meetings by "
        "the day they were held.",
        bg="Колко спечелени сделки се падат на една проведена среща от същия период: сделките по дата на "
        "приключване, срещите по дата на провеждане.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("kind", "held_at"), "deals": ("outcome", "closed_on")},
    uses={"contacts": ("result",)},
    counts=("contacts", "deals"),
    dated_by="held_at",
    only=OF_CONTACTS,
    source=CHANNELS,
    example=Example(given=_WEEK, answer=1 / 2),
)
def contracts_per_meeting(contacts: ir.Table, deals: ir.Table) -> ir.Table:
    """n = 1 for each meeting that was held, k = 1 for each deal won."""
    meetings = contacts.filter(meeting_held(contacts))
    won = deals.filter(deals.outcome == "won", deals.closed_on.notnull())
    return stacked(meetings.mutate(k=0, n=1), won.mutate(held_at=won.closed_on.cast("timestamp"), k=1, n=0))
