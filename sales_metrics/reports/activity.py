"""The activity page: plan and fact, what comes of calls and meetings, the board, and where the effort goes."""

from __future__ import annotations

from typing import Final

from ..model.panel import Panel
from .activity_plan import plan_panel
from .activity_steps import contracts_panel, meetings_panel
from .contact_mix import effort_panel, ways_panel
from .context import Context
from .meeting_board import board_panel
from .meeting_board import meetings_panel as board_meetings_panel
from .needed_activity import needed_panel
from .plan_correction import correction_panel
from .workload import workload_panel


def activity(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, each standing for itself when columns of another are missing."""
    return tuple(make(context) for make in _PANELS)


_PANELS: Final = (
    plan_panel,
    board_panel,
    board_meetings_panel,
    meetings_panel,
    contracts_panel,
    needed_panel,
    correction_panel,
    ways_panel,
    effort_panel,
    workload_panel,
)
