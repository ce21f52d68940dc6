from __future__ import annotations

from sales_metrics.charts import drills
from sales_metrics.model.panel import Empty

from . import samples


def names(panel_name: str) -> list[str]:
    return [str(way.where["name"]) for way in drills(samples.ALL[panel_name])]


def test_a_funnel_gives_each_stage_and_then_its_losses() -> None:
    assert names("funnel")[:5] == ["stage/0", "lost/0", "stage/1", "lost/1", "stage/2"]
    assert names("funnel")[-1] == "stage/5"


def test_a_heat_map_goes_row_by_row() -> None:
    found = [way.where["name"] for way in drills(samples.heat_map(2, 2))]
    assert found == ["0/0", "0/1", "1/0", "1/1"]


def test_a_card_has_one_and_nothing_has_none() -> None:
    assert names("card") == ["card"]
    assert drills(samples.panel(Empty("why", "what"))) == ()
