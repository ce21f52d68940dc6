"""Which clients that were asleep have ordered again, with a contact and without one."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import Any

from ..metrics import METRICS
from ..model.panel import Dot, Drill, Empty, Forest, Panel, Verdict
from ..model.text import Text
from ..statistics.comparison import Comparison, two
from ..text.dates import day
from ..text.numbers import k_of_n, number, percent
from ..text.plural import DAYS, counted
from . import sleeping_words as words
from .attention_waiting import EVER, as_of_today
from .context import Context
from .missing import missing_panel
from .shares import rows_of, share_of, share_text, verdict_of, verdict_text


def back_panel(context: Context) -> Panel:
    """Return how many sleeping clients came back with a contact, against those who did so by themselves."""
    key, metric, title = "sleeping.back", METRICS["reactivated"], context.say(words.BACK_NAME)
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    language, back = context.language, context.rule("reactivation_days")
    start = day(context.today - timedelta(days=int(back)), language)
    days = counted(back, language, DAYS)
    found = {row.touched: row for row in rows_of(metric.measure(context.tables, filters=as_of_today(context)))}
    if not found:
        return Panel(
            key, title, "", Empty(context.say(words.BACK_NOBODY, day=start), context.say(words.WOULD_SHOW))
        )
    compared = None
    if len(found) == 2:
        yes, no = found["yes"], found["no"]
        compared = two(yes.k, yes.n, no.k, no.n, delta=context.rule("practical_difference"))
    dots = tuple(
        _dot(found[touched], label, compared if touched == "yes" else None, context)
        for touched, label in (("yes", words.TOUCHED), ("no", words.LEFT))
        if touched in found
    )
    reference = share_of(found["no"]).value if "no" in found else None
    picture = Forest(dots, reference, percent(reference, language) if reference is not None else "")
    return Panel(
        key=key,
        title=_title(found, compared, context),
        subtitle=context.say(words.BACK_SUBTITLE, day=start, days=days),
        picture=picture,
        foot=f"{context.say(words.BACK_FOOT, day=start)} {context.as_of}",
        advice=(*_extra(found, compared, context), context.say(words.BACK_LOT, days=days)),
    )


def _dot(row: Any, label: Text, compared: Comparison | None, context: Context) -> Dot:
    verdict = verdict_of(compared.answer, compared.difference) if compared else Verdict.NONE
    needed = compared.needed if compared else None
    return Dot(
        label=context.say(label),
        share=share_of(row),
        text=share_text(share_of(row), context.language, interval=True),
        verdict=verdict,
        verdict_text=verdict_text(verdict, needed, context.language) if compared else "",
        drill=Drill("reactivated", MappingProxyType({"touched": str(row.touched)}), "n", EVER),
        apart=compared is None,
    )


def _title(found: dict[str, Any], compared: Comparison | None, context: Context) -> str:
    told = words.BACK_UNKNOWN
    if compared and compared.answer == "same":
        told = words.BACK_SAME
    elif compared and compared.answer == "differs":
        told = words.BACK_MORE if compared.difference > 0 else words.BACK_LESS
    k, n = (sum(getattr(row, part) for row in found.values()) for part in ("k", "n"))
    parts = {"all": k_of_n(k, n, context.language)}
    if compared:
        parts["touched"] = share_text(share_of(found["yes"]), context.language)
        parts["left"] = share_text(share_of(found["no"]), context.language)
    return context.say(told, **parts)


def _extra(found: dict[str, Any], compared: Comparison | None, context: Context) -> tuple[str, ...]:
    """Return what contacts brought back beyond what comes by itself; nothing where too few are on a side."""
    if compared is None or compared.answer == "too_few":
        return ()
    n = float(found["yes"].n)
    parts = {
        name: number(x * n, context.language)
        for name, x in (("extra", compared.difference), ("low", compared.low), ("high", compared.high))
    }
    return (context.say(words.BACK_EXTRA, n=number(n, context.language), **parts),)
