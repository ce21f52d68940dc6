"""Who sees which rows. The one door to data: what is not known to be somebody's own is not shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from typing import Final

import ibis
import ibis.expr.types as ir

from .engine import Tables
from .engine.clients import AS_WRITTEN
from .model.tables import TABLES, Owner

SERVED: Final = {"clients": ("manager", "service_manager")}
"""Columns that make a row a manager's own, where it is more than `manager`."""


class Role(Enum):
    """What somebody is in the sales department."""

    DIRECTOR = "director"
    """Sees every row."""
    MANAGER = "manager"
    """Sees the rows of the managers named with the role: as a rule the one."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who looks: a role, and the names under which the data know the person as a manager."""

    role: Role
    managers: frozenset[str] = field(default_factory=frozenset)

    @property
    def scope(self) -> str:
        """A short text that two viewers share only when they see the same rows; it names nobody."""
        if self.role is Role.DIRECTOR:
            return Role.DIRECTOR.value
        names = "\0".join(sorted(self.managers))
        return f"{getattr(self.role, 'value', 'unknown')}-{sha256(names.encode()).hexdigest()[:32]}"


def visible(tables: Tables, viewer: Viewer) -> Tables:
    """Return the tables with only the rows that the viewer may see, under the viewer's scope.

    A director sees all. A manager sees rows that name one of the viewer's managers, clients served by one, and
    what hangs on such clients, deals and orders; shared dictionaries whole; nothing of the director's. Any
    other role, and any table whose owner is not understood, gives no rows. A row whose manager is not stated
    is nobody's.
    """
    if viewer.role is Role.DIRECTOR:
        return tables.narrowed(viewer.scope, {name: tables.stored(name) for name in TABLES})
    own = {name: _own(tables, name, viewer) for name in TABLES}
    return tables.narrowed(viewer.scope, own)


def _own(tables: Tables, name: str, viewer: Viewer) -> ir.Table:
    table = tables.stored(name)
    nothing = table.filter(ibis.literal(False))
    if viewer.role is not Role.MANAGER:
        return nothing
    match TABLES[name].owner:
        case Owner.MANAGER:
            return _named(table, name, viewer) if viewer.managers else nothing
        case Owner.CLIENT:
            return table.filter(_written(table).isin(_written(_own(tables, "clients", viewer))))
        case Owner.DEAL:
            return table.filter(table.deal_id.isin(_own(tables, "deals", viewer).deal_id))
        case Owner.ORDER:
            return table.filter(table.order_id.isin(_own(tables, "orders", viewer).order_id))
        case Owner.SHARED:
            return table
        case _:
            return nothing


def _written(table: ir.Table) -> ir.Column:
    """Return the client as the file has it: that two spellings are one client opens nobody's rows to others."""
    return table[AS_WRITTEN] if AS_WRITTEN in table.columns else table.client


def _named(table: ir.Table, name: str, viewer: Viewer) -> ir.Table:
    names = sorted(viewer.managers)
    columns = SERVED.get(name, ("manager",))
    mine = ibis.literal(False)
    for column in columns:
        mine = mine | table[column].isin(names).fill_null(False)
    return table.filter(mine)
