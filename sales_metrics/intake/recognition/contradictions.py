"""Columns that each look right and cannot both be, like dates of winning beside stages in which nothing is won."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...model.stages import meaning
from .assign import Match
from .headings import parse
from .profiles import Profile

_ENOUGH: Final = 10
"""So many cells must be there before their shares are believed."""
_TOO_MANY: Final = 0.3
"""A date that is filled in so many more rows than have ended is no date of the end."""
_ENDS: Final = {"won_on": "won", "lost_on": "lost"}


def possible(
    matches: tuple[Match, ...], headings: Mapping[str, str], profiles: Mapping[str, Profile]
) -> tuple[Match, ...]:
    """Return the matches without dates of winning or losing that stand beside deals which by their stage did not.

    "Sale date" may be the day on which a sale is hoped for. A heading that speaks of winning or losing is
    believed.
    """
    told = next((match for match in matches if match.column in {"stage", "outcome"}), None)
    if (
        told is None
        or profiles[told.letter].cells < _ENOUGH
        or not _ENDS.keys() & {each.column for each in matches}
    ):
        return matches
    words = profiles[told.letter].words
    ended = {word: meaning(word).outcome for word in set(words)}
    shares = {kind: sum(ended[word] == kind for word in words) / len(words) for kind in _ENDS.values()}
    return tuple(
        match
        for match in matches
        if match.column not in _ENDS
        or match.evidence == ("answered",)
        or _ENDS[match.column] in parse(headings[match.letter]).concepts
        or profiles[match.letter].filled <= shares[_ENDS[match.column]] + _TOO_MANY
    )
