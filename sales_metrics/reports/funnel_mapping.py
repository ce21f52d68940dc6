"""Which of the company's stages stand for which step of the ready set that the reader has picked."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ..metrics import METRICS
from ..metrics.listing import stages_of
from ..model.panel import Drill, Listing, ListRow, Panel, Verdict
from ..model.stage_sets import StageSet, mapped
from ..model.text import Text
from ..text.numbers import number, quoted
from .context import BY_CREATION, Context
from .funnel_by import FunnelBy, funnel_by, stage_name

KEY: Final = "funnel.mapping"
TITLE: Final = Text(
    ru="Стадии компании отмечают {known} из {all} шагов набора",
    en="The company’s stages record {known} of the {all} steps of the set",
    bg="Етапите на фирмата отбелязват {known} от {all} стъпки на набора",
)
STRAY: Final = Text(
    ru="Стадии компании отмечают {known} из {all} шагов; ни к одному не отнесены: {names}",
    en="The company’s stages record {known} of the {all} steps; put to none: {names}",
    bg="Етапите на фирмата отбелязват {known} от {all} стъпки; към никоя не са отнесени: {names}",
)
NAMED_AT_MOST: Final = 3
MORE: Final = Text(ru="и ещё {n}", en="{n} more", bg="още {n}")
SUBTITLE: Final = Text(
    ru="{set}. Сделки, {date}, {period}", en="{set}. Deals, {date}, {period}", bg="{set}. Сделки, {date}, {period}"
)
COLUMNS: Final = (
    Text(ru="Шаг набора", en="Step of the set", bg="Стъпка на набора"),
    Text(ru="Стадии компании", en="The company’s stages", bg="Етапи на фирмата"),
    Text(ru="Дошло сделок", en="Deals that reached it", bg="Достигнали сделки"),
)
NUMBERED: Final = Text(ru="{place}. {name}", en="{place}. {name}", bg="{place}. {name}")
NOT_RECORDED: Final = Text(ru="не отмечается", en="not recorded", bg="не се отбелязва")
NO_STEP: Final = Text(ru="Без шага", en="No step", bg="Без стъпка")
FOOT: Final = Text(
    ru="Стадии отнесены к шагам по смыслу названий. Шаги, которые компания не отмечает, в воронке не показаны. "
    "Свой список стадий задаёт таблица «Стадии».",
    en="Stages are put to steps by the meaning of their names. Steps that the company does not record are left "
    "out of the funnel. A list of its own is set in the table “Stages”.",
    bg="Етапите са отнесени към стъпките по смисъла на имената. Стъпките, които фирмата не отбелязва, не са във "
    "фунията. Собствен списък се задава в таблицата „Етапи“.",
)


def mapping_panel(context: Context) -> Panel | None:
    """Return the steps of the picked set with the stages that mean them; `None` for the company's own stages."""
    by = funnel_by(context)
    if by.stage_set is None or by.reached.missing(context.tables):
        return None
    meant = mapped(stages_of(context.tables), by.stage_set)
    stray = [stage for stage, step in meant.items() if step is None]
    known = {step.code for step in meant.values() if step}
    parts = {
        "known": number(len(known), context.language),
        "all": number(len(by.stage_set.steps), context.language),
    }
    title = context.say(STRAY, **parts, names=_names(stray, context)) if stray else context.say(TITLE, **parts)
    said = {"set": context.say(by.stage_set.name), "date": context.say(BY_CREATION), "period": context.period}
    return Panel(
        key=KEY,
        title=title,
        subtitle=context.say(SUBTITLE, **said),
        picture=Listing(
            context.columns(COLUMNS, right=(2,), wide=1),
            (*_steps(by, by.stage_set, context), *_stray(stray, context)),
            shown=20,
        ),
        foot=f"{context.say(FOOT)} {context.as_of}",
    )


def _names(stray: list[str], context: Context) -> str:
    named = [quoted(stage_name(stage, context), context.language) for stage in stray[:NAMED_AT_MOST]]
    if len(stray) > NAMED_AT_MOST:
        named.append(context.say(MORE, n=number(len(stray) - NAMED_AT_MOST, context.language)))
    return ", ".join(named)


def _steps(by: FunnelBy, one: StageSet, context: Context) -> list[ListRow]:
    meant = mapped(stages_of(context.tables), one)
    found = by.measured(by.reached, context, context.filters)
    reached = dict(zip(found["stage"], found["total"], strict=True))
    rows = []
    for step in one.steps:
        stages = [stage_name(stage, context) for stage, other in meant.items() if other is step]
        cells = (
            context.say(NUMBERED, place=number(step.place, context.language), name=context.say(step.name)),
            ", ".join(stages) or context.say(NOT_RECORDED),
            number(int(reached.get(step.code, 0)), context.language) if stages else "",
        )
        rows.append(ListRow(cells, Drill(by.reached.key, MappingProxyType({by.column: step.code}), "total")))
    return rows


def _stray(stages: list[str], context: Context) -> list[ListRow]:
    found = METRICS["stage_reached"].measure(context.tables, filters=context.filters)
    reached = dict(zip(found["stage"], found["total"], strict=True))
    rows = []
    for stage in stages:
        cells = (
            context.say(NO_STEP),
            stage_name(stage, context),
            number(int(reached.get(stage, 0)), context.language),
        )
        way = Drill("stage_reached", MappingProxyType({"stage": stage}), "total")
        rows.append(ListRow(cells, way, Verdict.CANNOT_TELL))
    return rows
