"""What the store expects of a file that was read and typed; `sales_metrics.intake` delivers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import pyarrow as pa


class TakenSheet(Protocol):
    """One sheet: its typed rows, the tables derived from it, and what became of every row that was read.

    `rows` and each derived table hold columns of the model, `_key` (string, never null) and `_row` (the row in
    the sheet), in file order; a key may occur several times. `table` is `None` when nothing was recognised.
    `read == rows.num_rows + rejected + sum(ignored.values())`.
    """

    @property
    def sheet(self) -> str:
        """The name of the sheet."""

    @property
    def table(self) -> str | None:
        """The key of the table that the rows belong to."""

    @property
    def rows(self) -> pa.Table:
        """The typed rows."""

    @property
    def derived(self) -> Mapping[str, pa.Table]:
        """Rows of other tables that follow from this sheet."""

    @property
    def signature(self) -> str:
        """What stands for its headings; equal for two exports of the same make, empty when there are none."""

    @property
    def read(self) -> int:
        """How many rows the sheet has."""

    @property
    def rejected(self) -> int:
        """How many rows were not taken because of a fault."""

    @property
    def ignored(self) -> Mapping[str, int]:
        """How many rows hold no data, by reason."""


class Taken(Protocol):
    """One file after reading and typing; a refused file has no sheets."""

    @property
    def file(self) -> str:
        """The name under which it was uploaded."""

    @property
    def sha256(self) -> str:
        """The hexadecimal digest of its bytes."""

    @property
    def size(self) -> int:
        """Its size in bytes."""

    @property
    def sheets(self) -> Sequence[TakenSheet]:
        """Its sheets, in file order."""
