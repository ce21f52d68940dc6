"""The plans by which clients are developed: what was to be done by whom and when, and what became of it.

The owner of an action stands for the manager: filters and breakdowns by manager are by owner.
"""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .filters import Filters
from .kinds import Mean, Rate, Total
from .sources import PLAN

OVERDUE: Final = "1 overdue"
TO_CHECK: Final = "2 to check"
RUNNING: Final = "3 running"
POSTPONED: Final = "4 postponed"
DONE: Final = "5 done"
DROPPED: Final = "6 dropped"
STATES: Final = (OVERDUE, TO_CHECK, RUNNING, POSTPONED, DONE, DROPPED)
"""What an action can be on the last day of the data, the most pressing first."""
STILL_OPEN: Final = (OVERDUE, TO_CHECK, RUNNING, POSTPONED)

QUESTIONS: Final = ("action", "owner", "due_on", "resources", "participants")
"""What is to be done, by whom, when, with what, and together with whom."""
ONLY: Final = (
    "manager", "team", "client", "action", "segment", "channel", "priority", "month",
)  # fmt: skip
NEEDS: Final = {"development_actions": ("client", "action", "owner", "due_on")}
USES: Final = {"development_actions": ("status", "done_on", "checked_on")}

PLANNED: Final = {
    "development_actions": """
        client | action      | owner   | due_on     | checked_on | status      | done_on    |resources| participants
        Alfa   | meet        | Ivanova | 2026-03-10 |            | done        | 2026-03-09 | car       | chief
        Alfa   | offer       | Ivanova | 2026-03-20 |            | in_progress |            |           | chief
        Beta   | train       | Petrov  | 2026-04-20 | 2026-03-30 | planned     |            |           |
        Beta   | audit       | Petrov  | 2026-03-15 |            | postponed   |            | engineer  |
        Gamma  | second line | Petrov  | 2026-03-01 |            | done        | 2026-03-05 |           |
        Gamma  | letter      | Petrov  | 2026-03-25 |            | dropped     |            |           |
    """,
    "deals": "deal_id | created_on\n1 | 2026-03-31",
}
"""The data end on 31 March: the offer is overdue, the training to check, one of two was done late."""


def _with_state(actions: ir.Table, today: ir.Table) -> ir.Table:
    day = today.day.max().as_scalar()
    done = (actions.status == "done").fill_null(False) | actions.done_on.notnull()
    state = ibis.cases(
        ((actions.status == "dropped").fill_null(False), DROPPED),
        (done, DONE),
        ((actions.status == "postponed").fill_null(False), POSTPONED),
        ((actions.due_on < day).fill_null(False), OVERDUE),
        ((actions.checked_on <= day).fill_null(False), TO_CHECK),
        else_=RUNNING,
    )
    return actions.mutate(state=state, manager=actions.owner)


@metric(
    kind=Total(),
    name=Text(
        ru="Действия планов развития", en="Actions of development plans", bg="Действия по планове за развитие"
    ),
    definition=Text(
        ru="Сколько действий планов развития просрочено; не сделано, хотя дата контроля прошла; в работе; "
        "перенесено; сделано; снято – на последний день данных.",
        en="How many actions of development plans are overdue; not done although their check date has passed; "
        "under way; postponed; done; dropped, as of the last day of the data.",
        bg="Колко действия от плановете за развитие са просрочени; неизпълнени при минала дата на контрол; в "
        "процес; отложени; изпълнени; отпаднали – към последния ден на данните.",
    ),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    needs=NEEDS,
    uses=USES,
    only=ONLY,
    along={"state": None},
    dated_by="due_on",
    source=PLAN,
    example=Example(given=PLANNED, answer={OVERDUE: 1, TO_CHECK: 1, POSTPONED: 1, DONE: 2, DROPPED: 1}),
)
def plan_actions(development_actions: ir.Table, today: ir.Table) -> ir.Table:
    """One fact per action."""
    return _with_state(development_actions, today).mutate(total=1, n=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Действия плана, сделанные в срок", en="Plan actions done in time", bg="Действия, изпълнени в срок"
    ),
    definition=Text(
        ru="Из действий плана развития, срок которых прошёл или которые сделаны, доля сделанных в срок. "
        "Перенесённое после срока не сделано в срок; снятое и сделанное без даты не в счёт.",
        en="Of the actions of development plans that are done or whose day has passed, the share done in time. "
        "One postponed past its day was not done in time; dropped ones and those done on no stated day are left "
        "out.",
        bg="От действията по планове за развитие, които са изпълнени или чийто срок е минал, делът на изпълнените "
        "в срок. Отложеното след срока не е изпълнено в срок; отпадналите и изпълнените без дата не се броят.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"development_actions": (*NEEDS["development_actions"], "done_on")},
    uses=USES,
    only=ONLY,
    dated_by="due_on",
    source=PLAN,
    example=Example(given=PLANNED, answer=1 / 4),
)
def actions_in_time(development_actions: ir.Table, today: ir.Table) -> ir.Table:
    """k = done by its day, n = done on a stated day, or the day has passed."""
    facts = _with_state(development_actions, today)
    facts = facts.filter(facts.due_on.notnull(), facts.state != DROPPED)
    passed = (facts.due_on < today.day.max().as_scalar()) & (facts.state != DONE)
    facts = facts.filter(facts.done_on.notnull() | passed)
    return facts.mutate(k=(facts.done_on <= facts.due_on).fill_null(False).cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Пять вопросов плана", en="Five questions of a plan", bg="Пет въпроса на плана"),
    definition=Text(
        ru="По каждому из пяти вопросов – что сделать, кто, когда, какими средствами, с кем – доля действий плана, "
        "в которых на него есть ответ. Снятые действия не в счёт.",
        en="For each of the five questions – what, who, when, with what, with whom – the share of the plan's "
        "actions that answer it. Dropped actions are left out.",
        bg="За всеки от петте въпроса – какво, кой, кога, с какво, с кого – делът на действията в плана, които му "
        "отговарят. Отпадналите действия не се броят.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    uses={"development_actions": ("status", "resources", "participants")},
    only=ONLY,
    along={"question": None},
    dated_by="due_on",
    source=PLAN,
    example=Example(
        given=PLANNED, answer={"action": 1, "owner": 1, "due_on": 1, "resources": 2 / 5, "participants": 2 / 5}
    ),
)
def plan_questions(development_actions: ir.Table) -> ir.Table:
    """k = the question is answered, n = a question to an action."""
    kept = development_actions.filter((development_actions.status != "dropped").fill_null(True))
    kept = kept.mutate(manager=kept.owner)
    return ibis.union(
        *(kept.mutate(question=ibis.literal(name), k=kept[name].notnull().cast("int64"), n=1) for name in QUESTIONS)
    )


@metric(
    kind=Mean(),
    name=Text(
        ru="На сколько дней отстают действия плана",
        en="Days that plan actions are late",
        bg="Закъснение на действията в плана, дни",
    ),
    definition=Text(
        ru="Сколько дней в среднем прошло после срока у просроченных и перенесённых действий плана на последний "
        "день данных. У перенесённых на более поздний срок, который ещё не наступил, – ноль.",
        en="How many days on average have passed since overdue and postponed actions of plans were due, "
        "as of the last day of the data. None for those put off to a day still to come.",
        bg="Колко дни средно са минали след срока на просрочените и отложените действия от планове към последния "
        "ден на данните. За отложените за по-късен ден, който още не е дошъл, – нула.",
    ),
    unit=Unit.DAYS,
    better=Better.LOWER,
    needs=NEEDS,
    uses=USES,
    only=(*ONLY, "result"),
    dated_by="due_on",
    source=PLAN,
    example=Example(given=PLANNED, answer=(11 + 16) / 2),
)
def action_delay(development_actions: ir.Table, today: ir.Table) -> ir.Table:
    """total = days since an overdue or postponed action was due; an action without a day is no case."""
    facts = _with_state(development_actions, today)
    facts = facts.filter(facts.state.isin([OVERDUE, POSTPONED]), facts.due_on.notnull())
    late = today.day.max().as_scalar().delta(facts.due_on, unit="day")
    return facts.mutate(total=ibis.greatest(late, 0))


def actions_behind(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return the actions under the filters, one row each, the earliest due first.

    Columns: all of the table, null where no file brought them, `state`, and `open` for what is neither done nor
    dropped. Days are timestamps.
    """
    found = plan_actions.rows(tables, filters).rename(columns={"_state": "state"})
    names = ["client", "action", "owner", "due_on", "checked_on", "resources", "participants", "status", "done_on",
             "result", "state"]  # fmt: skip
    found = found.reindex(columns=names)
    days = {name: pd.to_datetime(found[name]) for name in ("due_on", "checked_on", "done_on")}
    found = found.assign(open=found["state"].isin(STILL_OPEN), **days)
    return found.sort_values(["due_on", "client", "action"], kind="stable", ignore_index=True)
