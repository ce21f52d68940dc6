"""What the forecast page says: each forecast is one sentence that can be read aloud.

Long because it holds nothing but these sentences, each in three languages.
"""

from __future__ import annotations

from typing import Final

from ..model.text import Text

PERIOD: Final = Text(ru="Что прогнозируем", en="What is forecast", bg="Какво прогнозираме")
THIS_MONTH: Final = Text(ru="этот месяц", en="this month", bg="този месец")
NEXT_MONTH: Final = Text(ru="следующий месяц", en="next month", bg="следващия месец")
THIS_QUARTER: Final = Text(ru="этот квартал", en="this quarter", bg="това тримесечие")
NEXT_QUARTER: Final = Text(ru="следующий квартал", en="next quarter", bg="следващото тримесечие")

FORMULA_NAME: Final = Text(
    ru="Прогноз одной формулой", en="The forecast as one formula", bg="Прогноза с една формула"
)
FORMULA_WOULD: Final = Text(
    ru="Здесь будет видно, сколько принесут встречи месяца: встречи в день × рабочие дни × результативность × средний "
    "договор.",
    en="You would see what the meetings of a month bring: meetings a day × working days × effectiveness × average "
    "contract.",
    bg="Тук ще се вижда какво носят срещите за месеца: срещи на ден × работни дни × резултатност × среден договор.",
)
FORMULA_TITLE: Final = Text(
    ru="По формуле {period} даст {money}",
    en="By the formula {period} brings {money}",
    bg="По формулата {period} ще донесе {money}",
)
FORMULA_SUBTITLE: Final = Text(
    ru="Все факторы по записям за {past}; каждый можно изменить",
    en="All factors as recorded in {past}; each can be changed",
    bg="Всички множители са по записите за {past}; всеки може да се промени",
)
FACTOR_HEADS: Final = Text(ru="менеджеров", en="managers", bg="мениджъри")
FACTOR_MEETINGS: Final = Text(ru="встреч в рабочий день", en="meetings per working day", bg="срещи на работен ден")
FACTOR_DAYS: Final = Text(ru="рабочих дней", en="working days", bg="работни дни")
FACTOR_SHARE: Final = Text(ru="встреч с договором", en="meetings with a contract", bg="срещи с договор")
FACTOR_AMOUNT: Final = Text(ru="средний договор", en="average contract", bg="среден договор")
FACTOR_RESULT: Final = Text(ru="договоров на сумму", en="worth of contracts", bg="договори на стойност")
SET_MEETINGS: Final = Text(ru="Встреч в день", en="Meetings a day", bg="Срещи на ден")
SET_DAYS: Final = Text(ru="Рабочих дней", en="Working days", bg="Работни дни")
SET_SHARE: Final = Text(ru="Результативность, %", en="Effectiveness, %", bg="Резултатност, %")
SET_AMOUNT: Final = Text(ru="Средний договор", en="Average contract", bg="Среден договор")
NOTE_HEADS: Final = Text(
    ru="со встречами за последний месяц", en="with meetings in the last month", bg="със срещи през последния месец"
)
NOTE_SET: Final = Text(
    ru="задано вами; по записям {value}",
    en="set by you; on record {value}",
    bg="зададено от вас; по записите {value}",
)
NOTE_DAYS: Final = Text(
    ru="по календарю, без отпусков", en="by the calendar, less leave", bg="по календара, без отпуските"
)
EXAMPLE: Final = Text(
    ru="Пример из статьи о CRM: 2 встречи в день × 22 дня × 0,1 × 50 000 = 220 000. Названные там 440 000 вдвое больше: "
    "две встречи в день посчитаны дважды.",
    en="The example of the article on CRM: 2 meetings a day × 22 days × 0.1 × 50,000 = 220,000. The 440,000 named "
    "there are twice that: the two meetings a day were counted twice.",
    bg="Примерът от статията за CRM: 2 срещи на ден × 22 дни × 0,1 × 50 000 = 220 000. Посочените там 440 000 са двойно "
    "повече: двете срещи на ден са броени два пъти.",
)
FORMULA_FOOT: Final = Text(
    ru="Одно число не говорит, насколько можно ошибиться: об этом следующий график.",
    en="A single figure does not say how far it may miss: the next chart does.",
    bg="Едно число не казва колко може да се сбърка: това показва следващата графика.",
)

FAN_NAME: Final = Text(ru="Чем кончится период", en="Where the period will end", bg="Как ще завърши периодът")
FAN_WOULD: Final = Text(
    ru="Здесь будет видно, на какую сумму договоров можно рассчитывать и с какой вероятностью выполнится план.",
    en="You would see what contracts to count on, and how likely the plan is to be met.",
    bg="Тук ще се вижда на каква сума договори може да се разчита и колко вероятно е планът да се изпълни.",
)
FAN_FEW: Final = Text(
    ru="Договоров после встреч пока меньше {least}: прогнозировать не из чего",
    en="Fewer than {least} contracts after meetings so far: nothing to forecast from",
    bg="Засега има по-малко от {least} договора след срещи: няма от какво да се прогнозира",
)
FAN_TITLE: Final = Text(
    ru="{period}: скорее всего {low}–{high}",
    en="{period}: most likely {low_full} to {high}",
    bg="{period}: най-вероятно {low}–{high}",
)
FAN_TITLE_PLAN: Final = Text(
    ru="{period}: скорее всего {low}–{high}; план {plan} выполнится в {tenths} случаях из 10",
    en="{period}: most likely {low_full} to {high}; the plan of {plan} is met in {tenths} of 10 cases",
    bg="{period}: най-вероятно {low}–{high}; планът от {plan} се изпълнява в {tenths} от 10 случая",
)
FAN_TITLE_SURE: Final = Text(
    ru="{period}: скорее всего {low}–{high}; план {plan} почти наверняка выполнится",
    en="{period}: most likely {low_full} to {high}; the plan of {plan} will almost surely be met",
    bg="{period}: най-вероятно {low}–{high}; планът от {plan} почти сигурно ще се изпълни",
)
FAN_TITLE_LOST: Final = Text(
    ru="{period}: скорее всего {low}–{high}; план {plan} почти наверняка не выполнится",
    en="{period}: most likely {low_full} to {high}; the plan of {plan} will almost surely be missed",
    bg="{period}: най-вероятно {low}–{high}; плановите {plan} са почти непостижими",
)
FAN_SUBTITLE: Final = Text(
    ru="Сумма выигранных сделок нарастающим итогом, {date}, {period}",
    en="Won amount as a running total, {date}, {period}",
    bg="Сума на спечелените сделки с натрупване, {date}, {period}",
)
MISSING: Final = Text(
    ru="До плана в середине прогноза не хватает {gap}. Это примерно {meetings} встреч в неделю сверх нынешних, или "
    "результативность {share} вместо {now}, или средний договор {amount} вместо {usual}.",
    en="The middle of the forecast is {gap} short of the plan: about {meetings} more meetings a week, or an "
    "effectiveness of {share} instead of {now}, or an average contract of {amount} instead of {usual}.",
    bg="В средата на прогнозата до плана не достигат {gap}: около {meetings} срещи седмично повече, или резултатност "
    "{share} вместо {now}, или среден договор {amount} вместо {usual}.",
)
FAN_FOOT: Final = Text(
    ru="Полосы: 50, 80 и 95 % возможных исходов из {draws} розыгрышей с постоянным зерном: встречи в день, "
    "результативность (стянутая к отделу), суммы и срок до договора взяты из записей за {past}. Фильтр периода здесь не "
    "действует.",
    en="Bands: 50, 80 and 95% of possible outcomes, out of {draws} draws with a fixed seed: meetings a day, "
    "effectiveness (drawn towards the team), amounts and the time to a contract are those of {past}. The filter of the "
    "period does not apply here.",
    bg="Ивици: 50, 80 и 95% от възможните изходи от {draws} тегления с постоянно начало: срещите на ден, резултатността "
    "(изтеглена към отдела), сумите и срокът до договор са от записите за {past}. Филтърът за период тук не важи.",
)
FOOT_LEVERS: Final = Text(
    ru="Показано «что, если»: ползунки изменены.",
    en="This is a what-if: the sliders are moved.",
    bg="Показано е „какво ако“: плъзгачите са преместени.",
)
LEVER_MEETINGS: Final = Text(ru="Встреч больше, %", en="More meetings, %", bg="Повече срещи, %")
LEVER_SHARE: Final = Text(
    ru="Результативность выше, %", en="Higher effectiveness, %", bg="По-висока резултатност, %"
)
LEVER_AMOUNT: Final = Text(ru="Договор крупнее, %", en="Larger contract, %", bg="По-голям договор, %")
LEVER_HEADS: Final = Text(ru="Менеджеров больше", en="More managers", bg="Повече мениджъри")
WORD_PLAN: Final = Text(ru="План {money}", en="Plan {money}", bg="План {money}")
WORD_FORECAST: Final = Text(ru="Прогноз {money}", en="Forecast {money}", bg="Прогноза {money}")
WORD_BAND: Final = Text(ru="{level}: {span}", en="{level}: {span}", bg="{level}: {span}")
WORD_FACT: Final = Text(ru="факт {money}", en="so far {money}", bg="досега {money}")
WORD_TODAY: Final = Text(ru="данные до {day}", en="data to {day}", bg="данни до {day}")
POINT: Final = Text(ru="к {day}: {money}", en="by {day}: {money}", bg="до {day}: {money}")
NOT_PER_PERSON: Final = Text(
    ru="Рабочий день не делится по этому фильтру: снимите фильтр слева, чтобы увидеть прогноз",
    en="A working day cannot be split by this filter: clear it on the left to see the forecast",
    bg="Работният ден не се дели по този филтър: махнете го отляво, за да видите прогнозата",
)

SERIES_NAME: Final = Text(ru="Прогноз по месяцам", en="The forecast by month", bg="Прогноза по месеци")
SERIES_WOULD: Final = Text(
    ru="Здесь будет видно, чего ждать в ближайшие три месяца, если судить по прошлым месяцам.",
    en="You would see what the next three months may bring, judging by the months before.",
    bg="Тук ще се вижда какво да се очаква през следващите три месеца, ако се съди по предишните.",
)
SERIES_FEW: Final = Text(
    ru="Законченных месяцев {n}, а для прогноза по месяцам нужно хотя бы {least}",
    en="{n} whole months so far; a forecast by month needs {least}",
    bg="Приключилите месеци са {n}, а за прогноза по месеци са нужни поне {least}",
)
SERIES_TITLE: Final = Text(
    ru="{month}: по прошлым месяцам скорее всего {low}–{high}",
    en="{month}: judging by past months most likely {low_full} to {high}",
    bg="{month}: по предишните месеци най-вероятно {low}–{high}",
)
SERIES_TITLE_BARE: Final = Text(
    ru="{month}: по прошлым месяцам около {middle}; насколько можно ошибиться, судить рано",
    en="{month}: judging by past months about {middle}; too early to say how far that may miss",
    bg="{month}: по предишните месеци около {middle}; рано е да се каже колко може да се сбърка",
)
SERIES_SUBTITLE: Final = Text(
    ru="Сумма выигранных сделок за месяц, {date}, {period}; месяцы сравнены по рабочим дням",
    en="Won amount of a month, {date}, {period}; months are compared by their working days",
    bg="Сума на спечелените сделки за месец, {date}, {period}; месеците са сравнени по работни дни",
)
SERIES_METHOD: Final = Text(
    ru="Показана медиана методов: {methods}. {season}",
    en="What is shown is the median of: {methods}. {season}",
    bg="Показана е медианата на методите: {methods}. {season}",
)
SEASON_SEEN: Final = Text(
    ru="Сезонность учтена настолько, насколько она видна сквозь случайность.",
    en="Seasons count as far as they show through chance.",
    bg="Сезонността е отчетена дотолкова, доколкото личи през случайността.",
)
SEASON_NOT: Final = Text(
    ru="На сезонность нужно три года, а месяцев {n}: она не учтена.",
    en="Seasons take three years and there are {n} months: they are left out.",
    bg="За сезонност са нужни три години, а месеците са {n}: тя не е отчетена.",
)
METHODS: Final = {
    "seasonal_naive": Text(ru="как год назад", en="as a year ago", bg="като преди година"),
    "last": Text(ru="как в прошлом месяце", en="as last month", bg="като миналия месец"),
    "smoothed": Text(ru="экспоненциальное сглаживание", en="exponential smoothing", bg="експоненциално изглаждане"),
    "damped": Text(
        ru="сглаживание с затухающим трендом",
        en="smoothing with a damped trend",
        bg="изглаждане със затихващ тренд",
    ),
    "theta": Text(ru="метод тета", en="the theta method", bg="метод тета"),
}
SERIES_RECORD: Final = Text(
    ru="На {n} прошлых месяцах ошибка в среднем {error}; у правила «как год назад» {naive}.",
    en="Over {n} past months the error was {error} on average; that of “as a year ago” was {naive}.",
    bg="През {n} минали месеца грешката е средно {error}; при правилото „като преди година“ е {naive}.",
)
SERIES_RECORD_ALONE: Final = Text(
    ru="На {n} прошлых месяцах ошибка в среднем {error}.",
    en="Over {n} past months the error was {error} on average.",
    bg="През {n} минали месеца грешката е средно {error}.",
)
SERIES_FOOT: Final = Text(
    ru="Полосы: насколько прогноз на столько же месяцев вперёд на деле ошибался раньше ({n} раз); полосе 80 % нужно 4 "
    "таких прогноза, 95 % – 19. Незаконченный месяц прогнозируется по прошлым, как и следующие. Не складывайте этот прогноз с "
    "прогнозом по встречам: это два взгляда на одни деньги.",
    en="Bands: how far forecasts as many months ahead have really missed before ({n} times); the 80% band takes 4 such "
    "forecasts, the 95% band 19. A month that is not over is forecast from those before it, as the next ones are. Do not add this "
    "forecast to the one by meetings: both look at the same money.",
    bg="Ивици: колко прогнозите за толкова месеца напред са грешали наистина досега ({n} пъти); за ивицата 80% трябват 4 "
    "такива прогнози, за 95% – 19. Неприключилият месец се прогнозира по предишните, както и следващите. Не събирайте тази "
    "прогноза с тази по срещи: и двете гледат едни и същи пари.",
)

RUNNING_SO_FAR: Final = Text(
    ru="{month} ещё идёт, в нём уже {money}.",
    en="{month} is still running and already has {money}.",
    bg="{month} още тече и вече има {money}.",
)
PAST_NAME: Final = Text(
    ru="Сбывались ли прогнозы", en="Whether the forecasts came true", bg="Сбъдвали ли са се прогнозите"
)
PAST_WOULD: Final = Text(
    ru="Здесь будет видно, попадали ли прошлые месяцы в прогноз, который можно было сделать накануне.",
    en="You would see whether past months fell into the forecast that could have been made on their eve.",
    bg="Тук ще се вижда дали минали месеци са попадали в прогнозата, която можеше да се направи в навечерието им.",
)
PAST_TITLE: Final = Text(
    ru="{k} из {n} месяцев попали в прогноз с вероятностью 80 %",
    en="{k} of {n} months fell into the 80% forecast",
    bg="{k} от {n} месеца попаднаха в прогнозата с вероятност 80%",
)
PAST_TITLE_NARROW: Final = Text(
    ru="Прогноз самоуверен: {k} из {n} месяцев попали в то, что должно вмещать 80 %",
    en="The forecast is too sure: {k} of {n} months fell into what should hold 80%",
    bg="Прогнозата е прекалено уверена: {k} от {n} месеца попаднаха в това, което трябва да побира 80%",
)
PAST_SUBTITLE: Final = Text(
    ru="Сумма выигранных сделок за месяц, {date}: точка – что вышло, линия – прогноз накануне месяца (80 %)",
    en="Won amount of a month, {date}: the dot is what came, the line the forecast on its eve (80%)",
    bg="Сума на спечелените сделки за месец, {date}: точката е какво стана, линията е прогнозата в навечерието (80%)",
)
PAST_FOOT: Final = Text(
    ru="Для каждого месяца прогноз сделан заново по строкам с датами до его начала; о строках, внесённых задним числом, "
    "это ничего не говорит. У честного прогноза попадают от {low} до {high} из {n}{unjudged}.",
    en="For each month the forecast was made anew from rows dated before it began; of rows entered later this says "
    "nothing. Of an honest forecast {low} to {high} of {n} months fall in{unjudged}.",
    bg="За всеки месец прогнозата е направена наново по редовете с дата преди началото му; за редове, въведени със задна "
    "дата, това не казва нищо. При честна прогноза попадат от {low} до {high} от {n}{unjudged}.",
)
UNJUDGED: Final = Text(
    ru=": так широко, что о точности судить рано",
    en=": so wide that it is early to judge",
    bg=": толкова широко, че е рано да се съди",
)
PAST_ERROR: Final = Text(
    ru="Середина прогноза ошибалась в среднем на {error}; правило «как в прошлом месяце» – на {naive}.",
    en="The middle of the forecast missed by {error} on average; “as last month” by {naive}.",
    bg="Средата на прогнозата е грешала средно с {error}; правилото „като миналия месец“ – с {naive}.",
)
PAST_LOSS: Final = Text(
    ru="Вместе с краями прогноз получает {loss} (средние пинбол-потери на 10, 50 и 90 %, меньше – лучше), правило "
    "«как в прошлом месяце» – {naive}.",
    en="With its edges the forecast scores {loss} (mean pinball loss at 10, 50 and 90%, less is better), “as last "
    "month” {naive}.",
    bg="Заедно с краищата прогнозата получава {loss} (средна пинбол загуба при 10, 50 и 90%, по-малко е по-добре), "
    "правилото „като миналия месец“ – {naive}.",
)
PAST_STRETCH: Final = Text(
    ru="Поэтому полосы прогноза выше расширены в {times} раза: так они вместили бы 80 % этих месяцев.",
    en="The bands of the forecast above are therefore {times} times as wide: so they would have held 80% of these months.",
    bg="Затова ивиците на прогнозата по-горе са разширени {times} пъти: така биха побрали 80% от тези месеци.",
)
FOOT_STRETCH: Final = Text(
    ru="Полосы расширены в {times} раза, потому что прошлые месяцы отклонялись сильнее.",
    en="The bands are {times} times as wide as the draws, since past months strayed further.",
    bg="Ивиците са разширени {times} пъти, защото миналите месеци са се отклонявали повече.",
)

OPEN_NAME: Final = Text(
    ru="Что принесут открытые сделки", en="What open deals will bring", bg="Какво ще донесат отворените сделки"
)
OPEN_WOULD: Final = Text(
    ru="Здесь будет видно, на какую сумму из открытых сделок можно рассчитывать до конца периода.",
    en="You would see what to count on from the open deals by the end of the period.",
    bg="Тук ще се вижда на каква сума от отворените сделки може да се разчита до края на периода.",
)
OPEN_TITLE: Final = Text(
    ru="Открытые сделки до {day} принесут {low}–{high}; вписанные проценты обещают {promised}",
    en="Open deals will bring {low_full} to {high} by {day}; the typed-in chances promise {promised}",
    bg="Отворените сделки до {day} ще донесат {low}–{high}; вписаните проценти обещават {promised}",
)
OPEN_TITLE_ALONE: Final = Text(
    ru="Открытые сделки до {day} принесут {low}–{high}",
    en="Open deals will bring {low_full} to {high} by {day}",
    bg="Отворените сделки до {day} ще донесат {low}–{high}",
)
OPEN_TITLE_PRICED: Final = Text(
    ru="Сумма есть у {priced} открытых сделок; эти до {day} могут принести {low}–{high}",
    en="{priced} open deals have an amount; these may bring {low_full} to {high} by {day}",
    bg="Сума имат {priced} отворени сделки; те до {day} може да донесат {low}–{high}",
)
OPEN_UNPRICED: Final = Text(
    ru="Ни у одной из открытых сделок ({n}) нет суммы: столбец «{column}» в них пуст",
    en="None of the open deals ({n}) has an amount: the column “{column}” is blank in them",
    bg="Никоя от отворените сделки ({n}) няма сума: колоната „{column}“ е празна при тях",
)
OPEN_SUBTITLE: Final = Text(
    ru="{deals} на {money}, по дате создания; шансы – по этапу и по тому, сколько дней сделка на нём стоит",
    en="{deals} worth {money}, by creation date; chances go by the stage and the days a deal has stood there",
    bg="{deals} на стойност {money}, по дата на създаване; шансовете са според етапа и дните, откакто сделката е на него",
)
OPEN_SURE: Final = Text(ru="наверняка (9 из 10)", en="commit (9 in 10)", bg="сигурно (9 от 10)")
OPEN_LIKELY: Final = Text(ru="скорее всего (5 из 10)", en="expected (5 in 10)", bg="най-вероятно (5 от 10)")
OPEN_STRETCH: Final = Text(ru="если повезёт (1 из 10)", en="stretch (1 in 10)", bg="при късмет (1 от 10)")
OPEN_PROMISED: Final = Text(ru="по вписанным процентам", en="by the typed-in chances", bg="по вписаните проценти")
OPEN_ALL: Final = Text(ru="все открытые", en="all open deals", bg="всички отворени")
OPEN_FOOT: Final = Text(
    ru="Шанс сделки – доля выигранных за столько же дней среди тех, что стояли на том же этапе столько же (проигрыш "
    "считается, открытые прослежены не до конца). Суммы складываются розыгрышем, а не умножением: {draws} раз с "
    "постоянным зерном; удача общая для всех сделок в меру {shock}. {fallback}Не складывайте с прогнозом по встречам.",
    en="The chance of a deal is the share won within as many days of those that stood at the same stage for as long "
    "(losses count, open ones are followed as far as they go). Sums are drawn, not multiplied: {draws} times with a fixed "
    "seed; luck is shared by all deals to the measure of {shock}. {fallback}Do not add this to the forecast by meetings.",
    bg="Шансът на сделка е делът на спечелените за толкова дни сред тези, стояли на същия етап толкова дълго (загубите "
    "се броят, отворените са проследени докъдето може). Сумите се теглят, а не се умножават: {draws} пъти с постоянно "
    "начало; късметът е общ за всички сделки в мярка {shock}. {fallback}Не събирайте с прогнозата по срещи.",
)
OPEN_FALLBACK: Final = Text(
    ru="Для {n} сделок этап не записан или по нему мало завершённых: шанс взят по возрасту сделки. ",
    en="For {n} deals the stage is not on record or too few have ended there: their chance goes by the age of the deal. ",
    bg="За {n} сделки етапът не е записан или малко са приключили на него: шансът им е според възрастта на сделката. ",
)
TYPED_NAME: Final = Text(
    ru="Верны ли вписанные проценты", en="Whether typed-in chances are right", bg="Верни ли са вписаните проценти"
)
TYPED_WOULD: Final = Text(
    ru="Здесь будет видно, сбываются ли проценты, вписанные в сделки.",
    en="You would see whether the chances typed into deals come true.",
    bg="Тук ще се вижда сбъдват ли се процентите, вписани в сделките.",
)
TYPED_TITLE: Final = Text(
    ru="На этапе «{stage}» вписано {stated}, а выигрывают {came}",
    en="At “{stage}” deals are entered as {stated} and won in {came} of cases",
    bg="На етап „{stage}“ е вписано {stated}, а печелят {came}",
)
TYPED_SAME: Final = Text(
    ru="Вписанные проценты доказанно не отличаются от того, что выходит",
    en="No typed-in chance is proven to differ from what comes",
    bg="За никой вписан процент не е доказано, че се различава от резултата",
)
TYPED_SUBTITLE: Final = Text(
    ru="Этап: средний процент у открытых сделок и доля выигранных среди закрытых, побывавших на нём, {date}, {period}",
    en="Stage: the mean typed-in chance of open deals, and the share won of closed ones that were there, {date}, {period}",
    bg="Етап: среден процент при отворените сделки и дял на спечелените сред приключените, били на него, {date}, {period}",
)
TYPED_DIAGONAL: Final = Text(ru="как вписано", en="as typed in", bg="както е вписано")
TYPED_STATED: Final = Text(ru="вписано", en="typed in", bg="вписано")
TYPED_CAME: Final = Text(ru="выиграно на деле", en="really won", bg="спечелени наистина")
TYPED_FOOT: Final = Text(
    ru="На диагонали процент верен; ниже – слишком оптимистичен (красный, если доказано), выше – слишком осторожен. "
    "Площадь кружка – число сделок. Открытые сделки в долю не входят. У закрытых сделок вписанный процент уже затёрт, "
    "поэтому сравниваются этапы. {brier}",
    en="On the diagonal a chance is right; below it too hopeful (red where proven), above it too careful. The area of a "
    "dot is the number of deals. Open deals are not in the share. Closed deals have lost what was typed in, so stages "
    "are compared. {brier}",
    bg="На диагонала процентът е верен; под него е твърде оптимистичен (червен, ако е доказано), над него – твърде "
    "предпазлив. Площта на кръгчето е броят сделки. Отворените сделки не влизат в дяла. При приключените вписаният "
    "процент вече е изтрит, затова се сравняват етапи. {brier}",
)
TYPED_BRIER: Final = Text(
    ru="Средний квадрат ошибки (Брайер): {typed} у вписанных процентов против {own} у долей этапов.",
    en="Mean squared error (Brier): {typed} for the typed-in chances against {own} for the shares of the stages.",
    bg="Средна квадратична грешка (Брайър): {typed} за вписаните проценти срещу {own} за дяловете по етапи.",
)
PLAN_BY_CONTRACTS: Final = Text(
    ru="Плана в деньгах нет: взяты {contracts} запланированных договоров по {amount}.",
    en="There is no plan in money: it is {contracts} planned contracts at {amount}.",
    bg="Няма план в пари: взети са {contracts} планирани договора по {amount}.",
)
MISSING_FAR: Final = Text(
    ru="До плана в середине прогноза не хватает {gap}: больше, чем за оставшееся время может дать одна лишь активность.",
    en="The middle of the forecast is {gap} short of the plan: more than activity alone can bring in the time left.",
    bg="В средата на прогнозата до плана не достигат {gap}: повече, отколкото само активността може да донесе в оставащото време.",
)

PUBLISHED_TITLE: Final = Text(
    ru="Из {n} опубликованных прогнозов, период которых прошёл, сбылось {k}",
    en="{k} of the {n} published forecasts whose period is over came true",
    bg="От {n} публикувани прогнози с изтекъл период се сбъднаха {k}",
)
PUBLISHED_NONE_OVER: Final = Text(
    ru="Опубликовано прогнозов: {n}; их периоды ещё идут",
    en="Published forecasts: {n}; their periods are still running",
    bg="Публикувани прогнози: {n}; периодите им още текат",
)
PUBLISHED_SUBTITLE: Final = Text(
    ru="Сумма выигранных сделок всей компании, {date}: интервал 80 %, записанный в тот день, и что вышло",
    en="Won amount of the whole company, {date}: the 80% interval put on record that day, and what came",
    bg="Сума на спечелените сделки на цялата фирма, {date}: интервалът 80%, записан в онзи ден, и какво стана",
)
PUBLISHED_FOOT: Final = Text(
    ru="Прогноз записан как загрузка: изменить его нельзя, отменить можно, и это видно в истории. Фильтры здесь не "
    "действуют.",
    en="A forecast is on record as an upload: it cannot be altered, it can be undone, and the history shows it. Filters do "
    "not apply here.",
    bg="Прогнозата е записана като качване: не може да се промени, може да се отмени и това се вижда в историята. "
    "Филтрите тук не важат.",
)
PUBLISHED_STATE: Final = Text(ru="Итог", en="Outcome", bg="Резултат")
PUBLISHED_MADE: Final = Text(ru="Сделан", en="Made on", bg="Направена на")
PUBLISHED_FOR: Final = Text(ru="Период", en="Period", bg="Период")
PUBLISHED_SAID: Final = Text(ru="Прогноз (80 %)", en="Forecast (80%)", bg="Прогноза (80%)")
PUBLISHED_CAME: Final = Text(ru="Вышло", en="Came", bg="Стана")
PUBLISHED_CHANCE: Final = Text(ru="Шанс плана", en="Chance of the plan", bg="Шанс за плана")
PUBLISHED_HELD: Final = Text(ru="сбылся", en="came true", bg="сбъдна се")
PUBLISHED_MISSED: Final = Text(ru="не сбылся", en="missed", bg="не се сбъдна")
PUBLISHED_RUNNING: Final = Text(ru="период идёт", en="running", bg="периодът тече")
