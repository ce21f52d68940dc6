"""What is odd about rows that are taken all the same: one note per oddity, with its first cell and its count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from ...model.tables import Kind, Table
from ..recognition.profiles import tax_number
from ..types import ROW

_Check = Callable[[pl.DataFrame], pl.Series]


def _blank(column: str) -> tuple[str, _Check]:
    return column, lambda rows: rows[column].is_null()


def _negative(column: str) -> tuple[str, _Check]:
    return column, lambda rows: rows[column] < 0


def _zero(column: str) -> tuple[str, _Check]:
    return column, lambda rows: rows[column] == 0


def _before(column: str, earlier: str) -> tuple[str, _Check]:
    def check(rows: pl.DataFrame) -> pl.Series:
        return rows[column] < rows[earlier] if earlier in rows.columns else rows[column] != rows[column]

    return column, check


def _given_back(rows: pl.DataFrame) -> pl.Series:
    priced = rows["price"] != 0 if "price" in rows.columns else rows["quantity"].is_not_null()
    return (rows["quantity"] < 0) & priced.fill_null(value=True)


def _written_off(rows: pl.DataFrame) -> pl.Series:
    """Nothing comes back to a client for whom there is no price: stock was corrected."""
    return (rows["quantity"] < 0) & ~_given_back(rows)


_CHECKS: Final[Mapping[str, tuple[tuple[str, tuple[str, _Check]], ...]]] = {
    "deals": (
        ("client_missing", _blank("client")),
        ("manager_missing", _blank("manager")),
        ("amount_negative", _negative("amount")),
        ("closed_before_created", _before("closed_on", "created_on")),
        ("closed_before_created", _before("won_on", "created_on")),
    ),
    "contacts": (("client_missing", _blank("client")), ("manager_missing", _blank("manager"))),
    "orders": (
        ("client_missing", _blank("client")),
        ("returns", _negative("amount")),
        ("amount_missing", _blank("amount")),
        ("completed_before_ordered", _before("completed_on", "ordered_on")),
    ),
    "order_lines": (
        ("returns", ("quantity", _given_back)),
        ("quantity_negative", ("quantity", _written_off)),
        ("price_zero", _zero("price")),
        ("price_negative", _negative("price")),
    ),
    "products": (("price_zero", _zero("list_price")),),
    "absences": (("ends_before_start", _before("to_on", "from_on")),),
}


def oddities(table: Table, rows: pl.DataFrame) -> list[tuple[str, str, int, int]]:
    """Return (problem, column, sheet row of the first, count) for what is odd in typed rows.

    `rows` has our columns and `_row`. Checks whose columns the file lacks are left out.
    """
    found: list[tuple[str, str, int, int]] = []
    for problem, (column, check) in _CHECKS.get(table.key, ()):
        if column in rows.columns:
            _add(found, problem, column, check(rows), rows)
    for each in table.columns:
        if each.kind is Kind.TAX_ID and each.key in rows.columns:
            _add(found, "tax_id_invalid", each.key, _wrong_digits(rows[each.key]), rows)
    _add_repeated(found, table, rows)
    return found


def _add(
    found: list[tuple[str, str, int, int]], problem: str, column: str, where: pl.Series, rows: pl.DataFrame
) -> None:
    count = int(where.fill_null(value=False).sum())
    if count:
        at = int(str(where.fill_null(value=False).arg_true()[0]))
        found.append((problem, column, int(rows[ROW][at]), count))


def _wrong_digits(texts: pl.Series) -> pl.Series:
    kinds = texts.drop_nulls().unique().head(20_000).to_list()
    wrong = [text for text in kinds if not tax_number(text)]
    return texts.is_in(wrong).fill_null(value=False)


def _add_repeated(found: list[tuple[str, str, int, int]], table: Table, rows: pl.DataFrame) -> None:
    """Note ids that stand in several rows; the last of them will count."""
    column = table.keys[0][0]
    if len(table.keys[0]) != 1 or column not in rows.columns or table.column(column).kind is not Kind.ID:
        return
    ids = rows[column]
    if ids.hash().n_unique() == len(ids):
        return
    if ids.n_unique() - (ids.null_count() > 0) < len(ids) - ids.null_count():
        _add(found, "repeated_id", column, ids.is_not_null() & ~ids.is_first_distinct(), rows)
