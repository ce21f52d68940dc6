"""The words of the workbook in which a development plan is written: the exercise, then the plan itself."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

DOWNLOAD: Final = Text(
    ru="Скачать бланк плана с упражнением",
    en="Download a plan form with the exercise",
    bg="Изтегляне на бланка за план с упражнението",
)
FILE: Final = Text(ru="план_развития", en="development_plan", bg="plan_za_razvitie")
SHEET: Final = Text(ru="Упражнение", en="Exercise", bg="Упражнение")
HINT: Final = Text(
    ru="Ответьте на четыре вопроса не меньше чем {n} пунктами на каждый и запишите их на лист «Четыре стороны». Затем "
    "выберите, что делать в ближайшие три месяца, и запишите действия на первый лист: что, кто, когда, какими "
    "средствами, с кем. Напротив пункта укажите действие теми же словами. Вместо клиента можно указать отдел или "
    "регион; пункт без клиента – о компании в целом.",
    en="Answer the four questions with at least {n} points each and write them on the sheet “Four sides”. Then choose "
    "what to do in the next three months, and put the actions on the first sheet: what, who, when, with what means, "
    "with whom. Beside a point write its action in the same words. A department or a region may stand for the client; "
    "a point without one is about the whole company.",
    bg="Отговорете на четирите въпроса с поне {n} точки на всеки и ги запишете на листа „Четири страни“. После "
    "изберете какво да се направи през следващите три месеца и запишете действията на първия лист: какво, кой, кога, "
    "с какви средства, с кого. Срещу точката посочете действието със същите думи. Вместо клиент може да е отдел или "
    "регион; точка без клиент е за цялата фирма.",
)
SIDES: Final = (
    Text(
        ru="Сильные стороны: чем мы полезны этому клиенту лучше других",
        en="Strengths: where we serve this client better than others do",
        bg="Силни страни: с какво сме по-полезни на този клиент от другите",
    ),
    Text(
        ru="Слабые стороны: из-за чего клиент покупает не у нас",
        en="Weaknesses: what makes the client buy elsewhere",
        bg="Слаби страни: заради какво клиентът купува другаде",
    ),
    Text(
        ru="Возможности: что ещё клиент покупает и что у него меняется",
        en="Chances: what else the client buys, and what is changing there",
        bg="Възможности: какво още купува клиентът и какво се променя при него",
    ),
    Text(
        ru="Угрозы: кто и что может увести клиента",
        en="Risks: who or what could take the client away",
        bg="Заплахи: кой и какво може да ни отнеме клиента",
    ),
)
