"""How a client moves along the conveyor of sales."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="handover_months",
        title=Text(
            ru="Месяцев от первого договора до передачи клиентскому менеджеру",
            en="Months from the first contract to the hand-over to a client manager",
            bg="Месеци от първия договор до предаването на клиентски мениджър",
        ),
        default=3,
        unit=Unit.COUNT,
        low=1,
        high=24,
    ),
)
