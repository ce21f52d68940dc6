from __future__ import annotations

from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.intake.dates import month_start, order_of, read_date, read_dates
from sales_metrics.intake.headings import parse
from sales_metrics.intake.numbers import decimal_mark, read_number, read_numbers
from sales_metrics.intake.values import Manner, code_of, read_column
from sales_metrics.model.tables import TABLES


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


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("05.11.2026", datetime(2026, 11, 5)),
        ("5.11.26", datetime(2026, 11, 5)),
        ("2026-11-05", datetime(2026, 11, 5)),
        ("2026-11-05T09:30:00", datetime(2026, 11, 5, 9, 30)),
        ("2026-11-05 23:30:00+03:00", datetime(2026, 11, 5, 23, 30)),
        ("06:54:25 11.04.2023", datetime(2023, 4, 11, 6, 54, 25)),
        ("5 ноября 2026 г.", datetime(2026, 11, 5)),
        ("5 ноември 2026 г.", datetime(2026, 11, 5)),
        ("12 май 2026", datetime(2026, 5, 12)),
        ("Nov 5, 2026", datetime(2026, 11, 5)),
        ("Thu, 5 Mar 2026 10:00", datetime(2026, 3, 5, 10)),
        ("20260305", datetime(2026, 3, 5)),
        ("3/5/2026", datetime(2026, 5, 3)),
        ("31.02.2026", None),
        ("1 day, 20:55:36", None),
        ("09:30:00", None),
        ("36:00 05.11.2026", None),
        ("45", None),
        ("скоро", None),
    ],
)
def test_one_date(text: str, moment: datetime | None) -> None:
    assert read_date(text) == moment


def test_am_and_pm() -> None:
    assert read_date("3/15/2024 2:30 PM", "month_first") == datetime(2024, 3, 15, 14, 30)
    assert read_date("3/15/2024 12:05 AM", "month_first") == datetime(2024, 3, 15, 0, 5)


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]),
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    (read,) = read_dates(pl.Series([day.strftime(form)]), "day_first", serials=False).to_list()

    assert read == datetime(day.year, day.month, day.day)


def test_days_that_excel_counts() -> None:
    read = read_dates(pl.Series(["46331", "46331.5", "60", "0", "-5", "2958466"]), "day_first", serials=True)

    assert read.to_list() == [datetime(2026, 11, 5), datetime(2026, 11, 5, 12), None, None, None, None]


def test_impossible_years_are_not_dates() -> None:
    read = read_dates(pl.Series(["05.03.0026", "2126-01-01", "0026-03-05"]), "day_first", serials=True)

    assert read.to_list() == [None, None, None]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["03/04/2026", "25/04/2026"], ("day_first", True)),
        (["03/04/2026", "04/25/2026"], ("month_first", True)),
        (["03/04/2026", "05/06/2026"], (None, True)),
        (["03/04/2026 2:00 PM"], ("month_first", True)),
        (["03.04.2026"], (None, False)),
    ],
)
def test_order_of_day_and_month(texts: list[str], expected: tuple[str | None, bool]) -> None:
    assert order_of(pl.Series(texts)) == expected


@pytest.mark.parametrize("text", ["2026-03", "03.2026", "март 2026 г.", "March 2026", "2026 март"])
def test_months(text: str) -> None:
    assert month_start(text) == datetime(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Звонок (исходящий)", "call"),
        ("Писмо", "e-mail"),
        ("Meeting", "meeting"),
        ("Срочная встреча", "meeting"),
        ("не звонок", None),
        ("танцы", None),
    ],
)
def test_words_of_choices(text: str, code: str | None) -> None:
    assert code_of(text, TABLES["contacts"].column("kind").choices) == code


def _read(table: str, column: str, *texts: str | None, heading: str = "x") -> list[object]:
    typed = read_column(
        TABLES[table].column(column), pl.Series(texts, dtype=pl.String), parse(heading), Manner(typed=True)
    )
    return typed.values.to_list()


def test_names_that_look_like_blanks_stay() -> None:
    assert _read("clients", "client", "NA", "None", "TRUE", "Нет", "1E5", "-", "н/д") == [
        "NA", "None", "TRUE", "Нет", "1E5", None, None,
    ]  # fmt: skip


def test_ids_stay_as_they_are_written() -> None:
    assert _read("clients", "client_id", "00123", "1234567890123456789", "А-7") == [
        "00123",
        "1234567890123456789",
        "А-7",
    ]
    assert _read("clients", "client_id", "17850.0", "13047.0", None) == ["17850", "13047", None]
    assert _read("clients", "client_id", "1.0", "2.1", "3.2") == ["1.0", "2.1", "3.2"]
    assert _read("clients", "phone", "'+77025550100") == ["+77025550100"]


def test_shares() -> None:
    assert _read("deals", "probability", "90%", "5 %", None) == [0.9, 0.05, None]
    assert _read("deals", "probability", "90", "1") == [0.9, 0.01]
    assert _read("deals", "probability", "0.9", "1") == [0.9, 1.0]


def test_money_of_a_heading_in_thousands() -> None:
    assert _read("deals", "amount", "1,5", "20", heading="Сумма, тыс. руб.") == [1500.0, 20_000.0]


def test_yes_and_no() -> None:
    assert _read("orders", "is_return", "Да", "не", "0", None) == [True, False, False, None]


def test_currencies() -> None:
    assert _read("deals", "currency", "руб.", "€", "USD", "лв.", "CHF") == ["RUB", "EUR", "USD", "BGN", "CHF"]
