"""The form of a development plan: the plan to fill in and upload, and beside it the exercise of four sides."""

from __future__ import annotations

from typing import Final

from ..model.tables import TABLES
from ..model.text import Language
from ..text import plan_form as words
from .templates import template_workbook

POINTS: Final = 4
"""How many points each of the four sides asks for at least."""


def plan_form(language: Language) -> bytes:
    """Return a workbook whose first sheet comes back as development actions; the exercise is for people alone."""
    blank = [f"{number}." for number in range(1, POINTS + 1)]
    lines = [words.HINT.in_(language).format(n=POINTS), ""]
    for side in (*words.SIDES, words.STRATEGY):
        lines += [side.in_(language), *blank, ""]
    return template_workbook(TABLES["development_actions"], language, [], {words.SHEET.in_(language): lines})
