"""What the funnel rests on: recorded history, history inferred from uploads, or the present stage alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from ..metrics import METRICS
from ..metrics.listing import uploads_behind_stages
from ..model.panel import Drill, Listing, ListRow, Panel
from ..model.text import Text
from ..text.numbers import number, percent
from ..text.plural import DEALS, counted
from .context import BY_CREATION, Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

KEY: Final = "funnel.path"
NAME: Final = Text(ru="На чём держится воронка", en="What the funnel rests on", bg="На какво се крепи фунията")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, у скольких сделок пройденные стадии записаны, а у скольких лишь предполагаются.",
    en="You would see for how many deals the stages they passed are on record, and for how many merely assumed.",
    bg="Тук ще се вижда при колко сделки изминатите етапи са записани и при колко само се предполагат.",
)
TITLE: Final = Text(
    ru="История стадий известна у {share} сделок",
    en="The way through the stages is known for {share} of deals",
    bg="Пътят през етапите е известен при {share} от сделките",
)
NOTHING_KNOWN: Final = Text(
    ru="Истории стадий в данных нет: путь сделок предполагается",
    en="The data hold no stage log: the way of the deals is assumed",
    bg="В данните няма история на етапите: пътят на сделките се предполага",
)
SUBTITLE: Final = Text(ru="Сделки, {date}, {period}", en="Deals, {date}, {period}", bg="Сделки, {date}, {period}")
COLUMNS: Final = (
    Text(ru="Что известно", en="What is known", bg="Какво е известно"),
    Text(ru="Сделок", en="Deals", bg="Сделки"),
    Text(ru="Доля", en="Share", bg="Дял"),
    Text(ru="Как посчитано", en="How they are counted", bg="Как се броят"),
)
KINDS: Final = {
    "recorded": (
        Text(ru="История в файле", en="Stage log in a file", bg="История във файл"),
        Text(
            ru="до самой дальней записанной стадии",
            en="up to the furthest stage on record",
            bg="до най-далечния записан етап",
        ),
    ),
    "inferred": (
        Text(ru="Выведено из загрузок", en="Inferred from uploads", bg="Изведено от качванията"),
        Text(
            ru="до самой дальней стадии, которую показали загрузки: {uploads}",
            en="up to the furthest stage that the uploads showed: {uploads}",
            bg="до най-далечния етап, който качванията показаха: {uploads}",
        ),
    ),
    "present": (
        Text(ru="Только одна стадия", en="One stage only", bg="Само един етап"),
        Text(
            ru="считаем, что пройдены все стадии до нынешней, до стадии отказа или до договора",
            en="taken to have passed all stages before the present one, the refusal or the contract",
            bg="приемаме, че са изминати всички етапи преди сегашния, отказа или договора",
        ),
    ),
    "nothing": (
        Text(ru="Стадия неизвестна", en="Stage unknown", bg="Етапът е неизвестен"),
        Text(
            ru="видны только на первой стадии",
            en="shown at the first stage only",
            bg="виждат се само на първия етап",
        ),
    ),
}
JUMPS: Final = {
    "stage_skipped": (
        Text(ru="Пропустили стадию", en="Skipped a stage", bg="Прескочили етап"),
        Text(
            ru="пропущенная стадия считается пройденной",
            en="the skipped stage counts as passed",
            bg="прескоченият етап се смята за изминат",
        ),
    ),
    "stage_returned": (
        Text(ru="Вернулись назад", en="Came back", bg="Върнали се назад"),
        Text(
            ru="возврат ничего не отнимает, стадия считается один раз",
            en="coming back takes nothing away, a stage counts once",
            bg="връщането не отнема нищо, етапът се брои веднъж",
        ),
    ),
}
FOOT: Final = Text(
    ru="Первые строки в сумме дают все сделки; пропуски и возвраты видны только там, где есть история.",
    en="The first rows add up to all deals; skips and returns show only where there is a log.",
    bg="Първите редове заедно дават всички сделки; прескачания и връщания се виждат само където има история.",
)
SENTENCE_JUMPS: Final = Text(
    ru="Стадия пропущена и считается пройденной: {skipped}; вернулись на прежнюю стадию: {returned}.",
    en="A stage was skipped and counts as passed: {skipped}; came back to an earlier stage: {returned}.",
    bg="Прескочен етап, смятан за изминат: {skipped}; върнати на по-ранен етап: {returned}.",
)
SENTENCE_INFERRED: Final = Text(
    ru="Стадии выведены из отличий между загрузками ({uploads}): {deals}.",
    en="Stages inferred from what uploads differ in ({uploads}): {deals}.",
    bg="Етапи, изведени от разликите между качванията ({uploads}): {deals}.",
)
SENTENCE_PRESENT: Final = Text(
    ru="Известна только одна стадия, все стадии до неё считаются пройденными: {deals}.",
    en="Only one stage is known, and all before it count as passed: {deals}.",
    bg="Известен е само един етап и всички преди него се смятат за изминати: {deals}.",
)
UPLOADS: Final = Text(ru="№ {numbers}", en="no. {numbers}", bg="№ {numbers}")
SHOWN_UPLOADS: Final = 6
AND_MORE: Final = Text(ru="{first} … {last}", en="{first} … {last}", bg="{first} … {last}")


def path_panel(context: Context) -> Panel:
    """Return how many deals have their stages on record, inferred or assumed, and how many skipped or came back."""
    title, metric = context.say(NAME), METRICS["stage_history"]
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = {row.history: row for row in _history(context)}
    if not found:
        return nothing_panel(KEY, title, context)
    n = next(iter(found.values())).n
    rows = [
        _row("stage_history", found[kind].k, n, texts, context, kind)
        for kind, texts in KINDS.items()
        if kind in found
    ]
    known = sum(found[kind].k for kind in ("recorded", "inferred") if kind in found)
    if known:
        rows += [_row(key, _of(key, context).k, known, texts, context) for key, texts in JUMPS.items()]
    said = context.say(TITLE, share=percent(known / n, context.language)) if known else context.say(NOTHING_KNOWN)
    return Panel(
        key=KEY,
        title=said,
        subtitle=context.say(SUBTITLE, date=context.say(BY_CREATION), period=context.period),
        picture=Listing(context.columns(COLUMNS, right=(1, 2), wide=3), tuple(rows)),
        foot=f"{context.say(FOOT)} {context.as_of}",
    )


def path_sentences(context: Context) -> list[str]:
    """Return what the foot of the funnel says about skipped stages, returns, and what was inferred or assumed."""
    found = {row.history: int(row.k) for row in _history(context)}
    said = []
    if found.get("recorded", 0) + found.get("inferred", 0):
        skipped, returned = (_deals(_of(key, context).k, context) for key in JUMPS)
        said.append(context.say(SENTENCE_JUMPS, skipped=skipped, returned=returned))
    if "inferred" in found:
        deals = _deals(found["inferred"], context)
        said.append(context.say(SENTENCE_INFERRED, uploads=_uploads(context), deals=deals))
    if "present" in found:
        said.append(context.say(SENTENCE_PRESENT, deals=_deals(found["present"], context)))
    return said


def _history(context: Context) -> list[Any]:
    return rows_of(METRICS["stage_history"].measure(context.tables, filters=context.filters))


def _of(key: str, context: Context) -> Any:
    return rows_of(METRICS[key].measure(context.tables, filters=context.filters))[0]


def _row(key: str, k: float, n: float, texts: tuple[Text, Text], context: Context, kind: str = "") -> ListRow:
    uploads = _uploads(context) if kind == "inferred" else ""
    cells = (
        context.say(texts[0]),
        number(k, context.language),
        percent(k / n, context.language),
        context.say(texts[1], uploads=uploads),
    )
    return ListRow(cells, Drill(key, MappingProxyType({"history": kind} if kind else {}), "k"))


def _uploads(context: Context) -> str:
    found = uploads_behind_stages(context.tables)
    named = [number(one, context.language) for one in found]
    if len(named) > SHOWN_UPLOADS:
        named = [context.say(AND_MORE, first=", ".join(named[:2]), last=named[-1])]
    return context.say(UPLOADS, numbers=", ".join(named))


def _deals(count: float, context: Context) -> str:
    return counted(int(count), context.language, DEALS)
