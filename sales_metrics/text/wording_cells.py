"""What is said about sheets, rows and cells of an uploaded file: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..model.tables import TABLES
from ..model.text import Language, Text
from .wording_notes import NOTES


def limit_text(limit: str, language: Language) -> str:
    """Return the title of a column that a limit names ("deals.client"), and any other limit as it is."""
    table, _, column = limit.partition(".")
    if table in TABLES and column in TABLES[table].column_keys:
        title: str = TABLES[table].column(column).title.in_(language)
        return title
    return limit


_SHEETS: Final = {
    "nothing_recognised": Text(
        ru="В файле «{file}» нет таблицы, знакомой программе. Нужна строка заголовков, например «Клиент», "
        "«Менеджер», «Дата»; возьмите шаблон или укажите столбцы вручную.",
        en="“{file}” holds no table that the program knows. It needs a row of headings such as Client, Manager, "
        "Date: take a template or assign the columns by hand.",
        bg="Във файла „{file}“ няма таблица, която програмата познава. Нужен е ред със заглавия, например "
        "„Клиент“, „Мениджър“, „Дата“; вземете шаблон или посочете колоните ръчно.",
    ),
    "sheet_not_recognised": Text(
        ru="Лист «{sheet}» не похож ни на одну из таблиц, строки не взяты. Если данные нужны, укажите столбцы "
        "вручную.",
        en="Sheet “{sheet}” looks like none of the tables, so its rows were not taken. If you need them, assign "
        "the columns by hand.",
        bg="Листът „{sheet}“ не прилича на нито една от таблиците и редовете му не са взети. Ако данните са "
        "нужни, посочете колоните ръчно.",
    ),
    "sheet_lacks_key": Text(
        ru="На листе «{sheet}» понятно почти всё, но нет столбца {limit}, а без него строки не различить, и они не "
        "взяты. Добавьте столбец в выгрузку или укажите его вручную.",
        en="Nearly all of sheet “{sheet}” is clear, but it has no column {limit}, without which its rows cannot be "
        "told apart; they were not taken. Add the column to the export or assign it by hand.",
        bg="Почти всичко в листа „{sheet}“ е ясно, но няма колона {limit}, без която редовете не се различават, и те "
        "не са взети. Добавете колоната в експорта или я посочете ръчно.",
    ),
    "sheet_empty": Text(
        ru="Лист «{sheet}» пуст. Проверьте, тот ли файл выгружен.",
        en="Sheet “{sheet}” is empty. Check that the right file was exported.",
        bg="Листът „{sheet}“ е празен. Проверете дали е експортиран правилният файл.",
    ),
    "sheet_left_out": Text(
        ru="Лист «{sheet}» пропущен, как вы решили раньше. Решение можно изменить в настройке столбцов.",
        en="Sheet “{sheet}” is left out, as you decided before. You can change that where columns are assigned.",
        bg="Листът „{sheet}“ е пропуснат, както решихте преди. Можете да промените това при посочването на "
        "колоните.",
    ),
    "sheet_hidden": Text(
        ru="Лист «{sheet}» скрыт и не прочитан (строк: {count}). Если данные нужны, покажите лист в Excel и "
        "загрузите файл снова.",
        en="Sheet “{sheet}” is hidden and was not read (rows: {count}). If you need it, unhide it in Excel and "
        "upload again.",
        bg="Листът „{sheet}“ е скрит и не е прочетен (редове: {count}). Ако е нужен, покажете го в Excel и "
        "качете файла отново.",
    ),
    "column_missing": Text(
        ru="На листе «{sheet}» нет столбца «{limit}». Данные взяты, но часть отчётов без него пуста; добавьте "
        "столбец в выгрузку или укажите его вручную.",
        en="Sheet “{sheet}” has no column “{limit}”. The data were taken, but some reports need it: add it to "
        "the export or assign it by hand.",
        bg="В листа „{sheet}“ няма колона „{limit}“. Данните са взети, но част от справките я изискват; добавете"
        " я в експорта или я посочете ръчно.",
    ),
    "heading_twice": Text(
        ru="Заголовок «{column}» встречается дважды: взят столбец {limit}, столбец {cell} не использован. Если "
        "нужен другой, укажите его вручную.",
        en="The heading “{column}” stands twice: column {limit} was taken, column {cell} was not. Assign the "
        "other one by hand if that is wrong.",
        bg="Заглавието „{column}“ се среща два пъти: взета е колона {limit}, колона {cell} не е използвана. Ако "
        "трябва другата, посочете я ръчно.",
    ),
    "merged_filled": Text(
        ru="На листе «{sheet}» объединённые ячейки разнесены по строкам (заполнено: {count}). Проверьте, что так"
        " и задумано.",
        en="Merged cells on sheet “{sheet}” were repeated down their rows (filled: {count}). Check that this is "
        "what they mean.",
        bg="Обединените клетки в листа „{sheet}“ са повторени надолу по редовете (попълнени: {count}). Проверете"
        " дали това е смисълът им.",
    ),
    "rows_hidden": Text(
        ru="На листе «{sheet}» есть скрытые строки ({count}), они тоже взяты. Удалите их из файла, если они не "
        "нужны.",
        en="Sheet “{sheet}” has hidden rows ({count}); they were taken too. Delete them from the file if they "
        "should not count.",
        bg="В листа „{sheet}“ има скрити редове ({count}) и те също са взети. Изтрийте ги от файла, ако не "
        "трябва да участват.",
    ),
    "vat_beside": Text(
        ru="Сумма взята из «{column}»; «{found}» рядом не сложена с ней. Если нужна другая, смените столбец.",
        en="The amount is “{column}”; “{found}” beside it was not added. Change the column if you need the other.",
        bg="Сумата е от „{column}“; „{found}“ до нея не е добавена. Сменете колоната, ако трябва другата.",
    ),
    "period_before": Text(
        ru="«{found}» относится к прошлому периоду и не взято; взято «{column}». Загрузите прошлый период отдельно.",
        en="“{found}” is of the period before and was not taken; “{column}” was. Upload that period by itself.",
        bg="„{found}“ е за предходния период и не е взето; взето е „{column}“. Качете предходния период отделно.",
    ),
    "groups_unfolded": Text(
        ru="На листе «{sheet}» строки сгруппированы (строк-групп: {count}); названия групп стали столбцами. Сверьте "
        "несколько строк с отчётом.",
        en="The rows of sheet “{sheet}” stand under group rows ({count}); the groups became columns. Compare a few "
        "rows with the report.",
        bg="Редовете на листа „{sheet}“ са групирани (редове с групи: {count}); групите станаха колони. Сравнете "
        "няколко реда с отчета.",
    ),
    "months_across": Text(
        ru="На листе «{sheet}» месяцы стоят в столбцах ({count}); каждая заполненная ячейка стала отдельной строкой.",
        en="Sheet “{sheet}” has months across ({count}); every filled cell became a row of its own.",
        bg="В листа „{sheet}“ месеците са в колони ({count}); всяка попълнена клетка стана отделен ред.",
    ),
    "product_rows_added_up": Text(
        ru="Сделка повторяется для каждого товара, суммы товаров сложены (сделок: {count}). Сверьте сумму одной "
        "из них.",
        en="Deals are repeated for each product; the sums of the products were added up (deals: {count}). Check "
        "the amount of one of them.",
        bg="Сделките се повтарят за всеки продукт и сумите на продуктите са събрани (сделки: {count}). Проверете"
        " сумата на една от тях.",
    ),
}

_FAULTS: Final = {
    "bad_number": Text(
        ru="{cell}, «{column}»: «{found}» не число. Исправьте ячейку и загрузите строку снова.",
        en="{cell}, “{column}”: “{found}” is not a number. Correct the cell and upload the row again.",
        bg="{cell}, „{column}“: „{found}“ не е число. Поправете клетката и качете реда отново.",
    ),
    "bad_date": Text(
        ru="{cell}, «{column}»: «{found}» не дата между 1900 и 2100 годом. Напишите её как 31.12.2026.",
        en="{cell}, “{column}”: “{found}” is no date between 1900 and 2100. Write it like 2026-12-31.",
        bg="{cell}, „{column}“: „{found}“ не е дата между 1900 и 2100 г. Напишете я като 31.12.2026.",
    ),
    "bad_score": Text(
        ru="{cell}, «{column}»: «{found}» не оценка. Нужно целое число {limit}.",
        en="{cell}, “{column}”: “{found}” is not a score. It must be a whole number {limit}.",
        bg="{cell}, „{column}“: „{found}“ не е оценка. Нужно е цяло число {limit}.",
    ),
    "score_out_of_range": Text(
        ru="{cell}, «{column}»: оценка {found} вне шкалы {limit}. Исправьте её или очистите ячейку.",
        en="{cell}, “{column}”: the score {found} is outside {limit}. Correct it or clear the cell.",
        bg="{cell}, „{column}“: оценката {found} е извън скалата {limit}. Поправете я или изчистете клетката.",
    ),
    "share_out_of_range": Text(
        ru="{cell}, «{column}»: {found} вне границ {limit}. Исправьте значение или очистите ячейку.",
        en="{cell}, “{column}”: {found} is outside {limit}. Correct the value or clear the cell.",
        bg="{cell}, „{column}“: {found} е извън границите {limit}. Поправете стойността или изчистете клетката.",
    ),
    "cell_error": Text(
        ru="{cell}, «{column}»: в ячейке ошибка Excel {found}. Исправьте формулу и загрузите строку снова.",
        en="{cell}, “{column}”: the cell holds the Excel error {found}. Mend the formula and upload the row again.",
        bg="{cell}, „{column}“: в клетката има грешка на Excel {found}. Поправете формулата и качете реда отново.",
    ),
    "not_calculated": Text(
        ru="{cell}, «{column}»: формула ни разу не вычислена. Откройте файл в Excel, сохраните и загрузите снова.",
        en="{cell}, “{column}”: the formula was never calculated. Open the file in Excel, save it and upload it "
        "again.",
        bg="{cell}, „{column}“: формулата никога не е изчислявана. Отворете файла в Excel, запишете го и го "
        "качете пак.",
    ),
    "key_missing": Text(
        ru="{cell}: строку нельзя отличить от других, не заполнено «{limit}». Заполните и загрузите строку снова.",
        en="{cell}: nothing tells this row from others because “{limit}” is blank. Fill it in and upload the row"
        " again.",
        bg="{cell}: редът не може да се различи от другите, защото „{limit}“ е празно. Попълнете и качете реда "
        "отново.",
    ),
    "many_more": Text(
        ru="Столбец «{column}»: ещё столько же строк с той же ошибкой начиная с {cell}: {count}. Похоже, столбец"
        " назначен неверно; проверьте его.",
        en="Column “{column}”: {count} more rows with such a fault from {cell} on. The column is probably "
        "assigned wrongly; check it.",
        bg="Колона „{column}“: още {count} реда със същата грешка от {cell} нататък. Вероятно колоната е "
        "посочена погрешно; проверете я.",
    ),
}

WORDING: Final[Mapping[str, Text]] = MappingProxyType(_SHEETS | _FAULTS | NOTES)
"""Problem code -> sentence; the placeholders are fields of `Issue`."""
