"""Spreadsheets as typed pandas frames, for a notebook: `tables = sm.read("export.xlsx")`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa

from .engine.clients import AS_WRITTEN, WORTH
from .intake.take import TakenSheet, take
from .matching import grouped, spellings_in, sure
from .matching.spellings import COLUMNS
from .model.issue import Issue


class Frames(dict[str, pd.DataFrame]):
    """Typed frames by table name ("deals", "clients", ...), in the order of the file.

    `issues` holds what somebody should know about the file, from refused sheets to single cells. Ids are
    text, days and moments are datetimes without a zone, shares are 0..1, blanks are missing values.
    """

    def __init__(self, frames: dict[str, pd.DataFrame], issues: tuple[Issue, ...]) -> None:
        super().__init__(frames)
        self.issues = issues


def read(*paths: str | Path, match: bool = True) -> Frames:
    """Read one or several files and return their tables by name; a table found twice is put one under another.

    Spellings that surely mean one client, by tax id, by code or by name, bear its main spelling over all tables,
    as in the app; what the file has then stands in the column "_client". What only a person can decide is left
    alone. `match=False` leaves every name as it is written. Nothing is raised for a bad file or a bad row: look at
    `.issues`. Raises `FileNotFoundError` for a path that is not there.
    """
    parts: dict[str, list[tuple[int, pa.Table]]] = {}
    issues: list[Issue] = []
    for number, path in enumerate(map(Path, paths), start=1):
        if not path.exists():
            raise FileNotFoundError(path)
        taken = take(path, name=path.name)
        issues += taken.issues
        for sheet in taken.sheets:
            issues += sheet.issues
            for table, rows in _tables(sheet):
                parts.setdefault(table, []).append((number, rows))
    names = _main_names(parts) if match else {}
    frames = {table: _frame([rows for _, rows in its]) for table, its in parts.items()}
    return Frames({table: _named(frame, names) for table, frame in frames.items()}, tuple(issues))


def _tables(sheet: TakenSheet) -> Iterable[tuple[str, pa.Table]]:
    if sheet.table is not None:
        yield sheet.table, sheet.rows
        yield from sheet.derived.items()


def _frame(rows: list[pa.Table]) -> pd.DataFrame:
    whole = pa.concat_tables(rows, promote_options="default")
    kept = [name for name in whole.column_names if not name.startswith("_")]
    frame: pd.DataFrame = whole.select(kept).to_pandas(date_as_object=False)
    return frame


def _main_names(parts: Mapping[str, list[tuple[int, pa.Table]]]) -> dict[str, str]:
    """Return the main spelling of every client that is also written in another way."""
    said = [
        _spellings(table, number, _frame([rows]))
        for table, its in parts.items()
        for number, rows in its
        if "client" in rows.column_names
    ]
    if not said:
        return {}
    found = spellings_in(pd.concat(said, ignore_index=True))
    return grouped(found, sure(found), []).names


def _spellings(table: str, number: int, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the spellings of one table of file `number`, with what stands beside each: see `spellings_in`."""
    beside = [column for column in COLUMNS if column in frame.columns]
    money = frame["amount"].fillna(0) if table in WORTH and "amount" in frame.columns else 0.0
    counted = frame[beside].assign(rows=1, money=money).groupby(beside, dropna=False, as_index=False).sum()
    return counted.assign(table=table, upload=str(number))


def _named(frame: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    if not names or "client" not in frame.columns or not frame["client"].isin(names).any():
        return frame
    written = frame["client"]
    return frame.assign(client=written.map(names).fillna(written), **{AS_WRITTEN: written})
