"""Every table and column that the product knows, declared once."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from . import activity, checks, clients, deals, dictionaries, orders, planning, plans_by_hand
from .declaration import Choice, Column, Kind, Owner, Table

__all__ = ["TABLES", "Choice", "Column", "Kind", "Owner", "Table"]

TABLES: Final = MappingProxyType(
    {
        table.key: table
        for chapter in (clients, activity, deals, orders, planning, dictionaries, checks, plans_by_hand)
        for table in chapter.TABLES
    }
)
