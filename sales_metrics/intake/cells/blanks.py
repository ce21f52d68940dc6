"""What stands in a cell that says nothing."""

from __future__ import annotations

from typing import Final

import polars as pl

_ENDS: Final = " \t\r\n\v\f\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u200b\u200e\u200f\u202f\u2060\u3000\ufeff"

_INVISIBLE: Final = "[\u200b\u200e\u200f\u2060\ufeff]"
_LOOKED_AT: Final = 10_000

DASHES: Final = ("-", "--", "---", "\u2013", "\u2014", "\u2014\u2014")
NOT_KNOWN: Final = (
    "н/д",
    "Н/Д",
    "Н/д",
    "н.д.",
    "n/a",
    "N/A",
    "#N/A",
    "#Н/Д",
    "нет данных",
    "Нет данных",
    "няма данни",
)
UNCHOSEN: Final = (
    "Select", "select", "--None--", "(blank)", "(пусто)", "(празно)", "не выбрано", "Не выбрано", "не указано",
    "Не указано", "не е избрано", "Не е избрано", "не е посочено",
)  # fmt: skip


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that are parted by blanks."""
    return frozenset(text.split())


def trimmed(texts: pl.Series) -> pl.Series:
    """Return the texts without blanks at their ends, and null where nothing is left."""
    stripped = texts.str.strip_chars()
    if stripped.head(_LOOKED_AT).str.contains(_INVISIBLE).any():
        stripped = texts.str.strip_chars(_ENDS)
    return stripped.set(stripped == "", None) if (stripped == "").any() else stripped


def without(texts: pl.Series, *words: str) -> pl.Series:
    """Return the texts with null in place of those that are one of `words`."""
    found = texts.is_in(list(words))
    return texts.set(found, None) if found.any() else texts
