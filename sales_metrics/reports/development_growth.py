"""Who develops clients and who only serves them: the share of clients who grew, against growth by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from ..model.panel import Dot, Drill, Forest, Panel, Verdict
from ..statistics.client_growth import Benchmark, grew, unchanged
from ..statistics.comparison import adjusted, more_needed
from ..statistics.intervals import wilson
from ..text.numbers import k_of_n, percent, points
from . import development_words as words
from .context import Context, remembered
from .development_base import (
    WHOLE,
    Stretch,
    base_of,
    clients_of,
    divided,
    division_choice,
    drill_of,
    each_once,
    exchangeable,
    foot_of,
    group_name,
    opened,
    undivided,
)
from .development_bridge import SEED
from .discipline import share
from .missing import nothing_panel
from .rates import names
from .shares import share_text, verdict_text

KEY: Final = "development.growth"
GATE: Final = 10
"""With fewer clients than this a group is shown as bare counts."""
ROWS_SHOWN: Final = 25
_ALPHA: Final = 0.05


@dataclass(frozen=True, slots=True)
class Grown:
    """One group: its clients, who of the base grew, what chance alone would give, and the verdict."""

    group: Any
    base: pd.DataFrame
    k: int
    chance: Benchmark
    verdict: Verdict
    needed: float | None

    @property
    def n(self) -> int:
        """The clients who might have grown."""
        return len(self.base)


def growth_panel(context: Context) -> Panel:
    """Return the share of clients who grew per group against the share that would have grown by chance."""
    title = context.say(words.GROWN_NAME)
    found = opened(KEY, title, words.GROWN_WOULD, context)
    if isinstance(found, Panel):
        return found
    stretch, _ = found
    division = division_choice(context)
    choices = (division,) if division else ()
    absent = undivided(KEY, title, division, context)
    if absent:
        return Panel(KEY, title, "", absent.picture, choices=choices)
    threshold = context.rule("growth_threshold")
    by = division.chosen if division else WHOLE
    whole, groups = grown_of(context, stretch, by)
    if not whole.n:
        return Panel(KEY, title, "", nothing_panel(KEY, title, context).picture, choices=choices)
    delta = context.rule("practical_difference")
    dots = [_whole_dot(whole, stretch, context)]
    dots += [_dot(one, by, stretch, context) for one in groups[:ROWS_SHOWN]]
    by_chance = None if np.isnan(whole.chance.share) else whole.chance.share
    said = percent(threshold, context.language, 0 if round(threshold * 100) == threshold * 100 else 1)
    band = points(delta, context.language)
    reference = context.say(words.GROWN_REFERENCE, share=percent(by_chance, context.language), band=band)
    foot = [context.say(words.GROWN_FOOT, band=band, threshold=said)]
    if not stretch.history:
        foot.append(context.say(words.GROWN_UNPARTED))
    return Panel(
        key=KEY,
        title=_title(whole, groups, context),
        subtitle=context.say(words.GROWN_SUBTITLE, threshold=said, **stretch.said(context)),
        picture=Forest(tuple(dots), by_chance, reference, delta),
        foot=" ".join([*foot, foot_of(stretch, context)]),
        choices=choices,
    )


@remembered
def grown_of(context: Context, stretch: Stretch, by: str) -> tuple[Grown, list[Grown]]:
    """Return all clients together, and each group with its verdict."""
    clients = clients_of(context, stretch, by)
    whole = whole_of(each_once(clients, stretch, context), stretch, context.rule("growth_threshold"))
    return whole, judged(divided(clients, by), stretch, context)


def whole_of(clients: pd.DataFrame, stretch: Stretch, threshold: float) -> Grown:
    """Return all clients together; nobody is judged."""
    base = base_of(clients)
    k = int(grew(base["before"], base["now"], threshold).sum())
    return Grown(None, base, k, _chance(clients, stretch, threshold), Verdict.NONE, None)


def judged(parts: list[tuple[Any, pd.DataFrame]], stretch: Stretch, context: Context) -> list[Grown]:
    """Return the groups with any client of the base, those who grew most often first and the small ones last."""
    threshold, delta = context.rule("growth_threshold"), context.rule("practical_difference")
    found = []
    for group, mine in parts:
        base = base_of(mine)
        if len(base):
            k = int(grew(base["before"], base["now"], threshold).sum())
            found.append((group, base, k, _chance(mine, stretch, threshold)))
    # Of the small ones nothing is asked, so they do not make proof harder for the rest.
    p = [chance.p if len(base) >= GATE else np.nan for _, base, _, chance in found]
    q = adjusted(p)
    made = [
        Grown(group, base, k, chance, *_verdict(k, len(base), chance, float(rare), delta))
        for (group, base, k, chance), rare in zip(found, q, strict=True)
    ]
    return sorted(made, key=lambda one: (one.n < GATE, -one.k / one.n, str(one.group)))


def _chance(clients: pd.DataFrame, stretch: Stretch, threshold: float) -> Benchmark:
    known = exchangeable(clients, stretch)
    return unchanged(known["before"], known["now"], threshold, seed=SEED)


def _verdict(k: int, n: int, chance: Benchmark, q: float, delta: float) -> tuple[Verdict, float | None]:
    if n < GATE:
        return Verdict.TOO_FEW, None
    difference = k / n - chance.share
    low, high = wilson(k, n, 0.90)
    if -delta < float(low) - chance.share and float(high) - chance.share < delta:
        return Verdict.SAME, None
    if q < _ALPHA:
        return (Verdict.BETTER if difference > 0 else Verdict.WORSE), None
    return Verdict.CANNOT_TELL, more_needed(chance.share, difference, delta, n)


def _whole_dot(whole: Grown, stretch: Stretch, context: Context) -> Dot:
    found = share(whole.k, whole.n, GATE)
    return Dot(
        label=context.say(words.WHOLE),
        share=found,
        text=share_text(found, context.language),
        verdict=Verdict.NONE,
        verdict_text="",
        drill=drill_of(whole.base, stretch),
        apart=True,
    )


def _dot(one: Grown, by: str, stretch: Stretch, context: Context) -> Dot:
    found = share(one.k, one.n, GATE)
    aside = ""
    if one.n >= GATE:
        low, high, mean = (
            percent(value, context.language) for value in (one.chance.low, one.chance.high, one.chance.share)
        )
        aside = context.say(words.BY_CHANCE, share=mean, low=low, high=high)
    drill: Drill = drill_of(one.base, stretch, by, one.group)
    said = verdict_said(one, by, context)
    return Dot(
        group_name(one.group, context),
        found,
        share_text(found, context.language),
        one.verdict,
        said,
        drill,
        aside=aside,
    )


def verdict_said(one: Grown, by: str, context: Context) -> str:
    """Return a verdict in words: of a manager whether he develops or serves, of other groups whether they grow."""
    person = by == "manager"
    said = {
        Verdict.BETTER: words.DEVELOPS if person else words.GROWS_GROUP,
        Verdict.WORSE: words.LOSES,
        Verdict.SAME: words.SERVES if person else words.LEVEL_GROUP,
    }.get(one.verdict)
    return context.say(said) if said else verdict_text(one.verdict, one.needed, context.language)


def _title(whole: Grown, groups: list[Grown], context: Context) -> str:
    shown = k_of_n(whole.k, whole.n, context.language)
    for verdict, said in ((Verdict.BETTER, words.TITLE_DEVELOP), (Verdict.WORSE, words.TITLE_LOSE)):
        who = tuple(group_name(one.group, context) for one in groups if one.verdict is verdict)
        if who:
            return context.say(said, who=names(who, context))
    if not groups:
        return context.say(words.TITLE_WHOLE, share=shown)
    enough = any(one.n >= GATE for one in groups)
    return context.say(words.TITLE_NOBODY if enough else words.TITLE_FEW, share=shown)
