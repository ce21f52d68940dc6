from __future__ import annotations

import polars as pl
import pytest

from sales_metrics.intake.recognition.headings import parse
from sales_metrics.intake.rows.values import Manner, code_of, read_column
from sales_metrics.model.tables import TABLES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Звонок (исходящий)", "call"),
        ("Писмо", "e-mail"),
        ("Meeting", "meeting"),
        ("Срочная встреча", "meeting"),
        ("не звонок", None),
        ("танцы", None),
    ],
)
def test_words_of_choices(text: str, code: str | None) -> None:
    assert code_of(text, TABLES["contacts"].column("kind").choices) == code


def _read(table: str, column: str, *texts: str | None, heading: str = "x") -> list[object]:
    typed = read_column(
        TABLES[table].column(column), pl.Series(texts, dtype=pl.String), parse(heading), Manner(typed=True)
    )
    return typed.values.to_list()


def test_names_that_look_like_blanks_stay() -> None:
    assert _read("clients", "client", "NA", "None", "TRUE", "Нет", "1E5", "-", "н/д") == [
        "NA", "None", "TRUE", "Нет", "1E5", None, None,
    ]  # fmt: skip


def test_ids_stay_as_they_are_written() -> None:
    assert _read("clients", "client_id", "00123", "1234567890123456789", "А-7") == [
        "00123",
        "1234567890123456789",
        "А-7",
    ]
    assert _read("clients", "client_id", "17850.0", "13047.0", None) == ["17850", "13047", None]
    assert _read("clients", "client_id", "1.0", "2.1", "3.2") == ["1.0", "2.1", "3.2"]
    assert _read("clients", "phone", "'+77025550100") == ["+77025550100"]


def test_shares() -> None:
    assert _read("deals", "probability", "90%", "5 %", None) == [0.9, 0.05, None]
    assert _read("deals", "probability", "90", "1") == [0.9, 0.01]
    assert _read("deals", "probability", "0.9", "1") == [0.9, 1.0]


def test_money_of_a_heading_in_thousands() -> None:
    assert _read("deals", "amount", "1,5", "20", heading="Сумма, тыс. руб.") == [1500.0, 20_000.0]


def test_yes_and_no() -> None:
    assert _read("orders", "is_return", "Да", "не", "0", None) == [True, False, False, None]


def test_currencies() -> None:
    assert _read("deals", "currency", "руб.", "€", "USD", "лв.", "CHF") == ["RUB", "EUR", "USD", "BGN", "CHF"]
