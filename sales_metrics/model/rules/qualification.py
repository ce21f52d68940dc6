"""When a client is ours by the portrait, who the best clients are, and how long a bought competitor is news."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="ours_from_share",
        title=Text(
            ru="Доля признаков портрета, начиная с которой клиент наш",
            en="Share of the portrait’s marks from which a client is ours",
            bg="Дял на белезите от портрета, от който клиентът е наш",
        ),
        default=0.6,
        unit=Unit.SHARE,
        low=0.05,
        high=1.0,
    ),
    Rule(
        key="best_clients_share",
        title=Text(
            ru="Доля покупателей, которые считаются лучшими по выручке",
            en="Share of buying clients that count as the best by revenue",
            bg="Дял на купувачите, които се броят за най-добри по приходи",
        ),
        default=0.2,
        unit=Unit.SHARE,
        low=0.01,
        high=0.5,
        source="Client development plan (article on growing b2b clients)",
    ),
    Rule(
        key="competitor_days",
        title=Text(
            ru="Дней, в течение которых покупка у конкурента свежая",
            en="Days for which a purchase from a competitor is recent",
            bg="Дни, през които покупка от конкурент е скорошна",
        ),
        default=60,
        unit=Unit.COUNT,
        low=0,
        high=730,
    ),
)
