"""The form of a development plan comes back as a plan; the exercise beside it is nobody's data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sales_metrics.exports.plan_form import POINTS, plan_form
from sales_metrics.intake.take import take
from sales_metrics.model.tables import TABLES
from sales_metrics.model.template import template_columns
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text.plan_form import SHEET, SIDES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_form_comes_back_as_actions(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_form(language))
    book = openpyxl.load_workbook(path)
    table = TABLES["development_actions"]
    filled = {"client": "Alfa", "action": "meet the chief", "owner": "Ann Lee", "due_on": date(2026, 12, 1)}
    places = {column.key: at for at, column in enumerate(template_columns(table), start=1)}
    for key, value in filled.items():
        book.worksheets[0].cell(2, places[key]).value = value
    exercise = book[SHEET.in_(language)]
    said = [str(row[0].value) for row in exercise.iter_rows() if row[0].value]
    assert [said.count(f"{number}.") for number in range(1, POINTS + 1)] == [5] * POINTS
    assert all(side.in_(language) in said for side in SIDES)
    book.save(path)

    first, *others = take(path).sheets
    assert first.table == "development_actions"
    assert {other.table for other in others} == {None}
    assert first.rows.to_pandas()[["client", "action", "owner"]].to_numpy().tolist() == [
        ["Alfa", "meet the chief", "Ann Lee"]
    ]
