from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text.numbers import (
    about,
    chance,
    counts,
    interval_percent,
    k_of_n,
    money,
    money_scale,
    money_unit,
    number,
    percent,
    points,
    quoted,
    signed,
    signed_money,
    signed_percent,
    signed_points,
    span,
)

N = "\u00a0"
MINUS = "\u2212"
CURRENCY: dict[Language, str] = {"ru": "RUB", "en": "EUR", "bg": "EUR"}


def all_three(say: dict[Language, str]) -> list[tuple[Language, str]]:
    return [(language, say[language]) for language in LANGUAGES]


@pytest.mark.parametrize(
    ("lang", "said"), all_three({"ru": f"1{N}234{N}567,5", "en": "1,234,567.5", "bg": f"1{N}234{N}567,5"})
)
def test_a_number_is_grouped_as_the_language_groups_it(lang: Language, said: str) -> None:
    assert number(1234567.5, lang, 1) == said


@pytest.mark.parametrize(("lang", "said"), all_three({"ru": f"24{N}%", "en": "24%", "bg": "24%"}))
def test_percent(lang: Language, said: str) -> None:
    assert percent(0.24, lang) == said


@pytest.mark.parametrize(("lang", "said"), all_three({"ru": f"3{N}п.п.", "en": "3 pp", "bg": f"3{N}п.п."}))
def test_points(lang: Language, said: str) -> None:
    assert points(0.03, lang) == said


@pytest.mark.parametrize(
    ("lang", "million", "thousand"),
    [
        ("ru", f"48,0{N}млн{N}₽", f"350{N}тыс.{N}₽"),
        ("en", "€48.0m", "€350k"),
        ("bg", f"48,0{N}млн.{N}€", f"350{N}хил.{N}€"),
    ],
)
def test_short_money(lang: Language, million: str, thousand: str) -> None:
    assert money(48e6, lang, CURRENCY[lang]) == million
    assert money(350e3, lang, CURRENCY[lang]) == thousand


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0, "€0"),
        (12.5, "€12.5"),
        (999, "€999"),
        (999.4, "€999"),
        (999.6, "€1.0k"),
        (5_840, "€5.8k"),
        (99_960, "€100k"),
        (999_499, "€999k"),
        (999_500, "€1.0m"),
        (3_940_000, "€3.9m"),
        (412_400_000, "€412m"),
        (2.25e9, "€2.3bn"),
        (-3_940_000, f"{MINUS}€3.9m"),
    ],
)
def test_short_money_has_three_figures_at_most_and_never_a_thousand_of_a_unit(amount: float, said: str) -> None:
    assert money(amount, "en", "EUR") == said


@pytest.mark.parametrize(
    ("language", "scale", "currency", "unit"),
    [
        ("ru", 6, "RUB", "млн\u00a0₽"),
        ("en", 3, "EUR", "€k"),
        ("bg", 3, "EUR", "хил.\u00a0€"),
        ("en", 0, "EUR", "€"),
        ("ru", 0, "RUB", "₽"),
        ("ru", 3, "", "тыс."),
    ],
)
def test_the_unit_of_sums_in_a_heading(language: Language, scale: int, currency: str, unit: str) -> None:
    assert money_unit(scale, language, currency) == unit


def test_nothing_has_neither_unit_nor_decimals() -> None:
    assert money(0.0, "ru", "RUB", scale=6) == f"0{N}₽"
    assert money(0, "en", "EUR", scale=3, decimals=1) == "€0"
    assert money(1, "en", "EUR", scale=3, decimals=1) == "€0.0k"


def test_money_in_full() -> None:
    assert money(48_000_000, "ru", "RUB", short=False) == f"48{N}000{N}000{N}₽"
    assert money(1234.5, "en", "EUR", short=False) == "€1,234.50"
    assert money(1234.5, "bg", "EUR", short=False) == f"1{N}234,50{N}€"


def test_a_currency_without_a_sign_is_written_by_its_code() -> None:
    assert money(12e6, "en", "BYN") == f"BYN{N}12.0m"
    assert money(12e6, "ru", "BYN") == f"12,0{N}млн{N}BYN"


def test_one_unit_for_a_whole_chart() -> None:
    scale = money_scale(48e6)
    assert [money(x, "en", "EUR", scale=scale, decimals=1) for x in (48e6, 350e3)] == ["€48.0m", "€0.4m"]


@pytest.mark.parametrize(
    ("lang", "said"),
    all_three({"ru": f"64 из 142 = 45{N}%", "en": "64 of 142 = 45%", "bg": "64 от 142 = 45%"}),
)
def test_k_of_n(lang: Language, said: str) -> None:
    assert k_of_n(64, 142, lang) == said


def test_k_of_n_has_a_decimal_from_a_thousand_cases_and_no_share_of_nothing() -> None:
    assert k_of_n(1, 999, "en") == "1 of 999 = 0%"
    assert k_of_n(333, 1000, "en") == "333 of 1,000 = 33.3%"
    assert k_of_n(0, 0, "en") == counts(0, 0, "en") == "0 of 0"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_interval_is_in_brackets_without_the_percent_sign(lang: Language) -> None:
    assert interval_percent(0.37, 0.53, lang) == "[37–53]"
    assert interval_percent(None, 0.53, lang) == interval_percent(0.1, float("nan"), lang) == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    all_three({"ru": f"от {MINUS}2 до +10", "en": f"{MINUS}2 to +10", "bg": f"от {MINUS}2 до +10"}),
)
def test_a_range_that_begins_below_zero_has_no_dash_beside_a_sign(lang: Language, said: str) -> None:
    assert span(-2, 10, lang) == said
    assert interval_percent(-0.02, 0.1, lang) == said


def test_a_range_above_zero() -> None:
    assert span(39.9, 48.3, "ru", 1) == "39,9–48,3"


def test_signs() -> None:
    assert [signed(x, "en") for x in (38, -6, 0, 0.2, -0.2)] == ["+38", f"{MINUS}6", "0", "0", "0"]
    assert signed_percent(0.12, "ru") == f"+12{N}%"
    assert signed_points(-0.03, "ru") == f"{MINUS}3{N}п.п."
    assert signed_money(38e6, "ru", "RUB") == f"+38,0{N}млн{N}₽"
    assert signed_money(-6e6, "en", "EUR") == f"{MINUS}€6.0m"
    assert signed_money(0, "en", "EUR") == "€0"


def test_halves_are_rounded_away_from_zero_as_spreadsheets_do() -> None:
    assert [number(x, "en") for x in (0.5, 1.5, 2.5, -2.5)] == ["1", "2", "3", f"{MINUS}3"]
    assert percent(0.125, "en") == "13%"
    assert percent(0.29, "en") == "29%"
    assert points(0.285, "en", 1) == "28.5 pp"


def test_certainty_is_never_claimed() -> None:
    assert [chance(x, "en") for x in (0.999, 0.83, 0.001)] == [f">{N}99%", "83%", f"<{N}1%"]
    assert chance(0.999, "ru") == f">{N}99{N}%"


@pytest.mark.parametrize("nothing", [None, float("nan")])
def test_undefined_is_a_dash(nothing: float | None) -> None:
    assert {number(nothing, "ru"), percent(nothing, "en"), money(nothing, "bg", "EUR"), points(nothing, "ru")} == {
        "—"
    }


def test_quotation_marks_and_about() -> None:
    assert [quoted("Вектор", lang) for lang in LANGUAGES] == ["«Вектор»", "“Вектор”", "„Вектор“"]
    assert about(160, "ru") == "≈160"


@given(st.floats(-1e12, 1e12), st.sampled_from(LANGUAGES), st.integers(0, 3))
def test_laws_of_every_number(x: float, lang: Language, decimals: int) -> None:
    written = (number(x, lang, decimals), signed(x, lang, decimals), money(x, lang, "RUB"), percent(x / 1e9, lang))
    for text in written:
        assert "-" not in text
        assert " " not in text
        assert "\u202f" not in text
        assert not re.fullmatch(rf"[{MINUS}+]0+([.,]0+)?", text)


@given(st.floats(-1e12, 1e12), st.sampled_from(LANGUAGES))
def test_a_written_number_reads_back(x: float, lang: Language) -> None:
    text = number(x, lang, 2).replace(MINUS, "-").replace(N, "")
    text = text.replace(",", "") if lang == "en" else text.replace(",", ".")
    assert float(text) == pytest.approx(x, abs=0.0051)


@given(st.floats(0, 9e11))
def test_short_money_is_within_one_in_twenty(x: float) -> None:
    text = money(x, "en", "EUR").removeprefix("€")
    unit = {"k": 1e3, "m": 1e6, "n": 1e9}.get(text[-1], 1)
    assert float(text.rstrip("kmbn")) * unit == pytest.approx(x, rel=0.05, abs=0.5)
