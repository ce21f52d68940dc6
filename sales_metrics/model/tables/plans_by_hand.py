"""What a plan of development is written down in beside its actions: figures to check by date, and the exercise."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .declaration import Choice, Column, Kind, Owner, Table, words

SIDES: Final = (
    Choice(
        "strength",
        Text(ru="сильная сторона", en="strength", bg="силна страна"),
        words("strength, strengths, s, сила, сильная сторона, сильные стороны, силна страна, силни страни"),
    ),
    Choice(
        "weakness",
        Text(ru="слабая сторона", en="weakness", bg="слаба страна"),
        words("weakness, weaknesses, w, слабость, слабая сторона, слабые стороны, слаба страна, слаби страни"),
    ),
    Choice(
        "chance",
        Text(ru="возможность", en="chance", bg="възможност"),
        words("chance, chances, opportunity, opportunities, o, возможность, возможности, възможност, възможности"),
    ),
    Choice(
        "risk",
        Text(ru="риск", en="risk", bg="риск"),
        words("risk, risks, threat, threats, t, риск, риски, угроза, угрозы, рискове, заплаха, заплахи"),
    ),
)
"""What a point of the exercise is, in the order in which they are asked for."""

CONTROL_FIGURES: Final = Table(
    key="control_figures",
    title=Text(ru="Контрольные цифры", en="Control figures", bg="Контролни цифри"),
    row=Text(
        ru="одна контрольная цифра к одной дате",
        en="one figure to be reached by one day",
        bg="една контролна цифра към една дата",
    ),
    synonyms=words(
        "control figures, milestones, контрольные цифры, контрольные показатели, план территории, контролни цифри, "
        "контролни показатели, план за територия"
    ),
    keys=(("measure", "team", "region", "due_on"), ("measure", "due_on")),
    owner=Owner.DIRECTOR,
    columns=(
        Column(
            key="measure",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Контрольный показатель", en="Control measure", bg="Контролен показател"),
            synonyms=words("measure, metric, what, показатель, метрика, что, какво, показател"),
        ),
        Column(
            key="due_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="К какой дате", en="By when", bg="Към коя дата"),
            synonyms=words("control date, due, date, дата контроля, контрольная дата, срок, дата, дата на контрол"),
        ),
        Column(
            key="target",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Контрольная цифра", en="Control figure", bg="Контролна цифра"),
            synonyms=words("target, plan, goal, план, цель, цел"),
        ),
        Column(
            key="team",
            kind=Kind.LABEL,
            title=Text(ru="Отдел или команда", en="Department or team", bg="Отдел или екип"),
            synonyms=words("team, department, команда, отдел, екип"),
        ),
        Column(
            key="region",
            kind=Kind.LABEL,
            title=Text(ru="Регион", en="Region", bg="Регион"),
            synonyms=words("territory, область, территория, територия, област"),
        ),
        Column(
            key="from_on",
            kind=Kind.DAY,
            title=Text(ru="Считать с", en="Counted from", bg="Брои се от"),
            synonyms=words("from, start, с даты, начало, от дата"),
        ),
        Column(
            key="fact",
            kind=Kind.NUMBER,
            title=Text(ru="Факт, введённый вручную", en="Fact typed in", bg="Факт, въведен на ръка"),
            synonyms=words("fact, actual, result, факт, результат, резултат"),
        ),
        Column(
            key="responsible",
            kind=Kind.NAME,
            title=Text(ru="Кто отвечает", en="Who answers for it", bg="Кой отговаря"),
            synonyms=words("responsible, owner, ответственный, отговорник"),
        ),
    ),
)

PLAN_POINTS: Final = Table(
    key="plan_points",
    title=Text(ru="Четыре стороны", en="Four sides", bg="Четири страни"),
    row=Text(
        ru="один пункт: сильная или слабая сторона, возможность, риск",
        en="one point: a strength, a weakness, a chance or a risk",
        bg="една точка: силна или слаба страна, възможност, риск",
    ),
    synonyms=words("swot, four sides, четыре стороны, swot анализ, четири страни"),
    keys=(("client", "side", "point"), ("side", "point")),
    owner=Owner.CLIENT,
    columns=(
        Column(
            key="side",
            kind=Kind.CHOICE,
            needed=True,
            title=Text(ru="Сторона", en="Side", bg="Страна"),
            synonyms=words("kind, side, вид, квадрант, вид точка"),
            choices=SIDES,
        ),
        Column(
            key="point",
            kind=Kind.TEXT,
            needed=True,
            title=Text(ru="Пункт", en="Point", bg="Точка"),
            synonyms=words("point, what exactly, пункт, что именно, точка, какво точно"),
        ),
        Column(
            key="client",
            kind=Kind.NAME,
            title=Text(ru="О ком", en="About whom", bg="За кого"),
            synonyms=words("client, customer, company, клиент, компания, отдел, регион, клиента"),
        ),
        Column(
            key="action",
            kind=Kind.TEXT,
            title=Text(ru="Какое действие отвечает", en="Action that answers it", bg="Кое действие отговаря"),
            synonyms=words("action, answered by, действие, мероприятие, действие от плана"),
        ),
    ),
)

TABLES: Final = (CONTROL_FIGURES, PLAN_POINTS)
