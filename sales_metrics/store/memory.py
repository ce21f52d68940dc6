"""What a company taught the product: mappings of headings, and its own dictionaries. Nothing is overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from .catalogue import ENTRIES, Catalogue, link

MAPPING: Final = "mapping"
DICTIONARY: Final = "dictionary"
MODE: Final = "mode"
ERASURE: Final = "erasure"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was taught: `value` under `key`; `None` means that the key was forgotten."""

    number: int
    kind: str
    key: str
    value: Any
    who: str
    at: datetime


class Memory:
    """The entries of one catalogue; of each key the newest entry counts. Values are whatever JSON can hold."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def set(self, kind: str, key: str, value: Any, *, who: str, at: datetime) -> int:
        """Teach `value` (or forget the key with `None`) and return the number of the entry."""
        with self._catalogue.writing() as connection:
            return append(connection, kind, key, None if value is None else _dumped(value), who, at)

    def current(self, kind: str) -> dict[str, Any]:
        """Return the value of every key that is not forgotten."""
        newest = {entry.key: entry.value for entry in self.history(kind)}
        return {key: value for key, value in newest.items() if value is not None}

    def history(self, kind: str) -> list[Entry]:
        """Return all entries of a kind in the order in which they were made."""
        with self._catalogue.reading() as connection:
            query = sa.select(ENTRIES).where(ENTRIES.c.kind == kind).order_by(ENTRIES.c.number)
            return [
                Entry(
                    row.number,
                    row.kind,
                    row.key,
                    None if row.value is None else json.loads(row.value),
                    row.who,
                    row.at,
                )
                for row in connection.execute(query)
            ]


def broken_entries(connection: sa.Connection) -> Iterable[int]:
    """Yield the numbers of entries that are missing or are not what they were."""
    previous = ""
    expected = 1
    for row in connection.execute(sa.select(ENTRIES).order_by(ENTRIES.c.number)):
        said = (row.number, row.kind, row.key, row.value, row.who, row.at)
        if row.number != expected or link(previous, *said) != row.digest:
            yield row.number
        previous, expected = row.digest, row.number + 1


def link_entries_anew(connection: sa.Connection) -> None:
    """Write the digests of all entries again, after something that they cover was erased on purpose."""
    previous = ""
    for row in connection.execute(sa.select(ENTRIES).order_by(ENTRIES.c.number)).all():
        previous = link(previous, row.number, row.kind, row.key, row.value, row.who, row.at)
        connection.execute(sa.update(ENTRIES).where(ENTRIES.c.number == row.number).values(digest=previous))


def append(connection: sa.Connection, kind: str, key: str, value: str | None, who: str, at: datetime) -> int:
    """Record one entry, whose value is JSON, and return its number."""
    last = connection.execute(sa.select(ENTRIES).order_by(ENTRIES.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.digest) if last else (1, "")
    digest = link(previous, number, kind, key, value, who, at)
    connection.execute(
        sa.insert(ENTRIES).values(number=number, kind=kind, key=key, value=value, who=who, at=at, digest=digest)
    )
    return number


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
