"""Facts of several tables in one."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def stacked(*facts: ir.Table) -> ir.Table:
    """Put facts under each other; a column that one of them lacks is null there."""
    types = {name: kind for table in reversed(facts) for name, kind in table.schema().items()}
    filled = [
        table.select(
            **{
                name: table[name].cast(kind) if name in table.columns else ibis.null(kind)
                for name, kind in types.items()
            }
        )
        for table in facts
    ]
    return ibis.union(*filled)
