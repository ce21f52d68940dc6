"""What single words of headings mean, in Russian, English and Bulgarian.

A concept is a meaning that headings are made of. The weight of one says how much it tells: "date" alone says
little, "currency" nearly everything. The words are data, in `heading_words.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

UNKNOWN_WEIGHT: Final = 0.9

_DATA: Final = tomllib.loads(
    resources.files(__package__).joinpath("heading_words.toml").read_text(encoding="utf-8")
)
_LIGHT: Final[Mapping[str, float]] = _DATA["weight"]
_WORDS: Final[Mapping[str, str]] = _DATA["concept"]

STOP_WORDS: Final = frozenset(_DATA["ignored"]["words"].split())
GLUED: Final = frozenset(_DATA["glued"]["words"].split())
"""Words that stand together without a blank in names like "invoiceno"."""


def weight(concept: str) -> float:
    """Return how much a concept tells, 0..1; a word that is no concept of ours weighs `UNKNOWN_WEIGHT`."""
    if concept.startswith("~"):
        return UNKNOWN_WEIGHT
    return _LIGHT.get(concept, 1.0)


_EXACT: Final = {
    word: concept for concept, text in _WORDS.items() for word in text.split() if not word.endswith("*")
}
_BEGINNINGS: Final = {
    word[:-1]: concept for concept, text in _WORDS.items() for word in text.split() if word.endswith("*")
}
_LONGEST: Final = max(map(len, _BEGINNINGS))
_ENDINGS: Final[tuple[str, ...]] = tuple(sorted(_DATA["endings"]["words"].split(), key=len, reverse=True))
_LATIN_TO_CYRILLIC: Final = (
    *(("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я")),
    *zip("abvgdeziyklmnoprstufhcjw", "абвгдезийклмнопрстуфхцйв", strict=True),
)


@lru_cache(maxsize=20_000)
def concept_of(word: str) -> str:
    """Return the concept of one lower-case word, or "~" and its stem when it has none.

    A typing mistake is forgiven in a long word, and a Russian or Bulgarian word in Latin letters is read.
    """
    return _known(word) or _transliterated(word) or _mistyped(word) or "~" + _stem(word)


def is_known(word: str) -> bool:
    """Tell whether a word stands in the lexicon as it is written."""
    return _known(word) is not None


def _known(word: str) -> str | None:
    if word in _EXACT:
        return _EXACT[word]
    for length in range(min(len(word), _LONGEST), 2, -1):
        concept = _BEGINNINGS.get(word[:length])
        if concept:
            return concept
    return None


def _transliterated(word: str) -> str | None:
    if len(word) < 5 or not word.isascii():
        return None
    for latin, cyrillic in _LATIN_TO_CYRILLIC:
        word = word.replace(latin, cyrillic)
    return _known(word)


def _mistyped(word: str) -> str | None:
    if len(word) < 6:
        return _swapped(word)
    if len(word) >= 7:
        near = process.extractOne(_stem(word), _FULL_WORDS, scorer=fuzz.ratio, score_cutoff=90)
        if near:
            return _FULL_WORDS_CONCEPTS[near[0]]
    # One letter too many, too few, wrong, or two that changed places.
    alike = process.extractOne(word, _FULL_WORDS, scorer=OSA.distance, score_cutoff=1)
    return _FULL_WORDS_CONCEPTS[alike[0]] if alike else None


def _swapped(word: str) -> str | None:
    """Return the concept of a word of five letters two of which, not the first, have changed places."""
    if len(word) != _SHORT:
        return None
    turned = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))
    return next((_BY_WORD[each] for each in turned if each in _BY_WORD), None)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_SHORT: Final = 5
_BY_WORD: Final = _EXACT | _BEGINNINGS
# Short beginnings lie near too many words to forgive a mistake in them.
_FULL_WORDS_CONCEPTS: Final = {word: concept for word, concept in _BY_WORD.items() if len(word) >= 6}
_FULL_WORDS: Final = tuple(_FULL_WORDS_CONCEPTS)
