from __future__ import annotations

from datetime import date

from ..sheets import column, of_rows, problems

LINES = (
    "InvoiceNo | StockCode | Description | Quantity | InvoiceDate | UnitPrice | CustomerID | Country",
    "536365 | 85123A | WHITE HOLDER | 6 | 2010-12-01 08:26:00 | 2.50 | 17850.0 | United Kingdom",
    "536365 | 71053 | METAL LANTERN | 2 | 2010-12-01 08:26:00 | 3.00 | 17850.0 | United Kingdom",
    "C536379 | D | Discount | -1 | 2010-12-01 09:41:00 | 27.50 | 14527.0 | United Kingdom",
    "536414 | 22139 | TEA SET | 56 | 2010-12-01 11:52:00 | 0.0 |  | France",
)


def test_order_lines_carry_their_orders() -> None:
    result = of_rows(*LINES)

    assert result.table == "order_lines"
    assert result.rows.num_rows == 4
    orders = result.derived["orders"].to_pylist()
    assert [(each["order_id"], each["client_id"], each["amount"], each["is_return"]) for each in orders] == [
        ("536365", "17850", 21.0, False),
        ("C536379", "14527", -27.5, True),
        ("536414", None, 0.0, False),
    ]
    assert orders[0]["ordered_on"] == date(2010, 12, 1)
    assert orders[2]["region"] == "France"
    assert problems(result) >= {("client_missing", "G5"), ("price_zero", "F5"), ("returns", "D4")}


def test_order_lines_without_numbers_are_numbered_within_their_order() -> None:
    keys = [str(key).split("\x1f") for key in column(of_rows(*LINES), "_key")]

    assert [key[1] for key in keys] == ["536365", "536365", "C536379", "536414"]
    assert len({tuple(key) for key in keys}) == 4
