"""The answers of ring-rounds, counted by sample and manager."""

from __future__ import annotations

import pandas as pd

from ..engine import Tables
from .declaration import Metric
from .filters import Filters
from .questions import ring_denied


def answers_of(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return a row per sample and manager: sample_id, manager, confirmed, denied, silent, frame_size.

    Silent are those not reached and those who do not remember; records that wait for their call are not there, nor
    are checks beyond the sample. `frame_size` is the number of meetings that the sample was drawn from, NaN when it
    is not stated. `sample_id` is `None` where the file has none.
    """
    metric: Metric = ring_denied
    metric.admitted(tuple(name for name in filters.where if name in metric.breakdowns))
    found = tables.fetch(tables["ring_checks"])
    found = found[found["answer"].notna() & found["manager"].notna() & (found["part"].fillna("sample") != "top_up")]
    for name, values in filters.where.items():
        if name in found:
            found = found[found[name].isin(list(values))]
    found = found.assign(
        sample_id=found["sample_id"].fillna(""),
        confirmed=(found["answer"] == "confirmed").astype("int64"),
        denied=(found["answer"] == "denied").astype("int64"),
        silent=found["answer"].isin(["unreachable", "forgotten"]).astype("int64"),
    )
    groups = found.groupby(["sample_id", "manager"], as_index=False, sort=True)
    sums = groups.agg(
        confirmed=("confirmed", "sum"),
        denied=("denied", "sum"),
        silent=("silent", "sum"),
        frame_size=("frame_size", "max"),
    )
    return sums.assign(sample_id=sums["sample_id"].astype(object).where(sums["sample_id"] != "", None))
