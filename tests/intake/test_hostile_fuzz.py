"""Small files changed at random: each is a workbook or a refusal with a sentence, and never a fault."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.take import take_workbook
from sales_metrics.text.issues import message

from .files.reading_checks import here
from .hostile_cells import GOOD, HEAD

BOUNDED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SMALL = Limits(part=4 << 20, unpacked=8 << 20, rows=10_000, cells=100_000)
SIGNS = st.sampled_from(
    [b'"', b"'", b"\\", b"\r", b"\n", b"\0", b";", b",", b"\t", b"<", b">", b"\xff", b"&", b"=-"]
)
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), SIGNS | st.binary(max_size=4)), max_size=6)


@cache
def seeds() -> tuple[bytes, ...]:
    text = HEAD + GOOD * 5
    page = "".join(f"<tr><td>{line.replace(';', '</td><td>')}</td></tr>" for line in text.splitlines())
    return text.encode(), text.encode("cp1251"), text.encode("utf-16"), f"<table>{page}</table>".encode(), book()


def book() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Сделки")
        for at, line in enumerate((HEAD + GOOD * 5).splitlines()):
            sheet.write_row(at, 0, line.split(";"))
    return out.getvalue()


def changed(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Return the bytes with pieces of them left out and others put in."""
    for place, length, put in changes:
        at = int(place * len(data))
        data = data[:at] + put + data[at + length :]
    return data


def survives(path: Path) -> None:
    taken = take_workbook(here(path, SMALL))
    issues = [*taken.issues, *(issue for sheet in taken.sheets for issue in sheet.issues)]
    assert taken.refused != bool(taken.sheets)
    assert all(message(issue, "bg") for issue in issues)
    for sheet in taken.sheets:
        assert sheet.read == sheet.rows.num_rows + sheet.rejected + sum(sheet.ignored.values())
        assert None not in sheet.rows["_key"].to_pylist()


@BOUNDED
@given(st.integers(0, 4), CHANGES)
def test_changed_files(tmp_path: Path, seed: int, changes: list[tuple[float, int, bytes]]) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(changed(seeds()[seed], changes))
    survives(path)


@BOUNDED
@given(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"]), CHANGES)
def test_changed_parts_of_a_workbook(tmp_path: Path, part: str, changes: list[tuple[float, int, bytes]]) -> None:
    """The archive is sound, so that the damage reaches the parser of the sheet."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(io.BytesIO(seeds()[4])) as source, zipfile.ZipFile(path, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, changed(data, changes) if name == part else data)
    survives(path)
