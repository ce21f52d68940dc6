"""What the store could not do, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.text import Language, Text

SENTENCES: Final[Mapping[str, Text]] = {
    "read_only": Text(
        ru="Папку с данными нельзя изменять: дайте приложению право записи в неё. Ничего не потеряно.",
        en="The data folder cannot be written: give the app the right to write there. Nothing is lost.",
        bg="Папката с данни не може да се променя: дайте на приложението право да пише в нея. Нищо не е загубено.",
    ),
    "disk_full": Text(
        ru="На диске не осталось места: освободите его и повторите. Всё, что было загружено раньше, цело.",
        en="The disk is full: free some space and try again. Everything uploaded before is intact.",
        bg="Дискът е пълен: освободете място и опитайте пак. Всичко качено досега е невредимо.",
    ),
    "disk_error": Text(
        ru="Диск не записал данные: проверьте его и повторите загрузку. Прежние загрузки целы.",
        en="The disk failed to write: have it checked and upload again. Earlier uploads are intact.",
        bg="Дискът не записа данните: проверете го и качете отново. Предишните качвания са невредими.",
    ),
    "busy": Text(
        ru="Сейчас идёт другая загрузка: подождите минуту и повторите.",
        en="Another upload is under way: wait a minute and try again.",
        bg="В момента тече друго качване: изчакайте минута и опитайте пак.",
    ),
    "newer_schema": Text(
        ru="Эти данные записаны более новой версией приложения: обновите приложение.",
        en="This data was written by a newer version of the app: update the app.",
        bg="Тези данни са записани от по-нова версия на приложението: обновете го.",
    ),
    "damaged_part": Text(
        ru="Один из файлов хранилища повреждён, и показывать по нему числа нельзя: восстановите папку данных из копии.",
        en="A file of the store is damaged and no number can be trusted to it: restore the data folder from a backup.",
        bg="Файл от хранилището е повреден и не бива да се показват числа по него: възстановете папката от копие.",
    ),
    "missing_part": Text(
        ru="Одного из файлов хранилища нет на месте: восстановите папку данных из копии.",
        en="A file of the store is missing: restore the data folder from a backup.",
        bg="Липсва файл от хранилището: възстановете папката с данни от копие.",
    ),
    "damaged_catalogue": Text(
        ru="Опись загрузок повреждена: восстановите папку данных из копии.",
        en="The catalogue of uploads is damaged: restore the data folder from a backup.",
        bg="Описът на качванията е повреден: възстановете папката с данни от копие.",
    ),
    "catalogue_missing": Text(
        ru="В папке данных нет описи загрузок: восстановите папку из копии.",
        en="The data folder has no catalogue of uploads: restore the folder from a backup.",
        bg="В папката с данни липсва описът на качванията: възстановете папката от копие.",
    ),
    "damaged_state": Text(
        ru="Рабочую копию данных не удалось построить. Загрузки целы: перезапустите приложение, чтобы построить её заново.",
        en="The working copy of the data could not be built. Uploads are intact: restart the app to build it anew.",
        bg="Работното копие на данните не можа да се построи. Качванията са невредими: рестартирайте приложението.",
    ),
    "not_empty": Text(
        ru="Папка для копии не пуста: выберите пустую.",
        en="The folder for the copy is not empty: choose an empty one.",
        bg="Папката за копието не е празна: изберете празна.",
    ),
    "bad_copy": Text(
        ru="Копия не совпала с оригиналом и не засчитана: проверьте диск и повторите.",
        en="The copy does not match the original and does not count: check the disk and try again.",
        bg="Копието не съвпада с оригинала и не се брои: проверете диска и опитайте пак.",
    ),
    "unbalanced": Text(
        ru="Счёт строк не сошёлся, поэтому файл не принят: это ошибка приложения, сообщите о ней. Данные целы.",
        en="The rows did not add up, so the file was not taken: this is a fault of the app, please report it. Data is intact.",
        bg="Сборът на редовете не излезе и файлът не е приет: това е грешка в приложението, съобщете за нея.",
    ),
    "unknown_upload": Text(
        ru="Такой загрузки нет: посмотрите номера в истории.",
        en="There is no such upload: look its number up in the history.",
        bg="Няма такова качване: вижте номера му в историята.",
    ),
    "file_not_kept": Text(
        ru="Сам файл этой загрузки не сохранён: возьмите его там, откуда он был загружен.",
        en="The file of this upload was not kept: take it from where it was uploaded.",
        bg="Самият файл на това качване не е запазен: вземете го оттам, откъдето е качен.",
    ),
    "changed_file": Text(
        ru="Файл изменился, пока его читали: закройте его в Excel и загрузите снова.",
        en="The file changed while it was being read: close it in Excel and upload it again.",
        bg="Файлът се промени, докато се четеше: затворете го в Excel и го качете отново.",
    ),
}
ANYTHING_ELSE: Final = Text(
    ru="Хранилище не смогло выполнить просьбу ({code}). Данные не изменились.",
    en="The store could not do it ({code}). The data is unchanged.",
    bg="Хранилището не можа да го направи ({code}). Данните не са променени.",
)


def store_sentence(code: str, language: Language) -> str:
    """Return the sentence for a code of `StoreError`; one without words of its own is named by its code."""
    sentence = SENTENCES.get(code)
    return sentence.in_(language) if sentence else ANYTHING_ELSE.in_(language).format(code=code)
