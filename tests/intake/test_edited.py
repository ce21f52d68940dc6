"""Rows that a person left in a grid are typed, checked and accounted for like those of a sheet."""

from __future__ import annotations

from datetime import date

from sales_metrics.intake.edited import Row, repeated, take_edited
from sales_metrics.intake.types import Taken, TakenSheet
from sales_metrics.model.issue import Severity
from sales_metrics.model.tables import TABLES


def taken(table: str, *rows: Row, columns: tuple[str, ...] = (), moment: str = "1") -> Taken:
    named = columns or tuple(rows[0])
    return take_edited(TABLES[table], named, rows, file="by hand", language="en", signature="whole", moment=moment)


def sheet_of(table: str, *rows: Row, columns: tuple[str, ...] = ()) -> TakenSheet:
    (sheet,) = taken(table, *rows, columns=columns).sheets
    return sheet


def test_values_come_back_as_they_were() -> None:
    row: Row = {"manager": "Ann", "from_on": date(2026, 3, 4), "to_on": date(2026, 3, 5), "reason": None}
    sheet = sheet_of("absences", row)
    assert sheet.rows.select(list(row)).to_pylist() == [row]
    assert (sheet.read, sheet.rejected, sheet.ignored, sheet.signature) == (1, 0, {}, "whole")
    for number in (0.05, 0.005, 1234.5, 7_900_000.0, 2.5, -1.0, 0.0):
        assert sheet_of("rules", {"rule": "x", "setting": number}).rows["setting"].to_pylist() == [number]
    for code in ("open", "won", "lost", "parked"):
        stage: Row = {"stage": "x", "position": 1.0, "outcome": code}
        assert sheet_of("stages", stage).rows["outcome"].to_pylist() == [code]
    for inbound in (True, False, None):
        channel: Row = {"channel": "x", "is_inbound": inbound}
        assert sheet_of("channels", channel).rows["is_inbound"].to_pylist() == [inbound]


def test_words_that_would_be_a_total_in_a_file_are_data_here() -> None:
    sheet = sheet_of("stages", {"stage": "Итого", "position": 1.0}, {"stage": "Total", "position": None})
    assert sheet.rows["stage"].to_pylist() == ["Итого", "Total"]


def test_a_row_without_its_key_is_rejected_at_its_place() -> None:
    sheet = sheet_of("stages", {"stage": "New", "position": 1.0}, {"stage": "  ", "position": 2.0})
    assert (sheet.read, sheet.rejected) == (2, 1)
    assert [(issue.problem, issue.cell) for issue in sheet.issues if issue.severity is Severity.REJECTED] == [
        ("key_missing", "A3")
    ]


def test_what_stands_twice_is_told_by_its_row() -> None:
    sheet = sheet_of("stages", {"stage": "New"}, {"stage": "Old"}, {"stage": " NEW "})
    assert repeated(sheet) == [4]


def test_a_table_may_be_empty_and_the_same_table_later_is_another_upload() -> None:
    nothing = taken("stages", columns=("stage", "position"))
    assert nothing.sheets[0].rows.column_names == ["stage", "position", "_key", "_row"]
    assert not nothing.refused
    assert taken("stages", columns=("stage",)).sha256 == taken("stages", columns=("stage",)).sha256
    assert taken("stages", columns=("stage",)).sha256 != taken("stages", columns=("stage",), moment="2").sha256
