"""How three firms would keep the same data: files, headings and habits, one module per language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...model.text import Language
from . import bg, en, ru
from .files import Layout

LAYOUTS: Final[Mapping[Language, Layout]] = {"ru": ru.LAYOUT, "en": en.LAYOUT, "bg": bg.LAYOUT}

__all__ = ["LAYOUTS", "Layout"]
