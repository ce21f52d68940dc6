"""Client development, on seven clients whose two years can be added up by hand and on the invented company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from sales_metrics.model.panel import Bridge, Forest, Listing, Verdict
from sales_metrics.model.period import Period
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.development_bridge import bridge_panel
from sales_metrics.reports.development_growth import growth_panel
from sales_metrics.reports.development_table import reading_of, table_panel

from .conftest import context_of

BEFORE = {"A": 100, "B": 200, "C": 50, "D": 80, "H": 60}
NOW = {"A": 150, "B": 120, "D": 80, "E": 70, "F": 40, "H": 63}


def seven_clients(*, history: bool = True) -> Context:
    """Return the seven clients of two Marches; F had bought in the year before both."""
    orders = [(client, "2025-03-10", amount) for client, amount in BEFORE.items()]
    orders += [(client, "2026-03-10", amount) for client, amount in NOW.items()]
    if history:
        orders.append(("F", "2023-05-05", 10))
    frame = pd.DataFrame(orders, columns=["client", "ordered_on", "amount"])
    frame.insert(0, "order_id", [f"o{at}" for at in range(len(frame))])
    last = pd.DataFrame({"order_id": ["last"], "client": ["A"], "ordered_on": ["2026-03-31"], "amount": [0.0]})
    clients = pd.DataFrame({"client": list("ABCDEFH"), "manager": ["Ivanova"] * 4 + ["Petrov"] * 3})
    frame = pd.concat([frame, last], ignore_index=True)
    return context_of({"orders": frame, "clients": clients}, period=Period.month("2026-03"))


def amounts_of(picture: object, context: Context) -> dict[str, tuple[float, float]]:
    """Return the value of each bar, and what the rows behind it add up to."""
    assert isinstance(picture, Bridge)
    found = {}
    for span in picture.spans:
        part = "total" if span.drill.part == "n" else span.drill.part
        found[span.label] = (span.value, float(rows_behind(span.drill, context)[f"_{part}"].sum()))
    return found


def test_the_bridge_leads_from_490_to_523() -> None:
    context = seven_clients()
    panel = bridge_panel(context)
    found = amounts_of(panel.picture, context)
    assert {label: value for label, (value, _) in found.items()} == {
        "A year before": 490,
        "New": 70,
        "Returned": 40,
        "Bought more": 53,
        "Bought less": -80,
        "Bought nothing": -50,
        "Now": 523,
    }
    assert all(value == rows for value, rows in found.values())
    assert panel.title == "Revenue grew by 33, most of it from new clients"


def test_without_history_new_and_returned_stand_together() -> None:
    context = seven_clients(history=False)
    panel = bridge_panel(context)
    found = amounts_of(panel.picture, context)
    assert found["New or returned"] == (110, 110)
    assert "365 days of history" in panel.foot


def test_a_client_belongs_to_the_manager_of_the_clients_table() -> None:
    panel = growth_panel(seven_clients())
    assert isinstance(panel.picture, Forest)
    shares = {dot.label: (dot.share.k, dot.share.n) for dot in panel.picture.dots}
    assert shares == {"All together": (1, 5), "Ivanova": (1, 4), "Petrov": (0, 1)}
    assert {dot.verdict for dot in panel.picture.dots[1:]} == {Verdict.TOO_FEW}


@pytest.mark.parametrize("by", ["manager", "segment", "region"])
@pytest.mark.parametrize("stretch", ["half", "quarter"])
def test_the_marks_open_into_their_clients(by: str, stretch: str, of_demo: Callable[..., Context]) -> None:
    context = replace(of_demo(), choices={"development.by": by, "development.stretch": stretch})
    for bar in amounts_of(bridge_panel(context).picture, context).values():
        assert bar[0] == pytest.approx(bar[1])
    growth, table = growth_panel(context).picture, table_panel(context).picture
    assert isinstance(growth, Forest)
    assert isinstance(table, Listing)
    for dot in growth.dots[:4]:
        assert rows_behind(dot.drill, context)["client"].nunique() == dot.share.n
    assert len(table.rows) == len(growth.dots)
    assert sum(dot.share.n for dot in growth.dots[1:]) == growth.dots[0].share.n


def test_the_rows_of_a_filtered_page_stay_inside_the_filter(of_demo: Callable[..., Context]) -> None:
    context = of_demo(manager=("Ellen Hughes",), channel=("Referral", "Returning client"))
    found = amounts_of(bridge_panel(context).picture, context)
    assert all(value == pytest.approx(rows) for value, rows in found.values())
    assert len(found) > 3


def test_larger_but_rarer_orders_for_the_same_money_are_overstocking() -> None:
    assert reading_of(1.0, (0.97, 1.03), 0.2, 1 / 1.2 - 1, 0.05) == "overstocking"
    assert reading_of(1.0, (0.97, 1.03), 0.0, 0.0, 0.05) == "level"
    assert reading_of(1.2, (1.05, 1.3), 0.2, 0.0, 0.05) == "grows"
    assert reading_of(0.8, (0.7, 0.95), 0.2, -0.3, 0.05) == "falls"
    assert reading_of(0.9, (0.7, 1.2), -0.1, 0.0, 0.05) == "unclear"
