"""The history, erasure, copies and checks on the command line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.parser import run
from sales_metrics.matched import Answer, Decision, decide
from sales_metrics.store import Store

HEAD = "Номер сделки;Клиент;Ответственный;Этап сделки;Сумма, руб.;Дата создания;Комментарий\n"


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    words = ["--store", str(tmp_path / "store"), "--language", "en"]
    for number, stage in enumerate(("Переговоры", "Договор")):
        path = tmp_path / f"{number}.csv"
        rows = (
            f"1;Ромашка;Иванова;{stage};1000;02.03.2026;звонить Петру Сидорову\n2;Луч;Иванова;Новая;5;03.03.2026;\n"
        )
        path.write_text(HEAD + rows, encoding="utf-8")
        assert run(["import", str(path), *words]) == 0
    return words


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_history_says_what_an_upload_changed(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["history", *store, "--json"]) == 0
    first, second = told(capsys)["history"]
    assert (first["id"], first["changes"], first["gone"]) == (1, {}, 0)
    assert (second["file"], second["changes"]) == ("1.csv", {"stage_log": 1})
    assert run(["history", *store]) == 0
    assert "Stage log: 1" in capsys.readouterr().out


def test_a_person_is_counted_and_then_erased(store: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    person = ["--name", "Петру Сидорову"]
    assert run(["erase", *person, "--check", *store, "--json"]) == 0
    checked = told(capsys)
    assert (checked["erased"], checked["rows"], checked["uploads"], checked["raw_files"]) == (False, 2, [1, 2], 2)
    assert run(["erase", *person, *store]) == 0
    assert "2 rows in 2 uploads, 2 original files" in capsys.readouterr().out
    assert run(["erase", *person, "--check", *store]) == 0
    assert capsys.readouterr().out == "This name, phone or address stands in no upload and no setting.\n"
    assert run(["erase", "--phone", "12", *store]) == 2
    assert run(["erase", *store]) == 2
    assert "Say whom to erase" in capsys.readouterr().err


def test_a_backup_is_restored_and_verified(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["backup", str(tmp_path / "copy"), *store]) == 0
    assert run(["backup", str(tmp_path / "copy"), *store]) == 2
    restored = ["--store", str(tmp_path / "restored"), "--language", "en"]
    assert run(["restore", str(tmp_path / "copy"), *restored]) == 0
    capsys.readouterr()
    assert run(["verify", *restored]) == 0
    assert capsys.readouterr().out == "Everything is there and undamaged.\n"
    next((tmp_path / "restored" / "parts").iterdir()).unlink()
    assert run(["verify", *restored]) == 1
    assert "a stored part is missing" in capsys.readouterr().out


def test_whoever_stands_in_a_decision_alone_is_erased_and_older_backups_are_named(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = ["--name", "Ганчо Ганев"]
    decide(Store(store[1]), Decision(Answer.NO, "Ганчо Ганев", ("Вектор",)), who="", at=datetime.now(UTC))
    assert run(["erase", *person, "--check", *store]) == 0
    assert "1 records of clients and settings" in capsys.readouterr().out
    assert run(["erase", *person, "--check", *store]) == 0
    assert "if there are any, delete them" in capsys.readouterr().out

    assert run(["backup", str(tmp_path / "copy"), *store]) == 0
    capsys.readouterr()
    assert run(["erase", *person, "--check", *store, "--json"]) == 0
    assert [copy["folder"] for copy in told(capsys)["backups"]] == [str(tmp_path / "copy")]
    assert run(["erase", *person, *store]) == 0
    shown = capsys.readouterr().out
    assert "still hold the person" in shown
    assert str(tmp_path / "copy") in shown
    assert run(["erase", *person, *store]) == 0
    assert "still hold" not in capsys.readouterr().out
    assert run(["verify", *store]) == 0
    assert run(["verify", "--store", str(tmp_path / "copy")]) == 0
