"""BG/NBD against the values that its authors published for the CDNOW clients, and against simulated clients."""

from __future__ import annotations

import numpy as np
import pytest

from sales_metrics.statistics.bgnbd import Model, fitted

CDNOW = Model(0.2426, 4.4135, 0.7929, 2.4258)


def test_published_expectations() -> None:
    assert CDNOW.expected(39, 2, 30.43, 38.86) == pytest.approx(1.226, abs=5e-4)
    assert CDNOW.alive(2, 30.43, 38.86) == pytest.approx(0.7266, abs=5e-5)
    assert CDNOW.expected(52, 26, 30.86, 31) == pytest.approx(25.759, abs=5e-3)
    assert CDNOW.alive(26, 30.86, 31) == pytest.approx(0.9689, abs=5e-5)
    assert CDNOW.expected(52, 0, 0, 0) == pytest.approx(1.444, abs=5e-4)
    assert CDNOW.expected(2, 10, 35, 39) == pytest.approx(0.39157, abs=2e-4)


def test_of_two_who_fell_silent_the_busier_is_more_surely_gone() -> None:
    busy = CDNOW.expected(52, [10, 15, 20, 25], 20, 39)
    assert busy == pytest.approx([0.3474, 0.0428, 0.0042, 0.0004], abs=1e-4)
    assert CDNOW.alive(0, 0, 500) == 1


def test_very_busy_clients_do_not_underflow() -> None:
    assert np.isfinite(CDNOW.log_likelihood([400], [1000], [1010]))


def test_the_model_is_found_again_in_any_unit_of_time() -> None:
    rng = np.random.default_rng(4)
    cases = [client(rng) for _ in range(2000)]
    x, last, age = np.array(cases).T
    found = fitted(x, last, age)
    assert found is not None
    truth = Model(1.5, 10, 1, 3)
    assert found.log_likelihood(x, last, age) >= truth.log_likelihood(x, last, age)
    assert (found.r, found.alpha) == pytest.approx((1.5, 10), rel=0.2)
    assert found.a / (found.a + found.b) == pytest.approx(0.25, abs=0.04)
    days = fitted(x, last * 7, age * 7)
    assert days is not None
    assert days.alpha / found.alpha == pytest.approx(7, rel=1e-2)
    assert fitted(x[:299], last[:299], age[:299]) is None


def client(rng: np.random.Generator) -> tuple[int, float, float]:
    age = float(rng.uniform(20, 60))
    rate, loss = rng.gamma(1.5, 1 / 10), rng.beta(1, 3)
    x, last, at = 0, 0.0, 0.0
    while True:
        at += rng.exponential(1 / rate)
        if at > age:
            return x, last, age
        x, last = x + 1, at
        if rng.random() < loss:
            return x, last, age
