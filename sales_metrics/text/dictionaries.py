"""Words of the tables that a company keeps by hand."""

from __future__ import annotations

from typing import Final

from ..model.text import Language, Text
from ..model.unit import Unit
from .metrics import unit_text
from .numbers import number, percent

PICK: Final = Text(ru="Какой справочник", en="Which dictionary", bg="Кой речник")
IN_DATA: Final = Text(ru="Строк в данных", en="Rows in data", bg="Редове в данните")
NEVER: Final = Text(
    ru="В данных пока не встречается: {names}. Проверьте, так ли пишут эти имена в файлах.",
    en="Not in the data so far: {names}. Check that your files spell these names the same way.",
    bg="Засега не се срещат в данните: {names}. Проверете дали файловете ги изписват по същия начин.",
)
COUNTED_IN: Final = Text(
    ru="«Строк в данных»: сколько раз имя стоит в таблицах {tables}.",
    en="“Rows in data”: how often the name stands in the tables {tables}.",
    bg="„Редове в данните“: колко пъти името стои в таблиците {tables}.",
)
FROM_DATA: Final = Text(
    ru="Своего справочника у компании ещё нет. Здесь то, что приложение нашло в данных: исправьте и сохраните.",
    en="Your company has no table of its own here yet. This is what the app found in the data: correct and save it.",
    bg="Фирмата още няма свой речник. Тук е това, което приложението намери в данните: поправете го и го запазете.",
)
NOTHING_FOUND: Final = Text(
    ru="Здесь пока пусто: строк нет ни в загрузках, ни в данных. Добавьте первую или заполните шаблон и загрузите его.",
    en="Nothing here yet: neither uploads nor data have rows for it. Add the first, or fill in the template and "
    "upload it.",
    bg="Тук още няма нищо: няма редове нито в качванията, нито в данните. Добавете първия или попълнете шаблона и "
    "го качете.",
)
ALL_DEFAULT: Final = Text(
    ru="Все правила стоят по умолчанию.",
    en="Every rule stands at its default.",
    bg="Всички правила са по подразбиране.",
)
OWN: Final = Text(
    ru="Действует таблица компании.", en="Your company's own table holds.", bg="Важи таблицата на фирмата."
)
NAMES_FROM_FILES: Final = Text(
    ru="Имена берутся из файлов и здесь не меняются; новое имя можно добавить строкой внизу. Если удалённую строку "
    "назовёт следующий файл с этой таблицей, она вернётся.",
    en="Names come from your files and are not changed here; a new one can be added in the bottom row. A removed "
    "row comes back when a later file with this table names it.",
    bg="Имената идват от файловете и не се променят тук; ново име може да се добави на най-долния ред. Изтрит ред "
    "се връща, ако го назове следващ файл с тази таблица.",
)
HOW_ROWS: Final = Text(
    ru="Строка добавляется внизу таблицы, удаляется отметкой слева и корзиной над таблицей.",
    en="Add a row at the bottom of the table; to remove one, tick it on the left and press the bin above.",
    bg="Ред се добавя най-долу в таблицата; маха се с отметка отляво и кошчето над нея.",
)
UNLISTED: Final = Text(
    ru="В данных есть, а в этой таблице нет: {names}.",
    en="In the data but not in this table: {names}.",
    bg="Има ги в данните, но не и в тази таблица: {names}.",
)
ADD_UNLISTED: Final = Text(ru="Дописать их в таблицу", en="Add them to the table", bg="Добави ги в таблицата")

SAVE: Final = Text(ru="Сохранить", en="Save", bg="Запази")
SAVED: Final = Text(
    ru="Сохранено как загрузка № {upload}: новых {new}, изменённых {changed}, убрано {gone}.",
    en="Saved as upload no. {upload}: {new} new, {changed} changed, {gone} removed.",
    bg="Запазено като качване № {upload}: нови {new}, променени {changed}, махнати {gone}.",
)
UNCHANGED: Final = Text(
    ru="Ничего не изменено, сохранять нечего.",
    en="Nothing is different, so nothing was saved.",
    bg="Нищо не е променено, няма какво да се запази.",
)
NOT_SAVED: Final = Text(
    ru="Не сохранено, правки на месте. Исправьте:",
    en="Not saved; your edits are still here. Put right:",
    bg="Не е запазено, промените са тук. Поправете:",
)
LAST_SAVED: Final = Text(
    ru="Последняя правка: {moment}, {who}, загрузка № {upload}.",
    en="Last edited {moment} by {who}, upload no. {upload}.",
    bg="Последна промяна: {moment}, {who}, качване № {upload}.",
)
UNDO_EDIT: Final = Text(ru="Отменить эту правку", en="Undo this edit", bg="Отмени тази промяна")
UPLOAD_NAME: Final = Text(
    ru="Справочники: {table}, правка вручную",
    en="Dictionaries: {table}, edited by hand",
    bg="Речници: {table}, ръчна промяна",
)
DOWNLOAD: Final = Text(
    ru="Скачать шаблоном (xlsx)", en="Download as a template (xlsx)", bg="Изтегли като шаблон (xlsx)"
)
DOWNLOAD_HINT: Final = Text(
    ru="Шаблон уже заполнен тем, что действует. Исправьте его в Excel и загрузите: будет то же, что правка здесь, "
    "только строки, которых в файле нет, останутся.",
    en="The template is filled with what holds. Edit it in Excel and upload it: that does the same as editing here, "
    "except that rows missing from the file stay.",
    bg="Шаблонът е попълнен с това, което важи. Поправете го в Excel и го качете: същото като промяна тук, само че "
    "редовете, които липсват във файла, остават.",
)

DEMO: Final = Text(
    ru="Вымышленную компанию на месте не правят: её данные общие и пропадут с первой вашей загрузкой. Хотите "
    "попробовать, скопируйте её: копия станет вашими данными, и каждый её файл можно отменить на странице загрузки.",
    en="The invented company is not edited in place: it leaves with your first upload, and your edits would leave "
    "with it. To try things out, copy it: the copy becomes your data, and each of its files can be undone on the "
    "upload page.",
    bg="Измислената фирма не се променя на място: тя си отива с първото ви качване, и промените с нея. За да "
    "опитате, копирайте я: копието става ваши данни и всеки неин файл може да се отмени на страницата за качване.",
)
COPY_DEMO: Final = Text(
    ru="Скопировать пример в мои данные", en="Copy the demo into my data", bg="Копирай примера в моите данни"
)
COPYING: Final = Text(ru="Копируем пример", en="Copying the demo", bg="Копираме примера")
DIRECTOR_ONLY: Final = Text(
    ru="Справочники правит директор: от них зависят числа у всех.",
    en="Dictionaries are for the director to edit: everybody's numbers depend on them.",
    bg="Речниците се променят от директора: от тях зависят числата на всички.",
)

# The rules
RULE: Final = Text(ru="Правило", en="Rule", bg="Правило")
SETTING: Final = Text(ru="Действует", en="Holds", bg="Важи")
UNIT: Final = Text(ru="Единица", en="Unit", bg="Единица")
DEFAULT: Final = Text(ru="По умолчанию", en="Default", bg="По подразбиране")
BOUNDS: Final = Text(ru="Можно", en="Allowed", bg="Допустимо")
BETWEEN: Final = Text(ru="от {low} до {high}", en="{low} to {high}", bg="от {low} до {high}")
SOURCE: Final = Text(ru="Откуда", en="Source", bg="Източник")

# What keeps an edit from being saved
ROW: Final = Text(ru="Строка {number}", en="Row {number}", bg="Ред {number}")
RENAMED: Final = Text(
    ru="«{name}» нельзя переименовать: имена берутся из файлов. Верните имя; новое добавьте отдельной строкой.",
    en="“{name}” cannot be renamed: names come from your files. Put the name back, and add a new one as a row of "
    "its own.",
    bg="„{name}“ не може да се преименува: имената идват от файловете. Върнете името; ново добавете на отделен ред.",
)
BLANK: Final = Text(
    ru="{name}: заполните «{columns}» или удалите строку.",
    en="{name}: fill in “{columns}” or remove the row.",
    bg="{name}: попълнете „{columns}“ или махнете реда.",
)
TWICE: Final = Text(
    ru="«{name}» стоит в таблице дважды: оставьте одну строку.",
    en="“{name}” stands in the table twice: keep one of the rows.",
    bg="„{name}“ стои в таблицата два пъти: оставете един от редовете.",
)
ENDS_BEFORE: Final = Text(
    ru="{name}: отсутствие кончается раньше, чем начинается. Исправьте даты.",
    en="{name}: the absence ends before it starts. Correct the dates.",
    bg="{name}: отсъствието свършва, преди да е започнало. Поправете датите.",
)
OUT_OF_BOUNDS: Final = Text(
    ru="«{name}»: можно от {low} до {high}, а введено {found}.",
    en="“{name}”: {low} to {high} is allowed, and {found} was entered.",
    bg="„{name}“: допустимо е от {low} до {high}, а е въведено {found}.",
)


def setting_text(value: float, unit: Unit, language: Language) -> str:
    """Return a setting of a rule with every decimal that it has: "0.5%", "14"."""
    if unit is Unit.SHARE:
        return percent(value, language, _decimals(value * 100))
    return number(value, language, _decimals(value))


def unit_sign(unit: Unit, language: Language) -> str:
    """Return the unit in which a rule is written: a share in percent."""
    return "%" if unit is Unit.SHARE else unit_text(unit, language)


def _decimals(value: float) -> int:
    return next((places for places in range(7) if abs(value - round(value, places)) < 1e-9), 7)
