"""Polluted CSV files and their clean twins: what stands in the table is read cell by cell in spite of it all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from benchmarks.csv_robustness import MEASURES, read_rows, score, scores
from sales_metrics.intake.files.limits import Limits

from .pollutions import POLLUTIONS, Rows, clean, written
from .reading_checks import here


@pytest.mark.parametrize("title", POLLUTIONS)
def test_table_is_read_as_it_was_meant(tmp_path: Path, title: str) -> None:
    data, wanted = POLLUTIONS[title]
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert read_rows(here(path, Limits())) == wanted


@pytest.mark.parametrize(
    ("title", "problem", "cell"),
    [
        ("a quote too many in 3, 2", "quotes_mended", "C4"),
        ("a row with other delimiters", "other_delimiter", "A8"),
        ("a short row", "short_rows", "A10"),
        ("a long row", "long_rows", "A10"),
        ("a zero byte", "zero_bytes", ""),
    ],
)
def test_what_was_put_right_is_told(tmp_path: Path, title: str, problem: str, cell: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(POLLUTIONS[title][0])
    assert [(issue.problem, issue.cell) for issue in here(path).issues] == [(problem, cell)]


def twin(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.mark.parametrize("layout", ["beside", "folders"])
def test_folder_is_scored_against_its_twins(tmp_path: Path, layout: str) -> None:
    for at, (data, wanted) in enumerate(list(POLLUTIONS.values())[:5]):
        if layout == "beside":
            (tmp_path / f"{at}.csv").write_bytes(data)
            twin(tmp_path / f"{at}.clean.csv", wanted)
        else:
            for folder in ("csv", "clean"):
                (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / "csv" / f"{at}.csv").write_bytes(data)
            twin(tmp_path / "clean" / f"{at}.csv", wanted)
    found = scores(tmp_path)
    assert sorted(found) == [f"{at}.csv" for at in range(5)]
    assert all(each == dict.fromkeys(MEASURES, 1.0) for each in found.values())


def test_measures_count_what_differs() -> None:
    wanted = [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]]
    found = [["a", "c"], ["1", "2"], ["3", "x"], ["5", "6"]]
    measured = score(found, wanted)
    assert measured["cells"] == 6 / 10
    assert measured["header"] == 0.5
    assert (measured["record_precision"], measured["record_recall"]) == (2 / 3, 2 / 4)
    assert measured["record_f1"] == pytest.approx(4 / 7)
    assert (measured["cell_precision"], measured["cell_recall"]) == (5 / 6, 5 / 8)
    assert set(score([], wanted).values()) == {0.0}


def test_names_in_a_single_column_are_not_divided_by_blanks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Фамилия Имя Отчество\nИванов Иван Иванович\nПетров Пётр Петрович\n", encoding="utf-8")
    assert here(path).sheets[0].cells.column_names == ["A"]


def test_comma_and_blank_only_where_every_comma_has_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,city\nSmith, J,Rome\nBrown, A,Oslo\n" + "Jones,Bath\n" * 5, encoding="utf-8")
    assert here(path).sheets[0].cells.column("A")[3].as_py() == "Jones"
    path.write_text(written(clean(), delimiter=", "), encoding="utf-8")
    assert here(path).sheets[0].width == 7


def test_clients_in_quotes_are_not_divided_by_blanks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Клиент\n" + 'ООО "Луч света" Москва\n' * 5, encoding="utf-8")
    assert here(path).sheets[0].cells.column_names == ["A"]
