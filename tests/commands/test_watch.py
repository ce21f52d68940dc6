"""A folder under watch: each file once, when it is complete, whatever else happens to the folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.parser import run
from sales_metrics.commands.watch import Watch
from sales_metrics.store import Store

HEAD = "Номер сделки;Клиент;Менеджер;Этап сделки;Сумма, руб.;Дата создания"
ROOT = Path(__file__).resolve().parents[2]


def deals(*rows: str) -> str:
    return "\n".join([HEAD, *rows, ""])


GOOD = deals("1;Луч;Петров;Переговоры;10;02.03.2026", "2;Вектор;Иванова;Переговоры;20;03.03.2026")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def watch(tmp_path: Path, folder: Path) -> Watch:
    return Watch(folder, Store(tmp_path / "store"), "en", as_json=True)


def lines(capsys: pytest.CaptureFixture[str]) -> list[Any]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_file_is_imported_when_it_stands_still(
    watch: Watch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "deals.csv"
    path.write_text(GOOD[:90], encoding="utf-8")
    watch.look()
    path.write_text(GOOD, encoding="utf-8")
    watch.look()
    assert not lines(capsys)
    watch.look()
    (told,) = lines(capsys)
    assert (told["file"], told["upload"]) == ("deals.csv", 1)
    assert told["sheets"][0]["rows"]["new"] == 2
    watch.look()
    assert not lines(capsys)


def test_what_others_have_open_is_left_alone(
    watch: Watch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("~$deals.csv", "deals.csv.part", "deals.csv.crdownload", ".deals.csv", "photo.png"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    (folder / "folder.csv").mkdir()
    (folder / "real.csv").write_text(GOOD, encoding="utf-8")
    watch.look()
    watch.look()
    assert [told["file"] for told in lines(capsys)] == ["real.csv"]


def test_the_same_bytes_go_in_once_and_a_changed_file_goes_in_again(
    watch: Watch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.csv").write_text(GOOD, encoding="utf-8")
    (folder / "b.csv").write_text(GOOD, encoding="utf-8")
    watch.look()
    watch.look()
    assert [(told["upload"], told["already"]) for told in lines(capsys)] == [(1, None), (None, 1)]
    (folder / "a.csv").write_text(GOOD.replace(";20;", ";200;"), encoding="utf-8")
    watch.look()
    watch.look()
    (told,) = lines(capsys)
    assert told["sheets"][0]["rows"]["changed"] == 1
    assert len(watch.store.uploads()) == 2


def test_a_bad_file_costs_the_others_nothing(
    watch: Watch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (folder / "b.csv").write_text(GOOD, encoding="utf-8")
    watch.look()
    watch.look()
    bad, good = lines(capsys)
    assert bad["upload"] is None
    assert bad["issues"][0]["severity"] == "refused"
    assert good["upload"] == 1


def test_a_folder_may_vanish_for_a_while(
    watch: Watch, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.csv").write_text(GOOD, encoding="utf-8")
    watch.look()
    folder.rename(tmp_path / "away")
    watch.look()
    (tmp_path / "away").rename(folder)
    watch.look()
    assert not lines(capsys)
    watch.look()
    assert [told["upload"] for told in lines(capsys)] == [1]


def test_once_ends_with_the_code_of_an_import(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["--once", "--every", "0.05", "--store", str(tmp_path / "store")]
    assert run(["watch", str(folder), *common]) == 0
    (folder / "a.csv").write_text(GOOD.replace("02.03.2026", "31.02.2026"), encoding="utf-8")
    assert run(["watch", str(folder), *common]) == 1
    assert "read 2, new 1, changed 0, identical 0, rejected 1, ignored 0" in capsys.readouterr().out
    assert run(["watch", str(tmp_path / "nowhere"), *common]) == 2


@pytest.mark.skipif(os.name == "nt", reason="signals end a process in another way there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_when_told_to(folder: Path, tmp_path: Path, number: signal.Signals) -> None:
    words = [sys.executable, "-m", "sales_metrics", "watch", str(folder), "--every", "0.1"]
    with subprocess.Popen(
        [*words, "--store", str(tmp_path / "store"), "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        (folder / "a.csv").write_text(GOOD, encoding="utf-8")
        assert json.loads(process.stdout.readline())["upload"] == 1
        process.send_signal(number)
        until = time.monotonic() + 20
        while process.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        assert process.poll() == 0
        assert process.stderr.read() == ""
