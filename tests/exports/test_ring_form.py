"""The form of a ring-round goes out, is filled in by hand, and comes back as what the clients said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from sales_metrics.exports.ring_form import TABLE, ring_form
from sales_metrics.intake.take import take
from sales_metrics.model.template import template_columns
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text.ring_round import QUESTIONS

DRAWN = pd.DataFrame(
    {
        "sample_id": ["2026-10-0a1b2c3d"] * 4,
        "part": ["sample", "sample", "reserve", "top_up"],
        "contact_id": ["00017", "18", "19", "20"],
        "client": ["=cmd|'/c calc'!A1", "Beta", "Gamma", None],
        "manager": ["Ann Lee"] * 4,
        "held_at": pd.to_datetime(["2026-10-05 10:30", "2026-10-06 11:00", "2026-10-07 12:00", "2026-10-08 09:15"]),
        "frame_size": [88.0] * 4,
    }
)


def form(path: Path, language: Language) -> Path:
    seeds = {"Ann Lee": (2026, 10, 7)}
    path.write_bytes(ring_form(DRAWN, language, sample_id="2026-10-0a1b2c3d", frame_hash="ab" * 32, seeds=seeds))
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_filled_form_comes_back_as_answers(tmp_path: Path, language: Language) -> None:
    path = form(tmp_path / "form.xlsx", language)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    places = {column.key: at for at, column in enumerate(template_columns(TABLE), start=1)}
    answers = {choice.code: choice.title.in_(language) for choice in TABLE.column("answer").choices}
    for row, code in ((2, "confirmed"), (3, "denied"), (4, "forgotten")):
        sheet.cell(row, places["called_on"]).value = date(2026, 11, 3)
        sheet.cell(row, places["answer"]).value = answers[code]
    book.save(path)

    first, *others = take(path).sheets
    assert first.table == "ring_checks"
    assert [other.table for other in others] == [None] * 4
    rows = first.rows.to_pandas()
    assert first.rejected == 0
    assert rows["answer"].tolist()[:3] == ["confirmed", "denied", "forgotten"]
    assert rows["answer"].isna().tolist() == [False, False, False, True]
    assert rows["part"].tolist() == DRAWN["part"].tolist()
    assert rows["contact_id"].tolist()[:3] == ["00017", "18", "19"]
    assert rows["client"].tolist()[0] == "=cmd|'/c calc'!A1"
    assert rows["held_at"].tolist()[0] == pd.Timestamp("2026-10-05 10:30")
    assert rows["frame_size"].tolist() == [88.0] * 4


def test_the_caller_finds_the_questions_in_three_languages_and_the_draw(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(form(tmp_path / "form.xlsx", "en"))
    said = {sheet.title: [row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    for language in LANGUAGES:
        assert all(question.in_(language) in said["Questions"] for question in QUESTIONS)
    assert said["The draw"][:3] == [
        "Sample 2026-10-0a1b2c3d",
        f"SHA-256 of the list of meetings: {'ab' * 32}",
        "Ann Lee: seed 2026, 10, 7",
    ]


def test_no_text_of_a_client_becomes_a_formula(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(form(tmp_path / "form.xlsx", "ru"))
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_answers_are_chosen_from_a_list(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(form(tmp_path / "form.xlsx", "bg"))
    lists = [rule.formula1 for rule in book.worksheets[0].data_validations.dataValidation if rule.type == "list"]
    assert any("не потвърди" in words for words in lists)
