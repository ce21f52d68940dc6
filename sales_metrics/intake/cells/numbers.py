"""Numbers as people type them: thousands, decimal commas, currencies, brackets for minus, percents, millions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

Mark = Literal[".", ","]

_SPACES: Final = "[\\s\u00a0\u2007\u2009\u202f'\u2019\u02bc`]"
_MINUS: Final = re.compile("[\u2212\u2010-\u2015\ufe63\uff0d]")
_WORDS_OF_SCALE: Final = (
    (re.compile(r"(?:млрд|billions?|bn)\.?$"), 1e9),
    (re.compile(r"(?:млн|милиона?|millions?|mln|mio|m)\.?$"), 1e6),
    (re.compile(r"(?:тысяч[аи]?|тыс|хил(?:яди)?|thousands?|ths|k|к)\.?$"), 1e3),
)
_CURRENCY: Final = re.compile(
    r"^(?:[$€£₽₸₴¥]|usd|eur|gbp|rub|rur|bgn|kzt|uah|byn|us\$)\s*|"
    r"\s*(?:[$€£₽₸₴¥]|usd|eur|gbp|rub|rur|bgn|kzt|uah|byn|руб(?:л(?:ей|я|ь))?\.?|р\.?|лв\.?|лева|грн\.?|тг\.?|тенге|"
    r"евро|euro?s?|долл?\.?|шт\.?|бр\.?|pcs\.?)$"
)
_DIGITS: Final = re.compile(r"\d+")
_LOOKED_AT: Final = 1_000
_COMMA: Final = r"^-?[0-9]+,[0-9]{1,2}$"
_COMMA_OR_WHOLE: Final = r"^-?[0-9]+(?:,[0-9]{1,2})?$"
_PLAIN: Final = r"^[+-]?(?:\d+\.?\d*|\.\d+)$"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers: values (null where blank or unreadable), which cells had a percent sign, the mark.

    `guessed` is true when the column alone could not tell "1,234" from "1.234".
    """

    values: pl.Series
    percent: pl.Series
    mark: Mark
    guessed: bool = False
    odd: bool = True
    """Whether any cell is more than digits with a point."""


def decimal_mark(texts: pl.Series, *, whole_thousands: bool) -> tuple[Mark, bool]:
    """Tell which of "." and "," is the decimal mark of a column, and whether that is a guess.

    A mark that repeats in a number or stands before the other one parts thousands. One that is never followed
    by exactly three digits is decimal. Where every cell looks like "1,234", `whole_thousands` decides: money
    is hardly ever quoted in thousandths, quantities are.
    """
    with_mark = texts.filter(texts.str.contains("[.,]")).str.replace_all(_SPACES, "").unique()
    if not len(with_mark):
        return ".", False
    if not with_mark.str.contains(",", literal=True).any() and with_mark.str.contains(r"\.\d{1,2}(?:\D|$)").any():
        return ".", False
    votes: dict[Mark, int] = {".": 0, ",": 0}
    unsure: Mark | None = None
    for text in with_mark.head(5000).to_list():
        mark, certain = _mark_of(text)
        if mark and certain:
            votes[mark] += 1
        elif mark:
            unsure = mark
    if any(votes.values()):
        return (",", False) if votes[","] > votes["."] else (".", False)
    if unsure is None:
        return ".", False
    return (_other(unsure) if whole_thousands else unsure), True


def _mark_of(text: str) -> tuple[Mark | None, bool]:
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        return (",", True) if text.rfind(",") > text.rfind(".") else (".", True)
    if not dots and not commas:
        return None, False
    mark: Mark = "." if dots else ","
    if dots + commas > 1:
        return _other(mark), True
    before, _, after = text.partition(mark)
    head = _DIGITS.findall(before)
    tail = _DIGITS.match(after)
    if tail is None:
        return None, False
    in_front = head[-1] if head else ""
    if len(tail.group()) != 3 or not in_front or in_front.startswith("0") or len(in_front) > 3:
        return mark, True
    return mark, False


def _other(mark: Mark) -> Mark:
    return "," if mark == "." else "."


def read_numbers(texts: pl.Series, *, typed: bool, whole_thousands: bool = True) -> Numbers:
    """Read a column of trimmed texts as numbers.

    `typed` says that somebody typed them (a text file); in a workbook a plain "1234.5" is a numeric cell. Not
    a number, and so null: exponents and "NaN" in a text file, other letters, badly grouped thousands.
    """
    if typed:
        commas = _with_commas(texts)
        if commas is not None:
            return commas
    usual = texts.str.contains(_PLAIN if typed else _PLAIN[:-1] + r"(?:[eE][+-]?\d+)?$").fill_null(value=False)
    no_percent = pl.repeat(value=False, n=len(texts), dtype=pl.Boolean, eager=True)
    odd = ~usual & texts.is_not_null()
    dotted = typed and texts.str.contains(r"^[+-]?\d{1,3}\.\d{3}$").any()
    if not odd.any() and not dotted:
        return Numbers(texts.cast(pl.Float64, strict=False), no_percent, ".", odd=False)
    mark, guessed = decimal_mark(texts if typed else texts.filter(odd), whole_thousands=whole_thousands)
    direct = usual if mark == "." or not typed else usual & ~texts.str.contains(".", literal=True)
    values = pl.select(pl.when(direct).then(texts.cast(pl.Float64, strict=False))).to_series()
    rest = pl.select(pl.when(~direct).then(texts)).to_series()
    values = values.fill_null(_grouped(rest, mark))
    left = rest.filter(values.is_null()).drop_nulls().unique()
    known = {text: number for text in left.to_list() if (number := read_number(text, mark)) is not None}
    percent = no_percent
    if known:
        odd_ones = rest.filter(values.is_null())
        values = values.fill_null(rest.replace_strict(known, default=None, return_dtype=pl.Float64))
        if odd_ones.str.contains("%", literal=True).any():
            percent = texts.str.contains("%", literal=True).fill_null(value=False)
    return Numbers(values.set(values.is_infinite(), None), percent, mark, guessed)


def _with_commas(texts: pl.Series) -> Numbers | None:
    """Read a column of whole numbers and of numbers with one or two digits after a comma, as most exports are.

    `None` for every other column, and where no cell has a comma.
    """
    if not texts.head(_LOOKED_AT).str.contains(_COMMA).any() or not texts.str.contains(_COMMA_OR_WHOLE).all():
        return None
    values = texts.str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    # Nothing but digits, so no cell has a currency or a percent sign.
    percent = pl.repeat(value=False, n=len(texts), dtype=pl.Boolean, eager=True)
    return Numbers(values.set(values.is_infinite(), None), percent, ",", odd=False)


def _grouped(texts: pl.Series, mark: Mark) -> pl.Series:
    """Read "1 234 567,89" all at once; whatever is written otherwise stays null."""
    other = re.escape(_other(mark))
    groups = rf"(?:{_SPACES}|{other})"
    shape = rf"^-?(?:\d{{1,3}}(?:{groups}\d{{3}})+|\d+)(?:{re.escape(mark)}\d+)?$"
    fitting = pl.select(pl.when(texts.str.contains(shape)).then(texts)).to_series()
    bare = fitting.str.replace_all(groups, "")
    return (bare.str.replace(",", ".", literal=True) if mark == "," else bare).cast(pl.Float64, strict=False)


def read_number(text: str, mark: Mark = ".") -> float | None:
    """Read one number as a person typed it; `None` when it is none. A percent sign is dropped.

    >>> read_number("(1 234,56) руб.", ",")
    -1234.56
    >>> read_number("1,5 млн", ",")
    1500000.0
    """
    rest = _MINUS.sub("-", text.strip().casefold()).replace("%", "").strip()
    negative = signed = False
    factor = 1.0
    for _ in range(4):
        before = rest
        rest = _CURRENCY.sub("", rest).strip()
        if rest.startswith("(") and rest.endswith(")"):
            negative, rest = not negative, rest[1:-1].strip()
        if not signed and (rest.startswith("-") or rest.endswith("-")):
            signed, negative = True, not negative
            rest = (rest[1:] if rest.startswith("-") else rest[:-1]).strip()
        for pattern, scale in _WORDS_OF_SCALE:
            if factor == 1.0 and re.match(r"[\d.,\s]", rest) and pattern.search(rest):
                factor, rest = scale, pattern.sub("", rest).strip()
        if rest == before:
            break
    rest = rest.removeprefix("+").strip()
    other = re.escape(_other(mark))
    groups = rf"(?:{_SPACES}|{other})"
    if not re.fullmatch(
        rf"(?:[0-9]{{1,3}}(?:{groups}[0-9]{{3}})+|[0-9]+)?(?:{re.escape(mark)}[0-9]*)?", rest
    ) or not re.search("[0-9]", rest):
        return None
    value = float(re.sub(groups, "", rest).replace(",", ".")) * factor
    return -value if negative else value
