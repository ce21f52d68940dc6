"""What is written comes back at the same addresses; what is broken at random never raises and never hangs."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pyarrow as pa
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.intake.files import reading
from sales_metrics.intake.files.delimited.text_files import read_text
from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.files.sheet import letter
from sales_metrics.intake.files.workbooks.reader import read_zip

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.text(st.sampled_from("абвЯЁ aZ019.,;:\t|\"'«»—\n=+-"), max_size=8)
LIKE_VALUES = st.sampled_from(["true", "FALSE", "2026-03-05 00:00:00", "1e5", "007", "NA", "#N/A", "-0"])
TABLES = st.lists(st.lists(WORDS | LIKE_VALUES, min_size=2, max_size=5), min_size=1, max_size=8)


def addressed(cells: pa.Table, first_row: int = 1) -> dict[str, str]:
    """Return the filled cells by address, which is what must survive."""
    return {
        f"{name}{row}": value
        for name in cells.column_names
        for row, value in enumerate(cells.column(name).to_pylist(), start=first_row)
        if value is not None
    }


def written(rows: list[list[str]]) -> dict[str, str]:
    """Return the filled cells by address, a row that spans lines counting as all of them."""
    cells: dict[str, str] = {}
    line = 1
    for row in rows:
        cells |= {f"{letter(at)}{line}": value for at, value in enumerate(row, start=1) if value}
        line += 1 + sum(value.count("\n") for value in row)
    return cells


@QUICK
@given(
    TABLES,
    st.sampled_from(";,\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_csv_reads_back(tmp_path: Path, table: list[list[str]], delimiter: str, encoding: str, end: str) -> None:
    width = max(map(len, table))
    anchor = [f"столбец {at}" for at in range(width)]
    rows = [anchor, *([*row, *[""] * (width - len(row))] for row in table), anchor, anchor]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    path = tmp_path / "a.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    _, sheets, _ = read_text(path, Limits())
    assert addressed(sheets[0].cells) == written(rows)


@QUICK
@given(st.lists(st.lists(WORDS | LIKE_VALUES, max_size=5), max_size=8), st.integers(0, 3), st.integers(0, 30))
def test_workbook_reads_back(tmp_path: Path, table: list[list[str]], down: int, right: int) -> None:
    path = tmp_path / "a.xlsx"
    expected = {}
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row, values in enumerate(table, start=down):
            for column, value in enumerate(values, start=right):
                if value:
                    sheet.write_string(row, column, value)
                    expected[f"{letter(column + 1)}{row + 1}"] = value
    kind, sheets, _ = read_zip(path, Limits())
    assert (kind, addressed(sheets[0].cells)) == ("xlsx", expected)


@QUICK
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False, width=32), min_size=1, max_size=20))
def test_numbers_read_back_to_nine_decimals(tmp_path: Path, numbers: list[float]) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_column(0, 0, numbers)
    texts = read_zip(path, Limits())[1][0].cells.column("A").to_pylist()
    assert [float(text) for text in texts] == pytest.approx(numbers, rel=1e-14, abs=5.1e-10)
    assert not any("e" in text.lower() or text.endswith(".0") for text in texts)


def changed(data: bytes, source: random.Random) -> bytes:
    """Return the bytes with a few of them altered, left out or doubled."""
    result = bytearray(data)
    for _ in range(source.randint(1, 6)):
        at = source.randrange(len(result))
        match source.randrange(4):
            case 0:
                result[at] = source.randrange(256)
            case 1:
                del result[at : at + source.randint(1, 40)]
            case 2:
                result[at:at] = result[at : at + 20]
            case _:
                result[at:at] = source.choice([b'"', b"\r", b"\0", b";", b"<", b"\xff"])
    return bytes(result)


def test_random_damage_is_survived(tmp_path: Path) -> None:
    small = tmp_path / "small.xlsx"
    with xlsxwriter.Workbook(str(small)) as book:
        sheet = book.add_worksheet()
        for row in range(20):
            sheet.write_row(row, 0, ["ООО «Ромашка»", row * 1.5, "Иванов"])
    text = "Клиент;Сумма\n" + "".join(f'"ООО ""Луч"" {at}";{at},50\n' for at in range(30))
    seeds = [small.read_bytes(), text.encode(), text.encode("cp1251"), f"<table><tr><td>{text}</table>".encode()]
    source = random.Random(20260305)
    files = []
    for at in range(80):
        path = tmp_path / f"{at}.bin"
        path.write_bytes(changed(seeds[at % len(seeds)], source))
        files.append((path, path.name))
    books = reading.read_many(files, limits=Limits(seconds=20))
    assert len(books) == 80
    for found in books:
        assert found.refused != bool(found.sheets)
        assert len({issue.problem for issue in found.issues} & {"too_slow", "parser_crashed"}) == 0
