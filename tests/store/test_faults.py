"""What is acknowledged stays, and nothing is ever half there: kills, full disks, many processes, no rights."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from sales_metrics.engine import Tables
from sales_metrics.store import Store, StoreError, open_state

from .children import (
    ask,
    import_by_command,
    import_many,
    import_one,
    import_under_limits,
    numbered,
    open_without_rights,
    raw_of,
    read_without_rights,
    start,
)
from .taking import NOON, File, add, names, values

KILLS = 50


def deals_after(count: int) -> dict[str, dict[str, object]]:
    rows: dict[str, dict[str, object]] = {
        f"d{number}": {"deal_id": f"d{number}", "amount": float(number), "stage": f"stage {number}"}
        for number in range(count)
    }
    return rows | {"shared": rows[f"d{count - 1}"] | {"deal_id": "shared"}} if count else {}


def entries(store: Store) -> set[object]:
    """Return the stages that the deal in every file is said to have passed."""
    log = values(store.snapshot(), "stage_log").values()
    assert {row["deal_id"] for row in log} <= {"shared"}
    return {row["stage"] for row in log}


@pytest.mark.slow
def test_no_kill_loses_an_acknowledged_upload_or_leaves_half_of_one(tmp_path: Path) -> None:
    moment = random.Random(4)
    acknowledged: set[int] = set()
    done = rounds = 0
    for kill in range(KILLS):
        child, heard = start(import_many, str(tmp_path), done, 1000)
        # On a busy machine a kill may come before the first upload: then nothing is there, and nothing is lost.
        rounds += heard.poll(60)
        time.sleep(moment.uniform(0, 0.15))
        child.kill()
        child.join()
        assert child.exitcode == -signal.SIGKILL, "it fell over before it was killed"
        try:
            while True:
                acknowledged.add(heard.recv())
        except EOFError:
            heard.close()
        store = Store(tmp_path)
        files = [int(upload.file.removesuffix(".xlsx")) for upload in store.uploads()]
        done = len(files)
        assert files == list(range(done))
        assert acknowledged <= set(files)
        left = [name for where in ("parts", "files") for name in names(tmp_path / where)]
        assert not [name for name in left if name.endswith(".tmp")]
        # The file of every upload is there, whole: the digest in its name says so.
        assert all(store.raw(upload.id).read_bytes() == raw_of(upload.id - 1) for upload in store.uploads()[-3:])
        if kill % 25 == 24:
            assert all(finding.code in {"extra_part", "extra_raw"} for finding in store.verify())
            assert values(store.snapshot(), "deals") == deals_after(done)
            assert entries(store) == {f"stage {number}" for number in range(done)}
            assert values(store.rebuild(), "deals") == deals_after(done)
            assert entries(store) == {f"stage {number}" for number in range(done)}
    assert len(acknowledged) >= rounds > KILLS / 2


def test_processes_that_import_at_once_all_get_through(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    # The folder does not exist yet: they also create it at once.
    children = [start(import_many, str(folder), 100 * number, 5) for number in range(4)]
    for child, heard in children:
        child.join(120)
        assert child.exitcode == 0
        heard.close()
    store = Store(folder)
    assert [upload.id for upload in store.uploads()] == list(range(1, 21))
    expected = {f"d{100 * number + step}" for number in range(4) for step in range(5)} | {"shared"}
    assert values(store.snapshot(), "deals").keys() == expected
    last = float(store.uploads()[-1].file.removesuffix(".xlsx"))
    assert values(store.snapshot(), "deals")["shared"]["amount"] == last
    assert store.verify() == []


@pytest.mark.slow
def test_no_kill_of_the_command_leaves_half_an_import(tmp_path: Path) -> None:
    """From the file on: reading it, asking, storing; the next call needs no repair and finds all or nothing."""
    moment = random.Random(9)
    folder, export = tmp_path / "store", tmp_path / "deals.csv"
    head = "Номер сделки;Клиент;Ответственный;Этап сделки;Сумма, руб.;Дата создания\n"
    whole = 30.0
    for kill in range(8):
        export.write_text(
            head + "".join(f"{n};Луч;Петров;Новая;{kill + 1}00,50;02.03.2026\n" for n in range(2000)),
            encoding="utf-8",
        )
        child, heard = start(import_by_command, ["import", str(export), "--store", str(folder), "--json"])
        heard.poll(30)
        begun = time.monotonic()
        # The first is let through: it tells how long one takes here and now.
        child.join(moment.uniform(0.3, 1) * whole if kill else None)
        whole = whole if kill else time.monotonic() - begun
        child.kill()
        child.join()
        heard.close()
        store = Store(folder)
        assert all(finding.harmless for finding in store.verify())
        rows = values(store.snapshot(), "deals")
        assert len(rows) == 2000
        assert len({row["amount"] for row in rows.values()}) == 1


def test_one_file_from_many_processes_at_once_is_one_upload(tmp_path: Path) -> None:
    children = [start(import_one, str(tmp_path), 7) for _ in range(4)]
    answers = []
    for child, heard in children:
        answers.append(heard.recv())
        child.join(120)
        heard.close()
    assert sorted(answers, key=str) == [(1, None), *[(None, 1)] * 3]
    store = Store(tmp_path)
    assert [upload.id for upload in store.uploads()] == [1]
    # A copy under another name is the same file.
    renamed = replace(numbered(7), file="copy of it.xlsx")
    assert store.add(renamed, who="anna", at=NOON).already == 1


def test_an_import_goes_on_while_the_app_has_its_tables_open(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, numbered(0))
    shown = Tables.of_snapshot(store.snapshot())
    assert len(shown.fetch(shown["deals"])) == 2
    child, heard = start(import_many, str(tmp_path), 1, 6)
    seen = set()
    while child.is_alive():
        seen.add(len(shown.fetch(shown["deals"])))
        now = Tables.of_snapshot(store.snapshot())
        seen.add(-len(now.fetch(now["deals"])))
    child.join()
    heard.close()
    assert child.exitcode == 0
    # What is open stays as it was; what is opened anew is some whole upload further.
    assert {count for count in seen if count > 0} == {2}
    assert {-count for count in seen if count < 0} <= set(range(2, 9))
    last = Tables.of_snapshot(store.snapshot())
    assert len(last.fetch(last["deals"])) == 8


def test_a_backup_made_during_imports_is_whole(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    add(store, numbered(0))
    child, heard = start(import_many, str(store.folder), 1, 12)
    copies = 0
    while not copies or (child.is_alive() and copies < 3):
        store.backup(tmp_path / f"copy{copies}")
        copies += 1
    child.join()
    heard.close()
    for number in range(copies):
        copy = Store(tmp_path / f"copy{number}")
        assert copy.verify() == []
        count = len(copy.uploads())
        assert values(copy.snapshot(), "deals") == deals_after(count)
        # The moment that was copied has the same state where it was copied from.
        assert copy.snapshot().version == store.snapshot(count).version


def test_an_import_goes_on_while_a_reader_holds_the_state_open(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, numbered(0))
    held = open_state(store.snapshot().path)
    reading = sqlite3.connect(tmp_path / "catalogue.sqlite")
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM uploads").fetchone()
    child, heard = start(import_many, str(tmp_path), 1, 6)
    child.join(120)
    assert child.exitcode == 0
    heard.close()
    assert held.execute("SELECT count(*) FROM deals").fetchall() == [(2,)]
    held.close()
    reading.close()
    assert values(store.snapshot(), "deals") == deals_after(7)
    assert entries(store) == {f"stage {number}" for number in range(7)}


def attempt(store: Store, file: File, raw: Path) -> str:
    try:
        store.add(file, who="anna", at=NOON, raw=raw, refresh=False)
    except StoreError as fault:
        return fault.code
    return "added"


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EIO, "disk_error")])
def test_whichever_write_fails_nothing_of_the_upload_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    store = Store(tmp_path / "store")
    raw = tmp_path / "raw.xlsx"
    raw.write_bytes(b"the file itself")
    file = File("raw.xlsx", sha256(raw.read_bytes()).hexdigest(), 15, numbered(1).sheets)
    add(store, numbered(0))
    failed = 0
    for nth in range(1, 100):
        calls = 0

        def counted(original: object, nth: int = nth) -> object:
            def call(*arguments: object) -> object:
                nonlocal calls
                calls += 1
                if calls == nth:
                    raise OSError(number, os.strerror(number))
                return original(*arguments)  # type: ignore[operator]

            return call

        with monkeypatch.context() as patch:
            for name in ("write", "fsync", "replace"):
                patch.setattr(os, name, counted(getattr(os, name)))
            came = attempt(store, file, raw)
        if came == "added":
            break
        assert came == code
        failed += 1
        assert len(store.uploads()) == 1
        assert not [name for name in names(tmp_path / "store") if ".tmp" in name]
        for finding in store.verify():
            # The next attempt is to write everything again.
            assert finding.code in {"extra_part", "extra_raw"}
            next((tmp_path / "store").rglob(finding.file)).unlink()
        assert values(store.snapshot(), "deals") == deals_after(1)
    assert failed == 8
    assert values(store.snapshot(), "deals") == deals_after(2)
    assert store.verify() == []


def test_a_full_disk_is_a_code_and_the_same_process_goes_on(tmp_path: Path) -> None:
    store = Store(tmp_path)
    add(store, numbered(0))
    limits = [0, 500, 1500, 3000, 6000, 20_000, 50_000, 100_000, 300_000, 2_000_000, 1 << 34]
    came = ask(import_under_limits, str(tmp_path), limits)
    assert set(came) <= {"added", "disk_full", "disk_error"}
    assert came[0] != "added"
    assert came[-1] == "added"
    assert all(finding.harmless for finding in store.verify())
    expected = {"d0", "shared"} | {f"d{n}" for n, what in enumerate(came, start=100) if what == "added"}
    assert values(store.snapshot(), "deals").keys() == expected


@pytest.fixture
def world_readable() -> object:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def take_rights(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_in_which_nothing_may_be_made_is_said_to_be_so(world_readable: Path, there: bool) -> None:
    folder = world_readable / "store"
    if there:
        folder.mkdir()
    take_rights(world_readable)
    assert ask(open_without_rights, str(folder)) == "read_only"


@pytest.mark.parametrize("with_state", [True, False])
def test_a_folder_that_cannot_be_written_can_be_read(world_readable: Path, with_state: bool) -> None:
    folder = world_readable / "store"
    store = Store(folder)
    add(store, numbered(0))
    add(store, numbered(1))
    if not with_state:
        for path in (folder / "state").iterdir():
            path.unlink()
    take_rights(folder)
    before = names(folder)
    answer = ask(read_without_rights, str(folder))
    assert answer == {
        "writable": False,
        "uploads": [1, 2],
        "deals": deals_after(2),
        "first": deals_after(1),
        "preview": 1,
        "findings": [],
        "add": "read_only",
        "undo": "read_only",
        "remember": "read_only",
    }
    assert names(folder) == before


def test_a_log_that_a_stopped_process_left_counts_in_a_folder_that_cannot_be_written(world_readable: Path) -> None:
    folder, copy = world_readable / "store", world_readable / "copy"
    store = Store(folder)
    add(store, numbered(0))
    open_elsewhere = sqlite3.connect(folder / "catalogue.sqlite")
    open_elsewhere.execute("SELECT * FROM uploads").fetchall()
    add(store, numbered(1))
    shutil.copytree(folder, copy)
    open_elsewhere.close()
    assert (copy / "catalogue.sqlite-wal").stat().st_size
    take_rights(copy)
    assert ask(read_without_rights, str(copy))["uploads"] == [1, 2]
