"""The command line as scripts use it: exit codes, JSON, and never a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.account import COUNTS
from sales_metrics.commands.parser import run

DEALS = """Номер сделки;Клиент;Ответственный;Этап сделки;Сумма, руб.;Дата создания;Дата закрытия;Причина отказа
1;ООО «Ромашка»;Иванова;Успешно реализовано;10 000,50;02.03.2026;20.03.2026;
2;Вектор;Иванова;Закрыто и не реализовано;20 000;03.03.2026;25.03.2026;Нет бюджета
3;Луч;Петров;Переговоры;5 000;15.03.2026;;
4;Заря;Петров;Успешно реализовано;7 000;16.03.2026;28.03.2026;
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def deals(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_bytes(DEALS.encode("cp1251"))
    return path


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_import_accounts_for_every_row(deals: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(deals), "--store", str(store), "--json"]) == 0
    (file,) = told(capsys)["files"]
    (sheet,) = file["sheets"]
    assert file["upload"] == 1
    assert sheet["table"] == "deals"
    assert sheet["columns"]["manager"] == "Ответственный"
    assert sheet["columns"]["amount"] == "Сумма, руб."
    rows = sheet["rows"]
    assert rows["new"] == 4
    assert rows["read"] == sum(rows[name] for name in COUNTS if name != "read")


def test_check_says_the_same_and_stores_nothing(
    deals: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(deals), "--store", str(store), "--json"]) == 0
    checked = told(capsys)["files"][0]["sheets"]
    assert not store.exists()
    run(["import", str(deals), "--store", str(store), "--json"])
    assert told(capsys)["files"][0]["sheets"] == checked


def test_the_same_file_twice_changes_nothing(deals: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(deals), "--store", str(store), "--json"])
    capsys.readouterr()
    assert run(["import", str(deals), "--store", str(store), "--json"]) == 0
    (file,) = told(capsys)["files"]
    assert file["upload"] is None
    assert file["already"] == 1
    assert (file["sheets"][0]["rows"]["new"], file["sheets"][0]["rows"]["identical"]) == (0, 4)


def test_a_faulty_row_is_named_and_the_rest_goes_in(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(DEALS.replace("03.03.2026", "31.02.2026"), encoding="utf-8")
    assert run(["import", str(path), "--store", str(store), "--json", "--language", "en"]) == 1
    sheet = told(capsys)["files"][0]["sheets"][0]
    assert (sheet["rows"]["new"], sheet["rows"]["rejected"]) == (3, 1)
    (fault,) = [issue for issue in sheet["issues"] if issue["severity"] == "rejected"]
    assert fault["cell"] == "F3"
    assert "31.02.2026" in fault["message"]


def test_a_file_that_is_no_table_is_exit_2(
    tmp_path: Path, deals: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and nothing else")
    assert run(["import", str(broken), str(deals), "--store", str(store), "--json"]) == 2
    first, second = told(capsys)["files"]
    assert first["issues"][0]["severity"] == "refused"
    assert first["issues"][0]["message"]
    assert second["upload"] == 1, "the good file of the same call goes in"


def test_undo_takes_an_upload_back(deals: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(deals), "--store", str(store), "--json"])
    capsys.readouterr()
    assert run(["undo", "1", "--store", str(store), "--json"]) == 0
    assert told(capsys)["undone"]["undone_at"] is not None
    run(["metric", "conversion", "--store", str(store), "--json"])
    assert told(capsys)["groups"][0]["n"] == 0
    assert run(["undo", "7", "--store", str(store), "--json"]) == 2
    assert "7" in told(capsys)["error"]


def test_a_metric_prints_its_parts(deals: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(deals), "--store", str(store), "--json"])
    capsys.readouterr()
    assert run(["metric", "win_rate", "--by", "manager", "--store", str(store), "--json"]) == 0
    groups = {group["manager"]: (group["k"], group["n"], group["value"]) for group in told(capsys)["groups"]}
    assert groups == {"Иванова": (1, 2, 0.5), "Петров": (1, 1, 1)}
    run(
        [
            "metric",
            "won_amount",
            "--from",
            "2026-03-21",
            "--where",
            "manager=Петров",
            "--store",
            str(store),
            "--json",
        ]
    )
    assert told(capsys)["groups"][0]["total"] == 7000


@pytest.mark.parametrize(
    "words",
    [
        ["metric", "nothing"],
        ["metric", "win_rate", "--by", "weather"],
        ["metric", "win_rate", "--where", "manager"],
        ["metric", "win_rate", "--from", "2026-05-01", "--to", "2026-04-01"],
        ["undo", "1"],
    ],
)
def test_a_mistake_is_answered_with_a_sentence(
    words: list[str], store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--store", str(store)]) == 2
    said = capsys.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err + said.out


def test_the_catalogue_lists_what_every_metric_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["catalogue", "--json"]) == 0
    metrics = {metric["key"]: metric for metric in told(capsys)["metrics"]}
    assert metrics["win_rate"]["needs"] == {"deals": ["outcome", "closed_on"]}
    assert set(metrics["win_rate"]["name"]) == {"ru", "en", "bg"}


def test_without_json_it_prints_for_people(deals: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["check", str(deals)],
        ["import", str(deals)],
        ["uploads"],
        ["metric", "win_rate"],
        ["catalogue"],
    ):
        assert run([*words, "--store", str(store), "--language", "ru"]) == 0
    printed = capsys.readouterr().out
    assert "Сделки" in printed
    assert "Доля выигранных" in printed
    assert "deals.csv" in printed
