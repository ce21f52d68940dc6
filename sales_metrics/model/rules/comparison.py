"""From when on a difference matters, and from how many cases on a number means something."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="practical_difference",
        title=Text(
            ru="Различие долей, которое меняет решение",
            en="Difference of shares that would change a decision",
            bg="Разлика в дяловете, която променя решение",
        ),
        default=0.10,
        unit=Unit.SHARE,
        low=0.005,
        high=0.5,
    ),
    Rule(
        key="unstated_at_most",
        title=Text(
            ru="Доля «не указано» и «другое», выше которой о причинах не судим",
            en="Share of “not stated” and “other” above which reasons are not judged",
            bg="Дял на „не е посочено“ и „друго“, над който не съдим за причините",
        ),
        default=0.20,
        unit=Unit.SHARE,
        low=0.0,
        high=1.0,
    ),
)
