"""The words of the bridge of the pipeline page, and which bar each movement is."""

from __future__ import annotations

from typing import Final

from ..model.panel import Part
from ..model.text import Text

NAME: Final = Text(
    ru="Что изменилось в сделках", en="What changed in the pipeline", bg="Какво се промени в сделките"
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, какие сделки с прошлой встречи пришли, выросли, выиграны, проиграны.",
    en="You would see which deals came in, grew, were won and were lost since the last meeting.",
    bg="Тук ще се вижда кои сделки са дошли, нараснали, спечелени и загубени от миналата среща.",
)
FROM: Final = Text(ru="С конца дня", en="From the end of", bg="От края на")
TO: Final = Text(ru="По конец дня", en="To the end of", bg="До края на")
GREW: Final = Text(
    ru="Сумма сделок в работе выросла на {by}, больше всего дали {cause}",
    en="The open pipeline grew by {by}, above all through {cause}",
    bg="Стойността на отворените сделки нарасна с {by}, най-вече от {cause}",
)
FELL: Final = Text(
    ru="Сумма сделок в работе уменьшилась на {by}, больше всего ушло с {cause}",
    en="The open pipeline fell by {by}, above all through {cause}",
    bg="Стойността на отворените сделки намаля с {by}, най-вече заради {cause}",
)
STAYED: Final = Text(
    ru="Сумма сделок в работе не изменилась: {level}",
    en="The open pipeline is unchanged at {level}",
    bg="Стойността на отворените сделки не се е променила: {level}",
)
UNPRICED: Final = Text(
    ru="У {bare} открытых сделок нет суммы: их общая сумма мало что говорит",
    en="{bare} open deals have no amount, so what they add up to says little",
    bg="{bare} отворени сделки нямат сума: общата им стойност казва малко",
)
UNPRICED_FROM: Final = 0.2
"""With a larger share of open deals without an amount nothing is said about their sum."""
CAUSES: Final = {
    "new": Text(ru="новые сделки", en="new deals", bg="нови сделки"),
    "grown": Text(ru="выросшие суммы", en="deals that grew", bg="нараснали сделки"),
    "shrunk": Text(ru="уменьшенными суммами", en="amounts cut", bg="намалени суми"),
    "won": Text(ru="выигранными сделками", en="deals won", bg="спечелени сделки"),
    "lost": Text(ru="проигранными сделками", en="deals lost", bg="загубени сделки"),
    "parked": Text(ru="отложенными сделками", en="deals parked", bg="отложени сделки"),
}
LABELS: Final = {
    "new": Text(ru="Новые", en="New", bg="Нови"),
    "grown": Text(ru="Выросли", en="Grown", bg="Нараснали"),
    "shrunk": Text(ru="Снизились", en="Shrunk", bg="Намалели"),
    "won": Text(ru="Выиграны", en="Won", bg="Спечелени"),
    "lost": Text(ru="Проиграны", en="Lost", bg="Загубени"),
    "parked": Text(ru="Отложены", en="Parked", bg="Отложени"),
}
PARTS: Final = {
    "new": Part.IN,
    "grown": Part.IN,
    "shrunk": Part.LESS,
    "won": Part.WON,
    "lost": Part.LOST,
    "parked": Part.ASIDE,
}
OPEN_ON: Final = Text(ru="В работе {day}", en="Open on {day}", bg="Отворени {day}")
SLIPPED: Final = Text(ru="срок перенесён", en="date slipped", bg="отложен срок")
SUBTITLE: Final = Text(
    ru="Суммы открытых сделок, {unit}, изменение с {start} по {end}",
    en="Amounts of open deals, {unit}, change from {start} to {end}",
    bg="Суми на отворените сделки, {unit}, промяна от {start} до {end}",
)
FOOT: Final = Text(
    ru="Под суммой число сделок.",
    en="Under a sum stands the number of deals.",
    bg="Под сумата е броят на сделките.",
)
FOOT_PERIOD: Final = Text(
    ru="Период слева здесь не действует.",
    en="The period on the left plays no part here.",
    bg="Периодът отляво тук не важи.",
)
FOOT_CHANGES: Final = Text(
    ru="Под выросшими и снизившимися – число изменений.",
    en="Under grown and shrunk it is the number of changes.",
    bg="Под нараснали и намалели е броят на промените.",
)
FOOT_ADVANCED: Final = Text(
    ru="Переходов на следующие стадии: {n}; суммы они не меняют.",
    en="Steps forward to a later stage: {n}; they change no amount.",
    bg="Преминавания към следващ етап: {n}; те не менят сумата.",
)
FOOT_AMOUNTS: Final = Text(
    ru="Как менялись суммы, нигде не записано: для каждого дня взята нынешняя сумма сделки.",
    en="How amounts changed is not on record: today's amount of a deal is taken for every day.",
    bg="Как са се меняли сумите не е записано: за всеки ден е взета днешната сума на сделката.",
)
FOOT_UNPRICED: Final = Text(
    ru="Без суммы {bare} открытых сделок, они входят с нулём.",
    en="{bare} open deals have no amount and count as nothing.",
    bg="Без сума са {bare} отворени сделки; те влизат с нула.",
)
FOOT_UNDATED: Final = Text(
    ru="Не вошли сделки без даты создания и закрытые без даты закрытия: {n}.",
    en="Left out are deals without a day of creation, or closed without a day: {n}.",
    bg="Не влизат сделките без дата на създаване и приключените без дата: {n}.",
)
