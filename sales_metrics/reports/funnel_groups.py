"""At which step each manager, team or channel loses: the steps of every group against those of the rest.

The module is longer than most because every sentence stands in three languages beside the verdict that it words.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.declaration import Metric
from ..metrics.listing import stages_of
from ..model.panel import Choice, Drill, Multiples, Panel, Small, SmallBar, Verdict
from ..model.text import Text
from ..statistics.comparison import against_the_rest
from ..text.numbers import money, money_scale, number, percent, points, quoted
from ..text.plural import DEALS, counted
from .context import BY_CLOSING, BY_CREATION, Context
from .funnel_by import CLOSING, date_pick, stage_name
from .missing import missing_panel, nothing_panel
from .rates import BLANK, name_of
from .shares import roughly, rows_of, share_of, share_text, verdict_text, with_verdicts

KEY: Final = "funnel.groups"
SHOWN: Final = 12
NAME: Final = Text(ru="Где кто теряет сделки", en="Where each loses deals", bg="Къде кой губи сделки")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, на какой стадии теряет сделки каждый менеджер, команда или канал.",
    en="You would see at which stage each manager, team or channel loses deals.",
    bg="Тук ще се вижда на кой етап губи сделки всеки мениджър, екип или канал.",
)
BY: Final = Text(ru="По кому сравнивать", en="Compare by", bg="Сравняване по")
DIMENSIONS: Final = {
    "manager": Text(ru="менеджерам", en="manager", bg="мениджъри"),
    "team": Text(ru="командам", en="team", bg="екипи"),
    "channel": Text(ru="каналам", en="channel", bg="канали"),
    "segment": Text(ru="сегментам", en="segment", bg="сегменти"),
    "region": Text(ru="регионам", en="region", bg="региони"),
    "product_group": Text(ru="группам товаров", en="product group", bg="продуктови групи"),
}
ONE_LOSES: Final = Text(
    ru="{who} теряет на стадии {stage}: дальше идут {share}, у остальных {rest}",
    en="{who} loses at {stage}: {share} go on, {rest} with the rest",
    bg="{who} губи на етап {stage}: продължават {share}, при останалите {rest}",
)
ONE_GAINS: Final = Text(
    ru="{who} сильнее на стадии {stage}: дальше идут {share}, у остальных {rest}",
    en="{who} is stronger at {stage}: {share} go on, {rest} with the rest",
    bg="{who} е по-силен на етап {stage}: продължават {share}, при останалите {rest}",
)
SEVERAL: Final = Text(
    ru="Из {all} доказанно теряют на какой-то стадии: {worse}; сильнее остальных: {better}",
    en="Of {all}, proven to lose at some stage: {worse}; stronger than the rest: {better}",
    bg="От {all} доказано губят на някой етап: {worse}; по-силни от останалите: {better}",
)
NO_ONE: Final = Text(ru="никто", en="nobody", bg="никой")
NAMED_AT_MOST: Final = 2
NOBODY: Final = Text(
    ru="Ни на одной стадии никто доказанно не отличается от остальных",
    en="At no stage is anybody proven to differ from the rest",
    bg="На нито един етап за никого не е доказано, че се различава от останалите",
)
SUBTITLE: Final = Text(
    ru="Прошли дальше из сделок, покинувших стадию, {date}, {period}",
    en="Went on, of the deals that left the stage, {date}, {period}",
    bg="Продължили от сделките, напуснали етапа, {date}, {period}",
)
SUBTITLE_CLOSED: Final = Text(
    ru="Прошли дальше из закрытых сделок, дошедших до стадии, {date}, {period}",
    en="Went on, of the closed deals that reached the stage, {date}, {period}",
    bg="Продължили от приключените сделки, достигнали етапа, {date}, {period}",
)
LOSES: Final = Text(
    ru="теряет на стадии {stage}: {share} против {rest} у остальных",
    en="loses at {stage}: {share} against {rest}",
    bg="губи на етап {stage}: {share} срещу {rest}",
)
GAINS: Final = Text(
    ru="сильнее на стадии {stage}: {share} против {rest} у остальных",
    en="stronger at {stage}: {share} against {rest}",
    bg="по-силно на етап {stage}: {share} срещу {rest}",
)
ALIKE: Final = Text(
    ru="на всех стадиях как у остальных", en="like the rest at every stage", bg="на всички етапи като останалите"
)
OPEN: Final = Text(
    ru="пока не видно; на стадии {stage} нужно ещё {n} сделок",
    en="cannot tell yet; at {stage} {n} more deals would",
    bg="още не личи; на етап {stage} са нужни още {n} сделки",
)
FEW: Final = Text(ru="мало сделок, судить рано", en="too few deals to judge", bg="малко сделки, рано е да се съди")
ASIDE: Final = Text(ru="{deals} · {money}", en="{deals} · {money}", bg="{deals} · {money}")
FOOT: Final = Text(
    ru="Шкала у всех от 0 до 100 %, черта: остальные вместе. ▼ и ▲ отличаются доказанно, с поправкой на все "
    "{pairs} сравнений; различие до ±{band} считается тем же самым.",
    en="The scale runs from 0 to 100% for all, the tick is the rest together. ▼ and ▲ are proven to differ, "
    "corrected for all {pairs} comparisons; a difference within ±{band} is the same.",
    bg="Скалата при всички е от 0 до 100%, чертата са останалите заедно. ▼ и ▲ се различават доказано, с поправка "
    "за всичките {pairs} сравнения; разлика до ±{band} е същото.",
)
FOOT_LOST: Final = Text(
    ru="Стадия отказа не записана у {deals}: они отнесены к первой стадии.",
    en="No stage of refusal is on record for {deals}: these are put to the first stage.",
    bg="Етапът на отказа не е записан при {deals}: те са отнесени към първия етап.",
)
FOOT_SHOWN: Final = Text(
    ru="Показаны {shown} из {all}: сначала отличающиеся, затем с наибольшим числом сделок.",
    en="Shown are {shown} of {all}: those that differ, then those with most deals.",
    bg="Показани са {shown} от {all}: първо различните, после тези с най-много сделки.",
)


def groups_panel(context: Context) -> Panel:
    """Return the steps of each group, compared with the same steps of all others together."""
    date = date_pick("funnel.groups_date", CLOSING, context)
    closing = date is not None and date.chosen == CLOSING
    passed = METRICS["closed_stage_passed" if closing else "stage_passed"]
    title = context.say(NAME)
    absent = missing_panel(KEY, title, passed, WOULD_SHOW, context)
    if absent:
        return absent
    there = passed.breakdowns_in(context.tables)
    options = tuple((name, context.say(text)) for name, text in DIMENSIONS.items() if name in there)
    if not options:
        return nothing_panel(KEY, title, context)
    by = context.pick("funnel.by", context.say(BY), options, options[0][0])
    choices: tuple[Choice, ...] = (by, *([date] if date else []))
    found = _compared(passed, by.chosen, context)
    if found.empty:
        return replace(nothing_panel(KEY, title, context), choices=choices)
    shown = _shown(found)
    reached = METRICS["closed_stage_reached" if closing else "stage_reached"]
    picture = _picture(shown, passed, reached, by.chosen, context)
    subtitle = context.say(
        SUBTITLE_CLOSED if closing else SUBTITLE,
        date=context.say(BY_CLOSING if closing else BY_CREATION),
        period=context.period,
    )
    return Panel(KEY, _title(found, context), subtitle, picture, _foot(found, shown, context), choices)


def _compared(metric: Metric, dimension: str, context: Context) -> pd.DataFrame:
    """Return a row per group and stage with its verdict; all groups are compared, also those that are not shown."""
    found = metric.measure(context.tables, by=(dimension,), filters=context.filters)
    found = found[found["n"] > 0].reset_index(drop=True)
    if found.empty:
        return found
    judged = against_the_rest(
        found["k"],
        found["n"],
        delta=context.rule("practical_difference"),
        gate=metric.kind.gate,
        within=found["stage"].astype(str),
    )
    named = found[dimension].astype(object).where(found[dimension].notna(), None)
    return with_verdicts(found, judged).assign(
        group=named, rest=judged["rest"].to_numpy(), difference=judged["difference"].to_numpy()
    )


def _shown(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the groups that there is room for: whoever differs, worst first, then the largest."""
    proven = found["verdict"].isin([Verdict.WORSE.value, Verdict.BETTER.value])
    by = found["group"].map(_code)
    worst = found["difference"].where(found["verdict"] == Verdict.WORSE.value, 0.0).groupby(by).min()
    order = pd.DataFrame({"differs": proven.groupby(by).any(), "worst": worst, "n": found["n"].groupby(by).max()})
    order = order.sort_values(["differs", "worst", "n"], ascending=[False, True, False], kind="stable")
    kept = {name: at for at, name in enumerate(order.index[:SHOWN])}
    rows = found.assign(place=by.map(kept)).dropna(subset="place")
    return rows.sort_values("place", kind="stable")


def _code(name: object) -> tuple[bool, str]:
    return (name is None, str(name or ""))


def _picture(shown: pd.DataFrame, passed: Metric, reached: Metric, dimension: str, context: Context) -> Multiples:
    stages = [place.stage for place in stages_of(context.tables) if place.stage in set(shown["stage"])]
    worth = _worth(reached, dimension, context)
    groups = []
    for _, rows in shown.groupby("place", sort=True):
        known = {row.stage: row for row in rows_of(rows)}
        name = next(iter(known.values())).group
        bars = tuple(_bar(known[stage], passed, dimension, context) if stage in known else None for stage in stages)
        note, verdict = _note(list(known.values()), context)
        label = name_of(name, context)
        groups.append(Small(label, note, verdict, bars, worth.get(_code(name), "")))
    return Multiples(tuple(stage_name(stage, context) for stage in stages), tuple(groups))


def _bar(row: Any, metric: Metric, dimension: str, context: Context) -> SmallBar:
    share, verdict = share_of(row), Verdict(row.verdict)
    return SmallBar(
        share=share,
        reference=None if pd.isna(row.rest) else float(row.rest),
        text=share_text(share, context.language),
        verdict=verdict,
        verdict_text=verdict_text(verdict, row.needed, context.language),
        drill=Drill(metric.key, MappingProxyType({dimension: row.group, "stage": row.stage})),
    )


def _worth(metric: Metric, dimension: str, context: Context) -> dict[tuple[bool, str], str]:
    """Return per group how many deals it has and what they are worth: all stand at the first stage."""
    found = metric.measure(context.tables, by=(dimension,), filters=context.filters)
    if found.empty:
        return {}
    first = found.loc[found.groupby(dimension, dropna=False)["total"].idxmax()]
    scale = money_scale(float(first["amount"].abs().max()))
    said = {}
    for row in rows_of(first.rename(columns={dimension: "group"})):
        deals = counted(int(row.total), context.language, DEALS)
        amount = money(row.amount, context.language, context.currency, scale=scale) if row.amount else ""
        name = None if pd.isna(row.group) else row.group
        said[_code(name)] = context.say(ASIDE, deals=deals, money=amount) if amount else deals
    return said


def _note(rows: list[Any], context: Context) -> tuple[str, Verdict]:
    """Return the sentence about one group, by its weakest proven stage, or why there is none."""
    for verdict, text in ((Verdict.WORSE, LOSES), (Verdict.BETTER, GAINS)):
        proven = [row for row in rows if row.verdict == verdict.value]
        if proven:
            row = max(proven, key=lambda row: abs(row.difference))
            return context.say(text, **_parts(row, context)), verdict
    untold = [row for row in rows if row.verdict == Verdict.CANNOT_TELL.value]
    if untold:
        row = min(untold, key=lambda row: row.difference)
        more = "" if pd.isna(row.needed) else roughly(row.needed, context.language)
        return context.say(OPEN, stage=_stage(row, context), n=more), Verdict.CANNOT_TELL
    if any(row.verdict == Verdict.SAME.value for row in rows):
        return context.say(ALIKE), Verdict.SAME
    return context.say(FEW), Verdict.TOO_FEW


def _stage(row: Any, context: Context) -> str:
    return quoted(stage_name(row.stage, context), context.language)


def _parts(row: Any, context: Context) -> dict[str, str]:
    share, rest = (percent(value, context.language) for value in (row.value, row.rest))
    return {"stage": _stage(row, context), "share": share, "rest": rest}


def _title(found: pd.DataFrame, context: Context) -> str:
    proven = {verdict: found[found["verdict"] == verdict.value] for verdict in (Verdict.WORSE, Verdict.BETTER)}
    worse, better = (
        len({_code(name) for name in proven[verdict]["group"]}) for verdict in (Verdict.WORSE, Verdict.BETTER)
    )
    if not worse and not better:
        return context.say(NOBODY)
    if worse + better == 1 or (worse == 1 and not better):
        rows = rows_of(proven[Verdict.WORSE] if worse else proven[Verdict.BETTER])
        row = max(rows, key=lambda row: abs(row.difference))
        who = name_of(row.group, context)
        return context.say(ONE_LOSES if worse else ONE_GAINS, who=who, **_parts(row, context))
    everybody = number(len({_code(name) for name in found["group"]}), context.language)
    named = [_named(proven[verdict], context) for verdict in (Verdict.WORSE, Verdict.BETTER)]
    return context.say(SEVERAL, all=everybody, worse=named[0], better=named[1])


def _named(proven: pd.DataFrame, context: Context) -> str:
    """Return the groups by name where they are few, else how many there are."""
    groups = dict.fromkeys(_code(name) for name in proven["group"])
    names = [context.say(BLANK) if blank else name for blank, name in groups]
    if len(names) > NAMED_AT_MOST:
        return number(len(names), context.language)
    return ", ".join(names) or context.say(NO_ONE)


def _foot(found: pd.DataFrame, shown: pd.DataFrame, context: Context) -> str:
    pairs = int((found["verdict"] != Verdict.TOO_FEW.value).sum())
    band = points(context.rule("practical_difference"), context.language)
    parts = [context.say(FOOT, pairs=number(pairs, context.language), band=band)]
    history = rows_of(METRICS["stage_history"].measure(context.tables, filters=context.filters))
    nowhere = sum(int(row.k) for row in history if row.history == "nothing")
    if nowhere:
        parts.append(context.say(FOOT_LOST, deals=counted(nowhere, context.language, DEALS)))
    some, everybody = (len({_code(name) for name in rows["group"]}) for rows in (shown, found))
    if some < everybody:
        counts = {"shown": some, "all": everybody}
        parts.append(context.say(FOOT_SHOWN, **{name: number(n, context.language) for name, n in counts.items()}))
    return " ".join([*parts, context.as_of])
