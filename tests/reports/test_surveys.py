"""The survey page on orders few enough to count, and on the invented company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from sales_metrics.model.panel import Bars, Coverage, Empty, Listing, Panel, Trend, Verdict
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.reports.context import Context
from sales_metrics.reports.surveys import surveys

from .conftest import context_of


def page(context: Context) -> dict[str, Panel]:
    return {panel.key: panel for panel in surveys(context)}


def small(asked: int, satisfied: int, orders: int = 20, **more: str) -> dict[str, pd.DataFrame]:
    """Return orders completed on one Monday, some of them rated, and one order two weeks later."""
    ids = [f"o{number}" for number in range(orders)]
    table = pd.DataFrame(
        {
            "order_id": [*ids, "last"],
            "client": [f"c{number % 7}" for number in range(orders + 1)],
            "manager": "Ivanova",
            "ordered_on": ["2026-03-01"] * (orders + 1),
            "completed_on": ["2026-03-02"] * orders + ["2026-03-16"],
        }
    )
    answers = pd.DataFrame(
        {
            "order_id": ids[:asked],
            "surveyed_on": ["2026-03-04"] * asked,
            "rating": [5.0] * satisfied + [2.0] * (asked - satisfied),
        }
    ).assign(**more)
    return {"orders": table, "surveys": answers}


def test_the_headline_couples_coverage_with_the_bounds() -> None:
    panel = page(context_of(small(asked=16, satisfied=14)))["surveys.bounds"]
    assert isinstance(panel.picture, Coverage)
    bounds = panel.picture.within[0]
    assert bounds is not None
    # 14 of 20 if none of the four unasked is satisfied, 18 of 20 if all are.
    assert (bounds.least, bounds.most) == pytest.approx((0.7, 0.9))
    assert bounds.value == pytest.approx(14 / 16)
    assert panel.picture.within[-1] is None


def test_ninety_asked_of_a_hundred() -> None:
    panel = page(context_of(small(asked=90, satisfied=81, orders=99)))["surveys.measures"]
    assert panel.title == "The client is satisfied after 81–91% of orders; of those asked, after 90%"
    assert isinstance(panel.picture, Listing)
    share, mean = panel.picture.rows
    assert share.cells[1] == "81–91% [75–96]"
    assert mean.cells[1].startswith("4.")
    assert "10 of 100 orders" in panel.advice[0]


def test_few_answers_are_counts_without_a_share() -> None:
    panel = page(context_of(small(asked=4, satisfied=4)))["surveys.measures"]
    assert isinstance(panel.picture, Listing)
    assert panel.title == "Fewer than 10 ratings: too early to judge satisfaction"
    assert {row.cells[2] for row in panel.picture.rows} == {"—"}


def test_without_ratings_coverage_stands_alone() -> None:
    tables = small(asked=16, satisfied=14)
    tables["surveys"] = tables["surveys"].drop(columns="rating")
    panels = page(context_of(tables))
    assert isinstance(panels["surveys.weeks"].picture, Trend)
    assert isinstance(panels["surveys.measures"].picture, Empty)
    assert "Rating" in panels["surveys.measures"].picture.why
    assert isinstance(panels["surveys.managers"].picture, Bars)
    assert isinstance(panels["surveys.call"].picture, Listing)


def test_the_orders_to_call_begin_with_the_oldest() -> None:
    panel = page(context_of(small(asked=18, satisfied=14)))["surveys.call"]
    assert isinstance(panel.picture, Listing)
    assert [row.cells[1] for row in panel.picture.rows] == ["o18", "o19", "last"]
    assert [row.cells[4] for row in panel.picture.rows] == ["14", "14", "0"]
    done = small(asked=20, satisfied=20)
    done["orders"] = done["orders"].iloc[:-1]
    assert isinstance(page(context_of(done))["surveys.call"].picture, Empty)


def test_quotes_are_shown_letter_by_letter() -> None:
    hostile = "=1+1 <b>$late$</b> [x](y)"
    panel = page(context_of(small(asked=12, satisfied=9, disliked=hostile)))["surveys.themes"]
    assert isinstance(panel.picture, Listing)
    (row,) = panel.picture.rows
    assert row.cells == ("Deadlines and delivery", "12 of 12 = 100%", "late", f"“{hostile}”")


def test_who_was_not_asked_in_the_invented_company(of_demo: Callable[..., Context]) -> None:
    panel = page(of_demo())["surveys.signs"]
    assert panel.title == "After late orders clients are asked less often: 69% against 91%"
    assert isinstance(panel.picture, Listing)
    assert [row.verdict for row in panel.picture.rows[:2]] == [Verdict.WORSE, Verdict.WORSE]
    assert panel.picture.rows[0].cells[4] == "holds as well"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_finished_in_words(language: Language, of_demo: Callable[..., Context]) -> None:
    for question, by in (("liked", "size"), ("improve", "channel"), ("disliked", "segment")):
        chosen = {"surveys.question": question, "surveys.by": by}
        panels = page(replace(of_demo(language), choices=chosen))
        for key in ("surveys.themes", "surveys.managers"):
            assert "{" not in panels[key].title + panels[key].foot
        assert isinstance(panels["surveys.themes"].picture, Listing)
