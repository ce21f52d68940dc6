"""What the refusals page says, and what it refuses to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from sales_metrics.model.panel import Bars, Drill, Empty, Forest, HeatMap, Listing, Panel, Trend, Verdict
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.refusals import refusals

from .conftest import context_of

Row = tuple[str | None, str | None, int]
DAY = pd.Timestamp("2026-03-02")
A_AND_B: tuple[Row, ...] = (
    *(("A", "budget", 18), ("A", "no interest", 9), ("A", "price", 7), ("A", "delivery", 6)),
    *(("B", "budget", 7), ("B", "no interest", 19), ("B", "price", 8), ("B", "delivery", 6)),
)


def lost(rows: Sequence[Row], **more: Any) -> pd.DataFrame:
    """Return lost deals: so many of each manager and reason; other columns with one value per group."""
    made = pd.DataFrame(
        [(manager, reason) for manager, reason, count in rows for _ in range(count)],
        columns=["manager", "lost_reason"],
    )
    made = made.assign(
        deal_id=[str(at) for at in range(len(made))],
        client=[f"Client {at}" for at in range(len(made))],
        outcome="lost",
        amount=100.0,
        created_on=DAY,
        closed_on=DAY + pd.Timedelta(days=9),
    )
    for column, values in more.items():
        spread = [value for value, (_, _, count) in zip(values, rows, strict=True) for _ in range(count)]
        made[column] = spread
    return made


def page(context: Context, **choices: str) -> dict[str, Panel]:
    panels = refusals(replace(context, choices=choices))
    return {panel.key.removeprefix("refusals."): panel for panel in panels}


def framed(panel: Panel) -> dict[tuple[str, str], int]:
    assert isinstance(panel.picture, HeatMap)
    return {
        (row.label, name): cell.differs
        for row in panel.picture.rows
        for name, cell in zip(panel.picture.columns, row.cells, strict=True)
        if cell.differs
    }


# --- the two managers of the textbook case


def test_two_managers_who_hear_different_reasons_differ_but_get_no_advice_yet() -> None:
    found = page(context_of({"deals": lost(A_AND_B)}))
    assert found["map"].title == "A more often hears “budget”, B “no interest”"
    assert framed(found["map"]) == {
        ("A", "budget"): 1,
        ("A", "no interest"): -1,
        ("B", "budget"): -1,
        ("B", "no interest"): 1,
    }
    assert "χ² = 8.5 on 3 degrees of freedom, p = 0.037" in found["map"].foot
    # 18 against 9 is no proven main reason (p = 0.12): the difference is proven, advice is not.
    assert found["advice"].title == "Too early for advice: no difference has passed every test"
    assert any("which of “budget” and “no interest” is the main reason" in said for said in found["advice"].advice)
    assert any("≈62 more refusals" in said for said in found["advice"].advice)


def test_the_same_shape_with_eight_refusals_each_cannot_tell() -> None:
    few = [("A", "budget", 4), ("A", "no interest", 2), ("A", "price", 1), ("A", "delivery", 1)]
    few += [("B", "budget", 1), ("B", "no interest", 4), ("B", "price", 2), ("B", "delivery", 1)]
    found = page(context_of({"deals": lost(few)}))
    assert found["map"].title == "Too early to compare: two rows need at least 20 refusals each"
    assert framed(found["map"]) == {}
    assert "permutations (seed 20260101)" in found["map"].foot
    assert isinstance(found["manager"].picture, Forest)
    assert {dot.verdict for dot in found["manager"].picture.dots} == {Verdict.TOO_FEW}
    assert all(dot.share.value is None for dot in found["manager"].picture.dots)


def test_three_times_the_refusals_bring_the_advice() -> None:
    found = page(context_of({"deals": lost([(who, why, 3 * n) for who, why, n in A_AND_B])}))
    assert found["advice"].title == "Worth testing: A, B"
    first, second, unchecked, caveat = found["advice"].advice
    assert "terms of payment" in first
    assert "listen to five calls" in first
    assert "know the product better" in second
    assert "no segments or product groups" in unchecked
    assert caveat.endswith("not an established cause.")
    assert found["manager"].advice == (
        "The main reason with this manager is “budget”: 54 against 27 of the next (no interest).",
    )


def test_the_company_speaks_first() -> None:
    own = pd.DataFrame(
        {
            "reason": ["budget", "price"],
            "reason_group": ["Money", "Money"],
            "advice": [None, "Show the calculator"],
            "check": [None, "Ten offers"],
        }
    )
    more = [(who, why, 3 * n) for who, why, n in A_AND_B]
    context = context_of({"deals": lost(more), "refusal_reasons": own})
    # The reason has no text of its own, but another of its group has.
    assert "Show the calculator. How to test it: Ten offers." in page(context)["advice"].advice[0]
    grouped = page(context, refusal_by="group")["map"]
    assert isinstance(grouped.picture, HeatMap)
    assert set(grouped.picture.columns) == {"Money", "No interest", "Delivery", "Not stated"}


# --- what is not known


def test_other_counts_as_not_known_and_stops_the_verdict_together_with_blanks() -> None:
    rows = [("A", "budget", 40), ("A", None, 6), ("B", "price", 40), ("B", "Прочее", 16)]
    found = page(context_of({"deals": lost(rows)}))
    said = "22% of refusals have no reason on record or “other”: too early to judge the reasons"
    assert found["map"].title == said
    assert not {name for _, name in framed(found["map"])} & {"budget", "price"}
    assert isinstance(found["map"].picture, HeatMap)
    assert found["map"].picture.columns[-2:] == ("Прочее", "Not stated")
    assert found["reasons"].title == said
    rule = pd.DataFrame({"rule": ["unstated_at_most"], "setting": [0.5]})
    eased = page(context_of({"deals": lost(rows), "rules": rule}))
    assert {("A", "budget"), ("B", "price")} <= framed(eased["map"]).keys()
    assert "Where more than 50%" in eased["map"].foot


def test_reasons_of_one_who_leaves_too_many_out_are_not_judged() -> None:
    rows = [("A", "budget", 30), ("A", None, 20), ("B", "price", 150), ("B", "budget", 10)]
    marks = framed(page(context_of({"deals": lost(rows)}))["map"])
    assert ("A", "Not stated") in marks
    assert ("A", "budget") not in marks


def test_nobody_states_a_reason() -> None:
    found = page(context_of({"deals": lost([("A", None, 30)])}))
    assert found["reasons"].title == "Most often the reason is not on record: 30 of 30 = 100%"
    assert found["manager"].title == "A: nobody to compare with"


# --- segments


def test_a_difference_that_lies_in_the_clients_gives_no_advice() -> None:
    # Both hear "budget" in 80 % of the refusals of schools and in 10 % of those of banks; A just has the schools.
    rows = [("A", "budget", 80), ("A", "price", 20), ("A", "budget", 2), ("A", "price", 18)]
    rows += [("B", "budget", 16), ("B", "price", 4), ("B", "budget", 10), ("B", "price", 90)]
    segments = ["schools", "schools", "banks", "banks"] * 2
    found = page(context_of({"deals": lost(rows, segment=segments)}))
    assert ("A", "budget") in framed(found["map"])
    assert found["advice"].title == "Too early for advice: no difference has passed every test"
    assert any("within segments the difference is not proven" in said for said in found["advice"].advice)


def test_a_difference_that_turns_within_segments_says_so() -> None:
    rows = [("A", "budget", 10), ("A", "price", 90), ("A", "budget", 720), ("A", "price", 180)]
    rows += [("B", "budget", 180), ("B", "price", 720), ("B", "budget", 95), ("B", "price", 5)]
    found = page(context_of({"deals": lost(rows, segment=["banks", "banks", "schools", "schools"] * 2)}))
    assert any("within segments the difference is the reverse" in said for said in found["advice"].advice)


def test_a_difference_that_holds_in_every_segment_stands() -> None:
    rows = [("A", "budget", 40), ("A", "price", 10), ("A", "budget", 40), ("A", "price", 10)]
    rows += [("B", "budget", 20), ("B", "price", 30), ("B", "budget", 20), ("B", "price", 30)]
    found = page(context_of({"deals": lost(rows, segment=["banks", "banks", "schools", "schools"] * 2)}))
    assert found["advice"].title == "Worth testing: A – budget"
    assert not any("no segments" in said for said in found["advice"].advice)


# --- over time


def monthly(shares: Sequence[tuple[int, int]], first: str = "2026-01-15") -> Context:
    """Return a context with so many refusals by price and by budget a month."""
    frames = []
    for at, (price, budget) in enumerate(shares):
        day = pd.Timestamp(first) + pd.DateOffset(months=at)
        frames.append(lost([("A", "price", price), ("A", "budget", budget)]).assign(closed_on=day))
    deals = pd.concat(frames, ignore_index=True)
    return context_of({"deals": deals.assign(deal_id=[str(at) for at in range(len(deals))])})


def test_a_proven_change_of_the_last_whole_month_is_the_message() -> None:
    panel = page(monthly([(10, 30), (11, 29), (9, 31), (30, 10), (1, 0)]))["months"]
    assert panel.title == "April 2026: “price” 30 of 40 = 75%, more than before (25%)"
    assert panel.advice == ("Proven to have changed as well: “budget”, was 75%, is 25%.",)
    assert isinstance(panel.picture, Trend)
    assert [point.unfinished for point in panel.picture.points] == [False] * 4 + [True]


def test_an_unfinished_month_is_no_change() -> None:
    panel = page(monthly([(10, 30), (11, 29), (9, 31), (30, 0)]), refusal_reason="price")["months"]
    assert panel.title.startswith("March 2026: “price” 9 of 40 = 23%")
    assert "more than before" not in panel.title


def test_a_month_with_few_refusals_says_so_and_shows_no_share_below_ten() -> None:
    panel = page(monthly([(10, 30), (3, 4), (1, 0)]))["months"]
    assert panel.title == "February 2026: 7 refusals, too few to judge a change"
    assert isinstance(panel.picture, Trend)
    assert panel.picture.points[1].value is None


def test_quarters_are_finished_with_their_last_month() -> None:
    panel = page(monthly([(10, 30)] * 5), refusal_span="quarter")["months"]
    assert isinstance(panel.picture, Trend)
    assert [(point.label, point.unfinished) for point in panel.picture.points] == [("Q1 2026", False), ("Q2", True)]


# --- the demo company


def test_the_demo_tells_who_hears_what_and_who_leaves_it_out(of_demo: Callable[..., Context]) -> None:
    found = page(of_demo())
    marks = framed(found["map"])
    assert marks[("Megan Turner", "Budget exhausted")] == 1
    assert marks[("Ian Cooper", "No interest in the product")] == 1
    assert marks[("Sarah Bell", "Not stated")] == 1
    told = found["advice"].advice
    assert any(
        "Megan Turner: “budget exhausted” is the main reason" in said and "instalments" in said for said in told
    )
    assert any("Ian Cooper: “no interest in the product”" in said and "know the product" in said for said in told)
    assert any("Sarah Bell leaves refusals without a reason more often" in said for said in told)
    assert told[-1].endswith("not an established cause.")


def test_the_chosen_manager_stands_against_the_rest(of_demo: Callable[..., Context]) -> None:
    panel = page(of_demo(), refusal_manager="Ian Cooper")["manager"]
    assert panel.title == "Ian Cooper hears “no interest in the product” more often than the rest: 37% against 14%"
    assert isinstance(panel.picture, Forest)
    first = panel.picture.dots[0]
    assert (first.verdict, first.text) == (Verdict.MORE, "86 of 234 = 37%")
    assert first.aside.startswith("the rest 14%, smoothed ")
    smooth = int(first.aside.split("smoothed ")[1].rstrip("%"))
    assert 18 < smooth < 37, "a smoothed share lies between the own one and the department's"
    assert first.share.value == pytest.approx(86 / 234 - (298 - 86) / (1697 - 234))


def test_a_choice_that_does_not_exist_falls_back(of_demo: Callable[..., Context]) -> None:
    usual = page(of_demo())
    odd = page(of_demo(), refusal_manager="Nobody", refusal_rows="moon", refusal_cells="x", refusal_reason="y")
    assert {key: panel.title for key, panel in odd.items()} == {key: panel.title for key, panel in usual.items()}


def test_rows_without_a_column_name_it() -> None:
    panel = page(context_of({"deals": lost(A_AND_B)}), refusal_rows="competitor")["map"]
    assert isinstance(panel.picture, Empty)
    assert "Competitor" in panel.picture.why
    assert panel.choices, "the way back stays on the panel"


def test_what_is_not_stated_is_shown_but_not_compared(of_demo: Callable[..., Context]) -> None:
    panel = page(of_demo(), refusal_rows="competitor")["map"]
    assert isinstance(panel.picture, HeatMap)
    assert panel.picture.rows[-1].label == "Competitor not stated"
    assert framed(panel) == {}, "all competitors are named beside the same two reasons"
    assert "“Competitor not stated” is not compared" in panel.foot


# --- every mark of every choice

CHOICES: dict[str, dict[str, str]] = {
    "stages": {"refusal_rows": "lost_stage", "refusal_span": "quarter"},
    "products in money": {"refusal_rows": "product_group", "refusal_cells": "money", "refusal_by": "group"},
    "competitors": {"refusal_rows": "competitor", "refusal_reason": "-blank"},
    "segments by groups": {"refusal_rows": "segment", "refusal_by": "group", "refusal_manager": "Sarah Bell"},
    "managers in money": {"refusal_cells": "money"},
}


def worth(rows: pd.DataFrame) -> float:
    return float(rows["_amount"].sum())


def marks(panel: Panel) -> list[tuple[Drill, float, bool]]:
    """Return every drill of a panel with its number, and whether that is money."""
    match panel.picture:
        case HeatMap(rows=rows):
            return [(cell.drill, cell.share.k, bool(cell.text)) for row in rows for cell in row.cells]
        case Forest(dots=dots):
            return [(dot.drill, dot.share.k, False) for dot in dots]
        case Bars(bars=bars):
            return [(bar.drill, bar.value, False) for bar in bars]
        case Listing(rows=listed):
            return [(row.drill, float(row.cells[2].split(" of ")[0]), False) for row in listed]
        case Trend(points=points):
            return [(point.drill, float(point.text.split(": ")[1].split(" of ")[0]), False) for point in points]
        case _:
            return []


@pytest.mark.parametrize("choices", CHOICES.values(), ids=CHOICES.keys())
def test_marks_open_into_what_they_say_whatever_is_chosen(
    choices: dict[str, str], of_demo: Callable[..., Context]
) -> None:
    # Under everybody's filters each mark is walked elsewhere; here a few of every panel, for each choice.
    context = of_demo(manager=("Megan Turner", "Sarah Bell"), channel=("Referral", "Cold call", None))
    for panel in page(context, **choices).values():
        found = marks(panel)
        assert found, panel.key
        for drill, number, of_money in found[:: max(1, len(found) // 3)]:
            rows = rows_behind(drill, context)
            assert (worth(rows) if of_money else len(rows)) == pytest.approx(number), (panel.key, drill)


def test_the_cells_of_a_row_add_up_to_the_row(of_demo: Callable[..., Context]) -> None:
    for choices in CHOICES.values():
        picture = page(of_demo(), **choices)["map"].picture
        assert isinstance(picture, HeatMap)
        for row in picture.rows:
            assert sum(cell.share.k for cell in row.cells) == pytest.approx(row.cells[0].share.n)
        whole, *parts = picture.rows
        assert sum(row.cells[0].share.n for row in parts) == pytest.approx(whole.cells[0].share.n)


def test_the_rarest_reasons_stand_together_and_open_into_all_of_theirs() -> None:
    rows = [("A", f"odd wish {at}", 30 - at) for at in range(12)] + [("B", "odd wish 3", 30), ("B", None, 2)]
    context = context_of({"deals": lost(rows)})
    panel = page(context)["map"]
    assert isinstance(panel.picture, HeatMap)
    at = panel.picture.columns.index("Remaining reasons")
    assert len(panel.picture.columns) == 9
    for row in panel.picture.rows:
        assert len(rows_behind(row.cells[at].drill, context)) == row.cells[at].share.k
    assert panel.picture.rows[0].cells[at].share.k == sum(30 - at for at in range(7, 12))
