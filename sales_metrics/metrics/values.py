"""Values of dimensions, brought to the type of the column they are compared with."""

from __future__ import annotations

import pandas as pd

from .filters import Value


def is_null(value: object) -> bool:
    """Whether a value stands for "not stated"."""
    return value is None or bool(pd.isna(value))  # type: ignore[call-overload]


def as_kind(value: Value, kind: str) -> object:
    """Return a value as the engine's type; a month may be written "2026-03". Raises `ValueError` otherwise."""
    if kind in ("date", "timestamp(6)"):
        month = isinstance(value, str) and len(value) == len("2026-03")
        moment = pd.Timestamp(f"{value}-01" if month else value)  # type: ignore[arg-type]
        return moment.date() if kind == "date" else moment.to_pydatetime()
    if kind == "boolean":
        return value if isinstance(value, bool) else {"true": True, "false": False}[str(value).lower()]
    if kind in ("float64", "int64"):
        return float(str(value)) if kind == "float64" else int(str(value))
    return str(value)
