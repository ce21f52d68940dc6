"""How deals end that began with a recommendation, and those of clients who came back."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .kinds import Rate
from .orders import sold
from .sources import PLAN

RECOMMENDED, RETURNING, OTHER = "recommended", "returning", "other"
RECOMMENDED_WORDS = "referr|recommend|word of mouth|рекоменд|сарафан|препоръ"
RETURNING_WORDS = "return|repeat|existing|повтор|постоянн|вернул|действующ|съществуващ|редовен"
"""Beginnings of words by which a channel says what it is, in three languages."""


@metric(
    kind=Rate(),
    name=Text(
        ru="Выигранные по рекомендациям и повторным обращениям",
        en="Won by recommendation and by coming back",
        bg="Спечелени по препоръка и при завръщане",
    ),
    definition=Text(
        ru="Какая доля закрытых сделок выиграна отдельно у рекомендованных, вернувшихся и остальных. Решает "
        "канал сделки. Если он не указан, вернувшимся считается тот, кто заказывал до начала сделки, "
        "рекомендованным – тот, у кого указан рекомендатель или кого до её начала назвали в анкете.",
        en="What share of the closed deals was won, apart for recommended clients, returning ones and the rest. "
        "The deal’s channel decides. Where none is stated, returning is who ordered before the deal began, "
        "recommended is who has a referrer or was named in a questionnaire before it began.",
        bg="Какъв дял от приключените сделки е спечелен, отделно за препоръчани, завърнали се и останалите. Решава "
        "каналът на сделката. Ако не е посочен, завърнал се е този, който е поръчвал преди началото ѝ, а "
        "препоръчан – този, който има препоръчител или е назован в анкета преди началото ѝ.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("client", "outcome", "closed_on")},
    uses={
        "deals": ("created_on", "source"),
        "clients": ("client", "referred_by"),
        "surveys": ("referred", "surveyed_on"),
        "orders": ("client", "ordered_on", "status", "is_return"),
    },
    dated_by="closed_on",
    along={"origin": "place"},
    only=("month", "manager", "segment", "channel"),
    source=PLAN,
    example=Example(
        given={
            "deals": """
                deal_id | client | source    | outcome | created_on | closed_on
                1       | Alfa   | Referral  | won     | 2026-03-01 | 2026-03-09
                2       | Beta   |           | won     | 2026-03-01 | 2026-03-09
                3       | Gamma  |           | lost    | 2026-03-01 | 2026-03-09
                4       | Delta  | Cold call | lost    | 2026-03-01 | 2026-03-09
                5       | Omega  |           | won     | 2026-03-05 | 2026-03-09
                6       | Delta  | Referral  | open    | 2026-03-05 |
            """,
            "clients": "client | referred_by\nGamma | Alfa\nDelta |",
            "orders": "order_id | client | ordered_on\n1 | Beta | 2026-02-01\n2 | Delta | 2026-03-02",
            "surveys": "order_id | surveyed_on | referred\n1 | 2026-02-03 | Omega\n2 | 2026-03-04 | Delta",
        },
        answer={RECOMMENDED: 2 / 3, RETURNING: 1.0, OTHER: 0.0},
    ),
)
def warm_deals(deals: ir.Table, clients: ir.Table, surveys: ir.Table, orders: ir.Table) -> ir.Table:
    """k = won, n = closed, by `origin`."""
    closed = deals.filter(deals.outcome.isin(["won", "lost"]))
    bought = sold(orders).filter(orders.client.notnull())
    bought = bought.group_by(_buyer=bought.client).agg(_first=bought.ordered_on.min())
    led = clients.filter(clients.client.notnull(), clients.referred_by.notnull())
    led = led.select(_led=led.client).distinct()
    named = surveys.filter(surveys.referred.notnull())
    named = named.group_by(_named=named.referred).agg(_named_on=named.surveyed_on.min())
    closed = closed.left_join(bought, closed.client == bought["_buyer"])
    closed = closed.left_join(led, closed.client == led["_led"])
    closed = closed.left_join(named, closed.client == named["_named"])
    said = closed.source.fill_null("").lower()
    origin = ibis.cases(
        (said.re_search(RECOMMENDED_WORDS), RECOMMENDED),
        (said.re_search(RETURNING_WORDS), RETURNING),
        (closed.source.notnull(), OTHER),
        ((closed["_first"] < closed.created_on).fill_null(False), RETURNING),
        (closed["_led"].notnull() | (closed["_named_on"] <= closed.created_on).fill_null(False), RECOMMENDED),
        else_=OTHER,
    )
    closed = closed.mutate(origin=origin, k=(closed.outcome == "won").cast("int64"), n=1)
    return closed.mutate(
        place=ibis.cases((closed.origin == RECOMMENDED, 0), (closed.origin == RETURNING, 1), else_=2)
    )
