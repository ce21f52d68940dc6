"""Who wins more often, and which channel converts."""

from __future__ import annotations

from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.declaration import Metric
from ..model.panel import Empty, Forest, Panel, Verdict
from ..model.text import Text
from ..statistics.comparison import against_the_rest
from ..text.numbers import number, percent, points
from ..text.plural import MANAGERS, counted
from .context import BY_CLOSING, BY_CREATION, Context
from .missing import missing_panel, nothing_panel, undivided_panel
from .rates import REFERENCE, dot_of, proven, whole_dot
from .shares import rows_of, with_verdicts

LARGEST_BAND: Final = 0.10
"""A difference that would change a decision is a third of the whole share, but never more than this."""
ROWS_SHOWN: Final = 30

MANAGERS_NAME: Final = Text(
    ru="Доля выигранных по менеджерам", en="Win rate by manager", bg="Дял спечелени по мениджъри"
)
CHANNELS_NAME: Final = Text(ru="Конверсия по каналам", en="Conversion by channel", bg="Конверсия по канали")
WOULD_SHOW_MANAGERS: Final = Text(
    ru="Здесь будет видно, кто действительно выигрывает чаще или реже остальных, а о ком судить рано.",
    en="You would see who really wins more or less often than the rest, and whom it is too early to judge.",
    bg="Тук ще се вижда кой наистина печели по-често или по-рядко от останалите и за кого е рано да се съди.",
)
WOULD_SHOW_CHANNELS: Final = Text(
    ru="Здесь будет видно, из какого канала сделки чаще доходят до договора.",
    en="You would see from which channel deals more often become contracts.",
    bg="Тук ще се вижда от кой канал сделките по-често стигат до договор.",
)
SUBTITLE_WON: Final = Text(
    ru="Выиграно из закрытых сделок, {date}, {period}",
    en="Won of closed deals, {date}, {period}",
    bg="Спечелени от приключените сделки, {date}, {period}",
)
SUBTITLE_STARTED: Final = Text(
    ru="Выиграно из всех начатых сделок, {date}, {period}; открытые ещё могут выиграть",
    en="Won of all deals started, {date}, {period}; open ones may still win",
    bg="Спечелени от всички започнати сделки, {date}, {period}; отворените още могат да спечелят",
)
MORE_OFTEN: Final = Text(
    ru="{who}: выигрыш чаще, чем у остальных",
    en="{who} wins more often than the rest",
    bg="{who} печели по-често от останалите",
)
LESS_OFTEN: Final = Text(
    ru="{who}: выигрыш реже, чем у остальных",
    en="{who} wins less often than the rest",
    bg="{who} печели по-рядко от останалите",
)
BOTH: Final = Text(
    ru="{better} выигрывает чаще остальных, {worse} реже",
    en="{better} wins more often than the rest, {worse} less often",
    bg="{better} печели по-често от останалите, {worse} по-рядко",
)
SEVERAL: Final = Text(
    ru="Из {all} чаще остальных выигрывают {better}, реже {worse}",
    en="Of {all}, {better} win more often than the rest and {worse} less often",
    bg="От {all} по-често от останалите печелят {better}, по-рядко {worse}",
)
NOBODY: Final = Text(
    ru="Ни один менеджер доказанно не отличается от остальных",
    en="No manager is proven to differ from the rest",
    bg="За никой мениджър не е доказано, че се различава от останалите",
)
CHANNELS_DIFFER: Final = Text(
    ru="Чаще остальных до договора доходят сделки из канала «{best}»",
    en="Deals from “{best}” become contracts more often than the rest",
    bg="По-често от останалите до договор стигат сделките от „{best}“",
)
CHANNELS_WORSE: Final = Text(
    ru="Реже остальных до договора доходят сделки из канала «{worst}»",
    en="Deals from “{worst}” become contracts less often than the rest",
    bg="По-рядко от останалите до договор стигат сделките от „{worst}“",
)
CHANNELS_SAME: Final = Text(
    ru="Ни один канал доказанно не отличается от остальных",
    en="No channel is proven to differ from the rest",
    bg="За никой канал не е доказано, че се различава от останалите",
)
NO_LOST: Final = Text(
    ru="В данных нет ни одной проигранной сделки",
    en="The data hold no lost deal",
    bg="В данните няма нито една загубена сделка",
)
NO_LOST_HINT: Final = Text(
    ru="Доля выигранных у всех была бы 100 %. Выгрузите и проигранные сделки, чтобы её увидеть.",
    en="Everybody would win 100%. Export lost deals as well to see the win rate.",
    bg="Всички биха печелили 100%. Експортирайте и загубените сделки, за да видите дела.",
)
FOOT: Final = Text(
    ru="Точка: доля, черта: 95 % интервал. Каждый сравнивается с остальными, с поправкой на число сравнений. "
    "Полая точка: судить рано.",
    en="Dot: share, line: 95% interval. Each is compared with the rest, corrected for the number of comparisons. "
    "A hollow dot: too early to judge.",
    bg="Точка: дял, черта: 95% интервал. Всеки се сравнява с останалите, с поправка за броя сравнения. "
    "Празна точка: рано е да се съди.",
)
FOOT_ROWS: Final = Text(
    ru="Показаны {shown} из {all}: все, кто отличается, и те, у кого сделок больше.",
    en="Shown are {shown} of {all}: all that differ, and those with most deals.",
    bg="Показани са {shown} от {all}: всички различни и тези с най-много сделки.",
)
FOOT_ANSWERS: Final = Text(
    ru="Из {all}: отличаются {differ}, как остальные {same}, пока не видно {open}, мало сделок {few}.",
    en="Of {all}: {differ} differ, {same} are like the rest, {open} cannot be told yet, {few} have too few deals.",
    bg="От {all}: различават се {differ}, като останалите са {same}, още не личи при {open}, малко сделки имат "
    "{few}.",
)
NAMES: Final = Text(
    ru="Чаще остальных выигрывают: {better}; реже: {worse}",
    en="Winning more often than the rest: {better}; less often: {worse}",
    bg="По-често от останалите печелят: {better}; по-рядко: {worse}",
)
NAMED_AT_MOST: Final = 4
NO_ONE: Final = Text(ru="никто", en="nobody", bg="никой")


def manager_panel(context: Context) -> Panel:
    """Return the win rate of each manager against the rest."""
    metric, key, title = METRICS["win_rate"], "funnel.managers", context.say(MANAGERS_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW_MANAGERS, context) or nothing_lost(key, title, context)
    if absent:
        return absent
    dots, found = _forest(metric, "manager", context)
    if dots is None:
        return nothing_panel(key, title, context)
    subtitle = context.say(SUBTITLE_WON, date=context.say(BY_CLOSING), period=context.period)
    return Panel(key, _managers_title(found, context), subtitle, dots, _foot(found, context))


def channel_panel(context: Context) -> Panel:
    """Return how many of the deals started from each channel have been won."""
    metric, key, title = METRICS["conversion"], "funnel.channels", context.say(CHANNELS_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW_CHANNELS, context) or undivided_panel(
        key, title, metric, "channel", WOULD_SHOW_CHANNELS, context
    )
    if absent:
        return absent
    dots, found = _forest(metric, "channel", context)
    if dots is None:
        return nothing_panel(key, title, context)
    subtitle = context.say(SUBTITLE_STARTED, date=context.say(BY_CREATION), period=context.period)
    return Panel(key, _channels_title(found, context), subtitle, dots, _foot(found, context))


def band_of(share: float) -> float:
    """Return up to which difference shares are practically the same: a third of the whole, 10 points at most."""
    return max(round(min(share / 3, LARGEST_BAND), 2), 0.01)


def nothing_lost(key: str, title: str, context: Context) -> Panel | None:
    """Return the panel for data without a single lost deal, in which everybody would win everything."""
    whole = rows_of(METRICS["win_rate"].measure(context.tables, filters=context.filters))[0]
    if not whole.n or whole.k < whole.n:
        return None
    return Panel(key, title, "", Empty(context.say(NO_LOST), context.say(NO_LOST_HINT)))


def _forest(metric: Metric, dimension: str, context: Context) -> tuple[Forest | None, pd.DataFrame]:
    found = metric.measure(context.tables, by=(dimension,), filters=context.filters)
    found = found[found["n"] > 0]
    if found.empty:
        return None, found
    whole = rows_of(metric.measure(context.tables, filters=context.filters))[0]
    delta = band_of(whole.value)
    judged = against_the_rest(found["k"], found["n"], delta=delta, gate=metric.kind.gate)
    found = with_verdicts(found.rename(columns={dimension: "group"}), judged)
    found = found.sort_values(["enough", "value"], ascending=False, kind="stable")
    # Whoever differs is shown whatever the number of deals; what room is left goes to those with most deals.
    differs = found["verdict"].isin([Verdict.BETTER.value, Verdict.WORSE.value])
    room = max(ROWS_SHOWN - int(differs.sum()), 0)
    shown = found[differs | found.index.isin(found[~differs].nlargest(room, "n").index)]
    dots = (whole_dot(whole, metric, context), *(dot_of(row, metric, dimension, context) for row in rows_of(shown)))
    said = context.say(
        REFERENCE, share=percent(whole.value, context.language), band=points(delta, context.language)
    )
    return Forest(dots, float(whole.value), said, delta), found


def _managers_title(found: pd.DataFrame, context: Context) -> str:
    better, worse = proven(found, Verdict.BETTER, context), proven(found, Verdict.WORSE, context)
    if not better and not worse:
        return context.say(NOBODY)
    if len(better) == 1 and len(worse) == 1:
        return context.say(BOTH, better=better[0], worse=worse[0])
    if len(better) + len(worse) == 1:
        return context.say(MORE_OFTEN if better else LESS_OFTEN, who=(better or worse)[0])
    if len(better) + len(worse) <= NAMED_AT_MOST:
        named = [", ".join(names) or context.say(NO_ONE) for names in (better, worse)]
        return context.say(NAMES, better=named[0], worse=named[1])
    return context.say(
        SEVERAL,
        all=counted(len(found), context.language, MANAGERS),
        better=number(len(better), context.language),
        worse=number(len(worse), context.language),
    )


def _channels_title(found: pd.DataFrame, context: Context) -> str:
    better, worse = proven(found, Verdict.BETTER, context), proven(found, Verdict.WORSE, context)
    if better:
        return context.say(CHANNELS_DIFFER, best=better[0])
    return context.say(CHANNELS_WORSE, worst=worse[-1]) if worse else context.say(CHANNELS_SAME)


def _foot(found: pd.DataFrame, context: Context) -> str:
    answers = found["verdict"].value_counts()
    differ = int(answers.get(Verdict.BETTER.value, 0) + answers.get(Verdict.WORSE.value, 0))
    counts = {
        "all": len(found),
        "differ": differ,
        "same": int(answers.get(Verdict.SAME.value, 0)),
        "open": int(answers.get(Verdict.CANNOT_TELL.value, 0)),
        "few": int(answers.get(Verdict.TOO_FEW.value, 0)),
    }
    said = {name: number(n, context.language) for name, n in counts.items()}
    parts = [context.say(FOOT), context.say(FOOT_ANSWERS, **said)]
    if len(found) > ROWS_SHOWN:
        shown, every = (number(n, context.language) for n in (max(ROWS_SHOWN, differ), len(found)))
        parts.append(context.say(FOOT_ROWS, shown=shown, all=every))
    return " ".join([*parts, context.as_of])
