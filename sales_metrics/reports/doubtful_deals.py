"""Open deals that are older than nearly all won ones were, and what the result would be if they were lost.

The share won by a day hardly moves, since these deals had their time and were not won; the share lost does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ..metrics import METRICS
from ..metrics.pace import pace_of
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..model.text import Text
from ..statistics.incidence import Incidence
from ..text.dates import day
from ..text.numbers import percent
from ..text.plural import DAYS, counted
from .context import Context
from .missing import missing_panel
from .shares import rows_of, share_of, share_text
from .stuck_deals import too_few
from .win_curves import LEAST_DEALS, LEAST_WINS, LOST, WON, end_of, ends_by_day, growth_of

KEY: Final = "pipeline.doubt"
NAME: Final = Text(
    ru="Сделки, которые давно пора закрыть", en="Deals that should long be closed", bg="Отдавна за приключване"
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько открытых сделок старше почти всех выигранных и что это меняет.",
    en="You would see how many open deals are older than nearly all won ones were, and what that changes.",
    bg="Тук ще се вижда колко отворени сделки са по-стари от почти всички спечелени и какво променя това.",
)
TITLE: Final = Text(
    ru="Открытых дольше {days}: {share}; возможно, часть из них уже проиграна",
    en="Open for more than {days}: {share}; some of these may be lost already",
    bg="Отворени повече от {days}: {share}; част от тях може вече да са загубени",
)
NONE: Final = Text(
    ru="Ни одна открытая сделка не старше {days}",
    en="No open deal is older than {days}",
    bg="Нито една отворена сделка не е по-стара от {days}",
)
SUBTITLE: Final = Text(
    ru="Открытые сделки на {day} и исход сделок, если старые из них считать проигранными",
    en="Open deals as of {day}, and the result of deals if the old ones among them are counted as lost",
    bg="Отворени сделки към {day} и изходът на сделките, ако старите сред тях се броят за загубени",
)
WHAT: Final = Text(ru="Что", en="What", bg="Какво")
SHARE: Final = Text(ru="Сколько", en="How many", bg="Колко")
OLD: Final = Text(ru="Открытые дольше {days}", en="Open for more than {days}", bg="Отворени повече от {days}")
AS_RECORDED: Final = Text(
    ru="Исход за {day}, как записано", en="Result within {day}, as recorded", bg="Изход до {day}, както е записано"
)
AS_LOST: Final = Text(
    ru="Исход за {day}, если они проиграны",
    en="Result within {day}, if these are lost",
    bg="Изход до {day}, ако те са загубени",
)
RESULT: Final = Text(
    ru="выиграно {won}, проиграно {lost}, открыто {open}",
    en="won {won}, lost {lost}, open {open}",
    bg="спечелени {won}, загубени {lost}, отворени {open}",
)
FOOT: Final = Text(
    ru="Порог – срок, за который выиграны {share} выигранных сделок; его можно задать. Во второй строке сделка "
    "старше порога считается проигранной на следующий день после него.",
    en="The limit is the time within which {share} of the won deals were won; it can be set. For the second share "
    "a deal beyond the limit counts as lost on the day after it.",
    bg="Прагът е срокът, в който са спечелени {share} от спечелените сделки; може да се зададе. Във втория изход "
    "сделка отвъд прага се брои за загубена на следващия ден.",
)


def doubt_panel(context: Context) -> Panel:
    """Return the share of old open deals, and the share won with and without taking them for lost."""
    metric, title = METRICS["stale_deals"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    now = replace(context.filters, period=Period())
    row = rows_of(metric.measure(context.tables, filters=now))[0]
    limit = pace_of(context.tables).stale_after
    if not row.n or limit is None:
        return Panel(KEY, title, "", Empty(too_few(context), context.say(WOULD_SHOW)))
    days, share = counted(limit, context.language, DAYS), share_text(share_of(row), context.language, interval=True)
    old = ListRow((context.say(OLD, days=days), share), Drill("stale_deals", part="k", period=Period()))
    columns = (ListColumn(context.say(WHAT), wide=True), ListColumn(context.say(SHARE), Align.RIGHT))
    told = TITLE if row.k else NONE
    said = context.say(FOOT, share=percent(context.rule("stale_beyond"), context.language))
    return Panel(
        key=KEY,
        title=context.say(told, days=days, share=share_text(share_of(row), context.language)),
        subtitle=context.say(SUBTITLE, day=day(context.today, context.language)),
        picture=Listing(columns, (old, *_sensitivity(limit, context))),
        foot=f"{said} {context.as_of}",
    )


def _sensitivity(limit: int, context: Context) -> tuple[ListRow, ...]:
    """Return the share won as recorded, and with old open deals taken for lost; nothing where data are too few."""
    ends = ends_by_day(context)
    if ends["n"].sum() < LEAST_DEALS or ends["k"].sum() < LEAST_WINS:
        return ()
    recorded = growth_of(ends)
    # The assumption bites only after the limit, so the results are those of a day behind it.
    until = max(end_of(recorded), limit + 1)
    day_text = counted(int(until), context.language, DAYS)
    return tuple(
        ListRow(
            (context.say(text, day=day_text), _result(found, until, context)),
            Drill("followed_deals", part=part),
        )
        for text, found, part in (
            (AS_RECORDED, recorded, "k"),
            (AS_LOST, growth_of(ends, limit), "n"),
        )
    )


def _result(found: Incidence, until: float, context: Context) -> str:
    shares = {"won": found.at(until, WON), "lost": found.at(until, LOST), "open": found.open_at(until)}
    return context.say(RESULT, **{name: percent(share, context.language) for name, share in shares.items()})
