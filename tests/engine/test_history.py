"""Where the history of a table comes from is told by the keys of its rows."""

from __future__ import annotations

import pandas as pd

from sales_metrics.engine import History, Tables, history_of


def test_stated_and_inferred_rows_are_told_apart_and_uploads_named() -> None:
    log = pd.DataFrame(
        {
            "_key": ["1\x1fOffer", "inferred:2:2:a:1", "inferred:2:3:a:1", "inferred:3:11:b"],
            "deal_id": ["1", "a:1", "a:1", "b"],
            "stage": ["Offer", "Offer", "Won", "Won"],
        }
    )
    tables = Tables.of_frames({"stage_log": log})
    assert history_of(tables, "stage_log") == History(1, 3, (2, 3, 11))
    assert history_of(tables, "amount_changes") == History(0, 0, ())
