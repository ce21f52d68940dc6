"""What a reason for refusal means: the groups that companies' own words fall into, and what might be tried.

Companies word their reasons freely. The words that the product understands, and its suggestions, are data in
`refusal_groups.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from .phrases import holds, words_of
from .text import Text

OTHER: Final = "other"
UNSTATED: Final = "unstated"
UNTOLD: Final = (OTHER, UNSTATED)
"""The groups that say that no reason is known."""
_MARKS: Final = re.compile(r"[:;,.()\[\]/–—]|\s-\s")


@dataclass(frozen=True, slots=True)
class RefusalGroup:
    """A group of reasons: its name, what might be tried, and how to find out whether that helps.

    `advice` and `check` go on after a colon ("Worth trying: ...") and end in a full stop.
    """

    key: str
    title: Text
    advice: Text
    check: Text
    phrases: tuple[tuple[str, ...], ...]


@cache
def refusal_groups() -> Mapping[str, RefusalGroup]:
    """Return all groups by their keys, in the order of the file."""
    text = resources.files(__package__).joinpath("refusal_groups.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            one["key"]: RefusalGroup(
                key=one["key"],
                title=Text(**one["title"]),
                advice=Text(**one["advice"]),
                check=Text(**one["check"]),
                phrases=tuple(tuple(words.split()) for language in ("ru", "en", "bg") for words in one[language]),
            )
            for one in tomllib.loads(text)["group"]
        }
    )


@lru_cache(maxsize=16384)
def group_of(reason: str) -> RefusalGroup | None:
    """Return the group that the words of a reason point to; `None` when none of them is known.

    The longest matching phrase wins, so "chose another supplier" is about a competitor. "Other" and "not stated"
    are meant only where they stand alone between two marks: "Other: see the note" is, "other priorities" is not.
    A reason without a single word is not stated.
    """
    words = words_of(reason)
    best: RefusalGroup | None = None
    most = 0
    for group in refusal_groups().values():
        for phrase in group.phrases if group.key not in UNTOLD else ():
            weight = sum(len(word.rstrip("*")) for word in phrase)
            if weight > most and holds(words, phrase):
                best, most = group, weight
    return best or _untold(reason, words)


def _untold(reason: str, words: tuple[str, ...]) -> RefusalGroup | None:
    if not words:
        return refusal_groups()[UNSTATED]
    parts = [words, *(words_of(part) for part in _MARKS.split(reason))]
    for group in (refusal_groups()[key] for key in UNTOLD):
        if any(len(part) == len(phrase) and holds(part, phrase) for part in parts for phrase in group.phrases):
            return group
    return None
