"""The words of the page on development plans."""

from __future__ import annotations

from typing import Final

from ..metrics.development_plans import DONE, DROPPED, OVERDUE, POSTPONED, RUNNING, TO_CHECK
from ..model.text import Text
from ..text.plural import Forms

ACTIONS: Final = Forms(
    ru_one="действие",
    ru_few="действия",
    ru_many="действий",
    en_one="action",
    en_other="actions",
    bg_one="действие",
    bg_other="действия",
)
NAME: Final = Text(ru="Доска планов развития", en="Board of development plans", bg="Табло на плановете за развитие")
WOULD_SHOW: Final = Text(
    ru="Здесь будут действия планов развития: просроченные, к проверке, перенесённые с причиной, сделанные.",
    en="You would see the actions of development plans: overdue, to check, postponed with the reason, done.",
    bg="Тук ще са действията от плановете за развитие: просрочени, за контрол, отложени с причина, изпълнени.",
)
TITLE_LATE: Final = Text(
    ru="Просрочено действий: {late} из {open} открытых",
    en="{late} of {open} open actions are overdue",
    bg="Просрочени са {late} от {open} отворени действия",
)
TITLE_CALM: Final = Text(
    ru="Открытых действий: {open}; просроченных нет",
    en="{open} open actions, none of them overdue",
    bg="Отворени действия: {open}; няма просрочени",
)
SUBTITLE: Final = Text(
    ru="Действия планов развития по сроку, на {day}",
    en="Actions of development plans by the day they are due, as of {day}",
    bg="Действия от плановете за развитие по срок, към {day}",
)
FOOT: Final = Text(
    ru="▼ – просрочено. «К проверке» – дата контроля прошла, а действие не сделано. Последний столбец – результат "
    "или причина переноса, а у открытых – чего в плане не хватает.",
    en="▼ means overdue. “To check”: the check date has passed and the action is not done. The last column has the "
    "result or the reason of a delay, and of open actions what the plan leaves out.",
    bg="▼ значи просрочено. „За контрол“ – датата на контрол е минала, а действието не е изпълнено. В последната "
    "колона е резултатът или причината за отлагането, а при отворените – какво липсва в плана.",
)
SHOWN: Final = Text(ru="Что показать", en="What to show", bg="Какво да се покаже")
OPEN: Final = "open"
ALL_OPEN: Final = Text(ru="всё открытое", en="all that is open", bg="всички отворени")
COLUMNS: Final = (
    Text(ru="Срок", en="Due", bg="Срок"),
    Text(ru="Действие", en="Action", bg="Действие"),
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Исполнитель", en="Owner", bg="Изпълнител"),
    Text(ru="Состояние", en="State", bg="Състояние"),
    Text(ru="Результат или чего не хватает", en="Result, or what is missing", bg="Резултат или какво липсва"),
)
STATE: Final = {
    OVERDUE: Text(ru="просрочено", en="overdue", bg="просрочено"),
    TO_CHECK: Text(ru="к проверке", en="to check", bg="за контрол"),
    RUNNING: Text(ru="в работе", en="under way", bg="в процес"),
    POSTPONED: Text(ru="перенесено", en="postponed", bg="отложено"),
    DONE: Text(ru="сделано", en="done", bg="изпълнено"),
    DROPPED: Text(ru="снято", en="dropped", bg="отпаднало"),
}
NO_REASON: Final = Text(ru="причина не указана", en="no reason given", bg="няма посочена причина")
LACKS: Final = Text(ru="не указано: {what}", en="not stated: {what}", bg="не е посочено: {what}")
QUESTION: Final = {
    "action": Text(ru="что сделать", en="what to do", bg="какво да се направи"),
    "owner": Text(ru="кто", en="who", bg="кой"),
    "due_on": Text(ru="когда", en="when", bg="кога"),
    "resources": Text(ru="какими средствами", en="with what means", bg="с какви средства"),
    "participants": Text(ru="с кем", en="with whom", bg="с кого"),
}
NONE_SUCH: Final = Text(ru="Таких действий нет", en="There are no such actions", bg="Няма такива действия")
NONE_HINT: Final = Text(ru="Выберите другое состояние.", en="Choose another state.", bg="Изберете друго състояние.")

STATES_NAME: Final = Text(ru="Состояние планов", en="State of the plans", bg="Състояние на плановете")
STATES_TITLE: Final = Text(
    ru="Сделано {share} действий планов развития",
    en="{share} of the actions of development plans are done",
    bg="Изпълнени са {share} от действията по плановете",
)
STATES_SUBTITLE: Final = Text(
    ru="Действия по состоянию на {day}, по сроку, {period}",
    en="Actions by their state on {day}, by the day they are due, {period}",
    bg="Действия по състояние към {day}, по срок, {period}",
)
QUESTIONS_NAME: Final = Text(
    ru="На что план не отвечает", en="What the plans leave out", bg="На какво планът не отговаря"
)
QUESTIONS_TITLE: Final = Text(
    ru="Чаще всего план не говорит, {question}: {share}",
    en="Most often a plan does not say {question}: {share}",
    bg="Най-често планът не казва {question}: {share}",
)
QUESTIONS_FULL: Final = Text(
    ru="Каждое действие отвечает на все пять вопросов",
    en="Every action answers all five questions",
    bg="Всяко действие отговаря на петте въпроса",
)
QUESTIONS_SUBTITLE: Final = Text(
    ru="Действия без ответа на вопрос, из всех не снятых, по сроку, {period}",
    en="Actions without an answer to the question, of all not dropped, by the day they are due, {period}",
    bg="Действия без отговор на въпроса, от всички неотпаднали, по срок, {period}",
)
OWNERS_NAME: Final = Text(ru="В срок, по исполнителям", en="In time, by owner", bg="В срок, по изпълнители")
OWNERS_SUBTITLE: Final = Text(
    ru="Доля действий, сделанных в срок, из сделанных и просроченных, по сроку, {period}",
    en="Share of actions done in time, of those done or past their day, by the day they are due, {period}",
    bg="Дял на действията, изпълнени в срок, от изпълнените и просрочените, по срок, {period}",
)
OWNERS_LESS: Final = Text(
    ru="{who}: действия планов реже, чем у остальных, сделаны в срок",
    en="{who}: actions are done in time less often than the rest's",
    bg="{who}: действията по-рядко от останалите са изпълнени в срок",
)
OWNERS_MORE: Final = Text(
    ru="{who}: действия планов чаще, чем у остальных, сделаны в срок",
    en="{who}: actions are done in time more often than the rest's",
    bg="{who}: действията по-често от останалите са изпълнени в срок",
)
OWNERS_ALIKE: Final = Text(
    ru="В срок {share}; никто доказанно не отличается от остальных",
    en="{share} in time; nobody is proven to differ from the rest",
    bg="В срок са {share}; за никого не е доказано, че се различава",
)
