"""Whose clients are kept within the norm, and whose have a next step."""

from __future__ import annotations

from typing import Final

from ..metrics import METRICS
from ..model.panel import Panel
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import k_of_n
from .attention_waiting import WOULD_SHOW
from .context import Context
from .missing import missing_panel, nothing_panel
from .rates import compared

NAME: Final = Text(
    ru="В норме внимания, по менеджерам", en="Within the norm, by manager", bg="В нормата, по мениджъри"
)
SUBTITLE: Final = Text(
    ru="Доля клиентов, у которых последний контакт в пределах нормы приоритета, на {day}",
    en="Share of clients whose last contact is within the norm of their priority, as of {day}",
    bg="Дял на клиентите, чийто последен контакт е в нормата за приоритета, към {day}",
)
LESS: Final = Text(
    ru="{who}: клиенты чаще, чем у остальных, ждут дольше нормы",
    en="{who}: clients wait past the norm more often than the rest's",
    bg="{who}: клиентите по-често от останалите чакат над нормата",
)
MORE: Final = Text(
    ru="{who}: клиенты реже, чем у остальных, ждут дольше нормы",
    en="{who}: clients wait past the norm less often than the rest's",
    bg="{who}: клиентите по-рядко от останалите чакат над нормата",
)
ALIKE: Final = Text(
    ru="В норме {share}; никто доказанно не отличается от остальных",
    en="{share} within the norm; nobody is proven to differ from the rest",
    bg="В нормата са {share}; за никого не е доказано, че се различава",
)
STEP_NAME: Final = Text(
    ru="Следующий шаг, по менеджерам", en="Next step, by manager", bg="Следваща стъпка, по мениджъри"
)
STEP_SUBTITLE: Final = Text(
    ru="Доля клиентов, у которых после последнего контакта назван следующий шаг или запланирован контакт, на {day}",
    en="Share of clients for whom the last contact named a next step or a contact is planned, as of {day}",
    bg="Дял на клиентите, за които е посочена следваща стъпка или е планиран контакт, към {day}",
)
STEP_TITLE: Final = Text(
    ru="Клиенты без следующего шага: {share}",
    en="Clients without a next step: {share}",
    bg="Клиенти без следваща стъпка: {share}",
)


def managers_panel(context: Context) -> Panel:
    """Return the share of clients within the norm, each manager against the rest."""
    metric, key, title = METRICS["attention_in_norm"], "attention.managers", context.say(NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    found = None if absent else compared(metric, context, always=True)
    if found is None:
        return absent or nothing_panel(key, title, context)
    title = found.title(context, worse=LESS, better=MORE, alike=ALIKE)
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, found.picture, f"{found.foot} {context.as_of}")


def next_step_panel(context: Context) -> Panel:
    """Return the share of clients with a next step, each manager against the rest."""
    metric, key, title = METRICS["next_step_known"], "attention.next_step", context.say(STEP_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    found = None if absent else compared(metric, context, always=True)
    if found is None:
        return absent or nothing_panel(key, title, context)
    whole = found.picture.dots[0].share
    title = context.say(STEP_TITLE, share=k_of_n(whole.n - whole.k, whole.n, context.language))
    subtitle = context.say(STEP_SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, found.picture, f"{found.foot} {context.as_of}")
