"""Which notes have a near twin: of the same manager, long enough, and alike all along."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from sales_metrics.statistics.alike import near_twins

LONG = "spoke of the spring delivery they will think about it"


def test_a_word_more_at_either_end_is_a_twin() -> None:
    for other in (f"{LONG} well", f"we {LONG}", LONG.replace("spring", "sprung")):
        assert near_twins([LONG, other], ["Ann", "Ann"]).tolist() == [True, True]


def test_other_people_and_other_notes_are_no_twins() -> None:
    assert not near_twins([LONG, LONG + "."], ["Ann", "Bob"]).any()
    assert not near_twins([LONG, "the director wants a drawing of the new valve at once"], ["Ann", "Ann"]).any()


def test_short_notes_prove_nothing() -> None:
    short = ["no answer", "no answer call back"]
    assert fuzz.token_set_ratio(*short) == 100, "what a looser comparison would have made of them"
    assert not near_twins(short * 2, ["Ann"] * 4).any()


def test_nothing_has_no_twin() -> None:
    assert near_twins([], []).shape == (0,)
    assert near_twins([LONG], ["Ann"]).tolist() == [False]


@given(st.lists(st.sampled_from("abcdef "), min_size=25, max_size=40), st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_whatever_is_found_is_alike(letters: list[str], cut: int) -> None:
    text = "".join(letters)
    texts = [text, text[:cut] + "x" + text[cut:], text[::-1], text.replace("a", "f")]
    found = near_twins(texts, [1] * 4)
    for at in np.flatnonzero(found):
        assert any(fuzz.ratio(texts[at], other) >= 90 for place, other in enumerate(texts) if place != at)
