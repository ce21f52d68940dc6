"""What a company taught the product, and how it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.store import Store, StoreError

from .taking import MINUTE, NOON


def test_the_newest_mapping_counts_and_can_be_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.remember("sig", {"Сума": "amount"}, who="anna", at=NOON)
    store.remember("sig", {"Сума": "margin"}, who="boris", at=NOON + MINUTE)
    store.define("stages", ["new", "won"], who="anna", at=NOON)
    assert Store(tmp_path).remembered() == {"sig": {"Сума": "margin"}}
    assert store.dictionaries() == {"stages": ["new", "won"]}
    store.remember("sig", None, who="anna", at=NOON)
    assert store.remembered() == {}


def test_an_entry_can_be_reverted_and_nothing_is_lost(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.define("stages", ["new"], who="anna", at=NOON)
    second = store.define("stages", ["new", "won"], who="boris", at=NOON + MINUTE)
    reverted = store.memory.revert(second, who="vera", at=NOON + 2 * MINUTE)
    assert store.dictionaries() == {"stages": ["new"]}
    store.memory.revert(reverted, who="vera", at=NOON + 3 * MINUTE)
    assert store.dictionaries() == {"stages": ["new", "won"]}
    assert [entry.who for entry in store.memory.history("dictionary")] == ["anna", "boris", "vera", "vera"]
    with pytest.raises(StoreError, match="unknown_entry"):
        store.memory.revert(99, who="vera", at=NOON)


def test_reverting_the_first_entry_forgets_the_key(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = store.define("stages", ["new"], who="anna", at=NOON)
    store.memory.revert(first, who="anna", at=NOON)
    assert store.dictionaries() == {}
