"""`clients` on the command line: counts, questions, answers and their undo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.parser import run

DEALS = """Номер сделки;Клиент;Ответственный;Этап сделки;Сумма, руб.;Дата создания
1;ООО «Ромашка»;Иванова;Переговоры;10 000;02.03.2026
2;Ромашка;Иванова;Переговоры;20 000;03.03.2026
3;РОМАШКА;Иванова;Переговоры;20 000;04.03.2026
4;Рамашка;Петров;Переговоры;5 000;15.03.2026
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "deals.csv").write_text(DEALS, encoding="utf-8")
    folder = tmp_path / "store"
    assert run(["import", str(tmp_path / "deals.csv"), "--store", str(folder)]) == 0
    return folder


@pytest.fixture
def told(store: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def asked(*words: str, code: int = 0) -> Any:
        capsys.readouterr()
        assert run(["clients", *words, "--store", str(store), "--json"]) == code
        return json.loads(capsys.readouterr().out)

    return asked


def test_counts_say_what_was_joined_and_what_waits(told: Any) -> None:
    whole = told()
    assert whole["counts"] == {"spellings": 4, "clients": 2, "joined": 2, "waiting": 1}
    assert [one["why"] for one in whole["joined"][0]["spellings"]] == ["name", "name"]
    assert whole["waiting"][0]["signs"] == ["letters"]


def test_a_yes_joins_and_its_undo_asks_again(told: Any) -> None:
    question = told()["waiting"][0]["id"]
    assert told("decide", question, "yes")["decided"]["answer"] == "yes"
    whole = told()
    assert (whole["counts"]["clients"], whole["counts"]["waiting"]) == (1, 0)
    assert [one["id"] for one in whole["decided"]] == [question]
    assert told("undo", question) == {"undone": {"id": question}}
    assert told()["counts"]["waiting"] == 1


def test_a_joined_spelling_is_taken_apart_by_its_id(told: Any) -> None:
    client = told()["joined"][0]
    spellings = client["spellings"]
    assert len({one["id"] for one in spellings}) == 2
    told("decide", spellings[0]["id"], "no")
    after = told()
    assert after["counts"]["clients"] == 3
    assert [one["spelling"] for one in after["joined"][0]["spellings"]] != [one["spelling"] for one in spellings]
    told("undo", spellings[0]["id"])
    assert told()["counts"]["clients"] == 2


def test_an_unknown_id_is_answered_with_a_sentence(told: Any) -> None:
    assert "0123456789" in told("decide", "0123456789", "yes", code=2)["error"]
    assert "0123456789" in told("undo", "0123456789", code=2)["error"]


def test_people_get_lines(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clients", "--store", str(store)]) == 0
    printed = capsys.readouterr().out
    assert "spellings 4" in printed
    assert "Рамашка" in printed
