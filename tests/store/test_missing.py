"""A full export in which rows are missing: asked about once, and exact under undo when it replaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.store import Missing, Store, StoreError

from .taking import NOON, File, day, everything, rows_of, sheet, state, taken, values


def export(
    numbers: range, *, first: int = 1, signature: str = "full", stage: str = "Offer", salt: object = ""
) -> File:
    rows = [
        {"_key": f"d{n}", "deal_id": f"d{n}", "stage": stage, "created_on": day(first + n % 20)} for n in numbers
    ]
    return taken(sheet("deals", rows, signature=signature), salt=salt)


def add(store: Store, file: File, mode: str | None = None) -> tuple[int | None, int]:
    receipt = store.add(file, who="anna", at=NOON, modes={"deals": mode} if mode else None)
    return receipt.upload, receipt.sheets[0].gone


def found(store: Store, file: File) -> Missing:
    (one,) = store.missing(file)
    return one


def test_missing_rows_of_a_full_export_are_a_question(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.missing(export(range(100))) == ()
    add(store, export(range(100)))
    one = found(store, export(range(80)))
    assert (one.missing, one.known, one.covered, one.mode, one.asked) == (20, 100, 20, "adds", True)
    assert one.question is not None
    assert (one.question.problem, one.question.choices) == ("rows_missing", ("replaces", "adds"))
    assert one.question.evidence == ("missing:20", "known:100", "covered:20")


@pytest.mark.parametrize(
    ("numbers", "asked"), [(range(101), False), (range(99), True), (range(40), True), (range(39), False)]
)
def test_a_single_missing_row_is_a_question_and_most_of_the_rows_are_none(
    tmp_path: Path, numbers: range, asked: bool
) -> None:
    store = Store(tmp_path)
    add(store, export(range(100)))
    assert (found(store, export(numbers)).question is not None) is asked


def test_bytes_that_are_there_already_lack_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, export(range(80)))
    add(store, export(range(100), salt=1))
    assert found(store, export(range(80), salt=2)).missing == 20
    assert store.missing(export(range(80))) == ()


def test_sheets_with_the_same_headings_are_one_export(tmp_path: Path) -> None:
    store = Store(tmp_path)
    halves = [
        sheet("deals", [{"_key": f"d{n}", "deal_id": f"d{n}"} for n in numbers], signature="full", name=name)
        for name, numbers in (("May", range(50)), ("June", range(50, 98)))
    ]
    add(store, export(range(100)))
    one = found(store, taken(*halves))
    assert (one.sheet, one.missing, one.key) == ("May", 2, "rows_missing:May")
    receipt = store.add(taken(*halves), who="anna", at=NOON, modes={one.mode_key: "replaces"})
    assert [each.gone for each in receipt.sheets] == [0, 2]


def test_what_is_remembered_does_not_empty_a_table_unasked(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, export(range(100)))
    store.remember_mode("deals", "full", "replaces", who="anna", at=NOON)
    assert found(store, export(range(40))).question is None
    assert found(store, export(range(39))).question is not None


def test_rows_of_other_tables_that_followed_go_along(tmp_path: Path) -> None:
    def lines(numbers: range) -> File:
        rows = [{"_key": f"o{n}:1", "order_id": f"o{n}", "product": "Pump"} for n in numbers]
        orders = rows_of("orders", [{"_key": f"o{n}", "order_id": f"o{n}", "client": "Luch"} for n in numbers])
        return taken(sheet("order_lines", rows, derived={"orders": orders}, signature="full"))

    store = Store(tmp_path)
    store.add(lines(range(10)), who="anna", at=NOON)
    receipt = store.add(lines(range(8)), who="anna", at=NOON, modes={"order_lines": "replaces"})
    assert receipt.sheets[0].gone == 2
    assert (store.snapshot().rows["order_lines"], store.snapshot().rows["orders"]) == (8, 8)
    assert store.removed(2)[1] == {"order_lines": ["o8:1", "o9:1"], "orders": ["o8", "o9"]}
    laid = everything(store.snapshot())
    assert everything(store.rebuild()) == laid
    store.undo(2, who="anna", at=NOON)
    assert (store.snapshot().rows["order_lines"], store.snapshot().rows["orders"]) == (10, 10)


def test_what_an_upload_took_away_can_be_looked_at(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, export(range(10)))
    add(store, export(range(8, 12), signature="other"))
    third, gone = add(store, export(range(6), salt=2), "replaces")
    assert (third, gone) == (3, 2)
    before, keys = store.removed(3)
    assert keys == {"deals": ["d6", "d7"]}
    assert values(before, "deals").keys() == {f"d{n}" for n in range(12)}
    add(store, export(range(12), salt=3))
    store.undo(1, who="anna", at=NOON)
    assert store.removed(3)[1] == keys
    assert store.removed(1)[1] == {}
    with pytest.raises(StoreError, match="unknown_upload"):
        store.removed(9)


def test_an_increment_by_dates_is_no_question(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, export(range(100)))
    later = export(range(60, 160), first=11, salt="later")
    assert (found(store, later).missing, found(store, later).covered) == (60, 30)
    assert found(store, later).question is None


def test_rows_of_another_export_are_not_missed_and_not_removed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, export(range(100)))
    add(store, export(range(90, 110), signature="other"))
    assert (found(store, export(range(80))).missing, found(store, export(range(80))).known) == (10, 90)
    _, gone = add(store, export(range(80)), "replaces")
    assert gone == 10
    assert values(store.snapshot(), "deals").keys() == {f"d{n}" for n in (*range(80), *range(90, 110))}


def test_what_is_replaced_comes_back_with_undo_and_starts_anew_when_seen_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, export(range(10), stage="Offer"))
    add(store, export(range(10), stage="Contract", salt=1))
    history = everything(store.snapshot())
    assert len(history["stage_log"]) == 20
    preview = store.preview(export(range(4), stage="Contract", salt=2), modes={"deals": "replaces"})
    third, gone = add(store, export(range(4), stage="Contract", salt=2), "replaces")
    assert (preview.sheets[0].gone, gone, third) == (6, 6, 3)
    assert store.uploads()[2].sheets[0].gone == 6
    assert len(state(store.snapshot(), "deals")) == 4
    assert len(state(store.snapshot(), "stage_log")) == 8
    fourth, _ = add(store, export(range(10), stage="Won", salt=3))
    receipt = store.uploads()[3].sheets[0]
    assert (receipt.new, receipt.changed) == (6, 4)
    assert len(state(store.snapshot(), "stage_log")) == 12
    laid = everything(store.snapshot())
    assert everything(store.rebuild()) == laid
    assert third is not None
    assert fourth is not None
    store.undo(fourth, who="anna", at=NOON)
    store.undo(third, who="anna", at=NOON)
    assert everything(store.snapshot()) == history
    store.redo(third, who="anna", at=NOON)
    store.redo(fourth, who="anna", at=NOON)
    assert everything(store.snapshot()) == laid
    assert store.verify() == []


def test_the_answer_is_remembered_for_the_headings(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, export(range(100)))
    store.remember_mode("deals", "full", "replaces", who="anna", at=NOON)
    one = found(store, export(range(80)))
    assert (one.mode, one.question) == ("replaces", None)
    assert add(store, export(range(80))) == (2, 20)
    assert add(store, export(range(70), salt=1), "adds") == (3, 0)
    with pytest.raises(ValueError, match="sometimes"):
        store.remember_mode("deals", "full", "sometimes", who="anna", at=NOON)
