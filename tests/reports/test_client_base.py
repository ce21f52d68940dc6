"""Key accounts and sleeping clients: what the pages say of small firms, and that marks open into their money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sales_metrics.metrics import METRICS
from sales_metrics.metrics.concentration import twelve_months
from sales_metrics.model.panel import Bars, Empty, Forest, Listing
from sales_metrics.model.period import Period
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.client_revenue import base_of
from sales_metrics.reports.context import Context
from sales_metrics.reports.key_accounts import clients_panel, key_accounts, share_panel, stress_panel
from sales_metrics.reports.sleeping import sleeping
from sales_metrics.reports.sleeping_list import list_panel
from sales_metrics.reports.sleeping_repeat import repeat_panel
from sales_metrics.reports.sleeping_second import second_panel
from sales_metrics.text.numbers import percent

from .conftest import context_of


def firm(amounts: dict[str, float], keys: tuple[str, ...] = (), holding: dict[str, str] | None = None) -> Context:
    """Return a firm whose clients each ordered once in March 2026."""
    names = list(amounts)
    orders = pd.DataFrame(
        {
            "order_id": [str(at) for at in range(len(names))],
            "client": [name or None for name in names],
            "ordered_on": "2026-03-10",
            "amount": list(amounts.values()),
        }
    )
    clients = pd.DataFrame({"client": [name for name in names if name]})
    clients["size"] = ["key" if name in keys else "small" for name in clients["client"]]
    if holding:
        clients["holding"] = [holding.get(name) for name in clients["client"]]
    return context_of({"orders": orders, "clients": clients})


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (29, "less than the usual"),
        (30, "within the usual"),
        (55, "within the usual"),
        (56, "above the usual"),
        (75, "above the usual"),
        (76, "depends on key clients"),
    ],
)
def test_the_zones_of_key_clients_and_their_ends(part: int, said: str) -> None:
    half = part / 2
    context = firm({"Alfa": half, "Beta": half, "Gamma": 100.0 - part}, ("Alfa", "Beta"))
    assert said in share_panel(context).title


def test_one_client_alone_is_named_as_the_cause() -> None:
    panel = share_panel(firm({"Alfa": 80, "Beta": 20}, ("Alfa",)))
    assert panel.title == "The company depends on one client, who brings 80% of revenue, over 75%"


def test_equal_clients_and_groups_of_companies() -> None:
    context = firm({"Alfa": 30, "Beta": 30, "Gamma": 20, "Delta": 20}, holding={"Gamma": "Union", "Delta": "Union"})
    assert "Alfa brings 30%" in clients_panel(context).title
    assert "3.8 equal clients" in clients_panel(context).title
    joined = clients_panel(replace(context, choices={"key_accounts.by": "holding"}))
    assert "Union brings 40%" in joined.title
    assert isinstance(joined.picture, Bars)
    assert set(rows_behind(joined.picture.bars[0].drill, context)["client"]) == {"Gamma", "Delta"}


def test_what_would_be_left_without_the_largest() -> None:
    panel = stress_panel(firm({"Alfa": 50, "Beta": 30, "Gamma": 15, "": 5}))
    assert isinstance(panel.picture, Bars)
    assert [bar.value for bar in panel.picture.bars] == [100, 50, 20]


def test_orders_that_name_no_client_stand_apart() -> None:
    panel = clients_panel(firm({"Alfa": 50, "": 50}))
    assert isinstance(panel.picture, Bars)
    assert [(bar.label, bar.value) for bar in panel.picture.bars] == [("Alfa", 0.5), ("client not stated", 0.5)]
    assert [bar.unknown for bar in panel.picture.bars] == [False, True]


@pytest.mark.parametrize("where", [{}, {"manager": ("Ellen Hughes",)}, {"channel": ("Referral",)}])
@pytest.mark.parametrize("by", ["client", "holding"])
def test_the_orders_behind_a_bar_are_worth_it(
    by: str, where: dict[str, tuple[str, ...]], of_demo: Callable[..., Context]
) -> None:
    context = replace(of_demo(period=Period.month("2026-07"), **where), choices={"key_accounts.by": by})
    whole = base_of(context, False).whole
    shares = 0
    for panel in key_accounts(context):
        if isinstance(panel.picture, Listing):
            for row in panel.picture.rows:
                money = rows_behind(row.drill, context)["_total"].sum()
                theirs = replace(row.drill, where={"manager": row.cells[0]})
                every = rows_behind(theirs, context)["_total"].sum()
                assert percent(money / every, "en") == row.cells[3]
            continue
        assert isinstance(panel.picture, Bars)
        for bar in panel.picture.bars:
            rows, drill = rows_behind(bar.drill, context), bar.drill
            worth = rows["_k" if drill.part == "k" else "_total"].sum()
            if panel.key == "key_accounts.stress":
                assert worth == pytest.approx(bar.value)
            else:
                assert worth / whole == pytest.approx(bar.value)
                shares += 1
    assert shares > 8


def test_the_demo_company_hangs_on_one_client(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    top = METRICS["top_client_share"].measure(context.tables)["value"].iloc[0]
    keys = METRICS["key_share"].measure(context.tables)["value"].iloc[0]
    assert (round(top, 2), round(keys, 2)) == (0.34, 0.44)
    assert base_of(context, False).named[0].revenue / base_of(context, False).whole == pytest.approx(top)


def test_twelve_months_end_with_the_day_itself() -> None:
    day = pd.Timestamp("2024-02-29").date()
    assert str(twelve_months(day).start) == "2023-03-01"
    assert str(twelve_months(pd.Timestamp("2026-03-05").date()).start) == "2025-03-06"


def regular(name: str, first: str, gap: int, times: int) -> pd.DataFrame:
    days = pd.date_range(first, periods=times, freq=f"{gap}D").strftime("%Y-%m-%d")
    return pd.DataFrame({"client": name, "ordered_on": days, "amount": 10.0})


def test_who_bought_again_is_told_of_everybody_and_of_those_who_had_time() -> None:
    orders = pd.DataFrame(
        [
            {"client": "Old", "ordered_on": "2025-01-10"},
            {"client": "Old", "ordered_on": "2026-03-10"},
            {"client": "Once", "ordered_on": "2025-06-01"},
            {"client": "Same day", "ordered_on": "2026-02-01"},
            {"client": "Same day", "ordered_on": "2026-02-01"},
            {"client": "Sent back", "ordered_on": "2026-03-01"},
            {"client": "Sent back", "ordered_on": "2026-03-05", "is_return": True},
            {"client": None, "ordered_on": "2026-03-06"},
        ]
    ).assign(amount=10.0)
    context = context_of({"orders": orders})
    panel = repeat_panel(context)
    assert panel.title == "1 of 4 of the clients who bought have bought again"
    assert isinstance(panel.picture, Bars)
    assert [(bar.text.split(" [")[0], bar.aside) for bar in panel.picture.bars] == [
        ("1 of 4", "4 clients"),
        ("1 of 2", "2 clients"),
        ("1 of 1", "1 client"),
    ]
    assert [set(rows_behind(bar.drill, context)["client"]) for bar in panel.picture.bars] == [{"Old"}] * 3


def test_a_client_is_asleep_by_its_own_rhythm() -> None:
    orders = pd.concat(
        [
            regular("Weekly", "2026-01-01", 7, 10),
            regular("Quarterly", "2025-01-01", 90, 6),
            regular("Steady", "2026-01-01", 30, 6),
        ],
        ignore_index=True,
    )
    orders["order_id"] = orders.index.astype(str)
    contacts = pd.DataFrame({"client": ["Weekly"], "held_at": ["2026-04-02 10:00"], "kind": ["call"]})
    panel = list_panel(context_of({"orders": orders, "contacts": contacts}))
    assert isinstance(panel.picture, Listing)
    # On 31 May Weekly has been silent for 87 days, Quarterly for 60.
    assert [row.cells[0] for row in panel.picture.rows] == ["Weekly"]
    assert panel.picture.rows[0].cells[3] == "2 Apr 2026"
    assert panel.picture.rows[0].cells[2] == "rhythm 7 days, silent 87 (limit 9)"
    assert panel.title == "Clients asleep: 1 of 3 = 33%; in the year before, they bought for 100"


def test_too_few_repeat_orders_judge_nobody() -> None:
    panels = [panel for panel in sleeping(firm({"Alfa": 10, "Beta": 20})) if panel.key != "sleeping.repeat"]
    assert len(panels) > 4
    assert all(isinstance(panel.picture, Empty) for panel in panels)
    assert "too few repeat orders" in panels[0].picture.why  # type: ignore[union-attr]


def test_the_list_and_the_number_tell_the_same(of_demo: Callable[..., Context]) -> None:
    for where in ({}, {"manager": ("Ellen Hughes",)}, {"segment": ("Construction",)}):
        context = of_demo(period=Period.month("2026-07"), **where)
        asleep = METRICS["sleeping_clients"].measure(of_demo(**where).tables, filters=of_demo(**where).filters)
        panels = {panel.key: panel for panel in sleeping(context)}
        listed = panels["sleeping.list"].picture
        if isinstance(listed, Empty):
            assert asleep["n"].iloc[0] == 0
            continue
        assert isinstance(listed, Listing)
        assert len(listed.rows) == asleep["k"].iloc[0]
        late = panels["sleeping.late"].picture
        assert isinstance(late, Listing)
        assert not {row.cells[0] for row in listed.rows} & {row.cells[0] for row in late.rows}
        for row in listed.rows[:5]:
            assert set(rows_behind(row.drill, context)["client"]) == {row.cells[0]}


def test_who_came_back_with_a_contact_and_without(of_demo: Callable[..., Context]) -> None:
    panel = next(panel for panel in sleeping(of_demo()) if panel.key == "sleeping.back")
    assert isinstance(panel.picture, Forest)
    assert [(dot.share.k, dot.share.n) for dot in panel.picture.dots] == [(11, 50), (3, 5)]
    assert "cannot be told yet: 14 of 55" in panel.title


def test_a_second_opinion_needs_many_clients_some_of_whom_leave(of_demo: Callable[..., Context]) -> None:
    # The demo company's orders are more regular than chance, so the model finds that nobody ever leaves.
    panel = second_panel(of_demo())
    assert isinstance(panel.picture, Empty)
    assert "sees no client leave" in panel.picture.why
    few = second_panel(of_demo(manager=("Ellen Hughes",)))
    assert isinstance(few.picture, Empty)
    assert few.picture.why == "A second opinion takes 300 clients with orders, and there are 67"


def test_a_second_opinion_parts_the_sleeping_clients() -> None:
    rng = np.random.default_rng(3)
    orders = []
    for number in range(360):
        day = float(rng.integers(0, 200))
        while day < 400:
            orders.append((f"Client {number}", pd.Timestamp("2025-01-01") + pd.Timedelta(days=int(day)), 1.0))
            if rng.random() < 0.3:
                break
            day += 1 + rng.exponential(25)
    frame = pd.DataFrame(orders, columns=["client", "ordered_on", "amount"])
    frame["order_id"] = frame.index.astype(str)
    context = context_of({"orders": frame})
    panel = second_panel(context)
    assert isinstance(panel.picture, Bars)
    asleep = METRICS["sleeping_clients"].measure(context.tables)["k"].iloc[0]
    assert sum(bar.value for bar in panel.picture.bars) == asleep
    assert panel.picture.bars[0].label == "Rather gone (under 50%)"
    assert panel.picture.bars[0].value > 20
    for bar in panel.picture.bars:
        assert len(rows_behind(bar.drill, context)) == bar.value
