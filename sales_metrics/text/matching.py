"""The words of the page on which spellings of clients are joined and told apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.text import Text
from .plural import Forms

CLIENTS_PAGE: Final = Text(ru="Клиенты в файлах", en="Clients across files", bg="Клиенти във файловете")

SPELLINGS: Final = Forms(
    ru_one="написание",
    ru_few="написания",
    ru_many="написаний",
    en_one="spelling",
    en_other="spellings",
    bg_one="изписване",
    bg_other="изписвания",
)
SUMMARY: Final = Text(
    ru="В файлах {spellings}, за ними {clients}.",
    en="The files hold {spellings} of {clients}.",
    bg="Във файловете има {spellings}, зад тях стоят {clients}.",
)

# The queue
QUEUE: Final = Text(ru="Это один клиент?", en="Is this one client?", bg="Това един клиент ли е?")
QUEUE_LEFT: Final = Text(
    ru="Ждут ответа: {count}. Сначала те, за которыми больше денег.",
    en="Waiting for an answer: {count}. Those with most money behind them come first.",
    bg="Чакат отговор: {count}. Първо са тези, зад които стоят най-много пари.",
)
KEYS: Final = Text(
    ru="На первый вопрос можно ответить с клавиатуры: 1, 2 или 3.",
    en="Keys 1, 2 and 3 answer the first question.",
    bg="На първия въпрос можете да отговорите от клавиатурата: 1, 2 или 3.",
)
YES: Final = Text(ru="Один клиент", en="One client", bg="Един клиент")
NO: Final = Text(ru="Разные", en="Two clients", bg="Различни са")
LATER: Final = Text(ru="Позже", en="Later", bg="По-късно")
PUT_OFF: Final = Text(ru="отложено", en="put off", bg="отложено")
QUEUE_DONE: Final = Text(
    ru="Вопросов нет: всё, что похоже на одного клиента, разобрано.",
    en="No questions: everything that looks like one client has been settled.",
    bg="Няма въпроси: всичко, което прилича на един клиент, е решено.",
)
MORE_LATER: Final = Text(
    ru="Следующие появятся, когда вы ответите на эти.",
    en="The next ones appear as you answer these.",
    bg="Следващите ще се появят, когато отговорите на тези.",
)

# What was joined
JOINED: Final = Text(ru="Объединённые клиенты", en="Joined clients", bg="Обединени клиенти")
JOINED_HINT: Final = Text(
    ru="Во всех отчётах клиент стоит под первым из написаний. Сами файлы не меняются.",
    en="All reports show the client under the first spelling. The files themselves do not change.",
    bg="Във всички отчети клиентът е под първото изписване. Самите файлове не се променят.",
)
TAKE_APART: Final = Text(ru="Отделить", en="Take apart", bg="Отдели")
SHOW_MORE: Final = Text(ru="Показать ещё", en="Show more", bg="Покажи още")
NOTHING_JOINED: Final = Text(
    ru="Пока нечего объединять: каждый клиент пишется одинаково.",
    en="Nothing to join so far: every client is spelt in one way.",
    bg="Засега няма какво да се обединява: всеки клиент е изписан по един начин.",
)
ALL_ALIKE: Final = Text(
    ru="Каждый клиент пишется во всех файлах одинаково",
    en="Every client is spelt the same in all files",
    bg="Всеки клиент е изписан еднакво във всички файлове",
)
ALL_ALIKE_HINT: Final = Text(
    ru="Когда в новом файле «Ромашка» станет «ООО Ромашка», приложение объединит их само, если совпадёт ИНН, код или название. О похожих названиях оно спросит здесь.",
    en="When a new file turns “Daisy” into “Daisy Ltd.”, the app joins them by itself if the tax number, the code or the name agrees. About names that are merely alike it asks here.",
    bg="Когато в нов файл „Маргарита“ стане „Маргарита ООД“, приложението ще ги обедини само, ако съвпада ЕИК, кодът или името. За имена, които само си приличат, ще попита тук.",
)

# What was decided
DECIDED: Final = Text(ru="Ваши ответы", en="Your answers", bg="Вашите отговори")
DECIDED_HINT: Final = Text(
    ru="Ответы сохраняются, даже если отменить загрузку, и любой можно взять назад.",
    en="Answers stay even when an upload is undone, and any of them can be taken back.",
    bg="Отговорите остават дори когато качването се отмени, и всеки може да се върне назад.",
)
SAID: Final[Mapping[str, Text]] = {
    "yes": Text(ru="один клиент", en="one client", bg="един клиент"),
    "no": Text(ru="разные клиенты", en="two clients", bg="различни клиенти"),
    "later": Text(ru="отложено", en="put off", bg="отложено"),
}
TAKE_BACK: Final = Text(ru="Взять назад", en="Take back", bg="Върни назад")
KEPT: Final = Text(
    ru="Записано. Ответ можно взять назад внизу страницы.",
    en="Noted. The answer can be taken back at the foot of the page.",
    bg="Записано. Отговорът може да се върне назад в края на страницата.",
)

DIRECTOR_ONLY: Final = Text(
    ru="Эту страницу видит только руководитель: на ней клиенты всех менеджеров.",
    en="Only the head of the department sees this page: it shows the clients of every manager.",
    bg="Тази страница вижда само ръководителят: на нея са клиентите на всички мениджъри.",
)

SIGNS: Final[Mapping[str, Text]] = {
    "decided": Text(ru="так решили вы", en="you decided so", bg="така решихте вие"),
    "tax_id": Text(ru="тот же ИНН", en="same tax ID", bg="същият ЕИК"),
    "client_id": Text(ru="тот же код клиента", en="same client ID", bg="същият код на клиент"),
    "name": Text(ru="то же название", en="same name", bg="същото име"),
    "letters": Text(
        ru="названия отличаются буквой-другой",
        en="names differ in a letter or two",
        bg="имената се различават с буква-две",
    ),
    "order": Text(ru="те же слова, другой порядок", en="same words in another order", bg="същите думи в друг ред"),
    "sound": Text(ru="то же другой азбукой", en="the same in another alphabet", bg="същото с друга азбука"),
    "word": Text(ru="общее слово в названии", en="a word of the name in common", bg="обща дума в името"),
    "phone": Text(ru="тот же телефон", en="same phone", bg="същият телефон"),
    "domain": Text(ru="та же почта компании", en="same e-mail domain", bg="същият имейл домейн"),
    "city": Text(ru="тот же город", en="same town", bg="същият град"),
}
"""What speaks for two spellings being one client."""

AGAINST: Final[Mapping[str, Text]] = {
    "tax_ids": Text(ru="но ИНН разные", en="but tax IDs differ", bg="но ЕИК са различни"),
    "branch": Text(ru="но филиалы разные", en="but different branches", bg="но клоновете са различни"),
    "forms": Text(ru="но правовые формы разные", en="but legal forms differ", bg="но правните форми са различни"),
    "cities": Text(ru="но города разные", en="but different towns", bg="но градовете са различни"),
    "namesakes": Text(
        ru="но так зовут двух клиентов", en="but two clients bear this name", bg="но двама клиенти носят това име"
    ),
    "group": Text(
        ru="но другие написания спорят с этим",
        en="but other spellings speak against it",
        bg="но други изписвания противоречат",
    ),
}
"""What speaks against it."""

FACTS: Final[Mapping[str, Text]] = {
    "tax_id": Text(ru="ИНН", en="Tax ID", bg="ЕИК"),
    "client_id": Text(ru="код", en="ID", bg="код"),
    "city": Text(ru="город", en="town", bg="град"),
    "phone": Text(ru="тел.", en="phone", bg="тел."),
    "email": Text(ru="почта", en="e-mail", bg="имейл"),
    "holding": Text(ru="холдинг", en="group", bg="холдинг"),
}
"""What is shown of a client beside its name."""

ZERO_PUT_BACK: Final = Text(
    ru="вернули потерянный ноль: {number}", en="lost zero put back: {number}", bg="върната изгубена нула: {number}"
)
CLIENT_IN_FILE: Final = Text(ru="Клиент, как в файле", en="Client as in the file", bg="Клиент, както е във файла")
