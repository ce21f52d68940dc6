"""How long deals are given, and when one that is still open has stood for too long."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="conversion_window",
        title=Text(
            ru="Срок, за который сделка должна быть выиграна, дней (0: по данным)",
            en="Days in which a deal has to be won to count (0: from the data)",
            bg="Срок, в който сделката трябва да бъде спечелена, дни (0: по данните)",
        ),
        default=0.0,
        unit=Unit.DAYS,
        low=0.0,
        high=1825.0,
    ),
    Rule(
        key="conversion_window_least",
        title=Text(
            ru="Срок конверсии по данным, не меньше, дней",
            en="Conversion window from the data, at least, days",
            bg="Срок на конверсията по данните, най-малко, дни",
        ),
        default=30.0,
        unit=Unit.DAYS,
        low=1.0,
        high=365.0,
    ),
    Rule(
        key="stuck_beyond",
        title=Text(
            ru="Доля выигранных, которые были быстрее: дольше них сделка застряла",
            en="Share of won deals that were faster: beyond it a deal is stuck",
            bg="Дял на спечелените, които са били по-бързи: отвъд него сделката е заседнала",
        ),
        default=0.90,
        unit=Unit.SHARE,
        low=0.5,
        high=0.99,
    ),
    Rule(
        key="stale_beyond",
        title=Text(
            ru="Доля выигранных, которые были быстрее: дольше них открытая сделка сомнительна",
            en="Share of won deals that were faster: beyond it an open deal is doubtful",
            bg="Дял на спечелените, които са били по-бързи: отвъд него отворената сделка е съмнителна",
        ),
        default=0.95,
        unit=Unit.SHARE,
        low=0.5,
        high=0.999,
    ),
    Rule(
        key="wins_for_a_limit",
        title=Text(
            ru="Выигранных сделок, с которых есть с чем сравнивать открытые",
            en="Won deals from which on open ones are held against them",
            bg="Спечелени сделки, от които нататък отворените се сравняват с тях",
        ),
        default=10.0,
        unit=Unit.COUNT,
        low=2.0,
        high=200.0,
    ),
)
