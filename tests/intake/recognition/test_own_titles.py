from __future__ import annotations

import pytest

from sales_metrics.model.tables import TABLES, Column, Table
from sales_metrics.model.text import Language

from ..sheets import sheet, taken


@pytest.mark.parametrize(
    "heads",
    [
        ("Номер сделки", "Клиент", "Менеджер", "Стадия", "Сумма", "Дата создания"),
        ("Deal ID", "Client", "Manager", "Stage", "Amount", "Created on"),
        ("Номер на сделка", "Клиент", "Мениджър", "Етап", "Сума", "Дата на създаване"),
    ],
)
def test_the_same_meaning_in_three_languages_gives_the_same_table(heads: tuple[str, ...]) -> None:
    result = taken(
        sheet(
            heads,
            ("1", "Acme", "Ann Lee", "New", "5", "05.03.2026"),
            ("2", "Beta", "Ann Lee", "New", "5", "25.03.2026"),
        )
    )

    assert result.table == "deals"
    assert list(result.letters.values()) == ["A", "B", "C", "D", "E", "F"]


@pytest.mark.parametrize("language", ["ru", "en", "bg"])
@pytest.mark.parametrize(
    "declared", [table for table in TABLES.values() if table.key != "federal_list"], ids=lambda table: table.key
)
def test_our_own_titles_are_recognised_for_what_they_are(declared: Table, language: Language) -> None:
    heads = tuple(each.title.in_(language) for each in declared.columns)
    rows = [tuple(_plausible(each, number) for each in declared.columns) for number in range(12)]

    result = taken(sheet(heads, *rows, name=declared.title.in_(language)))

    assert result.table == declared.key
    assert result.letters == dict(zip(declared.column_keys, sheet(heads).cells.column_names, strict=True))
    assert result.rejected == 0


def _plausible(declared: Column, number: int) -> str:
    kind, key = declared.kind.value, declared.key
    if declared.choices:
        return declared.choices[number % len(declared.choices)].title.ru
    if key in {"month", "period"}:
        return f"2026-{number + 1:02d}-01" if key == "month" else f"2026-{number + 1:02d}"
    if key in {"phone", "email"}:
        return f"+7 495 123-45-{number + 10}" if key == "phone" else f"a{number}@example.com"
    made = {
        "id": f"K{number + 100}", "tax_id": ("7707083893", "7736050003", "7702070139")[number % 3],
        "name": f"Имя {'абвгдежзиклм'[number]}", "label": f"слово {'абв'[number % 3]}", "text": f"текст {number}",
        "money": f"{number * 100 + 50}.5", "currency": ("RUB", "EUR")[number % 2], "number": str(number + 1),
        "share": f"{number * 5}%", "day": f"{number + 10}.03.2026", "moment": f"{number + 10}.03.2026 10:00",
        "yes_no": ("да", "нет")[number % 2], "score": str(number % 5 + 1),
    }  # fmt: skip
    return made[kind]
