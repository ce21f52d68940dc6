"""Filters, breakdowns, undefined values and gates, on rows that fit on a screen."""

from __future__ import annotations

from datetime import date

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pytest

from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS, Filters, NotBrokenDownError
from sales_metrics.metrics.measuring import _measured
from sales_metrics.model.period import Period

WIN = METRICS["win_rate"]
FRAMES = {
    "deals": pd.DataFrame(
        {
            "deal_id": list("123456"),
            "client": ["Alfa", "Alfa", "Beta", "Gamma", None, "Beta"],
            "manager": ["Ivanova", "Ivanova", "Petrov", "Petrov", None, "Petrov"],
            "outcome": ["won", "lost", "won", "won", "lost", "open"],
            "closed_on": ["2026-03-01", "2026-03-31", "2026-04-01", None, "2026-02-28", None],
            "segment": [None, "retail", None, None, None, None],
            "source": ["website", None, None, None, None, None],
        }
    ),
    "clients": pd.DataFrame(
        {
            "client": ["Alfa", "Alfa", "Beta"],
            "segment": ["industry", "industry", "food"],
            "channel_first": ["fair", "fair", None],
        }
    ),
    "managers": pd.DataFrame({"manager": ["Ivanova", "Petrov"], "team": ["north", None]}),
}


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables.of_frames(FRAMES)


def counts(tables: Tables, by: tuple[str, ...] = (), **filters: object) -> list[list[object]]:
    found = WIN.measure(tables, by, Filters(**filters))  # type: ignore[arg-type]
    plain = found.astype(object).where(found.notna(), None)
    return [list(row) for row in plain[[*by, "k", "n"]].itertuples(index=False, name=None)]


def test_both_ends_of_a_period_belong_to_it(tables: Tables) -> None:
    assert counts(tables, period=Period.month("2026-03")) == [[1, 2]]
    assert counts(tables, period=Period(date(2026, 4, 1), date(2026, 4, 1))) == [[1, 1]]
    assert counts(tables, period=Period(start=date(2026, 3, 31))) == [[1, 2]]
    assert counts(tables, period=Period(end=date(2026, 3, 1))) == [[1, 2]]


def test_a_row_without_the_date_counts_only_when_the_period_is_open(tables: Tables) -> None:
    assert counts(tables) == [[3, 5]]
    assert counts(tables, period=Period(date(1900, 1, 1), date(2100, 1, 1))) == [[2, 4]]


def test_what_is_not_stated_stays_as_a_group_of_its_own(tables: Tables) -> None:
    assert counts(tables, ("manager",)) == [["Ivanova", 1, 2], ["Petrov", 2, 2], [None, 0, 1]]
    assert counts(tables, where={"manager": (None,)}) == [[0, 1]]
    assert counts(tables, where={"manager": (None, "Petrov")}) == [[2, 3]]
    assert counts(tables, where={"manager": ()}) == [[0, 0]]


def test_a_dimension_is_the_rows_own_and_else_the_clients_without_doubling(tables: Tables) -> None:
    assert counts(tables, ("segment",)) == [["food", 1, 1], ["industry", 1, 1], ["retail", 0, 1], [None, 1, 2]]
    assert counts(tables, ("channel",)) == [["fair", 0, 1], ["website", 1, 1], [None, 2, 3]]
    assert counts(tables, ("team",)) == [["north", 1, 2], [None, 2, 3]]


def test_two_dimensions_and_a_filter_on_a_third(tables: Tables) -> None:
    found = counts(tables, ("team", "month"), where={"segment": ("industry", "retail")})
    assert found == [["north", pd.Timestamp("2026-03-01"), 1, 2]]


@pytest.mark.parametrize(
    ("span", "first"),
    [("day", "2026-03-01"), ("week", "2026-02-23"), ("month", "2026-03-01"), ("quarter", "2026-01-01")],
)
def test_a_span_of_time_is_named_by_its_first_day(tables: Tables, span: str, first: str) -> None:
    only = {"manager": ("Ivanova",), "segment": ("industry",)}
    assert counts(tables, (span,), where=only) == [[pd.Timestamp(first), 1, 1]]
    assert len(WIN.rows(tables, where={span: first, "manager": "Ivanova"})) >= 1


def test_a_month_may_be_written_short(tables: Tables) -> None:
    assert len(WIN.rows(tables, where={"month": "2026-03"})) == 2
    assert len(WIN.rows(tables, where={"month": None})) == 1


def test_a_stranger_among_dimensions_is_named(tables: Tables) -> None:
    with pytest.raises(NotBrokenDownError, match="win_rate cannot be broken down by weather"):
        WIN.measure(tables, ("weather",))
    with pytest.raises(NotBrokenDownError) as caught:
        METRICS["calls_per_day"].measure(tables, filters=Filters(where={"segment": ("retail",)}))
    assert (caught.value.metric, caught.value.dimension) == ("calls_per_day", "segment")
    with pytest.raises(ValueError, match="no part total"):
        WIN.rows(tables, part="total")


def test_only_dimensions_that_the_data_have_are_offered(tables: Tables) -> None:
    offered = WIN.breakdowns_in(tables)
    assert {"month", "manager", "segment", "channel", "team", "client"} <= set(offered)
    assert not {"holding", "head", "competitor"} & set(offered)
    assert {"holding", "head", "competitor"} <= set(WIN.breakdowns)


def test_a_rate_of_nothing_is_undefined_and_few_cases_are_not_enough(tables: Tables) -> None:
    nothing = WIN.measure(tables, filters=Filters(where={"manager": ("Nobody",)})).iloc[0]
    assert (nothing["k"], nothing["n"], nothing["enough"]) == (0, 0, False)
    assert np.isnan([nothing["value"], nothing["low"], nothing["high"]]).all()
    ten = pd.DataFrame({"outcome": ["won"] * 4 + ["lost"] * 6})
    assert WIN({"deals": ten})["enough"].tolist() == [True]
    assert WIN({"deals": ten.iloc[1:]})["enough"].tolist() == [False]


def test_a_share_keeps_its_whole_when_one_category_is_looked_at() -> None:
    reasons = METRICS["refusals"]
    frames = reasons.example.frames()
    only = reasons(frames, where={"reason": ("budget",)})
    assert only[["reason", "k", "n", "value"]].to_numpy().tolist() == [["budget", 2, 4, 0.5]]
    tables = Tables.of_frames(frames)
    assert len(reasons.rows(tables, where={"reason": "budget"}, part="k")) == 2
    assert len(reasons.rows(tables, where={"reason": "budget"}, part="n")) == 4
    unstated = reasons.rows(tables, where={"reason": None}, part="k")
    assert unstated["client"].tolist() == ["Gamma"]


def test_rows_have_the_tables_own_columns_and_come_newest_first(tables: Tables) -> None:
    found = WIN.rows(tables, part="k")
    assert found["deal_id"].tolist() == ["3", "1", "4"]
    assert set(found.columns) == {*FRAMES["deals"].columns, "_key", "_table", "_date", "_k", "_n"}


def test_rows_of_two_tables_say_which_table_they_are_of() -> None:
    found = METRICS["refusals"].rows(Tables.of_frames(METRICS["refusals"].example.frames()))
    assert found["_table"].value_counts().to_dict() == {"deals": 3, "contacts": 1}


def test_a_text_is_compiled_once_for_all_values_and_viewers(tables: Tables) -> None:
    _measured.cache_clear()
    for manager in ("Ivanova", "Petrov", "Nobody'; --"):
        for month in ("2026-03", "2026-04"):
            WIN.measure(tables, ("segment",), Filters(Period.month(month), {"manager": (manager,)}))
    assert _measured.cache_info().misses == 1


def test_a_return_takes_its_amount_off_whichever_sign_it_has() -> None:
    orders = pd.DataFrame({"amount": [100.0, 30.0, -20.0], "is_return": [False, True, True]})
    assert METRICS["revenue"]({"orders": orders})["value"].tolist() == [50.0]


def test_a_client_of_two_managers_is_one_client_in_total() -> None:
    orders = pd.DataFrame({"client": ["Alfa", "Alfa"], "manager": ["a", "b"], "ordered_on": ["2026-03-01"] * 2})
    metric = METRICS["sales_per_client"]
    assert metric({"orders": orders})[["total", "n", "value"]].to_numpy().tolist() == [[2, 1, 2.0]]
    assert metric({"orders": orders}, by=("manager",))["value"].tolist() == [1.0, 1.0]


def test_an_impossible_cycle_is_counted_apart() -> None:
    deals = pd.DataFrame(
        {"outcome": ["won"] * 3, "created_on": ["2026-03-10"] * 3, "closed_on": ["2026-03-01", "2026-03-10", None]}
    )
    found = METRICS["sales_cycle"]({"deals": deals}).iloc[0]
    assert (found["n"], found["value"], found["negative"]) == (1, 0.0, 1)


def test_days_without_a_call_count_as_days() -> None:
    contacts = pd.DataFrame(
        {
            "manager": ["a", "a"],
            "held_at": ["2026-03-10 09:00:00", "2026-03-12 09:00:00"],
            "kind": ["call", "e-mail"],
        }
    )
    calls = METRICS["calls_per_day"]
    assert calls({"contacts": contacts}, by=("day",))[["k", "n"]].to_numpy().tolist() == [[1, 1], [0, 1], [0, 1]]
    behind = calls.rows(Tables.of_frames({"contacts": contacts}), part="n")
    assert behind["manager"].tolist() == ["a"] * 3
    assert behind["_date"].dt.day.tolist() == [12, 11, 10]


def test_a_group_of_several_values_opens_into_the_rows_of_all_of_them(tables: Tables) -> None:
    found = WIN.rows(tables, where={"manager": ("Ivanova", None)})
    assert sorted(found["deal_id"]) == ["1", "2", "5"]
    assert WIN.rows(tables, where={"manager": ()}).empty


def _spans(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    day = facts.closed_on.cast("date")
    ends = {"cases": facts.count(), "first_on": day.min(), "last_on": day.max()}
    return facts.group_by(*by).agg(**ends) if by else facts.agg(**ends)


def test_facts_folded_are_the_cases_of_a_group_with_their_first_and_last_day(tables: Tables) -> None:
    def told(by: tuple[str, ...], **filters: object) -> list[list[object]]:
        found = WIN.folded(tables, by, Filters(**filters), _spans)  # type: ignore[arg-type]
        found = found.sort_values([*by, "last_on"], na_position="last", ignore_index=True)
        days = {name: found[name].dt.strftime("%Y-%m-%d") for name in ("first_on", "last_on")}
        plain = found.assign(**days).astype(object)
        return [list(row) for row in plain.where(plain.notna(), None).itertuples(index=False, name=None)]

    assert told(("client",)) == [
        ["Alfa", 2, "2026-03-01", "2026-03-31"],
        ["Beta", 1, "2026-04-01", "2026-04-01"],
        ["Gamma", 1, None, None],
        [None, 1, "2026-02-28", "2026-02-28"],
    ]
    assert told((), where={"manager": ("Ivanova", "Petrov")}) == [[4, "2026-03-01", "2026-04-01"]]
    assert told(("client",), period=Period(end=date(2026, 3, 1))) == [
        ["Alfa", 1, "2026-03-01", "2026-03-01"],
        [None, 1, "2026-02-28", "2026-02-28"],
    ]
    with pytest.raises(NotBrokenDownError):
        told(("kind",))


def test_an_answer_gathered_is_the_one_to_the_coarser_question(tables: Tables) -> None:
    fine = WIN.measure(tables, ("manager", "segment"))
    for by in ((), ("manager",)):
        pd.testing.assert_frame_equal(WIN.gathered(fine, by), WIN.measure(tables, by), check_dtype=False)
    with pytest.raises(TypeError, match="sales_per_client"):
        METRICS["sales_per_client"].gathered(pd.DataFrame())


def test_cases_are_the_rows_without_their_width(tables: Tables) -> None:
    filters = Filters(where={"manager": ("Petrov",)})
    found = WIN.cases(tables, filters, ("_key", "client", "k"))
    rows = WIN.rows(tables, filters)
    assert sorted(found["_key"]) == sorted(rows["_key"])
    assert list(found.columns) == ["_key", "client", "k"]
    first = WIN.cases(tables, Filters(), ("closed_on",), "n", 2)
    # The undated one would come last.
    assert first["closed_on"].dt.date.astype(str).tolist() == ["2026-02-28", "2026-03-01"]


def _counted(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return parts.group_by(by[0]).agg(groups=parts.count(), n=parts.n.sum().cast("int64"))


def test_parts_are_worked_further_on_the_engine(tables: Tables) -> None:
    found = WIN.refined(tables, ("manager", "client"), Filters(), _counted).sort_values("manager")
    assert found["groups"].tolist() == [1, 2, 1]
    assert found["n"].tolist() == [2, 2, 1]
