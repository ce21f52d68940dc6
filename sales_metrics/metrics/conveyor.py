"""The conveyor of sales: a tele-marketer finds, an active seller signs, a client manager looks after the client."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .conveyed import TO_DECISION, TO_HANDOVER, TO_MEETING, stretches
from .declaration import Example, metric
from .held import took_place
from .in_force import last_day, rule
from .kinds import Rate, Share
from .sources import BOOK, CHANNELS

LINE = {
    "deals": """
        deal_id | client | outcome | created_on | closed_on  | qualified | tele_marketer | handed_over_on
        1       | Alfa   | won     | 2026-01-05 | 2026-01-30 | ours      | Kira          | 2026-04-30
        2       | Beta   | open    | 2026-01-07 |            | ours      | Kira          |
        3       | Gamma  | lost    | 2026-01-08 | 2026-01-10 | not_ours  |               |
        4       | Delta  | won     | 2026-01-09 | 2026-02-01 | ours      |               | 2026-05-20
        5       | Alfa   | won     | 2026-02-02 | 2026-03-01 |           |               |
    """,
    "contacts": """
        contact_id | deal_id | kind    | planned_at | held_at    | result
        1          | 1       | meeting | 2026-01-12 | 2026-01-12 | agreed
        2          | 2       | meeting | 2026-01-14 |            | postponed
        3          | 2       | meeting | 2026-01-20 | 2026-01-20 | agreed
        4          | 4       | meeting | 2026-01-15 | 2026-01-15 | agreed
        5          |         | call    |            | 2026-06-01 | agreed
    """,
}


@metric(
    kind=Share(),
    name=Text(ru="Квалификация: наш или не наш", en="Qualification: ours or not", bg="Квалификация: наш или не"),
    definition=Text(
        ru="Доля начатых сделок, клиент которых признан нашим, не нашим или ещё не выяснен. Сделки без отметки "
        "видны отдельно.",
        en="The share of deals started whose client is judged ours, not ours, or still to be found out. Deals "
        "without a mark are shown apart.",
        bg="Делът на започнатите сделки, чийто клиент е признат за наш, за не наш или още се уточнява. Сделките "
        "без отметка се показват отделно.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"deals": ("qualified", "created_on")},
    dated_by="created_on",
    along={"qualified": None},
    source=BOOK,
    example=Example(given=LINE, answer={"ours": 3 / 5, "not_ours": 1 / 5, None: 1 / 5}),
)
def qualification(deals: ir.Table) -> ir.Table:
    """One fact per deal started."""
    return deals.mutate(n=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Встречи телемаркетологов, которые состоялись",
        en="Tele-marketers’ meetings that took place",
        bg="Срещи на телемаркетолозите, които са се състояли",
    ),
    definition=Text(
        ru="Первая назначенная встреча каждой сделки, у которой указан телемаркетолог: доля состоявшихся среди "
        "тех, чей день уже настал. Перенесённая встреча не состоялась. Месяц определяется днём, на который "
        "встреча назначена.",
        en="The first meeting planned for each deal that names a tele-marketer: the share that took place among "
        "those whose day has come. A postponed meeting did not take place. The month is that of the planned day.",
        bg="Първата насрочена среща по всяка сделка с посочен телемаркетолог: делът на състоялите се сред онези, "
        "чийто ден вече е дошъл. Отложената среща не се е състояла. Месецът е този на насрочения ден.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"contacts": ("kind", "planned_at", "held_at", "deal_id"), "deals": ("deal_id", "tele_marketer")},
    uses={"contacts": ("result",)},
    dated_by="planned_at",
    source=BOOK,
    example=Example(given=LINE, answer=1 / 2),
)
def tele_meetings_held(contacts: ir.Table, deals: ir.Table, today: ir.Table) -> ir.Table:
    """k = took place, n = first planned meeting of a tele-marketer's deal, planned for today or before."""
    set_up = deals.filter(deals.tele_marketer.notnull(), deals.deal_id.notnull()).select("deal_id")
    planned = contacts.filter(contacts.kind == "meeting", contacts.planned_at.notnull())
    planned = planned.filter(planned.deal_id.isin(set_up.deal_id))
    planned = planned.mutate(
        nth=ibis.row_number().over(group_by="deal_id", order_by=[ibis.asc("planned_at"), ibis.asc("_key")])
    )
    due = planned.filter(planned.nth == 0, planned.planned_at.cast("date") <= last_day(today))
    held = took_place(due)
    return due.mutate(k=held.cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Новые клиенты с первым договором",
        en="New clients with a first contract",
        bg="Нови клиенти с първи договор",
    ),
    definition=Text(
        ru="Из новых клиентов, по которым начата первая сделка, доля тех, с кем уже заключён договор. Клиент не "
        "новый, если в таблице клиентов он привлечён раньше первой сделки. Месяц определяется датой первой сделки.",
        en="Of the new clients with whom a first deal was started, the share that has signed a contract so far. A "
        "client is not new if the clients table has it acquired before the first deal. The month is that of the "
        "first deal.",
        bg="Каква част от новите клиенти, с които е започната първа сделка, вече са сключили договор. Клиентът не "
        "е нов, ако в таблицата с клиенти е привлечен преди първата сделка. Месецът е този на първата сделка.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("client", "outcome", "created_on")},
    uses={"clients": ("client", "acquired_on")},
    dated_by="created_on",
    source=BOOK,
    example=Example(given=LINE, answer=2 / 4),
)
def first_contract(conveyed_deals: ir.Table) -> ir.Table:
    """k = the client has signed, n = the first deal of a new client."""
    entered = conveyed_deals.filter(conveyed_deals.entered)
    return entered.mutate(k=entered.sold.cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Переданы в срок", en="Handed over in time", bg="Предадени в срок"),
    definition=Text(
        ru="Из клиентов с первым договором, чей срок передачи истёк или которые уже переданы, доля переданных "
        "клиентскому менеджеру в срок: по умолчанию три месяца после первого договора. Прежние клиенты считаются, "
        "только если их передача отмечена.",
        en="Of the clients with a first contract whose time to be handed over has passed, or who have been, the "
        "share handed over to a client manager in time: by default three months after the first contract. Clients "
        "of old count only if their hand-over is on record.",
        bg="Каква част от клиентите с първи договор, чийто срок за предаване е изтекъл или които вече са "
        "предадени, са предадени на клиентския мениджър в срок: по подразбиране три месеца след първия договор. "
        "Старите клиенти се броят само ако предаването им е отбелязано.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("client", "outcome", "closed_on", "handed_over_on")},
    uses={"clients": ("client", "acquired_on")},
    dated_by="closed_on",
    source=CHANNELS,
    example=Example(given=LINE, answer=1 / 2),
)
def handed_over(conveyed_deals: ir.Table, rules: ir.Table, today: ir.Table) -> ir.Table:
    """k = handed over by the day that is due, n = that day is over or the client is handed over."""
    months = rule(rules, "handover_months").cast("int64")
    first = conveyed_deals.filter(conveyed_deals.contract)
    first = first.mutate(due_on=(first.closed_on.cast("timestamp") + ibis.interval(months=1) * months).cast("date"))
    counted = first.filter(first.handed_on.notnull() | (first.due_on < last_day(today)))
    in_time = (counted.handed_on <= counted.due_on).fill_null(False)
    return counted.mutate(k=in_time.cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Участки конвейера: дождались", en="Stretches of the conveyor: done", bg="Участъци на конвейера: минати"
    ),
    definition=Text(
        ru="По каждому участку (до первой встречи, от неё до решения, от первого договора до передачи) доля тех, "
        "кто его уже прошёл; остальные ещё ждут. Закрытая сделка больше не ждёт, отложенная не считается. Месяц "
        "определяется датой создания сделки.",
        en="For each stretch (to the first meeting, from there to a decision, from the first contract to the "
        "hand-over) the share that has it behind it; the rest are waiting. A closed deal waits no more, a parked "
        "one is left out. The month is that of the creation of the deal.",
        bg="За всеки участък (до първата среща, от нея до решение, от първия договор до предаването) делът на "
        "миналите го; останалите още чакат. Приключената сделка вече не чака, отложената не се брои. Месецът е "
        "този на създаването на сделката.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={
        "deals": ("outcome", "created_on", "closed_on", "deal_id"),
        "contacts": ("deal_id", "kind", "held_at"),
    },
    uses={
        "deals": ("client", "handed_over_on"),
        "contacts": ("result",),
        "clients": ("client", "acquired_on"),
    },
    dated_by="created_on",
    along={"stretch": None},
    also=("waiting", "waited"),
    only=(
        *("month", "quarter", "manager", "team", "channel", "segment", "region", "product_group"),
        *("deal_id", "tele_marketer", "waited_days"),
    ),
    source=BOOK,
    example=Example(given=LINE, answer={TO_MEETING: 1, TO_DECISION: 2 / 3, TO_HANDOVER: 1}),
)
def conveyor_wait(conveyed_deals: ir.Table, today: ir.Table) -> ir.Table:
    """k = the stretch is behind the deal, n = it began; `waiting` = n - k, `waited` = days so far of those."""
    spans = stretches(conveyed_deals.filter((conveyed_deals.outcome != "parked").fill_null(True)))
    last = spans["end"].coalesce(last_day(today))
    facts = spans.mutate(waited_days=last.delta(spans.start, unit="day"))
    facts = facts.filter((facts.waited_days >= 0).fill_null(False))
    waiting = facts["end"].isnull()
    return facts.mutate(
        k=(~waiting).cast("int64"),
        n=1,
        waiting=waiting.cast("int64"),
        waited=ibis.ifelse(waiting, facts.waited_days, 0),
    )
