"""What stands in the cells of a workbook comes out as the right text at the right address."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
import xlsxwriter
import xlwt

from sales_metrics.intake.files.sheet import CellFault, Sheet

from .binary_book import binary_book
from .hostile import parts, write
from .reading_checks import cell, here, problems

DAY = datetime.datetime(2026, 3, 5)
MOMENT = datetime.datetime(2026, 3, 5, 9, 30)


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    path = tmp_path_factory.mktemp("values") / "values.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Значения")
        day, moment, clock = (
            book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm", "hh:mm")
        )
        for row, (value, form) in enumerate(
            [
                ("ООО «Ромашка»", None),
                (45, None),
                (4500.5, None),
                (0.1, None),
                (0.00000015, None),
                (DAY, day),
                (MOMENT, moment),
                (0.395833333333333, clock),
                (True, None),
                (False, None),
                (-12.25, None),
            ],
            start=4,
        ):
            sheet.write(row, 2, value, form)
        for row, text in enumerate(
            [
                "0123456789",
                "1234567890123456789",
                "true",
                "2026-03-05 00:00:00",
                "2026-03-05 09:30:00",
                " с краёв ",
                "две\nстроки",
                "NA",
                "1e3",
                "=1+1",
            ],
            start=4,
        ):
            sheet.write_string(row, 27, text)
        sheet.write_datetime(16, 27, MOMENT, moment)
    return here(path).sheets[0]


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("C5", "ООО «Ромашка»"),
        ("C6", "45"),
        ("C7", "4500.5"),
        ("C8", "0.1"),
        ("C9", "0.00000015"),
        ("C10", "2026-03-05"),
        ("C11", "2026-03-05T09:30:00"),
        ("C12", "09:30:00"),
        ("C13", "TRUE"),
        ("C14", "FALSE"),
        ("C15", "-12.25"),
        ("AB5", "0123456789"),
        ("AB6", "1234567890123456789"),
        ("AB7", "true"),
        ("AB8", "2026-03-05 00:00:00"),
        ("AB9", "2026-03-05 09:30:00"),
        ("AB10", " с краёв "),
        ("AB11", "две\nстроки"),
        ("AB12", "NA"),
        ("AB13", "1e3"),
        ("AB14", "=1+1"),
        ("AB17", "2026-03-05T09:30:00"),
        ("C1", None),
        ("A5", None),
        ("C16", None),
    ],
)
def test_value(values: Sheet, address: str, text: str | None) -> None:
    assert cell(values, address) == text


def test_columns_are_strings_named_by_letters_from_the_first(values: Sheet) -> None:
    assert values.first_row == 1
    assert values.cells.column_names[:3] == ["A", "B", "C"]
    assert values.cells.column_names[-1] == "AB"
    assert set(values.cells.schema.types) == {pa.string()}
    assert values.cells.num_rows == 17


def test_1904_workbook_has_the_same_days(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx"), {"date_1904": True}) as book:
        book.add_worksheet().write_datetime(0, 0, DAY, book.add_format({"num_format": "dd.mm.yyyy"}))
    assert cell(here(tmp_path / "a.xlsx").sheets[0], "A1") == "2026-03-05"


def test_old_xls_under_a_new_name(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Лист")
    sheet.write(2, 1, "Клиент")
    sheet.write(3, 1, 4500.5)
    sheet.write(4, 1, DAY, xlwt.easyxf(num_format_str="DD.MM.YYYY"))
    sheet.write(5, 1, True)
    sheet.write(6, 1, "2026-03-05 00:00:00")
    book.save(str(tmp_path / "a.xlsx"))
    read = here(tmp_path / "a.xlsx")
    assert (read.kind, problems(read)) == ("xls", [])
    assert read.sheets[0].cells.column("B").to_pylist() == [
        None,
        None,
        "Клиент",
        "4500.5",
        "2026-03-05",
        "TRUE",
        "2026-03-05 00:00:00",
    ]


def test_open_document(tmp_path: Path) -> None:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="Продажи")
    for values in (("Клиент", "Сумма"), ("ООО", "12.5")):
        row = TableRow()
        for text in values:
            number = text == "12.5"
            made = TableCell(valuetype="float", value=text) if number else TableCell(valuetype="string")
            made.addElement(P(text=text))
            row.addElement(made)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "a.ods"))
    read = here(tmp_path / "a.ods")
    assert (read.kind, read.sheets[0].name) == ("ods", "Продажи")
    assert read.sheets[0].cells.to_pylist() == [{"A": "Клиент", "B": "Сумма"}, {"A": "ООО", "B": "12.5"}]


def test_what_openpyxl_writes_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Дата", "Сумма"])
    book.active.append([DAY.date(), 10])
    book.active["C2"] = "=B2*2"
    book.save(tmp_path / "a.xlsx")
    sheet = here(tmp_path / "a.xlsx").sheets[0]
    assert cell(sheet, "A2") == "2026-03-05"
    assert sheet.faults == (CellFault(2, "C", "uncached"),)


def test_durations_of_more_than_a_day_are_hours_and_not_days_of_1900(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet, hours = book.add_worksheet(), book.add_format({"num_format": "[h]:mm:ss"})
        sheet.write_column(0, 0, [1.5, 0.5, 2.25, 20.999988425925925], hours)
    texts = here(tmp_path / "a.xlsx").sheets[0].cells.column("A").to_pylist()
    assert texts == ["36:00:00", "12:00:00", "54:00:00", "503:59:59"]


def test_cells_of_the_type_day_are_days(tmp_path: Path) -> None:
    cells = '<c r="A1" t="d"><v>2026-03-05</v></c><c r="B1" t="d"><v>2026-03-05T09:30:00</v></c>'
    sheet = here(write(tmp_path / "a.xlsx", parts(f'<row r="1">{cells}</row>'))).sheets[0]
    assert sheet.cells.to_pylist() == [{"A": "2026-03-05", "B": "2026-03-05T09:30:00"}]


def test_binary_workbook_under_another_name(tmp_path: Path) -> None:
    path = binary_book(tmp_path / "a.xlsx", [["Клиент", "ИНН", "Сумма"], ["ООО «Луч»", "0123456789", 1500.5]])
    book = here(path)
    assert (book.kind, book.issues) == ("xlsb", ())
    assert book.sheets[0].name == "Лист1"
    assert book.sheets[0].cells.to_pylist()[1] == {"A": "ООО «Луч»", "B": "0123456789", "C": "1500.5"}
