"""The refusals page: which reasons each manager hears, which of them really differ, and what might be tried."""

from __future__ import annotations

from ..metrics import METRICS
from ..model.panel import Panel
from .context import Context
from .missing import missing_panel, nothing_panel
from .refusal_advice import advice_panel
from .refusal_manager import manager_panel
from .refusal_map import map_panel
from .refusal_map_words import NAME, WOULD_SHOW
from .refusal_months import months_panel
from .refusal_reasons import reasons_panel
from .refusal_view import view_of


def refusals(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page."""
    metric, title = METRICS["refusals"], context.say(NAME)
    # Refused contacts with a reason are refusals too, where deals carry none.
    told = "refusal_reason" in context.tables.present("contacts")
    absent = None if told else missing_panel("refusals.map", title, metric, WOULD_SHOW, context)
    if absent:
        return (absent,)
    found = metric.measure(context.tables, by=("manager",), filters=context.filters)
    if found.empty or not found["k"].sum():
        return (nothing_panel("refusals.map", title, context),)
    view = view_of(found, context)
    return (
        map_panel(view, context),
        advice_panel(view, context),
        manager_panel(view, context),
        reasons_panel(view, context),
        months_panel(view, context),
    )
