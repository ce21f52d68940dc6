"""Archives that are bombs, lies, traps, or something else than a workbook."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import msoffcrypto.format.ooxml
import xlsxwriter

from . import hostile
from .hostile import HEAD, MAIN, ONE_CELL, bomb, parts, sheet_xml, write

Build = Callable[[Path], Path]
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def good(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Сделки")
        for row in range(300):
            sheet.write_row(row, 0, [f"ООО «Ромашка {row}»", row * 1.5, "Иванов"])
    return path


def zeros_after_data(path: Path) -> Path:
    return bomb(path, "xl/worksheets/sheet1.xml", 1 << 30, start=sheet_xml(ONE_CELL))


def nul_part(path: Path) -> Path:
    return bomb(path, "xl/worksheets/sheet1.xml", 24 << 20, fill=b"\0")


def long_cell(path: Path) -> Path:
    start = f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'
    end = "</t></is></c></row></sheetData></worksheet>"
    return bomb(path, "xl/worksheets/sheet1.xml", 40 << 20, start=start, fill=b"a", end=end)


def long_shared_string(path: Path) -> Path:
    return bomb(path, "xl/sharedStrings.xml", 40 << 20, start=f'<sst xmlns="{MAIN}"><si><t>', fill=b"a")


def tiny_rows(path: Path) -> Path:
    start = f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'
    return bomb(path, "xl/worksheets/sheet1.xml", 40 << 20, start=start, fill=b"<row><c><v>1</v></c></row>")


def many_shared_strings(path: Path) -> Path:
    return bomb(path, "xl/sharedStrings.xml", 40 << 20, start=f'<sst xmlns="{MAIN}">', fill=b"<si><t>a</t></si>")


def long_attribute(path: Path) -> Path:
    return bomb(path, "xl/worksheets/sheet1.xml", 40 << 20, start=f'<worksheet xmlns="{MAIN}" x="', fill=b"a")


def tight_part(path: Path) -> Path:
    return bomb(path, "xl/worksheets/sheet1.xml", 24 << 20, start=sheet_xml(ONE_CELL))


def several_big_parts(path: Path) -> Path:
    """Each part passes, all of them together do not."""
    source = random.Random(1)
    with zipfile.ZipFile(write(path, parts()), "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for at in range(2, 5):
            blanks = bytes(source.choices(b" \n", k=1 << 16)) * 288
            archive.writestr(f"xl/worksheets/sheet{at}.xml", blanks)
    return path


def false_size(path: Path) -> Path:
    source = write(path, parts("".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 500))))
    data = bytearray(source.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(bytes(data).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little")))
    return path


def many_entries(path: Path) -> Path:
    return write(path, {**parts(), **{f"xl/worksheets/extra{at}.xml": "<a/>" for at in range(300)}})


def one_long_entity(path: Path) -> Path:
    """One entity named a thousand times: no entity holds another, so nesting alone would not give it away."""
    dtd = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
    texts = hostile.shared_xml(["&a;" * 1_000], dtd=dtd)
    return write(path, parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared=texts))


def entities_in(part: str) -> Build:
    def build(path: Path) -> Path:
        made = parts(shared=hostile.shared_xml(["a"]))
        made["xl/styles.xml"] = f'{HEAD}<styleSheet xmlns="{MAIN}"/>'
        made[part] = made[part].replace(HEAD, HEAD + LAUGHS)
        return write(path, made)

    return build


def outside_entity(address: str) -> Build:
    def build(path: Path) -> Path:
        dtd = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{address}">]>'
        return write(path, {**parts(), "xl/worksheets/sheet1.xml": sheet_xml(ONE_CELL, dtd=dtd)})

    return build


def outside_dtd(path: Path) -> Path:
    dtd = '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/x.dtd">'
    return write(path, {**parts(), "xl/worksheets/sheet1.xml": sheet_xml(ONE_CELL, dtd=dtd)})


def far_cell(address: str, row: str) -> Build:
    rows = f'{ONE_CELL}<row r="{row}"><c r="{address}"><v>2</v></c></row>'
    return lambda path: write(path, parts(rows))


def bad_name(name: str) -> Build:
    return lambda path: write(path, {**parts(), name: "<a/>"})


def twice(path: Path) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(write(path, parts()), "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml(ONE_CELL))
    return path


def cut(share: float) -> Build:
    def build(path: Path) -> Path:
        data = good(path).read_bytes()
        path.write_bytes(data[: int(len(data) * share)] if share < 1 else data[:-10])
        return path

    return build


def flipped_byte(path: Path) -> Path:
    return hostile.flipped(path, good(path), b"xl/worksheets/sheet1.xml", 200)


def wrong_sum(path: Path) -> Path:
    return hostile.flipped(path, write(path, parts(), packed=False), b"<sheetData>", -1)


def content(data: bytes) -> Build:
    def build(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return build


def locked(path: Path) -> Path:
    data = good(path).read_bytes()
    with path.open("wb") as out:
        msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(data)).encrypt("secret", out)
    return path


def locked_zip(path: Path) -> Path:
    data = bytearray(write(path, parts()).read_bytes())
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(start)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(start, at + 4)
    path.write_bytes(data)
    return path


def archive_of(*names: str) -> Build:
    return lambda path: write(path, dict.fromkeys(names, "x"))
