"""An edit becomes an upload: checked like any other, accounted for, and taken back like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..intake.edited import Row, repeated, take_edited
from ..intake.types import Taken
from ..model.issue import Severity
from ..model.portrait import feature_of
from ..model.rules import RULES
from ..model.text import LANGUAGES, Language
from ..store import EDITED, Receipt, Store, Upload
from ..text import dictionaries as words
from ..text.issues import message
from ..text.portrait import problem_sentence
from .declaration import Dictionary
from .holding import Held

_STOPS: Final = frozenset({"ends_before_start"})
"""Remarks that a file may bring and a hand may not."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps an edit from being saved: the place of the row among those given, and a sentence."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an edit. With faults nothing is stored; without a receipt nothing was different."""

    receipt: Receipt | None = None
    faults: tuple[Fault, ...] = ()


def save(
    store: Store,
    holds: Held,
    rows: Sequence[Row],
    *,
    language: Language,
    who: str,
    at: datetime,
    origins: Sequence[int | None] | None = None,
) -> Saved:
    """Store `rows` as all that a table has from now on, unless something is wrong with them or nothing is new.

    `origins` says of each row which of `holds.rows` it was, `None` for one that was added: what the files name
    keeps its name. Blank rows are left out. Raises `StoreError`.
    """
    dictionary = holds.dictionary
    places = [at for at, row in enumerate(rows) if any(value is not None for value in row.values())]
    given = [rows[at] for at in places]
    origin = [origins[at] if origins is not None else None for at in places]
    faults = _faults(holds, given, origin, language)
    written = _settings(holds, given) if dictionary.key == "rules" else given
    if not faults and _same(dictionary, written, holds):
        return Saved()
    taken = _taken(holds, written, language, at)
    if not faults:
        faults = _found_wrong(dictionary, taken, written, language)
    if faults:
        return Saved(faults=tuple(Fault(places[row], sentence) for row, sentence in faults))
    return Saved(store.add(taken, who=who, at=at, modes={dictionary.key: "replaces"}))


def last_edit(store: Store, dictionary: Dictionary) -> Upload | None:
    """Return the newest upload that an edit of this table has made and nobody has taken back."""
    names = {file_name(dictionary, language) for language in LANGUAGES}
    edits = [one for one in store.uploads() if one.undone_at is None and one.file in names]
    return edits[-1] if edits else None


def file_name(dictionary: Dictionary, language: Language) -> str:
    """Return the name under which edits of a table stand in the history."""
    return words.UPLOAD_NAME.in_(language).format(table=dictionary.table.title.in_(language))


def _taken(holds: Held, rows: Sequence[Row], language: Language, at: datetime) -> Taken:
    """Take the rows with the columns that say something, or did until now: those that nobody uses stay absent."""
    dictionary = holds.dictionary
    columns = [
        column.key
        for column in dictionary.columns
        if column.key in holds.present
        or dictionary.must_have(column)
        or any(row.get(column.key) is not None for row in rows)
    ]
    return take_edited(
        dictionary.table,
        columns,
        rows,
        file=file_name(dictionary, language),
        language=language,
        signature=EDITED,
        moment=at.isoformat(),
    )


def _same(dictionary: Dictionary, rows: Sequence[Row], holds: Held) -> bool:
    if not holds.own:
        return not rows
    keys = dictionary.table.column_keys

    def compared(some: Sequence[Row]) -> list[str]:
        return sorted(repr([row.get(key) for key in keys]) for row in some)

    return compared(rows) in (compared(holds.stored), compared(holds.rows))


def _settings(holds: Held, rows: Sequence[Row]) -> list[Row]:
    """Return the rules that differ from their default or were set before; those that we do not know stay."""
    before = {row["rule"] for row in holds.stored}
    unknown = [row for row in holds.stored if row["rule"] not in RULES]
    chosen = [
        row
        for row in rows
        if row.get("setting") is not None
        and (row["rule"] in before or row["setting"] != RULES[str(row["rule"])].default)
    ]
    return [*chosen, *unknown]


def _faults(
    holds: Held, rows: Sequence[Row], origins: Sequence[int | None], language: Language
) -> list[tuple[int, str]]:
    dictionary = holds.dictionary
    if dictionary.key == "rules":
        return [
            (at, sentence) for at, row in enumerate(rows) if (sentence := _out_of_bounds(row, language)) is not None
        ]
    found = []
    for at, (row, origin) in enumerate(zip(rows, origins, strict=True)):
        was = holds.rows[origin][dictionary.name] if origin is not None and origin < len(holds.rows) else None
        if dictionary.named and was is not None and row.get(dictionary.name) != was:
            found.append((at, words.RENAMED.in_(language).format(name=was)))
            continue
        blank = [
            column.title.in_(language)
            for column in dictionary.columns
            if dictionary.must_have(column) and row.get(column.key) is None
        ]
        if blank:
            name = _name(dictionary, row, at, language)
            found.append((at, words.BLANK.in_(language).format(name=name, columns=", ".join(blank))))
            continue
        said = problem_sentence(feature_of(row), language) if dictionary.key == "client_portrait" else None
        if said is not None:
            found.append((at, said))
    return found


def _found_wrong(
    dictionary: Dictionary, taken: Taken, rows: Sequence[Row], language: Language
) -> list[tuple[int, str]]:
    (sheet,) = taken.sheets
    # The first row of a table stands in the second of its sheet.
    alone = dictionary.named or dictionary.table.keys == ((dictionary.name,),)
    twice = [row - 2 for row in repeated(sheet)] if alone else []
    found = [(at, words.TWICE.in_(language).format(name=_name(dictionary, rows[at], at, language))) for at in twice]
    for issue in sheet.issues:
        at = int("".join(sign for sign in issue.cell if sign.isdigit()) or 2) - 2
        if issue.problem in _STOPS:
            name = _name(dictionary, rows[at], at, language)
            found.append((at, words.ENDS_BEFORE.in_(language).format(name=name)))
        elif issue.severity is not Severity.NOTE:
            found.append((at, message(issue, language)))
    return found


def _name(dictionary: Dictionary, row: Mapping[str, object], at: int, language: Language) -> str:
    name = row.get(dictionary.name)
    return str(name) if name is not None else words.ROW.in_(language).format(number=at + 1)


def _out_of_bounds(row: Row, language: Language) -> str | None:
    rule, setting = RULES[str(row["rule"])], row.get("setting")
    if not isinstance(setting, float | int) or rule.low <= setting <= rule.high:
        return None
    return words.OUT_OF_BOUNDS.in_(language).format(
        name=rule.title.in_(language),
        low=words.setting_text(rule.low, rule.unit, language),
        high=words.setting_text(rule.high, rule.unit, language),
        found=words.setting_text(float(setting), rule.unit, language),
    )
