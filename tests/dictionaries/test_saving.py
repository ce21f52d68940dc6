"""Edits that hold, edits that are refused, and the way back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sales_metrics.dictionaries import DICTIONARIES, last_edit, remarks
from sales_metrics.engine import Tables
from sales_metrics.intake.edited import Row
from sales_metrics.model.rules import RULES
from sales_metrics.model.tables import TABLES
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.store import Store

from .companies import NOON, bring, edited, holding, saved

DEALS = [
    {"deal_id": "1", "stage": "Talk", "manager": "Ann Lee", "source": "Fair", "created_on": date(2026, 3, 2)},
    {"deal_id": "2", "stage": "Talk", "manager": "Ann Lee", "source": "Web", "created_on": date(2026, 3, 2)},
    {"deal_id": "3", "stage": "Done deal", "manager": "Bo Day", "source": "Web", "created_on": date(2026, 3, 3)},
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path)
    bring(found, "deals", DEALS)
    return found


def test_without_a_table_of_its_own_the_names_of_the_data_stand_there(store: Store) -> None:
    holds = holding(store, "channels")
    assert not holds.own
    assert [(row["channel"], row["is_inbound"]) for row in holds.rows] == [("Web", None), ("Fair", None)]
    assert holds.counts == {"Web": 2, "Fair": 1}
    assert [row["manager"] for row in holding(store, "managers").rows] == ["Ann Lee", "Bo Day"]
    assert holding(store, "absences").rows == ()


def test_a_row_that_occurs_in_two_columns_counts_once(store: Store) -> None:
    bring(store, "deals", [{"deal_id": "4", "stage": "Lost", "lost_stage": "Lost"}])
    assert holding(store, "stages").counts["Lost"] == 1


def test_the_meaning_of_a_stage_changes_what_is_won(store: Store) -> None:
    def won() -> float:
        tables = Tables.of_snapshot(store.snapshot())
        frame = tables.fetch(tables["deals"].select("outcome"))
        return float((frame["outcome"] == "won").sum())

    assert [row["outcome"] for row in holding(store, "stages").rows] == ["open", "open"]
    assert won() == 0
    rows: list[Row] = [
        {**row, "outcome": "won" if row["stage"] == "Done deal" else "open"}
        for row in holding(store, "stages").rows
    ]
    number = edited(store, "stages", rows)
    assert won() == 1
    store.undo(number, who="boris", at=NOON)
    assert won() == 0


def test_a_file_that_says_how_a_deal_ended_knows_better_than_its_stage(store: Store) -> None:
    lost = {"deal_id": "4", "stage": "Done deal", "lost_on": date(2026, 3, 9)}
    bring(store, "deals", [lost, {"deal_id": "5", "stage": "Done deal", "outcome": "parked"}])
    edited(store, "stages", [{"stage": "Done deal", "position": 1.0, "outcome": "won"}])
    tables = Tables.of_snapshot(store.snapshot())
    frame = tables.fetch(tables["deals"].select("deal_id", "outcome"))
    assert dict(zip(frame["deal_id"], frame["outcome"], strict=True)) == {
        "1": "open",
        "2": "open",
        "3": "won",
        "4": "lost",
        "5": "parked",
    }


def test_stages_stand_by_their_numbers(store: Store) -> None:
    bring(store, "stages", [{"stage": "Talk", "position": 10.0}, {"stage": "Done deal", "position": 20.0}])
    talk, done = holding(store, "stages").rows
    edited(store, "stages", [{**talk, "position": 20.5}, done])
    assert [row["stage"] for row in holding(store, "stages").rows] == ["Done deal", "Talk"]


def test_a_row_that_a_file_brought_goes_when_it_is_removed_and_comes_back_with_the_next_file(store: Store) -> None:
    bring(store, "channels", [{"channel": "Web", "is_inbound": True}, {"channel": "Fair", "is_inbound": False}])
    (web,) = (row for row in holding(store, "channels").rows if row["channel"] == "Web")
    edited(store, "channels", [web])
    holds = holding(store, "channels")
    assert holds.rows == (web,)
    assert [row["channel"] for row in holds.unlisted] == ["Fair"]
    bring(store, "channels", [{"channel": "Fair", "is_inbound": True}])
    assert {row["channel"] for row in holding(store, "channels").rows} == {"Web", "Fair"}


def test_a_cleared_column_is_cleared(store: Store) -> None:
    bring(store, "managers", [{"manager": "Ann Lee", "team": "North"}])
    (ann,) = holding(store, "managers").rows
    assert ann["team"] == "North"
    edited(store, "managers", [{**ann, "team": None}])
    assert holding(store, "managers").rows[0]["team"] is None


def test_columns_that_nobody_fills_in_stay_absent(store: Store) -> None:
    edited(store, "managers", [{"manager": "Ann Lee", "team": "North", "head": None, "region": None, "role": None}])
    assert store.snapshot().present["managers"] == {"manager", "team"}


def test_an_emptied_table_is_empty_and_saving_former_content_again_counts(store: Store) -> None:
    rows = holding(store, "channels").rows
    edited(store, "channels", rows)
    edited(store, "channels", [])
    assert not holding(store, "channels").own
    edited(store, "channels", rows)
    assert holding(store, "channels").own
    assert saved(store, "channels", rows).receipt is None


def test_who_and_when_stand_in_the_history(store: Store) -> None:
    assert last_edit(store, DICTIONARIES["channels"]) is None
    first = edited(store, "channels", holding(store, "channels").rows, "bg")
    last = last_edit(store, DICTIONARIES["channels"])
    assert last is not None
    assert (last.id, last.who, last.file) == (first, "boris", "Речници: Речник на каналите, ръчна промяна")
    store.undo(first, who="boris", at=NOON)
    assert last_edit(store, DICTIONARIES["channels"]) is None


def test_rules_that_stand_at_their_default_are_not_stored(store: Store) -> None:
    rows = holding(store, "rules").rows
    assert {row["rule"] for row in rows} == set(RULES)
    assert saved(store, "rules", rows).receipt is None
    changed: list[Row] = [
        {**row, "setting": 0.05} if row["rule"] == "practical_difference" else row for row in rows
    ]
    edited(store, "rules", changed)
    assert [row["rule"] for row in holding(store, "rules").stored] == ["practical_difference"]
    assert Tables.of_snapshot(store.snapshot()).rules()["practical_difference"] == 0.05
    blank: list[Row] = [{**row, "setting": None} for row in rows]
    edited(store, "rules", blank)
    assert holding(store, "rules").rows == rows


def test_a_rule_that_this_version_does_not_know_survives_an_edit(store: Store) -> None:
    bring(store, "rules", [{"rule": "of_tomorrow", "setting": 3.0}])
    rows: list[Row] = [{**row, "setting": RULES[str(row["rule"])].high} for row in holding(store, "rules").rows]
    edited(store, "rules", rows)
    assert {"rule": "of_tomorrow", "setting": 3.0} in holding(store, "rules").stored


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "row", "part"),
    [
        ("rules", {"rule": "practical_difference", "setting": 0.9}, "90"),
        ("stages", {"stage": "Talk", "position": None, "outcome": "open"}, "Talk"),
        ("stages", {"stage": None, "position": 3.0, "outcome": "open"}, "1"),
        ("absences", {"manager": "Ann Lee", "from_on": date(2026, 3, 5), "to_on": date(2026, 3, 1)}, "Ann Lee"),
        ("plans", {"manager": "Ann Lee", "period": "2026-03", "measure": None, "value": 3.0}, "Ann Lee"),
        ("client_portrait", {"feature": "Large", "looks_at": None, "values": "large"}, "Large"),
        ("client_portrait", {"feature": "Large", "looks_at": "hat", "values": "large"}, "Large"),
        ("client_portrait", {"feature": "Large", "looks_at": "size", "values": "huge"}, "huge"),
        ("client_portrait", {"feature": "Rich", "looks_at": "potential_year", "values": "9 000"}, "9 000"),
        ("client_portrait", {"feature": "Rich", "looks_at": "segment", "at_least": 5.0}, "Rich"),
        (
            "client_portrait",
            {"feature": "Rich", "looks_at": "potential_year", "at_least": 5.0, "at_most": 1.0},
            "Rich",
        ),
    ],
)
def test_a_fault_is_a_sentence_and_nothing_is_stored(
    store: Store, key: str, row: Row, part: str, language: Language
) -> None:
    found = saved(store, key, [row], language)
    assert found.receipt is None
    assert [fault.row for fault in found.faults] == [0]
    assert part in found.faults[0].sentence
    assert "{" not in found.faults[0].sentence
    assert len(store.uploads()) == 1


def test_names_are_neither_changed_nor_doubled(store: Store) -> None:
    fair: Row = {"channel": "Fair", "is_inbound": True}
    renamed = saved(store, "channels", [{"channel": "Internet", "is_inbound": True}, fair], origins=[0, 1])
    assert [fault.row for fault in renamed.faults] == [0]
    assert "“Web” cannot be renamed" in renamed.faults[0].sentence
    doubled = saved(store, "channels", [fair, {"channel": None}, {"channel": " FAIR", "is_inbound": False}])
    assert [fault.row for fault in doubled.faults] == [2]
    added = saved(store, "channels", [fair, {"channel": "Internet", "is_inbound": None}], origins=[1, None])
    assert added.receipt is not None


def test_a_portrait_is_written_by_hand_read_on_the_spot_and_taken_back(store: Store) -> None:
    bring(store, "clients", [{"client": "Alfa", "segment": "Makers", "size": "large"}])
    maker: Row = {"feature": "Maker", "looks_at": "segment", "role": "ideal", "values": "makers; Bakers"}
    large: Row = {"feature": "Large", "looks_at": "size", "role": "exclusion", "values": "ключевой, large"}
    twice = saved(store, "client_portrait", [maker, large, {**large, "feature": " maker"}])
    assert [fault.row for fault in twice.faults] == [2]
    number = edited(store, "client_portrait", [maker, large])
    tables = Tables.of_snapshot(store.snapshot())
    assert [(one.name, one.values, one.excludes, one.problem) for one in tables.portrait()] == [
        ("Maker", ("makers", "bakers"), False, None),
        ("Large", ("key", "large"), True, None),
    ]
    holds = holding(store, "client_portrait")
    (said,) = remarks(tables, holds.dictionary, holds.rows, "en")
    assert "no client has the value Bakers" in said
    store.undo(number, who="boris", at=NOON)
    assert Tables.of_snapshot(store.snapshot()).portrait() == ()


def test_plans_may_repeat_as_they_do_in_files(store: Store) -> None:
    plan: Row = {"manager": "Ann Lee", "period": "2026-03", "measure": "Calls", "value": 5.0}
    edited(store, "plans", [plan, {**plan, "value": 6.0}])
    assert [row["value"] for row in holding(store, "plans").rows] == [5.0, 6.0]


def test_every_dictionary_names_columns_that_there_are() -> None:
    for one in DICTIONARIES.values():
        assert one.name in one.table.column_keys
        assert all(column in TABLES[table].column_keys for table, column in one.occurs)
