"""The words about what stands beside the actions of plans: why they are late, control figures, the four sides."""

from __future__ import annotations

from typing import Final

from ..model.text import Text
from ..text.plural import Forms

POINTS: Final = Forms(
    ru_one="пункт",
    ru_few="пункта",
    ru_many="пунктов",
    en_one="point",
    en_other="points",
    bg_one="точка",
    bg_other="точки",
)

REASONS_NAME: Final = Text(ru="Почему действия отстают", en="Why actions are late", bg="Защо действията закъсняват")
REASONS_WOULD: Final = Text(
    ru="Здесь будут причины просроченных и перенесённых действий и на сколько дней они отстают.",
    en="You would see the reasons of overdue and postponed actions, and by how many days they are late.",
    bg="Тук ще са причините за просрочените и отложените действия и с колко дни закъсняват.",
)
REASONS_NONE: Final = Text(
    ru="Просроченных и перенесённых действий нет",
    en="No action is overdue or postponed",
    bg="Няма просрочени или отложени действия",
)
REASONS_TITLE: Final = Text(
    ru="Чаще всего действия отстают по причине «{reason}»: {k}",
    en="The reason most often given for late actions is “{reason}”: {k}",
    bg="Най-честата посочена причина за закъснение е „{reason}“: {k}",
)
REASONS_EVEN: Final = Text(
    ru="Отстают {n}; ни одна причина не названа чаще других",
    en="Late: {n}; no reason is given more often than every other",
    bg="Закъсняват {n}; никоя причина не е по-честа от останалите",
)
REASONS_BLANK: Final = Text(
    ru="Отстают {n}; причина не указана ни у одного",
    en="Late: {n}; none of them gives a reason",
    bg="Закъсняват {n}; за никое не е посочена причина",
)
REASONS_SUBTITLE: Final = Text(
    ru="Просроченные и перенесённые действия планов по причине, дни после срока, на {day}",
    en="Overdue and postponed actions of plans by reason, days past their day, as of {day}",
    bg="Просрочени и отложени действия от планове по причина, дни след срока, към {day}",
)
REASONS_HEADS: Final = (
    Text(ru="Причина", en="Reason", bg="Причина"),
    Text(ru="Действий", en="Actions", bg="Действия"),
    Text(ru="В среднем, дней", en="Days on average", bg="Средно дни"),
    Text(ru="Дольше всего, дней", en="Longest, days", bg="Най-дълго, дни"),
)
REASONS_FOOT: Final = Text(
    ru="Причина – то, что записано в результате действия. Перенесённое на день, который ещё не наступил, отстаёт на 0 "
    "дней; действия без срока не в счёт.",
    en="The reason is what the result of the action says. One postponed to a day still to come is 0 days late; actions "
    "without a day are left out.",
    bg="Причината е записаното в резултата на действието. Отложеното за ден, който още не е дошъл, закъснява с 0 дни; "
    "действията без срок не се броят.",
)

CONTROL_NAME: Final = Text(
    ru="Контрольные цифры отделов и регионов",
    en="Control figures of departments and regions",
    bg="Контролни цифри на отдели и региони",
)
CONTROL_WOULD: Final = Text(
    ru="Здесь будет по каждой контрольной дате: сколько намечено, сколько есть по данным, достигнуто ли.",
    en="You would see for every control date how much was set, how much there is by the data, and whether it is met.",
    bg="Тук ще е за всяка контролна дата: колко е набелязано, колко има по данните и достигнато ли е.",
)
CONTROL_NONE: Final = Text(
    ru="Контрольных цифр с показателем и датой нет",
    en="No control figure names a measure and a day",
    bg="Няма контролна цифра с показател и дата",
)
CONTROL_HINT: Final = Text(
    ru="Запишите их в справочнике «Контрольные цифры» или загрузите шаблон.",
    en="Write them down under Dictionaries, “Control figures”, or upload the template.",
    bg="Запишете ги в справочника „Контролни цифри“ или качете шаблона.",
)
CONTROL_TITLE: Final = Text(
    ru="К своей дате достигнуто {share} контрольных цифр",
    en="{share} control figures were met by their day",
    bg="До своя ден са достигнати {share} контролни цифри",
)
CONTROL_AHEAD: Final = Text(
    ru="Ни одна контрольная дата с фактом ещё не наступила; ближайшая – {day}",
    en="No control date with a fact has come yet; the next is {day}",
    bg="Още не е дошла контролна дата с факт; следващата е {day}",
)
CONTROL_UNKNOWN: Final = Text(
    ru="Ни у одной наступившей контрольной цифры нет факта",
    en="None of the control figures that fell due has a fact",
    bg="Никоя контролна цифра с минал срок няма факт",
)
CONTROL_SUBTITLE: Final = Text(
    ru="Контрольная цифра и факт на её дату, но не позже {day}; по дате показателя",
    en="Control figure and fact by its day, never later than {day}; by the date that the measure goes by",
    bg="Контролна цифра и факт към нейния ден, но не по-късно от {day}; по датата на показателя",
)
CONTROL_HEADS: Final = (
    Text(ru="К дате", en="By", bg="Към"),
    Text(ru="Показатель", en="Measure", bg="Показател"),
    Text(ru="Чей", en="Whose", bg="На кого"),
    Text(ru="Цифра", en="Figure", bg="Цифра"),
    Text(ru="Факт", en="Fact", bg="Факт"),
    Text(ru="Состояние", en="State", bg="Състояние"),
)
EVERYBODY: Final = Text(ru="компания", en="the company", bg="фирмата")
MET: Final = Text(ru="достигнуто", en="met", bg="достигнато")
NOT_MET: Final = Text(ru="не достигнуто", en="not met", bg="недостигнато")
PART: Final = Text(
    ru="{state}: {share} цифры", en="{state}: {share} of the figure", bg="{state}: {share} от цифрата"
)
TO_COME: Final = Text(ru="ещё впереди", en="still to come", bg="предстои")
NO_FIGURE: Final = Text(ru="цифра не указана", en="no figure given", bg="няма цифра")
FEW: Final = Text(ru="мало случаев ({n})", en="too few cases ({n})", bg="малко случаи ({n})")
NOTHING: Final = Text(ru="нет ни одного случая", en="no case at all", bg="няма нито един случай")
UNMEASURED: Final = Text(ru="здесь не измеряется", en="not measured here", bg="тук не се измерва")
TYPED: Final = Text(ru="{fact} (введено)", en="{fact} (typed in)", bg="{fact} (въведено)")
CONTROL_FOOT: Final = Text(
    ru="▲ – достигнуто, ▼ – нет. Факт считается с даты «считать с», а без неё с 1 января того же года, тем же "
    "показателем, что на других страницах; фильтры слева на него не действуют. Показатель без имени из глоссария "
    "измеряется только введённым фактом. Регион включает всё, что в него входит.",
    en="▲ is met, ▼ is not. The fact is counted from “counted from” or else from 1 January of that year, by the measure "
    "that the other pages show; the filters on the left do not touch it. A measure that is not in the glossary goes by "
    "the fact typed in alone. A region includes all that lies in it.",
    bg="▲ е достигнато, ▼ не е. Фактът се брои от „брои се от“, а без него от 1 януари същата година, със същия "
    "показател като на другите страници; филтрите отляво не го променят. Показател извън речника се измерва само с "
    "въведения факт. Регионът включва всичко, което е в него.",
)

SIDES_NAME: Final = Text(ru="Четыре стороны", en="The four sides", bg="Четирите страни")
SIDES_WOULD: Final = Text(
    ru="Здесь будет, сколько записано сильных и слабых сторон, возможностей и рисков и на какие отвечает действие.",
    en="You would see how many strengths, weaknesses, chances and risks are written down, and which an action answers.",
    bg="Тук ще е колко силни и слаби страни, възможности и рискове са записани и на кои отговаря действие.",
)
SIDE_NAMES: Final = {
    "strength": Text(ru="Сильные стороны", en="Strengths", bg="Силни страни"),
    "weakness": Text(ru="Слабые стороны", en="Weaknesses", bg="Слаби страни"),
    "chance": Text(ru="Возможности", en="Chances", bg="Възможности"),
    "risk": Text(ru="Риски", en="Risks", bg="Рискове"),
}
SIDES_TITLE: Final = Text(
    ru="Упражнение не закончено: меньше {least} пунктов – {which}",
    en="The exercise is unfinished: fewer than {least} points for {which}",
    bg="Упражнението не е завършено: под {least} точки – {which}",
)
SIDES_FULL: Final = Text(
    ru="В каждой из четырёх сторон не меньше {least} пунктов",
    en="Each of the four sides has at least {least} points",
    bg="Във всяка от четирите страни има поне {least} точки",
)
SIDES_SUBTITLE: Final = Text(
    ru="Пункты упражнения по сторонам и сколько из них с действием плана, на {day}",
    en="Points of the exercise by side, and how many of them an action of a plan answers, as of {day}",
    bg="Точки от упражнението по страни и колко от тях са с действие от плана, към {day}",
)
ANSWERED: Final = Text(ru="{k} с действием", en="{k} with an action", bg="{k} с действие")
SIDES_FOOT: Final = Text(
    ru="Засечка – {least} пункта, которых просит упражнение. Бланк – в конце страницы.",
    en="The tick marks the {least} points that the exercise asks for. The form is at the end of the page.",
    bg="Чертичката е при {least} точки, които иска упражнението. Бланката е в края на страницата.",
)
POINTS_NAME: Final = Text(ru="Пункты без действия", en="Points without an action", bg="Точки без действие")
POINTS_TITLE: Final = Text(
    ru="Ни одно действие не отвечает на {share} пунктов четырёх сторон",
    en="No action answers {share} points of the four sides",
    bg="Никое действие не отговаря на {share} точки от четирите страни",
)
POINTS_DONE: Final = Text(
    ru="На каждый пункт отвечает действие плана",
    en="An action of the plan answers every point",
    bg="На всяка точка отговаря действие от плана",
)
POINTS_SUBTITLE: Final = Text(
    ru="Пункты, на которые не отвечает ни одно действие плана, кроме снятых, на {day}",
    en="Points that no action of a plan answers, dropped ones aside, as of {day}",
    bg="Точки, на които не отговаря никое действие от плана освен отпадналите, към {day}",
)
POINTS_HEADS: Final = (
    Text(ru="Сторона", en="Side", bg="Страна"),
    Text(ru="Пункт", en="Point", bg="Точка"),
    Text(ru="Что указано", en="What is given", bg="Какво е посочено"),
    Text(ru="О ком", en="About whom", bg="За кого"),
)
NO_ACTION: Final = Text(ru="действие не указано", en="no action given", bg="няма посочено действие")
NOT_IN_PLAN: Final = Text(ru="в плане нет: {action}", en="not in the plan: {action}", bg="няма в плана: {action}")
POINTS_FOOT: Final = Text(
    ru="Действие ищется по словам, которыми оно записано в плане; у пункта о клиенте – в плане этого клиента.",
    en="An action is found by the words in which the plan has it; for a point about a client, in that client's plan.",
    bg="Действието се търси по думите, с които е записано в плана; за точка за клиент – в плана на този клиент.",
)
