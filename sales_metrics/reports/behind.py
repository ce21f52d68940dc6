"""The rows behind a mark."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.filters import ALL
from ..model.panel import Drill
from .context import Context

REST: Final = "rest"
"""The part of a rate that is n without k: the orders that nobody asked after."""


def rows_behind(drill: Drill, context: Context) -> pd.DataFrame:
    """Return the rows behind a mark under the filters: as many, or worth as much, as the mark says.

    A drill with a period of its own goes by that one instead of the period of the filters, and one that is marked
    as unfiltered by none of the filters.
    Beside the columns that files brought, `_table` names the table of each row and `_date` its date; a fact
    that stands for no row of a file, such as a working day without a call, has no table.
    """
    metric = METRICS[drill.metric]
    part = "n" if drill.part == REST else drill.part
    filters = ALL if drill.unfiltered else context.filters
    filters = filters if drill.period is None else replace(filters, period=drill.period)
    rows = metric.rows(context.tables, filters=filters, where=dict(drill.where), part=part)
    return rows[rows["_k"] == 0] if drill.part == REST else rows
