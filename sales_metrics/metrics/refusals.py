"""Why clients refuse."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .facts import stacked
from .kept import kept
from .kinds import Share
from .sources import PALM


@metric(
    kind=Share(),
    name=Text(ru="Причины отказов", en="Reasons for refusal", bg="Причини за отказ"),
    definition=Text(
        ru="Какую долю отказов составляет каждая причина. Отказ – это проигранная сделка или контакт с "
        "результатом «отказ», который не относится ни к какой сделке, если у клиента нет проигранных сделок. "
        "Отказы без причины остаются отдельной строкой.",
        en="What share of the refusals each reason has. A refusal is a lost deal, or a contact that ended in a "
        "refusal, belongs to no deal, and whose client has lost no deal. Refusals without a reason stay as a "
        "line of their own.",
        bg="Какъв дял от отказите има всяка причина. Отказ е загубена сделка или контакт с резултат „отказ“, "
        "който не е по никоя сделка и чийто клиент няма загубени сделки. Отказите без посочена причина "
        "остават на отделен ред.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"deals": ("outcome", "lost_reason", "closed_on")},
    uses={
        "deals": ("amount", "client", "manager"),
        "contacts": ("client", "manager", "held_at", "result", "refusal_reason", "deal_id"),
    },
    counts=("deals", "contacts"),
    dated_by="closed_on",
    along={"reason": None},
    also=("amount",),
    source=PALM,
    example=Example(
        given={
            "deals": """
                deal_id | client | outcome | lost_reason | closed_on  | amount
                1       | Alfa   | lost    | budget      | 2026-03-02 | 100
                2       | Beta   | lost    | budget      | 2026-03-03 | 200
                3       | Gamma  | lost    |             | 2026-03-04 | 300
                4       | Delta  | won     |             | 2026-03-05 | 400
            """,
            "contacts": """
                client | held_at    | result  | refusal_reason | deal_id
                Alfa   | 2026-03-01 | refused | budget         |
                Delta  | 2026-03-01 | refused | price          |
                Eta    | 2026-03-06 | refused | price          | 9
            """,
        },
        answer={"budget": 0.5, "price": 0.25, None: 0.25},
    ),
)
def refusals(lost_deals: ir.Table, refused_contacts: ir.Table) -> ir.Table:
    """One fact per refusal, with its reason and the money of its deal."""
    lost, said_no = lost_deals, refused_contacts
    return stacked(
        lost.mutate(reason=lost.lost_reason, amount=lost.amount.fill_null(0.0), n=1),
        said_no.mutate(
            reason=said_no.refusal_reason,
            closed_on=said_no.held_at.cast("date"),
            amount=ibis.literal(0.0),
            n=1,
        ),
    )


@kept({}, rows_of="deals")
def lost_deals(deals: ir.Table) -> ir.Table:
    """The deals that were lost."""
    return deals.filter(deals.outcome == "lost")


@kept({}, rows_of="contacts")
def refused_contacts(deals: ir.Table, contacts: ir.Table) -> ir.Table:
    """The contacts that are refusals by themselves: of no deal, and of clients who have lost none."""
    lost = deals.filter(deals.outcome == "lost", deals.client.notnull())
    return contacts.filter(
        contacts.result == "refused",
        contacts.deal_id.isnull(),
        ~contacts.client.isin(lost.client).fill_null(False),
    )
