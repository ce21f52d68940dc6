"""The methods for a monthly series: what each does on series whose future is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.tsa.holtwinters import SimpleExpSmoothing

from sales_metrics.statistics.seasonality import repeated, seasonal_factors
from sales_metrics.statistics.series import forecasts, seasonal_naive, smoothed

OIL = (
    446.6565,
    454.4733,
    455.6630,
    423.6322,
    456.2713,
    440.5881,
    425.3325,
    485.1494,
    506.0482,
    526.7920,
    514.2689,
    494.2110,
)
"""Saudi Arabian oil production 1996-2007 in million tonnes: Hyndman and Athanasopoulos, Forecasting, sec. 7.1."""


def seasons(years: int, noise: float, size: float = 0.3) -> np.ndarray:
    rng = np.random.default_rng(7)
    months = np.arange(12 * years)
    return 100 * np.exp(size * np.sin(2 * np.pi * months / 12) + noise * rng.standard_normal(len(months)))


def test_the_same_month_a_year_before() -> None:
    values = np.arange(1.0, 19.0)
    assert seasonal_naive(values, 14).tolist() == [*range(7, 19), 7, 8]
    assert seasonal_naive(values[:5], 3).tolist() == [5, 5, 5]


def test_smoothing_ends_where_the_published_fit_does() -> None:
    # With the level of the start and the weight both fitted: alpha 0.892, first level 447.478, forecast 496.493.
    fitted = SimpleExpSmoothing(np.array(OIL), initialization_method="estimated").fit()
    assert fitted.params["smoothing_level"] == pytest.approx(0.892, abs=0.002)
    assert smoothed(np.array(OIL), 3) == pytest.approx([496.493] * 3, abs=0.05)


def test_a_clear_season_is_found_and_a_chance_one_is_not() -> None:
    found = seasonal_factors(seasons(6, noise=0.05))
    true = np.exp(0.3 * np.sin(2 * np.pi * np.arange(12) / 12))
    assert found == pytest.approx(true / true.mean(), abs=0.06)
    rng = np.random.default_rng(1)
    sizes = [np.ptp(seasonal_factors(np.exp(0.3 * rng.standard_normal(60)))) for _ in range(40)]
    assert np.mean([size == 0 for size in sizes]) > 0.4, "without a season most series get none at all"
    assert np.median(sizes) < 0.1


def test_too_short_a_series_and_one_with_a_zero_have_no_season() -> None:
    assert (seasonal_factors(seasons(3, 0.01)[:35]) == 1).all()
    values = seasons(6, 0.01)
    values[5] = 0
    assert (seasonal_factors(values) == 1).all()


def test_factors_go_on_where_the_series_ends() -> None:
    factors = np.arange(12.0)
    assert repeated(factors, 14, 4).tolist() == [2, 3, 4, 5]


def test_the_next_year_of_a_seasonal_series_is_met() -> None:
    values = seasons(7, noise=0.03)
    said = forecasts(values[:-12], 12)
    assert set(said) == {"seasonal_naive", "smoothed", "damped", "theta", "combined"}
    assert said["combined"] == pytest.approx(values[-12:], rel=0.12)
    voices = [voice for name, voice in said.items() if name != "combined"]
    assert said["combined"] == pytest.approx(np.median(voices, axis=0))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 1e9), min_size=6, max_size=40), st.integers(1, 14))
def test_any_series_of_sales_has_a_forecast_that_is_not_negative(values: list[float], horizon: int) -> None:
    for voice in forecasts(values, horizon).values():
        assert voice.shape == (horizon,)
        assert np.isfinite(voice).all()
        assert (voice >= 0).all()


@pytest.mark.parametrize("scale", [1e-3, 1e6])
def test_the_unit_of_money_does_not_matter(scale: float) -> None:
    values = seasons(5, noise=0.1)
    assert forecasts(values * scale, 6)["combined"] == pytest.approx(
        forecasts(values, 6)["combined"] * scale, rel=0.01
    )


def test_a_constant_series_goes_on() -> None:
    assert forecasts([5.0] * 8, 3)["combined"].tolist() == [5, 5, 5]


@pytest.mark.parametrize("values", [[1.0] * 5, [1.0] * 6 + [float("nan")], []])
def test_less_than_half_a_year_is_no_series(values: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 6 months"):
        forecasts(values, 1)
