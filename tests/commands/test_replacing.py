"""Rows that a later export lacks: asked about once, by a word answered, and told of ever after."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.parser import run
from sales_metrics.store import Store, open_state

HEAD = "Deal ID,Company,Owner,Stage,Amount,Created on\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def export(folder: Path, name: str, numbers: range, amount: int = 100, head: str = HEAD) -> str:
    rows = [f"D{n:02},Acme {n},Ann Lee,New,{amount},2026-03-{n % 20 + 1:02}\n" for n in numbers]
    (folder / name).write_text(head + "".join(rows), encoding="utf-8")
    return str(folder / name)


def called(capsys: pytest.CaptureFixture[str], command: str, *words: str, store: Path) -> tuple[int, Any]:
    code = run([command, *words, "--json", "--language", "en", "--store", str(store)])
    return code, json.loads(capsys.readouterr().out)


def deals(store: Path, as_of: int | None = None) -> set[str]:
    connection = open_state(Store(store).snapshot(as_of).path)
    rows = connection.execute("SELECT deal_id FROM deals").fetchall()
    connection.close()
    return {number for (number,) in rows}


def ids(numbers: range) -> set[str]:
    return {f"D{n:02}" for n in numbers}


def test_a_file_that_lacks_rows_waits_and_the_others_of_the_call_go_in(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(capsys, "import", export(tmp_path, "week1.csv", range(20)), store=store)[0] == 0
    later = export(tmp_path, "week2.csv", range(17))
    other = export(tmp_path, "other.csv", range(30, 32), head=HEAD.replace("Owner", "Responsible"))
    for command in ("check", "import"):
        code, told = called(capsys, command, later, other, store=store)
        assert code == 3
        (question,) = told["questions"]
        assert told["files"][0]["sheets"][0]["questions"] == [question]
        assert question["key"] == "week2.csv:rows_missing"
        assert question["choices"] == ["replaces", "adds"]
        assert question["evidence"] == ["missing:3", "known:20", "covered:3"]
        assert "lacks 3 of the 20 rows" in question["question"]
        assert ["3 rows" in text for text in question["choice_texts"]] == [True, True]
    assert [file["upload"] for file in told["files"]] == [None, 2]
    assert deals(store) == ids(range(20)) | ids(range(30, 32))


@pytest.mark.parametrize("key", ["week2.csv:rows_missing", "rows_missing:week2.csv", "rows_missing"])
@pytest.mark.parametrize(("choice", "left"), [("replaces", range(17)), ("adds", range(20))])
def test_the_answer_counts_and_is_remembered_for_the_headings(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str], key: str, choice: str, left: range
) -> None:
    called(capsys, "import", export(tmp_path, "week1.csv", range(20)), store=store)
    later = export(tmp_path, "week2.csv", range(17))
    words = [later, "--answer", f"{key}={choice}"]
    code, told = called(capsys, "check", *words, store=store)
    gone = 20 - len(left)
    assert (code, told["files"][0]["sheets"][0]["gone"], len(deals(store))) == (0, gone, 20)
    assert called(capsys, "check", later, store=store)[0] == 3
    code, told = called(capsys, "import", *words, store=store)
    assert (code, told["questions"], told["files"][0]["sheets"][0]["gone"]) == (0, [], gone)
    assert deals(store) == ids(left)

    code, told = called(capsys, "import", export(tmp_path, "week3.csv", range(16)), store=store)
    assert (code, told["questions"]) == (0, [])
    assert deals(store) == (ids(range(16)) if choice == "replaces" else ids(range(20)))


def test_undo_in_the_middle_restores_and_the_past_stays_as_it_was(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called(capsys, "import", export(tmp_path, "week1.csv", range(20)), store=store)
    answer = ["--answer", "rows_missing=replaces"]
    called(capsys, "import", export(tmp_path, "week2.csv", range(17)), *answer, store=store)
    called(capsys, "import", export(tmp_path, "week3.csv", range(16), amount=200), store=store)
    assert deals(store) == ids(range(16))
    assert [len(deals(store, upload)) for upload in (1, 2, 3)] == [20, 17, 16]

    assert run(["undo", "2", "--store", str(store)]) == 0
    assert deals(store) == ids(range(16))
    assert run(["undo", "3", "--store", str(store)]) == 0
    assert deals(store) == ids(range(20))
    assert [len(deals(store, upload)) for upload in (1, 2, 3)] == [20, 17, 16]
    capsys.readouterr()
    _, told = called(capsys, "history", store=store)
    assert [upload["gone"] for upload in told["history"]] == [0, 3, 1]


def test_an_answer_changes_what_is_remembered(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called(capsys, "import", export(tmp_path, "week1.csv", range(20)), store=store)
    called(capsys, "import", export(tmp_path, "week2.csv", range(17)), "--answer", "rows_missing=adds", store=store)
    later = export(tmp_path, "week3.csv", range(16))
    called(capsys, "import", later, "--answer", "rows_missing=replaces", store=store)
    assert deals(store) == ids(range(16))
    assert list(Store(store).modes().values()) == ["replaces"]


def test_what_a_file_of_the_same_call_brought_is_missed_too(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = export(tmp_path, "week1.csv", range(20)), export(tmp_path, "week2.csv", range(17))
    code, told = called(capsys, "import", *files, store=store)
    assert (code, [file["upload"] for file in told["files"]]) == (3, [1, None])
    assert [question["key"] for question in told["questions"]] == ["week2.csv:rows_missing"]


def test_a_short_key_for_two_makes_of_files_stops_the_call_before_anything_is_stored(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = HEAD.replace("Owner", "Responsible")
    called(capsys, "import", export(tmp_path, "a1.csv", range(20)), store=store)
    called(capsys, "import", export(tmp_path, "b1.csv", range(30, 50), head=head), store=store)
    files = export(tmp_path, "a2.csv", range(17)), export(tmp_path, "b2.csv", range(30, 47), head=head)
    code, told = called(capsys, "import", *files, "--answer", "rows_missing=adds", store=store)
    assert code == 2
    assert "a2.csv:rows_missing, b2.csv:rows_missing" in told["error"]
    code, told = called(capsys, "import", *files, "--answer", "rows_missing=perhaps", store=store)
    assert code == 2
    assert "perhaps" in told["error"]
    assert len(Store(store).uploads()) == 2
    code, told = called(capsys, "import", *files, "--answer", "b2.csv:rows_missing=replaces", store=store)
    assert (code, [file["upload"] for file in told["files"]]) == (3, [None, 3])
    assert deals(store) == ids(range(20)) | ids(range(30, 47))


def test_the_sheets_of_a_workbook_are_asked_about_by_name(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import openpyxl

    def book(name: str, numbers: range) -> str:
        made = openpyxl.Workbook()
        made.active.title = "Deals 2026"
        made.create_sheet("Clients")
        made["Deals 2026"].append(HEAD.strip().split(","))
        made["Clients"].append(["Company", "Tax ID", "City"])
        for n in numbers:
            made["Deals 2026"].append([f"D{n:02}", f"Acme {n}", "Ann Lee", "New", 100, f"2026-03-{n % 20 + 1:02}"])
            made["Clients"].append([f"Acme {n}", f"{n:09}", "Sofia"])
        made.save(tmp_path / name)
        return str(tmp_path / name)

    called(capsys, "import", book("a.xlsx", range(20)), store=store)
    later = book("b.xlsx", range(18))
    code, told = called(capsys, "import", later, store=store)
    assert code == 3
    keys = [question["key"] for question in told["questions"]]
    assert keys == ["b.xlsx:rows_missing:Deals 2026", "b.xlsx:rows_missing:Clients"]
    answers = ["--answer", "rows_missing:Deals 2026=replaces", "--answer", "rows_missing:Clients=adds"]
    code, told = called(capsys, "import", later, *answers, store=store)
    assert (code, told["files"][0]["upload"]) == (0, 2)
    assert [Store(store).snapshot().rows[table] for table in ("deals", "clients")] == [18, 20]


def test_mended_rows_take_nothing_away(tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import openpyxl

    called(capsys, "import", export(tmp_path, "week1.csv", range(20)), store=store)
    later = export(tmp_path, "week2.csv", range(17))
    whole = Path(later).read_text(encoding="utf-8").replace("Acme 3,Ann Lee,New,100", "Acme 3,Ann Lee,New,much")
    Path(later).write_text(whole, encoding="utf-8")
    code, _ = called(capsys, "import", later, "--answer", "rows_missing=replaces", store=store)
    assert code == 1
    assert deals(store) == ids(range(17)) - {"D03"}
    out = tmp_path / "mend.xlsx"
    assert run(["rejects", "2", "--out", str(out), "--store", str(store)]) == 0
    capsys.readouterr()
    book = openpyxl.load_workbook(out)
    book.active.cell(2, 5).value = 100
    book.save(out)
    code, told = called(capsys, "import", str(out), store=store)
    assert (code, told["files"][0]["sheets"][0]["gone"]) == (0, 0)
    assert deals(store) == ids(range(17))


def test_people_are_told_in_their_language(tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called(capsys, "import", export(tmp_path, "week1.csv", range(20)), store=store)
    later = export(tmp_path, "week2.csv", range(17))
    words = ["import", later, "--store", str(store), "--language"]
    assert run([*words, "ru"]) == 3
    shown = capsys.readouterr().out
    assert "нет 3 из 20 строк" in shown
    assert "--answer week2.csv:rows_missing=replaces" in shown
    assert run([*words, "bg", "--answer", "rows_missing=adds"]) == 0
    assert "остава от предишните: 3 реда" in capsys.readouterr().out
    assert run(["import", export(tmp_path, "w.csv", range(16)), "--store", str(store), "--answer",
                "rows_missing=replaces"]) == 0  # fmt: skip
    assert "No longer in the file and not shown any more: 4 rows" in capsys.readouterr().out
