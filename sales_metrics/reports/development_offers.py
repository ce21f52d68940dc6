"""What to offer: groups that similar clients buy and this one does not, and branches that buy nothing yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.development import group_sums
from ..model.panel import Align, Drill, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..model.tables import TABLES
from ..text.dates import period_text
from ..text.numbers import k_of_n, money, number, percent
from ..text.plural import CLIENTS, counted
from . import development_words as words
from .context import Context, remembered
from .development_base import COMPARED, compared_in, months_before
from .development_figures import ungrouped
from .missing import missing_panel, nothing_panel
from .shares import rows_of

KEY: Final = "development.offers"
GATE: Final = 10
"""With fewer similar clients than this nothing is said about what they usually buy."""
LISTED: Final = 200
"""Suggestions that are kept: more than anybody works through before the next upload."""
_BOUGHT: Final = "order_value_by_group"
_KNOWN: Final = ("client", "manager", "segment", "size", "holding")


def offers_panel(context: Context) -> Panel:
    """Return the suggestions of the last twelve months, those with the largest usual amount first."""
    metric, title = METRICS[_BOUGHT], context.say(words.OFFER_NAME)
    absent = missing_panel(KEY, title, METRICS[COMPARED], words.OFFER_WOULD, context) or missing_panel(
        KEY, title, metric, words.OFFER_WOULD, context
    )
    absent = absent or ungrouped(KEY, title, context)
    if absent:
        return absent
    period = Period(months_before(context.today, 12) + timedelta(days=1), context.today)
    found, suggested = _suggestions(context, period)
    if found is None:
        return nothing_panel(KEY, title, context)
    clients, least = _clients(context), context.rule("peers_buying")
    title = _title(found, suggested, context)
    heads = (
        ListColumn(context.say(words.HEAD_CLIENT)),
        ListColumn(context.say(words.HEAD_CARE)),
        ListColumn(context.say(words.HEAD_OFFER)),
        ListColumn(context.say(words.HEAD_USUAL), Align.RIGHT),
        ListColumn(context.say(words.HEAD_WHY), wide=True),
    )
    alike = {peers: _names(clients[_similar(clients, str(peers))]) for peers in found["peers"].unique() if peers}
    alike |= {
        holding: _names(clients[clients["holding"] == holding]) for holding in found["holding"].dropna().unique()
    }
    rows = tuple(_row(row, alike, period, context) for row in rows_of(found))
    said = percent(least, context.language)
    foot = context.say(words.OFFER_FOOT, gate=number(GATE, context.language), share=said)
    return Panel(
        key=KEY,
        title=title,
        subtitle=context.say(words.OFFER_SUBTITLE, period=period_text(period, context.language)),
        picture=Listing(heads, rows),
        foot=f"{foot} {context.as_of}",
    )


@remembered
def _suggestions(context: Context, period: Period) -> tuple[pd.DataFrame | None, int]:
    """Return the first suggestions and to how many clients there are any; `None` where nothing was bought."""
    bought = group_sums(context.tables, replace(context.filters, period=period))
    if bought.empty:
        return None, 0
    clients, least = _clients(context), context.rule("peers_buying")
    found = pd.concat([groups_lacking(bought, clients, least), _branches(clients, period, context)])
    found = found.sort_values(["usual", "client", "product_group"], ascending=[False, True, True])
    return found.head(LISTED), int(found["client"].nunique())


@remembered
def _clients(context: Context) -> pd.DataFrame:
    table = context.tables["clients"]
    listed = table.filter(table.client.notnull(), (table.is_ours != "no").fill_null(True))
    found = listed.group_by("client").agg(**{name: listed[name].max() for name in _KNOWN if name != "client"})
    return context.tables.fetch(found).sort_values("client", ignore_index=True)


def groups_lacking(bought: pd.DataFrame, clients: pd.DataFrame, least: float) -> pd.DataFrame:
    """Return which group each client lacks that at least this share of similar ones buy.

    `bought` has client, product_group, total; `clients` has client, manager, segment, size. Only clients who bought
    anything are looked at and counted. The answer has client, manager, product_group, k, n (similar clients who buy
    it, and all others that are similar), usual (the median of their totals), `peers` (what they are called) and
    `holding` (`None`).
    """
    active = clients[clients["client"].isin(bought["client"].unique())]
    active = active[active["segment"].notna()]
    narrow = active["segment"] + " · " + active["size"]
    sizes = narrow.map(narrow.value_counts())
    # A cell of few is no measure: then the whole segment is.
    active = active.assign(peers=narrow.where(sizes > GATE, active["segment"]))
    joined = bought.merge(active[["client", "segment", "peers"]], on="client")
    in_segment = set(active.loc[active["peers"] == active["segment"], "peers"])
    found = []
    for label, mine in active.groupby("peers"):
        cell = "segment" if label in in_segment else "peers"
        n = int((active[cell] == label).sum()) - 1
        if n < GATE:
            continue
        grouped = joined[joined[cell] == label].groupby("product_group")["total"].agg(k="size", usual="median")
        often = grouped[grouped["k"] >= least * n - 1e-9].reset_index()
        found.append(mine[["client", "manager", "peers"]].merge(often, how="cross").assign(n=n))
    columns = ["client", "manager", "product_group", "k", "n", "usual", "peers"]
    if not found:
        return pd.DataFrame(columns=[*columns, "holding"])
    pairs = pd.concat(found, ignore_index=True).merge(bought, on=["client", "product_group"], how="left")
    return pairs.loc[pairs["total"].isna(), columns].reset_index(drop=True).assign(holding=None)


def _branches(clients: pd.DataFrame, period: Period, context: Context) -> pd.DataFrame:
    """Return the branches that bought nothing within the period while another branch of their holding did."""
    spent = compared_in(context, period, "manager")
    spent = spent.groupby("client", as_index=False).agg(now=("now", "sum"), orders_now=("orders_now", "sum"))
    spent = spent[spent["orders_now"] > 0]
    branches = clients[clients["holding"].notna()].merge(spent[["client", "now"]], on="client", how="left")
    branches = _inside(branches, context)
    by = branches.groupby("holding")["now"]
    branches = branches.assign(k=by.transform("count"), n=by.transform("size"), usual=by.transform("median"))
    idle = branches[branches["now"].isna() & (branches["k"] > 0)]
    return idle.assign(product_group="", peers="")[
        ["client", "manager", "product_group", "k", "n", "usual", "peers", "holding"]
    ]


def _inside(clients: pd.DataFrame, context: Context) -> pd.DataFrame:
    """Return the clients that the filters let through, as far as the clients table can tell."""
    for name, values in context.filters.where.items():
        if name in clients.columns:
            column = clients[name].astype(object).where(clients[name].notna(), None)
            clients = clients[column.isin(list(values))]
    return clients


def _names(clients: pd.DataFrame) -> list[str]:
    return [str(name) for name in clients["client"]]


def _row(row: Any, alike: Mapping[str, list[str]], period: Period, context: Context) -> ListRow:
    language = context.language
    share = k_of_n(row.k, row.n, language)
    branch = not pd.isna(row.holding)
    others = tuple(name for name in alike[row.holding if branch else row.peers] if name != row.client)
    if branch:
        offer = context.say(words.FIRST_ORDER)
        why = context.say(words.WHY_BRANCH, holding=str(row.holding), share=share)
        drill = Drill(COMPARED, MappingProxyType({"client": others}), "now", period)
    else:
        offer = str(row.product_group)
        why = context.say(words.WHY_PEERS, share=share, peers=_peers(str(row.peers), context))
        where: dict[str, Any] = {"product_group": offer, "client": others}
        drill = Drill(_BOUGHT, MappingProxyType(where), period=period)
    care = "" if pd.isna(row.manager) else str(row.manager)
    return ListRow((str(row.client), care, offer, money(row.usual, language, context.currency), why), drill)


def _similar(clients: pd.DataFrame, peers: str) -> pd.Series[bool]:
    return (clients["segment"] == peers) | ((clients["segment"] + " · " + clients["size"]) == peers)


def _peers(peers: str, context: Context) -> str:
    """Return what similar clients are called, with the size in the reader's language."""
    segment, dot, size = peers.rpartition(" · ")
    choices = {one.code: one.title.in_(context.language) for one in TABLES["clients"].column("size").choices}
    return f"{segment}{dot}{choices.get(size, size)}"


def _title(found: pd.DataFrame, suggested: int, context: Context) -> str:
    if found.empty:
        return context.say(words.OFFER_NOTHING)
    clients = counted(suggested, context.language, CLIENTS)
    return context.say(words.OFFER_TITLE, clients=clients, first=str(found["client"].iloc[0]))
