"""Every client with a finished action by itself: what it bought before and after, those that bought less first."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from ..metrics import METRICS
from ..metrics.round_actions import EARLY, WITH
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel
from ..text.dates import day
from ..text.numbers import counts, money, number, signed_money
from . import plan_results_words as words
from .attention_waiting import EVER, LISTED, MORE
from .context import Context
from .missing import WIDEN, missing_panel, nothing_panel
from .plan_bought import bought_by_client
from .plan_results import BOTH, left_out
from .shares import rows_of

LIST_KEY: Final = "plans.followed"


def followed_panel(context: Context) -> Panel:
    """Return the clients with a finished action, one row each, those that bought less first."""
    title = context.say(words.LIST_NAME)
    absent = missing_panel(LIST_KEY, title, METRICS["bought_round_actions"], words.WOULD_SHOW, context)
    if absent:
        return absent
    clients = bought_by_client(context)
    if clients.empty:
        return nothing_panel(LIST_KEY, title, context)
    early = clients[clients["standing"] == EARLY].sort_values(["acted_on", "client"])
    bought = clients[clients["standing"] == WITH]
    days = number(context.rule("plan_span_days"), context.language)
    if bought.empty and early.empty:
        why = context.say(words.NOT_YET, days=days)
        return Panel(LIST_KEY, title, "", Empty(why, left_out(clients, 0, context), context.say(WIDEN)))
    bought = bought.assign(change=bought["revenue_after"] - bought["revenue_before"])
    bought = bought.sort_values(["change", "client"], kind="stable")
    columns = tuple(
        ListColumn(context.say(head), Align.RIGHT if at else Align.LEFT) for at, head in enumerate(words.LIST_HEADS)
    )
    rows = [_client(row, context) for row in rows_of(bought.head(LISTED))]
    rows += [_waiting(row, context) for row in rows_of(early.head(LISTED - len(rows)))]
    many = len(bought) + len(early)
    rose = int((bought["change"] > 0).sum())
    title = context.say(words.LIST_TITLE, share=counts(rose, len(bought), context.language))
    parts = [context.say(words.LIST_FOOT)]
    if many > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, many))
        parts.append(context.say(MORE, shown=shown, all=every))
    return Panel(
        LIST_KEY,
        context.say(words.LIST_TITLE_EARLY) if bought.empty else title,
        context.say(words.LIST_SUBTITLE, days=days),
        Listing(columns, tuple(rows)),
        " ".join([*parts, context.as_of]),
    )


def _client(row: Any, context: Context) -> ListRow:
    lang, currency = context.language, context.currency
    pairs = [
        context.say(words.ARROW, before=number(before, lang), after=number(after, lang))
        for before, after in ((row.orders_before, row.orders_after), (row.groups_before, row.groups_after))
    ]
    cells = (
        str(row.client),
        signed_money(row.change, lang, currency),
        money(row.revenue_before, lang, currency),
        money(row.revenue_after, lang, currency),
        *pairs,
        day(row.acted_on.date(), lang),
    )
    where: dict[str, str | tuple[str | None, ...] | None] = {
        "client": str(row.client),
        "stretch": tuple(WITH + when for when in BOTH),
    }
    return ListRow(cells, Drill("bought_round_actions", MappingProxyType(where), "n", EVER))


def _waiting(row: Any, context: Context) -> ListRow:
    last: date = row.acted_on.date() + timedelta(days=int(row.span) - 1)
    until = context.say(words.UNTIL, day=day(last, context.language))
    cells = (str(row.client), until, "", "", "", "", day(row.acted_on.date(), context.language))
    where = MappingProxyType({"client": str(row.client), "standing": EARLY})
    return ListRow(cells, Drill("clients_compared", where, "n", EVER))
