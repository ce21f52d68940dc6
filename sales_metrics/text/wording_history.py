"""The words for what uploads differ in: missing rows, erasure, copies and checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from ..model.text import Language, Text
from .dates import moment
from .numbers import number
from .plural import ROWS, counted

ROWS_MISSING: Final = Text(
    ru="«{table}»: в этом файле нет {missing} из {known} строк, которые были в прежних выгрузках с такими же "
    "заголовками. Это удалено или просто не попало в выгрузку?",
    en="“{table}”: this file lacks {missing} of the {known} rows that earlier exports with the same headings had. "
    "Was that deleted, or is it just not in this export?",
    bg="„{table}“: в този файл липсват {missing} от {known} реда, които бяха в предишните файлове със същите "
    "заглавия. Изтрито ли е това, или просто не е в тази извадка?",
)
ROWS_MISSING_CHOICES: Final[Mapping[str, Text]] = {
    "replaces": Text(
        ru="Удалено: больше не показывать ({rows}); отмена загрузки всё вернёт",
        en="Deleted: stop showing it ({rows}); undoing the upload brings it back",
        bg="Изтрито е: да не се показва повече ({rows}); отмяната на качването го връща",
    ),
    "adds": Text(
        ru="Просто не попало: оставить как было ({rows})",
        en="Just not in this export: keep it as it was ({rows})",
        bg="Просто не е в тази извадка: да остане както е било ({rows})",
    ),
}
GONE_ROWS: Final = Text(
    ru="Больше нет в файле и не показывается: {rows}",
    en="No longer in the file and not shown any more: {rows}",
    bg="Вече не е във файла и не се показва: {rows}",
)
KEPT_ROWS: Final = Text(
    ru="Нет в этом файле, осталось от прежних: {rows}",
    en="Not in this file, kept from earlier ones: {rows}",
    bg="Не е в този файл, остава от предишните: {rows}",
)
SHOW_GONE: Final = Text(ru="Показать эти строки", en="Show these rows", bg="Покажи тези редове")
HIDE_GONE: Final = Text(ru="Скрыть эти строки", en="Hide these rows", bg="Скрий тези редове")
KEEP_INSTEAD: Final = Text(ru="Оставить их", en="Keep them after all", bg="Все пак да останат")
REMOVE_INSTEAD: Final = Text(ru="Убрать их", en="Stop showing them", bg="Да не се показват")
GONE: Final = Text(ru="ушли", en="gone", bg="отпаднали")
WHOLE: Final = Text(
    ru="Всё на месте, ничего не повреждено.",
    en="Everything is there and undamaged.",
    bg="Всичко е на мястото си и е невредимо.",
)
FINDINGS: Final[Mapping[str, Text]] = {
    "missing_part": Text(ru="нет файла загрузки", en="a stored part is missing", bg="липсва файл от качване"),
    "damaged_part": Text(
        ru="файл загрузки повреждён", en="a stored part is damaged", bg="повреден файл от качване"
    ),
    "extra_part": Text(
        ru="лишний файл от прерванной загрузки",
        en="a part left by an import that was stopped",
        bg="излишен файл от прекъснато качване",
    ),
    "missing_raw": Text(ru="нет исходного файла", en="an original file is missing", bg="липсва изходен файл"),
    "damaged_raw": Text(ru="исходный файл повреждён", en="an original file is damaged", bg="повреден изходен файл"),
    "extra_raw": Text(
        ru="лишний исходный файл от прерванной загрузки",
        en="an original file left by an import that was stopped",
        bg="излишен изходен файл от прекъснато качване",
    ),
    "damaged_catalogue": Text(
        ru="опись загрузок повреждена", en="the catalogue is damaged", bg="описът на качванията е повреден"
    ),
    "broken_history": Text(
        ru="запись истории изменена или пропала",
        en="a record of the history was changed or lost",
        bg="запис от историята е променен или липсва",
    ),
    "broken_entry": Text(
        ru="запись настроек изменена или пропала",
        en="a record of the settings was changed or lost",
        bg="запис от настройките е променен или липсва",
    ),
    "damaged_state": Text(
        ru="рабочая копия повреждена и будет построена заново",
        en="a working copy is damaged and will be built again",
        bg="работно копие е повредено и ще бъде построено наново",
    ),
}
COPIED: Final = Text(
    ru="Копия в {folder} готова и проверена.",
    en="The copy in {folder} is complete and verified.",
    bg="Копието в {folder} е готово и проверено.",
)
RESTORED: Final = Text(
    ru="Данные восстановлены в {folder} и проверены.",
    en="The data is restored to {folder} and verified.",
    bg="Данните са възстановени в {folder} и са проверени.",
)
WOULD_ERASE: Final = Text(
    ru="Будет стёрто: строк {rows}, загрузок {uploads}, исходных файлов {files}, записей о клиентах и настройках "
    "{entries}. Пока ничего не изменено.",
    en="Would be erased: {rows} rows in {uploads} uploads, {files} original files, {entries} records of clients and "
    "settings. Nothing has been changed yet.",
    bg="Ще бъдат изтрити: редове {rows}, качвания {uploads}, изходни файлове {files}, записи за клиенти и настройки "
    "{entries}. Засега нищо не е променено.",
)
ERASED: Final = Text(
    ru="Стёрто: строк {rows}, загрузок {uploads}, исходных файлов {files}, записей о клиентах и настройках {entries}.",
    en="Erased: {rows} rows in {uploads} uploads, {files} original files, {entries} records of clients and settings.",
    bg="Изтрито: редове {rows}, качвания {uploads}, изходни файлове {files}, записи за клиенти и настройки {entries}.",
)
NO_COPIES_KNOWN: Final = Text(
    ru="Резервные копии этим не затронуты: если они есть, удалите их и сделайте заново.",
    en="Backups are not touched by this: if there are any, delete them and make new ones.",
    bg="Резервните копия не са засегнати: ако има такива, изтрийте ги и направете нови.",
)
COPIES_HOLD: Final = Text(
    ru="Резервные копии, сделанные раньше, этим не затронуты и человека ещё содержат. Удалите их и сделайте заново: "
    "{copies}",
    en="Backups made before are not touched by this and still hold the person. Delete them and make new ones: {copies}",
    bg="Направените по-рано резервни копия не са засегнати и още съдържат човека. Изтрийте ги и направете нови: "
    "{copies}",
)
NOBODY: Final = Text(
    ru="Такого имени, телефона или адреса нет ни в загрузках, ни в настройках.",
    en="This name, phone or address stands in no upload and no setting.",
    bg="Такова име, телефон или адрес няма нито в качванията, нито в настройките.",
)
NAME_SOMEBODY: Final = Text(
    ru="Укажите, кого стереть: --name (от трёх букв), --phone (от шести цифр) или --email.",
    en="Say whom to erase: --name (three letters or more), --phone (six digits or more) or --email.",
    bg="Посочете кого да изтрием: --name (поне три букви), --phone (поне шест цифри) или --email.",
)


def rows_missing_text(table: str, missing: int, known: int, lang: Language) -> str:
    """Return the question about rows that a full export lacks; `table` is the title of the table."""
    counts = {"missing": number(missing, lang), "known": number(known, lang)}
    return ROWS_MISSING.in_(lang).format(table=table, **counts)


def missing_choice_text(choice: str, missing: int, lang: Language) -> str:
    """Return what an answer to that question does: "replaces" or "adds"."""
    return ROWS_MISSING_CHOICES[choice].in_(lang).format(rows=counted(missing, lang, ROWS))


def gone_text(rows: int, lang: Language) -> str:
    """Return how many rows an upload took away because its file no longer has them."""
    return GONE_ROWS.in_(lang).format(rows=counted(rows, lang, ROWS))


def kept_text(rows: int, lang: Language) -> str:
    """Return how many rows of earlier uploads stay although a file does not have them."""
    return KEPT_ROWS.in_(lang).format(rows=counted(rows, lang, ROWS))


def erasure_text(rows: int, uploads: int, files: int, entries: int, lang: Language, *, done: bool) -> str:
    """Return what was erased, or would be."""
    if not (rows or uploads or files or entries):
        return NOBODY.in_(lang)
    counts = {"rows": rows, "uploads": uploads, "files": files, "entries": entries}
    return (
        (ERASED if done else WOULD_ERASE)
        .in_(lang)
        .format(**{name: number(count, lang) for name, count in counts.items()})
    )


def copies_text(copies: Mapping[str, datetime], lang: Language) -> str:
    """Return what to do about backups, given by folder and moment, that an erasure cannot reach."""
    if not copies:
        return NO_COPIES_KNOWN.in_(lang)
    named = ", ".join(f"{folder} ({moment(at, lang)})" for folder, at in copies.items())
    return COPIES_HOLD.in_(lang).replace("{copies}", named)
