"""What makes a client likely to be dissatisfied, before anybody has asked him."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="late_after_days",
        title=Text(
            ru="Дней от заказа до выполнения, после которых заказ считается поздним",
            en="Days from order to completion after which an order counts as late",
            bg="Дни от поръчката до изпълнението, след които поръчката се смята за закъсняла",
        ),
        default=14,
        unit=Unit.DAYS,
        low=0,
        high=365,
    ),
    Rule(
        key="return_within_days",
        title=Text(
            ru="Дней после выполнения, за которые возврат клиента относят к заказу",
            en="Days after completion within which a return by the client counts towards the order",
            bg="Дни след изпълнението, в които връщане от клиента се отнася към поръчката",
        ),
        default=30,
        unit=Unit.DAYS,
        low=1,
        high=365,
    ),
    Rule(
        key="low_rating_at_most",
        title=Text(
            ru="Оценка, которая ещё считается низкой",
            en="Rating that still counts as low",
            bg="Оценка, която още се смята за ниска",
        ),
        default=3,
        unit=Unit.COUNT,
        low=1,
        high=4,
    ),
)
