from __future__ import annotations

from datetime import date, datetime

import pytest

from sales_metrics.model.period import Period
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text.dates import (
    day,
    day_on_axis,
    moment,
    month_name,
    month_of_year,
    month_on_axis,
    period_name,
    period_text,
    week_label,
)

N = "\u00a0"
NOVEMBER_21 = date(2026, 11, 21)
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("lang", "whole", "axis", "week"),
    [
        ("ru", "21.11.2026", "21.11", f"нед.{N}47"),
        ("en", "21 Nov 2026", "21 Nov", "wk 47"),
        ("bg", f"21.11.2026{N}г.", "21.11", f"седм.{N}47"),
    ],
)
def test_day_and_week(lang: Language, whole: str, axis: str, week: str) -> None:
    assert day(NOVEMBER_21, lang) == whole
    assert day_on_axis(NOVEMBER_21, lang) == axis
    assert week_label(NOVEMBER_21, lang) == week_label(47, lang) == week


def test_a_day_below_ten() -> None:
    assert [day_on_axis(date(2026, 3, 5), lang) for lang in LANGUAGES] == ["05.03", "5 Mar", "05.03"]


def test_an_iso_week_belongs_to_the_year_of_its_thursday() -> None:
    assert week_label(date(2027, 1, 3), "en") == "wk 53"
    assert week_label(date(2027, 1, 4), "en") == "wk 1"


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("ru", ["сент.", "окт.", "нояб.", "дек."]),
        ("en", ["Sep", "Oct", "Nov", "Dec"]),
        ("bg", ["септ.", "окт.", "ноем.", "дек."]),
    ],
)
def test_short_months(lang: Language, names: list[str]) -> None:
    assert [month_name(month, lang) for month in (9, 10, 11, 12)] == names


def test_months_in_full_stand_in_the_nominative() -> None:
    assert [month_name(11, lang, short=False) for lang in LANGUAGES] == ["ноябрь", "November", "ноември"]
    said = [month_of_year(NOVEMBER_21, lang) for lang in LANGUAGES]
    assert said == ["ноябрь 2026", "November 2026", f"ноември 2026{N}г."]


def test_an_axis_of_months_tells_the_year_at_each_january() -> None:
    months = (date(2026, 12, 1), date(2027, 1, 31), date(2027, 2, 1))
    assert [month_on_axis(on, "en") for on in months] == ["Dec", "Jan 2027", "Feb"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_month_beyond_twelve(lang: Language) -> None:
    with pytest.raises(ValueError, match="month"):
        month_name(13, lang)


def test_moment() -> None:
    assert moment(datetime(2026, 11, 21, 18, 5), "ru") == "21.11.2026, 18:05"


def test_a_period_by_its_days() -> None:
    said = [period_text(QUARTER, lang) for lang in LANGUAGES]
    assert said == ["01.07–30.09.2026", "1 Jul – 30 Sep 2026", f"01.07–30.09.2026{N}г."]
    over_new_year = Period(date(2025, 12, 1), date(2026, 1, 31))
    said = [period_text(over_new_year, lang) for lang in LANGUAGES]
    assert said == ["01.12.2025–31.01.2026", "1 Dec 2025 – 31 Jan 2026", f"01.12.2025{N}г. – 31.01.2026{N}г."]
    assert period_text(Period(NOVEMBER_21, NOVEMBER_21), "en") == "21 Nov 2026"


def test_open_periods() -> None:
    assert [period_text(Period(start=NOVEMBER_21), lang) for lang in LANGUAGES] == [
        "с 21.11.2026",
        "from 21 Nov 2026",
        f"от 21.11.2026{N}г.",
    ]
    assert period_text(Period(end=NOVEMBER_21), "ru") == "по 21.11.2026"
    assert [period_name(Period(), lang) for lang in LANGUAGES] == ["за всё время", "all time", "за цялото време"]


def test_whole_months_quarters_and_years_have_names() -> None:
    assert [period_name(QUARTER, lang) for lang in LANGUAGES] == [
        "III квартал 2026",
        "Q3 2026",
        f"III тримесечие 2026{N}г.",
    ]
    assert period_name(Period.month("2026-02"), "en") == "February 2026"
    assert period_name(Period(date(2026, 1, 1), date(2026, 12, 31)), "ru") == "2026 год"


@pytest.mark.parametrize(
    "period",
    [
        Period(date(2026, 2, 1), date(2026, 4, 30)),
        Period(date(2026, 7, 1), date(2026, 9, 29)),
        Period(date(2026, 7, 2), date(2026, 9, 30)),
        Period(date(2026, 7, 1), date(2027, 6, 30)),
    ],
)
def test_other_stretches_keep_their_days(period: Period) -> None:
    assert period_name(period, "en") == period_text(period, "en")
