"""The form of a development plan comes back as a plan and as points of the exercise; the questions are no data."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sales_metrics.exports.plan_form import plan_form
from sales_metrics.exports.templates import choices
from sales_metrics.intake.take import take
from sales_metrics.model.tables import TABLES, Table
from sales_metrics.model.template import template_columns
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text.plan_form import SHEET, SIDES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_form_comes_back_as_actions_and_points(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_form(language))
    book = openpyxl.load_workbook(path)
    actions, points = TABLES["development_actions"], TABLES["plan_points"]
    sides = choices(points.column("side"), language)
    filled = {"client": "Alfa", "action": "meet the chief", "owner": "Ann Lee", "due_on": date(2026, 12, 1)}
    answers = [{"side": side, "point": f"point {at}", "action": "meet the chief"} for at, side in enumerate(sides)]
    written: list[tuple[Table, list[dict[str, Any]]]] = [(actions, [filled]), (points, answers)]
    for sheet, (table, rows) in zip(book.worksheets, written, strict=False):
        places = {column.key: at for at, column in enumerate(template_columns(table), start=1)}
        for at, row in enumerate(rows, start=2):
            for key, value in row.items():
                sheet.cell(at, places[key]).value = value
    offered = [one.formula1 for one in book.worksheets[1].data_validations.dataValidation]
    assert offered == [f'"{",".join(sides)}"']
    said = [str(row[0].value) for row in book[SHEET.in_(language)].iter_rows() if row[0].value]
    assert [side.in_(language) for side in SIDES] == said[1:]
    book.save(path)

    first, second, *others = take(path).sheets
    assert (first.table, second.table) == ("development_actions", "plan_points")
    assert {other.table for other in others} == {None}
    assert first.rows.to_pandas()[["client", "action", "owner"]].to_numpy().tolist() == [
        ["Alfa", "meet the chief", "Ann Lee"]
    ]
    assert second.rows.to_pandas()["side"].tolist() == ["strength", "weakness", "chance", "risk"]
