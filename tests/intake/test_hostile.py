"""Every bad input has its record and its sentence: over a hundred, counted here.

The archives that `test_reading_containers` builds are refused there; here their sentences are counted in. A good
row beside a bad one is always taken, and every row is accounted for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.intake.take import take_workbook
from sales_metrics.model.issue import Issue, Severity
from sales_metrics.model.text import LANGUAGES
from sales_metrics.text.issues import message

from .files.reading_checks import here
from .files.test_reading_containers import REFUSED
from .hostile_cells import Bad, bad_cells, bad_sheets, bad_texts

FEWEST = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bad")


CELLS, TEXTS = dict(bad_cells()), dict(bad_texts())


def check(path: Path, bad: Bad) -> None:
    path.write_bytes(bad.data)
    taken = take_workbook(here(path))
    issues = [*taken.issues, *(issue for sheet in taken.sheets for issue in sheet.issues)]
    found = [issue for issue in issues if issue.problem == bad.problem]
    assert found, sorted({issue.problem for issue in issues})
    assert bad.cell in ("", *(issue.cell for issue in found))
    assert any(bad.words in message(issue, "en") for issue in found)
    assert all(len(message(issue, language)) > 30 for issue in found for language in LANGUAGES)
    for sheet in taken.sheets:
        assert sheet.read == sheet.rows.num_rows + sheet.rejected + sum(sheet.ignored.values())
    if bad.rejects:
        assert all(issue.severity is Severity.REJECTED for issue in found)
        assert [sheet.rejected for sheet in taken.sheets] == [1]
        assert taken.sheets[0].rows.num_rows == 2
    elif taken.refused:
        assert not taken.sheets


@pytest.mark.parametrize("title", CELLS)
def test_bad_cell(folder: Path, title: str) -> None:
    check(folder / "a.csv", CELLS[title])


@pytest.mark.parametrize("title", TEXTS)
def test_bad_text(folder: Path, title: str) -> None:
    check(folder / "a.csv", TEXTS[title])


def test_bad_sheets(folder: Path) -> None:
    for title, bad in bad_sheets(folder):
        try:
            check(folder / "a.xlsx", bad)
        except AssertionError as fault:
            raise AssertionError(title) from fault


@pytest.mark.parametrize("title", REFUSED)
def test_refused_archive_has_a_sentence(title: str) -> None:
    issue = Issue(REFUSED[title][1], Severity.REFUSED, file="март.xlsx", found="x", limit="1", cell="A1")
    assert all("март.xlsx" in message(issue, language) for language in LANGUAGES)


def test_there_are_enough_of_them(folder: Path) -> None:
    count = len(CELLS) + len(TEXTS) + len(dict(bad_sheets(folder))) + len(REFUSED)
    assert count >= FEWEST, count
