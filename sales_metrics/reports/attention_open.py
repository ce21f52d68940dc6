"""What is open with clients: promises whose day has passed, and meetings that have not become a purchase."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.attention import state_behind
from ..model.panel import Listing, ListRow, Panel
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import k_of_n, number
from ..text.plural import DAYS, counted
from .attention_waiting import COLUMNS, LISTED, MORE, as_of_today, contacts_of, last_contact, promised, text_of
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

OVERDUE: Final = Text(ru="Просрочено, дней", en="Days overdue", bg="Просрочено, дни")
MEETINGS: Final = Text(ru="Встреч", en="Meetings", bg="Срещи")
PROMISES_NAME: Final = Text(ru="Обещано и просрочено", en="Promised and overdue", bg="Обещано и просрочено")
PROMISES_SHOW: Final = Text(
    ru="Здесь будет видно, каким клиентам обещали следующий шаг и не сделали его в срок.",
    en="You would see which clients were promised a next step that is overdue.",
    bg="Тук ще се вижда на кои клиенти е обещана стъпка, чийто срок е минал.",
)
PROMISES_TITLE: Final = Text(
    ru="Просрочены обещания клиентам: {share}, самое давнее на {days}",
    en="Promises to clients overdue: {share}, the oldest by {days}",
    bg="Просрочени обещания към клиенти: {share}, най-старото с {days}",
)
PROMISES_NONE: Final = Text(
    ru="Ни одно обещание клиентам не просрочено",
    en="No promise to a client is overdue",
    bg="Няма просрочени обещания към клиенти",
)
PROMISES_SUBTITLE: Final = Text(
    ru="Клиенты, у которых день следующего шага прошёл без нового контакта, на {day}. Сначала самые давние",
    en="Clients whose next step was due and no contact has followed, as of {day}. The longest overdue first",
    bg="Клиенти, при които денят на следващата стъпка е минал без нов контакт, към {day}. Първо най-старите",
)
ENGAGED_NAME: Final = Text(
    ru="Встречаемся, но не продаём", en="Met but not sold to", bg="Срещаме се, но не продаваме"
)
ENGAGED_SHOW: Final = Text(
    ru="Здесь будет видно, с какими клиентами встреч много, а покупок нет.",
    en="You would see which clients are met often and have bought nothing.",
    bg="Тук ще се вижда с кои клиенти има много срещи, но няма покупки.",
)
ENGAGED_TITLE: Final = Text(
    ru="Клиенты, с которыми от {from_n} встреч и ни одной покупки: {share}",
    en="Clients with {from_n} meetings or more who bought nothing: {share}",
    bg="Клиенти с поне {from_n} срещи и без покупка: {share}",
)
ENGAGED_NONE: Final = Text(
    ru="Все, с кем было от {from_n} встреч, что-то купили",
    en="Everybody with {from_n} meetings or more has bought something",
    bg="Всички с поне {from_n} срещи са купили нещо",
)
ENGAGED_SUBTITLE: Final = Text(
    ru="Клиенты, с которыми состоялось от {from_n} встреч, без выигранных сделок и заказов, на {day}. Сначала "
    "те, с кем встреч больше",
    en="Clients with {from_n} meetings held or more, without a won deal or an order, as of {day}. Most meetings "
    "first",
    bg="Клиенти с поне {from_n} проведени срещи, без спечелена сделка и поръчка, към {day}. Първо с най-много "
    "срещи",
)
ENGAGED_FOOT: Final = Text(
    ru="Вовлечён тот, с кем состоялось от {from_n} встреч: так задано в правилах. Долгий цикл тоже даёт такие "
    "строки.",
    en="A client is engaged from {from_n} meetings on: so the rules say. A long cycle makes such rows too.",
    bg="Клиентът е ангажиран от {from_n} срещи нататък: така е в правилата. И дългият цикъл дава такива редове.",
)


def promises_panel(context: Context) -> Panel:
    """Return the clients to whom something is overdue, the longest first."""
    metric, key, title = METRICS["promise_overdue"], "attention.promises", context.say(PROMISES_NAME)
    absent = missing_panel(key, title, metric, PROMISES_SHOW, context)
    if absent:
        return absent
    every = state_behind(metric, context.tables, as_of_today(context))
    if every.empty:
        return nothing_panel(key, title, context)
    found = every[every["k"] == 1]
    late = (pd.Timestamp(context.today) - pd.to_datetime(found["promised_on"])).dt.days
    found = found.assign(late=late).sort_values(["late", "client"], ascending=[False, True], kind="stable")
    title = context.say(PROMISES_NONE)
    if len(found):
        share = k_of_n(len(found), len(every), context.language)
        days = counted(int(found["late"].iloc[0]), context.language, DAYS)
        title = context.say(PROMISES_TITLE, share=share, days=days)
    heads = (*COLUMNS[:4], OVERDUE, COLUMNS[6])
    rows = tuple(_promise(row, context) for row in rows_of(found.head(LISTED)))
    subtitle = context.say(PROMISES_SUBTITLE, day=day(context.today, context.language))
    return Panel(
        key,
        title,
        subtitle,
        Listing(context.columns(heads, right=(4,), wide=5), rows),
        _foot("", len(found), context),
    )


def engaged_panel(context: Context) -> Panel:
    """Return the clients that are met and do not buy, most meetings first."""
    metric, key, title = METRICS["engaged_not_converted"], "attention.engaged", context.say(ENGAGED_NAME)
    absent = missing_panel(key, title, metric, ENGAGED_SHOW, context)
    if absent:
        return absent
    every = state_behind(metric, context.tables, as_of_today(context))
    if every.empty:
        return nothing_panel(key, title, context)
    found = every[every["k"] == 1].sort_values(["meetings", "client"], ascending=[False, True], kind="stable")
    from_n = number(context.rule("engaged_from_meetings"), context.language)
    share = k_of_n(len(found), len(every), context.language)
    title = context.say(ENGAGED_TITLE if len(found) else ENGAGED_NONE, from_n=from_n, share=share)
    heads = (COLUMNS[0], COLUMNS[2], MEETINGS, COLUMNS[3], COLUMNS[6])
    rows = tuple(
        ListRow(
            (
                str(row.client),
                text_of(row.manager),
                number(row.meetings, context.language),
                last_contact(row, context),
                promised(row, context),
            ),
            contacts_of(str(row.client)),
        )
        for row in rows_of(found.head(LISTED))
    )
    subtitle = context.say(ENGAGED_SUBTITLE, from_n=from_n, day=day(context.today, context.language))
    foot = _foot(context.say(ENGAGED_FOOT, from_n=from_n), len(found), context)
    return Panel(key, title, subtitle, Listing(context.columns(heads, right=(2,), wide=4), rows), foot)


def _promise(row: Any, context: Context) -> ListRow:
    cells = (
        str(row.client),
        text_of(row.priority),
        text_of(row.manager),
        last_contact(row, context),
        number(row.late, context.language),
        promised(row, context),
    )
    return ListRow(cells, contacts_of(str(row.client)))


def _foot(said: str, many: int, context: Context) -> str:
    parts = [said] if said else []
    if many > LISTED:
        parts.append(context.say(MORE, shown=number(LISTED, context.language), all=number(many, context.language)))
    return " ".join([*parts, context.as_of])
