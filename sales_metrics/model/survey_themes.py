"""What an answer is about, by the beginnings of its words. The themes are data in `survey_themes.toml`."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from .phrases import holds, words_of
from .text import Text

STEM: Final = 5
"""Words that begin with the same letters, this many, are one word: three languages need no more for a count."""
LEAST_ANSWERS: Final = 3
"""A common word is one of at least so many answers."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its name and the phrases by which it is told."""

    key: str
    title: Text
    phrases: tuple[tuple[str, ...], ...]


@cache
def survey_themes() -> tuple[Theme, ...]:
    """Return all themes in the order of the file."""
    text = resources.files(__package__).joinpath("survey_themes.toml").read_text(encoding="utf-8")
    return tuple(
        Theme(
            one["key"],
            Text(**one["title"]),
            tuple(dict.fromkeys(tuple(words.split()) for lang in ("ru", "en", "bg") for words in one[lang])),
        )
        for one in tomllib.loads(text)["theme"]
    )


@lru_cache(maxsize=32768)
def found_in(answer: str) -> Mapping[str, tuple[str, ...]]:
    """Return the keys of the themes of an answer, each with the phrases that told it; empty when none does."""
    words = words_of(answer)
    told = {
        theme.key: tuple(" ".join(phrase) for phrase in theme.phrases if holds(words, phrase))
        for theme in survey_themes()
    }
    return {key: phrases for key, phrases in told.items() if phrases}


def common_words(answers: Mapping[str, int], most: int = 5) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words that answers share, most frequent first, each with the answers that hold it.

    `answers` are texts and how often each was given. Words of fewer than five letters say little and are left out;
    words that begin with the same five letters are one, shown as its most frequent form. An answer counts once,
    for the most frequent of its words.
    """
    left = dict(answers)
    found: list[tuple[str, tuple[str, ...]]] = []
    while len(found) < most:
        stems: Counter[str] = Counter()
        forms: Counter[str] = Counter()
        for answer, times in left.items():
            own = {word for word in words_of(answer) if len(word) >= STEM and not word.isdigit()}
            stems.update(dict.fromkeys({word[:STEM] for word in own}, times))
            forms.update(dict.fromkeys(own, times))
        if not stems:
            break
        stem, times = min(stems.items(), key=lambda one: (-one[1], one[0]))
        if times < LEAST_ANSWERS:
            break
        having = tuple(answer for answer in left if any(word.startswith(stem) for word in words_of(answer)))
        shown = min((word for word in forms if word.startswith(stem)), key=lambda word: (-forms[word], word))
        found.append((shown, having))
        left = {answer: times for answer, times in left.items() if answer not in having}
    return found
