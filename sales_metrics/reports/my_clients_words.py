"""The words of the page on a manager's own clients."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

NAME: Final = Text(
    ru="Кому позвонить на этой неделе", en="Whom to ring this week", bg="На кого да се обадите тази седмица"
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет список: кому позвонить и почему, по строке на клиента.",
    en="You would see whom to ring and why, one line a client.",
    bg="Тук ще е списъкът на кого да се обадите и защо, по ред за клиент.",
)
TITLE: Final = Text(
    ru="Кому звонить: {clients}; с просроченным обещанием: {late}",
    en="{clients} to ring, {late} with a promise overdue",
    bg="За обаждане: {clients}; с просрочено обещание: {late}",
)
TITLE_CALM: Final = Text(
    ru="На эту неделю в списке {clients}",
    en="{clients} to ring this week",
    bg="За тази седмица в списъка: {clients}",
)
NOBODY: Final = Text(
    ru="На этой неделе звонить некому: всё сделано",
    en="Nobody needs a call this week: everything is done",
    bg="Тази седмица няма на кого да се обадите: всичко е свършено",
)
NOBODY_HINT: Final = Text(
    ru="Выберите другого менеджера.", en="Choose another manager.", bg="Изберете друг мениджър."
)
SUBTITLE: Final = Text(
    ru="Клиенты, у которых что-то просрочено или наступает за 7 дней, на {day}. Сначала самые срочные, среди "
    "равных – с большими открытыми сделками",
    en="Clients with something overdue or due within 7 days, as of {day}. The most urgent first; of equals, those "
    "with more money in open deals",
    bg="Клиенти с нещо просрочено или предстоящо до 7 дни, към {day}. Първо най-спешните; при равни – с повече "
    "пари в отворени сделки",
)
FOOT: Final = Text(
    ru="Вес – сумма причин: обещанное и неподтверждённое 5, срок предложения и план развития 4, передача, "
    "тендер и сон дольше своего ритма 3, долгое молчание 2, опрос, письмо и день рождения 1. ▼ – есть просроченное. "
    "Менеджер – тот, кто ведёт клиента.",
    en="The weight adds up the reasons: promises and offers not confirmed 5, expiring offers and plans 4, hand-overs, "
    "tenders and no order beyond the client's own rhythm 3, a long silence 2, surveys, letters and birthdays 1. "
    "▼ means something is overdue. The manager is the client's.",
    bg="Тежестта е сбор от причините: обещано и непотвърдено 5, изтичаща оферта и план за развитие 4, предаване, "
    "търг и пауза над собствения ритъм 3, дълго мълчание 2, анкета, писмо и рожден ден 1. ▼ значи, че има "
    "просрочено. Мениджърът е този на клиента.",
)
MANAGER: Final = Text(ru="Чьи клиенты", en="Whose clients", bg="Чии клиенти")
ALL: Final = Text(ru="все менеджеры", en="all managers", bg="всички мениджъри")
CLIENT: Final = Text(ru="Клиент", en="Client", bg="Клиент")
WHY: Final = Text(ru="Почему", en="Why", bg="Защо")
WHOM: Final = Text(ru="Кого спросить", en="Ask for", bg="Контакт")
DEALS: Final = Text(ru="В сделках", en="Open deals", bg="В сделки")
WHOSE: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")
URGENCY: Final = Text(ru="Вес", en="Weight", bg="Тежест")
PROMISED: Final = Text(ru="обещано до {day}", en="promised by {day}", bg="обещано до {day}")
PROMISED_WHAT: Final = Text(
    ru="обещано до {day}: {what}", en="promised by {day}: {what}", bg="обещано до {day}: {what}"
)
SILENT: Final = Text(
    ru="{days} без контакта при норме {norm}",
    en="no contact for {days}, the norm is {norm}",
    bg="{days} без контакт при норма {norm}",
)
SILENT_OF: Final = Text(
    ru="приоритет {priority}, {days} без контакта при норме {norm}",
    en="priority {priority}, no contact for {days}, the norm is {norm}",
    bg="приоритет {priority}, {days} без контакт при норма {norm}",
)
PLAN: Final = Text(
    ru="план развития, срок {day}: {what}",
    en="development plan, due {day}: {what}",
    bg="план за развитие, срок {day}: {what}",
)
ASLEEP: Final = Text(
    ru="{silent} без заказа, обычный перерыв {usual}",
    en="no order for {silent}, the usual gap is {usual}",
    bg="{silent} без поръчка, обичайната пауза е {usual}",
)
ASLEEP_ONCE: Final = Text(
    ru="{silent} после единственного заказа",
    en="{silent} since the only order",
    bg="{silent} след единствената поръчка",
)
SURVEY: Final = Text(
    ru="опросить после выполнения: {orders}",
    en="survey after completion: {orders}",
    bg="анкета след изпълнение: {orders}",
)
