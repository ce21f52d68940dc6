"""The words of the calendar of clients."""

from __future__ import annotations

from typing import Final

from ..metrics.client_calendar import BIRTHDAY, CONFIRM, EXPIRY, HANDOVER, LETTER, TENDER
from ..model.text import Text
from ..text.plural import Forms

DUTY_FORMS: Final = Forms(
    ru_one="дело",
    ru_few="дела",
    ru_many="дел",
    en_one="duty",
    en_other="duties",
    bg_one="задача",
    bg_other="задачи",
)
WORKING_DAYS: Final = Forms(
    ru_one="рабочий день",
    ru_few="рабочих дня",
    ru_many="рабочих дней",
    en_one="working day",
    en_other="working days",
    bg_one="работен ден",
    bg_other="работни дни",
)

NAME: Final = Text(ru="Что пора сделать", en="What is due", bg="Какво предстои")
WOULD_SHOW: Final = Text(
    ru="Здесь будут тендеры, предложения, передачи клиентов, письма и дни рождения по дням.",
    en="You would see tenders, offers, hand-overs, letters and birthdays, day by day.",
    bg="Тук ще са търговете, офертите, предаването на клиенти, писмата и рождените дни по дни.",
)
OVERDUE_TITLE: Final = Text(
    ru="Просрочено: {overdue}; впереди: {ahead}",
    en="{overdue} overdue, {ahead} ahead",
    bg="Просрочени: {overdue}; предстоят: {ahead}",
)
AHEAD_TITLE: Final = Text(
    ru="Просроченного нет; впереди: {ahead}",
    en="Nothing is overdue; {ahead} ahead",
    bg="Няма просрочени; предстоят: {ahead}",
)
NOTHING_DUE: Final = Text(
    ru="На выбранное время дел нет",
    en="Nothing is due in the time chosen",
    bg="За избраното време няма задачи",
)
NOTHING_HINT: Final = Text(
    ru="Выберите другой вид дел или загляните дальше вперёд.",
    en="Choose another kind, or look further ahead.",
    bg="Изберете друг вид задачи или погледнете по-напред.",
)
SUBTITLE: Final = Text(
    ru="Открытые дела по сроку, на {day}. Сначала самые просроченные",
    en="Open duties by the day they are due, as of {day}. The longest overdue first",
    bg="Открити задачи по срок, към {day}. Първо най-просрочените",
)
FOOT: Final = Text(
    ru="▼ – просрочено. К тендеру готовятся за {months} мес., напоминание за {ahead} дн. до начала; тендер, день "
    "которого назван в сделке, уже готовится. Предложение подтверждают за {confirm}, о конце срока "
    "напоминают за {warn}. Клиента передают через {hand} мес. после первого договора. Письмо просят "
    "{letter} дн. после оценки от {rating}. Всё это задано в правилах.",
    en="▼ means overdue. A tender is prepared {months} months ahead, announced {ahead} days before; one whose day "
    "a deal names is under way. An offer is confirmed within {confirm}; its end is announced {warn} "
    "ahead. A client is handed over {hand} months after the first contract. A letter is asked for "
    "during {letter} days after a rating of {rating} or more. All this is set in the rules.",
    bg="▼ значи просрочено. За търг се готвят {months} мес. по-рано, с напомняне {ahead} дни преди това; търг, "
    "чийто ден е посочен в сделка, вече се готви. Офертата се потвърждава до {confirm}; за края ѝ се "
    "напомня {warn} по-рано. Клиентът се предава {hand} мес. след първия договор. Писмо се иска {letter} "
    "дни след оценка от {rating} нагоре. Всичко това е зададено в правилата.",
)
UNTOLD: Final = Text(
    ru="Данные не говорят о таких делах: {kinds}.",
    en="The data do not tell of: {kinds}.",
    bg="Данните не казват нищо за: {kinds}.",
)
KIND: Final = Text(ru="Вид дела", en="Kind", bg="Вид задача")
ALL_KINDS: Final = Text(ru="все дела", en="all kinds", bg="всички задачи")
AHEAD: Final = Text(ru="Срок", en="How far ahead", bg="Колко напред")
AHEAD_OPTIONS: Final = {
    "0": Text(ru="просроченное и сегодня", en="overdue and today", bg="просрочени и днес"),
    "7": Text(ru="на 7 дней вперёд", en="7 days ahead", bg="7 дни напред"),
    "30": Text(ru="на 30 дней вперёд", en="30 days ahead", bg="30 дни напред"),
    "90": Text(ru="на 90 дней вперёд", en="90 days ahead", bg="90 дни напред"),
}
COLUMNS: Final = (
    Text(ru="Срок", en="Due", bg="Срок"),
    Text(ru="Что сделать", en="What to do", bg="Какво да се направи"),
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Почему", en="Why", bg="Защо"),
)
WHAT: Final = {
    TENDER: Text(
        ru="начать подготовку к тендеру", en="start preparing the tender", bg="начало на подготовка за търг"
    ),
    CONFIRM: Text(ru="подтвердить предложение", en="confirm the offer", bg="потвърждаване на оферта"),
    EXPIRY: Text(
        ru="продлить или закрыть предложение",
        en="renew or close the offer",
        bg="подновяване или приключване на оферта",
    ),
    HANDOVER: Text(ru="передать клиента", en="hand the client over", bg="предаване на клиента"),
    LETTER: Text(
        ru="попросить рекомендательное письмо",
        en="ask for a letter of recommendation",
        bg="искане на препоръчително писмо",
    ),
    BIRTHDAY: Text(ru="поздравить с днём рождения", en="wish a happy birthday", bg="поздрав за рожден ден"),
}
KINDS: Final = {
    TENDER: Text(ru="тендеры", en="tenders", bg="търгове"),
    CONFIRM: Text(ru="подтверждение предложений", en="offers to confirm", bg="оферти за потвърждаване"),
    EXPIRY: Text(ru="сроки предложений", en="offers that expire", bg="изтичащи оферти"),
    HANDOVER: Text(ru="передача клиентов", en="hand-overs", bg="предаване на клиенти"),
    LETTER: Text(ru="рекомендательные письма", en="letters of recommendation", bg="препоръчителни писма"),
    BIRTHDAY: Text(ru="дни рождения", en="birthdays", bg="рождени дни"),
}
WHY: Final = {
    TENDER: Text(
        ru="тендер {day}, сделки ещё нет", en="tender on {day}, no deal yet", bg="търг на {day}, още няма сделка"
    ),
    CONFIRM: Text(
        ru="отправлено {day}, не подтверждено",
        en="sent on {day}, not confirmed",
        bg="изпратена на {day}, без потвърждение",
    ),
    EXPIRY: Text(ru="действует до {day}", en="valid until {day}", bg="валидна до {day}"),
    HANDOVER: Text(
        ru="первый договор {day}, передача не отмечена",
        en="first contract on {day}, no hand-over on record",
        bg="първи договор на {day}, няма отбелязано предаване",
    ),
    LETTER: Text(ru="хорошая оценка {day}", en="a good rating on {day}", bg="добра оценка на {day}"),
    BIRTHDAY: Text(ru="день рождения {day}", en="birthday on {day}", bg="рожден ден на {day}"),
}
EXPIRED: Final = Text(
    ru="истекло {day}, сделка открыта",
    en="expired on {day}, the deal is open",
    bg="изтекла на {day}, сделката е отворена",
)

KINDS_NAME: Final = Text(ru="Просрочено, по видам дел", en="Overdue, by kind", bg="Просрочено, по вид задача")
KINDS_TITLE: Final = Text(
    ru="Больше всего просрочено: {kind}, {n}",
    en="Most overdue: {kind}, {n}",
    bg="Най-много просрочени: {kind}, {n}",
)
KINDS_NONE: Final = Text(ru="Ни одно дело не просрочено", en="No duty is overdue", bg="Няма просрочени задачи")
KINDS_SUBTITLE: Final = Text(
    ru="Открытые дела, срок которых прошёл, на {day}",
    en="Open duties whose day has passed, as of {day}",
    bg="Открити задачи с изтекъл срок, към {day}",
)

CONFIRMED_NAME: Final = Text(
    ru="Подтверждение предложений, по менеджерам",
    en="Offers confirmed, by manager",
    bg="Потвърдени оферти, по мениджъри",
)
CONFIRMED_SUBTITLE: Final = Text(
    ru="Доля предложений, подтверждённых в срок ({n}), по дате отправки, {period}",
    en="Share of offers confirmed in time ({n}), by the day of sending, {period}",
    bg="Дял на офертите, потвърдени в срок ({n}), по дата на изпращане, {period}",
)
CONFIRMED_LESS: Final = Text(
    ru="{who}: предложения подтверждаются в срок реже, чем у остальных",
    en="{who}: offers are confirmed in time less often than the rest's",
    bg="{who}: офертите се потвърждават в срок по-рядко, отколкото при останалите",
)
CONFIRMED_MORE: Final = Text(
    ru="{who}: предложения подтверждаются в срок чаще, чем у остальных",
    en="{who}: offers are confirmed in time more often than the rest's",
    bg="{who}: офертите се потвърждават в срок по-често, отколкото при останалите",
)
CONFIRMED_ALIKE: Final = Text(
    ru="В срок {share}; никто доказанно не отличается от остальных",
    en="{share} in time; nobody is proven to differ from the rest",
    bg="В срок са {share}; за никого не е доказано, че се различава",
)

DOSSIER_NAME: Final = Text(
    ru="Досье ключевых клиентов", en="Dossiers of key clients", bg="Досиета на ключовите клиенти"
)
DOSSIER_WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, чего не хватает в досье ключевых клиентов.",
    en="You would see what is missing from the dossiers of key clients.",
    bg="Тук ще се вижда какво липсва в досиетата на ключовите клиенти.",
)
DOSSIER_TITLE: Final = Text(
    ru="Чаще всего в досье нет поля «{field}»: {share}",
    en="The dossiers most often lack “{field}”: {share}",
    bg="В досиетата най-често липсва „{field}“: {share}",
)
DOSSIER_FULL: Final = Text(
    ru="Досье всех ключевых клиентов заполнены",
    en="The dossiers of all key clients are complete",
    bg="Досиетата на всички ключови клиенти са пълни",
)
DOSSIER_SUBTITLE: Final = Text(
    ru="Сколько ключевых клиентов без этого поля, из всех ключевых, на {day}",
    en="How many key clients lack the field, of all key clients, as of {day}",
    bg="Колко ключови клиенти са без това поле, от всички ключови, към {day}",
)
DOSSIER_FOOT: Final = Text(
    ru="Заполнено всего {share} полей досье.",
    en="{share} of all fields are filled in.",
    bg="Попълнени са {share} от всички полета.",
)
