"""Where clients wait on the conveyor: how long each stretch takes, and who has been waiting longest."""

from __future__ import annotations

from math import isnan
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.conveyed import TO_DECISION, TO_HANDOVER, TO_MEETING
from ..model.panel import Bar, Bars, Drill, Empty, Listing, ListRow, Panel
from ..model.text import Text
from ..statistics.waiting import median_wait
from ..text.dates import day
from ..text.numbers import money, number
from ..text.plural import DAYS, DEALS, counted
from .attention_waiting import MORE
from .context import BY_CREATION, Context
from .missing import missing_panel, nothing_panel
from .rates import name_of
from .shares import rows_of

KEY_STRETCHES: Final = "conveyor.stretches"
KEY_WAITING: Final = "conveyor.waiting"
GATE: Final = 10
STRETCHES_NAME: Final = Text(ru="Где клиенты ждут", en="Where clients wait", bg="Къде чакат клиентите")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, на каком участке конвейера клиенты ждут дольше всего и кто ждёт прямо сейчас.",
    en="You would see on which stretch of the conveyor clients wait longest, and who is waiting right now.",
    bg="Тук ще се вижда на кой участък от конвейера клиентите чакат най-дълго и кой чака точно сега.",
)
STRETCHES: Final = {
    TO_MEETING: Text(ru="До первой встречи", en="To first meeting", bg="До първа среща"),
    TO_DECISION: Text(ru="До решения", en="To decision", bg="До решение"),
    TO_HANDOVER: Text(ru="До передачи", en="To hand-over", bg="До предаване"),
}
TITLE: Final = Text(
    ru="Дольше всего ждут на участке «{stretch}»: половина дольше {days}",
    en="The longest wait is “{stretch}”: half of them wait more than {days}",
    bg="Най-дълго се чака на участъка „{stretch}“: половината повече от {days}",
)
TITLE_UNKNOWN: Final = Text(
    ru="На участке «{stretch}» больше половины ещё ждут",
    en="On the stretch “{stretch}” more than half are still waiting",
    bg="На участъка „{stretch}“ повече от половината още чакат",
)
FEW: Final = Text(
    ru="Ждущих пока мало, чтобы судить о сроках",
    en="Too few have waited yet to judge how long it takes",
    bg="Още малко са чакали, за да се съди за сроковете",
)
SUBTITLE: Final = Text(
    ru="Дней, за которые участок проходит половина, сделки {date}, {period}",
    en="Days by which half have the stretch behind them, deals {date}, {period}",
    bg="Дни, за които половината минават участъка, сделки {date}, {period}",
)
HEADING: Final = Text(ru="дней, медиана", en="days, median", bg="дни, медиана")
ASIDE: Final = Text(ru="ждут сейчас", en="waiting now", bg="чакат сега")
STILL: Final = Text(ru="{waiting} из {n}", en="{waiting} of {n}", bg="{waiting} от {n}")
OVER_HALF: Final = Text(ru="ещё ждут", en="still waiting", bg="още чакат")
TOO_FEW: Final = Text(ru="мало данных", en="too few", bg="малко данни")
SPAN: Final = Text(ru="{median} [{low}–{high}]", en="{median} [{low}–{high}]", bg="{median} [{low}–{high}]")
FOOT: Final = Text(
    ru="До встречи ждут с создания сделки, до решения с первой встречи, до передачи с первого договора; закрытая "
    "сделка больше не ждёт. Кто ещё ждёт, посчитан ждущим до дня данных; «ещё ждут»: больше половины. В скобках "
    "95 % интервал медианы.",
    en="Waits run from the creation of the deal to its first meeting, from there to a decision, and from the "
    "first contract to the hand-over; a closed deal waits no more. Those still waiting count as waiting up to the "
    "day of the data; “still waiting”: more than half are. In brackets the 95% interval of the median.",
    bg="До среща се чака от създаването на сделката, до решение от първата среща, до предаване от първия договор; "
    "приключената сделка вече не чака. Които още чакат, са броени като чакащи до деня на данните; „още чакат“: "
    "повече от половината. В скоби е 95% интервал на медианата.",
)

WAITING_NAME: Final = Text(ru="Кто ждёт дольше всех", en="Who has waited longest", bg="Кой чака най-дълго")
WAITING_TITLE: Final = Text(
    ru="Ждут {deals}; дольше всех {client}: {days}",
    en="{deals} waiting; longest of all {client}: {days}",
    bg="Чакат {deals}; най-дълго {client}: {days}",
)
NOBODY: Final = Text(
    ru="На этом участке никто не ждёт", en="Nobody waits on this stretch", bg="На този участък никой не чака"
)
NOBODY_HINT: Final = Text(
    ru="Все сделки за выбранный период прошли его.",
    en="All deals of the chosen period have it behind them.",
    bg="Всички сделки за избрания период са го минали.",
)
WAITING_SUBTITLE: Final = Text(
    ru="{stretch}. Открытые случаи, сделки {date}, {period}, дольше ждущие первыми",
    en="{stretch}. Cases still open, deals {date}, {period}, longest waits first",
    bg="{stretch}. Отворени случаи, сделки {date}, {period}, най-дълго чакащите първи",
)
STRETCH: Final = Text(ru="Участок", en="Stretch", bg="Участък")
COLUMNS: Final = (
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Ждёт, дней", en="Days waiting", bg="Чака, дни"),
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Стадия", en="Stage", bg="Етап"),
    Text(ru="Создана", en="Created", bg="Създадена"),
    Text(ru="Сумма", en="Amount", bg="Сума"),
)
LISTED_AT_MOST: Final = 200


def stretches_panel(context: Context) -> Panel:
    """Return the median wait of each stretch, with those that are still waiting counted as such."""
    title, metric = context.say(STRETCHES_NAME), METRICS["conveyor_wait"]
    absent = missing_panel(KEY_STRETCHES, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, by=("waited_days",), filters=context.filters)
    there = [name for name in _stretches(context) if (found["stretch"] == name).any()]
    if not there:
        return nothing_panel(KEY_STRETCHES, title, context)
    waits = {name: _median(found[found["stretch"] == name]) for name in there}
    sums = found.groupby("stretch")[["n", "waiting"]].sum()
    counts = {
        str(name): (int(row.n), int(row.waiting)) for name, row in zip(sums.index, rows_of(sums), strict=True)
    }
    bars = tuple(_bar(name, waits[name], *counts[name], context) for name in there)
    subtitle = context.say(SUBTITLE, date=context.say(BY_CREATION), period=context.period)
    picture = Bars(bars, context.say(HEADING), context.say(ASIDE))
    said = _title(waits, counts, context)
    return Panel(KEY_STRETCHES, said, subtitle, picture, f"{context.say(FOOT)} {context.as_of}")


def waiting_panel(context: Context) -> Panel:
    """Return the list of those who wait on one stretch, the longest wait first."""
    title, metric = context.say(WAITING_NAME), METRICS["conveyor_wait"]
    absent = missing_panel(KEY_WAITING, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    options = tuple((name, context.say(STRETCHES[name])) for name in _stretches(context))
    pick = context.pick("conveyor.stretch", context.say(STRETCH), options, TO_MEETING)
    where = {"stretch": pick.chosen}
    rows = metric.rows(context.tables, filters=context.filters, where=where, part="waiting")
    if rows.empty:
        nobody = Empty(context.say(NOBODY), context.say(NOBODY_HINT))
        return Panel(KEY_WAITING, title, "", nobody, choices=(pick,))
    rows = rows.sort_values("_waited", ascending=False, kind="stable")
    longest = rows_of(rows.head(1).rename(columns={"_waited": "waited"}))[0]
    said = context.say(
        WAITING_TITLE,
        deals=counted(len(rows), context.language, DEALS),
        client=name_of(getattr(longest, "client", None), context),
        days=counted(int(longest.waited), context.language, DAYS),
    )
    subtitle = context.say(
        WAITING_SUBTITLE,
        stretch=context.say(STRETCHES[pick.chosen]),
        date=context.say(BY_CREATION),
        period=context.period,
    )
    columns = context.columns(COLUMNS, right=(1, 5), wide=0)
    listed = tuple(_row(row, pick.chosen, context) for row in rows.head(LISTED_AT_MOST).to_dict("records"))
    return Panel(KEY_WAITING, said, subtitle, Listing(columns, listed), _waiting_foot(len(rows), context), (pick,))


def _waiting_foot(many: int, context: Context) -> str:
    if many <= LISTED_AT_MOST:
        return context.as_of
    shown, every = (number(n, context.language) for n in (LISTED_AT_MOST, many))
    return f"{context.say(MORE, shown=shown, all=every)} {context.as_of}"


def _stretches(context: Context) -> list[str]:
    """Return the stretches that the data can tell of: without a day of hand-over nobody would ever be done."""
    there = {"handed_over_on", "client"} <= context.tables.present("deals")
    return [TO_MEETING, TO_DECISION, *([TO_HANDOVER] if there else [])]


def _median(waits: pd.DataFrame) -> tuple[float, float, float]:
    waits = waits.astype({"waited_days": "int64"})
    days = pd.concat([waits["waited_days"], waits["waited_days"]])
    over = [1] * len(waits) + [0] * len(waits)
    return median_wait(days, over, pd.concat([waits["k"], waits["waiting"]]))


def _bar(name: str, wait: tuple[float, float, float], n: int, waiting: int, context: Context) -> Bar:
    lang = context.language
    median, low, high = wait
    few = n < GATE
    if few:
        text = context.say(TOO_FEW)
    elif isnan(median):
        text = context.say(OVER_HALF)
    else:
        ends = ["…" if isnan(end) else number(end, lang) for end in (low, high)]
        text = context.say(SPAN, median=number(median, lang), low=ends[0], high=ends[1])
    still = context.say(STILL, waiting=number(waiting, lang), n=number(n, lang))
    return Bar(
        label=context.say(STRETCHES[name]),
        value=0.0 if few or isnan(median) else median,
        text=text,
        drill=Drill("conveyor_wait", MappingProxyType({"stretch": name})),
        aside=still,
    )


def _title(
    waits: dict[str, tuple[float, float, float]], counts: dict[str, tuple[int, int]], context: Context
) -> str:
    judged = {name: wait[0] for name, wait in waits.items() if counts[name][0] >= GATE}
    if not judged:
        return context.say(FEW)
    unknown = [name for name, median in judged.items() if isnan(median)]
    if unknown:
        return context.say(TITLE_UNKNOWN, stretch=context.say(STRETCHES[unknown[0]]))
    longest = max(judged, key=lambda name: judged[name])
    days = counted(judged[longest], context.language, DAYS)
    return context.say(TITLE, stretch=context.say(STRETCHES[longest]), days=days)


def _row(row: dict[Any, Any], stretch: str, context: Context) -> ListRow:
    lang = context.language
    amount = row.get("amount")
    cells = (
        name_of(row.get("client"), context),
        number(int(row["_waited"]), lang),
        name_of(row.get("manager"), context),
        name_of(row.get("stage"), context),
        day(pd.Timestamp(row["created_on"]).date(), lang) if pd.notna(row.get("created_on")) else "",
        money(float(amount), lang, context.currency) if amount is not None and pd.notna(amount) else "",
    )
    deal = row.get("deal_id")
    where = MappingProxyType({"stretch": stretch, "deal_id": None if pd.isna(deal) else str(deal)})
    return ListRow(cells, Drill("conveyor_wait", where, "waiting"))
