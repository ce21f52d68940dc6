"""What becomes of deals at a stage, worked out a second time row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from .by_hand_meetings import day_of, last_day
from .by_hand_rows import Frames, Parts, rows


def won_after_stage(frames: Frames) -> Parts:
    found: dict[str | None, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for ending, stages in _entered(frames):
        for stage in stages:
            found[stage][0] += ending == "won"
            found[stage][1] += ending != "open"
            found[stage][2] += ending == "open"
    return {stage: tuple(parts) for stage, parts in found.items()}


def open_amount(frames: Frames) -> Parts:
    end = last_day(frames)
    sums = [0.0, 0.0, 0.0, 0.0, 0.0]
    entries = _entries(frames)
    for deal in rows(frames, "deals"):
        if deal.get("outcome") != "open" or deal.get("created_on") is None or end is None:
            continue
        amount = float(deal.get("amount") or 0)
        created = day_of(deal["created_on"])
        age = max((end - created).days, 0)
        first = entries.get((deal.get("deal_id"), str(deal.get("stage"))))
        followed = (end - created).days
        stood = followed - (first - created).days if first is not None and followed >= 0 else -1
        sums[0] += amount
        sums[1] += 1
        sums[2] += stood if stood >= 0 else -1
        sums[3] += age
        sums[4] += amount * float(deal.get("probability") or 0)
    return tuple(sums)


def _entered(frames: Frames) -> list[tuple[str, list[str]]]:
    end, entries, found = last_day(frames), _entries(frames), []
    for deal in rows(frames, "deals"):
        if deal.get("created_on") is None or end is None:
            continue
        created, outcome = day_of(deal["created_on"]), deal.get("outcome")
        closed = None if deal.get("closed_on") is None else day_of(deal["closed_on"])
        ended = outcome in ("won", "lost")
        until = closed if ended else (closed or end) if outcome == "parked" else end
        if until is None or until < created:
            continue
        stages = ["_"]
        for (number, stage), first in entries.items():
            if number == deal.get("deal_id") and number is not None and first <= until:
                stages.append(stage)
        found.append((str(outcome) if ended else "open", stages))
    return found


def _entries(frames: Frames) -> dict[tuple[Any, str], pd.Timestamp]:
    first: dict[tuple[Any, str], pd.Timestamp] = {}
    for entry in rows(frames, "stage_log"):
        if None in (entry.get("deal_id"), entry.get("stage"), entry.get("entered_at")):
            continue
        key, on = (entry["deal_id"], str(entry["stage"])), day_of(entry["entered_at"])
        first[key] = min(first.get(key, on), on)
    return first


BY_HAND: Mapping[str, Callable[[Frames], Parts]] = {one.__name__: one for one in (won_after_stage, open_amount)}
