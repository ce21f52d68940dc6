"""The indicators by which records are asked about, each manager against colleagues, in one frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS, QUESTIONS
from ..metrics.filters import Filters
from ..model.text import Text
from ..statistics.peers import against_peers, together
from .context import Context

GATE: Final = 20
"""With fewer cases than this nothing is compared."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: the metric, which part of it raises the question, its short name, and what explains it too."""

    metric: str
    part: str
    name: Text
    explains: Text


_SHORT: Final = {
    "notes_alike": Text(ru="Похожие заметки", en="Notes alike", bg="Сходни бележки"),
    "meetings_crossing": Text(ru="Встречи пересекаются", en="Meetings cross", bg="Срещи се застъпват"),
    "meetings_off_duty": Text(ru="В нерабочий день", en="On a day off", bg="В почивен ден"),
    "meetings_led_nowhere": Text(ru="Без продолжения", en="Nothing followed", bg="Без продължение"),
    "meetings_untraced": Text(ru="Нет телефона и почты", en="No phone or e-mail", bg="Без телефон и имейл"),
    "meetings_same_length": Text(ru="Одна длительность", en="Same length", bg="Еднаква дължина"),
    "meetings_unsold": Text(ru="Без договора", en="No contract", bg="Без договор"),
    "meetings_usual_number": Text(ru="Поровну каждый день", en="Same number a day", bg="Поравно всеки ден"),
}
_EXPLAINS: Final = {
    "notes_alike": Text(
        ru="шаблон заметки, однотипные визиты", en="a template, routine visits", bg="шаблон, еднотипни посещения"
    ),
    "meetings_crossing": Text(
        ru="общая встреча, время записано на глаз",
        en="a joint meeting, times put down by guess",
        bg="обща среща, час на око",
    ),
    "meetings_off_duty": Text(
        ru="выставка, просьба клиента, ошибка в дате",
        en="a fair, the client's wish, a slip in the date",
        bg="изложение, желание на клиента, грешка в датата",
    ),
    "meetings_led_nowhere": Text(
        ru="поддерживающие визиты, шаги записаны в другом месте",
        en="courtesy visits, steps noted elsewhere",
        bg="поддържащи посещения, стъпки, записани другаде",
    ),
    "meetings_untraced": Text(
        ru="знакомство на выставке, связь через посредника",
        en="met at a fair, reached through others",
        bg="запознанство на изложение, връзка чрез посредник",
    ),
    "meetings_same_length": Text(
        ru="длительность подставил календарь",
        en="the calendar filled the length in",
        bg="календарът попълва дължината",
    ),
    "meetings_unsold": Text(
        ru="долгий цикл, трудная территория, новые клиенты",
        en="a long cycle, a hard territory, new clients",
        bg="дълъг цикъл, трудна територия, нови клиенти",
    ),
    "meetings_usual_number": Text(
        ru="твёрдый график или норма на каждый день",
        en="a fixed timetable or a daily quota",
        bg="твърд график или дневна норма",
    ),
}
INDICATORS: Final = (
    *(Indicator(one.key, "k", _SHORT[one.key], _EXPLAINS[one.key]) for one in QUESTIONS),
    Indicator(
        "entered_in_time",
        "rest",
        Text(ru="Записано поздно", en="Entered late", bg="Късно въведено"),
        Text(
            ru="командировка, перенос базы",
            en="travel, a move of the database",
            bg="пътуване, прехвърляне на базата",
        ),
    ),
    Indicator(
        "ring_denied",
        "k",
        Text(ru="Не подтверждено", en="Not confirmed", bg="Непотвърдено"),
        Text(
            ru="ответил другой человек, забыли",
            en="another person answered, it was forgotten",
            bg="отговорил е друг, забравили са",
        ),
    ),
)
"""The ten indicators, in the order of the page."""


def measured(context: Context, filters: Filters | None = None) -> pd.DataFrame:
    """Return a row per manager and indicator: manager, metric, k, n, share, peers, z, differs.

    Indicators whose columns no file brought are not there, nor are records without a manager. `differs` is +1 where
    the share lies above the colleagues' beyond their spread, otherwise 0: a share below raises no question.
    """
    delta = context.rule("question_difference")
    parts = []
    for one in INDICATORS:
        metric = METRICS[one.metric]
        if metric.missing(context.tables):
            continue
        found = metric.measure(context.tables, by=("manager",), filters=filters or context.filters)
        found = found[found["manager"].notna() & (found["n"] > 0)].reset_index(drop=True)
        k = found["n"] - found["k"] if one.part == "rest" else found["k"]
        judged = against_peers(k, found["n"], delta=delta, gate=GATE)
        rows = pd.DataFrame({"manager": found["manager"], "metric": one.metric, "k": k, "n": found["n"]})
        parts.append(pd.concat([rows, judged], axis=1))
    names = ["manager", "metric", "k", "n", "share", "peers", "z", "differs"]
    if not parts:
        return pd.DataFrame(columns=names)
    every = pd.concat(parts, ignore_index=True)[names]
    return every.assign(differs=np.maximum(every["differs"], 0))


def scores(found: pd.DataFrame) -> pd.Series[float]:
    """Return the sum of the indicators of each manager, all of one weight: it allocates checks and says no more."""
    wide = found.pivot_table(index="manager", columns="metric", values="z", dropna=False)
    return pd.Series(together(wide.to_numpy()), index=wide.index)


def absent(context: Context) -> tuple[Indicator, ...]:
    """Return the indicators that cannot be worked out, since no file brought their columns."""
    return tuple(one for one in INDICATORS if METRICS[one.metric].missing(context.tables))
