"""How often a meeting becomes a contract when every meeting has had the same time for it."""

from __future__ import annotations

import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .in_force import last_day, rule
from .kinds import Rate
from .sources import PALM

SIX_MEETINGS = {
    "contacts": """
        client | manager | held_at          | kind
        Alfa   | Ivanova | 2026-01-12 09:00 | meeting
        Beta   | Ivanova | 2026-01-13 09:00 | meeting
        Gamma  | Ivanova | 2026-01-14 09:00 | meeting
        Delta  | Ivanova | 2026-01-15 09:00 | meeting
        Delta  | Ivanova | 2026-01-15 12:00 | call
        Omega  | Ivanova | 2026-05-20 09:00 | meeting
    """,
    "deals": """
        deal_id | client | outcome | created_on | closed_on
        1       | Alfa   | won     | 2026-01-01 | 2026-02-01
        2       | Beta   | won     | 2026-01-01 | 2026-06-01
        3       | Omega  | won     | 2026-05-01 | 2026-06-10
    """,
}
"""The data end on 10 June 2026: Omega's meeting is too young, Beta's contract came after more than 90 days."""


@metric(
    kind=Rate(),
    name=Text(
        ru="Встречи, ставшие договором за 90 дней",
        en="Meetings that became a contract in 90 days",
        bg="Срещи, станали договор за 90 дни",
    ),
    definition=Text(
        ru="Какая доля встреч привела к договору за срок, данный каждой встрече (90 дней, если компания не решила "
        "иначе). Встречи, у которых этот срок ещё не вышел, не считаются, поэтому старые и новые можно сравнивать. "
        "Месяц определяется датой встречи.",
        en="The share of meetings that led to a contract within the time given to each (90 days unless the company "
        "has set another). Meetings whose time is not up are left out, so old and new ones can be compared. The "
        "month is that of the meeting.",
        bg="Каква част от срещите е довела до договор в срока, даден на всяка среща (90 дни, ако фирмата не е "
        "решила друго). Срещите, чийто срок още не е изтекъл, не се броят, затова стари и нови могат да се "
        "сравняват. Месецът е този на срещата.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("client", "held_at", "kind"), "deals": ("client", "outcome", "closed_on")},
    uses={"contacts": ("manager", "result", "deal_id"), "deals": ("deal_id", "amount")},
    dated_by="held_at",
    source=PALM,
    example=Example(given=SIX_MEETINGS, answer=1 / 4),
)
def meeting_success(decided_meetings: ir.Table, rules: ir.Table, today: ir.Table) -> ir.Table:
    """k = won within the window, n = meetings held that are at least as old as the window."""
    window = rule(rules, "training_window_days")
    end = last_day(today)
    held = decided_meetings.held_at.cast("date")
    ripe = decided_meetings.filter(decided_meetings.took_place, end.delta(held, unit="day") >= window)
    waited = ripe.won_on.delta(ripe.held_at.cast("date"), unit="day")
    return ripe.mutate(k=(waited <= window).fill_null(False).cast("int64"), n=1)
