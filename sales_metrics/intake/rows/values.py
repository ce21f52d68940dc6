"""Typing of one column: texts to numbers, dates, codes; what cannot be typed is told cell by cell.

Longer than most because there is a function for each kind of column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import polars as pl

from ...model.tables import Choice, Column, Kind
from ..cells.blanks import DASHES, NOT_KNOWN, UNCHOSEN, without, word_set
from ..cells.dates import month_start, read_dates
from ..cells.numbers import Numbers, read_numbers
from ..recognition.headings import Heading, currency_code, plain_text
from ..recognition.profiles import bare, spoken_words
from ..types import DateOrder

_NUMERIC: Final = frozenset({Kind.MONEY, Kind.NUMBER, Kind.SHARE, Kind.SCORE})
_YES: Final = word_set("да yes y true 1 + истина вярно д ✓ x х возврат return")
_NO: Final = word_set("нет не no n false 0 - ложь невярно н")
_DENIALS: Final = word_set("не нет no not без un never няма")
_MIXED_ALPHABETS: Final = r"[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]"
_OUT_OF_TEN: Final = re.compile(r"(\d+)(?:[.,]0+)?\s*(?:/|из|of|от)\s*(?:5|10)")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the cells of a column that the user ought to know; `at` is the first of `count` rows."""

    problem: str
    at: int
    count: int = 1
    found: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """One column after typing. `problems` names what is wrong with a cell, null where nothing is."""

    values: pl.Series
    problems: pl.Series | None = None
    remarks: tuple[Remark, ...] = ()
    limit: str = ""
    currencies: pl.Series | None = field(default=None)
    """Currency codes that stood in the cells beside the sums."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the cells of a file are to be read.

    `typed` whether somebody typed the numbers (a text file), `order` how 05/06/2026 is meant, `guessed` whether
    that is an assumption.
    """

    typed: bool = False
    order: DateOrder = "day_first"
    guessed: bool = False


def read_column(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    """Type a column of trimmed texts as the kind of `column` wants it.

    Dashes and "n/a" are blank in every kind; "NA", "None" and "TRUE" are names like any other.
    """
    texts = without(texts, *DASHES, *NOT_KNOWN, *(() if column.kind is Kind.NAME else UNCHOSEN))
    return _READERS[column.kind](column, texts, heading, manner)


def _name(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    quoted = texts.str.starts_with("'").fill_null(value=False)
    if quoted.any():
        quoted = texts.str.contains("^'[=+@-]").fill_null(value=False)
        texts = pl.select(pl.when(quoted).then(texts.str.slice(1)).otherwise(texts)).to_series()
    if column.key not in {"client", "manager"}:
        return Typed(texts)
    mixed = texts.str.contains(_MIXED_ALPHABETS).fill_null(value=False)
    return Typed(texts, remarks=_remark("mixed_alphabets", mixed, texts))


def _text(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    return Typed(texts)


def _id(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    quoted = texts.str.starts_with("'")
    if quoted.any():
        texts = texts.str.strip_prefix("'")
    pointed = texts.str.ends_with(".0").fill_null(value=False)
    if pointed.any() and 2 * int(pointed.sum()) >= len(texts) - texts.null_count():
        texts = texts.str.replace(r"^(\d+)\.0$", "$1")
    if not texts.str.contains("+", literal=True).any():
        return Typed(texts)
    rounded = texts.str.contains(r"^\d([.,]\d+)?[eE]\+\d+$").fill_null(value=False)
    return Typed(texts, remarks=_remark("id_rounded", rounded, texts))


def _numbers(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    numbers = read_numbers(texts, typed=manner.typed, whole_thousands=column.kind is Kind.MONEY)
    values = numbers.values if heading.scale == 1.0 else numbers.values * heading.scale
    bad = texts.is_not_null() & values.is_null()
    remarks: tuple[Remark, ...] = ()
    if numbers.guessed:
        marked = texts.str.contains(r"^\d{1,3}[.,]\d{3}$").fill_null(value=False)
        remarks = _remark("ambiguous_numbers", marked, texts, numbers.mark)
    currencies = _currencies(texts) if column.kind is Kind.MONEY and numbers.odd else None
    return Typed(values, _problems(bad, "bad_number"), remarks, currencies=currencies)


def _currencies(texts: pl.Series) -> pl.Series | None:
    marks = texts.str.extract(r"([$€£₽₸₴]|\p{L}{1,7})")
    known = {mark: code for mark in marks.drop_nulls().unique().to_list() if (code := currency_code(mark))}
    return marks.replace_strict(known, default=None, return_dtype=pl.String) if known else None


def _share(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    numbers: Numbers = read_numbers(texts, typed=manner.typed, whole_thousands=False)
    highest = numbers.values.filter(~numbers.percent).max()
    hundred = numbers.percent | (highest is not None and float(str(highest)) > 1)
    values = pl.select(pl.when(hundred).then(numbers.values / 100).otherwise(numbers.values)).to_series()
    bad = texts.is_not_null() & values.is_null()
    beyond = (values < 0) | (values > 1)
    problems = pl.select(
        pl.when(bad).then(pl.lit("bad_number")).when(beyond).then(pl.lit("share_out_of_range"))
    ).to_series()
    return Typed(values, problems if (bad | beyond).any() else None, limit="0..100 %")


def _score(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    values = read_numbers(texts, typed=manner.typed, whole_thousands=False).values
    left = texts.filter(values.is_null()).drop_nulls().unique().to_list()
    known = {text: float(found.group(1)) for text in left if (found := _OUT_OF_TEN.fullmatch(text.casefold()))}
    if known:
        values = values.fill_null(texts.replace_strict(known, default=None, return_dtype=pl.Float64))
    bad = texts.is_not_null() & (values.is_null() | (values != values.floor()).fill_null(value=False))
    low, high = column.low or 0, column.high or 10
    beyond = ~bad & ~values.is_between(low, high)
    problems = pl.select(
        pl.when(bad).then(pl.lit("bad_score")).when(beyond).then(pl.lit("score_out_of_range"))
    ).to_series()
    whole = values.set(bad | beyond.fill_null(value=False), None).cast(pl.Int64)
    return Typed(whole, problems if (bad | beyond).any() else None, limit=f"{low}..{high}")


def _day(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    moments = _moment(column, texts, heading, manner)
    return Typed(moments.values.cast(pl.Date), moments.problems, moments.remarks)


def _moment(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    values = read_dates(texts, manner.order, serials=True)
    if column.key == "month" and values.null_count() > texts.null_count():
        left = texts.filter(values.is_null()).drop_nulls().unique().to_list()
        known: dict[str, datetime] = {text: month for text in left if (month := month_start(text))}
        values = values.fill_null(texts.replace_strict(known, default=None, return_dtype=pl.Datetime("us")))
    bad = texts.is_not_null() & values.is_null()
    remarks: tuple[Remark, ...] = ()
    if manner.guessed:
        unsure = texts.str.contains(r"^\d{1,2}[/-]\d{1,2}[/-]\d").fill_null(value=False)
        remarks = _remark("ambiguous_dates", unsure, texts, "DD/MM" if manner.order == "day_first" else "MM/DD")
    return Typed(values, _problems(bad, "bad_date"), remarks)


def _yes_no(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    kinds = texts.drop_nulls().unique().to_list()
    known = {text: plain_text(text) in _YES for text in kinds if plain_text(text) in _YES | _NO}
    return _coded(texts, known, pl.Boolean)


def _choice(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    kinds = texts.drop_nulls().unique().to_list()
    known = {text: code for text in kinds if (code := code_of(text, column.choices))}
    typed = _coded(texts, known, pl.String)
    if column.key == "kind" and any(choice.code == "other" for choice in column.choices):
        other = pl.select(pl.when(texts.is_not_null()).then(pl.lit("other"))).to_series()
        return Typed(typed.values.fill_null(other), remarks=typed.remarks)
    return typed


def code_of(text: str, choices: tuple[Choice, ...]) -> str | None:
    """Return the code that a word stands for, whole or as a part of the text; a denied part does not count.

    >>> from ..model.tables import TABLES
    >>> code_of("Звонок (исходящий)", TABLES["contacts"].column("kind").choices)
    'call'
    """
    spoken = spoken_words(choices)
    plain = bare(text)
    if plain in spoken:
        return spoken[plain]
    tokens = plain.split()
    if len(tokens) < 2 or _DENIALS & set(tokens):
        return None
    inside = [word for word in spoken if len(word) > 3 and f" {word} " in f" {plain} "]
    codes = {spoken[word] for word in inside}
    return codes.pop() if len(codes) == 1 else None


def _coded(texts: pl.Series, known: Mapping[str, object], dtype: type[pl.DataType]) -> Typed:
    if not known:
        values = pl.repeat(None, len(texts), dtype=dtype, eager=True)
    else:
        values = in_other_words(texts, known, dtype)
    unknown = texts.is_not_null() & values.is_null()
    kinds = texts.filter(unknown).value_counts(sort=True).rows() if unknown.any() else []
    remarks = tuple(
        Remark("unknown_word", int(str((texts == text).arg_true()[0])), count, text) for text, count in kinds[:5]
    )
    return Typed(values, remarks=remarks)


def in_other_words(texts: pl.Series, known: Mapping[str, object], dtype: type[pl.DataType]) -> pl.Series:
    """Return what `known` says in place of each text, null for any other; quick where few texts repeat often."""
    if not known or 20 * len(known) > len(texts):
        return texts.replace_strict(known, default=None, return_dtype=dtype)
    places = texts.cast(pl.Enum(list(known)), strict=False).to_physical()
    return pl.Series(list(known.values()), dtype=dtype).gather(places)


def _currency(column: Column, texts: pl.Series, heading: Heading, manner: Manner) -> Typed:
    kinds = texts.drop_nulls().unique().to_list()
    return _coded(texts, {text: code for text in kinds if (code := currency_code(text))}, pl.String)


def _problems(bad: pl.Series, code: str) -> pl.Series | None:
    return pl.select(pl.when(bad).then(pl.lit(code))).to_series() if bad.any() else None


def _remark(problem: str, where: pl.Series, texts: pl.Series, limit: str = "") -> tuple[Remark, ...]:
    count = int(where.sum())
    if not count:
        return ()
    first = int(str(where.arg_true()[0]))
    return (Remark(problem, first, count, str(texts[first]), limit),)


_READERS: Final[dict[Kind, Callable[[Column, pl.Series, Heading, Manner], Typed]]] = {
    Kind.ID: _id,
    Kind.TAX_ID: _id,
    Kind.NAME: _name,
    Kind.LABEL: _text,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CURRENCY: _currency,
    Kind.MONEY: _numbers,
    Kind.NUMBER: _numbers,
    Kind.SHARE: _share,
    Kind.SCORE: _score,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.YES_NO: _yes_no,
}
