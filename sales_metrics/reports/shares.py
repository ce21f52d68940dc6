"""Shares and verdicts as panels show them: never a share without its counts, never a verdict without a test."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from ..model.panel import Share, Verdict
from ..model.text import Language, Text
from ..statistics.intervals import wilson
from ..text.numbers import about, counts, interval_percent, k_of_n

VERDICTS: Final[dict[Verdict, Text]] = {
    Verdict.BETTER: Text(ru="▲ лучше остальных", en="▲ better than the rest", bg="▲ над останалите"),
    Verdict.WORSE: Text(ru="▼ хуже остальных", en="▼ worse than the rest", bg="▼ под останалите"),
    Verdict.SAME: Text(ru="= как у остальных", en="= like the rest", bg="= като останалите"),
    Verdict.CANNOT_TELL: Text(ru="? пока не видно", en="? cannot tell yet", bg="? още не личи"),
    Verdict.TOO_FEW: Text(ru="мало данных", en="too few", bg="малко данни"),
    Verdict.NONE: Text(ru="·", en="·", bg="·"),
}
NEEDED: Final = Text(
    ru="? не видно, нужно ещё {n}", en="? cannot tell, {n} more needed", bg="? не личи, нужни са още {n}"
)


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of a small frame with their columns as attributes."""
    return list(frame.itertuples(index=False))


def share_of(row: Any) -> Share:
    """Return the share of one row of a measured rate; without value and interval below the metric's gate."""
    if not row.enough:
        return Share(float(row.k), float(row.n))
    return Share(float(row.k), float(row.n), float(row.value), float(row.low), float(row.high))


def wilson_share(k: float, n: float) -> Share:
    """Return k of n with Wilson's interval, whatever the number of cases; without a value for n = 0."""
    low, high = wilson(k, n)
    return Share(float(k), float(n), float(k) / float(n) if n else None, float(low), float(high))


def share_text(share: Share, language: Language, *, interval: bool = False) -> str:
    """Return "64 of 142 = 45%", with the interval behind it if asked; only the counts below the gate."""
    if share.value is None:
        return counts(share.k, share.n, language)
    said = k_of_n(share.k, share.n, language)
    return f"{said} {interval_percent(share.low, share.high, language)}" if interval else said


def verdict_of(answer: str, difference: float) -> Verdict:
    """Return the verdict on a share of which more is better, from the answer of a comparison and its sign."""
    if answer == "differs":
        return Verdict.BETTER if difference > 0 else Verdict.WORSE
    return Verdict(answer)


def with_verdicts(found: pd.DataFrame, compared: pd.DataFrame) -> pd.DataFrame:
    """Add to measured rows, out of their comparison with the rest, verdict (its code) and needed (more cases)."""
    verdicts = [verdict_of(row.answer, row.difference).value for row in rows_of(compared)]
    return found.assign(verdict=verdicts, needed=compared["needed"].to_numpy())


def verdict_text(verdict: Verdict, needed: float | None, language: Language) -> str:
    """Return a verdict in words; one that the data cannot give says how many more cases it would take."""
    if verdict is Verdict.CANNOT_TELL and needed is not None and not pd.isna(needed) and needed > 0:
        return NEEDED.in_(language).format(n=roughly(needed, language))
    return VERDICTS[verdict].in_(language)


def roughly(needed: float, language: Language) -> str:
    """Return a number of cases that is only an estimate, with the two figures that it carries: "≈160"."""
    step = 10 ** max(len(str(int(needed))) - 2, 0)
    return about(float(-(-needed // step) * step), language)
