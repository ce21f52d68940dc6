"""A fault or a remark about a file, as a record; words are put to it last, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """What an issue costs."""

    REFUSED = "refused"
    """The whole file cannot be used; nothing of it is stored."""
    REJECTED = "rejected"
    """One row is not stored."""
    NOTE = "note"
    """Stored as it is; the user ought to know."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that somebody should know about a cell, a row, a sheet or a file.

    `problem` is a stable code ("bad_date"); the wording of every code is in `sales_metrics.text`. `cell` is an
    address as the spreadsheet shows it ("C14"), empty when the issue is about a sheet or a file. `found` is
    what stood there, shortened. `column` is the heading of the user's own file. `count` says for how many
    cells or rows a note stands; `cell` is then the first of them. `limit` is the bound that was passed, or
    any other figure or word that the sentence needs.
    """

    problem: str
    severity: Severity
    file: str = ""
    sheet: str = ""
    cell: str = ""
    found: str = ""
    column: str = ""
    count: int = 1
    limit: str = ""
