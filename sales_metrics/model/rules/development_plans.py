"""Over how long what clients buy is compared before and after an action of their plan, and what would matter."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="plan_span_days",
        title=Text(
            ru="Сколько дней до и после действия плана сравнивать",
            en="Days compared before and after an action of a plan",
            bg="Колко дни преди и след действие от плана се сравняват",
        ),
        default=90.0,
        unit=Unit.DAYS,
        low=7.0,
        high=365.0,
    ),
    Rule(
        key="plan_difference",
        title=Text(
            ru="Изменение покупок после плана, которое имеет значение, в долях прежнего уровня",
            en="Change of purchases after a plan that matters, as a share of the level before",
            bg="Промяна на покупките след план, която има значение, като дял от предишното равнище",
        ),
        default=0.10,
        unit=Unit.SHARE,
        low=0.01,
        high=1.0,
    ),
)
