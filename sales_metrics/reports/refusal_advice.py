"""What might be tried, as a hypothesis to test; and where it is too early for advice, why."""

from __future__ import annotations

from typing import Final

from ..model.panel import Align as Side
from ..model.panel import ListColumn, Listing, ListRow, Panel, Verdict
from ..model.text import Text
from ..statistics.association import Main
from ..statistics.comparison import needed_from
from ..text.numbers import counts, k_of_n, number, percent, points, signed_points, span
from .context import BY_CLOSING, Context
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
    roughly,
    stated,
    stop_title,
)

KEY: Final = "refusals.advice"
SENTENCES: Final = 6
NAMED: Final = 3

TITLE: Final = Text(ru="Есть что проверить: {who}", en="Worth testing: {who}", bg="Има какво да се провери: {who}")
ITEM: Final = Text(ru="{who} – {reason}", en="{who} – {reason}", bg="{who} – {reason}")
MORE_ITEMS: Final = Text(ru="{items} и ещё {n}", en="{items} and {n} more", bg="{items} и още {n}")
NO_ADVICE: Final = Text(
    ru="Советовать рано: ни одно отличие не прошло всех проверок",
    en="Too early for advice: no difference has passed every test",
    bg="Рано е за съвети: нито една разлика не е минала всички проверки",
)
SUBTITLE: Final = Text(
    ru="Причина, которой менеджер отличается от остальных, или самая частая; отказы {date}, {period}",
    en="The reason by which a manager differs from the rest, or the most frequent one; refusals {date}, {period}",
    bg="Причината, по която мениджърът се различава от останалите, или най-честата; откази {date}, {period}",
)
HEADS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Причина", en="Reason", bg="Причина"),
    Text(ru="У менеджера", en="This manager", bg="При мениджъра"),
    Text(ru="У остальных", en="The rest", bg="При останалите"),
    Text(ru="Разница", en="Difference", bg="Разлика"),
    Text(ru="Что из этого следует", en="What follows", bg="Какво следва"),
)
FOLLOWS: Final = {
    State.FIRES: Text(ru="есть что проверить", en="something to test", bg="има какво да се провери"),
    State.NOT_WITHIN: Text(
        ru="не подтвердилось внутри сегментов или товаров",
        en="does not hold within segments or products",
        bg="не се потвърждава вътре в сегментите или продуктите",
    ),
    State.NOT_MAIN: Text(
        ru="главная ли это причина, не видно",
        en="cannot tell whether it is the main reason",
        bg="не личи дали това е главната причина",
    ),
    State.NOT_PROVEN: Text(ru="отличие не доказано", en="no proven difference", bg="няма доказана разлика"),
    State.UNTOLD: Text(
        ru="слишком много отказов без причины",
        en="too many refusals without a reason",
        bg="твърде много откази без причина",
    ),
    State.TOO_FEW: Text(ru="мало отказов", en="too few refusals", bg="малко откази"),
}
ANOTHER_MAIN: Final = Text(
    ru="главная причина другая: {main}",
    en="the main reason is another: {main}",
    bg="главната причина е друга: {main}",
)
PRACTICALLY: Final = Text(
    ru="практически как у остальных", en="practically like the rest", bg="практически като останалите"
)

HYPOTHESIS: Final = Text(
    ru="Предположение. {who}: {reason} – главная причина, и звучит она чаще, чем у остальных ({share}, у остальных "
    "{rest}; разница {difference}). Стоит попробовать: {advice} Как проверить: {check}",
    en="A hypothesis. {who}: {reason} is the main reason, and comes up more often than with the rest ({share}, the "
    "rest {rest}; difference {difference}). Worth trying: {advice} How to test it: {check}",
    bg="Предположение. {who}: {reason} е главната причина и се чува по-често, отколкото при останалите ({share}, "
    "при останалите {rest}; разлика {difference}). Струва си да се опита: {advice} Как да се провери: {check}",
)
HYPOTHESIS_BLANK: Final = Text(
    ru="Предположение. {who} чаще остальных оставляет отказ без причины ({share}, у остальных {rest}; разница "
    "{difference}). Стоит попробовать: {advice} Как проверить: {check}",
    en="A hypothesis. {who} leaves refusals without a reason more often than the rest ({share}, the rest {rest}; "
    "difference {difference}). Worth trying: {advice} How to test it: {check}",
    bg="Предположение. {who} по-често от останалите оставя отказите без причина ({share}, при останалите {rest}; "
    "разлика {difference}). Струва си да се опита: {advice} Как да се провери: {check}",
)
NO_TEXT: Final = Text(
    ru="послушать пять звонков с таким отказом и решить вместе, что менять.",
    en="listen to five calls that ended this way, and decide together what to change.",
    bg="чуйте пет разговора с такъв отказ и решете заедно какво да се промени.",
)
NO_CHECK: Final = Text(
    ru="сравнить долю этой причины до и после за равное число отказов.",
    en="compare the share of this reason before and after over equal numbers of refusals.",
    bg="сравнете дела на тази причина преди и след това при равен брой откази.",
)
WHY_WITHIN: Final = Text(
    ru="{who}: {reason} чаще, чем у остальных, но {where} отличие {became} (Кокрен – Мантель – Хензель, p {p}). "
    "Дело может быть в том, какие клиенты достались; совета пока нет.",
    en="{who}: {reason} comes up more often than with the rest, but within {where} the difference {became} "
    "(Cochran–Mantel–Haenszel, p {p}). It may lie in which clients there are; no advice yet.",
    bg="{who}: {reason} се среща по-често, отколкото при останалите, но {where} разликата {became} "
    "(Кокран – Мантел – Хензел, p {p}). Може да зависи от клиентите; засега няма съвет.",
)
WHERE: Final = {
    "segment": Text(ru="внутри сегментов", en="segments", bg="вътре в сегментите"),
    "product_group": Text(ru="внутри групп товаров", en="product groups", bg="вътре в продуктовите групи"),
}
VANISHES: Final = Text(ru="не доказано", en="is not proven", bg="не е доказана")
TURNS: Final = Text(ru="обратное", en="is the reverse", bg="е обратна")
WHY_NOT_MAIN: Final = Text(
    ru="{who}: {reason} чаще, чем у остальных, но {main} Совета пока нет.",
    en="{who}: {reason} comes up more often than with the rest, but {main} No advice yet.",
    bg="{who}: {reason} се среща по-често, отколкото при останалите, но {main} Засега няма съвет.",
)
MAIN_OPEN: Final = Text(
    ru="какая причина главная, {first} или {second}, пока не видно: нужно ещё {n} отказов.",
    en="which of {first} and {second} is the main reason cannot be told yet: {n} more refusals are needed.",
    bg="коя е главната причина, {first} или {second}, още не личи: нужни са още {n} отказа.",
)
MAIN_TIED: Final = Text(
    ru="какая причина главная, {first} или {second}, не видно: они одинаково часты.",
    en="which of {first} and {second} is the main reason cannot be told: they are equally frequent.",
    bg="коя е главната причина, {first} или {second}, не личи: те са еднакво чести.",
)
MAIN_ALONE: Final = Text(
    ru="{first} – единственная причина, но отказов мало: нужно ещё {n}.",
    en="{first} is the only reason, but there are few refusals: {n} more are needed.",
    bg="{first} е единствената причина, но отказите са малко: нужни са още {n}.",
)
MAIN_OTHER: Final = Text(
    ru="главная причина другая: {main}.",
    en="the main reason is another: {main}.",
    bg="главната причина е друга: {main}.",
)
NOT_ENOUGH: Final = Text(
    ru="По остальным данных мало: различие может быть случайным. Чтобы увидеть разницу в {delta}, нужно {n} "
    "отказов на менеджера.",
    en="For the others the data are too few: a difference may be chance. To see one of {delta} takes {n} "
    "refusals per manager.",
    bg="За останалите данните са малко: разликата може да е случайна. За да се види разлика от {delta}, са нужни "
    "{n} отказа на мениджър.",
)
CAVEAT: Final = Text(
    ru="Причину записывает сам менеджер: это предположение для проверки, а не установленная причина.",
    en="The reason is what the manager wrote down: this is a hypothesis to test, not an established cause.",
    bg="Причината я записва самият мениджър: това е предположение за проверка, а не установена причина.",
)
UNCHECKED: Final = Text(
    ru="Сегментов и групп товаров в данных нет, поэтому не проверено, не в клиентах ли дело.",
    en="The data hold no segments or product groups, so whether it lies in the clients is not tested.",
    bg="В данните няма сегменти и продуктови групи, затова не е проверено дали не е въпрос на клиентите.",
)
FOOT: Final = Text(
    ru="Совет появляется, когда всё доказано сразу: отличие от остальных с поправкой на число сравнений, главная "
    "причина против второй по частоте, то же внутри сегментов и групп товаров, не меньше {gate} отказов. Тексты "
    "советов меняются в справочнике причин отказа.",
    en="Advice appears when all is proven at once: the difference from the rest, corrected for the number of "
    "comparisons; the main reason against the runner-up; the same within segments and product groups; at least "
    "{gate} refusals. The texts are yours to change in the dictionary of refusal reasons.",
    bg="Съвет се появява, когато всичко е доказано едновременно: разликата от останалите с поправка за броя "
    "сравнения, главната причина спрямо втората по честота, същото вътре в сегментите и продуктовите групи, поне "
    "{gate} отказа. Текстовете се променят в речника на причините за отказ.",
)


def advice_panel(view: View, context: Context) -> Panel:
    """Return what stands out with each manager, and under it the advice that is proven enough to test."""
    findings = findings_of(view, context)
    columns = tuple(
        ListColumn(context.say(head), Side.RIGHT if 2 <= at <= 4 else Side.LEFT, wide=at == 5)
        for at, head in enumerate(HEADS)
    )
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
    n = roughly(float(main.needed or 0), context)
    if main.runner_up is None:
        return context.say(MAIN_ALONE, first=first, n=n)
    second = reason_name(view.column(str(main.runner_up)), context)
    return context.say(MAIN_OPEN if main.needed else MAIN_TIED, first=first, second=second, n=n)


def _title(findings: tuple[Finding, ...], view: View, context: Context) -> str:
    fired = [one for one in findings if one.state is State.FIRES]
    if not fired:
        return stop_title(view.sums, view, context) or context.say(NO_ADVICE)
    names = list(dict.fromkeys(_who(one, context) for one in fired))
    items = ", ".join(names[:NAMED])
    if len(names) == 1:
        items = context.say(ITEM, who=names[0], reason=fired[0].column.label.lower())
    if len(names) > NAMED:
        items = context.say(MORE_ITEMS, items=items, n=number(len(names) - NAMED, context.language))
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
    parts = {"delta": points(delta, context.language), "n": roughly(needed, context)}
    return [context.say(NOT_ENOUGH, **parts)]


def _who(one: Finding, context: Context) -> str:
    return name_of(one.manager, context.say(NO_MANAGER))
