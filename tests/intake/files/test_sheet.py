from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.intake.files.sheet import column_number, letter


@pytest.mark.parametrize(
    ("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_letters_of_columns(number: int, name: str) -> None:
    assert letter(number) == name
    assert column_number(name) == number


@given(st.integers(1, 20_000))
def test_letters_and_numbers_are_one_to_one(number: int) -> None:
    assert column_number(letter(number)) == number


@pytest.mark.parametrize("name", ["", "1", "Я", "A1"])
def test_what_is_not_a_column(name: str) -> None:
    with pytest.raises(ValueError, match="column"):
        column_number(name)


def test_columns_start_at_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        letter(0)
