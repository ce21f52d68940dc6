"""The words of the trend of client development."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

NAME: Final = Text(ru="Как меняются показатели", en="How the figures move", bg="Как се менят показателите")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, как показатели развития меняются от квартала к кварталу.",
    en="You would see how the figures of development move from quarter to quarter.",
    bg="Тук ще се вижда как показателите за развитие се менят от тримесечие на тримесечие.",
)
ASK: Final = Text(ru="Показатель", en="Figure", bg="Показател")
REVENUE: Final = Text(ru="Выручка на клиента", en="Revenue per client", bg="Приход на клиент")
SHARES: Final = frozenset({"grown", "satisfied"})
TITLE: Final = Text(
    ru="{figure}: {value} за {quarter}", en="{figure}: {value} in {quarter}", bg="{figure}: {value} за {quarter}"
)
SUBTITLE: Final = {
    "orders": Text(
        ru="Заказов на клиента, который заказывал, по дате заказа, по кварталам",
        en="Orders per client who ordered, by order date, by quarter",
        bg="Поръчки на поръчал клиент, по дата на поръчката, по тримесечия",
    ),
    "revenue": Text(
        ru="Сумма заказов на клиента, который заказывал, без возвратов, по дате заказа, по кварталам",
        en="Amount of orders per client who ordered, without returns, by order date, by quarter",
        bg="Сума на поръчките на поръчал клиент, без връщанията, по дата на поръчката, по тримесечия",
    ),
    "groups": Text(
        ru="Групп товаров на клиента, который заказывал, по дате заказа, по кварталам",
        en="Product groups per client who ordered, by order date, by quarter",
        bg="Продуктови групи на поръчал клиент, по дата на поръчката, по тримесечия",
    ),
    "grown": Text(
        ru="Доля клиентов того же квартала год назад, повысивших покупки сверх порога, по кварталам",
        en="Share of the clients of the same quarter a year before who raised their purchases beyond the threshold",
        bg="Дял на клиентите от същото тримесечие преди година, повишили покупките над прага, по тримесечия",
    ),
    "satisfied": Text(
        ru="Доля оценок 4 и 5 среди опрошенных, по дате выполнения заказа, по кварталам",
        en="Share of ratings of 4 and 5 among those asked, by completion of the order, by quarter",
        bg="Дял на оценките 4 и 5 сред попитаните, по дата на изпълнение, по тримесечия",
    ),
}
_CLIENTS: Final = Text(ru="клиентов", en="clients", bg="клиенти")
UNDER: Final = {
    "orders": _CLIENTS,
    "revenue": _CLIENTS,
    "groups": _CLIENTS,
    "grown": _CLIENTS,
    "satisfied": Text(ru="оценок", en="ratings", bg="оценки"),
}
ON_AXIS: Final = Text(ru="{roman} кв. {year}", en="Q{n} {year}", bg="{roman} трим. {year}")
RUNNING: Final = Text(ru="квартал идёт", en="quarter in progress", bg="тримесечието тече")
GOAL: Final = Text(ru="Цель {goal}", en="Goal {goal}", bg="Цел {goal}")
FOOT: Final = Text(
    ru="Серая черта: 95 % интервал от 10 клиентов; пока он накрывает соседние кварталы, движения не видно. Полый кружок: "
    "квартал не закончен. Пунктир: цель для всех из таблицы целей. Период слева здесь не действует, остальные фильтры "
    "действуют.",
    en="Grey bar: the 95% interval, from 10 clients on; as long as it covers the quarters beside it, no movement can be "
    "told. Hollow dot: the quarter is not over. Dashed: the goal of everybody from the table of goals. The period on "
    "the left plays no part, the other filters do.",
    bg="Сива черта: 95% интервал, от 10 клиенти нагоре; докато покрива съседните тримесечия, движение не личи. Празно "
    "кръгче: тримесечието тече. Пунктир: целта за всички от таблицата с цели. Периодът вляво тук не важи, другите "
    "филтри важат.",
)
