# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""Rows that an earlier export of the same make had and this one has not: deleted, or only not asked for?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from ..intake.types import Question
from ..model.tables import TABLES, Kind
from .fold import ReadPart
from .layering import gone
from .layout import quoted, table_name
from .part import Part
from .taken import Taken

REPLACES: Final = "replaces"
ADDS: Final = "adds"
MODES: Final = (REPLACES, ADDS)

_FEW: Final = 5
_LEAST: Final = 0.01
_MOST: Final = 0.6
_COVERED: Final = 0.9


@dataclass(frozen=True, slots=True)
class Missing:
    """What one sheet lacks of the rows that only exports with its headings have brought.

    `missing` of the `known` rows are absent; of the missing ones `covered` have a date between the first and the
    last date of the sheet, or no date to go by. `mode` is how the sheet is taken as things stand: as remembered
    for these headings, otherwise "adds". `asked` says that nothing is remembered and the counts leave it open.
    """

    sheet: str
    table: str
    signature: str
    missing: int
    known: int
    covered: int
    mode: str
    asked: bool

    @property
    def question(self) -> Question | None:
        """What to ask the user, or `None`; the evidence is "missing:12", "known:340" and "covered:12"."""
        if not self.asked:
            return None
        evidence = tuple(f"{name}:{getattr(self, name)}" for name in ("missing", "known", "covered"))
        return Question(f"rows_missing:{self.sheet}", "rows_missing", MODES, evidence)


def doubtful(missing: int, known: int, covered: int) -> bool:
    """Whether the counts leave open if the missing rows are gone.

    A handful or less than one in a hundred is not worth a question; more than six in ten cannot be one and the
    same export; and an increment, which covers a range of dates, says nothing of rows outside that range.
    """
    return missing > _FEW and _LEAST * known <= missing <= _MOST * known and covered >= _COVERED * missing


def missing_rows(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    taken: Taken,
    live: Sequence[Part],
    modes: dict[str, str],
    read: ReadPart,
) -> tuple[Missing, ...]:
    """Return what each sheet lacks, for sheets whose headings have been uploaded before."""
    found = []
    for sheet in taken.sheets:
        table, signature = sheet.table, sheet.signature
        parts = [part for part in live if part.table == table]
        if table is None or not signature or not any(part.signature == signature for part in parts):
            continue
        rows = pa.concat_tables(
            [one.rows for one in taken.sheets if one.table == table and one.signature == signature],
            promote_options="permissive",
        )
        others = [part for part in parts if part.signature != signature]
        with gone(connection, database, table, rows.select(["_key"]).slice(0, 0), others, read):
            known = _count(connection, "SELECT count(*) FROM gone")
        with gone(connection, database, table, rows.select(["_key"]), others, read):
            missing = _count(connection, "SELECT count(*) FROM gone")
            covered = _covered(connection, table_name(database, table), table, rows, missing)
        mode = modes.get(mode_key(table, signature))
        asked = mode is None and doubtful(missing, known, covered)
        found.append(Missing(sheet.sheet, table, signature, missing, known, covered, mode or ADDS, asked))
    return tuple(found)


def mode_key(table: str, signature: str) -> str:
    """Return the key under which it is remembered whether exports with these headings replace or add."""
    return f"{table}:{signature}"


def _covered(connection: duckdb.DuckDBPyConnection, target: str, table: str, rows: pa.Table, missing: int) -> int:
    dated = [
        column.key
        for column in TABLES[table].columns
        if column.kind in (Kind.DAY, Kind.MOMENT)
        and column.key in rows.column_names
        and rows.column(column.key).null_count < rows.num_rows
    ]
    if not missing or not dated:
        return missing
    span = pc.min_max(rows.column(dated[0])).as_py()
    day = f"t.{quoted(dated[0])}"
    return _count(
        connection,
        f"SELECT count(*) FROM gone JOIN {target} AS t USING (_key) "
        f"WHERE {day} IS NULL OR {day} BETWEEN $first AND $last",
        {"first": span["min"], "last": span["max"]},
    )


def _count(connection: duckdb.DuckDBPyConnection, query: str, given: dict[str, object] | None = None) -> int:
    return int(connection.execute(query, given or {}).fetchall()[0][0])
