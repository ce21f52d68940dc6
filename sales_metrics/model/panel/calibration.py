"""Stated chances beside what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from .marks import Drill, Share, Verdict


@dataclass(frozen=True, slots=True)
class Stated:
    """A group of cases with one stated chance (0..1), and how many of those whose end is known came true."""

    label: str
    stated: float
    share: Share
    text: str
    verdict: Verdict
    drill: Drill


@dataclass(frozen=True, slots=True)
class Calibration:
    """Groups of stated chances; one that is right lies on the diagonal, which `diagonal_text` names."""

    groups: tuple[Stated, ...]
    diagonal_text: str
    stated_text: str
    came_text: str
