"""Builders of bad files: workbooks put together by hand, since no library would write them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def sheet_xml(rows: str, *, before: str = "", after: str = "", dtd: str = "") -> str:
    return f'{HEAD}{dtd}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def book_xml(names: Iterable[tuple[str, str]] = (("Лист1", "visible"),), dtd: str = "") -> str:
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{at}" state="{state}" r:id="rId{at}"/>'
        for at, (name, state) in enumerate(names, start=1)
    )
    return f'{HEAD}{dtd}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets></workbook>'


def shared_xml(texts: Iterable[str], dtd: str = "") -> str:
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'{HEAD}{dtd}<sst xmlns="{MAIN}">{items}</sst>'


def parts(
    rows: str = ONE_CELL,
    *,
    sheets: Iterable[tuple[str, str, str]] = (),
    shared: str = "",
    after: str = "",
) -> dict[str, str]:
    """Return the parts of a small workbook; `sheets` are (name, state, rows) when there are several."""
    listed = list(sheets) or [("Лист1", "visible", rows)]
    numbers = range(1, len(listed) + 1)
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in numbers
    )
    if shared:
        relations += f'<Relationship Id="rIdS" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for at in numbers
    )
    made = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": book_xml((name, state) for name, state, _ in listed),
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
    }
    for at, (_, _, content) in enumerate(listed, start=1):
        made[f"xl/worksheets/sheet{at}.xml"] = sheet_xml(content, after=after)
    if shared:
        made["xl/sharedStrings.xml"] = shared
    return made


def write(path: Path, made: Mapping[str, str | bytes], *, packed: bool = True) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return path


def bomb(path: Path, part: str, size: int, *, start: str = "", fill: bytes = b" ", end: str = "") -> Path:
    """Write a workbook one part of which is `size` bytes of `fill` between `start` and `end`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts().items():
            if name != part:
                archive.writestr(name, content)
        with archive.open(part, "w", force_zip64=True) as out:
            out.write(start.encode())
            block = fill * ((1 << 20) // len(fill))
            for _ in range(max(1, size // len(block))):
                out.write(block)
            out.write(end.encode())
    return path


def flipped(path: Path, source: Path, marker: bytes, offset: int = 0) -> Path:
    """Write a copy of `source` with one byte changed, `offset` bytes after `marker`."""
    data = bytearray(source.read_bytes())
    at = data.index(marker) + offset
    data[at] ^= 0xFF
    path.write_bytes(data)
    return path
