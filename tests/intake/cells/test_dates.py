from __future__ import annotations

from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.intake.cells.dates import month_start, order_of, read_date, read_dates


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
