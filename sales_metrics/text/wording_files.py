"""What is said about a file or a sheet that is refused or read with a remark: what is wrong, and what to do.

The placeholders are the fields of an issue: {file}, {sheet}, {cell}, {found}, {column}, {count}, {limit}.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..model.text import Language, Text
from .wording_contents import CONTENTS

_SIZES: Final = {
    "file_too_big": Text(
        ru="Файл «{file}» занимает {found} МБ, а принимаются файлы до {limit} МБ. Разделите его, например, по "
        "месяцам.",
        en="“{file}” has {found} MB; files up to {limit} MB are accepted. Split it, for example by month.",
        bg="Файлът „{file}“ е {found} MB, а се приемат файлове до {limit} MB. Разделете го, например по месеци.",
    ),
    "too_many_parts": Text(
        ru="В файле «{file}» {found} вложенных частей, а принимается не больше {limit}. Сохраните данные в новую "
        "книгу xlsx.",
        en="“{file}” is made of {found} parts; up to {limit} are accepted. Save the data in a new xlsx workbook.",
        bg="Файлът „{file}“ се състои от {found} части, а се приемат до {limit}. Запазете данните в нова книга "
        "xlsx.",
    ),
    "unpacked_too_big": Text(
        ru="В распакованном виде часть файла «{file}» занимает {found} МБ, а можно до {limit} МБ. Оставьте в "
        "книге только нужные листы или разделите её.",
        en="Unpacked, a part of “{file}” takes {found} MB; up to {limit} MB are accepted. Keep only the sheets "
        "you need, or split the workbook.",
        bg="Разопакована, част от файла „{file}“ заема {found} MB, а се приемат до {limit} MB. Оставете само "
        "нужните листове или разделете книгата.",
    ),
    "packed_too_tightly": Text(
        ru="Часть файла «{file}» сжата больше чем в {limit} раз, как не бывает у таблиц с данными. Скопируйте "
        "данные в новую книгу и загрузите её.",
        en="A part of “{file}” is packed more than {limit} times, which tables of data never are. Copy the data "
        "to a new workbook and upload that.",
        bg="Част от файла „{file}“ е компресирана над {limit} пъти, каквито таблиците с данни не са. Копирайте "
        "данните в нова книга и качете нея.",
    ),
    "too_many_columns": Text(
        ru="В файле «{file}» данные доходят до столбца № {found} ({cell}), а принимается не больше {limit} "
        "столбцов. Удалите лишние столбцы.",
        en="The data in “{file}” reach column {found} ({cell}); up to {limit} columns are accepted. Delete the "
        "columns you do not need.",
        bg="Данните във файла „{file}“ стигат до колона № {found} ({cell}), а се приемат до {limit} колони. "
        "Изтрийте излишните колони.",
    ),
    "too_many_rows": Text(
        ru="В файле «{file}» данные доходят до строки {found}, а принимается не больше {limit} строк на лист. "
        "Разделите файл, например, по месяцам.",
        en="The data in “{file}” reach row {found}; up to {limit} rows per sheet are accepted. Split the file, "
        "for example by month.",
        bg="Данните във файла „{file}“ стигат до ред {found}, а се приемат до {limit} реда на лист. Разделете "
        "файла, например по месеци.",
    ),
    "too_many_cells": Text(
        ru="На листе файла «{file}» {found} ячеек, а принимается до {limit}. Удалите лишние столбцы или разделите "
        "файл.",
        en="A sheet of “{file}” spans {found} cells; up to {limit} are accepted. Delete needless columns or split "
        "the file.",
        bg="Лист от файла „{file}“ обхваща {found} клетки, а се приемат до {limit}. Изтрийте излишните колони или "
        "разделете файла.",
    ),
    "too_many_sheets": Text(
        ru="В файле «{file}» {found} листов, а принимается до {limit}. Оставьте только листы с данными.",
        en="“{file}” has {found} sheets; up to {limit} are accepted. Keep only the sheets with data.",
        bg="Файлът „{file}“ има {found} листа, а се приемат до {limit}. Оставете само листовете с данни.",
    ),
    "line_too_long": Text(
        ru="Строка у ячейки {cell} файла «{file}» длиннее {limit} знаков: похоже, в файле нет переводов строк. "
        "Выгрузите его заново.",
        en="The line at {cell} of “{file}” is longer than {limit} characters: the file seems to have no line "
        "breaks. Export it again.",
        bg="Редът при клетка {cell} във файла „{file}“ е по-дълъг от {limit} знака: изглежда, че липсват нови "
        "редове. Експортирайте го отново.",
    ),
    "too_slow": Text(
        ru="Файл «{file}» читался дольше {limit} секунд и был остановлен. Разделите его или сохраните заново как "
        "xlsx.",
        en="Reading “{file}” took longer than {limit} seconds and was stopped. Split it or save it again as xlsx.",
        bg="Четенето на „{file}“ отне над {limit} секунди и беше спряно. Разделете файла или го запазете отново "
        "като xlsx.",
    ),
    "too_much_memory": Text(
        ru="Чтобы прочитать файл «{file}», не хватило отведённых {limit} МБ памяти. Разделите его или удалите "
        "лишние листы.",
        en="Reading “{file}” needs more than the {limit} MB of memory allowed. Split it or delete needless sheets.",
        bg="За четенето на „{file}“ не стигнаха отпуснатите {limit} MB памет. Разделете файла или изтрийте "
        "излишните листове.",
    ),
}

_NOTES: Final = {
    "hidden_sheet": Text(
        ru="Лист «{sheet}» в файле «{file}» скрыт. Если его данные не нужны, удалите лист и загрузите файл снова.",
        en="The sheet “{sheet}” in “{file}” is hidden. If its data are not wanted, delete it and upload the file "
        "again.",
        bg="Листът „{sheet}“ във файла „{file}“ е скрит. Ако данните му не са нужни, изтрийте го и качете файла "
        "отново.",
    ),
    "hidden_rows": Text(
        ru="На листе «{sheet}» скрытых строк: {count}; они прочитаны вместе с остальными. Если они не нужны, "
        "удалите их.",
        en="Hidden rows on the sheet “{sheet}”: {count}; they are read with the rest. Delete them if they are not "
        "wanted.",
        bg="Скрити редове в листа „{sheet}“: {count}; прочетени са заедно с останалите. Изтрийте ги, ако не са "
        "нужни.",
    ),
    "merged_cells": Text(
        ru="На листе «{sheet}» объединённых диапазонов: {count}, первый — у ячейки {cell}. Значение хранится "
        "только в первой ячейке; проверьте остальные.",
        en="Merged ranges on the sheet “{sheet}”: {count}, the first at {cell}. Only the first cell of each holds "
        "the value; check the others.",
        bg="Обединени диапазони в листа „{sheet}“: {count}, първият е при клетка {cell}. Стойността е само в "
        "първата клетка; проверете останалите.",
    ),
    "digits_lost": Text(
        ru="На листе «{sheet}» чисел длиннее 15 цифр: {count}, первое — в ячейке {cell}. Excel их округлил: если "
        "это номера, выгрузите столбец как текст.",
        en="Numbers of more than 15 digits on the sheet “{sheet}”: {count}, the first in {cell}. Excel has "
        "rounded them: if they are identifiers, export the column as text.",
        bg="Числа с над 15 цифри в листа „{sheet}“: {count}, първото е в клетка {cell}. Excel ги е закръглил: ако "
        "са номера, експортирайте колоната като текст.",
    ),
    "cell_twice": Text(
        ru="Ячеек, записанных в файле дважды: {count}, первая — {cell} на листе «{sheet}». Взято последнее значение; "
        "проверьте их и сохраните файл в Excel.",
        en="Cells that the file holds twice: {count}, the first is {cell} on the sheet “{sheet}”. The last value was "
        "taken; check them and save the file in Excel.",
        bg="Клетки, записани два пъти във файла: {count}, първата е {cell} в листа „{sheet}“. Взета е последната "
        "стойност; проверете ги и запазете файла в Excel.",
    ),
    "long_rows": Text(
        ru="Строк, где значений больше, чем столбцов ({limit}): {count}, первая — {cell}. Лишние значения стоят в "
        "добавочных столбцах; проверьте, нет ли в них разделителя без кавычек.",
        en="Rows with more values than the {limit} columns: {count}, the first at {cell}. The extra values are in "
        "additional columns; check these rows for a separator that is not in quotes.",
        bg="Редове с повече стойности от колоните ({limit}): {count}, първият е при {cell}. Излишните стойности "
        "са в допълнителни колони; проверете за разделител без кавички.",
    ),
    "short_rows": Text(
        ru="Строк, где значений меньше, чем столбцов ({limit}): {count}, первая — {cell}. Проверьте, не разорвана "
        "ли строка переводом строки.",
        en="Rows with fewer values than the {limit} columns: {count}, the first at {cell}. Check whether a line "
        "break has cut them in two.",
        bg="Редове с по-малко стойности от колоните ({limit}): {count}, първият е при {cell}. Проверете дали нов "
        "ред не ги е разделил на две.",
    ),
    "quotes_mended": Text(
        ru="Строк с кавычкой, которая не закрыта или закрыта не там: {count}, первая — у ячейки {cell}: {found}. "
        "Кавычка прочитана как обычный знак; проверьте эти строки.",
        en="Rows with a quote that is not closed, or closed in the wrong place: {count}, the first at {cell}: {found}. "
        "The quote was read as a plain character; check these rows.",
        bg="Редове с кавичка, която не е затворена или е затворена не на място: {count}, първият е при клетка {cell}: "
        "{found}. Кавичката е прочетена като обикновен знак; проверете тези редове.",
    ),
    "other_delimiter": Text(
        ru="Строк с другим разделителем столбцов, чем во всём файле: {count}, первая — {cell}. Они разделены по своему "
        "разделителю; проверьте их.",
        en="Rows with another separator than the rest of the file: {count}, the first at {cell}. They were divided by "
        "their own; check them.",
        bg="Редове с друг разделител на колоните от останалия файл: {count}, първият е при {cell}. Разделени са според "
        "своя разделител; проверете ги.",
    ),
    "broken_letters": Text(
        ru="В файле «{file}» есть знаки, которые не читаются ({count}), первый — в строке ячейки {cell}. На их "
        "месте стоит «\ufffd»; исправьте их в источнике.",
        en="Characters that cannot be read in “{file}”: {count}, the first in the row of {cell}. They are shown "
        "as “\ufffd”; correct them where the data come from.",
        bg="Във файла „{file}“ има знаци, които не се четат ({count}), първият е в реда на клетка {cell}. На "
        "тяхно място стои „\ufffd“; поправете ги в източника.",
    ),
    "mends_upload": Text(
        ru="В файле исправленные строки загрузки № {limit}. Остальные её строки уже приняты, повторять их не нужно.",
        en="The file brings mended rows of upload no. {limit}. Its other rows are in already and need not come again.",
        bg="Във файла има поправени редове от качване № {limit}. Останалите му редове вече са приети и не трябва да се повтарят.",
    ),
    "zero_bytes": Text(
        ru="Из файла «{file}» убраны нулевые байты ({count}). Проверьте, что программа выгружает файл без сбоев.",
        en="Zero bytes were left out of “{file}”: {count}. Check that the program exports the file properly.",
        bg="От файла „{file}“ са премахнати нулеви байтове ({count}). Проверете дали програмата експортира файла "
        "без грешки.",
    ),
}

WORDING: Final[Mapping[str, Text]] = MappingProxyType({**CONTENTS, **_SIZES, **_NOTES})
"""The sentence of each problem that reading a file can raise, by its code."""

WRONG_LIMIT: Final = Text(
    ru="Настройка {name} должна быть целым числом больше нуля, а в ней «{given}». Исправьте её и запустите снова.",
    en="The setting {name} must be a whole number above zero, not “{given}”. Correct it and start again.",
    bg="Настройката {name} трябва да е цяло число над нула, а в нея стои „{given}“. Поправете я и стартирайте отново.",
)


def wrong_limit_text(name: str, given: str, lang: Language) -> str:
    """Return what is wrong with a limit that the environment sets."""
    return WRONG_LIMIT.in_(lang).replace("{name}", name).replace("{given}", given)
