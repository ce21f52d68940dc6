"""What the heads wrote down beside the actions: control figures of teams and regions, and the four sides.

No chance is in it but for why an action is late. Figures are in euro, shares from 0 to 1.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from ..model.text import Language, Text
from . import phrases, wording
from .cast import HEADS, TEAMS
from .days import END, generator
from .places import areas

_MEASURES: Final = {
    "revenue": Text(ru="Выручка", en="Revenue", bg="Приходи"),
    "win_rate": Text(ru="Доля выигранных сделок", en="Win rate", bg="Дял на спечелените сделки"),
    "sales": Text(ru="Продаж на клиента", en="Sales per client", bg="Продажби на клиент"),
    "coverage": Text(ru="Охват опросами", en="Survey coverage", bg="Обхват на анкетите"),
    "dealers": Text(ru="Подписано дилеров", en="Dealers signed", bg="Подписани дилъри"),
}
_FIGURES: Final = (
    ("revenue", "north", None, "2026-06-30", 3_300_000.0, None),
    ("revenue", "north", None, "2026-09-30", 5_200_000.0, None),
    ("revenue", "north", None, "2026-12-31", 7_000_000.0, None),
    ("revenue", "south", None, "2026-06-30", 1_900_000.0, None),
    ("revenue", "south", None, "2026-09-30", 2_800_000.0, None),
    ("revenue", "south", None, "2026-12-31", 4_000_000.0, None),
    ("win_rate", None, 3, "2026-09-30", 0.35, None),
    ("win_rate", None, 3, "2026-12-31", 0.38, None),
    ("sales", None, 4, "2026-12-31", 3.5, None),
    ("coverage", None, None, "2026-09-30", 0.9, None),
    ("dealers", None, 4, "2026-09-30", 3.0, 2.0),
    ("dealers", None, 4, "2026-12-31", 5.0, None),
)
"""Measure, team, the area whose region it is, the day, the figure, and what was typed in."""
_SIDES: Final = (
    (
        "strength",
        Text(ru="отгрузка со склада за день", en="delivery from stock in a day", bg="доставка от склад за ден"),
        None,
    ),
    (
        "strength",
        Text(ru="своя испытательная лаборатория", en="a test laboratory of our own", bg="собствена лаборатория"),
        None,
    ),
    (
        "strength",
        Text(ru="инженер приезжает на пуск", en="an engineer comes to the start-up", bg="инженер идва при пуска"),
        5,
    ),
    (
        "strength",
        Text(ru="довольные заказчики с именем", en="well-known satisfied customers", bg="доволни клиенти с име"),
        4,
    ),
    (
        "weakness",
        Text(
            ru="покупают одну группу товаров",
            en="clients buy a single product group",
            bg="клиентите купуват една група",
        ),
        0,
    ),
    (
        "weakness",
        Text(ru="договоры на один заказ", en="contracts for one order at a time", bg="договори за една поръчка"),
        3,
    ),
    ("weakness", Text(ru="опрашиваем не всех", en="not everybody is surveyed", bg="не анкетираме всички"), None),
    (
        "chance",
        Text(
            ru="склады клиентов стоят без учёта",
            en="clients' stores are not kept in order",
            bg="складовете на клиентите не се водят",
        ),
        1,
    ),
    ("chance", Text(ru="тендеры следующего года", en="next year's tenders", bg="търговете догодина"), 6),
    (
        "chance",
        Text(ru="дилеры в соседних областях", en="dealers in the next counties", bg="дилъри в съседните области"),
        None,
    ),
    ("chance", Text(ru="ремонт старых линий", en="repair of old lines", bg="ремонт на стари линии"), None),
    (
        "risk",
        Text(
            ru="треть выручки у одного клиента",
            en="a third of the revenue with one client",
            bg="една трета от приходите от един клиент",
        ),
        2,
    ),
    (
        "risk",
        Text(
            ru="уход старшего менеджера с базой",
            en="a senior manager leaves with the contacts",
            bg="старши мениджър си тръгва с базата",
        ),
        None,
    ),
    (
        "risk",
        Text(
            ru="новый прайс отпугнул клиентов",
            en="the new price list frightens clients off",
            bg="новата ценова листа отблъсква клиенти",
        ),
        None,
    ),
    (
        "risk",
        Text(ru="нет резервной копии базы", en="no backup of the client base", bg="няма резервно копие на базата"),
        None,
    ),
)
"""Side, point, and the number of the action that answers it. A fourth weakness is still to be found."""


def control_figures(language: Language) -> pd.DataFrame:
    """Return the figures to be reached by teams and regions, those to come included."""
    rows = pd.DataFrame(_FIGURES, columns=["measure", "team", "area", "due_on", "target", "fact"])
    regions = {at: region for at, (region, _, _) in enumerate(areas(language))}
    heads = {team: name.in_(language) for team, name in HEADS.items()}
    money = rows["measure"] == "revenue"
    return pd.DataFrame(
        {
            "measure": wording.spoken(rows["measure"], _MEASURES, language),
            "due_on": wording.dates(rows["due_on"]),
            "target": rows["target"].where(~money, wording.money(rows["target"], language)),
            "team": wording.spoken(rows["team"], TEAMS, language),
            "region": rows["area"].map(regions).astype("str"),
            "fact": rows["fact"].astype("float64"),
            "responsible": rows["team"].map(heads).astype("str"),
        }
    )


def plan_points(language: Language) -> pd.DataFrame:
    """Return the points of the exercise with the actions that answer them, in the words of the plans."""
    answers = pd.Series([-1 if answer is None else answer for _, _, answer in _SIDES])
    return pd.DataFrame(
        {
            "side": pd.Series([side for side, _, _ in _SIDES], dtype="str"),
            "point": pd.Series([point.in_(language) for _, point, _ in _SIDES], dtype="str"),
            "action": wording.listed(answers, phrases.ACTIONS, language),
        }
    )


def reasons_late(actions: pd.DataFrame) -> pd.Series:
    """Return the number of the reason of every action that is postponed or overdue, -1 where none was given."""
    rng = generator(62)
    drawn = pd.Series(rng.choice(len(phrases.LATE) + 1, size=len(actions), p=[0.34, 0.24, 0.14, 0.08, 0.2]))
    due = pd.to_datetime(actions["due_on"]).reset_index(drop=True)
    status = actions["status"].reset_index(drop=True)
    late = (status == "postponed") | ((status != "done") & (due < pd.Timestamp(END)))
    found = drawn.where(late & (drawn < len(phrases.LATE)), -1)
    return found.set_axis(actions.index)
