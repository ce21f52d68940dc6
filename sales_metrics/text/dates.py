"""Days, months, weeks and periods as a person reads them in the three languages."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from babel.dates import format_date

from ..model.period import Period
from ..model.text import Language, Text
from .numbers import NBSP

# British tables write "Sept" among months of three letters; the patterns below are British all the same.
_LOCALES: Final[dict[Language, str]] = {"ru": "ru", "en": "en", "bg": "bg"}

_DAY: Final = Text(ru="dd.MM.yyyy", en="d MMM yyyy", bg=f"dd.MM.yyyy{NBSP}'г.'")
_DAY_ON_AXIS: Final = Text(ru="dd.MM", en="d MMM", bg="dd.MM")
_YEAR_AFTER_NAME: Final = Text(ru="{name} {year}", en="{name} {year}", bg=f"{{name}} {{year}}{NBSP}г.")
_WEEK: Final = Text(ru=f"нед.{NBSP}{{week}}", en="wk {week}", bg=f"седм.{NBSP}{{week}}")
_QUARTER: Final = Text(
    ru="{roman} квартал {year}", en="Q{number} {year}", bg=f"{{roman}} тримесечие {{year}}{NBSP}г."
)
_YEAR: Final = Text(ru="{year} год", en="{year}", bg=f"{{year}}{NBSP}г.")
_SINCE: Final = Text(ru="с {day}", en="from {day}", bg="от {day}")
_UNTIL: Final = Text(ru="по {day}", en="to {day}", bg="до {day}")
_EVERYTHING: Final = Text(ru="за всё время", en="all time", bg="за цялото време")
_ROMAN: Final = ("I", "II", "III", "IV")

# The Unicode tables shorten Bulgarian months to three letters without a stop, which is not how they are written.
_BULGARIAN_MONTHS: Final = (
    *("ян.", "февр.", "март", "апр.", "май", "юни"),
    *("юли", "авг.", "септ.", "окт.", "ноем.", "дек."),
)


def day(on: date, lang: Language) -> str:
    """Return a day: "21.11.2026", "21 Nov 2026", "21.11.2026 г."."""
    return format_date(on, format=_DAY.in_(lang), locale=_LOCALES[lang])


def day_on_axis(on: date, lang: Language) -> str:
    """Return a day without its year, for an axis: "21.11", "21 Nov", "21.11"."""
    return format_date(on, format=_DAY_ON_AXIS.in_(lang), locale=_LOCALES[lang])


def month_on_axis(on: date, lang: Language) -> str:
    """Return the month of a day for an axis, January with its year: "нояб.", "Jan 2027"."""
    name = month_name(on.month, lang)
    return f"{name} {on.year}" if on.month == 1 else name


def moment(at: datetime, lang: Language) -> str:
    """Return a day with the time on the 24-hour clock: "21.11.2026, 18:00"."""
    return f"{day(at.date(), lang)}, {at:%H:%M}"


def month_name(month: int, lang: Language, *, short: bool = True) -> str:
    """Return the name of a month (1..12) standing alone: "нояб.", "Nov", "ноем."; in full: "ноябрь".

    Raises `ValueError` for a number that is no month.
    """
    on = date(2000, month, 1)
    if short and lang == "bg":
        return _BULGARIAN_MONTHS[month - 1]
    return format_date(on, format="LLL" if short else "LLLL", locale=_LOCALES[lang])


def month_of_year(on: date, lang: Language) -> str:
    """Return month and year: "ноябрь 2026", "November 2026", "ноември 2026 г."."""
    return _YEAR_AFTER_NAME.in_(lang).format(name=month_name(on.month, lang, short=False), year=on.year)


def week_label(week: int | date, lang: Language) -> str:
    """Return the label of an ISO week, given its number or any of its days: "нед. 47", "wk 47", "седм. 47"."""
    number = week.isocalendar().week if isinstance(week, date) else week
    return _WEEK.in_(lang).format(week=number)


def period_text(period: Period, lang: Language) -> str:
    """Return a period by its days: "01.07–30.09.2026", "1 Jul – 30 Sep 2026"; "all time" when it is open.

    The year is written once when both ends share it. English spaces the dash, since its dates hold spaces.
    """
    if period.start is None or period.end is None:
        if period.start is not None:
            return _SINCE.in_(lang).format(day=day(period.start, lang))
        if period.end is not None:
            return _UNTIL.in_(lang).format(day=day(period.end, lang))
        return _EVERYTHING.in_(lang)
    if period.start == period.end:
        return day(period.end, lang)
    same_year = period.start.year == period.end.year
    start = day_on_axis(period.start, lang) if same_year else day(period.start, lang)
    dash = " – " if lang == "en" or (lang == "bg" and not same_year) else "–"
    return f"{start}{dash}{day(period.end, lang)}"


def period_name(period: Period, lang: Language) -> str:
    """Return a whole month, quarter or year by its name ("III квартал 2026"), any other period by its days."""
    start, end = period.start, period.end
    if start is None or end is None:
        return period_text(period, lang)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    first = Period.month(f"{start.year}-{start.month:02d}")
    last = Period.month(f"{end.year}-{end.month:02d}")
    if start != first.start or end != last.end:
        return period_text(period, lang)
    if months == 1:
        return month_of_year(start, lang)
    if months == 3 and start.month % 3 == 1:
        quarter = start.month // 3
        return _QUARTER.in_(lang).format(roman=_ROMAN[quarter], number=quarter + 1, year=start.year)
    if months == 12 and start.month == 1:
        return _YEAR.in_(lang).format(year=start.year)
    return period_text(period, lang)


def period_said(period: Period, lang: Language) -> str:
    """Return a period as one says it: a single month by its name, anything else by the name of the period."""
    if period.start and period.end and (period.end - period.start).days < 31:
        return month_of_year(period.start, lang)
    return period_name(period, lang)
