"""The funnel and the conveyor worked out a second time; see `by_hand`, which takes these in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from .by_hand_rows import Frames, Parts, rows

KNOWN = ["Contact", "Контакт", "Proposal", "КП отправлено", "Negotiation", "Договор", "Неведомый", "Won"]
MEANT = {
    "Contact": ("short.01", "full.01"),
    "Контакт": ("short.01", "full.01"),
    "Proposal": ("short.04", "full.08"),
    "КП отправлено": ("short.04", "full.08"),
    "Negotiation": ("short.05", "full.12"),
    "Договор": ("short.05", "full.12"),
    "Won": ("short.06", "full.15"),
    "_won": ("short.06", "full.15"),
    "_created": ("short.01", "full.01"),
}


def funnel(frames: Frames) -> list[str]:
    named = {
        row.get(column)
        for table in ("deals", "stage_log")
        for row in rows(frames, table)
        for column in ("stage", "lost_stage")
    }
    steps = [stage for stage in KNOWN if stage in named] or ["_created"]
    return steps if "Won" in steps else [*steps, "_won"]


def placed(frames: Frames) -> list[dict[str, Any]]:
    """Return every deal with how far it got, whether it skipped or came back, and what that rests on."""
    steps = funnel(frames)
    place = {stage: at for at, stage in enumerate(steps, start=1)}
    found = []
    for deal in rows(frames, "deals"):
        entries = [
            (entry.get("entered_at") or "", place[entry["stage"]])
            for entry in rows(frames, "stage_log")
            if entry["stage"] in place and entry["deal_id"] == deal.get("deal_id")
        ]
        way = [at for _, at in sorted(entries, key=lambda entry: (str(entry[0]), entry[1]))]
        here = place.get(str(deal.get("stage")))
        died = place.get(str(deal.get("lost_stage"))) if deal["outcome"] == "lost" else None
        won = len(steps) if deal["outcome"] == "won" else None
        furthest = died or max(at for at in (*way, here, won, 0) if at is not None)
        last = next((at for at in (died, here, won) if at is not None), None)
        gap = bool(way) and (len(set(way)) < max(way) - min(way) + 1 or furthest > max(way) + 1)
        back = any(later < earlier for earlier, later in pairwise(way))
        found.append(
            {
                **deal,
                "furthest": max(furthest, 1),
                "assumed": furthest == 0,
                "skipped": gap,
                "returned": bool(way) and (back or (last is not None and last < max(way))),
                "history": "recorded" if way else "present" if furthest else "nothing",
            }
        )
    return found


def reached(frames: Frames, deals: list[dict[str, Any]]) -> Parts:
    found: dict[str | None, tuple[float, ...]] = {}
    for at, stage in enumerate(funnel(frames), start=1):
        there = [deal for deal in deals if deal["furthest"] >= at]
        if there:
            money = sum(float(deal.get("amount") or 0) for deal in there)
            assumed = sum(deal["assumed"] for deal in there) if at == 1 and stage != "_created" else 0
            found[stage] = (len(there), len(there), money, assumed)
    return found


def passed(frames: Frames, deals: list[dict[str, Any]]) -> dict[str | None, tuple[float, ...]]:
    """Return k, n, lost, open and assumed per stage."""
    found: dict[str | None, tuple[float, ...]] = {}
    for at, stage in enumerate(funnel(frames)[:-1], start=1):
        there = [deal for deal in deals if deal["furthest"] >= at]
        stuck = [deal for deal in there if deal["furthest"] == at]
        lost = sum(deal["outcome"] == "lost" for deal in stuck)
        if there:
            assumed = sum(deal["assumed"] for deal in there) if at == 1 and stage != "_created" else 0
            found[stage] = (len(there) - len(stuck), len(there), lost, len(stuck) - lost, assumed)
    return found


def closed(frames: Frames) -> list[dict[str, Any]]:
    return [deal for deal in placed(frames) if deal["outcome"] in ("won", "lost")]


def stage_reached(frames: Frames) -> Parts:
    return reached(frames, placed(frames))


def step_conversion(frames: Frames) -> Parts:
    return passed(frames, placed(frames))


def stage_passed(frames: Frames) -> Parts:
    every = passed(frames, placed(frames))
    return {stage: (k, k + lost) for stage, (k, _, lost, *_) in every.items() if k + lost}


def closed_stage_reached(frames: Frames) -> Parts:
    return reached(frames, closed(frames))


def closed_stage_passed(frames: Frames) -> Parts:
    return passed(frames, closed(frames))


def steps_on_record(frames: Frames) -> dict[str, list[tuple[str, int]]]:
    """Return for each set its steps on record, each with the first place of the funnel that is enough for it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for at, name in enumerate(("short", "full")):
        meant = [(MEANT[stage][at], place) for place, stage in enumerate(funnel(frames), 1) if stage in MEANT]
        codes = sorted({code for code, _ in meant})
        found[name] = [(code, min(place for other, place in meant if other >= code)) for code in codes]
    return found


def set_step_reached(frames: Frames) -> Parts:
    found: dict[str | None, tuple[float, ...]] = {}
    for steps in steps_on_record(frames).values():
        for code, place in steps:
            there = [deal for deal in placed(frames) if deal["furthest"] >= place]
            if there:
                found[code] = (len(there), len(there), sum(float(deal.get("amount") or 0) for deal in there))
    return found


def set_step_conversion(frames: Frames) -> Parts:
    found: dict[str | None, tuple[float, ...]] = {}
    for steps in steps_on_record(frames).values():
        for (code, place), (_, following) in pairwise(steps):
            there = [deal for deal in placed(frames) if deal["furthest"] >= place]
            stuck = [deal for deal in there if deal["furthest"] < following]
            lost = sum(deal["outcome"] == "lost" for deal in stuck)
            if there:
                found[code] = (len(there) - len(stuck), len(there), lost, len(stuck) - lost)
    return found


def stage_history(frames: Frames) -> Parts:
    deals = placed(frames)
    kinds = {deal["history"] for deal in deals}
    return {kind: (sum(deal["history"] == kind for deal in deals), len(deals)) for kind in kinds}


def stage_skipped(frames: Frames) -> Parts:
    logged = [deal for deal in placed(frames) if deal["history"] == "recorded"]
    return sum(deal["skipped"] for deal in logged), len(logged)


def stage_returned(frames: Frames) -> Parts:
    logged = [deal for deal in placed(frames) if deal["history"] == "recorded"]
    return sum(deal["returned"] for deal in logged), len(logged)


BY_HAND_FUNNEL: dict[str, Callable[[Frames], Parts]] = {
    one.__name__: one
    for one in (
        stage_reached,
        step_conversion,
        stage_passed,
        closed_stage_reached,
        closed_stage_passed,
        set_step_reached,
        set_step_conversion,
        stage_history,
        stage_skipped,
        stage_returned,
    )
}
