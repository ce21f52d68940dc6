"""What each picture shows: its data, its places, its words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from sales_metrics.charts import figure
from sales_metrics.charts.theme import CLEAR, ThemeName, Width, contrast, sizes_of, theme_of
from sales_metrics.model.panel import Bars, Bullets, Card, Forest, Funnel, HeatMap, Panel, Trend, Verdict
from sales_metrics.model.text import LANGUAGES, Language

from . import samples
from .boxes import boxes, plain_text

LIGHT = theme_of("light")


def drawn(
    panel: Panel, width: Any = "laptop", lang: Language = "ru", theme: ThemeName = "light", **more: Any
) -> Any:
    return figure(panel, theme=theme, width=width, lang=lang, **more)


def texts(made: Any, name: str) -> list[str]:
    return [plain_text(text.text) for text in made.layout.annotations if text.name == name]


def solid(made: Any) -> Any:
    """Return the bars that can be seen; the fields for clicks are the other trace of bars."""
    return next(trace for trace in made.data if isinstance(trace, go.Bar) and trace.marker.color != CLEAR)


def test_a_funnel_has_a_bar_from_zero_per_stage_and_the_last_is_the_accent() -> None:
    stages = solid(drawn(samples.funnel()))
    assert list(stages.x) == [312, 214, 131, 86, 54, 37]
    assert list(stages.y) == [0, 1, 2, 3, 4, 5]
    assert stages.base is None
    assert stages.orientation == "h"
    assert list(stages.marker.color) == [LIGHT.mark] * 5 + [LIGHT.accent]
    assert list(stages.customdata) == [0, 2, 4, 6, 8, 10]


def test_conversion_and_losses_stand_in_the_gap_below_their_stage() -> None:
    made = drawn(samples.funnel())
    gaps = [text.y for text in made.layout.annotations if text.name == "onward"]
    assert gaps == [0.5, 1.5, 2.5, 3.5, 4.5]
    assert texts(made, "onward")[0].startswith("↓ 69\u00a0%")
    assert texts(made, "onward")[1].endswith("▼ было 74\u00a0%")
    assert texts(made, "rest")[0] == "проиграно 49 · ещё открыто 49"
    assert texts(made, "count") == ["312", "214", "131", "86", "54", "37"]


def test_only_the_gap_that_differs_is_an_alarm() -> None:
    colours = [text.font.color for text in drawn(samples.funnel()).layout.annotations if text.name == "onward"]
    assert colours == [LIGHT.muted, LIGHT.alarm_text, LIGHT.muted, LIGHT.muted, LIGHT.muted]


def test_the_gap_opens_those_who_went_no_further() -> None:
    made = drawn(samples.funnel())
    gaps = next(trace for trace in made.data if trace.marker.color == CLEAR)
    assert list(gaps.y) == [0.5, 1.5, 2.5, 3.5, 4.5]
    assert list(gaps.width) == [0.5] * 5
    assert list(gaps.customdata) == [1, 3, 5, 7, 9]


def test_many_stages_put_the_conversion_into_a_column() -> None:
    made = drawn(samples.ALL["funnel of eighteen"])
    assert not texts(made, "onward")
    assert len(solid(made).x) == 18
    assert "дальше прошли" in texts(made, "head")
    assert made.layout.height == 46 + 56 * 18


def test_the_words_of_a_funnel_are_those_of_the_panel() -> None:
    panel = samples.funnel()
    assert isinstance(panel.picture, Funnel)
    own = replace(panel.picture, words={"count": "клиентов", "was": "раньше"})
    made = drawn(replace(panel, picture=own))
    assert "клиентов" in texts(made, "head")
    assert texts(made, "onward")[1].endswith("▼ раньше 74\u00a0%")


def test_a_stage_that_not_all_had_time_for_is_hollow() -> None:
    panel = samples.funnel()
    assert isinstance(panel.picture, Funnel)
    steps = (*panel.picture.steps[:-1], replace(panel.picture.steps[-1], unfinished=True))
    bars = solid(drawn(replace(panel, picture=replace(panel.picture, steps=steps))))
    assert bars.marker.color[-1] == LIGHT.ground
    assert list(bars.marker.line.width) == [0, 0, 0, 0, 0, 2.5]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_counts_in_bars_and_cells_can_be_read(theme: ThemeName) -> None:
    colours = theme_of(theme)
    made = drawn(samples.funnel(), theme=theme)
    fills = solid(made).marker.color
    counts = [text for text in made.layout.annotations if text.name == "count"]
    for text, fill in zip(counts, fills, strict=True):
        behind = fill if text.xanchor == "right" else colours.ground
        assert contrast(text.font.color, behind) >= 4.5
    panel = samples.heat_map()
    assert isinstance(panel.picture, HeatMap)
    cells = iter([text for text in drawn(panel, "slide", theme=theme).layout.annotations if text.name == "cell"])
    for row in panel.picture.rows:
        for cell in row.cells:
            behind = colours.shade(cell.share.value or 0, 0.45) if row.filled else colours.ground
            assert contrast(next(cells).font.color, behind) >= 4.5


def test_the_overview_leaves_out_intervals_and_losses() -> None:
    made = drawn(samples.funnel(), overview=True)
    assert not texts(made, "rest")
    assert not any("[" in text for text in texts(made, "onward"))


def test_the_phone_puts_names_above_their_bars() -> None:
    found = {box.text: box for box in boxes(drawn(samples.funnel(), "phone"), 340) if box.name == "name"}
    assert found["Стадия 1"].bottom < 40
    assert all(box.left < 10 for box in found.values())


def test_a_comparison_draws_what_it_may_and_no_more() -> None:
    made = drawn(samples.forest())
    points = [trace for trace in made.data if isinstance(trace, go.Scatter) and trace.mode == "markers"]
    lines = [trace for trace in made.data if isinstance(trace, go.Scatter) and trace.mode == "lines"]
    assert len(points) == len(lines) == 6
    colours = [(point.marker.color, point.marker.line.color) for point in points]
    assert colours[0] == (LIGHT.good, LIGHT.good)
    assert colours[1] == (LIGHT.mark, LIGHT.mark)
    assert colours[2] == (LIGHT.ground, LIGHT.mark)
    assert colours[3] == (LIGHT.alarm, LIGHT.alarm)
    assert [line.line.width for line in lines[:4]] == [4, 2.5, 2.5, 4]


def test_the_department_is_set_apart_by_a_third_of_a_row() -> None:
    made = drawn(samples.forest())
    assert [text.y for text in made.layout.annotations if text.name == "name"][:3] == [
        0,
        pytest.approx(4 / 3),
        pytest.approx(7 / 3),
    ]


def test_signs_go_before_the_words_of_a_verdict_once() -> None:
    told = texts(drawn(samples.forest(5, "слова")), "verdict")
    assert told == ["▲\u00a0слова", "=\u00a0слова", "?\u00a0слова", "▼\u00a0слова", "слова"]
    assert texts(drawn(samples.forest(1, "▲ лучше")), "verdict") == ["▲ лучше"]


def test_the_band_of_the_reference_stays_within_the_shares() -> None:
    panel = samples.forest(2)
    assert isinstance(panel.picture, Forest)
    made = drawn(replace(panel, picture=replace(panel.picture, reference=0.03)))
    band = next(shape for shape in made.layout.shapes if shape.type == "rect")
    assert (band.x0, band.x1) == (0, pytest.approx(0.13))


def test_the_shade_is_the_share_and_the_text_the_count() -> None:
    panel = samples.heat_map()
    assert isinstance(panel.picture, HeatMap)
    made = drawn(panel)
    maps = [trace for trace in made.data if isinstance(trace, go.Heatmap)]
    assert len(maps) == 6, "the row below the gate is not filled"
    assert maps[0].zmin == 0
    assert {one.zmax for one in maps} == {0.45}
    first = panel.picture.rows[0]
    assert list(maps[0].z[0]) == [cell.share.value for cell in first.cells]
    assert any(text.startswith("300") for text in texts(made, "cell"))


def test_a_share_above_the_scale_stretches_it() -> None:
    panel = samples.heat_map(1, 1)
    maps = [trace for trace in drawn(panel).data if isinstance(trace, go.Heatmap)]
    assert maps[0].zmax == 1


def test_proven_cells_are_framed_and_point_up_or_down() -> None:
    made = drawn(samples.heat_map(), "slide")
    frames = [shape for shape in made.layout.shapes if shape.line.color == LIGHT.text]
    assert len(frames) == 7
    arrows = [text[0] for text in texts(made, "cell") if text[0] in "↑↓"]
    assert arrows == ["↑"] + ["↓"] * 6


def test_a_heat_map_becomes_bars_on_a_phone_with_the_department_as_a_tick() -> None:
    made = drawn(samples.heat_map(2, 3), "phone")
    assert texts(made, "group") == ["Отдел", samples.LONG[1], samples.LONG[2]]
    assert len(solid(made).x) == 6
    ticks = [shape for shape in made.layout.shapes if shape.line.color == LIGHT.text]
    assert len(ticks) == 2, "the department has none of its own, the row below the gate has no share"


def test_bars_begin_at_zero_and_unknown_ones_are_hatched() -> None:
    made = drawn(samples.bars())
    found = solid(made)
    assert list(found.x) == [1234567, 0, 5, 800000, 1234567]
    assert found.marker.color[0] == LIGHT.accent
    hatched = made.data[-1]
    assert (list(hatched.x), list(hatched.customdata)) == ([0], [5])
    assert hatched.marker.pattern.shape == "/"
    assert made.layout.xaxis.range[0] == 0


def test_the_number_steps_behind_a_tick_that_would_run_through_it() -> None:
    made = drawn(samples.bars())
    places = [text.x for text in made.layout.annotations if text.name == "value"]
    assert places[:4] == [1234567, 0, 5, 810000]


def test_values_below_zero_run_to_the_left() -> None:
    assert list(drawn(samples.ALL["bars below zero"]).layout.xaxis.range) == [-5, 3]


def test_the_running_period_is_hollow_and_apart() -> None:
    made = drawn(samples.trend())
    lines = [trace for trace in made.data if getattr(trace, "mode", "") == "lines"]
    line = next(trace for trace in lines if trace.line.color == LIGHT.accent)
    assert line.y[-1] is None
    assert line.y[3] is None
    assert not line.connectgaps
    whole, running = (trace for trace in made.data if getattr(trace, "mode", "") == "markers")
    assert list(running.x) == [11]
    assert running.marker.color == LIGHT.ground
    assert list(whole.x) == [0, 1, 2, 4, 5, 6, 7, 8, 9, 10]


def test_the_end_of_a_series_is_labelled_and_the_target_with_it() -> None:
    panel = samples.trend(5)
    assert isinstance(panel.picture, Trend)
    made = drawn(panel)
    last = panel.picture.points[2].value or 0
    assert texts(made, "end") == ["Цель 90\u00a0%", f"{round(last * 100)}\u00a0%", "4 из 40неделя идёт"]


def test_a_phone_shows_the_last_six_points() -> None:
    made = drawn(samples.trend(60), "phone")
    assert made.layout.xaxis.range[0] == pytest.approx(53.6)
    assert made.layout.xaxis.range[1] == pytest.approx(59.4)


def test_an_axis_has_five_ticks_at_most_and_shares_end_at_one() -> None:
    made = drawn(samples.trend(60))
    assert 2 <= len(texts(made, "tick")) <= 5
    assert made.layout.yaxis.range[1] <= 1.02
    given = samples.trend()
    assert isinstance(given.picture, Trend)
    own = replace(given.picture, axis_texts=((0.5, "половина"), (7.0, "вне оси")))
    assert texts(drawn(replace(given, picture=own)), "tick") == ["половина"]


@pytest.mark.parametrize("unfinished", [True, False])
def test_a_card_ends_in_a_dot_in_the_colour_of_the_verdict(unfinished: bool) -> None:
    made = drawn(samples.card(unfinished=unfinished))
    dot = made.data[-1]
    assert dot.marker.line.color == LIGHT.alarm
    assert dot.marker.color == (LIGHT.ground if unfinished else LIGHT.alarm)
    assert [trace.line.dash for trace in made.data[:-1]] == (["solid", "2px,4px"] if unfinished else ["solid"])
    assert made.layout.height == 46


def test_what_cannot_be_told_stays_grey() -> None:
    panel = samples.card()
    assert isinstance(panel.picture, Card)
    quiet = replace(panel, picture=replace(panel.picture, verdict=Verdict.CANNOT_TELL))
    assert drawn(quiet).data[-1].marker.line.color == LIGHT.text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["funnel", "forest", "heat map", "bars", "trend"])
def test_our_own_words_follow_the_language(name: str, lang: Language) -> None:
    hint = {"ru": "нажмите: строки", "en": "click: rows", "bg": "натиснете: редове"}[lang]
    hovers = [text for trace in drawn(samples.ALL[name], lang=lang).data for text in trace.hovertext or ()]
    assert hovers
    assert all(text.endswith(hint) for text in hovers)


def test_a_picture_with_a_heading_only_over_the_bars() -> None:
    panel = samples.bars(2)
    assert isinstance(panel.picture, Bars)
    made = drawn(replace(panel, picture=replace(panel.picture, aside_heading="")))
    assert texts(made, "head") == ["отказов за всё время"]


def test_a_bullet_is_red_only_where_the_plan_is_all_but_out_of_reach() -> None:
    made = drawn(samples.bullets())
    facts = next(
        trace for trace in made.data if isinstance(trace, go.Bar) and not isinstance(trace.marker.color, str)
    )
    assert list(facts.marker.color) == [LIGHT.alarm if at % 3 == 1 else LIGHT.mark for at in range(7)]
    assert texts(made, "chance")[1].startswith("▼")
    assert not texts(drawn(samples.bullets(5, running=False)), "chance")


def test_a_bullet_without_a_forecast_has_no_wide_bar() -> None:
    wide = [
        trace
        for trace in drawn(samples.bullets()).data
        if isinstance(trace, go.Bar) and trace.marker.color == LIGHT.band80
    ]
    assert [list(trace.customdata) for trace in wide] == [[0, 2, 4, 8, 10, 12]]
    over = drawn(samples.bullets(5, running=False))
    assert not [trace for trace in over.data if isinstance(trace, go.Bar) and trace.marker.color == LIGHT.band80]


def test_the_marks_of_plan_and_fact_are_named_once_over_the_first_row() -> None:
    named = texts(drawn(samples.bullets()), "mark")
    assert "план" in named
    assert len(named) == len(set(named))
    assert not texts(drawn(samples.bullets(), "phone"), "mark")


@pytest.mark.parametrize("width", ["laptop", "slide"])
@pytest.mark.parametrize("plan", [50.0, 68.0, 75.0, 90.0])
def test_the_word_of_the_forecast_makes_way_for_that_of_the_plan(width: Width, plan: float) -> None:
    """The bar runs from 50 to 100; wherever in it the plan stands, half of it or more is free for the word."""
    panel = samples.bullets(1)
    assert isinstance(panel.picture, Bullets)
    bullet = replace(panel.picture.bullets[0], label="Ян", plan=plan, due=None, low=50.0, high=100.0)
    made = drawn(replace(panel, picture=replace(panel.picture, bullets=(bullet,))), width)
    marks = {plain_text(text.text): text for text in made.layout.annotations if text.name == "mark"}
    assert set(marks) == {"план", "прогноз, 80\u00a0%"}
    assert marks["план"].x == plan
    assert 50 <= marks["прогноз, 80\u00a0%"].x <= 100
    for page in (1.0, 1.6):
        first, second = (box for box in boxes(made, page * sizes_of(width).narrowest) if box.name == "mark")
        assert not first.meets(second)


@pytest.mark.parametrize("name", ["calibration", "calibration of one", "calibration of none"])
@pytest.mark.parametrize("width", ["laptop", "slide"])
def test_the_diagonal_is_named_beside_it_and_clear_of_every_mark(name: str, width: Width) -> None:
    made, page = drawn(samples.ALL[name], width), sizes_of(width).narrowest
    (label,) = [box for box in boxes(made, page) if box.name == "diagonal"]
    assert label.text == "как вписано"
    layout = made.layout
    wide, high = page - layout.margin.l - layout.margin.r, layout.height - layout.margin.t - layout.margin.b

    def at(x: float, y: float) -> tuple[float, float]:
        (left, right), (low, top) = layout.xaxis.range, layout.yaxis.range
        across, down = (x - left) / (right - left), (top - y) / (top - low)
        return layout.margin.l + across * wide, layout.margin.t + down * high

    for step in range(101):
        x, y = at(step / 100, step / 100)
        assert not (label.left < x < label.right and label.top < y < label.bottom)
    for trace in made.data:
        if trace.mode == "markers":
            x, y = at(trace.x[0], trace.y[0])
            reach = trace.marker.size / 2
            assert not (
                label.left - reach < x < label.right + reach and label.top - reach < y < label.bottom + reach
            )
        else:
            (x, low), (_, high_end) = at(trace.x[0], trace.y[0]), at(trace.x[1], trace.y[1])
            assert not (label.left < x < label.right and label.top < low and high_end < label.bottom)
    ends = [at(step / 100, step / 100) for step in range(101)]
    near = min(
        max(abs(x - min(max(x, label.left), label.right)), abs(y - min(max(y, label.top), label.bottom)))
        for x, y in ends
    )
    assert near < 12


@pytest.mark.parametrize("width", ["laptop", "phone", "slide"])
@pytest.mark.parametrize("count", [21, 20, 22])
def test_a_year_is_named_where_it_begins_before_other_months_find_room(width: Width, count: int) -> None:
    written = texts(drawn(samples.months(count), width), "period")
    assert {"янв. 2026", "янв. 2027"} - set(written) == ({"янв. 2027"} if count == 20 else set())
    assert len(written) > 3
