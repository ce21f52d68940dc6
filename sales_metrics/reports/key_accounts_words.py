"""What the page on key accounts says."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько выручки держится на немногих клиентах и что будет, если они уйдут.",
    en="You would see how much of the revenue hangs on few clients, and what would be left without them.",
    bg="Тук ще се вижда каква част от приходите се крепи на малко клиенти и какво остава без тях.",
)
SUBTITLE: Final = Text(
    ru="Заказы за вычетом возвратов, по дате заказа, {period}",
    en="Orders less returns, by order date, {period}",
    bg="Поръчки без връщанията, по дата на поръчка, {period}",
)
ALWAYS: Final = Text(
    ru="Всегда последние 12 месяцев данных: период слева здесь не действует.",
    en="Always the last 12 months of the data: the period on the left plays no part here.",
    bg="Винаги последните 12 месеца от данните: периодът отляво тук не важи.",
)

SHARE_NAME: Final = Text(ru="Доля ключевых клиентов", en="Share of key clients", bg="Дял на ключовите клиенти")
BELOW: Final = Text(
    ru="Ключевые клиенты приносят {share} выручки, меньше обычных {low}–{high}",
    en="Key clients bring {share} of revenue, less than the usual {low}–{high}",
    bg="Ключовите клиенти носят {share} от приходите, под обичайните {low}–{high}",
)
USUAL: Final = Text(
    ru="Ключевые клиенты приносят {share} выручки; обычно бывает {low}–{high}",
    en="Key clients bring {share} of revenue, within the usual {low}–{high}",
    bg="Ключовите клиенти носят {share} от приходите, в обичайните {low}–{high}",
)
WATCH: Final = Text(
    ru="Ключевые клиенты приносят {share} выручки, больше обычных {low}–{high}",
    en="Key clients bring {share} of revenue, above the usual {low}–{high}",
    bg="Ключовите клиенти носят {share} от приходите, над обичайните {low}–{high}",
)
DEPENDS: Final = Text(
    ru="Монозависимость: ключевые клиенты приносят {share} выручки, больше {bound}",
    en="The company depends on key clients: they bring {share} of revenue, over {bound}",
    bg="Монозависимост: ключовите клиенти носят {share} от приходите, над {bound}",
)
DEPENDS_ONE: Final = Text(
    ru="Монозависимость от одного клиента: он приносит {share} выручки, больше {bound}",
    en="The company depends on one client, who brings {share} of revenue, over {bound}",
    bg="Монозависимост от един клиент: той носи {share} от приходите, над {bound}",
)
NO_KEYS: Final = Text(
    ru="В эти 12 месяцев ключевые клиенты ничего не принесли",
    en="Key clients have brought nothing in these 12 months",
    bg="През тези 12 месеца ключовите клиенти не са донесли нищо",
)
KEYS: Final = Text(ru="Ключевые клиенты", en="Key clients", bg="Ключови клиенти")
LARGEST: Final = Text(ru="Крупнейший клиент", en="The largest client", bg="Най-големият клиент")
TWO_LARGEST: Final = Text(ru="Два крупнейших", en="The two largest", bg="Двата най-големи")
OF_MONEY: Final = Text(ru="{part} из {whole}", en="{part} of {whole}", bg="{part} от {whole}")
SHARE_FOOT: Final = Text(
    ru="Обычная доля {low}–{high} и черта {bound}, выше которой это монозависимость, – из статьи о работе с "
    "ключевыми клиентами; их можно задать. Между {high} и {bound} стоит присмотреться. Ключевые клиенты – с размером «ключевой».",
    en="The usual {low}–{high} and the tick at {bound}, beyond which it is dependence, come from an article on key "
    "accounts and can be set. Between {high} and {bound} it is worth watching. Key clients are those of the size “key”.",
    bg="Обичайните {low}–{high} и чертата {bound}, над която има монозависимост, са от статия за ключовите клиенти; "
    "могат да се зададат. Между {high} и {bound} си струва да се следи. Ключови са клиентите с размер „ключов“.",
)

CLIENTS_NAME: Final = Text(
    ru="На ком держится выручка", en="Who the revenue hangs on", bg="На кого се крепят приходите"
)
CLIENTS_TITLE: Final = Text(
    ru="{name} приносит {share} выручки; база весит как {equal} равных клиентов",
    en="{name} brings {share} of revenue; the base weighs like {equal} equal clients",
    bg="{name} носи {share} от приходите; базата тежи колкото {equal} равни клиенти",
)
OTHERS: Final = Text(ru="остальные ({n})", en="others ({n})", bg="останалите ({n})")
NAMELESS: Final = Text(ru="клиент не указан", en="client not stated", bg="клиентът не е посочен")
PART: Final = Text(ru="Доля выручки", en="Share of revenue", bg="Дял от приходите")
TOGETHER: Final = Text(ru="Вместе с теми, кто выше", en="With those above", bg="Заедно с горните")
CLIENTS_FOOT: Final = Text(
    ru="Равных клиентов: столько одинаковых клиентов дали бы ту же концентрацию (1 / сумма квадратов долей). Если "
    "убрать любого одного, их будет от {low} до {high}. Индекс Джини {gini}.",
    en="Equal clients: so many of the same size would be as concentrated (1 / sum of squared shares). Leaving out any "
    "one client, it is {low} to {high}. Gini index {gini}.",
    bg="Равни клиенти: толкова еднакви клиенти биха дали същата концентрация (1 / сбора от квадратите на дяловете). "
    "Без който и да е от клиентите стават от {low} до {high}. Индекс на Джини {gini}.",
)
BY: Final = Text(ru="Считать", en="Count by", bg="Брой по")
BY_CLIENT: Final = Text(ru="по клиентам", en="client", bg="клиенти")
BY_HOLDING: Final = Text(ru="по холдингам", en="group of companies", bg="холдинги")

STRESS_NAME: Final = Text(ru="Если крупнейшие уйдут", en="If the largest left", bg="Ако най-големите си тръгнат")
STRESS_TITLE: Final = Text(
    ru="Без крупнейшего клиента осталось бы {left} из {whole}",
    en="Without the largest client {left} of {whole} would be left",
    bg="Без най-големия клиент биха останали {left} от {whole}",
)
NOW: Final = Text(ru="Вся выручка", en="All revenue", bg="Всички приходи")
WITHOUT_ONE: Final = Text(
    ru="Без крупнейшего клиента", en="Without the largest client", bg="Без най-големия клиент"
)
WITHOUT_TWO: Final = Text(ru="Без двух крупнейших", en="Without the two largest", bg="Без двата най-големи")
STRESS_FOOT: Final = Text(
    ru="Выручка тех же 12 месяцев без заказов ушедших; что остальные купили бы больше или меньше, не "
    "предполагается. Крупнейшие: {names}.",
    en="Revenue of the same 12 months without the orders of those who left; that others would buy more or less is "
    "not assumed. The largest: {names}.",
    bg="Приходите за същите 12 месеца без поръчките на тръгналите си; не се приема, че останалите биха купували "
    "повече или по-малко. Най-големите: {names}.",
)

MANAGERS_NAME: Final = Text(
    ru="У кого всё держится на одном", en="Whose revenue hangs on one client", bg="Чии приходи се крепят на един"
)
MANAGERS_TITLE: Final = Text(
    ru="{manager}: {share} выручки приносит один клиент, {client}",
    en="{manager}: {share} of the revenue comes from one client, {client}",
    bg="{manager}: {share} от приходите идват от един клиент, {client}",
)
MANAGERS_COLUMNS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Крупнейший клиент", en="Largest client", bg="Най-голям клиент"),
    Text(ru="Выручка от него", en="Revenue from it", bg="Приходи от него"),
    Text(ru="Доля", en="Share", bg="Дял"),
)
MANAGERS_FOOT: Final = Text(
    ru="Выручка относится к менеджеру, указанному в заказе.",
    en="Revenue belongs to the manager named in the order.",
    bg="Приходите са на мениджъра, посочен в поръчката.",
)
