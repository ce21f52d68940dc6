"""What clients answered after their orders, and which signs of trouble go with not being asked.

Every completed order is a fact, asked or not: bounds on what the unasked think need both numbers at once.
"""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .asked import ANSWERS, GOOD_BEFORE, IN_TIME, LATE, LOW_BEFORE, NOT_RETURNED, RETURNED
from .declaration import Example, metric
from .facts import stacked
from .kept import kept
from .kinds import Mean, NetScore, Rate, Total
from .sources import BOOK, BOUNDS, NET_SCORE

USES = {"orders": ("client", "ordered_on", "status", "is_return")}
ONLY = ("week", "month", "manager", "segment", "size", "channel")
FIVE_ORDERS = {
    "orders": """
        order_id | client | ordered_on | completed_on | is_return
        1        | Alfa   | 2026-03-01 | 2026-03-05   |
        2        | Alfa   | 2026-03-08 | 2026-03-30   |
        3        | Beta   | 2026-03-02 | 2026-03-10   |
        4        | Beta   | 2026-03-20 | 2026-03-25   |
        5        | Gamma  | 2026-03-03 | 2026-03-09   |
        6        | Gamma  | 2026-03-12 |              | true
    """,
    "surveys": """
        order_id | surveyed_on | rating | recommend
        1        | 2026-03-06  | 5      | 10
        1        | 2026-03-07  | 4      | 9
        3        | 2026-03-12  | 2      | 5
        4        | 2026-03-27  | 5      | 9
    """,
}
"""Orders 2 (late) and 5 (followed by a return) were not asked after; before order 4 its client was dissatisfied."""
LOWEST = Text(
    ru="Из нескольких оценок одного заказа берётся низшая.",
    en="Of several ratings of one order the lowest counts.",
    bg="От няколко оценки на една поръчка се взема най-ниската.",
)


@metric(
    kind=Rate(),
    name=Text(ru="Довольные среди опрошенных", en="Satisfied among those asked", bg="Доволни сред попитаните"),
    definition=Text(
        ru=f"Какая доля оценённых заказов получила 4 или 5 из 5. О неопрошенных эта доля не говорит ничего: их "
        f"мнение показывают границы. {LOWEST.ru}",
        en=f"What share of the rated orders was given 4 or 5 of 5. It says nothing of those who were not asked: "
        f"the bounds show what they may think. {LOWEST.en}",
        bg=f"Какъв дял от оценените поръчки има 4 или 5 от 5. За непопитаните този дял не казва нищо: "
        f"границите показват какво може да мислят. {LOWEST.bg}",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"orders": ("order_id", "completed_on"), "surveys": ANSWERS},
    uses=USES,
    dated_by="completed_on",
    also=("asked", "completed"),
    only=(*ONLY, "quarter", "pace"),
    source=BOUNDS,
    example=Example(given=FIVE_ORDERS, answer=2 / 3),
)
def satisfied(asked_orders: ir.Table) -> ir.Table:
    """k = rated 4 or 5, n = rated; `asked` and `completed` count orders. All completed orders are facts."""
    return asked_orders.mutate(
        k=(asked_orders.score >= 4).fill_null(False).cast("int64"),
        n=asked_orders.score.notnull().cast("int64"),
        completed=1,
    )


@metric(
    kind=Mean(),
    name=Text(ru="Средняя оценка", en="Mean rating", bg="Средна оценка"),
    definition=Text(
        ru=f"Средняя оценка оценённых заказов по пятибалльной шкале. {LOWEST.ru}",
        en=f"The mean rating of the rated orders, on a scale from 1 to 5. {LOWEST.en}",
        bg=f"Средната оценка на оценените поръчки по петобалната скала. {LOWEST.bg}",
    ),
    unit=Unit.COUNT,
    better=Better.HIGHER,
    needs={"orders": ("order_id", "completed_on"), "surveys": ANSWERS},
    uses=USES,
    dated_by="completed_on",
    only=(*ONLY, "pace", "score"),
    source=BOOK,
    example=Example(given=FIVE_ORDERS, answer=11 / 3),
)
def survey_rating(asked_orders: ir.Table) -> ir.Table:
    """total = the rating of each completed order that has one."""
    return asked_orders.mutate(total=asked_orders.score)


@metric(
    kind=NetScore(),
    name=Text(ru="Индекс рекомендаций (NPS)", en="Net promoter score", bg="Индекс на препоръките (NPS)"),
    definition=Text(
        ru="Доля ответивших 9–10 на вопрос о готовности рекомендовать минус доля ответивших 0–6. Вопрос задаёт сам "
        "менеджер и после оценки, поэтому ответ скорее завышен. Из нескольких ответов по заказу берётся низший.",
        en="The share who answered 9 or 10 on how likely they are to recommend, less the share who answered 0 to "
        "6. The manager himself asks, so the answer is rather too high. Of several answers for one order the "
        "lowest counts.",
        bg="Делът на отговорилите 9–10 на въпроса дали биха препоръчали минус дела на отговорилите 0–6. Пита "
        "самият мениджър, затова отговорът е по-скоро завишен. От няколко отговора за поръчка се взема "
        "най-ниският.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"orders": ("order_id", "completed_on"), "surveys": ("order_id", "recommend")},
    uses=USES,
    dated_by="completed_on",
    only=(*ONLY, "pace"),
    source=NET_SCORE,
    example=Example(given=FIVE_ORDERS, answer=1 / 3),
)
def net_promoter_score(asked_orders: ir.Table) -> ir.Table:
    """total = 1 for a promoter, -1 for a detractor, 0 for others who answered, null for all else."""
    likely = asked_orders.likely
    return asked_orders.mutate(
        total=ibis.cases((likely.isnull(), ibis.null("int64")), (likely >= 9, 1), (likely <= 6, -1), else_=0)
    )


@metric(
    kind=Rate(),
    name=Text(ru="Охват там, где есть чего опасаться", en="Coverage by signs of trouble", bg="Обхват по признаци"),
    definition=Text(
        ru="Охват опросами отдельно у заказов, клиенты которых могли остаться недовольны: выполнен поздно, после "
        "него был возврат, прежняя оценка клиента низкая. Один заказ может нести несколько признаков. Пороги "
        "задаёт компания.",
        en="Survey coverage apart for orders whose clients may be dissatisfied: done late, followed by a return, "
        "or the client’s previous rating was low. One order may bear several signs. The company sets the limits.",
        bg="Обхватът отделно за поръчки, чиито клиенти може да са недоволни: изпълнени късно, последвани от "
        "връщане или с ниска предишна оценка на клиента. Една поръчка може да има няколко признака. Праговете "
        "определя фирмата.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"orders": ("order_id", "completed_on"), "surveys": ("order_id",)},
    uses=USES | {"surveys": ("rating", "surveyed_on")},
    dated_by="completed_on",
    along={"sign": "place"},
    only=ONLY,
    source=BOOK,
    example=Example(
        given=FIVE_ORDERS,
        answer={
            **{LATE: 0.0, IN_TIME: 3 / 4},
            **{RETURNED: 0.0, NOT_RETURNED: 3 / 4},
            **{LOW_BEFORE: 1.0, GOOD_BEFORE: 0.0},
        },
    ),
)
def coverage_by_sign(asked_orders: ir.Table) -> ir.Table:
    """k = asked, n = 1 for every completed order and every sign that is known of it."""
    signs = ((LATE, IN_TIME), (RETURNED, NOT_RETURNED), (LOW_BEFORE, GOOD_BEFORE))
    columns = ("pace", "return_after", "score_before")
    facts = []
    for place, (column, (bad, _)) in enumerate(zip(columns, signs, strict=True)):
        known = asked_orders.filter(asked_orders[column].notnull())
        order = ibis.ifelse(known[column] == bad, 2 * place, 2 * place + 1)
        facts.append(known.mutate(sign=known[column], place=order, k=known.asked, n=1))
    return stacked(*facts)


QUESTIONS: Final = ("liked", "disliked", "improve")


@kept({"manager": "string", "channel": "string"}, rows_of="surveys")
def told_surveys(surveys: ir.Table, orders: ir.Table) -> ir.Table:
    """Each questionnaire with any answer in words, under the manager and channel of its order."""
    said = surveys.filter(ibis.or_(*(surveys[question].notnull() for question in QUESTIONS)))
    told = orders.filter(orders.order_id.notnull()).semi_join(said, "order_id")
    told = told.group_by(_order=told.order_id).agg(
        _client=told.client.max(), manager=told.manager.max(), channel=told.channel.max()
    )
    joined = said.left_join(told, said.order_id == told["_order"])
    return joined.mutate(client=joined.client.coalesce(joined["_client"]))


@metric(
    kind=Total(),
    name=Text(ru="Открытые ответы клиентов", en="Open answers of clients", bg="Свободни отговори на клиенти"),
    definition=Text(
        ru="Сколько анкет содержит ответ своими словами: что понравилось, что не понравилось, что улучшить. По "
        "дате опроса.",
        en="How many questionnaires hold an answer in the client’s own words: liked, disliked, to improve. By the "
        "day of the survey.",
        bg="Колко анкети имат отговор със свои думи: какво харесва, какво не, какво да се подобри. По датата на "
        "анкетата.",
    ),
    unit=Unit.COUNT,
    better=Better.NEITHER,
    needs={"surveys": ("order_id", "surveyed_on")},
    uses={
        "surveys": ("client", "liked", "disliked", "improve"),
        "orders": ("order_id", "client", "manager", "channel"),
    },
    dated_by="surveyed_on",
    along={"question": None},
    only=("month", "answer", "manager", "segment", "channel"),
    source=BOOK,
    example=Example(
        given={
            "surveys": """
                order_id | surveyed_on | liked     | disliked | improve
                1        | 2026-03-06  | the price |          | the speed
                2        | 2026-03-07  | the price | papers   |
                3        | 2026-03-08  |           |          |
            """
        },
        answer={"liked": 2, "disliked": 1, "improve": 1},
    ),
)
def open_answers(told_surveys: ir.Table) -> ir.Table:
    """total = 1 for each answer; `answer` is its text. Manager and channel are those of the order."""
    facts = []
    for question in QUESTIONS:
        said = told_surveys.filter(told_surveys[question].notnull())
        facts.append(said.mutate(question=ibis.literal(question), answer=said[question], total=1, n=1))
    return stacked(*facts)
