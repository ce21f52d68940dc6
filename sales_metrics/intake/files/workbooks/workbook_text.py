"""From the texts of the workbook reader to ours: days, moments, times of day and booleans as `Sheet` writes them.

The reader writes a date cell as "2026-03-05 00:00:00", a time of day as "1899-12-31 09:30:00" and a boolean as
"true". A cell with such a *text* must stay as it is, so where there may be any, `settle` says which cells are
really dates or booleans.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

_MOMENT = r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?$"
_EARLY = r"^1900-0[12]-\d\d .*[1-9]"
_ZERO = datetime(1899, 12, 31)
_SHORTEST, _LONGEST = 19, 23

Settle = Callable[[int, str], pa.Array]
"""Given the place of a column, counted from 0, and "datetime" or "boolean": which of its cells really are that."""


def restated(column: pa.Array, place: int, dates: Settle | None, booleans: Settle | None) -> pa.Array:
    """Return a column in our spelling; `dates` and `booleans` are `None` where no text could be taken for one."""
    length = pc.binary_length(column)
    column = _moments(column, length, place, dates)
    return _booleans(column, length, place, booleans)


def _moments(column: pa.Array, length: pa.Array, place: int, settle: Settle | None) -> pa.Array:
    fits = pc.and_(pc.greater_equal(length, _SHORTEST), pc.less_equal(length, _LONGEST))
    if not _any(fits):
        return column
    moment = pc.and_(fits, pc.match_substring_regex(column, _MOMENT))
    if not _any(moment):
        return column
    if settle is not None:
        moment = pc.and_(moment, settle(place, "datetime"))
    column, moment = _durations(column, moment)
    day = pc.and_(moment, pc.ends_with(column, " 00:00:00"))
    clock = pc.and_(moment, pc.starts_with(column, "1899-12-31 "))
    column = pc.if_else(clock, pc.utf8_slice_codeunits(column, 11), column)
    column = pc.if_else(pc.and_not(day, clock), pc.utf8_slice_codeunits(column, 0, 10), column)
    apart = pc.and_not(pc.and_not(moment, day), clock)
    return pc.if_else(apart, pc.utf8_replace_slice(column, 10, 11, "T"), column)


def _durations(column: pa.Array, moment: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return "36:00:00" for what the reader took for noon of 1 January 1900, and what is left of the moments.

    A duration is kept as days, counted from 31 December 1899 up to February 1900; no deal was made
    at a time of day in early 1900.
    """
    early = pc.and_(moment, pc.match_substring_regex(column, _EARLY))
    if not _any(early):
        return column, moment
    kinds = pc.unique(column.filter(early))
    hours = pa.array([_hours(text) for text in kinds.to_pylist()], pa.string())
    return pc.if_else(early, hours.take(pc.index_in(column, kinds)), column), pc.and_not(moment, early)


def _hours(text: str) -> str:
    seconds = round((datetime.fromisoformat(text[:_SHORTEST]) - _ZERO).total_seconds())
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _booleans(column: pa.Array, length: pa.Array, place: int, settle: Settle | None) -> pa.Array:
    short = pc.or_(pc.equal(length, 4), pc.equal(length, 5))
    if not _any(short):
        return column
    boolean = pc.and_(short, pc.or_(pc.equal(column, "true"), pc.equal(column, "false")))
    if not _any(boolean):
        return column
    if settle is not None:
        boolean = pc.and_(boolean, settle(place, "boolean"))
    return pc.if_else(boolean, pc.utf8_upper(column), column)


def _any(mask: pa.Array) -> bool:
    return bool(pc.any(mask).as_py())
