"""Questions that a file leaves open: asked once, answered by a word, and never asked when a neighbour can tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.parser import run
from sales_metrics.store import Store

HEAD = "Deal ID,Company,Owner,Stage,Amount,Created on\n"
OPEN = '{n},Acme,Ann Lee,New,"{n}00.5",3/4/2026\n{n}1,Globex,Ann Lee,New,"20.5",5/6/2026\n'
CLEAR = "7,Acme,Ann Lee,New,100.5,25/3/2026\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def csv(folder: Path, name: str, rows: str, head: str = HEAD) -> str:
    path = folder / name
    path.write_text(head + rows, encoding="utf-8")
    return str(path)


def called(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    code = run([*words, "--json", "--language", "en"])
    return code, json.loads(capsys.readouterr().out)


def questions(told: Any) -> list[dict[str, Any]]:
    return [question for file in told["files"] for sheet in file["sheets"] for question in sheet["questions"]]


def test_a_file_with_an_open_question_waits_and_the_others_go_in(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = csv(tmp_path, "plain.csv", "8,Acme,Ann Lee,New,5,2026-03-04\n")
    code, told = called(
        capsys, "import", csv(tmp_path, "deals.csv", OPEN.format(n=1)), other, "--store", str(store)
    )

    assert code == 3
    assert [file["upload"] for file in told["files"]] == [None, 1]
    assert [file["waits"] for file in told["files"]] == [True, False]
    (question,) = questions(told)
    assert question["key"] == "deals.csv:date_order"
    assert question["choices"] == ["day_first", "month_first"]
    assert question["choice_texts"] == ["the day", "the month"]
    assert question["evidence"] == ["3/4/2026", "5/6/2026"]
    assert "Created on" in question["question"]
    assert Store(store).snapshot().rows["deals"] == 1


@pytest.mark.parametrize("key", ["deals.csv:date_order", "date_order"])
def test_an_answer_stores_the_file_and_is_not_asked_for_again(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    first, second = (csv(tmp_path, name, OPEN.format(n=n)) for name, n in (("deals.csv", 1), ("week2.csv", 2)))
    code, told = called(capsys, "import", first, "--store", str(store), "--answer", f"{key}=day_first")

    assert (code, told["files"][0]["upload"], questions(told)) == (0, 1, [])
    code, told = called(capsys, "import", second, "--store", str(store))
    assert (code, questions(told)) == (0, [])
    with Store(store)._states.reader.attached(Store(store).snapshot().path) as (connection, database):
        days = connection.execute(f"SELECT DISTINCT created_on FROM {database}.deals ORDER BY 1").fetchall()
    assert [str(day) for (day,) in days] == ["2026-04-03", "2026-06-05"]


def test_an_answer_is_not_remembered_by_a_mere_check(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = csv(tmp_path, "deals.csv", OPEN.format(n=1))
    assert called(capsys, "check", file, "--store", str(store), "--answer", "date_order=day_first")[0] == 0
    assert called(capsys, "check", file, "--store", str(store))[0] == 3


def test_another_file_of_the_call_tells_what_this_one_leaves_open(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = csv(tmp_path, "deals.csv", OPEN.format(n=1)), csv(tmp_path, "clear.csv", CLEAR)
    code, told = called(capsys, "check", *files, "--store", str(store))

    assert (code, questions(told)) == (0, [])


def test_two_files_ask_by_keys_of_their_own(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = csv(tmp_path, "a.csv", OPEN.format(n=1))
    head = HEAD.replace("Owner,Stage", "Stage,Owner")
    second = csv(tmp_path, "b.csv", "1,Acme,New,Ann Lee,100.5,3/4/2026\n", head)
    code, told = called(capsys, "check", first, second, "--store", str(store))
    assert [question["key"] for question in questions(told)] == ["a.csv:date_order", "b.csv:date_order"]

    words = ["check", first, second, "--store", str(store), "--answer"]
    code, told = called(capsys, *words, "date_order=day_first")
    assert code == 2
    assert "a.csv:date_order, b.csv:date_order" in told["error"]
    code, told = called(capsys, *words, "a.csv:date_order=day_first")
    # The answer for one file does not speak for another system's file.
    assert code == 3
    assert [question["key"] for question in questions(told)] == ["b.csv:date_order"]


@pytest.mark.parametrize("answer", ["date_order=yesterday", "date_order", "=day_first"])
def test_an_answer_that_is_none_of_the_choices_is_told(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str], answer: str
) -> None:
    file = csv(tmp_path, "deals.csv", OPEN.format(n=1))
    code, told = called(capsys, "import", file, "--store", str(store), "--answer", answer)

    assert code == 2
    assert answer.rpartition("=")[2] in told["error"]


def test_the_question_is_put_in_the_language_of_the_user(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = csv(tmp_path, "deals.csv", OPEN.format(n=1))
    code = run(["check", file, "--store", str(store), "--language", "bg"])
    shown = capsys.readouterr().out

    assert code == 3
    assert "Кое е на първо място" in shown
    assert "--answer deals.csv:date_order=day_first" in shown
