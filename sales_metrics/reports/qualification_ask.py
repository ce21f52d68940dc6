"""The clients of whom the portrait cannot judge yet: which answers would decide each, the most money first."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.listing import portrait_of
from ..metrics.portrait import EXACT, UNKNOWN, open_clients
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel, Verdict
from ..model.tables import TABLES
from ..text.dates import day
from ..text.numbers import k_of_n, money, number
from ..text.plural import CLIENTS, DAYS, counted
from . import qualification_words as words
from .attention_waiting import EVER, LISTED, MORE, as_of_today, text_of
from .context import Context
from .missing import missing_panel, nothing_panel
from .qualification_verdicts import rule_foot
from .refusal_columns import dictionary_of
from .shares import rows_of

KEY: Final = "qualification.ask"
RIVAL_GROUP: Final = "competitor"


def ask_panel(context: Context) -> Panel:
    """Return the list of clients to find out about, with the questions that decide."""
    metric, title, language = METRICS["portrait_verdict"], context.say(words.ASK_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.ASK_SHOW, context)
    if absent:
        return absent
    found = open_clients(context.tables, as_of_today(context))
    if found.empty:
        if metric.measure(context.tables, filters=as_of_today(context)).empty:
            return nothing_panel(KEY, title, context)
        return Panel(KEY, context.say(words.ASK_NONE), "", Empty(title, context.say(words.ASK_NONE_HINT)))
    found = found.sort_values(["open_money", "bought", "client"], ascending=[False, False, True], kind="stable")
    found = found[["client", "manager", "open_money", "bought"]].merge(_state(context), on="client", how="left")
    asked = questions(found, context)
    missing = asked.drop_duplicates(["client", "column"])["column"].value_counts().sort_index()
    column, many = str(missing.idxmax()), int(missing.max())
    said = context.say(
        words.ASK_TITLE,
        clients=counted(len(found), language, CLIENTS),
        column=_title(column, context),
        share=k_of_n(many, len(found), language),
    )
    shown, rivals = found.head(LISTED), lost_to_rivals(context)
    by_client = dict(list(asked[asked["client"].isin(shown["client"].tolist())].groupby("client")))
    rows = tuple(_row(row, by_client[row.client], rivals, context) for row in rows_of(shown))
    columns = tuple(
        ListColumn(context.say(head), Align.RIGHT if at in (4, 5) else Align.LEFT)
        for at, head in enumerate(words.ASK_COLUMNS)
    )
    subtitle = context.say(words.ASK_SUBTITLE, day=day(context.today, language))
    return Panel(KEY, said, subtitle, Listing(columns, rows), _foot(len(found), context))


def questions(clients: pd.DataFrame, context: Context) -> pd.DataFrame:
    """Return the unknown answers on which verdicts hang: client, column of the clients table, excludes (0 or 1).

    Exclusions stand first, as one answer to them may settle it. Where enough marks fit already, the unknown ones
    do not matter. `clients` has the columns client and need.
    """
    used = [one.looks_at for one in portrait_of(context.tables) if one.problem is None]
    answers = context.tables["portrait_answers"].filter(lambda each: each.answer == UNKNOWN)
    found = context.tables.fetch(answers.select("client", "place", "excludes"))
    found = found.merge(clients[["client", "need"]], on="client", how="inner")
    found = found[(found["excludes"] == 1) | (found["need"] > 0)]
    found = found.sort_values(["client", "excludes", "place"], ascending=[True, False, True], kind="stable")
    return found.assign(column=found["place"].map(dict(enumerate(used))))[["client", "column", "excludes"]]


def lost_to_rivals(context: Context) -> dict[str, date]:
    """Return the last day on which each client chose a competitor, within the days for which that is news."""
    tables, days = context.tables, int(context.rule("competitor_days"))
    if not {"client", "outcome", "closed_on", "lost_reason"} <= tables.present("deals") or not days:
        return {}
    deals, since = tables["deals"], context.today - timedelta(days=days)
    lost = tables.fetch(
        deals.filter(
            deals.outcome == "lost", deals.client.notnull(), deals.lost_reason.notnull(), deals.closed_on > since
        )
        .group_by("client", "lost_reason")
        .agg(last=lambda each: each.closed_on.max())
    )
    dictionary = dictionary_of(context)
    found: dict[str, date] = {}
    for client, reason, last in zip(lost["client"], lost["lost_reason"], lost["last"], strict=True):
        group = dictionary.group(str(reason))
        if group is not None and group.key == RIVAL_GROUP:
            on = pd.Timestamp(last).date()
            found[str(client)] = max(found.get(str(client), on), on)
    return found


def _state(context: Context) -> pd.DataFrame:
    """Return of every client to be found out the marks met, unknown and in all, and how many more must fit."""
    fit = context.tables["client_fit"].filter(lambda each: each.verdict == UNKNOWN)
    found = context.tables.fetch(fit.select("client", "met", "open", "features"))
    needed = np.ceil(context.rule("ours_from_share") * found["features"] - EXACT) - found["met"]
    return found.assign(need=needed.clip(lower=0).astype("int64"))


def _row(row: Any, asked: pd.DataFrame, rivals: dict[str, date], context: Context) -> ListRow:
    language, client, rival = context.language, str(row.client), rivals.get(str(row.client))
    named = ", ".join(_title(str(column), context) for column in dict.fromkeys(asked["column"]))
    marks = int((asked["excludes"] == 0).sum())
    if marks > 1:
        parts = {"need": number(row.need, language), "open": number(marks, language)}
        named = context.say(words.ASK_SEVERAL, columns=named, **parts)
    ends = {"low": number(row.met, language), "high": number(row.met + row.open, language)}
    said = context.say(words.ASK_MARKS if row.open else words.ASK_SURE, **ends, all=number(row.features, language))
    cells = (
        client,
        named,
        text_of(row.manager),
        said,
        money(float(row.open_money), language, context.currency) if row.open_money else "",
        money(float(row.bought), language, context.currency) if row.bought else "",
        context.say(words.RIVAL, day=day(rival, language)) if rival else "",
    )
    drill = Drill("portrait_verdict", MappingProxyType({"client": client}), "n", EVER)
    return ListRow(cells, drill, Verdict.WORSE if rival else Verdict.NONE)


def _title(column: str, context: Context) -> str:
    return context.say(TABLES["clients"].column(column).title)


def _foot(many: int, context: Context) -> str:
    language, parts = context.language, [rule_foot(context), context.say(words.ASK_FOOT)]
    days = int(context.rule("competitor_days"))
    if days and "lost_reason" in context.tables.present("deals"):
        parts.append(context.say(words.RIVAL_FOOT, days=counted(days, language, DAYS)))
    if many > LISTED:
        parts.append(context.say(MORE, shown=number(LISTED, language), all=number(many, language)))
    return " ".join([*parts, context.as_of])
