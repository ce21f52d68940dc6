"""Sums that stand in pairs."""

from __future__ import annotations

import pytest

from ..sheets import column, of_rows

ROWS = ("1 | 05.03.2026 | ООО Ромашка | {}", "2 | 25.03.2026 | АО Вектор | {}")


@pytest.mark.parametrize(
    ("heads", "taken", "problem"),
    [
        ("Сумма с НДС | Сумма без НДС", "Сумма без НДС", "vat_beside"),
        ("Сумма без НДС | Сумма с НДС", "Сумма без НДС", "vat_beside"),
        ("Сума с ДДС | Сума без ДДС", "Сума без ДДС", "vat_beside"),
        ("Gross amount | Net amount", "Net amount", "vat_beside"),
        ("Сумма (прошлый период) | Сумма (текущий период)", "Сумма (текущий период)", "period_before"),
    ],
)
def test_one_sum_of_a_pair_is_taken_and_the_other_named(heads: str, taken: str, problem: str) -> None:
    result = of_rows(f"Номер заказа | Дата | Клиент | {heads}", *(row.format("120 | 100") for row in ROWS))

    assert result.columns["amount"] == taken
    other = next(head for head in heads.split(" | ") if head != taken)
    assert [(issue.found, issue.column) for issue in result.issues if issue.problem == problem] == [(other, taken)]
    assert result.questions == ()


def test_a_sum_by_itself_is_taken_with_its_vat() -> None:
    result = of_rows("Номер заказа | Дата | Клиент | Сумма с НДС", *(row.format("120") for row in ROWS))

    assert column(result, "amount") == [120.0, 120.0]
    assert "vat_beside" not in {issue.problem for issue in result.issues}
