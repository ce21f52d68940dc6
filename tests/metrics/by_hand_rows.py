"""The rows of frames as the second computations read them: one at a time, anything missing as `None`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

Frames = Mapping[str, pd.DataFrame]
Row = dict[str, Any]
Parts = tuple[float, ...] | dict[str | None, tuple[float, ...]]

HAPPENED = {
    "contacts": ("held_at",),
    "deals": ("created_on", "closed_on"),
    "orders": ("ordered_on", "completed_on"),
    "surveys": ("surveyed_on",),
}
"""Where it is recorded that something happened."""


def rows(frames: Frames, table: str) -> Iterator[Row]:
    """Yield the rows of a table as mappings in which anything missing is `None`, a column that is not there too."""
    for record in frames.get(table, pd.DataFrame()).to_dict("records"):
        known = {str(name): None if pd.isna(value) else value for name, value in record.items()}
        yield defaultdict(lambda: None, known)


def day(value: object) -> date:
    """Return the day of a date or a moment."""
    return pd.Timestamp(str(value)).date()


def last_day(frames: Frames) -> date | None:
    """Return the last day on which something happened."""
    days = [
        day(row[column])
        for table, columns in HAPPENED.items()
        for row in rows(frames, table)
        for column in columns
        if row[column]
    ]
    return max(days, default=None)
