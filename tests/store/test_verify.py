"""Whatever is not what was put there is named; a copy is known to be good; a newer or lost catalogue is refused."""

from __future__ import annotations

import random
import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.store import Store, StoreError

from .taking import MINUTE, NOON, File, add, deals, everything, sheet, taken


def filled(folder: Path) -> Store:
    """Return a store with raw files, derived parts, an undone upload and something remembered."""
    store = Store(folder)
    for number in range(3):
        raw = folder.parent / f"{number}.xlsx"
        raw.write_bytes(f"raw {number}".encode() * 50)
        rows = [{"_key": f"{n}", "deal_id": f"{n}", "amount": float(n * number)} for n in range(20)]
        file = File(raw.name, sha256(raw.read_bytes()).hexdigest(), 250, (sheet("deals", rows),))
        store.add(file, who="anna", at=NOON + number * MINUTE, raw=raw)
    add(store, taken(sheet("orders", [{"_key": "A", "order_id": "A", "amount": 5.0}])))
    store.undo(2, who="boris", at=NOON, refresh=True)
    store.remember("sig", {"Сума": "amount"}, who="anna", at=NOON)
    return store


def said(store: Store) -> tuple[Any, ...]:
    return everything(store.snapshot()), store.uploads(), store.remembered(), store.dictionaries()


def test_a_store_in_order_has_no_findings(tmp_path: Path) -> None:
    assert filled(tmp_path / "store").verify() == []


@pytest.mark.parametrize("where", ["parts", "files"])
def test_any_flipped_bit_of_a_part_or_a_raw_file_is_named(tmp_path: Path, where: str) -> None:
    store = filled(tmp_path / "store")
    chance = random.Random(7)
    for path in (tmp_path / "store" / where).iterdir():
        good = path.read_bytes()
        for _ in range(5):
            flip(path, good, chance)
            (finding,) = store.verify()
            assert (finding.code, finding.file) == (f"damaged_{'part' if where == 'parts' else 'raw'}", path.name)
        path.write_bytes(good)
    assert store.verify() == []


@pytest.mark.parametrize("what", ["catalogue.sqlite", "state"])
def test_a_flipped_bit_of_the_catalogue_or_a_state_is_noticed_or_harmless(tmp_path: Path, what: str) -> None:
    original = tmp_path / "store"
    expected = said(filled(original))
    chance = random.Random(11)
    noticed = 0
    target = original / what
    files = [target] if target.is_file() else sorted(target.glob("*.duckdb"))
    for path in files:
        good = path.read_bytes()
        for _ in range(40 // len(files)):
            flip(path, good, chance)
            problem = first_problem(original)
            if problem:
                assert problem.startswith(("damaged", "broken", "catalogue", "newer", "missing", "extra"))
                noticed += 1
            else:
                assert said(Store(original)) == expected
            path.write_bytes(good)
    assert noticed > 0
    assert said(Store(original)) == expected


def first_problem(folder: Path) -> str:
    try:
        found = Store(folder).verify()
    except StoreError as fault:
        return fault.code
    return found[0].code if found else ""


def flip(path: Path, good: bytes, chance: random.Random) -> None:
    bad = bytearray(good)
    bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
    path.write_bytes(bad)


def test_a_changed_record_of_the_history_is_named(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    for statement, code in (
        ("UPDATE uploads SET who = 'eve' WHERE id = 1", "broken_history"),
        ("UPDATE parts SET rows = rows + 1 WHERE id = 1", "broken_history"),
        ("UPDATE events SET kind = 'redo' WHERE kind = 'undo'", "broken_history"),
        ("DELETE FROM events WHERE number = 2", "broken_history"),
        ("UPDATE entries SET value = '{}'", "broken_entry"),
    ):
        copy = tmp_path / "copy"
        shutil.copytree(store.folder, copy)
        with sqlite3.connect(copy / "catalogue.sqlite") as connection:
            connection.execute(statement)
        connection.close()
        assert code in {finding.code for finding in Store(copy).verify()}
        shutil.rmtree(copy)


def test_missing_and_extra_files_are_named(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    part = next((store.folder / "parts").iterdir())
    part.rename(part.with_name("0" * 64 + ".parquet"))
    raw = next((store.folder / "files").iterdir())
    raw.unlink()
    found = {(finding.code, finding.file, finding.harmless) for finding in store.verify()}
    assert found == {
        ("missing_part", part.name, False),
        ("extra_part", "0" * 64 + ".parquet", True),
        ("missing_raw", raw.name, False),
    }


def test_a_damaged_part_is_never_read(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    part = next((store.folder / "parts").iterdir())
    good = part.read_bytes()
    flip(part, good, random.Random(1))
    with pytest.raises(StoreError) as caught:
        store.rebuild()
    assert (caught.value.code, caught.value.detail) == ("damaged_part", part.name)
    part.unlink()
    with pytest.raises(StoreError, match="missing_part"):
        store.snapshot()


def test_an_import_does_not_need_a_sound_state(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    path = store.snapshot().path
    path.write_bytes(b"no database at all" * 500)
    receipt = store.add(deals([{"_key": "1", "deal_id": "1", "amount": 2.0}]), who="anna", at=NOON)
    assert (receipt.sheets[0].new, receipt.sheets[0].identical) == (0, 1)
    assert store.verify() == []


def test_a_state_that_cannot_be_read_is_built_again(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    expected = everything(store.snapshot())
    store.snapshot().path.write_bytes(b"no database at all" * 500)
    assert everything(Store(store.folder).snapshot()) == expected


def test_a_raw_file_that_is_not_the_one_that_was_read_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    raw = tmp_path / "other.xlsx"
    raw.write_bytes(b"something else")
    with pytest.raises(StoreError, match="changed_file"):
        store.add(deals([{"_key": "1", "deal_id": "1"}]), who="anna", at=NOON, raw=raw)
    assert store.uploads() == []


def test_a_newer_catalogue_is_refused(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    with sqlite3.connect(store.folder / "catalogue.sqlite") as connection:
        connection.execute("UPDATE catalogue_schema SET version = 3")
    connection.close()
    with pytest.raises(StoreError) as caught:
        Store(store.folder)
    assert (caught.value.code, caught.value.detail) == ("newer_schema", "3")


def test_a_catalogue_of_the_first_release_goes_on(tmp_path: Path) -> None:
    """It knows nothing of headings or of replacing; what it holds stays as it is."""
    store = filled(tmp_path / "store")
    before = said(store)
    catalogue = store.folder / "catalogue.sqlite"
    with sqlite3.connect(catalogue) as connection:
        connection.execute("DROP TABLE part_signatures")
        connection.execute("UPDATE catalogue_schema SET version = 1")
    connection.close()
    for path in (store.folder / "state").iterdir():
        path.unlink()
    again = Store(store.folder)
    assert said(again) == before
    assert again.verify() == []
    rows = [{"_key": "new", "deal_id": "new"}]
    again.add(taken(sheet("deals", rows, signature="s")), who="anna", at=NOON)
    assert again.verify() == []
    with sqlite3.connect(catalogue) as connection:
        assert connection.execute("SELECT version FROM catalogue_schema").fetchall() == [(2,)]
        assert connection.execute("SELECT count(*) FROM part_signatures").fetchall() == [(1,)]
    connection.close()


@pytest.mark.parametrize("content", [None, b"", b"not a database " * 100])
def test_a_lost_catalogue_is_not_taken_for_a_new_store(tmp_path: Path, content: bytes | None) -> None:
    catalogue = filled(tmp_path / "store").folder / "catalogue.sqlite"
    catalogue.unlink()
    if content is not None:
        catalogue.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        Store(catalogue.parent)
    assert caught.value.code == ("damaged_catalogue" if content else "catalogue_missing")


def test_an_older_catalogue_put_back_leaves_parts_that_nobody_knows(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    catalogue = store.folder / "catalogue.sqlite"
    older = catalogue.read_bytes()
    add(store, deals([{"_key": "new", "deal_id": "new"}]))
    catalogue.write_bytes(older)
    assert [finding.code for finding in Store(store.folder).verify()] == ["extra_part"]


def test_a_backup_comes_back_as_the_same_store(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    store.backup(tmp_path / "backup")
    add(store, deals([{"_key": "later", "deal_id": "later"}]))
    restored = Store.restore(tmp_path / "backup", tmp_path / "restored")
    store.undo(5, who="anna", at=NOON)
    assert everything(restored.snapshot()) == everything(store.snapshot())
    assert restored.snapshot().version == store.snapshot().version
    assert restored.uploads() == store.uploads()[:4]
    assert restored.verify() == []
    with pytest.raises(StoreError, match="not_empty"):
        store.backup(tmp_path / "backup")


def test_what_is_no_backup_is_not_restored(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="catalogue_missing"):
        Store.restore(tmp_path, tmp_path / "restored")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_makes_no_backup(tmp_path: Path) -> None:
    store = filled(tmp_path / "store")
    part = next((store.folder / "parts").iterdir())
    flip(part, part.read_bytes(), random.Random(1))
    with pytest.raises(StoreError, match="bad_copy"):
        store.backup(tmp_path / "backup")
    assert not list(tmp_path.glob("backup*"))
