"""The page on sleeping clients: whom to ring and why, whose they are, and who came back."""

from __future__ import annotations

from typing import Final

from ..model.panel import Panel
from .context import Context
from .sleeping_back import back_panel
from .sleeping_list import late_panel, list_panel, managers_panel
from .sleeping_repeat import repeat_panel
from .sleeping_second import second_panel


def sleeping(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page, all as of the last day of the data, whatever the period."""
    return tuple(make(context) for make in _PANELS)


_PANELS: Final = (list_panel, late_panel, managers_panel, back_panel, repeat_panel, second_panel)
