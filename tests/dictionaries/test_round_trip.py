"""What holds, saved, is what holds: every dictionary of the invented company, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.dictionaries import DICTIONARIES
from sales_metrics.intake.reading import read
from sales_metrics.intake.take import take_workbook
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.store import Store
from sales_metrics.ui.dictionary_editor import filled_template, grid, rows_of

from .companies import LISTS, NOON, demo_company, edited, holding, saved

Company = tuple[Store, Language]


@pytest.fixture(scope="module", params=LANGUAGES)
def company(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Company:
    return demo_company(tmp_path_factory.mktemp("company"), request.param), request.param


@pytest.mark.parametrize("key", DICTIONARIES)
def test_what_holds_is_saved_as_what_holds(company: Company, key: str) -> None:
    store, language = company
    before = holding(store, key)
    if key == "rules":
        rule, *others = before.rows
        number = edited(store, key, [{**rule, "setting": 0.05}, *others], language)
        assert holding(store, key).rows == ({**rule, "setting": 0.05}, *others)
    elif key == "targets":
        assert before.rows == ()
        number = edited(store, key, [{"metric": "win_rate", "value": 0.3}], language)
        assert [row["value"] for row in holding(store, key).rows] == [0.3]
    elif before.own:
        assert key in LISTS
        shorter = edited(store, key, before.rows[:-1], language)
        assert holding(store, key).rows == before.rows[:-1]
        number = edited(store, key, before.rows, language)
        assert holding(store, key).rows == before.rows
        store.undo(shorter, who="boris", at=NOON)
        assert holding(store, key).rows == before.rows
    else:
        assert before.rows, "the data name channels and reasons"
        number = edited(store, key, before.rows, language)
        assert holding(store, key).own
        assert holding(store, key).rows == before.rows
    assert saved(store, key, holding(store, key).rows, language).receipt is None, "an identical save is no upload"
    store.undo(number, who="boris", at=NOON)
    assert holding(store, key).rows == before.rows
    assert holding(store, key).own == before.own
    assert store.verify() == []


@pytest.mark.parametrize("key", DICTIONARIES)
def test_the_grid_gives_back_what_it_was_given(company: Company, key: str) -> None:
    store, language = company
    holds = holding(store, key)
    rows, origins = rows_of(holds, grid(holds, holds.rows, language), len(holds.rows))
    assert tuple(rows) == holds.rows
    assert origins == list(range(len(holds.rows)))


@pytest.mark.parametrize("key", LISTS)
def test_the_filled_template_imported_changes_nothing(company: Company, key: str, tmp_path: Path) -> None:
    store, language = company
    holds = holding(store, key)
    path = tmp_path / "template.xlsx"
    path.write_bytes(filled_template(holds, holds.rows, language))
    taken = take_workbook(read(path))
    assert not taken.waits
    receipt = store.preview(taken)
    counts = [(one.table, one.new, one.changed, one.identical) for one in receipt.sheets if one.table]
    assert counts == [(key, 0, 0, len(holds.rows))]
