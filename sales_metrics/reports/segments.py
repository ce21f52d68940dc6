"""The page on client segments: who brings the revenue, who buys evenly, lately and often, and who moved."""

from __future__ import annotations

from ..model.panel import Panel
from .client_classes import classes_panel
from .context import Context
from .rfm import groups_panel, recency_panel
from .rfm_moves import fallen_panel, moves_panel
from .segments_curve import few_panel
from .segments_even import even_panel


def segments(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, all of the last twelve months of the data."""
    return (
        few_panel(context),
        classes_panel(context),
        even_panel(context),
        recency_panel(context),
        groups_panel(context),
        moves_panel(context),
        fallen_panel(context),
    )
