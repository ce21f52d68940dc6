from __future__ import annotations

import pytest

from sales_metrics.intake.limits import Limits


def test_environment_overrides_single_bounds() -> None:
    limits = Limits.from_environment(
        {"SALES_METRICS_LIMIT_ROWS": "10", "SALES_METRICS_LIMIT_BYTES": "99", "ROWS": "1"}
    )
    assert (limits.rows, limits.bytes, limits.columns) == (10, 99, 500)
    assert Limits.from_environment({}) == Limits()


@pytest.mark.parametrize("text", ["", "0", "-1", "1e6", "many", "１０"])
def test_anything_but_a_whole_number_above_zero_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="SALES_METRICS_LIMIT_ROWS"):
        Limits.from_environment({"SALES_METRICS_LIMIT_ROWS": text})


def test_a_bound_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="seconds"):
        Limits(seconds=0)
