"""Every metric worked out a second time, with nothing but Python and pandas, from the definition in words.

Each function takes frames and returns the parts in total: a tuple of numbers, or one such tuple per category.
Written for clarity alone, row by row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

import holidays

from . import (
    by_hand_chances,
    by_hand_client_base,
    by_hand_client_calendar,
    by_hand_development,
    by_hand_meetings,
    by_hand_plans,
    by_hand_qualification,
)
from .by_hand_activity import BY_HAND_ACTIVITY
from .by_hand_conveyor import BY_HAND_CONVEYOR
from .by_hand_funnel import BY_HAND_FUNNEL
from .by_hand_pipeline import PIPELINE
from .by_hand_records import RECORDS
from .by_hand_rows import Frames, Parts, Row, day, rows
from .by_hand_surveys import SURVEYS

RUSSIA = holidays.country_holidays("RU", years=range(2025, 2027))


def conversion(frames: Frames) -> Parts:
    started = list(rows(frames, "deals"))
    return sum(deal["outcome"] == "won" for deal in started), len(started)


def win_rate(frames: Frames) -> Parts:
    outcomes = Counter(deal["outcome"] for deal in rows(frames, "deals"))
    return outcomes["won"], outcomes["won"] + outcomes["lost"]


def average_won_deal(frames: Frames) -> Parts:
    amounts = [float(deal["amount"]) for deal in won(frames) if deal["amount"] is not None]
    return sum(amounts), len(amounts), sum(amount**2 for amount in amounts)


def won_amount(frames: Frames) -> Parts:
    return sum(float(deal["amount"] or 0) for deal in won(frames)), len(list(won(frames)))


def sales_cycle(frames: Frames) -> Parts:
    both = [deal for deal in won(frames) if deal["created_on"] and deal["closed_on"]]
    took = [(day(deal["closed_on"]) - day(deal["created_on"])).days for deal in both]
    possible = [days for days in took if days >= 0]
    return sum(possible), len(possible), sum(days**2 for days in possible), len(took) - len(possible)


def won(frames: Frames) -> Iterator[Row]:
    return (deal for deal in rows(frames, "deals") if deal["outcome"] == "won")


def refusals(frames: Frames) -> Parts:
    lost = [deal for deal in rows(frames, "deals") if deal["outcome"] == "lost"]
    settled = {deal["client"] for deal in lost if deal["client"]}
    found: dict[str | None, list[float]] = defaultdict(list)
    for deal in lost:
        found[deal["lost_reason"]].append(float(deal["amount"] or 0))
    for contact in rows(frames, "contacts"):
        if contact["result"] == "refused" and not contact["deal_id"] and contact["client"] not in settled:
            found[contact["refusal_reason"]].append(0.0)
    n = sum(map(len, found.values()))
    return {reason: (len(money), n, sum(money)) for reason, money in found.items()}


def working_days_of_managers(frames: Frames) -> set[tuple[str, date]]:
    seen: dict[str, list[date]] = defaultdict(list)
    for contact in rows(frames, "contacts"):
        if contact["manager"] and contact["held_at"]:
            seen[contact["manager"]].append(day(contact["held_at"]))
    for deal in rows(frames, "deals"):
        for column in ("created_on", "closed_on"):
            if deal["manager"] and deal[column]:
                seen[deal["manager"]].append(day(deal[column]))
    found = {
        (manager, first + timedelta(days=offset))
        for manager, days in seen.items()
        for first in [min(days)]
        for offset in range((max(days) - first).days + 1)
        if RUSSIA.is_working_day(first + timedelta(days=offset))
    }
    for absence in rows(frames, "absences"):
        if absence["from_on"]:
            start, end = day(absence["from_on"]), day(absence["to_on"] or absence["from_on"])
            away = [start + timedelta(days=offset) for offset in range((end - start).days + 1)]
            found -= {(absence["manager"], one) for one in away}
    return found


def calls_per_day(frames: Frames) -> Parts:
    calls = [row for row in held(frames) if row["kind"] == "call"]
    return len(calls), len(working_days_of_managers(frames))


def meetings_per_day(frames: Frames) -> Parts:
    meetings = [row for row in held(frames) if row["kind"] == "meeting" and row["result"] != "postponed"]
    return len(meetings), len(working_days_of_managers(frames))


def held(frames: Frames) -> Iterator[Row]:
    return (row for row in rows(frames, "contacts") if row["held_at"] and row["manager"])


def contracts_per_day(frames: Frames) -> Parts:
    signed = [deal for deal in won(frames) if deal["closed_on"] and deal["manager"]]
    return len(signed), len(working_days_of_managers(frames))


def survey_coverage(frames: Frames) -> Parts:
    done = [order for order in sold(frames) if order["completed_on"] or order["status"] == "completed"]
    asked = {survey["order_id"] for survey in rows(frames, "surveys")} - {None}
    k = sum(order["order_id"] in asked for order in done)
    return k, len(done), len(done) - k


def sales_per_client(frames: Frames) -> Parts:
    bought = [order for order in sold(frames) if order["client"]]
    per_client = Counter(order["client"] for order in bought)
    money = sum(float(order["amount"] or 0) for order in bought)
    return len(bought), len(per_client), sum(count**2 for count in per_client.values()), money


def sold(frames: Frames) -> Iterator[Row]:
    return (row for row in rows(frames, "orders") if not returned(row) and row["status"] != "cancelled")


def returned(order: Row) -> bool:
    return str(order["is_return"]).lower() == "true"


def revenue(frames: Frames) -> Parts:
    kept = [order for order in rows(frames, "orders") if order["status"] != "cancelled"]
    money = [(returned(order), float(order["amount"] or 0)) for order in kept]
    return sum(-abs(amount) if back else amount for back, amount in money), len(kept)


BY_HAND: Mapping[str, Callable[[Frames], Parts]] = (
    {
        one.__name__: one
        for one in (
            conversion,
            win_rate,
            average_won_deal,
            won_amount,
            sales_cycle,
            refusals,
            calls_per_day,
            meetings_per_day,
            contracts_per_day,
            survey_coverage,
            sales_per_client,
            revenue,
        )
    }
    | BY_HAND_FUNNEL
    | BY_HAND_CONVEYOR
    | dict(PIPELINE)
    | BY_HAND_ACTIVITY
    | dict(RECORDS)
    | dict(by_hand_meetings.BY_HAND)
    | dict(by_hand_chances.BY_HAND)
    | dict(SURVEYS)
    | dict(by_hand_client_base.BY_HAND)
    | dict(by_hand_client_calendar.BY_HAND)
    | dict(by_hand_development.BY_HAND)
    | dict(by_hand_plans.BY_HAND)
    | dict(by_hand_qualification.BY_HAND)
)
