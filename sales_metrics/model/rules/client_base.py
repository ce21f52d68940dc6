"""How much may hang on key clients, and when a client counts as asleep."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

_KEY_ACCOUNTS: Final = "Working with key accounts (article on key account management)"

RULES: Final = (
    Rule(
        key="key_share_from",
        title=Text(
            ru="Обычная доля ключевых клиентов в выручке, от",
            en="Usual share of key clients in revenue, from",
            bg="Обичаен дял на ключовите клиенти в приходите, от",
        ),
        default=0.30,
        unit=Unit.SHARE,
        low=0.0,
        high=1.0,
        source=_KEY_ACCOUNTS,
    ),
    Rule(
        key="key_share_to",
        title=Text(
            ru="Обычная доля ключевых клиентов в выручке, до",
            en="Usual share of key clients in revenue, up to",
            bg="Обичаен дял на ключовите клиенти в приходите, до",
        ),
        default=0.55,
        unit=Unit.SHARE,
        low=0.0,
        high=1.0,
        source=_KEY_ACCOUNTS,
    ),
    Rule(
        key="dependence_above",
        title=Text(
            ru="Доля ключевых клиентов, выше которой это монозависимость",
            en="Share of key clients above which the company depends on them",
            bg="Дял на ключовите клиенти, над който има монозависимост",
        ),
        default=0.75,
        unit=Unit.SHARE,
        low=0.0,
        high=1.0,
        source=_KEY_ACCOUNTS,
    ),
    Rule(
        key="late_beyond",
        title=Text(
            ru="Доля перерывов между заказами, которые короче: дольше них клиент задерживается",
            en="Share of gaps between orders that are shorter: beyond it a client is late",
            bg="Дял на паузите между поръчки, които са по-къси: отвъд него клиентът закъснява",
        ),
        default=0.80,
        unit=Unit.SHARE,
        low=0.5,
        high=0.94,
    ),
    Rule(
        key="asleep_beyond",
        title=Text(
            ru="Доля перерывов между заказами, которые короче: дольше них клиент спит",
            en="Share of gaps between orders that are shorter: beyond it a client is asleep",
            bg="Дял на паузите между поръчки, които са по-къси: отвъд него клиентът е заспал",
        ),
        default=0.95,
        unit=Unit.SHARE,
        low=0.8,
        high=0.99,
    ),
    Rule(
        key="gone_after_days",
        title=Text(
            ru="Дней без заказов, после которых клиент уже не спящий, а ушедший",
            en="Days without an order after which a client is gone rather than asleep",
            bg="Дни без поръчки, след които клиентът вече не е заспал, а си е отишъл",
        ),
        default=730,
        unit=Unit.DAYS,
        low=90,
        high=3650,
    ),
    Rule(
        key="reactivation_days",
        title=Text(
            ru="За сколько дней спящий клиент должен заказать, чтобы считаться вернувшимся",
            en="Days in which a sleeping client has to order to count as come back",
            bg="За колко дни заспалият клиент трябва да поръча, за да се брои за върнал се",
        ),
        default=90,
        unit=Unit.DAYS,
        low=14,
        high=365,
    ),
    Rule(
        key="abc_a",
        title=Text(
            ru="Доля выручки, до которой крупнейшие клиенты – класс A",
            en="Share of revenue up to which the largest clients are class A",
            bg="Дял от приходите, до който най-големите клиенти са клас A",
        ),
        default=0.80,
        unit=Unit.SHARE,
        low=0.1,
        high=0.9,
    ),
    Rule(
        key="abc_b",
        title=Text(
            ru="Доля выручки, до которой следующие клиенты – класс B",
            en="Share of revenue up to which the next clients are class B",
            bg="Дял от приходите, до който следващите клиенти са клас B",
        ),
        default=0.95,
        unit=Unit.SHARE,
        low=0.9,
        high=1.0,
    ),
    Rule(
        key="xyz_x",
        title=Text(
            ru="Разброс покупок по месяцам, до которого клиент – класс X",
            en="Variation of monthly purchases up to which a client is class X",
            bg="Вариация на покупките по месеци, до която клиентът е клас X",
        ),
        default=0.10,
        unit=Unit.SHARE,
        low=0.01,
        high=0.2,
    ),
    Rule(
        key="xyz_y",
        title=Text(
            ru="Разброс покупок по месяцам, до которого клиент – класс Y",
            en="Variation of monthly purchases up to which a client is class Y",
            bg="Вариация на покупките по месеци, до която клиентът е клас Y",
        ),
        default=0.25,
        unit=Unit.SHARE,
        low=0.2,
        high=1.0,
    ),
)
