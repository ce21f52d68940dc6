"""One walk over every panel of every page: each mark opens into rows that add up to it, under all filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from sales_metrics.charts import drills, figure
from sales_metrics.metrics import METRICS
from sales_metrics.model.panel import Bars, Card, Drill, Empty, Forest, Funnel, HeatMap, Listing, Panel, Trend
from sales_metrics.model.period import Period
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.reports.attention import attention
from sales_metrics.reports.behind import REST, rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.funnel import funnel
from sales_metrics.reports.overview import cards, chosen_period, overview
from sales_metrics.reports.records import records
from sales_metrics.reports.refusals import refusals
from sales_metrics.reports.surveys import surveys

REPORTS = (cards, overview, funnel, refusals, surveys, attention, records)
VIEWS: dict[str, dict[str, Any]] = {
    "everything": {},
    "a quarter": {"period": Period.month("2026-07")},
    "one manager": {"manager": ("Ellen Hughes",)},
    "a channel of a quarter": {"period": Period.month("2026-09"), "channel": ("Referral", "Cold call")},
    "nothing": {"manager": ("Nobody At All",)},
}


def marks(panel: Panel) -> Iterator[tuple[Drill, float]]:
    """Yield the way behind every mark, and the number of rows that it must lead to."""
    match panel.picture:
        case Funnel(steps=steps):
            for step in steps:
                yield step.drill, step.count
                if step.lost_drill:
                    yield step.lost_drill, step.lost
        case HeatMap(rows=rows):
            for row in rows:
                cells = (cell for cell in row.cells if "reason" in cell.drill.where or panel.key != "refusals.map")
                yield from ((cell.drill, cell.share.k) for cell in cells)
        case Forest(dots=dots):
            yield from ((dot.drill, dot.share.n) for dot in dots)
        case Bars(bars=bars) if panel.key in ("refusals.reasons", "attention.priorities", "records.lag"):
            yield from ((bar.drill, bar.value) for bar in bars)
        case Trend(points=points):
            yield from (
                (point.drill, float(point.under.replace("\u00a0", "").replace(",", ""))) for point in points
            )
        case Listing(rows=rows) if panel.key == "records.sample":
            yield from ((row.drill, float(row.cells[1])) for row in rows)
        case Listing(rows=rows) if panel.key == "records.person":
            told = [(row.drill, row.cells[1].partition(" of ")) for row in rows]
            yield from ((drill, float(k.replace(",", ""))) for drill, (k, of, _) in told if of)
        case _:
            return


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__name__)
def test_the_rows_behind_a_mark_add_up_to_it(
    report: Callable[[Context], tuple[Panel, ...]], view: str, of_demo: Callable[..., Context]
) -> None:
    context = of_demo(**VIEWS[view])
    for panel in report(context):
        for drill, number in marks(panel):
            assert len(rows_behind(drill, context)) == number, (panel.key, drill)


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "nothing"])
def test_the_rows_behind_a_key_figure_recount_it(view: str, of_demo: Callable[..., Context]) -> None:
    context = of_demo(**VIEWS[view])
    month = replace(context, filters=replace(context.filters, period=chosen_period(context)))
    panels = cards(context)
    assert len(panels) == 5
    for panel in panels:
        assert isinstance(panel.picture, Card)
        metric, part = METRICS[panel.picture.drill.metric], panel.picture.drill.part
        measured = metric.measure(month.tables, filters=month.filters)[part].iloc[0]
        assert metric.kind.recounted(rows_behind(panel.picture.drill, month), part) == pytest.approx(measured)


def test_the_orders_to_call_are_those_nobody_asked_after(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    panel = next(panel for panel in surveys(context) if panel.key == "surveys.managers")
    assert isinstance(panel.picture, Bars)
    measured = METRICS["survey_coverage"].measure(context.tables, by=("manager",)).set_index("manager")
    for bar in panel.picture.bars:
        assert bar.drill.part == REST
        row = measured.loc[bar.label]
        rows = rows_behind(bar.drill, context)
        assert len(rows) == row["n"] - row["k"]
        asked = set(context.tables.fetch(context.tables["surveys"])["order_id"])
        assert not asked & set(rows["order_id"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__name__)
def test_a_panel_is_finished_in_words_and_can_be_drawn(
    report: Callable[[Context], tuple[Panel, ...]], language: Language, of_demo: Callable[..., Context]
) -> None:
    panels = report(of_demo(language))
    assert panels
    for panel in panels:
        assert panel.title.strip()
        for words in (panel.title, panel.subtitle, panel.foot):
            assert "{" not in words, words
            assert "nan" not in words.casefold().split()
        if not isinstance(panel.picture, Card | Empty):
            assert panel.subtitle
            assert len(panel.title.split()) <= 18, panel.title
        for width in ("laptop", "phone", "slide"):
            figure(panel, theme="dark", width=width, lang=language)
        assert len(drills(panel)) == len(set(map(str, drills(panel)))) or isinstance(panel.picture, Trend | HeatMap)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__name__)
def test_keys_are_told_apart(
    report: Callable[[Context], tuple[Panel, ...]], of_demo: Callable[..., Context]
) -> None:
    keys = [panel.key for panel in report(of_demo())]
    assert len(set(keys)) == len(keys)


def test_a_page_whose_columns_are_missing_says_which(of_demo: Callable[..., Context]) -> None:
    from .conftest import context_of

    context = context_of({"clients": pd.DataFrame({"client": ["Alfa"]})})
    for report in (funnel, refusals, surveys, attention, records):
        for panel in report(context):
            assert isinstance(panel.picture, Empty)
            assert any(table in panel.picture.why for table in ("Deals", "Orders", "Contacts", "Ring-round"))
            assert panel.picture.would_show
            assert panel.picture.action
