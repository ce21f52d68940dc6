"""The people of the demo company: who they are and how each of them differs from the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from ..model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """One sales manager.

    `skill` is added to the log-odds of every step of a deal; `meetings` and `calls` are means a working day;
    `reasons` multiplies the usual weights of refusal reasons; `blank` is the share of refusals left without a
    reason, `dormant` the share of lost deals that are never closed, `trained` whether the training of
    autumn 2025 was attended, and `after` what it added to the log-odds of the steps after a meeting.
    """

    name: Text
    team: str
    skill: float = 0.0
    calls: float = 5.5
    meetings: float = 1.08
    reasons: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    blank: float = 0.05
    dormant: float = 0.012
    trained: bool = False
    after: float = 0.0


BUDGET, INTEREST, BEST, ODD, TWIN_A, TWIN_B, BLANK, DORMANT = range(8)

SELLERS: Final = (
    Seller(
        name=Text(ru="Марина Орлова", en="Megan Turner", bg="Мария Стоянова"),
        team="north",
        reasons={"budget": 4.8, "price": 0.8},
    ),
    Seller(
        name=Text(ru="Игорь Лебедев", en="Ian Cooper", bg="Иван Костов"),
        team="south",
        reasons={"interest": 5.8, "price": 0.8},
    ),
    Seller(
        name=Text(ru="Елена Зайцева", en="Ellen Hughes", bg="Елена Петкова"),
        team="north",
        skill=0.72,
        calls=4.3,
        meetings=1.3,
    ),
    Seller(
        name=Text(ru="Павел Громов", en="Paul Garner", bg="Павел Грозев"),
        team="south",
        skill=-0.55,
        calls=5.0,
        meetings=0.9,
    ),
    Seller(
        name=Text(ru="Ольга Миронова", en="Olivia Marsh", bg="Олга Милева"),
        team="north",
        skill=-0.42,
        trained=True,
        after=1.15,
    ),
    Seller(
        name=Text(ru="Денис Киселёв", en="Dennis Kemp", bg="Денис Кирилов"),
        team="south",
        skill=-0.42,
        trained=True,
        after=1.15,
    ),
    Seller(
        name=Text(ru="Светлана Белова", en="Sarah Bell", bg="Светла Бонева"),
        team="north",
        skill=-0.42,
        blank=0.46,
        trained=True,
        after=1.15,
    ),
    Seller(
        name=Text(ru="Андрей Фомин", en="Andrew Foster", bg="Андрей Филипов"),
        team="south",
        dormant=0.2,
    ),
)

TEAMS: Final = {
    "north": Text(ru="Север", en="North", bg="Север"),
    "south": Text(ru="Юг", en="South", bg="Юг"),
}
HEADS: Final = {
    "north": Text(ru="Тамара Юдина", en="Tamsin York", bg="Тамара Юрукова"),
    "south": Text(ru="Виктор Нечаев", en="Victor Nash", bg="Виктор Нейков"),
}
SERVICE: Final = (
    Text(ru="Ирина Дроздова", en="Irene Drake", bg="Ирина Драгнева"),
    Text(ru="Роман Ершов", en="Roland Eaton", bg="Румен Еленков"),
)
TELEMARKETERS: Final = (
    Text(ru="Юлия Щукина", en="Julia Shaw", bg="Юлия Шопова"),
    Text(ru="Кирилл Чижов", en="Kyle Chambers", bg="Кирил Чолаков"),
)
ROLES: Final = {
    "manager": Text(ru="менеджер по продажам", en="sales manager", bg="търговец"),
    "head": Text(ru="руководитель группы", en="head of team", bg="ръководител екип"),
    "service": Text(ru="сервисный менеджер", en="service manager", bg="сервизен мениджър"),
    "telemarketer": Text(ru="телемаркетолог", en="tele-marketer", bg="телемаркетолог"),
}
