"""The calendar of clients on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sales_metrics.commands.parser import run

HEAD = "Номер сделки;Клиент;Ответственный;Этап сделки;Дата создания;Дата отправки КП\n"


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    words = ["--store", str(tmp_path / "store"), "--language", "en"]
    path = tmp_path / "deals.csv"
    rows = "1;Ромашка;Иванова;Переговоры;30.04.2025;30.04.2025\n2;Луч;Петров;Новая;07.05.2025;\n"
    path.write_text(HEAD + rows, encoding="utf-8")
    assert run(["import", str(path), *words]) == 0
    return words


def test_what_is_due_is_written_as_a_calendar(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "due.ics"
    assert run(["calendar", "--out", str(out), *store]) == 0
    text = out.read_text(encoding="utf-8")
    assert "SUMMARY:Ромашка: confirm the offer" in text
    assert "Overdue since 5 May 2025" in text
    assert "DTSTART;VALUE=DATE:20250507" in text
    capsys.readouterr()
    assert run(["calendar", "--json", *store]) == 0
    (due,) = json.loads(capsys.readouterr().out)["due"]
    assert (due["client"], due["due_on"]) == ("Ромашка", "2025-05-05")


def test_what_cannot_be_written_is_said(
    store: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["calendar", "--out", str(tmp_path / "no" / "due.ics"), *store]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert run(["calendar", "--store", str(tmp_path / "empty"), "--language", "en"]) == 2
    assert "no data yet" in capsys.readouterr().err


def test_clients_without_any_date_are_data_with_nothing_due(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, path = ["--store", str(tmp_path / "store"), "--language", "en"], tmp_path / "clients.csv"
    path.write_text("Client;Segment;City\nAlfa;Retail;Sofia\nBeta;Industry;Varna\n", encoding="utf-8")
    assert run(["import", str(path), *words]) == 0
    capsys.readouterr()
    assert run(["calendar", "--json", *words]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == []
