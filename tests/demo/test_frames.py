"""The demo company is whole: right sizes, no dangling reference, no date before its cause, one in all languages."""

from __future__ import annotations

import pandas as pd
import pytest

from sales_metrics.demo import END, START, frames
from sales_metrics.model.tables import TABLES, Kind
from sales_metrics.model.text import LANGUAGES, Language

EN = frames("en")


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        ("clients", 600, 600),
        ("contacts", 18_000, 22_000),
        ("deals", 1_700, 2_500),
        ("stage_log", 5_000, 9_000),
        ("orders", 2_800, 3_200),
        ("order_lines", 4_500, 9_000),
        ("surveys", 2_000, 2_800),
        ("trainings", 5, 5),
        ("managers", 14, 14),
        ("products", 48, 48),
        ("stages", 9, 9),
    ],
)
def test_size(table: str, low: int, high: int) -> None:
    assert low <= len(EN[table]) <= high


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_are_typed_and_needed_ones_are_there(language: Language) -> None:
    for key, frame in frames(language).items():
        table = TABLES[key]
        assert {column.key for column in table.columns if column.needed} <= set(frame.columns)
        for name in frame.columns:
            column = table.column(name)
            if column.kind in (Kind.DAY, Kind.MOMENT):
                assert frame[name].dtype == "datetime64[us]", (key, name)
            elif column.kind in (Kind.MONEY, Kind.NUMBER, Kind.SHARE):
                assert frame[name].dtype == "float64", (key, name)
            elif column.kind is Kind.SCORE:
                assert frame[name].dtype == "Int64", (key, name)
            elif column.kind is Kind.YES_NO:
                assert frame[name].dtype == "boolean", (key, name)
            else:
                assert isinstance(frame[name].dtype, pd.StringDtype), (key, name)
            if column.choices:
                assert set(frame[name].dropna()) <= {choice.code for choice in column.choices}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_leads_somewhere(language: Language) -> None:
    tables = frames(language)
    clients, managers = set(tables["clients"]["client"]), set(tables["managers"]["manager"])
    assert tables["clients"]["client"].is_unique
    for key, frame in tables.items():
        if "client" in frame:
            assert set(frame["client"].dropna()) <= clients, key
        for name in {"manager", "surveyor", "owner", "service_manager", "tele_marketer", "head"} & set(
            frame.columns
        ):
            assert set(frame[name].dropna()) <= managers, (key, name)
    deals, orders = tables["deals"], tables["orders"]
    assert deals["deal_id"].is_unique
    assert orders["order_id"].is_unique
    for key in ("contacts", "stage_log", "orders"):
        assert set(tables[key]["deal_id"].dropna()) <= set(deals["deal_id"])
    for key in ("order_lines", "surveys"):
        assert set(tables[key]["order_id"]) <= set(orders["order_id"])
    assert set(deals["stage"]) <= set(tables["stages"]["stage"])
    assert set(tables["order_lines"]["product_id"]) <= set(tables["products"]["product_id"])


@pytest.mark.parametrize(
    ("table", "earlier", "later"),
    [
        ("deals", "created_on", "closed_on"),
        ("deals", "created_on", "expected_on"),
        ("deals", "created_on", "offer_sent_on"),
        ("deals", "offer_sent_on", "offer_confirmed_on"),
        ("deals", "closed_on", "handed_over_on"),
        ("orders", "ordered_on", "completed_on"),
        ("contacts", "held_at", "next_on"),
        ("absences", "from_on", "to_on"),
    ],
)
def test_cause_comes_before_effect(table: str, earlier: str, later: str) -> None:
    rows = EN[table].dropna(subset=[earlier, later])
    assert len(rows) > 40
    assert (rows[earlier] <= rows[later]).all()


def test_past_lies_within_the_data() -> None:
    first, last = pd.Timestamp(START), pd.Timestamp(END) + pd.Timedelta(days=1)
    for table, column in (
        ("deals", "created_on"),
        ("deals", "closed_on"),
        ("contacts", "held_at"),
        ("contacts", "created_at"),
        ("orders", "ordered_on"),
        ("orders", "completed_on"),
        ("surveys", "surveyed_on"),
        ("stage_log", "entered_at"),
    ):
        assert EN[table][column].dropna().between(first, last).all(), (table, column)
    assert EN["contacts"]["held_at"].max().date() == END
    assert EN["contacts"]["planned_at"].max().date() > END


def test_stage_log_goes_forward_and_ends_where_the_deal_is() -> None:
    order = {stage: position for position, stage in enumerate(EN["stages"]["stage"])}
    log = EN["stage_log"].assign(position=EN["stage_log"]["stage"].map(order))
    by_time = log.sort_values(["deal_id", "entered_at", "position"])
    steps = by_time.groupby("deal_id")
    assert (steps["position"].diff().dropna() > 0).all()
    assert (steps["entered_at"].diff().dropna() > pd.Timedelta(0)).all()
    deals = EN["deals"].set_index("deal_id")
    furthest = steps["stage"].last()
    unfinished = deals[deals["outcome"] == "open"]
    assert (furthest[unfinished.index] == unfinished["stage"]).all()
    lost = deals[deals["outcome"] == "lost"]
    assert (furthest[lost.index] == lost["lost_stage"]).all()
    assert (furthest[deals.index[deals["outcome"] == "won"]] == "Contract").all()


def test_lines_add_up_to_their_order() -> None:
    sums = EN["order_lines"].groupby("order_id")["amount"].sum()
    orders = EN["orders"].set_index("order_id")["amount"]
    assert (sums.reindex(orders.index) - orders).abs().max() < 0.005
    assert EN["order_lines"].duplicated(["order_id", "line"]).sum() == 0
    assert EN["order_lines"].duplicated(["order_id", "product_id"]).sum() == 0


def test_returns_are_negative() -> None:
    orders = EN["orders"]
    assert ((orders["amount"] < 0) == orders["is_return"]).all()
    assert orders["is_return"].sum() > 20


@pytest.mark.parametrize("language", ["ru", "bg"])
def test_same_company_in_every_language(language: Language) -> None:
    told = frames(language)
    assert set(told) == set(EN)
    for key, frame in told.items():
        assert list(frame.columns) == list(EN[key].columns)
        assert (frame.isna() == EN[key].isna()).all(axis=None), key
    pd.testing.assert_series_equal(told["deals"]["outcome"], EN["deals"]["outcome"])
    pd.testing.assert_series_equal(told["contacts"]["held_at"], EN["contacts"]["held_at"])
    rate = 100 if language == "ru" else 1
    assert told["orders"]["amount"].sum() == pytest.approx(EN["orders"]["amount"].sum() * rate, rel=1e-6)


def test_frames_belong_to_the_caller() -> None:
    mine = frames("en")
    mine["deals"].loc[:, "amount"] = 0.0
    assert frames("en")["deals"]["amount"].sum() > 0
