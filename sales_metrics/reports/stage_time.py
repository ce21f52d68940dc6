"""How long deals stand in each stage, those that still stand there counted for the time they have."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Drill, Panel
from ..model.text import Text
from ..statistics.incidence import incidence
from ..text.numbers import UNDEFINED, number
from ..text.plural import DAYS, counted
from .context import BY_CREATION, Context
from .histories import history_said
from .missing import missing_panel, nothing_panel

KEY: Final = "pipeline.stages"
GATE: Final = 10
NAME: Final = Text(ru="Время в стадии", en="Time in stage", bg="Време в етапа")
WOULD_SHOW: Final = Text(
    ru="В файлах есть только нынешняя стадия. С историей стадий или с новыми загрузками здесь будет видно, сколько "
    "дней сделки стоят на каждой.",
    en="The files hold only the present stage. With a log of stages, or with further uploads, you would see for "
    "how many days deals stand at each.",
    bg="Във файловете има само сегашния етап. С история на етапите или с още качвания тук ще се вижда колко дни "
    "стоят сделките на всеки.",
)
TITLE: Final = Text(
    ru="Дольше всего стоят на стадии «{stage}»: половина сделок дольше {days}",
    en="Deals stand longest in “{stage}”: half of them for more than {days}",
    bg="Най-дълго сделките стоят на „{stage}“: половината над {days}",
)
SUBTITLE: Final = Text(
    ru="Медиана дней в стадии, сделки {date}, {period}",
    en="Median days in the stage, deals {date}, {period}",
    bg="Медиана на дните в етапа, сделки {date}, {period}",
)
HEADING: Final = Text(ru="медиана, дней", en="median, days", bg="медиана, дни")
ASIDE_HEADING: Final = Text(ru="80 % за, дней · входов", en="80% within, days · stays", bg="80% до, дни · престои")
LONGER: Final = Text(ru="больше {days}", en="over {days}", bg="над {days}")
FEW: Final = Text(ru="мало данных", en="too few", bg="малко данни")
FOOT: Final = Text(
    ru="Полоса: медиана; чёрная черта: за столько дней стадию прошли 80 %. Сделка, которая ещё стоит, учтена по "
    "времени, что уже стоит (Каплан и Мейер). Возвращение в стадию – новый вход.",
    en="Bar: the median; black tick: the days within which 80% had left. A deal that still stands there counts for "
    "the time it has stood (Kaplan and Meier). Coming back to a stage is a new stay.",
    bg="Лента: медианата; черна черта: дните, в които 80% са излезли. Сделка, която още стои, се брои за времето, "
    "което е стояла (Каплан и Майер). Връщането в етап е нов престой.",
)


@dataclass(frozen=True, slots=True)
class Stay:
    """The time in one stage: n stays, the median and the day by which 80 % had left; `None` if never reached."""

    stage: str
    n: int
    median: float | None
    eightieth: float | None
    longest: float


def stages_panel(context: Context) -> Panel:
    """Return median and 80th percentile of the days in each open stage, in the order of the stages."""
    metric, title = METRICS["stage_stays"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, by=("stay_days",), filters=context.filters)
    if found.empty:
        return nothing_panel(KEY, title, context)
    stays = [stay_of(stage, found[found["stage"] == stage]) for stage in _order(found, context)]
    history = history_said("stage_log", context)
    return Panel(
        key=KEY,
        title=_title(stays, context),
        subtitle=context.say(SUBTITLE, date=context.say(BY_CREATION), period=context.period),
        picture=Bars(
            tuple(_bar(stay, context) for stay in stays), context.say(HEADING), context.say(ASIDE_HEADING)
        ),
        foot=" ".join(part for part in (context.say(FOOT), history, context.as_of) if part),
    )


def stay_of(stage: str, rows: pd.DataFrame) -> Stay:
    """Return the time in a stage from its stays: `stay_days`, k (over) and n."""
    days = rows["stay_days"].to_numpy("float64")
    over, all_stays = rows["k"].to_numpy("float64"), rows["n"].to_numpy("float64")
    found = incidence(
        np.concatenate([days, days]),
        np.concatenate([np.ones(len(days)), np.zeros(len(days))]),
        counts=np.concatenate([over, all_stays - over]),
        kinds=1,
    )
    n = int(all_stays.sum())
    return Stay(stage, n, found.ended_by(0.5), found.ended_by(0.8), float(days.max(initial=0)))


def _order(found: pd.DataFrame, context: Context) -> list[str]:
    stages = context.tables.fetch(context.tables["stages"]).sort_values("position")["stage"]
    there = set(found["stage"])
    return [str(stage) for stage in stages if stage in there]


def _bar(stay: Stay, context: Context) -> Bar:
    language = context.language
    enough = stay.n >= GATE
    longer = context.say(LONGER, days=number(stay.longest, language))
    median = longer if stay.median is None else number(stay.median, language)
    eightieth = UNDEFINED if stay.eightieth is None or not enough else number(stay.eightieth, language)
    return Bar(
        label=stay.stage,
        value=(stay.longest if stay.median is None else stay.median) if enough else 0.0,
        text=median if enough else context.say(FEW),
        drill=Drill("stage_stays", MappingProxyType({"stage": stay.stage})),
        aside=f"{eightieth} · {number(stay.n, language)}",
        tick=stay.eightieth if enough else None,
        unknown=stay.median is None and enough,
    )


def _title(stays: list[Stay], context: Context) -> str:
    judged = [stay for stay in stays if stay.n >= GATE and stay.median is not None]
    if not judged or any(stay.median is None and stay.n >= GATE for stay in stays):
        return context.say(NAME)
    slowest = max(judged, key=lambda stay: stay.median or 0)
    if not slowest.median:
        return context.say(NAME)
    # The median is the day by which half have left; more than a day less have stood longer than half.
    days = counted(max(int(slowest.median) - 1, 0), context.language, DAYS)
    return context.say(TITLE, stage=slowest.stage, days=days)
