"""Several tables side by side in one sheet."""

from __future__ import annotations

from sales_metrics.intake.take import TakenSheet, take_workbook

from ..sheets import column, sheet, workbook

DEALS = (
    ("ID", "Компания", "Ответственный", "Стадия сделки", "Сумма"),
    ("1", "ООО Ромашка", "Иванова Анна", "Новая", "100"),
    ("2", "АО Вектор", "Петров Илья", "Новая", "200"),
)
CONTACTS = (
    ("Клиент", "Менеджер", "Дата контакта", "Вид контакта"),
    ("ООО Ромашка", "Иванова Анна", "25.03.2026 10:00", "звонок"),
    ("АО Вектор", "Петров Илья", "26.03.2026 11:00", "встреча"),
    ("АО Вектор", "Петров Илья", "27.03.2026 11:00", "звонок"),
)


def parts(*rows: tuple[str, ...]) -> tuple[TakenSheet, ...]:
    found = take_workbook(workbook(sheet(*rows))).sheets
    for each in found:
        assert each.read == each.rows.num_rows + each.rejected + sum(each.ignored.values())
    return found


def test_two_tables_of_different_length_are_taken_apart_and_keep_their_letters() -> None:
    rows = [(*(DEALS[at] if at < len(DEALS) else ("",) * 5), "", *CONTACTS[at]) for at in range(4)]

    deals, contacts = parts(*rows)

    assert (deals.table, contacts.table) == ("deals", "contacts")
    assert (deals.sheet, contacts.sheet) == ("Лист1", "Лист1 (2)")
    assert contacts.letters == {"client": "G", "manager": "H", "held_at": "I", "kind": "J"}
    assert column(contacts, "_row") == [2, 3, 4]
    assert (deals.read, contacts.read) == (2, 3)


def test_a_table_printed_in_two_columns_is_read_on_in_the_second() -> None:
    left, right = parts(
        ("ID", "Компания", "Сумма", "ID", "Компания", "Сумма"),
        ("1", "ООО Ромашка", "100", "3", "АО Вектор", "7"),
        ("2", "АО Вектор", "100", "4", "АО Вектор", "8"),
    )

    assert left.table == right.table
    assert column(right, "amount") == [7.0, 8.0]
    assert right.letters["amount"] == "F"


def test_a_gap_in_one_table_parts_nothing() -> None:
    (deals,) = parts(*((*row[:2], "", *row[2:]) for row in DEALS))

    assert deals.table == "deals"
    assert deals.letters["manager"] == "D"


def test_a_note_beside_a_table_is_no_table() -> None:
    notes = (("Курс", "Погода"), ("1", "дождь"), ("", ""))
    (deals,) = parts(*((*row, "", *note) for row, note in zip(DEALS, notes, strict=True)))

    assert deals.table == "deals"
    assert deals.rows.num_rows == 2
