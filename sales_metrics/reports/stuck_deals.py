"""Open deals that have stood for longer than the deals that were won ever had to: the most money first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.filters import Filters
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import counts, money, number, percent
from .context import Context
from .histories import history_said
from .missing import missing_panel
from .rates import BLANK

KEY: Final = "pipeline.stuck"
LISTED: Final = 200
"""More rows than this nobody works through; the rest is said in the foot."""
NAME: Final = Text(ru="Застрявшие сделки", en="Stuck deals", bg="Заседнали сделки")
WOULD_SHOW: Final = Text(
    ru="Здесь будут открытые сделки, которые стоят дольше, чем стояли выигранные, самые крупные сверху.",
    en="You would see the open deals that stand for longer than the won ones did, the largest first.",
    bg="Тук ще са отворените сделки, които стоят по-дълго от спечелените, най-големите отгоре.",
)
TITLE: Final = Text(
    ru="{stuck} открытых сделок на {money} стоят дольше, чем стояли выигранные",
    en="{stuck} open deals worth {money} have stood for longer than the won ones did",
    bg="{stuck} отворени сделки за {money} стоят по-дълго от спечелените",
)
TITLE_COUNT: Final = Text(
    ru="{stuck} открытых сделок стоят дольше, чем стояли выигранные",
    en="{stuck} open deals have stood for longer than the won ones did",
    bg="{stuck} отворени сделки стоят по-дълго от спечелените",
)
NONE: Final = Text(
    ru="Ни одна из открытых сделок ({n}) не стоит дольше, чем стояли выигранные",
    en="None of the {n} open deals has stood for longer than the won ones did",
    bg="Нито една от отворените сделки ({n}) не стои по-дълго от спечелените",
)
TOO_FEW: Final = Text(
    ru="Не с чем сравнить: выигранных сделок меньше {least} или нет открытых",
    en="Nothing to compare with: fewer than {least} deals are won, or none is open",
    bg="Няма с какво да се сравни: спечелените са под {least} или няма отворени",
)
SUBTITLE: Final = Text(
    ru="Открытые сделки на {day}, по убыванию суммы",
    en="Open deals as of {day}, the largest amount first",
    bg="Отворени сделки към {day}, от най-голямата сума",
)
CLIENT: Final = Text(ru="Клиент", en="Client", bg="Клиент")
MANAGER: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")
REASON: Final = Text(ru="Почему в списке", en="Why it is here", bg="Защо е в списъка")
AMOUNT: Final = Text(ru="Сумма", en="Amount", bg="Сума")
IN_STAGE: Final = Text(
    ru="«{stage}» уже {days} дн.; из выигранных {share} прошли за {most}",
    en="{days} days in “{stage}”; {share} of the won ones took {most} at most",
    bg="{days} дни в „{stage}“; {share} от спечелените – до {most}",
)
OF_AGE: Final = Text(
    ru="открыта {days} дн.; {share} выигранных были выиграны за {most}",
    en="open for {days} days; {share} of the won ones were won within {most}",
    bg="отворена от {days} дни; {share} от спечелените са спечелени до {most}",
)
FOOT: Final = Text(
    ru="Порог – срок, в который уложились {share} выигранных сделок; его можно задать. Период слева здесь не "
    "действует.",
    en="The limit is the time that {share} of the won deals kept to; it can be set. The period on the left plays "
    "no part here.",
    bg="Прагът е срокът, в който са се вместили {share} от спечелените сделки; може да се зададе. Периодът отляво "
    "тук не важи.",
)
FOOT_AGE: Final = Text(
    ru="Истории стадий нет, поэтому сравнивается возраст всей сделки.",
    en="There is no history of stages, so the age of the whole deal is compared.",
    bg="Няма история на етапите, затова се сравнява възрастта на цялата сделка.",
)
FOOT_MORE: Final = Text(
    ru="Показаны {shown} из {all}.", en="Shown are {shown} of {all}.", bg="Показани са {shown} от {all}."
)


def stuck_panel(context: Context) -> Panel:
    """Return the stuck deals of today under the filters, whatever the period."""
    metric, title = METRICS["stuck_deals"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    now = replace(context.filters, period=Period())
    whole = metric.measure(context.tables, filters=now).iloc[0]
    if not whole["n"]:
        return Panel(KEY, title, "", Empty(too_few(context), context.say(WOULD_SHOW)))
    rows = _sorted(now, context)
    has_money = float(whole["at_stake"]) > 0
    columns = (
        ListColumn(context.say(CLIENT)),
        ListColumn(context.say(MANAGER)),
        ListColumn(context.say(REASON), wide=True),
        *([ListColumn(context.say(AMOUNT), Align.RIGHT)] if has_money else []),
    )
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    return Panel(
        key=KEY,
        title=_title(whole, context, has_money=has_money),
        subtitle=subtitle,
        picture=Listing(columns, tuple(_row(row, context, has_money=has_money) for row in rows)),
        foot=_foot(int(whole["k"]), context),
    )


def too_few(context: Context) -> str:
    """Return the sentence that says from how many won deals on there is something to compare with."""
    return context.say(TOO_FEW, least=number(context.rule("wins_for_a_limit"), context.language))


def _sorted(now: Filters, context: Context) -> list[Any]:
    """Return the stuck deals, one row each, as records."""
    rows = METRICS["stuck_deals"].rows(context.tables, filters=now, part="k")
    if rows.empty:
        return []
    ordered = rows.sort_values(["_at_stake", "_days"], ascending=False, kind="stable")
    by = _identity(context)
    # Without a number two deals of one client may have begun on one day: they share a line and its rows.
    first = ordered.assign(_at_stake=ordered.groupby(by, dropna=False)["_at_stake"].transform("sum"))
    return list(first.drop_duplicates(by).head(LISTED).to_dict("records"))


def _identity(context: Context) -> list[str]:
    return ["deal_id"] if "deal_id" in context.tables.present("deals") else ["client", "_date"]


def _row(row: Mapping[str, Any], context: Context, *, has_money: bool) -> ListRow:
    language = context.language
    share = percent(context.rule("stuck_beyond"), language)
    days, most = (number(float(row[name]), language) for name in ("_days", "_most"))
    reason = IN_STAGE if row["_in_stage"] else OF_AGE
    stage = _text(row.get("stage"))
    names = [_text(row.get(name)) or context.say(BLANK) for name in ("client", "manager")]
    said = context.say(reason, days=days, most=most, share=share, stage=stage)
    amount = [money(float(row["_at_stake"]), language, context.currency)] if has_money else []
    return ListRow((*names, said, *amount), Drill("stuck_deals", _where(row, context), "k", Period()))


def _where(row: Mapping[str, Any], context: Context) -> Mapping[str, str | None]:
    if _identity(context) == ["deal_id"]:
        return MappingProxyType({"deal_id": _text(row["deal_id"]) or None})
    client = _text(row.get("client")) or None
    return MappingProxyType({"client": client, "day": pd.Timestamp(row["_date"]).date().isoformat()})


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]


def _title(whole: pd.Series[Any], context: Context, *, has_money: bool) -> str:
    if not whole["k"]:
        return context.say(NONE, n=number(float(whole["n"]), context.language))
    stuck = counts(float(whole["k"]), float(whole["n"]), context.language)
    if not has_money:
        return context.say(TITLE_COUNT, stuck=stuck)
    return context.say(
        TITLE, stuck=stuck, money=money(float(whole["at_stake"]), context.language, context.currency)
    )


def _foot(listed: int, context: Context) -> str:
    parts = [context.say(FOOT, share=percent(context.rule("stuck_beyond"), context.language))]
    if listed > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, listed))
        parts.append(context.say(FOOT_MORE, shown=shown, all=every))
    parts.append(history_said("stage_log", context) or context.say(FOOT_AGE))
    return " ".join([*parts, context.as_of])
