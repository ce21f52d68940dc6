"""Laws over every table and column that the product declares."""

from __future__ import annotations

import pytest

from sales_metrics.model.tables import TABLES, Kind, Table
from sales_metrics.model.text import LANGUAGES

EVERY_TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: str(table.key))


@EVERY_TABLE
def test_keys_are_columns_of_the_table(table: Table) -> None:
    assert table.keys
    for key in table.keys:
        for column in key:
            table.column(column)


@EVERY_TABLE
def test_columns_are_told_apart(table: Table) -> None:
    assert len(set(table.column_keys)) == len(table.column_keys)
    for language in LANGUAGES:
        titles = [column.title.in_(language) for column in table.columns]
        assert len(set(titles)) == len(titles), f"two columns of {table.key} have one title in {language}"


@EVERY_TABLE
def test_dates_end_in_on_and_moments_in_at(table: Table) -> None:
    calendar_words = {"month", "day", "birthday"}
    for column in table.columns:
        if column.kind is Kind.MOMENT:
            assert column.key.endswith("_at")
        if column.kind is Kind.DAY:
            assert column.key.endswith(("_on", "_until")) or column.key in calendar_words


@EVERY_TABLE
def test_choices_belong_to_choice_columns_and_do_not_overlap(table: Table) -> None:
    for column in table.columns:
        assert bool(column.choices) == (column.kind is Kind.CHOICE), column.key
        words = [word for choice in column.choices for word in {choice.code, *choice.words}]
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, f"{table.key}.{column.key}: {twice} mean two things"


@EVERY_TABLE
def test_synonyms_are_written_as_headings_are_compared(table: Table) -> None:
    for column in table.columns:
        for synonym in column.synonyms:
            assert synonym == synonym.lower().strip(), f"{table.key}.{column.key}: {synonym!r}"


@EVERY_TABLE
def test_scores_have_bounds(table: Table) -> None:
    for column in table.columns:
        if column.kind is Kind.SCORE:
            assert column.low is not None
            assert column.high is not None
            assert column.low < column.high


def test_an_unknown_column_is_a_key_error() -> None:
    with pytest.raises(KeyError, match=r"deals\.nothing"):
        TABLES["deals"].column("nothing")
