"""What the headings and the values of a sheet leave open: which table it is, what a column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ...model.tables import TABLES, Column, Kind, Table
from ..types import NONE, Question
from .assign import ACCEPTED
from .evidence import fit
from .headings import likeness, parse
from .profiles import Profile
from .recognise import EQUAL, Recognition

POSSIBLE: Final = 0.52
"""The least likeness at which a column that the table needs is asked about; below it nobody would think of it."""
_POSSIBLE_SUM: Final = 0.45
"""A sum or a date can be fewer things than a name, so less is enough."""
_SURE: Final = 0.9
_NO_DIFFERENCE: Final = 0.01
_MATTERS: Final = frozenset({Kind.MONEY, Kind.DAY, Kind.NAME})
_SHOWN: Final = 3
_ALSO_WANTED: Final = frozenset({("deals", "amount")})
"""Columns that a table can do without and that are worth a question all the same."""


def doubts(
    found: Recognition, headings: Mapping[str, str], profiles: Mapping[str, Profile], settled: Mapping[str, str]
) -> tuple[Question, ...]:
    """Return the questions about a recognised sheet that are not settled yet.

    Asked is only what matters: the table when two fit equally, a column that the table needs and that only an
    unlikely one could be, and which of two equally likely columns is the needed one.
    """
    if found.table is None:
        return ()
    if found.rivals:
        return (Question("table", "which_table", (found.table, *found.rivals, NONE)),)
    table = TABLES[found.table]
    asked = [*_unlikely(table, found, headings, profiles), *_twins(table, found, headings, profiles)]
    return tuple(question for question in asked if question.key not in settled)


def _unlikely(
    table: Table, found: Recognition, headings: Mapping[str, str], profiles: Mapping[str, Profile]
) -> list[Question]:
    free = _free(found, headings, profiles)
    wanted = [column for column in table.columns if _wanted(table, column) and column.key not in found.letters]
    if "client_id" in found.letters:
        wanted = [column for column in wanted if column.key != "client"]
    questions: dict[str, Question] = {}
    for column in wanted:
        rated = sorted(
            ((_likely(table, column, letter, headings, profiles), letter) for letter in free), reverse=True
        )
        least = POSSIBLE if column.kind is Kind.NAME else _POSSIBLE_SUM
        if not rated or not least <= rated[0][0] < ACCEPTED or rated[0][1] in questions:
            continue
        equal = sorted(letter for score, letter in rated if rated[0][0] - score <= _NO_DIFFERENCE)
        if len(equal) > 1:
            questions[equal[0]] = _which(column, equal, headings, profiles)
            continue
        letter = equal[0]
        choices = [
            each.key
            for each in table.columns
            if each.key not in found.letters and _likely(table, each, letter, headings, profiles) >= 0.8 * POSSIBLE
        ]
        choices.sort(key=lambda key: key != column.key)
        questions[letter] = Question(
            f"column:{letter}", "doubtful_column", (*choices, NONE), _examples(profiles[letter]), headings[letter]
        )
    return list(questions.values())


def _wanted(table: Table, column: Column) -> bool:
    return column.needed or (table.key, column.key) in _ALSO_WANTED


def _twins(
    table: Table, found: Recognition, headings: Mapping[str, str], profiles: Mapping[str, Profile]
) -> list[Question]:
    questions = []
    free = _free(found, headings, profiles)
    for match in found.matches:
        column = table.column(match.column)
        if not _wanted(table, column) or column.kind not in _MATTERS or match.score >= _SURE:
            continue
        equal = [
            letter
            for letter in free
            if headings[letter] != headings[match.letter]
            and abs(_likely(table, column, letter, headings, profiles) - match.score) <= _NO_DIFFERENCE
            and profiles[letter].filled >= 0.5 * profiles[match.letter].filled
        ]
        if equal:
            questions.append(_which(column, [match.letter, *equal], headings, profiles))
    return questions


def _which(
    column: Column, letters: Sequence[str], headings: Mapping[str, str], profiles: Mapping[str, Profile]
) -> Question:
    named = tuple(headings[letter] for letter in letters)
    evidence = tuple(", ".join(_examples(profiles[letter])) for letter in letters)
    return Question(f"which:{column.key}", "which_column", tuple(letters), evidence, column.key, named)


def _free(found: Recognition, headings: Mapping[str, str], profiles: Mapping[str, Profile]) -> list[str]:
    used = {match.letter for match in (*found.matches, *found.derived)}
    return [
        letter for letter, text in headings.items() if text and letter not in used and not profiles[letter].empty
    ]


def _likely(
    table: Table, column: Column, letter: str, headings: Mapping[str, str], profiles: Mapping[str, Profile]
) -> float:
    alike = likeness(headings[letter], table.key)
    spoken = alike.get(column.key)
    if spoken is None or spoken.telling < 0.5 or spoken.score < max(each.score for each in alike.values()) - EQUAL:
        return 0.0
    return spoken.score * min(fit(table.key, column, profiles[letter], parse(headings[letter])), 1.0)


def _examples(profile: Profile) -> tuple[str, ...]:
    return tuple(dict.fromkeys(profile.words))[:_SHOWN]
