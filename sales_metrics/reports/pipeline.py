"""The pipeline page: what changed between two days, what is stuck, and what open deals will probably come to."""

from __future__ import annotations

from typing import Final

from ..model.panel import Panel
from .cohort_months import months_panel
from .context import Context
from .doubtful_deals import doubt_panel
from .pipeline_bridge import bridge_panel
from .sales_velocity import velocity_panel
from .stage_time import stages_panel
from .stuck_deals import stuck_panel
from .win_curves import curves_panel


def pipeline(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, each standing for itself when columns of another are missing."""
    return tuple(make(context) for make in _PANELS)


_PANELS: Final = (
    bridge_panel,
    stuck_panel,
    months_panel,
    curves_panel,
    doubt_panel,
    stages_panel,
    velocity_panel,
)
