"""What tells the rows of a table apart: a text key for each row, the same in every upload of that row."""

from __future__ import annotations

from typing import Final

import polars as pl

from ...model.tables import Kind, Table

SEPARATOR: Final = "\x1f"
_EXACT: Final = frozenset({Kind.ID, Kind.TAX_ID, Kind.CHOICE, Kind.CURRENCY})


def key_of(table: Table, rows: pl.DataFrame) -> pl.Series:
    """Return the key of every row, null where none of the table's keys is complete.

    `rows` has our columns, typed. A key starts with the names of its columns, so that keys of different make
    never meet. Ids count exactly, names without regard to case, width, "ё" and blanks. Where a key holds no id,
    or order lines have no number, repeats are numbered from 2 in file order.
    """
    present = [key for key in table.keys if set(key) <= set(rows.columns)]
    by_id = [key for key in present if any(table.column(column).kind is Kind.ID for column in key)]
    numbered = [key for key in present if key not in by_id]
    key = pl.repeat(None, rows.height, dtype=pl.String, eager=True)
    if by_id:
        key = rows.select(pl.coalesce(_joined(table, each) for each in by_id)).to_series()
    rest = [_joined(table, each) for each in numbered]
    if table.key == "order_lines" and "order_id" in rows.columns:
        rest.append(_joined(table, ("order_id",)) + SEPARATOR + "#")
    if rest and key.null_count():
        other = rows.select(pl.coalesce(rest)).to_series()
        key = key.fill_null(_counted(pl.select(pl.when(key.is_null()).then(other)).to_series()))
    return key


def _joined(table: Table, columns: tuple[str, ...]) -> pl.Expr:
    parts = [_part(column, table.column(column).kind) for column in columns]
    return pl.concat_str([pl.lit(",".join(columns)), *parts], separator=SEPARATOR)


def _part(column: str, kind: Kind) -> pl.Expr:
    cell = pl.col(column)
    if kind in _EXACT:
        return cell
    if kind in {Kind.NAME, Kind.LABEL, Kind.TEXT}:
        return folded(cell)
    return cell.cast(pl.String)


def folded(cell: pl.Expr) -> pl.Expr:
    """Return a text without case, width, "ё" and repeated blanks, for comparison."""
    return (
        cell.str.normalize("NFKC")
        .str.to_lowercase()
        .str.replace_many(["ё", "ß", "ς"], ["е", "ss", "σ"])
        .str.replace_all(r"\s+", " ")
        .str.strip_chars()
    )


def _counted(keys: pl.Series) -> pl.Series:
    """Add to every key that stood before how many times it has stood by then."""
    starts = keys.ne_missing(keys.shift(1))
    first = keys.filter(starts)
    at = pl.int_range(1, len(keys) + 1, eager=True)
    if first.n_unique() == len(first):
        begun = pl.select(pl.when(starts).then(at).forward_fill()).to_series()
        place = at - begun + 1
    else:
        group = keys.cast(pl.Categorical).to_physical()
        place = pl.DataFrame({"at": at, "group": group}).select(pl.col("at").cum_count().over("group")).to_series()
    again = pl.select(pl.when(place > 1).then(pl.concat_str(keys, place.cast(pl.String), separator=SEPARATOR)))
    return again.to_series().fill_null(keys)
