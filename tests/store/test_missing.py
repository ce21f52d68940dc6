"""A full export in which rows are missing: asked about once, and exact under undo when it replaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.store import Missing, Store

from .taking import NOON, File, day, everything, sheet, state, taken, values


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


@pytest.mark.parametrize("numbers", [range(100), range(95), range(39)])
def test_none_a_handful_or_most_of_the_rows_missing_is_no_question(tmp_path: Path, numbers: range) -> None:
    store = Store(tmp_path)
    add(store, export(range(100)))
    assert found(store, export(numbers)).question is None
    assert found(store, export(range(94))).question is not None
    assert found(store, export(range(40))).question is not None


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
