"""What a file is made of: bombs, broken archives, other kinds of file, passwords."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from sales_metrics.intake.files import reading
from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.files.sheet import Workbook
from sales_metrics.model.issue import Severity

from . import hostile_archives as archives

SMALL = Limits(part=32 << 20, unpacked=48 << 20, entries=200, seconds=30)

REFUSED: dict[str, tuple[archives.Build, str]] = {
    "1 GiB of blanks after the data": (archives.zeros_after_data, "unpacked_too_big"),
    "a part of zero bytes": (archives.nul_part, "packed_too_tightly"),
    "one long cell": (archives.long_cell, "unpacked_too_big"),
    "one long shared string": (archives.long_shared_string, "unpacked_too_big"),
    "millions of tiny rows": (archives.tiny_rows, "unpacked_too_big"),
    "millions of shared strings": (archives.many_shared_strings, "unpacked_too_big"),
    "one long attribute": (archives.long_attribute, "unpacked_too_big"),
    "packed more tightly than data are": (archives.tight_part, "packed_too_tightly"),
    "parts that are too big together": (archives.several_big_parts, "unpacked_too_big"),
    "sizes that lie": (archives.false_size, "damaged"),
    "more entries than any workbook": (archives.many_entries, "too_many_parts"),
    "entities in the shared strings": (archives.entities_in("xl/sharedStrings.xml"), "xml_entities"),
    "one long entity many times": (archives.one_long_entity, "xml_entities"),
    "entities in a sheet": (archives.entities_in("xl/worksheets/sheet1.xml"), "xml_entities"),
    "entities in the workbook part": (archives.entities_in("xl/workbook.xml"), "xml_entities"),
    "entities in the styles": (archives.entities_in("xl/styles.xml"), "xml_entities"),
    "an entity from a file": (archives.outside_entity("file:///etc/hostname"), "xml_entities"),
    "an entity from the network": (archives.outside_entity("http://127.0.0.1:9/x"), "xml_entities"),
    "a DTD from the network": (archives.outside_dtd, "xml_entities"),
    "a value in the last cell of all": (archives.far_cell("XFD1048576", "1048576"), "too_many_columns"),
    "a row number of four milliards": (archives.far_cell("A4000000000", "4000000000"), "too_many_rows"),
    "a column ZZZZZZ": (archives.far_cell("ZZZZZZ1", "1"), "too_many_columns"),
    "a name that climbs out": (archives.bad_name("../../evil.xml"), "dangerous_archive"),
    "an absolute name": (archives.bad_name("/etc/evil.xml"), "dangerous_archive"),
    "a name with a drive": (archives.bad_name("C:\\evil.xml"), "dangerous_archive"),
    "two parts of one name": (archives.twice, "dangerous_archive"),
    "the first half of a file": (archives.cut(0.5), "damaged"),
    "ten bytes cut off": (archives.cut(1), "damaged"),
    "a changed byte in a packed part": (archives.flipped_byte, "damaged"),
    "a changed byte in a stored part": (archives.wrong_sum, "damaged"),
    "no bytes": (archives.content(b""), "empty_file"),
    "noise": (archives.content(bytes((7 * at * at + at // 3) % 256 for at in range(5000))), "unknown_content"),
    "a PDF": (archives.content(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), "foreign_file"),
    "a JPEG": (archives.content(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 50), "foreign_file"),
    "a gzip": (archives.content(b"\x1f\x8b\x08" + b"\0" * 50), "foreign_file"),
    "a Word document": (
        archives.archive_of("[Content_Types].xml", "_rels/.rels", "word/document.xml"),
        "foreign_file",
    ),
    "a Numbers document": (archives.archive_of("Index/Document.iwa", "preview.jpg"), "foreign_file"),
    "an archive of tables": (archives.archive_of("march.csv", "april.csv"), "archive_not_workbook"),
    "an OLE container cut short": (archives.content(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500), "damaged"),
    "Excel 4": (archives.content(b"\x09\x04\x06\x00\x00\x00\x10\x00"), "ancient_workbook"),
    "an encrypted workbook": (archives.locked, "password"),
    "an archive with a password": (archives.locked_zip, "password"),
    "XML of something else": (archives.content(b'<?xml version="1.0"?><note/>'), "foreign_file"),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    folder = tmp_path_factory.mktemp("refused")
    files = [(build(folder / f"{at}.xlsx"), title) for at, (title, (build, _)) in enumerate(REFUSED.items())]
    before = sorted(folder.parent.iterdir())
    books = reading.read_many(files, limits=SMALL)
    assert sorted(folder.parent.iterdir()) == before, "an archive wrote outside itself"
    return dict(zip(REFUSED, books, strict=True))


@pytest.mark.parametrize("title", REFUSED)
def test_refused_in_one_sentence(refused: dict[str, Workbook], title: str) -> None:
    book = refused[title]
    assert [issue.problem for issue in book.issues] == [REFUSED[title][1]]
    assert book.issues[0].severity is Severity.REFUSED
    assert book.issues[0].file == title
    assert book.sheets == ()


def test_refusals_name_the_bound_and_the_place(refused: dict[str, Workbook]) -> None:
    last = refused["a value in the last cell of all"].issues[0]
    assert (last.cell, last.found, last.limit) == ("XFD1048576", "16384", "500")
    assert refused["a row number of four milliards"].issues[0].found == "4000000000"
    assert refused["one long cell"].issues[0].limit == "32"
    assert refused["more entries than any workbook"].issues[0].limit == "200"
    assert refused["a PDF"].issues[0].found == "PDF"
    assert refused["an archive of tables"].issues[0].found == "april.csv"


def test_digest_and_size_are_told_even_of_a_refused_file(refused: dict[str, Workbook]) -> None:
    empty = refused["no bytes"]
    assert empty.size == 0
    assert empty.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_size_limit_is_inclusive(tmp_path: Path) -> None:
    path = archives.good(tmp_path / "a.xlsx")
    size = path.stat().st_size
    assert not reading.read(path, limits=Limits(bytes=size)).refused
    issue = reading.read(path, limits=Limits(bytes=size - 1)).issues[0]
    assert issue.problem == "file_too_big"
    assert issue.limit == issue.found != ""


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    assert reading.read(tmp_path / "none.xlsx").issues[0].problem == "cannot_open"
    assert reading.read(tmp_path).issues[0].problem == "cannot_open"


def test_an_entity_from_the_network_is_never_asked_for(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        server.settimeout(2)
        # That the ear hears at all is shown first.
        socket.create_connection(server.getsockname()).close()
        server.accept()[0].close()
        book = reading.read(archives.outside_entity(address)(tmp_path / "a.xlsx"))
        assert [issue.problem for issue in book.issues] == ["xml_entities"]
        server.settimeout(0.2)
        with pytest.raises(TimeoutError):
            server.accept()
