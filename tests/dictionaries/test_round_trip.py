"""What holds, saved, is what holds: every dictionary of the invented company, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.dictionaries import DICTIONARIES, Held, held
from sales_metrics.engine import Tables
from sales_metrics.intake.edited import Row
from sales_metrics.intake.files.reading import read
from sales_metrics.intake.take import take_workbook
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.store import Store
from sales_metrics.ui.dictionary_editor import filled_template, grid, rows_of

from .companies import LISTS, NOON, demo_company, edited, holding, saved

Company = tuple[Store, Language]


@pytest.fixture(scope="module", params=LANGUAGES)
def company(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Company:
    return demo_company(tmp_path_factory.mktemp("company"), request.param), request.param


def everything(store: Store) -> dict[str, Held]:
    tables = Tables.of_snapshot(store.snapshot())
    return {key: held(tables, key) for key in DICTIONARIES}


def otherwise(holds: Held) -> tuple[Row, ...]:
    """Return the rows of a dictionary a little changed."""
    if holds.dictionary.key == "rules":
        rule, *others = holds.rows
        return ({**rule, "setting": 0.05}, *others)
    if holds.dictionary.key == "targets":
        return ({"metric": "win_rate", "segment": None, "value": 0.3},)
    # Names that only the data have are confirmed as they stand: that alone makes them the company's own.
    return holds.rows[:-1] if holds.own else holds.rows


def test_what_holds_is_saved_as_what_holds(company: Company) -> None:
    store, language = company
    before = everything(store)
    assert {key for key, holds in before.items() if holds.own} == set(LISTS)
    assert {key for key, holds in before.items() if not holds.rows} == {"targets"}

    changed = [edited(store, key, otherwise(holds), language) for key, holds in before.items()]
    now = everything(store)
    assert {key: holds.rows for key, holds in now.items()} == {
        key: otherwise(holds) for key, holds in before.items()
    }
    assert all(holds.own for holds in now.values())

    restored = [edited(store, key, before[key].rows, language) for key in ("rules", "targets", *LISTS)]
    now = everything(store)
    assert {key: holds.rows for key, holds in now.items()} == {key: holds.rows for key, holds in before.items()}

    uploads = len(store.uploads())
    for key in DICTIONARIES:
        assert saved(store, key, now[key].rows, language).receipt is None, "an identical save is no upload"
    assert len(store.uploads()) == uploads

    for upload in (*changed, *restored):
        store.undo(upload, who="boris", at=NOON)
    assert everything(store) == before
    assert store.verify() == []


def test_the_grid_gives_back_what_it_was_given(company: Company) -> None:
    store, language = company
    for holds in everything(store).values():
        rows, origins = rows_of(holds, grid(holds, holds.rows, language), len(holds.rows))
        assert tuple(rows) == holds.rows
        assert origins == list(range(len(holds.rows)))


def test_the_filled_templates_imported_change_nothing(company: Company, tmp_path: Path) -> None:
    store, language = company
    for key in LISTS if language == "en" else ("stages", "plans"):
        holds = holding(store, key)
        path = tmp_path / f"{key}.xlsx"
        path.write_bytes(filled_template(holds, holds.rows, language))
        taken = take_workbook(read(path))
        assert not taken.waits
        counts = [
            (one.table, one.new, one.changed, one.identical) for one in store.preview(taken).sheets if one.table
        ]
        assert counts == [(key, 0, 0, len(holds.rows))]
