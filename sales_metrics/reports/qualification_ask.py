"""The clients of whom the portrait cannot judge yet: which answers would decide each, the most money first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.listing import portrait_of
from ..metrics.portrait import UNKNOWN
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

KEY: Final = "qualification.ask"
RIVAL_GROUP: Final = "competitor"


@dataclass(frozen=True, slots=True)
class Questions:
    """What is unknown of a client and matters: columns of the clients table, and how many marks must still fit."""

    columns: tuple[str, ...]
    need: int
    open: int


@dataclass(frozen=True, slots=True)
class State:
    """How many marks of the portrait a client has for certain, how many are unknown, and how many there are."""

    met: int
    open: int
    marks: int


def ask_panel(context: Context) -> Panel:
    """Return the list of clients to find out about, with the questions that decide."""
    metric, title, language = METRICS["portrait_verdict"], context.say(words.ASK_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.ASK_SHOW, context)
    if absent:
        return absent
    filters = as_of_today(context)
    if metric.measure(context.tables, filters=filters).empty:
        return nothing_panel(KEY, title, context)
    found = metric.rows(context.tables, filters, {"verdict": UNKNOWN}, "k")
    if found.empty:
        return Panel(KEY, context.say(words.ASK_NONE), "", Empty(title, context.say(words.ASK_NONE_HINT)))
    found = found.sort_values(
        ["_open_money", "_bought", "client"], ascending=[False, False, True], kind="stable", ignore_index=True
    )
    asked = questions(found["client"], context)
    missing = Counter(column for one in asked.values() for column in one.columns)
    column, many = min(missing.items(), key=lambda item: (-item[1], item[0]))
    said = context.say(
        words.ASK_TITLE,
        clients=counted(len(found), language, CLIENTS),
        column=_title(column, context),
        share=k_of_n(many, len(found), language),
    )
    shown = found.head(LISTED)
    if "manager" not in shown:
        shown = shown.assign(manager=None)
    rivals = lost_to_rivals(context)
    state = _state(context)
    rows = tuple(_row(row, asked[str(row[0])], state, rivals, context) for row in _told(shown))
    columns = tuple(
        ListColumn(context.say(head), Align.RIGHT if at in (4, 5) else Align.LEFT)
        for at, head in enumerate(words.ASK_COLUMNS)
    )
    subtitle = context.say(words.ASK_SUBTITLE, day=day(context.today, language))
    return Panel(KEY, said, subtitle, Listing(columns, rows), _foot(len(found), context))


def questions(clients: pd.Series[Any], context: Context) -> dict[str, Questions]:
    """Return by client the unknown answers on which its verdict hangs.

    Where enough marks fit already only the unknown exclusions are left to ask; otherwise unknown marks matter too.
    """
    features = portrait_of(context.tables)
    place = {at: one.looks_at for at, one in enumerate(one for one in features if one.problem is None)}
    answers = context.tables.fetch(
        context.tables["portrait_answers"]
        .filter(lambda each: each.answer == UNKNOWN)
        .select("client", "place", "excludes")
    )
    answers = answers[answers["client"].isin(set(clients))].sort_values(["client", "place"], kind="stable")
    unknown: dict[str, list[tuple[int, str]]] = {str(client): [] for client in clients}
    for client, at, excludes in zip(answers["client"], answers["place"], answers["excludes"], strict=True):
        unknown[str(client)].append((int(excludes), place[int(at)]))
    state = _state(context)
    share = context.rule("ours_from_share")
    found = {}
    for client, open_ in unknown.items():
        need = max(ceil(share * state[client].marks - 1e-9) - state[client].met, 0)
        exclusions = [column for excludes, column in open_ if excludes]
        rest = [column for excludes, column in open_ if not excludes] if need else []
        found[client] = Questions(tuple(dict.fromkeys((*exclusions, *rest))), need, len(rest))
    return found


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


def _state(context: Context) -> dict[str, State]:
    """Return the state of every client that is to be found out."""
    fit = context.tables.fetch(
        context.tables["client_fit"]
        .filter(lambda each: each.verdict == UNKNOWN)
        .select("client", "met", "open", "features")
    )
    rows = zip(fit["client"], fit["met"], fit["open"], fit["features"], strict=True)
    return {str(client): State(int(met), int(open_), int(marks)) for client, met, open_, marks in rows}


def _told(shown: pd.DataFrame) -> list[tuple[Any, ...]]:
    columns = ("client", "manager", "_open_money", "_bought")
    return list(zip(*(shown[name] for name in columns), strict=True))


def _row(
    row: tuple[Any, ...],
    asked: Questions,
    state: dict[str, State],
    rivals: dict[str, date],
    context: Context,
) -> ListRow:
    client, manager, waiting, bought = row
    language, rival = context.language, rivals.get(str(client))
    named = ", ".join(_title(column, context) for column in asked.columns)
    if asked.open > 1:
        parts = {"need": number(asked.need, language), "open": number(asked.open, language)}
        named = context.say(words.ASK_SEVERAL, columns=named, **parts)
    known = state[str(client)]
    ends = {"low": number(known.met, language), "high": number(known.met + known.open, language)}
    said = context.say(words.ASK_MARKS if known.open else words.ASK_SURE, **ends, all=number(known.marks, language))
    cells = (
        str(client),
        text_of(manager),
        named,
        said,
        money(float(waiting), language, context.currency) if waiting else "",
        money(float(bought), language, context.currency) if bought else "",
        context.say(words.RIVAL, day=day(rival, language)) if rival else "",
    )
    drill = Drill("portrait_verdict", MappingProxyType({"client": str(client)}), "n", EVER)
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
