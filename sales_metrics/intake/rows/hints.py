"""How a file writes its dates and numbers, told by the cells of one sheet for the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import mode
from typing import Final, TypeVar

import polars as pl

from ...model.tables import Kind
from ..cells.dates import order_of
from ..cells.numbers import decimal_mark
from ..layout.mapping import Mapped
from ..types import DateOrder, DecimalMark, Hints

_DATED: Final = frozenset({Kind.DAY, Kind.MOMENT})
_SUMS: Final = frozenset({Kind.MONEY, Kind.NUMBER})
_LOOKED_AT: Final = 20_000
_NUMBER: Final = (
    "^[-+(\u2212]?[\\s$€£₽]*(?:\\d{1,3}(?:[\\s\u00a0\u202f'.,]\\d{3})+|\\d+)(?:[.,]\\d+)?[\\s\u00a0]*\\D{0,6}$"
)
_OPEN: Final = r"^(\D*\d{1,3})[.,](\d{3}\D*)$"
_DATE: Final = r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
_WHOLE_HUNDREDS: Final = r"^\D*[1-9]\d{2}\D*$"

Told = TypeVar("Told", DateOrder, DecimalMark)


def dated(mapped: Mapped) -> list[str]:
    """Return the letters of the columns that hold dates."""
    if mapped.table is None:
        return []
    own = [letter for name, letter in mapped.letters.items() if mapped.table.column(name).kind in _DATED]
    return own + [letter for name, letter in mapped.derived.items() if name.endswith("_on")]


def open_sums(data: pl.DataFrame, mapped: Mapped, *, typed: bool) -> dict[str, str]:
    """Return the columns in which "1,234" may be thousands or a fraction: letter -> the first such cell.

    Sums among which whole hundreds stand without a mark ("950" beside "1,200") are thousands.
    """
    if mapped.table is None:
        return {}
    found: dict[str, str] = {}
    for name, letter in mapped.letters.items():
        column = mapped.table.column(name)
        if column.kind not in _SUMS:
            continue
        first = _written(data[letter].head(_LOOKED_AT), typed=typed)
        if len(first) and not decimal_mark(first, whole_thousands=True)[1] and first.str.contains("[.,]").any():
            continue
        texts = _written(data[letter], typed=typed)
        marked = texts.filter(texts.str.contains(_OPEN))
        if not len(marked) or not decimal_mark(texts, whole_thousands=True)[1]:
            continue
        if column.kind is Kind.MONEY and texts.str.contains(_WHOLE_HUNDREDS).any():
            continue
        found[letter] = str(marked[0])
    return found


def told_by(data: pl.DataFrame, mapped: Mapped, *, typed: bool) -> Hints:
    """Return what the cells of a sheet say: the dates of its own, the numbers of any of its columns."""
    orders = [order_of(data[letter])[0] for letter in dated(mapped)]
    votes: list[DateOrder] = [order for order in orders if order]
    marks: list[DecimalMark] = []
    for letter in mapped.headings:
        texts = _written(data[letter].head(_LOOKED_AT), typed=typed)
        if not len(texts) or not texts.str.contains("[.,]").any() or texts.str.contains(_DATE).any():
            continue
        mark, guessed = decimal_mark(texts, whole_thousands=True)
        if not guessed and float(str(texts.str.contains(_NUMBER).mean())) > 0.9:
            marks.append("comma" if mark == "," else "point")
    return Hints(mode(votes) if votes else None, _only(marks))


def agreed(hints: Iterable[Hints]) -> Hints:
    """Return what all that say something agree on."""
    every = tuple(hints)
    return Hints(
        _only([each.date_order for each in every if each.date_order]),
        _only([each.decimal_mark for each in every if each.decimal_mark]),
    )


def settle_sums(data: pl.DataFrame, letters: Iterable[str], mark: str) -> pl.DataFrame:
    """Write the sums of some columns so that they can be read in one way only, once `mark` is known."""

    def rewritten(letter: str) -> pl.Expr:
        texts = pl.col(letter)
        sign = "," if mark == "comma" else "."
        fraction = texts.str.contains(_OPEN) & texts.str.contains(sign, literal=True)
        return (
            pl.when(fraction)
            .then(texts.str.replace(r"^(\D*\d{1,3})[.,](\d{3})(\D*)$", "${1}.${2}0${3}"))
            .otherwise(texts.str.replace(_OPEN, "${1}${2}"))
            .alias(letter)
        )

    return data.with_columns(rewritten(letter) for letter in letters)


def _written(texts: pl.Series, *, typed: bool) -> pl.Series:
    """Return the cells that somebody typed; in a workbook a plain "1234.5" is a numeric cell."""
    filled = texts.drop_nulls()
    return filled if typed else filled.filter(~filled.str.contains(r"^[+-]?\d+\.?\d*$"))


def _only(said: list[Told]) -> Told | None:
    return said[0] if said and len(set(said)) == 1 else None


def answered(settled: Mapping[str, str]) -> Hints:
    """Return what a user has said about dates and numbers."""
    orders: dict[str, DateOrder] = {"day_first": "day_first", "month_first": "month_first"}
    marks: dict[str, DecimalMark] = {"comma": "comma", "point": "point"}
    return Hints(orders.get(settled.get("date_order", "")), marks.get(settled.get("decimal_mark", "")))
