"""One screen for a manager: whom to ring this week and why, one line a client."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.attention import state_behind
from ..metrics.listing import dimension_values
from ..model.panel import Align, Empty, ListColumn, Listing, ListRow, Panel, Pick, Verdict
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import money, number
from ..text.plural import CLIENTS, counted
from .attention_waiting import LISTED, MORE, as_of_today, contacts_of, text_of
from .context import Context
from .missing import missing_panel
from .my_clients_reasons import Client, reasons_of
from .my_clients_words import (
    ALL,
    CLIENT,
    DEALS,
    FOOT,
    MANAGER,
    NAME,
    NOBODY,
    NOBODY_HINT,
    SUBTITLE,
    TITLE,
    TITLE_CALM,
    URGENCY,
    WHOM,
    WHOSE,
    WHY,
    WOULD_SHOW,
)
from .shares import rows_of

EVERYBODY: Final = "all"
REACHED_BY: Final = ("contact_person", "phone", "email")
"""What tells how to reach a client; an e-mail only where there is no phone."""


def my_clients(context: Context) -> tuple[Panel, ...]:
    """Return the one panel of the page. It is of the last day of the data, whatever the period."""
    return (ring_panel(context),)


def ring_panel(context: Context) -> Panel:
    """Return whom to ring this week, the most urgent first."""
    key, title = "my_clients.ring", context.say(NAME)
    absent = missing_panel(key, title, METRICS["attention_in_norm"], WOULD_SHOW, context)
    if absent:
        return absent
    pick = _pick(context)
    known = state_behind(METRICS["attention_in_norm"], context.tables, as_of_today(context))
    known = known.drop_duplicates("client").set_index("client")
    if pick.chosen != EVERYBODY:
        known = known[known["manager"] == pick.chosen]
    found = reasons_of(known, context)
    if not found:
        return Panel(key, title, "", Empty(context.say(NOBODY), context.say(NOBODY_HINT)), choices=(pick,))
    worth, reach = _open_money(context), _reach(context)
    order = sorted(found, key=lambda name: (-found[name].urgency, -worth.get(name, 0.0), name))
    promised = sum(one.promised for one in found.values())
    clients = counted(len(found), context.language, CLIENTS)
    title = context.say(TITLE if promised else TITLE_CALM, clients=clients, late=number(promised, context.language))
    heads = {CLIENT: Align.LEFT, WHY: Align.LEFT, WHOM: Align.LEFT, DEALS: Align.RIGHT, WHOSE: Align.LEFT,
             URGENCY: Align.RIGHT}  # fmt: skip
    shown = {head: align for head, align in heads.items() if head is not WHOSE or pick.chosen == EVERYBODY}
    columns = tuple(ListColumn(context.say(head), align, wide=head is WHY) for head, align in shown.items())
    state = {name: row for name, row in zip(known.index, rows_of(known), strict=True) if name in found}
    rows = []
    for name in order[:LISTED]:
        said = _said(name, found[name], state[name], worth.get(name), reach.get(name, ""), context)
        verdict = Verdict.WORSE if found[name].late else Verdict.NONE
        rows.append(ListRow(tuple(said[head] for head in shown), contacts_of(name), verdict))
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    picture = Listing(columns, tuple(rows), shown=20)
    return Panel(key, title, subtitle, picture, _foot(len(order), context), (pick,))


def _pick(context: Context) -> Pick:
    managers = [name for name in dimension_values(context.tables, "manager") if name]
    options = ((EVERYBODY, context.say(ALL)), *((name, name) for name in managers))
    return context.pick("my_clients.manager", context.say(MANAGER), options, EVERYBODY)


def _open_money(context: Context) -> dict[str, float]:
    metric = METRICS["open_amount"]
    if metric.missing(context.tables):
        return {}
    found = metric.measure(context.tables, by=("client",), filters=as_of_today(context)).dropna(subset=["client"])
    return {str(name): float(total) for name, total in zip(found["client"], found["total"], strict=True)}


def _reach(context: Context) -> dict[str, str]:
    """Return whom to ask for and under which number, for every client of which the clients table tells it."""
    present = context.tables.present("clients")
    names = [name for name in REACHED_BY if name in present]
    if not names or "client" not in present:
        return {}
    clients = context.tables.fetch(context.tables["clients"].select("client", *names))
    known = clients.dropna(subset=["client"]).drop_duplicates("client").reindex(columns=["client", *REACHED_BY])
    said = {}
    for row in rows_of(known):
        number_or_mail = row.email if pd.isna(row.phone) else row.phone
        said[str(row.client)] = ", ".join(
            text_of(one) for one in (row.contact_person, number_or_mail) if text_of(one)
        )
    return {name: text for name, text in said.items() if text}


def _said(name: str, one: Client, state: Any, worth: float | None, reach: str, context: Context) -> dict[Text, str]:
    return {
        CLIENT: name,
        WHY: one.said,
        WHOM: reach,
        DEALS: money(worth, context.language, context.currency) if worth else "",
        WHOSE: text_of(state.manager),
        URGENCY: number(one.urgency, context.language),
    }


def _foot(many: int, context: Context) -> str:
    parts = [context.say(FOOT)]
    if many > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, many))
        parts.append(context.say(MORE, shown=shown, all=every))
    return " ".join([*parts, context.as_of])
