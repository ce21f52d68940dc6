"""Which contacts took place."""

from __future__ import annotations

import ibis.expr.types as ir


def took_place(contacts: ir.Table) -> ir.BooleanValue:
    """Whether a contact has a time at which it was held and is no postponed meeting."""
    moved: ir.BooleanValue = ((contacts.kind == "meeting") & (contacts.result == "postponed")).fill_null(False)
    return contacts.held_at.notnull() & ~moved


def meeting_held(contacts: ir.Table) -> ir.BooleanValue:
    """Whether a contact is a meeting that took place; null where no kind is stated."""
    held: ir.BooleanValue = (contacts.kind == "meeting") & took_place(contacts)
    return held
