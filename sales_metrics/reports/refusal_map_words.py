"""The words of the heat map of refusals."""

from __future__ import annotations

from typing import Final

from ..model.text import Text
from .refusal_view import NO_MANAGER

DEPARTMENT: Final = Text(ru="Отдел", en="Department", bg="Отдел")
TOO_FEW: Final = Text(ru="{n} мало данных", en="{n} too few", bg="{n} малко данни")

NAME: Final = Text(ru="Причины отказов", en="Reasons for refusal", bg="Причини за отказ")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, почему отказывают каждому менеджеру и чьи причины доказанно отличаются.",
    en="You would see why each manager is refused, and whose reasons are proven to differ.",
    bg="Тук ще се вижда защо отказват на всеки мениджър и чии причини доказано се различават.",
)
ROWS_LABEL: Final = Text(ru="В строках", en="Rows", bg="Редове")
ROWS: Final = {
    "manager": (Text(ru="менеджеры", en="managers", bg="мениджъри"), NO_MANAGER),
    "lost_stage": (
        Text(ru="стадии отказа", en="stages of refusal", bg="етапи на отказа"),
        Text(ru="Стадия не указана", en="Stage not stated", bg="Етапът не е посочен"),
    ),
    "product_group": (
        Text(ru="группы товаров", en="product groups", bg="продуктови групи"),
        Text(ru="Товар не указан", en="Product not stated", bg="Продуктът не е посочен"),
    ),
    "segment": (
        Text(ru="сегменты", en="segments", bg="сегменти"),
        Text(ru="Сегмент не указан", en="Segment not stated", bg="Сегментът не е посочен"),
    ),
    "competitor": (
        Text(ru="конкуренты", en="competitors", bg="конкуренти"),
        Text(ru="Конкурент не указан", en="Competitor not stated", bg="Конкурентът не е посочен"),
    ),
}
"""What may stand in the rows, and what a row without it is called."""
ROW_NAMES: Final = {
    "manager": Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    "lost_stage": Text(ru="Стадия отказа", en="Stage of refusal", bg="Етап на отказа"),
    "product_group": Text(ru="Группа товаров", en="Product group", bg="Продуктова група"),
    "segment": Text(ru="Сегмент", en="Segment", bg="Сегмент"),
    "competitor": Text(ru="Конкурент", en="Competitor", bg="Конкурент"),
}
"""What one row is called where a narrow screen shows one at a time."""
CELLS_LABEL: Final = Text(ru="В клетках", en="Cells", bg="Клетки")
OF_COUNTS: Final = Text(ru="число и доля отказов", en="refusals and their share", bg="брой и дял на отказите")
OF_MONEY: Final = Text(ru="сумма и её доля", en="money and its share", bg="сума и нейният дял")

HEARS_MORE: Final = Text(
    ru="{who} слышит {reason} чаще коллег: {own} против {rest}",
    en="{who} hears {reason} more often than colleagues: {own} against {rest}",
    bg="{who} чува {reason} по-често от колегите: {own} срещу {rest}",
)
BLANK_MORE: Final = Text(
    ru="{who} чаще коллег не записывает причину: {own} против {rest}",
    en="{who} leaves the reason out more often than colleagues: {own} against {rest}",
    bg="{who} по-често от колегите не записва причината: {own} срещу {rest}",
)
BOTH_HEAR: Final = Text(
    ru="{who} чаще слышит {reason}, {other} – {second}",
    en="{who} more often hears {reason}, {other} {second}",
    bg="{who} по-често чува {reason}, {other} – {second}",
)
HEARS_AND_BLANK: Final = Text(
    ru="{who} чаще слышит {reason}; {other} чаще не записывает причину",
    en="{who} hears {reason} more often; {other} more often leaves the reason out",
    bg="{who} по-често чува {reason}; {other} по-често не записва причината",
)
COMES_UP: Final = Text(
    ru="{who}: {reason} чаще, чем в остальных строках, {own} против {rest}",
    en="{who}: {reason} comes up more often than elsewhere, {own} against {rest}",
    bg="{who}: {reason} се среща по-често, отколкото другаде, {own} срещу {rest}",
)
ALL_ALIKE: Final = Text(
    ru="Причины отказов практически одинаковы во всех строках",
    en="The reasons are practically the same in all rows",
    bg="Причините за отказ са практически еднакви във всички редове",
)
NOTHING_DIFFERS: Final = Text(
    ru="Причины отказов у менеджеров доказанно не отличаются",
    en="No manager's reasons are proven to differ",
    bg="За никой мениджър не е доказано, че причините му се различават",
)
NO_ROW_DIFFERS: Final = Text(
    ru="Доказанных отличий между строками нет",
    en="No row is proven to differ from the others",
    bg="За никой ред не е доказано, че се различава от останалите",
)
NOBODY_JUDGED: Final = Text(
    ru="Сравнивать рано: нужно не меньше {gate} отказов в двух строках",
    en="Too early to compare: two rows need at least {gate} refusals each",
    bg="Рано е за сравнение: в два реда са нужни поне по {gate} отказа",
)
MOST_MONEY: Final = Text(
    ru="Больше всего денег ушло по причине {reason}: {money} из {all}",
    en="Most money went with {reason}: {money} of {all}",
    bg="Най-много пари са загубени по причина {reason}: {money} от {all}",
)
NO_MONEY: Final = Text(
    ru="У этих отказов нет суммы", en="These refusals carry no money", bg="Тези откази нямат сума"
)

SUBTITLE: Final = Text(
    ru="Число отказов и доля внутри строки, {date}, {period}",
    en="Refusals, and the share within the row, {date}, {period}",
    bg="Брой откази и дял в реда, {date}, {period}",
)
SUBTITLE_MONEY: Final = Text(
    ru="Сумма проигранных сделок, {unit}, и доля внутри строки, {date}, {period}",
    en="Money of lost deals, {unit}, and the share within the row, {date}, {period}",
    bg="Сума на загубените сделки, {unit}, и дял в реда, {date}, {period}",
)
FOOT: Final = Text(
    ru="Рамка: ↑ чаще, чем в остальных строках, ↓ реже, с поправкой на число сравнений. Отличие, которое целиком "
    "лежит в пределах ±{delta}, за отличие не считается. В клетке без рамки отличие не доказано. Строки, где "
    "меньше {gate} отказов, не закрашены. Если без причины или «другое» больше {limit}, о причинах не судим.",
    en="A frame: ↑ more often than in the other rows, ↓ less often, corrected for the number of comparisons. A "
    "difference that lies wholly within ±{delta} does not count as one. Without a frame a difference is not "
    "proven. Rows with fewer than {gate} refusals are not filled. Where more than {limit} are without a reason or "
    "“other”, the reasons are not judged.",
    bg="Рамка: ↑ по-често, отколкото в останалите редове, ↓ по-рядко, с поправка за броя сравнения. Разлика, която "
    "е изцяло в рамките на ±{delta}, не се смята за разлика. В клетка без рамка разликата не е доказана. Редове с "
    "по-малко от {gate} отказа не са запълнени. Ако повече от {limit} са без причина или „друго“, не съдим за "
    "причините.",
)
FOOT_MONEY: Final = Text(
    ru="Суммы не проверяются на случайность: одна крупная сделка может решить всё. У отказов без сделки суммы нет. "
    "Строки, где меньше {gate} отказов, не закрашены.",
    en="Sums are not tested: a single large deal may decide them. Refusals without a deal carry no money. Rows "
    "with fewer than {gate} refusals are not filled.",
    bg="Сумите не се проверяват за случайност: една голяма сделка може да реши всичко. Отказите без сделка нямат "
    "сума. Редове с по-малко от {gate} отказа не са запълнени.",
)
OMNIBUS: Final = Text(
    ru="Таблица в целом: χ² = {statistic} при {degrees} степенях свободы, p {p}.",
    en="The table as a whole: χ² = {statistic} on {degrees} degrees of freedom, p {p}.",
    bg="Таблицата като цяло: χ² = {statistic} при {degrees} степени на свобода, p {p}.",
)
PERMUTED: Final = Text(
    ru="Клетки малы, поэтому p по перестановкам (начальное число {seed}).",
    en="Cells are small, so p comes from permutations (seed {seed}).",
    bg="Клетките са малки, затова p е от пермутации (начално число {seed}).",
)
FOOT_BLANK: Final = Text(
    ru="«{row}» ни с чем не сравнивается.",
    en="“{row}” is not compared with anything.",
    bg="„{row}“ не се сравнява с нищо.",
)
FOOT_ROWS: Final = Text(
    ru="Показаны {shown} строк с наибольшим числом отказов из {all}.",
    en="Shown are the {shown} rows with most refusals of {all}.",
    bg="Показани са {shown} реда с най-много откази от {all}.",
)
