"""What the pipeline brings in a day, with its arithmetic: open deals x win rate x average deal / cycle."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from ..metrics import METRICS
from ..model.panel import Align, Drill, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import UNDEFINED, money, number, percent
from .context import BY_CLOSING, Context
from .missing import missing_panel
from .shares import rows_of, share_of, share_text

KEY: Final = "pipeline.velocity"
NAME: Final = Text(ru="Скорость продаж", en="Sales velocity", bg="Скорост на продажбите")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько воронка приносит в день и из чего это складывается.",
    en="You would see what the pipeline brings in a day, and what that is made of.",
    bg="Тук ще се вижда колко носи фунията на ден и от какво се състои това.",
)
TITLE: Final = Text(
    ru="Скорость продаж {velocity} в день: {n} × {p} × {a} / {days}",
    en="Sales velocity {velocity} a day: {n} × {p} × {a} / {days}",
    bg="Скорост на продажбите {velocity} на ден: {n} × {p} × {a} / {days}",
)
UNDEFINED_TITLE: Final = Text(
    ru="Скорость продаж не определена: мало данных о том, {what}",
    en="Sales velocity is undefined: too little is known of {what}",
    bg="Скоростта на продажбите е неопределена: малко данни за {what}",
)
SUBTITLE: Final = Text(
    ru="Открытые сделки на конец периода; доля, сумма и цикл {date}, {period}",
    en="Open deals at the end of the period; rate, amount and cycle {date}, {period}",
    bg="Отворени сделки в края на периода; дял, сума и цикъл {date}, {period}",
)
FACTOR: Final = Text(ru="Множитель", en="Factor", bg="Множител")
VALUE: Final = Text(ru="Значение", en="Value", bg="Стойност")
FROM: Final = Text(ru="Из чего", en="Made of", bg="От какво")
OPEN: Final = Text(ru="Открытые подходящие сделки", en="Open deals that fit", bg="Отворени подходящи сделки")
RATE: Final = Text(ru="× доля выигранных", en="× win rate", bg="× дял на спечелените")
AVERAGE: Final = Text(ru="× средняя выигранная сделка", en="× average won deal", bg="× средна спечелена сделка")
CYCLE: Final = Text(
    ru="/ длительность сделки, дней", en="/ sales cycle, days", bg="/ продължителност на сделката, дни"
)
ON: Final = Text(
    ru="на {day}, без «не наших»", en="on {day}, without those “not ours”", bg="към {day}, без „не наши“"
)
OF_WON: Final = Text(ru="по {n} выигранным", en="over {n} won", bg="по {n} спечелени")
WHATS: Final = (
    Text(ru="сколько сделок открыто", en="how many deals are open", bg="колко сделки са отворени"),
    Text(ru="как часто выигрывают", en="how often deals are won", bg="колко често се печели"),
    Text(ru="сколько стоит выигранная сделка", en="what a won deal is worth", bg="колко струва спечелена сделка"),
    Text(ru="сколько длится сделка", en="how long a deal takes", bg="колко трае сделката"),
)
FOOT: Final = Text(
    ru="Это диагностика, а не прогноз: какой множитель изменился, тот и смотреть. Если хоть один не определён, не "
    "определена и скорость.",
    en="This is a diagnosis and no forecast: look at the factor that changed. Where one of them is undefined, so "
    "is the velocity.",
    bg="Това е диагностика, а не прогноза: гледа се множителят, който се е променил. Ако един от тях е "
    "неопределен, неопределена е и скоростта.",
)


@dataclass(frozen=True, slots=True)
class Factors:
    """The four factors; `None` where undefined or below the gate of its metric."""

    open: float | None
    rate: float | None
    average: float | None
    cycle: float | None

    @property
    def velocity(self) -> float | None:
        """Money a day; `None` when a factor is undefined or the cycle is nought."""
        if self.open is None or self.rate is None or self.average is None or not self.cycle:
            return None
        return self.open * self.rate * self.average / self.cycle


def velocity_panel(context: Context) -> Panel:
    """Return the velocity over the period of the filters, each factor opening into its rows."""
    title = context.say(NAME)
    for key in ("open_pipeline", "win_rate", "average_won_deal", "sales_cycle"):
        absent = missing_panel(KEY, title, METRICS[key], WOULD_SHOW, context)
        if absent:
            return absent
    end = min(context.filters.period.end or context.today, context.today)
    until = replace(context.filters, period=Period(None, end))
    opened = rows_of(METRICS["open_pipeline"].measure(context.tables, filters=until))[0]
    rate, average, cycle = (
        rows_of(METRICS[key].measure(context.tables, filters=context.filters))[0]
        for key in ("win_rate", "average_won_deal", "sales_cycle")
    )
    factors = Factors(
        float(opened.fitting), *(float(row.value) if row.enough else None for row in (rate, average, cycle))
    )
    rows = _rows(factors, (opened, rate, average, cycle), end, context)
    columns = (
        ListColumn(context.say(FACTOR), wide=True),
        ListColumn(context.say(VALUE), Align.RIGHT),
        ListColumn(context.say(FROM)),
    )
    subtitle = context.say(SUBTITLE, date=context.say(BY_CLOSING), period=context.period)
    return Panel(
        KEY, _title(factors, context), subtitle, Listing(columns, rows), f"{context.say(FOOT)} {context.as_of}"
    )


def _rows(factors: Factors, found: tuple[Any, ...], end: Any, context: Context) -> tuple[ListRow, ...]:
    language = context.language
    _, rate, average, cycle = found
    n = {id(row): number(float(row.n), language) for row in found}
    return (
        ListRow(
            (context.say(OPEN), number(factors.open, language), context.say(ON, day=day(end, language))),
            Drill("open_pipeline", part="fitting", period=Period(None, end)),
        ),
        ListRow(
            (context.say(RATE), percent(factors.rate, language), share_text(share_of(rate), language)),
            Drill("win_rate"),
        ),
        ListRow(
            (
                context.say(AVERAGE),
                money(factors.average, language, context.currency),
                context.say(OF_WON, n=n[id(average)]),
            ),
            Drill("average_won_deal"),
        ),
        ListRow(
            (context.say(CYCLE), number(factors.cycle, language), context.say(OF_WON, n=n[id(cycle)])),
            Drill("sales_cycle"),
        ),
    )


def _title(factors: Factors, context: Context) -> str:
    language = context.language
    velocity = factors.velocity
    if velocity is None:
        values = (factors.open, factors.rate, factors.average, factors.cycle or None)
        what = next(text for text, value in zip(WHATS, values, strict=True) if value is None)
        return context.say(UNDEFINED_TITLE, what=context.say(what))
    return context.say(
        TITLE,
        velocity=money(velocity, language, context.currency),
        n=number(factors.open, language),
        p=percent(factors.rate, language),
        a=money(factors.average, language, context.currency),
        days=number(factors.cycle, language) if factors.cycle else UNDEFINED,
    )
