"""What the training page says: a verdict in three answers, and never a bare "grew after the training"."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

NAME: Final = Text(ru="Помогло ли обучение", en="Whether the training helped", bg="Помогна ли обучението")
WHICH: Final = Text(ru="Обучение", en="Training", bg="Обучение")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, чаще ли встречи обученных становятся договорами, чем встречи остальных за те же месяцы.",
    en="You would see whether meetings of the trained become contracts more often than those of the others in the "
    "same months.",
    bg="Тук ще се вижда дали срещите на обучените стават договори по-често, отколкото тези на останалите през "
    "същите месеци.",
)
NEEDS_TRAININGS: Final = Text(
    ru="Нужна таблица «Обучение»: менеджер и дата",
    en="Needs the table “Trainings”: manager and date",
    bg="Нужна е таблицата „Обучения“: мениджър и дата",
)
YOUNG: Final = Text(
    ru="После обучения прошло слишком мало времени, чтобы судить",
    en="Too little time has passed since the training to judge it",
    bg="Минало е твърде малко време след обучението, за да съдим",
)
SUBTITLE: Final = Text(
    ru="Доля встреч, ставших договором за {window} дней, {date}: {before} и {after}",
    en="Share of meetings that became a contract in {window} days, {date}: {before} and {after}",
    bg="Дял на срещите, станали договор за {window} дни, {date}: {before} и {after}",
)
HELPED: Final = Text(
    ru="Обучение помогло: результативность встреч {effect} сверх того, что было у остальных",
    en="The training helped: meeting effectiveness {effect} beyond what the others had",
    bg="Обучението помогна: резултатност на срещите {effect} над тази при останалите",
)
HURT: Final = Text(
    ru="После обучения встречи обученных отстали от остальных: {effect}",
    en="After the training the meetings of the trained fell behind the others: {effect}",
    bg="След обучението срещите на обучените изостанаха от останалите: {effect}",
)
NO_EFFECT: Final = Text(
    ru="Заметной разницы обучение не дало: обученные изменились так же, как остальные",
    en="The training made no difference that matters: the trained changed as the others did",
    bg="Обучението не промени нищо съществено: обучените се промениха като останалите",
)
CANNOT: Final = Text(
    ru="Помогло ли обучение, пока не видно: нужно ещё {more} встреч до и после",
    en="Too early to say whether the training helped: {more} more meetings before and after needed",
    bg="Още не личи дали обучението е помогнало: нужни са още {more} срещи преди и след него",
)
ONE_PERSON: Final = Text(
    ru="Обучены {trained} из {all}: так мало людей ничего не докажут, каким бы ни был результат",
    en="{trained} of {all} were trained: so few people can prove nothing, whatever they achieve",
    bg="Обучени са {trained} от {all}: толкова малко хора не могат да докажат нищо, какъвто и да е резултатът",
)
NO_CONTROL: Final = Text(
    ru="Сравнить не с кем: нет либо обученных, либо остальных с встречами до и после",
    en="Nobody to compare with: either the trained or the others have no meetings before and after",
    bg="Няма с кого да се сравни: или обучените, или останалите нямат срещи преди и след това",
)
TRAINED: Final = Text(ru="обученные", en="trained", bg="обучени")
CONTROL: Final = Text(ru="остальные", en="the others", bg="останалите")
EFFECT_TEXT: Final = Text(
    ru="эффект {effect} (90 %: от {low} до {high})",
    en="effect {effect} (90%: {low} to {high})",
    bg="ефект {effect} (90%: от {low} до {high})",
)
ADVICE_ROWS: Final = Text(
    ru="Обученные: {trained}; остальные: {others}. Такую или большую разницу случайный выбор стольких же людей даёт в "
    "{p} случаев.",
    en="Trained: {trained}; the others: {others}. As large a gap comes from a random choice of as many people in {p} "
    "of cases.",
    bg="Обучени: {trained}; останалите: {others}. Такава или по-голяма разлика случаен избор на толкова хора дава в "
    "{p} от случаите.",
)
ADVICE_RETURN: Final = Text(
    ru="До обучения у обученных было {own}, но это отчасти неудача: и без обучения от них стоило ждать {back}.",
    en="Before it the trained had {own}, which was partly bad luck: {back} was to be expected of them even without a "
    "training.",
    bg="Преди обучението обучените имаха {own}, но това отчасти е лош късмет: и без обучение от тях можеше да се "
    "очаква {back}.",
)
ADVICE_PLACEBO: Final = Text(
    ru="Осторожно: обученные уже до обучения менялись иначе, чем остальные ({effect} между двумя половинами срока).",
    en="Caution: the trained were already changing differently before it ({effect} between the two halves of that "
    "time).",
    bg="Внимание: обучените са се променяли различно от останалите още преди обучението ({effect} между двете "
    "половини на срока).",
)
ADVICE_FEW: Final = Text(
    ru="При таком числе обученных даже лучший возможный результат случаен в {least} случаев. Обучайте группу побольше "
    "или по очереди.",
    en="With so few trained even the best possible result comes by chance in {least} of cases. Train a larger group, "
    "or one group after another.",
    bg="При толкова малко обучени дори най-добрият възможен резултат е случаен в {least} от случаите. Обучавайте "
    "по-голяма група или групи една след друга.",
)
FOOT: Final = Text(
    ru="Тонкие линии: каждый менеджер; толстые: группы с 95 % интервалом; пунктир: куда обученные пришли бы, меняясь "
    "как остальные. Сравниваем {months} месяцев до и после; встречам моложе {window} дней срок ещё не вышел, и они "
    "не считаются. Стоит ли обучения, решает прибавка от {delta}.",
    en="Thin lines: each manager; thick: the groups with 95% intervals; dotted: where the trained would have come by "
    "changing as the others did. {months} months before and after are compared; meetings younger than {window} days "
    "have not had their time and are left out. A gain from {delta} on is taken to matter.",
    bg="Тънки линии: всеки мениджър; дебели: групите с 95% интервал; пунктир: докъде биха стигнали обучените, ако се "
    "бяха променили като останалите. Сравняват се {months} месеца преди и след; срещите, по-нови от {window} дни, "
    "още нямат пълен срок и не се броят. За съществен се приема прираст от {delta}.",
)
