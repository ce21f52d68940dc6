"""Attention, discipline and the questions to records, worked out a second time; see `by_hand`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd
from rapidfuzz import fuzz

from . import by_hand as hand
from .by_hand_rows import Frames, Parts, Row, day, last_day, rows

# The second computation takes the defaults of the rules from the requirement, not from the product.
NORMS = {"A": 14, "B": 30}
NORM_C = 60


def happened(contact: Row) -> bool:
    return bool(contact["held_at"]) and not (contact["kind"] == "meeting" and contact["result"] == "postponed")


def key_of(contact: Row) -> tuple[pd.Timestamp, str]:
    return pd.Timestamp(contact["held_at"]), str(contact["_place"])


def numbered(frames: Frames, table: str) -> list[dict[str, Any]]:
    found = []
    for place, row in enumerate(rows(frames, table)):
        one: dict[str, Any] = defaultdict(lambda: None, row)
        found.append(one)
        one["_place"] = str(place)
    return found


def setting(frames: Frames, rule: str, default: int) -> int:
    """Return what the company has set for a rule, or else the default."""
    return int({row["rule"]: row["setting"] for row in rows(frames, "rules")}.get(rule, default))


def known_clients(frames: Frames) -> dict[str, str | None]:
    """Return every client that is not marked as not ours, with its priority in its first row."""
    listed: dict[str, str | None] = {}
    not_ours = set()
    for row in rows(frames, "clients"):
        if row["client"]:
            listed.setdefault(row["client"], row["priority"])
            if row["is_ours"] == "no":
                not_ours.add(row["client"])
    for row in rows(frames, "contacts"):
        if row["client"] and happened(row):
            listed.setdefault(row["client"], None)
    return {client: priority for client, priority in listed.items() if client not in not_ours}


def last_contacts(frames: Frames) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in sorted(filter(happened, numbered(frames, "contacts")), key=key_of):
        if row["client"]:
            found[row["client"]] = row
    return found


def attention_in_norm(frames: Frames) -> Parts:
    today, last = last_day(frames), last_contacts(frames)
    within = 0
    clients = known_clients(frames)
    for client, priority in clients.items():
        if client in last and today:
            within += (today - day(last[client]["held_at"])).days <= NORMS.get(str(priority), NORM_C)
    return within, len(clients)


def next_step_known(frames: Frames) -> Parts:
    today, last = last_day(frames), last_contacts(frames)
    planned = {
        row["client"]
        for row in rows(frames, "contacts")
        if row["planned_at"] and not row["held_at"] and today and day(row["planned_at"]) >= today
    }
    clients = known_clients(frames)
    known = sum(
        client in planned or bool(client in last and (last[client]["next_step"] or last[client]["next_on"]))
        for client in clients
    )
    return known, len(clients)


def promise_overdue(frames: Frames) -> Parts:
    today, last = last_day(frames), last_contacts(frames)
    promised = [day(last[one]["next_on"]) for one in known_clients(frames) if one in last and last[one]["next_on"]]
    return sum(bool(today and on < today) for on in promised), len(promised)


def engaged_not_converted(frames: Frames) -> Parts:
    met = Counter(row["client"] for row in rows(frames, "contacts") if happened(row) and row["kind"] == "meeting")
    bought = {deal["client"] for deal in hand.won(frames)}
    bought |= {order["client"] for order in rows(frames, "orders") if order["status"] != "cancelled"}
    least = setting(frames, "engaged_from_meetings", 3)
    engaged = [client for client in known_clients(frames) if met[client] >= least]
    return sum(client not in bought for client in engaged), len(engaged)


def contacts_held(frames: Frames) -> Parts:
    count = sum(map(happened, rows(frames, "contacts")))
    return count, count


def lags(frames: Frames) -> list[int]:
    both = [row for row in rows(frames, "contacts") if happened(row) and row["created_at"]]
    days = [(day(row["created_at"]) - day(row["held_at"])).days for row in both]
    return [lag for lag in days if lag >= 0]


def entered_in_time(frames: Frames) -> Parts:
    found = lags(frames)
    return sum(lag <= 3 for lag in found), len(found)


def entry_lag(frames: Frames) -> Parts:
    def name(lag: int) -> str:
        return "8+" if lag > 7 else "4-7" if lag > 3 else "2-3" if lag > 1 else str(lag)

    counts = Counter(map(name, lags(frames)))
    return {one: (k, counts.total()) for one, k in counts.items()}


def contact_fields_filled(frames: Frames) -> Parts:
    found: dict[str | None, list[bool]] = defaultdict(list)
    for row in filter(happened, rows(frames, "contacts")):
        if row["kind"] in ("call", "meeting"):
            found["result"].append(bool(row["result"]))
        if row["kind"] == "meeting":
            found["note"].append(bool(row["note"]))
            if row["result"] != "refused":
                found["next_step"].append(bool(row["next_step"] or row["next_on"]))
        if row["result"] == "refused":
            found["refusal_reason"].append(bool(row["refusal_reason"]))
    return {field: (sum(filled), len(filled)) for field, filled in found.items()}


def deal_fields_filled(frames: Frames) -> Parts:
    found: dict[str | None, list[bool]] = defaultdict(list)
    for row in rows(frames, "deals"):
        found["amount"].append(row["amount"] is not None)
        if row["outcome"] == "open":
            found["expected_on"].append(row["expected_on"] is not None)
        if row["outcome"] in ("won", "lost"):
            found["closed_on"].append(row["closed_on"] is not None)
        if row["outcome"] == "lost":
            found["lost_reason"].append(row["lost_reason"] is not None)
    return {field: (sum(filled), len(filled)) for field, filled in found.items()}


def refusal_reason_stated(frames: Frames) -> Parts:
    reasons = hand.refusals(frames)
    assert isinstance(reasons, dict)
    counts = {reason: parts[0] for reason, parts in reasons.items()}
    return sum(counts.values()) - counts.get(None, 0), sum(counts.values())


def meetings(frames: Frames) -> list[dict[str, Any]]:
    return [
        row for row in numbered(frames, "contacts") if happened(row) and row["kind"] == "meeting" and row["manager"]
    ]


def notes_alike(frames: Frames) -> Parts:
    def compared(row: Row) -> str:
        return re.sub(r"[\W_]+", " ", str(row["note"] or "").lower()).strip()

    noted = [(row["manager"], compared(row)) for row in meetings(frames) if len(str(row["note"] or "")) >= 25]
    noted = [one for one in noted if len(one[1]) >= 25]
    alike = 0
    for place, (manager, note) in enumerate(noted):
        others = noted[:place] + noted[place + 1 :]
        alike += any(
            note == other or (manager == whose and fuzz.ratio(note, other) >= 90) for whose, other in others
        )
    return alike, len(noted)


def meetings_crossing(frames: Frames) -> Parts:
    marked: set[str] = set()
    found = meetings(frames)
    a_day = Counter((row["manager"], day(row["held_at"])) for row in found)
    marked |= {row["_place"] for row in found if a_day[row["manager"], day(row["held_at"])] > 8}
    timed = [row for row in found if pd.Timestamp(row["held_at"]).time() != pd.Timestamp("00:00").time()]
    for manager in {row["manager"] for row in timed}:
        own = sorted((row for row in timed if row["manager"] == manager), key=key_of)
        for one, other in pairwise(own):
            minutes = 1 if one["minutes"] is None else one["minutes"]
            end = pd.Timestamp(one["held_at"]) + pd.Timedelta(minutes=float(minutes))
            if end > pd.Timestamp(other["held_at"]):
                marked |= {one["_place"], other["_place"]}
    return len(marked), len(found)


def meetings_off_duty(frames: Frames) -> Parts:
    days, found = hand.working_days_of_managers(frames), meetings(frames)
    return sum((row["manager"], day(row["held_at"])) not in days for row in found), len(found)


def old_enough(frames: Frames, days: int) -> Iterator[tuple[Row, date]]:
    today = last_day(frames)
    for row in meetings(frames):
        on = day(row["held_at"])
        if today and (today - on).days >= days:
            yield row, on


def soon(events: list[tuple[str, date]], client: object, on: date, days: int) -> bool:
    return any(whose == client and on <= when <= on + timedelta(days=days) for whose, when in events)


def meetings_led_nowhere(frames: Frames) -> Parts:
    events = [
        (row["client"], day(row["held_at"]))
        for row in rows(frames, "contacts")
        if row["direction"] == "inbound" and row["held_at"] and row["client"]
    ]
    events += [
        (deal["client"], day(deal["offer_sent_on"]))
        for deal in rows(frames, "deals")
        if deal["offer_sent_on"] and deal["client"]
    ]
    judged = list(old_enough(frames, 30))
    nothing = sum(
        not (row["next_step"] or row["next_on"] or soon(events, row["client"], on, 30)) for row, on in judged
    )
    return nothing, len(judged)


def meetings_unsold(frames: Frames) -> Parts:
    events = [
        (deal["client"], day(deal["closed_on"]))
        for deal in hand.won(frames)
        if deal["closed_on"] and deal["client"]
    ]
    days = setting(frames, "contract_days", 90)
    judged = list(old_enough(frames, days))
    return sum(not soon(events, row["client"], on, days) for row, on in judged), len(judged)


def meetings_untraced(frames: Frames) -> Parts:
    traced = {row["client"] for row in rows(frames, "contacts") if row["kind"] in ("call", "e-mail")}
    traced |= {row["client"] for row in rows(frames, "clients") if row["phone"] or row["email"]}
    judged = [row for row in meetings(frames) if row["client"]]
    return sum(row["client"] not in traced for row in judged), len(judged)


def most_frequent(values: Mapping[Any, int]) -> Any:
    return min(values, key=lambda value: (-values[value], value))


def meetings_same_length(frames: Frames) -> Parts:
    timed = [row for row in meetings(frames) if row["minutes"] is not None]
    usual = {
        manager: most_frequent(Counter(float(row["minutes"]) for row in timed if row["manager"] == manager))
        for manager in {row["manager"] for row in timed}
    }
    return sum(float(row["minutes"]) == usual[row["manager"]] for row in timed), len(timed)


def meetings_usual_number(frames: Frames) -> Parts:
    a_day = Counter((row["manager"], day(row["held_at"])) for row in meetings(frames))
    marked = 0
    for manager in {manager for manager, _ in a_day}:
        counts = [count for (whose, _), count in a_day.items() if whose == manager]
        usual = most_frequent(Counter(counts))
        marked += sum(count for count in counts if count == usual and count > 1)
    return marked, a_day.total()


def ring_denied(frames: Frames) -> Parts:
    answers = Counter(row["answer"] for row in rows(frames, "ring_checks"))
    return answers["denied"], answers["denied"] + answers["confirmed"]


RECORDS: Mapping[str, Callable[[Frames], Parts]] = {
    one.__name__: one
    for one in (
        attention_in_norm,
        next_step_known,
        promise_overdue,
        engaged_not_converted,
        contacts_held,
        entered_in_time,
        entry_lag,
        contact_fields_filled,
        deal_fields_filled,
        refusal_reason_stated,
        notes_alike,
        meetings_crossing,
        meetings_off_duty,
        meetings_led_nowhere,
        meetings_untraced,
        meetings_same_length,
        meetings_unsold,
        meetings_usual_number,
        ring_denied,
    )
}
