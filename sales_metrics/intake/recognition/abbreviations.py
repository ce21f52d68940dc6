"""Shortened words of headings, "Отв.", "Сум. дог.", "Кл-т", "Ст-ст", written out by the words that we know."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from ...model.tables import TABLES
from .lexicon import concept_of, is_known

_SURE: Final = 0.6
"""The share of the words so beginning that must have one meaning."""
_LEAST: Final = 2
_LONG: Final = 4
"""So many letters are enough to know a word that stands in one heading only."""
_DOTTED: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,6})\.(?!\w*\.)")
_CONTRACTED: Final = re.compile(r"(?<![\w-])([^\W\d_]{1,5})-([^\W\d_]{1,3})(?![\w-])")
_TOO_SHORT: Final = re.compile(r"[^\W\d_]{2}\.")
"""Two letters alone may be too many words: "гр." is a town as well as a group."""
_WORDS: Final = re.compile(r"[^\W\d_]{4,}")


def written_out(plain: str) -> str:
    """Return a plain heading with the words written out whose meaning is clear; the others stay as they are.

    >>> written_out("отв. менеджер")
    'ответственный менеджер'
    """
    if "-" in plain:
        plain = _CONTRACTED.sub(lambda hit: _full(hit[1], hit[2]) or hit[0], plain)
    if "." in plain and not _TOO_SHORT.fullmatch(plain):
        plain = _DOTTED.sub(lambda hit: (_full(hit[1]) or hit[1]) + " ", plain)
    return " ".join(plain.split())


@lru_cache(maxsize=5_000)
def _full(beginning: str, end: str = "") -> str | None:
    if not end and is_known(beginning):
        return None
    found = Counter(
        {
            word: count
            for word, count in _vocabulary().items()
            if word.startswith(beginning) and word.endswith(end) and len(word) > len(beginning) + len(end)
        }
    )
    meanings: Counter[str] = Counter()
    for word, count in found.items():
        meanings[concept_of(word)] += count
    if not meanings:
        return None
    meaning, count = meanings.most_common(1)[0]
    least = 1 if len(beginning) >= _LONG else _LEAST
    if meaning.startswith("~") or count < least or count < _SURE * meanings.total():
        return None
    return next(word for word, _ in found.most_common() if concept_of(word) == meaning)


@lru_cache(maxsize=1)
def _vocabulary() -> Counter[str]:
    texts = (
        text.casefold().replace("ё", "е")
        for table in TABLES.values()
        for column in table.columns
        for text in (*column.title.all(), *column.synonyms)
    )
    return Counter(word for text in texts for word in _WORDS.findall(text))
