"""The rules of a company: every number that it may set for itself, declared once with its default.

Where a business text is vague, the default here holds, the page says so, and the company may set its own: in the
table `rules`, by hand or by upload, with the same way back as for any other row.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from . import (
    attention,
    client_base,
    client_calendar,
    comparison,
    conveyor,
    daily_plan,
    development,
    development_plans,
    forecast,
    pipeline,
    qualification,
    records,
    surveys,
)
from .declaration import Rule

__all__ = ["RULES", "Rule"]

RULES: Final = MappingProxyType(
    {
        rule.key: rule
        for chapter in (
            comparison,
            pipeline,
            conveyor,
            daily_plan,
            attention,
            records,
            forecast,
            surveys,
            client_base,
            client_calendar,
            development,
            qualification,
            development_plans,
        )
        for rule in chapter.RULES
    }
)
