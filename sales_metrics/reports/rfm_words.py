"""What is said of clients by recency, frequency and money."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

NAME: Final = Text(
    ru="Давность и частота заказов", en="Recency and frequency of orders", bg="Давност и честота на поръчките"
)
TITLE: Final = Text(
    ru="Заказывают недавно и часто (R и F от 4): {clients}, {share} выручки",
    en="Ordering lately and often (R and F from 4): {clients}, {share} of revenue",
    bg="Поръчват наскоро и често (R и F от 4): {clients}, {share} от приходите",
)
SUBTITLE: Final = Text(
    ru="Клиенты по дням с последнего заказа (строки, R) и числу заказов (столбцы, F): число и выручка; по дате "
    "заказа, {period}",
    en="Clients by days since the last order (rows, R) and number of orders (columns, F): number and revenue; by "
    "order date, {period}",
    bg="Клиенти по дни от последната поръчка (редове, R) и брой поръчки (колони, F): брой и приходи; по дата на "
    "поръчка, {period}",
)
RECENCY: Final = Text(ru="R{score}: {span} дн.", en="R{score}: {span} d", bg="R{score}: {span} дни")
FREQUENCY: Final = Text(ru="F{score}: {span}", en="F{score}: {span}", bg="F{score}: {span}")
ROW: Final = Text(ru="Давность", en="Recency", bg="Давност")
FOOT: Final = Text(
    ru="Балл 5 – лучшая пятая часть клиентов, 1 – последняя; равные получают один балл, поэтому части неравны, а "
    "балла может и не быть. Баллы сравнивают клиентов между собой: кто молчит против собственного ритма, видно на "
    "странице «Спящие клиенты». Тон – доля выручки.",
    en="Score 5 is the best fifth of clients, 1 the last; equals get one score, so the parts are unequal and a score "
    "may be missing. Scores compare clients with one another: who is silent against their own rhythm is told on the "
    "page “Sleeping clients”. Shade is the share of revenue.",
    bg="Оценка 5 е най-добрата пета от клиентите, 1 – последната; равните получават еднаква оценка, затова частите "
    "са неравни, а някоя оценка може да липсва. Оценките сравняват клиентите помежду им: кой мълчи спрямо "
    "собствения си ритъм, се вижда на страницата „Заспали клиенти“. Тонът е дялът от приходите.",
)

GROUPS_NAME: Final = Text(ru="Группы клиентов", en="Groups of clients", bg="Групи клиенти")
GROUPS_TITLE: Final = Text(
    ru="Лучшие: {clients}, {share} выручки",
    en="The best: {clients}, {share} of revenue",
    bg="Най-добрите: {clients}, {share} от приходите",
)
GROUPS_NO_BEST: Final = Text(
    ru="Никто не входит сразу в верхние две пятых по давности, частоте и сумме",
    en="Nobody is in the upper two fifths of recency, frequency and money at once",
    bg="Никой не е едновременно в горните две пети по давност, честота и сума",
)
GROUPS_SUBTITLE: Final = Text(
    ru="Группы по баллам давности (R), числа заказов (F) и суммы (M); заказы за вычетом возвратов, по дате заказа, "
    "{period}",
    en="Groups by the scores of recency (R), number of orders (F) and money (M); orders less returns, by order date, "
    "{period}",
    bg="Групи по оценките за давност (R), брой поръчки (F) и сума (M); поръчки без връщанията, по дата на поръчка, "
    "{period}",
)
GROUPS_COLUMNS: Final = (
    Text(ru="Группа", en="Group", bg="Група"),
    Text(ru="Баллы", en="Scores", bg="Оценки"),
    Text(ru="Клиентов", en="Clients", bg="Клиенти"),
    Text(ru="Выручка", en="Revenue", bg="Приходи"),
    Text(ru="Доля выручки", en="Share of revenue", bg="Дял от приходите"),
)
GROUPS_FOOT: Final = Text(
    ru="Баллы от 1 до 5, равные вместе. Каждый клиент ровно в одной группе.",
    en="Scores run from 1 to 5, equals together. Every client is in exactly one group.",
    bg="Оценките са от 1 до 5, равните заедно. Всеки клиент е точно в една група.",
)
GROUPS: Final = {
    "best": Text(ru="Лучшие", en="Best", bg="Най-добри"),
    "large": Text(ru="Другие крупные", en="Other large", bg="Други големи"),
    "silent": Text(ru="Крупные, давно молчат", en="Large, long silent", bg="Големи, отдавна мълчат"),
    "fresh": Text(ru="Недавние, пока небольшие", en="Recent, small so far", bg="Скорошни, засега малки"),
    "middle": Text(ru="Средние", en="In between", bg="По средата"),
    "faded": Text(ru="Небольшие, давно молчат", en="Small, long silent", bg="Малки, отдавна мълчат"),
}
SCORES: Final = {
    "best": Text(ru="R 4–5, F 4–5, M 4–5", en="R 4–5, F 4–5, M 4–5", bg="R 4–5, F 4–5, M 4–5"),
    "large": Text(ru="M 4–5, R 3–5, но не лучшие", en="M 4–5, R 3–5, not best", bg="M 4–5, R 3–5, но не най-добри"),
    "silent": Text(ru="M 4–5, R 1–2", en="M 4–5, R 1–2", bg="M 4–5, R 1–2"),
    "fresh": Text(ru="M 1–3, R 4–5", en="M 1–3, R 4–5", bg="M 1–3, R 4–5"),
    "middle": Text(ru="M 1–3, R 3", en="M 1–3, R 3", bg="M 1–3, R 3"),
    "faded": Text(ru="M 1–3, R 1–2", en="M 1–3, R 1–2", bg="M 1–3, R 1–2"),
}

MOVES_NAME: Final = Text(ru="Переходы между группами", en="Moves between groups", bg="Преходи между групите")
MOVES_TITLE: Final = Text(
    ru="Лучших на {day}: {n}; остались лучшими: {k}",
    en="Best on {day}: {n}; still among the best: {k}",
    bg="Най-добри към {day}: {n}; останали такива: {k}",
)
MOVES_NO_BEST: Final = Text(
    ru="На {day} лучших клиентов не было",
    en="There were no best clients on {day}",
    bg="Към {day} не е имало най-добри клиенти",
)
MOVES_SUBTITLE: Final = Text(
    ru="Клиенты по группе сейчас (строки) и раньше, на {day} (столбцы); заказы по дате заказа, {period}",
    en="Clients by their group now (rows) and before, on {day} (columns); orders by order date, {period}",
    bg="Клиенти по група сега (редове) и преди, към {day} (колони); поръчки по дата на поръчка, {period}",
)
MOVES_FOOT: Final = Text(
    ru="В ячейке число клиентов и доля от строки, справа доля нынешней выручки. Баллы каждый раз считаются среди "
    "покупавших тогда, поэтому клиент может перейти и не изменившись сам.",
    en="A cell holds the number of clients and their share of the row; on the right is the share of today's revenue. "
    "Scores are taken among those who bought at the time, so a client may move without having changed.",
    bg="В клетката са броят клиенти и делът от реда, вдясно – делът от сегашните приходи. Оценките се правят всеки "
    "път сред купувалите тогава, затова клиент може да премине и без сам да се е променил.",
)

FALLEN_NAME: Final = Text(ru="Кто выпал из лучших", en="Who fell out of the best", bg="Кой отпадна от най-добрите")
FALLEN_TITLE: Final = Text(
    ru="Выпали из лучших: {k} из {n}; приносили {then}, теперь {now}",
    en="{k} of {n} fell out of the best: they brought {then}, and now {now}",
    bg="Отпаднали от най-добрите: {k} от {n}; носеха {then}, а сега {now}",
)
FALLEN_UNLIKE: Final = Text(
    ru="Выпали из лучших: {k} из {n}",
    en="{k} of {n} fell out of the best",
    bg="Отпаднали от най-добрите: {k} от {n}",
)
FALLEN_SINCE: Final = Text(ru="Приносил с {day}", en="Brought from {day}", bg="Носеше от {day}")
FALLEN_NONE: Final = Text(
    ru="Из лучших на {day} никто не выпал",
    en="None of the best on {day} fell out",
    bg="Никой от най-добрите към {day} не е отпаднал",
)
FALLEN_SUBTITLE: Final = Text(
    ru="Лучшие на {day}, которые теперь в другой группе; выручка за 12 месяцев тогда и сейчас, по дате заказа. "
    "Сначала те, кто приносил больше",
    en="The best on {day} that are in another group now; revenue of 12 months then and now, by order date. First "
    "those who brought most",
    bg="Най-добрите към {day}, които сега са в друга група; приходи за 12 месеца тогава и сега, по дата на "
    "поръчка. Първо тези, които са носили най-много",
)
FALLEN_COLUMNS: Final = (
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Группа сейчас", en="Group now", bg="Група сега"),
    Text(ru="Приносил", en="Brought", bg="Носеше"),
    Text(ru="Приносит", en="Brings", bg="Носи"),
    Text(ru="Последний заказ", en="Last order", bg="Последна поръчка"),
)
FALLEN_FOOT: Final = Text(
    ru="Менеджер – по таблице клиентов, а где он там не указан, по последнему заказу.",
    en="The manager is that of the clients table or, where none is stated there, of the last order.",
    bg="Мениджърът е от таблицата с клиенти, а ако там не е посочен – от последната поръчка.",
)
FALLEN_MORE: Final = Text(
    ru="Показаны {shown} из {all}.", en="{shown} of {all} are shown.", bg="Показани са {shown} от {all}."
)
