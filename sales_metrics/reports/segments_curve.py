"""How much the largest few clients bring: the curve of Lorenz with its points named."""

from __future__ import annotations

from math import ceil
from types import MappingProxyType
from typing import Final

import numpy as np

from ..metrics import METRICS
from ..metrics.concentration import twelve_months
from ..model.panel import Lorenz, Panel, Portion
from ..statistics.concentration import effective_number, gini, lorenz
from ..text.dates import period_text
from ..text.numbers import k_of_n, number, percent
from ..text.plural import CLIENTS, counted
from . import segments_words as words
from .context import Context
from .key_accounts_words import SUBTITLE
from .missing import missing_panel, nothing_panel
from .segments_moves import clients_drill, closing, revenue_in

KEY: Final = "segments.few"
PARTS: Final = (0.10, 0.20, 0.50)
"""The parts of the base, largest clients first, that are named on the curve."""
FIFTH: Final = 0.20
MOST: Final = 0.80
CORNERS: Final = 200
"""Of more corners than this no eye makes anything."""
HAIR: Final = 1e-9
"""A share that stands on a bound in decimals may lie a hair off it in binary."""


def few_panel(context: Context) -> Panel:
    """Return what the largest few of every hundred clients bring, against what equal ones would."""
    metric, title = METRICS["top_client_share"], context.say(words.FEW_NAME)
    absent = missing_panel(KEY, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    language, now = context.language, twelve_months(context.today)
    revenue = revenue_in(context, now)
    named = sorted(
        (client for client, worth in revenue.of.items() if worth > 0), key=lambda one: (-revenue.of[one], one)
    )
    if not named:
        return nothing_panel(KEY, title, context)
    amounts = np.array([revenue.of[client] for client in named])
    # The curve has the smallest first, the page the largest: the same curve, turned about its middle.
    across, up = (1 - corners[::-1] for corners in lorenz(amounts))
    many = {1: context.say(words.FEW_FIRST)}
    for part in PARTS:
        few = ceil(part * len(named) - HAIR)
        said = counted(few, language, CLIENTS)
        many.setdefault(few, context.say(words.FEW_LABEL, share=percent(part, language), clients=said))
    fifth = ceil(FIFTH * len(named) - HAIR)
    portions = tuple(
        Portion(
            float(across[few]),
            float(up[few]),
            label,
            percent(up[few], language),
            clients_drill(named[:few], now),
            few == fifth,
        )
        for few, label in sorted(many.items())
    )
    shown = sorted({*np.linspace(0, len(named), min(len(named), CORNERS) + 1).astype(int), *many})
    most = int(np.searchsorted(up, MOST - HAIR))
    said = context.say(
        words.FEW_FOOT,
        gini=number(gini(amounts), language, 2),
        equal=number(effective_number(amounts), language, 1),
        most=k_of_n(most, len(named), language),
    )
    if revenue.nameless > 0:
        share = revenue.nameless / (revenue.nameless + revenue.whole)
        said += " " + context.say(words.FEW_NAMELESS, share=percent(share, language))
    parts = {
        "many": number(fifth, language),
        "n": number(len(named), language),
        "share": percent(up[fifth], language),
    }
    axes = {"equal": words.FEW_EQUAL, "across": words.FEW_ACROSS, "up": words.FEW_UP, "tick": words.FEW_TICK}
    return Panel(
        KEY,
        context.say(words.FEW_TITLE, **parts),
        context.say(SUBTITLE, period=period_text(now, language)),
        Lorenz(
            tuple((float(across[at]), float(up[at])) for at in shown),
            portions,
            MappingProxyType({name: context.say(text) for name, text in axes.items()}),
        ),
        f"{said} {closing(context)}",
    )
