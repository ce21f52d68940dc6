"""What each deal is on the conveyor of sales: its first meeting, and if it brought a client or a first contract."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from .held import meeting_held
from .kept import kept

TO_MEETING = "1 meeting"
TO_DECISION = "2 decision"
TO_HANDOVER = "3 handover"
"""The stretches: to the first meeting, from there to a decision, from the first contract to the hand-over."""


@kept(
    {"met_on": "date", "entered": "boolean", "sold": "boolean", "contract": "boolean", "handed_on": "date"},
    rows_of="deals",
)
def conveyed_deals(deals: ir.Table, contacts: ir.Table, clients: ir.Table) -> ir.Table:
    """Each deal with `met_on`, the day of its first meeting that took place, and with what it is to its client.

    A client is new when the clients table names no acquisition before its first deal. `entered` marks the first
    deal of a new client, `contract` the first that a client signed who is new or whose hand-over is on record;
    `sold` says on every deal of a client that it has signed one, and `handed_on` when the client was first handed
    over. Deals without a client are none of these.
    """
    met = contacts.filter(meeting_held(contacts), contacts.deal_id.notnull())
    met = met.group_by(_met="deal_id").agg(met_on=met.held_at.cast("date").min())
    known = clients.filter(clients.client.notnull()).group_by(_known="client").agg(since=clients.acquired_on.min())
    deals = deals.left_join(met, deals.deal_id == met["_met"])
    deals = deals.left_join(known, deals.client == known["_known"])
    won = (deals.outcome == "won").fill_null(False)
    signed = ibis.ifelse(won, deals.closed_on, ibis.null("date"))
    # Sums by client joined back: a window would sort whole rows for each of them.
    slim = deals.mutate(won=won, signed=signed)
    slim = slim.filter(slim.client.notnull()).select(
        "_key", "client", "created_on", "signed", "won", "handed_over_on"
    )
    of_client = slim.group_by(_client="client").agg(
        born=slim.created_on.min(),
        won_any=slim.won.any(),
        first=slim.signed.min(),
        handed=slim.handed_over_on.min(),
    )
    slim = slim.inner_join(of_client, slim.client == of_client["_client"])
    # Of deals on one day the lesser key is the first.
    keys = slim.group_by(_client="client").agg(
        born_key=slim["_key"].min(where=slim.created_on == slim.born),
        first_key=slim["_key"].min(where=slim.signed == slim["first"]),
    )
    of_client = of_client.inner_join(keys, "_client").rename(_of="_client")
    deals = deals.left_join(of_client, deals.client == of_client["_of"])
    new = deals.client.notnull() & ~(deals.since < deals.born).fill_null(False)
    return deals.mutate(
        entered=new & (deals["_key"] == deals.born_key).fill_null(False),
        contract=(new | (deals.client.notnull() & deals.handed.notnull()))
        & (deals["_key"] == deals.first_key).fill_null(False),
        sold=deals.won_any.fill_null(False),
        handed_on=ibis.ifelse(deals.client.notnull(), deals.handed, deals.handed_over_on),
    )


def stretches(deals: ir.Table) -> ir.Table:
    """Return a row per deal and stretch that began, with its `start` and its `end`, null while the deal waits.

    A deal that is closed without a meeting has the first stretch behind it.
    """
    closed = ibis.ifelse(deals.outcome.isin(["won", "lost"]), deals.closed_on, ibis.null("date"))
    deals = deals.mutate(ended_on=closed)
    met, ended = deals.met_on, deals.ended_on
    return ibis.union(
        deals.mutate(
            stretch=ibis.literal(TO_MEETING),
            start=deals.created_on,
            end=ibis.least(met.coalesce(ended), ended.coalesce(met)),
        ),
        deals.filter(met.notnull()).mutate(stretch=ibis.literal(TO_DECISION), start=met, end=ended),
        deals.filter(deals.contract).mutate(
            stretch=ibis.literal(TO_HANDOVER), start=deals.closed_on, end=deals.handed_on
        ),
    )
