"""Undo, redo, and the state of a past moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import duckdb
import pytest

from sales_metrics.store import Store, StoreError, open_state

from .taking import MINUTE, NOON, add, day, deals, everything, sheet, state, taken, values


def deal(key: str, amount: float) -> dict[str, object]:
    return {"_key": key, "deal_id": key, "amount": amount}


def amounts(store: Store, as_of: datetime | int | None = None) -> dict[str, float]:
    return {key: row["amount"] for key, row in values(store.snapshot(as_of), "deals").items()}


def test_undo_in_the_middle_brings_back_what_stood_before(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals([deal("a", 1), deal("b", 1)]))
    middle = add(store, deals([deal("a", 2), deal("c", 2)]))
    add(store, deals([deal("b", 3)]))
    store.undo(middle, who="boris", at=NOON)
    assert amounts(store) == {"a": 1, "b": 3}
    store.redo(middle, who="boris", at=NOON)
    assert amounts(store) == {"a": 2, "b": 3, "c": 2}


def test_a_row_that_a_later_upload_repeated_outlives_the_undo_of_the_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = add(store, deals([deal("a", 1), deal("b", 1)]))
    second = add(store, deals([deal("a", 1)], file="again.xlsx"))
    store.undo(first, who="anna", at=NOON)
    assert state(store.snapshot(), "deals") == {"a": {"deal_id": "a", "amount": 1, "_row": 2, "_upload": second}}


def test_a_repeated_row_keeps_its_place_in_the_order(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals([deal("a", 1)]))
    second = add(store, deals([deal("a", 2)]))
    store.undo(second, who="anna", at=NOON)
    add(store, deals([deal("a", 1)], file="again.xlsx"))
    store.redo(second, who="anna", at=NOON)
    assert amounts(store) == {"a": 1}


def test_two_stores_have_one_version_only_if_they_hold_the_same(tmp_path: Path) -> None:
    one, same, other = (Store(tmp_path / name) for name in ("one", "same", "other"))
    for store, amount in ((one, 1), (same, 1), (other, 2)):
        add(store, deals([deal("a", amount)]))
    assert one.snapshot().version == same.snapshot().version
    assert one.snapshot().version != other.snapshot().version


def test_undo_and_redo_are_idempotent_and_recorded(tmp_path: Path) -> None:
    store = Store(tmp_path)
    number = add(store, deals([deal("a", 1)]))
    store.undo(number, who="boris", at=NOON + MINUTE)
    store.undo(number, who="vera", at=NOON + 2 * MINUTE)
    (upload,) = store.uploads()
    assert (upload.who, upload.at) == ("anna", NOON)
    assert (upload.undone_by, upload.undone_at) == ("boris", NOON + MINUTE)
    assert store.snapshot().rows["deals"] == 0
    store.redo(number, who="boris", at=NOON + 3 * MINUTE)
    store.redo(number, who="boris", at=NOON + 4 * MINUTE)
    assert store.uploads()[0].undone_at is None
    assert amounts(store) == {"a": 1}


def test_an_unknown_upload_cannot_be_undone(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unknown_upload"):
        Store(tmp_path).undo(7, who="anna", at=NOON)


def test_the_state_of_a_moment_has_the_undo_marks_of_that_moment(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals([deal("a", 1)]), minute=0)
    second = add(store, deals([deal("a", 2)]), minute=10)
    store.undo(second, who="anna", at=NOON + 20 * MINUTE)
    store.redo(second, who="anna", at=NOON + 30 * MINUTE)
    seen = [amounts(store, NOON + minute * MINUTE) for minute in (-1, 0, 9, 10, 19, 20, 29, 30, 99)]
    assert seen == [{}, {"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}, {"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}]


def test_the_state_just_after_an_upload_ignores_what_was_undone_later(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = add(store, deals([deal("a", 1)]))
    store.undo(first, who="anna", at=NOON)
    second = add(store, deals([deal("b", 2)]))
    store.redo(first, who="anna", at=NOON)
    assert amounts(store, first) == {"a": 1}
    assert amounts(store, second) == {"b": 2}
    assert amounts(store) == {"a": 1, "b": 2}
    with pytest.raises(StoreError, match="unknown_upload"):
        store.snapshot(9)


def test_the_order_of_uploads_does_not_follow_the_clock(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals([deal("a", 1)]), minute=0)
    add(store, deals([deal("a", 2)]), minute=-60 * 24 * 3)
    assert amounts(store) == {"a": 2}
    assert [upload.id for upload in store.uploads()] == [1, 2]


def test_moments_are_the_same_in_every_zone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sofia = timezone(timedelta(hours=2))
    store.add(deals([deal("a", 1)]), who="anna", at=datetime(2026, 3, 2, 14, tzinfo=sofia))
    assert store.uploads()[0].at == NOON
    assert amounts(store, NOON) == {"a": 1}
    assert amounts(store, NOON - MINUTE) == {}


LEADS = [{"_key": "a", "deal_id": "a", "created_on": day(1), "source": "fair"}]
CLOSED = [{"_key": "a", "deal_id": "a", "closed_on": day(9), "outcome": "won"}]


@pytest.mark.parametrize("files", [(LEADS, CLOSED), (CLOSED, LEADS)])
def test_files_with_different_columns_make_one_row_in_either_order(
    tmp_path: Path, files: tuple[list[dict[str, object]], ...]
) -> None:
    store = Store(tmp_path)
    for rows in files:
        add(store, deals(rows))
    whole = {"deal_id": "a", "created_on": day(1), "source": "fair", "closed_on": day(9), "outcome": "won"}
    assert values(store.snapshot(), "deals") == {"a": whole}
    assert values(store.rebuild(), "deals") == {"a": whole}
    assert store.snapshot().present["deals"] == set(whole)
    assert store.snapshot().present["orders"] == frozenset()


def test_a_blank_cell_erases_and_a_missing_column_does_not(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals(LEADS))
    blank = taken(sheet("deals", [{"_key": "a", "deal_id": "a", "source": None}]))
    add(store, blank)
    assert values(store.snapshot(), "deals") == {"a": {"deal_id": "a", "created_on": day(1)}}


def test_a_state_laid_on_top_equals_one_folded_afresh(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals([deal("a", 1), deal("b", 1), deal("c", 1)]))
    add(store, deals([deal("b", 1), deal("c", 2), deal("d", 2)]))
    add(store, deals(CLOSED))
    add(store, deals([deal("a", 1), deal("d", 2), deal("e", 3)]))
    laid = store.snapshot()
    before = everything(laid)
    assert everything(store.rebuild()) == before
    assert store.snapshot().version == laid.version


def test_old_state_files_are_cleared_away_and_built_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(8):
        add(store, deals([deal("a", number)]))
    assert len(list((tmp_path / "state").glob("*.duckdb"))) == 4
    assert amounts(store, 1) == {"a": 0}
    assert amounts(store) == {"a": 7}


def test_an_import_goes_on_beside_an_open_reader(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals([deal("a", 1)]))
    reader = open_state(store.snapshot().path)
    for number in range(6):
        add(store, deals([deal("a", 2 + number)]))
    assert reader.execute("SELECT amount FROM deals").fetchall() == [(1.0,)]
    reader.close()
    assert amounts(store) == {"a": 7}


def test_a_reader_cannot_reach_other_files(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals([deal("a", 1)]))
    other = tmp_path / "other.csv"
    other.write_text("secret\n1\n")
    reader = open_state(store.snapshot().path)
    for escape in (
        f"SELECT * FROM read_csv('{other}')",
        f"COPY deals TO '{tmp_path / 'out.csv'}'",
        f"ATTACH '{tmp_path / 'new.duckdb'}' AS new",
        "SET enable_external_access = true",
        "DELETE FROM deals",
    ):
        with pytest.raises(duckdb.Error):
            reader.execute(escape)
    reader.close()


def test_the_day_of_the_last_upload_is_that_of_one_that_stands(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.uploaded_on() is None
    for number, later in enumerate((0, 3)):
        store.add(deals([deal(str(number), 1.0)]), who="anna", at=NOON + timedelta(days=later))
    assert store.uploaded_on() == date(2026, 3, 5)
    store.undo(2, who="anna", at=NOON + timedelta(days=4))
    assert store.uploaded_on() == date(2026, 3, 2)
