"""Workbooks that are unusual and right."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.intake.files import reading
from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.files.sheet import Workbook

from . import hostile
from .hostile import HEAD, MAIN, ONE_CELL, bomb, parts, write
from .hostile_archives import Build, good


def media(path: Path) -> Path:
    return bomb(path, "xl/media/image1.png", 200 << 20)


def junk_before(path: Path) -> Path:
    path.write_bytes(b"junk\n" * 9 + good(path).read_bytes())
    return path


def junk_after(path: Path) -> Path:
    path.write_bytes(good(path).read_bytes() + b"junk" * 9)
    return path


def backslashes(path: Path) -> Path:
    return write(path, {name.replace("/", "\\"): text for name, text in parts().items()})


def strict_dialect(path: Path) -> Path:
    old, new = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    swap = {
        MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
        old + "officeDocument/2006/relationships": new + "officeDocument/relationships",
    }
    made = parts()
    for name, text in made.items():
        for before, after in swap.items():
            text = text.replace(before, after)
        made[name] = text
    return write(path, made)


def prefixed(path: Path) -> Path:
    xml = (
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    return write(path, {**parts(), "xl/worksheets/sheet1.xml": xml})


def no_addresses(path: Path) -> Path:
    return write(path, parts("<row><c><v>1</v></c></row>"))


def capital_shared_strings(path: Path) -> Path:
    made = parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared=hostile.shared_xml(["1"]))
    made["xl/SharedStrings.xml"] = made.pop("xl/sharedStrings.xml")
    return write(path, made)


def with_macros(path: Path) -> Path:
    """A macro that starts with the file, as bytes that no reader opens."""
    made: dict[str, str | bytes] = dict(parts())
    made["xl/vbaProject.bin"] = b'\xd0\xcf\x11\xe0Attribut\x00e VB_Name = "Auto_Open"' + bytes(4096)
    made["[Content_Types].xml"] = str(made["[Content_Types].xml"]).replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    return write(path, made)


def with_links(path: Path) -> Path:
    """A value that came from another file: what was calculated last counts, and the other file is left alone."""
    made = parts('<row r="1"><c r="A1"><f>[1]Лист1!A1</f><v>1</v></c></row>')
    made["xl/externalLinks/externalLink1.xml"] = f'{HEAD}<externalLink xmlns="{MAIN}"/>'
    made["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="http://x/externalLinkPath" Target="file:///etc/passwd" TargetMode="External"/>'
        "</Relationships>"
    )
    return write(path, made)


def rows_of_formats(path: Path) -> Path:
    rows = "".join(f'<row r="{at}" s="1"><c r="A{at}" s="1"/></row>' for at in range(2, 300_000))
    return write(path, parts(ONE_CELL + rows))


def strange_sheet_name(path: Path) -> Path:
    return write(path, parts(sheets=[("Сделки 😀 &apos;a&quot; &amp; b длинный", "visible", ONE_CELL)]))


ACCEPTED: dict[str, Build] = {
    "a huge picture that is never unpacked": media,
    "junk before the archive": junk_before,
    "junk after the archive": junk_after,
    "names with backslashes": backslashes,
    "the strict dialect": strict_dialect,
    "prefixed names": prefixed,
    "cells without addresses": no_addresses,
    "the spelling of 1C": capital_shared_strings,
    "macros": with_macros,
    "links to other files": with_links,
    "rows that hold only a format": rows_of_formats,
    "a sheet with a strange name": strange_sheet_name,
}


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    folder = tmp_path_factory.mktemp("accepted")
    files = [(build(folder / f"{at}.csv"), title) for at, (title, build) in enumerate(ACCEPTED.items())]
    return dict(zip(ACCEPTED, reading.read_many(files, limits=Limits(seconds=30)), strict=True))


@pytest.mark.parametrize("title", ACCEPTED)
def test_read_in_spite_of_its_oddity(accepted: dict[str, Workbook], title: str) -> None:
    book = accepted[title]
    assert not book.issues
    assert book.kind == "xlsx"
    first = book.sheets[0].cells.column("A")[0].as_py()
    assert first == ("ООО «Ромашка 0»" if "junk" in title else "1")


def test_what_only_looks_like_much_is_little(accepted: dict[str, Workbook]) -> None:
    assert accepted["rows that hold only a format"].sheets[0].cells.num_rows == 1
    assert accepted["a sheet with a strange name"].sheets[0].name == "Сделки 😀 'a\" & b длинный"
