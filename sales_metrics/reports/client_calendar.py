"""The calendar of clients: what is due and overdue, who confirms offers in time, and what the dossiers lack."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.client_calendar import BIRTHDAY, COLUMNS_OF, DUTIES, EXPIRY, duties_behind
from ..model.panel import Bar, Bars, Drill, Empty, Listing, ListRow, Panel, Pick, Verdict
from ..model.period import Period
from ..model.tables import TABLES
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import k_of_n, number
from ..text.plural import counted
from . import client_calendar_words as words
from .attention_waiting import EVER, LISTED, MORE, as_of_today, text_of
from .context import Context, remembered
from .missing import missing_panel, nothing_panel
from .rates import compared
from .shares import rows_of

ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Due:
    """One duty as a calendar entry: its own name, its day, what to do, for whom, and why."""

    uid: str
    due_on: date
    what: str
    client: str
    manager: str
    why: str


def client_calendar(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page. Duties are those of the last day of the data, whatever the period."""
    return (due_panel(context), kinds_panel(context), confirmed_panel(context), dossier_panel(context))


def due_panel(context: Context) -> Panel:
    """Return the duties to work through, by the day they are due."""
    metric, key, title = METRICS["duties_open"], "calendar.due", context.say(words.NAME)
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    kind, ahead = _picks(context)
    found = _chosen(context, kind, ahead)
    if found.empty:
        picture = Empty(context.say(words.NOTHING_DUE), context.say(words.NOTHING_HINT))
        return Panel(key, title, "", picture, choices=(kind, ahead))
    late = int((found["due_on"] < pd.Timestamp(context.today)).sum())
    coming = counted(len(found) - late, context.language, words.DUTY_FORMS)
    overdue = counted(late, context.language, words.DUTY_FORMS)
    title = context.say(words.OVERDUE_TITLE if late else words.AHEAD_TITLE, overdue=overdue, ahead=coming)
    columns = context.columns(words.COLUMNS, wide=4)
    # Two offers of a client that are due on one day are one line, which opens into both.
    lines = found.drop_duplicates(["duty", "client", "due_on"])
    rows = tuple(_row(row, context) for row in rows_of(lines.head(LISTED)))
    subtitle = context.say(words.SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, Listing(columns, rows), _foot(len(lines), context), (kind, ahead))


def entries(context: Context) -> list[Due]:
    """Return what the list shows as entries for a calendar; empty where the data tell of no duty."""
    if METRICS["duties_open"].missing(context.tables):
        return []
    return [
        Due(
            f"{row.duty[0]}-{row.table}-{row.key}-{row.due_on:%Y%m%d}",
            row.due_on.date(),
            context.say(words.WHAT[row.duty]),
            text_of(row.client),
            text_of(row.manager),
            _why(row, context),
        )
        for row in rows_of(_chosen(context, *_picks(context)).rename(columns={"_table": "table", "_key": "key"}))
    ]


def _picks(context: Context) -> tuple[Pick, Pick]:
    kinds = ((ALL, context.say(words.ALL_KINDS)), *((duty, context.say(words.KINDS[duty])) for duty in DUTIES))
    spans = tuple((code, context.say(said)) for code, said in words.AHEAD_OPTIONS.items())
    return (
        context.pick("calendar.kind", context.say(words.KIND), kinds, ALL),
        context.pick("calendar.ahead", context.say(words.AHEAD), spans, "30"),
    )


@remembered
def duties_of(context: Context) -> pd.DataFrame:
    """Return the open duties under the filters, whatever the period. Not to be altered."""
    return duties_behind(context.tables, as_of_today(context))


def _chosen(context: Context, kind: Pick, ahead: Pick) -> pd.DataFrame:
    found = duties_of(context)
    if found.empty:
        return found
    today = pd.Timestamp(context.today)
    # What has been announced is on the list whatever its day; a birthday or a letter is not yet late.
    near = (found["due_on"] <= today + timedelta(days=int(ahead.chosen))) | (
        (found["from_on"] <= today) & (ahead.chosen != "0")
    )
    return found[near & ((found["duty"] == kind.chosen) | (kind.chosen == ALL))]


def _row(row: Any, context: Context) -> ListRow:
    due, late = row.due_on.date(), row.due_on < pd.Timestamp(context.today)
    where = MappingProxyType({"duty": row.duty, "client": None if pd.isna(row.client) else str(row.client)})
    cells = (
        day(due, context.language),
        context.say(words.WHAT[row.duty]),
        text_of(row.client),
        text_of(row.manager),
        _why(row, context),
    )
    drill = Drill("duties_open", where, "n", Period(due, due))
    return ListRow(cells, drill, Verdict.WORSE if late else Verdict.NONE)


def _why(row: Any, context: Context) -> str:
    about = row.due_on if row.duty == BIRTHDAY else row.about_on
    expired = row.duty == EXPIRY and row.due_on < pd.Timestamp(context.today)
    said = words.EXPIRED if expired else words.WHY[row.duty]
    return context.say(said, day=day(about.date(), context.language))


def _foot(many: int, context: Context) -> str:
    rule = {
        "months": "tender_months",
        "ahead": "tender_warning_days",
        "confirm": "offer_confirm_days",
        "warn": "offer_warning_days",
        "hand": "handover_months",
        "letter": "letter_days",
        "rating": "letter_from_rating",
    }
    said = {name: number(context.rule(of), context.language) for name, of in rule.items()}
    said |= {name: _working(rule[name], context) for name in ("confirm", "warn")}
    parts = [context.say(words.FOOT, **said)]
    untold = [duty for duty in DUTIES if any(c not in context.tables.present(t) for t, c in COLUMNS_OF[duty])]
    if untold:
        parts.append(context.say(words.UNTOLD, kinds=", ".join(context.say(words.KINDS[duty]) for duty in untold)))
    if many > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, many))
        parts.append(context.say(MORE, shown=shown, all=every))
    return " ".join([*parts, context.as_of])


def _working(rule: str, context: Context) -> str:
    return counted(context.rule(rule), context.language, words.WORKING_DAYS)


def kinds_panel(context: Context) -> Panel:
    """Return how much is overdue, by kind."""
    metric, key, title = METRICS["duties_open"], "calendar.kinds", context.say(words.KINDS_NAME)
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    past = Period(None, context.today - timedelta(days=1))
    behind = duties_of(context)
    if behind.empty:
        return nothing_panel(key, title, context)
    late = Counter(behind.loc[behind["due_on"] < pd.Timestamp(context.today), "duty"])
    shown = [duty for duty in DUTIES if late[duty]]
    if not shown:
        picture = Empty(context.say(words.KINDS_NONE), context.say(words.NOTHING_HINT))
        return Panel(key, title, "", picture)
    shown.sort(key=lambda duty: -late[duty])
    bars = tuple(
        Bar(
            context.say(words.KINDS[duty]),
            float(late[duty]),
            number(late[duty], context.language),
            Drill(metric.key, MappingProxyType({"duty": duty}), "n", past),
            accent=not at,
        )
        for at, duty in enumerate(shown)
    )
    many = number(late[shown[0]], context.language)
    title = context.say(words.KINDS_TITLE, kind=context.say(words.KINDS[shown[0]]), n=many)
    subtitle = context.say(words.KINDS_SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, Bars(bars), context.as_of)


def confirmed_panel(context: Context) -> Panel:
    """Return the share of offers confirmed in time, each manager against the rest."""
    metric, key, title = METRICS["offers_confirmed"], "calendar.confirmed", context.say(words.CONFIRMED_NAME)
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    found = None if absent else compared(metric, context)
    if found is None:
        return absent or nothing_panel(key, title, context)
    title = found.title(
        context, worse=words.CONFIRMED_LESS, better=words.CONFIRMED_MORE, alike=words.CONFIRMED_ALIKE
    )
    subtitle = context.say(
        words.CONFIRMED_SUBTITLE, n=_working("offer_confirm_days", context), period=context.period
    )
    return Panel(key, title, subtitle, found.picture, f"{found.foot} {context.as_of}")


def dossier_panel(context: Context) -> Panel:
    """Return which fields the dossiers of key clients lack."""
    metric, key, title = METRICS["dossier_filled"], "calendar.dossier", context.say(words.DOSSIER_NAME)
    absent = missing_panel(key, title, metric, words.DOSSIER_WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=as_of_today(context))
    if found.empty:
        return nothing_panel(key, title, context)
    found = found.assign(lack=found["n"] - found["k"]).sort_values(
        ["lack", "field"], ascending=[False, True], kind="stable"
    )
    bars = tuple(
        Bar(
            _field(row.field, context),
            float(row.lack),
            k_of_n(row.lack, row.n, context.language),
            Drill(metric.key, MappingProxyType({"field": row.field}), "rest", EVER),
            accent=not at,
        )
        for at, row in enumerate(rows_of(found))
        if row.lack
    )
    filled = k_of_n(int(found["k"].sum()), int(found["n"].sum()), context.language)
    foot = f"{context.say(words.DOSSIER_FOOT, share=filled)} {context.as_of}"
    subtitle = context.say(words.DOSSIER_SUBTITLE, day=day(context.today, context.language))
    if not bars:
        return Panel(key, title, "", Empty(context.say(words.DOSSIER_FULL), foot))
    title = context.say(words.DOSSIER_TITLE, field=bars[0].label, share=bars[0].text)
    return Panel(key, title, subtitle, Bars(bars), foot)


def _field(name: Any, context: Context) -> str:
    title: Text = TABLES["clients"].column(str(name)).title
    return context.say(title)
