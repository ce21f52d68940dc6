from __future__ import annotations

import pytest

from sales_metrics.intake.recognition.headings import likeness, parse, plain_text


@pytest.mark.parametrize(
    ("heading", "table", "column"),
    [
        ("Cделка", "deals", "name"),
        ("  Сумма ,\u00a0₽ ", "deals", "amount"),
        ("Amount (USD)*", "deals", "amount"),
        ("assignedUserName", "deals", "manager"),
        ("deal_stage", "deals", "stage"),
        ("Deal - Value", "deals", "amount"),
        ("Стадия сделки", "deals", "stage"),
        ("Сделки стадия", "deals", "stage"),
        ("Контрагент.Основной менеджер", "orders", "manager"),
        ("InvoiceNo", "orders", "order_id"),
        ("invoiceno", "orders", "order_id"),
        ("Менежер", "deals", "manager"),
        ("Menedzher", "deals", "manager"),
        ("Кол-во", "order_lines", "quantity"),
        ("Дата на приключване", "deals", "closed_on"),
        ("Вероятность, %", "deals", "probability"),
    ],
)
def test_a_heading_is_nearest_to_its_column(heading: str, table: str, column: str) -> None:
    alike = likeness(heading, table)

    assert max(alike, key=lambda name: alike[name].score) == column
    assert alike[column].score >= 0.6


@pytest.mark.parametrize(
    "heading",
    ["Дата изменения", "Кем создана", "Ответственный за контакт", "Amount Weighted", "Сумма (сконвертированная)",
     "Update time", "declared_monthly_revenue", "Рабочий телефон", "# Meetings"],
)  # fmt: skip
def test_a_heading_about_something_else_is_near_to_nothing(heading: str) -> None:
    assert all(alike.score < 0.6 for alike in likeness(heading, "deals").values())


def test_plain_text_is_one_for_look_alike_letters() -> None:
    assert plain_text("CУММA Ё") == plain_text("сумма е")
    assert plain_text("\ufeffДата\u00a0 заказа") == "дата заказа"


@pytest.mark.parametrize(
    ("heading", "scale", "currency"),
    [
        ("Бюджет, ₽", 1.0, "RUB"),
        ("Сумма, тыс. руб.", 1000.0, "RUB"),
        ("Оборот (хил. лв.)", 1000.0, "BGN"),
        ("Amount (USD)", 1.0, "USD"),
        ("Выручка, млн руб", 1_000_000.0, "RUB"),
        ("Сумма", 1.0, ""),
    ],
)
def test_units_of_headings(heading: str, scale: float, currency: str) -> None:
    parsed = parse(heading)

    assert (parsed.scale, parsed.currency) == (scale, currency)
