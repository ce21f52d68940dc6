"""The form of a development plan: the actions and the four sides to fill in, and what to ask oneself."""

from __future__ import annotations

from typing import Final

from ..model.tables import TABLES
from ..model.text import Language
from ..text import plan_form as words
from .templates import template_workbook

POINTS: Final = 4
"""How many points each of the four sides asks for at least."""


def plan_form(language: Language) -> bytes:
    """Return a workbook whose first two sheets come back as actions and as points; the questions are for people."""
    lines = [words.HINT.in_(language).format(n=POINTS), "", *(side.in_(language) for side in words.SIDES)]
    return template_workbook(
        TABLES["development_actions"],
        language,
        beside={words.SHEET.in_(language): lines},
        also=(TABLES["plan_points"],),
    )
