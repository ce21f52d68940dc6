"""When a client counts as one who buys more, and how much history it takes to call a client new."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="growth_threshold",
        title=Text(
            ru="Рост покупок, начиная с которого клиент считается повысившим их",
            en="Rise in purchases above which a client counts as buying more",
            bg="Ръст на покупките, над който клиентът се брои за купуващ повече",
        ),
        default=0.05,
        unit=Unit.SHARE,
        low=0.0,
        high=1.0,
    ),
    Rule(
        key="newcomer_history_days",
        title=Text(
            ru="Сколько дней истории нужно, чтобы отличить нового клиента от вернувшегося",
            en="Days of history it takes to tell a new client from a returned one",
            bg="Дни история, нужни за да се различи нов клиент от завърнал се",
        ),
        default=365.0,
        unit=Unit.DAYS,
        low=0.0,
        high=3650.0,
    ),
    Rule(
        key="level_within",
        title=Text(
            ru="Изменение выручки, чека или частоты, которое ещё считается «на том же уровне»",
            en="Change of revenue, order value or frequency that still counts as level",
            bg="Промяна на приходите, чека или честотата, която още се смята за същото ниво",
        ),
        default=0.05,
        unit=Unit.SHARE,
        low=0.0,
        high=0.5,
    ),
    Rule(
        key="breadth_at_purchases",
        title=Text(
            ru="На скольких покупках сравнивается широта ассортимента",
            en="Number of purchases at which the range bought is compared",
            bg="При колко покупки се сравнява широтата на асортимента",
        ),
        default=5.0,
        unit=Unit.COUNT,
        low=2.0,
        high=50.0,
    ),
    Rule(
        key="peers_buying",
        title=Text(
            ru="Доля похожих клиентов, которые покупают группу, чтобы её предложить",
            en="Share of similar clients who buy a group for it to be suggested",
            bg="Дял на сходните клиенти, които купуват група, за да бъде предложена",
        ),
        default=0.30,
        unit=Unit.SHARE,
        low=0.1,
        high=1.0,
    ),
)
