"""Six hundred rows about two hundred known clients, written as badly as people write them."""

from __future__ import annotations

from itertools import combinations

import pytest

from sales_metrics.matching import grouped, likely, spellings_in, sure, waiting

from .noise import frame


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_join_is_wrong_and_a_question_finds_the_rest(seed: int) -> None:
    """Pairs of spellings of one client: how many were joined, and how many of the joined are right.

    Measured for the seeds 1, 2, 3: precision 1.000 each; recall of the joins alone 0.647, 0.653, 0.643 (a
    typing mistake is never joined without asking, and one row in five has one); with the questions answered
    1.000, 0.996, 0.996. Of 146, 161, 175 questions the answer is yes to 109, 115, 118.
    """
    rows = frame(seed)
    means: dict[str, set[int]] = {}
    for text, truth in zip(rows["client"], rows["truth"], strict=True):
        means.setdefault(text, set()).add(truth)
    spellings = spellings_in(rows)
    groups = grouped(spellings, sure(spellings))
    open_ones = {(one.first, one.second) for one in waiting(spellings, groups, likely(spellings))}
    pairs = list(combinations(spellings, 2))
    same = {pair for pair in pairs if means[pair[0]] & means[pair[1]]}
    main = groups.main_of
    joined = {(one, other) for one, other in pairs if main[one] == main[other]}
    reached = {
        (one, other)
        for one, other in same
        if (main[one], main[other]) in open_ones or (main[other], main[one]) in open_ones
    }
    assert len(rows) == 600
    assert joined <= same
    assert len(joined) / len(same) > 0.62
    assert len(same & (joined | reached)) / len(same) > 0.99
    assert len(open_ones) < len(groups.names) * 2
