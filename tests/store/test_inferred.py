"""What consecutive uploads differ in becomes history, whichever of them are live."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sales_metrics.store import Snapshot, Store, uploads_behind

from .taking import NOON, Row, day, everything, sheet, state, taken

WEEK = timedelta(days=7)


def week(store: Store, number: int, *rows: Row, table: str = "deals") -> int:
    receipt = store.add(taken(sheet(table, rows), salt=number), who="anna", at=NOON + number * WEEK)
    assert receipt.upload is not None
    return receipt.upload


def deal(key: str, stage: str | None, **more: Any) -> Row:
    return {"_key": key, "deal_id": key, "stage": stage, **more}


def log(snapshot: Snapshot) -> list[tuple[Any, ...]]:
    rows = state(snapshot, "stage_log")
    return sorted(
        ((row["deal_id"], row["stage"], row.get("entered_at"), uploads_behind(key)) for key, row in rows.items()),
        key=repr,
    )


def at(number: int) -> datetime:
    return (NOON + number * WEEK).replace(tzinfo=None)


def test_a_stage_that_differs_between_two_uploads_is_an_entry(tmp_path: Path) -> None:
    store = Store(tmp_path)
    week(store, 0, deal("a", "Offer"), deal("b", "Offer"))
    assert store.snapshot().present["stage_log"] == frozenset()
    week(store, 1, deal("a", "Contract"), deal("b", "Offer"))
    assert log(store.snapshot()) == [
        ("a", "Contract", at(1), (1, 2)),
        ("a", "Offer", None, (1, 1)),
    ]
    assert store.snapshot().present["stage_log"] == {"deal_id", "stage", "entered_at"}
    assert store.snapshot().rows["stage_log"] == 2


def test_undo_in_the_middle_joins_what_stands_on_both_sides(tmp_path: Path) -> None:
    store = Store(tmp_path)
    week(store, 0, deal("a", "Offer"))
    middle = week(store, 1, deal("a", "Contract"))
    week(store, 2, deal("a", "Won"))
    whole = log(store.snapshot())
    assert [row[1:] for row in whole] == [
        ("Contract", at(1), (1, 2)),
        ("Offer", None, (1, 1)),
        ("Won", at(2), (2, 3)),
    ]
    store.undo(middle, who="anna", at=NOON)
    assert [row[1:] for row in log(store.snapshot())] == [("Offer", None, (1, 1)), ("Won", at(2), (1, 3))]
    assert [row[1] for row in log(store.snapshot(2))] == ["Contract", "Offer"]
    store.redo(middle, who="anna", at=NOON)
    assert log(store.snapshot()) == whole
    assert log(store.rebuild()) == whole


def test_a_row_of_a_file_wins_over_an_inferred_one(tmp_path: Path) -> None:
    store = Store(tmp_path)
    week(store, 0, deal("a", "Offer"))
    week(store, 1, deal("a", "Contract"))
    stated = {"_key": "x", "deal_id": "a", "stage": "Contract", "entered_at": datetime(2026, 3, 4, 9)}
    explicit = week(store, 2, stated, table="stage_log")
    assert log(store.snapshot()) == [("a", "Contract", datetime(2026, 3, 4, 9), None), ("a", "Offer", None, (1, 1))]
    store.undo(explicit, who="anna", at=NOON)
    assert ("a", "Contract", at(1), (1, 2)) in log(store.snapshot())


def test_the_data_know_better_when_a_deal_began_and_closed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    about = {"created_on": day(1), "closed_on": None, "outcome": "open"}
    week(store, 0, deal("old", "Offer", **about), deal("first", "New", **about))
    later = about | {"created_on": day(5)}
    week(store, 1, deal("young", "Offer", **later), deal("first", "New", **about))
    closed = {"closed_on": day(12), "outcome": "won"}
    week(
        store,
        2,
        deal("old", "Won", **about | closed),
        deal("first", "Offer", **about),
        deal("young", "Won", **later | closed | {"closed_on": date(2026, 3, 29)}),
    )
    assert [row[:3] for row in log(store.snapshot())] == [
        ("first", "New", datetime(2026, 3, 1)),
        ("first", "Offer", at(2)),
        ("old", "Offer", None),
        ("old", "Won", datetime(2026, 3, 12)),
        ("young", "Offer", datetime(2026, 3, 5)),
        ("young", "Won", at(2)),
    ]


def test_a_blank_between_two_stages_is_no_change_of_its_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number, stage in enumerate(["Offer", None, "Offer", None, "Won"]):
        week(store, number, deal("a", stage))
    assert [row[1:] for row in log(store.snapshot())] == [("Offer", None, (4, 4)), ("Won", at(4), (4, 5))]


def test_a_date_that_moved_and_a_priority_that_changed_are_history(tmp_path: Path) -> None:
    store = Store(tmp_path)
    week(store, 0, {"_key": "a", "deal_id": "a", "expected_on": day(20)})
    week(store, 1, {"_key": "a", "deal_id": "a", "expected_on": day(30)})
    client = {"_key": "c", "client": "Romashka", "manager": "Anna"}
    week(store, 2, client | {"priority": "B"}, table="clients")
    week(store, 3, client | {"priority": "A"}, table="clients")
    slips = state(store.snapshot(), "slips")
    (slip,) = slips.values()
    assert {name: value for name, value in slip.items() if not name.startswith("_")} == {
        "deal_id": "a",
        "changed_on": day(9),
        "old_expected_on": day(20),
        "new_expected_on": day(30),
    }
    (change,) = state(store.snapshot(), "priority_changes").values()
    assert (change["client"], change["manager"], change["old"], change["new"], change["changed_on"]) == (
        "Romashka",
        "Anna",
        "B",
        "A",
        day(23),
    )
    stated = {"_key": "s", "client": "Romashka", "manager": "Anna", "changed_on": day(18), "old": "B", "new": "A"}
    week(store, 4, stated, table="priority_changes")
    assert state(store.snapshot(), "priority_changes").keys() == {"s"}


def test_an_amount_that_changed_is_history_and_follows_undo(tmp_path: Path) -> None:
    store = Store(tmp_path)
    week(store, 0, {"_key": "a", "deal_id": "a", "amount": 100.0})
    middle = week(store, 1, {"_key": "a", "deal_id": "a", "amount": 150.0})
    week(store, 2, {"_key": "a", "deal_id": "a", "amount": 120.0})

    def found() -> list[tuple[Any, ...]]:
        rows = state(store.snapshot(), "amount_changes").values()
        return sorted((row["changed_on"], row["old_amount"], row["new_amount"]) for row in rows)

    assert found() == [(day(9), 100.0, 150.0), (day(16), 150.0, 120.0)]
    assert store.snapshot().present["amount_changes"] == {"deal_id", "changed_on", "old_amount", "new_amount"}
    store.undo(middle, who="anna", at=NOON)
    assert found() == [(day(16), 100.0, 120.0)]
    assert state(store.snapshot(2), "amount_changes").keys() == {"inferred:1:2:a"}
    stated = {"_key": "s", "deal_id": "a", "changed_on": day(11), "old_amount": 100.0, "new_amount": 120.0}
    week(store, 3, stated, table="amount_changes")
    assert found() == [(day(11), 100.0, 120.0)], "a row of a file wins"


def test_a_deal_without_a_number_has_no_log(tmp_path: Path) -> None:
    store = Store(tmp_path)
    week(store, 0, {"_key": "a", "client": "Romashka", "stage": "Offer"})
    week(store, 1, {"_key": "a", "client": "Romashka", "stage": "Won"})
    assert store.snapshot().rows["stage_log"] == 0


COLUMNS = (
    ("deal_id", "stage"),
    ("deal_id", "expected_on", "amount"),
    ("deal_id", "stage", "expected_on"),
    ("deal_id", "amount"),
)
CELLS = {
    "stage": st.sampled_from([None, "Offer", "Won"]),
    "expected_on": st.sampled_from([None, day(8), day(9)]),
    "amount": st.sampled_from([None, 10.0, 20.5]),
}


@st.composite
def sheets(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Row]]:
    columns = draw(st.sampled_from(COLUMNS))
    keys = draw(st.lists(st.sampled_from("ab"), min_size=1, max_size=2))
    return columns, [
        {"_key": key, "deal_id": key} | {column: draw(CELLS[column]) for column in columns[1:]} for key in keys
    ]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(sheets(), min_size=1, max_size=2)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 4)),
    ),
    min_size=2,
    max_size=9,
)


def plainly(files: dict[int, list[tuple[tuple[str, ...], list[Row]]]], column: str) -> list[tuple[Any, ...]]:
    """Return (key, upload before, upload, old, new) by looking at each row before and after each upload."""
    rows: dict[str, Any] = {}
    last: dict[str, int] = {}
    said: dict[str, Any] = {}
    found = []
    for upload, its in sorted(files.items()):
        spoken = {row["_key"] for _, some in its for row in some}
        for _, some in its:
            for row in some:
                if column in row:
                    rows[row["_key"]] = row[column]
        for key in sorted(spoken):
            value = rows.get(key)
            if value is not None:
                if said.get(key, value) != value:
                    found.append((key, last[key], upload, said[key], value))
                said[key] = value
            last[key] = upload
    return sorted(found, key=repr)


A: Final[Row] = {"_key": "a", "deal_id": "a", "amount": 20.5}
UNDONE_BENEATH: Final[list[tuple[str, Any]]] = [
    ("add", [(("deal_id", "amount"), [A])]),
    ("add", [(("deal_id", "amount"), [A, {"_key": "b", "deal_id": "b", "amount": None}])]),
    ("add", [(("deal_id", "stage"), [{"_key": "a", "deal_id": "a", "stage": None}])]),
    ("undo", 1),
]
"""What the first live upload says lies in one that was undone."""


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
@example(UNDONE_BENEATH)
def test_history_is_what_a_plain_look_at_consecutive_uploads_finds(steps: list[tuple[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        files: dict[int, Any] = {}
        live: set[int] = set()
        for salt, (kind, what) in enumerate(steps):
            if kind == "add":
                file = taken(*(sheet("deals", rows, columns=columns) for columns, rows in what), salt=salt)
                receipt = store.add(file, who="anna", at=NOON + salt * WEEK)
                assert receipt.upload is not None
                files[receipt.upload] = what
                live.add(receipt.upload)
            elif what in files:
                getattr(store, kind)(what, who="boris", at=NOON + salt * WEEK, refresh=True)
                (live.discard if kind == "undo" else live.add)(what)
        its = {upload: files[upload] for upload in live}
        laid, folded = everything(store.snapshot()), everything(store.rebuild())
        assert laid == folded
        slips = [
            (row["deal_id"], *(uploads_behind(key) or ()), row["old_expected_on"], row["new_expected_on"])
            for key, row in folded.get("slips", {}).items()
        ]
        assert sorted(slips, key=repr) == plainly(its, "expected_on")
        amounts = [
            (row["deal_id"], *(uploads_behind(key) or ()), row["old_amount"], row["new_amount"])
            for key, row in folded.get("amount_changes", {}).items()
        ]
        assert sorted(amounts, key=repr) == plainly(its, "amount")
        moves = plainly(its, "stage")
        firsts = {
            key: (key, before, before, was) for key, before, _, was, _ in sorted(moves, key=_when, reverse=True)
        }
        entries = [(key, before, upload, became) for key, before, upload, _, became in moves]
        found = [
            (row["deal_id"], *(uploads_behind(key) or ()), row["stage"])
            for key, row in folded.get("stage_log", {}).items()
        ]
        assert sorted(found) == sorted([*entries, *firsts.values()])


def _when(move: tuple[Any, ...]) -> int:
    return int(move[2])


def test_the_plain_look_itself_sees_what_lies_between() -> None:
    columns: tuple[str, ...] = ("deal_id", "stage")
    files: dict[int, list[tuple[tuple[str, ...], list[Row]]]]
    files = {n: [(columns, [deal("a", stage)])] for n, stage in enumerate(["Offer", None, "Won"], start=1)}
    assert plainly(files, "stage") == [("a", 2, 3, "Offer", "Won")]
