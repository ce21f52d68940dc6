"""An export of a shop's invoice lines, with returns and nameless customers: what its director asks first.

The file goes through recognition as any upload does; every answer is worked out a second time from its raw lines.
"""

from __future__ import annotations

from math import isclose
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import sales_metrics as sm
from sales_metrics.metrics import METRICS
from sales_metrics.model.panel import Bars, Forest
from sales_metrics.reports.behind import rows_behind
from sales_metrics.reports.context import Context
from sales_metrics.reports.development_growth import growth_panel
from sales_metrics.reports.key_accounts import clients_panel
from sales_metrics.reports.sleeping_repeat import repeat_panel

from .conftest import context_of

LINES = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"


def written(folder: Path, customers: int = 60, weeks: int = 12) -> Path:
    """Write twelve weeks of an invented shop: a seventh of the lines are returns, a fifth name no customer."""
    rng = np.random.default_rng(20_261_125)
    rows = []
    for invoice in range(700):
        customer = 12_000 + int(rng.zipf(1.6)) % customers
        day = pd.Timestamp("2026-01-05 09:00") + pd.Timedelta(hours=int(rng.integers(0, weeks * 7 * 24 - 12)))
        back = rng.random() < 0.14
        number = f"C{500_000 + invoice}" if back else str(500_000 + invoice)
        named = "" if rng.random() < 0.2 else f"{customer}.0"
        for line in range(int(rng.integers(1, 4))):
            quantity = int(rng.integers(1, 30)) * (-1 if back else 1)
            price = round(float(rng.uniform(0.4, 9)), 2)
            country = ("Italy", "Spain", "Malta")[customer % 3]
            rows.append(f"{number},{22_000 + line}A,LANTERN,{quantity},{day},{price},{named},{country}")
    path = folder / "shop.csv"
    path.write_text("\n".join([LINES, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, Context]:
    path = written(tmp_path_factory.mktemp("shop"))
    raw = pd.read_csv(path, dtype={"CustomerID": "string", "InvoiceNo": "string"}, parse_dates=["InvoiceDate"])
    raw = raw.assign(money=raw["Quantity"] * raw["UnitPrice"], day=raw["InvoiceDate"].dt.normalize())
    return raw, context_of(dict(sm.read(path)))


def test_the_ten_largest_customers(shop: tuple[pd.DataFrame, Context]) -> None:
    raw, context = shop
    revenue = raw.groupby("CustomerID")["money"].sum().sort_values(ascending=False)
    picture = clients_panel(context).picture
    assert isinstance(picture, Bars)
    shown = sum(bar.value for bar in picture.bars[:10])
    assert isclose(shown, revenue.head(10).sum() / raw["money"].sum(), abs_tol=1e-9)
    behind = sum(rows_behind(bar.drill, context)["_total"].sum() for bar in picture.bars)
    assert behind == pytest.approx(raw["money"].sum())


def test_the_share_of_repeat_customers_is_of_those_who_bought(shop: tuple[pd.DataFrame, Context]) -> None:
    raw, context = shop
    bought = raw[raw["CustomerID"].notna() & ~raw["InvoiceNo"].str.startswith("C")]
    days = bought.groupby("CustomerID")["day"].nunique()
    found = METRICS["bought_again"].measure(context.tables).iloc[0]
    assert (found["k"], found["n"]) == ((days > 1).sum(), len(days))
    assert repeat_panel(context).title.startswith(f"{(days > 1).sum()} of {len(days)}")


def test_who_bought_more_in_the_second_half_is_of_those_who_bought_in_the_first(
    shop: tuple[pd.DataFrame, Context],
) -> None:
    raw, context = shop
    last = raw["day"].max()
    half = pd.Timedelta(days=((last - raw["day"].min()).days + 1) // 14 * 7)
    named = raw[raw["CustomerID"].notna()]
    now = named[named["day"] > last - half].groupby("CustomerID")["money"].sum()
    before = named[(named["day"] <= last - half) & (named["day"] > last - 2 * half)]
    base = before.groupby("CustomerID")["money"].sum()
    # What returns have eaten up leaves dust of floats behind.
    base = base[base > 0.005]
    more = now.reindex(base.index).fillna(0.0) > base * 1.05
    panel = growth_panel(context)
    assert isinstance(panel.picture, Forest)
    whole = panel.picture.dots[0]
    assert (whole.share.k, whole.share.n) == (more.sum(), len(base))
    # Both denominators are said: of whom it is a share, and what chance alone would give.
    assert "earlier clients" in panel.subtitle
    assert "Returns are taken off" in panel.foot
