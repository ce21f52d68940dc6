"""Who moved between the groups of recency, frequency and money, and who fell out of the best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from ..metrics.filters import Filters
from ..metrics.orders import last_ordered
from ..model.panel import Align, Empty, ListColumn, Listing, ListRow, Panel
from ..text.dates import day, period_text
from ..text.numbers import money, number
from . import rfm_words as words
from . import segments_words
from .attention_waiting import EVER, LISTED, text_of
from .context import Context
from .rfm import BEST, GROUPS, scored, scored_or_absent
from .segments_moves import Against, against, clients_drill, moved, moves_map, revenue_in
from .shares import rows_of

BROUGHT: Final = 3
"""The column of what a client brought, before that of what it brings."""


@dataclass(frozen=True, slots=True)
class Moves:
    """The groups of clients now and before."""

    compared: Against
    now: dict[str, str]
    was: dict[str, str]

    @property
    def best(self) -> list[str]:
        """Those who were among the best before."""
        return [client for client, group in self.was.items() if group == BEST]

    @property
    def fallen(self) -> list[str]:
        """Those of them who are not now."""
        return [client for client in self.best if self.now.get(client) != BEST]


def moves_panel(context: Context) -> Panel:
    """Return how many clients of each group were in which group before."""
    key, title, language = "segments.moves", context.say(words.MOVES_NAME), context.language
    found = _moves(key, title, context)
    if isinstance(found, Panel):
        return found
    then, revenue = found.compared.day(context), revenue_in(context, found.compared.now)
    names = {group: (context.say(words.GROUPS[group]),) * 2 for group in GROUPS}
    picture = moves_map(
        moved(found.now, found.was), names, revenue, found.compared.both,
        context.say(words.GROUPS_COLUMNS[0]), context,
    )  # fmt: skip
    stayed = len(found.best) - len(found.fallen)
    said = words.MOVES_TITLE if found.best else words.MOVES_NO_BEST
    return Panel(
        key,
        context.say(said, day=then, n=number(len(found.best), language), k=number(stayed, language)),
        context.say(words.MOVES_SUBTITLE, day=then, period=period_text(found.compared.now, language)),
        picture,
        " ".join((context.say(words.MOVES_FOOT), *found.compared.foot(context))),
    )


def fallen_panel(context: Context) -> Panel:
    """Return who was among the best and is no longer, those who brought most first."""
    key, title, language = "segments.fallen", context.say(words.FALLEN_NAME), context.language
    found = _moves(key, title, context)
    if isinstance(found, Panel):
        return found
    compared, then = found.compared, found.compared.day(context)
    brought, brings = (revenue_in(context, period) for period in (compared.before, compared.now))
    fallen = sorted(found.fallen, key=lambda client: (-brought.of[client], client))
    worth = {
        "then": money(brought.sum(fallen), language, context.currency),
        "now": money(brings.sum(fallen), language, context.currency),
    }
    counts = {"k": number(len(fallen), language), "n": number(len(found.best), language)}
    # Sums of unlike stretches of time are not set against one another.
    first = compared.short(context)
    said = words.FALLEN_UNLIKE if first else words.FALLEN_TITLE
    if not fallen:
        said = words.FALLEN_NONE if found.best else words.MOVES_NO_BEST
    heads = [context.say(head) for head in words.FALLEN_COLUMNS]
    if first:
        heads[BROUGHT] = context.say(words.FALLEN_SINCE, day=day(first, language))
    seen = _last_seen(fallen[:LISTED], context)
    rows = []
    for client in fallen[:LISTED]:
        group = found.now.get(client)
        cells = (
            client,
            seen[client][0],
            context.say(words.GROUPS[group] if group else segments_words.NO_LONGER),
            money(brought.of[client], language, context.currency),
            money(brings.of.get(client, 0.0), language, context.currency),
            seen[client][1],
        )
        rows.append(ListRow(cells, clients_drill([client], compared.both)))
    columns = tuple(
        ListColumn(head, Align.RIGHT if at in (BROUGHT, BROUGHT + 1) else Align.LEFT)
        for at, head in enumerate(heads)
    )
    foot = [context.say(words.FALLEN_FOOT)]
    if len(fallen) > LISTED:
        parts = {"shown": number(LISTED, language), "all": number(len(fallen), language)}
        foot.append(context.say(words.FALLEN_MORE, **parts))
    return Panel(
        key,
        context.say(said, day=then, **counts, **worth),
        context.say(words.FALLEN_SUBTITLE, day=then),
        Listing(columns, tuple(rows)),
        " ".join((*foot, *compared.foot(context))),
    )


def _moves(key: str, title: str, context: Context) -> Moves | Panel:
    """Return the groups now and before, or the panel that stands where there are none to compare."""
    compared = against(context)
    found = scored_or_absent(key, title, compared.now, context)
    if isinstance(found, Panel):
        return found
    now, was = _groups(found), _groups(scored(context, compared.before))
    if not was:
        why = context.say(segments_words.NO_BEFORE, day=compared.day(context))
        return Panel(key, title, "", Empty(why, context.say(segments_words.WOULD_SHOW)))
    return Moves(compared, now, was)


def _groups(found: pd.DataFrame) -> dict[str, str]:
    return dict(zip(found["client"].tolist(), found["group"].to_numpy(dtype=object).tolist(), strict=True))


def _last_seen(clients: list[str], context: Context) -> dict[str, tuple[str, str]]:
    """Return the manager in whose care each client is (empty if nobody tells) and the day of its last order."""
    if not clients:
        return {}
    # Whom a client belongs to does not depend on whose orders are looked at.
    theirs = Filters(EVER, {"client": tuple(clients)})
    orders = last_ordered(context.tables, theirs)
    latest = orders.sort_values("last_on", kind="stable").drop_duplicates("client", keep="last")
    care = context.tables.fetch(context.tables["clients"].select("client", "manager")).dropna()
    # Of two rows with one name the last in the alphabet speaks, as in every number by manager.
    stated = dict(care.sort_values("manager", kind="stable").itertuples(index=False, name=None))
    return {
        str(row.client): (text_of(stated.get(row.client, row.manager)), day(row.last_on.date(), context.language))
        for row in rows_of(latest)
    }
