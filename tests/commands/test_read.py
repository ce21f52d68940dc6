"""`read`: the typed table, or the cells as they stand, as CSV for other programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import xlsxwriter

from sales_metrics.commands.parser import run

DEALS = '''Сделки за март

Номер сделки;Клиент;Этап сделки;Сумма, руб.;Дата создания
0001;"ООО ""Ромашка""";Успешно реализовано;10 000,50;02.03.2026
2;Вектор
Итого;;;10 000,50;
'''


@pytest.fixture
def deals(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_bytes(DEALS.encode("cp1251"))
    return path


def printed(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    text = capsys.readouterr().out
    assert text.count("\r\n") == text.count("\n")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_typed_table_has_our_columns(deals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(deals)]) == 0
    head, *rows = printed(capsys)
    first = dict(zip(head, rows[0], strict=True))
    assert (first["deal_id"], first["client"], first["amount"]) == ("0001", 'ООО "Ромашка"', "10000.5")
    assert first["created_on"] == "2026-03-02"
    assert len(rows) == 2


def test_raw_cells_stand_as_in_the_file(deals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(deals), "--raw"]) == 0
    assert printed(capsys) == [
        ["Номер сделки", "Клиент", "Этап сделки", "Сумма, руб.", "Дата создания"],
        ["0001", 'ООО "Ромашка"', "Успешно реализовано", "10 000,50", "02.03.2026"],
        ["2", "Вектор", "", "", ""],
    ]


def test_rows_are_lists_in_json(deals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(deals), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["file"], told["table"]) == ("deals.csv", "deals")
    assert told["rows"][0][told["columns"].index("amount")] == 10000.5
    assert run(["read", str(deals), "--raw", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"][1] == ["2", "Вектор", "", "", ""]


def test_file_of_which_nothing_is_recognised_is_printed_as_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("xq,zw\n007,1e5\n008,2\n", encoding="utf-8")
    assert run(["read", str(path)]) == 0
    assert printed(capsys) == [["xq", "zw"], ["007", "1e5"], ["008", "2"]]


def test_sheet_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("one").write_column(0, 0, ["x", "y"])
        sheet = book.add_worksheet("two")
        sheet.write_row(0, 0, ["p", "q"])
        sheet.write_row(1, 0, ["1", "2"])
    assert run(["read", str(tmp_path / "a.xlsx"), "--sheet", "two", "--raw"]) == 0
    assert printed(capsys) == [["p", "q"], ["1", "2"]]
    assert run(["read", str(tmp_path / "a.xlsx"), "--sheet", "three"]) == 2
    assert "one, two" in capsys.readouterr().err


def test_refused_file_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    assert run(["read", str(tmp_path / "a.csv"), "--language", "en"]) == 2
    told = capsys.readouterr()
    assert (told.out, "is empty" in told.err) == ("", True)
    assert run(["read", str(tmp_path / "a.csv"), "--json"]) == 2
    assert "error" in json.loads(capsys.readouterr().out)
