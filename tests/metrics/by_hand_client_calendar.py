"""What is due for clients worked out a second time; see `by_hand`, which takes these in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import holidays

from .by_hand_conveyor import contracts, last_day
from .by_hand_rows import Frames, Parts, Row, day, rows

RUSSIA = holidays.country_holidays("RU", years=range(2024, 2029))
FIELDS = ("contact_person", "phone", "email", "decision_group", "birthday", "hobby")


def next_working_day(start: date) -> date:
    found = start + timedelta(days=1)
    while not RUSSIA.is_working_day(found):
        found += timedelta(days=1)
    return found


def running(frames: Frames) -> Iterator[Row]:
    return (deal for deal in rows(frames, "deals") if deal.get("outcome") in (None, "open"))


def duties(frames: Frames) -> Iterator[str]:
    if not any(True for table in ("deals", "contacts", "orders") for _ in rows(frames, table)):
        return
    today = last_day(frames)
    named = {(deal.get("client"), deal["tender_on"]) for deal in rows(frames, "deals") if deal.get("tender_on")}
    for tender in rows(frames, "tenders"):
        known = (tender.get("client"), tender["tender_on"]) if tender.get("client") else None
        if tender.get("tender_on") and day(tender["tender_on"]) >= today and known not in named:
            yield "1 tender"
    for deal in running(frames):
        over = deal.get("offer_valid_until") and day(deal["offer_valid_until"]) < today
        if deal.get("offer_sent_on") and not deal.get("offer_confirmed_on") and not over:
            yield "2 confirm"
        if deal.get("offer_valid_until"):
            yield "3 expiry"
    served = {client["client"] for client in rows(frames, "clients") if client.get("service_manager")}
    for first, _, handed in contracts(frames):
        if not handed and first["client"] not in served:
            yield "4 handover"
    yield from ("5 letter" for _ in letters(frames, today))
    for client in rows(frames, "clients"):
        if client.get("client") and client.get("birthday"):
            yield "6 birthday"


def letters(frames: Frames, today: date) -> set[Any]:
    """Return the clients whose last good rating of a completed order is at most 14 days old."""
    rated: dict[Any, date] = {}
    for survey in rows(frames, "surveys"):
        if survey.get("order_id") and survey.get("surveyed_on") and (survey.get("rating") or 0) >= 5:
            at = day(survey["surveyed_on"])
            rated[survey["order_id"]] = max(at, rated.get(survey["order_id"], at))
    latest: dict[Any, date] = {}
    for order in rows(frames, "orders"):
        done = (order.get("completed_on") or order.get("status") == "completed") and order.get(
            "status"
        ) != "cancelled"
        if order["order_id"] in rated and done and order.get("client") and str(order.get("is_return")) != "True":
            at = rated[order["order_id"]]
            latest[order["client"]] = max(at, latest.get(order["client"], at))
    return {client for client, at in latest.items() if at + timedelta(days=14) >= today}


def duties_open(frames: Frames) -> Parts:
    return {duty: (n, n) for duty, n in Counter(duties(frames)).items()}


def offers_confirmed(frames: Frames) -> Parts:
    in_time = counted = 0
    for deal in rows(frames, "deals"):
        if not deal.get("offer_sent_on"):
            continue
        by = next_working_day(day(deal["offer_sent_on"]))
        confirmed = day(deal["offer_confirmed_on"]) if deal.get("offer_confirmed_on") else None
        settled = deal.get("closed_on") and day(deal["closed_on"]) <= by
        if confirmed or (by < last_day(frames) and not settled):
            counted += 1
            in_time += confirmed is not None and confirmed <= by
    return in_time, counted


def dossier_filled(frames: Frames) -> Parts:
    key = [one for one in rows(frames, "clients") if one.get("size") == "key" and one.get("client")]
    return {name: (sum(bool(one.get(name)) for one in key), len(key)) for name in FIELDS} if key else {}


BY_HAND: dict[str, Callable[[Frames], Parts]] = {
    one.__name__: one for one in (duties_open, offers_confirmed, dossier_filled)
}
