"""Rows that go on with the one above them."""

from __future__ import annotations

from ...sheets import column, of_rows, problems


def test_an_order_that_is_written_once_beside_its_first_line() -> None:
    found = of_rows(
        "Order Reference | Customer | Order Date | Product | Quantity | Unit Price",
        "S001 | Acme Corp | 2026-03-05 | Pump | 2 | 100",
        " | | | Valve | 1 | 50",
        "S002 | Globex Inc | 2026-03-06 | Pump | 1 | 100",
        " | | | Filter | 4 | 10",
    )

    assert column(found, "order_id") == ["S001", "S001", "S002", "S002"]
    assert found.derived["orders"]["amount"].to_pylist() == [250.0, 140.0]


def test_the_column_by_which_a_report_is_grouped() -> None:
    found = of_rows(
        "Stage ↑ | Opportunity Name | Account Name | Amount | Close Date",
        "Proposal | Pumps | Acme Corp | USD 100.00 | 16/10/2025",
        " | Valves | Globex Inc | USD 50.00 | 16/11/2025",
        "Subtotal | | | USD 150.00 |",
        "Closed Won | Filter | Acme Corp | USD 10.00 | 16/12/2025",
        "Subtotal | | | USD 10.00 |",
        "Total | | | USD 160.00 |",
    )

    assert column(found, "stage") == ["Proposal", "Proposal", "Closed Won"]
    assert found.ignored == {"total": 3}


def test_a_row_that_lacks_its_number_is_told_and_goes_on_with_nothing() -> None:
    found = of_rows(
        "ID | Компания | Сумма | Дата создания",
        "1 | ООО Ромашка | 100 | 05.03.2026",
        " | | 200 | 06.03.2026",
        "3 | АО Вектор | 300 | 25.03.2026",
    )

    assert found.rejected == 1
    assert ("key_missing", "A3") in problems(found)
