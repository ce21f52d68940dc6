"""Workbooks that are unusual and right."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.intake import reading
from sales_metrics.intake.limits import Limits
from sales_metrics.intake.sheet import Workbook

from . import hostile
from .hostile import HEAD, MAIN, bomb, parts, write
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


ACCEPTED: dict[str, Build] = {
    "a huge picture that is never unpacked": media,
    "junk before the archive": junk_before,
    "junk after the archive": junk_after,
    "names with backslashes": backslashes,
    "the strict dialect": strict_dialect,
    "prefixed names": prefixed,
    "cells without addresses": no_addresses,
    "the spelling of 1C": capital_shared_strings,
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
