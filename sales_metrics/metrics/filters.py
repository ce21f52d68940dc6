"""What a number is asked for: which days, and which groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from ..model.period import Period

Value = str | float | bool | date | None
"""One value of a dimension; `None` is "not stated". Days and months may be written "2026-03-01" or "2026-03"."""


@dataclass(frozen=True, slots=True)
class Filters:
    """A period, by the date that the metric goes by, and the values of dimensions that are let through.

    A period with a bound leaves out rows without that date; an open one keeps them. Dimensions are joined by
    "and", the values of one dimension by "or". An empty tuple of values lets nothing through.
    """

    period: Period = field(default_factory=Period)
    where: Mapping[str, tuple[Value, ...]] = field(default_factory=lambda: MappingProxyType({}))


ALL: Final = Filters()
"""Everything that there is."""
