"""What the product asks of a database, and of a snapshot of the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa


class Engine(Protocol):
    """A database that holds one version of the data."""

    @property
    def dialect(self) -> str:
        """The name by which Ibis knows its SQL."""

    def physical(self, table: str) -> ir.Table:
        """Return a stored table as an expression."""

    def keep(self, name: str, table: pa.Table, types: Mapping[str, str]) -> ir.Table:
        """Add a small table under a name of its own and return it as an expression."""

    def keep_query(self, name: str, sql: str, types: Mapping[str, str]) -> ir.Table:
        """Keep the answer of a query under a name of its own and return it as an expression."""

    def bound(self, name: str, sql: str) -> str:
        """Return the clause that binds a bare name to a query."""

    def listed(self, parameter: str, kind: str) -> str:
        """Return the query of a table with one column `value` that holds a parameter's values."""

    def query(self, sql: str, lists: Mapping[str, Sequence[object]], *, many: bool = False) -> pd.DataFrame:
        """Run a query with its list parameters and return the answer; `many` where it may have very many rows."""


class Held(Protocol):
    """A snapshot of the store: a DuckDB file, and which columns were really brought."""

    @property
    def version(self) -> str:
        """What names the content."""

    @property
    def path(self) -> Path:
        """Where the file is."""

    @property
    def present(self) -> Mapping[str, frozenset[str]]:
        """The columns that live uploads brought, per table."""


class Given(NamedTuple):
    """Values that a query is asked with: never part of its text. `kind` is an Ibis type."""

    kind: str
    values: Sequence[object]
