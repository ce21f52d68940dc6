from __future__ import annotations

import pytest

from sales_metrics.intake.take import take_workbook

from ..sheets import of_rows, sheet, taken
from .known_exports import Export


def _mapped(table: str, *columns: tuple[str, str, str]) -> tuple[str | None, dict[str, str]]:
    (found,) = take_workbook(Export("home", table, columns).workbook()).sheets
    return found.table, found.columns


def test_home_made_russian_deals() -> None:
    table, columns = _mapped(
        "deals",
        ("№ сделки", "id", ""), ("Заказчик", "client", ""), ("Кто ведёт сделку", "manager", ""),
        ("Текущий этап", "stage", ""), ("Стоимость сделки, руб.", "money_ru", ""), ("Когда создана", "date", ""),
        ("Планируемое закрытие", "date", ""), ("Почему проиграли", "reason", ""), ("Последний контакт", "date", ""),
    )  # fmt: skip

    assert table == "deals"
    assert columns == {
        "deal_id": "№ сделки", "client": "Заказчик", "manager": "Кто ведёт сделку", "stage": "Текущий этап",
        "amount": "Стоимость сделки, руб.", "created_on": "Когда создана", "expected_on": "Планируемое закрытие",
        "lost_reason": "Почему проиграли",
    }  # fmt: skip


def test_home_made_bulgarian_calls() -> None:
    table, columns = _mapped(
        "contacts", ("Кога", "date", ""), ("Търговец", "manager", ""), ("Фирма", "client", ""), ("Вид", "kind", "")
    )

    assert table == "contacts"
    assert columns == {"client": "Фирма", "manager": "Търговец", "held_at": "Кога", "kind": "Вид"}


def test_values_speak_where_the_heading_says_nothing() -> None:
    numbers = ("7707083893", "7736050003", "7702070139", "7728168971", "7710140679", "7744000912")
    rows = (f"{number} | Клиент {at} | Иванова Анна | a{at}@x.ru" for at, number in enumerate(numbers))

    result = of_rows("Поле 1 | Клиент | Менеджер | Поле 2", *rows)

    assert result.table == "clients"
    assert result.evidence["tax_id"] == ("check_digits",)
    assert result.evidence["email"] == ("emails",)


def test_of_twin_headings_the_filled_one_is_used_and_the_other_told() -> None:
    result = of_rows(
        "ID | Компания | Стадия сделки | Источник | Источник",
        "1 | ООО Ромашка | Новая |  | Сайт",
        "2 | АО Вектор | Новая | Почта | Выставка",
    )

    assert result.letters["source"] == "E"
    assert [(issue.cell, issue.limit) for issue in result.issues if issue.problem == "heading_twice"] == [
        ("D", "E")
    ]


def test_missing_columns_are_noted_and_stop_nothing() -> None:
    result = of_rows("ID | Сумма | Стадия сделки", "1 | 5 | Новая", "2 | 6 | Новая")

    missing = {issue.limit for issue in result.issues if issue.problem == "column_missing"}
    assert missing == {"deals.client", "deals.manager"}
    assert result.rows.num_rows == 2


@pytest.mark.parametrize(
    "heads",
    [
        ("Table", "Field", "Description"),
        (
            "Organisation_code",
            "Organisation_name",
            "Reporting_period",
            "All_admissions",
            "Mean_stay",
            "Beds",
            "Staffing",
        ),
        ("Employee", "Salary", "Department", "Hire date", "Birth date"),
        ("Артикул", "Наименование", "Остаток", "Склад"),
        ("Счет", "Наименование", "Дебет", "Кредит"),
        ("Name", "Profession", "Age", "Has kids", "Date of birth", "Date of death"),
    ],
)
def test_what_is_no_table_of_sales_is_recognised_as_nothing(heads: tuple[str, ...]) -> None:
    rows = [tuple(f"{head[:3]} {number}" for head in heads) for number in range(8)]

    assert taken(sheet(heads, *rows)).table is None


def test_an_export_that_fills_a_sum_with_zeros_does_not_say_what_deals_are_worth() -> None:
    rows = (f"a{number} | r{number % 4} | 2018-02-{number % 28 + 1:02d} | 0" for number in range(40))

    result = of_rows("mql_id | sr_id | won_date | declared_monthly_revenue", *rows)

    assert result.table == "deals"
    assert set(result.letters) == {"deal_id", "manager", "won_on"}
