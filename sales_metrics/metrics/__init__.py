"""Every number of the product, declared once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from . import meeting_questions as _meeting_questions  # noqa: F401  declares a kept table
from .activity import calls_per_day, contracts_per_day, meetings_per_day
from .attention import attention_in_norm, contacts_held, engaged_not_converted, next_step_known, promise_overdue
from .deals import average_won_deal, sales_cycle, win_rate, won_amount
from .declaration import Example, Metric, metric
from .dimensions import NotBrokenDownError
from .discipline import (
    contact_fields_filled,
    deal_fields_filled,
    entered_in_time,
    entry_lag,
    refusal_reason_stated,
)
from .filters import Filters, Value
from .funnel import conversion, stage_reached, step_conversion
from .kinds import Kind, Mean, MeanPer, PerDay, Rate, Share, Total
from .orders import revenue, sales_per_client
from .questions import MEETINGS as QUESTIONS
from .questions import ring_denied
from .refusals import refusals
from .surveys import survey_coverage

__all__ = [
    "METRICS",
    "QUESTIONS",
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
            survey_coverage,
            sales_per_client,
            revenue,
            *(attention_in_norm, next_step_known, promise_overdue, engaged_not_converted, contacts_held),
            *(entered_in_time, entry_lag, contact_fields_filled, deal_fields_filled, refusal_reason_stated),
            *(*QUESTIONS, ring_denied),
        )
    }
)
"""All metrics by their keys, in the order of the glossary."""
