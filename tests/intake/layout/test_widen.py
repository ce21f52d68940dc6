"""Tables with months across."""

from __future__ import annotations

from datetime import date

from sales_metrics.intake.take import TakenSheet, take_workbook

from ..sheets import column, of_rows, problems, sheet, workbook


def wide(*rows: str, name: str = "Лист1") -> TakenSheet:
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    (result,) = take_workbook(workbook(sheet(*cells, name=name))).sheets
    assert result.read == result.rows.num_rows + result.rejected + sum(result.ignored.values())
    return result


def test_months_with_their_years_become_rows_of_orders() -> None:
    result = wide(
        "Продажи по клиентам",
        "Клиент | Группа товаров | янв 2026 | фев 2026 | март 2026 | Итого",
        "ООО Ромашка | Насосы | 100 | | 300,5 | 400,5",
        "АО Вектор | Клапаны | 1 000 | 2 000 | 3 000 | 6 000",
        "Итого | | 1 100 | 2 000 | 3 300,5 | 6 400,5",
    )

    assert result.table == "orders"
    assert column(result, "client") == ["ООО Ромашка"] * 2 + ["АО Вектор"] * 3
    assert column(result, "amount") == [100.0, 300.5, 1000.0, 2000.0, 3000.0]
    assert column(result, "ordered_on") == [
        date(2026, 1, 1), date(2026, 3, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1),
    ]  # fmt: skip
    assert column(result, "_row") == [3, 3, 4, 4, 4]
    assert result.ignored == {"total": 3, "title": 1}
    assert result.header_row == 2
    assert ("months_across", "") in problems(result)


def test_the_year_may_stand_in_the_line_above() -> None:
    result = wide(
        " | | 2025 | | 2026 |",
        "Рекламный канал | Вид затрат | Ноя | Дек | Янв | Фев",
        "Сайт | реклама | 10 | 20 | 30 | 40",
        "Выставки | реклама | 1 | 2 | 3 | 4",
        name="Затраты на каналы",
    )

    assert result.table == "channel_costs"
    assert column(result, "month")[:4] == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert column(result, "amount") == [10.0, 20.0, 30.0, 40.0, 1.0, 2.0, 3.0, 4.0]


def test_a_plan_by_months_becomes_rows_of_the_plan() -> None:
    result = wide(
        "План продаж 2026 | | | | |",
        "Менеджер | Показатель | Январь | Февраль | Март",
        "Иванова Анна | Выручка | 100 | 200 | 300",
        "Петров Илья | Выручка | 10 | 20 | 30",
    )

    assert result.table == "plans"
    assert column(result, "period")[:3] == ["2026-01", "2026-02", "2026-03"]
    assert column(result, "value") == [100.0, 200.0, 300.0, 10.0, 20.0, 30.0]


def test_three_columns_of_dates_are_no_months_across() -> None:
    result = of_rows(
        "ID | Компания | Ответственный | Дата создания | Дата закрытия | Сумма",
        "1 | ООО Ромашка | Иванова Анна | 01.01.2026 | 01.02.2026 | 5",
        "2 | АО Вектор | Иванова Анна | 01.03.2026 | 01.04.2026 | 6",
    )

    assert result.rows.num_rows == 2
    assert "months_across" not in {problem for problem, _ in problems(result)}
