"""Small multiples: the same few bars for every group, on one scale, each against the rest."""

from __future__ import annotations

from dataclasses import dataclass

from .marks import Drill, Share, Verdict


@dataclass(frozen=True, slots=True)
class SmallBar:
    """One bar: a share, the share of the rest as a tick, what is written behind it, and the verdict in words."""

    share: Share
    reference: float | None
    text: str
    verdict: Verdict
    verdict_text: str
    drill: Drill


@dataclass(frozen=True, slots=True)
class Small:
    """One group: its name, the sentence under it in the colour of its verdict, and a bar for every row.

    `bars` has a place for each of the rows; `None` where the group has no case.
    """

    label: str
    note: str
    verdict: Verdict
    bars: tuple[SmallBar | None, ...]
    aside: str = ""
    """What stands beside the name: how many cases the group has, and what they are worth."""


@dataclass(frozen=True, slots=True)
class Multiples:
    """Groups side by side, all from 0 to 100 %; `rows` are the names of the bars, the same for all."""

    rows: tuple[str, ...]
    groups: tuple[Small, ...]
