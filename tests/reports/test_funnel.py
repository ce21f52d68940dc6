"""What the funnel says of its stages, of the way of the deals, and of who loses where."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from sales_metrics.model.panel import Empty, Funnel, Listing, Multiples, Panel, Verdict
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.funnel import funnel
from sales_metrics.reports.funnel_groups import groups_panel
from sales_metrics.reports.funnel_mapping import mapping_panel
from sales_metrics.reports.funnel_path import path_panel
from sales_metrics.reports.funnel_steps import steps_panel

from .conftest import context_of

DAY = pd.Timestamp("2026-03-02")


def frames(*rows: tuple[str, str, str, str | None], log: tuple[tuple[str, str, str, int], ...] = ()) -> Context:
    """Return a context of deals (manager, stage, outcome, lost_stage) and log rows (key, deal, stage, day)."""
    deals = pd.DataFrame(
        {
            "deal_id": [str(number) for number in range(len(rows))],
            "manager": [row[0] for row in rows],
            "stage": [row[1] for row in rows],
            "outcome": [row[2] for row in rows],
            "lost_stage": [row[3] for row in rows],
            "amount": [100.0] * len(rows),
            "created_on": [DAY] * len(rows),
            "closed_on": [DAY + pd.Timedelta(days=9) if row[2] in ("won", "lost") else pd.NaT for row in rows],
        }
    )
    entries = pd.DataFrame(
        {
            "_key": [entry[0] for entry in log],
            "deal_id": [entry[1] for entry in log],
            "stage": [entry[2] for entry in log],
            "entered_at": [DAY + pd.Timedelta(days=entry[3]) for entry in log],
        }
    )
    return context_of({"deals": deals, **({"stage_log": entries} if log else {})})


WAY = frames(
    ("Ann", "Proposal", "open", None),
    ("Ann", "Contact", "open", None),
    ("Ann", "Meeting", "open", None),
    ("Ann", "Won", "won", None),
    ("Ann", "Lost", "lost", None),
    log=(
        ("a", "0", "Contact", 0),
        ("b", "0", "Proposal", 3),
        ("c", "1", "Contact", 0),
        ("d", "1", "Meeting", 2),
        ("e", "1", "Contact", 4),
        ("inferred:3:3:x", "2", "Contact", 0),
        ("inferred:3:7:x", "2", "Meeting", 5),
    ),
)


def test_skips_returns_inferred_and_assumed_stages_are_stated() -> None:
    panel = steps_panel(WAY)
    assert isinstance(panel.picture, Funnel)
    # The deal that came back counts at the meeting that it has had, the one that skipped it counts there as well.
    assert [(step.label, step.count) for step in panel.picture.steps] == [
        ("Contact", 5),
        ("Meeting", 4),
        ("Proposal", 2),
        ("Won", 1),
    ]
    assert "A stage was skipped and counts as passed: 1 deal; came back to an earlier stage: 1 deal." in panel.foot
    assert "Stages inferred from what uploads differ in (no. 3, 7): 1 deal." in panel.foot
    assert "Only one stage is known, and all before it count as passed: 1 deal." in panel.foot
    assert "Lost deals (1) carry no stage of refusal" in panel.foot


def test_what_the_funnel_rests_on_opens_into_its_deals() -> None:
    panel = path_panel(WAY)
    assert panel.title == "The way through the stages is known for 60% of deals"
    assert isinstance(panel.picture, Listing)
    ids = {row.cells[0]: sorted(rows_behind(row.drill, WAY)["deal_id"]) for row in panel.picture.rows}
    assert ids == {
        "Stage log in a file": ["0", "1"],
        "Inferred from uploads": ["2"],
        "One stage only": ["3"],
        "Stage unknown": ["4"],
        "Skipped a stage": ["0"],
        "Came back": ["1"],
    }


def test_without_a_log_the_page_says_that_the_way_is_assumed() -> None:
    panel = path_panel(frames(("Ann", "Meeting", "open", None)))
    assert panel.title == "The data hold no stage log: the way of the deals is assumed"


def test_a_ready_set_shows_its_steps_and_names_the_stages_that_mean_none() -> None:
    context = replace(
        frames(("Ann", "Proposal", "open", None), ("Ann", "Oddity", "open", None)), choices={"funnel.set": "full"}
    )
    steps, mapping = steps_panel(context), mapping_panel(context)
    assert isinstance(steps.picture, Funnel)
    assert [step.label for step in steps.picture.steps] == ["Offer drawn up", "Contract concluded"]
    assert mapping is not None
    assert mapping.title == "The company’s stages record 2 of the 18 steps; put to none: “Oddity”"
    assert isinstance(mapping.picture, Listing)
    assert len(mapping.picture.rows) == 19
    assert mapping_panel(replace(context, choices={})) is None


def test_the_funnel_goes_by_closing_date_when_that_is_set() -> None:
    context = replace(WAY, choices={"funnel.date": "closed"})
    panel = steps_panel(context)
    assert isinstance(panel.picture, Funnel)
    assert "Closed deals, by closing date" in panel.subtitle
    assert [step.count for step in panel.picture.steps] == [2, 1, 1, 1]
    assert all(step.open == 0 for step in panel.picture.steps)


def test_without_a_closing_date_there_is_no_choice_of_date() -> None:
    deals = pd.DataFrame({"deal_id": ["1"], "stage": ["Meeting"], "outcome": ["open"], "created_on": [DAY]})
    panel = steps_panel(context_of({"deals": deals}))
    assert [choice.key for choice in panel.choices] == ["funnel.set"]


def losing(ann: int, bob: int, n: int = 80) -> Panel:
    """Return the panel of two managers of whose `n` closed deals so many were lost at the meeting."""
    rows: list[tuple[str, str, str, str | None]] = []
    for name, lost in (("Ann", ann), ("Bob", bob), ("Cid", bob)):
        rows += [(name, "Lost", "lost", "Meeting")] * lost + [(name, "Won", "won", None)] * (n - lost)
    return groups_panel(frames(*rows, ("Cid", "Contact", "open", None)))


def test_who_loses_at_which_stage_is_said_with_both_shares() -> None:
    panel = losing(48, 16)
    assert isinstance(panel.picture, Multiples)
    assert panel.picture.groups[0].note == "loses at “Meeting”: 40% against 80%"
    assert panel.picture.groups[0].verdict is Verdict.WORSE
    assert panel.picture.groups[0].aside.startswith("80 deals")
    assert "nobody" not in panel.title


def test_equal_managers_are_said_to_be_alike_and_few_deals_prove_nothing() -> None:
    panel = losing(160, 160, 800)
    assert panel.title == "At no stage is anybody proven to differ from the rest"
    assert isinstance(panel.picture, Multiples)
    assert {group.note for group in panel.picture.groups} == {"like the rest at every stage"}
    few = losing(4, 2, 12)
    assert isinstance(few.picture, Multiples)
    assert {group.verdict for group in few.picture.groups} == {Verdict.CANNOT_TELL}
    assert all("more deals would" in group.note for group in few.picture.groups)
    tiny = losing(2, 1, 4)
    assert isinstance(tiny.picture, Multiples)
    assert {group.verdict for group in tiny.picture.groups} == {Verdict.TOO_FEW}
    assert all(bar is None or bar.share.value is None for group in tiny.picture.groups for bar in group.bars)


def test_every_group_that_differs_is_among_those_shown() -> None:
    rows: list[tuple[str, str, str, str | None]] = []
    for at in range(20):
        rows += [(f"M{at:02}", "Lost", "lost", "Meeting")] * 20 + [(f"M{at:02}", "Won", "won", None)] * 80
    rows += [("Odd", "Lost", "lost", "Meeting")] * 30 + [("Odd", "Won", "won", None)] * 10
    panel = groups_panel(frames(*rows))
    assert isinstance(panel.picture, Multiples)
    assert panel.picture.groups[0].label == "Odd"
    assert len(panel.picture.groups) == 12
    assert "Shown are 12 of 21" in panel.foot
    assert panel.title == "Odd loses at “Meeting”: 25% go on, 80% with the rest"


def test_nothing_of_the_page_breaks_without_deals() -> None:
    panels = funnel(context_of({"clients": pd.DataFrame({"client": ["Alfa"]})}))
    assert {type(panel.picture) for panel in panels} == {Empty}
