"""What follows from the rows of a file although it has no column for it: orders from their lines, outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import polars as pl

from ...model.stages import meaning
from ...model.tables import TABLES
from ..recognition.headings import plain_text
from ..recognition.recognise import DERIVED_ORDERS
from ..types import KEY, ROW
from .keys import key_of
from .values import in_other_words

_SUMMED: Final = frozenset({"margin"})
"""Columns of an order that are the sum of its lines; the others stand on each of them."""


def outcomes(
    rows: pl.DataFrame, ends: Mapping[str, str] = MappingProxyType({}), lost: pl.Series | None = None
) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Add `outcome` and `closed_on` to deals that tell them in other words; return also what was added or filled.

    A stage says what a deal in it is; a won or lost date says it too and counts first. A word of the outcome
    column that is not known is treated by the stage. Where nothing says anything, nothing is added: a file of
    new leads does not say that they are open. `ends` says it of stages, by their plain text, where that is known of
    the system; a deal that is `lost` is so in whatever open stage it stands.
    """
    added: list[str] = []
    told: list[pl.Expr] = []
    dates = [name for name in ("won_on", "lost_on") if name in rows.columns]
    told += [pl.when(pl.col(name).is_not_null()).then(pl.lit(name.removesuffix("_on"))) for name in dates]
    if "stage" in rows.columns:
        stages = rows["stage"].drop_nulls().unique().to_list()
        by_stage = {stage: ends.get(plain_text(stage)) or meaning(stage).outcome for stage in stages}
        told.append(pl.lit(in_other_words(rows["stage"], by_stage, pl.String)))
    if lost is not None and lost.any():
        # What was won stays won when it is put away.
        told = [pl.when(pl.lit(lost) & (pl.coalesce(told) != "won")).then(pl.lit("lost")), *told] if told else told
    if told:
        before = rows["outcome"] if "outcome" in rows.columns else None
        outcome = rows.select(pl.coalesce(told)).to_series()
        whole = before.fill_null(outcome) if before is not None else outcome
        if before is None or whole.null_count() < before.null_count():
            rows = rows.with_columns(whole.alias("outcome"))
            added.append("outcome")
    if dates and "closed_on" not in rows.columns:
        rows = rows.with_columns(pl.coalesce(dates).alias("closed_on"))
        added.append("closed_on")
    return rows, tuple(added)


def whole_sums(rows: pl.DataFrame, price: pl.Series | None, quantity: pl.Series | None) -> tuple[pl.DataFrame, int]:
    """Give deals that are repeated once per product row the sum of their rows; return also how many deals.

    Some CRMs write price times quantity of the product in place of the deal's sum. That is taken for the case
    only when it holds in the rows of every repeated deal.
    """
    if price is None or quantity is None or not {"deal_id", "amount"} <= set(rows.columns):
        return rows, 0
    frame = rows.select("deal_id", "amount").with_columns(price.alias("price"), quantity.alias("quantity"))
    repeated = frame.with_columns(pl.len().over("deal_id").alias("rows")).filter(
        (pl.col("rows") > 1) & pl.col("deal_id").is_not_null()
    )
    by_rows = (repeated["amount"] - repeated["price"] * repeated["quantity"]).abs() < 0.01
    if not repeated.height or not by_rows.all() or by_rows.null_count():
        return rows, 0
    return rows.with_columns(pl.col("amount").sum().over("deal_id")), repeated["deal_id"].n_unique()


def orders(lines: pl.DataFrame, heads: pl.DataFrame) -> pl.DataFrame:
    """Return one order per order id of `lines`, with what the columns of `heads` say of it on its first line.

    `lines` are typed order lines, `heads` typed columns of the table "orders" for the same rows. The amount is
    the sum of the line amounts, or of quantity times price; null when no line has either. An order is a return
    when its amount is negative, or when it has an id like "C536379" and nothing but negative quantities. Where
    the file names clients by an id alone, the id stands in for the name.
    """
    columns = set(lines.columns)
    parts: list[pl.Expr] = []
    if "amount" in columns:
        parts.append(pl.col("amount"))
    if {"quantity", "price"} <= columns:
        parts.append(pl.col("quantity") * pl.col("price"))
    amount = pl.coalesce(parts) if parts else pl.lit(None, pl.Float64)
    own = lines.select("order_id", ROW, amount.alias("amount"), *_quantity(columns))
    frame = pl.concat([own, heads], how="horizontal")
    back = (pl.col("quantity") < 0).all() if "quantity" in columns else pl.lit(value=False)
    named = [name for name in DERIVED_ORDERS if name in heads.columns]
    grouped = frame.filter(pl.col("order_id").is_not_null()).group_by("order_id", maintain_order=True).agg(
        *(pl.col(name).drop_nulls().first() for name in named if name not in _SUMMED),
        *(_sum_of(name) for name in named if name in _SUMMED),
        _sum_of("amount"),
        back.alias("back"),
        pl.col(ROW).first(),
    )  # fmt: skip
    credit = pl.col("order_id").str.contains(r"^[CСcс]\d") & pl.col("back")
    result = grouped.with_columns(((pl.col("amount") < 0) | credit).fill_null(value=False).alias("is_return"))
    if "client" not in named and "client_id" in named:
        result = result.with_columns(pl.col("client_id").alias("client"))
    order = [name for name in TABLES["orders"].column_keys if name in result.columns]
    result = result.select(*order, ROW)
    return result.with_columns(key_of(TABLES["orders"], result).alias(KEY))


def _sum_of(name: str) -> pl.Expr:
    """Return the sum of a column, null where no row has a value."""
    return pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum()).alias(name)


def _quantity(columns: set[str]) -> list[str]:
    return ["quantity"] if "quantity" in columns else []
