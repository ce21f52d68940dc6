"""Numbers, shares and money as a person reads them in Russian, British English and Bulgarian.

Babel knows the marks and the grouping; added to it are the true minus, rounding half away from zero (as
spreadsheets round) and short money. `None` and NaN mean "undefined" and are written as a dash.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from babel.numbers import format_decimal, format_percent

from ..model.text import Language, Text

LOCALES: Final[dict[Language, str]] = {"ru": "ru", "en": "en_GB", "bg": "bg"}
NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
UNDEFINED: Final = "—"

SIGNS: Final = {
    "RUB": "₽",
    "EUR": "€",
    "USD": "$",
    "GBP": "£",
    "UAH": "₴",
    "KZT": "₸",
    "CNY": "¥",
    "TRY": "₺",
}
"""A currency that is not among these is written by its code."""

_UNITS: Final = {
    3: Text(ru=f"{NBSP}тыс.", en="k", bg=f"{NBSP}хил."),
    6: Text(ru=f"{NBSP}млн", en="m", bg=f"{NBSP}млн."),
    9: Text(ru=f"{NBSP}млрд", en="bn", bg=f"{NBSP}млрд."),
}

_OF: Final = Text(ru="из", en="of", bg="от")
_POINTS: Final = Text(ru=f"{NBSP}п.п.", en=" pp", bg=f"{NBSP}п.п.")
_SPAN: Final = Text(ru="от {low} до {high}", en="{low} to {high}", bg="от {low} до {high}")
_QUOTED: Final = Text(ru="«{}»", en="“{}”", bg="„{}“")
_WHOLE_PERCENT_BELOW: Final = 1000


def number(x: float | None, lang: Language, decimals: int = 0) -> str:
    """Return `x` with exactly `decimals` decimals: "1 234 567,5", "1,234,567.5"; a dash for `None` and NaN."""
    rounded = _rounded(x, decimals)
    if rounded is None:
        return UNDEFINED
    return _true_minus(format_decimal(rounded, format=_pattern(decimals), locale=LOCALES[lang]))


def signed(x: float | None, lang: Language, decimals: int = 0) -> str:
    """Return `x` with its sign always written: "+38", "−6", and plain "0" where nothing is left of it."""
    return _with_plus(number(x, lang, decimals), x, decimals)


def percent(x: float | None, lang: Language, decimals: int = 0) -> str:
    """Return a share (0..1) in percent: "24 %" in Russian, "24%" in English and Bulgarian."""
    rounded = _rounded(x, decimals + 2)
    if rounded is None:
        return UNDEFINED
    sign = f"{NBSP}%" if lang == "ru" else "%"
    return _true_minus(format_percent(rounded, format=_pattern(decimals) + sign, locale=LOCALES[lang]))


def signed_percent(x: float | None, lang: Language, decimals: int = 0) -> str:
    """Return a relative change (0.12 is +12 %) with its sign always written."""
    return _with_plus(percent(x, lang, decimals), x, decimals + 2)


def points(x: float | None, lang: Language, decimals: int = 0) -> str:
    """Return a difference of two shares (0..1) in percentage points: "3 п.п.", "3 pp"."""
    return UNDEFINED if _undefined(x) else number(_hundredfold(x), lang, decimals) + _POINTS.in_(lang)


def signed_points(x: float | None, lang: Language, decimals: int = 0) -> str:
    """Return a difference of two shares in percentage points with its sign always written."""
    return _with_plus(points(x, lang, decimals), x, decimals + 2)


def chance(x: float | None, lang: Language) -> str:
    """Return a probability in whole percent; what is over 99 or under 1 is written "> 99 %", "< 1 %"."""
    if x is not None and x > 0.99:
        return f">{NBSP}{percent(0.99, lang)}"
    if x is not None and x < 0.01:
        return f"<{NBSP}{percent(0.01, lang)}"
    return percent(x, lang)


def interval_percent(low: float | None, high: float | None, lang: Language, decimals: int = 0) -> str:
    """Return the bounds of a share in brackets, in percent without its sign: "[37–53]".

    With a negative bound it is a sentence, since a dash beside a minus cannot be read: "от −2 до +10". An
    empty string when a bound is undefined.
    """
    if _undefined(low) or _undefined(high):
        return ""
    if low is not None and low < 0:
        return span(_hundredfold(low), _hundredfold(high), lang, decimals)
    return f"[{number(_hundredfold(low), lang, decimals)}–{number(_hundredfold(high), lang, decimals)}]"


def span(low: float, high: float, lang: Language, decimals: int = 0) -> str:
    """Return a range: "40–48", or with signs and words where it begins below zero: "−2 to +10"."""
    if low >= 0:
        return f"{number(low, lang, decimals)}–{number(high, lang, decimals)}"
    bounds = {"low": signed(low, lang, decimals), "high": signed(high, lang, decimals)}
    return _SPAN.in_(lang).format(**bounds)


def counts(k: float, n: float, lang: Language) -> str:
    """Return the counts alone, as below the number of cases from which a share is shown: "3 из 7"."""
    return f"{number(k, lang)} {_OF.in_(lang)} {number(n, lang)}"


def k_of_n(k: float, n: float, lang: Language) -> str:
    """Return a share with what it was counted from: "64 из 142 = 45 %".

    Whole percent below a thousand cases, one decimal from there on; the counts alone when `n` is 0.
    """
    if n == 0:
        return counts(k, n, lang)
    return f"{counts(k, n, lang)} = {percent(k / n, lang, 0 if n < _WHOLE_PERCENT_BELOW else 1)}"


def about(x: float, lang: Language, decimals: int = 0) -> str:
    """Return a figure that is only meant roughly: "≈160"."""
    return f"≈{number(x, lang, decimals)}"


def quoted(name: str, lang: Language) -> str:
    """Return a name in the quotation marks of the language: «Вектор», “Vector”, „Вектор“."""
    return _QUOTED.in_(lang).format(name)


def money(
    x: float | None,
    lang: Language,
    currency: str,
    *,
    short: bool = True,
    scale: int | None = None,
    decimals: int | None = None,
) -> str:
    """Return a sum in a currency (ISO 4217 code): "48,0 млн ₽", "€12.0m", "12,0 млн. €".

    Short sums have at most three significant figures. `scale` is the power of ten of the unit (0, 3, 6, 9)
    and `decimals` the number of decimals; give both, with `money_scale`, where several sums stand in one chart.
    With `short=False` the sum is written out: without decimals when it is whole, with two when it is not.
    Nothing at all is written without a unit and decimals, and a dash stands for `None` and NaN.
    """
    if x is None or math.isnan(x):
        return UNDEFINED
    size = abs(float(x))
    if not short:
        scale, places = 0, 0 if size == int(size) else 2
    else:
        # Nothing is nothing in any unit.
        scale = 0 if not size else money_scale(size) if scale is None else scale
        places = _places(size, scale)
    figure = number(size / 10**scale, lang, places if decimals is None or not size else decimals)
    unit = _UNITS[scale].in_(lang) if scale else ""
    minus = MINUS if x < 0 and any(digit in "123456789" for digit in figure) else ""
    sign = SIGNS.get(currency, currency)
    if lang == "en":
        gap = NBSP if len(sign) > 1 else ""
        return f"{minus}{sign}{gap}{figure}{unit}"
    return f"{minus}{figure}{unit}{NBSP}{sign}"


def signed_money(x: float | None, lang: Language, currency: str, *, scale: int | None = None) -> str:
    """Return a short sum with its sign always written: "+38,0 млн ₽", "−€6.0m"; no sign at zero."""
    text = money(x, lang, currency, scale=scale)
    return f"+{text}" if x is not None and x > 0 and any(digit in "123456789" for digit in text) else text


def money_unit(scale: int, lang: Language, currency: str) -> str:
    """Return what sums of one scale are written in, for a heading: "млн ₽", "€m", "хил. €"."""
    unit = _UNITS[scale].in_(lang) if scale else ""
    sign = SIGNS.get(currency, currency)
    return f"{sign}{unit}" if lang == "en" else f"{unit}{NBSP}{sign}".strip(NBSP)


def money_scale(largest: float) -> int:
    """Return the power of ten (0, 3, 6 or 9) of the unit in which a sum of this size is written short.

    A sum that would be rounded up to a thousand of its unit already takes the next one.
    """
    for scale in (9, 6, 3):
        if abs(largest) >= 10**scale - 0.5 * 10 ** (scale - 3):
            return scale
    return 0


def _pattern(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _undefined(x: float | None) -> bool:
    return x is None or math.isnan(x)


def _hundredfold(x: float | None) -> float:
    # Through decimal text: 0.29 * 100 is 28.999999999999996 in binary.
    return float(Decimal(str(float(x or 0))) * 100)


def _rounded(x: float | None, decimals: int) -> Decimal | None:
    if x is None or math.isnan(x):
        return None
    rounded = Decimal(str(float(x))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def _with_plus(text: str, x: float | None, decimals: int) -> str:
    rounded = _rounded(x, decimals)
    return f"+{text}" if rounded is not None and rounded > 0 else text


def _true_minus(text: str) -> str:
    return text.replace("-", MINUS)


def _places(size: float, scale: int) -> int:
    figure = size / 10**scale
    whole = scale == 0 and figure == int(figure)
    return 0 if whole or round(figure, 1) >= 100 else 1
