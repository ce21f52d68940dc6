"""What is asked about a sheet, what is not because the cells tell it, and what an answer changes."""

from __future__ import annotations

from datetime import date

import pytest

from sales_metrics.intake.take import TakenSheet, take_workbook
from sales_metrics.intake.types import with_answers

from .sheets import column, of_rows, sheet, workbook

DATES = (
    "Deal ID | Company | Owner | Stage | Created on",
    "1 | Acme | Ann Lee | New | 3/4/2026",
    "2 | Globex | Ann Lee | New | 5/6/2026",
)


def sums(*cells: str, more: str = "") -> tuple[str, ...]:
    head = f"Deal ID | Company | Owner | Stage | Amount{' | Rate' if more else ''}"
    return head, *(f"{at} | Acme | Ann Lee | New | {cell} | {more}" for at, cell in enumerate(cells))


def asked(result: TakenSheet) -> list[tuple[str, tuple[str, ...]]]:
    return [(question.key, question.choices) for question in result.questions]


def test_dates_that_may_be_read_in_two_ways_are_asked_about() -> None:
    result = of_rows(*DATES)

    assert asked(result) == [("date_order", ("day_first", "month_first"))]
    assert [issue.problem for issue in result.issues if issue.cell == "E2"] == ["ambiguous_dates"]
    assert column(result, "created_on") == [date(2026, 3, 4), date(2026, 5, 6)]


@pytest.mark.parametrize(
    "entry",
    [
        {
            "table": "deals",
            "letters": {"deal_id": "A", "client": "B", "created_on": "E"},
            "date_order": "day_first",
        },
        {"answers": {"date_order": "day_first"}},
        with_answers(
            {"table": "deals", "letters": {"deal_id": "A", "created_on": "E"}}, {"date_order": "day_first"}
        ),
    ],
    ids=["mapping with the order", "answer alone", "answer beside a mapping"],
)
def test_an_answer_settles_dates_in_every_form_in_which_it_is_remembered(entry: dict[str, object]) -> None:
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in DATES]
    signature = of_rows(*DATES).signature
    (again,) = take_workbook(workbook(sheet(*cells)), remembered={signature: entry}).sheets

    assert again.questions == ()
    assert column(again, "created_on") == [date(2026, 4, 3), date(2026, 6, 5)]


def test_another_sheet_of_the_file_tells_the_order_of_day_and_month() -> None:
    clear = sheet(("Order ID", "Client", "Order date", "Amount"), ("1", "Acme", "25/3/2026", "10"), name="Orders")
    vague = sheet(*[tuple(cell.strip() for cell in row.split("|")) for row in DATES], name="Deals")

    first, second = take_workbook(workbook(vague, clear)).sheets

    assert first.questions == second.questions == ()
    assert column(first, "created_on") == [date(2026, 4, 3), date(2026, 6, 5)]


@pytest.mark.parametrize(
    ("choice", "values"), [("point", [1234.0, 2500.0, None]), ("comma", [1.234, 2.5, None])], ids=str
)
def test_sums_that_may_be_thousands_or_fractions_are_asked_about(choice: str, values: list[float | None]) -> None:
    rows = sums("1,234", "2,500", "")
    result = of_rows(*rows)
    assert asked(result) == [("decimal_mark", ("point", "comma"))]
    assert result.questions[0].evidence == ("1,234",)

    (again,) = take_workbook(
        workbook(sheet(*[tuple(cell.strip() for cell in row.split("|")) for row in rows])),
        remembered={result.signature: {"answers": {"decimal_mark": choice}}},
    ).sheets

    assert column(again, "amount") == values
    assert again.questions == ()
    assert "ambiguous_numbers" not in {issue.problem for issue in again.issues}


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        (sums("1,234", "2,500.50"), 1234.0),
        (sums("1,234", "0,500"), 1.234),
        (sums("1,234", "950"), 1234.0),
        (sums("1,234", "2,500", more="0.75"), 1234.0),
        (sums("1,234", "2,500", more="0,75"), 1.234),
    ],
    ids=["a cell with both marks", "a leading nought", "whole hundreds", "a point elsewhere", "a comma elsewhere"],
)
def test_what_the_sheet_tells_about_its_sums_is_not_asked(rows: tuple[str, ...], first: float) -> None:
    result = of_rows(*rows)

    assert result.questions == ()
    assert column(result, "amount")[0] == first


def test_a_column_that_only_may_be_the_needed_one_is_asked_about() -> None:
    rows = (
        "Deal ID | Company | Owner | Stage | Paid amount | Created on",
        *(f"{at} | Acme {at} | Ann Lee | New | {at}00 | 2026-03-1{at}" for at in range(1, 8)),
    )
    result = of_rows(*rows)
    assert asked(result) == [("column:E", ("amount", "none"))]
    assert result.questions[0].column == "Paid amount"


def test_which_of_two_equal_columns_is_meant_is_asked_and_the_answer_taken() -> None:
    rows = (
        "Deal ID | Company | Owner | Stage | Agreed amount | Billed amount | Created on",
        *(f"{at} | Acme {at} | Ann Lee | New | {at}00 | {at}50 | 2026-03-1{at}" for at in range(1, 8)),
    )
    result = of_rows(*rows)
    assert asked(result) == [("which:amount", ("E", "F"))]
    assert result.questions[0].named == ("Agreed amount", "Billed amount")

    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    (again,) = take_workbook(
        workbook(sheet(*cells)), remembered={result.signature: {"answers": {"which:amount": "F"}}}
    ).sheets

    assert again.questions == ()
    assert again.letters["amount"] == "F"
    assert again.evidence["amount"] == ("answered",)


def test_an_answer_that_leaves_a_column_or_a_sheet_out_is_heeded() -> None:
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in DATES]
    signature = of_rows(*DATES).signature

    def again(**answers: str) -> TakenSheet:
        entry = {"answers": {"date_order": "day_first"} | {key.replace("_c", ":"): v for key, v in answers.items()}}
        return take_workbook(workbook(sheet(*cells)), remembered={signature: entry}).sheets[0]

    assert again().letters["manager"] == "C"
    assert "manager" not in again(column_cC="none").letters
    assert again(table="none").table is None
    assert again(table="contacts").table == "contacts"
