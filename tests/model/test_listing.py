"""A listing shows no column that says nothing."""

from __future__ import annotations

from types import MappingProxyType

from sales_metrics.model.panel import Drill, ListColumn, Listing, ListRow

WAY = Drill("revenue", MappingProxyType({}))


def listing(*rows: tuple[str, ...]) -> Listing:
    columns = tuple(ListColumn(title) for title in ("Client", "Manager", "Money"))
    return Listing(columns, tuple(ListRow(cells, WAY) for cells in rows))


def test_a_column_that_is_empty_in_every_row_is_left_out() -> None:
    told = listing(("Alfa", "", "12"), ("Beta", "", "")).told()
    assert [column.title for column in told.columns] == ["Client", "Money"]
    assert [row.cells for row in told.rows] == [("Alfa", "12"), ("Beta", "")]


def test_the_first_column_and_the_heads_of_an_empty_list_stay() -> None:
    assert [row.cells for row in listing(("", "", "")).told().rows] == [("",)]
    assert listing().told() == listing()
