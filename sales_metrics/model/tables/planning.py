"""Plans, targets, costs and capacity."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .declaration import Choice, Column, Kind, Owner, Table, words

LEVELS: Final = (
    Choice("target", Text(ru="план", en="target", bg="план"), words("target, plan, план, цель, цел, норма")),
    Choice(
        "stretch",
        Text(ru="сверхплан", en="stretch", bg="свръхплан"),
        words("stretch, сверхплан, свръхплан, максимум"),
    ),
)

PLANS: Final = Table(
    key="plans",
    title=Text(ru="Планы", en="Plans", bg="Планове"),
    row=Text(
        ru="один показатель одного менеджера на один период",
        en="one measure of one manager for one period",
        bg="един показател на един мениджър за един период",
    ),
    synonyms=words("plans, quotas, sales plan, план, планы, план продаж, планове, план за продажби"),
    keys=(
        ("manager", "period", "measure", "level"),
        ("manager", "period", "measure"),
        ("period", "measure"),
    ),
    owner=Owner.MANAGER,
    columns=(
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words("team, employee, owner, сотрудник, команда, отдел, ответственный, екип, служител"),
        ),
        Column(
            key="period",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Период", en="Period", bg="Период"),
            synonyms=words("month, quarter, месяц, квартал, месец, тримесечие"),
        ),
        Column(
            key="measure",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Показатель", en="Measure", bg="Показател"),
            synonyms=words("metric, kpi, what, kpi показатель, метрика"),
        ),
        Column(
            key="value",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Значение плана", en="Planned value", bg="Планова стойност"),
            synonyms=words("value, plan, target, quota, план, значение, цель, стойност, цел"),
        ),
        Column(
            key="level",
            kind=Kind.CHOICE,
            title=Text(ru="Уровень", en="Level", bg="Ниво"),
            synonyms=words("kind, type, вид плана, вид"),
            choices=LEVELS,
        ),
        Column(
            key="changed_by",
            kind=Kind.NAME,
            title=Text(ru="Кто изменил", en="Changed by", bg="Променен от"),
            synonyms=words("author, изменил, автор, променил"),
        ),
        Column(
            key="reason",
            kind=Kind.TEXT,
            title=Text(ru="Причина изменения", en="Reason of the change", bg="Причина за промяната"),
            synonyms=words("reason, comment, причина, комментарий, коментар"),
        ),
    ),
)

TARGETS: Final = Table(
    key="targets",
    title=Text(ru="Цели", en="Targets", bg="Цели"),
    row=Text(ru="одна цель по показателю", en="one target of a metric", bg="една цел по показател"),
    synonyms=words("targets, goals, цели, нормативы, целеви стойности"),
    keys=(("metric", "segment"), ("metric",)),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="metric",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Метрика", en="Metric", bg="Метрика"),
            synonyms=words("kpi, measure, goal, показатель, цель, показател"),
        ),
        Column(
            key="segment",
            kind=Kind.LABEL,
            title=Text(ru="Для кого цель", en="Target for", bg="За кого е целта"),
            synonyms=words("segment, group, сегмент, группа, група"),
        ),
        Column(
            key="value",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Целевое значение", en="Target value", bg="Целева стойност"),
            synonyms=words("target, value, goal value, значение, норматив, стойност"),
        ),
    ),
)

CHANNEL_COSTS: Final = Table(
    key="channel_costs",
    title=Text(ru="Затраты на каналы", en="Channel costs", bg="Разходи по канали"),
    row=Text(
        ru="затраты на один канал за месяц",
        en="the cost of one channel in one month",
        bg="разходи за един канал за месец",
    ),
    synonyms=words(
        "channel costs, marketing costs, ad spend, затраты на каналы, расходы на рекламу, бюджет "
        "каналов, разходи по канали, маркетингови разходи"
    ),
    keys=(("channel", "month"),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="channel",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Канал", en="Channel", bg="Канал"),
            synonyms=words("source, lead source, источник, източник"),
        ),
        Column(
            key="month",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Месяц", en="Month", bg="Месец"),
            synonyms=words("period, date, период, дата"),
        ),
        Column(
            key="amount",
            kind=Kind.MONEY,
            needed=True,
            title=Text(ru="Затраты", en="Cost", bg="Разход"),
            synonyms=words("amount, costs, spend, budget, сумма, расходы, расход, бюджет, сума, разходи"),
        ),
    ),
)

CAPACITY: Final = Table(
    key="capacity",
    title=Text(ru="Мощность", en="Capacity", bg="Капацитет"),
    row=Text(ru="мощность за один период", en="the capacity of one period", bg="капацитет за един период"),
    synonyms=words("capacity, production capacity, мощность, производственная мощность, капацитет"),
    keys=(("period",),),
    owner=Owner.SHARED,
    columns=(
        Column(
            key="period",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Период", en="Period", bg="Период"),
            synonyms=words("month, week, месяц, неделя, месец, седмица"),
        ),
        Column(
            key="units",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Единиц мощности", en="Units of capacity", bg="Единици капацитет"),
            synonyms=words("units, hours, capacity, мощность, часы, нормо часы, часове, капацитет"),
        ),
    ),
)

FORECASTS: Final = Table(
    key="forecasts",
    title=Text(ru="Опубликованные прогнозы", en="Published forecasts", bg="Публикувани прогнози"),
    row=Text(
        ru="один прогноз, сделанный в один день",
        en="one forecast made on one day",
        bg="една прогноза, направена в един ден",
    ),
    synonyms=words("published forecasts, forecast log, опубликованные прогнозы, публикувани прогнози"),
    keys=(("made_on", "forecast_period", "measure"),),
    owner=Owner.DIRECTOR,
    columns=(
        Column(
            key="made_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Прогноз сделан", en="Forecast made on", bg="Прогнозата е направена на"),
        ),
        Column(
            key="forecast_period",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Период прогноза", en="Forecast period", bg="Период на прогнозата"),
        ),
        Column(
            key="measure",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Что прогнозируется", en="Forecast measure", bg="Какво се прогнозира"),
        ),
        Column(
            key="low",
            kind=Kind.MONEY,
            title=Text(ru="Нижняя граница 80 %", en="Lower bound of 80%", bg="Долна граница на 80%"),
        ),
        Column(
            key="middle",
            kind=Kind.MONEY,
            title=Text(ru="Середина прогноза", en="Middle of the forecast", bg="Среда на прогнозата"),
        ),
        Column(
            key="high",
            kind=Kind.MONEY,
            title=Text(ru="Верхняя граница 80 %", en="Upper bound of 80%", bg="Горна граница на 80%"),
        ),
        Column(
            key="plan",
            kind=Kind.MONEY,
            title=Text(ru="План на период прогноза", en="Plan for the forecast period", bg="План за периода"),
        ),
        Column(
            key="chance",
            kind=Kind.SHARE,
            title=Text(ru="Шанс выполнить план", en="Chance of the plan", bg="Шанс за плана"),
        ),
    ),
)

TABLES: Final = (PLANS, TARGETS, CHANNEL_COSTS, CAPACITY, FORECASTS)
