"""Tables of a web page saved under the name of a workbook, which is how many a CRM "exports to Excel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from ....model.issue import Issue
from ..columns import blank_rows_at_end, check_size, table_of_rows
from ..encoding import decoded
from ..limits import Limits
from ..refusal import RefusedError
from ..sheet import Sheet

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset(("script", "style", "template", "head", "noscript"))
_WIDEST_SPAN = 1_000


def read_html(path: Path, limits: Limits) -> tuple[str, list[Sheet], list[Issue]]:
    """Return "html" and a sheet for each table of the page, with the text of the cells as a browser shows it.

    A table that only lays out others is looked through; a table inside a cell of data is that cell's text. A
    cell over several columns or rows stands in the first of them. Raises `RefusedError` for a page without one.
    """
    page = _parsed(path.read_bytes())
    tables = [table for table in _outermost(page) for table in _with_data(table)] if page is not None else []
    found = [rows for rows in (_rows(table, limits) for table in tables) if rows]
    if not found:
        raise RefusedError("page_without_table")
    if len(found) > limits.sheets:
        raise RefusedError("too_many_sheets", found=str(len(found)), limit=limits.sheets)
    sheets = [
        Sheet(str(at) if len(found) > 1 else "", table_of_rows(rows, limits), source="text")
        for at, rows in enumerate(found, start=1)
    ]
    return "html", sheets, []


def _parsed(data: bytes) -> lxml_html.HtmlElement | None:
    parser = lxml_html.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return lxml_html.document_fromstring(_DECLARATION.sub("", _text(data)), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _text(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data).utf8.decode("utf-8")


def _outermost(page: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    return [table for table in page.iter("table") if next(table.iterancestors("table"), None) is None]


def _with_data(table: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    """Return the table, or the tables inside it when one of those has more cells of its own."""
    inner = [each for each in table.iterdescendants("table") if next(each.iterancestors("table")) is table]
    if inner and max(map(_own_cells, table.iterdescendants("table"))) > _own_cells(table):
        return [each for nested in inner for each in _with_data(nested)]
    return [table]


def _own_rows(table: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    return (row for row in table.iterdescendants("tr") if next(row.iterancestors("table")) is table)


def _own_cells(table: lxml_html.HtmlElement) -> int:
    return sum(1 for row in _own_rows(table) for cell in row if cell.tag in ("td", "th"))


def _rows(table: lxml_html.HtmlElement, limits: Limits) -> list[list[str | None]]:
    rows: list[list[str | None]] = []
    taken: dict[int, int] = {}
    for row in _own_rows(table):
        values: list[str | None] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _pass_spans(values, taken)
            span, deep = _span(cell, "colspan"), _span(cell, "rowspan")
            if deep > 1:
                taken |= dict.fromkeys(range(len(values), len(values) + span), deep)
            values += [_shown(cell), *[None] * (span - 1)]
            if len(values) > limits.columns and any(values[limits.columns :]):
                check_size(1, len(values), limits)
        taken = {column: deep - 1 for column, deep in taken.items() if deep > 1}
        rows.append(values)
    blank_rows_at_end(rows)
    return rows


def _pass_spans(values: list[str | None], taken: dict[int, int]) -> None:
    while len(values) in taken:
        values.append(None)


def _span(cell: lxml_html.HtmlElement, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return min(max(int(text), 1), _WIDEST_SPAN) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def _shown(cell: lxml_html.HtmlElement) -> str | None:
    lines = "".join(_pieces(cell)).split("\v")
    return "\n".join(_SPACES.sub(" ", line).strip(" ") for line in lines).strip("\n") or None


def _pieces(element: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield the text inside an element, "\\v" for a line break; deep nesting costs no stack."""
    waiting: list[str | lxml_html.HtmlElement] = [*reversed(element), element.text or ""]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item.replace("\v", " ")
            continue
        waiting.append(item.tail or "")
        if item.tag == "br":
            yield "\v"
        elif item.tag not in _UNSEEN:
            waiting += [*reversed(item), item.text or ""]
            if item.tag in ("p", "div", "tr", "li") and item.getprevious() is not None:
                yield "\v"
            elif item.tag in ("td", "th"):
                yield " "
