"""What a model of chance orders thinks of the clients that the rule of rhythm takes for asleep."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Drill, Empty, Panel
from ..statistics.bgnbd import LEAST_CLIENTS, Floats, Model, fitted
from ..text.dates import day
from ..text.numbers import k_of_n, money, number
from ..text.plural import CLIENTS, counted
from . import sleeping_words as words
from .attention_waiting import EVER
from .context import Context, remembered
from .missing import missing_panel, nothing_panel
from .sleeping_list import rhythms_of

KEY: Final = "sleeping.second"
EVEN: Final = 0.5


def second_panel(context: Context) -> Panel:
    """Return the sleeping clients by whether BG/NBD thinks them gone; a sentence in its place under 300 clients."""
    metric, title, language = METRICS["sleeping_clients"], context.say(words.SECOND_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.SECOND_SHOW, context)
    if absent:
        return absent
    every = rhythms_of(context)
    if every.empty:
        return nothing_panel(KEY, title, context)
    many, model = learnt(context)
    subtitle = context.say(words.SECOND_SUBTITLE, day=day(context.today, language))
    if model is None and many >= LEAST_CLIENTS:
        picture = Empty(context.say(words.SECOND_RUNAWAY), context.say(words.SECOND_SHOW))
        return Panel(KEY, title, subtitle, picture)
    if model is None:
        why = context.say(words.SECOND_FEW, least=number(LEAST_CLIENTS, language), n=number(many, language))
        return Panel(KEY, title, subtitle, Empty(why, context.say(words.SECOND_SHOW)))
    asleep = every[every["k"] == 1]
    x, last, age = _cases(asleep, context)
    asleep = asleep.assign(alive=model.alive(x, last, age))
    repeat = asleep["gaps"] > 0
    gone = repeat & (asleep["alive"] < EVEN)
    groups = (
        (words.SECOND_GONE, asleep[gone], True),
        (words.SECOND_ALIVE, asleep[repeat & ~gone], False),
        (words.SECOND_ONCE, asleep[~repeat], False),
    )
    bars = tuple(
        Bar(
            context.say(label),
            len(some),
            number(len(some), language),
            Drill(metric.key, MappingProxyType({"client": tuple(some["client"].astype(str))}), "k", EVER),
            aside=money(float(some["bought"].sum()), language, context.currency),
            accent=accent,
            unknown=label is words.SECOND_ONCE,
        )
        for label, some, accent in groups
        if len(some)
    )
    told = context.say(words.SECOND_NONE)
    if repeat.any():
        told = context.say(words.SECOND_TITLE, share=k_of_n(int(gone.sum()), int(repeat.sum()), language))
    parts = {"clients": counted(many, language, CLIENTS), "least": number(LEAST_CLIENTS, language)}
    return Panel(
        KEY,
        told,
        subtitle,
        Bars(bars, context.say(words.SECOND_HEAD), context.say(words.SECOND_STAKE)),
        f"{context.say(words.SECOND_FOOT, **parts)} {context.as_of}",
    )


@remembered
def learnt(context: Context) -> tuple[int, Model | None]:
    """Return how many clients under the filters have a rhythm, and the model of them, if they are enough."""
    every = rhythms_of(context)
    return len(every), fitted(*_cases(every, context))


def _cases(clients: pd.DataFrame, context: Context) -> tuple[Floats, Floats, Floats]:
    """Return repeat orders, days from the first to the last, and days from the first to now."""
    first = pd.to_datetime(clients["first_on"])
    age = np.asarray((pd.Timestamp(context.today) - first).dt.days, dtype=np.float64)
    silent = np.asarray(clients["silent"], dtype=np.float64)
    return np.asarray(clients["gaps"], dtype=np.float64), age - silent, age
