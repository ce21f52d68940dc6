"""A heading is found wherever it stands in the first rows, in up to three lines, merged or not."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from sales_metrics.intake.take import take

from ..sheets import column, problems, sheet, taken

HEAD = ("ID", "Компания", "Ответственный", "Стадия сделки", "Сумма")
ROWS = (("1", "ООО Ромашка", "Иванова Анна", "Новая", "100"), ("2", "АО Вектор", "Петров Илья", "Новая", "200"))


@pytest.mark.parametrize("above", [0, 1, 7, 20, 49])
def test_a_heading_stands_anywhere_in_the_first_fifty_rows(above: int) -> None:
    notes = [((f"Отбор: строка {at}",) if at % 3 else ()) for at in range(above)]

    found = taken(sheet(*notes, HEAD, *ROWS))

    assert found.table == "deals"
    assert found.header_row == above + 1
    assert column(found, "_row") == [above + 2, above + 3]


def test_three_merged_lines_are_one_heading() -> None:
    made = sheet(
        ("Отчёт", None, None, None, None, None),
        ("Заказ", None, "Покупатель", None, "Деньги", None),
        ("Реквизиты", None, "Карточка", None, "Сумма заказа", "Валюта"),
        ("Номер", "Дата", "Наименование", "Код", None, None),
        ("17", "05.03.2026", "ООО Ромашка", "А1", "1 200,50", "RUB"),
        ("18", "25.03.2026", "АО Вектор", "А2", "900", "RUB"),
        merged=((2, 1, 2, 2), (2, 3, 2, 4), (2, 5, 2, 6), (3, 1, 3, 2), (3, 3, 3, 4), (3, 5, 4, 5), (3, 6, 4, 6)),
    )

    found = taken(made)

    assert found.table == "orders"
    assert found.header_row == 4
    assert column(found, "order_id") == ["17", "18"]
    assert column(found, "client") == ["ООО Ромашка", "АО Вектор"]
    assert column(found, "amount") == [1200.5, 900.0]


def test_hidden_and_filtered_rows_are_imported_and_said_and_a_hidden_sheet_is_skipped_and_listed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "deals.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("Сделки")
        for at, row in enumerate((HEAD, *ROWS, ("3", "ТД Альфа", "Петров Илья", "Новая", "300"))):
            page.write_row(at, 0, row)
        page.autofilter(0, 0, 3, 4)
        page.filter_column_list("C", ["Петров Илья"])
        page.set_row(1, None, None, {"hidden": True})
        old = book.add_worksheet("Старое")
        old.write_row(0, 0, HEAD)
        old.write_row(1, 0, ROWS[0])
        old.hide()

    deals, skipped = take(path).sheets

    assert column(deals, "deal_id") == ["1", "2", "3"]
    assert ("rows_hidden", "") in problems(deals)
    assert (skipped.sheet, skipped.table, skipped.ignored) == ("Старое", None, {"hidden": 2})
    assert ("sheet_hidden", "") in problems(skipped)
