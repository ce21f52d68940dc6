"""What holds for a whole query, as scalars of it: the company's rules, and the day on which the data end."""

from __future__ import annotations

import ibis.expr.types as ir


def rule(rules: ir.Table, key: str) -> ir.FloatingScalar:
    """Return what holds in the company for one rule, as it was set or by its default; null for an unknown key."""
    found: ir.FloatingScalar = rules.filter(rules.rule == key).setting.max().as_scalar()
    return found


def last_day(today: ir.Table) -> ir.DateScalar:
    """Return the day on which the data end; null when nothing is recorded."""
    found: ir.DateScalar = today.day.max().as_scalar()
    return found
