"""Files that replace, in any history of undo and redo, give what a plain fold of the live files gives."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.store import EDITED, Store

from .taking import NOON, everything, sheet, taken, values

COLUMNS = (("deal_id", "amount"), ("deal_id", "stage"))
SHEET = st.tuples(
    st.sampled_from(COLUMNS), st.sampled_from(["x", "y", EDITED]), st.sets(st.sampled_from("abc"), min_size=1)
)
FILE = st.tuples(st.lists(SHEET, min_size=1, max_size=2), st.booleans())
STEPS = st.lists(
    st.one_of(st.tuples(st.just("add"), FILE), st.tuples(st.sampled_from(["undo", "redo"]), st.integers(1, 4))),
    min_size=3,
    max_size=8,
)


def cells(columns: tuple[str, ...], key: str, number: int) -> dict[str, Any]:
    said = {"deal_id": key, "amount": float(number % 3), "stage": f"stage {number % 3}"}
    return {column: said[column] for column in columns}


def plainly(files: dict[int, tuple[Any, bool]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    spoken: dict[str, set[str]] = {"x": set(), "y": set(), EDITED: set()}
    for number, (sheets, replaces) in sorted(files.items()):
        here: set[str] = set()
        for columns, signature, keys in sheets:
            for key in keys:
                found.setdefault(key, {}).update(cells(columns, key, number))
            spoken[signature] |= keys
            here |= keys
        for signature in {signature for _, signature, _ in sheets} if replaces else ():
            # What was edited as a whole listens to nobody else.
            heard = spoken.keys() - {signature} if signature != EDITED else set()
            other = set[str]().union(*(spoken[name] for name in heard))
            found = {key: row for key, row in found.items() if key in here | other}
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_any_history_of_replacing_files_folds_like_dictionaries(steps: list[tuple[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        files: dict[int, Any] = {}
        live: set[int] = set()
        for salt, (kind, what) in enumerate(steps):
            at = NOON + timedelta(days=salt)
            if kind == "add":
                number = len(files) + 1
                before = plainly({upload: files[upload] for upload in live})
                sheets = [
                    sheet(
                        "deals",
                        [{"_key": key} | cells(columns, key, number) for key in sorted(keys)],
                        signature=signature,
                    )
                    for columns, signature, keys in what[0]
                ]
                modes = {"deals": "replaces" if what[1] else "adds"}
                receipt = store.add(taken(*sheets, salt=salt), who="anna", at=at, modes=modes)
                assert receipt.upload == number
                files[number] = what
                live.add(number)
                after = plainly({upload: files[upload] for upload in live})
                if len({signature for _, signature, _ in what[0]}) == 1:
                    assert sum(one.gone for one in receipt.sheets) == len(before.keys() - after.keys())
            elif what in files:
                getattr(store, kind)(what, who="boris", at=at, refresh=True)
                (live.discard if kind == "undo" else live.add)(what)
        expected = plainly({upload: files[upload] for upload in live})
        assert values(store.snapshot(), "deals") == expected
        laid = everything(store.snapshot())
        assert everything(store.rebuild()) == laid


def test_the_plain_fold_itself_lets_go() -> None:
    amounts, stages = COLUMNS
    files = {
        1: ([(amounts, "x", {"a", "b", "c"})], False),
        2: ([(stages, "y", {"c"})], False),
        3: ([(amounts, "x", {"a"})], True),
    }
    assert plainly(files).keys() == {"a", "c"}
    assert plainly({number: files[number] for number in (1, 3)}).keys() == {"a"}
    assert plainly(files | {3: ([(amounts, EDITED, {"a"})], True)}).keys() == {"a"}


def test_an_edited_table_may_be_empty_and_undo_brings_its_rows_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    rows = [{"_key": key, "stage": key, "position": 1.0} for key in "ab"]
    store.add(taken(sheet("stages", rows, signature="x")), who="anna", at=NOON)
    before = everything(store.snapshot())
    nothing = sheet("stages", [], columns=["stage", "position"], signature=EDITED)
    receipt = store.add(taken(nothing), who="anna", at=NOON + timedelta(days=1), modes={"stages": "replaces"})
    assert [one.gone for one in receipt.sheets] == [2]
    assert values(store.snapshot(), "stages") == {}
    assert everything(store.rebuild()) == {}
    assert receipt.upload is not None
    store.undo(receipt.upload, who="anna", at=NOON + timedelta(days=2))
    assert everything(store.snapshot()) == before
    assert store.verify() == []
