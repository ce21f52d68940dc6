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

FEW_NAME: Final = Text(ru="Немногие и выручка", en="Few clients, much revenue", bg="Малко клиенти, много приходи")
FEW_TITLE: Final = Text(
    ru="Пятая часть клиентов приносит {share} выручки",
    en="A fifth of the clients bring {share} of revenue",
    bg="Една пета от клиентите носят {share} от приходите",
)
FEW_LABEL: Final = Text(
    ru="Крупнейшие {share}: {clients}", en="Largest {share}: {clients}", bg="Най-големите {share}: {clients}"
)
FEW_FIRST: Final = Text(ru="Крупнейший клиент", en="The largest client", bg="Най-големият клиент")
FEW_FOOT: Final = Text(
    ru="Черта показывает, сколько приносили бы столько же клиентов, будь все равны. «20 % клиентов – 80 % выручки» "
    "здесь проверяется, а не предполагается.",
    en="The tick shows what as many clients would bring if all were equal. “20% of clients bring 80% of revenue” is "
    "checked here, not assumed.",
    bg="Чертата показва колко биха носили толкова клиенти, ако всички бяха равни. „20% от клиентите носят 80% от "
    "приходите“ тук се проверява, а не се приема.",
)
FEW_NAMELESS: Final = Text(
    ru="Заказы без клиента, {share} выручки, входят в целое.",
    en="Orders that name no client, {share} of revenue, belong to the whole.",
    bg="Поръчките без клиент, {share} от приходите, влизат в цялото.",
)

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

CLASSES_NAME: Final = Text(ru="Классы ABC и переходы", en="ABC classes and moves", bg="Класове ABC и преходи")
CLASSES_TITLE: Final = Text(
    ru="Класс A: {clients}, {share} выручки; год назад в нём были {stayed} из них",
    en="Class A: {clients}, {share} of revenue; a year ago {stayed} of them were in it",
    bg="Клас A: {clients}, {share} от приходите; преди година в него са били {stayed} от тях",
)
CLASSES_SUBTITLE: Final = Text(
    ru="Клиенты по классу сейчас (строки) и за 12 месяцев до того (столбцы); заказы по дате заказа, {period}",
    en="Clients by their class now (rows) and in the 12 months before (columns); orders by order date, {period}",
    bg="Клиенти по клас сега (редове) и за 12-те месеца преди това (колони); поръчки по дата на поръчка, {period}",
)
CLASS: Final = Text(ru="Класс {name}", en="Class {name}", bg="Клас {name}")
NO_LONGER: Final = Text(ru="Не покупали", en="Bought nothing", bg="Не са купували")
WAS: Final = Text(ru="был {name}", en="was {name}", bg="беше {name}")
WAS_NONE: Final = Text(ru="не покупал", en="bought nothing", bg="не е купувал")
CLASS_TOTAL: Final = Text(ru="{clients}, {share}", en="{clients}, {share}", bg="{clients}, {share}")
CLASS_ROW: Final = Text(ru="Класс", en="Class", bg="Клас")
CLASSES_FOOT: Final = Text(
    ru="A – крупнейшие клиенты, пока вместе не набрали {a} выручки, B – до {b}, C – остальные; границы задаются в "
    "правилах. В ячейке число клиентов, справа доля выручки.",
    en="A are the largest clients until they make {a} of revenue together, B until {b}, C the others; the bounds are set "
    "in the rules. A cell holds the number of clients; on the right is the share of revenue.",
    bg="A са най-големите клиенти, докато заедно стигнат {a} от приходите, B – до {b}, C – останалите; границите се "
    "задават в правилата. В клетката е броят клиенти, вдясно – делът от приходите.",
)
CLASSES_SHORT: Final = Text(
    ru="Данные начинаются {day}, поэтому год до этого неполный.",
    en="The data begin on {day}, so the year before is not whole.",
    bg="Данните започват на {day}, затова годината преди това не е пълна.",
)
