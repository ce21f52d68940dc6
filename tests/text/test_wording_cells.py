from __future__ import annotations

import re
from dataclasses import fields

import pytest

from sales_metrics.model.issue import Issue
from sales_metrics.model.text import LANGUAGES
from sales_metrics.text.wording_cells import WORDING, limit_text

_FIELDS = {each.name for each in fields(Issue)}


@pytest.mark.parametrize("problem", sorted(WORDING))
def test_every_sentence_uses_the_same_fields_in_every_language(problem: str) -> None:
    used = [set(re.findall(r"\{(\w+)\}", WORDING[problem].in_(language))) for language in LANGUAGES]

    assert used[0] == used[1] == used[2]
    assert used[0] <= _FIELDS


@pytest.mark.parametrize("problem", sorted(WORDING))
def test_bulgarian_has_no_letters_that_only_russian_has(problem: str) -> None:
    assert not set("ыэёЫЭЁ") & set(WORDING[problem].bg)


def test_a_limit_that_is_a_column_is_told_by_its_title() -> None:
    assert limit_text("deals.client", "bg") == "Клиент"
    assert limit_text("1..5", "bg") == "1..5"
