"""The predictive simulation against closed forms, and what it promises: intervals that cover."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from sales_metrics.statistics.simulation import Prior, Seller, chances, expected, money, simulate

LOGNORMAL = stats.lognorm(s=np.sqrt(np.log(1 + 0.8**2)), scale=50_000 / np.sqrt(1 + 0.8**2))
AMOUNTS = tuple(LOGNORMAL.ppf((np.arange(4000) + 0.5) / 4000))
"""Contracts with a mean of 50 000 and a coefficient of variation of 0.8."""


def seller(**more: object) -> Seller:
    given: dict[str, object] = {
        "name": "Ann",
        "meetings": 44,
        "days": 22,
        "won": 10,
        "tried": 100,
        "amounts": AMOUNTS,
        "ahead": 22,
    }
    return Seller(**{**given, **more})  # type: ignore[arg-type]


def test_mean_and_spread_are_those_of_the_closed_form() -> None:
    assert expected(seller()) == pytest.approx(231_312, rel=0.002)
    sums = simulate([seller()], seed=1, draws=100_000)["Ann"]
    assert sums.mean() == pytest.approx(231_312, rel=0.01)
    assert sums.std() == pytest.approx(157_457, rel=0.015)
    low, middle, high = np.quantile(sums, [0.1, 0.5, 0.9])
    assert (low, middle, high) == pytest.approx((55_400, 203_100, 442_500), rel=0.02)
    assert np.mean(sums == 0) == pytest.approx(0.023, abs=0.003)
    assert np.mean(sums >= 440_000) == pytest.approx(0.10, abs=0.01)


@pytest.mark.parametrize(
    ("won", "tried", "low", "high"), [(1, 10, 1, 13), (4, 40, 1, 9), (10, 100, 2, 8), (50, 500, 2, 7)]
)
def test_a_short_record_makes_a_wide_forecast(won: int, tried: int, low: int, high: int) -> None:
    rng = np.random.default_rng(5)
    contracts = rng.binomial(44, chances(won, tried, rng, 200_000))
    assert tuple(np.quantile(contracts, [0.1, 0.9])) == (low, high)


def test_the_same_seed_gives_the_same_draws_whoever_else_is_there() -> None:
    alone = simulate([seller()], seed=9, draws=500)["Ann"]
    together = simulate([seller(name="Bob"), seller()], seed=9, draws=500)
    assert (together["Ann"] == alone).all()
    assert not (together["Bob"] == alone).all()
    assert list(together) == ["Bob", "Ann"]
    assert not (simulate([seller()], seed=10, draws=500)["Ann"] == alone).all()


def test_a_company_is_surer_than_its_managers() -> None:
    sellers = [
        seller(name=f"M{at}", amounts=(50_000.0,), won=500, tried=5000, meetings=4400, days=2200)
        for at in range(10)
    ]
    sums = simulate(sellers, seed=2, draws=20_000)
    total = np.sum(list(sums.values()), axis=0)
    one, all_ten = sums["M0"], total
    assert all_ten.std() / all_ten.mean() == pytest.approx(0.14, abs=0.02)
    assert one.std() / one.mean() == pytest.approx(0.45, abs=0.04)
    added_up = sum(np.quantile(each, 0.1) for each in sums.values())
    assert np.quantile(total, 0.1) > 1.5 * added_up, "quantiles are not added up"


def test_meetings_already_held_still_bring_contracts() -> None:
    waiting = seller(ahead=0.0, waiting={(0.5, 0.5, 1.0): 40}, won=5000, tried=10_000, amounts=(1.0,))
    # Half a chance each; half of it is over without a contract: .25 of what is left of .75.
    assert simulate([waiting], seed=3)["Ann"].mean() == pytest.approx(40 / 3, rel=0.02)
    later = seller(ahead=0.0, waiting={(0.5, 0.75, 1.0): 40}, won=5000, tried=10_000, amounts=(1.0,))
    assert simulate([later], seed=3)["Ann"].mean() == pytest.approx(20 / 3, rel=0.02), "half of it comes before"


@pytest.mark.parametrize("lacking", [{"days": 0.0}, {"amounts": ()}])
def test_who_has_no_day_or_no_amount_brings_nothing(lacking: dict[str, object]) -> None:
    assert not simulate([seller(**lacking)], seed=1, draws=50)["Ann"].any()
    assert expected(seller(**lacking)) == 0


def test_the_team_pulls_a_short_record_towards_itself() -> None:
    rng = np.random.default_rng(0)
    lone = chances(3, 4, rng, 50_000).mean()
    pulled = chances(3, 4, rng, 50_000, Prior(0.1, 40)).mean()
    assert lone == pytest.approx(3.5 / 5, abs=0.01)
    assert pulled == pytest.approx((0.5 + 4 + 3) / (1 + 40 + 4), abs=0.01)


def test_money_is_the_sum_of_as_many_amounts() -> None:
    rng = np.random.default_rng(0)
    assert money(np.array([0, 3, 1]), [7.0], rng).tolist() == [0, 21, 7]


def test_the_daily_count_can_vary_more_than_a_poisson_does() -> None:
    calm, wild = (simulate([seller()], seed=4, dispersion=wide)["Ann"] for wide in (1.0, 10.0))
    assert wild.mean() == pytest.approx(calm.mean(), rel=0.02)
    assert wild.std() > 1.05 * calm.std()


def test_intervals_cover_what_comes() -> None:
    """Departments whose truth is known: the next month falls into the 80 % interval four times in five."""
    rng = np.random.default_rng(11)
    held = []
    for run in range(300):
        rate, share = rng.gamma(8, 0.25), rng.beta(6, 40)
        meetings, days = int(rng.poisson(rate * 120)), 120
        won = int(rng.binomial(meetings, share))
        amounts = LOGNORMAL.rvs(60, random_state=rng)
        truth = LOGNORMAL.rvs(int(rng.binomial(rng.poisson(rate * 21), share)), random_state=rng).sum()
        known = seller(meetings=meetings, days=days, won=won, tried=meetings, amounts=tuple(amounts), ahead=21)
        low, high = np.quantile(simulate([known], seed=run, draws=2000)["Ann"], [0.1, 0.9])
        held.append(low <= truth <= high)
    assert np.mean(held) == pytest.approx(0.8, abs=0.06), (
        "a longer run with a closer bound stands in the benchmarks"
    )
