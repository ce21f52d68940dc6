"""Stores to edit: the invented company's frames in one language, and a handful of deals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from sales_metrics.demo import frames
from sales_metrics.dictionaries import Held, Saved, held, save
from sales_metrics.engine import Tables
from sales_metrics.intake.edited import Row, take_edited
from sales_metrics.model.tables import TABLES
from sales_metrics.model.text import Language
from sales_metrics.store import Store

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
NAMING = ("deals", "order_lines", "contacts")
LISTS = (
    "stages",
    "managers",
    "products",
    "plans",
    "absences",
    "trainings",
    "control_figures",
    "plan_points",
    "client_portrait",
)
_ENOUGH = 60


def bring(store: Store, table: str, rows: Sequence[Mapping[str, Any]]) -> int:
    """Upload rows of a table as a file would; return the number of the upload."""
    columns = [key for key in TABLES[table].column_keys if any(key in row for row in rows)]
    at = NOON + timedelta(minutes=len(store.uploads()))
    taken = take_edited(
        TABLES[table], columns, rows, file=f"{table}.xlsx", language="en", signature=f"file:{table}", moment=str(at)
    )
    upload = store.add(taken, who="anna", at=at).upload
    assert upload is not None
    return upload


def demo_company(folder: Path, language: Language, tables: Sequence[str] = (*NAMING, *LISTS)) -> Store:
    """Return a store with the last rows of some tables of the invented company."""
    store = Store(folder)
    for name, frame in frames(language).items():
        if name in tables:
            some = frame.tail(_ENOUGH)
            plain = some.astype(object).where(some.notna(), None)
            bring(store, name, [_plain(row) for row in plain.to_dict("records")])
    return store


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        str(key): value.to_pydatetime() if isinstance(value, pd.Timestamp) else value for key, value in row.items()
    }


def holding(store: Store, key: str) -> Held:
    return held(Tables.of_snapshot(store.snapshot()), key)


def saved(store: Store, key: str, rows: Sequence[Row], language: Language = "en", **more: Any) -> Saved:
    at = NOON + timedelta(days=1, minutes=len(store.uploads()))
    return save(store, holding(store, key), rows, language=language, who="boris", at=at, **more)


def edited(store: Store, key: str, rows: Sequence[Row], language: Language = "en") -> int:
    """Save rows that differ; return the number of the upload."""
    found = saved(store, key, rows, language)
    assert not found.faults
    assert found.receipt is not None
    assert found.receipt.upload is not None
    return found.receipt.upload
