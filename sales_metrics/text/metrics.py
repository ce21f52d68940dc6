"""Units, directions and values of metrics in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ..model.text import Language, Text
from ..model.unit import Better, Unit
from .numbers import money, number, percent

UNITS: Final[Mapping[Unit, Text]] = {
    Unit.COUNT: Text(ru="штук", en="count", bg="брой"),
    Unit.MONEY: Text(ru="деньги", en="money", bg="пари"),
    Unit.SHARE: Text(ru="доля", en="share", bg="дял"),
    Unit.DAYS: Text(ru="дней", en="days", bg="дни"),
    Unit.PER_DAY: Text(
        ru="в рабочий день менеджера", en="per working day of a manager", bg="на работен ден на мениджър"
    ),
    Unit.PER_CLIENT: Text(ru="на одного клиента", en="per client", bg="на един клиент"),
}
DIRECTIONS: Final[Mapping[Better, Text]] = {
    Better.HIGHER: Text(ru="больше", en="higher", bg="повече"),
    Better.LOWER: Text(ru="меньше", en="lower", bg="по-малко"),
    Better.NEITHER: Text(ru="ни то ни другое", en="neither", bg="нито едното, нито другото"),
}
DAYS: Final = Text(ru="{value} дн.", en="{value} days", bg="{value} дни")


def unit_text(unit: Unit, language: Language) -> str:
    """Return what a metric is measured in."""
    return UNITS[unit].in_(language)


def better_text(better: Better, language: Language) -> str:
    """Return which direction of a metric is good."""
    return DIRECTIONS[better].in_(language)


def target_text(target: float, unit: Unit, language: Language) -> str:
    """Return a target with its unit, as in the glossary."""
    decimals = 0 if float(target).is_integer() else 1
    return percent(target, language) if unit is Unit.SHARE else number(target, language, decimals)


def value_text(value: float | None, unit: Unit, language: Language, currency: str = "") -> str:
    """Return a value with its unit, short, as on a card: "33 %", "23,1 млн ₽", "3,6 в день"; a dash for `None`."""
    match unit:
        case Unit.SHARE:
            return percent(value, language)
        case Unit.MONEY:
            return money(value, language, currency)
        case Unit.DAYS:
            return DAYS.in_(language).format(value=number(value, language))
        case Unit.PER_DAY:
            return number(value, language, 1)
        case Unit.PER_CLIENT:
            return number(value, language, 1)
        case Unit.COUNT:
            return number(value, language)


def answer_text(answer: float | Mapping[Any, float], unit: Unit, language: Language) -> str:
    """Return the answer of a worked example with every decimal that it has, or one per category."""
    if isinstance(answer, Mapping):
        return "; ".join(f"{name or '—'}: {answer_text(value, unit, language)}" for name, value in answer.items())
    if unit is Unit.SHARE:
        return percent(answer, language, 1)
    return number(answer, language, 0 if float(answer).is_integer() else 2)
