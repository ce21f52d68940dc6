"""What is said about a ring-round: on the page, in its form, and by the caller to the client."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

FORM_TITLE: Final = Text(ru="Бланк обзвона", en="Form of the ring-round", bg="Бланка за обзвъняването")
FORM_HINT: Final = Text(
    ru="Сначала записываются список встреч и зёрна, потом бросается жребий: выборку нельзя тянуть, пока не "
    "понравится. Заполните в бланке день звонка и ответ и загрузите его как любой файл.",
    en="The list of meetings and the seeds are written down first, and only then is drawn: nobody can draw "
    "again until the sample suits. Fill in the day of the call and the answer, and upload the form like any "
    "file.",
    bg="Първо се записват списъкът със срещи и зърната, после се тегли: извадката не може да се тегли, докато "
    "не хареса. Попълнете деня на обаждането и отговора и качете бланката като всеки файл.",
)
FORM_SETTLE: Final = Text(ru="Записать и бросить жребий", en="Write down and draw", bg="Запиши и тегли")
FORM_SETTLED: Final = Text(
    ru="Выборка {sample} записана {moment}. SHA-256 списка встреч: {hash}",
    en="Sample {sample} was written down on {moment}. SHA-256 of the list of meetings: {hash}",
    bg="Извадката {sample} е записана на {moment}. SHA-256 на списъка със срещи: {hash}",
)
FORM_CHANGED: Final = Text(
    ru="За этот месяц уже записана выборка {sample}; с тех пор список встреч изменился. Результаты той выборки "
    "остаются в силе.",
    en="Sample {sample} of this month was written down before; the list of meetings has changed since. The "
    "results of that sample stay valid.",
    bg="За този месец вече е записана извадка {sample}; оттогава списъкът със срещи се е променил. Резултатите "
    "от нея остават валидни.",
)
FORM_DOWNLOAD: Final = Text(ru="Скачать бланк", en="Download the form", bg="Изтегли бланката")
FORM_FILE: Final = Text(ru="obzvon", en="ring_round", bg="obzvanyavane")

QUESTIONS_SHEET: Final = Text(ru="Вопросы", en="Questions", bg="Въпроси")
DRAW_SHEET: Final = Text(ru="Жребий", en="The draw", bg="Тегленето")
QUESTIONS: Final = (
    Text(
        ru="Здравствуйте! Мы проверяем, как работаем с клиентами. Можно задать два коротких вопроса?",
        en="Good morning! We are checking how we look after our clients. May I ask two short questions?",
        bg="Добър ден! Проверяваме как работим с клиентите си. Може ли два кратки въпроса?",
    ),
    Text(
        ru="1. Встречались ли вы с нашим менеджером около этой даты? (подтвердил / не подтвердил / не помнит)",
        en="1. Did you meet our manager about that date? (confirmed / not confirmed / does not remember)",
        bg="1. Срещахте ли се с наш мениджър около тази дата? (потвърди / не потвърди / не помни)",
    ),
    Text(
        ru="2. О чём договорились и всё ли сделано? Запишите ответ в «Что сказали».",
        en="2. What was agreed, and has it been done? Write the answer under “What was said”.",
        bg="2. Какво се уговорихте и свършено ли е? Запишете отговора в „Какво казаха“.",
    ),
    Text(
        ru="Не называйте менеджера и не говорите, что встреча под вопросом. После двух попыток отметьте «не "
        "дозвонились» и возьмите следующую строку запаса.",
        en="Do not name the manager, and do not say that the meeting is in question. After two attempts mark "
        "“not reached” and take the next line of the reserve.",
        bg="Не назовавайте мениджъра и не казвайте, че срещата е под въпрос. След два опита отбележете „не беше "
        "открит“ и вземете следващия ред от резерва.",
    ),
)
SAMPLE_LINE: Final = Text(ru="Выборка {sample}", en="Sample {sample}", bg="Извадка {sample}")
HASH_LINE: Final = Text(
    ru="SHA-256 списка встреч: {hash}",
    en="SHA-256 of the list of meetings: {hash}",
    bg="SHA-256 на списъка със срещи: {hash}",
)
SEED_LINE: Final = Text(ru="{manager}: зерно {seed}", en="{manager}: seed {seed}", bg="{manager}: зърно {seed}")
ORDER_LINE: Final = Text(
    ru="Сначала {calls} строк выборки, по порядку; запас – только вместо тех, до кого не дозвонились.",
    en="First the {calls} lines of the sample, in their order; the reserve only instead of those not reached.",
    bg="Първо {calls} реда от извадката, по ред; резервът – само вместо неоткритите.",
)
