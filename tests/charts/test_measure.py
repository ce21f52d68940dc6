from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.charts.measure import shorten, text_width, widest, wrap

TEXT = st.text(alphabet="абвгд ёжз-ABC 123", max_size=40)


def test_digits_are_of_equal_width_and_half_a_size() -> None:
    assert {text_width(digit, 16) for digit in "0123456789"} == {8.0}


def test_width_adds_up_and_grows_with_size_and_weight() -> None:
    assert text_width("аб", 16) == text_width("а", 16) + text_width("б", 16)
    assert text_width("Кузнецова", 32) == 2 * text_width("Кузнецова", 16)
    assert text_width("Кузнецова", 16, 600) > text_width("Кузнецова", 16)
    assert text_width("", 16) == widest([], 16) == 0


def test_an_unknown_character_counts_as_a_wide_one() -> None:
    assert text_width("漢", 10) == 7


def test_a_name_breaks_at_a_space_or_behind_a_hyphen() -> None:
    assert wrap("Нет лица, кто решает", 110, 16) == ["Нет лица, кто", "решает"]
    assert wrap("Петрова-Водкина", 80, 16) == ["Петрова-", "Водкина"]
    assert wrap("48,0\u00a0млн\u00a0₽", 60, 16, most=200) == ["48,0\u00a0млн\u00a0₽"]


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrap("один два три четыре", 40, 16, lines=2) == ["один", "два…"]
    assert shorten("Константинопольский", 60, 16) == "Конст…"
    assert shorten("Ян", 60, 16) == "Ян"


@given(TEXT, st.floats(20, 200), st.integers(1, 3))
def test_lines_are_few_and_narrow(text: str, aim: float, lines: int) -> None:
    made = wrap(text, aim, 16, lines=lines)
    assert len(made) <= lines
    assert widest(made, 16) <= aim


@given(TEXT, st.floats(20, 200))
def test_nothing_is_lost_while_there_is_room(text: str, aim: float) -> None:
    made = wrap(text, aim, 16, lines=100)
    if not any(line.endswith("…") for line in made):
        assert "".join(made).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", " ", "-"])
def test_texts_without_words(text: str) -> None:
    assert "".join(wrap(text, 50, 16)).strip() in ("", "-")
