"""The page on client development: who grows, shrinks and leaves, and who develops them."""

from __future__ import annotations

from ..model.panel import Panel
from .context import Context
from .development_bridge import bridge_panel
from .development_figures import figures_panel, order_value_panel
from .development_goals import goals_panel
from .development_growth import growth_panel
from .development_offers import offers_panel
from .development_table import table_panel
from .development_trend import trend_panel


def development(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page; all compare the same days of two years."""
    return (
        bridge_panel(context),
        growth_panel(context),
        table_panel(context),
        figures_panel(context),
        trend_panel(context),
        order_value_panel(context),
        goals_panel(context),
        offers_panel(context),
    )
