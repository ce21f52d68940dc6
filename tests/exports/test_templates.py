"""A template that was filled in comes back as exactly its table, in every language."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from sales_metrics.exports.templates import Value, choices, example, template_workbook
from sales_metrics.intake.files.reading import read, read_many
from sales_metrics.intake.own_templates import template_signatures
from sales_metrics.intake.take import TakenSheet, take_workbook
from sales_metrics.model.tables import TABLES, Kind, Table
from sales_metrics.model.template import template_columns
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text.templates import EXAMPLE_SHEET


def rows(table: Table, language: Language, count: int, *, needed: bool = False) -> list[dict[str, Value]]:
    return [
        {column.key: example(column, at, language) for column in table.columns if column.needed or not needed}
        for at in range(count)
    ]


def taken_of(
    folder: Path, language: Language, count: int, *, needed: bool = False
) -> dict[str, tuple[TakenSheet, ...]]:
    """Return what intake makes of every table's template, filled in."""
    files = []
    for table in TABLES.values():
        path = folder / f"{table.key}.xlsx"
        path.write_bytes(template_workbook(table, language, rows(table, language, count, needed=needed)))
        files.append((path, "filled.xlsx"))
    books = read_many(files)
    return {key: take_workbook(book).sheets for key, book in zip(TABLES, books, strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("count", "needed"), [(6, False), (1, False), (1, True)])
def test_a_filled_template_is_its_table_and_nothing_else(
    tmp_path: Path, language: Language, count: int, needed: bool
) -> None:
    for key, (sheet, *others) in taken_of(tmp_path, language, count, needed=needed).items():
        table = TABLES[key]
        wanted = {column.key: column.title.in_(language) for column in table.columns if column.needed or not needed}
        assert sheet.table == key
        assert sheet.columns == wanted
        assert (sheet.rejected, sheet.rows.num_rows, sheet.ignored) == (0, count, {})
        # How to fill it and the example are never data.
        assert [other.table for other in others] == [None, None]
        for column in table.columns:
            if column.key in wanted and column.kind in (Kind.CHOICE, Kind.YES_NO):
                assert sheet.rows[column.key].null_count == 0, f"{key}.{column.key}"


def test_choices_mean_their_codes(tmp_path: Path) -> None:
    column = TABLES["deals"].column("outcome")
    for language in LANGUAGES:
        sheet = taken_of(tmp_path, language, len(column.choices))["deals"][0]
        assert sheet.rows["outcome"].to_pylist() == [choice.code for choice in column.choices]


def test_an_empty_template_brings_nothing(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    path.write_bytes(template_workbook(TABLES["deals"], "ru"))
    taken = take_workbook(read(path))
    assert not any(sheet.rows.num_rows or sheet.rejected for sheet in taken.sheets)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", TABLES)
def test_a_template_helps_to_fill_it_in(key: str, language: Language) -> None:
    table = TABLES[key]
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(table, language)))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert heads == [column.title.in_(language) for column in template_columns(table)]
    needed = [column.needed for column in template_columns(table)]
    assert needed == sorted(needed, reverse=True)
    fills = {flag: sheet.cell(1, at + 1).fill.fgColor.rgb for at, flag in enumerate(needed)}
    assert len(set(fills.values())) == len(fills)
    assert all(cell.comment for cell in sheet[1])
    lists = [each for each in sheet.data_validations.dataValidation if each.type == "list"]
    offered = {str(each.formula1).strip('"') for each in lists}
    assert offered == {",".join(words) for column in table.columns if (words := choices(column, language))}
    shown = book[EXAMPLE_SHEET.in_(language)]
    assert {row[0].value for row in shown.iter_rows(min_row=3)} == set(heads)
    assert all(cell.value is not None for row in shown.iter_rows(min_row=3) for cell in row)


def test_no_word_of_a_dropdown_has_a_comma_in_it() -> None:
    """Excel parts the words of a dropdown at commas."""
    words = [
        word
        for table in TABLES.values()
        for column in table.columns
        for language in LANGUAGES
        for word in choices(column, language)
    ]
    assert words
    assert not [word for word in words if "," in word]


def test_no_two_templates_have_the_same_headings() -> None:
    for language in LANGUAGES:
        heads = {
            tuple(column.title.in_(language) for column in template_columns(table)) for table in TABLES.values()
        }
        assert len(heads) == len(TABLES)
    assert set(template_signatures().values()) == set(TABLES)


def test_a_template_does_not_win_over_what_a_person_has_settled(tmp_path: Path) -> None:
    path = tmp_path / "deals.xlsx"
    path.write_bytes(template_workbook(TABLES["deals"], "en", rows(TABLES["deals"], "en", 3)))
    book = read(path)
    signature = take_workbook(book).sheets[0].signature
    left_out = take_workbook(book, remembered={signature: {"table": None}}).sheets[0]
    assert left_out.table is None
