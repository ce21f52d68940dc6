"""Plan and fact: how far each has come, what was due by today, and where the period is likely to end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .marks import Drill


@dataclass(frozen=True, slots=True)
class Bullet:
    """One row of plan and fact.

    `due` is the plan up to today, `None` when the period is over. `low` and `high` bound the forecast of the end
    of the period; without a forecast they are `None` and `chance_text` is empty. `alarm` says that the plan is all
    but out of reach. `plan_drill` leads to the days that the plan is made of.
    """

    label: str
    fact: float
    plan: float
    text: str
    share_text: str
    drill: Drill
    plan_drill: Drill
    due: float | None = None
    low: float | None = None
    high: float | None = None
    chance_text: str = ""
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Rows on one scale from zero.

    `words` holds the heads of the columns, "fact" and "chance", and what the marks are: "plan", "due", "forecast".
    """

    bullets: tuple[Bullet, ...]
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
