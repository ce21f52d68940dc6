"""What the store answers: what became of an upload, which uploads there are, and where the state lies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SheetReceipt:
    """What became of every row of one sheet: `read == new + changed + identical + rejected + sum(ignored)`.

    A row is counted against the state that stood before it, in file order, so a key that occurs twice in a file
    is new once and then changed or identical. `derived` counts the rows of other tables that followed from the
    sheet ("new", "changed", "identical" by table); they do not enter the sum, and neither does `gone`: how many
    rows of earlier uploads left the current state because the sheet replaces them.
    """

    sheet: str
    table: str | None
    read: int
    new: int
    changed: int
    identical: int
    rejected: int
    ignored: Mapping[str, int] = field(default_factory=dict)
    derived: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    gone: int = 0

    @property
    def balanced(self) -> bool:
        """Whether every row that was read is accounted for."""
        taken = self.new + self.changed + self.identical
        return self.read == taken + self.rejected + sum(self.ignored.values())


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import did, or would do.

    `upload` is the number that the upload got; `None` for a preview, for bytes that are already there, and when
    there was no row to store. `already` is the live upload of the same bytes, whose own counts `sheets` then
    repeats; `erased` says that a person was erased from it, so that its bytes are not taken back.
    """

    upload: int | None
    already: int | None
    sheets: tuple[SheetReceipt, ...]
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload of the history. Moments are in UTC; `undone_at` and `undone_by` are `None` while it is live.

    `erased_at` is when a person was last erased from it.
    """

    id: int
    who: str
    at: datetime
    file: str
    sha256: str
    size: int
    undone_at: datetime | None
    undone_by: str | None
    sheets: tuple[SheetReceipt, ...]
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state of all tables at one moment, in a DuckDB file that is never changed again.

    The file holds every table of the model with all its columns, and `_key`, `_row`, `_upload` (which upload
    last spoke of the row, and in which row of its sheet). `present` names the columns that live uploads really
    brought; `rows` counts the rows. Equal versions mean equal data.
    """

    version: str
    path: Path
    present: Mapping[str, frozenset[str]]
    rows: Mapping[str, int]


def dump_sheets(sheets: tuple[SheetReceipt, ...]) -> str:
    """Return the receipts of an upload as JSON."""
    return json.dumps([asdict(sheet) for sheet in sheets], ensure_ascii=False, sort_keys=True)


def load_sheets(text: str) -> tuple[SheetReceipt, ...]:
    """Return the receipts that `dump_sheets` wrote."""
    return tuple(SheetReceipt(**sheet) for sheet in json.loads(text))
