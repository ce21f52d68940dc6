"""What the titles say: only what is proven, with the number that decides."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from sales_metrics.model.panel import Forest, Funnel, HeatMap, Verdict
from sales_metrics.model.period import Period
from sales_metrics.reports.context import Context
from sales_metrics.reports.funnel_steps import steps_panel
from sales_metrics.reports.overview import same_days
from sales_metrics.reports.refusals import refusals
from sales_metrics.reports.survey_groups import groups_panel
from sales_metrics.reports.surveys_by_week import meets, unfinished_week, weeks_panel
from sales_metrics.reports.win_rates import channel_panel, manager_panel

from .conftest import context_of

DAY = pd.Timestamp("2026-03-02")


def deals(*rows: tuple[str, str, str, str | None]) -> pd.DataFrame:
    """One row a deal: manager, stage, outcome, reason."""
    return pd.DataFrame(
        {
            "deal_id": [str(number) for number in range(len(rows))],
            "client": [f"Client {number}" for number in range(len(rows))],
            "manager": [row[0] for row in rows],
            "stage": [row[1] for row in rows],
            "outcome": [row[2] for row in rows],
            "lost_reason": [row[3] for row in rows],
            "amount": [100.0] * len(rows),
            "created_on": [DAY] * len(rows),
            "closed_on": [DAY + pd.Timedelta(days=9) if row[2] != "open" else pd.NaT for row in rows],
        }
    )


def test_the_weak_step_is_named_with_its_tenths() -> None:
    rows = [("Ann", "Won", "won", None)] * 12 + [("Ann", "Meeting", "open", None)] * 28
    panel = steps_panel(context_of({"deals": deals(*rows, *[("Ann", "Inquiry", "open", None)] * 4)}))
    assert panel.title == "The weak step comes after “Meeting”: 7 in 10 have gone no further yet"
    assert isinstance(panel.picture, Funnel)
    assert [(step.label, step.count) for step in panel.picture.steps] == [
        ("Inquiry", 44),
        ("Meeting", 40),
        ("Won", 12),
    ]
    assert [step.open for step in panel.picture.steps] == [4, 28, 0]


def test_a_handful_of_deals_proves_nothing() -> None:
    panel = steps_panel(context_of({"deals": deals(("Ann", "Inquiry", "open", None), ("Ann", "Won", "won", None))}))
    assert panel.title == "2 deals: too few to tell one step from another"


def test_the_demo_alarm_is_the_step_that_really_fell(of_demo: Callable[..., Context]) -> None:
    autumn = Period(pd.Timestamp("2026-08-21").date(), pd.Timestamp("2026-11-20").date())
    panel = steps_panel(of_demo(period=autumn))
    assert isinstance(panel.picture, Funnel)
    worse = [step.label for step in panel.picture.steps if step.verdict is Verdict.WORSE]
    assert worse == ["Meeting"]
    assert panel.title.startswith("After “Meeting”")


def test_two_equal_managers_are_not_told_apart() -> None:
    even: list[tuple[str, str, str, str | None]] = [
        (name, "Won", "won", None) for name in ("Ann", "Bob") for _ in range(20)
    ]
    even += [(name, "Lost", "lost", "price") for name in ("Ann", "Bob") for _ in range(20)]
    panel = manager_panel(context_of({"deals": deals(*even)}))
    assert panel.title == "No manager is proven to differ from the rest"
    assert isinstance(panel.picture, Forest)
    assert {dot.verdict for dot in panel.picture.dots if not dot.apart} <= {Verdict.SAME, Verdict.CANNOT_TELL}


def test_the_demo_stories_are_told(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    assert manager_panel(context).title == "Ellen Hughes wins more often than the rest, Paul Garner less often"
    assert channel_panel(context).title == "Deals from “Referral” become contracts more often than the rest"
    heat = refusals(context)[0]
    assert heat.title == "Megan Turner more often hears “budget exhausted”, Ian Cooper “no interest in the product”"
    assert isinstance(heat.picture, HeatMap)
    framed = {
        (row.label, heat.picture.columns[at])
        for row in heat.picture.rows
        for at, cell in enumerate(row.cells)
        if cell.differs > 0
    }
    budget = next(name for name in heat.picture.columns if "udget" in name)
    assert ("Megan Turner", budget) in framed


def test_a_quarter_without_reasons_stops_the_verdict() -> None:
    rows = [("Ann", "Lost", "lost", "price")] * 30 + [("Bob", "Lost", "lost", None)] * 30
    panel = refusals(context_of({"deals": deals(*rows)}))[0]
    assert panel.title == "50% of refusals have no reason on record: too early to judge the reasons"


def test_few_refusals_are_counts_only() -> None:
    rows = [("Ann", "Lost", "lost", "price")] * 25 + [("Bob", "Lost", "lost", "budget")] * 7
    panel = refusals(context_of({"deals": deals(*rows)}))[0]
    assert isinstance(panel.picture, HeatMap)
    assert {row.label: row.filled for row in panel.picture.rows if not row.apart} == {"Ann": True, "Bob": False}


@pytest.mark.parametrize(
    ("k", "n", "met"), [(9, 10, True), (89, 100, False), (90, 100, True), (27, 30, True), (26, 29, False)]
)
def test_the_target_is_met_in_whole_orders(k: int, n: int, met: bool) -> None:
    assert meets(k, n) is met


def test_a_running_week_is_not_compared(of_demo: Callable[..., Context]) -> None:
    monday = pd.Timestamp("2026-11-16").date()
    assert unfinished_week(monday, pd.Timestamp("2026-11-20").date())
    assert not unfinished_week(monday, pd.Timestamp("2026-11-22").date())
    panel = weeks_panel(of_demo())
    assert "in a row under 90%" in panel.title
    assert "to call" in str(groups_panel(of_demo()).picture)


def test_a_running_period_is_compared_with_as_many_days_of_the_one_before() -> None:
    quarter = Period(pd.Timestamp("2026-10-01").date(), pd.Timestamp("2026-12-31").date())
    before = same_days(quarter, pd.Timestamp("2026-11-20").date())
    assert before == Period(pd.Timestamp("2026-07-01").date(), pd.Timestamp("2026-08-20").date())
    assert same_days(quarter, pd.Timestamp("2027-01-05").date()) == quarter.previous()
    march = Period.month("2026-03")
    assert same_days(march, pd.Timestamp("2026-03-30").date()) == Period.month("2026-02"), "February has no 30th"


def test_the_funnel_ends_at_the_contract_even_if_nobody_got_there() -> None:
    small = deals(*[("Ann", "Inquiry", "open", None)] * 12, *[("Ann", "Meeting", "open", None)] * 3)
    panel = steps_panel(context_of({"deals": small}))
    assert isinstance(panel.picture, Funnel)
    assert [step.count for step in panel.picture.steps] == [15, 3, 0]
    assert panel.picture.steps[-1].label == "Won"


def department_of(won: list[int], n: int = 150) -> pd.DataFrame:
    """Return the deals of one agent per number, each with that many won of `n` closed."""
    rows: list[tuple[str, str, str, str | None]] = []
    for at, k in enumerate(won):
        rows += [(f"Agent {at:02}", "Won", "won", None)] * k + [(f"Agent {at:02}", "Lost", "lost", "price")] * (
            n - k
        )
    return deals(*rows)


def test_of_thirty_agents_those_that_differ_are_named() -> None:
    # The department wins six in ten; one agent wins nine in ten, one three, and 28 stray by a few deals.
    won = [135, 45, *[90 + (at % 5) - 2 for at in range(28)]]
    panel = manager_panel(context_of({"deals": department_of(won)}))
    assert panel.title == "Agent 00 wins more often than the rest, Agent 01 less often"
    assert isinstance(panel.picture, Forest)
    dots = {dot.label: dot for dot in panel.picture.dots if not dot.apart}
    assert len(dots) == 30
    assert {name for name, dot in dots.items() if dot.verdict in (Verdict.BETTER, Verdict.WORSE)} == {
        "Agent 00",
        "Agent 01",
    }
    for dot in dots.values():
        assert dot.share.low is not None
        assert dot.share.high is not None
        assert dot.share.low < dot.share.k / dot.share.n < dot.share.high
    assert "Of 30: 2 differ" in panel.foot


def test_thirty_equal_agents_are_not_told_apart() -> None:
    panel = manager_panel(context_of({"deals": department_of([90 + (at % 7) - 3 for at in range(30)])}))
    assert panel.title == "No manager is proven to differ from the rest"
    assert "Of 30: 0 differ" in panel.foot


def test_whoever_differs_is_shown_even_where_others_have_more_deals() -> None:
    frame = pd.concat([department_of([120] * 32, 200), department_of([2], 40).replace("Agent 00", "Odd one")])
    frame = frame.assign(deal_id=[str(number) for number in range(len(frame))])
    panel = manager_panel(context_of({"deals": frame}))
    assert isinstance(panel.picture, Forest)
    assert "Odd one" in {dot.label for dot in panel.picture.dots}
    assert len(panel.picture.dots) == 31
    assert panel.title == "Odd one wins less often than the rest"
