"""A small made-up department with every awkwardness at once: blanks everywhere, strangers, impossible dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

MANAGERS = ("Ivanova", "Petrov", "Georgiev", None)
CLIENTS = ("Alfa", "Beta", "Gamma", "Delta", "Omega", None)
STAGES = ("Контакт", "КП отправлено", "Договор", None)

Frames = dict[str, pd.DataFrame]


def department(seed: int, managers: Sequence[str | None] = MANAGERS, prefix: str = "") -> Frames:
    """Return frames for every table that metrics use. `prefix` keeps the ids of two departments apart."""
    rng = np.random.default_rng(seed)

    def some(values: Sequence[object], rows: int) -> list[object]:
        return [values[place] for place in rng.integers(0, len(values), rows)]

    def days(rows: int, blank: float = 0.15) -> list[object]:
        found = pd.Timestamp("2026-01-20") + pd.to_timedelta(rng.integers(0, 90, rows), unit="D")
        return [None if rng.random() < blank else day.date().isoformat() for day in found]

    def ids(letter: str, rows: int) -> list[str]:
        return [f"{prefix}{letter}{number}" for number in range(rows)]

    n, c, o = 40, 60, 30
    outcome = some(["open", "won", "won", "lost", "lost", "lost", "parked", None], n)
    deals = pd.DataFrame(
        {
            "deal_id": ids("d", n),
            "client": some(CLIENTS, n),
            "manager": some(managers, n),
            "stage": some(STAGES, n),
            "amount": [None if rng.random() < 0.1 else float(rng.integers(0, 900)) for _ in range(n)],
            "created_on": days(n),
            "closed_on": days(n),
            "outcome": outcome,
            "lost_stage": some([*STAGES[:3], None, None, "Неведомый"], n),
            "lost_reason": some(["price", "budget", None], n),
            "source": some(["website", "reference", None], n),
            "segment": some(["retail", None], n),
        }
    )
    log = pd.DataFrame({"deal_id": some(ids("d", n), 50), "stage": some(STAGES[:3], 50), "entered_at": days(50)})
    contacts = pd.DataFrame(
        {
            "contact_id": ids("c", c),
            "client": some(CLIENTS, c),
            "manager": some(managers, c),
            "held_at": [None if day is None else f"{day} 10:30:00" for day in days(c)],
            "kind": some(["call", "call", "meeting", "e-mail", None], c),
            "result": some(["agreed", "refused", "postponed", None], c),
            "refusal_reason": some(["price", "no need", None], c),
            "deal_id": some([None, None, f"{prefix}d1"], c),
            "channel": some(["cold call", None], c),
        }
    )
    orders = pd.DataFrame(
        {
            "order_id": ids("o", o),
            "client": some(CLIENTS, o),
            "manager": some(managers, o),
            "ordered_on": days(o),
            "completed_on": days(o, 0.5),
            "amount": [None if rng.random() < 0.1 else float(rng.integers(-50, 900)) for _ in range(o)],
            "status": some(["open", "completed", "cancelled", None], o),
            "is_return": some([True, False, None, None], o),
        }
    )
    surveys = pd.DataFrame({"order_id": some([*ids("o", o)[:20], None], 15), "surveyed_on": days(15)})
    clients = pd.DataFrame(
        {
            "client": ["Alfa", "Alfa", "Beta", "Gamma", None],
            "segment": ["industry", "industry", "retail", None, "nobody's"],
            "size": ["key", "key", "small", "small", "large"],
            "channel_first": ["exhibition", "exhibition", None, "website", "nobody's"],
            "manager": some(managers, 5),
            "service_manager": some(managers, 5),
        }
    )
    absences = pd.DataFrame(
        {
            "manager": some(managers, 4),
            "from_on": ["2026-02-02", "2026-02-10", "2026-03-02", None],
            "to_on": ["2026-02-06", None, "2026-03-20", None],
        }
    )
    _add_records(seed, contacts, deals, clients)
    return {
        "deals": deals,
        "stage_log": log,
        "contacts": contacts,
        "orders": orders,
        "surveys": surveys,
        "clients": clients,
        "absences": absences,
        "ring_checks": _ring_checks(seed, managers, prefix),
        # Three months of few records hold no meeting older than ninety days, and hardly three with one client.
        "rules": pd.DataFrame({"rule": ["contract_days", "engaged_from_meetings"], "setting": [30.0, 2.0]}),
    }


NOTES = (
    "Spoke of the spring delivery, they will think",
    "Spoke of the spring delivery; they will think!",
    "Spoke of the spring deliveries, they will think",
    "The director wants a drawing of the new valve",
    "Showed the catalogue and left the price list",
    "no answer",
    None,
)


def _add_records(seed: int, contacts: pd.DataFrame, deals: pd.DataFrame, clients: pd.DataFrame) -> None:
    """Add what records are judged by; from draws of their own, so that the rest stays as it was."""
    rng = np.random.default_rng(seed + 1000)

    def some(values: Sequence[Any], rows: int) -> list[Any]:
        return [values[place] for place in rng.integers(0, len(values), rows)]

    def days(rows: int, blank: float) -> list[Any]:
        found = pd.Timestamp("2026-01-20") + pd.to_timedelta(rng.integers(0, 95, rows), unit="D")
        return [None if rng.random() < blank else day.date().isoformat() for day in found]

    c = len(contacts)
    times = some(["10:30:00", "10:30:00", "11:00:00", "15:00:00", "00:00:00"], c)
    held = [
        None if pd.isna(at) else f"{str(at)[:10]} {time}"
        for at, time in zip(contacts["held_at"], times, strict=True)
    ]
    contacts["held_at"] = held
    contacts["planned_at"] = [None if day is None else f"{day} 09:00:00" for day in days(c, 0.5)]
    late = rng.integers(-1, 10, c)
    contacts["created_at"] = [
        None
        if at is None or rng.random() < 0.1
        else str(pd.Timestamp(at).normalize() + pd.Timedelta(days=int(lag)))
        for at, lag in zip(held, late, strict=True)
    ]
    contacts["next_step"] = some(["offer", None, None], c)
    contacts["next_on"] = days(c, 0.3)
    contacts["minutes"] = some([30.0, 30.0, 60.0, 45.0, None], c)
    contacts["note"] = some(NOTES, c)
    contacts["direction"] = some(["inbound", "outbound", None, None], c)
    deals["expected_on"] = days(len(deals), 0.3)
    deals["offer_sent_on"] = days(len(deals), 0.6)
    clients["priority"] = ["A", "A", "B", None, "C"]
    clients["is_ours"] = [None, None, some(["yes", "no"], 1)[0], "unknown", "no"]
    clients["phone"] = ["1", None, None, some(["2", None], 1)[0], "3"]


def _ring_checks(seed: int, managers: Sequence[str | None], prefix: str) -> pd.DataFrame:
    rng = np.random.default_rng(seed + 2000)
    rows = 20
    answers = ("confirmed", "confirmed", "denied", "unreachable", "forgotten", None)
    return pd.DataFrame(
        {
            "sample_id": [f"{prefix}2026-03"] * rows,
            "contact_id": [f"{prefix}c{number}" for number in range(rows)],
            "manager": [managers[place] for place in rng.integers(0, len(managers), rows)],
            "called_on": [None if rng.random() < 0.1 else f"2026-04-{1 + place:02}" for place in range(rows)],
            "answer": [answers[place] for place in rng.integers(0, len(answers), rows)],
        }
    )


def staff() -> Frames:
    """Return who works in which team, which everybody may see."""
    names = [name for name in (*MANAGERS, "Dimitrova", "Orlov") if name]
    return {
        "managers": pd.DataFrame(
            {
                "manager": names,
                "team": ["north", "north", "south", None, "south"],
                "head": ["Orlov", "Orlov", "Dimitrova", None, None],
            }
        )
    }
