"""One screen for a manager: whom to ring this week and why, one line a client."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, NamedTuple

import pandas as pd

from ..metrics import METRICS
from ..metrics.attention import state_behind
from ..metrics.client_calendar import BIRTHDAY, CONFIRM, EXPIRY, HANDOVER, LETTER, TENDER
from ..metrics.development_plans import OVERDUE, actions_behind
from ..metrics.listing import dimension_values
from ..model.panel import Align, Empty, ListColumn, Listing, ListRow, Panel, Pick, Verdict
from ..text.dates import day
from ..text.numbers import money, number
from ..text.plural import CLIENTS, DAYS, counted
from . import client_calendar_words as calendar_words
from .attention_waiting import LISTED, MORE, as_of_today, contacts_of, last_contact, text_of
from .client_calendar import duties_of
from .context import Context
from .missing import missing_panel
from .my_clients_words import (
    ALL,
    COLUMNS,
    FOOT,
    MANAGER,
    NAME,
    NOBODY,
    NOBODY_HINT,
    PLAN,
    PROMISED,
    PROMISED_WHAT,
    SILENT,
    SUBTITLE,
    TITLE,
    TITLE_CALM,
    WOULD_SHOW,
)
from .shares import rows_of

EVERYBODY: Final = "all"
WEEK: Final = timedelta(days=7)
WEIGHT: Final = {
    "promise": 5, CONFIRM: 5, EXPIRY: 4, "plan": 4, HANDOVER: 3, TENDER: 3, "waiting": 2, LETTER: 1, BIRTHDAY: 1,
}  # fmt: skip
"""How much a reason presses: what was promised to the client first, then what costs a deal, then the rest."""


@dataclass(slots=True)
class Client:
    """What speaks for ringing one client."""

    reasons: list[tuple[int, str]] = field(default_factory=list)
    late: bool = False

    def add(self, kind: str, said: str, *, late: bool) -> None:
        """Add a reason; one kind presses once, however many rows there are of it."""
        weight = WEIGHT[kind]
        self.reasons.append((weight, said))
        self.late |= late

    @property
    def urgency(self) -> int:
        """The sum of the reasons."""
        return sum(weight for weight, _ in self.reasons)


class Pressing(NamedTuple):
    """The reasons of all clients; each frame has them as its index, and of one kind a client is there once."""

    late: pd.DataFrame
    silent: pd.DataFrame
    duties: pd.DataFrame
    actions: pd.DataFrame

    def of(self, clients: Iterable[str]) -> Pressing:
        """Return the reasons of some clients."""
        names = list(clients)
        return Pressing(*(frame[frame.index.isin(names)] for frame in self))

    def urgency(self) -> pd.Series[int]:
        """Return the sum of the reasons for each client that has any."""
        weights = [
            pd.Series(WEIGHT["promise"], index=self.late.index),
            pd.Series(WEIGHT["waiting"], index=self.silent.index),
            pd.Series(self.duties["duty"].map(WEIGHT).astype("int64"), index=self.duties.index),
            pd.Series(WEIGHT["plan"], index=self.actions.index),
        ]
        every = pd.concat([one for one in weights if len(one)] or weights[:1])
        return every.groupby(level=0).sum()


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
    late = known[pd.to_datetime(known["promised_on"]) < pd.Timestamp(context.today)]
    silent = known[(known["waited"] > known["norm"]).fillna(False)]
    pressing = Pressing(late, silent, _duties(context), _actions(context)).of(known.index)
    urgency = pressing.urgency()
    if urgency.empty:
        return Panel(key, title, "", Empty(context.say(NOBODY), context.say(NOBODY_HINT)), choices=(pick,))
    worth = _open_money(context)
    order = pd.DataFrame({"name": urgency.index, "urgency": urgency.to_numpy()})
    order = order.assign(worth=order["name"].map(worth).fillna(0.0).to_numpy())
    order = order.sort_values(["urgency", "worth", "name"], ascending=[False, False, True], kind="stable")
    shown = [str(name) for name in order["name"].head(LISTED)]
    # Words are put to those alone that are shown.
    found = _reasons(pressing.of(shown), context)
    clients = counted(len(order), context.language, CLIENTS)
    said = number(len(late), context.language)
    title = context.say(TITLE if len(late) else TITLE_CALM, clients=clients, late=said)
    columns = tuple(
        ListColumn(context.say(head), Align.RIGHT if at in (2, 3) else Align.LEFT, wide=at == 1)
        for at, head in enumerate(COLUMNS)
    )
    rows = tuple(
        _row(name, found[name], state, worth.get(name), context)
        for name, state in zip(shown, rows_of(known.loc[shown]), strict=True)
    )
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, Listing(columns, rows, shown=20), _foot(len(order), context), (pick,))


def _pick(context: Context) -> Pick:
    managers = [name for name in dimension_values(context.tables, "manager") if name]
    options = ((EVERYBODY, context.say(ALL)), *((name, name) for name in managers))
    return context.pick("my_clients.manager", context.say(MANAGER), options, EVERYBODY)


def _reasons(pressing: Pressing, context: Context) -> dict[str, Client]:
    """Return what speaks for ringing each client, in words."""
    found: dict[str, Client] = defaultdict(Client)
    lang, today = context.language, pd.Timestamp(context.today)
    for name, row in zip(pressing.late.index, rows_of(pressing.late), strict=True):
        by, what = day(pd.Timestamp(row.promised_on).date(), lang), text_of(row.promised)
        found[name].add("promise", context.say(PROMISED_WHAT if what else PROMISED, day=by, what=what), late=True)
    for name, row in zip(pressing.silent.index, rows_of(pressing.silent), strict=True):
        days = counted(int(row.waited), lang, DAYS)
        found[name].add("waiting", context.say(SILENT, days=days, norm=number(row.norm, lang)), late=True)
    for name, row in zip(pressing.duties.index, rows_of(pressing.duties), strict=True):
        said = f"{context.say(calendar_words.WHAT[row.duty])}, {day(row.due_on.date(), lang)}"
        found[name].add(row.duty, said, late=bool(row.due_on < today))
    for name, row in zip(pressing.actions.index, rows_of(pressing.actions), strict=True):
        said = context.say(PLAN, day=day(row.due_on.date(), lang), what=text_of(row.action))
        found[name].add("plan", said, late=row.state == OVERDUE)
    return found


def _duties(context: Context) -> pd.DataFrame:
    """Return the calendar's duties up to a week ahead by client: duty, due_on; the earliest of each kind."""
    if METRICS["duties_open"].missing(context.tables):
        return pd.DataFrame(columns=["duty", "due_on"])
    found, today = duties_of(context), pd.Timestamp(context.today)
    near = found[found["client"].notna() & ((found["due_on"] <= today + WEEK) | (found["from_on"] <= today))]
    return near.drop_duplicates(["client", "duty"]).set_index("client")[["duty", "due_on"]]


def _actions(context: Context) -> pd.DataFrame:
    """Return the plan's actions up to a week ahead by client: action, due_on, state; the earliest of each."""
    if METRICS["plan_actions"].missing(context.tables):
        return pd.DataFrame(columns=["action", "due_on", "state"])
    found, today = actions_behind(context.tables, as_of_today(context)), pd.Timestamp(context.today)
    near = found[found["open"] & found["client"].notna() & (found["due_on"] <= today + WEEK)]
    return near.drop_duplicates("client").set_index("client")[["action", "due_on", "state"]]


def _open_money(context: Context) -> dict[str, float]:
    metric = METRICS["open_amount"]
    if metric.missing(context.tables):
        return {}
    found = metric.measure(context.tables, by=("client",), filters=as_of_today(context)).dropna(subset=["client"])
    return {str(name): float(total) for name, total in zip(found["client"], found["total"], strict=True)}


def _row(name: str, one: Client, state: Any, worth: float | None, context: Context) -> ListRow:
    said = "; ".join(text for _, text in sorted(one.reasons, key=lambda reason: -reason[0]))
    cells = (
        name,
        said,
        number(one.urgency, context.language),
        money(worth, context.language, context.currency) if worth else "",
        text_of(state.manager),
        text_of(state.priority),
        last_contact(state, context),
    )
    return ListRow(cells, contacts_of(name), Verdict.WORSE if one.late else Verdict.NONE)


def _foot(many: int, context: Context) -> str:
    parts = [context.say(FOOT)]
    if many > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, many))
        parts.append(context.say(MORE, shown=shown, all=every))
    return " ".join([*parts, context.as_of])
