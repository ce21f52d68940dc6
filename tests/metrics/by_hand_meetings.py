"""Meetings and what became of them, worked out a second time row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from .by_hand_rows import Frames, Parts, rows


def meetings_won(frames: Frames) -> tuple[float, ...]:
    met = [row for row in _rows(frames, "contacts") if _took_place(row)]
    return len(_decided(frames, met)), len(met)


def _decided(frames: Frames, met: list[dict[str, Any]]) -> dict[int, pd.Timestamp]:
    """Return the meetings that were the last before a contract, with the day of the first such contract."""
    won_on: dict[int, pd.Timestamp] = {}
    for deal in _rows(frames, "deals"):
        if deal["outcome"] != "won" or deal["closed_on"] is None or deal["client"] is None:
            continue
        closed = day_of(deal["closed_on"])
        before = [
            (pd.Timestamp(row["held_at"]), str(row["_key"]), row["_key"])
            for row in met
            if row["client"] == deal["client"]
            and 0 <= (closed - day_of(row["held_at"])).days <= 180
            and (row["deal_id"] is None or deal["deal_id"] is None or row["deal_id"] == deal["deal_id"])
        ]
        if before:
            key = max(before)[2]
            won_on[key] = min(won_on.get(key, closed), closed)
    return won_on


def meeting_success(frames: Frames) -> tuple[float, ...]:
    end, window = last_day(frames), _window(frames)
    met = [row for row in _rows(frames, "contacts") if _took_place(row)]
    ripe = [row for row in met if end is not None and (end - day_of(row["held_at"])).days >= window]
    won_on = _decided(frames, met)
    quick = [
        row
        for row in ripe
        if row["_key"] in won_on and (won_on[row["_key"]] - day_of(row["held_at"])).days <= window
    ]
    return len(quick), len(ripe)


def _window(frames: Frames) -> float:
    for row in frames.get("rules", pd.DataFrame()).to_dict("records"):
        if row["rule"] == "training_window_days":
            return float(row["setting"])
    return 90.0


def meetings_by_wait(frames: Frames) -> dict[str | None, tuple[float, ...]]:
    met = [row for row in _rows(frames, "contacts") if _took_place(row)]
    won_on = _decided(frames, met)
    counts: Counter[str | None] = Counter()
    for row in met:
        end = won_on.get(row["_key"])
        counts[None if end is None else str((end - day_of(row["held_at"])).days)] += 1
    return {waited: (float(count), float(count)) for waited, count in counts.items()}


def last_day(frames: Frames) -> pd.Timestamp | None:
    dated = {
        "contacts": ("held_at",),
        "deals": ("created_on", "closed_on"),
        "orders": ("ordered_on", "completed_on"),
        "surveys": ("surveyed_on",),
    }
    days = [
        day_of(value)
        for table, columns in dated.items()
        for column in columns
        for value in frames.get(table, pd.DataFrame()).get(column, pd.Series(dtype=object))
        if not pd.isna(value)
    ]
    return max(days, default=None)


def day_of(value: object) -> pd.Timestamp:
    return pd.Timestamp(str(value)).normalize()


def _took_place(row: Mapping[str, Any]) -> bool:
    return row["kind"] == "meeting" and row["held_at"] is not None and row["result"] != "postponed"


def _rows(frames: Frames, table: str) -> list[dict[str, Any]]:
    return [row | {"_key": number} for number, row in enumerate(rows(frames, table))]


BY_HAND: Mapping[str, Callable[[Frames], Parts]] = {
    one.__name__: one for one in (meetings_won, meeting_success, meetings_by_wait)
}
