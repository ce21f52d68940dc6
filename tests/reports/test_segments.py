"""Client segments: firms whose segments can be told by hand, and what a director can open on the page."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from sales_metrics.model.panel import Cell, Empty, HeatMap, Listing, Lorenz, Panel
from sales_metrics.model.period import Period
from sales_metrics.reports import rfm_words
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.client_classes import classes_panel
from sales_metrics.reports.context import Context
from sales_metrics.reports.rfm import GROUPS, grouped, recency_panel, scored
from sales_metrics.reports.rfm_moves import fallen_panel, moves_panel
from sales_metrics.reports.segments import segments
from sales_metrics.reports.segments_curve import few_panel
from sales_metrics.reports.segments_even import even_panel, whole_months
from sales_metrics.text.numbers import money

from .conftest import context_of

Orders = Sequence[tuple[str | None, str | None, float]]


def firm(orders: Orders, period: Period | None = None, **more: pd.DataFrame) -> Context:
    """Return a firm with these orders: client, day, amount; an amount below zero is a return."""
    frame = pd.DataFrame(orders, columns=["client", "ordered_on", "amount"])
    frame.insert(0, "order_id", [str(at) for at in range(len(frame))])
    frame["is_return"] = frame["amount"] < 0
    return context_of({"orders": frame, **more}, period=period)


def heat(panel: Panel) -> HeatMap:
    assert isinstance(panel.picture, HeatMap), panel.picture
    return panel.picture


def counts(panel: Panel) -> dict[str, list[str]]:
    return {row.label: [cell.text or f"{cell.share.k:.0f}" for cell in row.cells] for row in heat(panel).rows}


def monthly(client: str, amounts: Sequence[float], first: str = "2025-01-01") -> Orders:
    days = pd.date_range(first, periods=len(amounts), freq="MS") + pd.Timedelta(days=14)
    pairs = zip(days.strftime("%Y-%m-%d"), amounts, strict=True)
    return [(client, on, amount) for on, amount in pairs if amount]


def test_equal_clients_lie_on_the_diagonal() -> None:
    panel = few_panel(firm([(f"Client {at}", "2026-03-10", 1.0) for at in range(10)]))
    assert panel.title == "A fifth of the clients (2 of 10) bring 20% of revenue"
    assert isinstance(panel.picture, Lorenz)
    assert all(across == pytest.approx(up) for across, up in panel.picture.curve)
    assert "The Gini index, 0.00" in panel.foot
    assert "80% of revenue takes 8 of 10 = 80%" in panel.foot


def test_the_curve_leaves_out_orders_that_name_nobody_and_says_so() -> None:
    panel = few_panel(
        firm([("Alfa", "2026-03-10", 60.0), ("Beta", "2026-03-10", 20.0), (None, "2026-03-10", 20.0)])
    )
    assert isinstance(panel.picture, Lorenz)
    assert panel.picture.curve == ((0, 0), (0.5, 0.75), (1, 1))
    assert [(one.at, one.share, one.accent) for one in panel.picture.portions] == [(0.5, 0.75, True)]
    assert "name no client, 20% of revenue" in panel.foot


def test_clients_move_between_classes() -> None:
    now = [("Alfa", "2026-03-10", 85.0), ("Beta", "2026-03-10", 12.0), ("Gamma", "2026-03-10", 3.0)]
    was = [("Beta", "2025-03-01", 90.0), ("Alfa", "2025-03-01", 9.0), ("Delta", "2025-03-01", 1.0)]
    panel = classes_panel(firm([*now, *was]))
    assert panel.title == "Class A: 1 client, 85% of revenue; on 10 Mar 2025 0 of them were in it"
    assert counts(panel) == {
        "Class A": ["0", "1", "0", "0"],
        "Class B": ["1", "0", "0", "0"],
        "Class C": ["0", "0", "0", "1"],
        "Bought nothing": ["0", "0", "1", "0"],
    }
    assert "The data begin on 1 Mar 2025" in panel.foot
    alone = classes_panel(firm(now))
    assert alone.title == "Class A: 1 client, 85% of revenue"
    for short in (alone, few_panel(firm(now))):
        assert "The data begin on 10 Mar 2026 and hold no 12 months yet" in short.foot
    assert counts(alone) == {"Class A": ["1"], "Class B": ["1"], "Class C": ["1"]}


def test_moves_may_be_seen_against_the_start_of_the_period() -> None:
    orders = [("Alfa", "2025-12-10", 90.0), ("Beta", "2025-12-10", 10.0), ("Beta", "2026-03-10", 990.0)]
    context = firm(orders, Period.month("2026-03"))
    asked = classes_panel(context)
    assert [code for code, _ in asked.choices[0].options] == ["year", "start"]  # type: ignore[union-attr]
    panel = classes_panel(replace(context, choices={"segments.against": "start"}))
    assert counts(panel)["Class A"] == ["0", "1", "0", "0"]
    assert "on 28 Feb 2026" in panel.title
    assert "up to the start of the period" in panel.foot


def evenness_firm() -> Context:
    orders = [
        *monthly("Steady", [100, 110, 90, 100, 100, 100] * 2),
        *monthly("Wavy", [50, 65, 35, 50, 60, 40] * 2),
        *monthly("Wild", [10, 20, 5, 10, 18, 6] * 2),
        *monthly("Rare", [0, 0, 30, 0, 0, 30] * 2),
        *monthly("Fresh", [0] * 6 + [5] * 6),
    ]
    # Rare had bought before these twelve months, Fresh had not; the last day closes the month.
    return firm([("Rare", "2024-12-03", 1.0), *orders, ("Steady", "2025-12-31", 0.0)])


def test_who_buys_evenly() -> None:
    panel = even_panel(evenness_firm())
    assert heat(panel).columns == ("X: up to 10%", "Y: up to 25%", "Z: over 25%", "I: with gaps", "new")
    assert counts(panel) == {
        "Class A": ["1", "1", "0", "0", "0"],
        "Class B": ["0", "0", "1", "1", "0"],
        "Class C": ["0", "0", "0", "0", "1"],
    }
    assert panel.title == "In class A, 2 of 2 with 12 months behind them buy evenly (X or Y)"
    # One order a month is far from sixteen, even for those whose sums are alike.
    assert "4 of 4 = 100% of clients" in panel.advice[0]
    assert [said[:6] for said in panel.advice[2:]] == ["AX, AY", "BZ, BI"]


def test_the_bounds_of_evenness_are_rules() -> None:
    context = evenness_firm()
    orders = context.tables.fetch(context.tables["orders"]).filter(["order_id", "client", "ordered_on", "amount"])
    rules = pd.DataFrame({"rule": ["xyz_y"], "setting": [0.2]})
    panel = even_panel(context_of({"orders": orders, "rules": rules}))
    assert heat(panel).columns[1] == "Y: up to 20%"
    assert counts(panel)["Class A"] == ["1", "0", "1", "0", "0"]
    assert "fewer than 25 orders a month" in panel.advice[0]


def test_too_few_months_are_counted_and_not_judged() -> None:
    panel = even_panel(firm([("Alfa", "2010-12-01", 5.0), ("Beta", "2011-02-28", 5.0)]))
    assert isinstance(panel.picture, Empty)
    assert panel.picture.why == "XYZ takes 12 whole months of orders, and the data hold 3 months"


@pytest.mark.parametrize(
    ("first", "today", "months"),
    [
        ("2010-12-01", "2011-02-28", 3),
        ("2010-12-08", "2011-02-28", 2),
        ("2010-12-07", "2011-02-27", 2),
        ("2011-02-10", "2011-02-20", 0),
        ("2010-02-01", "2011-01-31", 12),
    ],
)
def test_only_whole_months_count(first: str, today: str, months: int) -> None:
    assert len(whole_months(date.fromisoformat(first), date.fromisoformat(today))) == months
    assert whole_months(None, date.fromisoformat(today)) == []


def test_the_scores_said_of_a_group_are_those_of_its_clients() -> None:
    def fits(name: str, own: dict[str, int]) -> bool:
        said = [part.split(" ") for part in rfm_words.SCORES[name].en.split(", ") if part != "not best"]
        return all(int(span[0]) <= own[letter] <= int(span[-1]) for letter, span in said)

    every = pd.DataFrame(list(itertools.product(range(1, 6), repeat=3)), columns=["r", "f", "m"])
    for (r, f, m), group in zip(every.itertuples(index=False), grouped(every), strict=True):
        fitting = [name for name in GROUPS if fits(name, {"R": r, "F": f, "M": m})]
        assert fitting == [group] or (fitting, group) == (["best", "large"], "best")


def test_clients_alike_share_their_scores() -> None:
    orders = [(f"Once {at}", "2026-03-01", 10.0) for at in range(70)]
    orders += [(f"Twice {at}", on, 10.0) for at in range(30) for on in ("2026-03-01", "2026-03-10")]
    panel = recency_panel(firm(orders))
    assert counts(panel) == {"R5: 0 d": ["0", "30"], "R2: 9 d": ["70", "0"]}
    assert heat(panel).columns == ("F2: 1", "F5: 2")
    assert panel.title == "Ordering lately and often (R and F from 4): 30 clients, 46% of revenue"


def test_a_return_is_no_order_and_takes_its_money_off() -> None:
    orders = [("Alfa", "2026-03-01", 100.0), ("Alfa", "2026-03-20", -40.0), ("Beta", "2026-03-05", 30.0)]
    orders += [("Gone", "2026-03-01", 10.0), ("Gone", "2026-03-02", -10.0), ("Beta", "2026-03-31", 30.0)]
    found = scored(firm(orders), Period(date(2025, 4, 1), date(2026, 3, 31)))
    rows = found[["client", "revenue", "orders", "days"]].to_numpy().tolist()
    assert rows == [["Alfa", 60.0, 1, 30], ["Beta", 60.0, 2, 0]]


def fallen_firm(**more: pd.DataFrame) -> Context:
    """Return ten small clients, and Alfa and Beta who a year ago were far above them; Alfa is gone, Beta is not.

    One order of Alfa has no date.
    """
    small = [(f"Client {at}", on, 1.0) for at in range(10) for on in ("2025-02-01", "2026-01-10")]
    large = [(name, f"2025-03-{on:02}", 100.0) for name in ("Alfa", "Beta") for on in (3, 10)]
    again = [("Beta", f"2026-03-{on:02}", 100.0) for on in (3, 10)]
    undated = ("Alfa", None, 7.0)
    return firm([("Client 0", "2024-03-11", 1.0), *small, *large, *again, undated], None, **more)


def test_who_fell_out_of_the_best() -> None:
    orders_only = fallen_panel(fallen_firm())
    assert orders_only.title == "1 of 2 fell out of the best: they brought 200, and now 0"
    clients = pd.DataFrame({"client": ["Alfa"], "manager": ["Ivanova"]})
    panel = fallen_panel(fallen_firm(clients=clients))
    assert isinstance(panel.picture, Listing)
    assert [row.cells for row in panel.picture.rows] == [
        ("Alfa", "Ivanova", "Bought nothing", "200", "0", "10 Mar 2025")
    ]
    moves = moves_panel(fallen_firm())
    assert moves.title == "Best on 10 Mar 2025: 2; still among the best: 1"
    assert counts(moves)["Best"][0] == "1"
    assert counts(moves)["Bought nothing"][0] == "1"


def test_sums_of_unlike_stretches_are_not_set_against_one_another() -> None:
    context = fallen_firm()
    orders = context.tables.fetch(context.tables["orders"])
    orders = orders[orders["order_id"] != "0"].filter(["order_id", "client", "ordered_on", "amount"])
    panel = fallen_panel(context_of({"orders": orders}))
    assert panel.title == "1 of 2 fell out of the best"
    assert isinstance(panel.picture, Listing)
    assert panel.picture.columns[3].title == "Brought from 1 Feb 2025"
    assert "The data begin on 1 Feb 2025" in panel.foot


def test_without_a_year_before_there_is_nothing_to_compare() -> None:
    for panel in (moves_panel(evenness_firm()), fallen_panel(evenness_firm())):
        assert not isinstance(panel.picture, Empty)
    for panel in (
        moves_panel(firm([("Alfa", "2026-03-10", 1.0)])),
        fallen_panel(firm([("Alfa", "2026-03-10", 1.0)])),
    ):
        assert isinstance(panel.picture, Empty)
        assert "no orders of the 12 months up to 10 Mar 2025" in panel.picture.why


def cells_of(panel: Panel) -> list[Cell]:
    return [cell for row in heat(panel).rows for cell in row.cells]


@pytest.mark.parametrize("where", [{}, {"manager": ("Ellen Hughes",)}, {"channel": ("Referral",)}])
def test_marks_open_as_many_clients_as_they_say(
    where: dict[str, tuple[str, ...]], of_demo: Callable[..., Context]
) -> None:
    context = of_demo(period=Period.month("2026-07"), **where)
    panels = {panel.key: panel for panel in segments(context)}
    assert not [key for key, panel in panels.items() if isinstance(panel.picture, Empty)]
    few = panels["segments.few"].picture
    assert isinstance(few, Lorenz)
    everyone = len(scored(context, Period(date(2025, 11, 21), date(2026, 11, 20))))
    for one in few.portions:
        assert rows_behind(one.drill, context)["client"].nunique() == round(one.at * everyone)
    for key in ("segments.classes", "segments.moves"):
        for cell in cells_of(panels[key])[::3]:
            assert rows_behind(cell.drill, context)["client"].nunique() == cell.share.k
    for key in ("segments.even", "segments.recency"):
        assert sum(int(cell.text) for cell in cells_of(panels[key])) == everyone
        for cell in cells_of(panels[key])[::2]:
            rows = rows_behind(cell.drill, context)
            assert rows["client"].nunique() == int(cell.text)
            assert rows["_total"].sum() == pytest.approx(cell.share.k)
    groups = panels["segments.groups"].picture
    assert isinstance(groups, Listing)
    for row in groups.rows:
        rows = rows_behind(row.drill, context)
        assert rows["client"].nunique() == int(row.cells[2].split(" of ")[0])
        assert money(rows["_total"].sum(), "en", context.currency) == row.cells[3]
    fallen = panels["segments.fallen"].picture
    assert isinstance(fallen, Listing)
    for row in fallen.rows[:3]:
        assert set(rows_behind(row.drill, context)["client"]) == {row.cells[0]}
