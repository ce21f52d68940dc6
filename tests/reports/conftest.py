"""The invented company, and a department small enough to check by hand, as a report sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from sales_metrics.demo import frames
from sales_metrics.engine import Tables
from sales_metrics.metrics.filters import Filters
from sales_metrics.metrics.listing import data_day
from sales_metrics.model.period import Period
from sales_metrics.model.text import Language
from sales_metrics.reports.context import Context


@pytest.fixture(scope="session")
def demo() -> Tables:
    return Tables.of_frames(frames("en"))


@pytest.fixture(scope="session")
def of_demo(demo: Tables) -> Callable[..., Context]:
    def made(language: Language = "en", period: Period | None = None, **where: tuple[str | None, ...]) -> Context:
        return Context(demo, Filters(period or Period(), where), language, data_day(demo) or date(2026, 11, 20))

    return made


def context_of(tables: dict[str, pd.DataFrame], language: Language = "en", period: Period | None = None) -> Context:
    """Return a context of small frames."""
    found = Tables.of_frames(tables)
    return Context(found, Filters(period or Period()), language, data_day(found) or date(2026, 3, 31))
