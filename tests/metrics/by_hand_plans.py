"""Development plans worked out a second time; see `by_hand`, which takes these in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

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


BY_HAND: dict[str, Callable[[Frames], Parts]] = {
    one.__name__: one for one in (plan_actions, actions_in_time, plan_questions)
}
