"""What is due as an iCalendar file, which any calendar program reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Calendar, Event

PRODUCT: Final = "-//Sales Metrics//Client calendar//"
HOME: Final = "sales-metrics.local"


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day in a calendar. `uid` is stable, so that a later file moves the entry instead of doubling it."""

    uid: str
    on: date
    title: str
    text: str


def calendar_file(entries: Iterable[Entry], name: str, as_of: date) -> bytes:
    """Return the entries as an RFC 5545 calendar called `name`, stamped with the day on which the data ends.

    Lines are folded and texts escaped by `icalendar`; the same entries give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.uid}@{HOME}")
        event.add("dtstamp", datetime.combine(as_of, time(), UTC))
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("description", entry.text)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
