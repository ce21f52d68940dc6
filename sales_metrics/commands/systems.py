"""The system that a file comes from, in words."""

from __future__ import annotations

from ..intake.recognition.dialects import system_of
from ..model.text import Language
from ..text.evidence import LOOKS_LIKE


def system_text(dialect: str, language: Language) -> str:
    """Return "looks like a Pipedrive deal export" for the key of a known export, "" for any other."""
    title = system_of(dialect)
    return LOOKS_LIKE.in_(language).format(system=title.in_(language)) if title else ""
