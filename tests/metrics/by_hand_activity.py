"""The numbers of daily work, a second time: plans, steps, the board of meetings, where the effort goes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

import holidays
import pandas as pd

from .by_hand_rows import Frames, Parts, Row, day, last_day, rows

RUSSIA = holidays.country_holidays("RU", years=range(2025, 2028))
STANDARD = {"calls": 15.0, "meetings": 4.0, "contracts": 0.5}
WORDS = {
    "Calls": "calls",
    "Встречи": "meetings",
    "договоров в день": "contracts",
    "Звонков в рабочий день": "calls",
}
PERIODS: Mapping[str, Callable[[date], bool]] = {
    "2025-12": lambda day: (day.year, day.month) == (2025, 12),
    "2026-02": lambda day: (day.year, day.month) == (2026, 2),
    "март 2026": lambda day: (day.year, day.month) == (2026, 3),
    "Q1 2026": lambda day: day.year == 2026 and day.month <= 3,
    "2026": lambda day: day.year == 2026,
}
FINEST = ("2025-12", "2026-02", "март 2026", "Q1 2026", "2026")


def is_meeting(row: Row) -> bool:
    return bool(row["kind"] == "meeting" and row["result"] != "postponed")


def held(frames: Frames) -> list[Row]:
    return [row for row in rows(frames, "contacts") if row["held_at"]]


def won(frames: Frames) -> list[Row]:
    return [row for row in rows(frames, "deals") if row["outcome"] == "won"]


def seen(frames: Frames) -> dict[str, list[date]]:
    found: dict[str, list[date]] = defaultdict(list)
    for table, columns in (("contacts", ("held_at",)), ("deals", ("created_on", "closed_on"))):
        for row in rows(frames, table):
            for column in columns:
                if row["manager"] and row[column]:
                    found[row["manager"]].append(day(row[column]))
    return found


def away(frames: Frames) -> set[tuple[object, date]]:
    found = set()
    for row in rows(frames, "absences"):
        if row["from_on"]:
            start, end = day(row["from_on"]), day(row["to_on"] or row["from_on"])
            found |= {(row["manager"], start + timedelta(days=at)) for at in range((end - start).days + 1)}
    return found


def worked(frames: Frames, *, ahead: bool) -> Iterator[tuple[str, date]]:
    """Yield the working days of managers: to the last record, or `ahead` to the end of the last year."""
    today = last_day(frames)
    own = [*rows(frames, "contacts"), *rows(frames, "deals")]
    gone = away(frames)
    years = [day(row[name]).year for row in own for name in ("held_at", "created_on", "closed_on") if row[name]]
    for manager, days in seen(frames).items():
        assert today is not None
        works = max(days) >= today - timedelta(days=31)
        end = date(max(years), 12, 31) if ahead and works else max(days)
        for at in range((end - min(days)).days + 1):
            one = min(days) + timedelta(days=at)
            if RUSSIA.is_working_day(one) and (manager, one) not in gone:
                yield manager, one


def planned(frames: Frames) -> Parts:
    given: dict[tuple[object, str, str, str], float] = {}
    for row in rows(frames, "plans"):
        if row["measure"] in WORDS and row["period"] in PERIODS and row["value"] is not None:
            level = "stretch" if row["level"] == "stretch" else "target"
            key = (row["manager"], WORDS[row["measure"]], row["period"], level)
            given[key] = max(float(row["value"]), given.get(key, 0.0))
    found: dict[str | None, tuple[float, ...]] = {}
    days = list(worked(frames, ahead=True))
    for measure, usual in STANDARD.items():
        total = stretch = 0.0
        for manager, one in days:
            here = [period for period in FINEST if PERIODS[period](one)]
            targets = [given[key] for p in here if (key := (manager, measure, p, "target")) in given]
            highs = [given[key] for p in here if (key := (manager, measure, p, "stretch")) in given]
            plan = targets[0] if targets else usual
            total, stretch = total + plan, stretch + (highs[0] if highs else plan)
        if days:
            found[measure] = (total, len(days), stretch)
    return found


def meetings_per_call(frames: Frames) -> Parts:
    return sum(map(is_meeting, held(frames))), sum(row["kind"] == "call" for row in held(frames))


def contracts_per_meeting(frames: Frames) -> Parts:
    return sum(deal["closed_on"] is not None for deal in won(frames)), sum(map(is_meeting, held(frames)))


def meetings_on_board(frames: Frames) -> Parts:
    found: Counter[str] = Counter()
    for row in rows(frames, "contacts"):
        if row["kind"] != "meeting":
            continue
        took = bool(row["held_at"]) and row["result"] != "postponed"
        same = row["planned_at"] and row["held_at"] and day(row["planned_at"]) == day(row["held_at"])
        if row["planned_at"]:
            state = "held" if took and same else "moved" if took or row["result"] == "postponed" else "waiting"
            found.update(["total", "planned", state])
            found["agreed"] += state == "held" and row["result"] == "agreed"
        if row["held_at"] and ((took and not same) or not row["planned_at"]):
            found.update(["total", "held" if took else "moved"])
            found["agreed"] += took and row["result"] == "agreed"
    parts = ("total", "total", "planned", "held", "moved", "agreed", "waiting")
    return tuple(float(found[part]) for part in parts)


def meeting_effectiveness(frames: Frames) -> Parts:
    meetings = [row for row in held(frames) if is_meeting(row)]
    return sum(row["result"] == "agreed" for row in meetings), len(meetings)


def contact_ways(frames: Frames) -> Parts:
    ways = Counter(
        "call" if row["kind"] == "call" else row["place"] or "meeting"
        for row in held(frames)
        if row["kind"] == "call" or is_meeting(row)
    )
    return {way: (count, ways.total()) for way, count in ways.items()}


def contacts_per_day(frames: Frames) -> Parts:
    return sum(row["manager"] is not None for row in held(frames)), len(list(worked(frames, ahead=False)))


def contacts_per_client(frames: Frames) -> Parts:
    clients = Counter(row["client"] for row in held(frames) if row["client"])
    return clients.total(), len(clients), sum(count**2 for count in clients.values())


def effort(frames: Frames) -> Parts:
    stated: dict[object, list[date]] = defaultdict(list)
    bought: dict[object, list[date]] = defaultdict(list)
    for row in rows(frames, "clients"):
        if row["acquired_on"]:
            stated[row["client"]].append(day(row["acquired_on"]))
    for deal in won(frames):
        if deal["closed_on"]:
            bought[deal["client"]].append(day(deal["closed_on"]))
    for row in rows(frames, "orders"):
        if row["ordered_on"] and row["status"] != "cancelled" and str(row["is_return"]).lower() != "true":
            bought[row["client"]].append(day(row["ordered_on"]))
    key = {row["client"] for row in rows(frames, "clients") if row["size"] == "key"}
    found: Counter[str | None] = Counter()
    for row in held(frames):
        client, on = row["client"], day(row["held_at"])
        if not client:
            continue
        days = stated[client] or bought[client]
        if client in key:
            found["key"] += 1
        elif not days or min(days) > on:
            found["not_yet"] += 1
        else:
            old_from = pd.Timestamp(min(days)) + pd.DateOffset(months=3)
            found["existing" if pd.Timestamp(on) >= old_from else "new"] += 1
    return {standing: (count, found.total()) for standing, count in found.items()}


BY_HAND_ACTIVITY: dict[str, Callable[[Frames], Parts]] = {
    one.__name__: one
    for one in (
        planned,
        meetings_per_call,
        contracts_per_meeting,
        meetings_on_board,
        meeting_effectiveness,
        contact_ways,
        contacts_per_day,
        contacts_per_client,
        effort,
    )
}
