"""How far back a forecast looks, and how long a meeting may take to become a contract."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="contract_within_days",
        title=Text(
            ru="Сколько дней после встречи договор ещё считается её итогом",
            en="Days after a meeting in which a contract still counts as its outcome",
            bg="Колко дни след срещата договорът още се брои за неин резултат",
        ),
        default=180,
        unit=Unit.DAYS,
        low=7,
        high=730,
    ),
    Rule(
        key="forecast_months_back",
        title=Text(
            ru="За сколько месяцев назад прогноз смотрит на встречи и договоры",
            en="Months of meetings and contracts that the forecast looks back on",
            bg="Колко месеца назад прогнозата гледа срещите и договорите",
        ),
        default=12,
        unit=Unit.COUNT,
        low=3,
        high=60,
    ),
    Rule(
        key="training_window_days",
        title=Text(
            ru="Сколько дней после встречи ждём договор, когда судим об обучении",
            en="Days given to a meeting to become a contract when a training is judged",
            bg="Колко дни след срещата чакаме договор, когато съдим за обучение",
        ),
        default=90,
        unit=Unit.DAYS,
        low=7,
        high=365,
    ),
    Rule(
        key="training_months",
        title=Text(
            ru="Сколько месяцев до и после обучения сравниваем",
            en="Months before and after a training that are compared",
            bg="Колко месеца преди и след обучението сравняваме",
        ),
        default=6,
        unit=Unit.COUNT,
        low=1,
        high=24,
    ),
    Rule(
        key="training_difference",
        title=Text(
            ru="Прибавка результативности встреч, ради которой стоит учить",
            en="Gain in meeting effectiveness that makes a training worth while",
            bg="Прираст в резултатността на срещите, заради който си струва обучение",
        ),
        default=0.03,
        unit=Unit.SHARE,
        low=0.005,
        high=0.5,
    ),
    Rule(
        key="shared_luck",
        title=Text(
            ru="Насколько шансы открытых сделок меняются вместе (разброс логарифма шансов)",
            en="How far the chances of open deals move together (spread of their log odds)",
            bg="Доколко шансовете на отворените сделки се менят заедно (разсейване на логаритъма им)",
        ),
        default=0.3,
        unit=Unit.COUNT,
        low=0.0,
        high=2.0,
    ),
)
