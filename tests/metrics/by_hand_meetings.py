"""Meetings and what became of them, worked out a second time row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

Frames = Mapping[str, pd.DataFrame]


def meeting_effectiveness(frames: Frames) -> tuple[float, ...]:
    met = [row for row in _rows(frames, "contacts") if _took_place(row)]
    decided = set()
    for deal in _rows(frames, "deals"):
        if deal["outcome"] != "won" or deal["closed_on"] is None or deal["client"] is None:
            continue
        before = [
            (pd.Timestamp(row["held_at"]), str(row["_key"]))
            for row in met
            if row["client"] == deal["client"]
            and 0 <= (pd.Timestamp(deal["closed_on"]) - pd.Timestamp(row["held_at"]).normalize()).days <= 180
            and (row["deal_id"] is None or row["deal_id"] == deal["deal_id"])
        ]
        if before:
            decided.add(max(before)[1])
    return len(decided), len(met)


def _took_place(row: Mapping[str, Any]) -> bool:
    return row["kind"] == "meeting" and row["held_at"] is not None and row["result"] != "postponed"


def _rows(frames: Frames, table: str) -> list[dict[str, Any]]:
    columns = {"contacts": ("client", "held_at", "kind", "result", "deal_id"), "deals": ("client", "deal_id")}
    found = []
    for number, record in enumerate(frames.get(table, pd.DataFrame()).to_dict("records")):
        row = {str(name): None if pd.isna(value) else value for name, value in record.items()}
        found.append(dict.fromkeys(columns[table]) | row | {"_key": number})
    return found


BY_HAND: Mapping[str, Callable[[Frames], tuple[float, ...]]] = {"meeting_effectiveness": meeting_effectiveness}
