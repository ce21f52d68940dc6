"""What is said about a file that is refused for what it is or for what stands in it."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

CONTENTS: Final = {
    "empty_file": Text(
        ru="Файл «{file}» пустой. Выгрузите его ещё раз и проверьте, что в нём есть строки.",
        en="The file “{file}” is empty. Export it again and check that it holds rows.",
        bg="Файлът „{file}“ е празен. Експортирайте го отново и проверете дали в него има редове.",
    ),
    "no_data": Text(
        ru="В файле «{file}» нет ни одной заполненной ячейки. Проверьте, тот ли файл вы сохранили.",
        en="No cell in “{file}” is filled in. Check that you saved the right file.",
        bg="Във файла „{file}“ няма нито една попълнена клетка. Проверете дали сте запазили правилния файл.",
    ),
    "cannot_open": Text(
        ru="Файл «{file}» не открывается. Закройте его в других программах и загрузите снова.",
        en="“{file}” cannot be opened. Close it in other programs and upload it again.",
        bg="Файлът „{file}“ не може да се отвори. Затворете го в другите програми и го качете отново.",
    ),
    "foreign_file": Text(
        ru="«{file}» — это не таблица, а файл {found}. Сохраните данные как xlsx или csv и загрузите их.",
        en="“{file}” is not a spreadsheet but a {found} file. Save the data as xlsx or csv and upload that.",
        bg="„{file}“ не е таблица, а файл от вид {found}. Запазете данните като xlsx или csv и качете тях.",
    ),
    "unknown_content": Text(
        ru="В файле «{file}» не таблица: содержимое не похоже ни на Excel, ни на текст. Сохраните данные как xlsx "
        "или csv.",
        en="“{file}” holds no table: its content is neither a workbook nor text. Save the data as xlsx or csv.",
        bg="Във файла „{file}“ няма таблица: съдържанието не е нито Excel, нито текст. Запазете данните като xlsx "
        "или csv.",
    ),
    "archive_not_workbook": Text(
        ru="«{file}» — это архив, а не таблица (внутри «{found}»). Распакуйте его и загрузите сами файлы.",
        en="“{file}” is an archive, not a workbook (it holds “{found}”). Unpack it and upload the files "
        "themselves.",
        bg="„{file}“ е архив, а не таблица (вътре е „{found}“). Разархивирайте го и качете самите файлове.",
    ),
    "ancient_workbook": Text(
        ru="«{file}» сохранён в формате Excel до 1997 года. Откройте его в Excel и сохраните как xlsx.",
        en="“{file}” is in a format from before Excel 97. Open it in Excel and save it as xlsx.",
        bg="„{file}“ е във формат отпреди Excel 97. Отворете го в Excel и го запазете като xlsx.",
    ),
    "password": Text(
        ru="На файле «{file}» стоит пароль. Сохраните копию без пароля и загрузите её.",
        en="“{file}” has a password. Save a copy without one and upload that.",
        bg="Файлът „{file}“ е защитен с парола. Запазете копие без парола и качете него.",
    ),
    "damaged": Text(
        ru="Файл «{file}» повреждён или скачан не до конца. Скачайте или сохраните его ещё раз.",
        en="“{file}” is damaged or was cut short. Download it or save it again.",
        bg="Файлът „{file}“ е повреден или не е изтеглен докрай. Изтеглете го или го запазете отново.",
    ),
    "copied_incompletely": Text(
        ru="Файл «{file}» скопирован не полностью: на его конце {found} нулевых байтов. Скопируйте или выгрузите "
        "его заново.",
        en="“{file}” was not copied completely: it ends in {found} zero bytes. Copy or export it again.",
        bg="Файлът „{file}“ не е копиран изцяло: завършва с {found} нулеви байта. Копирайте го или го "
        "експортирайте отново.",
    ),
    "dangerous_archive": Text(
        ru="Файл «{file}» устроен так, как программы для таблиц не пишут («{found}»). Откройте его в Excel и "
        "сохраните заново.",
        en="“{file}” is built as no spreadsheet program writes it (“{found}”). Open it in Excel and save it again.",
        bg="Файлът „{file}“ е устроен така, както никоя програма за таблици не записва („{found}“). Отворете го в "
        "Excel и го запазете отново.",
    ),
    "xml_entities": Text(
        ru="В файле «{file}» есть объявления XML, которых в таблицах не бывает. Откройте его в Excel и сохраните "
        "как xlsx.",
        en="“{file}” holds XML declarations that spreadsheets never have. Open it in Excel and save it as xlsx.",
        bg="Файлът „{file}“ съдържа XML декларации, каквито в таблиците няма. Отворете го в Excel и го запазете "
        "като xlsx.",
    ),
    "page_without_table": Text(
        ru="«{file}» — это веб-страница без таблицы. Откройте её в Excel и сохраните как xlsx.",
        en="“{file}” is a web page without a table. Open it in Excel and save it as xlsx.",
        bg="„{file}“ е уеб страница без таблица. Отворете я в Excel и я запазете като xlsx.",
    ),
    "sheet_unreadable": Text(
        ru="Лист «{sheet}» файла «{file}» не читается. Откройте файл в Excel и сохраните его заново как xlsx.",
        en="The sheet “{sheet}” of “{file}” cannot be read. Open the file in Excel and save it again as xlsx.",
        bg="Листът „{sheet}“ от файла „{file}“ не може да се прочете. Отворете файла в Excel и го запазете отново "
        "като xlsx.",
    ),
    "unreadable": Text(
        ru="Файл «{file}» не удалось разобрать. Откройте его в Excel и сохраните заново как xlsx.",
        en="“{file}” could not be made out. Open it in Excel and save it again as xlsx.",
        bg="Файлът „{file}“ не можа да бъде разчетен. Отворете го в Excel и го запазете отново като xlsx.",
    ),
    "parser_crashed": Text(
        ru="При чтении файла «{file}» программа разбора остановилась. Откройте его в Excel и сохраните заново как "
        "xlsx.",
        en="Reading “{file}” brought the parser down. Open it in Excel and save it again as xlsx.",
        bg="При четенето на „{file}“ програмата за разбор спря. Отворете файла в Excel и го запазете отново като "
        "xlsx.",
    ),
    "unclosed_quote": Text(
        ru="В ячейке {cell} файла «{file}» открыта кавычка, которая нигде не закрыта: {found}. Исправьте эту "
        "строку или выгрузите файл заново.",
        en="A quote is opened in cell {cell} of “{file}” and never closed: {found}. Correct that line or export "
        "the file again.",
        bg="В клетка {cell} на файла „{file}“ е отворена кавичка, която никъде не се затваря: {found}. Поправете "
        "този ред или експортирайте файла отново.",
    ),
    "decimal_comma": Text(
        ru="В файле «{file}» запятая и делит столбцы, и стоит внутри чисел ({found}), поэтому суммы распались. "
        "Сохраните его с разделителем «точка с запятой».",
        en="In “{file}” the comma both separates columns and stands inside numbers ({found}), so amounts fall "
        "apart. Save it with semicolons as separators.",
        bg="Във файла „{file}“ запетаята и разделя колоните, и стои в числата ({found}), затова сумите се "
        "разпадат. Запазете го с точка и запетая за разделител.",
    ),
}
