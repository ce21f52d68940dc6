"""The types of the model's columns in an engine, and frames brought to them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from ..model.tables import TABLES, Kind, Table

KEY: Final = "_key"
"""The column that tells the rows of any table apart and leads from a number back to its rows."""

_TEXTS: Final = (
    Kind.ID,
    Kind.TAX_ID,
    Kind.NAME,
    Kind.LABEL,
    Kind.CHOICE,
    Kind.TEXT,
    Kind.CURRENCY,
)
COLUMN_TYPES: Final[Mapping[Kind, str]] = MappingProxyType(
    dict.fromkeys(_TEXTS, "string")
    | dict.fromkeys((Kind.MONEY, Kind.NUMBER, Kind.SHARE), "float64")
    | {Kind.DAY: "date", Kind.MOMENT: "timestamp(6)", Kind.YES_NO: "boolean", Kind.SCORE: "int64"}
)
"""The Ibis type of every kind of column. Kinds that are not listed here do not exist for an engine."""

_ARROW: Final[Mapping[str, pa.DataType]] = {
    "string": pa.string(),
    "float64": pa.float64(),
    "date": pa.date32(),
    "timestamp(6)": pa.timestamp("us"),
    "boolean": pa.bool_(),
    "int64": pa.int64(),
}

DERIVED: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "calendar": {"day": "date"},
        "calendar_ahead": {"day": "date"},
        "today": {"day": "date"},
        "stage_sets": {
            "set_step": "string",
            "place": "int64",
            "position": "int64",
            "next_position": "int64",
        },
        "portrait": {
            "place": "int64",
            "feature": "string",
            "looks_at": "string",
            "excludes": "int64",
            "listed": "string",
            "at_least": "float64",
            "at_most": "float64",
        },
    }
)
"""Tables that no file brings: `calendar` holds the working days, `calendar_ahead` those of a year more, `today` the
day on which the data ends,
`stage_sets` from which stage of the company on a deal has reached which step of a ready set, `portrait` the usable
features of an ideal client."""


class WrongTypeError(TypeError):
    """A column of a given frame cannot be read as what the model says it is."""

    def __init__(self, table: str, column: str, wanted: str, found: str) -> None:
        super().__init__(f"{table}.{column} should be {wanted}, but holds {found}")
        self.table = table
        self.column = column


def types_of(table: str) -> dict[str, str]:
    """Return the Ibis types of all columns of a table, `_key` included. Raises `KeyError` for an unknown table."""
    if table in DERIVED:
        return dict(DERIVED[table])
    return {column.key: COLUMN_TYPES[column.kind] for column in TABLES[table].columns} | {KEY: "string"}


def arrow_type(kind: str) -> pa.DataType:
    """Return the Arrow type of an Ibis type that columns of the model have. Raises `KeyError` for any other."""
    return _ARROW[kind]


def placeholder(table: str) -> ir.Table:
    """Return a table by its bare name, bound to nothing: what the expressions of the metrics are built on."""
    return ibis.table(types_of(table), name=table)


def typed(table: Table, frame: pd.DataFrame) -> pa.Table:
    """Bring a frame to the model's types: every model column (nulls where the frame has none) and `_key`.

    Columns that begin with "_" are left aside, but a given `_key` is kept if it tells the rows apart; otherwise
    rows are numbered. Text is read as numbers, ISO dates or true/false where the model says so. Raises
    `WrongTypeError` where a column cannot be read, `KeyError` for a column that the model does not know.
    """
    unknown = [
        str(name) for name in frame.columns if name not in table.column_keys and not str(name).startswith("_")
    ]
    if unknown:
        raise KeyError(f"{table.key} has no column {', '.join(unknown)}")
    rows = len(frame)
    given = KEY in frame.columns and frame[KEY].notna().all() and frame[KEY].is_unique
    keys = frame[KEY].astype(str).tolist() if given else [str(row) for row in range(rows)]
    columns: dict[str, pa.Array] = {}
    for column in table.columns:
        kind = COLUMN_TYPES[column.kind]
        if column.key in frame.columns:
            columns[column.key] = _read(frame[column.key], kind, table.key, column.key)
        else:
            columns[column.key] = pa.nulls(rows, _ARROW[kind])
    columns[KEY] = pa.array(keys, pa.string())
    return pa.table(columns)


def _read(values: pd.Series[Any], kind: str, table: str, column: str) -> pa.Array:
    try:
        return pa.array(_plain(values, kind), type=_ARROW[kind], from_pandas=True)
    except (ValueError, TypeError, pa.ArrowException) as error:
        raise WrongTypeError(table, column, kind, str(values.dtype)) from error


def _plain(values: pd.Series[Any], kind: str) -> Any:
    if isinstance(values.dtype, pd.CategoricalDtype):
        values = values.astype(object)
    if kind == "string":
        if pd.api.types.is_float_dtype(values) and values.notna().any():
            raise TypeError("an identifier that has been a float has lost digits")
        if pd.api.types.is_integer_dtype(values):
            return values.astype("Int64").astype("string")
        return values
    if kind in ("date", "timestamp(6)"):
        moments = pd.to_datetime(values, format=None if pd.api.types.is_datetime64_any_dtype(values) else "ISO8601")
        return moments.dt.tz_localize(None).dt.date if kind == "date" else moments.dt.tz_localize(None)
    if kind == "boolean":
        return _yes_no(values)
    numbers = pd.to_numeric(values)
    return numbers.astype("Float64") if kind == "float64" else numbers.astype("Float64").astype("Int64")


def _yes_no(values: pd.Series[Any]) -> Any:
    if pd.api.types.is_bool_dtype(values):
        return values.astype("boolean")
    words = {"true": True, "false": False, "1": True, "0": False, "1.0": True, "0.0": False}
    found = [None if pd.isna(value) else str(value).lower() for value in values]
    strange = {value for value in found if value is not None and value not in words}
    if strange:
        raise ValueError("neither true nor false")
    return [None if value is None else words[value] for value in found]
