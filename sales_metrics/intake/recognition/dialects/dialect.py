"""Descriptions of known exports, and telling by its headings which of them a sheet is.

A description says how the export is called, by which headings it is known, what its columns mean where that is
surer than a guess, which say nothing, and how it writes dates, numbers and ends of deals. The recogniser does
without them; they make it surer and let it name the system. The folder holds one TOML file for each.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, cast

from ....model.tables import TABLES
from ....model.text import Text
from ...types import NONE, DateOrder, DecimalMark, Hints
from ..evidence import fit
from ..headings import parse, plain_text
from ..profiles import Profile


@dataclass(frozen=True, slots=True)
class Dialect:
    """One known export. Headings are compared whatever their case, blanks and alphabet, and, but for `ignored`,
    whatever currency or unit they end with.

    It is known by at least `least` of the headings `known`, all of `needed`, and none of `never`. `columns` maps
    headings to columns of the table, `ignored` are headings of which nothing is made. `hints` is how dates and
    numbers are written where the cells do not tell, `ends` maps stages to outcomes. Deals in which the column
    `lost_by` holds one of `lost_words` are lost.
    """

    key: str
    title: Text
    table: str
    known: frozenset[str]
    least: int
    needed: frozenset[str]
    never: frozenset[str]
    columns: Mapping[str, str]
    ignored: frozenset[str]
    hints: Hints
    ends: Mapping[str, str]
    lost_by: str = ""
    lost_words: frozenset[str] = frozenset()

    def settled(self, headings: Mapping[str, str], profiles: Mapping[str, Profile]) -> dict[str, str]:
        """Return what the description says of the columns of a sheet, in the form of answers to questions.

        Of several columns under one heading the last that has values counts. A column without values, or with
        such as contradict the description, is left to the recogniser.
        """
        told = {"table": self.table}
        used: dict[str, str] = {}
        for letter, text in headings.items():
            if not text or profiles[letter].empty:
                continue
            if plain_text(text) in self.ignored:
                told[f"column:{letter}"] = NONE
                continue
            column = self.columns.get(_said(text))
            if column and fit(self.table, TABLES[self.table].column(column), profiles[letter], parse(text)):
                used[column] = letter
        return told | {f"column:{letter}": column for column, letter in used.items()}


def dialect_of(headings: Iterable[str], dialects: Sequence[Dialect]) -> Dialect | None:
    """Return the description that knows a sheet by its headings, of several the one that knows most of them."""
    said = {_said(text) for text in headings if text}
    fitting = [
        each
        for each in dialects
        if each.needed <= said and not each.never & said and len(each.known & said) >= each.least
    ]
    return max(fitting, key=lambda each: len(each.known & said), default=None)


@cache
def _said(text: str) -> str:
    return parse(text).plain or plain_text(text)


def _dialect(key: str, data: Mapping[str, Any]) -> Dialect:
    known, fixed = data["known"], data.get("fixed", {})
    lost = data.get("lost", {})
    columns = {_said(heading): column for heading, column in data.get("columns", {}).items()}
    unknown = set(columns.values()) - set(TABLES[data["table"]].column_keys)
    if unknown:
        raise ValueError(f"{key}: no columns of {data['table']}: {sorted(unknown)}")
    return Dialect(
        key=key,
        title=Text(**data["title"]),
        table=data["table"],
        known=frozenset(map(_said, known["headings"])),
        least=known.get("least", len(known["headings"])),
        needed=frozenset(map(_said, known.get("needed", ()))),
        never=frozenset(map(_said, known.get("never", ()))),
        columns=columns,
        ignored=frozenset(map(plain_text, data.get("ignored", {}).get("headings", ()))),
        hints=Hints(
            cast("DateOrder | None", fixed.get("date_order")), cast("DecimalMark | None", fixed.get("decimal_mark"))
        ),
        ends={plain_text(word): end for end in ("won", "lost") for word in fixed.get(end, ())},
        lost_by=_said(lost["heading"]) if lost else "",
        lost_words=frozenset(map(plain_text, lost.get("words", ()))),
    )


def _loaded() -> tuple[Dialect, ...]:
    files = sorted(
        (each for each in resources.files(__package__).iterdir() if each.name.endswith(".toml")),
        key=lambda each: each.name,
    )
    return tuple(
        _dialect(each.name.removesuffix(".toml"), tomllib.loads(each.read_text(encoding="utf-8"))) for each in files
    )


DIALECTS: Final = _loaded()
_BY_KEY: Final = {each.key: each for each in DIALECTS}


def system_of(key: str) -> Text | None:
    """Return what the export of a description is called; `None` for a key that names none."""
    return _BY_KEY[key].title if key in _BY_KEY else None
