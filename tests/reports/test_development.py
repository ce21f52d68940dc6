"""Client development, on seven clients whose two years can be added up by hand and on the invented company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from sales_metrics.model.panel import Bars, Bridge, Forest, Listing, Trend, Verdict
from sales_metrics.model.period import Period
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.development_bridge import bridge_panel
from sales_metrics.reports.development_figures import figures_panel, order_value_panel, wallet_of
from sales_metrics.reports.development_goals import goals_panel
from sales_metrics.reports.development_growth import growth_panel
from sales_metrics.reports.development_offers import groups_lacking, offers_panel
from sales_metrics.reports.development_table import reading_of, table_panel
from sales_metrics.reports.development_trend import trend_panel

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
        "Before": 490,
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


def test_the_share_of_wallet_is_one_ratio_of_sums() -> None:
    clients = pd.DataFrame({"now": [90.0, 10.0, 50.0, 700.0], "potential": [100.0, 1000.0, 60.0, None]})
    share, known = wallet_of(clients, 365)
    assert (round(share, 4), known) == (0.1293, 3)


def test_the_figures_of_a_client_base(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    figures, cheques = figures_panel(context).picture, order_value_panel(context).picture
    assert isinstance(figures, Listing)
    assert isinstance(cheques, Bars)
    orders = context.tables.fetch(context.tables["orders"])
    kept = orders[(orders["status"] != "cancelled") & ~orders["is_return"].fillna(False).astype(bool)]
    half = kept[pd.to_datetime(kept["ordered_on"]).between("2026-05-21", "2026-11-20")]
    clients = half["client"].nunique()
    assert figures.rows[0].cells[1].startswith(f"{clients} (")
    assert figures.rows[0].cells[2].startswith(f"{len(half) / clients:.1f} (")
    for bar in cheques.bars[:3]:
        behind = rows_behind(bar.drill, context)
        assert len(behind) == int(bar.aside.split()[0])
        assert behind["_total"].mean() == pytest.approx(bar.value)


def test_a_group_is_suggested_to_those_who_lack_what_others_buy() -> None:
    names = [f"c{at:02}" for at in range(12)]
    clients = pd.DataFrame({"client": names, "manager": "M", "segment": "s", "size": "small"})
    rows = [(name, "pipes", 10.0) for name in names] + [(name, "pumps", 5.0) for name in names[:5]]
    rows.append(("c00", "tools", 1.0))
    bought = pd.DataFrame(rows, columns=["client", "product_group", "total"])
    found = groups_lacking(bought, clients, 0.4)
    assert list(found["client"]) == names[5:]
    assert set(zip(found["product_group"], found["k"], found["n"], found["usual"], strict=True)) == {
        ("pumps", 5, 11, 5.0)
    }
    assert groups_lacking(bought, clients.head(10), 0.4).empty


def test_the_reason_of_a_suggestion_can_be_looked_up(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    panel = offers_panel(context)
    assert isinstance(panel.picture, Listing)
    branch = next(row for row in panel.picture.rows if row.cells[2] == "a first order")
    for row in (panel.picture.rows[0], branch):
        behind = rows_behind(row.drill, context)
        assert row.cells[0] not in set(behind["client"])
        buyers = behind["client"].nunique()
        assert f"{buyers} of " in row.cells[4]


def test_goals_are_read_by_their_names_and_shown_with_their_progress() -> None:
    context = seven_clients()
    frames = {name: context.tables.fetch(context.tables[name]) for name in ("orders", "clients")}
    frames["clients"]["segment"] = "retail"
    frames["targets"] = pd.DataFrame(
        {
            "metric": ["nrr", "Заказов на клиента", "Share who bought more", "Colour of the sky"],
            "segment": ["retail", None, "retail", None],
            "value": [80.0, 2.0, 0.5, 1.0],
        }
    )
    frames = {name: frame[[one for one in frame if not str(one).startswith("_")]] for name, frame in frames.items()}
    again = context_of(frames, period=Period.month("2026-03"))
    panel = goals_panel(again)
    assert isinstance(panel.picture, Listing)
    assert panel.title == "Goals reached: 1 of 3 = 33%"
    assert [row.cells[3:] for row in panel.picture.rows] == [
        ("84%", "80%", "105%"),
        ("1.2", "2.0", "58%"),
        ("20%", "50%", "40%"),
    ]
    assert "not understood: 1" in panel.foot
    assert rows_behind(panel.picture.rows[0].drill, again)["client"].nunique() == 7


def test_a_goal_of_satisfaction_is_reached_only_when_the_unasked_cannot_undo_it() -> None:
    orders = pd.DataFrame({"order_id": [str(n) for n in range(20)], "client": [f"Client {n}" for n in range(20)]})
    orders = orders.assign(ordered_on="2026-03-02", completed_on="2026-03-10", amount=10.0)
    orders.loc[10:, ["ordered_on", "completed_on"]] = "2025-03-02", "2025-03-10"
    surveys = pd.DataFrame({"order_id": [str(n) for n in range(8)], "rating": [5] * 7 + [2]}).assign(
        surveyed_on="2026-03-10"
    )
    clients = pd.DataFrame({"client": orders["client"], "segment": ["retail", "trade"] * 10})
    goals = pd.DataFrame({"metric": "satisfied clients", "segment": [None, None, "retail"], "value": [70, 71, 80]})
    tables = {"orders": orders, "surveys": surveys, "clients": clients, "targets": goals}
    context = context_of(tables, period=Period.month("2026-03"))
    panel = goals_panel(context)
    assert isinstance(panel.picture, Listing)
    # Of ten orders 7 were rated well and 2 not at all: 70 to 90 %. Retail: 4 of 5, one not asked.
    assert [row.cells[3:] for row in panel.picture.rows] == [
        ("88% (70–90%)", "70%", "125%"),
        ("88% (70–90%)", "71%", "123%"),
        ("100% (80–100%)", "80%", "125%"),
    ]
    assert panel.title == "Goals reached: 2 of 3 = 67%"
    assert [len(rows_behind(row.drill, context)) for row in panel.picture.rows] == [8, 8, 4]


@pytest.mark.parametrize(("told", "rows"), [((), 1), (("region",), 3), (("region", "manager"), 3)])
def test_a_file_without_managers_is_divided_by_what_it_tells_or_not_at_all(
    told: tuple[str, ...], rows: int
) -> None:
    orders = pd.DataFrame({"client": [f"Client {n % 20}" for n in range(40)], "amount": 10.0})
    orders["ordered_on"] = ["2025-03-02"] * 20 + ["2026-03-05"] * 20
    orders.loc[20:22, "amount"] = 50.0
    for name in told:
        orders[name] = [f"{name} {n % 2}" for n in range(40)]
    context = context_of({"orders": orders}, period=Period.month("2026-03"))
    for panel in (growth_panel(context), table_panel(context), figures_panel(context)):
        picture = panel.picture
        assert isinstance(picture, Forest | Listing)
        assert len(picture.dots if isinstance(picture, Forest) else picture.rows) == rows
    assert [pick.chosen for pick in growth_panel(context).choices] == (
        ["manager" if len(told) > 1 else "region"] if told else []
    )
    if not told:
        assert growth_panel(context).title == "3 of 20 = 15% of the clients raised their purchases"


def test_data_of_a_few_months_are_halved_in_whole_weeks() -> None:
    # 31 days from 1 to 31 March: two weeks and two weeks, the first three days are left over.
    orders = [("Left over", "2026-03-03", 9), ("Alfa", "2026-03-04", 100), ("Beta", "2026-03-17", 100)]
    orders += [("Alfa", "2026-03-18", 106), ("Beta", "2026-03-31", 104), ("Gamma", "2026-03-30", 50)]
    frame = pd.DataFrame(orders, columns=["client", "ordered_on", "amount"])
    frame["order_id"] = [str(n) for n in range(len(frame))]
    context = context_of({"orders": frame})
    panel = bridge_panel(context)
    assert panel.subtitle == "Revenue, by order date: 18 Mar – 31 Mar 2026 against 4 Mar – 17 Mar 2026"
    assert amounts_of(panel.picture, context) == {
        "Before": (200, 200),
        "New or returned": (50, 50),
        "Bought more": (10, 10),
        "Now": (260, 260),
    }
    grown = growth_panel(context)
    assert "1 of 2" in grown.title
    assert "whole weeks" in grown.foot
    assert isinstance(grown.picture, Forest)
    assert set(rows_behind(grown.picture.dots[0].drill, context)["client"]) == {"Alfa", "Beta"}


def test_a_figure_is_followed_from_quarter_to_quarter(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    orders = context.tables.fetch(context.tables["orders"])
    orders = orders[(orders["status"] != "cancelled") & ~orders["is_return"].fillna(False).astype(bool)]
    quarters = pd.to_datetime(orders["ordered_on"]).dt.to_period("Q")
    per = orders.groupby(quarters)["client"].agg(["size", "nunique"]).tail(7)
    panel = trend_panel(context)
    assert isinstance(panel.picture, Trend)
    assert [point.value for point in panel.picture.points] == pytest.approx((per["size"] / per["nunique"]).tolist())
    assert [point.unfinished for point in panel.picture.points] == [False] * 6 + [True]
    last = panel.picture.points[-2]
    assert rows_behind(last.drill, context)["client"].nunique() == per["nunique"].iloc[-2]
    for figure in ("revenue", "groups", "grown", "satisfied"):
        other = trend_panel(replace(context, choices={"development.figure": figure}))
        assert isinstance(other.picture, Trend)
        for point in other.picture.points:
            assert point.value is not None
            assert point.low is None or point.low <= point.value
            assert point.high is None or point.value <= point.high
        assert (other.picture.target == 0.9) == (figure == "satisfied")


def test_growth_of_a_quarter_is_of_the_clients_of_the_same_quarter_a_year_before() -> None:
    orders = pd.DataFrame(
        [
            ("Alfa", "2025-01-02", 100), ("Beta", "2025-02-20", 100), ("Alfa", "2026-03-01", 120),
            ("Gamma", "2026-02-01", 50), ("Beta", "2026-04-05", 900), ("Old", "2024-12-31", 5),
        ],
        columns=["client", "ordered_on", "amount"],
    )  # fmt: skip
    context = replace(context_of({"orders": orders}), choices={"development.figure": "grown"})
    panel = trend_panel(context)
    assert isinstance(panel.picture, Trend)
    (point,) = panel.picture.points
    assert (point.value, point.under) == (0.5, "2")
    assert set(rows_behind(point.drill, context)["client"]) == {"Alfa", "Beta"}
