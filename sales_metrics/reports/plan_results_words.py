"""The words about what clients with finished actions bought afterwards."""

from __future__ import annotations

from typing import Final

from ..model.panel import Verdict
from ..model.text import Text

NAME: Final = Text(
    ru="Что купили клиенты с планом", en="What clients with a plan bought", bg="Какво купиха клиентите с план"
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет, что изменилось у клиентов после первого сделанного действия плана сверх того, что за те же дни "
    "изменилось у таких же клиентов без плана.",
    en="You would see what changed after the first finished action of a client's plan, beyond what changed in the same "
    "days among clients of the same kind without a plan.",
    bg="Тук ще е какво се е променило след първото изпълнено действие от плана на клиента, над промяната през същите "
    "дни при такива клиенти без план.",
)
NOT_YET: Final = Text(
    ru="Ни у одного клиента не прошло {days} дней после первого сделанного действия плана",
    en="No client has had {days} days yet since the first finished action of its plan",
    bg="За никой клиент не са минали {days} дни след първото изпълнено действие от плана",
)
NO_OTHERS: Final = Text(
    ru="Сравнить не с кем: таких же клиентов без плана, покупавших в те же дни, нет",
    en="There is nobody to compare with: no client of the same kind without a plan",
    bg="Няма с кого да се сравни: няма такива клиенти без план",
)
MORE: Final = Text(
    ru="После сделанного действия клиенты прибавили больше, чем такие же без плана: {what}",
    en="After a finished action clients gained more than those without a plan: {what}",
    bg="След изпълнено действие клиентите са добавили повече от тези без план: {what}",
)
LESS: Final = Text(
    ru="После сделанного действия клиенты потеряли против таких же без плана: {what}",
    en="After a finished action clients lost against those without a plan: {what}",
    bg="След изпълнено действие клиентите са загубили спрямо тези без план: {what}",
)
BOTH: Final = Text(
    ru="После сделанного действия больше, чем без плана: {what}; меньше: {less}",
    en="After a finished action more than without a plan: {what}; less: {less}",
    bg="След изпълнено действие повече, отколкото без план: {what}; по-малко: {less}",
)
ALIKE: Final = Text(
    ru="После сделанного действия клиенты покупали почти так же, как такие же без плана",
    en="After a finished action clients bought about as those without a plan did",
    bg="След изпълнено действие клиентите са купували почти както тези без план",
)
UNKNOWN: Final = Text(
    ru="Пока не видно, меняют ли планы покупки клиентов",
    en="It cannot be told yet whether plans change what clients buy",
    bg="Още не личи дали плановете променят покупките на клиентите",
)
TOO_FEW: Final = Text(
    ru="Клиентов с планом слишком мало ({n}), чтобы что-то доказать",
    en="Too few clients with a plan ({n}) to prove anything",
    bg="Клиентите с план са твърде малко ({n}), за да се докаже нещо",
)
SUBTITLE: Final = Text(
    ru="В среднем на клиента за {days} дней до и {days} дней начиная с первого сделанного действия, по дате заказа; "
    "клиентов с планом {n}, таких же без плана {m}, без фильтров",
    en="Mean per client over {days} days before and {days} days from the first finished action on, by order date; "
    "{n} clients with a plan, {m} of their kind without, filters aside",
    bg="Средно на клиент за {days} дни преди и {days} дни от първото изпълнено действие нататък, по дата на "
    "поръчката; клиенти с план {n}, такива без план {m}, без филтри",
)
HEADS: Final = (
    Text(ru="Показатель", en="Figure", bg="Показател"),
    Text(ru="Клиенты", en="Clients", bg="Клиенти"),
    Text(ru="До", en="Before", bg="Преди"),
    Text(ru="После", en="After", bg="След"),
    Text(ru="Сверх остальных", en="Beyond the others", bg="Над останалите"),
    Text(ru="Вывод и интервал", en="What it says, and the interval", bg="Извод и интервал"),
)
FIGURES: Final = {
    "revenue": Text(ru="Выручка на клиента", en="Revenue per client", bg="Приходи на клиент"),
    "orders": Text(ru="Заказов на клиента", en="Orders per client", bg="Поръчки на клиент"),
    "groups": Text(ru="Групп товаров на клиента", en="Product groups per client", bg="Продуктови групи на клиент"),
}
WITH_PLAN: Final = Text(ru="с планом", en="with a plan", bg="с план")
WITHOUT_PLAN: Final = Text(ru="без плана", en="without a plan", bg="без план")
SAYS: Final = {
    Verdict.BETTER: Text(
        ru="больше, чем без плана", en="more than without a plan", bg="повече, отколкото без план"
    ),
    Verdict.WORSE: Text(
        ru="меньше, чем без плана", en="less than without a plan", bg="по-малко, отколкото без план"
    ),
    Verdict.SAME: Text(ru="почти так же", en="about the same", bg="почти същото"),
    Verdict.CANNOT_TELL: Text(ru="пока не видно", en="cannot tell yet", bg="още не личи"),
}
CANNOT: Final = Text(
    ru="не видно: ещё {more} клиентов",
    en="cannot tell: {more} more clients",
    bg="не личи: още {more} клиенти",
)
FOOT: Final = Text(
    ru="Значение имеет изменение от {delta} прежнего уровня; столько клиентов нужно, чтобы его увидеть. Интервалы "
    "верны для всех показателей вместе в 95 % случаев. Клиенты без плана берутся того же вида ({kind}) и в дни "
    "всех клиентов с планом этого вида, поровну. Вероятности, что такие же разности дал бы случай: {chances}.",
    en="A change from {delta} of the level before matters; so many clients it takes to see one. The intervals hold for "
    "all figures together in 95% of cases. Clients without a plan are of the same kind ({kind}) and are taken "
    "over the days of all with a plan of that kind, each as much as the next. Chances that gaps as large come by "
    "accident: {chances}.",
    bg="Значение има промяна от {delta} от предишното равнище; толкова клиенти са нужни, за да се види. Интервалите "
    "важат за всички показатели заедно в 95% от случаите. Клиентите без план са от същия вид ({kind}) и се вземат в "
    "дните на всички клиенти с план от този вид, поравно. Вероятности такива разлики да са случайни: {chances}.",
)
KINDS: Final = {
    "size": Text(ru="размер", en="size", bg="размер"),
    "segment": Text(ru="сегмент", en="segment", bg="сегмент"),
    "priority": Text(ru="приоритет", en="priority", bg="приоритет"),
    "": Text(ru="все вместе", en="all together", bg="всички заедно"),
}
RETURN: Final = Text(
    ru="План получают те, у кого было непривычно мало или много, и часть этого возвращается сама. До действия клиенты с "
    "планом покупали на {own}, такие же без плана – на {others}: чем дальше эти числа, тем осторожнее вывод. "
    "Надёжнее решать жребием, кому план достанется первым.",
    en="Clients get a plan because something was unusually low or high, and part of that returns by itself. Before the "
    "action those with a plan bought for {own}, others of their kind for {others}: the further apart, the more careful "
    "the conclusion. Drawing lots for who gets a plan first would tell more surely.",
    bg="План получават клиенти, при които нещо е било необичайно малко или много, и част от това се връща от само "
    "себе си. Преди действието тези с план са купували за {own}, такива без план – за {others}: колкото по-далеч, "
    "толкова по-предпазлив е изводът. По-сигурно е жребий да реши кой пръв получава план.",
)
LEFT_OUT: Final = Text(
    ru="Клиенты с планом, которые не в счёт: {who}.",
    en="Clients with a plan that are left out: {who}.",
    bg="Клиенти с план, които не се броят: {who}.",
)
APART: Final = (
    Text(
        ru="{n} – дни после действия ещё не прошли",
        en="{n} whose days after the action are not over",
        bg="{n} – дните след действието не са изтекли",
    ),
    Text(
        ru="{n} – ещё не покупали, когда начинается сравнение",
        en="{n} who had not bought yet when the comparison begins",
        bg="{n} – още не са купували в началото на сравнението",
    ),
    Text(
        ru="{n} – нет таких же без плана",
        en="{n} with nobody of their kind without a plan",
        bg="{n} – няма такива без план",
    ),
)

LIST_NAME: Final = Text(
    ru="Клиенты после действия плана", en="Clients after a plan's action", bg="Клиенти след действие от плана"
)
LIST_TITLE: Final = Text(
    ru="После сделанного действия больше купили {share} клиентов с планом",
    en="After a finished action {share} clients with a plan bought more",
    bg="След изпълнено действие повече са купили {share} клиенти с план",
)
LIST_TITLE_EARLY: Final = Text(
    ru="Дни после действия ещё не прошли ни у кого",
    en="Nobody's days after the action are over yet",
    bg="За никого дните след действието не са изтекли",
)
LIST_SUBTITLE: Final = Text(
    ru="Выручка, заказы и группы товаров за {days} дней до и после первого сделанного действия, по дате заказа",
    en="Revenue, orders and product groups over {days} days before and after the first finished action, by order date",
    bg="Приходи, поръчки и продуктови групи за {days} дни преди и след първото изпълнено действие, по дата на поръчката",
)
LIST_HEADS: Final = (
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Изменение", en="Change", bg="Промяна"),
    Text(ru="Выручка до", en="Revenue before", bg="Приходи преди"),
    Text(ru="после", en="after", bg="след"),
    Text(ru="Заказы", en="Orders", bg="Поръчки"),
    Text(ru="Группы", en="Groups", bg="Групи"),
    Text(ru="Первое действие", en="First action", bg="Първо действие"),
)
UNTIL: Final = Text(ru="до {day}", en="until {day}", bg="до {day}")
ARROW: Final = Text(ru="{before} → {after}", en="{before} → {after}", bg="{before} → {after}")
LIST_FOOT: Final = Text(
    ru="Кто купил меньше, стоит выше; внизу те, у кого дни после действия ещё идут. Сам по себе один клиент ничего не "
    "доказывает: его изменение вместе с остальными судит таблица выше.",
    en="Who bought less stands higher; at the bottom are those whose days after the action still run. One client by "
    "itself proves nothing: the table above judges the changes together.",
    bg="Който е купил по-малко, стои по-горе; най-долу са тези, чиито дни след действието още текат. Един клиент сам "
    "по себе си не доказва нищо: промените заедно съди таблицата по-горе.",
)
