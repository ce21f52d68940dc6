"""The page on sleeping clients: whom to ring and why, whose they are, and who came back."""

from __future__ import annotations

from ..model.panel import Panel
from .context import Context
from .sleeping_back import back_panel
from .sleeping_list import late_panel, list_panel, managers_panel


def sleeping(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, all as of the last day of the data, whatever the period."""
    return (list_panel(context), late_panel(context), managers_panel(context), back_panel(context))
