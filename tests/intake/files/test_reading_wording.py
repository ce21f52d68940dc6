"""Every problem that reading raises has its sentence, and every sentence has its problem."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from sales_metrics.intake.files import reading
from sales_metrics.model.text import LANGUAGES
from sales_metrics.text.wording_files import WORDING

FIELDS = {"file", "sheet", "cell", "found", "column", "count", "limit"}


def raised() -> set[str]:
    """Return the codes that the modules of reading mention where a problem is made."""
    codes: set[str] = set()
    for file in Path(reading.__file__).parent.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("RefusedError", "note"):
                first = node.args[0]
                codes |= {str(first.value)} if isinstance(first, ast.Constant) else {"long_rows", "short_rows"}
    return codes


def test_codes_and_sentences_match() -> None:
    assert raised() == set(WORDING)


@pytest.mark.parametrize("code", WORDING)
def test_sentence_is_whole_in_every_language(code: str) -> None:
    named = []
    for phrase in WORDING[code].all():
        fields = {name for _, name, _, _ in string.Formatter().parse(phrase) if name}
        assert fields <= FIELDS
        filled = phrase.format(**dict.fromkeys(fields, "7"))
        assert filled.endswith(".")
        assert len(filled) > 40
        named.append(fields)
    assert len({frozenset(fields) for fields in named}) == 1, "a language leaves a fact out"
    assert len(set(WORDING[code].all())) == len(LANGUAGES)
