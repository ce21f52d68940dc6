"""Before and after: everybody as a line between two moments, one group against the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .marks import Drill, Share, Verdict


@dataclass(frozen=True, slots=True)
class Slope:
    """One person or group before and after; `chosen` marks those whom the change is about, `thick` whole groups.

    Both ends open into their rows where they have a way.
    """

    label: str
    before: Share
    after: Share
    chosen: bool = False
    thick: bool = False
    before_drill: Drill | None = None
    after_drill: Drill | None = None


@dataclass(frozen=True, slots=True)
class Slopes:
    """Slopes on one scale; `expected` is where the chosen group would have come without the change.

    `effect_text` stands at the bracket between there and where it came. `words`: "before", "after", "expected".
    """

    slopes: tuple[Slope, ...]
    expected: float | None
    effect_text: str
    verdict: Verdict = Verdict.NONE
    unfinished: bool = False
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
