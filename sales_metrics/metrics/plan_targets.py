"""What stands beside the actions of a plan: the figures to be reached by a day, and the points of the exercise."""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .development import of_their_managers
from .filters import Filters
from .kinds import Rate, Total
from .sources import FOUR_SIDES, TERRITORY

_OF_CLIENTS: Final = ("manager", "client", "point", "segment", "size", "channel", "priority", "region", "month")


@metric(
    kind=Total(),
    name=Text(ru="Контрольные цифры по датам", en="Control figures by date", bg="Контролни цифри по дати"),
    definition=Text(
        ru="Сколько контрольных цифр записано в планах отделов и регионов, по дате, к которой их надо достичь.",
        en="How many control figures the plans of departments and regions have, by the day they are to be reached.",
        bg="Колко контролни цифри са записани в плановете на отдели и региони, по деня, към който се достигат.",
    ),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    needs={"control_figures": ("measure", "due_on", "target")},
    uses={"control_figures": ("team", "region", "responsible")},
    only=("manager", "measure", "region", "of_team", "month"),
    dated_by="due_on",
    source=TERRITORY,
    example=Example(
        given={
            "control_figures": """
                measure | team  | region | due_on     | target
                revenue | north |        | 2026-03-31 | 500
                revenue | north |        | 2026-06-30 | 900
                offices |       | west   | 2026-06-30 | 1
                revenue |       |        |            | 2000
            """
        },
        answer=4,
    ),
)
def control_figures_set(control_figures: ir.Table) -> ir.Table:
    """One fact per figure; whoever answers for it stands for the manager."""
    figures = control_figures
    return figures.mutate(total=1, n=1, manager=figures.responsible, of_team=figures.team)


@metric(
    kind=Rate(),
    name=Text(
        ru="Пункты четырёх сторон с действием",
        en="Points of the four sides with an action",
        bg="Точки от четирите страни с действие",
    ),
    definition=Text(
        ru="По каждой стороне – сильной, слабой, возможностям, рискам – доля пунктов, на которые в плане отвечает "
        "действие. Снятое действие не отвечает; действие плана другого клиента тоже.",
        en="For each side – strengths, weaknesses, chances, risks – the share of points that an action of the plan "
        "answers. A dropped action answers nothing, nor does one of another client's plan.",
        bg="За всяка страна – силни, слаби, възможности, рискове – делът на точките, на които отговаря действие от "
        "плана. Отпаднало действие не отговаря, нито действие от план на друг клиент.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"plan_points": ("side", "point")},
    uses={
        "plan_points": ("client", "action"),
        "development_actions": ("client", "action", "status", "due_on"),
        "clients": ("client", "manager"),
    },
    along={"side": None},
    only=_OF_CLIENTS,
    dated_by="answered_on",
    dated_as=Text(
        ru="срок действия, которое отвечает",
        en="day by which the answering action is due",
        bg="срок на действието, което отговаря",
    ),
    source=FOUR_SIDES,
    example=Example(
        given={
            "plan_points": """
                side     | point               | client | action
                strength | delivery in a day   |        | Show it at the fair
                strength | own laboratory      |        |
                weakness | one engineer        | Alfa   | train a second
                weakness | no backup           | Beta   | train a second
                risk     | the chief may leave |        | write it down
            """,
            "development_actions": """
                client | action              | owner   | due_on     | status
                Alfa   | show it at the FAIR | Ivanova | 2026-03-10 | planned
                Alfa   | train a second      | Ivanova | 2026-04-10 |
                Alfa   | write it down       | Ivanova | 2026-04-10 | dropped
            """,
        },
        answer={"strength": 1 / 2, "weakness": 1 / 2, "risk": 0.0},
    ),
)
def points_answered(plan_points: ir.Table, development_actions: ir.Table, clients: ir.Table) -> ir.Table:
    """k = an action of the plan bears the name that the point gives, n = a point with a side and words.

    A point about nobody is answered by an action of any plan; one about a client by that client's alone.
    """
    points = plan_points.filter(plan_points.side.notnull(), plan_points.point.notnull())
    actions = development_actions.filter((development_actions.status != "dropped").fill_null(True))
    actions = actions.mutate(said=_plain(actions.action)).filter(ibis._.said.notnull())
    anybody = actions.group_by("said").agg(any_on=actions.due_on.min(), any_is=actions.count())
    named = actions.filter(actions.client.notnull())
    own = named.group_by("client", "said").agg(own_on=named.due_on.min(), own_is=named.count())
    facts = points.mutate(said=_plain(points.action), manager=ibis.null("string"))
    facts = facts.left_join(anybody, "said").drop("said_right")
    facts = facts.left_join(own, ["client", "said"]).drop("client_right", "said_right")
    general = facts.client.isnull()
    there = ibis.ifelse(general, facts.any_is, facts.own_is).notnull()
    facts = facts.mutate(k=there.cast("int64"), n=1, answered_on=ibis.ifelse(general, facts.any_on, facts.own_on))
    return of_their_managers(facts.drop("any_is", "any_on", "own_is", "own_on", "said"), clients)


def _plain(text: ir.Column) -> ir.StringColumn:
    return text.strip().lower()


def control_figures_in(tables: Tables) -> pd.DataFrame:
    """Return the control figures that name a measure and a day, the earliest first.

    Columns, the days as timestamps: measure, team, region, due_on, from_on, target, fact, responsible; null where
    no file brought them.
    """
    names = ["measure", "team", "region", "due_on", "from_on", "target", "fact", "responsible"]
    table = tables["control_figures"]
    rows = tables.fetch(table.select(*names))
    days = {name: pd.to_datetime(rows[name]) for name in ("due_on", "from_on")}
    rows = rows.assign(**days).dropna(subset=["measure", "due_on"])
    return rows.sort_values(["due_on", "measure", "team", "region"], kind="stable", ignore_index=True)


def points_behind(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return the points of the exercise, one row each: side, point, client, action, and `k` (1 is answered)."""
    rows = points_answered.rows(tables, filters).rename(columns={"_k": "k"})
    found = rows.reindex(columns=["side", "point", "client", "action", "k"])
    return found.sort_values(["side", "client", "point"], kind="stable", ignore_index=True)
