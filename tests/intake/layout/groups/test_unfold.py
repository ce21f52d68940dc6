"""Reports in which rows stand under group rows become plain tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from sales_metrics.intake.files.sheet import Sheet
from sales_metrics.intake.take import TakenSheet, take, take_workbook

from ...sheets import column, problems, sheet, workbook

REPORT = (
    ("Продажи за март",),
    ("Контрагент", "Количество", "Сумма"),
    ("Документ",),
    ("Номенклатура",),
    ("ООО Ромашка", "5", "500"),
    ("  Реализация товаров 0001 от 05.03.2026", "5", "500"),
    ("    Насос", "2", "200"),
    ("    Клапан", "3", "300"),
    ("АО Вектор", "3", "300"),
    ("  Реализация товаров 0002 от 06.03.2026", "1", "100"),
    ("    Насос", "1", "100"),
    ("  Реализация товаров 0003 от 07.03.2026", "2", "200"),
    ("    Фильтр", "2", "200"),
    ("Итого", "8", "800"),
)
LEVELS = (0, 0, 0, 0, 0, 1, 2, 2, 0, 1, 2, 1, 2, 0)
FLAT = tuple((row[0].strip(), *row[1:]) for row in REPORT)


def flat_with_levels() -> Sheet:
    levels = tuple((row, level) for row, level in enumerate(LEVELS, start=1) if level)
    return replace(sheet(*FLAT), levels=levels)


def one(made: Sheet) -> TakenSheet:
    (found,) = take_workbook(workbook(made)).sheets
    assert found.read == found.rows.num_rows + found.rejected + sum(found.ignored.values())
    return found


@pytest.mark.parametrize(
    "made", [sheet(*REPORT), flat_with_levels(), sheet(*FLAT)], ids=["by indent", "by outline", "by sums"]
)
def test_client_document_and_goods_become_columns(made: Sheet) -> None:
    found = one(made)

    assert found.table == "order_lines"
    assert column(found, "order_id") == ["0001", "0001", "0002", "0003"]
    assert column(found, "product") == ["Насос", "Клапан", "Насос", "Фильтр"]
    assert column(found, "amount") == [200.0, 300.0, 100.0, 200.0]
    assert column(found, "_row") == [7, 8, 11, 13]
    orders = found.derived["orders"]
    assert orders["client"].to_pylist() == ["ООО Ромашка", "АО Вектор", "АО Вектор"]
    assert orders["ordered_on"].to_pylist() == [date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 7)]
    assert found.ignored == {"title": 1, "total": 1, "group": 5}
    assert ("groups_unfolded", "") in problems(found)


def test_the_sums_of_groups_are_counted_once() -> None:
    orders = one(sheet(*REPORT)).derived["orders"]

    assert sum(orders["amount"].to_pylist()) == 800.0


def test_a_column_that_groups_alone_fill_belongs_to_the_rows_below() -> None:
    found = one(
        sheet(
            ("Менеджер", "Клиент", "№ сделки", "Сумма"),
            ("Иванова Анна", "", "", "300"),
            ("", "ООО Ромашка", "1", "100"),
            ("", "АО Вектор", "2", "200"),
            ("Петров Илья", "", "", "50"),
            ("", "АО Вектор", "3", "50"),
            ("Итого", "", "", "350"),
        )
    )

    assert column(found, "manager") == ["Иванова Анна", "Иванова Анна", "Петров Илья"]
    assert found.ignored == {"group": 2, "total": 1}


def test_two_levels_in_columns_of_their_own() -> None:
    found = one(
        sheet(
            ("Менеджер", "Клиент", "№ сделки", "Стадия", "Сумма"),
            ("Иванова Анна", "", "", "", "300"),
            ("", "ООО Ромашка", "", "", "300"),
            ("", "", "1", "Новая", "100"),
            ("", "", "2", "Новая", "200"),
            ("Петров Илья", "", "", "", "50"),
            ("", "АО Вектор", "", "", "50"),
            ("", "", "3", "Новая", "50"),
        )
    )

    assert column(found, "manager") == ["Иванова Анна", "Иванова Анна", "Петров Илья"]
    assert column(found, "client") == ["ООО Ромашка", "ООО Ромашка", "АО Вектор"]
    assert found.ignored == {"group": 4}


def test_a_group_that_says_what_it_is_names_its_column() -> None:
    found = one(
        sheet(
            ("№ сделки", "Клиент", "Стадия", "Сумма"),
            ("Менеджер: Иванова Анна",),
            ("1", "ООО Ромашка", "Новая", "100"),
            ("2", "АО Вектор", "Новая", "200"),
            ("Менеджер: Петров Илья",),
            ("3", "АО Вектор", "Новая", "50"),
        )
    )

    assert column(found, "manager") == ["Иванова Анна", "Иванова Анна", "Петров Илья"]
    assert found.columns["manager"] == "Менеджер"


def test_a_grouped_list_without_a_name_for_its_groups_is_read_by_what_they_say() -> None:
    deals = [
        (f"Deal {at}", "Acme Corp" if at % 2 else "Globex Inc", f"{at}00", f"2026-03-{at:02d}")
        for at in range(1, 7)
    ]
    found = one(
        sheet(
            ("Opportunity", "Customer", "Expected Revenue", "Created on"),
            ("Ann Lee (4)", "", "1000", ""),
            ("    New (2)", "", "300", ""),
            *deals[:2],
            ("    Won (2)", "", "700", ""),
            *deals[2:4],
            ("Bob Stone (2)", "", "1100", ""),
            ("    Lost (2)", "", "1100", ""),
            *deals[4:],
        )
    )

    assert column(found, "manager") == ["Ann Lee"] * 4 + ["Bob Stone"] * 2
    assert column(found, "stage") == ["New", "New", "Won", "Won", "Lost", "Lost"]
    assert column(found, "outcome") == ["open", "open", "won", "won", "lost", "lost"]
    assert found.ignored == {"group": 5}


def test_an_outline_of_orders_with_their_lines() -> None:
    rows = (
        ("Заказ №", "Покупатель", "Дата заказа", "Товар", "Количество", "Цена"),
        ("17", "ООО Ромашка", "05.03.2026"),
        ("", "", "", "Насос", "2", "100"),
        ("", "", "", "Клапан", "1", "50"),
        ("18", "АО Вектор", "25.03.2026"),
        ("", "", "", "Насос", "3", "100"),
    )
    found = one(replace(sheet(*rows), levels=((3, 1), (4, 1), (6, 1))))

    assert found.table == "order_lines"
    assert column(found, "order_id") == ["17", "17", "18"]
    assert found.derived["orders"]["client"].to_pylist() == ["ООО Ромашка", "АО Вектор"]
    assert found.derived["orders"]["amount"].to_pylist() == [250.0, 300.0]
    assert found.ignored == {"group": 2}


def test_blanks_before_a_name_make_no_group() -> None:
    found = one(
        sheet(
            ("Компания", "Ответственный", "Телефон", "Город"),
            ("ООО Ромашка", "Иванова Анна", "+7 495 111-22-33", "Москва"),
            ("  АО Вектор", "Петров Илья", "+7 495 111-22-34", "Пермь"),
            ("ТД Альфа", "Иванова Анна", "+7 495 111-22-35", "Москва"),
            ("  ООО Север", "Петров Илья", "+7 495 111-22-36", "Пермь"),
        )
    )

    assert found.rows.num_rows == 4
    assert found.ignored == {}


def test_subtotals_below_their_rows_are_no_groups_of_the_next_ones() -> None:
    rows = (
        ("ID", "Компания", "Ответственный", "Сумма"),
        ("1", "ООО Ромашка", "Иванова Анна", "100"),
        ("2", "ООО Ромашка", "Иванова Анна", "200"),
        ("ООО Ромашка Итог", "", "", "300"),
        ("3", "АО Вектор", "Петров Илья", "50"),
        ("4", "АО Вектор", "Петров Илья", "60"),
        ("АО Вектор Итог", "", "", "110"),
    )
    found = one(replace(sheet(*rows), levels=((2, 2), (3, 2), (4, 1), (5, 2), (6, 2), (7, 1))))

    assert column(found, "manager") == ["Иванова Анна", "Иванова Анна", "Петров Илья", "Петров Илья"]
    assert column(found, "client") == ["ООО Ромашка", "ООО Ромашка", "АО Вектор", "АО Вектор"]


def test_an_order_is_not_overwritten_by_its_own_lines() -> None:
    """Without goods among the headings the innermost rows must not pass for orders of one number."""
    rows = (
        ("Документ", "Сумма"),
        ("Реализация 0001 от 05.03.2026", "500"),
        ("  Насос", "200"),
        ("  Клапан", "300"),
        ("Реализация 0002 от 06.03.2026", "100"),
        ("  Насос", "60"),
        ("  Фильтр", "40"),
    )
    found = one(sheet(*rows))

    assert found.table != "orders" or found.rows.num_rows == 2


def test_the_outline_of_a_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.outline_settings(symbols_below=False)
        for at, (row, level) in enumerate(zip(FLAT, LEVELS, strict=True)):
            page.write_row(at, 0, [int(cell) if cell.isdigit() else cell for cell in row])
            if level:
                page.set_row(at, None, None, {"level": level, "hidden": level == 2})

    (found,) = take(path).sheets

    assert found.table == "order_lines"
    assert column(found, "order_id") == ["0001", "0001", "0002", "0003"]
    assert ("rows_hidden", "") in problems(found)
