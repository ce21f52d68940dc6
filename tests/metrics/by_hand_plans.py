"""Development plans worked out a second time; see `by_hand`, which takes these in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta

from .by_hand_conveyor import last_day
from .by_hand_rows import Frames, Parts, Row, day, rows

QUESTIONS = ("action", "owner", "due_on", "resources", "participants")


def state(action: Row, today: date) -> str:
    if action.get("status") == "dropped":
        return "6 dropped"
    if action.get("status") == "done" or action.get("done_on"):
        return "5 done"
    if action.get("status") == "postponed":
        return "4 postponed"
    if action.get("due_on") and day(action["due_on"]) < today:
        return "1 overdue"
    if action.get("checked_on") and day(action["checked_on"]) <= today:
        return "2 to check"
    return "3 running"


def plan_actions(frames: Frames) -> Parts:
    states = Counter(state(action, last_day(frames)) for action in rows(frames, "development_actions"))
    return {name: (n, n) for name, n in states.items()}


def actions_in_time(frames: Frames) -> Parts:
    in_time = counted = 0
    for action in rows(frames, "development_actions"):
        if not action.get("due_on") or action.get("status") == "dropped":
            continue
        due = day(action["due_on"])
        if action.get("done_on"):
            counted += 1
            in_time += day(action["done_on"]) <= due
        elif action.get("status") != "done" and due < last_day(frames):
            counted += 1
    return in_time, counted


def plan_questions(frames: Frames) -> Parts:
    kept = [action for action in rows(frames, "development_actions") if action.get("status") != "dropped"]
    return {name: (sum(bool(one.get(name)) for one in kept), len(kept)) for name in QUESTIONS} if kept else {}


def action_delay(frames: Frames) -> Parts:
    today = last_day(frames)
    late = [
        max((today - day(action["due_on"])).days, 0)
        for action in rows(frames, "development_actions")
        if state(action, today) in ("1 overdue", "4 postponed") and action.get("due_on")
    ]
    return sum(late), len(late), sum(days**2 for days in late)


def is_back(order: Row) -> bool:
    return str(order.get("is_return")).lower() == "true"


def kept_orders(frames: Frames) -> list[Row]:
    every = [order for order in rows(frames, "orders") if order.get("ordered_on")]
    return [order for order in every if order.get("status") != "cancelled" and order.get("client")]


def compared(frames: Frames) -> dict[str, tuple[str, list[date]]]:
    """Return how each client stands and the days round which it is compared."""
    settings = {row["rule"]: row["setting"] for row in rows(frames, "rules")}
    span, today = timedelta(days=int(settings.get("plan_span_days", 90))), last_day(frames)
    first: dict[str, date] = {}
    for order in kept_orders(frames):
        if not is_back(order):
            on = day(order["ordered_on"])
            first[order["client"]] = min(first.get(order["client"], on), on)
    acted: dict[str, list[date]] = defaultdict(list)
    for action in rows(frames, "development_actions"):
        if action.get("client"):
            done = action.get("done_on") if action.get("status") != "dropped" else None
            acted[action["client"]] += [day(done)] if done else []
    kinds: dict[str, dict[str, str]] = {"size": {}, "segment": {}, "priority": {}}
    for client in rows(frames, "clients"):
        for name, known in kinds.items():
            if client.get("client") and client.get(name):
                known[client["client"]] = max(known.get(client["client"], ""), client[name])
    kind = next((known for known in kinds.values() if first.keys() & known.keys()), {})
    found: dict[str, tuple[str, list[date]]] = {}
    for name in sorted(first):
        if acted.get(name):
            on = min(acted[name])
            over = on + span - timedelta(days=1) <= today
            standing = "1 with a plan" if over else "3 too early"
            found[name] = (standing if first[name] <= on - span else "4 too new", [on])
    for each in {kind.get(name, "") for name in first}:
        alike = [name for name in first if kind.get(name, "") == each]
        days = [found[name][1][0] for name in alike if found.get(name, ("",))[0] == "1 with a plan"]
        for name in alike:
            if name not in acted and days and first[name] <= min(days) - span:
                found[name] = ("2 without a plan", days)
    return found


def clients_compared(frames: Frames) -> Parts:
    standings = Counter(standing for standing, _ in compared(frames).values())
    return {name: (n, n) for name, n in standings.items()}


def spans(frames: Frames) -> list[tuple[str, str, list[Row], float]]:
    """Return every span that is compared: its stretch, the client, the client's orders in it, and its weight."""
    settings = {row["rule"]: row["setting"] for row in rows(frames, "rules")}
    span, found = int(settings.get("plan_span_days", 90)), []
    for client, (standing, days) in compared(frames).items():
        own = [order for order in kept_orders(frames) if order["client"] == client]
        for on in days if standing[0] in "12" else []:
            for when, reach in (("before", range(-span, 0)), ("after", range(span))):
                inside = [order for order in own if (day(order["ordered_on"]) - on).days in reach]
                found.append((f"{standing} {when}", client, inside, 1 / len(days)))
    return found


def bought_round_actions(frames: Frames) -> Parts:
    found: dict[str | None, tuple[float, ...]] = {}
    cases: dict[str, set[str]] = defaultdict(set)
    for stretch, _, orders, weight in spans(frames):
        for order in orders:
            amount = float(order.get("amount") or 0)
            worth = -abs(amount) if is_back(order) else amount
            cases[stretch].add(order["order_id"])
            total, _, bought = found.get(stretch, (0.0, 0, 0.0))
            bought += 0 if is_back(order) else weight
            found[stretch] = (total + worth * weight, len(cases[stretch]), bought)
    return found


def groups_round_actions(frames: Frames) -> Parts:
    groups_of = {}
    for order in kept_orders(frames):
        own = order.get("product_group")
        lines = [line for line in rows(frames, "order_lines") if line.get("order_id") == order["order_id"]]
        named = {line.get("product_group") or own for line in lines} if lines else {own}
        groups_of[order["order_id"]] = set() if is_back(order) else {group for group in named if group}
    found: dict[str | None, tuple[float, ...]] = {}
    cases: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for stretch, _, orders, weight in spans(frames):
        seen: set[str] = set()
        for order in sorted(orders, key=lambda one: (day(one["ordered_on"]), one["order_id"])):
            fresh = groups_of[order["order_id"]] - seen
            cases[stretch] |= {(order["order_id"], group) for group in fresh}
            seen |= fresh
        if seen:
            total, _ = found.get(stretch, (0.0, 0))
            found[stretch] = (total + len(seen) * weight, 0)
    return {stretch: (total, len(cases[str(stretch)])) for stretch, (total, _) in found.items()}


def control_figures_set(frames: Frames) -> Parts:
    figures = list(rows(frames, "control_figures"))
    return len(figures), len(figures)


def points_answered(frames: Frames) -> Parts:
    actions = [one for one in rows(frames, "development_actions") if one.get("status") != "dropped"]
    found: dict[str | None, tuple[float, ...]] = {}
    for point in rows(frames, "plan_points"):
        if not point.get("side") or not point.get("point"):
            continue
        said = str(point.get("action") or "").strip().lower()
        answers = [
            action
            for action in actions
            if said
            and str(action.get("action") or "").strip().lower() == said
            and point.get("client") in (None, action.get("client"))
        ]
        k, n = found.get(point["side"], (0, 0))
        found[point["side"]] = (k + bool(answers), n + 1)
    return found


BY_HAND: dict[str, Callable[[Frames], Parts]] = {
    one.__name__: one
    for one in (
        *(plan_actions, actions_in_time, plan_questions, action_delay),
        *(clients_compared, bought_round_actions, groups_round_actions),
        *(control_figures_set, points_answered),
    )
}
