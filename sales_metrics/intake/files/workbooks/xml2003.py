"""SpreadsheetML, the XML that Excel 2003 saved and that many a web system still writes under the name .xls."""

from __future__ import annotations

import io
import math
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ....model.issue import Issue
from ..columns import blank_rows_at_end, check_size, table_of_rows
from ..limits import Limits
from ..refusal import RefusedError, note
from ..sheet import CellFault, Sheet, letter
from .cell_text import number_text

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


def read_xml2003(path: Path, limits: Limits) -> tuple[str, list[Sheet], list[Issue]]:
    """Return "xml2003", its sheets, and remarks. Raises `RefusedError` for broken XML and for entities in it."""
    sheets: list[Sheet] = []
    rows: list[Element] = []
    try:
        for event, element in iterparse(io.BytesIO(path.read_bytes()), events=("start", "end"), forbid_dtd=True):
            if event == "start":
                rows = [] if element.tag == _SS + "Worksheet" else rows
            elif element.tag == _SS + "Row":
                rows.append(_kept(element))
                element.clear()
            elif element.tag == _SS + "Worksheet":
                sheets.append(_sheet(element, rows, limits))
                element.clear()
    except DefusedXmlException as fault:
        raise RefusedError("xml_entities") from fault
    except ParseError as fault:
        raise RefusedError("damaged") from fault
    remarks = [note("hidden_sheet", sheet=sheet.name) for sheet in sheets if sheet.hidden]
    remarks += [
        note("hidden_rows", sheet=sheet.name, count=sheet.hidden_rows) for sheet in sheets if sheet.hidden_rows
    ]
    return "xml2003", sheets, remarks


def _kept(row: Element) -> Element:
    kept = Element(row.tag, dict(row.attrib))
    kept.extend(list(row))
    return kept


def _sheet(worksheet: Element, elements: list[Element], limits: Limits) -> Sheet:
    name = worksheet.get(_SS + "Name", "")
    rows: list[list[str | None]] = []
    faults: list[CellFault] = []
    merged: list[tuple[int, int, int, int]] = []
    hidden_rows = 0
    for element in elements:
        number = _index(element, len(rows) + 1)
        check_size(number, 1, limits, name)
        rows += [[] for _ in range(number - 1 - len(rows))]
        values: list[str | None] = []
        for cell in element.iter(_SS + "Cell"):
            column = _index(cell, len(values) + 1)
            check_size(1, column, limits, name)
            values += [None] * (column - 1 - len(values))
            text, error = _value(cell)
            if error:
                faults.append(CellFault(number, letter(column), "error", error))
            values.append(text)
            across, down = _whole(cell, "MergeAcross"), _whole(cell, "MergeDown")
            if across or down:
                merged.append((number, column, number + down, column + across))
            values += [None] * min(across, limits.columns)
        hidden_rows += element.get(_SS + "Hidden") == "1"
        rows.append(values)
    blank_rows_at_end(rows)
    hidden = any(
        each.text != "SheetVisible" for each in worksheet.iter("{urn:schemas-microsoft-com:office:excel}Visible")
    )
    table = table_of_rows(rows, limits, name)
    return Sheet(name, table, faults=tuple(faults), hidden=hidden, hidden_rows=hidden_rows, merged=tuple(merged))


def _index(element: Element, following: int) -> int:
    return max(_whole(element, "Index") or following, following)


def _whole(element: Element, name: str) -> int:
    text = element.get(_SS + name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _value(cell: Element) -> tuple[str | None, str]:
    data = cell.find(_SS + "Data")
    if data is None:
        return None, ""
    text = "".join(data.itertext())
    kind = data.get(_SS + "Type", "String")
    if kind == "Error":
        return None, text
    if kind == "Boolean":
        return ("TRUE" if text.strip() == "1" else "FALSE"), ""
    if kind == "DateTime":
        return _moment(text.strip()), ""
    if kind == "Number":
        return _number(text.strip()), ""
    return text or None, ""


def _moment(text: str) -> str:
    day, _, clock = text.partition("T")
    clock = clock.removesuffix(".000")
    if day == "1899-12-31":
        return clock
    return day if clock in ("", "00:00:00") else f"{day}T{clock}"


def _number(text: str) -> str:
    try:
        value = float(text)
    except ValueError:
        return text
    return number_text(value) if math.isfinite(value) else text
