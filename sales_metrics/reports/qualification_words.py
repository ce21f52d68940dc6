"""The words of the page on which clients are ours by the portrait."""

from __future__ import annotations

from typing import Final

from ..metrics.portrait import AGREE, NOT_OURS, OURS, SPENT, TURNED_AWAY, UNDECIDED, UNKNOWN
from ..model.text import Text

LABELS: Final = {
    OURS: Text(ru="Наши", en="Ours", bg="Наши"),
    UNKNOWN: Text(ru="Доузнать", en="To be found out", bg="Да се уточни"),
    NOT_OURS: Text(ru="Не наши", en="Not ours", bg="Не са наши"),
}
WRITE: Final = Text(
    ru="Опишите его в разделе «Данные», «Справочники», таблица «Портрет клиента»: строка на признак. С чего начать, "
    "подсказывает сравнение лучших клиентов ниже.",
    en="Describe it under Data, Dictionaries, in the table “Client portrait”, a row a feature. The comparison of the "
    "best clients below suggests where to begin.",
    bg="Опишете го в „Данни“, „Речници“, таблицата „Портрет на клиента“, по ред за признак. Откъде да започнете, "
    "подсказва сравнението на най-добрите клиенти по-долу.",
)
RULE_FOOT: Final = Text(
    ru="Наш – если нет исключений и подходит не меньше {share} признаков портрета; неизвестное не считается ни за, ни "
    "против.",
    en="Ours means no exclusion and at least {share} of the portrait’s marks; what is unknown counts neither for nor "
    "against.",
    bg="Наш значи без изключване и с поне {share} от белезите на портрета; неизвестното не се брои нито за, нито против.",
)

# Who is ours
CLIENTS_NAME: Final = Text(ru="Наш или не наш", en="Ours or not", bg="Наш или не")
CLIENTS_SHOW: Final = Text(
    ru="Здесь будет видно, сколько клиентов наши, сколько нет и о скольких надо доузнать, с их деньгами.",
    en="You would see how many clients are ours, how many are not and how many are to be found out, with their money.",
    bg="Тук ще се вижда колко клиенти са наши, колко не са и колко трябва да се уточнят, с парите им.",
)
CLIENTS_TITLE: Final = Text(
    ru="По портрету наших {ours} из {n}, не наших {other}, доузнать о {unknown}",
    en="By the portrait {ours} of {n} clients are ours, {other} are not, {unknown} are to be found out",
    bg="Според портрета наши са {ours} от {n}, не са наши {other}, да се уточнят {unknown}",
)
CLIENTS_SUBTITLE: Final = Text(
    ru="Клиентов по портрету, рядом выручка за 12 месяцев и сумма открытых сделок, на {day}",
    en="Clients by the portrait, with their revenue of 12 months and the money in open deals, as of {day}",
    bg="Клиенти според портрета, до тях приходите за 12 месеца и парите в отворени сделки, към {day}",
)
CLIENTS_HEAD: Final = Text(ru="клиентов", en="clients", bg="клиенти")
MONEY_BOTH: Final = Text(ru="выручка · в сделках", en="revenue · open", bg="приходи · в сделки")
MONEY_BOUGHT: Final = Text(ru="выручка", en="revenue", bg="приходи")
MONEY_OPEN: Final = Text(ru="в открытых сделках", en="in open deals", bg="в отворени сделки")

# Open deals
OPEN_NAME: Final = Text(ru="Открытые сделки: с кем", en="Open deals: with whom", bg="Отворени сделки: с кого")
OPEN_SHOW: Final = Text(
    ru="Здесь будет видно, сколько открытых сделок с клиентами, которые по портрету не наши.",
    en="You would see how many open deals are with clients that are not ours by the portrait.",
    bg="Тук ще се вижда колко отворени сделки са с клиенти, които според портрета не са наши.",
)
OPEN_TITLE: Final = Text(
    ru="Открытые сделки не с нашими клиентами: {share}, {money}",
    en="Open deals with clients that are not ours: {share}, {money}",
    bg="Отворени сделки с клиенти, които не са наши: {share}, {money}",
)
OPEN_SUBTITLE: Final = Text(
    ru="Открытых сделок по портрету клиента, на {day}",
    en="Open deals by the portrait of the client, as of {day}",
    bg="Отворени сделки според портрета на клиента, към {day}",
)
OPEN_HEAD: Final = Text(ru="сделок", en="deals", bg="сделки")
AMOUNT_HEAD: Final = Text(ru="сумма", en="amount", bg="сума")
STRANGERS: Final = Text(
    ru="Клиент, которого нет в таблице клиентов, стоит в «доузнать».",
    en="A client that the clients table lacks is to be found out.",
    bg="Клиент, който липсва в таблицата с клиенти, е за уточняване.",
)

# What to ask
ASK_NAME: Final = Text(
    ru="О ком доузнать и что", en="Whom to find out about, and what", bg="За кого и какво да уточним"
)
ASK_SHOW: Final = Text(
    ru="Здесь будет список клиентов, о которых решит один-два ответа, с этими вопросами.",
    en="You would see the clients that one or two answers would decide, with these questions.",
    bg="Тук ще е списъкът на клиентите, за които решават един-два отговора, с тези въпроси.",
)
ASK_TITLE: Final = Text(
    ru="Доузнать: {clients}; чаще всего не хватает ответа «{column}»: {share}",
    en="To be found out: {clients}; most often missing is “{column}”: {share}",
    bg="За уточняване: {clients}; най-често липсва отговорът „{column}“: {share}",
)
ASK_NONE: Final = Text(
    ru="О каждом клиенте портрет уже может судить",
    en="The portrait can already judge every client",
    bg="Портретът вече може да прецени всеки клиент",
)
ASK_NONE_HINT: Final = Text(
    ru="Ни один неизвестный ответ уже ничего не изменит.",
    en="No answer that is still unknown would change anything.",
    bg="Никой още неизвестен отговор не би променил нищо.",
)
ASK_SUBTITLE: Final = Text(
    ru="Клиенты, о которых решат неизвестные ответы, на {day}. Сначала с большими открытыми сделками, затем с "
    "большей выручкой за 12 месяцев",
    en="Clients that unknown answers would decide, as of {day}. Those with most money in open deals first, then by "
    "revenue of 12 months",
    bg="Клиенти, за които решават неизвестните отговори, към {day}. Първо с най-много пари в отворени сделки, после по "
    "приходи за 12 месеца",
)
ASK_COLUMNS: Final = (
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Спросить", en="Ask for", bg="Да се попита"),
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Признаков", en="Marks", bg="Белези"),
    Text(ru="В сделках", en="Open deals", bg="В сделки"),
    Text(ru="Выручка", en="Revenue", bg="Приходи"),
    Text(ru="Сейчас", en="Just now", bg="В момента"),
)
ASK_MARKS: Final = Text(ru="{low}–{high} из {all}", en="{low}–{high} of {all}", bg="{low}–{high} от {all}")
ASK_SURE: Final = Text(ru="{low} из {all}", en="{low} of {all}", bg="{low} от {all}")
ASK_SEVERAL: Final = Text(
    ru="{columns}: должно подойти {need} из {open}",
    en="{columns}: {need} of {open} must fit",
    bg="{columns}: трябва да паснат {need} от {open}",
)
RIVAL: Final = Text(ru="выбрал конкурента {day}", en="chose a competitor on {day}", bg="избра конкурент на {day}")
ASK_FOOT: Final = Text(
    ru="Признаков: сколько подходит точно и сколько – если подойдёт всё неизвестное.",
    en="Marks: how many fit for certain, and how many if everything unknown does.",
    bg="Белези: колко пасват със сигурност и колко, ако пасне всичко неизвестно.",
)
RIVAL_FOOT: Final = Text(
    ru="▼ – за последние {days} выбрал конкурента: с небольшой быстрой сделкой к нему сейчас идти рано.",
    en="▼ means that it chose a competitor in the last {days}: too soon to press for a small, quick deal.",
    bg="▼ значи, че през последните {days} е избрал конкурент: за малка бърза сделка сега е рано.",
)

# Typed marks against the portrait
MARKS_NAME: Final = Text(
    ru="Отметка в сделке против портрета",
    en="The mark on the deal against the portrait",
    bg="Отметката срещу портрета",
)
MARKS_SHOW: Final = Text(
    ru="Здесь будет видно, где отметка «наш» в сделке и портрет расходятся.",
    en="You would see where the mark “ours” on a deal and the portrait part ways.",
    bg="Тук ще се вижда къде отметката „наш“ в сделката и портретът се разминават.",
)
MARKS_TITLE: Final = Text(
    ru="Отметка и портрет расходятся: {share}; наших отвергнуто {away}",
    en="Mark and portrait disagree: {share}; {away} of ours turned away",
    bg="Отметката и портретът се разминават: {share}; отхвърлени наши: {away}",
)
MARKS_AGREE: Final = Text(
    ru="Отметки в сделках и портрет нигде не расходятся",
    en="No mark on a deal contradicts the portrait",
    bg="Никоя отметка в сделка не противоречи на портрета",
)
MARKS_SUBTITLE: Final = Text(
    ru="Сделки с отметкой «наш» или «не наш», {date}, {period}",
    en="Deals marked ours or not ours, {date}, {period}",
    bg="Сделки с отметка „наш“ или „не е наш“, {date}, {period}",
)
MARKS: Final = {
    SPENT: Text(
        ru="Отмечен наш, портрет против",
        en="Marked ours, the portrait refuses",
        bg="Отбелязан наш, портретът е против",
    ),
    TURNED_AWAY: Text(
        ru="Отмечен не наш, портрет за",
        en="Marked not ours, the portrait accepts",
        bg="Отбелязан не наш, портретът е за",
    ),
    UNDECIDED: Text(ru="Портрет ещё не решил", en="The portrait is undecided", bg="Портретът още не е решил"),
    AGREE: Text(ru="Сходятся", en="They agree", bg="Съвпадат"),
}
MARKS_FOOT: Final = Text(
    ru="Расхождение – повод спросить, кто прав: отметка или портрет. Портрет нынешний, отметка могла быть поставлена "
    "при прежнем.",
    en="A disagreement is a reason to ask which is right, the mark or the portrait. The portrait is today’s; the mark "
    "may be older than it.",
    bg="Разминаването е повод да се попита кое е вярно: отметката или портретът. Портретът е днешният, отметката може "
    "да е по-стара.",
)

# Does the portrait tell anything
CHECK_NAME: Final = Text(
    ru="Говорит ли портрет, кто купит", en="Does the portrait tell who buys", bg="Казва ли портретът кой ще купи"
)
CHECK_SHOW: Final = Text(
    ru="Здесь будет доля побед у наших и не наших клиентов и проверка, отличает ли портрет победы от отказов.",
    en="You would see the win rate with clients of ours and others, and whether the portrait tells won from lost.",
    bg="Тук ще е делът на победите при наши и при другите и проверка дали портретът отличава победите от отказите.",
)
CHECK_TELLS: Final = Text(
    ru="Портрет отличает победы от отказов: AUC {area}",
    en="The portrait tells won deals from lost ones: AUC {area}",
    bg="Портретът отличава победите от отказите: AUC {area}",
)
CHECK_WRONG: Final = Text(
    ru="Портрет показывает в обратную сторону: AUC {area}",
    en="The portrait points the wrong way: AUC {area}",
    bg="Портретът сочи в обратната посока: AUC {area}",
)
CHECK_SAME: Final = Text(
    ru="Портрет практически не говорит, кто купит: AUC {area}",
    en="The portrait tells practically nothing of who buys: AUC {area}",
    bg="Портретът на практика не казва кой ще купи: AUC {area}",
)
CHECK_OPEN: Final = Text(
    ru="Пока не видно, говорит ли портрет, кто купит: AUC {area}",
    en="It cannot be told yet whether the portrait tells who buys: AUC {area}",
    bg="Още не личи дали портретът казва кой ще купи: AUC {area}",
)
CHECK_FEW: Final = Text(
    ru="Проверять портрет рано: {won} с победой, {lost} с отказом, нужно по {gate}",
    en="Too early to check the portrait: {won} with a win, {lost} with a loss, {gate} of each needed",
    bg="Рано е за проверка на портрета: {won} с победа, {lost} с отказ, нужни са по {gate}",
)
CHECK_SUBTITLE: Final = Text(
    ru="Доля выигранных из закрытых сделок, {date}, {period}",
    en="Share won of closed deals, {date}, {period}",
    bg="Дял на спечелените от приключените сделки, {date}, {period}",
)
CHECK_ALL: Final = Text(ru="все {share}", en="all {share}", bg="всички {share}")
CHECK_FOOT: Final = Text(
    ru="Точка – доля, черта – 95 % интервал. AUC – как часто у выигранной сделки оценка клиента выше, чем у "
    "проигранной; 0,5 – как бросок монеты, в скобках 95 % интервал Хэнли – Макнила. Сделки одного клиента похожи, "
    "поэтому интервал считается по клиентам. Неизвестный признак идёт за половину, исключённый клиент – за ноль.",
    en="Dot: the share, line: interval of 95%. AUC is how often the client of a won deal scores higher than that of a "
    "lost one; 0.5 is a coin toss, Hanley and McNeil’s 95% interval in brackets. Deals of one client are alike, so "
    "the interval goes by clients. An unknown mark counts half, an excluded client nothing.",
    bg="Точка – дялът, черта – 95% интервал. AUC е колко често клиентът на спечелена сделка има по-висока оценка от "
    "този на загубена; 0,5 е като хвърлена монета, в скоби е 95% интервал на Хенли и Макнийл. Сделките на един клиент "
    "си приличат, затова интервалът е по клиенти. Неизвестен белег е за половин, изключен клиент – за нула.",
)
CHECK_CIRCLE: Final = Text(
    ru="Проверка ходит по кругу: выиграть можно только у тех, кому звонили. Если не нашим не звонят, портрет подтвердит "
    "сам себя; честнее всего он проверяется на клиентах, которым позвонили, не глядя в портрет.",
    en="The check is circular: only those who were called can be won. If nobody calls the others, a portrait confirms "
    "itself; the fair test is to call some clients without looking at it.",
    bg="Проверката се върти в кръг: печели се само от онези, на които сме се обадили. Ако на другите никой не звъни, "
    "портретът се потвърждава сам; честната проверка са клиенти, на които се обаждате, без да гледате портрета.",
)
CHECK_NEEDED: Final = Text(
    ru="Чтобы увидеть AUC {area}, нужно по {n} клиентов с победой и с отказом.",
    en="To see an AUC of {area} takes {n} clients won and as many lost.",
    bg="За да се види AUC {area}, са нужни по {n} клиенти със спечелена и със загубена сделка.",
)
WEIGHTS_FEW: Final = Text(
    ru="Веса признакам не подбираются: нужно 100 закрытых сделок и по 10 побед и отказов на признак, а здесь сделок "
    "{closed}, признаков {marks}. Все признаки весят поровну.",
    en="Weights are not fitted: that takes 100 closed deals and 10 won and lost per mark; here are {closed} deals and "
    "{marks} marks. All marks weigh the same.",
    bg="Тежести не се напасват: нужни са 100 приключени сделки и по 10 победи и отказа на белег, а тук сделките са "
    "{closed}, белезите {marks}. Всички белези тежат поравно.",
)
WEIGHTS_EVEN: Final = Text(
    ru="Все признаки весят поровну и при таком числе сделок: на новых клиентах равные веса обычно не хуже подобранных, "
    "и их можно объяснить.",
    en="All marks weigh the same even with so many deals: on new clients equal weights usually do as well as fitted "
    "ones, and can be explained.",
    bg="Всички белези тежат поравно и при толкова сделки: при нови клиенти равните тежести обикновено не са по-лоши от "
    "напаснатите и могат да се обяснят.",
)

# What the best have in common
BEST_NAME: Final = Text(
    ru="Что общего у лучших клиентов", en="What the best clients have in common", bg="Какво е общото на най-добрите"
)
BEST_SHOW: Final = Text(
    ru="Здесь будет видно, чем лучшие по выручке клиенты отличаются от остальных: с этого начинают портрет.",
    en="You would see how the best clients by revenue differ from the others: where a portrait begins.",
    bg="Тук ще се вижда по какво най-добрите по приходи клиенти се различават от другите: оттам започва портретът.",
)
BEST_TITLE: Final = Text(
    ru="У лучших клиентов чаще встречается {label}: {own} против {rest} у остальных",
    en="More often among the best clients: {label}, {own} against {rest} of the others",
    bg="При най-добрите клиенти по-често се среща {label}: {own} срещу {rest} при другите",
)
BEST_LESS: Final = Text(
    ru="У лучших клиентов реже встречается {label}: {own} против {rest} у остальных",
    en="Less often among the best clients: {label}, {own} against {rest} of the others",
    bg="При най-добрите клиенти по-рядко се среща {label}: {own} срещу {rest} при другите",
)
BEST_ALIKE: Final = Text(
    ru="По своим данным лучшие клиенты практически как остальные",
    en="By what is known of them the best clients are practically like the others",
    bg="По известното за тях най-добрите клиенти са практически като другите",
)
BEST_OPEN: Final = Text(
    ru="Пока не видно, чем лучшие клиенты отличаются от остальных",
    en="It cannot be told yet how the best clients differ from the others",
    bg="Още не личи по какво най-добрите клиенти се различават от другите",
)
BEST_FEW: Final = Text(
    ru="Сравнивать рано: покупали {clients}, лучших среди них {best}",
    en="Too early to compare: {clients} bought, {best} of them are the best",
    bg="Рано е за сравнение: купували са {clients}, най-добрите от тях са {best}",
)
BEST_BLANK: Final = Text(
    ru="О купивших клиентах не записано ничего, что можно сравнить",
    en="Nothing is on record about the clients that bought which could be compared",
    bg="За купувалите клиенти не е записано нищо, което да се сравни",
)
BEST_SUBTITLE: Final = Text(
    ru="Лучшие {share} покупателей по выручке за 12 месяцев до {day} против остальных: разница долей",
    en="The best {share} of buying clients by revenue of 12 months to {day} against the others: difference of shares",
    bg="Най-добрите {share} от купувачите по приходи за 12 месеца до {day} срещу другите: разлика в дяловете",
)
BEST_REFERENCE: Final = Text(
    ru="как у остальных ±{delta}", en="like the others ±{delta}", bg="като другите ±{delta}"
)
BEST_ASIDE: Final = Text(ru="остальные {rest}", en="others {rest}", bg="другите {rest}")
BEST_IN: Final = Text(
    ru="остальные {rest}, уже в портрете",
    en="others {rest}, in the portrait already",
    bg="другите {rest}, вече е в портрета",
)
SHORT: Final = {
    "size": Text(ru="Размер", en="Size", bg="Големина"),
    "holding": Text(ru="Холдинг", en="Group", bg="Холдинг"),
    "channel_first": Text(ru="Канал", en="Channel", bg="Канал"),
    "is_federal": Text(ru="Федеральный", en="National", bg="Национален"),
}
"""Columns whose titles are too long to stand beside their values."""
BEST_VERDICTS: Final = {
    "more": Text(ru="↑ чаще", en="↑ more often", bg="↑ по-често"),
    "less": Text(ru="↓ реже", en="↓ less often", bg="↓ по-рядко"),
    "same": Text(ru="= как у остальных", en="= like the others", bg="= като другите"),
    "cannot_tell": Text(ru="? пока не видно", en="? cannot tell yet", bg="? още не личи"),
    "too_few": Text(ru="мало данных", en="too few", bg="малко данни"),
}
BEST_NEEDED: Final = Text(
    ru="? не видно, нужно ещё {n}", en="? cannot tell, {n} more needed", bg="? не личи, нужни са още {n}"
)
BEST_FOOT: Final = Text(
    ru="Точка – разница долей, черта – 95 % интервал Ньюкомба; вывод сделан с поправкой на число сравнений. Доли – от "
    "клиентов, о которых столбец заполнен. Размер и приоритет нередко ставят уже по выручке.",
    en="Dot: difference of the shares, line: Newcombe’s interval of 95%; the verdict allows for the number of "
    "comparisons. Shares are of the clients whose column is filled in. Size and priority are often set by revenue.",
    bg="Точка – разлика в дяловете, черта – 95% интервал на Нюкъм; изводът отчита броя на сравненията. Дяловете са от "
    "клиентите с попълнена колона. Големината и приоритетът често се поставят според приходите.",
)
BEST_MORE: Final = Text(
    ru="Показаны {shown} из {all} сравнений.",
    en="Shown are {shown} of {all} comparisons.",
    bg="Показани са {shown} от {all} сравнения.",
)
PUT_IN: Final = Text(
    ru="Можно внести в портрет: столбец «{column}», значения: {values}.",
    en="Worth putting into the portrait: column “{column}”, values: {values}.",
    bg="Може да влезе в портрета: колона „{column}“, стойности: {values}.",
)
PUT_HINT: Final = Text(
    ru="Это предположение: общее у лучших может быть следствием того, кому продавали. Портрет правят в справочниках.",
    en="This is a hypothesis: what the best share may follow from whom you sold to. The portrait is edited under "
    "Dictionaries.",
    bg="Това е предположение: общото при най-добрите може да идва от това на кого сте продавали. Портретът се поправя в "
    "речниците.",
)

# The portrait itself
PORTRAIT_NAME: Final = Text(ru="Портрет клиента", en="The portrait of the ideal client", bg="Портретът на клиента")
PORTRAIT_TITLE: Final = Text(
    ru="Хуже всего известен признак «{feature}»: {share}",
    en="Least is known of “{feature}”: {share}",
    bg="Най-малко се знае за „{feature}“: {share}",
)
PORTRAIT_KNOWN: Final = Text(
    ru="О каждом клиенте известны все ответы по портрету",
    en="Every answer to the portrait is known of every client",
    bg="За всеки клиент са известни всички отговори по портрета",
)
PORTRAIT_SUBTITLE: Final = Text(
    ru="Признаки портрета и клиенты, о которых ответ известен, на {day}",
    en="Features of the portrait, and the clients of whom the answer is known, as of {day}",
    bg="Признаци от портрета и клиентите, за които отговорът е известен, към {day}",
)
PORTRAIT_COLUMNS: Final = (
    Text(ru="Признак", en="Feature", bg="Признак"),
    Text(ru="Что подходит", en="What counts", bg="Какво се брои"),
    Text(ru="Значит", en="Means", bg="Значи"),
    Text(ru="Ответ известен", en="Answer known", bg="Отговорът е известен"),
    Text(ru="Есть", en="Have it", bg="Имат го"),
)
AT_LEAST: Final = Text(ru="от {low}", en="from {low}", bg="от {low}")
AT_MOST: Final = Text(ru="до {high}", en="up to {high}", bg="до {high}")
BETWEEN: Final = Text(ru="от {low} до {high}", en="{low} to {high}", bg="от {low} до {high}")
UNUSABLE: Final = Text(
    ru="Ни одной строкой портрета нельзя воспользоваться",
    en="No row of the portrait can be used",
    bg="Нито един ред от портрета не може да се използва",
)
YES: Final = Text(ru="да", en="yes", bg="да")
NO: Final = Text(ru="нет", en="no", bg="не")
