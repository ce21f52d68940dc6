from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.charts.theme import ThemeName, colour_names, contrast, sizes_of, strokes, theme_of
from sales_metrics.model.panel import Verdict

BOTH = pytest.mark.parametrize("name", ["light", "dark"])


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#17202B", "#17202B") == 1
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@BOTH
def test_text_and_marks_reach_their_contrast(name: ThemeName) -> None:
    theme = theme_of(name)
    for colour in (theme.text, theme.muted, theme.alarm_text, theme.good, theme.accent):
        assert contrast(colour, theme.ground) >= 4.5
    for colour in (theme.mark, theme.alarm):
        assert contrast(colour, theme.ground) >= 3


@BOTH
@given(share=st.floats(0, 1))
def test_the_better_ink_can_be_read_on_every_shade(name: ThemeName, share: float) -> None:
    theme = theme_of(name)
    fill = theme.shade(share, 0.45)
    assert contrast(theme.ink_on(fill), fill) >= 4.5


def test_the_ink_is_computed_and_not_guessed_by_lightness() -> None:
    theme = theme_of("light")
    assert theme.ink_on(theme.mark) == "#FFFFFF"
    assert theme_of("dark").ink_on(theme_of("dark").mark) == "#0B1420"
    assert theme.ink_on("#FFFFFF") == "#0B1420"


def test_shades_run_between_the_ends_of_the_scale() -> None:
    theme = theme_of("light")
    assert theme.shade(0, 0.45) == theme.sequential[0]
    assert theme.shade(0.45, 0.45) == theme.shade(0.9, 0.45) == theme.sequential[-1]
    assert theme.shade(0.05, 0.45) == theme.sequential[1]
    assert theme.shade(0.024, 0.45) == theme.sequential[0]
    assert theme.shade(0.026, 0.45) == theme.sequential[1]


def test_the_scale_for_plotly_has_the_same_steps() -> None:
    theme = theme_of("light")
    scale = theme.scale()
    assert scale[0] == (0, theme.sequential[0])
    assert scale[-1] == (1, theme.sequential[-1])
    assert [place for place, _ in scale] == sorted(place for place, _ in scale)
    for share in (0.01, 0.11, 0.2, 0.34, 0.44):
        here = [colour for place, colour in scale if place <= share / 0.45]
        assert theme.shade(share, 0.45) == here[-1]


def test_only_proven_differences_have_a_colour() -> None:
    theme = theme_of("light")
    coloured = {verdict for verdict in Verdict if theme.verdict(verdict) != theme.mark}
    assert coloured == {Verdict.BETTER, Verdict.WORSE, Verdict.MORE, Verdict.LESS}
    assert theme.verdict(Verdict.MORE) == theme.verdict(Verdict.LESS) == theme.text, "neither is good or bad"
    assert theme.verdict_text(Verdict.WORSE) == theme.alarm_text


def test_both_themes_name_the_same_colours_and_every_width_is_known() -> None:
    for name in colour_names():
        for theme in (theme_of("light"), theme_of("dark")):
            assert getattr(theme, name).startswith("#")
    assert sizes_of("phone").row < sizes_of("slide").row
    assert sizes_of("slide").stroke == 1.8
    assert strokes().interval_proven > strokes().interval
