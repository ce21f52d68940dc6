"""What the working time goes into: visits or telephone, how many contacts and clients, and which clients."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .activity import ABSENCES, CONTACTS, DAYS, DEALS, FOUR_DAYS, OF_CONTACTS, ONLY
from .declaration import Example, metric
from .facts import stacked
from .held import meeting_held
from .in_force import rule
from .kept import kept
from .kinds import MeanPer, PerDay, Share
from .orders import sold
from .sources import CHANNELS, PALM

_FIVE_CONTACTS = {
    "contacts": """
        client | manager | held_at          | kind    | place  | result
        Alfa   | Ivanova | 2026-03-10 09:00 | call    |        |
        Alfa   | Ivanova | 2026-03-11 09:00 | meeting | client | agreed
        Beta   | Ivanova | 2026-03-11 12:00 | meeting | online |
        Beta   | Ivanova | 2026-03-12 12:00 | meeting |        |
        Gamma  | Ivanova | 2026-03-12 15:00 | call    |        | no_answer
        Gamma  | Ivanova | 2026-03-13 15:00 | meeting | office | postponed
    """,
    "clients": """
        client | size  | acquired_on
        Alfa   | key   | 2020-01-01
        Beta   | small | 2026-02-01
    """,
}


@metric(
    kind=Share(),
    name=Text(ru="Встречи и звонки", en="Visits and telephone calls", bg="Срещи и обаждания"),
    definition=Text(
        ru="Какую долю составляют встречи у клиента, у нас и онлайн, встречи без указания места и звонки. "
        "Перенесённые встречи и другие виды контактов не считаются.",
        en="What share meetings at the client's, at our office and online, meetings without a place on record, and "
        "telephone calls each have. Postponed meetings and other kinds of contacts are left out.",
        bg="Какъв дял имат срещите при клиента, в офиса и онлайн, срещите без посочено място и обажданията. "
        "Отложените срещи и другите видове контакти не се броят.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"contacts": ("kind", "held_at")},
    uses={"contacts": ("place", "result")},
    dated_by="held_at",
    along={"way": None},
    only=OF_CONTACTS,
    source=PALM,
    example=Example(given=_FIVE_CONTACTS, answer={"call": 0.4, "client": 0.2, "online": 0.2, "meeting": 0.2}),
)
def contact_ways(contacts: ir.Table) -> ir.Table:
    """One fact per call or held meeting; `way` is "call", the place of the meeting, or "meeting" without one."""
    held = contacts.filter(contacts.held_at.notnull())
    way = ibis.cases((held.kind == "call", "call"), (meeting_held(held), held.place.fill_null("meeting")))
    held = held.mutate(way=way, n=1)
    return held.filter(held.way.notnull())


@metric(
    kind=PerDay(),
    name=Text(ru="Контактов в рабочий день", en="Contacts per working day", bg="Контакти на работен ден"),
    definition=Text(
        ru=f"Сколько контактов любого вида приходится на один рабочий день менеджера. {DAYS.ru}",
        en=f"How many contacts of any kind there are per working day of one manager. {DAYS.en}",
        bg=f"Колко контакта от всякакъв вид се падат на един работен ден на мениджъра. {DAYS.bg}",
    ),
    unit=Unit.PER_DAY,
    better=Better.NEITHER,
    needs={"contacts": ("manager", "held_at")},
    uses={"contacts": CONTACTS, "deals": DEALS, "absences": ABSENCES},
    dated_by="held_at",
    only=ONLY,
    source=CHANNELS,
    example=Example(given=FOUR_DAYS, answer=6 / 4),
)
def contacts_per_day(contacts: ir.Table, manager_days: ir.Table) -> ir.Table:
    """k = 1 for each contact held, n = 1 for each working day of a manager."""
    held = contacts.filter(contacts.held_at.notnull(), contacts.manager.notnull())
    return stacked(held.mutate(k=1, n=0), manager_days.select("manager", held_at="day", k=0, n=1))


@metric(
    kind=MeanPer(),
    name=Text(ru="Контактов на клиента", en="Contacts per client", bg="Контакти на клиент"),
    definition=Text(
        ru="Сколько контактов приходится на одного клиента, с которым за период был хоть один контакт. Число "
        "таких клиентов – нагрузка менеджера.",
        en="How many contacts there are per client who had at least one in the period. The number of such clients "
        "is the manager's workload.",
        bg="Колко контакта се падат на един клиент, с когото през периода е имало поне един. Броят на тези клиенти "
        "е натоварването на мениджъра.",
    ),
    unit=Unit.PER_CLIENT,
    better=Better.NEITHER,
    needs={"contacts": ("client", "held_at")},
    dated_by="held_at",
    only=OF_CONTACTS,
    source=CHANNELS,
    example=Example(given=_FIVE_CONTACTS, answer=2.0),
)
def contacts_per_client(contacts: ir.Table) -> ir.Table:
    """total = 1 for each contact held, per distinct client."""
    held = contacts.filter(contacts.held_at.notnull(), contacts.client.notnull())
    return held.mutate(total=1, n=1)


@metric(
    kind=Share(),
    name=Text(
        ru="На каких клиентов уходят силы", en="Which clients the effort goes to", bg="За кои клиенти са усилията"
    ),
    definition=Text(
        ru="Какую долю контактов получают ключевые клиенты, новые, остальные действующие и те, кто ещё не покупал. "
        "Ключевой – по размеру в списке клиентов; новый – пока со дня привлечения не прошло полных трёх месяцев "
        "(срок задаёт компания); день привлечения – из списка клиентов, иначе первая выигранная сделка или первый "
        "заказ.",
        en="What share of contacts goes to key clients, new ones, other existing ones, and those who have not "
        "bought yet. Key goes by the size in the list of clients; new is a client until three full months have "
        "passed since the day of acquisition (the company may set the number); that day is taken from the list of "
        "clients, else it is the first deal won or the first order.",
        bg="Какъв дял от контактите получават ключовите клиенти, новите, останалите действащи и тези, които още "
        "не са купували. Ключов е по размера в списъка на клиентите; нов е, докато не минат три пълни месеца от "
        "привличането (срокът се задава от фирмата); денят на привличане е от списъка, иначе първата спечелена "
        "сделка или първата поръчка.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"contacts": ("client", "held_at")},
    uses={
        "clients": ("client", "size", "acquired_on"),
        "deals": ("client", "outcome", "closed_on"),
        "orders": ("client", "ordered_on", "status", "is_return"),
    },
    dated_by="held_at",
    along={"standing": None},
    only=OF_CONTACTS,
    source=CHANNELS,
    example=Example(given=_FIVE_CONTACTS, answer={"key": 2 / 6, "new": 2 / 6, "not_yet": 2 / 6}),
)
def effort(contacts: ir.Table, client_starts: ir.Table) -> ir.Table:
    """One fact per contact held with a client; `standing` is "key", "new", "existing" or "not_yet" on that day."""
    held = contacts.filter(contacts.held_at.notnull(), contacts.client.notnull())
    held = held.left_join(client_starts, held.client == client_starts.who)
    day = held.held_at.cast("date")
    standing = ibis.cases(
        (held.is_key, "key"), (held.new_until <= day, "existing"), (held.start <= day, "new"), else_="not_yet"
    )
    return held.mutate(standing=standing, n=1)


@kept({"who": "string", "start": "date", "new_until": "date", "is_key": "boolean"})
def client_starts(clients: ir.Table, deals: ir.Table, orders: ir.Table, rules: ir.Table) -> ir.Table:
    """One row per client: since when one buys from us, until when one is new, and whether it is a key client."""
    bought = sold(orders)
    won = deals.filter(deals.outcome == "won")
    firsts = ibis.union(
        bought.select(who="client", day="ordered_on", stated=ibis.null("date"), key=ibis.literal(False)),
        won.select(who="client", day="closed_on", stated=ibis.null("date"), key=ibis.literal(False)),
        clients.select(
            who="client",
            day=ibis.null("date"),
            stated="acquired_on",
            key=(clients["size"] == "key").fill_null(False),
        ),
    )
    firsts = firsts.filter(firsts.who.notnull())
    found = firsts.group_by("who").agg(
        start=ibis.coalesce(firsts.stated.min(), firsts.day.min()), is_key=firsts.key.cast("int64").max() > 0
    )
    months = rule(rules, "new_client_months").cast("int64")
    return found.mutate(new_until=(found.start + months.as_interval("M")).cast("date"))
