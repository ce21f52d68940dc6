"""The way of a rejected row: out as a workbook, mended, and in again with the ordinary import."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from sales_metrics.commands.parser import run

from .test_commands import DEALS


def test_a_mended_workbook_closes_the_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, faulty, out = tmp_path / "store", tmp_path / "deals.csv", tmp_path / "to mend.xlsx"
    faulty.write_text(DEALS.replace("03.03.2026", "31.02.2026"), encoding="utf-8")
    assert run(["import", str(faulty), "--store", str(store), "--json"]) == 1
    assert run(["rejects", "1", "--store", str(store), "--out", str(out), "--language", "ru"]) == 0
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    assert cell.value == "31.02.2026"
    cell.value = "03.03.2026"
    book.save(out)
    capsys.readouterr()
    assert run(["import", str(out), "--store", str(store), "--json"]) == 0
    (mended,) = json.loads(capsys.readouterr().out)["files"]
    assert mended["sheets"][0]["rows"]["new"] == 1
    run(["metric", "conversion", "--store", str(store), "--json"])
    assert json.loads(capsys.readouterr().out)["groups"][0]["n"] == 4
    run(["rejects", "1", "--store", str(store), "--out", str(out), "--json"])
    assert json.loads(capsys.readouterr().out)["left"] == 0
