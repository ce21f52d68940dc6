"""The pair of Ibis and DuckDB that is pinned works together without a word of warning.

The whole suite turns warnings into errors. Ibis only compiles here, and DuckDB is asked directly, because reading
through Ibis 12 uses calls that DuckDB 2 has deprecated. When this test fails, a new pair has come: have a look.
"""

from __future__ import annotations

import ibis
import pandas as pd

from sales_metrics.engine import Tables


def test_compiling_and_asking_warn_of_nothing() -> None:
    tables = Tables.of_frames(
        {"deals": pd.DataFrame({"amount": [1.0, 2.0], "created_on": ["2026-03-05", "2026-04-06"]})}
    )
    deals = tables["deals"]
    monthly = deals.group_by(month=deals.created_on.truncate("M").cast("date")).agg(total=deals.amount.sum())
    found = tables.fetch(monthly.order_by("month"))
    assert found["month"].tolist() == [pd.Timestamp("2026-03-01"), pd.Timestamp("2026-04-01")]
    assert found["total"].tolist() == [1.0, 2.0]
    assert ibis.__version__.split(".")[0] == "12"
