"""Every number of the product, declared once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from .activity import calls_per_day, contracts_per_day, meetings_per_day
from .deals import average_won_deal, sales_cycle, win_rate, won_amount
from .declaration import Example, Metric, metric
from .dimensions import NotBrokenDownError
from .filters import Filters, Value
from .funnel import conversion, stage_reached, step_conversion
from .kinds import Kind, Mean, MeanPer, PerDay, Rate, Share, Total
from .meetings import meeting_effectiveness, meetings_by_wait
from .orders import revenue, sales_per_client
from .refusals import refusals
from .surveys import survey_coverage
from .trainings import meeting_success

__all__ = [
    "METRICS",
    "Example",
    "Filters",
    "Kind",
    "Mean",
    "MeanPer",
    "Metric",
    "NotBrokenDownError",
    "PerDay",
    "Rate",
    "Share",
    "Total",
    "Value",
    "average_won_deal",
    "calls_per_day",
    "contracts_per_day",
    "conversion",
    "meeting_effectiveness",
    "meeting_success",
    "meetings_by_wait",
    "meetings_per_day",
    "metric",
    "refusals",
    "revenue",
    "sales_cycle",
    "sales_per_client",
    "stage_reached",
    "step_conversion",
    "survey_coverage",
    "win_rate",
    "won_amount",
]

METRICS: Final[Mapping[str, Metric]] = MappingProxyType(
    {
        one.key: one
        for one in (
            stage_reached,
            step_conversion,
            conversion,
            win_rate,
            average_won_deal,
            won_amount,
            sales_cycle,
            refusals,
            calls_per_day,
            meetings_per_day,
            contracts_per_day,
            meeting_effectiveness,
            meeting_success,
            meetings_by_wait,
            survey_coverage,
            sales_per_client,
            revenue,
        )
    }
)
"""All metrics by their keys, in the order of the glossary."""
