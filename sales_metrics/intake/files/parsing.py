"""From a file to its sheets by what its content is. Runs in the parsing process; see `reading` for callers."""

from __future__ import annotations

from pathlib import Path

from ...model.issue import Issue
from .container import kind_of
from .limits import Limits
from .refusal import RefusedError, megabytes
from .sheet import Sheet

Parsed = tuple[str, list[Sheet], list[Issue]]
"""What the content is, its sheets, and what is to be said about it."""


def parsed(path: Path, limits: Limits) -> Parsed:
    """Return what a file holds, or no kind, no sheets and the one issue that refuses it. Never raises."""
    try:
        kind, sheets, issues = _by_kind(path, limits)
        if any(sheet.cells.num_columns or sheet.faults for sheet in sheets):
            return kind, sheets, issues
        refusal = RefusedError("no_data")
    except RefusedError as raised:
        refusal = raised
    except MemoryError:
        refusal = RefusedError("too_much_memory", limit=megabytes(limits.memory))
    except BaseException:
        # A panic of the native reader arrives as a BaseException. Whatever it was, the file is to blame, and
        # the text of the fault may hold client data, so nothing of it is passed on.
        refusal = RefusedError("unreadable")
    return "", [], [refusal.issue("")]


def _by_kind(path: Path, limits: Limits) -> Parsed:
    # Only what the kind needs is imported: the time it takes counts for every file.
    kind = kind_of(path)
    if kind == "csv":
        from .delimited.text_files import read_text

        return read_text(path, limits)
    if kind == "html":
        from .workbooks.html import read_html

        return read_html(path, limits)
    if kind == "xml2003":
        from .workbooks.xml2003 import read_xml2003

        return read_xml2003(path, limits)
    from .workbooks.reader import read_ole, read_zip

    return read_zip(path, limits) if kind == "zip" else read_ole(path, limits)
