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
from .inferred import is_inferred
from .layout import quoted, table_name
from .part import Part
from .taken import Taken

REPLACES: Final = "replaces"
ADDS: Final = "adds"
MODES: Final = (REPLACES, ADDS)

ROWS_MISSING: Final = "rows_missing"
"""What the question is called, and how its key begins."""

_MOST: Final = 0.6
_FEW: Final = 0.2
_COVERED: Final = 0.9


@dataclass(frozen=True, slots=True)
class Missing:
    """What one sheet lacks of the rows that only exports with its headings have brought.

    `missing` of the `known` rows are absent; of the missing ones `covered` are not older than the first date of the
    sheet, or have no date to go by. `mode` is how the sheet is taken as things stand: as remembered
    for these headings, otherwise "adds". `asked` says that the counts leave it open and nothing is remembered, or
    that what is remembered would take away more than any full export lacks. Sheets of one file with the same
    headings count as one, under the name of the first. `key` names the question.
    """

    sheet: str
    table: str
    signature: str
    missing: int
    known: int
    covered: int
    mode: str
    asked: bool
    key: str = ROWS_MISSING

    @property
    def full_export(self) -> bool:
        """Whether the sheet may be the same export as before, so that what it lacks may be gone."""
        return doubtful(self.missing, self.known, self.covered)

    @property
    def mode_key(self) -> str:
        """Under what the answer is remembered."""
        return mode_key(self.table, self.signature)

    @property
    def question(self) -> Question | None:
        """What to ask the user, or `None`; the evidence is "missing:12", "known:340" and "covered:12"."""
        if not self.asked:
            return None
        evidence = tuple(f"{name}:{getattr(self, name)}" for name in ("missing", "known", "covered"))
        return Question(self.key, ROWS_MISSING, MODES, evidence)


def doubtful(missing: int, known: int, covered: int) -> bool:
    """Whether the counts leave open if the missing rows are gone.

    A single row is worth the question, which is put once. Where more than six in ten are absent, the two cannot
    be one and the same export; and where more than two in ten are, most of them older than all that the sheet
    has, it is an increment that says nothing of them.
    """
    same = missing <= _FEW * known or (missing <= _MOST * known and covered >= _COVERED * missing)
    return missing > 0 and same


def missing_rows(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    taken: Taken,
    live: Sequence[Part],
    modes: dict[str, str],
    read: ReadPart,
) -> tuple[Missing, ...]:
    """Return what each sheet lacks, for sheets whose headings have been uploaded before."""
    found: dict[tuple[str, str], Missing] = {}
    for sheet in taken.sheets:
        table, signature = sheet.table, sheet.signature
        parts = [part for part in live if part.table == table]
        if table is None or not signature or not any(part.signature == signature for part in parts):
            continue
        if (table, signature) in found or not sheet.rows.num_rows:
            continue
        rows = pa.concat_tables(
            [one.rows for one in taken.sheets if one.table == table and one.signature == signature],
            promote_options="permissive",
        )
        others = [part for part in parts if part.signature != signature]
        elsewhere = [read(part).select(["_key"]) for part in others]
        known, _ = _absent(connection, database, table, elsewhere, rows.slice(0, 0))
        missing, covered = _absent(connection, database, table, [rows.select(["_key"]), *elsewhere], rows)
        mode = modes.get(mode_key(table, signature))
        asked = mode is None and doubtful(missing, known, covered)
        # A remembered "replaces" was said of exports that lack a few rows; one day of them would empty the table.
        asked |= mode == REPLACES and missing > _MOST * known
        key = _key(sheet.sheet, table, [each.table for each in taken.sheets if each.sheet == sheet.sheet])
        one = Missing(sheet.sheet, table, signature, missing, known, covered, mode or ADDS, asked, key)
        found[table, signature] = one
    return tuple(found.values())


def _key(sheet: str, table: str, tables: Sequence[str | None]) -> str:
    """Return "rows_missing:SHEET"; in a sheet that holds several tables its table stands behind."""
    names = [ROWS_MISSING, *([sheet] if sheet else []), *([table] if len(tables) > 1 else [])]
    return ":".join(names)


def mode_key(table: str, signature: str) -> str:
    """Return the key under which it is remembered whether exports with these headings replace or add."""
    return f"{table}:{signature}"


def _absent(
    connection: duckdb.DuckDBPyConnection, database: str, table: str, there: Sequence[pa.Table], rows: pa.Table
) -> tuple[int, int]:
    """Return how many rows of the state have none of the keys `there`, and how many of them `rows` covers."""
    dated = [
        column.key
        for column in TABLES[table].columns
        if column.kind in (Kind.DAY, Kind.MOMENT)
        and column.key in rows.column_names
        and rows.column(column.key).null_count < rows.num_rows
    ]
    covered, given = "true", {}
    if dated:
        covered = f"coalesce(t.{quoted(dated[0])} >= $first, true)"
        given = {"first": pc.min(rows.column(dated[0])).as_py()}
    absent = ""
    if there:
        connection.register("there", pa.concat_tables(there, promote_options="permissive"))
        absent = "AND NOT EXISTS (SELECT 1 FROM there AS k WHERE k._key = t._key)"
    try:
        query = (
            f"SELECT count(*), count(*) FILTER ({covered}) FROM {table_name(database, table)} AS t "
            f"WHERE NOT {is_inferred('t.')} {absent}"
        )
        ((count, within),) = connection.execute(query, given).fetchall()
    finally:
        if there:
            connection.unregister("there")
    return int(count), int(within)
