"""Whose amounts say what the next one is worth: a person's own, as far as their number goes, else everybody's.

Bühlmann and Straub (1970), "Glaubwürdigkeit für Schadensätze": with n amounts of one's own, the share
Z = n / (n + within / between) of the answer is one's own, where `within` is the variance between the amounts of one
person and `between` the variance between the true means of people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Credibility:
    """The two variances, in squares of the unit of the amounts, and the numbers of amounts they come from."""

    within: float
    between: float
    numbers: tuple[int, ...]

    def share(self, n: int) -> float:
        """Return how much n amounts of one's own count, 0..1; 0 where people differ by no more than chance."""
        return n / (n + self.within / self.between) if self.between > 0 else 0.0

    def doubt(self, n: int) -> float:
        """Return the variance of the true mean of a person with n amounts around the mixture of own and all."""
        own = [self.share(number) for number in self.numbers]
        if sum(own) <= 0:
            return self.within / max(sum(self.numbers), 1)
        left = 1 - self.share(n)
        return self.between * left * (1 + left / sum(own))


def credibility(groups: Sequence[Sequence[float]]) -> Credibility:
    """Estimate both variances from the amounts of several people, without bias but for `between` being cut at 0.

    With one person, or nobody with two amounts, nothing tells people apart, and `between` is 0; so is `within`
    where nobody has two amounts.
    """
    known = [np.asarray(group, dtype=np.float64) for group in groups if len(group)]
    numbers = np.array([len(group) for group in known], dtype=np.float64)
    whole, spare = numbers.sum(), (numbers - 1).sum()
    sizes = tuple(len(group) for group in known)
    if spare <= 0:
        return Credibility(0.0, 0.0, sizes)
    within = float(sum(((group - group.mean()) ** 2).sum() for group in known) / spare)
    if len(known) < 2:
        return Credibility(within, 0.0, sizes)
    means = np.array([group.mean() for group in known])
    middle = float(np.average(means, weights=numbers))
    apart = float((numbers * (means - middle) ** 2).sum()) - (len(known) - 1) * within
    between = apart / (whole - (numbers**2).sum() / whole)
    return Credibility(within, max(float(between), 0.0), sizes)


def mixed(own: Sequence[float], everybody: Sequence[float], share: float) -> tuple[float, ...]:
    """Return amounts to draw from: everybody's, and the own ones so often again that they are a `share` (0..1).

    `everybody` holds the own ones too. With a share of 1, or nobody else, they are the own ones alone.
    """
    if not own or share <= 0:
        return tuple(everybody)
    if share >= 1 or len(everybody) <= len(own):
        return tuple(own)
    wanted = share * len(everybody) / (1 - share) / len(own)
    return (*own,) * round(wanted) + (*everybody,)
