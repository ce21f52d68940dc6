"""Every row of a file is counted, against the state that stood before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.store import SheetReceipt, Store, StoreError

from .taking import NOON, Sheet, add, deals, rows_of, sheet, taken, values

FIRST = [{"_key": "1", "deal_id": "1", "amount": 10.0}, {"_key": "2", "deal_id": "2", "amount": 20.0}]
SECOND = [
    {"_key": "1", "deal_id": "1", "amount": 10.0},
    {"_key": "2", "deal_id": "2", "amount": 25.0},
    {"_key": "3", "deal_id": "3", "amount": 30.0},
]


def counts(receipt: SheetReceipt) -> tuple[int, int, int]:
    return receipt.new, receipt.changed, receipt.identical


def test_rows_are_new_changed_or_identical(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals(FIRST))
    receipt = store.add(deals(SECOND), who="anna", at=NOON)
    assert counts(receipt.sheets[0]) == (1, 1, 1)
    assert receipt.upload == 2
    assert receipt.already is None


def test_a_preview_says_the_same_and_stores_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals(FIRST))
    preview = store.preview(deals(SECOND))
    assert preview.upload is None
    assert len(store.uploads()) == 1
    assert preview.sheets == store.add(deals(SECOND), who="anna", at=NOON).sheets


def test_a_key_that_occurs_twice_is_counted_in_file_order(tmp_path: Path) -> None:
    store = Store(tmp_path)
    amounts = [1.0, 2.0, 2.0, 1.0]
    file = deals([{"_key": "1", "deal_id": "1", "amount": amount} for amount in amounts])
    receipt = store.add(file, who="anna", at=NOON)
    assert counts(receipt.sheets[0]) == (1, 2, 1)
    assert values(store.snapshot(), "deals") == {"1": {"deal_id": "1", "amount": 1.0}}


def test_rejected_and_ignored_rows_enter_the_sum(tmp_path: Path) -> None:
    store = Store(tmp_path)
    file = taken(sheet("deals", FIRST, rejected=3, ignored={"blank": 2, "total": 1}))
    (receipt,) = store.add(file, who="anna", at=NOON).sheets
    assert (receipt.read, receipt.new, receipt.rejected, receipt.ignored) == (8, 2, 3, {"blank": 2, "total": 1})
    assert receipt.balanced
    assert store.uploads()[0].sheets == (receipt,)


def test_a_sheet_that_does_not_add_up_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    lost_one = Sheet("Sheet1", "deals", rows_of("deals", FIRST), read=3)
    with pytest.raises(StoreError) as caught:
        store.add(taken(lost_one), who="anna", at=NOON)
    assert caught.value.code == "unbalanced"
    assert store.uploads() == []


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = add(store, deals(FIRST))
    before = store.snapshot().version
    again = store.add(deals(FIRST), who="boris", at=NOON)
    assert (again.upload, again.already) == (None, first)
    assert store.preview(deals(FIRST)).already == first
    assert store.snapshot().version == before
    store.undo(first, who="anna", at=NOON)
    assert store.add(deals(FIRST), who="boris", at=NOON).upload == 2


def test_a_file_without_rows_is_not_stored(tmp_path: Path) -> None:
    store = Store(tmp_path)
    empty = rows_of("deals", [], ["deal_id"])
    nothing = Sheet("Notes", None, empty, read=4, ignored={"title": 4})
    receipt = store.add(taken(nothing), who="anna", at=NOON)
    assert receipt.upload is None
    assert receipt.sheets[0].ignored == {"title": 4}
    assert store.uploads() == []


def test_identical_rows_are_not_stored_twice(tmp_path: Path) -> None:
    store = Store(tmp_path)
    note = [{"_key": str(n), "deal_id": str(n), "client": f"Client {n * 7919 % 10007}"} for n in range(3000)]
    add(store, deals(note))
    (first,) = (tmp_path / "parts").iterdir()
    size = first.stat().st_size
    add(store, deals([*note, {"_key": "x", "deal_id": "x", "client": "New"}]))
    (second,) = set((tmp_path / "parts").iterdir()) - {first}
    assert second.stat().st_size < size / 2


def test_derived_rows_are_stored_and_counted_apart(tmp_path: Path) -> None:
    store = Store(tmp_path)
    lines = [{"_key": f"A/{n}", "order_id": "A", "product": f"P{n}"} for n in (1, 2)]
    orders = rows_of("orders", [{"_key": "A", "order_id": "A", "amount": 5.0}])
    file = taken(sheet("order_lines", lines, derived={"orders": orders}))
    (receipt,) = store.add(file, who="anna", at=NOON).sheets
    assert counts(receipt) == (2, 0, 0)
    assert receipt.read == 2
    assert receipt.derived == {"orders": {"new": 1, "changed": 0, "identical": 0}}
    assert values(store.snapshot(), "orders") == {"A": {"order_id": "A", "amount": 5.0}}


def test_two_sheets_of_one_table_are_counted_one_after_the_other(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, deals(FIRST))
    third = [{"_key": "3", "deal_id": "3", "amount": 30.0}, {"_key": "2", "deal_id": "2", "amount": 20.0}]
    file = taken(sheet("deals", SECOND, name="March"), sheet("deals", third, name="April"))
    march, april = store.add(file, who="anna", at=NOON).sheets
    assert counts(march) == (1, 1, 1)
    assert counts(april) == (0, 1, 1)
    assert values(store.snapshot(), "deals")["2"]["amount"] == 20.0
    assert values(store.rebuild(), "deals")["2"]["amount"] == 20.0
