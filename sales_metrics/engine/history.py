"""Where the history in a table comes from: rows that files brought, and rows inferred from uploads that differ."""

from __future__ import annotations

from dataclasses import dataclass

from ..store import uploads_behind
from .schema import KEY
from .tables import Tables


@dataclass(frozen=True, slots=True)
class History:
    """How many rows files state and how many are inferred, and the numbers of the uploads these come from."""

    stated: int
    inferred: int
    uploads: tuple[int, ...]


def history_of(tables: Tables, table: str) -> History:
    """Return where the rows of a table come from; (0, 0, ()) when it has none."""
    # The key of an inferred row begins with a mark and two numbers of uploads; the rest names the row.
    head = tables[table].select(head=tables[table][KEY].re_extract(r"^[a-z]+:\d+:\d+:", 0))
    counted = tables.fetch(head.group_by("head").agg(rows=head.count()))
    stated, inferred, uploads = 0, 0, set[int]()
    for text, rows in zip(counted["head"], counted["rows"], strict=True):
        behind = uploads_behind(str(text)) if text else None
        if behind is None:
            stated += int(rows)
        else:
            inferred += int(rows)
            uploads |= set(behind)
    return History(stated, inferred, tuple(sorted(uploads)))
