"""When a record is entered late, which records are worth a question, and how many are checked by telephone."""

from __future__ import annotations

from typing import Final

from ..text import Text
from ..unit import Unit
from .declaration import Rule

RULES: Final = (
    Rule(
        key="entry_days_at_most",
        title=Text(
            ru="Дней от контакта до записи о нём, не больше",
            en="Days from a contact to its entry, at most",
            bg="Дни от контакта до въвеждането му, най-много",
        ),
        default=3,
        unit=Unit.DAYS,
        low=0,
        high=60,
        # Friday's meeting, entered on Monday, is in time.
        source="Sales in the palm of your hand (entry at the end of the day), with a weekend",
    ),
    Rule(
        key="meetings_a_day_at_most",
        title=Text(
            ru="Встреч за день, которые ещё возможны",
            en="Meetings a day that are still possible",
            bg="Срещи на ден, които още са възможни",
        ),
        default=8,
        unit=Unit.COUNT,
        low=1,
        high=50,
    ),
    Rule(
        key="answer_days",
        title=Text(
            ru="Дней, за которые после встречи должно что-то последовать",
            en="Days within which something should follow a meeting",
            bg="Дни, в които след срещата трябва да последва нещо",
        ),
        default=30,
        unit=Unit.DAYS,
        low=1,
        high=365,
    ),
    Rule(
        key="contract_days",
        title=Text(
            ru="Дней, за которые после встречи ожидается договор",
            en="Days within which a contract is expected after a meeting",
            bg="Дни, в които след срещата се очаква договор",
        ),
        default=90,
        unit=Unit.DAYS,
        low=1,
        high=730,
    ),
    Rule(
        key="question_difference",
        title=Text(
            ru="Отличие доли от коллег, с которого запись стоит вопроса",
            en="Difference of a share from colleagues from which on records are worth a question",
            bg="Разлика в дела спрямо колегите, от която записите заслужават въпрос",
        ),
        default=0.03,
        unit=Unit.SHARE,
        low=0.005,
        high=0.5,
    ),
    Rule(
        key="ring_rate",
        title=Text(
            ru="Доля неподтверждаемых встреч, которую обзвон не должен пропустить",
            en="Share of meetings that nobody would confirm which a ring-round must not miss",
            bg="Дял на срещите, които никой не би потвърдил и които обзвъняването не бива да пропусне",
        ),
        default=0.10,
        unit=Unit.SHARE,
        low=0.01,
        high=0.9,
    ),
    Rule(
        key="ring_confidence",
        title=Text(ru="Надёжность обзвона", en="Confidence of a ring-round", bg="Надеждност на обзвъняването"),
        default=0.95,
        unit=Unit.SHARE,
        low=0.5,
        high=0.999,
    ),
    Rule(
        key="ring_reserve",
        title=Text(
            ru="Запас на замену в обзвоне, доля выборки",
            en="Reserve for replacements in a ring-round, share of the sample",
            bg="Резерв за замяна при обзвъняването, дял от извадката",
        ),
        default=0.5,
        unit=Unit.SHARE,
        low=0.0,
        high=1.0,
    ),
    Rule(
        key="ring_top_up",
        title=Text(
            ru="Проверок сверх выборки, по записям с вопросами",
            en="Checks beyond the sample, of records with questions",
            bg="Проверки извън извадката, по записи с въпроси",
        ),
        default=10,
        unit=Unit.COUNT,
        low=0,
        high=500,
    ),
    Rule(
        key="answer_sensitivity",
        title=Text(
            ru="Вероятность, что встречу, которой не было, не подтвердят",
            en="Chance that a meeting that never was is not confirmed",
            bg="Вероятност среща, която не е била, да не бъде потвърдена",
        ),
        default=0.90,
        unit=Unit.SHARE,
        low=0.5,
        high=1.0,
    ),
    Rule(
        key="answer_specificity",
        title=Text(
            ru="Вероятность, что состоявшуюся встречу подтвердят",
            en="Chance that a meeting that was is confirmed",
            bg="Вероятност проведена среща да бъде потвърдена",
        ),
        default=0.95,
        unit=Unit.SHARE,
        low=0.5,
        high=1.0,
    ),
)
