"""What becomes of a meeting: whether it was the last one before a contract."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..engine.schema import KEY
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .held import meeting_held
from .in_force import rule
from .kept import kept
from .kinds import Rate, Total
from .sources import PALM

FOUR_MEETINGS = {
    "contacts": """
        client | manager | held_at          | kind    | result    | deal_id
        Alfa   | Ivanova | 2026-03-02 09:00 | meeting | agreed    |
        Alfa   | Ivanova | 2026-03-10 09:00 | meeting | agreed    |
        Beta   | Ivanova | 2026-03-05 09:00 | meeting |           | 2
        Gamma  | Ivanova | 2026-03-05 12:00 | meeting | refused   |
        Gamma  | Ivanova | 2026-03-06 12:00 | meeting | postponed |
        Gamma  | Ivanova | 2026-03-06 15:00 | call    | agreed    |
    """,
    "deals": """
        deal_id | client | outcome | created_on | closed_on  | amount
        1       | Alfa   | won     | 2026-03-01 | 2026-03-20 | 500
        2       | Beta   | lost    | 2026-03-01 | 2026-03-20 | 700
        3       | Gamma  | won     | 2026-01-01 | 2026-03-01 | 900
    """,
}


@metric(
    kind=Rate(),
    name=Text(
        ru="Встречи, приведшие к договору", en="Meetings that led to a contract", bg="Срещи, довели до договор"
    ),
    definition=Text(
        ru="Какая доля проведённых встреч привела к договору. Договор относится к последней встрече с клиентом "
        "перед закрытием сделки, если она была не раньше чем за 180 дней до него; перенесённая встреча не "
        "состоялась. Недавние встречи ещё могут привести к договору.".replace("{days}", "180"),
        en="The share of meetings held that led to a contract. A contract belongs to the last meeting with the "
        "client before the deal was closed, if that was within 180 days; a postponed meeting was not held. Recent "
        "meetings may still lead to one.",
        bg="Каква част от проведените срещи е довела до договор. Договорът се отнася към последната среща с "
        "клиента преди приключването на сделката, ако тя е била до 180 дни по-рано; отложената среща не е "
        "проведена. Скорошните срещи още могат да доведат до договор.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("client", "held_at", "kind"), "deals": ("client", "outcome", "closed_on")},
    uses={"contacts": ("manager", "result", "deal_id"), "deals": ("deal_id", "amount")},
    dated_by="held_at",
    source=PALM,
    example=Example(given=FOUR_MEETINGS, answer=1 / 4),
)
def meetings_won(decided_meetings: ir.Table) -> ir.Table:
    """k = the meeting was the last before a contract, n = every meeting held."""
    held = decided_meetings.filter(decided_meetings.took_place)
    return held.mutate(k=held.won_on.notnull().cast("int64"), n=1)


@metric(
    kind=Total(),
    name=Text(ru="Дней от встречи до договора", en="Days from meeting to contract", bg="Дни от среща до договор"),
    definition=Text(
        ru="Сколько встреч стало договором через столько дней. Встречи, за которыми договора пока нет, стоят "
        "отдельно.",
        en="How many meetings became a contract after so many days. Those without a contract so far stand apart.",
        bg="Колко срещи са станали договор след толкова дни. Срещите без договор засега са отделно.",
    ),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    needs={"contacts": ("client", "held_at", "kind"), "deals": ("client", "outcome", "closed_on")},
    uses={"contacts": ("manager", "result", "deal_id"), "deals": ("deal_id", "amount")},
    dated_by="held_at",
    along={"days_to_contract": None},
    source=PALM,
    example=Example(given=FOUR_MEETINGS, answer={"10": 1.0, None: 3.0}),
)
def meetings_by_wait(decided_meetings: ir.Table) -> ir.Table:
    """total = 1 for each meeting held, along the days until its contract, as text."""
    held = decided_meetings.filter(decided_meetings.took_place)
    waited = held.won_on.delta(held.held_at.cast("date"), unit="day")
    return held.mutate(days_to_contract=waited.cast("string"), total=1, n=1)


@kept({"took_place": "boolean", "won_on": "date", "won_amount": "float64"}, rows_of="contacts")
def decided_meetings(contacts: ir.Table, deals: ir.Table, rules: ir.Table) -> ir.Table:
    """Each contact, whether it was a meeting that took place, and what was won by it, if anything.

    `won_on` is the day on which the first of the deals was closed for which this meeting was the last before;
    `won_amount` what these deals are worth together.
    """
    contacts = contacts.mutate(took_place=meeting_held(contacts).fill_null(False))
    met = contacts.filter(contacts.took_place, contacts.client.notnull())
    met = met.select(_meeting=KEY, client="client", held_at="held_at", about="deal_id")
    won = deals.filter(deals.outcome == "won", deals.closed_on.notnull())
    won = won.select("client", "closed_on", "amount", _deal=KEY, own_id="deal_id")
    within = rule(rules, "contract_within_days")
    pairs = won.inner_join(met, "client")
    age = pairs.closed_on.delta(pairs.held_at.cast("date"), unit="day")
    about = pairs.about.isnull() | pairs.own_id.isnull() | (pairs.about == pairs.own_id)
    pairs = pairs.filter(age >= 0, age <= within, about)
    newest = [ibis.desc(pairs.held_at), ibis.desc(pairs["_meeting"])]
    pairs = pairs.mutate(place=ibis.row_number().over(group_by="_deal", order_by=newest))
    last = pairs.filter(pairs.place == 0)
    last = last.group_by("_meeting").agg(won_on=last.closed_on.min(), won_amount=last.amount.sum())
    return contacts.left_join(last, contacts[KEY] == last["_meeting"]).drop("_meeting")
