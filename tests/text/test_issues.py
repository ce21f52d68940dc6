from __future__ import annotations

import re
from dataclasses import fields

import pytest

from sales_metrics.model.issue import Issue, Severity
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text import wording_cells, wording_files
from sales_metrics.text.issues import WORDING, address, message


@pytest.mark.parametrize("problem", sorted(WORDING))
def test_every_placeholder_is_a_field_of_an_issue_in_every_language(problem: str) -> None:
    known = {field.name for field in fields(Issue)}
    for sentence in WORDING[problem].all():
        assert set(re.findall(r"\{(\w+)\}", sentence)) <= known


def test_no_code_is_worded_twice() -> None:
    assert not set(wording_files.WORDING) & set(wording_cells.WORDING)


@pytest.mark.parametrize("problem", sorted(WORDING))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_the_template_is_left(problem: str, lang: Language) -> None:
    issue = Issue(problem, Severity.NOTE, "f.xlsx", "Лист1", "C14", "12", "Дата", 3, "200")
    assert not re.search(r"[{}]", message(issue, lang))


def test_what_was_found_stands_as_it_is() -> None:
    problem = next(code for code, text in WORDING.items() if "{found}" in text.en)
    assert "{cell} {0}%s" in message(Issue(problem, Severity.REJECTED, found="{cell} {0}%s", cell="C14"), "en")


def test_counts_are_grouped() -> None:
    problem = next(code for code, text in WORDING.items() if "{count}" in text.en)
    assert "1,234" in message(Issue(problem, Severity.NOTE, count=1234), "en")


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_code_is_named(severity: Severity, lang: Language) -> None:
    assert "no_such_code" in message(Issue("no_such_code", severity, found="x"), lang)


@pytest.mark.parametrize(
    ("sheet", "cell", "said"),
    [
        ("Лист1", "C14", "Лист1!C14"),
        ("План 2026", "C14", "'План 2026'!C14"),
        ("it's", "A1", "'it''s'!A1"),
        ("2026", "A1", "'2026'!A1"),
        ("", "C14", "C14"),
        ("План 2026", "", "План 2026"),
        ("", "", ""),
    ],
)
def test_addresses_read_as_in_a_spreadsheet(sheet: str, cell: str, said: str) -> None:
    assert address(Issue("bad_date", Severity.REJECTED, sheet=sheet, cell=cell)) == said
