"""A stretch of days, closed at both ends or open at either."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """All days from `start` to `end`, both included; `None` leaves that end open.

    Raises `ValueError` when `end` is before `start`.
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"the period ends on {self.end} before it starts on {self.start}")

    @classmethod
    def month(cls, text: str) -> Period:
        """Return the calendar month written as "2026-03"."""
        year, month = (int(part) for part in text.split("-"))
        following = date(year + month // 12, month % 12 + 1, 1)
        return cls(date(year, month, 1), following - timedelta(days=1))

    @property
    def bounded(self) -> bool:
        """Whether both ends are given."""
        return self.start is not None and self.end is not None

    @property
    def everything(self) -> bool:
        """Whether neither end is given, so that rows without a date belong to it as well."""
        return self.start is None and self.end is None

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def previous(self) -> Period | None:
        """Return the period of the same length just before this one; `None` when an end is open.

        Whole calendar months are followed back by whole calendar months, so March is compared with February
        and a quarter with the quarter before.
        """
        if self.start is None or self.end is None:
            return None
        months = self._whole_months()
        if months:
            first = self.start.year * 12 + self.start.month - 1 - months
            return Period(date(first // 12, first % 12 + 1, 1), self.start - timedelta(days=1))
        length = self.end - self.start
        return Period(self.start - timedelta(days=1) - length, self.start - timedelta(days=1))

    def _whole_months(self) -> int:
        if self.start is None or self.end is None or self.start.day != 1:
            return 0
        following = self.end + timedelta(days=1)
        if following.day != 1:
            return 0
        return (following.year - self.start.year) * 12 + following.month - self.start.month
