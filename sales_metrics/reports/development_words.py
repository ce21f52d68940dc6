"""What the page on client development says."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

ASK_STRETCH: Final = Text(
    ru="Что с чем сравниваем",
    en="What is compared",
    bg="Какво с какво сравняваме",
)
STRETCHES: Final = {
    "period": Text(
        ru="выбранный период и год назад", en="chosen period, a year before", bg="избрания период и преди година"
    ),
    "year": Text(ru="12 месяцев и год назад", en="12 months, a year before", bg="12 месеца и преди година"),
    "half": Text(ru="6 месяцев и год назад", en="6 months, a year before", bg="6 месеца и преди година"),
    "quarter": Text(ru="3 месяца и год назад", en="3 months, a year before", bg="3 месеца и преди година"),
    "to_date": Text(
        ru="с начала года и год назад",
        en="year to date, a year before",
        bg="от началото на годината и преди година",
    ),
    "halves": Text(ru="половины данных между собой", en="the halves of the data", bg="половините на данните"),
}
ASK_DIVISION: Final = Text(ru="Разрез", en="By", bg="По")
DIVISIONS: Final = {
    "manager": Text(ru="по менеджерам", en="manager", bg="мениджъри"),
    "segment": Text(ru="по сегментам", en="segment", bg="сегменти"),
    "region": Text(ru="по регионам", en="region", bg="региони"),
}
DIVIDED: Final = {
    "manager": Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    "segment": Text(ru="Сегмент", en="Segment", bg="Сегмент"),
    "region": Text(ru="Регион", en="Region", bg="Регион"),
    "client": Text(ru="Клиенты", en="Clients", bg="Клиенти"),
}
BLANK: Final = Text(ru="не указано", en="not stated", bg="не е посочено")
WHOLE: Final = Text(ru="Все вместе", en="All together", bg="Всички заедно")

FOOT_ORDERS: Final = Text(
    ru="Возвраты вычтены, отменённые заказы не считаются. Клиент числится за менеджером из таблицы клиентов.",
    en="Returns are taken off, cancelled orders left out. A client belongs to the manager in the clients table.",
    bg="Връщанията са извадени, отказаните поръчки не се броят. Клиентът е на мениджъра от таблицата с клиенти.",
)
SAME_DAYS: Final = Text(
    ru="Сравниваются одни и те же дни двух лет.",
    en="The same days of two years are compared.",
    bg="Сравняват се едни и същи дни от две години.",
)
WHOLE_WEEKS: Final = Text(
    ru="Сравниваются две половины данных, по целому числу недель; сезон при этом не учтён, поэтому при данных за два года сравнивайте с прошлым.",
    en="Two halves of the data are compared, whole weeks each; where there are two years, compare with the year before, as halves know nothing of seasons.",
    bg="Сравняват се двете половини на данните, по цял брой седмици; сезонът не е отчетен, затова при две години сравнявайте с предходната.",
)
UNCOVERED: Final = Text(
    ru="Заказы в данных есть только {day}: прошлый год неполон, и рост завышен.",
    en="The data hold orders only {day}: the year before is incomplete and growth is overstated.",
    bg="В данните има поръчки само {day}: предходната година е непълна и ръстът е завишен.",
)

BRIDGE_NAME: Final = Text(ru="Откуда взялся рост", en="Where growth came from", bg="Откъде дойде ръстът")
BRIDGE_WOULD: Final = Text(
    ru="Здесь будет видно, сколько принесли новые, вернувшиеся и выросшие клиенты и сколько унесли сократившие покупки и ушедшие.",
    en="You would see what new, returned and growing clients brought, and what shrinking and lost ones took away.",
    bg="Тук ще се вижда колко са донесли новите, завърналите се и растящите клиенти и колко са отнели свилите покупките и загубените.",
)
BRIDGE_SUBTITLE: Final = Text(
    ru="Выручка, {unit}, по дате заказа: {now} против {before}",
    en="Revenue, {unit}, by order date: {now} against {before}",
    bg="Приходи, {unit}, по дата на поръчката: {now} спрямо {before}",
)
BEFORE: Final = Text(ru="Раньше", en="Before", bg="Преди")
NOW: Final = Text(ru="Теперь", en="Now", bg="Сега")
MOVES: Final = {
    "new": Text(ru="Новые", en="New", bg="Нови"),
    "reactivated": Text(ru="Вернулись", en="Returned", bg="Завърнали се"),
    "expansion": Text(ru="Купили больше", en="Bought more", bg="Купили повече"),
    "contraction": Text(ru="Купили меньше", en="Bought less", bg="Купили по-малко"),
    "churn": Text(ru="Не купили", en="Bought nothing", bg="Не са купили"),
    "returns": Text(ru="Только возвраты", en="Only returns", bg="Само връщания"),
}
NEW_OR_RETURNED: Final = Text(ru="Новые или вернулись", en="New or returned", bg="Нови или завърнали се")
CAUSES: Final = {
    "new": Text(ru="новые клиенты", en="new clients", bg="нови клиенти"),
    "reactivated": Text(ru="вернувшиеся клиенты", en="returned clients", bg="завърнали се клиенти"),
    "joined": Text(
        ru="новые или вернувшиеся клиенты", en="new or returned clients", bg="нови или завърнали се клиенти"
    ),
    "expansion": Text(
        ru="рост у прежних клиентов", en="existing clients buying more", bg="ръст при старите клиенти"
    ),
    "contraction": Text(
        ru="сокращение у прежних клиентов", en="existing clients buying less", bg="спад при старите клиенти"
    ),
    "churn": Text(
        ru="клиенты, не купившие ничего", en="clients who bought nothing", bg="клиенти без нито една покупка"
    ),
    "returns": Text(ru="возвраты", en="returns", bg="връщания"),
    "same": Text(ru="мелочи", en="trifles", bg="дреболии"),
}
BRIDGE_GREW: Final = Text(
    ru="Выручка выросла на {by}; основной вклад: {cause}",
    en="Revenue grew by {by}, most of it from {cause}",
    bg="Приходите нараснаха с {by}; основен принос: {cause}",
)
BRIDGE_FELL: Final = Text(
    ru="Выручка упала на {by}; главная потеря: {cause}",
    en="Revenue fell by {by}, most of it through {cause}",
    bg="Приходите спаднаха с {by}; основна загуба: {cause}",
)
BRIDGE_STAYED: Final = Text(
    ru="Выручка осталась на уровне {level}", en="Revenue stayed at {level}", bg="Приходите останаха {level}"
)
BRIDGE_UNCOVERED: Final = Text(
    ru="О росте судить рано: прошлый год в данных неполон",
    en="Too early to speak of growth: the year before is incomplete in the data",
    bg="Рано е да се говори за ръст: предходната година е непълна в данните",
)
BRIDGE_FOOT: Final = Text(
    ru="Столбцы между крайними складываются ровно в разницу. «Не купили» значит: в эти дни заказов нет; потерян ли клиент, отсюда не следует.",
    en="The bars between the ends add up to the difference exactly. “Bought nothing” means no order in these days; it does not prove that the client is lost.",
    bg="Колоните между двата края се сумират точно до разликата. „Не са купили“ значи без поръчка в тези дни; това не доказва, че клиентът е загубен.",
)
NO_HISTORY: Final = Text(
    ru="Чтобы отличить нового клиента от вернувшегося, нужна история в {days} дн. до прежних дней; её нет, поэтому они вместе.",
    en="Telling a new client from a returned one takes {days} days of history before the earlier days; there is less, so they stand together.",
    bg="За да се различи нов клиент от завърнал се, трябват {days} дни история преди предишните дни; няма ги, затова са заедно.",
)
RETAINED_FEW: Final = Text(
    ru="Раньше покупали {n}: для долей удержания мало",
    en="{n} bought before: too few for retention rates",
    bg="Преди са купували {n}: малко за дялове на задържане",
)
RETAINED_NET: Final = Text(
    ru="NRR: прежние клиенты вместе дают {share} своей прежней выручки, 95 % интервал {interval}",
    en="NRR: the earlier clients together bring {share} of what they brought then, 95% interval {interval}",
    bg="NRR: старите клиенти заедно носят {share} от предишните си приходи, 95% интервал {interval}",
)
RETAINED_GROSS: Final = Text(
    ru="GRR: без учёта роста сохранилось {share} прежней выручки, интервал {interval}",
    en="GRR: without counting growth {share} of that revenue was kept, interval {interval}",
    bg="GRR: без да се брои ръстът, са запазени {share} от предишните приходи, интервал {interval}",
)
RETAINED_LOGO: Final = Text(
    ru="Покупают и теперь {share} клиентов, интервал {interval}",
    en="{share} of the clients still buy, interval {interval}",
    bg="Купуват и сега {share} клиенти, интервал {interval}",
)

GROWN_NAME: Final = Text(ru="Кто развивает клиентов", en="Who develops clients", bg="Кой развива клиентите")
GROWN_WOULD: Final = Text(
    ru="Здесь будет видно, у кого клиенты растут чаще, чем случайно, а кто их только обслуживает.",
    en="You would see whose clients grow more often than by chance, and who only serves them.",
    bg="Тук ще се вижда чии клиенти растат по-често от случайното и кой само ги обслужва.",
)
GROWN_SUBTITLE: Final = Text(
    ru="Доля прежних клиентов, которые повысили покупки больше чем на {threshold}: {now} против {before}",
    en="Share of the earlier clients who raised their purchases by more than {threshold}: {now} against {before}",
    bg="Дял на предишните клиенти, повишили покупките с над {threshold}: {now} спрямо {before}",
)
GROWN_REFERENCE: Final = Text(
    ru="Случайный рост {share}, полоса ±{band}",
    en="By chance {share}, band ±{band}",
    bg="Случаен ръст {share}, ивица ±{band}",
)
BY_CHANCE: Final = Text(
    ru="случайно выросло бы {share} ({low}–{high})",
    en="by chance {share} would ({low}–{high})",
    bg="случайно биха {share} ({low}–{high})",
)
DEVELOPS: Final = Text(ru="▲ развивает", en="▲ develops", bg="▲ развива")
LOSES: Final = Text(
    ru="▼ растут реже случайного", en="▼ grow less than by chance", bg="▼ растат по-рядко от случайното"
)
SERVES: Final = Text(ru="= только обслуживает", en="= only serves", bg="= само обслужва")
LEVEL_GROUP: Final = Text(ru="= как случайно", en="= as by chance", bg="= като случайното")
GROWS_GROUP: Final = Text(
    ru="▲ растут чаще случайного", en="▲ grow more than by chance", bg="▲ растат по-често от случайното"
)
TITLE_DEVELOP: Final = Text(
    ru="{who}: клиенты растут чаще, чем случайно",
    en="{who}: clients grow more often than by chance",
    bg="{who}: клиентите растат по-често от случайното",
)
TITLE_LOSE: Final = Text(
    ru="{who}: клиенты растут реже, чем случайно",
    en="{who}: clients grow less often than by chance",
    bg="{who}: клиентите растат по-рядко от случайното",
)
TITLE_WHOLE: Final = Text(
    ru="Покупки повысили {share} клиентов",
    en="{share} of the clients raised their purchases",
    bg="Покупките са повишили {share} от клиентите",
)
TITLE_NOBODY: Final = Text(
    ru="Покупки повысили {share}; случайного рост не превышает ни у кого",
    en="{share} raised their purchases; nobody is proven to beat chance",
    bg="Покупките са повишили {share}; за никого не е доказано повече от случайното",
)
TITLE_FEW: Final = Text(
    ru="Покупки повысили {share}: для вывода мало клиентов",
    en="{share} raised their purchases: too few clients to judge",
    bg="Покупките са повишили {share}: клиентите са малко за извод",
)
GROWN_FOOT: Final = Text(
    ru="Часть клиентов «растёт» и без всякой перемены: покупки колеблются. Эта доля найдена перестановкой двух лет внутри каждого клиента; с ней, а не с нулём, сравнивается каждый, с поправкой на число сравнений, различия до {band} не в счёт. Переставшие покупать остаются в знаменателе, новых в нём нет. Порог роста {threshold} и полоса задаются в правилах.",
    en="Some clients “grow” without any change at all, since purchases vary. That share is found by swapping the two years within each client; each row is compared with it, not with zero, corrected for the number of comparisons, and differences up to {band} do not count. Those who stopped buying stay in the denominator, new ones are not in it. The threshold of {threshold} and the band are set in the rules.",
    bg="Част от клиентите „растат“ и без никаква промяна, защото покупките се колебаят. Този дял е намерен чрез размяна на двете години за всеки клиент; с него, а не с нула, се сравнява всеки ред, с поправка за броя сравнения, разлики до {band} не се броят. Спрелите да купуват остават в знаменателя, новите не са в него. Прагът {threshold} и ивицата се задават в правилата.",
)

GROWN_UNPARTED: Final = Text(
    ru="Истории мало, чтобы отделить новых клиентов от вернувшихся, поэтому случайный рост посчитан по всем и у того, кто много привлекает, занижен.",
    en="History is too short to tell new clients from returned ones, so chance is reckoned over all of them and is understated for whoever wins many.",
    bg="Историята е кратка, за да се отделят новите клиенти от завърналите се, затова случайният ръст е сметнат по всички и е занижен при тези, които привличат много.",
)

TABLE_NAME: Final = Text(ru="Рост или затоваривание", en="Growth or overstocking", bg="Ръст или презапасяване")
TABLE_SUBTITLE: Final = Text(
    ru="Прежние клиенты: выручка, средний заказ и число заказов, {now} против {before}",
    en="The earlier clients: revenue, average order and number of orders, {now} against {before}",
    bg="Предишните клиенти: приходи, среден чек и брой поръчки, {now} спрямо {before}",
)
HEAD_BEFORE: Final = Text(ru="Было", en="Before", bg="Преди")
HEAD_NOW: Final = Text(ru="Стало", en="Now", bg="Сега")
HEAD_KEPT: Final = Text(ru="Купили снова", en="Bought again", bg="Купили отново")
HEAD_VALUE: Final = Text(ru="Средний заказ", en="Average order", bg="Среден чек")
HEAD_FREQUENCY: Final = Text(ru="Заказов", en="Orders", bg="Поръчки")
HEAD_READING: Final = Text(ru="Что это", en="Reading", bg="Какво е това")
READINGS: Final = {
    "grows": Text(ru="рост доказан", en="growth is proven", bg="ръстът е доказан"),
    "falls": Text(ru="спад доказан", en="the fall is proven", bg="спадът е доказан"),
    "overstocking": Text(ru="похоже на затоваривание", en="looks like overstocking", bg="прилича на презапасяване"),
    "level": Text(ru="на том же уровне", en="level", bg="същото ниво"),
    "unclear": Text(ru="пока не видно", en="cannot tell yet", bg="още не личи"),
    "few": Text(ru="мало данных", en="too few", bg="малко данни"),
}
TABLE_STOCK: Final = Text(
    ru="{who}: заказы крупнее, но реже, а выручка та же",
    en="{who}: orders are larger but rarer, and revenue is the same",
    bg="{who}: поръчките са по-големи, но по-редки, а приходите са същите",
)
TABLE_GROWS: Final = Text(
    ru="Выручка от прежних клиентов доказанно растёт: {who}",
    en="Revenue from existing clients is proven to grow: {who}",
    bg="Приходите от старите клиенти доказано растат: {who}",
)
TABLE_FALLS: Final = Text(
    ru="Выручка от прежних клиентов доказанно падает: {who}",
    en="Revenue from existing clients is proven to fall: {who}",
    bg="Приходите от старите клиенти доказано спадат: {who}",
)
TABLE_NOTHING: Final = Text(
    ru="Ни роста, ни спада выручки от прежних клиентов не доказано",
    en="Neither growth nor fall of revenue from existing clients is proven",
    bg="Не е доказан нито ръст, нито спад на приходите от старите клиенти",
)
TABLE_FOOT: Final = Text(
    ru="NRR: выручка от прежних клиентов теперь к их прежней; GRR: то же без учёта роста. В скобках 95 % интервал. Затоваривание: средний заказ вырос, число заказов упало, а выручка осталась в пределах {level} (задаётся в правилах): клиенты запаслись, а не стали покупать больше. Меньше {gate} клиентов не судим.",
    en="NRR: revenue from the earlier clients now over theirs then; GRR: the same without counting growth. 95% interval in brackets. Overstocking: the average order is up, the number of orders down and revenue within {level} (set in the rules): clients stocked up rather than bought more. Fewer than {gate} clients are not judged.",
    bg="NRR: приходите от предишните клиенти сега спрямо тогавашните; GRR: същото, без да се брои ръстът. В скоби 95% интервал. Презапасяване: средният чек е нагоре, поръчките са по-малко, а приходите са в рамките на {level} (задава се в правилата): клиентите са се запасили, а не купуват повече. Под {gate} клиенти не съдим.",
)

KPI_NAME: Final = Text(ru="Показатели развития", en="Development figures", bg="Показатели за развитие")
KPI_WOULD: Final = Text(
    ru="Здесь будет видно, сколько заказов и групп товаров приходится на клиента, какова наша доля в его закупках и чей приоритет повышен.",
    en="You would see orders and product groups per client, our share of what clients buy, and whose priority was raised.",
    bg="Тук ще се вижда колко поръчки и продуктови групи се падат на клиент, какъв е делът ни в покупките му и чий приоритет е повишен.",
)
KPI_TITLE: Final = Text(
    ru="На клиента приходится {now} заказа, раньше было {before}",
    en="{now} orders per client, {before} before",
    bg="На клиент се падат {now} поръчки, преди {before}",
)
KPI_SUBTITLE: Final = Text(
    ru="В среднем на покупавшего клиента, {now}; в скобках то же за {before}",
    en="On average per client who bought, {now}; in brackets the same for {before}",
    bg="Средно на купувал клиент, {now}; в скоби същото за {before}",
)
HEAD_CLIENTS: Final = Text(ru="Клиентов", en="Clients", bg="Клиенти")
HEAD_ORDERS: Final = Text(ru="Заказов", en="Orders", bg="Поръчки")
HEAD_ORDERS_BASE: Final = Text(ru="На прежнего", en="Per earlier", bg="На предишен")
HEAD_REVENUE: Final = Text(ru="Выручка", en="Revenue", bg="Приход")
HEAD_GROUPS: Final = Text(ru="Групп", en="Groups", bg="Групи")
HEAD_RAREFIED: Final = Text(ru="При {n} покупках", en="At {n} purchases", bg="При {n} покупки")
HEAD_WALLET: Final = Text(ru="В кошельке", en="Of wallet", bg="В портфейла")
HEAD_PRIORITY: Final = Text(ru="Приор. ↑−↓", en="Priority ↑−↓", bg="Приор. ↑−↓")
WALLET_OF: Final = Text(ru="{share} ({n})", en="{share} ({n})", bg="{share} ({n})")
KPI_FOOT: Final = Text(
    ru="«На прежнего»: заказы тех, кто покупал раньше, на каждого из них; ушедшие считаются нулём, иначе уход клиентов поднимал бы среднее. Групп тем больше, чем чаще покупают, поэтому рядом они пересчитаны на {n} покупок (задаётся в правилах). Доля в кошельке: сумма наших продаж к сумме потенциала тех клиентов, у кого он известен, за те же дни; в скобках, у скольких он известен. Приоритет: повышения минус понижения. Удовлетворённость смотрите на странице опросов, вместе с охватом.",
    en="“Per earlier”: orders of those who bought before, per head; the lost count as zero, or losing clients would raise the average. Groups grow with the number of purchases, so beside them they are reckoned at {n} purchases (set in the rules). Share of wallet: our sales over the potential of the clients for whom it is known, for the same days; in brackets, for how many it is known. Priority: raised less lowered. For satisfaction see the surveys page, together with its coverage.",
    bg="„На предишен“: поръчките на купувалите преди, на всеки от тях; загубените са нула, иначе загубата на клиенти би вдигала средното. Групите растат с броя покупки, затова до тях са преизчислени за {n} покупки (задава се в правилата). Дял в портфейла: нашите продажби спрямо потенциала на клиентите, за които е известен, за същите дни; в скоби при колко е известен. Приоритет: повишени минус понижени. За удовлетвореността вижте страницата с анкетите, заедно с обхвата.",
)

CHEQUE_NAME: Final = Text(ru="Средний чек по группам", en="Order value by product group", bg="Среден чек по групи")
CHEQUE_WOULD: Final = Text(
    ru="Здесь будет видно, на сколько в среднем заказывают из каждой группы товаров.",
    en="You would see how much of each product group an order holds on average.",
    bg="Тук ще се вижда за колко средно се поръчва от всяка продуктова група.",
)
CHEQUE_TITLE: Final = Text(
    ru="Самый крупный средний чек: {group}, {money}",
    en="The largest average order value: {group}, {money}",
    bg="Най-голям среден чек: {group}, {money}",
)
CHEQUE_SUBTITLE: Final = Text(
    ru="Сумма группы на заказ, в котором она есть, {now}. Черта: {before}",
    en="Amount of the group per order that contains it, {now}. The tick: {before}",
    bg="Сума на групата на поръчка, която я съдържа, {now}. Чертата: {before}",
)
CHEQUE_FOOT: Final = Text(
    ru="Считается по разным заказам, а не по строкам; чеки групп не складываются в средний заказ. Возвраты и отменённые заказы не входят.",
    en="Counted over distinct orders, not lines; the values of groups do not add up to the average order. Returns and cancelled orders are left out.",
    bg="Смята се по различни поръчки, а не по редове; чековете на групите не се сумират до средната поръчка. Връщания и отказани поръчки не влизат.",
)
WAS: Final = Text(ru="{now} ({before})", en="{now} ({before})", bg="{now} ({before})")

OFFER_NAME: Final = Text(ru="Что предложить", en="What to offer", bg="Какво да се предложи")
OFFER_WOULD: Final = Text(
    ru="Здесь будет видно, какие группы товаров берут похожие клиенты, а этот нет, и какие филиалы холдингов ещё не покупают.",
    en="You would see which product groups similar clients buy and this one does not, and which branches of a group buy nothing yet.",
    bg="Тук ще се вижда кои продуктови групи купуват сходни клиенти, а този не, и кои клонове на холдинги още не купуват.",
)
OFFER_TITLE: Final = Text(
    ru="Есть что предложить: {clients}; первый в списке {first}",
    en="{clients} to make an offer to; {first} comes first",
    bg="Има какво да се предложи на {clients}; пръв е {first}",
)
OFFER_NOTHING: Final = Text(
    ru="Похожие клиенты не покупают ничего, чего не было бы у остальных",
    en="Similar clients buy nothing that the others lack",
    bg="Сходните клиенти не купуват нищо, което да липсва на другите",
)
OFFER_SUBTITLE: Final = Text(
    ru="Группы товаров, которых клиент не брал, {period}; по убыванию обычной суммы",
    en="Product groups the client has not bought, {period}; largest usual amount first",
    bg="Продуктови групи, които клиентът не е купувал, {period}; първо най-голямата обичайна сума",
)
HEAD_CLIENT: Final = Text(ru="Клиент", en="Client", bg="Клиент")
HEAD_CARE: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")
HEAD_OFFER: Final = Text(ru="Предложить", en="Offer", bg="Предложете")
HEAD_WHY: Final = Text(ru="Почему", en="Why", bg="Защо")
HEAD_USUAL: Final = Text(ru="Обычно за год", en="Usual a year", bg="Обичайно за година")
WHY_PEERS: Final = Text(
    ru="берут {share} похожих: {peers}",
    en="{share} of similar clients buy it: {peers}",
    bg="купуват я {share} от сходните: {peers}",
)
WHY_BRANCH: Final = Text(
    ru="{holding}: покупают {share} филиалов, этот нет",
    en="{holding}: {share} of its branches buy, this one does not",
    bg="{holding}: купуват {share} от клоновете, този не",
)
FIRST_ORDER: Final = Text(ru="первый заказ", en="a first order", bg="първа поръчка")
OFFER_FOOT: Final = Text(
    ru="Похожие: тот же сегмент и размер, а если таких меньше {gate}, то тот же сегмент. Группа предлагается, когда её берут не меньше {share} похожих (задаётся в правилах). «Обычно»: медиана за 12 месяцев у тех, кто берёт. Это повод спросить, а не обещание продажи.",
    en="Similar: of the same segment and size or, where these are fewer than {gate}, of the same segment. A group is suggested when at least {share} of similar clients buy it (set in the rules). “Usual”: the median of 12 months among those who buy. It is a reason to ask, not the promise of a sale.",
    bg="Сходни: със същия сегмент и големина, а ако са под {gate}, със същия сегмент. Група се предлага, когато я купуват поне {share} от сходните (задава се в правилата). „Обичайно“: медианата за 12 месеца при купуващите. Това е повод за въпрос, а не обещание за продажба.",
)

GOAL_NAME: Final = Text(ru="Цели по сегментам", en="Goals by segment", bg="Цели по сегменти")
GOAL_WOULD: Final = Text(
    ru="Здесь будет видно, насколько каждый сегмент приблизился к своей цели: групп товаров на клиента, доля в кошельке и другие показатели.",
    en="You would see how close each segment has come to its goal: product groups per client, share of wallet and other figures.",
    bg="Тук ще се вижда доколко всеки сегмент е близо до целта си: групи на клиент, дял в портфейла и други показатели.",
)
GOAL_NONE: Final = Text(
    ru="В таблице целей нет показателя, который считает эта страница",
    en="The table of goals names no figure that this page works out",
    bg="В таблицата с цели няма показател, който тази страница смята",
)
GOAL_WRITE: Final = Text(
    ru="Назовите показатель одним из имён: {names}",
    en="Name the figure in one of these ways: {names}",
    bg="Назовете показателя по един от тези начини: {names}",
)
GOAL_TITLE: Final = Text(ru="Цели достигнуты: {share}", en="Goals reached: {share}", bg="Постигнати цели: {share}")
GOAL_SUBTITLE: Final = Text(
    ru="Факт за {now}, рядом {before} и цель из таблицы целей",
    en="Fact of {now}, beside it {before} and the goal from the table of goals",
    bg="Факт за {now}, до него {before} и целта от таблицата с цели",
)
HEAD_SEGMENT: Final = Text(ru="Сегмент", en="Segment", bg="Сегмент")
HEAD_FIGURE: Final = Text(ru="Показатель", en="Figure", bg="Показател")
HEAD_GOAL: Final = Text(ru="Цель", en="Goal", bg="Цел")
HEAD_PROGRESS: Final = Text(ru="Выполнено", en="Reached", bg="Изпълнено")
EVERYBODY: Final = Text(ru="все клиенты", en="all clients", bg="всички клиенти")
FIGURES: Final = {
    "groups": Text(ru="Групп на клиента", en="Groups per client", bg="Групи на клиент"),
    "orders": Text(ru="Заказов на клиента", en="Orders per client", bg="Поръчки на клиент"),
    "grown": Text(ru="Доля повысивших покупки", en="Share who bought more", bg="Дял повишили покупките"),
    "wallet": Text(ru="Доля в кошельке", en="Share of wallet", bg="Дял в портфейла"),
    "net": Text(ru="NRR", en="NRR", bg="NRR"),
    "satisfied": Text(ru="Довольные клиенты", en="Satisfied clients", bg="Доволни клиенти"),
}
GOAL_SATISFIED: Final = Text(
    ru="Довольные – среди опрошенных, в скобках – где лежит правда обо всех выполненных заказах; цель достигнута, когда её достигает нижняя граница.",
    en="Satisfied clients are those among the asked; in brackets, where the truth of all completed orders lies. The goal is reached when the lower end reaches it.",
    bg="Доволните са сред попитаните; в скоби е къде лежи истината за всички изпълнени поръчки. Целта е постигната, когато долната граница я достигне.",
)
GOAL_FOOT: Final = Text(
    ru="Доли можно записать как 0,9 или как 90. Рост «на 10 % до 90 %» двусмыслен, поэтому цель всегда записывается тем значением, которого нужно достичь. Часть роста в сегменте, отобранном за низкое значение, приходит сама: сравните с прошлым годом. Не понятых строк таблицы целей: {unknown}.",
    en="Shares may be written as 0.9 or as 90. A rise “by 10% to 90%” is ambiguous, so a goal is always the value to be reached. In a segment picked for its low value part of the rise comes by itself: compare with the year before. Rows of the table of goals not understood: {unknown}.",
    bg="Дяловете може да се пишат като 0,9 или като 90. Ръст „с 10% до 90%“ е двусмислен, затова целта е винаги стойността, която трябва да се достигне. В сегмент, избран заради ниска стойност, част от ръста идва от само себе си: сравнете с предходната година. Неразбрани редове в таблицата с цели: {unknown}.",
)
