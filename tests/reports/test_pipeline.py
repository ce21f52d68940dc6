"""The pipeline page: bridges that add up to the penny, lists that reproduce, and sentences that say no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS
from sales_metrics.metrics.filters import Filters
from sales_metrics.metrics.pace import pace_of
from sales_metrics.model.panel import Bars, Bridge, Curves, Empty, Listing, Panel, Part, Trend
from sales_metrics.model.period import Period
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.cohort_months import months_panel
from sales_metrics.reports.context import Context
from sales_metrics.reports.doubtful_deals import doubt_panel
from sales_metrics.reports.pipeline import pipeline
from sales_metrics.reports.pipeline_bridge import bridge_panel, last_mondays
from sales_metrics.reports.sales_velocity import Factors, velocity_panel
from sales_metrics.reports.stage_time import stages_panel, stay_of
from sales_metrics.reports.stuck_deals import stuck_panel
from sales_metrics.reports.win_curves import ages_until, curves_panel

from .conftest import context_of

START = date(2026, 3, 2)


def on(day: int | None) -> Any:
    return None if day is None else (START + timedelta(days=day)).isoformat()


def bridge_of(tables: dict[str, pd.DataFrame], first: int, last: int) -> Panel:
    choices = {"bridge_from": on(first), "bridge_to": on(last)}
    return bridge_panel(replace(context_of(tables), choices=choices))


FOUR = {
    "deals": pd.DataFrame(
        {
            "deal_id": ["a", "b", "c", "d"],
            "client": ["Alfa", "Beta", "Gamma", "Delta"],
            "outcome": ["open", "won", "lost", "open"],
            "amount": [500.0, 300.0, 100.0, 70.0],
            "created_on": [on(0), on(0), on(3), on(9)],
            "closed_on": [None, on(8), on(10), None],
            "expected_on": [on(40), None, None, None],
        }
    ),
    "amount_changes": pd.DataFrame(
        {
            "deal_id": ["a", "b"],
            "changed_on": [on(6), on(7)],
            "old_amount": [400.0, 350.0],
            "new_amount": [500.0, 300.0],
        }
    ),
    "slips": pd.DataFrame(
        {"deal_id": ["a"], "changed_on": [on(7)], "old_expected_on": [on(20)], "new_expected_on": [on(40)]}
    ),
}


def test_a_bridge_counted_by_hand() -> None:
    panel = bridge_of(FOUR, 5, 9)
    assert isinstance(panel.picture, Bridge)
    spans = [(span.label, span.value, span.under, span.part) for span in panel.picture.spans]
    assert spans == [
        ("Open on 7 Mar", 850.0, "3 deals", Part.END),
        ("New", 70.0, "1 deal", Part.IN),
        ("Grown", 100.0, "1 change", Part.IN),
        ("Shrunk", -50.0, "1 change", Part.LESS),
        ("Won", -300.0, "1 deal", Part.WON),
        ("Open on 11 Mar", 670.0, "3 deals", Part.END),
    ]
    assert panel.picture.inside is not None
    assert (panel.picture.inside.value, panel.picture.inside.text) == (500.0, "500, 1 deal")
    assert panel.title == "The open pipeline fell by 180, above all through deals won"
    assert "The history comes from files." in panel.foot


def test_without_a_history_of_amounts_the_foot_says_so() -> None:
    panel = bridge_of({"deals": FOUR["deals"]}, 5, 9)
    assert "How amounts changed is not on record" in panel.foot
    assert isinstance(panel.picture, Bridge)
    assert panel.picture.spans[0].value == 900.0


def test_a_change_that_an_upload_tells_after_the_end_counts_on_the_day_of_the_end() -> None:
    late = FOUR["amount_changes"].assign(changed_on=[on(6), on(30)])
    panel = bridge_of(FOUR | {"amount_changes": late}, 7, 9)
    assert isinstance(panel.picture, Bridge)
    assert [(span.label, span.value) for span in panel.picture.spans[1:-1]] == [
        ("New", 70.0),
        ("Shrunk", -50.0),
        ("Won", -300.0),
    ]


def test_open_deals_without_an_amount_are_not_passed_over() -> None:
    bare = FOUR["deals"].assign(amount=[float("nan"), 300.0, 100.0, 70.0])
    panel = bridge_of({"deals": bare}, 5, 9)
    assert panel.title == "1 of 3 open deals have no amount, so what they add up to says little"


def test_days_may_be_given_in_either_order_and_one_day_is_no_stretch() -> None:
    assert bridge_of(FOUR, 9, 5).picture == bridge_of(FOUR, 5, 9).picture
    same = bridge_of(FOUR, 9, 9).picture
    assert isinstance(same, Bridge)
    assert (same.spans[0].label, same.spans[-1].label) == ("Open on 10 Mar", "Open on 11 Mar")


def test_the_default_are_the_last_two_mondays() -> None:
    assert last_mondays(date(2026, 11, 20)) == (date(2026, 11, 9), date(2026, 11, 16))
    assert last_mondays(date(2026, 11, 16)) == (date(2026, 11, 9), date(2026, 11, 16))


def test_the_default_are_the_last_two_uploads_where_they_are_known() -> None:
    keyed = FOUR["amount_changes"].assign(_key=["inferred:1:2:a", "inferred:2:3:b"])
    panel = bridge_panel(context_of(FOUR | {"amount_changes": keyed, "slips": FOUR["slips"].iloc[:0]}))
    assert [getattr(choice, "chosen", None) for choice in panel.choices] == [date(2026, 3, 8), date(2026, 3, 9)]
    assert "inferred from what uploads 1, 2, 3 differ in" in panel.foot
    one = bridge_panel(context_of(FOUR | {"amount_changes": keyed.iloc[1:], "slips": FOUR["slips"].iloc[:0]}))
    assert [getattr(choice, "chosen", None) for choice in one.choices] == [date(2026, 3, 2), date(2026, 3, 9)]


CENTS = st.integers(0, 10**8).map(lambda cents: cents / 100)
DAYS = st.integers(0, 20)
LIVES = st.lists(
    st.tuples(
        DAYS,
        st.sampled_from(["open", "won", "lost", "parked"]),
        st.integers(-3, 20),
        CENTS,
        st.lists(st.tuples(DAYS, CENTS), max_size=3, unique_by=lambda change: change[0]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LIVES, st.tuples(DAYS, DAYS).filter(lambda days: days[0] < days[1]))
def test_opening_and_moves_are_the_closing_to_the_penny(
    lives: list[tuple[int, str, int, float, list[tuple[int, float]]]], days: tuple[int, int]
) -> None:
    deals, changes, stand = [], [], dict.fromkeys(days, (0.0, 0))
    for number, (created, outcome, lasts, first, steps) in enumerate(lives):
        closed = created + lasts if outcome != "open" else None
        amount, told = first, []
        for day, to in sorted(steps):
            changes.append((str(number), on(day), amount, to))
            told.append((max(created, min(day, closed if closed is not None else day)), to))
            amount = to
        deals.append((str(number), outcome, amount, on(created), on(closed)))
        for day in days:
            # What was open at the end of a day, looked at deal by deal.
            if created <= day and (closed is None or max(closed, created) > day):
                worth = [first, *(to for when, to in told if when <= day)][-1]
                stand[day] = (stand[day][0] + worth, stand[day][1] + 1)
    tables = Tables.of_frames(
        {
            "deals": pd.DataFrame(deals, columns=["deal_id", "outcome", "amount", "created_on", "closed_on"]),
            "amount_changes": pd.DataFrame(
                changes, columns=["deal_id", "changed_on", "old_amount", "new_amount"], dtype=object
            ),
        }
    )
    ends = []
    for day in days:
        period = Filters(Period(None, START + timedelta(days=day)))
        level = METRICS["open_pipeline"].measure(tables, filters=period).iloc[0]
        assert (round(level["total"], 2), level["n"]) == (round(stand[day][0], 2), stand[day][1])
        rows = METRICS["open_pipeline"].rows(tables, period)
        assert (len(rows), round(rows["_total"].sum(), 2)) == (stand[day][1], round(stand[day][0], 2))
        ends.append(level["total"])
    between = Period(START + timedelta(days=days[0] + 1), START + timedelta(days=days[1]))
    moves = METRICS["pipeline_moves"].measure(tables, filters=Filters(between))
    assert round(ends[0] + moves["total"].sum(), 2) == round(ends[1], 2)


VIEWS: dict[str, dict[str, tuple[str | None, ...]]] = {
    "everything": {},
    "one manager": {"manager": ("Ellen Hughes",)},
    "two channels": {"channel": ("Referral", "Cold call")},
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_bar_of_the_bridge_opens_into_deals_worth_it(view: str, of_demo: Callable[..., Context]) -> None:
    context = replace(of_demo(**VIEWS[view]), choices={"bridge_from": "2026-08-03", "bridge_to": "2026-10-05"})
    picture = bridge_panel(context).picture
    assert isinstance(picture, Bridge)
    moves = [span.value for span in picture.spans[1:-1]]
    assert picture.spans[0].value + sum(moves) == pytest.approx(picture.spans[-1].value, abs=0.005)
    for span in picture.spans:
        assert rows_behind(span.drill, context)["_total"].sum() == pytest.approx(span.value, abs=0.005)


@pytest.mark.parametrize("view", VIEWS)
def test_every_way_of_the_page_leads_to_rows_that_recount_its_number(
    view: str, of_demo: Callable[..., Context]
) -> None:
    context = of_demo(period=Period.month("2026-04"), **VIEWS[view])
    for panel in pipeline(context):
        if isinstance(panel.picture, Listing):
            for row in panel.picture.rows[:20]:
                drill, metric = row.drill, METRICS[row.drill.metric]
                period = context.filters.period if drill.period is None else drill.period
                where = dict(context.filters.where) | {
                    name: value if isinstance(value, tuple) else (value,) for name, value in drill.where.items()
                }
                measured = metric.measure(context.tables, filters=Filters(period, where))[drill.part].sum()
                assert metric.kind.recounted(rows_behind(drill, context), drill.part) == pytest.approx(measured)


def test_the_stuck_deals_are_those_of_the_list(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    panel = stuck_panel(context)
    assert isinstance(panel.picture, Listing)
    whole = METRICS["stuck_deals"].measure(context.tables).iloc[0]
    assert len(panel.picture.rows) == whole["k"]
    found = pd.concat([rows_behind(row.drill, context) for row in panel.picture.rows])
    assert found["_at_stake"].sum() == pytest.approx(whole["at_stake"])
    assert found["_at_stake"].is_monotonic_decreasing
    assert (found["_days"] > found["_most"]).all()
    kept_open = [row.cells[1] for row in panel.picture.rows].count("Andrew Foster")
    assert kept_open > len(panel.picture.rows) / 2, "the manager who keeps dead deals open"


def test_a_young_cohort_is_no_fall(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    panel = months_panel(context)
    assert isinstance(panel.picture, Trend)
    window = pace_of(context.tables).window
    assert f"{window} days" in panel.subtitle
    cut = context.today - timedelta(days=window)
    points = panel.picture.points
    young = [point for point in points if point.unfinished]
    assert young
    assert [point.unfinished for point in points] == sorted(point.unfinished for point in points)
    assert sum(point.value is not None for point in young) <= 1
    for point in points:
        month = date.fromisoformat(str(point.drill.where["month"]))
        assert point.unfinished or month + timedelta(days=28) <= cut
    assert "less than" not in panel.title


def test_the_window_can_be_set() -> None:
    deals = pd.DataFrame(
        {
            "deal_id": [str(n) for n in range(40)],
            "outcome": ["won", "lost"] * 20,
            "created_on": [on(0)] * 40,
            "closed_on": [on(n % 20 + 1) for n in range(39)] + [on(90)],
        }
    )
    rules = pd.DataFrame({"rule": ["conversion_window"], "setting": [45.0]})
    assert pace_of(Tables.of_frames({"deals": deals})).window == 30
    context = context_of({"deals": deals, "rules": rules})
    assert pace_of(context.tables).window == 45
    assert "The window of 45 days is set in the rules" in months_panel(context).foot


def test_curves_end_where_the_evidence_does(of_demo: Callable[..., Context]) -> None:
    panel = curves_panel(of_demo())
    assert isinstance(panel.picture, Curves)
    picture = panel.picture
    won, lost = picture.won.levels[-1], picture.lost.levels[-1]
    assert max(won.age, lost.age) <= picture.until < 300
    assert 0.3 < won.share < 0.4
    assert won.share + lost.share < 1
    assert panel.title.startswith("35% of deals are won within")
    assert all(one.age <= picture.until for one in picture.watched)


def test_few_deals_are_counts_and_no_curve() -> None:
    panel = curves_panel(context_of({"deals": FOUR["deals"]}))
    assert isinstance(panel.picture, Bars)
    assert [(bar.label, bar.value) for bar in panel.picture.bars] == [("Won", 1), ("Lost", 1), ("Still open", 2)]
    assert panel.title == "Too few for a curve: 4 deals, 1 of them won"


@pytest.mark.parametrize(("until", "ages"), [(215, [60, 120, 180]), (100, [30, 60, 90]), (8, [7]), (3, [])])
def test_the_ages_under_the_axis_are_spread(until: int, ages: list[int]) -> None:
    assert ages_until(until) == ages


def test_the_time_in_a_stage_counts_those_who_still_stand_there() -> None:
    rows = pd.DataFrame({"stay_days": [2, 4, 6, 8, 9], "k": [1, 1, 1, 0, 1], "n": [1, 1, 1, 1, 1]})
    stay = stay_of("Offer", rows)
    assert (stay.n, stay.median, stay.eightieth) == (5, 6, 9)
    closed_only = stay_of("Offer", rows[rows["k"] == 1])
    assert closed_only.median == 4


def test_a_file_without_history_of_stages_is_told_so() -> None:
    deals = FOUR["deals"].assign(stage=["Offer", "Won", "Lost", "Offer"])
    panel = stages_panel(context_of({"deals": deals}))
    assert isinstance(panel.picture, Empty)
    assert "Stage log" in panel.picture.why
    assert "only the present stage" in panel.picture.would_show


def test_history_that_was_inferred_names_its_uploads() -> None:
    log = pd.DataFrame(
        {
            "_key": ["inferred:2:3:a", "inferred:3:5:b"],
            "deal_id": ["a", "b"],
            "stage": ["Offer", "Contract"],
            "entered_at": [on(1), on(4)],
        }
    )
    panel = stages_panel(context_of({"deals": FOUR["deals"], "stage_log": log}))
    assert "inferred from what uploads 2, 3, 5 differ in" in panel.foot


def test_old_open_deals_move_the_share_lost_and_not_the_share_won(of_demo: Callable[..., Context]) -> None:
    panel = doubt_panel(of_demo())
    assert isinstance(panel.picture, Listing)
    old, recorded, lost = (row.cells for row in panel.picture.rows)
    assert old[1].startswith("19 of 148 = 13%")
    assert recorded[1] == "won 35%, lost 63%, open 2%"
    assert lost[1] == "won 35%, lost 65%, open 0%"


def test_velocity_is_its_arithmetic_or_nothing() -> None:
    assert Factors(50, 0.25, 12_000, 90).velocity == pytest.approx(1667, abs=0.5)
    assert Factors(40, 0.25, 25_000, 90).velocity == pytest.approx(2778, abs=0.5)
    for factors in (
        Factors(None, 0.5, 1, 1),
        Factors(1, None, 1, 1),
        Factors(1, 0.5, None, 1),
        Factors(1, 0.5, 1, 0),
    ):
        assert factors.velocity is None
    panel = velocity_panel(context_of({"deals": FOUR["deals"]}))
    assert panel.title == "Sales velocity is undefined: too little is known of how often deals are won"


def test_without_deals_every_panel_says_what_it_needs() -> None:
    for panel in pipeline(context_of({"clients": pd.DataFrame({"client": ["Alfa"]})})):
        assert isinstance(panel.picture, Empty), panel.key
        assert "Deals" in panel.picture.why
