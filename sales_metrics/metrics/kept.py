"""Tables that several numbers rest on, worked out once for a version of the data and a viewer.

How far each deal got, say, is the same question for every breakdown of the funnel. A kept table is declared like a
metric's formula; the first number that names it has it made, from the rows that its viewer may see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from inspect import signature
from typing import Final

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables, placeholder

KEPT: Final[dict[str, Kept]] = {}
"""All kept tables by the name under which formulas ask for them."""


@dataclass(frozen=True, eq=False)
class Kept:
    """A table made by a formula of other tables; `types` are the Ibis types of its columns.

    `rows_of` names the table whose rows these are, all or some of them and with all its columns, if any.
    """

    key: str
    types: Mapping[str, str]
    formula: Callable[..., ir.Table]
    rows_of: str | None
    finish: Callable[[pd.DataFrame], pd.DataFrame] | None = None
    """What no query can do: turns the rows of the formula into those that are kept."""

    def unbound(self) -> ir.Table:
        """Return the table by its bare name, bound to nothing."""
        return ibis.table(dict(self.types), name=self.key)

    def make(self, tables: Tables) -> None:
        """Have the table made for these tables, unless it is there."""
        if tables.has_kept(self.key):
            return
        sql, names = _compiled(self, tables.engine.dialect)
        for name in names:
            if name in KEPT:
                KEPT[name].make(tables)
        if self.finish is None:
            tables.keep(self.key, sql, names, self.types)
        else:
            tables.keep_finished(self.key, sql, names, self.types, self.finish)


def kept(
    types: Mapping[str, str],
    rows_of: str | None = None,
    finish: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
) -> Callable[[Callable[..., ir.Table]], Kept]:
    """Turn a formula into the kept table of the same name; it may name kept tables declared before it.

    `types` are the Ibis types of its columns, or of those that it adds to the table whose rows it has. With
    `finish` the columns of the formula are its own affair, and `types` are those of the frame that comes back.
    """
    own = dict(placeholder(rows_of).schema().items()) if rows_of else {}
    types = {**{name: str(kind) for name, kind in own.items()}, **types}

    def declared(formula: Callable[..., ir.Table]) -> Kept:
        KEPT[formula.__name__] = Kept(formula.__name__, types, formula, rows_of, finish)
        return KEPT[formula.__name__]

    return declared


@lru_cache(maxsize=256)
def _compiled(one: Kept, dialect: str) -> tuple[str, tuple[str, ...]]:
    given = (
        KEPT[name].unbound() if name in KEPT else placeholder(name) for name in signature(one.formula).parameters
    )
    made = one.formula(*given)
    if one.finish is None:
        made = made.select(**{name: made[name].cast(kind) for name, kind in one.types.items()})
    names = sorted({table.name for table in made.op().find(ops.UnboundTable)})
    return str(ibis.to_sql(made, dialect=dialect)), tuple(names)
