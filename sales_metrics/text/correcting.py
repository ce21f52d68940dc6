"""The words by which a reader answers the questions of a file and corrects what was recognised."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

FILE_WAITS: Final = Text(
    ru="Нужен ваш ответ. Пока его нет, из файла ничего не сохранено; ответ запомнится для таких же файлов.",
    en="Your answer is needed. Until then nothing of the file is stored; the answer is kept for files like it.",
    bg="Нужен е вашият отговор. Дотогава нищо от файла не се запазва; отговорът се помни за същите файлове.",
)
SHEET_IS: Final = Text(ru="Таблица", en="Table", bg="Таблица")
LEAVE_OUT: Final = Text(ru="не загружать", en="leave out", bg="да не се зарежда")
CORRECT_HINT: Final = Text(
    ru="Что-то понято неверно? Выберите другое значение в первом столбце и нажмите «Применить».",
    en="Something is wrong? Choose another meaning in the first column and press “Apply”.",
    bg="Нещо е разбрано погрешно? Изберете друго значение в първата колона и натиснете „Приложи“.",
)
APPLY: Final = Text(ru="Применить", en="Apply", bg="Приложи")
NOT_USED: Final = Text(ru="не используется", en="not used", bg="не се използва")
CHOSEN_TWICE: Final = Text(
    ru="«{column}» выбрано дважды. Оставьте один столбец.",
    en="“{column}” is chosen twice. Leave one column.",
    bg="„{column}“ е избрано два пъти. Оставете една колона.",
)
APPLIED: Final = Text(
    ru="Готово; выбор запомнен для таких же файлов.",
    en="Done; the choice is kept for files like it.",
    bg="Готово; изборът се помни за същите файлове.",
)
