"""What the survey page says, beyond coverage itself."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

BOUNDS_NAME: Final = Text(
    ru="Охват и что он скрывает", en="Coverage and what it hides", bg="Обхватът и какво скрива"
)
BOUNDS_STREAK: Final = Text(
    ru="{weeks} подряд опрашиваем меньше {target}; довольных может быть от {low} до {high}",
    en="{weeks} in a row under {target}; satisfied may be anywhere from {low} to {high}",
    bg="{weeks} подред под {target}; доволните може да са от {low} до {high}",
)
BOUNDS_UNDER: Final = Text(
    ru="На прошлой неделе опросили {last}, цель {target}; довольных может быть от {low} до {high}",
    en="Last week {last} were asked, target {target}; satisfied may be {low} to {high}",
    bg="Миналата седмица са попитани {last}, цел {target}; доволните може да са от {low} до {high}",
)
BOUNDS_MET: Final = Text(
    ru="Цель {target} выполнена; довольных может быть от {low} до {high}",
    en="The target of {target} is met; satisfied may be {low} to {high}",
    bg="Целта {target} е изпълнена; доволните може да са от {low} до {high}",
)
BOUNDS_SUBTITLE: Final = Text(
    ru="Опросы после выполненных заказов, {date}, последние {weeks} из выбранного: {period}",
    en="Surveys after completed orders, {date}, the last {weeks} of: {period}",
    bg="Анкети след изпълнени поръчки, {date}, последните {weeks} от: {period}",
)
BOUNDS_FOOT: Final = Text(
    ru="Сверху: серая черта – 95 % интервал, полый кружок – неделя не закончена. Снизу: линия – доля оценок 4 и 5 среди "
    "опрошенных, полоса – где может лежать доля среди всех, если недовольны все неопрошенные и если довольны все. При "
    "менее чем 10 заказах доли нет.",
    en="Above: grey line, 95% interval; hollow dot, the week is not over. Below: the line is the share rated 4 or 5 among "
    "those asked, the band is where the share of all may lie, from all the unasked dissatisfied to all satisfied. Under "
    "10 orders no share is shown.",
    bg="Горе: сива черта – 95% интервал, празно кръгче – седмицата не е приключила. Долу: линията е делът на оценките 4 и "
    "5 сред попитаните, ивицата – къде може да е делът сред всички: от всички непопитани недоволни до всички доволни. При "
    "под 10 поръчки няма дял.",
)
HEAD_ASKED: Final = Text(
    ru="Опрошено после заказа, доля от выполненных заказов",
    en="Asked after the order, share of completed orders",
    bg="Попитани след поръчката, дял от изпълнените поръчки",
)
HEAD_WITHIN: Final = Text(
    ru="Довольные среди опрошенных и границы, в которых лежит правда",
    en="Satisfied among those asked, and the bounds of the truth",
    bg="Доволни сред попитаните и границите, в които е истината",
)
END_MOST: Final = Text(
    ru=", если остальные довольны", en=" if the rest are satisfied", bg=", ако останалите са доволни"
)
END_VALUE: Final = Text(ru=" среди опрошенных", en=" among those asked", bg=" сред попитаните")
END_LEAST: Final = Text(ru=", если остальные недовольны", en=" if the rest are not", bg=", ако останалите не са")
WEEK_SATISFIED: Final = Text(
    ru="{week}: {share} довольны; среди всех от {low} до {high}",
    en="{week}: {share} satisfied; of all, {low} to {high}",
    bg="{week}: {share} доволни; сред всички от {low} до {high}",
)

MEASURES_NAME: Final = Text(ru="Удовлетворённость", en="Satisfaction", bg="Удовлетвореност")
MEASURES_WOULD: Final = Text(
    ru="Здесь будет видно, сколько клиентов довольно и насколько это известно.",
    en="You would see how many clients are satisfied, and how far that is known.",
    bg="Тук ще се вижда колко клиенти са доволни и доколко това е известно.",
)
MEASURES_TITLE: Final = Text(
    ru="Клиент доволен после {low}–{high} заказов; среди опрошенных после {value}",
    en="The client is satisfied after {low}–{high} of orders; of those asked, after {value}",
    bg="Клиентът е доволен след {low}–{high} от поръчките; сред попитаните след {value}",
)
MEASURES_FEW: Final = Text(
    ru="Оценок меньше 10: о довольных судить рано",
    en="Fewer than 10 ratings: too early to judge satisfaction",
    bg="Под 10 оценки: рано е да се съди за доволните",
)
MEASURES_SUBTITLE: Final = Text(
    ru="Ответы после выполненных заказов, {date}, {period}",
    en="Answers after completed orders, {date}, {period}",
    bg="Отговори след изпълнени поръчки, {date}, {period}",
)
MEASURE: Final = Text(ru="Показатель", en="Measure", bg="Показател")
AMONG_ALL: Final = Text(ru="Среди всех, границы", en="Of all, bounds", bg="Сред всички, граници")
AMONG_ASKED: Final = Text(ru="Среди опрошенных", en="Among those asked", bg="Сред попитаните")
ESTIMATE: Final = Text(ru="Взвешенная оценка", en="Weighted estimate", bg="Претеглена оценка")
KNOWN: Final = Text(ru="Ответили", en="Answered", bg="Отговорили")
SATISFIED_ROW: Final = Text(ru="Оценка 4 или 5", en="Rated 4 or 5", bg="Оценка 4 или 5")
MEAN_ROW: Final = Text(ru="Средняя оценка из 5", en="Mean rating of 5", bg="Средна оценка от 5")
NPS_ROW: Final = Text(ru="Индекс рекомендаций (NPS)", en="Net promoter score", bg="Индекс на препоръките (NPS)")
FROM_TO: Final = Text(ru="от {low} до {high}", en="{low} to {high}", bg="от {low} до {high}")

EFFECTIVE: Final = Text(
    ru="{value}, как от {n} ответов", en="{value}, worth {n} answers", bg="{value}, колкото от {n} отговора"
)
MEASURES_FOOT: Final = Text(
    ru="Границы: в одном случае все неопрошенные недовольны, в другом все довольны; ничего внутри данные исключить не "
    "могут. Взвешенная оценка верна, только если внутри менеджера, размера клиента и срока выполнения неопрошенные "
    "думают так же, как опрошенные; проверить это нельзя. В скобках 95 % интервал: Имбенс – Мански для границ, Уилсон для доли, бутстреп для средней, "
    "поправленный Вальд для NPS. На один заказ – один опрос, из нескольких ответов берётся низший.",
    en="Bounds: all the unasked dissatisfied, or all satisfied; nothing inside can be ruled out by the data. The weighted "
    "estimate is right only if within a manager, size of client and time to completion the unasked think as the asked do, "
    "which cannot be checked. In brackets, 95% intervals: Imbens and Manski for the bounds, Wilson for the share, bootstrap for the mean, adjusted Wald for "
    "the net promoter score. One survey per order; of several answers the lowest counts.",
    bg="Граници: всички непопитани са недоволни или всички са доволни; нищо вътре не може да се изключи по данните. "
    "Претеглената оценка е вярна само ако при един мениджър, размер на клиента и срок непопитаните мислят като "
    "попитаните; това не може да се провери. В скоби 95% интервал: Имбенс – Мански за границите, Уилсън за дял, бутстрап за средна, поправен Валд за "
    "NPS. Една анкета на поръчка; от няколко отговора се взема най-ниският.",
)
HIDES: Final = Text(
    ru="{unknown} из {n} заказов без оценки. Даже при охвате {target} в неопрошенной десятой части могут оказаться все "
    "недовольные: доля довольных была бы известна лишь с точностью до {gap}.",
    en="{unknown} of {n} orders have no rating. Even at a coverage of {target} the unasked tenth may hold every "
    "dissatisfied client: the share of satisfied ones would be known only to within {gap}.",
    bg="{unknown} от {n} поръчки са без оценка. Дори при обхват {target} в непопитаната десета част може да са всички "
    "недоволни: делът на доволните би бил известен само с точност до {gap}.",
)
MEAN_FLATTERS: Final = Text(
    ru="Средняя {mean} – это только опрошенные; среди всех она может быть от {low} до {high}.",
    en="The mean of {mean} is that of the asked alone; of all it may be {low} to {high}.",
    bg="Средната {mean} е само на попитаните; сред всички може да е от {low} до {high}.",
)
ANOTHER_CALLER: Final = Text(
    ru="Звонит сам менеджер, поэтому ответы могут быть вежливее правды. Проверка: пусть случайную десятую часть заказов "
    "обзванивает кто-то другой, и сравните оценки.",
    en="The manager himself calls, so answers may be politer than the truth. To check: let somebody else call after a "
    "random tenth of the orders, and compare the ratings.",
    bg="Обажда се самият мениджър, затова отговорите може да са по-учтиви от истината. Проверка: нека друг се обади след "
    "случайна десета част от поръчките и сравнете оценките.",
)

SIGNS_NAME: Final = Text(ru="Кого не спросили", en="Who was not asked", bg="Кой не е попитан")
SIGNS_WOULD: Final = Text(
    ru="Здесь будет видно, реже ли спрашивают тех, кто мог остаться недоволен.",
    en="You would see whether those who may be dissatisfied are asked less often.",
    bg="Тук ще се вижда дали по-рядко се питат тези, които може да са недоволни.",
)
SIGNS_TITLES: Final = {
    "late": Text(
        ru="После поздних заказов опрашивают реже: {bad} против {good}",
        en="After late orders clients are asked less often: {bad} against {good}",
        bg="След закъснели поръчки се пита по-рядко: {bad} срещу {good}",
    ),
    "returned": Text(
        ru="После возвратов опрашивают реже: {bad} против {good}",
        en="After returns clients are asked less often: {bad} against {good}",
        bg="След връщания се пита по-рядко: {bad} срещу {good}",
    ),
    "low_before": Text(
        ru="Тех, кто раньше ставил низкую оценку, опрашивают реже: {bad} против {good}",
        en="Clients who gave a low rating before are asked less often: {bad} against {good}",
        bg="Дали ниска оценка преди се питат по-рядко: {bad} срещу {good}",
    ),
}
SIGNS_OPEN: Final = Text(
    ru="Не доказано, что возможных недовольных спрашивают реже",
    en="It is not proven that the likely dissatisfied are asked less often",
    bg="Не е доказано, че вероятно недоволните се питат по-рядко",
)
SIGNS_SUBTITLE: Final = Text(
    ru="Опрошено из выполненных заказов с признаком и без него, {date}, {period}",
    en="Asked, of completed orders with the sign and without it, {date}, {period}",
    bg="Попитани от изпълнените поръчки с признака и без него, {date}, {period}",
)
SIGN: Final = Text(ru="Признак", en="Sign", bg="Признак")
WITH_SIGN: Final = Text(ru="С признаком", en="With the sign", bg="С признака")
WITHOUT: Final = Text(ru="Без него", en="Without it", bg="Без него")
DIFFERENCE: Final = Text(ru="Разница", en="Difference", bg="Разлика")
INSIDE: Final = Text(ru="Внутри менеджеров", en="Within managers", bg="При всеки мениджър")
SIGN_NAMES: Final = {
    "late": Text(
        ru="выполнен дольше чем за {days} дн.",
        en="done after more than {days} days",
        bg="изпълнена след над {days} дни",
    ),
    "returned": Text(
        ru="возврат за {within} дн. после",
        en="a return within {within} days",
        bg="връщане до {within} дни след това",
    ),
    "low_before": Text(
        ru="прежняя оценка {low} и ниже",
        en="previous rating {low} or lower",
        bg="предишна оценка {low} или по-ниска",
    ),
}
WITHIN_ANSWERS: Final = {
    "holds": Text(ru="тоже есть", en="holds as well", bg="също я има"),
    "vanishes": Text(ru="не доказана", en="not proven", bg="не е доказана"),
    "turns": Text(ru="обратная", en="the other way round", bg="обратна"),
    "unknown": Text(ru="не проверить", en="cannot be checked", bg="не може да се провери"),
}
SIGNS_FOOT: Final = Text(
    ru="Разница в пунктах с 95 % интервалом Ньюкомба; «внутри менеджеров» – критерий Мантеля – Хензеля. Равномерность "
    "опроса по менеджеру, размеру клиента и сроку: {r} из 1; одна она может сдвинуть долю довольных не больше чем на "
    "{bias}. Пороги признаков задаёт компания.",
    en="Difference in points with Newcombe’s 95% interval; “within managers” is the Mantel–Haenszel test. Evenness of "
    "asking over manager, size of client and time to completion: {r} of 1; that alone can move the share of satisfied by "
    "at most {bias}. The company sets the limits of the signs.",
    bg="Разлика в пунктове с 95% интервал на Нюкомб; „при всеки мениджър“ е критерият на Мантел – Хензел. Равномерност на "
    "питането по мениджър, размер на клиента и срок: {r} от 1; само тя може да измести дела на доволните с най-много "
    "{bias}. Праговете определя фирмата.",
)

CALL_NAME: Final = Text(ru="Кому позвонить", en="Orders to call after", bg="За обаждане")
CALL_WOULD: Final = Text(
    ru="Здесь будут выполненные заказы без опроса, самые старые сверху.",
    en="You would see the completed orders without a survey, the oldest first.",
    bg="Тук ще са изпълнените поръчки без анкета, най-старите отгоре.",
)
CALL_SUBTITLE: Final = Text(
    ru="Выполненные заказы без опроса, {date}, {period}, самые старые сверху",
    en="Completed orders without a survey, {date}, {period}, the oldest first",
    bg="Изпълнени поръчки без анкета, {date}, {period}, най-старите отгоре",
)
CALL_NONE: Final = Text(
    ru="После всех выполненных заказов клиента опросили",
    en="The client was asked after every completed order",
    bg="След всяка изпълнена поръчка клиентът е попитан",
)
ORDER: Final = Text(ru="Заказ", en="Order", bg="Поръчка")
CLIENT: Final = Text(ru="Клиент", en="Client", bg="Клиент")
MANAGER: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")
DONE_ON: Final = Text(ru="Выполнен", en="Completed", bg="Изпълнена")
WAITS: Final = Text(ru="Ждёт, дней", en="Waiting, days", bg="Чака, дни")
CALL_FOOT: Final = Text(
    ru="Показаны {shown} из {all}.", en="Shown are {shown} of {all}.", bg="Показани са {shown} от {all}."
)

BY: Final = Text(ru="Разрез", en="By", bg="Разрез")
BY_OPTIONS: Final = {
    "manager": Text(ru="менеджеры", en="managers", bg="мениджъри"),
    "size": Text(ru="размер клиента", en="client size", bg="размер на клиента"),
    "segment": Text(ru="сегмент", en="segment", bg="сегмент"),
    "channel": Text(ru="канал", en="channel", bg="канал"),
}
LEAST: Final = Text(
    ru="Меньше всего опрошено: {group}, {share}",
    en="Asked least: {group}, {share}",
    bg="Най-малко питани: {group}, {share}",
)
ALL_GROUPS: Final = Text(
    ru="Во всех группах опрошено не меньше {target}",
    en="In every group at least {target} were asked",
    bg="Във всички групи са попитани поне {target}",
)
BY_CLIENT: Final = Text(
    ru="По клиентам: хотя бы раз опрошены {share} из тех, чьи заказы выполнены.",
    en="By client: {share} of those with a completed order were asked at least once.",
    bg="По клиенти: поне веднъж са попитани {share} от тези с изпълнена поръчка.",
)

THEMES_NAME: Final = Text(ru="О чём говорят клиенты", en="What clients talk about", bg="За какво говорят клиентите")
THEMES_WOULD: Final = Text(
    ru="Здесь будут темы ответов клиентов своими словами и сами ответы.",
    en="You would see the themes of the answers in the clients’ own words, and the answers.",
    bg="Тук ще са темите на отговорите със свои думи и самите отговори.",
)
QUESTION: Final = Text(ru="Вопрос", en="Question", bg="Въпрос")
QUESTIONS: Final = {
    "disliked": Text(ru="что не понравилось", en="what was disliked", bg="какво не харесва"),
    "liked": Text(ru="что понравилось", en="what was liked", bg="какво харесва"),
    "improve": Text(ru="что улучшить", en="what to improve", bg="какво да се подобри"),
}
THEMES_TITLES: Final = {
    "disliked": Text(
        ru="Чаще всего не нравится: {theme}, {share}",
        en="Disliked most often: {theme}, {share}",
        bg="Най-често не харесва: {theme}, {share}",
    ),
    "liked": Text(
        ru="Чаще всего нравится: {theme}, {share}",
        en="Liked most often: {theme}, {share}",
        bg="Най-често харесва: {theme}, {share}",
    ),
    "improve": Text(
        ru="Чаще всего просят улучшить: {theme}, {share}",
        en="Asked for most often: {theme}, {share}",
        bg="Най-често искат подобрение: {theme}, {share}",
    ),
}
THEMES_SUBTITLE: Final = Text(
    ru="Ответы своими словами, по дате опроса, {period}",
    en="Answers in own words, by the day of the survey, {period}",
    bg="Отговори със свои думи, по датата на анкетата, {period}",
)
THEMES_NONE: Final = Text(
    ru="На этот вопрос за период никто не ответил своими словами",
    en="Nobody answered this question in own words in the period",
    bg="На този въпрос за периода никой не е отговорил със свои думи",
)
THEME: Final = Text(ru="Тема", en="Theme", bg="Тема")
ANSWERS: Final = Text(ru="Ответов", en="Answers", bg="Отговори")
FOUND_BY: Final = Text(ru="По словам на", en="By words in", bg="По думи на")
QUOTES: Final = Text(ru="Ответы дословно", en="Word for word", bg="Дословно")
SAME_WORD: Final = Text(ru="общее слово «{word}»", en="the word “{word}”", bg="обща дума „{word}“")
NO_THEME: Final = Text(ru="остальное", en="everything else", bg="всичко друго")
THEMES_FOOT: Final = Text(
    ru="Тема узнаётся по началам слов, они в третьем столбце; ответ может относиться к нескольким темам. Что осталось, "
    "собрано по общим словам. Это говорят ответившие: о неопрошенных темы молчат.",
    en="A theme is told by beginnings of words, listed in the third column; an answer may belong to several. What is left "
    "is gathered by common words. These are the words of those who answered: of the unasked they say nothing.",
    bg="Темата се познава по начала на думи, те са в третата колона; отговорът може да е в няколко теми. Останалото е "
    "събрано по общи думи. Това казват отговорилите: за непопитаните темите мълчат.",
)

WARM_NAME: Final = Text(
    ru="Рекомендации и повторные обращения", en="Recommended and returning", bg="Препоръчани и завърнали се"
)
WARM_WOULD: Final = Text(
    ru="Здесь будет видно, как часто выигрываются сделки по рекомендации и повторные.",
    en="You would see how often deals by recommendation and of returning clients are won.",
    bg="Тук ще се вижда колко често се печелят сделки по препоръка и повторни.",
)
WARM_TITLE: Final = Text(
    ru="По рекомендации выиграно {first}, повторных {second}; в статье названы {claim} и {full}",
    en="Recommended: {first} won, returning: {second}; the article names {claim} and {full}",
    bg="По препоръка са спечелени {first}, повторни {second}; статията сочи {claim} и {full}",
)
WARM_FEW: Final = Text(
    ru="Закрытых сделок по рекомендации или повторных пока мало",
    en="Too few recommended or returning deals are closed yet",
    bg="Приключените сделки по препоръка или повторни още са малко",
)
WARM_SUBTITLE: Final = Text(
    ru="Доля выигранных среди закрытых сделок, {date}, {period}. Черта: сколько названо в статье",
    en="Share of closed deals that were won, {date}, {period}. The tick: what the article names",
    bg="Дял спечелени от приключените сделки, {date}, {period}. Чертата: колко сочи статията",
)
ORIGINS: Final = {
    "recommended": Text(ru="Рекомендации", en="Referred", bg="Препоръки"),
    "returning": Text(ru="Повторные", en="Returning", bg="Повторни"),
    "other": Text(ru="Остальные", en="Others", bg="Други"),
}
BELOW_CLAIM: Final = Text(ru="▼ < {claim}", en="▼ < {claim}", bg="▼ < {claim}")
ABOVE_CLAIM: Final = Text(ru="▲ > {claim}", en="▲ > {claim}", bg="▲ > {claim}")
CLAIM_OPEN: Final = Text(ru="? = {claim}", en="? = {claim}", bg="? = {claim}")
WARM_FOOT: Final = Text(
    ru="70 и 100 % – из одной статьи об оконном бизнесе, это утверждение, а не норма: как их считали, там не сказано. "
    "Кто рекомендован и кто вернулся, говорит канал сделки; где он не указан – прежние заказы, рекомендатель и анкеты. "
    "В скобках 95 % интервал, ▼ – доля доказанно ниже названной.",
    en="70 and 100% come from one article on the window trade; they are a claim and no norm, and how they were counted is "
    "not said. Who is recommended and who returns is told by the deal’s channel, else by earlier orders, the referrer and "
    "questionnaires. In brackets, 95% intervals; ▼ is proven to be under the claim.",
    bg="70 и 100% са от една статия за търговията с прозорци; това е твърдение, а не норма, и не е казано как са броени. "
    "Кой е препоръчан и кой се е завърнал, казва каналът на сделката, иначе – предишни поръчки, препоръчител и анкети. "
    "В скоби 95% интервал; ▼ – доказано под посоченото.",
)
