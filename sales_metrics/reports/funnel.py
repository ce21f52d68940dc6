"""The funnel page: where deals stop, who wins more often, which channel converts, how the win rate moves."""

from __future__ import annotations

from typing import Final

from ..model.panel import Panel
from .context import Context
from .funnel_groups import groups_panel
from .funnel_mapping import mapping_panel
from .funnel_path import path_panel
from .funnel_steps import steps_panel
from .win_rate_months import month_panel
from .win_rates import channel_panel, manager_panel


def funnel(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, each standing for itself when columns of another are missing."""
    made = (make(context) for make in _PANELS)
    return tuple(panel for panel in made if panel is not None)


_PANELS: Final = (
    steps_panel,
    mapping_panel,
    groups_panel,
    manager_panel,
    channel_panel,
    month_panel,
    path_panel,
)
