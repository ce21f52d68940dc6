"""How records are kept: how soon a contact is entered, what is left blank, and refusals without a reason.

Long because a third of it is sentences in three languages, which stand beside the panels that say them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Cell, Drill, HeatMap, HeatRow, Panel, Share
from ..model.tables import TABLES
from ..model.text import Text
from ..statistics.intervals import wilson
from ..statistics.peers import against_peers
from ..text.numbers import k_of_n, number, percent, points, quoted
from .context import BY_CLOSING, BY_CREATION, BY_HOLDING, Context
from .missing import missing_panel, nothing_panel
from .rates import compared
from .shares import rows_of

GATE: Final = 10
MANAGERS_SHOWN: Final = 30
ROOM: Final = Text(
    ru="Показаны {shown} менеджеров из {all}: сначала те, у кого есть рамки, затем те, у кого больше записей.",
    en="Shown are {shown} managers of {all}: first those with a frame, then those with most records.",
    bg="Показани са {shown} мениджъри от {all}: първо тези с рамка, после тези с най-много записи.",
)
ENTRY_NAME: Final = Text(
    ru="Записано вовремя, по менеджерам", en="Entered in time, by manager", bg="Въведено навреме, по мениджъри"
)
ENTRY_SHOW: Final = Text(
    ru="Здесь будет видно, через сколько дней после контакта о нём появляется запись.",
    en="You would see how many days after a contact its record appears.",
    bg="Тук ще се вижда колко дни след контакта се появява записът за него.",
)
ENTRY_SUBTITLE: Final = Text(
    ru="Доля контактов, записанных не позже чем через {days} дн., {date}, {period}",
    en="Share of contacts entered within {days} days, {date}, {period}",
    bg="Дял на контактите, въведени до {days} дни, {date}, {period}",
)
ENTRY_LATE: Final = Text(
    ru="{who}: записи появляются позже, чем у остальных",
    en="{who}: records appear later than the rest's",
    bg="{who}: записите се появяват по-късно от останалите",
)
ENTRY_SOONER: Final = Text(
    ru="{who}: вовремя записано больше, чем у остальных",
    en="{who}: more is entered in time than by the rest",
    bg="{who}: навреме е въведено повече, отколкото при останалите",
)
ENTRY_ALIKE: Final = Text(
    ru="Вовремя записано {share}; никто не записывает доказанно позже остальных",
    en="{share} entered in time; nobody is proven to enter later than the rest",
    bg="Навреме са въведени {share}; за никого не е доказано, че въвежда по-късно",
)
ENTRY_FOOT: Final = Text(
    ru="Запись в конце дня – правильная запись; считается только задержка больше {days} дн., заданная в "
    "правилах, с запасом на выходные.",
    en="Entry at the end of the day is right entry; only a lag of more than {days} days counts, as the rules "
    "say, which leaves room for a weekend.",
    bg="Въвеждането в края на деня е правилно; брои се само забавяне над {days} дни според правилата, с запас за "
    "почивните дни.",
)
LAG_NAME: Final = Text(ru="Задержка записи", en="Lag of entry", bg="Забавяне на записа")
LAG_TITLE: Final = Text(
    ru="В день контакта записано {share}",
    en="{share} were entered on the day of the contact",
    bg="В деня на контакта са въведени {share}",
)
LAG_SUBTITLE: Final = Text(
    ru="Состоявшиеся контакты по числу дней до записи, {date}, {period}",
    en="Contacts held by the days until entry, {date}, {period}",
    bg="Проведени контакти по дни до въвеждането, {date}, {period}",
)
LAG_NAMES: Final = {
    "0": Text(ru="в тот же день", en="the same day", bg="в същия ден"),
    "1": Text(ru="на следующий день", en="the next day", bg="на следващия ден"),
    "2-3": Text(ru="через 2–3 дня", en="after 2–3 days", bg="след 2–3 дни"),
    "4-7": Text(ru="через 4–7 дней", en="after 4–7 days", bg="след 4–7 дни"),
    "8+": Text(ru="через 8 дней и позже", en="after 8 days or more", bg="след 8 и повече дни"),
}
FIELDS_NAME: Final = Text(ru="Чего не хватает в записях", en="What records lack", bg="Какво липсва в записите")
FIELDS_SHOW: Final = Text(
    ru="Здесь будет видно, какие поля кто оставляет пустыми.",
    en="You would see who leaves which fields blank.",
    bg="Тук ще се вижда кой кои полета оставя празни.",
)
FIELDS_SUBTITLE: Final = Text(
    ru="Пустые поля там, где они нужны: число и доля; контакты {held}, сделки {created}, {period}. Справа: "
    "пустых всего",
    en="Blank fields where they are called for: number and share; contacts {held}, deals {created}, {period}. "
    "At the right: blanks in all",
    bg="Празни полета там, където са нужни: брой и дял; контакти {held}, сделки {created}, {period}. Вдясно: "
    "празни общо",
)
FIELDS_TITLE: Final = Text(
    ru="{who} чаще коллег оставляет пустым поле {field}: {own} против {peers}",
    en="{who} leaves {field} blank more often than colleagues: {own} against {peers}",
    bg="{who} по-често от колегите оставя празно {field}: {own} срещу {peers}",
)
FIELDS_FEWER: Final = Text(
    ru="{who} реже коллег оставляет пустым поле {field}: {own} против {peers}",
    en="{who} leaves {field} blank less often than colleagues: {own} against {peers}",
    bg="{who} по-рядко от колегите оставя празно {field}: {own} срещу {peers}",
)
FIELDS_ALIKE: Final = Text(
    ru="Чаще всего пусто поле {field}: {share}; менеджеры доказанно не отличаются",
    en="{field} is blank most often: {share}; managers are not proven to differ",
    bg="Най-често е празно {field}: {share}; мениджърите не се различават доказано",
)
FIELDS_FOOT: Final = Text(
    ru="Рамка: ↑ пусто чаще, чем у коллег, ↓ реже: дальше обычного разброса между ними и не меньше {delta}. "
    "Результат нужен у звонков и встреч, следующий шаг – у встреч без отказа, заметка – у встреч, причина – у "
    "отказов и проигрышей, ожидаемая дата – у открытых сделок.",
    en="A frame: ↑ blank more often than colleagues, ↓ less often: beyond the usual spread between them and by "
    "{delta} or more. A result is called for after calls and meetings, a next step after meetings that were no "
    "refusal, a note after meetings, a reason after refusals and losses, an expected day for open deals.",
    bg="Рамка: ↑ празно по-често от колегите, ↓ по-рядко: извън обичайната разлика между тях и поне с {delta}. "
    "Резултатът е нужен при обаждания и срещи, следващата стъпка – при срещи без отказ, бележката – при срещи, "
    "причината – при откази и загуби, очакваната дата – при отворени сделки.",
)
ABSENT: Final = Text(ru="Нет столбцов: {columns}.", en="No file brought: {columns}.", bg="Няма колони: {columns}.")
DEPARTMENT: Final = Text(ru="Отдел", en="Department", bg="Отдел")
NO_MANAGER: Final = Text(ru="Менеджер не указан", en="Manager not stated", bg="Без мениджър")
REASONS_NAME: Final = Text(ru="Отказы без причины", en="Refusals without a reason", bg="Откази без причина")
REASONS_SUBTITLE: Final = Text(
    ru="Доля отказов с записанной причиной, {date}, {period}",
    en="Share of refusals with a reason on record, {date}, {period}",
    bg="Дял на отказите със записана причина, {date}, {period}",
)
REASONS_LESS: Final = Text(
    ru="{who}: причина отказа записана реже, чем у остальных",
    en="{who}: the reason of refusals is on record less often than the rest's",
    bg="{who}: причината за отказа е записана по-рядко от останалите",
)
REASONS_MORE: Final = Text(
    ru="{who}: причина отказа записана чаще, чем у остальных",
    en="{who}: the reason of refusals is on record more often than the rest's",
    bg="{who}: причината за отказа е записана по-често от останалите",
)
REASONS_ALIKE: Final = Text(
    ru="Отказы с причиной: {share}; никто доказанно не отличается",
    en="Refusals with a reason: {share}; nobody is proven to differ",
    bg="Откази с причина: {share}; за никого не е доказано, че се различава",
)
REASONS_SHOW: Final = Text(
    ru="Здесь будет видно, кто оставляет отказы без причины.",
    en="You would see who leaves refusals without a reason.",
    bg="Тук ще се вижда кой оставя откази без причина.",
)
CONTACT_FIELDS: Final = ("result", "next_step", "note", "refusal_reason")
DEAL_FIELDS: Final = ("lost_reason", "amount", "expected_on", "closed_on")
_ALL: Final = "\x00all"
_BLANK: Final = "\x00blank"


def entry_panel(context: Context) -> Panel:
    """Return the share of contacts entered in time, each manager against the rest."""
    metric, key, title = METRICS["entered_in_time"], "records.entry", context.say(ENTRY_NAME)
    absent = missing_panel(key, title, metric, ENTRY_SHOW, context)
    found = None if absent else compared(metric, context)
    if found is None:
        return absent or nothing_panel(key, title, context)
    days = number(context.rule("entry_days_at_most"), context.language)
    title = found.title(context, worse=ENTRY_LATE, better=ENTRY_SOONER, alike=ENTRY_ALIKE)
    subtitle = context.say(ENTRY_SUBTITLE, days=days, date=context.say(BY_HOLDING), period=context.period)
    return Panel(
        key, title, subtitle, found.picture, f"{context.say(ENTRY_FOOT, days=days)} {found.foot} {context.as_of}"
    )


def lag_panel(context: Context) -> Panel:
    """Return how contacts are spread over the days until entry."""
    metric, key, title = METRICS["entry_lag"], "records.lag", context.say(LAG_NAME)
    absent = missing_panel(key, title, metric, ENTRY_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=context.filters)
    if found.empty:
        return nothing_panel(key, title, context)
    counts = {str(row.lag): (float(row.k), float(row.n)) for row in rows_of(found)}
    n = next(iter(counts.values()))[1]
    bars = tuple(
        Bar(
            context.say(said),
            counts.get(lag, (0.0, n))[0],
            k_of_n(counts.get(lag, (0.0, n))[0], n, context.language),
            Drill(metric.key, MappingProxyType({"lag": lag}), "k"),
        )
        for lag, said in LAG_NAMES.items()
    )
    title = context.say(LAG_TITLE, share=bars[0].text)
    subtitle = context.say(LAG_SUBTITLE, date=context.say(BY_HOLDING), period=context.period)
    return Panel(key, title, subtitle, Bars(bars), context.as_of)


def reasons_panel(context: Context) -> Panel:
    """Return the share of refusals with a reason, each manager against the rest."""
    metric, key, title = METRICS["refusal_reason_stated"], "records.reasons", context.say(REASONS_NAME)
    absent = missing_panel(key, title, metric, REASONS_SHOW, context)
    found = None if absent else compared(metric, context)
    if found is None:
        return absent or nothing_panel(key, title, context)
    title = found.title(context, worse=REASONS_LESS, better=REASONS_MORE, alike=REASONS_ALIKE)
    subtitle = context.say(REASONS_SUBTITLE, date=context.say(BY_CLOSING), period=context.period)
    return Panel(key, title, subtitle, found.picture, f"{found.foot} {context.as_of}")


def fields_panel(context: Context) -> Panel:
    """Return managers by fields: how many blanks, and whose are beyond the spread between colleagues."""
    key, title = "records.fields", context.say(FIELDS_NAME)
    parts, unknown = [], []
    for name, table, fields in (
        ("contact_fields_filled", "contacts", CONTACT_FIELDS),
        ("deal_fields_filled", "deals", DEAL_FIELDS),
    ):
        here = [field for field in fields if field in context.tables.present(table)]
        unknown += [(table, field) for field in fields if field not in here]
        if not METRICS[name].missing(context.tables) and "manager" in context.tables.present(table):
            found = METRICS[name].measure(context.tables, by=("manager",), filters=context.filters)
            parts.append(found[found["field"].isin(here)].assign(metric=name, table=table))
    absent = None if parts else missing_panel(key, title, METRICS["contact_fields_filled"], FIELDS_SHOW, context)
    blanks = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["n"])
    if absent or not blanks["n"].sum():
        return absent or nothing_panel(key, title, context)
    blanks = _judged(blanks.assign(k=blanks["n"] - blanks["k"]), context.rule("practical_difference"))
    columns = _columns(blanks)
    picture = HeatMap(_titles(columns, context), _rows(blanks, columns, context))
    foot = [context.say(FIELDS_FOOT, delta=points(context.rule("practical_difference"), context.language))]
    if unknown:
        foot.append(context.say(ABSENT, columns=", ".join(column_title(*one, context) for one in unknown)))
    foot += room_text(blanks, context)
    subtitle = context.say(
        FIELDS_SUBTITLE, held=context.say(BY_HOLDING), created=context.say(BY_CREATION), period=context.period
    )
    return Panel(key, _fields_title(blanks, context), subtitle, picture, " ".join([*foot, context.as_of]))


def column_title(table: str, field: str, context: Context) -> str:
    """Return the title of a column as the reader knows it."""
    title: str = TABLES[table].column(field).title.in_(context.language)
    return title


def _titles(columns: list[tuple[str, str]], context: Context) -> tuple[str, ...]:
    """Return the heads of the columns; where two tables have a column of one name, with the table's."""
    titles = [column_title(*column, context) for column in columns]
    return tuple(
        f"{title} · {TABLES[table].title.in_(context.language)}" if titles.count(title) > 1 else title
        for title, (table, _) in zip(titles, columns, strict=True)
    )


def _judged(blanks: pd.DataFrame, delta: float) -> pd.DataFrame:
    judged = [
        part.assign(**against_peers(part["k"], part["n"], delta=delta, gate=GATE).set_index(part.index))
        for _, part in blanks.groupby(["table", "field"], sort=False)
    ]
    return pd.concat(judged)


def _columns(blanks: pd.DataFrame) -> list[tuple[str, str]]:
    there = {(str(row.table), str(row.field)) for row in rows_of(blanks)}
    order = [("contacts", field) for field in CONTACT_FIELDS] + [("deals", field) for field in DEAL_FIELDS]
    return [one for one in order if one in there]


def _rows(blanks: pd.DataFrame, columns: list[tuple[str, str]], context: Context) -> tuple[HeatRow, ...]:
    sums = blanks.groupby(["metric", "table", "field"], as_index=False)[["k", "n"]].sum()
    keyed = pd.concat(
        [sums.assign(manager=_ALL, differs=0), blanks.assign(manager=blanks["manager"].fillna(_BLANK))]
    )
    cells = {(row.manager, row.table, row.field): row for row in rows_of(keyed)}
    made = []
    for manager in (_ALL, *shown_of(keyed[keyed["manager"] != _ALL])):
        here = [cells.get((manager, *column)) for column in columns]
        made.append(
            HeatRow(
                {_ALL: context.say(DEPARTMENT), _BLANK: context.say(NO_MANAGER)}.get(manager, manager),
                tuple(_cell(cell, manager, column) for cell, column in zip(here, columns, strict=True)),
                number(sum(cell.k for cell in here if cell is not None), context.language),
                apart=manager == _ALL,
            )
        )
    return tuple(made)


def shown_of(found: pd.DataFrame) -> list[str]:
    """Return the managers that a picture has room for, in alphabetical order: first those with anything framed.

    `found` has a row per manager and column: manager, n, differs.
    """
    by = found.assign(framed=found["differs"] != 0).groupby("manager")[["framed", "n"]].sum()
    first = by.sort_values(["framed", "n"], ascending=False, kind="stable").index[:MANAGERS_SHOWN]
    return sorted(map(str, first), key=str.casefold)


def room_text(found: pd.DataFrame, context: Context) -> list[str]:
    """Return the sentence that says how many managers are not shown, if any."""
    every = found["manager"].nunique()
    if every <= MANAGERS_SHOWN:
        return []
    shown, all_ = (number(n, context.language) for n in (MANAGERS_SHOWN, every))
    return [context.say(ROOM, shown=shown, all=all_)]


def _cell(row: Any, manager: str, column: tuple[str, str]) -> Cell:
    table, field = column
    where: dict[str, str | None] = {} if manager == _ALL else {"manager": None if manager == _BLANK else manager}
    drill = Drill(
        "contact_fields_filled" if table == "contacts" else "deal_fields_filled",
        MappingProxyType({**where, "field": field}),
        "rest",
    )
    if row is None:
        return Cell(Share(0.0, 0.0), drill)
    return Cell(share(row.k, row.n), drill, int(row.differs))


def share(k: float, n: float, gate: int = GATE) -> Share:
    """Return k of n with Wilson's interval; below the gate the counts alone."""
    if n < gate:
        return Share(float(k), float(n))
    low, high = wilson(k, n)
    return Share(float(k), float(n), k / n, float(low), float(high))


def _fields_title(blanks: pd.DataFrame, context: Context) -> str:
    language = context.language
    apart = blanks[(blanks["differs"] != 0) & blanks["manager"].notna()].sort_values("z", kind="stable")
    if len(apart):
        # Who leaves more blank is named before who leaves less.
        more = apart["z"].iloc[-1] > 0
        row = rows_of(apart)[-1 if more else 0]
        return context.say(
            FIELDS_TITLE if more else FIELDS_FEWER,
            who=str(row.manager),
            field=quoted(column_title(row.table, row.field, context), language),
            own=percent(row.share, language),
            peers=percent(row.peers, language),
        )
    sums = blanks.groupby(["table", "field"], as_index=False)[["k", "n"]].sum()
    worst = rows_of(sums.assign(share=sums["k"] / sums["n"]).nlargest(1, "share"))[0]
    return context.say(
        FIELDS_ALIKE,
        field=quoted(column_title(worst.table, worst.field, context), language),
        share=k_of_n(worst.k, worst.n, language),
    )
