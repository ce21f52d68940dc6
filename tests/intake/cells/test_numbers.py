from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.intake.cells.numbers import decimal_mark, read_number, read_numbers


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("1 234,56", ",", 1234.56),
        ("1\u00a0234,56", ",", 1234.56),
        ("1\u202f234,56", ",", 1234.56),
        ("1'234.56", ".", 1234.56),
        ("€ 3.500,00", ",", 3500.0),
        ("USD 485,000.00", ".", 485_000.0),
        ("(1 234,56)", ",", -1234.56),
        ("1234-", ".", -1234.0),
        ("\u22121234", ".", -1234.0),
        ("12,5 %", ",", 12.5),
        ("1,5 млн", ",", 1_500_000.0),
        ("2 тыс. руб.", ",", 2000.0),
        ("3,5 хил. лв.", ",", 3500.0),
        ("1 234 ₽", ",", 1234.0),
        ("$1,234", ".", 1234.0),
        ("+7", ".", 7.0),
        ("1e5", ".", None),
        ("Infinity", ".", None),
        ("NaN", ".", None),
        ("0x10", ".", None),
        ("١٢", ".", None),
        ("12 34", ".", None),
        ("договор", ".", None),
        ("", ".", None),
    ],
)
def test_one_number(text: str, mark: str, number: float | None) -> None:
    assert read_number(text, "," if mark == "," else ".") == number


@given(st.integers(-(10**12), 10**12), st.sampled_from([" ", "\u00a0", "\u2009", "'"]))
def test_grouped_thousands_give_the_number_back(cents: int, gap: str) -> None:
    whole, part = divmod(abs(cents), 100)
    text = ("-" if cents < 0 else "") + f"{whole:,}".replace(",", gap) + f",{part:02d}"

    assert read_number(text, ",") == pytest.approx(cents / 100, abs=1e-9)
    assert read_numbers(pl.Series([text]), typed=True).values[0] == pytest.approx(cents / 100, abs=1e-9)


@pytest.mark.parametrize(
    ("texts", "whole", "mark", "guessed"),
    [
        (["1,234", "2,5"], True, ",", False),
        (["1,234", "1.5"], True, ".", False),
        (["1.234.567"], True, ",", False),
        (["1,234", "5,678"], True, ".", True),
        (["1,234", "5,678"], False, ",", True),
        (["0,125"], True, ",", False),
        (["12", "13"], True, ".", False),
    ],
)
def test_decimal_mark_is_decided_for_the_column(texts: list[str], whole: bool, mark: str, guessed: bool) -> None:
    assert decimal_mark(pl.Series(texts), whole_thousands=whole) == (mark, guessed)


def test_a_column_of_numbers_keeps_blanks_and_leaves_text_unread() -> None:
    numbers = read_numbers(pl.Series(["1 200,50", None, "7", "много"]), typed=True)

    assert numbers.values.to_list() == [1200.5, None, 7.0, None]


def test_numeric_cells_of_a_workbook_have_a_point_beside_typed_commas() -> None:
    numbers = read_numbers(pl.Series(["4500.5", "1.234", "1 200,75"]), typed=False)

    assert numbers.values.to_list() == [4500.5, 1.234, 1200.75]
