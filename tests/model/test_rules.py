"""Laws over every rule that a company may set."""

from __future__ import annotations

import pytest

from sales_metrics.model.rules import RULES, Rule
from sales_metrics.model.text import LANGUAGES, Text
from sales_metrics.model.unit import Unit


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_rule_is_named_and_bounded(rule: Rule) -> None:
    assert rule.low < rule.high
    for language in LANGUAGES:
        assert 3 < len(rule.title.in_(language)) < 100
    if rule.unit is Unit.SHARE:
        assert rule.low >= 0
        assert rule.high <= 1


def test_a_default_outside_its_bounds_does_not_import() -> None:
    title = Text(ru="а", en="a", bg="а")
    with pytest.raises(ValueError, match="outside"):
        Rule(key="x", title=title, default=2.0, unit=Unit.SHARE, low=0.0, high=1.0)
