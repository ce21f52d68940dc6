"""Several tables one under another in one sheet."""

from __future__ import annotations

from sales_metrics.intake.take import TakenSheet, take_workbook

from ..sheets import column, sheet, workbook

DEALS = (
    ("ID", "Компания", "Ответственный", "Стадия сделки", "Сумма"),
    ("1", "ООО Ромашка", "Иванова Анна", "Новая", "100"),
    ("2", "АО Вектор", "Петров Илья", "Новая", "200"),
    ("Итого", "", "", "", "300"),
)
CONTACTS = (
    ("Звонки за неделю",),
    ("Клиент", "Менеджер", "Дата контакта", "Вид контакта"),
    ("ООО Ромашка", "Иванова Анна", "25.03.2026 10:00", "звонок"),
    ("АО Вектор", "Петров Илья", "26.03.2026 11:00", "встреча"),
)


def parts(*rows: tuple[str, ...]) -> tuple[TakenSheet, ...]:
    made = sheet(*rows)
    found = take_workbook(workbook(made)).sheets
    assert sum(each.read for each in found) == made.cells.num_rows - len(found)
    for each in found:
        assert each.read == each.rows.num_rows + each.rejected + sum(each.ignored.values())
    return found


def test_two_tables_one_under_another_are_taken_apart_with_their_addresses() -> None:
    deals, contacts = parts(*DEALS, (), *CONTACTS)

    assert (deals.table, contacts.table) == ("deals", "contacts")
    assert (deals.sheet, contacts.sheet) == ("Лист1", "Лист1 (2)")
    assert column(deals, "_row") == [2, 3]
    assert column(contacts, "_row") == [8, 9]
    assert contacts.header_row == 7
    assert deals.ignored["total"] == 1
    assert contacts.ignored["title"] == 1


def test_the_same_heading_on_the_next_page_begins_no_other_table() -> None:
    (deals,) = parts(*DEALS[:2], (), DEALS[0], DEALS[2])

    assert column(deals, "deal_id") == ["1", "2"]
    assert deals.ignored == {"blank": 1, "repeated_header": 1}


def test_a_second_part_that_is_no_table_leaves_the_sheet_whole() -> None:
    (deals,) = parts(*DEALS[:3], (), ("Курс", "Погода", "Заметка"), ("а", "б", "в"))

    assert deals.table == "deals"
    assert column(deals, "deal_id")[:2] == ["1", "2"]
