"""Which columns of a sheet are used: as remembered for its headings, or as recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from ...model.tables import TABLES, Table
from ..files.sheet import Sheet
from ..recognition.assign import Match
from ..recognition.dialects import DIALECTS, Dialect, dialect_of
from ..recognition.doubts import doubts
from ..recognition.headings import likeness
from ..recognition.profiles import Profile, profile
from ..recognition.recognise import Recognition, recognise
from ..types import NONE, Question, Remembered
from .header import SEARCHED, Header, header_at, headers, signature_texts
from .row_kinds import keys_of, says_total

_LOOKED_AT: Final = 5_000


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a sheet is looked at: what users settled, and how the exports of known systems look."""

    remembered: Mapping[str, Remembered] = field(default_factory=dict)
    dialects: tuple[Dialect, ...] = DIALECTS


@dataclass(frozen=True, slots=True)
class Mapped:
    """A sheet with its header found and its columns assigned; `table` is `None` when it is not to be used."""

    header: Header | None
    table: Table | None
    confidence: float = 0.0
    letters: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[str, ...]] = field(default_factory=dict)
    derived: dict[str, str] = field(default_factory=dict)
    """Column of the table "orders" -> letter, for order lines that carry them."""
    remembered: Remembered | None = None
    nearest: str = ""
    lacks: str = ""
    questions: tuple[Question, ...] = ()
    """What the headings leave open."""
    settled: Mapping[str, str] = field(default_factory=dict)
    """The user's answers to earlier questions about these headings."""
    dialect: Dialect | None = None
    """The known export that the sheet is."""

    @property
    def headings(self) -> dict[str, str]:
        """Letter -> heading; empty without a header."""
        return self.header.headings if self.header else {}

    def doubles(self) -> dict[str, str]:
        """Return letter -> our column for headings that mean a column which another letter already is."""
        if self.table is None:
            return {}
        used = set(self.letters.values()) | set(self.derived.values())
        found: dict[str, str] = {}
        for letter, text in self.headings.items():
            if letter in used or not text:
                continue
            for column, alike in likeness(text, self.table.key).items():
                if alike.score >= 0.98 and column in self.letters and text == self.headings[self.letters[column]]:
                    found[letter] = column
        return found


def signature(header: Header) -> str:
    """Return what stands for the headings of a sheet in their order, whatever their case, blanks and alphabet."""
    return hashlib.sha256("\x1f".join(signature_texts(header)).encode()).hexdigest()


def map_sheet(sheet: Sheet, cells: pl.DataFrame, names: tuple[str, ...], known: Known) -> Mapped:
    """Find the header of a sheet and assign its columns; what was remembered for its headings wins."""
    before, entry = _remembered_header(sheet, cells, known.remembered)
    if before and entry and not entry.only_answers:
        return _as_remembered(before, entry, cells, known)
    settled = entry.settled if entry else {}
    if before and settled.get("table") == NONE:
        return Mapped(before, None, remembered=entry)
    candidates = (before,) if before else headers(cells, sheet)
    spoken = _in_dialect(candidates, cells, names, settled, known.dialects)
    if spoken:
        return spoken
    profiled: dict[int, dict[str, Profile]] = {}
    best: tuple[float, Header, Recognition] | None = None
    for header in candidates:
        start = _common_start(candidates, cells.height, header)
        if start not in profiled:
            profiled[start] = _profiles(cells[start:])
        found = recognise(header.headings, profiled[start], names, settled)
        score = found.score - 0.6 * (header.depth - 1) + (2.0 if found.table else 0.0) - 0.001 * header.at
        if best is None or score > best[0]:
            best = (score, header, found)
    if best is None:
        return Mapped(None, None)
    _, header, found = best
    if found.table is None:
        return Mapped(header, None, nearest=found.nearest, lacks=found.lacks)
    return Mapped(
        header,
        TABLES[found.table],
        found.confidence,
        _letters(found.matches),
        {match.column: match.evidence for match in found.matches},
        _letters(found.derived),
        questions=doubts(
            found, header.headings, profiled[_common_start(candidates, cells.height, header)], settled
        ),
        settled=settled,
    )


def _in_dialect(
    candidates: tuple[Header, ...],
    cells: pl.DataFrame,
    names: tuple[str, ...],
    settled: Mapping[str, str],
    dialects: tuple[Dialect, ...],
) -> Mapped | None:
    """Return a sheet as the known export that it is; `None` when it is none, or has no key as one.

    What a user has answered counts before the description.
    """
    for header in candidates:
        dialect = dialect_of(header.headings.values(), dialects)
        if dialect is None or settled.get("table", dialect.table) != dialect.table:
            continue
        profiles = _profiles(cells[_common_start(candidates, cells.height, header) :])
        answered = {choice for key, choice in settled.items() if key.startswith("column:")}
        described = dialect.settled(header.headings, profiles)
        told = {
            key: what for key, what in described.items() if key not in settled and what not in answered - {NONE}
        }
        told |= settled
        found = recognise(header.headings, profiles, names, told)
        table = TABLES[dialect.table]
        if not any(set(key) <= set(found.letters) for key in keys_of(table)):
            continue
        own = {match.column for match in found.matches if described.get(f"column:{match.letter}") == match.column}
        own -= answered
        return Mapped(
            header,
            table,
            found.confidence,
            _letters(found.matches),
            {match.column: ("dialect",) if match.column in own else match.evidence for match in found.matches},
            _letters(found.derived),
            questions=doubts(found, header.headings, profiles, told),
            settled=settled,
            dialect=dialect,
        )
    return None


def _letters(matches: tuple[Match, ...]) -> dict[str, str]:
    return {match.column: match.letter for match in matches}


def _common_start(candidates: tuple[Header, ...], height: int, header: Header) -> int:
    """Return a row below all candidates, so that values are looked at once, if enough is left there."""
    lowest = max(candidate.end for candidate in candidates)
    return lowest if height - lowest >= 20 else header.end


def _profiles(body: pl.DataFrame) -> dict[str, Profile]:
    """Describe every column, of a long sheet by its first rows and every so many of the rest."""
    step = max(1, body.height // _LOOKED_AT)
    sample = _dense(body if step == 1 else pl.concat([body.head(_LOOKED_AT), body.gather_every(step)]))
    found = {name: profile(sample[name]) for name in body.columns}
    rare = [name for name in body.columns if found[name].empty and body[name].null_count() < body.height]
    return found | {name: profile(body[name]) for name in rare}


def _dense(body: pl.DataFrame) -> pl.DataFrame:
    """Return the rows that are filled at least half as well as most: totals and footers say little of a column."""
    if not body.height:
        return body
    filled = body.select(pl.sum_horizontal(pl.all().is_not_null())).to_series()
    usual = filled.filter(filled > 0).quantile(0.75)
    return body.filter((filled >= 0.5 * float(str(usual))) & ~says_total(body)) if usual is not None else body


def _remembered_header(
    sheet: Sheet, cells: pl.DataFrame, remembered: Mapping[str, Remembered]
) -> tuple[Header | None, Remembered | None]:
    if not remembered:
        return None, None
    for at in range(min(SEARCHED, cells.height)):
        for depth in (1, 2, 3):
            header = header_at(cells, sheet, at, depth)
            entry = remembered.get(signature(header)) if header else None
            if header and entry:
                return header, entry
    return None, None


def _as_remembered(header: Header, entry: Remembered, cells: pl.DataFrame, known: Known) -> Mapped:
    if entry.table is None or entry.table not in TABLES:
        return Mapped(header, None, remembered=entry)
    table = TABLES[entry.table]
    own = {name: letter for name, letter in entry.letters.items() if letter in cells.columns}
    letters = {name: own[name] for name in table.column_keys if name in own}
    derived = {name.removeprefix("orders."): letter for name, letter in own.items() if name.startswith("orders.")}
    evidence: dict[str, tuple[str, ...]] = dict.fromkeys(letters, ("remembered",))
    dialect = dialect_of(header.headings.values(), known.dialects)
    dialect = dialect if dialect and dialect.table == entry.table else None
    return Mapped(header, table, 1.0, letters, evidence, derived, entry, settled=entry.settled, dialect=dialect)
