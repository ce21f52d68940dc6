"""By which stages and by which date the funnel is drawn, as the reader sets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.declaration import Metric
from ..metrics.filters import Filters
from ..metrics.listing import stages_of
from ..model.panel import Choice, Pick
from ..model.stage_sets import StageSet, set_steps, stage_sets
from ..model.stages import CREATED, WON
from ..model.text import Text
from .context import BY_CLOSING, BY_CREATION, Context

OWN: Final = "own"
CREATION, CLOSING = "created", "closed"
SET: Final = Text(ru="Стадии", en="Stages", bg="Етапи")
OWN_STAGES: Final = Text(ru="Стадии компании", en="The company’s own stages", bg="Етапите на фирмата")
DATE: Final = Text(ru="По какой дате", en="By which date", bg="По коя дата")
CREATED_DEALS: Final = Text(ru="Созданные сделки", en="Deals created", bg="Създадени сделки")
CLOSED_DEALS: Final = Text(ru="Закрытые сделки", en="Deals closed", bg="Приключени сделки")
DEALS: Final = Text(ru="Сделки, {date}", en="Deals, {date}", bg="Сделки, {date}")
ONLY_CLOSED: Final = Text(ru="Закрытые сделки, {date}", en="Closed deals, {date}", bg="Приключени сделки, {date}")
STAGE_CREATED: Final = Text(ru="Сделка создана", en="Deal created", bg="Сделката е създадена")
STAGE_WON: Final = Text(ru="Выиграна", en="Won", bg="Спечелена")


@dataclass(frozen=True, slots=True)
class FunnelBy:
    """Which numbers the funnel shows, the column that names the stage in them, and what was set."""

    reached: Metric
    onward: Metric
    column: str
    stage_set: StageSet | None
    by_closing: bool
    choices: tuple[Choice, ...]

    def said(self, context: Context) -> str:
        """Return which deals these are, and by which date."""
        which, date = (ONLY_CLOSED, BY_CLOSING) if self.by_closing else (DEALS, BY_CREATION)
        return context.say(which, date=context.say(date))

    def measured(self, metric: Metric, context: Context, filters: Filters) -> pd.DataFrame:
        """Return the number per stage, under the name "stage"; of a ready set only its own steps."""
        found = metric.measure(context.tables, filters=filters).rename(columns={self.column: "stage"})
        if self.stage_set is None:
            return found
        own = [step.code for step in self.stage_set.steps]
        return found[found["stage"].isin(own)].reset_index(drop=True)

    def order(self, context: Context) -> list[str]:
        """Return the stages of the funnel from first to last, those included that no deal has reached."""
        if self.stage_set is None:
            return [place.stage for place in stages_of(context.tables) if place.outcome in ("open", "won")]
        steps = context.tables.fetch(context.tables["stage_sets"]).sort_values("place")
        own = [step.code for step in self.stage_set.steps]
        return [str(code) for code in steps["set_step"] if code in own]


def funnel_by(context: Context) -> FunnelBy:
    """Return by what the funnel is drawn. A ready set goes by the date of creation alone."""
    options = ((OWN, context.say(OWN_STAGES)), *((one.key, context.say(one.name)) for one in stage_sets().values()))
    picked = context.pick("funnel.set", context.say(SET), options, OWN)
    if picked.chosen != OWN:
        metrics = METRICS["set_step_reached"], METRICS["set_step_conversion"]
        return FunnelBy(*metrics, "set_step", stage_sets()[picked.chosen], False, (picked,))
    date = date_pick("funnel.date", CREATION, context)
    if date is not None and date.chosen == CLOSING:
        metrics = METRICS["closed_stage_reached"], METRICS["closed_stage_passed"]
        return FunnelBy(*metrics, "stage", None, True, (picked, date))
    metrics = METRICS["stage_reached"], METRICS["step_conversion"]
    return FunnelBy(*metrics, "stage", None, False, (picked, *([date] if date else [])))


def date_pick(key: str, default: str, context: Context) -> Pick | None:
    """Return the choice between the dates of creation and of closing; `None` where no deal has a closing date."""
    if "closed_on" not in context.tables.present("deals"):
        return None
    options = ((CREATION, context.say(CREATED_DEALS)), (CLOSING, context.say(CLOSED_DEALS)))
    return context.pick(key, context.say(DATE), options, default)


def stage_name(stage: str, context: Context) -> str:
    """Return a stage as the company calls it; steps of a set and the implicit two in the reader's language."""
    step = set_steps().get(stage)
    if step is not None:
        return context.say(step.name)
    return {CREATED: context.say(STAGE_CREATED), WON: context.say(STAGE_WON)}.get(stage, stage)
