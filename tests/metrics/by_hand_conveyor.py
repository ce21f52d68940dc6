"""The conveyor of sales worked out a second time; see `by_hand`, which takes these in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd

from .by_hand_rows import Frames, Parts, Row, day, rows
from .by_hand_rows import last_day as last_day_of


def last_day(frames: Frames) -> date:
    found = last_day_of(frames)
    assert found is not None
    return found


def qualification(frames: Frames) -> Parts:
    marks = [deal.get("qualified") for deal in rows(frames, "deals")]
    return {mark: (marks.count(mark), len(marks)) for mark in set(marks)}


def tele_meetings_held(frames: Frames) -> Parts:
    theirs = {deal["deal_id"] for deal in rows(frames, "deals") if deal.get("tele_marketer")}
    first: dict[str, Row] = {}
    for contact in rows(frames, "contacts"):
        if contact["kind"] == "meeting" and contact.get("planned_at") and contact.get("deal_id") in theirs:
            earlier = first.get(contact["deal_id"])
            if earlier is None or str(contact["planned_at"]) < str(earlier["planned_at"]):
                first[contact["deal_id"]] = contact
    due = [contact for contact in first.values() if day(contact["planned_at"]) <= last_day(frames)]
    return sum(took_place(contact) for contact in due), len(due)


def took_place(contact: Row) -> bool:
    return bool(contact.get("held_at")) and contact.get("result") != "postponed"


def clients(frames: Frames) -> Iterator[tuple[bool, list[Row]]]:
    """Yield for every client if it is new, and its deals."""
    since: dict[str, date] = {}
    for client in rows(frames, "clients"):
        if client.get("client") and client.get("acquired_on"):
            acquired = day(client["acquired_on"])
            since[client["client"]] = min(acquired, since.get(client["client"], acquired))
    deals: dict[str, list[Row]] = defaultdict(list)
    for deal in rows(frames, "deals"):
        if deal.get("client"):
            deals[deal["client"]].append(deal)
    for name, theirs in deals.items():
        started = [day(deal["created_on"]) for deal in theirs if deal.get("created_on")]
        yield not (name in since and started and since[name] < min(started)), theirs


def first_contract(frames: Frames) -> Parts:
    entered = [theirs for new, theirs in clients(frames) if new and any(deal.get("created_on") for deal in theirs)]
    return sum(any(deal["outcome"] == "won" for deal in theirs) for theirs in entered), len(entered)


def contracts(frames: Frames) -> Iterator[tuple[Row, date, date | None]]:
    """Yield each client's first contract, of old clients those handed over, its day, and that of the hand-over."""
    for new, theirs in clients(frames):
        signed = [deal for deal in theirs if deal["outcome"] == "won" and deal.get("closed_on")]
        if signed and (new or any(deal.get("handed_over_on") for deal in theirs)):
            first = min(signed, key=lambda deal: day(deal["closed_on"]))
            handed = [day(deal["handed_over_on"]) for deal in theirs if deal.get("handed_over_on")]
            yield first, day(first["closed_on"]), min(handed) if handed else None


def handed_over(frames: Frames) -> Parts:
    in_time = counted = 0
    for _, signed, handed in contracts(frames):
        due = (pd.Timestamp(signed) + pd.DateOffset(months=3)).date()
        if handed or due < last_day(frames):
            counted += 1
            in_time += handed is not None and handed <= due
    return in_time, counted


def conveyor_wait(frames: Frames) -> Parts:
    met: dict[str, date] = {}
    for contact in rows(frames, "contacts"):
        if contact["kind"] == "meeting" and contact.get("deal_id") and took_place(contact):
            held = day(contact["held_at"])
            met[contact["deal_id"]] = min(held, met.get(contact["deal_id"], held))
    spans: dict[str | None, list[tuple[date, date | None]]] = defaultdict(list)
    for deal in rows(frames, "deals"):
        if deal["outcome"] == "parked":
            continue
        ended = day(deal["closed_on"]) if deal["outcome"] in ("won", "lost") and deal.get("closed_on") else None
        meeting = met.get(deal["deal_id"])
        if deal.get("created_on"):
            known = [one for one in (ended, meeting) if one]
            spans["1 meeting"].append((day(deal["created_on"]), min(known) if known else None))
        if meeting:
            spans["2 decision"].append((meeting, ended))
    spans["3 handover"] = [(signed, handed) for _, signed, handed in contracts(frames)]
    found: dict[str | None, tuple[float, ...]] = {}
    for name, many in spans.items():
        took = [(end, ((end or last_day(frames)) - start).days) for start, end in many]
        kept = [(end, days) for end, days in took if days >= 0]
        if kept:
            waiting = [days for end, days in kept if end is None]
            found[name] = (len(kept) - len(waiting), len(kept), len(waiting), sum(waiting))
    return found


BY_HAND_CONVEYOR: dict[str, Callable[[Frames], Parts]] = {
    one.__name__: one for one in (qualification, tele_meetings_held, first_contract, handed_over, conveyor_wait)
}
