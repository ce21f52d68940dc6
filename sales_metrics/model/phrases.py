"""Recognising what a free text means by the words in it, in whichever language it is written.

A phrase is a row of words that must stand next to each other; "*" ends a word whose ending may vary.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; the Russian letter ё is е, since few write it."""
    return tuple(_WORD.findall(text.casefold().replace("ё", "е")))


def holds(words: Sequence[str], phrase: Sequence[str], denials: Collection[str] = ()) -> bool:
    """Whether the words of a phrase stand next to each other in a text, with none of `denials` before them."""
    width = len(phrase)
    for start in range(len(words) - width + 1):
        denied = start > 0 and words[start - 1] in denials
        if not denied and all(map(_same, words[start : start + width], phrase)):
            return True
    return False


def _same(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
