"""What a company writes of its ideal client: one row a feature, read into what can be held against a client.

A row that cannot be used says why, and counts for nothing: a feature that looks for what a column never holds would
otherwise make every client "not ours" in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isnan
from types import MappingProxyType
from typing import Final, Literal

from .tables import TABLES, Column, Kind

Problem = Literal["no_column", "no_values", "bounds_for_words", "values_for_number", "unknown_word", "turned_round"]

COLUMNS: Final = tuple(choice.code for choice in TABLES["client_portrait"].column("looks_at").choices)
"""The columns of the clients table that a portrait may look at."""
NUMBERS: Final = frozenset(key for key in COLUMNS if TABLES["clients"].column(key).kind is Kind.MONEY)
SEPARATOR: Final = ";"
_PARTS: Final = re.compile(r"[;\n]")
_YES: Final = frozenset({"да", "yes", "y", "true", "1", "+"})
_NO: Final = frozenset({"нет", "не", "no", "n", "false", "0", "-"})


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of a portrait. `values` are compared in lower case; a choice stands by its code, a yes/no as one.

    `low` and `high` bound a number, both included, `None` being no bound. `problem` says why the row cannot be
    used, and `found` what is wrong with it.
    """

    name: str
    looks_at: str
    excludes: bool
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    written: tuple[str, ...] = ()
    """The values as they were written, where each company has words of its own."""
    problem: Problem | None = None
    found: str = ""

    @property
    def column(self) -> Column:
        """The column of the clients table that the feature looks at; raises `KeyError` where the row names none."""
        found: Column = TABLES["clients"].column(self.looks_at)
        return found


def feature_of(row: Mapping[str, object]) -> Feature:
    """Return what a row of the table `client_portrait` says; without a role it is a mark of an ideal client."""
    name, looks_at = _text(row.get("feature")), _text(row.get("looks_at"))
    excludes = row.get("role") == "exclusion"
    parts = _parts(_text(row.get("values")))
    low, high = _number(row.get("at_least")), _number(row.get("at_most"))
    bounded = low is not None or high is not None

    def wrong(problem: Problem, found: str = "") -> Feature:
        return Feature(name, looks_at, excludes, problem=problem, found=found)

    if looks_at not in COLUMNS:
        return wrong("no_column")
    if looks_at in NUMBERS:
        if not bounded:
            return wrong("values_for_number" if parts else "no_values", ", ".join(parts))
        if low is not None and high is not None and low > high:
            return wrong("turned_round")
        return Feature(name, looks_at, excludes, low=low, high=high)
    if not parts:
        return wrong("bounds_for_words" if bounded else "no_values")
    known = _known(TABLES["clients"].column(looks_at))
    if known is None:
        return Feature(name, looks_at, excludes, tuple(part.lower() for part in parts), written=tuple(parts))
    strange = [part for part in parts if part.lower() not in known]
    if strange:
        return wrong("unknown_word", ", ".join(strange))
    return Feature(name, looks_at, excludes, tuple(dict.fromkeys(known[part.lower()] for part in parts)))


def features_of(rows: Iterable[Mapping[str, object]]) -> tuple[Feature, ...]:
    """Return the features of a whole table, in the order of their names."""
    return tuple(sorted(map(feature_of, rows), key=lambda one: (one.excludes, one.name.lower(), one.looks_at)))


def _parts(text: str) -> list[str]:
    """Split what is listed: at semicolons and line ends, or at commas where there is neither."""
    split = _PARTS.split(text) if _PARTS.search(text) else text.split(",")
    return [part.strip() for part in split if part.strip()]


def _known(column: Column) -> Mapping[str, str] | None:
    """Return which words of a column mean which value; `None` where each company has words of its own."""
    if column.kind is Kind.YES_NO:
        return MappingProxyType(dict.fromkeys(_YES, "yes") | dict.fromkeys(_NO, "no"))
    if column.kind is not Kind.CHOICE:
        return None
    return MappingProxyType(
        {
            word.lower(): choice.code.lower()
            for choice in column.choices
            for word in (choice.code, *choice.title.all(), *choice.words)
        }
    )


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()


def _number(value: object) -> float | None:
    return None if not isinstance(value, float | int) or isnan(value) else float(value)
