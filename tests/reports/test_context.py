"""What a reader sets on a panel reaches the report, kept within its bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from sales_metrics.reports.context import Context

from .conftest import context_of


def choosing(**choices: str) -> Context:
    return replace(context_of({"clients": pd.DataFrame({"client": ["Alfa"]})}), choices=choices)


@pytest.mark.parametrize(("said", "taken"), [("b", "b"), ("z", "a"), ("", "a")])
def test_only_an_option_can_be_picked(said: str, taken: str) -> None:
    assert choosing(which=said).pick("which", "Which", (("a", "A"), ("b", "B")), "a").chosen == taken


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2020-01-01", "2026-03-01"),
        ("2030-01-01", "2026-03-31"),
        ("soon", "2026-03-15"),
    ],
)
def test_a_day_stays_between_the_first_and_the_last(said: str, taken: str) -> None:
    first, default, last = (date(2026, 3, day) for day in (1, 15, 31))
    assert choosing(on=said).day_of("on", "On", default, first, last).chosen == date.fromisoformat(taken)


@pytest.mark.parametrize(("said", "taken"), [("4", 4), ("-3", 0), ("1e9", 10), ("nan", 5), ("many", 5), ("", 5)])
def test_an_amount_stays_within_its_bounds(said: str, taken: float) -> None:
    assert choosing(n=said).amount("n", "N", 5, low=0, high=10, step=1).chosen == taken


def test_what_is_set_is_part_of_what_is_kept() -> None:
    assert choosing(n="1").digest != choosing(n="2").digest


def test_without_a_date_in_any_file_no_day_is_claimed() -> None:
    clients = {"clients": pd.DataFrame({"client": ["Alfa"]})}
    deals = {"deals": pd.DataFrame({"deal_id": ["1"], "created_on": [pd.Timestamp("2026-03-05")]})}
    assert context_of(clients).as_of == "The data hold no dates."
    assert context_of({**clients, **deals}).as_of == "Data as of 5 Mar 2026."
