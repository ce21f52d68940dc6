"""What the conveyor page says of a department small enough to check by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from sales_metrics.metrics import METRICS
from sales_metrics.model.panel import Bars, Empty, Forest, Listing
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.conveyor import conveyor
from sales_metrics.reports.conveyor_steps import steps_panel
from sales_metrics.reports.conveyor_waits import stretches_panel, waiting_panel

from .conftest import context_of

START = pd.Timestamp("2026-01-05")


def line(waiting: int = 4, met: int = 12, rules: pd.DataFrame | None = None) -> Context:
    """Return deals of new clients: `met` met after ten days and signed after thirty, `waiting` still unmet."""
    n = met + waiting
    ids = [str(number) for number in range(n)]
    deals = pd.DataFrame(
        {
            "deal_id": ids,
            "client": [f"Client {number}" for number in ids],
            "manager": ["Ann"] * n,
            "stage": ["Won"] * met + ["Contact"] * waiting,
            "outcome": ["won"] * met + ["open"] * waiting,
            "qualified": ["ours"] * met + ["unknown"] * waiting,
            "tele_marketer": ["Kira"] * n,
            "created_on": [START] * n,
            "closed_on": [START + pd.Timedelta(days=30)] * met + [pd.NaT] * waiting,
            "handed_over_on": [START + pd.Timedelta(days=90)] * 10
            + [START + pd.Timedelta(days=150)] * (met - 10)
            + [pd.NaT] * waiting,
        }
    )
    day = START + pd.Timedelta(days=10)
    contacts = pd.DataFrame(
        {
            "contact_id": [*ids, "last"],
            "deal_id": [*ids, None],
            "kind": ["meeting"] * n + ["call"],
            "planned_at": [day] * n + [pd.NaT],
            "held_at": [day] * met + [pd.NaT] * waiting + [START + pd.Timedelta(days=200)],
        }
    )
    given = {"deals": deals, "contacts": contacts}
    return context_of(given if rules is None else {**given, "rules": rules})


def test_the_three_shares_and_the_weakest_of_them() -> None:
    panel = steps_panel(line())
    assert isinstance(panel.picture, Forest)
    assert [dot.text for dot in panel.picture.dots] == ["12 of 16 = 75%", "12 of 16 = 75%", "10 of 12 = 83%"]
    assert panel.title == "The weakest link is “tele-marketers’ meetings took place”: 12 of 16 = 75%"
    assert "within 3 months" in panel.foot


def test_the_time_for_a_hand_over_is_a_rule_of_the_company() -> None:
    rules = pd.DataFrame({"rule": ["handover_months"], "setting": [1.0]})
    context = line(rules=rules)
    found = METRICS["handed_over"].measure(context.tables)
    assert found[["k", "n"]].to_numpy().tolist() == [[0, 12]]
    assert "within 1 month of" in steps_panel(context).foot


def test_three_months_end_on_the_last_day_that_a_month_has() -> None:
    def handed(closed: str, on: str) -> float:
        deals = pd.DataFrame(
            {
                "deal_id": ["1"],
                "client": ["Alfa"],
                "outcome": ["won"],
                "created_on": ["2025-11-01"],
                "closed_on": [closed],
                "handed_over_on": [on],
            }
        )
        return float(METRICS["handed_over"]({"deals": deals})["value"].iloc[0])

    assert [handed("2025-11-30", "2026-02-28"), handed("2025-11-30", "2026-03-01")] == [1, 0]
    assert [handed("2026-05-31", "2026-08-31"), handed("2026-05-31", "2026-09-01")] == [1, 0]


def test_those_still_waiting_lengthen_the_wait() -> None:
    panel = stretches_panel(line())
    assert isinstance(panel.picture, Bars)
    first, decision, handover = panel.picture.bars
    assert (first.value, first.aside) == (10, "4 of 16")
    assert (decision.value, decision.aside) == (20, "0 of 12")
    assert handover.value == 60
    many = stretches_panel(line(waiting=20))
    assert isinstance(many.picture, Bars)
    assert many.picture.bars[0].text == "still waiting"
    assert many.title == "On the stretch “To first meeting” more than half are still waiting"


def test_the_list_of_those_who_wait_opens_each_deal() -> None:
    context = line()
    panel = waiting_panel(context)
    assert panel.title.startswith("4 deals waiting; longest of all Client 12: 200 days")
    assert isinstance(panel.picture, Listing)
    assert [len(rows_behind(row.drill, context)) for row in panel.picture.rows] == [1, 1, 1, 1]
    done = waiting_panel(replace(context, choices={"conveyor.stretch": "2 decision"}))
    assert isinstance(done.picture, Empty)
    assert done.choices


def test_a_list_that_is_cut_says_so() -> None:
    cut, whole = (waiting_panel(line(waiting)) for waiting in (201, 200))
    assert isinstance(cut.picture, Listing)
    assert len(cut.picture.rows) == 200
    assert cut.foot.startswith("Listed are the first 200 of 201. Data as of")
    assert whole.foot.startswith("Data as of")


def test_a_deal_that_was_lost_or_parked_waits_for_no_meeting() -> None:
    deals = pd.DataFrame(
        {
            "deal_id": ["1", "2", "3"],
            "client": ["Alfa", "Beta", "Gamma"],
            "outcome": ["lost", "parked", "open"],
            "created_on": [START] * 3,
            "closed_on": [START + pd.Timedelta(days=4), pd.NaT, pd.NaT],
        }
    )
    found = METRICS["conveyor_wait"]({"deals": deals})
    assert found[["stretch", "k", "n", "waiting", "waited"]].to_numpy().tolist() == [["1 meeting", 1, 2, 1, 4]]


def test_a_client_of_old_is_no_new_one() -> None:
    deals = pd.DataFrame(
        {"deal_id": ["1", "2"], "client": ["Alfa", "Beta"], "outcome": ["won", "won"], "created_on": [START] * 2}
    )
    clients = pd.DataFrame({"client": ["Alfa", "Beta"], "acquired_on": ["2019-01-01", "2026-02-01"]})
    found = METRICS["first_contract"]({"deals": deals, "clients": clients})
    assert found[["k", "n"]].to_numpy().tolist() == [[1, 1]]


def test_nothing_of_the_page_breaks_where_only_deals_are_there() -> None:
    deals = pd.DataFrame({"deal_id": ["1"], "outcome": ["open"], "created_on": [START]})
    panels = conveyor(context_of({"deals": deals}))
    assert {type(panel.picture) for panel in panels} == {Empty}
