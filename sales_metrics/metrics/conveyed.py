"""What each deal is on the conveyor of sales: its first meeting, and if it brought a client or a first contract."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

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
    met = contacts.filter(
        contacts.kind == "meeting",
        contacts.held_at.notnull(),
        contacts.deal_id.notnull(),
        (contacts.result != "postponed").fill_null(True),
    )
    met = met.group_by(_met="deal_id").agg(met_on=met.held_at.cast("date").min())
    known = clients.filter(clients.client.notnull()).group_by(_known="client").agg(since=clients.acquired_on.min())
    deals = deals.left_join(met, deals.deal_id == met["_met"])
    deals = deals.left_join(known, deals.client == known["_known"])
    won = (deals.outcome == "won").fill_null(False)
    signed = ibis.ifelse(won, deals.closed_on, ibis.null("date"))
    deals = deals.mutate(won=won, signed=signed)
    of_client = ibis.window(group_by="client")
    deals = deals.mutate(
        born=deals.created_on.min().over(of_client),
        sold=deals.won.any().over(of_client),
        handed_on=deals.handed_over_on.min().over(of_client),
        nth=ibis.row_number().over(group_by="client", order_by=[ibis.asc("created_on"), ibis.asc("_key")]),
        nth_signed=ibis.row_number().over(group_by="client", order_by=[ibis.asc("signed"), ibis.asc("_key")]),
    )
    new = deals.client.notnull() & ~(deals.since < deals.born).fill_null(False)
    return deals.mutate(
        entered=new & deals.created_on.notnull() & (deals.nth == 0),
        contract=(new | (deals.client.notnull() & deals.handed_on.notnull()))
        & deals.signed.notnull()
        & (deals.nth_signed == 0),
        sold=deals.client.notnull() & deals.sold,
        handed_on=ibis.ifelse(deals.client.notnull(), deals.handed_on, deals.handed_over_on),
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
