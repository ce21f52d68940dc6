"""What the portrait says, and of how many clients each of its answers is known."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from ..metrics import METRICS
from ..metrics.listing import portrait_of
from ..model.panel import Align, Drill, ListColumn, Listing, ListRow, Panel
from ..model.portrait import Feature
from ..model.tables import TABLES, Kind
from ..text.dates import day
from ..text.numbers import k_of_n, money, number
from ..text.portrait import problem_sentence, unseen_sentence
from . import qualification_words as words
from .attention_waiting import EVER, as_of_today
from .context import Context
from .missing import missing_panel, nothing_panel
from .qualification_verdicts import rule_foot
from .shares import rows_of

KEY = "qualification.portrait"


def portrait_panel(context: Context) -> Panel:
    """Return the features in force; what cannot be used or answers to nobody is said below."""
    metric, title, language = METRICS["portrait_known"], context.say(words.PORTRAIT_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.CLIENTS_SHOW, context)
    if absent:
        return absent
    features = portrait_of(context.tables)
    found = {str(row.feature): row for row in rows_of(metric.measure(context.tables, filters=as_of_today(context)))}
    used = [one for one in features if one.problem is None and one.name in found]
    if not used:
        return nothing_panel(KEY, title, context)
    columns = tuple(
        ListColumn(context.say(head), Align.RIGHT if at > 2 else Align.LEFT)
        for at, head in enumerate(words.PORTRAIT_COLUMNS)
    )
    rows = tuple(_row(one, found[one.name], context) for one in used)
    least = min(used, key=lambda one: float(found[one.name].k))
    known = found[least.name]
    text = words.PORTRAIT_KNOWN if known.k == known.n else words.PORTRAIT_TITLE
    said = context.say(text, feature=_name(least, context), share=k_of_n(known.k, known.n, language))
    subtitle = context.say(words.PORTRAIT_SUBTITLE, day=day(context.today, language))
    advice = [sentence for one in features if (sentence := problem_sentence(one, language)) is not None]
    advice += [unseen_sentence(name, values, language) for name, values in context.tables.unseen(features).items()]
    foot = f"{rule_foot(context)} {context.as_of}"
    return Panel(KEY, said, subtitle, Listing(columns, rows), foot, advice=tuple(advice))


def counts_as(feature: Feature, context: Context) -> str:
    """Return what a feature looks for: "Client size: key, large", "Yearly potential: from €20k"."""
    column, language = feature.column, context.language
    low, high = (
        None if end is None else money(end, language, context.currency) for end in (feature.low, feature.high)
    )
    if low is not None and high is not None:
        said = context.say(words.BETWEEN, low=low, high=high)
    elif low is not None:
        said = context.say(words.AT_LEAST, low=low)
    elif high is not None:
        said = context.say(words.AT_MOST, high=high)
    else:
        named = feature.written or [value_name(feature.looks_at, value, context) for value in feature.values]
        said = ", ".join(named)
    return f"{column.title.in_(language)}: {said}"


def value_name(column: str, value: str, context: Context) -> str:
    """Return a value of a column of clients as a reader knows it: the word for a code, "yes" or "no"."""
    declared = TABLES["clients"].column(column)
    if declared.kind is Kind.YES_NO:
        return context.say(words.YES if value.lower() in ("yes", "true") else words.NO)
    codes = {choice.code.lower(): choice.title for choice in declared.choices}
    return context.say(codes[value.lower()]) if value.lower() in codes else value


def _name(feature: Feature, context: Context) -> str:
    return feature.name or context.say(feature.column.title)


def _row(feature: Feature, row: Any, context: Context) -> ListRow:
    language = context.language
    role = TABLES["client_portrait"].column("role").choices[int(feature.excludes)]
    cells = (
        _name(feature, context),
        counts_as(feature, context),
        role.title.in_(language),
        k_of_n(row.k, row.n, language),
        number(row.met, language),
    )
    return ListRow(cells, Drill("portrait_known", MappingProxyType({"feature": feature.name}), "n", EVER))
