"""The words of the advice on refusals."""

from __future__ import annotations

from typing import Final

from ..model.text import Text
from .refusal_findings import State

TITLE: Final = Text(ru="Есть что проверить: {who}", en="Worth testing: {who}", bg="Има какво да се провери: {who}")
ITEM: Final = Text(ru="{who} – {reason}", en="{who} – {reason}", bg="{who} – {reason}")
MORE_ITEMS: Final = Text(ru="{items} и ещё {n}", en="{items} and {n} more", bg="{items} и още {n}")
NO_ADVICE: Final = Text(
    ru="Советовать рано: ни одно отличие не прошло всех проверок",
    en="Too early for advice: no difference has passed every test",
    bg="Рано е за съвети: нито една разлика не е минала всички проверки",
)
SUBTITLE: Final = Text(
    ru="Причина, которой менеджер отличается от остальных, или самая частая; отказы {date}, {period}",
    en="The reason by which a manager differs from the rest, or the most frequent one; refusals {date}, {period}",
    bg="Причината, по която мениджърът се различава от останалите, или най-честата; откази {date}, {period}",
)
HEADS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Причина", en="Reason", bg="Причина"),
    Text(ru="У менеджера", en="This manager", bg="При мениджъра"),
    Text(ru="У остальных", en="The rest", bg="При останалите"),
    Text(ru="Разница", en="Difference", bg="Разлика"),
    Text(ru="Что из этого следует", en="What follows", bg="Какво следва"),
)
FOLLOWS: Final = {
    State.FIRES: Text(ru="есть что проверить", en="something to test", bg="има какво да се провери"),
    State.NOT_WITHIN: Text(
        ru="не подтвердилось внутри сегментов или товаров",
        en="does not hold within segments or products",
        bg="не се потвърждава вътре в сегментите или продуктите",
    ),
    State.NOT_MAIN: Text(
        ru="главная ли это причина, не видно",
        en="cannot tell whether it is the main reason",
        bg="не личи дали това е главната причина",
    ),
    State.NOT_PROVEN: Text(ru="отличие не доказано", en="no proven difference", bg="няма доказана разлика"),
    State.UNTOLD: Text(
        ru="слишком много отказов без причины",
        en="too many refusals without a reason",
        bg="твърде много откази без причина",
    ),
    State.TOO_FEW: Text(ru="мало отказов", en="too few refusals", bg="малко откази"),
}
ANOTHER_MAIN: Final = Text(
    ru="главная причина другая: {main}",
    en="the main reason is another: {main}",
    bg="главната причина е друга: {main}",
)
PRACTICALLY: Final = Text(
    ru="практически как у остальных", en="practically like the rest", bg="практически като останалите"
)

HYPOTHESIS: Final = Text(
    ru="Предположение. {who}: {reason} – главная причина, и звучит она чаще, чем у остальных ({share}, у остальных "
    "{rest}; разница {difference}). Стоит попробовать: {advice} Как проверить: {check}",
    en="A hypothesis. {who}: {reason} is the main reason, and comes up more often than with the rest ({share}, the "
    "rest {rest}; difference {difference}). Worth trying: {advice} How to test it: {check}",
    bg="Предположение. {who}: {reason} е главната причина и се чува по-често, отколкото при останалите ({share}, "
    "при останалите {rest}; разлика {difference}). Струва си да се опита: {advice} Как да се провери: {check}",
)
HYPOTHESIS_BLANK: Final = Text(
    ru="Предположение. {who} чаще остальных оставляет отказ без причины ({share}, у остальных {rest}; разница "
    "{difference}). Стоит попробовать: {advice} Как проверить: {check}",
    en="A hypothesis. {who} leaves refusals without a reason more often than the rest ({share}, the rest {rest}; "
    "difference {difference}). Worth trying: {advice} How to test it: {check}",
    bg="Предположение. {who} по-често от останалите оставя отказите без причина ({share}, при останалите {rest}; "
    "разлика {difference}). Струва си да се опита: {advice} Как да се провери: {check}",
)
NO_TEXT: Final = Text(
    ru="послушать пять звонков с таким отказом и решить вместе, что менять.",
    en="listen to five calls that ended this way, and decide together what to change.",
    bg="чуйте пет разговора с такъв отказ и решете заедно какво да се промени.",
)
NO_CHECK: Final = Text(
    ru="сравнить долю этой причины до и после за равное число отказов.",
    en="compare the share of this reason before and after over equal numbers of refusals.",
    bg="сравнете дела на тази причина преди и след това при равен брой откази.",
)
WHY_WITHIN: Final = Text(
    ru="{who}: {reason} чаще, чем у остальных, но {where} отличие {became} (Кокрен – Мантель – Хензель, p {p}). "
    "Дело может быть в том, какие клиенты достались; совета пока нет.",
    en="{who}: {reason} comes up more often than with the rest, but within {where} the difference {became} "
    "(Cochran–Mantel–Haenszel, p {p}). It may lie in which clients there are; no advice yet.",
    bg="{who}: {reason} се среща по-често, отколкото при останалите, но {where} разликата {became} "
    "(Кокран – Мантел – Хензел, p {p}). Може да зависи от клиентите; засега няма съвет.",
)
WHERE: Final = {
    "segment": Text(ru="внутри сегментов", en="segments", bg="вътре в сегментите"),
    "product_group": Text(ru="внутри групп товаров", en="product groups", bg="вътре в продуктовите групи"),
}
VANISHES: Final = Text(ru="не доказано", en="is not proven", bg="не е доказана")
TURNS: Final = Text(ru="обратное", en="is the reverse", bg="е обратна")
WHY_NOT_MAIN: Final = Text(
    ru="{who}: {reason} чаще, чем у остальных, но {main} Совета пока нет.",
    en="{who}: {reason} comes up more often than with the rest, but {main} No advice yet.",
    bg="{who}: {reason} се среща по-често, отколкото при останалите, но {main} Засега няма съвет.",
)
MAIN_OPEN: Final = Text(
    ru="какая причина главная, {first} или {second}, пока не видно: нужно ещё {n} отказов.",
    en="which of {first} and {second} is the main reason cannot be told yet: {n} more refusals are needed.",
    bg="коя е главната причина, {first} или {second}, още не личи: нужни са още {n} отказа.",
)
MAIN_TIED: Final = Text(
    ru="какая причина главная, {first} или {second}, не видно: они одинаково часты.",
    en="which of {first} and {second} is the main reason cannot be told: they are equally frequent.",
    bg="коя е главната причина, {first} или {second}, не личи: те са еднакво чести.",
)
MAIN_ALONE: Final = Text(
    ru="{first} – единственная причина, но отказов мало: нужно ещё {n}.",
    en="{first} is the only reason, but there are few refusals: {n} more are needed.",
    bg="{first} е единствената причина, но отказите са малко: нужни са още {n}.",
)
MAIN_OTHER: Final = Text(
    ru="главная причина другая: {main}.",
    en="the main reason is another: {main}.",
    bg="главната причина е друга: {main}.",
)
NOT_ENOUGH: Final = Text(
    ru="По остальным данных мало: различие может быть случайным. Чтобы увидеть разницу в {delta}, нужно {n} "
    "отказов на менеджера.",
    en="For the others the data are too few: a difference may be chance. To see one of {delta} takes {n} "
    "refusals per manager.",
    bg="За останалите данните са малко: разликата може да е случайна. За да се види разлика от {delta}, са нужни "
    "{n} отказа на мениджър.",
)
CAVEAT: Final = Text(
    ru="Причину записывает сам менеджер: это предположение для проверки, а не установленная причина.",
    en="The reason is what the manager wrote down: this is a hypothesis to test, not an established cause.",
    bg="Причината я записва самият мениджър: това е предположение за проверка, а не установена причина.",
)
UNCHECKED: Final = Text(
    ru="Сегментов и групп товаров в данных нет, поэтому не проверено, не в клиентах ли дело.",
    en="The data hold no segments or product groups, so whether it lies in the clients is not tested.",
    bg="В данните няма сегменти и продуктови групи, затова не е проверено дали не е въпрос на клиентите.",
)
FOOT: Final = Text(
    ru="Совет появляется, когда всё доказано сразу: отличие от остальных с поправкой на число сравнений, главная "
    "причина против второй по частоте, то же внутри сегментов и групп товаров, не меньше {gate} отказов. Тексты "
    "советов меняются в справочнике причин отказа.",
    en="Advice appears when all is proven at once: the difference from the rest, corrected for the number of "
    "comparisons; the main reason against the runner-up; the same within segments and product groups; at least "
    "{gate} refusals. The texts are yours to change in the dictionary of refusal reasons.",
    bg="Съвет се появява, когато всичко е доказано едновременно: разликата от останалите с поправка за броя "
    "сравнения, главната причина спрямо втората по честота, същото вътре в сегментите и продуктовите групи, поне "
    "{gate} отказа. Текстовете се променят в речника на причините за отказ.",
)
