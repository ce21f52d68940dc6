"""A small made-up department with every awkwardness at once: blanks everywhere, strangers, impossible dates."""

from __future__ import annotations

from collections.abc import Sequence

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
    more = np.random.default_rng(seed + 1004)
    amounts = [[None if more.random() < 0.1 else float(more.integers(1, 900)) for _ in range(25)] for _ in range(2)]
    moments = [pd.Timestamp("2026-01-20") + pd.Timedelta(days=int(more.integers(0, 90))) for _ in range(65)]
    changes = pd.DataFrame(
        {
            "deal_id": [f"{prefix}d{number}" for number in more.integers(0, n, 25)],
            "changed_on": [one.date().isoformat() for one in moments[:25]],
            "old_amount": amounts[0],
            "new_amount": amounts[1],
        }
    ).drop_duplicates(["deal_id", "changed_on"], ignore_index=True)
    slips = pd.DataFrame(
        {
            "deal_id": [f"{prefix}d{number}" for number in more.integers(0, n, 20)],
            "changed_on": [one.date().isoformat() for one in moments[25:45]],
            "old_expected_on": [one.date().isoformat() for one in moments[45:]],
            "new_expected_on": [one.date().isoformat() for one in moments[5:25]],
        }
    )
    deals["qualified"] = [[None, "ours", "not_ours", "unknown"][place] for place in more.integers(0, 4, n)]
    return {
        "deals": deals,
        "stage_log": log,
        "contacts": contacts,
        "orders": orders,
        "surveys": surveys,
        "clients": clients,
        "absences": absences,
        "amount_changes": changes,
        "slips": slips,
        # So few are won here that the default would leave nothing to hold open deals against.
        "rules": pd.DataFrame({"rule": ["wins_for_a_limit"], "setting": [2.0]}),
    }


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
