"""How the template of a table is laid out."""

from __future__ import annotations

from .tables import Column, Table


def template_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table as its template has them: the needed ones first."""
    return tuple(sorted(table.columns, key=lambda column: not column.needed))
