"""One screen for a manager: whom to ring this week and why, one line a client."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.listing import dimension_values
from ..model.panel import Drill, Empty, Listing, ListRow, Panel, Pick, Verdict
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import money, number
from ..text.plural import CLIENTS, counted
from .attention_waiting import EVER, LISTED, MORE, as_of_today, contacts_of, text_of
from .context import Context
from .missing import missing_panel
from .my_clients_reasons import PROMISE, WEIGHT, reasons_of, told
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
ANY_OF: Final = ("attention_in_norm", "duties_open", "plan_actions", "sleeping_clients")
"""What gives reasons to ring somebody; any of them will do."""
REACHED_BY: Final = ("contact_person", "phone", "email")
"""What tells how to reach a client; an e-mail only where there is no phone."""


def my_clients(context: Context) -> tuple[Panel, ...]:
    """Return the one panel of the page. It is of the last day of the data, whatever the period."""
    return (ring_panel(context),)


def ring_panel(context: Context) -> Panel:
    """Return whom to ring this week, the most urgent first."""
    key, title = "my_clients.ring", context.say(NAME)
    absent = missing_panel(key, title, METRICS[ANY_OF[0]], WOULD_SHOW, context)
    if absent and all(METRICS[name].missing(context.tables) for name in ANY_OF):
        return absent
    pick, reasons = _pick(context), reasons_of(context)
    if pick.chosen != EVERYBODY:
        reasons = reasons[reasons["manager"] == pick.chosen]
    if reasons.empty:
        return Panel(key, title, "", Empty(context.say(NOBODY), context.say(NOBODY_HINT)), choices=(pick,))
    order = _order(reasons, _open_money(context))
    listed = order.head(LISTED)
    # Words are put to those alone that are listed.
    why, reach = told(reasons[reasons["client"].isin(listed["client"])], context), _reach(context)
    heads = (CLIENT, WHY, WHOM, DEALS, *([WHOSE] if pick.chosen == EVERYBODY else []), URGENCY)
    columns = context.columns(heads, right=(heads.index(DEALS), heads.index(URGENCY)), wide=heads.index(WHY))
    rows = []
    for row in rows_of(listed):
        said = _said(row, why[row.client], reach.get(row.client, ""), context)
        verdict = Verdict.WORSE if row.late else Verdict.NONE
        rows.append(ListRow(tuple(said[head] for head in heads), _way(row.client, context), verdict))
    promised = int((reasons["kind"] == PROMISE).sum())
    clients = counted(len(order), context.language, CLIENTS)
    title = context.say(TITLE if promised else TITLE_CALM, clients=clients, late=number(promised, context.language))
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    picture = Listing(columns, tuple(rows), shown=20)
    return Panel(key, title, subtitle, picture, _foot(len(order), context), (pick,))


def _order(reasons: pd.DataFrame, worth: dict[str, float]) -> pd.DataFrame:
    """Return the clients, the most urgent first: client, manager, urgency, late and worth (in open deals)."""
    weighed = reasons.assign(urgency=reasons["kind"].map(WEIGHT).astype("int64"))
    order = weighed.groupby("client", as_index=False).agg(
        manager=("manager", "first"), urgency=("urgency", "sum"), late=("late", "any")
    )
    order = order.assign(worth=order["client"].map(worth).fillna(0.0).astype("float64"))
    return order.sort_values(["urgency", "worth", "client"], ascending=[False, False, True], kind="stable")


def _way(client: str, context: Context) -> Drill:
    """Return the way to the contacts with a client, or to its orders or deals where there are no contacts."""
    if not METRICS["attention_in_norm"].missing(context.tables):
        return contacts_of(client)
    for key in ("revenue", "won_amount", "duties_open"):
        if not METRICS[key].missing(context.tables):
            part = "n" if key == "duties_open" else "total"
            return Drill(key, MappingProxyType({"client": client}), part, EVER)
    return Drill("plan_actions", MappingProxyType({"client": client}), "n", EVER)


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


def _said(row: Any, why: str, reach: str, context: Context) -> dict[Text, str]:
    return {
        CLIENT: str(row.client),
        WHY: why,
        WHOM: reach,
        DEALS: money(row.worth, context.language, context.currency) if row.worth else "",
        WHOSE: text_of(row.manager),
        URGENCY: number(row.urgency, context.language),
    }


def _foot(many: int, context: Context) -> str:
    parts = [context.say(FOOT)]
    if many > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, many))
        parts.append(context.say(MORE, shown=shown, all=every))
    return " ".join([*parts, context.as_of])
