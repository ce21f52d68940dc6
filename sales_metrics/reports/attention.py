"""The page on attention: who waits longer than the norm, what was promised, and who is met but does not buy."""

from __future__ import annotations

from ..model.panel import Panel
from .attention_managers import managers_panel, next_step_panel
from .attention_open import engaged_panel, promises_panel
from .attention_waiting import priorities_panel, waiting_panel
from .context import Context


def attention(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page. All of them are of the last day of the data, whatever the period."""
    return (
        waiting_panel(context),
        priorities_panel(context),
        managers_panel(context),
        promises_panel(context),
        next_step_panel(context),
        engaged_panel(context),
    )
