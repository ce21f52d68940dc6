"""Client fit: who is ours by the portrait, what is left to ask, and whether the portrait tells anything."""

from __future__ import annotations

from ..metrics import METRICS
from ..metrics.listing import portrait_of
from ..model.panel import Empty, Panel
from ..text.portrait import problem_sentence
from . import qualification_words as words
from .context import Context
from .missing import missing_panel
from .qualification_ask import ask_panel
from .qualification_best import best_panel
from .qualification_check import check_panel
from .qualification_marks import marks_panel
from .qualification_portrait import portrait_panel
from .qualification_verdicts import clients_panel, open_panel


def qualification(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page; without a portrait, where to write one and what the best clients share."""
    without = unwritten_panel(context)
    if without is not None:
        return without, best_panel(context)
    made = (clients_panel, open_panel, ask_panel, marks_panel, check_panel, best_panel, portrait_panel)
    return tuple(make(context) for make in made)


def unwritten_panel(context: Context) -> Panel | None:
    """Return the panel that says where to write a portrait, or what is wrong with all of one; `None` otherwise."""
    features = portrait_of(context.tables)
    if any(one.problem is None for one in features):
        return None
    key, title = "qualification.portrait", context.say(words.PORTRAIT_NAME)
    faults = [said for one in features if (said := problem_sentence(one, context.language)) is not None]
    if faults:
        return Panel(key, title, "", Empty(context.say(words.UNUSABLE), " ".join(faults)))
    absent = missing_panel(key, title, METRICS["portrait_verdict"], words.WRITE, context)
    return absent or Panel(key, title, "", Empty(context.say(words.UNUSABLE), context.say(words.WRITE)))
