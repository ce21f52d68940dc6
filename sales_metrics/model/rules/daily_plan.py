"""What a manager should do in a working day where no plan says otherwise, and for how long a client is new."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

_CHANNELS: Final = "Four ways to grow sales (article on channels of b2b sales)"

RULES: Final = (
    Rule(
        key="plan_calls_per_day",
        title=Text(
            ru="План звонков в рабочий день, если другого нет",
            en="Calls planned per working day where no plan says otherwise",
            bg="План за обаждания на работен ден, ако няма друг",
        ),
        default=15.0,
        unit=Unit.PER_DAY,
        low=0.0,
        high=500.0,
        source=_CHANNELS,
    ),
    Rule(
        key="plan_meetings_per_day",
        title=Text(
            ru="План встреч в рабочий день, если другого нет",
            en="Meetings planned per working day where no plan says otherwise",
            bg="План за срещи на работен ден, ако няма друг",
        ),
        default=4.0,
        unit=Unit.PER_DAY,
        low=0.0,
        high=50.0,
        source=_CHANNELS,
    ),
    Rule(
        key="plan_contracts_per_day",
        title=Text(
            ru="План договоров в рабочий день, если другого нет",
            en="Contracts planned per working day where no plan says otherwise",
            bg="План за договори на работен ден, ако няма друг",
        ),
        default=0.5,
        unit=Unit.PER_DAY,
        low=0.0,
        high=50.0,
        source=_CHANNELS,
    ),
    Rule(
        key="new_client_months",
        title=Text(
            ru="Сколько месяцев клиент считается новым",
            en="For how many months a client is new",
            bg="Колко месеца клиентът се смята за нов",
        ),
        default=3.0,
        unit=Unit.COUNT,
        low=1.0,
        high=36.0,
        source=_CHANNELS,
    ),
)
