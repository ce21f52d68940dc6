"""When something is due for a client: tenders, offers, letters, birthdays. Hand-overs go by the conveyor's rule."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="tender_months",
        title=Text(
            ru="За сколько месяцев до тендера начинать подготовку",
            en="Months before a tender at which its preparation starts",
            bg="Месеци преди търга, когато започва подготовката",
        ),
        default=9,
        unit=Unit.COUNT,
        low=1,
        high=36,
    ),
    Rule(
        key="tender_warning_days",
        title=Text(
            ru="За сколько дней до начала подготовки к тендеру предупреждать",
            en="Days before the start of a tender's preparation at which it is announced",
            bg="Дни преди началото на подготовката за търг, когато се напомня",
        ),
        default=15,
        unit=Unit.DAYS,
        low=0,
        high=180,
    ),
    Rule(
        key="offer_confirm_days",
        title=Text(
            ru="Рабочих дней после отправки, за которые подтверждают получение предложения",
            en="Working days after sending within which the receipt of an offer is confirmed",
            bg="Работни дни след изпращането, в които се потвърждава получаването на офертата",
        ),
        default=1,
        unit=Unit.DAYS,
        low=1,
        high=20,
    ),
    Rule(
        key="offer_warning_days",
        title=Text(
            ru="За сколько рабочих дней до конца срока предложения напоминать",
            en="Working days before an offer expires at which it is announced",
            bg="Работни дни преди изтичането на офертата, когато се напомня",
        ),
        default=3,
        unit=Unit.DAYS,
        low=1,
        high=20,
    ),
    Rule(
        key="letter_from_rating",
        title=Text(
            ru="Оценка заказа, начиная с которой просят рекомендательное письмо",
            en="Rating of an order from which on a letter of recommendation is asked for",
            bg="Оценка на поръчката, от която нататък се иска препоръчително писмо",
        ),
        default=5,
        unit=Unit.COUNT,
        low=1,
        high=5,
    ),
    Rule(
        key="letter_days",
        title=Text(
            ru="Дней после хорошей оценки, за которые просят рекомендательное письмо",
            en="Days after a good rating within which a letter of recommendation is asked for",
            bg="Дни след добра оценка, в които се иска препоръчително писмо",
        ),
        default=14,
        unit=Unit.DAYS,
        low=1,
        high=180,
    ),
    Rule(
        key="birthday_warning_days",
        title=Text(
            ru="За сколько дней напоминать о дне рождения",
            en="Days before a birthday at which it is announced",
            bg="За колко дни да се напомня за рожден ден",
        ),
        default=7,
        unit=Unit.DAYS,
        low=0,
        high=60,
    ),
)
