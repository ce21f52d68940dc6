"""How records are kept and which are worth a question: what the page says of the demo company, in which words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from sales_metrics.model.panel import Empty, Forest, HeatMap, Listing, Panel, Verdict
from sales_metrics.model.period import Period
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.reports.context import Context
from sales_metrics.reports.discipline import entry_panel, fields_panel, reasons_panel
from sales_metrics.reports.questioned import measured
from sales_metrics.reports.questions import questions_panels
from sales_metrics.reports.records import records
from sales_metrics.reports.ring_results import results_panel
from sales_metrics.reports.ring_sample import drawn, ring_plan, sample_panel

from .conftest import context_of

OCTOBER = Period.month("2026-10")
ACCUSING = (
    "fraud",
    "fake",
    "falsif",
    "lie",
    "cheat",
    "фальсиф",
    "рисует",
    "обман",
    "врёт",
    "подозр",
    "измам",
    "фалшив",
    "лъж",
)


def framed(panel: Panel) -> set[tuple[str, str]]:
    assert isinstance(panel.picture, HeatMap)
    return {
        (row.label, panel.picture.columns[at])
        for row in panel.picture.rows
        for at, cell in enumerate(row.cells)
        if cell.differs > 0
    }


def test_one_manager_enters_late_and_one_leaves_reasons_blank(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    for panel, name in ((entry_panel(context), "Paul Garner"), (reasons_panel(context), "Sarah Bell")):
        assert isinstance(panel.picture, Forest)
        worse = [dot.label for dot in panel.picture.dots if dot.verdict is Verdict.WORSE]
        assert worse == [name]
        assert panel.title.startswith(name)
    assert framed(fields_panel(context)) == {
        ("Paul Garner", "Next step"),
        ("Sarah Bell", "Reason for refusal · Deals"),
    }


def test_entry_at_the_end_of_the_day_and_after_a_weekend_is_no_fault() -> None:
    contacts = pd.DataFrame(
        {
            "client": ["Alfa"] * 12,
            "manager": ["Ann"] * 12,
            "kind": ["call"] * 12,
            "held_at": ["2026-03-06 10:00"] * 12,
            "created_at": ["2026-03-06 19:30"] * 6 + ["2026-03-09 09:00"] * 6,
        }
    )
    panel = entry_panel(context_of({"contacts": contacts}))
    assert panel.title.startswith("12 of 12 = 100% entered in time")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_proven_better_is_in_the_title_when_nobody_is_worse(language: Language) -> None:
    """Ann has all of 60, five colleagues 36 of 60 each: each of them is close to the rest, and she is not."""
    names = [name for name in ("Ann", "Bob", "Cat", "Dan", "Eve", "Fay") for _ in range(60)]
    good = [name == "Ann" or at % 60 < 36 for at, name in enumerate(names)]
    contacts = pd.DataFrame(
        {
            "client": "Alfa",
            "manager": names,
            "kind": "call",
            "held_at": pd.Timestamp("2026-03-06 10:00"),
            "created_at": [pd.Timestamp(f"2026-03-{'06' if one else '25'} 19:30") for one in good],
            "result": ["spoke" if one else None for one in good],
        }
    )
    deals = pd.DataFrame(
        {
            "deal_id": [str(at) for at in range(len(names))],
            "manager": names,
            "outcome": "lost",
            "created_on": pd.Timestamp("2026-01-05"),
            "closed_on": pd.Timestamp("2026-03-06"),
            "lost_reason": ["price" if one else None for one in good],
        }
    )
    context = context_of({"contacts": contacts, "deals": deals}, language)
    for panel in (entry_panel(context), reasons_panel(context)):
        assert isinstance(panel.picture, Forest)
        verdicts = {dot.label: dot.verdict for dot in panel.picture.dots}
        assert [name for name, verdict in verdicts.items() if verdict is Verdict.BETTER] == ["Ann"]
        assert Verdict.WORSE not in verdicts.values()
        assert panel.title.startswith("Ann: ")
    fields = fields_panel(context)
    assert not framed(fields)
    assert fields.title.startswith("Ann")


def test_one_manager_stands_out_on_several_indicators_and_nobody_else(of_demo: Callable[..., Context]) -> None:
    heat, person = questions_panels(of_demo())
    marked = framed(heat)
    assert {who for who, _ in marked} == {"Paul Garner"}
    assert {name for _, name in marked} >= {
        "Notes alike",
        "On a day off",
        "Nothing followed",
        "Same length",
        "Same number a day",
        "Entered late",
    }
    assert heat.title == f"Records worth a question: Paul Garner, {len(marked)} of 9 indicators"
    assert person.title.startswith("Paul Garner")


def test_managers_stand_in_alphabetical_order_and_anyone_can_be_looked_at(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    heat, _ = questions_panels(context)
    assert isinstance(heat.picture, HeatMap)
    names = [row.label for row in heat.picture.rows if not row.apart]
    assert names == sorted(names)
    _, person = questions_panels(replace(context, choices={"records_person": "Ellen Hughes"}))
    assert person.title == "Ellen Hughes: no question, the records are like the colleagues'"
    assert isinstance(person.picture, Listing)
    assert all(row.verdict is Verdict.NONE for row in person.picture.rows)
    assert all(row.cells[-1] for row in person.picture.rows), "what explains it too stands beside every indicator"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_accuses(language: Language, of_demo: Callable[..., Context]) -> None:
    for panel in records(of_demo(language)):
        said = " ".join((panel.title, panel.subtitle, panel.foot, *panel.advice)).casefold()
        if isinstance(panel.picture, Listing):
            said += " ".join(cell for row in panel.picture.rows for cell in row.cells).casefold()
        # "believe" would hold "lie", so words are looked at by their beginnings.
        assert not [word for word in said.split() if word.strip("“„«(").startswith(ACCUSING)]


def test_two_alike_managers_are_too_few_to_compare() -> None:
    contacts = pd.DataFrame(
        {
            "client": [f"Client {at}" for at in range(60)],
            "manager": ["Ann", "Bob"] * 30,
            "kind": ["meeting"] * 60,
            "held_at": pd.date_range("2026-03-02 10:00", periods=60, freq="D").astype(str),
            "minutes": [60.0] * 60,
        }
    )
    context = context_of({"contacts": contacts})
    heat, _ = questions_panels(context)
    assert framed(heat) == set()
    assert heat.title == "Nobody's records differ from colleagues' beyond the usual spread"
    assert "Columns are missing for: Notes alike, Nothing followed, No contract, Entered late." in heat.foot
    assert set(measured(context)["metric"]) == {
        "meetings_crossing",
        "meetings_off_duty",
        "meetings_untraced",
        "meetings_same_length",
        "meetings_usual_number",
    }


def test_the_sample_of_the_demo_is_of_the_right_size(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    plan = ring_plan(context, OCTOBER)
    garner = next(one for one in plan.strata if one.manager == "Paul Garner")
    assert (garner.meetings, garner.sample, garner.reserve, garner.top_up) == (88, 24, 12, 10)
    assert sum(one.top_up for one in plan.strata) == 10
    panel = sample_panel(context)
    assert plan.frame_hash[:16] in panel.foot
    assert isinstance(panel.picture, Listing)
    assert [row.cells[-1] for row in panel.picture.rows] == [str(list(one.seed)) for one in plan.strata]


def test_a_draw_is_the_same_for_everybody_and_its_parts_are_kept_apart(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    plan = ring_plan(context, OCTOBER)
    rows = drawn(plan, context)
    pd.testing.assert_frame_equal(rows, drawn(ring_plan(of_demo(manager=("Sarah Bell",)), OCTOBER), context))
    assert rows["contact_id"].is_unique
    sizes = rows.groupby(["manager", "part"]).size()
    for one in plan.strata:
        assert sizes[one.manager, "sample"] == one.sample
    assert set(rows.loc[rows["part"] == "top_up", "manager"]) == {"Paul Garner"}
    assert rows["sample_id"].unique().tolist() == [plan.sample_id]
    assert plan.sample_id == f"2026-10-{plan.frame_hash[:8]}"


def ringed(answers: list[str], part: str = "sample", size: float = 88) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "sample_id": ["2026-10-x"] * len(answers),
            "part": [part] * len(answers),
            "contact_id": [f"{part}{at}" for at in range(len(answers))],
            "manager": ["Ann"] * len(answers),
            "frame_size": [size] * len(answers),
            "called_on": ["2026-11-03"] * len(answers),
            "answer": answers,
        }
    )


def results(*frames: pd.DataFrame) -> tuple[str, ...]:
    panel = results_panel(context_of({"ring_checks": pd.concat(frames, ignore_index=True)}))
    assert isinstance(panel.picture, Listing)
    (row,) = panel.picture.rows
    return row.cells


def test_the_estimate_is_that_of_the_tables() -> None:
    assert results(ringed(["confirmed"] * 10))[4] == "0–21 of 88 (24%)"
    assert results(ringed(["confirmed"] * 8 + ["denied"] * 2))[4] == "4–43 of 88 (49%)"
    assert results(ringed(["confirmed"] * 9 + ["denied"]))[5] == "5.9%"


def test_silence_widens_and_checks_beyond_the_sample_stay_out() -> None:
    plain = results(ringed(["confirmed"] * 24))
    assert plain[1:5] == ("24", "0 of 24", "0", "0–8 of 88 (9%)")
    assert plain[6] == plain[4]
    silent = results(ringed(["confirmed"] * 20 + ["unreachable"] * 2 + ["forgotten"] * 2))
    assert silent[1:4] == ("24", "0 of 20", "4")
    assert silent[6] != silent[4]
    topped = results(ringed(["confirmed"] * 24), ringed(["denied"] * 6, part="top_up"))
    assert topped[1:5] == plain[1:5]


def test_the_title_counts_what_was_answered() -> None:
    panel = results_panel(context_of({"ring_checks": ringed(["confirmed"] * 9 + ["denied"] + ["unreachable"] * 3)}))
    assert panel.title == "Meetings not confirmed: 1 of 10 who answered"
    assert "40%" in panel.foot, "how often ten honest meetings give a denial"
    assert isinstance(results_panel(context_of({"deals": pd.DataFrame({"deal_id": ["1"]})})).picture, Empty)
