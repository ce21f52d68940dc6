from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.intake.files.sheet import CellFault
from sales_metrics.intake.take import take, take_workbook
from sales_metrics.intake.types import ARROW_TYPES
from sales_metrics.model.issue import Severity
from sales_metrics.model.tables import TABLES

from .sheets import column, of_rows, problems, sheet, taken, workbook

HEAD = "ID | Компания | Ответственный | Стадия сделки | Сумма | Дата создания | Дата закрытия"


def test_faulty_cells_reject_their_rows_and_are_named() -> None:
    result = of_rows(
        HEAD,
        "1 | ООО Ромашка | Иванова Анна | Новая | 100 | 05.03.2026 |",
        "2 | АО Вектор | Иванова Анна | Новая | много | 05.03.2026 |",
        "3 | ТД Альфа | Иванова Анна | Новая | 300 | 31.02.2026 |",
        "4 | Бета ЕООД | Иванова Анна | Новая | 300 | 05.03.0026 |",
        "5 | ООО Север | Петров Илья | Новая | 1 200,50 | 06.03.2026 |",
    )

    rejected = [issue for issue in result.issues if issue.severity is Severity.REJECTED]
    assert [(issue.problem, issue.cell, issue.found, issue.column) for issue in rejected] == [
        ("bad_number", "E3", "много", "Сумма"),
        ("bad_date", "F4", "31.02.2026", "Дата создания"),
        ("bad_date", "F5", "05.03.0026", "Дата создания"),
    ]
    assert column(result, "deal_id") == ["1", "5"]
    assert column(result, "amount") == [100.0, 1200.5]
    assert result.rejected == 3


def test_a_row_with_two_faults_is_rejected_once_and_told_twice() -> None:
    result = of_rows(
        HEAD,
        "1 | ООО Ромашка | Иванова Анна | Новая | 100 | 05.03.2026 |",
        "2 | АО Вектор | Иванова Анна | Новая | много | вчера |",
    )

    assert result.rejected == 1
    assert problems(result) >= {("bad_number", "E3"), ("bad_date", "F3")}


def test_error_cells_of_excel_reject_their_rows() -> None:
    made = sheet(
        ("ID", "Компания", "Сумма", "Ответственный", "Заметка себе"),
        ("1", "ООО Ромашка", None, "Иванова Анна", "а"),
        ("2", "АО Вектор", "5", "Иванова Анна", None),
        ("3", "ТД Альфа", None, "Иванова Анна", "б"),
        faults=(
            CellFault(2, "C", "error", "#REF!"),
            CellFault(3, "E", "error", "#N/A"),
            CellFault(4, "C", "uncached"),
        ),
        source="workbook",
    )

    result = taken(made)

    assert column(result, "deal_id") == ["2"]
    assert problems(result) >= {("cell_error", "C2"), ("not_calculated", "C4")}


def test_a_score_beyond_its_scale_is_rejected() -> None:
    result = of_rows(
        "Номер заказа | Дата опроса | Оценка | NPS",
        "1 | 05.03.2026 | 5 | 9",
        "2 | 05.03.2026 | 4 | 11",
        "3 | 06.03.2026 | 3 | 0",
    )

    assert result.table == "surveys"
    assert column(result, "recommend") == [9, 0]
    (issue,) = [issue for issue in result.issues if issue.severity is Severity.REJECTED]
    assert (issue.problem, issue.cell, issue.found, issue.limit) == ("score_out_of_range", "D3", "11", "0..10")


def test_deals_without_a_client_are_taken_with_a_note() -> None:
    result = of_rows(
        HEAD,
        "1 |  | Иванова Анна | Новая | 100 | 05.03.2026 |",
        "2 | АО Вектор | Иванова Анна | Новая | 100 | 05.03.2026 |",
        "3 |  | Петров Илья | Новая | 100 | 25.03.2026 |",
    )

    (note,) = [issue for issue in result.issues if issue.problem == "client_missing"]
    assert (note.cell, note.count, note.severity) == ("B2", 2, Severity.NOTE)
    assert result.rows.num_rows == 3


def test_stages_and_dates_say_how_deals_ended() -> None:
    result = of_rows(
        "ID | Компания | Стадия сделки | Дата выигрыша | Дата проигрыша",
        "1 | ООО Ромашка | Предложение | 05.03.2026 |",
        "2 | АО Вектор | Закрыто и не реализовано | | 25.03.2026",
        "3 | ТД Альфа | Новая | |",
    )

    assert column(result, "outcome") == ["won", "lost", "open"]
    assert column(result, "closed_on") == [date(2026, 3, 5), date(2026, 3, 25), None]
    assert result.evidence["outcome"] == ("derived",)


def test_a_list_of_new_leads_does_not_say_that_they_are_open() -> None:
    result = of_rows("mql_id | first_contact_date | origin", "a7 | 2018-02-01 | social", "b9 | 2018-02-03 | email")

    assert result.table == "deals"
    assert "outcome" not in result.rows.column_names


def test_keys_do_not_depend_on_case_width_or_yo() -> None:
    def keys(*rows: str) -> list[object]:
        return column(of_rows("Компания | Ответственный | Телефон | Город", *rows), "_key")

    first = keys(
        "ООО Тёплый дом | Иванова Анна | +7 495 111-22-33 | Москва",
        "АО Вектор | Петров Илья | +7 495 111-22-34 | Пермь",
    )
    second = keys(
        "ооо  теплый ДОМ | Иванова Анна | +7 495 111-22-33 | Москва",
        "АО ВЕКТОР | Петров Илья | +7 495 111-22-34 | Пермь",
    )

    assert first == second
    assert len(set(first)) == 2


def test_two_contacts_in_one_minute_are_two() -> None:
    result = of_rows(
        "Клиент | Менеджер | Дата контакта | Вид контакта",
        "ООО Ромашка | Иванова Анна | 05.03.2026 10:00 | звонок",
        "ООО Ромашка | Иванова Анна | 05.03.2026 10:00 | звонок",
        "АО Вектор | Иванова Анна | 05.03.2026 10:00 | танцы",
    )

    assert result.table == "contacts"
    assert len(set(column(result, "_key"))) == 3
    assert column(result, "kind") == ["call", "call", "other"]
    assert ("unknown_word", "D4") in problems(result)


def test_sums_of_a_deal_repeated_for_its_products_are_added_up() -> None:
    result = of_rows(
        "ID | Название сделки | Компания | Стадия сделки | Сумма | Товар | Цена | Количество",
        "1 | Поставка | ООО Ромашка | Новая | 200 | Насос | 100 | 2",
        "1 | Поставка | ООО Ромашка | Новая | 50 | Клапан | 50 | 1",
        "2 | Ремонт | АО Вектор | Новая | 70 | Фильтр | 70 | 1",
    )

    assert column(result, "amount") == [250.0, 250.0, 70.0]
    assert ("product_rows_added_up", "") in problems(result)


def test_one_column_settles_the_order_for_the_others() -> None:
    result = of_rows(
        "Deal ID | Company | Owner | Stage | Created on | Closed on",
        "1 | Acme | Ann Lee | New | 3/4/2026 | 25/4/2026",
        "2 | Globex | Ann Lee | New | 5/6/2026 | 6/6/2026",
    )

    assert column(result, "created_on") == [date(2026, 4, 3), date(2026, 6, 5)]
    assert result.questions == ()


def test_what_was_remembered_wins_over_what_is_recognised() -> None:
    rows = [tuple(cell.strip() for cell in row.split("|")) for row in (
        "Кто | Что | Почём", "Иванова Анна | ООО Ромашка | 5", "Петров Илья | АО Вектор | 7",
    )]  # fmt: skip
    unknown = taken(sheet(*rows))
    assert unknown.table is None

    entry = {"table": "clients", "letters": {"client": "B", "manager": "A"}}
    (known,) = take_workbook(workbook(sheet(*rows)), remembered={unknown.signature: entry}).sheets

    assert known.table == "clients"
    assert known.columns == {"client": "Что", "manager": "Кто"}
    assert known.evidence["client"] == ("remembered",)
    assert column(known, "client") == ["ООО Ромашка", "АО Вектор"]


def test_the_signature_does_not_depend_on_case_blanks_or_place() -> None:
    first = taken(sheet(("Кто", "Что"), ("a", "b")))
    second = taken(sheet((), ("  КТО ", "чтo"), ("a", "b"), first_row=4))

    assert first.signature == second.signature != ""


def test_columns_are_typed_as_their_kind_is_stored() -> None:
    result = of_rows(HEAD, "1 | ООО Ромашка | Иванова Анна | Новая | 100 | 05.03.2026 |")

    for name in set(result.rows.column_names) - {"_key", "_row"}:
        assert result.rows.schema.field(name).type == ARROW_TYPES[TABLES["deals"].column(name).kind]
    assert result.rows.schema.field("_row").type == pa.int32()


_CELL = st.sampled_from(
    ["", "", "1", "2", "ООО Ромашка", "Иванова Анна", "Новая", "100", "1 200,50", "много", "05.03.2026",
     "31.02.2026", "Итого", "Всего по отделу", "ID", "Компания", "Copyright ©", "-", "н/д", "TRUE", "#REF!"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_CELL, min_size=0, max_size=8), max_size=14), st.booleans(), st.integers(1, 5))
def test_every_row_is_accounted_for(rows: list[list[str]], headed: bool, first_row: int) -> None:
    head = [HEAD.split(" | ")] if headed else []

    result = taken(sheet(*rows[:2], *head, *rows[2:], first_row=first_row))

    assert set(result.ignored) <= {
        "title", "header", "blank", "total", "footer", "repeated_header", "group", "not_recognised",
    }  # fmt: skip
    places = column(result, "_row")
    assert places == sorted(set(map(int, map(str, places))))


def test_a_file_goes_from_disk_to_rows(tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(
        '"ID";"Компания";"Сумма";"Стадия сделки";\n"1";"ООО ""Ромашка""";"1 200,50";"Новая";\n', encoding="cp1251"
    )

    result = take(path, name="выгрузка.csv")

    assert result.file == "выгрузка.csv"
    assert column(result.sheets[0], "client") == ['ООО "Ромашка"']
    assert column(result.sheets[0], "amount") == [1200.5]


def test_a_file_that_cannot_be_read_is_refused_and_not_raised(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    path.write_bytes(b"")

    result = take(path)

    assert result.refused
    assert result.sheets == ()


def test_a_fault_of_ours_costs_one_sentence_and_logs_no_client(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> object:
        raise ValueError("ООО «Ромашка» does not fit")

    monkeypatch.setattr("sales_metrics.intake.take.finish", broken)
    result = take_workbook(workbook(sheet("ID | Компания", "1 | ООО Ромашка")))
    assert result.refused
    assert [issue.problem for issue in result.issues] == ["unreadable"]
    assert "ValueError" in caplog.text
    assert "Ромашка" not in caplog.text
