"""What the page on client segments says, but for its groups by recency, frequency and money (`rfm_words`)."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, кто приносит выручку, кто покупает ровно, а кто редко, и кто перешёл из группы в группу.",
    en="You would see who brings the revenue, who buys evenly and who seldom, and who moved between groups.",
    bg="Тук ще се вижда кой носи приходите, кой купува равномерно и кой рядко, и кой е преминал от група в група.",
)
AGAINST: Final = Text(ru="Сравнить переходы с", en="Compare moves with", bg="Сравни преходите с")
YEAR_BEFORE: Final = Text(ru="тем, что было год назад", en="a year before", bg="преди една година")
PERIOD_START: Final = Text(
    ru="началом периода слева", en="the start of the period on the left", bg="началото на периода отляво"
)
AGAINST_START: Final = Text(
    ru="Было – за 12 месяцев до начала периода слева; сейчас – за последние 12 месяцев данных.",
    en="Was: the 12 months up to the start of the period on the left; now: the last 12 months of the data.",
    bg="Беше – за 12-те месеца до началото на периода отляво; сега – за последните 12 месеца от данните.",
)
SHORT: Final = Text(
    ru="Данные начинаются {day}, поэтому прежние 12 месяцев неполные.",
    en="The data begin on {day}, so the 12 months before are not whole.",
    bg="Данните започват на {day}, затова предишните 12 месеца не са пълни.",
)
SHORT_NOW: Final = Text(
    ru="Данные начинаются {day}: 12 месяцев в них ещё нет.",
    en="The data begin on {day} and hold no 12 months yet.",
    bg="Данните започват на {day}: в тях още няма 12 месеца.",
)
NO_BEFORE: Final = Text(
    ru="Сравнивать не с чем: за 12 месяцев до {day} заказов в данных нет",
    en="Nothing to compare with: the data hold no orders of the 12 months up to {day}",
    bg="Няма с какво да се сравни: в данните няма поръчки за 12-те месеца до {day}",
)

FEW_NAME: Final = Text(ru="Немногие и выручка", en="Few clients, much revenue", bg="Малко клиенти, много приходи")
FEW_TITLE: Final = Text(
    ru="Пятая часть клиентов ({many} из {n}) приносит {share} выручки",
    en="A fifth of the clients ({many} of {n}) bring {share} of revenue",
    bg="Една пета от клиентите ({many} от {n}) носят {share} от приходите",
)
FEW_LABEL: Final = Text(
    ru="крупнейшие {share}: {clients}", en="largest {share}: {clients}", bg="най-големите {share}: {clients}"
)
FEW_FIRST: Final = Text(ru="крупнейший клиент", en="the largest client", bg="най-големият клиент")
FEW_ACROSS: Final = Text(
    ru="Доля клиентов, сначала крупнейшие", en="Share of clients, the largest first", bg="Дял на клиентите, първо най-големите"
)  # fmt: skip
FEW_UP: Final = Text(ru="Доля выручки", en="Share of revenue", bg="Дял от приходите")
FEW_EQUAL: Final = Text(
    ru="так было бы, будь все равны", en="if all clients were equal", bg="ако всички бяха равни"
)
FEW_TICK: Final = Text(
    ru="Доля выручки; черта – будь все равны",
    en="Share of revenue; tick: if all were equal",
    bg="Дял от приходите; черта – ако са равни",
)
FEW_FOOT: Final = Text(
    ru="Кривая Лоренца: чем дальше от диагонали, тем больше держится на немногих. Индекс Джини {gini} (0 – все "
    "равны, 1 – всё у одного) – удвоенная площадь между ними. База весит как {equal} равных клиентов. 80 % выручки "
    "приносят {most} клиентов: «20 % клиентов – 80 % выручки» здесь проверяется, а не предполагается.",
    en="The curve of Lorenz: the farther from the diagonal, the more hangs on few. The Gini index, {gini} (0: all "
    "equal, 1: one has everything), is twice the area between them. The base weighs like {equal} equal clients. "
    "80% of revenue takes {most} of the clients: “20% of clients bring 80%” is checked here, not assumed.",
    bg="Кривата на Лоренц: колкото по-далеч е от диагонала, толкова повече се крепи на малцина. Индексът на Джини "
    "{gini} (0 – всички са равни, 1 – всичко е у един) е удвоената площ между тях. Базата тежи колкото {equal} равни "
    "клиенти. 80% от приходите носят {most} от клиентите: „20% от клиентите – 80% от приходите“ тук се "
    "проверява, а не се приема.",
)
FEW_NAMELESS: Final = Text(
    ru="Заказы без клиента, {share} выручки, в кривую не входят.",
    en="Orders that name no client, {share} of revenue, are left out of the curve.",
    bg="Поръчките без клиент, {share} от приходите, не влизат в кривата.",
)

CLASSES_NAME: Final = Text(ru="Классы ABC и переходы", en="ABC classes and moves", bg="Класове ABC и преходи")
CLASSES_TITLE: Final = Text(
    ru="Класс A: {clients}, {share} выручки; на {day} в нём были {stayed} из них",
    en="Class A: {clients}, {share} of revenue; on {day} {stayed} of them were in it",
    bg="Клас A: {clients}, {share} от приходите; към {day} в него са били {stayed} от тях",
)
CLASSES_ALONE: Final = Text(
    ru="Класс A: {clients}, {share} выручки",
    en="Class A: {clients}, {share} of revenue",
    bg="Клас A: {clients}, {share} от приходите",
)
CLASSES_SUBTITLE: Final = Text(
    ru="Клиенты по классу сейчас (строки) и раньше, на {day} (столбцы); заказы по дате заказа, {period}",
    en="Clients by their class now (rows) and before, on {day} (columns); orders by order date, {period}",
    bg="Клиенти по клас сега (редове) и преди, към {day} (колони); поръчки по дата на поръчка, {period}",
)
CLASS: Final = Text(ru="Класс {name}", en="Class {name}", bg="Клас {name}")
NO_LONGER: Final = Text(ru="Не покупали", en="Bought nothing", bg="Не са купували")
WAS: Final = Text(ru="был {name}", en="was {name}", bg="беше {name}")
WAS_NONE: Final = Text(ru="не покупал", en="bought nothing", bg="не е купувал")
NOW: Final = Text(ru="сейчас", en="now", bg="сега")
ROW_TOTAL: Final = Text(ru="{clients}, {share}", en="{clients}, {share}", bg="{clients}, {share}")
CLASS_ROW: Final = Text(ru="Класс", en="Class", bg="Клас")
CLASSES_FOOT: Final = Text(
    ru="A – крупнейшие клиенты, пока вместе не набрали {a} выручки, B – до {b}, C – остальные; границы задаются в "
    "правилах. В ячейке число клиентов и доля от строки, справа доля выручки.",
    en="A are the largest clients until they make {a} of revenue together, B until {b}, C the others; the bounds are "
    "set in the rules. A cell holds the number of clients and their share of the row; on the right is the share of "
    "revenue.",
    bg="A са най-големите клиенти, докато заедно стигнат {a} от приходите, B – до {b}, C – останалите; границите се "
    "задават в правилата. В клетката са броят клиенти и делът от реда, вдясно – делът от приходите.",
)

EVEN_NAME: Final = Text(
    ru="Кто покупает ровно: ABC и XYZ", en="Who buys evenly: ABC and XYZ", bg="Кой купува равномерно: ABC и XYZ"
)
EVEN_TITLE: Final = Text(
    ru="В классе A ровно (X или Y) покупают {k} из {n} с историей в 12 месяцев",
    en="In class A, {k} of {n} with 12 months behind them buy evenly (X or Y)",
    bg="В клас A равномерно (X или Y) купуват {k} от {n} с история от 12 месеца",
)
EVEN_SUBTITLE: Final = Text(
    ru="Клиенты по доле в выручке (строки) и разбросу покупок по месяцам (столбцы): число и выручка за 12 месяцев; "
    "месяцы по дате заказа, {period}",
    en="Clients by their part in revenue (rows) and the variation of monthly purchases (columns): number and revenue "
    "of 12 months; months by order date, {period}",
    bg="Клиенти по дял в приходите (редове) и вариация на покупките по месеци (колони): брой и приходи за 12 месеца; "
    "месеци по дата на поръчка, {period}",
)
EVEN_COLUMNS: Final = {
    "X": Text(ru="X: до {x}", en="X: up to {x}", bg="X: до {x}"),
    "Y": Text(ru="Y: до {y}", en="Y: up to {y}", bg="Y: до {y}"),
    "Z": Text(ru="Z: больше {y}", en="Z: over {y}", bg="Z: над {y}"),
    "I": Text(ru="I: с перерывами", en="I: with gaps", bg="I: с прекъсвания"),
    "N": Text(ru="новые", en="new", bg="нови"),
}
EVEN_TOO_FEW: Final = Text(
    ru="Для XYZ нужны 12 полных месяцев заказов, а в данных их {months}",
    en="XYZ takes 12 whole months of orders, and the data hold {months}",
    bg="За XYZ трябват 12 пълни месеца с поръчки, а в данните са {months}",
)
EVEN_FOOT: Final = Text(
    ru="Разброс – стандартное отклонение покупок по месяцам к среднему; границы {x} и {y} задаются в правилах. I – "
    "между месяцами с покупкой в среднем больше 1,32 месяца или суммы слишком разные. Новые – первый заказ в данных "
    "позже, чем {month}: 12 месяцев у них ещё нет. Тон – доля выручки.",
    en="Variation is the standard deviation of monthly purchases over their mean; the bounds {x} and {y} are set in "
    "the rules. I: on average more than 1.32 months between months with a purchase, or sums too unlike. New: the "
    "first order in the data is later than {month}, so they have no 12 months yet. Shade is the share of revenue.",
    bg="Вариацията е стандартното отклонение на покупките по месеци към средното; границите {x} и {y} се задават в "
    "правилата. I – средно повече от 1,32 месеца между месеците с покупка или твърде различни суми. Нови – първата "
    "поръчка в данните е след {month}: още нямат 12 месеца. Тонът е дялът от приходите.",
)
EVEN_CHANCE: Final = Text(
    ru="Редкие заказы сами по себе дают Z: меньше {least} заказов в месяц – и разброс выше {y} даже по чистой "
    "случайности. Так редко заказывают {share} клиентов (без новых). О них сама буква Z ничего не говорит.",
    en="Few orders make Z by themselves: with fewer than {least} orders a month the variation is over {y} by mere "
    "chance. {share} of clients (new ones apart) order so seldom. Of them the letter Z alone says nothing.",
    bg="Редките поръчки сами по себе си дават Z: под {least} поръчки на месец вариацията е над {y} и по чиста "
    "случайност. Толкова рядко поръчват {share} от клиентите (без новите). За тях самата буква Z не казва нищо.",
)
EVEN_ADVICE: Final = Text(
    ru="Что это может значить для работы – с чего начать разговор, а не доказанный вывод:",
    en="What it may mean for the work: where to begin the talk, and no proven finding:",
    bg="Какво може да значи това за работата – откъде да започне разговорът, а не доказан извод:",
)
CELL_ADVICE: Final = {
    ("A", "XY"): Text(
        ru="AX, AY: много и ровно – предложить график поставок и договор на год.",
        en="AX, AY: much and evenly: offer a delivery schedule and a contract for the year.",
        bg="AX, AY: много и равномерно – предложете график на доставките и годишен договор.",
    ),
    ("A", "ZI"): Text(
        ru="AZ, AI: много, но неровно, пусть и лишь из-за редких заказов, – узнавать планы закупок заранее.",
        en="AZ, AI: much, but unevenly, if only because orders are few: learn what they plan to buy ahead of time.",
        bg="AZ, AI: много, но неравномерно, дори само заради редките поръчки – научавайте плановете им за покупки по-рано.",
    ),
    ("B", "XY"): Text(
        ru="BX, BY: ровно – повод предложить соседние товары и поднять объём.",
        en="BX, BY: evenly: a reason to offer adjoining goods and raise the volume.",
        bg="BX, BY: равномерно – повод да предложите съседни стоки и по-голям обем.",
    ),
    ("B", "ZI"): Text(
        ru="BZ, BI: неровно или с перерывами – звонить к концу обычного перерыва клиента.",
        en="BZ, BI: unevenly or with gaps: ring towards the end of the client's usual gap.",
        bg="BZ, BI: неравномерно или с прекъсвания – обаждайте се към края на обичайната пауза на клиента.",
    ),
    ("C", "XY"): Text(
        ru="CX, CY: понемногу и ровно – постоянная заявка без участия менеджера.",
        en="CX, CY: little and evenly: a standing order that takes none of the manager's time.",
        bg="CX, CY: по малко и равномерно – постоянна заявка без участие на мениджъра.",
    ),
    ("C", "ZI"): Text(
        ru="CZ, CI: понемногу и неровно – отвечать на запросы, визитов не планировать.",
        en="CZ, CI: little and unevenly: serve on request, plan no visits.",
        bg="CZ, CI: по малко и неравномерно – обслужвайте при заявка, без планирани посещения.",
    ),
}
