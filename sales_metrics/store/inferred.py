# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""History that no file states: stage entries, slipped dates, changes of amount and priority, out of noted changes.

Inferred rows stand in the tables of the model beside those that files brought. Their `_key` begins with a mark
and names the two uploads that differ; a row of a file that says the same always wins. A change that happened
between two uploads is dated by the later one, unless the data know better.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import duckdb
import pyarrow as pa

from ..model.inferred import MARK
from ..model.stages import meaning, order
from .changes import FOLLOWED, changes_name
from .layout import table_name
from .part import Part

INFERRED: Final = {
    "stage_log": frozenset({"deal_id", "stage", "entered_at"}),
    "slips": frozenset({"deal_id", "changed_on", "old_expected_on", "new_expected_on"}),
    "amount_changes": frozenset({"deal_id", "changed_on", "old_amount", "new_amount"}),
    "priority_changes": frozenset({"client", "manager", "changed_on", "old", "new"}),
}
"""The tables that get inferred rows, and the columns that these have."""

CONCERNED: Final = frozenset(FOLLOWED) | frozenset(INFERRED)
"""The tables whose parts can alter what is inferred."""


def is_inferred(alias: str = "") -> str:
    """Return the SQL that holds for inferred rows."""
    return f"starts_with({alias}_key, '{MARK}')"


def changes_by_upload(connection: duckdb.DuckDBPyConnection, database: str) -> dict[int, dict[str, int]]:
    """Return how many inferred changes each upload brought, by table; how rows stood before is not among them."""
    found: dict[int, dict[str, int]] = {}
    for table in INFERRED:
        counted = connection.execute(
            f"SELECT _upload, count(*) FROM {table_name(database, table)} WHERE {is_inferred()} "
            "AND split_part(_key, ':', 2) <> split_part(_key, ':', 3) GROUP BY _upload"
        )
        for upload, count in counted.fetchall():
            found.setdefault(upload, {})[table] = count
    return found


def infer(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    live: Sequence[Part],
    moments: Mapping[int, datetime],
) -> None:
    """Write the inferred rows of a state anew; `live` are its parts, `moments` when its uploads were recorded."""
    for table in INFERRED:
        connection.execute(f"DELETE FROM {table_name(database, table)} WHERE {is_inferred()}")
    when = pa.table(
        {"upload": pa.array(moments.keys(), pa.int64()), "recorded": pa.array(moments.values(), pa.timestamp("us"))}
    )
    connection.register("moments", when)
    try:
        if _any(connection, database, "deals", "stage"):
            _stage_log(connection, database, live, moments)
        if _any(connection, database, "deals", "expected_on"):
            _slips(connection, database)
        if _any(connection, database, "deals", "amount"):
            _amount_changes(connection, database)
        if _any(connection, database, "clients", "priority"):
            _priority_changes(connection, database)
    finally:
        connection.unregister("moments")


def _any(connection: duckdb.DuckDBPyConnection, database: str, table: str, column: str) -> bool:
    return bool(connection.execute(f"SELECT 1 FROM {changes_name(database, table, column)} LIMIT 1").fetchall())


def _stage_log(
    connection: duckdb.DuckDBPyConnection, database: str, live: Sequence[Part], moments: Mapping[int, datetime]
) -> None:
    """Write the stages that deals entered, and the one in which each was before its first change.

    A closing stage is dated by the deal's closing day where that lies between the change before and the upload.
    The stage before the first change was entered on the day of creation if it is the first stage of all, or if
    the deal was created since uploads began; otherwise the moment is not known and null.
    """
    changes, deals, log = changes_name(database, "deals", "stage"), *_names(database, "deals", "stage_log")
    began = min(moments[part.upload] for part in live if part.table == "deals" and "stage" in part.columns)
    named = f"SELECT DISTINCT stage FROM {deals} UNION SELECT was FROM {changes} UNION SELECT became FROM {changes}"
    names = [str(name) for (name,) in connection.execute(named).fetchall() if name is not None]
    closing = [name for name in names if meaning(name).outcome in ("won", "lost")]
    first = next((place.stage for place in order(names) if place.outcome == "open"), None)
    connection.execute(
        f"INSERT INTO {log} (deal_id, stage, entered_at, _key, _row, _upload) "
        "WITH dated AS (SELECT c._key, c._previous, c._upload, c._row, c.was, c.became, m.recorded, "
        "d.deal_id, d.created_on, p.recorded AS former, "
        "lag(m.recorded) OVER (PARTITION BY c._key ORDER BY c._upload) AS changed, "
        "CASE WHEN coalesce(d.outcome IN ('won', 'lost'), true) AND list_contains($closing, c.became) "
        "AND NOT list_contains($closing, c.was) "
        "THEN coalesce(d.closed_on, CASE d.outcome WHEN 'won' THEN d.won_on WHEN 'lost' THEN d.lost_on "
        "ELSE coalesce(d.won_on, d.lost_on) END)::TIMESTAMP END AS closed "
        f"FROM {changes} AS c JOIN {deals} AS d ON d._key = c._key JOIN moments AS m ON m.upload = c._upload "
        "LEFT JOIN moments AS p ON p.upload = c._previous WHERE d.deal_id IS NOT NULL), "
        "entries AS (SELECT deal_id, became AS stage, "
        "CASE WHEN closed <= recorded AND closed >= coalesce(changed, closed) "
        "AND closed >= coalesce(created_on, closed) THEN closed ELSE recorded END AS entered_at, "
        f"concat('{MARK}', _previous, ':', _upload, ':', _key) AS _key, _row, _upload FROM dated "
        "UNION ALL SELECT deal_id, was, CASE WHEN created_on <= former "
        "AND (was = $first OR created_on >= $began::DATE) THEN created_on::TIMESTAMP END, "
        f"concat('{MARK}', _previous, ':', _previous, ':', _key), NULL, _previous "
        "FROM dated WHERE changed IS NULL) "
        "SELECT * FROM entries AS e WHERE NOT EXISTS (SELECT 1 FROM "
        f"{log} AS l WHERE l.deal_id = e.deal_id AND l.stage = e.stage)",
        {"closing": closing, "first": first, "began": began},
    )


def _slips(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Write the moves of expected closing days."""
    changes, deals, slips = changes_name(database, "deals", "expected_on"), *_names(database, "deals", "slips")
    connection.execute(
        f"INSERT INTO {slips} (deal_id, changed_on, old_expected_on, new_expected_on, _key, _row, _upload) "
        "SELECT d.deal_id, m.recorded::DATE, c.was, c.became, "
        f"concat('{MARK}', c._previous, ':', c._upload, ':', c._key), c._row, c._upload "
        f"FROM {changes} AS c JOIN {deals} AS d ON d._key = c._key JOIN moments AS m ON m.upload = c._upload "
        "WHERE d.deal_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
        f"{slips} AS s WHERE s.deal_id = d.deal_id AND s.new_expected_on = c.became)"
    )


def _amount_changes(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Write the changes of amounts; one that a file states since the earlier upload wins."""
    changes, deals, stated = (
        changes_name(database, "deals", "amount"),
        *_names(database, "deals", "amount_changes"),
    )
    connection.execute(
        f"INSERT INTO {stated} (deal_id, changed_on, old_amount, new_amount, _key, _row, _upload) "
        "SELECT d.deal_id, m.recorded::DATE, c.was, c.became, "
        f"concat('{MARK}', c._previous, ':', c._upload, ':', c._key), c._row, c._upload "
        f"FROM {changes} AS c JOIN {deals} AS d ON d._key = c._key "
        "JOIN moments AS m ON m.upload = c._upload JOIN moments AS p ON p.upload = c._previous "
        f"WHERE d.deal_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {stated} AS s "
        "WHERE s.deal_id = d.deal_id AND s.new_amount = c.became AND s.changed_on >= p.recorded::DATE)"
    )


def _priority_changes(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Write the changes of clients' priorities; one that a file states since the earlier upload wins."""
    changes = changes_name(database, "clients", "priority")
    clients, stated = _names(database, "clients", "priority_changes")
    connection.execute(
        f'INSERT INTO {stated} (client, manager, changed_on, "old", "new", _key, _row, _upload) '
        "SELECT d.client, d.manager, m.recorded::DATE, c.was, c.became, "
        f"concat('{MARK}', c._previous, ':', c._upload, ':', c._key), c._row, c._upload "
        f"FROM {changes} AS c JOIN {clients} AS d ON d._key = c._key "
        "JOIN moments AS m ON m.upload = c._upload JOIN moments AS p ON p.upload = c._previous "
        f"WHERE d.client IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {stated} AS s "
        'WHERE s.client = d.client AND s."new" = c.became AND s.changed_on >= p.recorded::DATE)'
    )


def _names(database: str, *tables: str) -> tuple[str, ...]:
    return tuple(table_name(database, table) for table in tables)
