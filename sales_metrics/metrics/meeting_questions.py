"""What each meeting on record raises questions about, worked out once for all indicators.

A question is no verdict: every mark here has honest explanations, and says only which records to ask about.
"""

from __future__ import annotations

from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.period import Period
from .held import took_place
from .in_force import last_day, rule
from .kept import KEPT, kept
from .note_twins import compared

FLAGS: Final = (
    "alike", "overlaps", "off_duty", "led_nowhere", "no_trace", "same_length", "no_contract", "usual_number"
)  # fmt: skip


@kept(
    {
        "_key": "string",
        "client": "string",
        "manager": "string",
        "channel": "string",
        "held_at": "timestamp(6)",
        **dict.fromkeys(FLAGS, "int64"),
    }
)
def meeting_questions(
    contacts: ir.Table,
    clients: ir.Table,
    deals: ir.Table,
    note_twins: ir.Table,
    manager_days: ir.Table,
    today: ir.Table,
    rules: ir.Table,
) -> ir.Table:
    """One row per meeting held by a stated manager, with each mark: 1, 0, or null where it does not apply."""
    found = contacts.filter(took_place(contacts), contacts.kind == "meeting", contacts.manager.notnull())
    found = found.mutate(day=found.held_at.cast("date"))
    found = _in_time(found, rules)
    found = _usual(found)
    found = _on_duty(found, manager_days)
    found = _followed(found, contacts, deals, today, rules)
    found = _traced(found, contacts, clients)
    found = found.mutate(compared=compared(found.note))
    twins = note_twins.select(twin_of="manager", twin_note="compared", alike="twin")
    return found.left_join(twins, [found.manager == twins.twin_of, found.compared == twins.twin_note])


def _in_time(found: ir.Table, rules: ir.Table) -> ir.Table:
    """Mark meetings that overlap the one before or after, or stand on a day with more than is possible.

    Midnight is no time of a meeting but a date without one: of such a meeting only the day's number is judged.
    """
    start = found.held_at.epoch_seconds()
    found = found.mutate(start=start, timed=(start % 86400) != 0)
    found = found.mutate(end=found.start + (found.minutes.fill_null(1.0) * 60).cast("int64"))
    turn = ibis.window(group_by=["manager", "timed"], order_by=[found.start, found["_key"]])
    before, after = found.end.lag().over(turn), found.start.lead().over(turn)
    crossing = ((before > found.start) | (after < found.end)).fill_null(False) & found.timed
    number = found.count().over(ibis.window(group_by=["manager", "day"]))
    found = found.mutate(crossing=crossing, number=number)
    crowded = found.number > rule(rules, "meetings_a_day_at_most")
    return found.mutate(overlaps=(found.crossing | crowded).cast("int64"))


def _usual(found: ir.Table) -> ir.Table:
    """Mark meetings of the manager's most frequent length, and those on days with the most frequent number.

    One meeting a day is what a diary with few meetings looks like, so it is never the usual number.
    """
    lengths = found.filter(found.minutes.notnull())
    length = _most_frequent(lengths.group_by("manager", value="minutes").agg(times=ibis._.count()), "usual_minutes")
    days = found.select("manager", "day", "number").distinct()
    number = _most_frequent(days.group_by("manager", value="number").agg(times=ibis._.count()), "usual_meetings")
    found = found.left_join(length, "manager").drop("manager_right")
    found = found.left_join(number, "manager").drop("manager_right")
    usual = (found.number == found.usual_meetings) & (found.number > 1)
    return found.mutate(
        same_length=(found.minutes == found.usual_minutes).cast("int64"),
        usual_number=usual.fill_null(False).cast("int64"),
    )


def _most_frequent(counts: ir.Table, name: str) -> ir.Table:
    turn = ibis.window(group_by="manager", order_by=[counts.times.desc(), counts.value])
    ranked = counts.mutate(turn=ibis.row_number().over(turn))
    return ranked.filter(ranked.turn == 0).select("manager", **{name: "value"})


def _on_duty(found: ir.Table, manager_days: ir.Table) -> ir.Table:
    """Mark meetings on days that are no working days of the manager: weekends, holidays, absences."""
    worked = manager_days.select(worked_by="manager", worked_on="day").mutate(worked=1)
    found = found.left_join(worked, [found.manager == worked.worked_by, found.day == worked.worked_on])
    return found.mutate(off_duty=found.worked.isnull().cast("int64"))


def _followed(found: ir.Table, contacts: ir.Table, deals: ir.Table, today: ir.Table, rules: ir.Table) -> ir.Table:
    """Mark meetings after which nothing is on record, and those after which no contract was signed.

    Something is a next step, an offer to the client, or a contact that the client began, from the meeting's day on.
    A meeting too young for the days that are given is not judged.
    """
    last = last_day(today)
    inbound = contacts.filter(contacts.direction == "inbound", contacts.held_at.notnull())
    offered = deals.filter(deals.offer_sent_on.notnull())
    won = deals.filter(deals.outcome == "won", deals.closed_on.notnull())
    answers = inbound.select("client", day=inbound.held_at.cast("date"), answered=1, signed=0).union(
        offered.select("client", day="offer_sent_on", answered=1, signed=0),
        won.select("client", day="closed_on", answered=0, signed=1),
    )
    met = found.select("client", "day", answered=0, signed=0)
    days = met.union(answers.filter(answers.client.notnull())).filter(ibis._.client.notnull())
    days = days.group_by("client", "day").agg(answered=ibis._.answered.max(), signed=ibis._.signed.max())
    on = ibis.cumulative_window(group_by="client", order_by=[days.day.desc()])
    nothing = ibis.null("date")
    days = days.select(
        of="client",
        since="day",
        answered_on=(days.answered == 1).ifelse(days.day, nothing).min().over(on),
        signed_on=(days.signed == 1).ifelse(days.day, nothing).min().over(on),
    )
    found = found.left_join(days, [found.client == days.of, found.day == days.since])
    found = found.mutate(age=last.epoch_days() - found.day.epoch_days())
    answer_days, contract_days = rule(rules, "answer_days"), rule(rules, "contract_days")
    answered = _within(found.answered_on, found.day, answer_days)
    answered = answered | found.next_step.notnull() | found.next_on.notnull()
    signed = _within(found.signed_on, found.day, contract_days)
    unknown = ibis.null("int64")
    return found.mutate(
        led_nowhere=(found.age >= answer_days).ifelse((~answered).cast("int64"), unknown),
        no_contract=(found.age >= contract_days).ifelse((~signed).cast("int64"), unknown),
    )


def _within(event: Any, day: Any, days: Any) -> Any:
    return ((event.epoch_days() - day.epoch_days()) <= days).fill_null(False)


def _traced(found: ir.Table, contacts: ir.Table, clients: ir.Table) -> ir.Table:
    """Mark meetings with clients of whom there is neither a telephone nor an e-mail, nor any call or e-mail.

    A meeting without a client cannot be judged.
    """
    spoken = contacts.filter(contacts.kind.isin(["call", "e-mail"]), contacts.client.notnull()).select("client")
    listed = clients.filter(clients.phone.notnull() | clients.email.notnull(), clients.client.notnull())
    traced = spoken.union(listed.select("client"), distinct=True).select(traced="client")
    found = found.left_join(traced, found.client == traced.traced)
    unknown = ibis.null("int64")
    return found.mutate(no_trace=found.client.notnull().ifelse(found.traced.isnull().cast("int64"), unknown))


def marks_of(tables: Tables, period: Period) -> pd.DataFrame:
    """Return `_key` and `marks`, the number of questions that each meeting of the period raises."""
    KEPT["meeting_questions"].make(tables)
    found = tables["meeting_questions"]
    day = found.held_at.cast("date")
    conditions = []
    if period.start is not None:
        conditions.append(day >= period.start)
    if period.end is not None:
        conditions.append(day <= period.end)
    found = found.filter(conditions) if conditions else found
    total: ir.IntegerValue = ibis.literal(0)
    for flag in FLAGS:
        total = total + found[flag].fill_null(0)
    return tables.fetch(found.select("_key", marks=total))
