"""What a company taught the product, and how it is taken back."""

from __future__ import annotations

from pathlib import Path

from sales_metrics.store import Store

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
    assert [(entry.value, entry.who) for entry in store.memory.history("mapping")] == [
        ({"Сума": "amount"}, "anna"),
        ({"Сума": "margin"}, "boris"),
        (None, "anna"),
    ]
