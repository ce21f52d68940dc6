"""Two equal spans round several days, against counting one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sales_metrics.statistics.spans import kinds_round, sums_round

CASES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30), st.integers(0, 3)), max_size=25)


@settings(max_examples=60, deadline=None)
@given(CASES, st.lists(st.integers(-5, 40), min_size=1, max_size=3, unique=True), st.integers(1, 9))
def test_every_case_is_in_the_spans_that_reach_it(
    cases: list[tuple[int, int, int]], days: list[int], span: int
) -> None:
    who, when, what = (np.array([case[at] for case in cases], dtype=np.int64) for at in range(3))
    sums, kinds = sums_round(who, when, what, 3, days, span), kinds_round(who, when, what, 3, days, span)
    for side, first in ((0, -span), (1, 0)):
        for at, day in enumerate(days):
            for one in range(3):
                inside = [what for who, on, what in cases if who == one and 0 <= on - day - first < span]
                assert sums[side][one, at] == sum(inside)
                assert kinds[side][one, at] == len(set(inside))
