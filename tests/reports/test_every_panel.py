"""One walk over every panel of every page: each mark opens into rows that add up to it, under all filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from sales_metrics.charts import drills, figure
from sales_metrics.metrics import METRICS
from sales_metrics.model.panel import (
    Bars,
    Bridge,
    Bullets,
    Card,
    Coverage,
    Curves,
    Drill,
    Empty,
    Fan,
    Forest,
    Funnel,
    HeatMap,
    Listing,
    Multiples,
    Panel,
    Product,
    Slopes,
    Trend,
)
from sales_metrics.model.period import Period
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.reports.activity import activity
from sales_metrics.reports.activity_plan import plan_panel
from sales_metrics.reports.attention import attention
from sales_metrics.reports.behind import REST, rows_behind
from sales_metrics.reports.client_calendar import client_calendar
from sales_metrics.reports.context import Context
from sales_metrics.reports.conveyor import conveyor
from sales_metrics.reports.development import development
from sales_metrics.reports.forecast import forecast
from sales_metrics.reports.funnel import funnel
from sales_metrics.reports.key_accounts import key_accounts
from sales_metrics.reports.meeting_board import board_panel, meetings_panel
from sales_metrics.reports.my_clients import my_clients
from sales_metrics.reports.overview import cards, chosen_period, overview
from sales_metrics.reports.pipeline import pipeline
from sales_metrics.reports.plans import plans
from sales_metrics.reports.qualification import qualification
from sales_metrics.reports.records import records
from sales_metrics.reports.refusals import refusals
from sales_metrics.reports.segments import segments
from sales_metrics.reports.sleeping import sleeping
from sales_metrics.reports.surveys import surveys
from sales_metrics.reports.training import training
from sales_metrics.reports.workload import workload_panel

REPORTS = (
    cards,
    overview,
    funnel,
    refusals,
    surveys,
    pipeline,
    conveyor,
    activity,
    attention,
    records,
    training,
    forecast,
    *(key_accounts, sleeping),
    client_calendar,
    my_clients,
    plans,
    development,
    segments,
    qualification,
)
CHOICES: tuple[dict[str, str], ...] = (
    {"funnel.set": "short", "funnel.by": "channel", "funnel.groups_date": "created"},
    {"funnel.set": "full", "funnel.by": "team", "conveyor.stretch": "2 decision"},
    {"funnel.date": "closed", "funnel.by": "product_group", "conveyor.stretch": "3 handover"},
)
CATEGORIES = {"reason", "way", "standing"}
MARKS_UNDER_FILTERS = 12
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
        case HeatMap(rows=rows) if not panel.key.startswith(("activity.", "segments.")):
            yield from ((cell.drill, cell.share.k) for row in rows for cell in row.cells)
        case HeatMap(rows=rows):
            for row in rows:
                yield from (
                    (cell.drill, cell.share.k) for cell in row.cells if CATEGORIES & cell.drill.where.keys()
                )
        case Listing(rows=listed) if panel.key == "refusals.advice":
            yield from ((row.drill, counted(row.cells[2])) for row in listed)
        case Bridge() | Forest() | Trend() if panel.key.startswith("development."):
            return  # Their marks count clients, and the rows are orders: see test_development.py.
        case Forest(dots=dots, differences=True):
            yield from ((dot.drill, dot.share.k) for dot in dots)
        case Forest(dots=dots):
            yield from ((dot.drill, dot.share.n) for dot in dots)
        case Bars(bars=bars) if panel.key in ("refusals.reasons", "attention.priorities", "records.lag"):
            yield from ((bar.drill, bar.value) for bar in bars)
        case Trend(points=points) if panel.key == "refusals.months":
            yield from ((point.drill, counted(point.text.split(": ")[1])) for point in points)
        case Bars(bars=bars) if panel.key in (
            "calendar.kinds",
            "calendar.dossier",
            "plans.states",
            "plans.questions",
            "plans.sides",
        ):
            yield from ((bar.drill, bar.value) for bar in bars)
        case Listing(rows=listed) if panel.key == "plans.reasons":
            yield from ((row.drill, number_in(row.cells[1])) for row in listed)
        case Listing(rows=listed) if panel.key == "plans.points":
            yield from ((row.drill, 1) for row in listed)
        case Listing(rows=listed) if panel.key == "plans.control":
            yield from ((row.drill, 1) for row in listed if row.drill.metric == "control_figures_set")
            yield from ((row.drill, among(row.cells[4])) for row in listed if " of " in row.cells[4])
        case Listing(rows=listed) if panel.key == "plans.board":
            yield from ((row.drill, 1) for row in listed[::5])
        case Bars(bars=bars) if panel.key == "pipeline.stages":
            yield from ((bar.drill, whole(bar.aside.split(" · ")[1])) for bar in bars)
        case Bars(bars=bars) if panel.key == "pipeline.curves":
            yield from ((bar.drill, bar.value) for bar in bars)
        case Bridge(spans=spans):
            yield from ((span.drill, whole(span.under.split(" ")[0])) for span in spans)
        case Curves(watched=watched):
            yield from ((one.drill, whole(one.text)) for one in watched)
        case Bars(bars=bars) if panel.key in ("sleeping.managers", "sleeping.second"):
            yield from ((bar.drill, bar.value) for bar in bars)
        case Bars(bars=bars) if panel.key == "conveyor.qualification":
            yield from ((bar.drill, bar.value) for bar in bars)
        case Bars(bars=bars) if panel.key.startswith("qualification."):
            yield from ((bar.drill, bar.value) for bar in bars)
        case Listing(rows=listed) if panel.key == "qualification.ask":
            yield from ((row.drill, 1) for row in listed[::9])
        case Listing(rows=listed) if panel.key == "qualification.portrait":
            yield from ((row.drill, among(row.cells[3])) for row in listed)
        case Bars(bars=bars) if panel.key == "conveyor.stretches":
            yield from ((bar.drill, number_in(bar.aside.split()[-1])) for bar in bars)
        case Multiples(groups=groups):
            yield from ((bar.drill, bar.share.n) for group in groups for bar in group.bars if bar)
        case Listing(rows=listed) if panel.key == "funnel.path":
            yield from ((row.drill, number_in(row.cells[1])) for row in listed)
        case Listing(rows=listed) if panel.key == "funnel.mapping":
            yield from ((row.drill, number_in(row.cells[2] or "0")) for row in listed)
        case Listing(rows=listed) if panel.key == "conveyor.waiting":
            yield from ((row.drill, 1) for row in listed[::7])
        case Bullets(bullets=bullets) if panel.key == "activity.plan":
            yield from ((bullet.drill, bullet.fact) for bullet in bullets)
        case Slopes(slopes=lines):
            for line in lines:
                ends = ((line.before_drill, line.before.n), (line.after_drill, line.after.n))
                yield from ((way, n) for way, n in ends if way is not None)
        case Trend(points=points):
            yield from (
                (point.drill, float(point.under.replace("\u00a0", "").replace(",", ""))) for point in points
            )
        case Listing(rows=rows) if panel.key == "records.sample":
            yield from ((row.drill, float(row.cells[1])) for row in rows)
        case Listing(rows=rows) if panel.key == "records.person":
            told = [(row.drill, row.cells[1].partition(" of ")) for row in rows]
            yield from ((drill, float(k.replace(",", ""))) for drill, (k, of, _) in told if of)
        case Coverage(points=points, within=bounds):
            yield from ((point.drill, whole(point.under)) for point in points)
            yield from ((one.drill, among(one.text.split(": ")[1])) for one in bounds if one)
        case Listing(rows=rows) if panel.key == "surveys.measures":
            yield from ((row.drill, counted(row.cells[4])) for row in rows)
        case Listing(rows=rows) if panel.key == "surveys.signs":
            yield from ((row.drill, among(row.cells[1]) - counted(row.cells[1])) for row in rows)
        case Listing(rows=rows) if panel.key == "surveys.call":
            yield from ((row.drill, 1) for row in rows[::19])
        case Listing(rows=rows) if panel.key == "surveys.themes":
            yield from ((row.drill, counted(row.cells[1])) for row in rows)
        case Bars(bars=bars) if panel.key == "surveys.warm":
            yield from ((bar.drill, among(bar.text)) for bar in bars)
        case _:
            return


def counted(text: str) -> float:
    """Return k of a text that begins with "k of n"."""
    return float(text.split(" of ")[0].replace("\u00a0", "").replace(",", ""))


def among(text: str) -> float:
    """Return n of a text that begins with "k of n"."""
    return whole(text.split(" of ")[1].split(" ")[0])


def whole(text: str) -> float:
    return float(text.replace("\u00a0", "").replace(",", ""))


def number_in(text: str) -> int:
    return int(text.replace("\u00a0", "").replace(",", ""))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__name__)
def test_the_rows_behind_a_mark_add_up_to_it(
    report: Callable[[Context], tuple[Panel, ...]], view: str, of_demo: Callable[..., Context]
) -> None:
    context = of_demo(**VIEWS[view])
    for panel in report(context):
        found = list(marks(panel))
        # Every mark is opened where nothing is filtered; under filters as many of a panel as show that they hold.
        step = 1 if view == "everything" else max(len(found) // MARKS_UNDER_FILTERS, 1)
        for drill, number in found[::step]:
            assert len(rows_behind(drill, context)) == number, (panel.key, drill)


@pytest.mark.parametrize("chosen", CHOICES, ids=lambda chosen: chosen["funnel.by"])
@pytest.mark.parametrize("report", [funnel, conveyor], ids=lambda report: report.__name__)
def test_the_rows_add_up_whatever_the_reader_sets(
    report: Callable[[Context], tuple[Panel, ...]], chosen: dict[str, str], of_demo: Callable[..., Context]
) -> None:
    context = replace(of_demo(period=Period.month("2026-09")), choices=chosen)
    for panel in report(context):
        found = list(marks(panel))
        for drill, number in found[:: max(len(found) // MARKS_UNDER_FILTERS, 1)]:
            assert len(rows_behind(drill, context)) == number, (panel.key, drill)


@pytest.mark.parametrize("view", VIEWS)
def test_the_rows_behind_a_running_total_are_worth_it(view: str, of_demo: Callable[..., Context]) -> None:
    context = of_demo(**VIEWS[view])
    for panel in forecast(context):
        if isinstance(panel.picture, Fan):
            for point in panel.picture.points:
                if point.drill is not None:
                    worth = rows_behind(point.drill, context)["amount"].sum()
                    assert worth == pytest.approx(point.fact), (panel.key, point.drill)
        if isinstance(panel.picture, Product):
            for factor in panel.picture.factors:
                if factor.drill is not None and factor.count is not None:
                    assert len(rows_behind(factor.drill, context)) == factor.count, factor.label


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


@pytest.mark.parametrize("view", ["everything", "a quarter", "one manager"])
def test_the_days_behind_a_plan_add_up_to_it(view: str, of_demo: Callable[..., Context]) -> None:
    context = of_demo(**VIEWS[view])
    panel = plan_panel(context)
    assert isinstance(panel.picture, Bullets)
    assert panel.picture.bullets
    for bullet in panel.picture.bullets:
        assert rows_behind(bullet.plan_drill, context)["_total"].sum() == bullet.plan


@pytest.mark.parametrize("day", ["yesterday", "today", "tomorrow", "week"])
def test_the_meetings_behind_a_row_of_the_board_are_as_many_as_it_says(
    day: str, of_demo: Callable[..., Context]
) -> None:
    context = replace(of_demo(), choices={"activity.day": day})
    board, meetings = board_panel(context), meetings_panel(context)
    assert isinstance(board.picture, Listing)
    assert isinstance(meetings.picture, Listing)
    for row in board.picture.rows:
        planned, held, moved, waiting = (int(cell) for cell in row.cells[1:5])
        rows = rows_behind(row.drill, context)
        assert (rows["_planned"].sum(), rows["_held"].sum()) == (planned, held)
        assert (rows["_moved"].sum(), rows["_waiting"].sum()) == (moved, waiting)
    for row in meetings.picture.rows[:8]:
        rows = rows_behind(row.drill, context)
        assert set(rows["client"]) == {row.cells[2]}
        assert len(rows) >= 1


def test_the_contacts_behind_a_workload_make_its_days(of_demo: Callable[..., Context]) -> None:
    context = of_demo()
    panel = workload_panel(context)
    assert isinstance(panel.picture, Bars)
    measured = METRICS["contacts_per_day"].measure(context.tables, by=("manager",)).set_index("manager")
    for bar in panel.picture.bars:
        days = measured["n"][bar.label]
        assert len(rows_behind(bar.drill, context)) / days == pytest.approx(bar.value)


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
        # Points of a line lead to one month each; the readings of a forecast all lead to the same open deals.
        repeats = isinstance(panel.picture, Trend | HeatMap) or panel.key == "forecast.open"
        assert repeats or len(drills(panel)) == len(set(map(str, drills(panel))))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__name__)
def test_keys_are_told_apart(
    report: Callable[[Context], tuple[Panel, ...]], of_demo: Callable[..., Context]
) -> None:
    keys = [panel.key for panel in report(of_demo())]
    assert len(set(keys)) == len(keys)


def test_a_page_whose_columns_are_missing_says_which(of_demo: Callable[..., Context]) -> None:
    from .conftest import context_of

    context = context_of({"clients": pd.DataFrame({"client": ["Alfa"]})})
    for report in (
        funnel,
        refusals,
        surveys,
        conveyor,
        activity,
        attention,
        records,
        key_accounts,
        sleeping,
        development,
        segments,
    ):
        for panel in report(context):
            assert isinstance(panel.picture, Empty)
            assert any(
                table in panel.picture.why for table in ("Deals", "Orders", "Contacts", "Ring-round", "Surveys")
            )
            assert panel.picture.would_show
            assert panel.picture.action
