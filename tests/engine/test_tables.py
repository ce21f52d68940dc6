"""Frames, a state file and stages on an engine; and that nothing but the asked data can be reached."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from sales_metrics.engine import Given, Tables, Workdays, WrongTypeError
from sales_metrics.engine.derived import working_days
from sales_metrics.engine.schema import typed
from sales_metrics.model.rules import RULES
from sales_metrics.model.tables import TABLES


@dataclass(frozen=True)
class State:
    version: str
    path: Path
    present: Mapping[str, frozenset[str]]


@pytest.fixture
def state(tmp_path: Path) -> State:
    path = tmp_path / "it's a state.duckdb"
    deals = pd.DataFrame({"deal_id": ["0001"], "outcome": ["won"], "amount": [5.0], "_key": ["k1"]})
    with duckdb.connect(str(path)) as database:
        for name, table in TABLES.items():
            database.register("incoming", typed(table, deals if name == "deals" else pd.DataFrame()))
            database.execute(f"CREATE TABLE {name} AS SELECT *, 7 AS _row, 1 AS _upload FROM incoming")
            database.unregister("incoming")
    return State("v1", path, {"deals": frozenset({"deal_id", "outcome", "amount"})})


def test_a_state_file_is_read_and_cannot_be_written(state: State) -> None:
    tables = Tables.of_snapshot(state)
    found = tables.fetch(tables["deals"])
    assert found[["deal_id", "amount", "_key"]].to_numpy().tolist() == [["0001", 5.0, "k1"]]
    assert (tables.version, tables.present("deals")) == ("v1", state.present["deals"])
    with pytest.raises(duckdb.Error):
        tables.engine.query("DELETE FROM data.deals", {})


def test_two_can_open_one_state_file(state: State) -> None:
    first, second = Tables.of_snapshot(state), Tables.of_snapshot(state)
    assert len(first.fetch(first["deals"])) == len(second.fetch(second["deals"])) == 1


def test_the_engine_reaches_no_file_and_no_setting(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    tables = Tables.of_frames({})
    with pytest.raises(duckdb.PermissionException):
        tables.engine.query(f"SELECT * FROM read_csv('{secret}')", {})
    with pytest.raises(duckdb.InvalidInputException):
        tables.engine.query("SET enable_external_access = true", {})


def test_every_table_is_there_with_every_column_typed() -> None:
    tables = Tables.of_frames({"deals": pd.DataFrame({"deal_id": ["1"]})})
    for name, table in TABLES.items():
        assert set(table.column_keys) <= set(tables[name].columns)
        if name not in ("deals", "stages", "rules"):
            assert tables.fetch(tables[name]).empty
    assert tables.fetch(tables["deals"])["closed_on"].isna().all()


def test_a_rule_is_the_companys_own_or_its_default() -> None:
    rows = pd.DataFrame(
        {"rule": ["practical_difference", "unstated_at_most", "no_such_rule"], "setting": [0.05, 7.0, 1.0]}
    )
    default = {key: rule.default for key, rule in RULES.items()}
    assert Tables.of_frames({}).rules() == default
    own = Tables.of_frames({"rules": rows})
    assert own.rules() == default | {"practical_difference": 0.05}, "a share of 7 is outside the bounds"
    held = own.fetch(own["rules"]).set_index("rule")["setting"].to_dict()
    assert held == own.rules()
    assert len(own.fetch(own.stored("rules"))) == 3


def test_today_is_the_last_day_on_which_something_happened() -> None:
    deals = pd.DataFrame({"deal_id": ["1"], "created_on": ["2026-03-05"], "expected_on": ["2027-01-01"]})
    tables = Tables.of_frames({"deals": deals})
    assert tables.day() == date(2026, 3, 5)
    assert tables.fetch(tables["today"])["day"].dt.date.tolist() == [date(2026, 3, 5)]
    assert Tables.of_frames({}).day() is None
    empty = Tables.of_frames({})
    assert empty.fetch(empty["today"])["day"].isna().all()


def test_ids_stay_text_and_text_becomes_what_the_model_says() -> None:
    frame = pd.DataFrame(
        {
            "order_id": ["0001234567890123456", None],
            "ordered_on": ["2026-03-05", None],
            "amount": ["12.5", None],
            "is_return": ["true", None],
        }
    )
    tables = Tables.of_frames({"orders": frame})
    found = tables.fetch(tables["orders"]).iloc[0]
    assert found["order_id"] == "0001234567890123456"
    assert (found["ordered_on"], found["amount"]) == (pd.Timestamp("2026-03-05"), 12.5)
    assert bool(found["is_return"]) is True


@pytest.mark.parametrize(
    ("column", "values"),
    [("amount", ["12,5"]), ("created_on", ["05.03.2026"]), ("is_custom", ["maybe"]), ("deal_id", [1.5])],
)
def test_what_cannot_be_read_is_said_by_name(column: str, values: list[object]) -> None:
    with pytest.raises(WrongTypeError, match=f"deals.{column}"):
        Tables.of_frames({"deals": pd.DataFrame({column: values})})


def test_unknown_tables_and_columns_are_not_swallowed() -> None:
    with pytest.raises(KeyError, match="invoices"):
        Tables.of_frames({"invoices": pd.DataFrame()})
    with pytest.raises(KeyError, match="ammount"):
        Tables.of_frames({"deals": pd.DataFrame({"ammount": [1.0]})})


def test_given_values_are_never_part_of_the_text() -> None:
    tables = Tables.of_frames({"deals": pd.DataFrame({"manager": ["x'; DROP TABLE deals; --", "Petrov"]})})
    evil = Given("string", ["x'; DROP TABLE deals; --"])
    found = tables.ask(
        "SELECT count(*) AS n FROM deals WHERE manager IN (SELECT value FROM who)", ["deals"], {"who": evil}
    )
    assert found["n"].tolist() == [1]
    assert len(tables.fetch(tables["deals"])) == 2


def test_threads_ask_at_once() -> None:
    tables = Tables.of_frames({"deals": pd.DataFrame({"deal_id": [str(number) for number in range(500)]})})

    def ask(number: int) -> int:
        found = tables.ask(
            "SELECT count(*) AS n FROM deals, half", ["deals"], {"half": Given("string", ["a"] * number)}
        )
        return int(found["n"].iloc[0])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(1, 40))) == [500 * number for number in range(1, 40)]


def stages(frames: dict[str, pd.DataFrame]) -> list[tuple[str, float, str]]:
    tables = Tables.of_frames(frames)
    found = tables.fetch(tables["stages"]).sort_values("position")
    return list(found[["stage", "position", "outcome"]].itertuples(index=False, name=None))


def test_stages_follow_from_the_deals_and_a_won_one_is_always_there() -> None:
    deals = pd.DataFrame({"stage": ["Договор", "Контакт", "Отказ", None]})
    assert stages({"deals": deals}) == [
        ("Контакт", 1, "open"),
        ("Договор", 2, "open"),
        ("_won", 3, "won"),
        ("Отказ", 4, "lost"),
    ]
    assert stages({"deals": pd.DataFrame({"deal_id": ["1"]})}) == [("_created", 1, "open"), ("_won", 2, "won")]


def test_the_log_places_a_stage_whose_name_says_nothing() -> None:
    log = pd.DataFrame(
        {
            "deal_id": ["1", "1", "1"],
            "stage": ["Контакт", "Туманность", "Договор"],
            "entered_at": ["2026-01-01", "2026-01-02", "2026-01-03"],
        }
    )
    found = stages({"deals": pd.DataFrame({"stage": ["Договор"]}), "stage_log": log})
    assert [name for name, _, _ in found] == ["Контакт", "Туманность", "Договор", "_won"]


def test_the_companys_own_stages_go_before_any_guess() -> None:
    own = pd.DataFrame(
        {"stage": ["Договор", "Контакт", "Архив"], "position": [1, 2, 3], "outcome": [None, None, "lost"]}
    )
    found = stages({"deals": pd.DataFrame({"stage": ["Контакт"]}), "stages": own})
    assert found == [("Договор", 1, "open"), ("Контакт", 2, "open"), ("_won", 3, "won"), ("Архив", 4, "lost")]


def test_an_outcome_that_no_file_states_follows_from_the_stage_or_the_days() -> None:
    by_stage = Tables.of_frames({"deals": pd.DataFrame({"stage": ["Оплачен", "Отказ", "Договор", None, "Пауза"]})})
    assert by_stage.fetch(by_stage["deals"])["outcome"].tolist() == ["won", "lost", "open", "open", "parked"]
    assert "outcome" in by_stage.present("deals")
    days = pd.DataFrame({"won_on": ["2026-03-01", None, None], "lost_on": [None, "2026-03-02", None]})
    by_day = Tables.of_frames({"deals": days})
    found = by_day.fetch(by_day["deals"])
    assert found["outcome"].tolist() == ["won", "lost", "open"]
    assert found["closed_on"].dt.day.tolist()[:2] == [1, 2]
    assert by_day.present("deals") == {"won_on", "lost_on", "closed_on", "outcome"}


def test_a_stated_outcome_is_not_guessed_over() -> None:
    tables = Tables.of_frames({"deals": pd.DataFrame({"stage": ["Оплачен"], "outcome": ["lost"]})})
    assert tables.fetch(tables["deals"])["outcome"].tolist() == ["lost"]


def test_working_days_follow_the_country_and_its_moved_days() -> None:
    russia = working_days("RU", 2024, 2025, frozenset())
    assert [sum(day.year == year for day in russia) for year in (2024, 2025)] == [248, 247]
    assert date(2024, 4, 27) in russia, "a working Saturday"
    assert len(working_days("BG", 2024, 2024, frozenset())) == 251
    assert len(working_days("RU", 2025, 2025, frozenset({date(2025, 6, 16)}))) == 246
    assert working_days("RU", 2205, 2205, frozenset()) == ()


def test_the_calendar_covers_the_years_of_the_data() -> None:
    contacts = pd.DataFrame({"held_at": ["2024-12-30 10:00:00", "2025-02-01 09:00:00"]})
    tables = Tables.of_frames({"contacts": contacts}, workdays=Workdays("BG"))
    found = tables.fetch(tables["calendar"])["day"]
    assert (found.min().year, found.max().year) == (2024, 2025)


@pytest.mark.parametrize("many", [False, True])
def test_an_answer_has_the_types_that_its_columns_are_read_as(many: bool) -> None:
    tables = Tables.of_frames({})
    sql = """
        SELECT DATE '2026-03-01' AS day, TIMESTAMP '2026-03-01 10:00:00' AS moment, SUM(1::HUGEINT) AS whole,
               1.5::DECIMAL(5, 2) AS decimal, 'é' AS name, true AS yes FROM range(3)
        UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL
    """
    found = tables.ask(sql, (), many=many)
    assert found.dtypes.astype(str).to_dict() == {
        "day": "datetime64[us]",
        "moment": "datetime64[us]",
        "whole": "float64",
        "decimal": "float64",
        "name": "str",
        "yes": "boolean",
    }
    assert found.iloc[0].tolist() == [
        pd.Timestamp("2026-03-01"), pd.Timestamp("2026-03-01 10:00"), 3.0, 1.5, "é", True,
    ]  # fmt: skip
    assert found.iloc[1].isna().all()
    numbers = tables.ask("SELECT unnest([1, NULL])::BIGINT AS n", (), many=many)["n"]
    assert str(numbers.dtype) == "Int64"
    nothing = tables.ask("SELECT 1 AS n, 'a' AS name WHERE false", (), many=many)
    assert len(nothing) == 0
    assert nothing["name"].dtype == "str"
