"""Whether the chances that people type into deals come true, stage by stage."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.chances import NO_STAGE
from ..model.panel import Calibration, Drill, Panel, Share, Stated, Verdict
from ..statistics.intervals import wilson
from ..statistics.open_deals import brier
from ..text.numbers import interval_percent, k_of_n, number, percent
from .context import BY_CREATION, Context
from .forecast_words import (
    TYPED_BRIER,
    TYPED_CAME,
    TYPED_DIAGONAL,
    TYPED_FOOT,
    TYPED_NAME,
    TYPED_SAME,
    TYPED_STATED,
    TYPED_SUBTITLE,
    TYPED_TITLE,
    TYPED_WOULD,
)
from .missing import missing_panel, nothing_panel, undivided_panel
from .shares import rows_of

KEY: Final = "forecast.typed"
GATE: Final = 10


def typed_panel(context: Context) -> Panel | None:
    """Return stages by what is typed in and what came; `None` where no file holds typed-in chances at all."""
    title = context.say(TYPED_NAME)
    if "probability" not in context.tables.present("deals"):
        return None
    for key in ("open_amount", "won_after_stage"):
        absent = missing_panel(KEY, title, METRICS[key], TYPED_WOULD, context)
        if absent:
            return absent
    undivided = undivided_panel(KEY, title, METRICS["open_amount"], "stage", TYPED_WOULD, context)
    if undivided:
        return undivided
    stages = _stages(context)
    if stages.empty:
        return nothing_panel(KEY, title, context)
    groups = tuple(_stated(row, context) for row in rows_of(stages))
    picture = Calibration(groups, context.say(TYPED_DIAGONAL), context.say(TYPED_STATED), context.say(TYPED_CAME))
    subtitle = context.say(TYPED_SUBTITLE, date=context.say(BY_CREATION), period=context.period)
    foot = f"{context.say(TYPED_FOOT, brier=_scores(stages, context)).strip()} {context.as_of}"
    return Panel(KEY, _title(groups, context), subtitle, picture, foot)


def _stages(context: Context) -> pd.DataFrame:
    """Return stage, stated, k, n: the mean typed-in chance of its open deals, and how its closed ones ended."""
    rows = METRICS["open_amount"].rows(context.tables, context.filters, part="n")
    if rows.empty or "stage" not in rows:
        return pd.DataFrame()
    stated = rows[rows["probability"].notna() & rows["stage"].notna()].groupby("stage")["probability"].mean()
    came = METRICS["won_after_stage"].measure(context.tables, filters=context.filters).set_index("stage")
    came = came.drop(NO_STAGE, errors="ignore")
    joined = came[["k", "n"]].join(stated.rename("stated"), how="inner")
    return joined[joined["n"] > 0].sort_values("stated", kind="stable").reset_index(names="stage")


def _stated(row: Any, context: Context) -> Stated:
    k, n, stated = float(row.k), float(row.n), float(row.stated)
    drill = Drill("won_after_stage", MappingProxyType({"stage": str(row.stage)}), "n")
    if n < GATE:
        return Stated(str(row.stage), stated, Share(k, n), k_of_n(k, n, context.language), Verdict.TOO_FEW, drill)
    low, high = (float(edge) for edge in wilson(k, n))
    verdict = Verdict.CANNOT_TELL
    if high < stated:
        verdict = Verdict.WORSE
    elif low > stated:
        verdict = Verdict.BETTER
    elif high - low < 0.2:
        verdict = Verdict.SAME
    said = f"{k_of_n(k, n, context.language)} {interval_percent(low, high, context.language)}"
    return Stated(str(row.stage), stated, Share(k, n, k / n, low, high), said, verdict, drill)


def _title(groups: tuple[Stated, ...], context: Context) -> str:
    proven = [
        one for one in groups if one.verdict in (Verdict.WORSE, Verdict.BETTER) and one.share.value is not None
    ]
    if not proven:
        return context.say(TYPED_SAME)
    worst = max(proven, key=lambda one: abs(one.stated - (one.share.value or 0.0)))
    return context.say(
        TYPED_TITLE,
        stage=worst.label,
        stated=percent(worst.stated, context.language),
        came=percent(worst.share.value, context.language),
    )


def _scores(stages: pd.DataFrame, context: Context) -> str:
    """Return Brier's score of both on the closed deals: of what is typed in for a stage, and of its own share."""
    won = np.concatenate(
        [np.repeat([1.0, 0.0], [int(k), int(n - k)]) for k, n in zip(stages["k"], stages["n"], strict=True)]
    )
    if not len(won):
        return ""
    counts = stages["n"].astype(int)
    typed = brier(np.repeat(stages["stated"].to_numpy(), counts), won)
    own = brier(np.repeat((stages["k"] / stages["n"]).to_numpy(), counts), won)
    return context.say(TYPED_BRIER, typed=number(typed, context.language, 2), own=number(own, context.language, 2))
