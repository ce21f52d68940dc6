"""The spellings of clients over all tables of a state, and tables in which every client bears one name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from ..model.tables import TABLES
from ..store import open_state
from .protocol import Engine, Held

AS_WRITTEN: Final = "_client"
"""The column that keeps a client's name as the file has it, in tables whose clients were renamed."""

_KNOWN: Final = ("client_id", "tax_id", "city", "phone", "email", "holding")
WORTH: Final = ("orders", "deals")
"""The tables by whose amounts a spelling is weighed."""


def spellings_of(snapshot: Held) -> pd.DataFrame:
    """Return every spelling of a client with what stands beside it.

    One row per table, upload and combination: table, client, client_id, tax_id, city, phone, email, holding,
    upload, rows (how many), money (the amounts of orders and deals). What a table does not have is null.
    """
    connection = open_state(snapshot.path)
    try:
        frame: pd.DataFrame = connection.execute(" UNION ALL BY NAME ".join(_queries())).df()
    finally:
        connection.close()
    return frame


def _queries() -> Iterator[str]:
    for name, table in TABLES.items():
        if "client" not in table.column_keys:
            continue
        columns = ["client", *(f"CAST({key} AS VARCHAR) AS {key}" for key in _KNOWN if key in table.column_keys)]
        money = ["sum(amount) AS money"] if name in WORTH else []
        shown = ", ".join([f"'{name}' AS \"table\"", *columns, "_upload AS upload", "count(*) AS rows", *money])
        yield f"SELECT {shown} FROM {name} WHERE client IS NOT NULL GROUP BY ALL"  # noqa: S608  the model's names


def mark_of(names: Mapping[str, str]) -> str:
    """Return a short text that two renamings share only when they are the same; empty when nothing is renamed."""
    if not names:
        return ""
    return sha256(json.dumps(sorted(names.items()), ensure_ascii=False).encode()).hexdigest()[:12]


def renamed(engine: Engine, relations: Mapping[str, ir.Table], names: Mapping[str, str]) -> dict[str, ir.Table]:
    """Return the relations with every client under the main spelling that `names` gives for it, if any.

    The spelling of the file stays in `AS_WRITTEN`: who may see a row goes by that one, so that a renaming shows
    nobody a row more. Without names the relations come back as they are.
    """
    if not names:
        return dict(relations)
    rows = pa.table(
        {"_written": pa.array(list(names), pa.string()), "_main": pa.array(names.values(), pa.string())}
    )
    main = engine.keep(f"client_names_{mark_of(names)}", rows, {"_written": "string", "_main": "string"})
    return {
        name: _with_names(table, main) if name in TABLES and "client" in TABLES[name].column_keys else table
        for name, table in relations.items()
    }


def _with_names(table: ir.Table, main: ir.Table) -> ir.Table:
    joined = table.left_join(main, table.client == main["_written"])
    named = joined.mutate(**{AS_WRITTEN: joined.client, "client": ibis.coalesce(joined["_main"], joined.client)})
    return named.drop("_written", "_main")
