"""Rejected rows go out as a workbook and come back mended, whatever the file was."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell

from sales_metrics.commands.mending import cases, rejects, rejects_of_file, take_again
from sales_metrics.commands.parser import run
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.store import Store, StoreError

HEADS = ("Номер сделки", "Клиент", "Менеджер", "Этап сделки", "Сумма, руб.", "Дата создания")
FAULTS: dict[str, tuple[int, Any]] = {
    "no number": (4, "пять"),
    "error": (4, "#REF!"),
    "no date": (5, "31.02.2026"),
    "error in a date": (5, "#N/A"),
}


@dataclass(frozen=True)
class Layout:
    """A generated file: what stands where, and which rows are spoilt how."""

    rows: tuple[tuple[Any, ...], ...]
    spoilt: dict[int, str]
    above: int
    left: int
    sheet: str


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    count = draw(st.integers(4, 12))
    rows = tuple(
        (
            f"{draw(st.integers(0, 99)):02}-{at:03}",
            draw(st.sampled_from(["ООО «Ромашка»", "Вектор", "=Луч", "@Заря", "+7 лет", "NA"])),
            draw(st.sampled_from(["Иванова", "Петров"])),
            draw(st.sampled_from(["Переговоры", "Успешно реализовано", "Закрыто и не реализовано"])),
            draw(st.one_of(st.integers(1, 10**7), st.integers(100, 10**6).map(lambda kopecks: kopecks / 100))),
            date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 300))),
        )
        for at in range(count)
    )
    spoilt = draw(
        st.dictionaries(st.integers(0, count - 1), st.sampled_from(sorted(FAULTS)), min_size=1, max_size=count // 4)
    )
    return Layout(
        rows, spoilt, draw(st.integers(0, 4)), draw(st.integers(0, 2)), draw(st.sampled_from(["Сделки", "It's 1"]))
    )


def saved(layout: Layout, path: Path, *, spoil: bool) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = layout.sheet
    if layout.above:
        sheet.cell(1, 1, "Выгрузка за неделю")
    top = layout.above + 1
    for at, head in enumerate(HEADS):
        sheet.cell(top, at + 1 + layout.left, head)
    for place, row in enumerate(layout.rows):
        values = list(row)
        if spoil and place in layout.spoilt:
            column, wrong = FAULTS[layout.spoilt[place]]
            values[column] = wrong
        for at, value in enumerate(values):
            cell = sheet.cell(top + 1 + place, at + 1 + layout.left)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "e" if value in ("#REF!", "#N/A") else "s"
    book.save(path)
    return path


def imported(store: Store, path: Path) -> int:
    """Import a file and return how many of its rows were rejected."""
    taken = take_again(store, path, name=path.name)
    receipt = store.add(taken, who="", at=datetime.now(UTC), raw=path)
    assert receipt.already is None
    return sum(sheet.rejected for sheet in receipt.sheets)


def state(store: Store) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(store.snapshot().path), read_only=True) as connection:
        return list(connection.execute("SELECT * EXCLUDE (_row, _upload) FROM deals ORDER BY _key").fetchall())


def marked(content: bytes) -> Iterator[Cell]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell) and cell.comment)


# Every example starts five processes that read: to shrink one would take minutes.
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
@given(layouts())
def test_what_was_rejected_comes_back_mended(layout: Layout) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clean, store = Store(folder / "clean"), Store(folder / "store")
        assert imported(clean, saved(layout, folder / "clean.xlsx", spoil=False)) == 0
        assert imported(store, saved(layout, folder / "spoilt.xlsx", spoil=True)) == len(layout.spoilt)

        found = rejects(store, 1, "ru")
        assert found.rows == len(layout.spoilt)
        book = openpyxl.load_workbook(io.BytesIO(found.content))
        sheet = book[layout.sheet]
        top = layout.above + 1
        assert sheet.max_row == top + len(layout.spoilt)
        assert [sheet.cell(top, at + 1 + layout.left).value for at in range(len(HEADS))] == list(HEADS)
        faults = set()
        for place, row in enumerate(sorted(layout.spoilt), start=top + 1):
            column = FAULTS[layout.spoilt[row]][0]
            cell = sheet.cell(place, column + 1 + layout.left)
            assert cell.comment is not None
            assert f"строка {top + 1 + row}" in cell.comment.text
            assert cell.coordinate in cell.comment.text
            faults.add(cell.coordinate)
            cell.value = layout.rows[row][column]
        assert {cell.coordinate for cell in marked(found.content)} == faults
        mended = folder / "mended.xlsx"
        book.save(mended)

        assert cases(store, 1).left == len(layout.spoilt)
        assert imported(store, mended) == 0
        assert cases(store, 1).left == 0
        assert state(store) == state(clean)


DEALS = """Номер сделки;Клиент;Менеджер;Этап сделки;Сумма, руб.;Дата создания
0012345678901234567;=1+1;Иванова;Переговоры;1.234;05/06/2026
2;http://example.invalid;Иванова;Переговоры;1.234,50;13/06/2026
3;Луч;Петров;Переговоры;пять;04/06/2026
4;Заря;Петров;Переговоры;7.500;04/06/2026
5;Мир;Петров;Переговоры;9.500;31/02/2026
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def deals(tmp_path: Path) -> Path:
    path = tmp_path / "deals.csv"
    path.write_text(DEALS, encoding="utf-8")
    return path


def mend(content: bytes, path: Path, **cells: Any) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for address, value in cells.items():
        book.active[address] = value
    book.save(path)
    return path


def test_what_only_the_column_made_plain_keeps_its_meaning(store: Store, deals: Path, tmp_path: Path) -> None:
    """Alone "1.234" and "05/06/2026" could be read otherwise than in the file they come from."""
    spoilt = tmp_path / "spoilt.csv"
    spoilt.write_text(DEALS.replace("1.234;05/06/2026", "1.234x;05/06/2026"), encoding="utf-8")
    imported(store, spoilt)
    content = rejects(store, 1, "en").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:2] == ["0012345678901234567", "=1+1"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "s", "s", "s", "d"]
    assert sheet["F2"].value == datetime(2026, 6, 5)
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert rows["5"][4].value == 9500


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_speaks_the_language(store: Store, deals: Path, language: Language) -> None:
    assert imported(store, deals) == 2
    said = {cell.coordinate: cell.comment.text for cell in marked(rejects(store, 1, language).content)}
    assert said.keys() == {"E2", "F3"}
    words = {"ru": "не число", "en": "is not a number", "bg": "не е число"}
    assert words[language] in said["E2"]


def test_some_are_mended_and_some_are_left(store: Store, deals: Path, tmp_path: Path) -> None:
    imported(store, deals)
    half = mend(rejects(store, 1, "en").content, tmp_path / "half.xlsx", E2=5)
    assert imported(store, half) == 1
    assert (cases(store, 1).mended, cases(store, 1).left) == (1, 1)
    rest = mend(rejects(store, 2, "en").content, tmp_path / "rest.xlsx", F2=date(2026, 2, 28))
    assert imported(store, rest) == 0
    assert cases(store, 1).left == 0
    store.undo(2, who="", at=datetime.now(UTC))
    assert cases(store, 1).left == 2


def test_rows_may_be_sorted_and_removed_while_mending(store: Store, deals: Path, tmp_path: Path) -> None:
    imported(store, deals)
    book = openpyxl.load_workbook(io.BytesIO(rejects(store, 1, "en").content))
    sheet = book.active
    assert sheet is not None
    sheet.delete_rows(2)
    sheet["F2"] = date(2026, 2, 28)
    book.save(tmp_path / "one.xlsx")
    imported(store, tmp_path / "one.xlsx")
    assert (cases(store, 1).mended, cases(store, 1).left) == (1, 1)


def test_the_whole_file_exported_again_closes_the_cases_too(store: Store, deals: Path, tmp_path: Path) -> None:
    imported(store, deals)
    again = tmp_path / "again.csv"
    again.write_text(DEALS.replace("пять", "5").replace("31/02/2026", "28/02/2026"), encoding="utf-8")
    imported(store, again)
    assert cases(store, 1) == replace(cases(store, 1), rejected=2, mended=2)


def test_a_workbook_of_rejects_of_another_store_is_a_file_like_any_other(
    store: Store, deals: Path, tmp_path: Path
) -> None:
    other = Store(tmp_path / "other")
    imported(other, deals)
    mended = mend(rejects(other, 1, "en").content, tmp_path / "m.xlsx", E2=5, F3=date(2026, 2, 28))
    assert [issue.problem for issue in take_again(other, mended, name="m.xlsx").issues] == ["mends_upload"]
    assert not take_again(store, mended, name="m.xlsx").issues
    assert imported(store, mended) == 0
    assert cases(store, 1).rejected == 0


def test_a_file_that_is_in_no_upload_has_its_workbook_too(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    head, *_ = DEALS.splitlines()
    rows = [f"{at};Луч;Петров;Переговоры;5;{at:02}.02.2026" for at in (10, 20, 30, 31)]
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    assert rejects_of_file(store, path, "en", name="bad.csv").rows == 2


def test_an_error_stays_an_error_until_it_is_mended(store: Store, tmp_path: Path) -> None:
    rows = (("1", "Луч", "Петров", "Переговоры", 5, date(2026, 1, 1)),) * 2
    layout = Layout(rows, {1: "error"}, 0, 0, "Сделки")
    imported(store, saved(layout, tmp_path / "a.xlsx", spoil=True))
    untouched = tmp_path / "b.xlsx"
    untouched.write_bytes(rejects(store, 1, "bg").content)
    taken = take_again(store, untouched, name="b.xlsx")
    assert sum(sheet.rejected for sheet in taken.sheets) == 1
    assert not sum(sheet.rows.num_rows for sheet in taken.sheets)


def test_the_command_writes_the_workbook(
    store: Store, deals: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(store, deals)
    out = tmp_path / "out.xlsx"
    common = ["--store", str(store.folder), "--language", "en"]
    assert run(["rejects", "1", "--out", str(out), "--json", *common]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "upload": 1, "rejected": 2, "mended": 0, "left": 2, "file": str(out)
    }  # fmt: skip
    assert [cell.coordinate for cell in marked(out.read_bytes())] == ["E2", "F3"]
    assert run(["rejects", str(deals), "--out", str(out), *common]) == 0
    assert "0 of 2 mended, 2 left" in capsys.readouterr().out
    assert run(["rejects", "7", *common]) == 2
    assert "no such upload" in capsys.readouterr().err


def test_a_file_that_was_not_kept_is_named(store: Store, deals: Path) -> None:
    store.add(take_again(store, deals, name="deals.csv"), who="", at=datetime.now(UTC))
    with pytest.raises(StoreError) as fault:
        rejects(store, 1, "en")
    assert fault.value.code == "file_not_kept"
