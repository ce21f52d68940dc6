from __future__ import annotations

from sales_metrics.intake.take import take_workbook

from ..sheets import column, of_rows, problems, sheet, taken, workbook

DEALS = (
    "ID | Компания | Сумма | Ответственный | Стадия сделки",
    "1 | ООО Ромашка | 100 | Иванова Анна | Новая",
    "2 | АО Вектор | 200 | Петров Илья | Квалификация",
    "3 | ТД Альфа | 300 | Петров Илья | Новая",
)


def test_title_lines_and_totals_are_ignored_with_their_reasons() -> None:
    result = of_rows(
        "Продажи отдела",
        "Период: март 2026",
        "",
        *DEALS,
        "Итого |  | 600",
        "",
        "Сформировано 01.04.2026",
        source="workbook",
    )

    assert result.table == "deals"
    assert result.header_row == 4
    assert result.ignored == {"title": 2, "blank": 2, "total": 1, "footer": 1}
    assert column(result, "_row") == [5, 6, 7]


def test_a_client_named_like_a_total_is_a_client() -> None:
    result = of_rows(DEALS[0], "7 | Total Energies | 5 | Иванова Анна | Новая", *DEALS[1:])

    assert column(result, "client")[0] == "Total Energies"
    assert result.ignored == {}


def test_headings_repeated_on_every_page_are_not_data() -> None:
    result = of_rows(*DEALS, "", DEALS[0], "4 | Бета ЕООД | 400 | Иванова Анна | Новая")

    assert result.ignored == {"blank": 1, "repeated_header": 1}
    assert column(result, "deal_id") == ["1", "2", "3", "4"]


def test_group_rows_between_data_are_not_data() -> None:
    result = of_rows(
        "ID | Компания | Сумма | Ответственный | Стадия сделки",
        "| Иванова Анна (2) | 300",
        *DEALS[1:3],
        "| Петров Илья (1) | 300",
        DEALS[3],
    )

    assert result.ignored == {"group": 2}
    assert result.rejected == 0


def test_footer_of_a_salesforce_report() -> None:
    result = of_rows(
        "Opportunity ID | Account Name | Amount | Stage | Close Date",
        "0061 | Acme | USD 485,000.00 | Closed Won | 16/10/2025",
        "0062 | Globex | USD 1,000.00 | Proposal | 2/11/2025",
        "",
        "Grand Totals (2 records) |  | USD 486,000.00",
        "Confidential Information - Do Not Distribute",
        "Copyright © 2000-2025 salesforce.com, inc. All rights reserved.",
    )

    assert result.ignored == {"blank": 1, "total": 1, "footer": 2}
    assert column(result, "amount") == [485_000.0, 1_000.0]
    assert column(result, "currency") == ["USD", "USD"]


def test_merged_heading_over_two_rows() -> None:
    made = sheet(
        ("Заказ", None, "Клиент", None, "Сумма"),
        ("Номер", "Дата", "Наименование", "Код", None),
        ("17", "05.03.2026", "ООО Ромашка", "А1", "1 200,50"),
        ("18", "25.03.2026", "АО Вектор", "А2", "900"),
        merged=((1, 1, 1, 2), (1, 3, 1, 4), (1, 5, 2, 5)),
    )

    result = taken(made)

    assert result.table == "orders"
    assert result.header_row == 2
    assert result.letters == {"order_id": "A", "client": "C", "client_id": "D", "ordered_on": "B", "amount": "E"}


def test_a_row_without_an_id_is_told_and_not_hidden() -> None:
    result = of_rows(*DEALS, " | ООО Север | 700 | Иванова Анна | Новая", "5 | Нова АД | 1 | Иванова Анна | Новая")

    assert result.rejected == 1
    assert ("key_missing", "A5") in problems(result)


def test_values_merged_downwards_are_repeated() -> None:
    made = sheet(
        ("ID", "Компания", "Сумма", "Ответственный"),
        ("1", "ООО Ромашка", "5", "Иванова Анна"),
        ("2", "АО Вектор", "6", None),
        merged=((2, 4, 3, 4),),
    )

    result = taken(made)

    assert column(result, "manager") == ["Иванова Анна", "Иванова Анна"]
    assert ("merged_filled", "") in problems(result)


def test_hidden_and_foreign_sheets_are_listed_and_not_taken() -> None:
    rows = [tuple(cell.strip() for cell in row.split("|")) for row in DEALS]
    foreign = sheet(("Table", "Field", "Description"), ("accounts", "sector", "Industry"), name="словарь")

    whole = take_workbook(
        workbook(sheet(*rows, hidden=True, name="старое"), foreign, sheet(*rows), sheet(name="пусто"))
    )

    assert [each.table for each in whole.sheets] == [None, None, "deals", None]
    assert [issue.problem for each in whole.sheets for issue in each.issues if not each.table] == [
        "sheet_hidden",
        "sheet_not_recognised",
        "sheet_empty",
    ]


def test_nothing_recognised_is_said_once_for_the_file() -> None:
    whole = take_workbook(workbook(sheet(("Station", "Temperature"), ("A", "12"), ("B", "14"))))

    assert [issue.problem for issue in whole.issues] == ["nothing_recognised"]
