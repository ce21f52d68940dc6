"""The columns of a listing: everything is in sight, and no text is cut that three lines can hold."""

from __future__ import annotations

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.model.panel import Align, Drill, ListColumn, Listing, ListRow
from sales_metrics.ui.column_widths import LAPTOP, LINES, PHONE, fitted

COLUMNS = (ListColumn("Client"), ListColumn("Why", wide=True), ListColumn("Money", Align.RIGHT))
LONG = "promised by 20 Jan 2026: meet the engineer; renew or close the offer, 3 Feb 2026; no order for 130 days"


def table(*cells: tuple[str, str, str]) -> tuple[Listing, list[tuple[str, ...]]]:
    rows = tuple(ListRow(row, Drill("revenue", MappingProxyType({}))) for row in cells)
    return Listing(COLUMNS, rows), [row.cells for row in rows]


def test_short_texts_keep_the_widths_of_their_contents() -> None:
    assert fitted(*table(("Alfa", "call", "12"))) == ([None, None, None], 1)


def test_a_long_text_gets_the_room_that_is_left_and_the_lines_it_needs() -> None:
    widths, lines = fitted(*table(("Alfa", f"{LONG}; {LONG}", "12")))
    assert lines == 3
    assert widths[1] is not None
    assert widths[1] > 500
    assert fitted(*table(("Alfa", "; ".join([LONG] * 9), "12")))[1] == LINES[LAPTOP][-1][0]


def test_one_long_text_does_not_make_every_row_taller() -> None:
    few = [("Alfa", "call", "12")] * 10
    widths, lines = fitted(*table(*few, ("Alfa", f"{LONG}; {LONG}", "12")))
    assert lines == 1
    assert sum(width or 0 for width in widths) <= LAPTOP + 2
    assert fitted(*table(*few[:8], ("Alfa", f"{LONG}; {LONG}", "12")))[1] == 3


def test_a_table_of_numbers_that_is_too_wide_stays_on_one_line_and_is_moved() -> None:
    columns = (ListColumn("Manager"), *(ListColumn(f"A figure of some kind {n}", Align.RIGHT) for n in range(9)))
    cells = ("Ivanova Maria", *["1 234 (1 345)"] * 9)
    rows = (ListRow(cells, Drill("revenue", MappingProxyType({}))),)
    assert fitted(Listing(columns, rows), [cells]) == ([None] * 10, 1)


def test_a_phone_shows_the_first_column_and_the_texts_side_by_side() -> None:
    widths, lines = fitted(*table(("Speckled Hamster of the North", LONG, "12")), phone=True)
    assert sum(width or 0 for width in widths[:2]) <= PHONE + 2
    assert lines > 2


@given(st.lists(st.tuples(*[st.text("abc wide", max_size=90)] * 3), max_size=4), st.booleans())
def test_rows_have_one_line_or_as_many_as_may_be(cells: list[tuple[str, str, str]], phone: bool) -> None:
    widths, lines = fitted(*table(*cells), phone=phone)
    assert len(widths) == len(COLUMNS)
    assert lines == 1 or lines in [of_text for of_text, _ in LINES[PHONE if phone else LAPTOP]]
    assert all(widths) or (lines == 1 and widths == [None] * 3)
