"""The conveyor page: who is ours, which meetings take place, who signs, who is handed over, where clients wait."""

from __future__ import annotations

from typing import Final

from ..model.panel import Panel
from .context import Context
from .conveyor_steps import qualification_panel, steps_panel
from .conveyor_waits import stretches_panel, waiting_panel


def conveyor(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, each standing for itself when columns of another are missing."""
    return tuple(make(context) for make in _PANELS)


_PANELS: Final = (steps_panel, qualification_panel, stretches_panel, waiting_panel)
