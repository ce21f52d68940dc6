"""Plans are found by whatever words and periods a company writes them with."""

from __future__ import annotations

import pandas as pd
import pytest

from sales_metrics.metrics import METRICS
from sales_metrics.model.period import Period

RECORDS = {
    "manager": ["Ivanova", "Ivanova"],
    "client": ["Alfa", "Beta"],
    "kind": ["call", "call"],
    "held_at": ["2026-03-02 09:00", "2026-03-31 09:00"],
}
MARCH = 21
"""Working days of March 2026 in Russia: Monday the 9th stands in for Sunday the 8th."""


def march(*plans: tuple[str, str, float, str | None], rules: dict[str, float] | None = None) -> dict[str, float]:
    """Return what is planned for March by rows of period, measure, value and level."""
    frames = {
        "contacts": pd.DataFrame(RECORDS),
        "plans": pd.DataFrame(
            [("Ivanova", *plan) for plan in plans], columns=["manager", "period", "measure", "value", "level"]
        ),
        "rules": pd.DataFrame({"rule": list(rules or {}), "setting": list((rules or {}).values())}),
    }
    found = METRICS["planned"](frames, period=Period.month("2026-03")).set_index("measure")
    assert (found["n"] == MARCH).all()
    return {str(name): value / MARCH for name, value in found["total"].items()}


def test_without_a_plan_the_standard_holds() -> None:
    assert march() == {"calls": 15, "meetings": 4, "contracts": 0.5}
    assert march(rules={"plan_calls_per_day": 20})["calls"] == 20


@pytest.mark.parametrize(
    "period",
    [
        *(
            "2026-03",
            "2026/3",
            "03.2026",
            "01.03.2026",
            "2026-03-01",
            "March 2026",
            "mar 2026",
            "март 2026",
            "Март 2026 г.",
        ),
        *("Q1 2026", "2026-Q1", "2026 Q1", "1 кв. 2026", "1 квартал 2026", "I квартал 2026", "1-й квартал 2026"),
        *("I тримесечие 2026", "1-во тримесечие 2026 г.", "2026", "2026 год"),
    ],
)
def test_a_period_is_read_as_people_write_it(period: str) -> None:
    assert march((period, "Calls", 11, None))["calls"] == 11


@pytest.mark.parametrize(
    "period", ["2026-04", "Q2 2026", "IV квартал 2026", "2025", "апрель 2026", "spring", "2026-W10"]
)
def test_another_period_or_an_unreadable_one_leaves_the_standard(period: str) -> None:
    assert march((period, "Calls", 11, None))["calls"] == 15


@pytest.mark.parametrize(
    ("measure", "key"),
    [
        *(("calls", "calls"), ("Calls per day", "calls"), ("calls_per_day", "calls"), ("Звонков в день", "calls")),
        *(("Обаждания", "calls"), ("встречи", "meetings"), ("Срещи на ден", "meetings"), ("Договоры", "contracts")),
    ],
)
def test_a_measure_is_known_in_three_languages(measure: str, key: str) -> None:
    assert march(("2026-03", measure, 7, "target"))[key] == 7


def test_the_finer_period_and_the_target_go_first() -> None:
    both = [("2026", "Calls", 9, None), ("Q1 2026", "Calls", 10, None), ("2026-03", "Calls", 12, "target")]
    assert march(*both)["calls"] == 12
    assert march(*both[:2])["calls"] == 10
    assert march(("2026-03", "Calls", 30, "stretch"))["calls"] == 15


def test_a_manager_who_left_has_no_plan_for_later() -> None:
    frames = {
        "contacts": pd.DataFrame(
            {
                "manager": ["Gone", "Here", "Here"],
                "client": ["Alfa", "Beta", "Beta"],
                "kind": "call",
                "held_at": ["2026-01-15 09:00", "2026-01-15 09:00", "2026-03-31 09:00"],
            }
        )
    }
    found = METRICS["planned"](frames, by=["manager"], period=Period.month("2026-04"))
    assert set(found["manager"]) == {"Here"}
