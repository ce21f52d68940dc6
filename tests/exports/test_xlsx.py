"""A workbook that goes out must be inert in whatever opens it."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from sales_metrics.exports.xlsx import clean, rows_workbook

HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "+7999",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "{=1+1}",
    "http://example.invalid",
    "＝1+1",
]


def sheet_of(content: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, openpyxl.worksheet.worksheet.Worksheet)
    return sheet


def test_cells_keep_their_types() -> None:
    frame = pd.DataFrame(
        {"Сумма": [1500.5], "День": [date(2026, 3, 5)], "Когда": [datetime(2026, 3, 5, 9, 30)], "Да": [True]}
    )
    sheet = sheet_of(rows_workbook(frame, "Сделки"))
    assert [cell.value for cell in sheet[1]] == ["Сумма", "День", "Когда", "Да"]
    assert [cell.value for cell in sheet[2]] == [1500.5, datetime(2026, 3, 5), datetime(2026, 3, 5, 9, 30), True]
    assert [cell.data_type for cell in sheet[2]] == ["n", "d", "d", "b"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text(text: str) -> None:
    content = rows_workbook(pd.DataFrame({"Клиент": [text]}), "Клиенты")
    cell = sheet_of(content)["A2"]
    assert cell.value == text
    assert cell.data_type == "s"
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        xml = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert "hyperlink" not in xml


def test_blanks_are_empty_cells() -> None:
    sheet = sheet_of(rows_workbook(pd.DataFrame({"a": [None, float("nan"), pd.NaT], "b": [1, 2, 3]}), "x"))
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == [None, None, None]


def test_what_a_cell_cannot_hold_is_left_out() -> None:
    assert clean("a\x00b\x0bc\ufffe") == "abc"
    assert len(clean("я" * 40_000)) == 32_767
    sheet = sheet_of(
        rows_workbook(pd.DataFrame({"Клиент": ["a\x0bb"]}), "Кли/ент[ы]: все, что только бывает на свете")
    )
    assert sheet["A2"].value == "ab"


def test_no_rows_is_a_sheet_with_headings() -> None:
    assert [cell.value for cell in sheet_of(rows_workbook(pd.DataFrame({"a": []}), "x"))[1]] == ["a"]
