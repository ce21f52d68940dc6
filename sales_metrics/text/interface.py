"""The words of the frame round the pages: menu, filters, uploads, empty states."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

PRODUCT: Final = Text(ru="Показатели продаж", en="Sales Metrics", bg="Показатели на продажбите")
LANGUAGE: Final = Text(ru="Язык", en="Language", bg="Език")

OVERVIEW: Final = Text(ru="Обзор", en="Overview", bg="Преглед")
FUNNEL: Final = Text(ru="Воронка", en="Funnel", bg="Фуния")
PIPELINE: Final = Text(ru="Ход сделок", en="Pipeline", bg="Ход на сделките")
CONVEYOR: Final = Text(ru="Конвейер продаж", en="Sales conveyor", bg="Конвейер на продажбите")
REFUSALS: Final = Text(ru="Отказы", en="Refusals", bg="Откази")
ACTIVITY: Final = Text(ru="Активность", en="Activity", bg="Активност")
ATTENTION: Final = Text(ru="Внимание к клиентам", en="Attention to clients", bg="Внимание към клиентите")
RECORDS: Final = Text(ru="Качество записей", en="Quality of records", bg="Качество на записите")
FORECAST: Final = Text(ru="Прогноз", en="Forecast", bg="Прогноза")
TRAINING: Final = Text(ru="Обучение", en="Training", bg="Обучение")
DEVELOPMENT: Final = Text(ru="Развитие клиентов", en="Development", bg="Развитие")
QUALIFICATION: Final = Text(ru="Наш клиент?", en="Client fit", bg="Наш клиент?")
SURVEYS: Final = Text(ru="Опросы", en="Surveys", bg="Анкети")
CALENDAR: Final = Text(ru="Календарь клиентов", en="Client calendar", bg="Календар на клиентите")
CALENDAR_FILE: Final = Text(
    ru="Скачать календарь (.ics)", en="Download the calendar (.ics)", bg="Изтегляне на календара (.ics)"
)
CALENDAR_LATE: Final = Text(
    ru="Просрочено с {day}: {why}", en="Overdue since {day}: {why}", bg="Просрочено от {day}: {why}"
)
MY_CLIENTS: Final = Text(ru="Мои клиенты", en="My clients", bg="Моите клиенти")
PLANS: Final = Text(ru="Планы развития", en="Development plans", bg="Планове за развитие")
UPLOAD: Final = Text(ru="Загрузка", en="Upload", bg="Качване")
GLOSSARY: Final = Text(ru="Словарь", en="Glossary", bg="Речник")
DICTIONARIES: Final = Text(ru="Справочники", en="Dictionaries", bg="Речници")
KEY_ACCOUNTS: Final = Text(ru="Ключевые клиенты", en="Key accounts", bg="Ключови клиенти")
SLEEPING: Final = Text(ru="Спящие клиенты", en="Sleeping clients", bg="Заспали клиенти")
SEGMENTS: Final = Text(ru="Сегменты клиентов", en="Client segments", bg="Клиентски сегменти")

# The groups of the menu
SALES: Final = Text(ru="Продажи", en="Sales", bg="Продажби")
WORK: Final = Text(ru="Работа", en="Work", bg="Работа")
CLIENT_BASE: Final = Text(ru="Клиенты", en="Clients", bg="Клиенти")
DATA: Final = Text(ru="Данные", en="Data", bg="Данни")

# The filters
FILTERS: Final = Text(ru="Что показываем", en="What is shown", bg="Какво показваме")
PERIOD: Final = Text(ru="Период", en="Period", bg="Период")
MANAGER: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")
SEGMENT: Final = Text(ru="Сегмент", en="Segment", bg="Сегмент")
CHANNEL: Final = Text(ru="Канал", en="Channel", bg="Канал")
EVERYBODY: Final = Text(ru="все", en="all", bg="всички")
CLEAR: Final = Text(ru="Сбросить", en="Clear", bg="Изчисти")
NOT_STATED: Final = Text(ru="не указано", en="not stated", bg="не е посочено")

PERIODS: Final = {
    "all": Text(ru="Всё время", en="All time", bg="Целият период"),
    "month": Text(ru="Этот месяц", en="This month", bg="Този месец"),
    "last_month": Text(ru="Прошлый месяц", en="Last month", bg="Миналия месец"),
    "quarter": Text(ru="Этот квартал", en="This quarter", bg="Това тримесечие"),
    "last_quarter": Text(ru="Прошлый квартал", en="Last quarter", bg="Миналото тримесечие"),
    "year": Text(ru="Этот год", en="This year", bg="Тази година"),
    "twelve_months": Text(ru="Последние 12 месяцев", en="Last 12 months", bg="Последните 12 месеца"),
    "custom": Text(ru="Свои даты", en="Own dates", bg="Свои дати"),
}
CUSTOM_DATES: Final = Text(ru="С какого по какое число", en="From and to", bg="От коя до коя дата")
COUNTED_BACK: Final = Text(
    ru="Периоды отсчитываются от последней даты в данных: {day}",
    en="Periods count back from the last date in the data: {day}",
    bg="Периодите се броят назад от последната дата в данните: {day}",
)

# The head of a page
DATA_AS_OF: Final = Text(ru="Данные на {day}", en="Data as of {day}", bg="Данни към {day}")
DEMO_BANNER: Final = Text(
    ru="Это вымышленная компания. Загрузите свою выгрузку, и вместо неё появятся ваши данные.",
    en="This company is invented. Upload your own export and your data takes its place.",
    bg="Тази фирма е измислена. Качете своя файл и на нейно място ще видите вашите данни.",
)
DEMO_LEAVE: Final = Text(ru="Убрать пример", en="Remove the demo", bg="Махни примера")
DEMO_SHOW: Final = Text(ru="Показать пример", en="Show the demo company", bg="Покажи примерната фирма")
DEMO_LOADING: Final = Text(
    ru="Готовим вымышленную компанию: это один раз, несколько секунд",
    en="Preparing the invented company: once, a few seconds",
    bg="Подготвяме измислената фирма: само веднъж, няколко секунди",
)
TO_UPLOAD: Final = Text(ru="Загрузить файл", en="Upload a file", bg="Качете файл")
SHOW_ROWS: Final = Text(ru="Строки", en="Rows", bg="Редове")
MORE: Final = Text(ru="Подробнее", en="More", bg="Повече")
COMPUTING: Final = Text(ru="Считаем", en="Computing", bg="Изчисляваме")

# Empty and broken
NOTHING_YET: Final = Text(
    ru="Пока нет ни одного файла",
    en="There is no file yet",
    bg="Още няма нито един файл",
)
NOTHING_YET_HINT: Final = Text(
    ru="Загрузите выгрузку из CRM или свою таблицу: какие в ней столбцы, приложение поймёт само.",
    en="Upload an export from your CRM or your own sheet: the app finds out by itself which column is what.",
    bg="Качете експорт от вашата CRM или своя таблица: приложението само ще разбере коя колона каква е.",
)
PAGE_BROKE: Final = Text(
    ru="Страницу не удалось построить. Данные целы. Случай записан под номером {number}: "
    "назовите его тому, кто поддерживает приложение.",
    en="This page could not be built. Your data is safe. The case is on record as number {number}: "
    "tell it to whoever looks after the app.",
    bg="Страницата не можа да се построи. Данните са невредими. Случаят е записан под номер {number}: "
    "кажете го на този, който поддържа приложението.",
)
NO_ACCESS: Final = Text(
    ru="Эту страницу открывают с начала: обновите адрес приложения.",
    en="This page is opened from the start: go to the app's first address.",
    bg="Тази страница се отваря от началото: отидете на първия адрес на приложението.",
)

# Rows behind a number
ROWS_HINT: Final = Text(
    ru="Нажмите на столбец, точку или клетку, чтобы увидеть строки за числом",
    en="Click a bar, a dot or a cell to see the rows behind the number",
    bg="Натиснете стълб, точка или клетка, за да видите редовете зад числото",
)
ROWS_HINT_LIST: Final = Text(
    ru="Отметьте строку слева, чтобы увидеть записи за ней",
    en="Tick a row on its left to see the records behind it",
    bg="Отметнете ред отляво, за да видите записите зад него",
)
LIST_ALL: Final = Text(ru="Показать все: {n}", en="Show all {n}", bg="Покажи всички: {n}")
LIST_LESS: Final = Text(ru="Показать первые {n}", en="Show the first {n}", bg="Покажи първите {n}")
ROWS_CLOSE: Final = Text(ru="Закрыть строки", en="Close the rows", bg="Затвори редовете")
ROWS_COUNT: Final = Text(
    ru="{rows} · столько же, сколько в числе на графике",
    en="{rows} · as many as the number on the chart says",
    bg="{rows} · точно колкото казва числото на графиката",
)
ROWS_SUM: Final = Text(ru="на сумму {money}", en="worth {money}", bg="на стойност {money}")
ROWS_FIRST: Final = Text(
    ru="Показаны первые {shown} из {rows}; в файле для скачивания все",
    en="The first {shown} of {rows} are shown; the download has all",
    bg="Показани са първите {shown} от {rows}; във файла за изтегляне са всички",
)
ROWS_ONLY_FIRST: Final = Text(
    ru="Показаны первые {shown} из {rows}",
    en="The first {shown} of {rows} are shown",
    bg="Показани са първите {shown} от {rows}",
)
ROWS_DOWNLOAD: Final = Text(ru="Скачать строки (xlsx)", en="Download the rows (xlsx)", bg="Изтегли редовете (xlsx)")
ROW_OF_FILE: Final = Text(ru="Строка файла", en="Row of the file", bg="Ред от файла")
FROM_UPLOAD: Final = Text(ru="Загрузка №", en="Upload no.", bg="Качване №")

# How a number is defined
ABOUT_NUMBER: Final = Text(ru="Как считается", en="How it is counted", bg="Как се изчислява")

# The upload page
DROP_TITLE: Final = Text(
    ru="Перетащите сюда выгрузки за неделю",
    en="Drop this week's exports here",
    bg="Пуснете тук файловете за седмицата",
)
DROP_HINT: Final = Text(
    ru="Excel, CSV, ODS или HTML из CRM; несколько файлов сразу. Файлы остаются на этом компьютере.",
    en="Excel, CSV, ODS or HTML from a CRM; several files at once. The files stay on this computer.",
    bg="Excel, CSV, ODS или HTML от CRM; няколко файла наведнъж. Файловете остават на този компютър.",
)
PICK_FILES: Final = Text(ru="Выбрать файлы", en="Choose files", bg="Изберете файлове")
READING: Final = Text(ru="Читаем {file}", en="Reading {file}", bg="Четем {file}")
FINISHED: Final = Text(ru="Готово", en="Done", bg="Готово")
ALREADY: Final = Text(
    ru="Этот файл уже загружен {day} под № {upload}; ничего не изменилось.",
    en="This file was uploaded on {day} as no. {upload}; nothing has changed.",
    bg="Този файл вече е качен на {day} под № {upload}; нищо не е променено.",
)
RECOGNISED_AS: Final = Text(
    ru="{sheet}: это {table}", en="{sheet}: recognised as {table}", bg="{sheet}: това са {table}"
)
NOT_RECOGNISED: Final = Text(
    ru="{sheet}: не похоже ни на одну из таблиц",
    en="{sheet}: like none of the tables",
    bg="{sheet}: не прилича на никоя таблица",
)
ACCOUNT: Final = Text(ru="Прочитано {read}", en="Read {read}", bg="Прочетени {read}")
ACCOUNT_NEW: Final = Text(ru="новых", en="new", bg="нови")
ACCOUNT_CHANGED: Final = Text(ru="изменённых", en="changed", bg="променени")
ACCOUNT_IDENTICAL: Final = Text(ru="без изменений", en="identical", bg="същите")
ACCOUNT_REJECTED: Final = Text(ru="отклонённых", en="rejected", bg="отхвърлени")
ACCOUNT_IGNORED: Final = Text(ru="не данные", en="not data", bg="не са данни")
DERIVED: Final = Text(
    ru="Из строк составлено: {table}, {rows}",
    en="Made from the rows: {table}, {rows}",
    bg="Съставено от редовете: {table}, {rows}",
)
OUR_COLUMN: Final = Text(ru="Что это", en="What it is", bg="Какво е")
THEIR_COLUMN: Final = Text(ru="Столбец файла", en="Column of the file", bg="Колона от файла")
WHY: Final = Text(ru="Почему так решили", en="Why we think so", bg="Защо решихме така")
COLUMNS_FOUND: Final = Text(ru="Столбцы", en="Columns", bg="Колони")
FAULTS: Final = Text(ru="Что не так", en="What is wrong", bg="Какво не е наред")
NOTES: Final = Text(ru="Что стоит знать", en="Worth knowing", bg="Добре е да знаете")
MORE_ISSUES: Final = Text(ru="и ещё {count}", en="and {count} more", bg="и още {count}")
HISTORY: Final = Text(ru="История загрузок", en="Uploads so far", bg="История на качванията")
HISTORY_EMPTY: Final = Text(
    ru="Загрузок ещё не было", en="Nothing has been uploaded yet", bg="Още нищо не е качвано"
)
UNDO: Final = Text(ru="Отменить", en="Undo", bg="Отмени")
REDO: Final = Text(ru="Вернуть", en="Bring back", bg="Върни")
UNDONE: Final = Text(ru="отменена {day}", en="undone on {day}", bg="отменено на {day}")
STORE_READ_ONLY: Final = Text(
    ru="Папка с данными открыта только для чтения: смотреть можно, загружать нельзя. Папка: {folder}",
    en="The data folder is read-only: you can look but not upload. Folder: {folder}",
    bg="Папката с данни е само за четене: можете да гледате, но не и да качвате. Папка: {folder}",
)

# The glossary
SEARCH: Final = Text(ru="Найти показатель", en="Find a metric", bg="Намерете показател")
UNIT: Final = Text(ru="Единица", en="Unit", bg="Единица")
BETTER: Final = Text(ru="Хорошо, когда", en="Good when it is", bg="Добре е, когато е")
TARGET: Final = Text(ru="Цель", en="Target", bg="Цел")
NEEDS: Final = Text(ru="Нужны столбцы", en="Columns it needs", bg="Нужни колони")
DATED_BY: Final = Text(ru="По какой дате", en="Which date it goes by", bg="По коя дата")
SOURCE: Final = Text(ru="Откуда", en="Source", bg="Източник")
EXAMPLE: Final = Text(ru="Пример", en="Worked example", bg="Пример")
ANSWER: Final = Text(ru="Ответ", en="Answer", bg="Отговор")
NOT_FOUND: Final = Text(ru="Такого показателя нет", en="There is no such metric", bg="Няма такъв показател")
MISSING_COLUMNS: Final = Text(
    ru="В ваших данных пока нет: {columns}",
    en="Your data does not have yet: {columns}",
    bg="Във вашите данни още няма: {columns}",
)

# Publishing a forecast
PUBLISH: Final = Text(ru="Записать этот прогноз", en="Put this forecast on record", bg="Запиши тази прогноза")
PUBLISH_HINT: Final = Text(
    ru="Прогноз всей компании на выбранный период сохранится с датой, чтобы потом сравнить его с тем, что вышло.",
    en="The forecast of the whole company for the chosen period is kept with its date, to be compared with what comes.",
    bg="Прогнозата на цялата фирма за избрания период се пази с датата си, за да се сравни после с резултата.",
)
PUBLISH_DEMO: Final = Text(
    ru="Прогнозы вымышленной компании не записываются.",
    en="Forecasts of the invented company are not put on record.",
    bg="Прогнозите на измислената фирма не се записват.",
)
PUBLISH_NOTHING: Final = Text(
    ru="Прогнозировать пока не из чего, поэтому ничего не записано.",
    en="There is nothing to forecast from yet, so nothing was put on record.",
    bg="Още няма от какво да се прогнозира, затова нищо не е записано.",
)
PUBLISH_NAME: Final = Text(ru="Прогноз: {period}", en="Forecast: {period}", bg="Прогноза: {period}")
