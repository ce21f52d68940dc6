"""What the page on sleeping clients says."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

NAME: Final = Text(ru="Кому позвонить: спящие", en="Whom to ring: clients asleep", bg="На кого да звъним: заспали")
LATE_NAME: Final = Text(ru="Кто задерживается", en="Clients that are late", bg="Кой закъснява")
WOULD_SHOW: Final = Text(
    ru="Здесь будет список клиентов, которые молчат дольше, чем позволяет их ритм, начиная с самых денежных.",
    en="You would see the clients that are silent for longer than their rhythm allows, the most money first.",
    bg="Тук ще са клиентите, които мълчат по-дълго, отколкото позволява ритъмът им, с най-големите суми отгоре.",
)
TITLE: Final = Text(
    ru="Спящие клиенты: {share}; за год до этого они купили на {money}",
    en="Clients asleep: {share}; in the year before, they bought for {money}",
    bg="Заспали клиенти: {share}; през годината преди това са купили за {money}",
)
NONE: Final = Text(ru="Ни один клиент не спит", en="No client is asleep", bg="Няма заспали клиенти")
LATE_TITLE: Final = Text(
    ru="Задерживаются с заказом: {share}; за год они купили на {money}",
    en="Clients late with an order: {share}; in a year they bought for {money}",
    bg="Закъсняващи с поръчка: {share}; за година са купили за {money}",
)
LATE_NONE: Final = Text(ru="Ни один клиент не задерживается", en="No client is late", bg="Няма закъсняващи клиенти")
SUBTITLE: Final = Text(
    ru="Клиенты, у которых молчание дольше {level} их перерывов, по дате последнего заказа, на {day}. Сначала самые денежные",
    en="Clients whose silence is longer than {level} of their gaps, by the day of the last order, as of {day}. The most money first",
    bg="Клиенти, чието мълчание е по-дълго от {level} от паузите им, по дата на последната поръчка, към {day}. Първо с най-големи суми",
)
COLUMNS: Final = (
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="На кону", en="At stake", bg="На карта"),
    Text(ru="Почему в списке", en="Why it is here", bg="Защо е в списъка"),
    Text(ru="Последний контакт", en="Last contact", bg="Последен контакт"),
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
)
WHY: Final = Text(
    ru="ритм {usual}, молчит {silent} (предел {limit})",
    en="rhythm {usual}, silent {silent} (limit {limit})",
    bg="ритъм {usual}, мълчи {silent} (граница {limit})",
)
WHY_ONCE: Final = Text(
    ru="один заказ, молчит {silent} (предел {limit})",
    en="one order, silent {silent} (limit {limit})",
    bg="една поръчка, мълчи {silent} (граница {limit})",
)
FOOT: Final = Text(
    ru="Ритм – средний перерыв между заказами. Предел считается для каждого клиента: дольше него бывает {rest} его "
    "перерывов; при малом числе заказов он шире и учитывает ритм остальных, при одном заказе – срок, за который {level} вернувшихся заказали снова. На кону – покупки за год до последнего "
    "заказа. Доля {level} и срок {gone}, после которого клиент считается ушедшим, задаются в правилах.",
    en="The rhythm is the mean gap between orders. The limit is each client's own: {rest} of its gaps are longer; "
    "with few orders it is wider and leans on the rhythm of the others, with one order it is the time in which {level} of those who came back did so. At stake is what was bought in the year up to "
    "the last order. The share {level}, and the {gone} after which a client counts as gone, are set in the rules.",
    bg="Ритъмът е средната пауза между поръчките. Границата е за всеки клиент: по-дълги са {rest} от паузите му; при "
    "малко поръчки е по-широка и се опира и на ритъма на останалите, а при една е срокът, в който {level} от върналите се са поръчали пак. На карта е купеното през годината до последната "
    "поръчка. Делът {level} и срокът {gone}, след който клиентът се смята за отишъл си, се задават в правилата.",
)
MORE: Final = Text(
    ru="В списке первые {shown} из {all}.",
    en="Listed are the first {shown} of {all}.",
    bg="Показани са първите {shown} от {all}.",
)
UNKNOWN: Final = Text(
    ru="Судить не о ком: повторных заказов пока слишком мало",
    en="Nobody can be judged: there are too few repeat orders yet",
    bg="За никого не може да се съди: повторните поръчки още са твърде малко",
)

MANAGERS_NAME: Final = Text(ru="У кого спят клиенты", en="Whose clients are asleep", bg="Чии клиенти са заспали")
MANAGERS_TITLE: Final = Text(
    ru="Больше всего спящих у менеджера {manager}: {share}",
    en="{manager} has the most clients asleep: {share}",
    bg="Най-много заспали има {manager}: {share}",
)
MANAGERS_EVEN: Final = Text(
    ru="Спящие клиенты есть у многих: больше всего, по {n}, у {managers}",
    en="Several managers have clients asleep: at most {n}, with {managers}",
    bg="Заспали клиенти има при мнозина: най-много, по {n}, имат {managers}",
)
MANAGERS_SUBTITLE: Final = Text(
    ru="Спящие клиенты по менеджеру последнего заказа, на {day}",
    en="Clients asleep by the manager of their last order, as of {day}",
    bg="Заспали клиенти по мениджър на последната поръчка, към {day}",
)
OF_CLIENTS: Final = Text(ru="Из его клиентов", en="Of their clients", bg="От клиентите му")
ASLEEP: Final = Text(ru="Спящих клиентов", en="Clients asleep", bg="Заспали клиенти")
NO_MANAGER: Final = Text(ru="не указан", en="not stated", bg="не е посочен")
MANAGERS_FOOT: Final = Text(
    ru="Число и доля ни с кем не сравниваются: клиенты у менеджеров разные.",
    en="Numbers and shares are compared with nobody's: managers have clients of different kinds.",
    bg="Числата и дяловете не се сравняват: клиентите на мениджърите са различни.",
)

BACK_NAME: Final = Text(ru="Кто вернулся", en="Who came back", bg="Кой се върна")
BACK_MORE: Final = Text(
    ru="Спящие, с которыми был контакт, возвращались чаще: {touched} против {left}",
    en="Sleeping clients who were contacted came back more often: {touched} against {left}",
    bg="Заспалите клиенти с контакт се връщаха по-често: {touched} срещу {left}",
)
BACK_LESS: Final = Text(
    ru="Спящие, с которыми был контакт, возвращались реже: {touched} против {left}",
    en="Sleeping clients who were contacted came back less often: {touched} against {left}",
    bg="Заспалите клиенти с контакт се връщаха по-рядко: {touched} срещу {left}",
)
BACK_SAME: Final = Text(
    ru="С контактом и без него спящие возвращались одинаково часто: {touched} и {left}",
    en="With a contact or without, sleeping clients came back about as often: {touched} and {left}",
    bg="С контакт и без него заспалите се връщаха почти еднакво често: {touched} и {left}",
)
BACK_UNKNOWN: Final = Text(
    ru="Возвращают ли контакты спящих клиентов, пока не видно: вернулись {all}",
    en="Whether contacts bring sleeping clients back cannot be told yet: {all} came back",
    bg="Дали контактите връщат заспалите клиенти, още не личи: върнали са се {all}",
)
BACK_SUBTITLE: Final = Text(
    ru="Клиенты, спавшие на {day}, и заказали ли они снова за {days}, по дате заказа",
    en="Clients asleep on {day}, and whether they ordered again within {days}, by order date",
    bg="Клиенти, заспали към {day}, и поръчали ли са пак до {days}, по дата на поръчка",
)
TOUCHED: Final = Text(ru="Был контакт до заказа", en="Contacted before ordering", bg="С контакт преди поръчката")
LEFT: Final = Text(ru="Без контакта", en="Not contacted", bg="Без контакт")
BACK_FOOT: Final = Text(
    ru="Контакт – любой состоявшийся после {day} и до заказа. Вернувшиеся без контакта показывают, сколько вернулось бы "
    "само. Кому звонить, выбирал менеджер, поэтому разница может быть и в выборе; а кто заказал сразу, тому позвонить не успели. Срок задаётся в правилах.",
    en="A contact is any held after {day} and before the order. Those who came back without one show how many do so by "
    "themselves. Managers chose whom to contact, so the difference may lie in the choice; and whoever ordered at once left no time for a contact. The time is set in the rules.",
    bg="Контакт е всеки проведен след {day} и преди поръчката. Върналите се без контакт показват колко се връщат сами. "
    "Мениджърите са избирали на кого да звънят, затова разликата може да е в избора; а с поръчалите веднага не е имало време за контакт. Срокът се задава в правилата.",
)
BACK_EXTRA: Final = Text(
    ru="За вычетом тех, кто вернулся бы сам, контакты вернули ≈{extra} из {n} (от {low} до {high}).",
    en="Less those who would have come back by themselves, contacts brought back ≈{extra} of {n} ({low} to {high}).",
    bg="Без онези, които биха се върнали сами, контактите са върнали ≈{extra} от {n} (от {low} до {high}).",
)
BACK_LOT: Final = Text(
    ru="Чтобы узнать наверняка: поделите список спящих жребием пополам, звоните одной половине и через {days} сравните.",
    en="To know for certain: halve the list of sleeping clients by lot, ring one half, and compare after {days}.",
    bg="За да се знае със сигурност: разделете списъка на заспалите по жребий, звънете на едната половина и сравнете след {days}.",
)
BACK_NOBODY: Final = Text(
    ru="На {day} ни один клиент не спал, возвращать было некого",
    en="No client was asleep on {day}: there was nobody to bring back",
    bg="Към {day} няма заспали клиенти, нямаше кого да връщаме",
)

REPEAT_NAME: Final = Text(ru="Кто купил повторно", en="Who bought again", bg="Кой купи повторно")
REPEAT_WOULD: Final = Text(
    ru="Здесь будет видно, какая доля покупавших клиентов вернулась за вторым заказом.",
    en="You would see what share of the clients who bought has come back for a second order.",
    bg="Тук ще се вижда какъв дял от купилите клиенти се е върнал за втора поръчка.",
)
REPEAT_TITLE: Final = Text(
    ru="Купили повторно {share} покупавших клиентов",
    en="{share} of the clients who bought have bought again",
    bg="Повторно са купили {share} от купилите клиенти",
)
REPEAT_SUBTITLE: Final = Text(
    ru="Клиенты с заказами в два разных дня или больше, из купивших хоть раз, по дате первого заказа, на {day}",
    en="Clients who ordered on two days or more, of those who bought at all, by the day of the first order, as of {day}",
    bg="Клиенти с поръчки в два различни дни или повече, от купилите поне веднъж, по дата на първата поръчка, към {day}",
)
EVERYBODY: Final = Text(ru="Все покупавшие", en="Everybody who bought", bg="Всички купили")
REPEAT_SINCE: Final = Text(
    ru="Первый заказ {days} дней назад или раньше",
    en="First order {days} days ago or earlier",
    bg="Първа поръчка преди {days} дни или по-рано",
)
REPEAT_OF: Final = Text(ru="Знаменатель", en="Denominator", bg="Знаменател")
REPEAT_FOOT: Final = Text(
    ru="Кто купил недавно, у того было мало времени на второй заказ, поэтому рядом те, чей первый заказ давно. Возвраты и "
    "отменённые заказы покупками не считаются, заказы без клиента не входят. В скобках 95 % интервал.",
    en="Whoever bought lately has had little time for a second order, so beside them stand those whose first order is long past. "
    "Returns and cancelled orders are no purchases, orders that name no client are left out. In brackets the 95% interval.",
    bg="Купилите наскоро са имали малко време за втора поръчка, затова до тях са тези с отдавнашна първа поръчка. Връщанията и "
    "отказаните поръчки не са покупки, поръчките без клиент не влизат. В скоби е 95% интервал.",
)

SECOND_NAME: Final = Text(ru="Второе мнение", en="A second opinion", bg="Второ мнение")
SECOND_SHOW: Final = Text(
    ru="Здесь модель BG/NBD скажет, о ком из спящих она думает так же, как правило ритма.",
    en="You would see of which sleeping clients the BG/NBD model thinks as the rule of rhythm does.",
    bg="Тук моделът BG/NBD ще каже за кои от заспалите мисли като правилото за ритъма.",
)
SECOND_TITLE: Final = Text(
    ru="Спящие с повторными заказами, которых модель считает ушедшими: {share}",
    en="Sleeping repeat clients that the model takes for gone: {share}",
    bg="Заспали с повторни поръчки, които моделът смята за отишли си: {share}",
)
SECOND_NONE: Final = Text(
    ru="Среди спящих нет клиентов с повторными заказами, модели судить не о ком",
    en="No sleeping client has ordered twice, so the model has nobody to judge",
    bg="Сред заспалите няма клиенти с повторни поръчки, моделът няма за кого да съди",
)
SECOND_SUBTITLE: Final = Text(
    ru="Спящие клиенты по вероятности, что они ещё с нами, по датам заказов, на {day}",
    en="Clients asleep by the probability that they are still clients, by order dates, as of {day}",
    bg="Заспали клиенти според вероятността още да са ни клиенти, по дати на поръчките, към {day}",
)
SECOND_GONE: Final = Text(
    ru="Скорее ушли (меньше 50 %)", en="Rather gone (under 50%)", bg="По-скоро отишли си (под 50%)"
)
SECOND_ALIVE: Final = Text(
    ru="Скорее вернутся (от 50 %)", en="Rather still there (50% or more)", bg="По-скоро още са клиенти (от 50%)"
)
SECOND_ONCE: Final = Text(
    ru="Один заказ: модель не судит", en="One order: not judged", bg="Една поръчка: моделът не съди"
)
SECOND_HEAD: Final = Text(ru="Спящих клиентов", en="Clients asleep", bg="Заспали клиенти")
SECOND_STAKE: Final = Text(ru="На кону", en="At stake", bg="На карта")
SECOND_FOOT: Final = Text(
    ru="Модель BG/NBD (Фейдер, Харди, Ли, 2005) по {clients}: заказы случайны, уйти клиент может после любого из них. "
    "Она медленнее замечает молчание регулярных клиентов, чем правило ритма. Работает от {least} клиентов.",
    en="The BG/NBD model (Fader, Hardie and Lee 2005) from {clients}: orders come by chance, and a client may leave after "
    "any of them. It notices the silence of regular clients later than the rule of rhythm. It takes {least} clients.",
    bg="Моделът BG/NBD (Фейдър, Харди, Лий, 2005) по {clients}: поръчките са случайни, а клиент може да си отиде след всяка. "
    "Забелязва мълчанието на редовните клиенти по-късно от правилото за ритъма. Нужни са поне {least} клиенти.",
)
SECOND_FEW: Final = Text(
    ru="Для второго мнения нужно от {least} клиентов с заказами, а есть {n}",
    en="A second opinion takes {least} clients with orders, and there are {n}",
    bg="За второ мнение са нужни поне {least} клиенти с поръчки, а има {n}",
)
SECOND_RUNAWAY: Final = Text(
    ru="Второго мнения нет: заказы здесь регулярнее случайных, и модель BG/NBD не видит, что клиенты вообще уходят",
    en="There is no second opinion: orders are more regular than chance, and BG/NBD sees no client leave at all",
    bg="Второ мнение няма: поръчките са по-редовни от случайни и моделът BG/NBD не вижда клиенти да си отиват",
)
