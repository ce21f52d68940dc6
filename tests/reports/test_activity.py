"""What the activity page says, on records that can be counted by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from sales_metrics.model.panel import Bullets, Empty, Forest, Listing, Panel, Verdict
from sales_metrics.model.period import Period
from sales_metrics.model.text import LANGUAGES
from sales_metrics.reports.activity import activity
from sales_metrics.reports.activity_plan import plan_panel
from sales_metrics.reports.activity_steps import contracts_panel, meetings_panel
from sales_metrics.reports.context import Context
from sales_metrics.reports.meeting_board import board_panel
from sales_metrics.reports.meeting_board import meetings_panel as board_meetings
from sales_metrics.reports.needed_activity import needed_panel
from sales_metrics.reports.plan_correction import correction_panel
from sales_metrics.reports.workload import workload_panel

from .conftest import context_of


def records(**managers: tuple[int, int, int]) -> dict[str, pd.DataFrame]:
    """Return contacts and deals with so many calls, meetings and contracts of each manager in January 2026."""
    contacts: list[dict[str, object]] = []
    deals: list[dict[str, object]] = []
    for name, (calls, meetings, contracts) in managers.items():
        for kind, count in (("call", calls), ("meeting", meetings)):
            contacts += [
                {"client": f"Client {at}", "manager": name, "kind": kind, "held_at": f"2026-01-{12 + at % 5} 10:00"}
                for at in range(count)
            ]
        deals += [
            {
                "deal_id": f"{name}{at}",
                "manager": name,
                "outcome": "won",
                "closed_on": "2026-01-16",
                "created_on": "2026-01-12",
            }
            for at in range(contracts)
        ]
    columns = ["deal_id", "manager", "outcome", "closed_on", "created_on"]
    return {"contacts": pd.DataFrame(contacts), "deals": pd.DataFrame(deals, columns=columns)}


def asking(tables: dict[str, pd.DataFrame], **choices: str) -> Context:
    return replace(context_of(tables), choices={f"activity.{key}": value for key, value in choices.items()})


@pytest.mark.parametrize(
    ("calls", "meetings", "answer"),
    [(10, 4, "does not support"), (20, 8, "does not support"), (50, 20, "supports"), (100, 40, "supports")],
)
def test_ten_calls_are_granted_on_a_long_record_only(calls: int, meetings: int, answer: str) -> None:
    panel = correction_panel(asking(records(Ivanova=(calls, meetings, 0)), calls="10"))
    assert panel.title.startswith("Ivanova: the record ")
    assert f"{answer} 10 calls a day instead of 15" in panel.title


def test_a_record_does_not_grant_any_number_of_calls() -> None:
    panel = correction_panel(asking(records(Ivanova=(100, 40, 0)), calls="3"))
    assert panel.title == ("Ivanova: fewer than 15 calls will do, but 3 calls give 1.2 meetings on average, not 4")


def test_a_short_record_is_not_judged() -> None:
    panel = correction_panel(asking(records(Ivanova=(9, 9, 0))))
    assert "too short" in panel.title
    assert panel.advice == ()


def test_a_correction_that_was_entered_is_judged_first() -> None:
    tables = records(Ivanova=(50, 20, 0), Petrov=(60, 12, 0))
    tables["plans"] = pd.DataFrame(
        {
            "manager": ["Petrov", "Petrov", "Ivanova"],
            "period": ["2026-01", "2025-12", "2026-01"],
            "measure": ["Звонки", "Звонки", "Revenue"],
            "value": [9.0, 12.0, 1.0],
            "changed_by": ["Petrov", "Petrov", "Boss"],
            "reason": ["nine will do", None, None],
        }
    )
    panel = correction_panel(context_of(tables))
    assert panel.title.startswith("Petrov: the record does not support 9 calls")
    assert isinstance(panel.picture, Listing)
    (row,) = panel.picture.rows
    assert row.cells[:3] == ("Petrov", "not supported", "15 → 9")
    assert row.cells[-1] == "Petrov · nine will do"


def test_the_needed_meetings_are_those_of_the_worked_example() -> None:
    panel = needed_panel(asking(records(Ivanova=(330, 88, 11)), target="11"))
    assert panel.title == "11 contracts take 119 meetings in 8 cases of 10, and 142 in 9 of 10"
    assert isinstance(panel.picture, Listing)
    meetings, calls = panel.picture.rows
    assert meetings.cells[1:4] == ("85", "119", "142")
    found = [int(cell) for cell in calls.cells[1:4]]
    for mine, expected in zip(found, (321, 452, 545), strict=True):
        assert mine == pytest.approx(expected, rel=0.015)
    assert "88 meetings" in panel.foot


def test_without_a_contract_there_is_only_a_bound() -> None:
    panel = needed_panel(asking(records(Ivanova=(50, 40, 0)), target="11"))
    assert panel.title.startswith("No contract on record: 11 contracts take")
    assert isinstance(panel.picture, Listing)
    assert all("at least" in cell for cell in panel.picture.rows[0].cells[1:4])
    assert panel.picture.rows[1].cells[1:4] == ("—", "—", "—")


def test_more_contracts_than_meetings_give_no_number() -> None:
    panel = needed_panel(context_of(records(Ivanova=(50, 10, 12))))
    assert isinstance(panel.picture, Empty)
    assert panel.choices


def test_a_target_far_from_the_usual_volume_is_warned_of() -> None:
    tables = records(Ivanova=(100, 40, 10))
    later = tables["contacts"].assign(
        held_at=tables["contacts"]["held_at"].str.replace("2026-01", "2026-02", regex=False)
    )
    tables["contacts"] = pd.concat([tables["contacts"], later.head(1)])
    far = needed_panel(asking(tables, target="40"))
    near = needed_panel(asking(tables, target="8"))
    assert any("more than a usual month (40 meetings)" in sentence for sentence in far.advice)
    assert not any("usual month" in sentence for sentence in near.advice)


def test_more_meetings_than_calls_are_no_share_and_spoil_no_comparison() -> None:
    panel = meetings_panel(context_of(records(Ivanova=(10, 30, 0), Petrov=(200, 80, 0), Georgiev=(200, 20, 0))))
    assert isinstance(panel.picture, Forest)
    dots = {dot.label: dot for dot in panel.picture.dots}
    assert dots["Ivanova"].share.value is None
    assert dots["Ivanova"].verdict_text == "more meetings than calls"
    assert dots["Petrov"].verdict is Verdict.BETTER
    assert panel.title == "More meetings per call than the rest: Petrov; fewer: Georgiev"


def test_two_alike_are_not_told_apart() -> None:
    panel = contracts_panel(context_of(records(Ivanova=(20, 40, 4), Petrov=(20, 40, 5))))
    assert panel.title == "Nobody is proven to differ from the rest in contracts per meeting"


def test_a_running_month_has_a_forecast_and_one_that_is_over_has_none() -> None:
    contacts = records(Ivanova=(60, 20, 0), Petrov=(5, 1, 0))["contacts"]
    earlier = contacts.assign(held_at=contacts["held_at"].str.replace("2026-01", "2025-12", regex=False))
    tables = {"contacts": pd.concat([earlier, contacts])}
    running = plan_panel(asking(tables, measure="calls"))
    assert isinstance(running.picture, Bullets)
    assert {bullet.label: bullet.alarm for bullet in running.picture.bullets} == {"Ivanova": True, "Petrov": True}
    assert all(bullet.due is not None and bullet.chance_text for bullet in running.picture.bullets)
    over = plan_panel(
        replace(asking(tables, measure="calls"), filters=context_of(tables, period=Period.month("2025-12")).filters)
    )
    assert isinstance(over.picture, Bullets)
    assert all(bullet.due is None and not bullet.chance_text for bullet in over.picture.bullets)
    assert not any(bullet.alarm for bullet in over.picture.bullets)


def test_what_is_due_is_the_plan_of_the_days_that_have_passed() -> None:
    tables = {"contacts": records(Ivanova=(60, 20, 0))["contacts"]}
    panel = plan_panel(asking(tables, measure="calls"))
    assert isinstance(panel.picture, Bullets)
    (bullet,) = panel.picture.bullets
    # From the first record on Monday the 12th of January: five days to Friday the 16th, fifteen in the month.
    assert (bullet.due, bullet.plan, bullet.fact) == (5 * 15, 15 * 15, 60)


def test_a_period_that_has_not_begun_does_not_break_the_page() -> None:
    context = context_of(records(Ivanova=(60, 20, 3)), period=Period.month("2026-05"))
    for panel in activity(context):
        assert panel.title


def test_a_number_per_day_says_which_filter_it_cannot_follow(of_demo: Any) -> None:
    context = of_demo(channel=("Referral",))
    for panel in (plan_panel(context), workload_panel(context)):
        assert isinstance(panel.picture, Empty)
        assert "channel" in panel.picture.why


def test_a_moved_meeting_stands_on_the_board_of_both_days() -> None:
    tables = {
        "contacts": pd.DataFrame(
            {
                "client": ["Alfa", "Beta", "Gamma"],
                "manager": "Ivanova",
                "kind": "meeting",
                "planned_at": ["2026-01-15 09:00", "2026-01-15 10:00", "2026-01-16 11:00"],
                "held_at": ["2026-01-16 09:00", None, "2026-01-16 11:00"],
                "result": ["agreed", None, "refused"],
            }
        )
    }
    today, before = (asking(tables, day=day) for day in ("today", "yesterday"))
    assert board_panel(today).title == "Today, 16 Jan: 2 meetings held, 1 had been set; 1 ended in agreement"
    assert _cells(board_panel(before)) == [("Ivanova", "2", "0", "1", "1", "—", "1 of 2")]
    said = {cells[2]: cells[4] for cells in _cells(board_meetings(before))}
    assert said == {"Alfa": "moved", "Beta": "no result entered"}


def _cells(panel: Panel) -> list[tuple[str, ...]]:
    assert isinstance(panel.picture, Listing)
    return [row.cells for row in panel.picture.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_chosen_the_page_stands(language: Any, of_demo: Any) -> None:
    choices = {
        "activity.measure": "contracts",
        "activity.day": "week",
        "activity.target": "nonsense",
        "activity.who": "Nobody At All",
        "activity.calls": "1e9",
        "activity.for": "<b>",
    }
    for panel in activity(replace(of_demo(language), choices=choices)):
        assert panel.title.strip()
        assert "{" not in panel.title + panel.subtitle + panel.foot + "".join(panel.advice)
