"""Whether anybody is left without attention: clients by the days since the last contact, and what was promised.

A client's state is that of the last day of the data, so these numbers are asked for without a period; with one they
count the clients whose last contact falls into it. A client stands in the clients table or, where nobody listed it,
in its last contact; clients that are marked as not ours are left out.

Long because five declarations with their examples rest on the one state of clients that is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, Metric, metric
from .facts import stacked
from .filters import Filters
from .held import took_place
from .in_force import rule
from .kept import kept
from .kinds import Rate, Total
from .listing import rules_of
from .sources import PALM

CONTACTS: Final = ("client", "held_at")
USES: Final = {
    "contacts": ("manager", "kind", "result", "next_step", "next_on", "planned_at"),
    "clients": ("client", "priority", "manager", "is_ours"),
}
BOTH: Final = ("contacts", "clients")
ONLY: Final = (
    "manager", "team", "head", "client", "segment", "size", "priority", "region", "industry", "channel", "month",
    "quarter",
)  # fmt: skip

LEFT_ALONE: Final = {
    "clients": """
        client | manager | priority | is_ours
        Alfa   | Ivanova | A        |
        Beta   | Ivanova | A        | yes
        Gamma  | Petrov  |          |
        Delta  | Petrov  | C        | no
    """,
    "contacts": """
        client | manager | held_at          | planned_at       | kind    | result  | next_step | next_on
        Alfa   | Ivanova | 2026-03-01 10:00 |                  | meeting | agreed  | offer     | 2026-03-10
        Beta   | Ivanova | 2026-03-01 11:00 |                  | meeting | agreed  | offer     | 2026-03-10
        Beta   | Ivanova | 2026-03-20 11:00 |                  | call    | agreed  |           |
        Gamma  | Petrov  | 2026-03-05 12:00 |                  | call    |         |           |
        Gamma  | Petrov  |                  | 2026-04-02 12:00 | meeting |         |           |
        Eta    | Petrov  | 2026-03-31 09:00 |                  | call    | refused |           | 2026-04-05
    """,
}
"""On 31 March Alfa (A, 14 days) has waited 30, Beta 11, Gamma (none, 60) 26; Eta is in no list; Delta not ours."""


STATE: Final = {
    "last_at": "timestamp(6)",
    "waited": "int64",
    "promised_on": "date",
    "promised": "string",
    "planned_on": "date",
    "meetings": "int64",
    "bought": "int64",
}


@kept({"client": "string", "last_key": "string", **STATE})
def client_attention(contacts: ir.Table, deals: ir.Table, orders: ir.Table, today: ir.Table) -> ir.Table:
    """One row per client with any contact, deal or order: the last contact, what it promised, what is planned.

    `waited` are whole days from the last contact to the day on which the data ends. `planned_on` is the first day
    from then on for which a contact is planned that has not been held. `bought` is 1 with a won deal or an order.
    """
    day = today.day.max().as_scalar()
    held = contacts.filter(took_place(contacts), contacts.client.notnull())
    # Of contacts at one moment the greater key is the last: two maxima, which need no sorting.
    latest = held.group_by("client").agg(last_at=held.held_at.max())
    tied = held.join(latest, [held.client == latest.client, held.held_at == latest.last_at], rname="{name}_of")
    keys = tied.group_by("client", "last_at").agg(last_key=tied["_key"].max())
    last = keys.join(held, keys.last_key == held["_key"], rname="{name}_of")
    last = last.select("client", "last_key", "last_at", promised_on="next_on", promised="next_step")
    met = held.filter(held.kind == "meeting").group_by("client").agg(meetings=ibis._.count())
    coming = contacts.filter(
        contacts.held_at.isnull(), contacts.client.notnull(), contacts.planned_at.cast("date") >= day
    )
    coming = coming.group_by("client").agg(planned_on=coming.planned_at.min().cast("date"))
    won = deals.filter(deals.outcome == "won", deals.client.notnull()).select("client")
    kept_orders = orders.filter((orders.status != "cancelled").fill_null(True), orders.client.notnull())
    bought = won.union(kept_orders.select("client"), distinct=True).mutate(bought=1)
    every = ibis.union(last.select("client"), coming.select("client"), bought.select("client"), distinct=True)
    for part in (last, met, coming, bought):
        every = every.left_join(part, "client").drop("client_right")
    return every.mutate(
        waited=(day.epoch_days() - every.last_at.cast("date").epoch_days()).cast("int64"),
        meetings=every.meetings.fill_null(0),
        bought=every.bought.fill_null(0),
    )


@kept(
    {
        "_key": "string",
        "_table": "string",
        "client": "string",
        "manager": "string",
        "priority": "string",
        "held_at": "timestamp(6)",
        **STATE,
    }
)
def client_cases(contacts: ir.Table, clients: ir.Table, client_attention: ir.Table) -> ir.Table:
    """One row per client, with the state of `client_attention`: null where nothing is known of it.

    It is the client's row of the clients table, the first where there are several, or else the last contact. That
    one row says "not ours" is enough for a client to be left out. `held_at` is the time of the last contact.
    """
    state = client_attention
    listed = clients.filter(clients.client.notnull())
    one = ibis.window(group_by="client")
    listed = listed.mutate(
        turn=ibis.row_number().over(ibis.window(group_by="client", order_by=[listed["_key"]])),
        not_ours=(listed.is_ours == "no").cast("int64").max().over(one),
    )
    ours = listed.filter(listed.turn == 0, (listed.not_ours != 1).fill_null(True))
    ours = ours.select("_key", "client", "manager", "priority", _table=ibis.literal("clients"))
    ours = ours.left_join(state, "client").drop("client_right")
    strangers = state.filter(state.last_key.notnull()).anti_join(listed.select("client").distinct(), "client")
    last = contacts.select("_key", "manager")
    last = last.inner_join(strangers, last["_key"] == strangers.last_key)
    last = last.mutate(_table=ibis.literal("contacts"), priority=ibis.null("string"))
    return stacked(ours.mutate(held_at=ours.last_at), last.mutate(held_at=last.last_at))


def norm(facts: ir.Table, rules: ir.Table) -> Any:
    """Return the days that may lie between contacts, by the client's priority; without one, as for C."""
    priority = facts.priority
    return ibis.cases(
        (priority == "A", rule(rules, "attention_days_a")),
        (priority == "B", rule(rules, "attention_days_b")),
        else_=rule(rules, "attention_days_c"),
    )


@metric(
    kind=Rate(),
    name=Text(
        ru="Клиенты, о которых помнят",
        en="Clients within the norm of attention",
        bg="Клиенти в нормата за внимание",
    ),
    definition=Text(
        ru="Доля клиентов, с которыми последний состоявшийся контакт любого вида был не раньше нормы их "
        "приоритета: сколько дней, задано в правилах; без приоритета действует норма C. Дни считаются до "
        "последнего дня данных. Клиент без единого контакта ждёт дольше любой нормы.",
        en="The share of clients whose last contact of any kind lies no longer ago than the norm of their "
        "priority: how many days is set in the rules; without a priority the norm of C holds. Days are counted "
        "to the last day of the data. A client without any contact has waited longer than any norm.",
        bg="Дял на клиентите, при които последният проведен контакт от какъвто и да е вид не е по-стар от "
        "нормата за техния приоритет: броят дни е зададен в правилата; без приоритет важи нормата за C. Дните "
        "се броят до последния ден на данните. Клиент без нито един контакт чака по-дълго от всяка норма.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": CONTACTS},
    uses=USES,
    counts=BOTH,
    only=ONLY,
    dated_by="held_at",
    source=PALM,
    example=Example(given=LEFT_ALONE, answer=3 / 4),
)
def attention_in_norm(client_cases: ir.Table, rules: ir.Table) -> ir.Table:
    """k = the last contact is within the norm, n = clients."""
    facts = client_cases
    return facts.mutate(k=(facts.waited <= norm(facts, rules)).fill_null(False).cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Клиенты со следующим шагом", en="Clients with a next step", bg="Клиенти със следваща стъпка"),
    definition=Text(
        ru="Доля клиентов, у которых последний контакт назвал следующий шаг или его день либо запланирован "
        "контакт на последний день данных или позже.",
        en="The share of clients whose last contact named a next step or its day, or with whom a contact is "
        "planned for the last day of the data or later.",
        bg="Дял на клиентите, при които последният контакт е посочил следваща стъпка или деня ѝ, или има планиран "
        "контакт за последния ден на данните или по-късно.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": (*CONTACTS, "next_step")},
    uses=USES,
    counts=BOTH,
    only=ONLY,
    dated_by="held_at",
    source=PALM,
    example=Example(given=LEFT_ALONE, answer=3 / 4),
)
def next_step_known(client_cases: ir.Table) -> ir.Table:
    """k = there is a next step, n = clients."""
    facts = client_cases
    known = facts.promised.notnull() | facts.promised_on.notnull() | facts.planned_on.notnull()
    return facts.mutate(k=known.cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Обещанное и просроченное", en="Promised and overdue", bg="Обещано и просрочено"),
    definition=Text(
        ru="Из клиентов, которым последний контакт обещал следующий шаг к определённому дню, доля тех, у кого этот "
        "день прошёл, а нового контакта не было.",
        en="Of the clients to whom the last contact promised a next step by a certain day, the share for whom "
        "that day has passed without another contact.",
        bg="От клиентите, на които последният контакт е обещал следваща стъпка до определен ден, делът на тези, "
        "при които денят е минал без нов контакт.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs={"contacts": (*CONTACTS, "next_on")},
    uses=USES,
    counts=BOTH,
    only=ONLY,
    dated_by="held_at",
    source=PALM,
    example=Example(given=LEFT_ALONE, answer=1 / 2),
)
def promise_overdue(client_cases: ir.Table, today: ir.Table) -> ir.Table:
    """k = the promised day has passed, n = clients with a promised day."""
    facts = client_cases.filter(client_cases.promised_on.notnull())
    return facts.mutate(k=(facts.promised_on < today.day.max().as_scalar()).cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Вовлечены, но не покупают", en="Engaged but not converted", bg="Ангажирани, но без покупка"),
    definition=Text(
        ru="Из клиентов, с которыми состоялось не меньше встреч, чем задано в правилах, доля тех, у кого нет ни "
        "выигранной сделки, ни заказа.",
        en="Of the clients with at least as many meetings held as the rules say, the share that has neither a "
        "won deal nor an order.",
        bg="От клиентите с поне толкова проведени срещи, колкото е зададено в правилата, делът на тези без "
        "спечелена сделка и без поръчка.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs={"contacts": (*CONTACTS, "kind"), "deals": ("client", "outcome")},
    uses={**USES, "orders": ("client", "status")},
    counts=BOTH,
    only=ONLY,
    dated_by="held_at",
    source=PALM,
    example=Example(
        given={
            "contacts": "client | held_at | kind\n"
            + "\n".join(
                f"{name} | 2026-03-{day:02} 10:00 | meeting"
                for name in ("Alfa", "Beta", "Gamma", "Delta")
                for day in range(1, 3 if name == "Delta" else 4)
            ),
            "deals": "deal_id | client | outcome\n1 | Alfa | won\n2 | Beta | open",
            "orders": "order_id | client | status\n1 | Gamma | cancelled",
        },
        answer=2 / 3,
    ),
)
def engaged_not_converted(client_cases: ir.Table, rules: ir.Table) -> ir.Table:
    """k = nothing bought, n = clients with enough meetings."""
    facts = client_cases.filter(client_cases.meetings >= rule(rules, "engaged_from_meetings"))
    return facts.mutate(k=1 - facts.bought, n=1)


@metric(
    kind=Total(),
    name=Text(ru="Состоявшиеся контакты", en="Contacts held", bg="Проведени контакти"),
    definition=Text(
        ru="Сколько контактов состоялось; перенесённая встреча не состоялась.",
        en="How many contacts were held; a postponed meeting was not held.",
        bg="Колко контакта са проведени; отложената среща не е проведена.",
    ),
    unit=Unit.COUNT,
    better=Better.HIGHER,
    needs={"contacts": CONTACTS},
    uses={"contacts": ("kind", "result")},
    dated_by="held_at",
    source=PALM,
    example=Example(given=LEFT_ALONE, answer=5),
)
def contacts_held(contacts: ir.Table) -> ir.Table:
    """One fact per contact that was held."""
    return contacts.filter(took_place(contacts)).mutate(total=1, n=1)


def last_contacts(tables: Tables, clients: Iterable[str]) -> pd.DataFrame:
    """Return client and last_at, the moment of the last contact held, of those clients that had any."""
    client_attention.make(tables)
    state = tables["client_attention"]
    return tables.fetch(state.filter(state.client.isin(list(clients))).select("client", "last_at"))


def state_behind(metric: Metric, tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return the clients that a number of this module counts, one row each, with what is known of each.

    Columns: client, manager, priority, last_at, waited (days), promised, promised_on, planned_on, meetings, `norm`
    (days) and `k`. `last_at` and `waited` are null for a client without any contact.
    """
    names = ("_table", "_key", "client", "manager", "priority", "last_at", "waited", "promised", "promised_on",
             "planned_on", "meetings", "k")  # fmt: skip
    found = metric.cases(tables, filters, names).sort_values(["_table", "_key"], kind="stable", ignore_index=True)
    rules = rules_of(tables)
    days = {"A": rules["attention_days_a"], "B": rules["attention_days_b"]}
    return found.assign(norm=found["priority"].map(days).fillna(rules["attention_days_c"]).astype("float64"))
