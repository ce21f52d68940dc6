"""`calendar` writes what is due for clients as an iCalendar file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

from ..exports.calendar_file import Entry, calendar_file
from ..matched import matched_tables
from ..metrics.filters import Filters
from ..metrics.listing import data_day
from ..model.text import Language
from ..reports.client_calendar import Due, entries
from ..reports.context import Context
from ..store import Store
from ..text import interface as words
from ..text.dates import day
from .output import StoppedError, document, line

NO_DATA: Final = "There is no data yet: import a file first."


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `calendar` to the grammar."""
    help_ = "write what is due for clients in the next 30 days, and what is overdue, as an iCalendar file"
    given = commands.add_parser("calendar", parents=[common], help=help_, description=help_)
    given.add_argument("--out", type=Path, metavar="FILE", help="the file to write; without it, standard output")
    given.set_defaults(run=calendar)


def calendar(given: argparse.Namespace) -> int:
    """Write the calendar of all clients; with `--json` print what stands in it instead."""
    store = Store(given.store)
    tables = matched_tables(store, store.snapshot())
    today = data_day(tables) or store.uploaded_on()
    if today is None:
        raise StoppedError(NO_DATA)
    due = entries(Context(tables, Filters(), given.language, today))
    if given.json:
        fields = ("uid", "due_on", "what", "client", "manager", "why")
        document({"due": [{name: getattr(one, name) for name in fields} for one in due]})
        return 0
    content = written(due, given.language, today)
    if given.out is None:
        sys.stdout.buffer.write(content)
        return 0
    try:
        given.out.write_bytes(content)
    except OSError as problem:
        raise StoppedError(f"{given.out} cannot be written: {problem.strerror}.") from None
    line(f"{given.out}: {len(due)}")
    return 0


def written(due: Iterable[Due], language: Language, today: date) -> bytes:
    """Return duties as a calendar. What is overdue stands on the day on which the data ends, since it waits now."""
    found = []
    for one in due:
        late = one.due_on < today
        said = words.CALENDAR_LATE.in_(language).format(day=day(one.due_on, language), why=one.why)
        lines = [said if late else one.why, one.manager]
        title = f"{one.client}: {one.what}" if one.client else one.what
        found.append(Entry(one.uid, max(one.due_on, today), title, "\n".join(filter(None, lines))))
    return calendar_file(found, words.CALENDAR.in_(language), today)
