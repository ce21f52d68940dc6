"""How the dates and numbers of one sheet are to be read, and what has to be asked about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from ..cells.dates import order_of
from ..layout.mapping import Mapped
from ..recognition.headings import plain_text
from ..types import DateOrder, Hints, Question
from .hints import answered, dated, open_sums, settle_sums
from .values import Manner

if TYPE_CHECKING:
    from .taking import Prepared

_SHOWN = 3


def settle(prepared: Prepared, others: Hints) -> tuple[Manner, pl.DataFrame, tuple[Question, ...]]:
    """Return how to read the cells of a sheet, its data made readable in one way, and what is still open.

    The user's answer counts first, then what the sheet itself says, then its neighbours, then what the system is
    known for. Where nothing says
    anything, an assumption is made to show a preview, and a question asked.
    """
    said = answered(prepared.mapped.settled)
    manner, questions = _dates(prepared, said, others)
    data, more = _sums(prepared, said, others)
    return manner, data, questions + more


def _dates(prepared: Prepared, said: Hints, others: Hints) -> tuple[Manner, tuple[Question, ...]]:
    typed, data, mapped = prepared.sheet.source == "text", prepared.data, prepared.mapped
    if said.date_order:
        return Manner(typed, said.date_order), ()
    usual = mapped.dialect.hints if mapped.dialect else Hints()
    known = prepared.told.date_order or others.date_order or usual.date_order
    if known:
        return Manner(typed, known), ()
    unclear = [letter for letter in dated(mapped) if order_of(data[letter])[1]]
    if not unclear:
        return Manner(typed), ()
    examples = data[unclear[0]].drop_nulls().filter(data[unclear[0]].drop_nulls().str.contains(r"^\d{1,2}[/-]"))
    question = Question(
        "date_order",
        "ambiguous_dates",
        ("day_first", "month_first"),
        tuple(dict.fromkeys(examples.head(50).to_list()))[:_SHOWN],
        mapped.headings[unclear[0]],
    )
    return Manner(typed, _assumed(data, unclear, mapped), guessed=True), (question,)


def _sums(prepared: Prepared, said: Hints, others: Hints) -> tuple[pl.DataFrame, tuple[Question, ...]]:
    data, mapped = prepared.data, prepared.mapped
    unclear = open_sums(data, mapped, typed=prepared.sheet.source == "text")
    if not unclear:
        return data, ()
    usual = mapped.dialect.hints if mapped.dialect else Hints()
    known = said.decimal_mark or prepared.told.decimal_mark or others.decimal_mark or usual.decimal_mark
    if known:
        return settle_sums(data, unclear, known), ()
    first = next(iter(unclear))
    question = Question(
        "decimal_mark",
        "ambiguous_numbers",
        ("point", "comma"),
        tuple(unclear.values())[:_SHOWN],
        mapped.headings[first],
    )
    return data, (question,)


def _assumed(data: pl.DataFrame, letters: list[str], mapped: Mapped) -> DateOrder:
    """Assume day first where the headings are Cyrillic or the dates have dashes; slashes are American otherwise."""
    cyrillic = any("а" <= mark <= "я" for text in mapped.headings.values() for mark in plain_text(text))
    dashed = any(data[letter].str.contains(r"^\d{1,2}-\d{1,2}-\d").any() for letter in letters)
    return "day_first" if cyrillic or dashed else "month_first"
