"""Every number of the product, declared once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from . import meeting_questions as _meeting_questions  # noqa: F401  declares a kept table
from .activity import calls_per_day, contracts_per_day, meetings_per_day
from .activity_steps import contracts_per_meeting, meetings_per_call
from .attention import attention_in_norm, contacts_held, engaged_not_converted, next_step_known, promise_overdue
from .board import meeting_effectiveness, meetings_on_board
from .chances import open_amount, won_after_stage
from .client_calendar import dossier_filled, duties_open, offers_confirmed
from .cohorts import followed_deals, window_conversion, won_by_age
from .concentration import key_share, top_client_share
from .contact_mix import contact_ways, contacts_per_client, contacts_per_day, effort
from .conveyor import conveyor_wait, first_contract, handed_over, qualification, tele_meetings_held
from .daily_plan import planned
from .deals import average_won_deal, sales_cycle, win_rate, won_amount
from .declaration import Example, Metric, metric
from .development import order_value_by_group, priority_raised, revenue_compared
from .development_halves import halves_compared
from .development_plans import action_delay, actions_in_time, plan_actions, plan_questions
from .dimensions import NotBrokenDownError
from .discipline import (
    contact_fields_filled,
    deal_fields_filled,
    entered_in_time,
    entry_lag,
    refusal_reason_stated,
)
from .filters import Filters, Value
from .funnel import (
    closed_stage_passed,
    closed_stage_reached,
    conversion,
    stage_passed,
    stage_reached,
    step_conversion,
)
from .funnel_sets import set_step_conversion, set_step_reached, stage_history, stage_returned, stage_skipped
from .kinds import Balance, Kind, Mean, MeanPer, PerDay, Rate, Share, Total
from .meetings import meetings_by_wait, meetings_won
from .moves import open_pipeline, pipeline_moves
from .orders import bought_again, revenue, sales_per_client
from .plan_results import bought_round_actions, clients_compared, groups_round_actions
from .plan_targets import control_figures_set, points_answered
from .portrait import (
    best_clients,
    mark_against_portrait,
    open_deals_fit,
    portrait_known,
    portrait_verdict,
    won_by_verdict,
)
from .questions import MEETINGS as QUESTIONS
from .questions import ring_denied
from .refusals import refusals
from .rhythm import reactivated, sleeping_clients
from .satisfaction import coverage_by_sign, net_promoter_score, open_answers, satisfied, survey_rating
from .stays import stage_stays, stale_deals, stuck_deals
from .surveys import survey_coverage
from .trainings import meeting_success
from .warm_deals import warm_deals

__all__ = [
    "METRICS",
    "QUESTIONS",
    "Balance",
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
    "bought_again",
    "calls_per_day",
    "contact_ways",
    "contacts_per_client",
    "contacts_per_day",
    "contracts_per_day",
    "contracts_per_meeting",
    "conversion",
    "effort",
    "followed_deals",
    "meeting_effectiveness",
    "meeting_success",
    "meetings_by_wait",
    "meetings_on_board",
    "meetings_per_call",
    "meetings_per_day",
    "meetings_won",
    "metric",
    "open_pipeline",
    "order_value_by_group",
    "pipeline_moves",
    "planned",
    "priority_raised",
    "refusals",
    "revenue",
    "revenue_compared",
    "sales_cycle",
    "sales_per_client",
    "stage_reached",
    "stage_stays",
    "stale_deals",
    "step_conversion",
    "stuck_deals",
    "survey_coverage",
    "win_rate",
    "window_conversion",
    "won_amount",
    "won_by_age",
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
            bought_again,
            halves_compared,
            window_conversion,
            followed_deals,
            won_by_age,
            stage_stays,
            stuck_deals,
            stale_deals,
            open_pipeline,
            pipeline_moves,
            stage_passed,
            closed_stage_reached,
            closed_stage_passed,
            set_step_reached,
            set_step_conversion,
            stage_history,
            stage_skipped,
            stage_returned,
            qualification,
            tele_meetings_held,
            first_contract,
            handed_over,
            conveyor_wait,
            meetings_per_call,
            contracts_per_meeting,
            planned,
            meetings_on_board,
            meetings_won,
            won_after_stage,
            open_amount,
            contact_ways,
            contacts_per_day,
            contacts_per_client,
            effort,
            *(attention_in_norm, next_step_known, promise_overdue, engaged_not_converted, contacts_held),
            *(entered_in_time, entry_lag, contact_fields_filled, deal_fields_filled, refusal_reason_stated),
            *(*QUESTIONS, ring_denied),
            *(satisfied, survey_rating, net_promoter_score, coverage_by_sign, open_answers, warm_deals),
            *(key_share, top_client_share, sleeping_clients, reactivated),
            *(duties_open, offers_confirmed, dossier_filled, plan_actions, actions_in_time, plan_questions),
            *(revenue_compared, order_value_by_group, priority_raised),
            *(
                portrait_verdict,
                portrait_known,
                open_deals_fit,
                won_by_verdict,
                mark_against_portrait,
                best_clients,
            ),
            *(action_delay, clients_compared, bought_round_actions, groups_round_actions),
            *(control_figures_set, points_answered),
        )
    }
)
"""All metrics by their keys, in the order of the glossary."""
