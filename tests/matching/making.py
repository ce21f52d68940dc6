"""Spellings in a line each."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sales_metrics.matching import Decision, Groups, Spelling, grouped, spellings_in, sure


def spelt(*rows: dict[str, Any]) -> dict[str, Spelling]:
    """Return the spellings of rows that have at least a client."""
    return spellings_in(pd.DataFrame([{"table": "deals", "rows": 1} | row for row in rows]))


def joined(*rows: dict[str, Any], decisions: tuple[Decision, ...] = ()) -> list[set[str]]:
    """Return the clients with more than one spelling, as sets."""
    return [set(one.members) for one in groups_of(*rows, decisions=decisions).joined]


def groups_of(*rows: dict[str, Any], decisions: tuple[Decision, ...] = ()) -> Groups:
    """Return the groups of rows."""
    spellings = spelt(*rows)
    return grouped(spellings, sure(spellings), decisions)
