"""A folder under watch: each file once, when it is complete, whatever else happens to the folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.files import worst
from sales_metrics.commands.parser import run
from sales_metrics.commands.watch import Watch
from sales_metrics.intake.take import take
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


def test_a_file_that_waits_stays_is_named_and_goes_in_once_it_is_answered(
    watch: Watch, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watch.as_json = False
    (folder / "week1.csv").write_text(GOOD, encoding="utf-8")
    watch.look()
    watch.look()
    (folder / "week2.csv").write_text(GOOD.rpartition("2;Вектор")[0], encoding="utf-8")
    (folder / "other.csv").write_text("Deal ID,Company,Stage\n7,Acme,New\n8,Globex,New\n", encoding="utf-8")
    watch.look()
    capsys.readouterr()
    watch.look()
    first, second = capsys.readouterr().out.splitlines()
    assert "other.csv: 2" in first
    assert "week2.csv: The file waits for an answer" in second
    assert "lacks 1 of the 2 rows" in second
    assert "--answer week2.csv:rows_missing=replaces" in second
    assert worst(watch.told) == 3
    assert (folder / "week2.csv").exists()
    watch.look()
    assert not capsys.readouterr().out

    # Answered for another file with the same headings, as on the page.
    (missing,) = watch.store.missing(take(folder / "week2.csv"))
    watch.store.remember_mode(missing.table, missing.signature, "replaces", who="anna", at=datetime.now(UTC))
    watch.look()
    assert "week2.csv: 3" in capsys.readouterr().out
    assert watch.store.snapshot().rows["deals"] == 3


def test_a_file_that_leaves_its_dates_open_is_not_stored(
    watch: Watch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "Deal ID,Company,Owner,Stage,Amount,Created on\n"
    (folder / "a.csv").write_text(head + "1,Acme,Ann Lee,New,5,3/4/2026\n", encoding="utf-8")
    watch.look()
    watch.look()
    (told,) = lines(capsys)
    assert (told["waits"], told["upload"]) == (True, None)
    assert [question["key"] for sheet in told["sheets"] for question in sheet["questions"]] == ["a.csv:date_order"]
    assert watch.store.uploads() == []


def test_a_file_that_is_there_already_is_said_to_be(
    watch: Watch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watch.as_json = False
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    watch.look()
    watch.look()
    assert "b.csv: This file was uploaded on" in capsys.readouterr().out
