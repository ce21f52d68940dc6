"""Words about rejected rows, how they are mended, and templates."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

ROW_WAS: Final = Text(
    ru="В вашем файле это строка {row}.",
    en="In your file this is row {row}.",
    bg="Във вашия файл това е ред {row}.",
)
REJECTS_FILE: Final = Text(
    ru="{file} - исправить {upload}.xlsx",
    en="{file} - to mend {upload}.xlsx",
    bg="{file} - за поправка {upload}.xlsx",
)
DOWNLOAD_REJECTS: Final = Text(
    ru="Скачать строки для исправления ({count})",
    en="Download the rows to mend ({count})",
    bg="Изтегли редовете за поправка ({count})",
)
REJECTS_HINT: Final = Text(
    ru="В книге только отклонённые строки; у ошибочных ячеек есть примечание. Исправьте и загрузите книгу сюда как есть.",
    en="The workbook holds only the rejected rows; a comment sits on every faulty cell. Mend them and drop the workbook here as it is.",
    bg="В книгата са само отхвърлените редове; върху грешните клетки има бележка. Поправете ги и качете книгата тук както е.",
)
CASES: Final = Text(
    ru="Исправлено {mended} из {rejected}, осталось {left}",
    en="{mended} of {rejected} mended, {left} left",
    bg="Поправени {mended} от {rejected}, остават {left}",
)
CASES_CLOSED: Final = Text(
    ru="Все отклонённые строки исправлены: {rejected}",
    en="All rejected rows are mended: {rejected}",
    bg="Всички отхвърлени редове са поправени: {rejected}",
)
NO_REJECTS: Final = Text(
    ru="В загрузке № {upload} нет отклонённых строк.",
    en="Upload no. {upload} has no rejected rows.",
    bg="В качване № {upload} няма отхвърлени редове.",
)
