"""Development plans: what they brought, why actions are late, control figures by date, the four sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from sales_metrics.demo import frames
from sales_metrics.metrics import METRICS
from sales_metrics.metrics.filters import Filters
from sales_metrics.model.panel import Bars, Drill, Empty, Listing, ListRow, Panel, Verdict
from sales_metrics.model.period import Period
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.plan_bought import changes
from sales_metrics.reports.plan_control import _named, control_panel
from sales_metrics.reports.plan_followed import followed_panel
from sales_metrics.reports.plan_points import points_panel, sides_panel
from sales_metrics.reports.plan_reasons import reasons_panel
from sales_metrics.reports.plan_results import results_panel
from sales_metrics.reports.plans import board_panel

from .conftest import context_of

LAST = {"deal_id": "9", "client": "Omega", "outcome": "lost", "created_on": "2026-11-30"}


def listed(panel: Panel) -> tuple[ListRow, ...]:
    assert isinstance(panel.picture, Listing), panel.title
    assert {len(row.cells) for row in panel.picture.rows} == {len(panel.picture.columns)}
    return panel.picture.rows


def order(number: int, client: str, on: str, amount: float, group: str = "pipes") -> dict[str, Any]:
    return {
        "order_id": f"{number:04}", "client": client, "ordered_on": on, "amount": amount, "product_group": group
    }  # fmt: skip


def company(many: int, gain: float, *, others: int = 12, size: Sequence[str] = ("large",)) -> Context:
    """Return a company in which `many` clients have a plan and buy for `gain` more after it than before."""
    rng = np.random.default_rng(4)
    orders: list[dict[str, Any]] = []
    actions: list[dict[str, Any]] = []
    clients: list[dict[str, Any]] = []
    for at in range(many + others):
        client = f"Client {at:02}"
        clients.append({"client": client, "size": size[at % len(size)]})
        orders.append(order(len(orders), client, "2025-12-01", 50.0))
        more = gain if at < many else 0.0
        for on, add in (("2026-03-01", 0.0), ("2026-06-01", more)):
            orders.append(order(len(orders), client, on, 1000.0 + float(rng.integers(-40, 40)) + add))
        if at < many:
            on = f"2026-05-{1 + at:02}"
            actions.append({"client": client, "action": "meet", "owner": "Ann", "due_on": on, "done_on": on})
    tables = {"orders": orders, "development_actions": actions, "clients": clients, "deals": [LAST]}
    return context_of({name: pd.DataFrame(rows) for name, rows in tables.items()})


def test_what_plans_brought_is_told_apart_from_what_came_anyway() -> None:
    panel = results_panel(company(8, 500.0))
    first, second, third, *_ = listed(panel)
    assert panel.title.endswith("gained more than those without a plan: revenue per client")
    assert (first.verdict, second.verdict, third.verdict) == (Verdict.BETTER, Verdict.NONE, Verdict.SAME)
    assert first.cells[0:2] == ("Revenue per client", "with a plan")
    assert third.cells[2:4] == ("1.0", "1.0")
    assert results_panel(company(8, -500.0)).title.startswith("After a finished action clients lost")
    assert "about as those without" in results_panel(company(8, 0.0)).title


def test_one_client_proves_nothing_and_nobody_beside_it_nothing_at_all() -> None:
    one = results_panel(company(1, 5000.0))
    assert one.title == "Too few clients with a plan (1) to prove anything"
    assert listed(one)[0].verdict is Verdict.CANNOT_TELL
    lonely = results_panel(company(3, 0.0, others=0))
    assert isinstance(lonely.picture, Empty)
    assert lonely.picture.why.startswith("There is nobody to compare with")
    assert "3 with nobody of their kind" in lonely.picture.would_show


def test_a_figure_that_no_file_tells_is_left_out() -> None:
    known = company(6, 0.0)
    columns = {
        "orders": ["order_id", "client", "ordered_on", "amount"],
        "development_actions": ["client", "action", "owner", "due_on", "done_on"],
        "deals": ["deal_id", "client", "outcome", "created_on"],
    }
    tables = {name: known.tables.fetch(known.tables[name])[kept] for name, kept in columns.items()}
    bare = context_of(tables)
    assert list(changes(bare)) == ["revenue", "orders"]
    assert "all together" in results_panel(bare).foot


def test_a_client_of_another_kind_is_no_comparison() -> None:
    apart = company(4, 0.0, others=4, size=("large", "small", "small", "small"))
    found = changes(apart)["revenue"]
    assert (found.chosen, found.compared, found.alone) == (4, 4, 0)
    assert found.kinds == ("large", "small")


def test_whose_days_are_not_over_is_counted_apart(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    panel = followed_panel(context)
    standing = METRICS["clients_compared"].measure(context.tables).set_index("standing")["n"]
    rows = listed(panel)
    assert len(rows) == standing["1 with a plan"] + standing["3 too early"]
    early = [row for row in rows if row.drill.metric == "clients_compared"]
    assert len(early) == standing["3 too early"] > 0
    assert all(row.cells[1].startswith("until ") for row in early)
    assert f"{standing['3 too early']} whose days after the action are not over" in results_panel(context).advice[1]


def test_the_orders_behind_a_mean_recount_it(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    rows = listed(results_panel(context))
    for at, (figure, found) in enumerate(changes(context).items()):
        part = "_orders" if figure == "orders" else "_total"
        with_plan = rows_behind(rows[2 * at].drill, context)
        after = with_plan["_stretch"].str.endswith("after")
        assert with_plan.loc[~after, part].sum() / found.chosen == pytest.approx(found.before)
        assert with_plan.loc[after, part].sum() / found.chosen == pytest.approx(found.before + found.own)
        without = rows_behind(rows[2 * at + 1].drill, context)
        known = context.tables.fetch(context.tables["clients_round_actions"])
        with_kind = without.merge(known[["client", "kind"]], on="client")
        assert len(with_kind) == len(without)
        many = known.groupby(["kind", "standing"]).size().unstack()
        weight = many["1 with a plan"] / many["1 with a plan"].sum() / many["2 without a plan"]
        early = with_kind[with_kind["_stretch"].str.endswith("before")]
        before = (early.groupby("kind")[part].sum() * weight).sum()
        assert before == pytest.approx(found.others_before)


def test_what_plans_brought_is_of_the_whole_company(of_demo: Callable[..., Context]) -> None:
    whole = results_panel(of_demo())
    assert results_panel(of_demo(manager=("Sarah Bell",), period=Period.month("2026-07"))) == whole


def test_every_client_opens_into_its_orders(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    for row in listed(followed_panel(context))[::4]:
        if row.drill.metric == "bought_round_actions":
            rows = rows_behind(row.drill, context)
            assert set(rows["client"]) <= {row.cells[0]}
            after = rows["_stretch"].str.endswith("after")
            before, then = (rows.loc[side, "_orders"].sum() for side in (~after, after))
            assert row.cells[4] == f"{before:.0f} → {then:.0f}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_control_figure_is_the_number_of_the_other_pages(
    language: Language, of_demo: Callable[..., Context]
) -> None:
    context = of_demo("en")
    panel = control_panel(replace(context, language=language))
    rows = listed(panel)
    assert len(rows) == 12
    day = Period(pd.Timestamp("2026-01-01").date(), pd.Timestamp("2026-06-30").date())
    north = METRICS["revenue"].measure(context.tables, filters=Filters(day, {"team": ("North",)}))["value"][0]
    (first,) = [row for row in rows if row.drill == Drill("revenue", {"team": ("North",)}, "n", day, True)]
    assert first.verdict is (Verdict.BETTER if north >= 3_300_000 else Verdict.WORSE)
    assert rows_behind(first.drill, context)["_total"].sum() == pytest.approx(north)
    ends = [row.drill.period.end for row in rows if row.drill.period and row.drill.metric != "control_figures_set"]
    assert all(end and end <= context.today for end in ends)
    # Whoever looks at one manager sees the figure of the whole team all the same.
    narrowed = replace(of_demo(manager=("Ellen Hughes",)), language=language)
    assert [row.cells for row in listed(control_panel(narrowed))] == [row.cells for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_measures_of_the_invented_company_are_understood(language: Language) -> None:
    measures = frames(language)["control_figures"]["measure"]
    unknown = {name for name in measures if name.casefold() not in _named()}
    assert len(unknown) == 1  # the dealers signed, which a person counts


def figures(*rows: dict[str, Any]) -> list[tuple[str, ...]]:
    orders = pd.DataFrame([order(1, "Alfa", "2026-02-01", 600.0), order(2, "Beta", "2026-05-01", 500.0)])
    clients = pd.DataFrame({"client": ["Alfa", "Beta"], "region": ["West / Cork", "East"]})
    tables = {"orders": orders, "clients": clients, "deals": pd.DataFrame([LAST])}
    panel = control_panel(context_of(tables | {"control_figures": pd.DataFrame(list(rows))}))
    return [row.cells[2:] for row in listed(panel)]


def test_the_fact_is_of_the_day_and_of_the_place() -> None:
    said = figures(
        {"measure": "REVENUE", "due_on": "2026-03-31", "target": 600},
        {"measure": "Выручка", "due_on": "2026-06-30", "target": 1000, "from_on": "2026-04-01"},
        {"measure": "revenue", "due_on": "2026-07-31", "target": 601, "region": "west"},
        {"measure": "revenue", "due_on": "2026-12-31", "target": 2200},
        {"measure": "revenue", "due_on": "2027-12-31", "target": 1},
    )
    assert said == [
        ("the company", "600", "600", "met: 100% of the figure"),
        ("the company", "1.00k", "0.50k", "not met: 50% of the figure"),
        ("west", "601", "600", "not met: 99.8% of the figure"),
        ("the company", "2.20k", "1.10k", "still to come: 50% of the figure"),
        ("the company", "1", "–", "still to come"),
    ]


def test_what_the_data_do_not_measure_goes_by_what_a_person_typed_in() -> None:
    said = figures(
        {"measure": "offices", "due_on": "2026-03-31", "target": 2, "fact": 3},
        {"measure": "offices", "due_on": "2026-06-30", "target": 2},
        {"measure": "win_rate", "due_on": "2026-06-30", "target": 40},
        {"measure": "survey_coverage", "due_on": "2026-07-31", "target": 40},
        {"measure": "revenue", "due_on": "2026-08-31", "target": 2, "team": "north"},
    )
    assert said == [
        ("the company", "2", "3 (typed in)", "met: 150% of the figure"),
        ("the company", "2", "–", "not measured here"),
        ("the company", "40", "–", "not measured here"),
        ("the company", "40", "–", "not measured here"),
        ("north", "2", "–", "not measured here"),
    ]


def test_the_sides_are_counted_and_the_points_without_an_action_named() -> None:
    points = pd.DataFrame(
        {
            "side": ["strength"] * 4 + ["risk", "weakness"],
            "point": ["a", "b", "c", "d", "the chief leaves", "one engineer"],
            "action": ["Meet", None, None, None, "write it down", "meet"],
        }
    )
    action = {"client": "Alfa", "action": "meet", "owner": "Ann", "due_on": "2026-03-01"}
    tables = {"plan_points": points, "development_actions": pd.DataFrame([action]), "deals": pd.DataFrame([LAST])}
    context = context_of(tables)
    sides = sides_panel(context)
    assert isinstance(sides.picture, Bars)
    assert [(bar.value, bar.accent) for bar in sides.picture.bars] == [(4, False), (1, True), (0, True), (1, True)]
    assert sides.title.endswith("fewer than 4 points for weaknesses, chances, risks")
    left = points_panel(context)
    assert [row.cells[1:3] for row in listed(left)] == [
        ("the chief leaves", "not in the plan: write it down"),
        *((point, "no action given") for point in "bcd"),
    ]
    assert left.title == "No action answers 4 of 6 points of the four sides"


def test_a_reason_is_counted_with_how_long_it_holds_things_up() -> None:
    base = {"client": "Alfa", "owner": "Ann", "status": "postponed"}
    actions = [
        base | {"action": "a", "due_on": "2026-11-20", "result": "no engineer"},
        base | {"action": "b", "due_on": "2026-12-20", "result": "no engineer"},
        base | {"action": "c", "due_on": "2026-11-10", "status": "planned"},
        base | {"action": "d", "due_on": "2026-11-10", "status": "done", "result": "fine"},
    ]
    panel = reasons_panel(context_of({"development_actions": pd.DataFrame(actions), "deals": pd.DataFrame([LAST])}))
    assert panel.title == "The reason most often given for late actions is “no engineer”: 2 of 3"
    assert [row.cells for row in listed(panel)] == [
        ("no engineer", "2", "5", "10"),
        ("no reason given", "1", "20", "20"),
    ]


def test_the_invented_company_tells_what_it_was_made_to_tell(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    found = changes(context)
    assert [one.low < 0 < one.high for one in found.values()] == [True] * 3
    assert (found["revenue"].chosen, found["revenue"].compared) == (20, 26)
    assert reasons_panel(context).title.endswith("“no engineer free”: 6 of 17")
    assert control_panel(context).title == "2 of 7 control figures were met by their day"
    assert points_panel(context).title == "No action answers 8 of 15 points of the four sides"


def test_the_board_shows_one_owner_what_is_overdue_first(of_demo: Callable[..., Context]) -> None:
    rows = listed(board_panel(of_demo(manager=("Sarah Bell",))))
    assert rows
    assert {row.cells[3] for row in rows} == {"Sarah Bell"}
    late = [row.verdict is Verdict.WORSE for row in rows]
    assert late == sorted(late, reverse=True)
    assert any(late)
