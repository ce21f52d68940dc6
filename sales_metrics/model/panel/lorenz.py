"""How much of the whole the largest few bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .marks import Drill


@dataclass(frozen=True, slots=True)
class Portion:
    """The largest few: which part of all they are (`at`), which part of the whole they bring, and who they are."""

    at: float
    share: float
    label: str
    text: str
    drill: Drill
    accent: bool = False


@dataclass(frozen=True, slots=True)
class Lorenz:
    """The curve of Lorenz with the largest first, so that it bulges over the diagonal of equality.

    `curve` runs from (0, 0) to (1, 1); `portions` are points of it, from the fewest to the most. The words are
    "equal" (the name of the diagonal), "across" and "up" (what the axes hold) and "tick" (what bars and their ticks
    hold, where a narrow screen shows the points as bars), in the reader's language.
    """

    curve: tuple[tuple[float, float], ...]
    portions: tuple[Portion, ...]
    words: Mapping[str, str]
