"""Whom to ring up: a random sample of a month's meetings, of the size that the rules call for, manager by manager.

The draw is a function of the frame (the meetings of the month in a settled order) and of a seed that follows from
the year, the month and the manager's name, so anybody can repeat it. Checks beyond the sample go where records
raise most questions; being chosen, not drawn, they never enter the estimate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from types import MappingProxyType
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.filters import Filters
from ..metrics.meeting_questions import marks_of
from ..model.panel import Drill, Listing, ListRow, Panel, Pick
from ..model.period import Period
from ..model.text import Text
from ..statistics.audit import draw, frame_hash, number_of, size
from ..statistics.peers import shared_out
from ..text.dates import month_of_year
from ..text.numbers import number, percent
from ..text.plural import CALLS, counted
from .context import Context
from .missing import missing_panel, nothing_panel
from .questioned import measured, scores

MONTHS_OFFERED: Final = 12
NAME: Final = Text(ru="Обзвон по выборке", en="Ring-round by sample", bg="Обзвъняване по извадка")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, скольким клиентам и каким позвонить, чтобы проверить записи о встречах.",
    en="You would see how many clients to ring, and which, to check the records of meetings.",
    bg="Тук ще се вижда на колко и кои клиенти да се звънне, за да се проверят записите за срещи.",
)
MONTH: Final = Text(ru="Встречи за", en="Meetings of", bg="Срещи за")
TITLE: Final = Text(
    ru="{calls} по случайной выборке проверят встречи за {month}",
    en="{calls} by random sample check the meetings of {month}",
    bg="{calls} по случайна извадка проверяват срещите за {month}",
)
SUBTITLE: Final = Text(
    ru="Встречи месяца по менеджерам и сколько из них проверить: если не подтвердились бы {rate} или больше, "
    "выборка найдёт хотя бы одну с надёжностью {confidence}. Все фильтры, кроме месяца, не действуют",
    en="The month's meetings by manager and how many to check: if {rate} or more would not be confirmed, the "
    "sample finds at least one with a confidence of {confidence}. No filter but the month applies",
    bg="Срещите за месеца по мениджъри и колко от тях да се проверят: ако {rate} или повече не биха се потвърдили, "
    "извадката намира поне една с надеждност {confidence}. Никой филтър освен месеца не важи",
)
FOOT: Final = Text(
    ru="Жребий повторим: SHA-256 списка встреч {hash}, зерно [год, месяц, число менеджера]. Запас идёт по "
    "порядку, когда клиента нет на связи. Проверки сверх выборки назначены по числу вопросов к записям и в "
    "оценку не входят.",
    en="The draw can be repeated: SHA-256 of the list of meetings {hash}, seed [year, month, the manager's "
    "number]. The reserve is used in its order when a client cannot be reached. Checks beyond the sample go by "
    "the number of questions and stay out of the estimate.",
    bg="Тегленето е повторимо: SHA-256 на списъка със срещи {hash}, зърно [година, месец, числото на "
    "мениджъра]. Резервът се ползва по ред, когато клиентът не е открит. Проверките извън извадката са по броя "
    "въпроси и не влизат в оценката.",
)
HEADS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Встреч за месяц", en="Meetings in the month", bg="Срещи за месеца"),
    Text(ru="Позвонить", en="To ring", bg="За обаждане"),
    Text(ru="Запас", en="Reserve", bg="Резерв"),
    Text(ru="Сверх выборки", en="Beyond the sample", bg="Извън извадката"),
    Text(ru="Зерно", en="Seed", bg="Зърно"),
)


@dataclass(frozen=True, slots=True)
class Stratum:
    """The meetings of one manager: how many there are, how many are drawn, and the seed of the draw."""

    manager: str
    meetings: int
    sample: int
    reserve: int
    top_up: int
    seed: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class RingPlan:
    """What is settled before anything is drawn. `frame` has manager, client, contact_id, held_at and `_key`."""

    month: Period
    sample_id: str
    frame_hash: str
    strata: tuple[Stratum, ...]
    frame: pd.DataFrame

    @property
    def settled(self) -> dict[str, object]:
        """What is written down before the draw, so that nobody can draw again until the result suits."""
        return {
            "frame_hash": self.frame_hash,
            "strata": [
                {"manager": one.manager, "meetings": one.meetings, "sample": one.sample, "seed": list(one.seed)}
                for one in self.strata
            ],
        }


def sample_panel(context: Context) -> Panel:
    """Return how many meetings of a month to check, manager by manager, with the seed and the hash of the draw."""
    key, title = "records.sample", context.say(NAME)
    absent = missing_panel(key, title, METRICS["meetings_usual_number"], WOULD_SHOW, context)
    if absent:
        return absent
    pick = month_pick(context)
    plan = ring_plan(context, Period.month(pick.chosen))
    if not plan.strata:
        return replace(nothing_panel(key, title, context), choices=(pick,))
    language = context.language
    columns = context.columns(HEADS, right=range(1, len(HEADS)))
    rows = tuple(
        ListRow(
            (
                one.manager,
                *(number(n, language) for n in (one.meetings, one.sample, one.reserve, one.top_up)),
                str(list(one.seed)),
            ),
            Drill(
                "meetings_usual_number",
                MappingProxyType({"manager": one.manager}),
                "n",
                plan.month,
                unfiltered=True,
            ),
        )
        for one in plan.strata
    )
    calls = counted(sum(one.sample for one in plan.strata), language, CALLS)
    title = context.say(TITLE, calls=calls, month=dict(pick.options)[pick.chosen])
    subtitle = context.say(
        SUBTITLE,
        rate=percent(context.rule("ring_rate"), language),
        confidence=percent(context.rule("ring_confidence"), language),
    )
    foot = f"{context.say(FOOT, hash=plan.frame_hash[:16])} {context.as_of}"
    return Panel(key, title, subtitle, Listing(columns, rows), foot, choices=(pick,))


def month_pick(context: Context) -> Pick:
    """Return the choice of the month: the last twelve, at first the last one that is over."""
    first = context.today.replace(day=1)
    months = [first]
    while len(months) < MONTHS_OFFERED:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    over = first if context.today == _last_of(first) else months[1]
    options = tuple((f"{month:%Y-%m}", month_of_year(month, context.language)) for month in months)
    return context.pick("ring_month", context.say(MONTH), options, f"{over:%Y-%m}")


def ring_plan(context: Context, month: Period) -> RingPlan:
    """Return what is to be checked of the meetings of a month, whatever the filters of the page."""
    first = month.start or context.today
    found = METRICS["meetings_usual_number"].rows(context.tables, Filters(month))
    if "contact_id" not in found:
        found = found.assign(contact_id=None)
    found = found.assign(client=found.get("client"))
    frame = found[["manager", "client", "contact_id", "held_at", "_key"]].sort_values(
        ["manager", "held_at", "_key"], ignore_index=True
    )
    told = zip(frame["manager"], frame["held_at"], frame["client"], frame["_key"], strict=True)
    lines = ["\t".join(map(str, line)) for line in told]
    digest = frame_hash(lines)
    counts = frame.groupby("manager", sort=True).size()
    asked = scores(measured(context, Filters())).reindex(counts.index).fillna(0.0)
    extra = shared_out(round(context.rule("ring_top_up")), asked.to_numpy())
    strata = []
    for place, (manager, meetings) in enumerate(counts.items()):
        n = size(int(meetings), context.rule("ring_rate"), context.rule("ring_confidence"))
        reserve = min(ceil(n * context.rule("ring_reserve")), int(meetings) - n)
        top_up = min(int(extra[place]), int(meetings) - n - reserve)
        seed = (first.year, first.month, number_of(str(manager)))
        strata.append(Stratum(str(manager), int(meetings), n, reserve, top_up, seed))
    return RingPlan(month, f"{first:%Y-%m}-{digest[:8]}", digest, tuple(strata), frame)


def drawn(plan: RingPlan, context: Context) -> pd.DataFrame:
    """Draw, and return the records to check in the order of ringing: the columns of `ring_checks` but the answers.

    Of each manager the sample comes first, then the reserve, then those beyond the sample: the records with most
    questions among the ones that were not drawn.
    """
    marks = marks_of(context.tables, plan.month).set_index("_key")["marks"]
    parts = []
    for one in plan.strata:
        own = plan.frame[plan.frame["manager"] == one.manager].reset_index(drop=True)
        told = draw(own["_key"].tolist(), one.seed, one.sample, one.reserve)
        left = own.drop([*told.sample, *told.reserve])
        left = left.assign(marks=left["_key"].map(marks).fillna(0)).sort_values(
            "marks", ascending=False, kind="stable"
        )
        for part, rows in (
            ("sample", own.loc[list(told.sample)]),
            ("reserve", own.loc[list(told.reserve)]),
            ("top_up", left.head(one.top_up)),
        ):
            parts.append(rows.assign(part=part, frame_size=float(one.meetings)))
    names = ["sample_id", "part", "contact_id", "client", "manager", "held_at", "frame_size"]
    every = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=names)
    # Where no file brought a number of its own, the key of the row tells the contact.
    ids = every["contact_id"].where(every["contact_id"].notna(), every.get("_key"))
    return every.assign(sample_id=plan.sample_id, contact_id=ids)[names]


def _last_of(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
