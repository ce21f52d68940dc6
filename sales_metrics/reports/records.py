"""The page on records: how soon and how fully they are kept, which are worth a question, and asking the clients."""

from __future__ import annotations

from ..model.panel import Panel
from .context import Context
from .discipline import entry_panel, fields_panel, lag_panel, reasons_panel
from .questions import questions_panels
from .ring_results import results_panel
from .ring_sample import sample_panel


def records(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page."""
    return (
        entry_panel(context),
        lag_panel(context),
        fields_panel(context),
        reasons_panel(context),
        *questions_panels(context),
        sample_panel(context),
        results_panel(context),
    )
