"""What is due for clients: tenders to prepare, offers to confirm or renew, letters, birthdays, hand-overs.

Each duty is derived from rows that are there anyway, as of the day on which the data ends; nothing is entered
twice. The module is long because the six rules of one table stand together, each a few lines.
"""

from __future__ import annotations

from typing import Any, Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .facts import stacked
from .filters import Filters
from .in_force import rule
from .kept import kept
from .kinds import Rate, Total
from .sources import KEY_ACCOUNTS

TENDER: Final = "1 tender"
CONFIRM: Final = "2 confirm"
EXPIRY: Final = "3 expiry"
HANDOVER: Final = "4 handover"
LETTER: Final = "5 letter"
BIRTHDAY: Final = "6 birthday"
DUTIES: Final = (TENDER, CONFIRM, EXPIRY, HANDOVER, LETTER, BIRTHDAY)
"""The kinds of duties, those that cost most when forgotten first."""

COLUMNS_OF: Final = {
    TENDER: (("tenders", "tender_on"),),
    CONFIRM: (("deals", "offer_sent_on"),),
    EXPIRY: (("deals", "offer_valid_until"),),
    HANDOVER: (("deals", "handed_over_on"),),
    LETTER: (("surveys", "rating"), ("orders", "client")),
    BIRTHDAY: (("clients", "birthday"),),
}
"""The columns without which the data cannot tell of a kind of duties."""

FIELDS: Final = ("contact_person", "phone", "email", "decision_group", "birthday", "hobby")
"""What a dossier holds."""
ONLY: Final = ("manager", "team", "client", "segment", "channel", "size", "priority", "month")
_LOOKED_AT: Final = 90
"""Days within which as many working days are found as the rules may ask for."""


@kept(
    {
        "_key": "string",
        "_table": "string",
        "client": "string",
        "manager": "string",
        "duty": "string",
        "from_on": "date",
        "due_on": "date",
        "about_on": "date",
        "amount": "float64",
    }
)
def client_duties(
    deals: ir.Table,
    conveyed_deals: ir.Table,
    clients: ir.Table,
    tenders: ir.Table,
    orders: ir.Table,
    surveys: ir.Table,
    calendar_ahead: ir.Table,
    rules: ir.Table,
    today: ir.Table,
) -> ir.Table:
    """One row per duty that is open: the row it comes from, from when it is announced, and when it is due.

    `about_on` is the day that the duty is about: of the tender, of sending, of expiry, of the contract, of the
    rating, of birth. Days before or after are clipped to the end of the month where it is shorter.
    """
    day = today.day.max().as_scalar()
    looked_after = clients.filter(clients.client.notnull()).group_by("client")
    looked_after = looked_after.agg(manager=clients.manager.max(), service=clients.service_manager.max())
    running = deals.filter(deals.outcome.isnull() | (deals.outcome == "open"))
    parts = (
        _tenders(tenders, deals, looked_after, rules, day),
        _confirmations(running, calendar_ahead, rules, day),
        _expiries(running, calendar_ahead, rules),
        _handovers(conveyed_deals, looked_after, rules),
        _letters(orders, surveys, rules, day),
        _birthdays(clients, rules, day),
    )
    return stacked(*parts)


def _tenders(tenders: ir.Table, deals: ir.Table, managers: ir.Table, rules: ir.Table, day: ir.Scalar) -> ir.Table:
    """Return the tenders to come for which no deal names their day yet."""
    named = deals.filter(deals.tender_on.notnull()).select("client", "tender_on").distinct()
    coming = tenders.filter(tenders.tender_on >= day).anti_join(named, ["client", "tender_on"])
    due = _months(coming.tender_on, -rule(rules, "tender_months").cast("int64"))
    coming = coming.mutate(due_on=due, about_on=coming.tender_on).left_join(managers, "client")
    return coming.select(
        "_key",
        "client",
        "manager",
        "due_on",
        "about_on",
        "amount",
        _table=ibis.literal("tenders"),
        duty=ibis.literal(TENDER),
        from_on=_days(coming.due_on, -rule(rules, "tender_warning_days").cast("int64")),
    )


def _confirmations(running: ir.Table, calendar: ir.Table, rules: ir.Table, day: ir.Scalar) -> ir.Table:
    """Return the offers of running deals that are still valid and whose receipt nobody has confirmed."""
    sent = running.filter(running.offer_sent_on.notnull(), running.offer_confirmed_on.isnull())
    sent = sent.filter((sent.offer_valid_until >= day).fill_null(True))
    due = confirm_by(sent, calendar, rules)
    return _of_deals(due, CONFIRM, from_on=due.offer_sent_on, due_on=due.confirm_by, about_on=due.offer_sent_on)


def confirm_by(sent: ir.Table, calendar: ir.Table, rules: ir.Table) -> ir.Table:
    """Add `confirm_by` to deals with a day of sending: the last day to confirm, in working days after it."""
    steps = rule(rules, "offer_confirm_days").cast("int64")
    return _working_days_off(sent, "offer_sent_on", "confirm_by", calendar, steps, after=True)


def _expiries(running: ir.Table, calendar: ir.Table, rules: ir.Table) -> ir.Table:
    """Return the offers of running deals that expire or have expired."""
    steps = rule(rules, "offer_warning_days").cast("int64")
    valid = running.filter(running.offer_valid_until.notnull())
    valid = _working_days_off(valid, "offer_valid_until", "warned_on", calendar, steps, after=False)
    until = valid.offer_valid_until
    return _of_deals(valid, EXPIRY, from_on=valid.warned_on, due_on=until, about_on=until)


def _of_deals(deals: ir.Table, duty: str, **days: ir.Value) -> ir.Table:
    deals = deals.mutate(_table=ibis.literal("deals"), duty=ibis.literal(duty), **days)
    return deals.select("_key", "_table", "client", "manager", "duty", "from_on", "due_on", "about_on", "amount")


def _handovers(conveyed: ir.Table, managers: ir.Table, rules: ir.Table) -> ir.Table:
    """Return the first contracts of new clients who have neither been handed over nor got a service manager."""
    kept_by_seller = managers.filter(managers.service.notnull()).select("client")
    first = conveyed.filter(conveyed.contract, conveyed.handed_on.isnull()).anti_join(kept_by_seller, "client")
    due = _months(first.closed_on, rule(rules, "handover_months").cast("int64"))
    return _of_deals(first, HANDOVER, from_on=due, due_on=due, about_on=first.closed_on)


def _letters(orders: ir.Table, surveys: ir.Table, rules: ir.Table, day: ir.Scalar) -> ir.Table:
    """Return the client's last completed order that was rated well, while the rating is fresh."""
    rated = surveys.filter(surveys.rating >= rule(rules, "letter_from_rating"), surveys.surveyed_on.notnull())
    rated = rated.filter(rated.order_id.notnull()).group_by("order_id").agg(about_on=rated.surveyed_on.max())
    done = orders.filter(
        orders.client.notnull(),
        orders.completed_on.notnull() | (orders.status == "completed"),
        (orders.status != "cancelled").fill_null(True),
        ~orders.is_return.fill_null(False),
    )
    good = done.inner_join(rated, "order_id")
    order = [ibis.desc("about_on"), ibis.asc("_key")]
    good = good.mutate(turn=ibis.row_number().over(ibis.window(group_by="client", order_by=order)))
    good = good.filter(good.turn == 0)
    good = good.mutate(due_on=_days(good.about_on, rule(rules, "letter_days").cast("int64")))
    good = good.filter(good.due_on >= day)
    return good.select(
        "_key",
        "client",
        "manager",
        "due_on",
        "about_on",
        "amount",
        _table=ibis.literal("orders"),
        duty=ibis.literal(LETTER),
        from_on=good.about_on,
    )


def _birthdays(clients: ir.Table, rules: ir.Table, day: ir.Scalar) -> ir.Table:
    """Return the next birthday of every client that has one on record; 29 February falls on the 28th."""
    known = clients.filter(clients.birthday.notnull(), clients.client.notnull(), clients.birthday <= day)
    years = day.year() - known.birthday.year()
    this, following = (_months(known.birthday, (years + more) * 12) for more in (0, 1))
    known = known.mutate(due_on=ibis.ifelse(this >= day, this, following), about_on=known.birthday)
    return known.select(
        "_key",
        "client",
        "manager",
        "due_on",
        "about_on",
        _table=ibis.literal("clients"),
        duty=ibis.literal(BIRTHDAY),
        from_on=_days(known.due_on, -rule(rules, "birthday_warning_days").cast("int64")),
    )


def _months(day: Any, months: Any) -> ir.Value:
    return (day.cast("timestamp") + ibis.interval(months=1) * months.cast("int32")).cast("date")


def _days(day: Any, days: Any) -> ir.Value:
    return (day.cast("timestamp") + ibis.interval(days=1) * days.cast("int32")).cast("date")


def _working_days_off(
    rows: ir.Table, column: str, named: str, calendar: ir.Table, steps: Any, *, after: bool
) -> ir.Table:
    """Add the day so many working days after or before a column; where no calendar reaches, calendar days."""
    at = rows.select(at=rows[column]).distinct()
    reach = _LOOKED_AT if after else -_LOOKED_AT
    end = _days(at["at"], ibis.literal(reach))
    near = (
        [calendar.day > at["at"], calendar.day <= end] if after else [calendar.day < at["at"], calendar.day >= end]
    )
    order = [ibis.asc("day") if after else ibis.desc("day")]
    found = at.inner_join(calendar, near)
    found = found.mutate(nth=ibis.row_number().over(ibis.window(group_by="at", order_by=order)) + 1)
    found = found.filter(found.nth == steps).select("at", off="day")
    rows = rows.left_join(found, rows[column] == found["at"])
    plain = _days(rows[column], steps if after else -steps)
    return rows.mutate(**{named: rows.off.coalesce(plain)}).drop("at", "off")


DUE: Final = {
    "deals": """
        deal_id|client|manager|outcome|created_on|closed_on |offer_sent_on|offer_confirmed_on|offer_valid_until
        1      |Alfa  |Ivanova|open   |2026-04-01|          |2026-04-30   |                  |2026-05-29
        2      |Beta  |Ivanova|open   |2026-04-02|          |2026-05-06   |2026-05-07        |2026-05-15
        3      |Gamma |Petrov |open   |2026-04-03|          |2026-05-06   |2026-05-08        |
        4      |Delta |Petrov |won    |2026-04-04|2026-05-20|2026-05-18   |                  |2026-05-10
    """,
    "tenders": """
        tender_id | client | tender_on
        7         | Alfa   | 2026-11-30
        8         | Beta   | 2026-05-19
    """,
}
"""The day is 20 May. Offer 1 was due on 4 May, 1 to 3 May being days off in Russia, offer 4 on the 19th."""


@metric(
    kind=Total(),
    name=Text(ru="Открытые дела по клиентам", en="Open duties to clients", bg="Открити задачи към клиенти"),
    definition=Text(
        ru="Сколько дел по клиентам не сделано: тендеры, о подготовке к которым не говорит ни одна сделка; "
        "неподтверждённые действующие предложения и сроки предложений в открытых сделках; передачи новых клиентов; "
        "рекомендательные письма после хорошей оценки; ближайшие дни рождения. Сроки заданы в правилах.",
        en="How many duties to clients are open: tenders that no deal names yet; valid offers not confirmed and "
        "offers that expire, of open deals; hand-overs of new clients; letters of recommendation after a good "
        "rating; the next birthdays. The terms are set in the rules.",
        bg="Колко задачи към клиенти не са свършени: търгове, за които още няма сделка; непотвърдени действащи и "
        "изтичащи оферти по отворени сделки; предаване на нови клиенти; препоръчителни писма след добра оценка; "
        "следващите рождени дни. Сроковете са зададени в правилата.",
    ),
    unit=Unit.COUNT,
    better=Better.LOWER,
    needs={"deals": ("client", "outcome")},
    uses={
        "deals": (
            "manager",
            "created_on",
            "closed_on",
            "offer_sent_on",
            "offer_confirmed_on",
            "offer_valid_until",
            "tender_on",
            "handed_over_on",
            "amount",
        ),
        "clients": ("client", "manager", "service_manager", "birthday"),
        "tenders": ("client", "tender_on"),
        "orders": ("order_id", "client", "completed_on"),
        "surveys": ("order_id", "rating", "surveyed_on"),
    },
    counts=("deals", "tenders", "orders", "clients"),
    only=ONLY,
    along={"duty": None},
    dated_by="due_on",
    dated_as=Text(ru="срок дела", en="day it is due", bg="срок на задачата"),
    source=KEY_ACCOUNTS,
    example=Example(given=DUE, answer={TENDER: 1, CONFIRM: 1, EXPIRY: 2, HANDOVER: 1}),
)
def duties_open(client_duties: ir.Table) -> ir.Table:
    """One fact per open duty."""
    return client_duties.mutate(total=1, n=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Предложения, подтверждённые в срок", en="Offers confirmed in time", bg="Оферти, потвърдени в срок"
    ),
    definition=Text(
        ru="Из отправленных предложений доля тех, получение которых подтвердили в срок: по умолчанию за один "
        "рабочий день. Не в счёт предложения, чей срок ещё не прошёл, и сделки, закрытые за это время без "
        "подтверждения.",
        en="Of the offers sent, the share whose receipt was confirmed in time: by default within one working day. "
        "Left out are offers whose time is not over, and deals closed within it without a confirmation.",
        bg="От изпратените оферти делът на тези, чието получаване е потвърдено в срок: по подразбиране един "
        "работен ден. Не се броят оферти, чийто срок още тече, и сделки, приключени в него без потвърждение.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("offer_sent_on", "offer_confirmed_on")},
    uses={"deals": ("closed_on",)},
    only=ONLY,
    dated_by="offer_sent_on",
    source=KEY_ACCOUNTS,
    example=Example(given=DUE, answer=1 / 4),
)
def offers_confirmed(deals: ir.Table, calendar_ahead: ir.Table, rules: ir.Table, today: ir.Table) -> ir.Table:
    """k = confirmed by the day, n = confirmed, or the day has passed while the deal was open."""
    sent = confirm_by(deals.filter(deals.offer_sent_on.notnull()), calendar_ahead, rules)
    confirmed, by = sent.offer_confirmed_on, sent.confirm_by
    settled = (sent.closed_on <= by).fill_null(False)
    counted = sent.filter(confirmed.notnull() | ((by < today.day.max().as_scalar()) & ~settled))
    return counted.mutate(k=(counted.offer_confirmed_on <= counted.confirm_by).fill_null(False).cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Досье ключевых клиентов", en="Dossiers of key clients", bg="Досиета на ключовите клиенти"),
    definition=Text(
        ru="По каждому полю досье доля ключевых клиентов, у которых оно заполнено: контактное лицо, телефон, "
        "почта, группа принятия решения, день рождения, увлечения.",
        en="For each field of the dossier, the share of key clients for whom it is filled in: contact person, "
        "phone, e-mail, decision group, birthday, hobbies.",
        bg="За всяко поле от досието делът на ключовите клиенти, при които е попълнено: лице за контакт, телефон, "
        "имейл, група за вземане на решение, рожден ден, хоби.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"clients": ("client", "size")},
    uses={"clients": (*FIELDS, "acquired_on")},
    only=("manager", "team", "segment", "channel", "month"),
    along={"field": None},
    dated_by="acquired_on",
    dated_as=Text(ru="дата привлечения", en="day of acquisition", bg="дата на привличане"),
    source=KEY_ACCOUNTS,
    example=Example(
        given={
            "clients": "client | size | phone | hobby\nAlfa | key | 12 |\nBeta | key | | chess\nGamma | small | 1 |"
        },
        answer={
            "phone": 1 / 2,
            "hobby": 1 / 2,
            "contact_person": 0,
            "email": 0,
            "decision_group": 0,
            "birthday": 0,
        },
    ),
)
def dossier_filled(clients: ir.Table) -> ir.Table:
    """k = the field is filled in, n = a field of a key client's dossier."""
    key = clients.filter(clients.size == "key", clients.client.notnull())
    return ibis.union(
        *(key.mutate(field=ibis.literal(name), k=key[name].notnull().cast("int64"), n=1) for name in FIELDS)
    )


def duties_behind(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return the open duties under the filters, one row each, the earliest due first.

    Columns: _table, _key, client, manager, duty, from_on, due_on, about_on (dates as timestamps), amount.
    """
    names = ("_table", "_key", "client", "manager", "duty", "from_on", "due_on", "about_on", "amount")
    every = duties_open.cases(tables, filters, names)
    days = {name: pd.to_datetime(every[name]) for name in ("from_on", "due_on", "about_on")}
    return every.assign(**days).sort_values(["due_on", "duty", "client", "_key"], kind="stable", ignore_index=True)
