"""Checking records by a random sample: how many to check, which ones, and what the answers say about all of them.

The records of one month are a finite heap, so everything goes by the hypergeometric distribution, exactly. With N
records of which D would not be confirmed, a sample of n finds none of them with the chance C(N - D, n) / C(N, n).
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy import stats

CONFIDENCE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between how many of all records a thing may hold, both ends included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Draw:
    """Places in the frame, in the order in which they are to be checked: the sample, then those in reserve."""

    sample: tuple[int, ...]
    reserve: tuple[int, ...]


def size(population: int | None, rate: float, confidence: float = CONFIDENCE) -> int:
    """Return the smallest sample that finds at least one of D = ceil(rate * N) records with the confidence.

    Exact, as tabled by Cannon and Roe (1982), Livestock Disease Surveys. `None` is a population without end; an
    empty one needs 0, and so does a rate of 0, which nothing could show. Raises `ValueError` for a rate or a
    confidence outside 0..1.
    """
    if not 0 <= rate <= 1 or not 0 < confidence < 1:
        raise ValueError("rate and confidence are shares")
    if rate == 0 or population == 0:
        return 0
    if rate == 1:
        return 1
    if population is None:
        # A number of cases that is whole but for the last binary digit is whole.
        return math.ceil(round(math.log(1 - confidence) / math.log(1 - rate), 9))
    marked = _marked(population, rate)
    sizes = np.arange(1, population + 1)
    missed = stats.hypergeom.pmf(0, population, marked, sizes)
    return int(sizes[missed <= 1 - confidence + 1e-12][0])


def bounds(found: int, sample: int, population: int, confidence: float = CONFIDENCE) -> Bounds:
    """Return between how many of all records the thing may hold that was found in `found` of the sample.

    Each bound by itself holds with the confidence: it is the last D at which finding so many, or so few, is not
    less likely than 1 - confidence (the hypergeometric distribution function inverted; Buonaccorsi 1987, Am.
    Stat. 41:215). Both together hold with 2 * confidence - 1 at least. Raises `ValueError` when the numbers
    cannot be: more found than asked, or more asked than there are.
    """
    if not 0 <= found <= sample <= population:
        raise ValueError("found, sample and population do not fit")
    alpha = 1 - confidence
    possible = np.arange(found, population - (sample - found) + 1)
    fewer = stats.hypergeom.cdf(found, population, possible, sample)
    more = stats.hypergeom.sf(found - 1, population, possible, sample)
    low = int(possible[more > alpha][0]) if found else 0
    high = int(possible[fewer > alpha][-1]) if found < sample else population
    return Bounds(low, high)


def bounds_with_unanswered(
    found: int, answered: int, unanswered: int, population: int, confidence: float = CONFIDENCE
) -> Bounds:
    """Return the bounds if all who gave no answer would have confirmed, to those if none of them would have.

    Manski (1989), J. Hum. Resour. 24:343: nothing is assumed about those who were not reached.
    """
    whole = answered + unanswered
    low = bounds(found, whole, population, confidence).low
    return Bounds(low, bounds(found + unanswered, whole, population, confidence).high)


def corrected(share: float, sensitivity: float, specificity: float) -> float:
    """Return the true share behind an observed one, when answers may be wrong; kept within 0..1.

    `sensitivity` is the chance that a meeting that never was is denied, `specificity` that one that was is
    confirmed. (q + Sp - 1) / (Se + Sp - 1), Rogan and Gladen (1978), Am. J. Epidemiol. 107:71. NaN when answers
    say nothing (Se + Sp <= 1) or the share is NaN.
    """
    sense = sensitivity + specificity - 1
    if sense <= 0 or math.isnan(share):
        return math.nan
    return min(max((share + specificity - 1) / sense, 0.0), 1.0)


def draw(frame: Sequence[str], seed: Sequence[int], sample: int, reserve: int) -> Draw:
    """Draw places of the frame at random without replacement, those in reserve in the same go.

    The frame must be in a settled order; the seed and `frame_hash` of the frame make the draw repeatable for
    anybody. Fewer are drawn where the frame is too short.
    """
    order = np.random.default_rng(np.random.SeedSequence(list(seed))).permutation(len(frame))
    places = [int(place) for place in order[: sample + reserve]]
    return Draw(tuple(places[:sample]), tuple(places[sample:]))


def frame_hash(frame: Sequence[str]) -> str:
    """Return the SHA-256 of a frame: whoever adds, drops or moves a record gets another."""
    return hashlib.sha256("\n".join(frame).encode()).hexdigest()


def number_of(name: str) -> int:
    """Return a whole number that stands for a name in a seed, the same on every machine."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")


def _marked(population: int, rate: float) -> int:
    # 0.07 * 100 is 7.000000000000001 in binary, and would be rounded up to eight.
    return max(math.ceil(round(rate * population, 9)), 1)
