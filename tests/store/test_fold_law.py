"""After any history, the state is the plain fold of the live files, whichever way it was built."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.store import Store

from .taking import NOON, File, Row, rows_of, sheet, state, taken

COLUMNS = (("deal_id", "amount"), ("deal_id", "stage"), ("deal_id", "amount", "stage"))
TEXT = {"amount": st.sampled_from([None, 1.0]), "stage": st.sampled_from([None, "won"])}


@st.composite
def sheets(draw: st.DrawFn) -> tuple[str, tuple[str, ...], list[Row]]:
    columns = draw(st.sampled_from(COLUMNS))
    rows: list[Row] = []
    for key in draw(st.lists(st.sampled_from("ab"), min_size=1, max_size=3)):
        row: dict[str, Any] = {"_key": key, "deal_id": key}
        rows.append(row | {column: draw(TEXT[column]) for column in columns[1:]})
    return "deals", columns, rows


FILES = st.lists(sheets(), min_size=1, max_size=2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), FILES),
        st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 3)),
    ),
    min_size=1,
    max_size=8,
)


def plain_fold(files: dict[int, list[tuple[str, tuple[str, ...], list[Row]]]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for upload, its in sorted(files.items()):
        for _, _, rows in its:
            for number, row in enumerate(rows, start=2):
                found.setdefault(row["_key"], {}).update(row, _row=number, _upload=upload)
    return {
        key: {name: value for name, value in row.items() if value is not None and name != "_key"}
        for key, row in found.items()
    }


def as_file(its: list[tuple[str, tuple[str, ...], list[Row]]], salt: int) -> File:
    return taken(*(sheet(table, rows, columns=columns) for table, columns, rows in its), salt=salt)


def expected_counts(before: dict[str, dict[str, Any]], rows: list[Row]) -> tuple[int, int, int]:
    new = changed = identical = 0
    for row in rows:
        known = before.get(row["_key"])
        if known is None:
            new += 1
        elif all(known.get(name) == value for name, value in row.items() if name != "_key"):
            identical += 1
        else:
            changed += 1
        before.setdefault(row["_key"], {}).update(row)
    return new, changed, identical


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_any_history_folds_like_dictionaries(steps: list[tuple[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        files: dict[int, list[tuple[str, tuple[str, ...], list[Row]]]] = {}
        live: set[int] = set()
        for salt, (kind, what) in enumerate(steps):
            at = NOON + timedelta(minutes=salt)
            if kind == "add":
                before = plain_fold({upload: files[upload] for upload in live})
                receipt = store.add(as_file(what, salt), who="anna", at=at)
                counted = [(one.new, one.changed, one.identical) for one in receipt.sheets]
                assert counted == [expected_counts(before, rows) for _, _, rows in what]
                assert receipt.upload is not None
                files[receipt.upload] = what
                live.add(receipt.upload)
            elif what in files:
                getattr(store, kind)(what, who="boris", at=at, refresh=True)
                (live.discard if kind == "undo" else live.add)(what)
        expected = plain_fold({upload: files[upload] for upload in live})
        assert state(store.snapshot(), "deals") == expected
        assert state(store.rebuild(), "deals") == expected


def test_the_plain_fold_itself_keeps_what_a_later_file_does_not_have() -> None:
    rows = rows_of("deals", [{"_key": "a", "deal_id": "a"}])
    assert rows.column_names == ["deal_id", "_key", "_row"]
    folded = plain_fold(
        {
            1: [("deals", COLUMNS[0], [{"_key": "a", "deal_id": "a", "amount": 1.0}])],
            2: [("deals", COLUMNS[1], [{"_key": "a", "deal_id": "a", "stage": None}])],
        }
    )
    assert folded == {"a": {"deal_id": "a", "amount": 1.0, "_row": 2, "_upload": 2}}
