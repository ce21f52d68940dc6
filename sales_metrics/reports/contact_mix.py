"""Who visits and who telephones, and which clients the effort goes to: managers by kinds of contact, compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Cell, Drill, HeatMap, HeatRow, Panel
from ..model.text import Text
from ..statistics.association import cells
from ..text.numbers import number, percent
from ..text.plural import CONTACTS, MONTHS, counted
from .context import Context
from .missing import missing_panel, nothing_panel
from .rates import WHOLE
from .shares import rows_of, wilson_share

GATE: Final = 20
ROWS_SHOWN: Final = 30
BLANK: Final = Text(ru="Менеджер не указан", en="No manager stated", bg="Без посочен мениджър")
TOO_FEW: Final = Text(ru="{n}, мало данных", en="{n}, too few", bg="{n}, малко данни")
NOTHING_DIFFERS: Final = Text(
    ru="Ни у кого доля контактов доказанно не отличается от остальных",
    en="Nobody’s shares of contacts are proven to differ from the rest",
    bg="При никого дяловете не се различават доказано от останалите",
)
FOOT: Final = Text(
    ru="Рамка: ↑ чаще, чем у остальных, ↓ реже, с поправкой на число сравнений; без рамки отличие не доказано. "
    "Строки, где меньше {gate} контактов, не закрашены.",
    en="A frame: ↑ more often than the rest, ↓ less often, corrected for the number of comparisons; without a "
    "frame a difference is not proven. Rows with fewer than {gate} contacts are not filled.",
    bg="Рамка: ↑ по-често от останалите, ↓ по-рядко, с поправка за броя сравнения; без рамка разликата не е "
    "доказана. Редове с по-малко от {gate} контакта не са запълнени.",
)
FOOT_ROWS: Final = Text(
    ru="Показаны {shown} с наибольшим числом контактов из {all}.",
    en="Shown are the {shown} with most contacts of {all}.",
    bg="Показани са {shown} с най-много контакти от {all}.",
)


@dataclass(frozen=True, slots=True)
class Mix:
    """A breakdown of contacts: its metric, the column of its categories, and their names in order.

    `told` are the categories that the title may speak of, the most telling first, each with its own words.
    """

    key: str
    metric: str
    along: str
    names: Mapping[str, Text]
    said: Mapping[str, Text]
    title: Text
    would_show: Text
    subtitle: Text
    foot: Text
    finding: Text


WAYS: Final = Mix(
    key="activity.ways",
    metric="contact_ways",
    along="way",
    names={
        "client": Text(ru="Встреча у клиента", en="Meeting at the client’s", bg="Среща при клиента"),
        "office": Text(ru="Встреча у нас", en="Meeting at our office", bg="Среща в офиса"),
        "online": Text(ru="Встреча онлайн", en="Meeting online", bg="Онлайн среща"),
        "meeting": Text(
            ru="Встреча, место не указано", en="Meeting, place not stated", bg="Среща без посочено място"
        ),
        "call": Text(ru="Звонок", en="Telephone call", bg="Обаждане"),
    },
    said={
        "client": Text(ru="встречи у клиента", en="meetings at the client’s", bg="срещи при клиента"),
        "call": Text(ru="звонки", en="telephone calls", bg="обаждания"),
        "office": Text(ru="встречи в офисе", en="meetings at our office", bg="срещи в офиса"),
        "online": Text(ru="встречи онлайн", en="meetings online", bg="онлайн срещи"),
    },
    title=Text(ru="Кто ездит, а кто звонит", en="Who visits and who telephones", bg="Кой посещава и кой звъни"),
    would_show=Text(
        ru="Здесь будет видно, кто бывает у клиентов, а кто работает по телефону.",
        en="You would see who visits clients and who works by telephone.",
        bg="Тук ще се вижда кой ходи при клиентите и кой работи по телефона.",
    ),
    subtitle=Text(
        ru="Число встреч и звонков и доля внутри строки, по дате проведения, {period}",
        en="Meetings and calls, and the share within the row, by the day they were held, {period}",
        bg="Брой срещи и обаждания и дял в реда, по дата на провеждане, {period}",
    ),
    foot=Text(
        ru="Перенесённые встречи, письма и поздравления не считаются.",
        en="Postponed meetings, e-mails and greetings are left out.",
        bg="Отложените срещи, писмата и поздравленията не се броят.",
    ),
    finding=Text(
        ru="{who}: {what} {own} против {rest} у остальных",
        en="{who}: {what} {own}, against {rest} for the rest",
        bg="{who}: {what} {own} срещу {rest} при останалите",
    ),
)
EFFORT: Final = Mix(
    key="activity.effort",
    metric="effort",
    along="standing",
    names={
        "key": Text(ru="Ключевые", en="Key clients", bg="Ключови"),
        "new": Text(ru="Новые", en="New", bg="Нови"),
        "existing": Text(ru="Действующие", en="Existing", bg="Действащи"),
        "not_yet": Text(ru="Ещё не покупали", en="Not clients yet", bg="Още не са купували"),
    },
    said={
        "key": Text(ru="ключевым клиентам", en="to key clients", bg="за ключови клиенти"),
        "not_yet": Text(
            ru="тем, кто ещё не покупал", en="to those who have not bought yet", bg="за още некупували"
        ),
        "new": Text(ru="новым клиентам", en="to new clients", bg="за нови клиенти"),
        "existing": Text(ru="действующим клиентам", en="to existing clients", bg="за действащи клиенти"),
    },
    title=Text(
        ru="На каких клиентов уходят силы", en="Which clients the effort goes to", bg="За кои клиенти са усилията"
    ),
    would_show=Text(
        ru="Здесь будет видно, какую долю контактов получают новые, действующие и ключевые клиенты.",
        en="You would see what share of contacts goes to new, existing and key clients.",
        bg="Тук ще се вижда какъв дял от контактите получават новите, действащите и ключовите клиенти.",
    ),
    subtitle=Text(
        ru="Число контактов и доля внутри строки, по дате проведения, {period}",
        en="Contacts, and the share within the row, by the day they were held, {period}",
        bg="Брой контакти и дял в реда, по дата на провеждане, {period}",
    ),
    foot=Text(
        ru="Ключевой: по размеру в списке клиентов. Новый: {months} со дня привлечения, а где его нет, с первой "
        "выигранной сделки или первого заказа.",
        en="Key goes by the size in the list of clients. New: {months} from the day of acquisition, or where there "
        "is none from the first deal won or the first order.",
        bg="Ключов: по размера в списъка на клиентите. Нов: {months} от деня на привличане, а където го няма, от "
        "първата спечелена сделка или първата поръчка.",
    ),
    finding=Text(
        ru="{who}: {own} контактов достаётся {what}, у остальных {rest}",
        en="{who}: {own} of contacts go {what}, against {rest} for the rest",
        bg="{who}: {own} от контактите са {what}, при останалите {rest}",
    ),
)


def ways_panel(context: Context) -> Panel:
    """Return who meets clients where, and who telephones."""
    return _panel(WAYS, context)


def effort_panel(context: Context) -> Panel:
    """Return which clients each manager's contacts go to."""
    return _panel(EFFORT, context)


def _panel(mix: Mix, context: Context) -> Panel:
    metric, title = METRICS[mix.metric], context.say(mix.title)
    absent = missing_panel(mix.key, title, metric, mix.would_show, context)
    if absent:
        return absent
    found = metric.measure(context.tables, ("manager",), context.filters)
    if found.empty or not found["k"].sum():
        return nothing_panel(mix.key, title, context)
    # A name from a file is never empty, so the empty text can stand for "not stated".
    keyed = found.assign(manager=found["manager"].astype("object").where(found["manager"].notna(), ""))
    wide = keyed.pivot_table(index="manager", columns=mix.along, values="k", aggfunc="sum", fill_value=0)
    columns = [name for name in mix.names if name in wide]
    table = wide[columns].astype("int64")
    judged = cells(table, gate=GATE)
    totals = table.sum(axis=1)
    managers = list(totals.sort_values(ascending=False, kind="stable").index[:ROWS_SHOWN])
    managers.sort(key=lambda who: (totals[who] < GATE, -table.loc[who, columns[0]] / max(totals[who], 1)))
    by_cell = judged.set_index(["group", "category"])["differs"]
    rows = [_row(None, table.sum(), mix, {}, context)]
    rows += [_row(str(who), table.loc[who], mix, by_cell.loc[who].to_dict(), context) for who in managers]
    months = counted(context.rule("new_client_months"), context.language, MONTHS)
    parts = [
        context.say(mix.foot, months=months),
        context.say(FOOT, gate=number(GATE, context.language)),
    ]
    if len(totals) > ROWS_SHOWN:
        ends = (number(ROWS_SHOWN, context.language), number(len(totals), context.language))
        parts.append(context.say(FOOT_ROWS, shown=ends[0], all=ends[1]))
    return Panel(
        mix.key,
        _title(judged, mix, context),
        context.say(mix.subtitle, period=context.period),
        HeatMap(tuple(context.say(mix.names[name]) for name in columns), tuple(rows)),
        " ".join([*parts, context.as_of]),
    )


def _row(who: str | None, counts: Any, mix: Mix, differs: Mapping[str, int], context: Context) -> HeatRow:
    total = int(counts.sum())
    where = {} if who is None else {"manager": who or None}
    made = tuple(
        Cell(
            wilson_share(int(count), total),
            Drill(mix.metric, MappingProxyType({**where, mix.along: str(name)}), "k"),
            int(differs.get(str(name), 0)),
        )
        for name, count in counts.items()
    )
    text = number(total, context.language)
    if who is None:
        label, text = context.say(WHOLE), counted(total, context.language, CONTACTS)
    else:
        label = who or context.say(BLANK)
        text = text if total >= GATE else context.say(TOO_FEW, n=text)
    return HeatRow(label, made, text, filled=total >= GATE, apart=who is None)


def _title(judged: pd.DataFrame, mix: Mix, context: Context) -> str:
    proven = judged[judged["differs"] > 0]
    for category, words in mix.said.items():
        found = proven[proven["category"] == category].sort_values("difference", ascending=False, kind="stable")
        if len(found):
            row = rows_of(found)[0]
            return context.say(
                mix.finding,
                who=str(row.group) or context.say(BLANK),
                what=context.say(words),
                own=percent(row.share, context.language),
                rest=percent(row.rest, context.language),
            )
    return context.say(NOTHING_DIFFERS)
