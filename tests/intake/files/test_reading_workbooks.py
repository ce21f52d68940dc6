"""The sheets of a workbook: faults, hidden parts, extents, and the XML of 2003."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.files.sheet import CellFault

from .hostile import ONE_CELL, parts, shared_xml, write
from .reading_checks import cell, here, problems


def test_error_cells_and_empty_formulas_are_named_by_address(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="B2" t="e"><v>#DIV/0!</v></c><c r="C2"><f>A1*2</f></c></row>'
        '<row r="3"><c r="B3"><f>A1</f><v></v></c><c r="C3"><f t="shared" si="0"/></c>'
        '<c r="D3"><f>1</f><v>1</v></c></row>'
        '<row r="4"><c r="B4" t="e"/><c r="C4" s="0"><f>1</f><v/></c><c r="D4"><v>2</v></c>'
        '<c r="E4" t="str"><f>IF(A1&gt;0,1,"")</f><v></v></c></row>'
    )
    sheet = here(write(tmp_path / "a.xlsx", parts(rows))).sheets[0]
    assert set(sheet.faults) == {
        CellFault(2, "B", "error", "#DIV/0!"),
        CellFault(2, "C", "uncached"),
        CellFault(3, "B", "uncached"),
        CellFault(3, "C", "uncached"),
        CellFault(4, "C", "uncached"),
    }
    assert cell(sheet, "D3") == "1"
    assert cell(sheet, "B2") is None


@pytest.mark.parametrize(
    "error",
    [
        "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
        "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!",
    ],
)  # fmt: skip
def test_every_error_of_excel_leaves_the_sheet_readable(tmp_path: Path, error: str) -> None:
    rows = f'<row r="1"><c r="A1"><v>7</v></c></row><row r="3"><c r="B3" t="e"><v>{error}</v></c></row>'
    sheet = here(write(tmp_path / "a.xlsx", parts(rows))).sheets[0]
    assert sheet.faults == (CellFault(3, "B", "error", error),)
    assert cell(sheet, "A1") == "7"


def test_hidden_sheets_rows_and_merged_ranges(tmp_path: Path) -> None:
    hidden = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
    sheets = [("Открыт", "visible", hidden), ("Скрыт", "hidden", ONE_CELL), ("Совсем", "veryHidden", ONE_CELL)]
    path = write(
        tmp_path / "a.xlsx", parts(sheets=sheets, after='<mergeCells><mergeCell ref="B2:C4"/></mergeCells>')
    )
    book = here(path)
    assert [(sheet.name, sheet.hidden, sheet.hidden_rows) for sheet in book.sheets] == [
        ("Открыт", False, 1),
        ("Скрыт", True, 0),
        ("Совсем", True, 0),
    ]
    assert book.sheets[0].merged == ((2, 2, 4, 3),)
    assert problems(book).count("hidden_sheet") == 2
    assert problems(book).count("hidden_rows") == 1
    assert [issue.cell for issue in book.issues if issue.problem == "merged_cells"] == ["B2"] * 3


def test_empty_sheets_stay_in_the_list_and_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("Пусто")
        book.add_worksheet("Данные 😀 'за' март").write(4, 0, "x")
    read = here(tmp_path / "a.xlsx")
    assert [(sheet.name, sheet.cells.num_rows) for sheet in read.sheets] == [
        ("Пусто", 0),
        ("Данные 😀 'за' март", 5),
    ]
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as book:
        book.add_worksheet()
    assert problems(here(tmp_path / "b.xlsx")) == ["no_data"]


def test_cells_that_hold_only_a_format_cost_nothing(tmp_path: Path) -> None:
    ghost = f'{ONE_CELL}<row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    sheet = here(write(tmp_path / "a.xlsx", parts(ghost))).sheets[0]
    assert (sheet.cells.num_rows, sheet.cells.column_names) == (1, ["A"])


def test_a_dimension_that_lies_changes_nothing(tmp_path: Path) -> None:
    made = parts()
    name = "xl/worksheets/sheet1.xml"
    made[name] = made[name].replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    assert here(write(tmp_path / "a.xlsx", made)).sheets[0].cells.num_rows == 1


def test_rows_out_of_order_all_arrive(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in (3, 1, 2))
    sheet = here(write(tmp_path / "a.xlsx", parts(rows))).sheets[0]
    assert sheet.cells.column("A").to_pylist() == ["1", "2", "3"]


def test_too_many_columns_and_cells_name_the_bound(tmp_path: Path) -> None:
    wide = "".join(f'<c r="{name}1"><v>1</v></c>' for name in ("A", "SF", "SG"))
    issue = here(write(tmp_path / "a.xlsx", parts(f'<row r="1">{wide}</row>'))).issues[0]
    assert (issue.problem, issue.cell, issue.limit) == ("too_many_columns", "SG1", "500")
    far = '<row r="1"><c r="AZ1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row>'
    issue = here(write(tmp_path / "b.xlsx", parts(far)), Limits(cells=30_000_000)).issues[0]
    assert (issue.problem, issue.limit) == ("too_many_cells", "30000000")


def test_a_shared_string_that_is_not_there(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>99</v></c></row>'
    book = here(write(tmp_path / "a.xlsx", parts(rows, shared=shared_xml(["a"]))))
    assert book.refused
    assert problems(book) in (["sheet_unreadable"], ["unreadable"], ["damaged"])


def test_numbers_longer_than_excel_keeps_are_noted(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="B2"><v>1.2345678901234567E+19</v></c><c r="C2"><v>123456789012345</v></c></row>'
    book = here(write(tmp_path / "a.xlsx", parts(rows)))
    assert [(issue.problem, issue.cell, issue.count) for issue in book.issues] == [("digits_lost", "B2", 1)]


def test_spreadsheet_xml_of_2003(tmp_path: Path) -> None:
    xml = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Продажи"><Table>
<Row><Cell><Data ss:Type="String">Клиент</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">Сумма</Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:MergeAcross="1"><Data ss:Type="String">007</Data></Cell>
<Cell><Data ss:Type="Number">4500.50</Data></Cell>
<Cell><Data ss:Type="DateTime">2026-03-05T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet></Workbook>"""
    (tmp_path / "a.xls").write_text(xml, encoding="utf-8")
    book = here(tmp_path / "a.xls")
    sheet = book.sheets[0]
    assert (book.kind, sheet.name, sheet.hidden_rows, sheet.merged) == ("xml2003", "Продажи", 1, ((4, 1, 4, 2),))
    assert [cell(sheet, at) for at in ("A1", "C1", "A2", "A4", "B4", "C4", "D4")] == [
        "Клиент", "Сумма", None, "007", None, "4500.5", "2026-03-05",
    ]  # fmt: skip
    assert sheet.faults == (CellFault(4, "E", "error", "#N/A"),)
    (tmp_path / "b.xls").write_text(xml.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1), "utf-8")
    assert problems(here(tmp_path / "b.xls")) == ["xml_entities"]


@pytest.mark.parametrize("left", [0, 2])
def test_the_quick_way_gives_what_the_careful_one_gives(tmp_path: Path, left: int) -> None:
    """A sheet without errors that begins in column A is read without copies of its texts."""
    rows: list[list[object]] = [
        ["Сделка", 1.5, datetime(2026, 3, 5), True, "it’s"],
        ["true", 20, datetime(2026, 3, 5, 9, 30), False, ""],
        ["2026-03-05 00:00:00", -3, 36 / 24, "", "x\ny"],
        [None, 1e15, None, None, " "],
    ]
    sheets = {}
    for title, error in (("quick", ""), ("careful", "#N/A")):
        with xlsxwriter.Workbook(str(tmp_path / f"{title}.xlsx")) as book:
            sheet = book.add_worksheet("Лист")
            day = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
            hours = book.add_format({"num_format": "[h]:mm:ss"})
            for at, row in enumerate(rows):
                for column, value in enumerate(row, start=left):
                    if isinstance(value, datetime):
                        sheet.write_datetime(at + 1, column, value, day)
                    elif value == 36 / 24 and column == left + 2:
                        sheet.write_number(at + 1, column, value, hours)
                    else:
                        sheet.write(at + 1, column, value)
            sheet.write(len(rows) + 1, left, "last")
            if error:
                sheet.write_formula(len(rows) + 1, left + 1, "=NA()", None, error)
        sheets[title] = here(tmp_path / f"{title}.xlsx").sheets[0]
    assert sheets["careful"].faults
    assert not sheets["quick"].faults
    assert sheets["quick"].cells.to_pydict() == sheets["careful"].cells.to_pydict()
    assert cell(sheets["quick"], f"{'ABC'[left]}3") == "true"


def test_a_single_error_beyond_the_first_block_is_still_named(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 60_000))
    last = '<row r="60000"><c r="A60000" t="e"><v>#REF!</v></c></row>'
    assert here(write(tmp_path / "a.xlsx", parts(rows))).sheets[0].faults == ()
    assert here(write(tmp_path / "b.xlsx", parts(rows + last))).sheets[0].faults == (
        CellFault(60_000, "A", "error", "#REF!"),
    )
    quoted = last.replace('t="e"', "t='e'")
    assert here(write(tmp_path / "c.xlsx", parts(rows + quoted))).sheets[0].faults
