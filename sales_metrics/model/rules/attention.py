"""How long a client may be left without a contact, and from how many meetings on a client is engaged."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="attention_days_a",
        title=Text(
            ru="Дней между контактами с клиентом приоритета A, не больше",
            en="Days between contacts with a client of priority A, at most",
            bg="Дни между контактите с клиент с приоритет A, най-много",
        ),
        default=14,
        unit=Unit.DAYS,
        low=1,
        high=365,
    ),
    Rule(
        key="attention_days_b",
        title=Text(
            ru="Дней между контактами с клиентом приоритета B, не больше",
            en="Days between contacts with a client of priority B, at most",
            bg="Дни между контактите с клиент с приоритет B, най-много",
        ),
        default=30,
        unit=Unit.DAYS,
        low=1,
        high=730,
    ),
    Rule(
        key="attention_days_c",
        title=Text(
            ru="Дней между контактами с клиентом приоритета C или без приоритета, не больше",
            en="Days between contacts with a client of priority C or of none, at most",
            bg="Дни между контактите с клиент с приоритет C или без приоритет, най-много",
        ),
        default=60,
        unit=Unit.DAYS,
        low=1,
        high=1095,
    ),
    Rule(
        key="engaged_from_meetings",
        title=Text(
            ru="Встреч, начиная с которых клиент вовлечён",
            en="Meetings from which on a client is engaged",
            bg="Срещи, от които нататък клиентът е ангажиран",
        ),
        default=3,
        unit=Unit.COUNT,
        low=1,
        high=50,
    ),
)
