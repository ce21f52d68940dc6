"""How each client stands to the company's portrait of its ideal client: ours, not ours, or still to be found out.

An exclusion that is met decides at once, one that is unknown keeps a client from being ours. Else every mark of
the portrait counts one, and what is unknown counts neither for nor against: the score of a client is an interval,
from all unknown answers being wrong to all being right, and the verdict waits until both ends say the same. Equal
weights hold up as well as fitted ones: Dawes (1979), American Psychologist 34:571.

Long because six declarations with their examples rest on the one verdict that is worked out here.
"""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd
from ibis import selectors

from ..engine import Tables
from ..model.portrait import COLUMNS, NUMBERS, SEPARATOR
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .filters import Filters
from .in_force import rule
from .kept import kept
from .kinds import Rate, Share
from .orders import revenue
from .sources import BOOK, DAWES, PLAN

OURS, NOT_OURS, UNKNOWN = "ours", "not_ours", "unknown"
VERDICTS: Final = (OURS, UNKNOWN, NOT_OURS)
MET, UNMET = "met", "unmet"
AGREE, SPENT, TURNED_AWAY, UNDECIDED = "agree", "spent", "turned_away", "undecided"
"""How a typed-in mark stands to the portrait: `spent` is marked ours and is not, `turned_away` the reverse."""
EXACT: Final = 1e-9
"""Three of five is 60 %, whatever the binary fraction says."""

PORTRAIT: Final = ("feature", "looks_at")
_CLIENTS: Final = (*COLUMNS, "acquired_on")
_ORDERS: Final = ("client", "amount", "ordered_on", "status", "is_return")
_DEALS: Final = ("client", "outcome", "amount")
ONLY: Final = (
    *("manager", "team", "client", "segment", "size", "priority", "region", "industry", "channel", "month"),
    "quarter",
)

FIVE_CLIENTS: Final = {
    "client_portrait": """
        feature  | looks_at       | role      | values     | at_least
        Maker    | segment        | ideal     | Industry   |
        Large    | size           | ideal     | key; large |
        Spends   | potential_year | ideal     |            | 100
        Reseller | is_federal     | exclusion | yes        |
    """,
    "clients": """
        client | segment  | size  | potential_year | is_federal
        Alfa   | industry | large |                | false
        Beta   | Industry |       |                | false
        Gamma  | retail   | small | 200            | false
        Delta  | industry | key   | 100            | true
        Omega  | industry | key   | 300            |
    """,
    "deals": """
        deal_id | client | outcome | created_on | closed_on  | qualified | amount
        1       | Alfa   | won     | 2026-03-01 | 2026-03-09 | ours      | 10
        2       | Gamma  | lost    | 2026-03-02 | 2026-03-08 | ours      | 20
        3       | Beta   | open    | 2026-03-03 |            | not_ours  | 30
        4       | Alfa   | lost    | 2026-03-04 | 2026-03-10 | not_ours  | 40
        5       | Delta  | open    | 2026-03-05 |            | not_ours  | 50
    """,
    "orders": """
        order_id | client | ordered_on | amount
        1        | Alfa   | 2026-03-09 | 700
        2        | Beta   | 2026-03-09 | 200
        3        | Gamma  | 2026-03-09 | 100
        4        | Omega  | 2024-03-09 | 900
    """,
}
"""Of three marks 60 % is two. Alfa has two, Gamma one, Delta is excluded, Beta (1 to 3) and Omega are open."""


@kept(
    {
        "_key": "string",
        "client": "string",
        "place": "int64",
        "feature": "string",
        "excludes": "int64",
        "answer": "string",
    }
)
def portrait_answers(clients: ir.Table, portrait: ir.Table) -> ir.Table:
    """One row per client and usable feature of the portrait: `answer` is "met", "unmet" or "unknown".

    A client stands in its first row of the clients table; where it has several, what any of them states counts. A
    region is a path ("Leinster / County Meath") and answers for its first part too.
    """
    named = clients.filter(clients.client.notnull())
    said = {column: _said(named, column) for column in COLUMNS}
    told = named.group_by("client").agg(_key=named["_key"].min(), **{name: one.max() for name, one in said.items()})
    looked = ibis.union(
        *(
            told.select(
                "client",
                "_key",
                looks_at=ibis.literal(column),
                said=ibis.null("string") if column in NUMBERS else told[column],
                worth=told[column] if column in NUMBERS else ibis.null("float64"),
            )
            for column in COLUMNS
        )
    )
    asked = looked.inner_join(portrait, "looks_at")
    broad = asked.said.split("/")[0].strip()
    listed = asked.listed.contains(_between(asked.said)) | (
        (asked.looks_at == "region") & asked.listed.contains(_between(broad))
    )
    within = (asked.worth >= asked.at_least).fill_null(True) & (asked.worth <= asked.at_most).fill_null(True)
    known = asked.said.notnull() | asked.worth.notnull()
    met = ibis.ifelse(asked.listed.notnull(), listed, within)
    return asked.mutate(answer=ibis.ifelse(~known, UNKNOWN, ibis.ifelse(met, MET, UNMET)))


def _said(clients: ir.Table, column: str) -> ir.Column:
    """Return a column as a portrait compares it: words in lower case, yes and no as words, numbers as they are."""
    found = clients[column]
    if column in NUMBERS:
        return found
    if found.type().is_boolean():
        return ibis.ifelse(found.notnull(), ibis.ifelse(found, "yes", "no"), ibis.null("string"))
    return found.strip().lower().replace(SEPARATOR, ",").nullif("")


def _between(said: ir.StringValue) -> ir.StringValue:
    return ibis.literal(SEPARATOR) + said + ibis.literal(SEPARATOR)


@kept({"client": "string", "bought": "float64", "best": "int64", "buyer": "int64", "open_money": "float64"})
def client_worth(deals: ir.Table, orders: ir.Table, rules: ir.Table, today: ir.Table) -> ir.Table:
    """One row per client with an order or an open deal: what it bought in the last twelve months, what is open.

    Returns take theirs off. `buyer` is 1 where something is left, `best` among the first of those by that sum; of
    equals the first by name is.
    """
    day = today.day.max().as_scalar()
    bought = revenue.formula(orders)
    bought = bought.filter(bought.client.notnull(), bought.ordered_on <= day)
    bought = bought.filter(bought.ordered_on > (day - ibis.interval(years=1)).cast("date"))
    bought = bought.group_by("client").agg(bought=bought.total.sum())
    buyers = bought.filter(bought.bought > 0)
    place = ibis.row_number().over(order_by=[ibis.desc("bought"), ibis.asc("client")])
    many = buyers.count().as_scalar().cast("float64")
    first = (many * rule(rules, "best_clients_share") - EXACT).ceil()
    ranked = buyers.mutate(place=place).select("client", best=(place < first).cast("int64"))
    open_deals = deals.filter(deals.outcome == "open", deals.client.notnull())
    waiting = open_deals.group_by("client").agg(open_money=open_deals.amount.fill_null(0.0).sum())
    every = ibis.union(bought.select("client"), waiting.select("client"), distinct=True)
    for part in (bought, ranked, waiting):
        every = every.left_join(part, "client").drop("client_right")
    return every.mutate(
        bought=every.bought.fill_null(0.0),
        buyer=every.best.notnull().cast("int64"),
        best=every.best.fill_null(0),
        open_money=every.open_money.fill_null(0.0),
    )


@kept({"_key": "string", "bought": "float64", "best": "int64"})
def buying_clients(clients: ir.Table, client_worth: ir.Table) -> ir.Table:
    """One row per client of the clients table that bought: the key of its first row, the sum, if it is best."""
    worth = client_worth.filter(client_worth.buyer == 1)
    named = clients.filter(clients.client.notnull()).group_by("client").agg(_key=lambda each: each["_key"].min())
    return named.inner_join(worth, "client").select("_key", "bought", "best")


STATE: Final = {
    "features": "int64",
    "met": "int64",
    "open": "int64",
    "excluded": "int64",
    "doubtful": "int64",
    "low": "float64",
    "high": "float64",
    "verdict": "string",
}


@kept({"_key": "string", "client": "string", **STATE, "bought": "float64", "open_money": "float64"})
def client_fit(portrait_answers: ir.Table, client_worth: ir.Table, rules: ir.Table) -> ir.Table:
    """One row per client of the clients table: the score interval, the verdict, and the money of the client.

    `features`, `met` and `open` count the marks of the portrait, those met and those unknown; `excluded` and
    `doubtful` the exclusions met and unknown. A portrait of exclusions alone makes everybody else ours.
    """
    mark, state = portrait_answers.excludes == 0, portrait_answers.answer
    found = portrait_answers.group_by("client", "_key").agg(
        features=mark.cast("int64").sum(),
        met=(mark & (state == MET)).cast("int64").sum(),
        open=(mark & (state == UNKNOWN)).cast("int64").sum(),
        excluded=(~mark & (state == MET)).cast("int64").sum(),
        doubtful=(~mark & (state == UNKNOWN)).cast("int64").sum(),
    )
    features = found.features.nullif(0).cast("float64")
    found = found.mutate(
        low=(found.met / features).fill_null(1.0), high=((found.met + found.open) / features).fill_null(1.0)
    )
    enough = rule(rules, "ours_from_share") - EXACT
    refused = (found.excluded > 0) | (found.high < enough)
    ours = (found.doubtful == 0) & (found.low >= enough)
    found = found.mutate(verdict=ibis.ifelse(refused, NOT_OURS, ibis.ifelse(ours, OURS, UNKNOWN)))
    found = found.left_join(client_worth, "client").drop("client_right")
    return found.mutate(bought=found.bought.fill_null(0.0), open_money=found.open_money.fill_null(0.0))


@metric(
    kind=Share(),
    name=Text(ru="Клиенты по портрету", en="Clients by the portrait", bg="Клиенти според портрета"),
    definition=Text(
        ru="Доля клиентов из таблицы клиентов, которые по портрету наши, не наши или ещё не выяснены. Исключение "
        "решает сразу, неизвестное исключение не даёт признать клиента нашим. Признаки считаются поровну, и "
        "неизвестный ответ – не ноль: ответ есть, когда он не зависит от неизвестного. Рядом – выручка за 12 "
        "месяцев и сумма открытых сделок.",
        en="The share of clients in the clients table that are ours by the portrait, are not, or are still to be "
        "found out. An exclusion decides at once, an unknown one keeps a client from being ours. Every mark counts "
        "the same, and unknown is not zero: there is a verdict once it does not hang on the unknown. Beside it "
        "stand the revenue of 12 months and the money in open deals.",
        bg="Делът на клиентите от таблицата с клиенти, които според портрета са наши, не са или още се уточняват. "
        "Изключването решава веднага, неизвестното изключване не позволява клиентът да е наш. Белезите тежат "
        "поравно, а неизвестното не е нула: има отговор, когато той не зависи от неизвестното. До него – приходите "
        "за 12 месеца и парите в отворени сделки.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"clients": ("client",), "client_portrait": PORTRAIT},
    uses={
        "clients": _CLIENTS,
        "deals": _DEALS,
        "orders": _ORDERS,
        "client_portrait": ("role", "values", "at_least", "at_most"),
    },
    along={"verdict": None},
    also=("bought", "open_money"),
    only=ONLY,
    dated_by="acquired_on",
    dated_as=Text(ru="дата привлечения", en="day of acquisition", bg="дата на привличане"),
    source=DAWES,
    example=Example(given=FIVE_CLIENTS, answer={OURS: 1 / 5, NOT_OURS: 2 / 5, UNKNOWN: 2 / 5}),
)
def portrait_verdict(clients: ir.Table, client_fit: ir.Table) -> ir.Table:
    """One fact per client; `bought` and `open_money` are its money."""
    fit = client_fit.select("verdict", "bought", "open_money", _row="_key")
    return clients.inner_join(fit, clients["_key"] == fit["_row"]).mutate(n=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Известные ответы по портрету", en="Known answers to the portrait", bg="Известни отговори по портрета"
    ),
    definition=Text(
        ru="По каждому признаку портрета доля клиентов, о которых ответ известен; рядом – у скольких признак есть.",
        en="For each feature of the portrait the share of clients of whom the answer is known; beside it, how many "
        "have the feature.",
        bg="За всеки признак от портрета делът на клиентите, за които отговорът е известен; до него – колко от тях "
        "имат признака.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"clients": ("client",), "client_portrait": PORTRAIT},
    uses={"clients": _CLIENTS, "client_portrait": ("role", "values", "at_least", "at_most")},
    along={"feature": None},
    also=("met",),
    only=ONLY,
    dated_by="acquired_on",
    dated_as=Text(ru="дата привлечения", en="day of acquisition", bg="дата на привличане"),
    source=BOOK,
    example=Example(given=FIVE_CLIENTS, answer={"Maker": 1.0, "Large": 4 / 5, "Spends": 3 / 5, "Reseller": 4 / 5}),
)
def portrait_known(clients: ir.Table, portrait_answers: ir.Table) -> ir.Table:
    """k = the answer is known, n = one feature of one client; `met` = the feature is there."""
    answers = portrait_answers.select("feature", "answer", _row="_key")
    facts = clients.inner_join(answers, clients["_key"] == answers["_row"])
    return facts.mutate(k=(facts.answer != UNKNOWN).cast("int64"), n=1, met=(facts.answer == MET).cast("int64"))


@metric(
    kind=Share(),
    name=Text(
        ru="Открытые сделки по портрету", en="Open deals by the portrait", bg="Отворени сделки според портрета"
    ),
    definition=Text(
        ru="Доля открытых сделок, чей клиент по портрету наш, не наш или ещё не выяснен; рядом – сумма. Клиент, "
        "которого нет в таблице клиентов, не выяснен.",
        en="The share of open deals whose client is ours by the portrait, is not, or is to be found out, with "
        "their amounts. A client that the clients table lacks is to be found out.",
        bg="Делът на отворените сделки, чийто клиент според портрета е наш, не е или още се уточнява, и сумата им. "
        "Клиент, който липсва в таблицата с клиенти, още се уточнява.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"deals": ("client", "outcome", "created_on"), "client_portrait": PORTRAIT},
    uses={"deals": ("amount",)},
    along={"verdict": None},
    also=("total",),
    dated_by="created_on",
    source=BOOK,
    example=Example(given=FIVE_CLIENTS, answer={UNKNOWN: 1 / 2, NOT_OURS: 1 / 2}),
)
def open_deals_fit(deals: ir.Table, client_fit: ir.Table, portrait: ir.Table) -> ir.Table:
    """One fact per open deal; `total` is its amount."""
    return _judged(deals.filter(deals.outcome == "open"), client_fit, portrait).mutate(
        n=1, total=lambda each: each.amount.fill_null(0.0)
    )


@metric(
    kind=Rate(),
    name=Text(ru="Победы по портрету", en="Wins by the portrait", bg="Победи според портрета"),
    definition=Text(
        ru="Доля выигранных среди закрытых сделок отдельно с нашими, не нашими и не выясненными клиентами. Портрет "
        "– нынешний, и выигрывают только у тех, кому звонили: это проверка, а не прогноз.",
        en="The share won of closed deals, apart for clients that are ours, are not, and are to be found out. The "
        "portrait is today’s, and only those who were called can be won: it is a check and no forecast.",
        bg="Делът на спечелените от приключените сделки отделно за наши, за не наши и за неуточнени клиенти. "
        "Портретът е днешният, а се печели само от онези, на които сме се обадили: това е проверка, не прогноза.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("client", "outcome", "closed_on"), "client_portrait": PORTRAIT},
    along={"verdict": None},
    dated_by="closed_on",
    source=DAWES,
    example=Example(given=FIVE_CLIENTS, answer={OURS: 1 / 2, NOT_OURS: 0.0}),
)
def won_by_verdict(deals: ir.Table, client_fit: ir.Table, portrait: ir.Table) -> ir.Table:
    """k = won, n = won or lost."""
    over = _judged(deals.filter(deals.outcome.isin(["won", "lost"])), client_fit, portrait)
    return over.mutate(k=(over.outcome == "won").cast("int64"), n=1)


@metric(
    kind=Share(),
    name=Text(ru="Отметка против портрета", en="Typed mark against the portrait", bg="Отметка срещу портрета"),
    definition=Text(
        ru="Сделки с отметкой «наш» или «не наш» рядом с портретом: согласны; отмечен наш, а портрет против; "
        "отмечен не наш, а портрет за; портрет ещё не решил. Рядом – сумма.",
        en="Deals marked ours or not ours beside the portrait: the two agree; marked ours and the portrait is "
        "against; marked not ours and the portrait is for; the portrait has not decided. With their amounts.",
        bg="Сделки с отметка „наш“ или „не е наш“ до портрета: съвпадат; отбелязан е за наш, а портретът е против; "
        "отбелязан е за не наш, а портретът е за; портретът още не е решил. До тях – сумата.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"deals": ("client", "qualified", "created_on"), "client_portrait": PORTRAIT},
    uses={"deals": ("amount",)},
    along={"standing": None},
    also=("total",),
    dated_by="created_on",
    source=BOOK,
    example=Example(given=FIVE_CLIENTS, answer={AGREE: 2 / 5, SPENT: 1 / 5, TURNED_AWAY: 1 / 5, UNDECIDED: 1 / 5}),
)
def mark_against_portrait(deals: ir.Table, client_fit: ir.Table, portrait: ir.Table) -> ir.Table:
    """One fact per deal that is marked ours or not ours; `total` is its amount."""
    marked = _judged(deals.filter(deals.qualified.isin([OURS, NOT_OURS])), client_fit, portrait)
    apart = ibis.ifelse(marked.qualified == OURS, SPENT, TURNED_AWAY)
    decided = ibis.ifelse(marked.qualified == marked.verdict, AGREE, apart)
    return marked.mutate(
        n=1, standing=ibis.ifelse(marked.verdict == UNKNOWN, UNDECIDED, decided), total=marked.amount.fill_null(0.0)
    )


@metric(
    kind=Rate(),
    name=Text(ru="Лучшие покупатели", en="Best buying clients", bg="Най-добрите купувачи"),
    definition=Text(
        ru="Из клиентов, которые покупали за последние 12 месяцев данных, доля входящих в лучшую пятую часть по "
        "выручке. Среди разных клиентов она разная: так видно, что у лучших общего.",
        en="Of the clients that bought in the last 12 months of the data, the share that belongs to the best fifth "
        "by revenue. It differs between kinds of clients, which shows what the best have in common.",
        bg="От клиентите, купували през последните 12 месеца от данните, делът на онези в най-добрата една пета по "
        "приходи. При различните клиенти е различен: така личи какво е общото между най-добрите.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"clients": ("client",), "orders": ("client", "amount", "ordered_on")},
    uses={"clients": _CLIENTS, "orders": ("status", "is_return"), "deals": _DEALS},
    only=tuple(dict.fromkeys((*ONLY, *(name for name in COLUMNS if name not in NUMBERS)))),
    also=("bought",),
    dated_by="acquired_on",
    dated_as=Text(ru="дата привлечения", en="day of acquisition", bg="дата на привличане"),
    source=PLAN,
    example=Example(given=FIVE_CLIENTS, answer=1 / 3),
)
def best_clients(clients: ir.Table, buying_clients: ir.Table) -> ir.Table:
    """k = among the best by revenue, n = bought for more than nothing; `bought` is for how much."""
    buying = buying_clients.select("bought", "best", _row="_key")
    return clients.inner_join(buying, clients["_key"] == buying["_row"]).mutate(k=ibis._.best, n=1)


def open_clients(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return the clients still to be found out: client, manager, bought and open_money, in no order."""
    return portrait_verdict.refined(tables, ("client", "manager"), filters, _open)


def _open(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return parts.filter(parts.verdict == UNKNOWN).select(*by, "bought", "open_money")


def best_by_value(tables: Tables, filters: Filters, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return k and n of `best_clients` for every value of each of these columns: column, value, k, n, in no order.

    Values are texts; what is not stated is a null.
    """
    return best_clients.folded(tables, columns, filters, _each_value)


def _each_value(facts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    told = facts.select("k", "n", **{name: facts[name].cast("string") for name in by})
    each = told.pivot_longer(selectors.cols(*by), names_to="column", values_to="value")
    return each.group_by("column", "value").agg(k=each.k.sum().cast("int64"), n=each.n.sum().cast("int64"))


def won_by_client(tables: Tables, filters: Filters) -> pd.DataFrame:
    """Return k and n of `won_by_verdict` for every client of a closed deal, in no order; a null has no name."""
    return won_by_verdict.refined(tables, ("client",), filters, _counts)


def _counts(parts: ir.Table, by: tuple[str, ...]) -> ir.Table:
    return parts.select(*by, "k", "n")


def _judged(deals: ir.Table, client_fit: ir.Table, portrait: ir.Table) -> ir.Table:
    """Add the client's verdict to deals; none at all where there is no portrait to judge by."""
    fit = client_fit.select("verdict", _fit="client")
    found = deals.filter(portrait.count().as_scalar() > 0).left_join(fit, deals.client == fit["_fit"])
    return found.mutate(verdict=found.verdict.fill_null(UNKNOWN))
