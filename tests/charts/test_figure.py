"""Laws of every picture: for all panels, widths and themes."""

from __future__ import annotations

import itertools
import json
import re
from typing import Any

import pytest

from sales_metrics.charts import FIGURE_CONFIG, drills, figure
from sales_metrics.charts.theme import ThemeName, Width, contrast, sizes_of, theme_of
from sales_metrics.model.panel import Coverage, Curves, Empty, Trend

from .boxes import boxes, plain_text
from .samples import ALL, HOSTILE

WIDTHS: tuple[Width, ...] = ("laptop", "phone", "slide")
THEMES: tuple[ThemeName, ...] = ("light", "dark")
EVERY = pytest.mark.parametrize(("name", "width"), [(name, width) for name in ALL for width in WIDTHS])


def drawn(name: str, width: Width, theme: ThemeName = "light", *, overview: bool = False) -> Any:
    return figure(ALL[name], theme=theme, width=width, lang="ru", overview=overview)


@EVERY
@pytest.mark.parametrize("stretch", [1.0, 1.6])
def test_texts_neither_touch_nor_leave_the_figure(name: str, width: Width, stretch: float) -> None:
    page = sizes_of(width).narrowest * stretch
    made = drawn(name, width)
    found = boxes(made, page)
    assert not [(a.text, b.text) for a, b in itertools.combinations(found, 2) if a.meets(b)]
    assert not [box.text for box in found if box.left < -0.5 or box.right > page + 0.5]
    assert not [box.text for box in found if box.top < -0.5 or box.bottom > made.layout.height + 0.5]


@pytest.mark.parametrize("name", ["funnel", "forest", "bars", "trend", "trend of money"])
def test_texts_have_room_on_the_overview(name: str) -> None:
    page = sizes_of("laptop").narrowest_overview
    found = boxes(drawn(name, "laptop", overview=True), page)
    assert not [(a.text, b.text) for a, b in itertools.combinations(found, 2) if a.meets(b)]
    assert not [box.text for box in found if box.left < -0.5 or box.right > page + 0.5]


@EVERY
def test_every_drill_is_reached_by_a_mark_and_no_mark_leads_elsewhere(name: str, width: Width) -> None:
    shown = {place for trace in drawn(name, width).data for place in (trace.customdata or ())}
    picture = ALL[name].picture
    every = set(range(len(drills(ALL[name]))))
    if isinstance(picture, Trend) and width == "phone":
        every = set(sorted(every)[-6:])
    if isinstance(picture, Curves) and width == "phone":
        every -= {1, 2}
    if isinstance(picture, Coverage) and width == "phone":
        last = (*picture.points[-6:], *(one for one in picture.within[-6:] if one is not None))
        every = set(sorted(every)[-len(last) or len(every) :])
    unknown = name in ("card of none", "card of unknowns")
    assert shown == (set() if unknown else every)


@EVERY
@pytest.mark.parametrize("theme", THEMES)
def test_the_same_panel_gives_the_same_figure(name: str, width: Width, theme: ThemeName) -> None:
    assert drawn(name, width, theme).to_json() == drawn(name, width, theme).to_json()


@EVERY
@pytest.mark.parametrize("theme", THEMES)
def test_texts_outside_of_fills_can_be_read(name: str, width: Width, theme: ThemeName) -> None:
    ground = theme_of(theme).ground
    for text in drawn(name, width, theme).layout.annotations:
        if text.name not in ("cell", "count"):
            colours = [text.font.color, *re.findall(r"color:(#\w{6})", text.text)]
            assert all(contrast(colour, ground) >= 4.5 for colour in colours), text.text


@EVERY
def test_the_page_scrolls_and_not_the_chart(name: str, width: Width) -> None:
    layout = drawn(name, width).layout
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
    assert layout.dragmode is False
    assert layout.showlegend is False
    assert layout.width is None
    assert layout.height > 0
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert not any(text.textangle for text in layout.annotations)


@EVERY
def test_nothing_pales_when_another_mark_is_clicked(name: str, width: Width) -> None:
    for trace in drawn(name, width).data:
        if trace.customdata:
            assert trace.unselected.marker.opacity == (trace.marker.opacity if trace.marker.opacity == 0 else 1)


@pytest.mark.parametrize("width", WIDTHS)
def test_names_from_files_are_text_and_not_markup(width: Width) -> None:
    made = drawn("hostile", width)
    written = [text.text for text in made.layout.annotations] + list(made.data[0].hovertext)
    for text in written:
        assert not re.search(r"<(?!/?span|br)", text)
        assert "$" not in text
    assert plain_text(made.data[0].hovertext[0]).startswith(HOSTILE.split("\n")[0])


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_panel_says_why(width: Width) -> None:
    made = drawn("empty", width)
    said = " ".join(plain_text(text.text) for text in made.layout.annotations)
    picture = ALL["empty"].picture
    assert isinstance(picture, Empty)
    assert picture.why in said
    assert picture.action in said
    assert not made.data


def test_the_configuration_goes_into_json_and_hides_the_buttons() -> None:
    assert json.loads(json.dumps(FIGURE_CONFIG))["displayModeBar"] is False


@EVERY
def test_no_text_is_left_to_the_browser(name: str, width: Width) -> None:
    made = drawn(name, width)
    assert not any(getattr(trace, "text", None) for trace in made.data)
    assert not made.layout.xaxis.showticklabels
    assert not made.layout.yaxis.showticklabels
