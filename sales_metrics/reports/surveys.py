"""The survey page: who is asked after an order, who is not, what that leaves open, and what clients say."""

from __future__ import annotations

from ..model.panel import Panel
from .context import Context
from .survey_bounds import bounds_panel
from .survey_calls import calls_panel
from .survey_groups import groups_panel
from .survey_measures import measures_panel
from .survey_signs import signs_panel
from .survey_themes import themes_panel
from .warm_deals import warm_panel


def surveys(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page."""
    return (
        bounds_panel(context),
        measures_panel(context),
        signs_panel(context),
        groups_panel(context),
        calls_panel(context),
        themes_panel(context),
        warm_panel(context),
    )
