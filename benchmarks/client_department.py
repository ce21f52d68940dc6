"""A department with a large client base, made up: orders with their lines, clients, surveys, duties and plans."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .funnel import department as funnel_department

DAYS = 730
LAST = np.datetime64("2026-06-17")
MANAGERS = 50
GROUPS = tuple(f"Group {number:02d}" for number in range(20))
PRAISE = ("fast", "good price", "polite", "kept their word", "knew the product")
COMPLAINTS = ("late delivery", "papers wrong", "too expensive", "nobody answered", "damaged packing")


def department(lines: int, seed: int = 7) -> dict[str, pd.DataFrame]:
    """Make up a client base: 2.5 lines an order, eight orders a client, a contact in five of each line."""
    rng = np.random.default_rng(seed)
    n_orders, n_clients = lines * 2 // 5, max(lines // 20, 1)
    names = np.array([f"Client {number:06d}" for number in range(n_clients)])
    managers = np.array([f"Manager {number:03d}" for number in range(MANAGERS)])
    own = managers[rng.integers(0, MANAGERS, n_clients)]
    clients = _clients(names, own, rng)
    orders = _orders(n_orders, names, own, rng)
    frames = {
        "clients": clients,
        "orders": orders,
        "order_lines": _lines(lines, orders, rng),
        "surveys": _surveys(orders, rng),
        **_deals(n_clients * 2, names, own, rng),
        **_plans(names, own, rng),
        "client_portrait": _portrait(),
    }
    days = rng.integers(0, DAYS, lines // 5)
    client = rng.integers(0, n_clients, lines // 5)
    held = (LAST - days).astype("datetime64[s]") + rng.integers(8 * 3600, 19 * 3600, len(days))
    frames["contacts"] = pd.DataFrame(
        {
            "client": names[client],
            "manager": own[client],
            "held_at": held,
            "kind": rng.choice(["call", "meeting", "e-mail"], len(days), p=[0.6, 0.25, 0.15]),
            "result": rng.choice(["agreed", "refused", "postponed", "needs_clarification"], len(days)),
            "next_step": _some(rng.choice(["send an offer", "call back", "bring samples"], len(days)), 0.3, rng),
            "next_on": _dates(LAST - days + rng.integers(1, 30, len(days)), 0.3, rng),
        }
    )
    return frames


def _some(values: np.ndarray, share: float, rng: np.random.Generator) -> pd.Series:
    return pd.Series(values).where(rng.random(len(values)) < share)


def _dates(days: np.ndarray, share: float, rng: np.random.Generator) -> pd.Series:
    return _some(days.astype("datetime64[s]"), share, rng)


def _clients(names: np.ndarray, own: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    n = len(names)
    return pd.DataFrame(
        {
            "client": names,
            "manager": _some(own, 0.95, rng),
            "service_manager": _some(own, 0.5, rng),
            "segment": _some(rng.choice(["Industry", "Trade", "Building", "Public"], n), 0.95, rng),
            "size": rng.choice(["key", "large", "medium", "small"], n, p=[0.03, 0.1, 0.3, 0.57]),
            "priority": rng.choice(["A", "B", "C"], n),
            "region": rng.choice(["North", "South", "East", "West"], n),
            "holding": _some(np.char.add("Holding ", rng.integers(0, n // 20 + 1, n).astype(str)), 0.1, rng),
            "channel_first": rng.choice(["reference", "website", "exhibition"], n),
            "acquired_on": _dates(np.datetime64("2022-01-10") + rng.integers(0, 1400, n), 0.6, rng),
            "potential_year": _some(np.round(rng.lognormal(9, 1, n), 2), 0.4, rng),
            "is_ours": rng.choice(["yes", "no", "unknown"], n, p=[0.8, 0.05, 0.15]),
            "phone": _some(np.array([f"+100{number:07d}" for number in range(n)]), 0.8, rng),
            "email": _some(np.array([f"c{number}@example.com" for number in range(n)]), 0.7, rng),
            "contact_person": _some(np.array([f"Person {number}" for number in range(n)]), 0.7, rng),
            "decision_group": _some(np.full(n, "chief, buyer"), 0.3, rng),
            "birthday": _dates(np.datetime64("1970-01-01") + rng.integers(0, 12000, n), 0.3, rng),
            "hobby": _some(np.full(n, "chess"), 0.2, rng),
        }
    )  # fmt: skip


def _orders(n: int, names: np.ndarray, own: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    weight = rng.lognormal(0, 0.8, len(names))
    of = rng.choice(len(names), n, p=weight / weight.sum())
    ordered = LAST - rng.integers(0, DAYS, n)
    done = ordered + rng.integers(1, 30, n)
    status = rng.choice(["completed", "open", "cancelled"], n, p=[0.9, 0.06, 0.04])
    return pd.DataFrame(
        {
            "_key": (numbers := [f"O{number:07d}" for number in range(n)]),
            "order_id": numbers,
            "client": _some(names[of], 0.995, rng),
            "manager": own[of],
            "ordered_on": ordered.astype("datetime64[s]"),
            "completed_on": pd.Series(np.minimum(done, LAST).astype("datetime64[s]")).where(status == "completed"),
            "amount": np.round(rng.lognormal(6, 1, n), 2),
            "status": status,
            "is_return": rng.random(n) < 0.03,
            "channel": rng.choice(["reference", "website", "exhibition"], n),
            "product_group": rng.choice(GROUPS, n),
        }
    )


def _lines(n: int, orders: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    of = rng.integers(0, len(orders), n)
    return pd.DataFrame(
        {
            "order_id": orders["order_id"].to_numpy()[of],
            "line": np.arange(n).astype(str),
            "product": np.array([f"Product {number:03d}" for number in range(200)])[rng.integers(0, 200, n)],
            "product_group": _some(rng.choice(GROUPS, n), 0.97, rng),
            "quantity": rng.integers(1, 20, n).astype(float),
            "price": np.round(rng.lognormal(3, 1, n), 2),
            "amount": _some(np.round(rng.lognormal(5, 1, n), 2), 0.9, rng),
        }
    )


def _surveys(orders: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    done = orders[orders["completed_on"].notna() & ~orders["is_return"]]
    asked = done.sample(frac=0.6, random_state=11)
    twice = pd.concat([asked, asked.sample(frac=0.02, random_state=12)], ignore_index=True)
    n = len(twice)
    asked_on = twice["completed_on"] + pd.to_timedelta(rng.integers(1, 20, n), unit="D")
    asked_on = asked_on.where(asked_on <= LAST, pd.Timestamp(LAST))
    return pd.DataFrame(
        {
            "order_id": twice["order_id"],
            "client": twice["client"],
            "surveyed_on": asked_on.astype("datetime64[s]"),
            "rating": _some(rng.choice([1.0, 2.0, 3.0, 4.0, 5.0], n, p=[0.03, 0.07, 0.15, 0.4, 0.35]), 0.95, rng),
            "recommend": _some(rng.integers(0, 11, n).astype(float), 0.7, rng),
            "liked": _some(rng.choice(PRAISE, n), 0.3, rng),
            "disliked": _some(rng.choice(COMPLAINTS, n), 0.2, rng),
            "improve": _some(rng.choice(COMPLAINTS, n), 0.1, rng),
        }
    )


def _deals(n: int, names: np.ndarray, own: np.ndarray, rng: np.random.Generator) -> dict[str, pd.DataFrame]:
    deals = funnel_department(n * 10)["deals"]
    of = rng.integers(0, len(names), n)
    deals = deals.assign(client=names[of], manager=own[of])
    shift = pd.Timestamp(LAST) - max(deals["created_on"].max(), deals["closed_on"].max())
    created, closed = deals["created_on"] + shift, deals["closed_on"] + shift
    sent = created + pd.to_timedelta(rng.integers(1, 40, n), unit="D")
    offered = rng.random(n) < 0.5
    deals = deals.assign(
        _key=deals["deal_id"],
        created_on=created,
        closed_on=closed,
        offer_sent_on=sent.where(offered),
        offer_confirmed_on=(sent + pd.to_timedelta(rng.integers(0, 4, n), unit="D")).where(
            offered & (rng.random(n) < 0.7)
        ),
        offer_valid_until=(sent + pd.to_timedelta(rng.integers(10, 60, n), unit="D")).where(offered),
        handed_over_on=(closed + pd.to_timedelta(rng.integers(30, 90, n), unit="D")).where(
            (deals["outcome"] == "won") & (rng.random(n) < 0.7)
        ),
        active_seller=own[of],
        client_manager=own[of],
    )
    tendered = rng.integers(0, len(names), n // 20)
    tenders = pd.DataFrame(
        {
            "tender_id": [f"T{number}" for number in range(len(tendered))],
            "client": names[tendered],
            "tender_on": (LAST + rng.integers(-200, 300, len(tendered))).astype("datetime64[s]"),
            "amount": np.round(rng.lognormal(9, 1, len(tendered)), 2),
        }
    )
    return {"deals": deals, "tenders": tenders}


def _portrait() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "feature": ["Maker", "Large", "Spends", "Far"],
            "looks_at": ["segment", "size", "potential_year", "region"],
            "role": ["ideal", "ideal", "ideal", "exclusion"],
            "values": ["Industry; Trade", "key; large", None, "North"],
            "at_least": [None, None, 10_000.0, None],
        }
    )


def _plans(names: np.ndarray, own: np.ndarray, rng: np.random.Generator) -> dict[str, pd.DataFrame]:
    n = max(len(names) // 2, 1)
    of = rng.integers(0, len(names), n)
    due = (LAST + rng.integers(-300, 120, n)).astype("datetime64[s]")
    status = rng.choice(["planned", "in_progress", "done", "postponed", "dropped"], n)
    late = pd.to_timedelta(rng.integers(-10, 10, n), unit="D")
    actions = pd.DataFrame(
        {
            "client": names[of],
            "action": [f"Action {number}" for number in range(n)],
            "owner": own[of],
            "due_on": due,
            "checked_on": _dates(due - np.timedelta64(10, "D"), 0.5, rng),
            "resources": _some(np.full(n, "car"), 0.5, rng),
            "participants": _some(np.full(n, "chief"), 0.4, rng),
            "status": status,
            "done_on": (pd.Series(due) + late).where(status == "done"),
        }
    )
    old = rng.choice(["A", "B", "C"], n)
    changes = pd.DataFrame(
        {
            "client": names[of],
            "manager": own[of],
            "changed_on": (LAST - rng.integers(0, DAYS, n)).astype("datetime64[s]"),
            "old": old,
            "new": rng.choice(["A", "B", "C"], n),
        }
    )
    targets = pd.DataFrame(
        {
            "metric": ["net", "grown", "orders", "wallet", "groups", "orders"],
            "segment": ["Industry", "Trade", "Building", None, "Public", None],
            "value": [1.1, 0.4, 5.0, 0.3, 5.0, 4.0],
        }
    )
    return {"development_actions": actions, "priority_changes": changes, "targets": targets}
