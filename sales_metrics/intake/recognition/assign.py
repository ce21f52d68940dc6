"""Which column of theirs is which of ours, for one table: the assignment that explains most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from scipy.optimize import linear_sum_assignment

from ...model.tables import Column, Table
from .evidence import by_values, fit
from .headings import Likeness, likeness, parse
from .pairs import vat_preference
from .profiles import Profile

ACCEPTED: Final = 0.6
"""The least likeness at which a column is used; below it the column is left unused rather than guessed."""

_RIVALRY: Final = 0.25
"""A heading that is clearly nearer to another column of the table is not used for this one."""

_EXACT: Final = 0.97
_EXACT_RIVALRY: Final = 0.05


@dataclass(frozen=True, slots=True)
class Match:
    """One of their columns taken for one of ours."""

    column: str
    letter: str
    score: float
    evidence: tuple[str, ...]
    telling: float


def assign(
    table: Table,
    headings: Mapping[str, str],
    profiles: Mapping[str, Profile],
    settled: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Match, ...]:
    """Assign their columns to ours, each at most once on both sides; in our column order."""
    told, left_out = settled_columns(table, headings, settled)
    if told or left_out:
        rest = {letter: text for letter, text in headings.items() if letter not in left_out}
        found = [match for match in assign(table, rest, profiles) if match.column not in told]
        found += [Match(column, letter, 1.0, ("answered",), 1.0) for column, letter in told.items()]
        return tuple(sorted(found, key=lambda match: table.column_keys.index(match.column)))
    letters = [letter for letter, text in headings.items() if text and not profiles[letter].empty]
    if not letters:
        letters = [letter for letter, text in headings.items() if text]
    if not letters:
        return ()
    options: dict[tuple[int, int], Match] = {}
    gains = np.zeros((len(table.columns), len(letters)))
    for at, letter in enumerate(letters):
        alike = likeness(headings[letter], table.key)
        heading = parse(headings[letter])
        possible = {
            column.key
            for column in table.columns
            if column.key in alike and fit(table.key, column, profiles[letter], heading)
        }
        # What the values forbid is no rival: "Opportunity" over numbers is an id and not a name.
        nearest = max((each.score for key, each in alike.items() if key in possible), default=0.0)
        bar = nearest - (_RIVALRY if nearest < _EXACT else _EXACT_RIVALRY)
        for row, column in enumerate(table.columns):
            spoken = alike.get(column.key)
            if spoken and spoken.score < bar:
                spoken = None
            match = _match(table, column, letter, headings[letter], spoken, profiles[letter])
            if match and match.score >= ACCEPTED:
                options[row, at] = match
                preference = 1 + 0.02 * profiles[letter].filled - 0.0001 * at
                if column.key == "amount":
                    preference += vat_preference(headings[letter])
                gains[row, at] = match.score**2 * preference + 0.05 * column.needed
    rows, columns = linear_sum_assignment(gains, maximize=True)
    chosen = [options[pair] for pair in zip(rows.tolist(), columns.tolist(), strict=True) if pair in options]
    return tuple(sorted(chosen, key=lambda match: table.column_keys.index(match.column)))


def settled_columns(
    table: Table, headings: Mapping[str, str], settled: Mapping[str, str]
) -> tuple[dict[str, str], frozenset[str]]:
    """Return what answers say of columns: ours -> letter, and the letters that are not to be recognised."""
    told: dict[str, str] = {}
    left_out: set[str] = set()
    for key, choice in settled.items():
        kind, _, what = key.partition(":")
        column, letter = (choice, what) if kind == "column" else (what, choice)
        if kind not in {"column", "which"} or letter not in headings:
            continue
        left_out.add(letter)
        if column in table.column_keys:
            told[column] = letter
    return told, frozenset(left_out)


def _match(
    table: Table, column: Column, letter: str, text: str, spoken: Likeness | None, profile: Profile
) -> Match | None:
    heading = parse(text)
    factor = fit(table.key, column, profile, heading)
    if factor == 0.0:
        return None
    score = spoken.score * min(factor, 1.0) if spoken else 0.0
    score += (1 - score) * 2 * max(factor - 1, 0) if spoken else 0.0
    guessed, code = by_values(table.key, column, profile, heading)
    if guessed > score:
        return Match(column.key, letter, guessed, (code,), 0.5)
    if spoken is None:
        return None
    exact = spoken.score >= 0.98
    evidence = ("heading" if exact else "heading_words", *(("values",) if factor > 1 else ()))
    return Match(column.key, letter, min(score, 1.0), evidence, spoken.telling)
