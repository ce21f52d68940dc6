"""Dates and moments as people and programs write them, in three languages."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

import polars as pl

from ..types import DateOrder

EARLIEST: Final = datetime(1900, 1, 1)
LATEST: Final = datetime(2100, 12, 31, 23, 59, 59)
_MOMENT: Final = pl.Datetime("us")
_SERIAL_ZERO: Final = datetime(1899, 12, 30)
_SERIALS: Final = (3653.0, 73415.0)
"""Days that Excel counts from 1910 to 2100; smaller numbers are more likely numbers than dates."""

_FORMATS: Final = (
    (r"^\d{4}-\d\d-\d\d$", "%Y-%m-%d"),
    (r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", "%Y-%m-%d %H:%M:%S"),
    (r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", "%Y-%m-%dT%H:%M:%S"),
    (r"^\d{1,2}\.\d{1,2}\.\d{4}$", "%d.%m.%Y"),
    (r"^\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d\d:\d\d$", "%d.%m.%Y %H:%M:%S"),
    (r"^\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d\d$", "%d.%m.%Y %H:%M"),
)
_MONTHS: Final = {
    beginning: number
    for number, beginnings in enumerate(
        (
            "jan янв яну", "feb фев", "mar мар", "apr апр", "may май мая", "jun июн юни", "jul июл юли",
            "aug авг", "sep сен сеп", "oct окт", "nov ноя ное", "dec дек",
        ),
        start=1,
    )
    for beginning in beginnings.split()
}  # fmt: skip
_TIME: Final = re.compile(r"(?<![\d.])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_ZONE: Final = re.compile(r"(?:z|utc|gmt|[+-]\d\d:?\d\d)$", re.IGNORECASE)
_DAY_WORD: Final = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b,?|\b(?:пн|вт|ср|чт|пт|сб|вс|нд|пон|вто|сря|чет|пет|съб|нед)\b\.?,?"
    r"|\b(?:г|год|года)\b\.?|\bв\b|\bat\b|(?<=\d)(?:st|nd|rd|th)\b|(?<=\d)-?(?:го|ое|ти|ви|ри|ми)\b",
    re.IGNORECASE,
)


def order_of(texts: pl.Series) -> tuple[DateOrder | None, bool]:
    """Tell the order of day and month in a column, and whether its cells have such an order at all.

    A first part above 12 anywhere means day first, a second part above 12 month first, "AM" or "PM" month
    first; `None` when nothing tells or the cells contradict each other.
    """
    if not (texts.str.contains("/", literal=True).any() or texts.str.contains(r"^\d{1,2}-").any()):
        return None, False
    starts = texts.str.extract(r"^(\d{1,2}[/-]\d{1,2}[/-])\d").drop_nulls().unique().to_list()
    if not starts:
        return None, False
    pairs = [tuple(int(part) for part in re.findall(r"\d+", start)) for start in starts]
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if day_first != month_first:
        return ("day_first" if day_first else "month_first"), True
    if not day_first and texts.str.contains(r"(?i)\d\s*[ap]m$").any():
        return "month_first", True
    return None, True


def read_dates(texts: pl.Series, order: DateOrder, *, serials: bool) -> pl.Series:
    """Read a column of trimmed texts as moments, null where there is none.

    `serials` also reads plain numbers as the days that Excel counts. A zone is dropped and the time kept as it
    was written: the day in the file is the day that was meant. Whatever is outside 1900 to 2100 is null.
    """
    values = pl.repeat(None, len(texts), dtype=_MOMENT, eager=True)
    rest = texts
    for shape, form in _FORMATS:
        if not rest.null_count() < len(rest):
            break
        head = rest.drop_nulls().head(200)
        if not head.str.contains(shape).any():
            continue
        iso = form.startswith("%Y")
        fitting = rest if iso else pl.select(pl.when(rest.str.contains(shape)).then(rest)).to_series()
        values = values.fill_null(fitting.str.to_datetime(form, strict=False, time_unit="us"))
        if values.null_count() == texts.null_count():
            return values.set(~values.is_between(EARLIEST, LATEST), None)
        rest = pl.select(pl.when(values.is_null()).then(rest)).to_series()
    odd = rest.drop_nulls().unique().to_list()
    if odd:
        known = {text: moment for text in odd if (moment := read_date(text, order, serials=serials))}
        if known:
            values = values.fill_null(rest.replace_strict(known, default=None, return_dtype=_MOMENT))
    return values.set(~values.is_between(EARLIEST, LATEST), None)


def read_date(text: str, order: DateOrder = "day_first", *, serials: bool = False) -> datetime | None:
    """Read one date with or without a time; `None` when it is none.

    >>> read_date("06:54:25 11.04.2023")
    datetime.datetime(2023, 4, 11, 6, 54, 25)
    >>> read_date("5 ноября 2026 г.")
    datetime.datetime(2026, 11, 5, 0, 0)
    """
    clean = " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
    if re.fullmatch(r"\d+(?:\.\d+)?", clean):
        return _from_digits(clean, serials=serials)
    clean = re.sub(r"(?<=\d)T(?=\d)", " ", clean)
    clock = timedelta()
    time = _TIME.search(clean)
    if time:
        hours, minutes, seconds = (int(part or 0) for part in time.group(1, 2, 3))
        half = (time.group(4) or "").lower()[:1]
        if hours > 23 or minutes > 59 or seconds > 59 or (half and not 1 <= hours <= 12):
            return None
        if half:
            hours = hours % 12 + (12 if half == "p" else 0)
        clock = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        clean = (clean[: time.start()] + " " + _ZONE.sub("", clean[time.end() :].strip())).strip()
    day = _day(_DAY_WORD.sub(" ", clean).strip(" ,."), order)
    return day + clock if day else None


def _day(text: str, order: DateOrder) -> datetime | None:
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    if len(parts) != 3 or re.search(r"[^\w\s.,/\-\u2013]", text):
        return None
    numbers = [part for part in parts if part.isascii() and part.isdigit()]
    word = next((part for part in parts if not part.isdigit()), None)
    if word is not None:
        month = _MONTHS.get(word.casefold()[:3])
        if month is None or len(numbers) != 2:
            return None
        first, second = numbers
        return _date(first, month, second) if len(first) == 4 else _date(second, month, first)
    if len(numbers) != 3:
        return None
    if len(numbers[0]) == 4:
        return _date(numbers[0], int(numbers[1]), numbers[2])
    dotted = "." in text and "/" not in text and "-" not in text
    day, month_text = numbers[:2] if dotted or order == "day_first" else (numbers[1], numbers[0])
    return _date(numbers[2], int(month_text), day)


def _date(year: str, month: int, day: str) -> datetime | None:
    if len(year) not in {2, 4} or len(day) > 2:
        return None
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)
    try:
        return datetime(full, month, int(day))
    except ValueError:
        return None


def _from_digits(text: str, *, serials: bool) -> datetime | None:
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return _date(text[:4], int(text[4:6]), text[6:])
    if serials and _SERIALS[0] <= float(text) <= _SERIALS[1]:
        return _SERIAL_ZERO + timedelta(seconds=round(float(text) * 86400))
    return None


def month_start(text: str) -> datetime | None:
    """Read a month ("2026-03", "03.2026", "март 2026 г.") as its first day; `None` when it is none."""
    parts = re.findall(r"\d+|[^\W\d_]+", _DAY_WORD.sub(" ", text))
    if len(parts) != 2:
        return None
    year = next((part for part in parts if re.fullmatch("(?:19|20)[0-9]{2}", part)), None)
    month = parts[1] if parts[0] == year else parts[0]
    if year is None:
        return None
    number = int(month) if month.isdecimal() else _MONTHS.get(month.casefold()[:3], 0)
    return datetime(int(year), number, 1) if 1 <= number <= 12 else None
