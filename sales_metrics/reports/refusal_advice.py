"""What might be tried, as a hypothesis to test; and where it is too early for advice, why."""

from __future__ import annotations

from typing import Final

from ..model.panel import Listing, ListRow, Panel, Verdict
from ..statistics.association import Main
from ..statistics.comparison import needed_from
from ..text.numbers import counts, k_of_n, number, percent, points, signed_points, span
from .context import BY_CLOSING, Context
from .refusal_advice_words import (
    ANOTHER_MAIN,
    CAVEAT,
    FOLLOWS,
    FOOT,
    HEADS,
    HYPOTHESIS,
    HYPOTHESIS_BLANK,
    ITEM,
    MAIN_ALONE,
    MAIN_OPEN,
    MAIN_OTHER,
    MAIN_TIED,
    MORE_ITEMS,
    NO_ADVICE,
    NO_CHECK,
    NO_TEXT,
    NOT_ENOUGH,
    PRACTICALLY,
    SUBTITLE,
    TITLE,
    TURNS,
    UNCHECKED,
    VANISHES,
    WHERE,
    WHY_NOT_MAIN,
    WHY_WITHIN,
)
from .refusal_columns import BLANK, REST
from .refusal_findings import Finding, State, findings_of
from .refusal_map import p_text
from .refusal_view import (
    GATE,
    NO_MANAGER,
    View,
    drill_to,
    name_of,
    number_or_none,
    reason_name,
    stated,
    stop_title,
)
from .shares import roughly

KEY: Final = "refusals.advice"
SENTENCES: Final = 6
NAMED: Final = 3


def advice_panel(view: View, context: Context) -> Panel:
    """Return what stands out with each manager, and under it the advice that is proven enough to test."""
    findings = findings_of(view, context)
    columns = context.columns(HEADS, right=(2, 3, 4), wide=5)
    picture = Listing(columns, tuple(_row(one, view, context) for one in findings))
    subtitle = context.say(SUBTITLE, date=context.say(BY_CLOSING), period=context.period)
    foot = f"{context.say(FOOT, gate=number(GATE, context.language))} {context.as_of}"
    advice = tuple(_sentences(findings, view, context))
    return Panel(KEY, _title(findings, view, context), subtitle, picture, foot, advice=advice)


def main_sentence(main: Main, view: View, context: Context) -> str:
    """Return why the main reason is not announced, beginning with a small letter; it ends in a full stop."""
    first = reason_name(view.column(str(main.category)), context)
    if main.verified:
        return context.say(MAIN_OTHER, main=first)
    n = roughly(float(main.needed or 0), context.language)
    if main.runner_up is None:
        return context.say(MAIN_ALONE, first=first, n=n)
    second = reason_name(view.column(str(main.runner_up)), context)
    return context.say(MAIN_OPEN if main.needed else MAIN_TIED, first=first, second=second, n=n)


def _title(findings: tuple[Finding, ...], view: View, context: Context) -> str:
    fired = [one for one in findings if one.state is State.FIRES]
    if not fired:
        return stop_title(view.sums, view, context) or context.say(NO_ADVICE)
    names = list(dict.fromkeys(_who(one, context) for one in fired))
    shown = names if len(names) == NAMED + 1 else names[:NAMED]
    items = ", ".join(shown)
    if len(names) == 1:
        items = context.say(ITEM, who=names[0], reason=fired[0].column.label.lower())
    if len(names) > len(shown):
        items = context.say(MORE_ITEMS, items=items, n=number(len(names) - len(shown), context.language))
    return context.say(TITLE, who=items)


def _row(one: Finding, view: View, context: Context) -> ListRow:
    language, cell = context.language, one.cell
    enough = one.state is not State.TOO_FEW
    rest = percent(number_or_none(cell.rest), language)
    texts = (
        _who(one, context),
        one.column.label,
        k_of_n(cell.k, cell.n, language) if enough else counts(cell.k, cell.n, language),
        rest if enough else "",
        _difference(one, context) if enough else "",
        _follows(one, view, context),
    )
    verdict = Verdict.MORE if cell.differs > 0 else Verdict.NONE
    return ListRow(texts, drill_to(one.column, manager=stated(one.manager)), verdict)


def _follows(one: Finding, view: View, context: Context) -> str:
    if one.state is State.NOT_MAIN and one.main is not None and one.main.verified:
        return context.say(ANOTHER_MAIN, main=view.column(str(one.main.category)).label.lower())
    if one.state is State.NOT_PROVEN and one.cell.answer == "same":
        return context.say(PRACTICALLY)
    return context.say(FOLLOWS[one.state])


def _sentences(findings: tuple[Finding, ...], view: View, context: Context) -> list[str]:
    told = [_sentence(one, view, context) for one in findings if one.cell.differs > 0]
    said = told[:SENTENCES]
    if any(one.state is State.NOT_PROVEN and one.cell.answer != "same" for one in findings):
        said += _not_enough(view, context)
    fired = [one for one in findings if one.state is State.FIRES]
    if any(not one.strata for one in fired):
        said.append(context.say(UNCHECKED))
    if any(not one.column.untold for one in fired):
        said.append(context.say(CAVEAT))
    return said


def _sentence(one: Finding, view: View, context: Context) -> str:
    who, reason = _who(one, context), reason_name(one.column, context)
    if one.state is State.FIRES:
        return _hypothesis(one, view, context)
    if one.state is State.NOT_WITHIN:
        name, found = next((n, s) for n, s in one.strata.items() if s.answer in ("vanishes", "turns"))
        became = context.say(TURNS if found.answer == "turns" else VANISHES)
        p = p_text(found.p, context.language)
        return context.say(WHY_WITHIN, who=who, reason=reason, where=context.say(WHERE[name]), became=became, p=p)
    main = main_sentence(one.main, view, context) if one.main else ""
    return context.say(WHY_NOT_MAIN, who=who, reason=reason, main=main)


def _hypothesis(one: Finding, view: View, context: Context) -> str:
    cell, language = one.cell, context.language
    advice, check = view.dictionary.said(one.column, language)
    parts = {
        "who": _who(one, context),
        "reason": reason_name(one.column, context),
        "share": k_of_n(cell.k, cell.n, language),
        "rest": percent(cell.rest, language),
        "difference": _difference(one, context),
        "advice": _ended(advice) or context.say(NO_TEXT),
        "check": _ended(check) or context.say(NO_CHECK),
    }
    return context.say(HYPOTHESIS_BLANK if one.column.code == BLANK else HYPOTHESIS, **parts)


def _ended(text: str) -> str:
    return text if not text or text[-1] in ".!?…" else f"{text}."


def _difference(one: Finding, context: Context) -> str:
    cell, language = one.cell, context.language
    # A bound that would be written as 0 although it is proven not to be takes a decimal.
    fine = 1 if 0 < min(abs(cell.low), abs(cell.high)) < 0.005 else 0
    bounds = span(cell.low * 100, cell.high * 100, language, fine)
    return f"{signed_points(cell.difference, language)} [{bounds}]"


def _not_enough(view: View, context: Context) -> list[str]:
    delta = context.rule("practical_difference")
    told = [column.code for column in view.columns if not column.untold and column.code != REST]
    share = float(view.sums[told].max() / view.sums.sum()) if told else 0.0
    needed = needed_from(share, delta, delta)
    if needed is None:
        return []
    parts = {"delta": points(delta, context.language), "n": roughly(needed, context.language)}
    return [context.say(NOT_ENOUGH, **parts)]


def _who(one: Finding, context: Context) -> str:
    return name_of(one.manager, context.say(NO_MANAGER))
