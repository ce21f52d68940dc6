"""A small made-up department with every awkwardness at once: blanks everywhere, strangers, impossible dates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

MANAGERS = ("Ivanova", "Petrov", "Georgiev", None)
CLIENTS = ("Alfa", "Beta", "Gamma", "Delta", "Omega", None)
STAGES = ("Контакт", "КП отправлено", "Договор", None)

Frames = dict[str, pd.DataFrame]


class Draws:
    """Random columns out of one seed: a part of the department with its own leaves the others as they are."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)

    def some(self, values: Sequence[Any], rows: int) -> list[Any]:
        """Return values taken at random."""
        return [values[place] for place in self.rng.integers(0, len(values), rows)]

    def days(self, rows: int, blank: float = 0.15, *, first: str = "2026-01-20", span: int = 90) -> list[Any]:
        """Return days of a span as text, some of them blank."""
        found = pd.Timestamp(first) + pd.to_timedelta(self.rng.integers(0, span, rows), unit="D")
        return [None if self.rng.random() < blank else day.date().isoformat() for day in found]


def department(seed: int, managers: Sequence[str | None] = MANAGERS, prefix: str = "") -> Frames:
    """Return frames for every table that metrics use. `prefix` keeps the ids of two departments apart."""
    draws = Draws(seed)
    rng, some, days = draws.rng, draws.some, draws.days

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
    # Columns that came later are drawn apart, so that the data of earlier tests stay as they are.
    later = Draws(seed + 1000)
    deals = deals.assign(
        qualified=pd.Series(later.some(["ours", "ours", "not_ours", "unknown", None], n), dtype="object"),
        tele_marketer=pd.Series(later.some(["Kira", "Luna", None], n), dtype="object"),
        handed_over_on=pd.Series(later.days(n, 0.6), dtype="object"),
    )
    more = np.random.default_rng(seed + 1000)
    # A day or two before or after the day it was held, most often that very day.
    shift = pd.to_timedelta(more.choice([0, 0, 0, 1, -1, 2], c), unit="D")
    planned = pd.to_datetime(contacts["held_at"]) + shift
    planned = planned.fillna(pd.Timestamp("2026-03-10 09:00:00")).where(more.random(c) < 0.6)
    contacts["planned_at"] = planned.dt.strftime("%Y-%m-%d %H:%M:%S")
    contacts["place"] = [["client", "office", "online", None][place] for place in more.integers(0, 4, c)]
    clients["acquired_on"] = ["2025-12-15", None, None, "2026-02-28", "2026-01-01"]
    planning = pd.DataFrame(
        {
            "manager": [managers[place] for place in more.integers(0, len(managers), 12)],
            "period": [
                ["2026-02", "март 2026", "Q1 2026", "2026", "some day"][place] for place in more.integers(0, 5, 12)
            ],
            "measure": [
                ["Calls", "Встречи", "договоров в день", "Звонков в рабочий день", "Revenue"][place]
                for place in more.integers(0, 5, 12)
            ],
            "value": [None if more.random() < 0.1 else float(more.integers(0, 30)) for _ in range(12)],
            "level": [["target", "stretch", None][place] for place in more.integers(0, 3, 12)],
        }
    )
    _add_records(seed, contacts, deals, clients)
    _add_answers(seed, surveys, clients)
    return {
        "client_portrait": _portrait(seed, clients),
        **_duties(seed, managers, prefix, deals, clients),
        "plans": planning,
        "deals": deals,
        "stage_log": log,
        "contacts": contacts,
        "orders": orders,
        "surveys": surveys,
        "clients": clients,
        "absences": absences,
        "amount_changes": changes,
        "slips": slips,
        "ring_checks": _ring_checks(seed, managers, prefix),
        # So few deals, meetings and months are here that the defaults would leave nothing to hold a case against.
        "rules": pd.DataFrame(
            {
                "rule": [
                    *("wins_for_a_limit", "contract_days", "engaged_from_meetings", "training_window_days"),
                    *("reactivation_days", "asleep_beyond", "plan_span_days"),
                ],
                "setting": [2.0, 30.0, 2.0, 20.0, 30.0, 0.4, 14.0],
            }
        ),
    } | _goods(seed, managers, prefix, orders)


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
    draws = Draws(seed + 1000)
    rng, some, days = draws.rng, draws.some, partial(draws.days, span=95)
    c = len(contacts)
    times = some(["10:30:00", "10:30:00", "11:00:00", "15:00:00", "00:00:00"], c)
    held = [
        None if pd.isna(at) else f"{str(at)[:10]} {time}"
        for at, time in zip(contacts["held_at"], times, strict=True)
    ]
    contacts["held_at"] = held
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


def _add_answers(seed: int, surveys: pd.DataFrame, clients: pd.DataFrame) -> None:
    """Add what clients answered and who came by recommendation, from draws of their own."""
    some, rows = Draws(seed + 3000).some, len(surveys)
    surveys["rating"] = some([5.0, 4.0, 3.0, 1.0, None], rows)
    surveys["recommend"] = some([10.0, 9.0, 8.0, 6.0, 0.0, None], rows)
    surveys["liked"] = some(["the price", "fast delivery", None], rows)
    surveys["disliked"] = some(["late delivery", None, None], rows)
    surveys["improve"] = some(["more stock", "the papers", None], rows)
    surveys["referred"] = some(["Gamma", "Delta", "Somebody", None, None], rows)
    clients["referred_by"] = some(["Alfa", None, None], len(clients))


def _duties(
    seed: int,
    managers: Sequence[str | None],
    prefix: str,
    deals: pd.DataFrame,
    clients: pd.DataFrame,
) -> Frames:
    """Add what a client calendar is made of; returns the tenders and the development plans."""
    draws = Draws(seed + 3000)
    some, days = draws.some, partial(draws.days, span=120)
    deals["offer_confirmed_on"] = days(len(deals), 0.5)
    deals["offer_valid_until"] = days(len(deals), 0.5)
    deals["tender_on"] = some([None, None, None, "2026-12-31", "2026-11-30"], len(deals))
    clients["birthday"] = ["1980-02-29", None, "1975-04-30", "1990-01-01", "1960-06-01"]
    clients["hobby"] = some(["chess", None], len(clients))
    clients["decision_group"] = some(["director", None], len(clients))
    tenders = pd.DataFrame(
        {
            "tender_id": [f"{prefix}t{number}" for number in range(8)],
            "client": some(CLIENTS, 8),
            "tender_on": some(["2026-12-31", "2026-11-30", "2026-02-01", None], 8),
            "amount": some([100.0, None], 8),
        }
    )
    n = 25
    actions = pd.DataFrame(
        {
            "client": some(CLIENTS, n),
            "action": [f"{prefix}step {number}" for number in range(n)],
            "owner": some(managers, n),
            "due_on": days(n, 0.1),
            "checked_on": days(n, 0.5),
            "status": some(["planned", "in_progress", "done", "postponed", "dropped", None], n),
            "done_on": days(n, 0.7),
            "resources": some(["car", None], n),
            "participants": some(["chief", None, None], n),
        }
    )
    return {"tenders": tenders, "development_actions": actions, **_beside_plans(seed, managers, actions)}


def _beside_plans(seed: int, managers: Sequence[str | None], actions: pd.DataFrame) -> Frames:
    """Add the figures and the points that stand beside the actions of a plan, from draws of their own."""
    rng = np.random.default_rng(seed + 7000)

    def some(values: Sequence[Any], rows: int) -> list[Any]:
        return [values[place] for place in rng.integers(0, len(values), rows)]

    n = len(actions)
    actions["result"] = pd.Series(some(["no time", "the client asked", None], n), dtype="object")
    answers = some([*actions["action"], "  " + str(actions["action"][0]).upper(), "something else", None, None], 30)
    points = pd.DataFrame(
        {
            "side": some(["strength", "weakness", "chance", "risk", None], 30),
            "point": [None if place == 7 else f"point {place}" for place in range(30)],
            "client": some([*CLIENTS, None, None], 30),
            "action": answers,
        }
    )
    figures = pd.DataFrame(
        {
            "measure": some(["revenue", "win_rate", "offices", None], 9),
            "team": some(["north", None], 9),
            "region": some(["west", None], 9),
            "due_on": some(["2026-03-31", "2026-06-30", None], 9),
            "target": some([500.0, 0.4, None], 9),
            "responsible": some(managers, 9),
        }
    )
    figures = figures.drop_duplicates(["measure", "team", "region", "due_on"], ignore_index=True)
    return {"plan_points": points, "control_figures": figures}


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


def _goods(seed: int, managers: Sequence[str | None], prefix: str, orders: pd.DataFrame) -> Frames:
    """Add what was ordered to the orders; return their lines, and how priorities were changed."""
    draws = Draws(seed + 5000)
    rng, some = draws.rng, draws.some
    orders["product_group"] = pd.Series(some(["pipes", "pumps", None], len(orders)), dtype="object")
    n, p = 40, 12
    lines = pd.DataFrame(
        {
            "order_id": some([f"{prefix}o{number}" for number in range(20)] + [f"{prefix}o99"], n),
            "line": [str(number) for number in range(n)],
            "product": ["thing"] * n,
            "product_group": some(["pipes", "pumps", "tools", None], n),
            "quantity": [None if rng.random() < 0.1 else float(rng.integers(1, 5)) for _ in range(n)],
            "price": [None if rng.random() < 0.1 else float(rng.integers(1, 90)) for _ in range(n)],
            "amount": [None if rng.random() < 0.3 else float(rng.integers(1, 400)) for _ in range(n)],
        }
    )
    changes = pd.DataFrame(
        {
            "client": some(CLIENTS, p),
            "manager": some(managers, p),
            "changed_on": [f"2026-02-{place + 1:02}" for place in range(p)],
            "old": some(["A", "B", "C", None], p),
            "new": some(["A", "B", "C", None], p),
        }
    )
    return {"order_lines": lines, "priority_changes": changes}


def _portrait(seed: int, clients: pd.DataFrame) -> pd.DataFrame:
    """Add what a portrait asks of clients, and return one: with a row that nothing can be looked for by."""
    rng = np.random.default_rng(seed + 6000)

    def some(values: Sequence[object], rows: int) -> list[object]:
        return [values[place] for place in rng.integers(0, len(values), rows)]

    clients["potential_year"] = pd.Series(some([50.0, 100.0, 400.0, None], len(clients)), dtype="object")
    clients["is_federal"] = pd.Series(some([True, False, None], len(clients)), dtype="object")
    return pd.DataFrame(
        {
            "feature": ["Industry", "Large", "Spends", "Not too much", "Federal", "Nothing"],
            "looks_at": ["segment", "size", "potential_year", "potential_year", "is_federal", "segment"],
            "role": ["ideal", None, "ideal", "ideal", "exclusion", "ideal"],
            "values": ["Industry; wholesale", "key; large", None, None, "yes", None],
            "at_least": [None, None, 100.0, None, None, None],
            "at_most": [None, None, None, 300.0, None, None],
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
