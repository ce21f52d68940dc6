"""Panels to draw: the ordinary one of each kind, and those at the ends of what may come."""

from __future__ import annotations

import math
from types import MappingProxyType

from sales_metrics.model.panel import (
    Align,
    Bar,
    Bars,
    Bridge,
    Bullet,
    Bullets,
    Calibration,
    Card,
    Cell,
    Coverage,
    Curve,
    Curves,
    Dot,
    Drill,
    Empty,
    Factor,
    Fan,
    FanPoint,
    Forest,
    Funnel,
    HeatMap,
    HeatRow,
    Level,
    ListColumn,
    Listing,
    ListRow,
    Lorenz,
    Multiples,
    Panel,
    Part,
    Picture,
    Point,
    Portion,
    Product,
    Share,
    Slope,
    Slopes,
    Small,
    SmallBar,
    Span,
    Spread,
    Stated,
    Step,
    Trend,
    Verdict,
    Watched,
    Within,
)

LONG = ("Константинопольский Александр", "Шестьдесятдвабуквыимя", "Преображенская-Рождественская Анна", "Ян")
HOSTILE = "<b>ООО</b> $a$ & %{x}\n<a href='http://example.org'>x</a>"


def panel(picture: Picture) -> Panel:
    return Panel("key", "Title", "Subtitle", picture)


def drill(*name: object) -> Drill:
    return Drill("metric", MappingProxyType({"name": "/".join(map(str, name))}))


def share(k: int, n: int, gate: int = 10) -> Share:
    if n < gate:
        return Share(k, n)
    value = k / n
    half = math.sqrt(value * (1 - value) / n + 1 / n**2)
    return Share(k, n, value, max(0.0, value - half), min(1.0, value + half))


def funnel(counts: tuple[int, ...] = (312, 214, 131, 86, 54, 37), worse: int | None = 1) -> Panel:
    steps = []
    for at, count in enumerate(counts):
        onward = share(counts[at + 1], count) if at < len(counts) - 1 else None
        gone = count - counts[at + 1] if onward else 0
        steps.append(
            Step(
                label=LONG[at % 4] if len(counts) > 6 else f"Стадия {at + 1}",
                count=count,
                money=count * 1e6,
                money_text=f"{count},0\u00a0млн\u00a0₽",
                drill=drill("stage", at),
                onward=onward,
                lost=gone // 2,
                open=gone - gone // 2,
                before=share(171, 231) if onward else None,
                verdict=Verdict.WORSE if at == worse else Verdict.NONE,
                lost_drill=drill("lost", at) if onward else None,
            )
        )
    return panel(Funnel(tuple(steps), MappingProxyType({})))


def forest(rows: int = 7, verdict_text: str = "нельзя сказать, нужно ещё ≈160 сделок") -> Panel:
    cases = (
        (64, 142, Verdict.BETTER),
        (66, 190, Verdict.SAME),
        (21, 58, Verdict.CANNOT_TELL),
        (25, 131, Verdict.WORSE),
        (3, 7, Verdict.TOO_FEW),
    )
    dots = []
    for at in range(rows):
        k, n, verdict = cases[at % 5]
        text = f"{k} из {n} = {round(100 * k / n)}\u00a0%" if n >= 10 else f"{k} из {n}"
        dots.append(
            Dot(LONG[at % 4], share(k, n), text, verdict, verdict_text, drill(at), apart=at == 0 and rows > 5)
        )
    return panel(Forest(tuple(dots), 0.33, "Отдел 33\u00a0% ± 10\u00a0п.п.", 0.1))


def differences(rows: int = 9) -> Panel:
    cases = (
        (0.25, Verdict.MORE),
        (0.02, Verdict.SAME),
        (-0.04, Verdict.CANNOT_TELL),
        (-0.31, Verdict.LESS),
        (None, Verdict.TOO_FEW),
    )
    dots = []
    for at in range(rows):
        middle, verdict = cases[at % 5]
        ends = (None, None) if middle is None else (middle - 0.07, middle + 0.08)
        text = "3 из 7" if middle is None else "70 из 185 = 38\u00a0%"
        aside = "у остальных 13\u00a0%, сглажено 36\u00a0%"
        said = "нельзя сказать, нужно ещё ≈160 отказов"
        dots.append(Dot(LONG[at % 4], Share(70, 185, middle, *ends), text, verdict, said, drill(at), aside=aside))
    return panel(Forest(tuple(dots), 0.0, "как у остальных ±10\u00a0п.п.", 0.1, differences=True))


def heat_map(columns: int = 6, rows: int = 7, *, money: bool = False) -> Panel:
    names = ("Нет бюджета", "Не интересно", "Выбрали конкурента", "Нет лица, кто решает", "Сроки", "Цена", "Прочее")
    made = []
    for row in range(rows):
        counts = [(row * 7 + column * 13) % 40 + (300 if row == 0 else 1) for column in range(columns)]
        total = sum(counts)
        filled = row != rows - 1 or rows == 1
        cells = tuple(
            Cell(
                Share(k, total, k / total if filled else None),
                drill(row, at),
                0 if money else (row == 1 and at == 1) - (row == 2),
                text=f"{k},5" if money else "",
            )
            for at, k in enumerate(counts)
        )
        written = f"{total},0" if money else str(total)
        made.append(HeatRow("Отдел" if row == 0 else LONG[row % 4], cells, written, filled, row == 0))
    return panel(HeatMap(tuple(names[at % 7] for at in range(columns)), tuple(made)))


def bars(rows: int = 6) -> Panel:
    values = (1234567.0, 0.0, 5.0, 800000.0)
    ticks = (None, 900000.0, 300000.0, 810000.0)
    made = tuple(
        Bar(
            label=LONG[at % 4],
            value=values[at % 4],
            text=f"{values[at % 4]:,.0f}",
            drill=drill(at),
            aside="412\u00a0млн\u00a0₽",
            tick=ticks[at % 4],
            accent=at == 0,
            strong=at == 0,
            unknown=at == rows - 1 and rows > 1,
        )
        for at in range(rows)
    )
    return panel(Bars(made, "отказов за всё время", "на сумму"))


def trend(points: int = 12, *, of_shares: bool = True, gap: int | None = 3) -> Panel:
    made = []
    for at in range(points):
        value = 0.5 + 0.4 * math.sin(at / 3)
        known = None if at == gap else value if of_shares else value * 1e6
        low, high = (max(0, value - 0.1), min(1, value + 0.1)) if of_shares and known is not None else (None, None)
        text = f"{at} из 40"
        made.append(Point(f"нед.\u00a0{at + 1}", known, text, drill(at), low, high, str(40), at == points - 1))
    words = MappingProxyType({"unfinished": "неделя идёт", "axis": "неделя года", "under": "выполнено заказов"})
    target = 0.9 if of_shares else 4e5
    return panel(Trend(tuple(made), of_shares, (), target, "Цель 90\u00a0%", words))


def card(series: tuple[float | None, ...] = (1, 3, None, 5, 2, 2.6), *, unfinished: bool = True) -> Panel:
    return panel(Card("23,1\u00a0млн\u00a0₽", "", Verdict.WORSE, series, 3.2, unfinished, drill("card")))


def listing(rows: int = 8, shown: int = 12) -> Panel:
    columns = (
        ListColumn("Клиент"),
        ListColumn("Ждёт, дней", Align.RIGHT),
        ListColumn("Последняя запись", wide=True),
        ListColumn("Сумма", Align.RIGHT),
    )
    made = tuple(
        ListRow(
            (LONG[at % 4], str(at * 37), "Просили прислать предложение с новым прайсом, " * (at % 3), f"{at},0"),
            drill(at),
            (Verdict.WORSE, Verdict.NONE, Verdict.CANNOT_TELL)[at % 3],
        )
        for at in range(rows)
    )
    return panel(Listing(columns, made, shown))


MOVES = (
    ("Новые", 38, Part.IN),
    ("Выросли", 9, Part.MORE),
    ("Уменьшились", -6, Part.LESS),
    ("Выиграны", -24, Part.WON),
    ("Проиграны", -31, Part.LOST),
    ("Отложены", -2, Part.ASIDE),
    ("Пропали из выгрузки", -7, Part.UNKNOWN),
)


def bridge(opening: float = 212, moves: int = 7, inside: float | None = 43) -> Panel:
    spans = [Span("В работе 14.11", opening, f"{opening:.0f}", "143 сделки", drill("first"), Part.END)]
    for name, value, part in MOVES[:moves]:
        spans.append(Span(name, value, f"{value:+}".replace("-", "−"), "1234 сделки", drill(name), part))
    closing = opening + sum(value for _, value, _ in MOVES[:moves])
    spans.append(Span("В работе 21.11", closing, f"{closing:.0f}", "133 сделки", drill("last"), Part.END))
    within = (
        Span("перенесены", inside, "43 · 19 сделок", "", drill("in"), Part.LESS) if inside is not None else None
    )
    return panel(Bridge(tuple(spans), within))


def curves(steps: int = 40, won: float = 0.31, lost: float = 0.55) -> Panel:
    def curve(share: float, name: str) -> Curve:
        levels = []
        for at in range(steps):
            value = share * (at + 1) / steps
            known = at > 2
            levels.append(Level(at * 3.0, value, value * 0.8 if known else None, value * 1.2 if known else None))
        return Curve(tuple(levels), f"{name} {round(100 * share)}\u00a0% к 120-му дню", drill(name))

    watched = tuple(
        Watched(age, f"{age:.0f}", f"{1651 - 13 * age:.0f}", drill(age)) for age in (0.0, 30.0, 60.0, 120.0)
    )
    words = MappingProxyType({"axis": "дней от создания", "watched": "ещё наблюдаем"})
    shown = watched if steps else ()
    still = "ещё открыты 14\u00a0%"
    return panel(Curves(curve(won, "выиграно"), curve(lost, "проиграно"), still, drill("o"), shown, 120.0, words))


def multiples(groups: int = 8, rows: int = 6) -> Panel:
    names = ("Обращение", "Квалификация клиента и его бюджета", "Встреча", "Предложение", "Переговоры", "Договор")
    verdicts = (Verdict.WORSE, Verdict.SAME, Verdict.CANNOT_TELL, Verdict.BETTER, Verdict.TOO_FEW)
    notes = ("теряет на стадии «Предложение»: 38\u00a0% против 61\u00a0% у остальных", "как у остальных", "")
    made = []
    for at in range(groups):
        bars: list[SmallBar | None] = []
        for row in range(rows):
            n = 3 if (at + row) % 5 == 4 else 1400 - 130 * row
            k = n // (row + 2)
            text = f"{k} из {n} = {round(100 * k / n)}\u00a0%" if n >= 10 else f"{k} из {n}"
            bar = SmallBar(share(k, n), 0.4, text, verdicts[(at + row) % 5], "хуже", drill(at, row))
            bars.append(None if at == 2 and row == rows - 1 else bar)
        made.append(
            Small(
                LONG[at % 4],
                notes[at % 3],
                verdicts[at % 5],
                tuple(bars),
                ("", "203 сделки · 1,2\u00a0млн\u00a0₽")[at % 2],
            )
        )
    return panel(Multiples(tuple(names[row % 6] for row in range(rows)), tuple(made)))


def bullets(rows: int = 7, *, running: bool = True, alarm: bool = True) -> Panel:
    made = []
    for at in range(rows):
        fact, plan = float(at * 37 % 90), 80.0 + at % 3
        low, high = (fact + 12, fact + 31) if running and at != 3 else (None, None)
        made.append(
            Bullet(
                label=LONG[at % 4],
                fact=fact,
                plan=plan,
                text=f"{fact:.0f} из {plan:.0f}",
                share_text=f"{100 * fact / plan:.0f}\u00a0% плана",
                drill=drill("fact", at),
                plan_drill=drill("plan", at),
                due=53.5 if running else None,
                low=low,
                high=high,
                chance_text=(">\u00a099\u00a0%", "<\u00a01\u00a0%", "47\u00a0%")[at % 3] if low is not None else "",
                alarm=alarm and running and at % 3 == 1,
            )
        )
    words = {
        "fact": "сделано из плана",
        "chance": "шанс выполнить план",
        "plan": "план",
        "due": "должно быть к 21.11",
        "forecast": "прогноз, 80\u00a0%",
    }
    return panel(Bullets(tuple(made), MappingProxyType(words)))


def fan(weeks: int = 13, today: int = 7, *, plan: bool = True, unfinished: bool = True) -> Panel:
    points = []
    for at in range(weeks + 1):
        spread, wide = None, (at - today) * 0.8
        if at > today:
            middle = 3.3 * today + 3 * (at - today)
            spread = Spread(*(middle + wide * step for step in (-2, -1.3, -0.7, 0, 0.7, 1.3, 2)))
        fact = 3.3 * at if at <= today else None
        label = ("окт.", "нояб.", "дек.")[at // 5 % 3] if at % 5 == 2 else ""
        line = 3.7 * at if plan else None
        points.append(FanPoint(fact, drill(at) if at <= today else None, spread, line, label, f"неделя {at}"))
    words = {
        "plan": "План 48,0\u00a0млн\u00a0₽",
        "forecast": "Прогноз 44,1\u00a0млн\u00a0₽",
        "band80": "80\u00a0%: 39,9–48,3",
        "band95": "95\u00a0%: 37,7–50,5",
        "fact": "факт 23,1\u00a0млн\u00a0₽",
        "today": "сегодня 21.11",
    }
    ticks = tuple((float(value), str(value)) for value in (0, 10, 20, 30, 40, 50))
    return panel(Fan(tuple(points), today, unfinished, ticks, MappingProxyType(words)))


def months(count: int = 21, ahead: int = 3) -> Panel:
    """Return a fan over every month from May 2025 on; a January is a landmark."""
    points = []
    for at in range(count):
        month, year = (at + 4) % 12, 2025 + (at + 4) // 12
        name = ("янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.")[
            month
        ]
        label, known = (name if month else f"{name} {year}"), at < count - ahead
        spread = None if known else Spread(*(20.0 + step for step in (-9, -6, -3, 0, 3, 6, 9)))
        fact = float(at * 7 % 30) if known else None
        points.append(FanPoint(fact, drill(at) if known else None, spread, None, label, name, not month))
    words = {"forecast": "Прогноз 20\u00a0млн\u00a0₽", "band80": "80\u00a0%: 14–26", "today": "октябрь 2026"}
    ticks = tuple((float(value), str(value)) for value in (0, 10, 20, 30))
    return panel(Fan(tuple(points), count - ahead - 1, False, ticks, MappingProxyType(words)))


def slopes(people: int = 8, expected: float | None = 0.11) -> Panel:
    lines = [
        Slope(
            LONG[at % 4],
            share(8 + at, 88),
            share(9 + 2 * (at % 3), 88),
            at < 3,
            False,
            drill("b", at),
            drill("a", at),
        )
        for at in range(people)
    ]
    lines.append(Slope("новый", share(0, 0), share(1, 4), False, False, None, drill("young")))
    lines += [
        Slope("обученные", share(27, 264), share(52, 264), True, True, drill("tb"), drill("ta")),
        Slope("остальные", share(60, 440), share(64, 440), False, True, drill("ob"), drill("oa")),
    ]
    words = MappingProxyType({"before": "май–октябрь 2025", "after": "ноябрь 2025 – апрель 2026"})
    return panel(Slopes(tuple(lines), expected, "эффект +9 п.п. [от 4 до 14]: есть", Verdict.BETTER, words=words))


def calibration(groups: int = 6) -> Panel:
    cases = ((3, 80, 0.1), (12, 60, 0.2), (30, 110, 0.4), (40, 90, 0.6), (30, 52, 0.75), (2, 6, 0.9))
    verdicts = (Verdict.SAME, Verdict.SAME, Verdict.WORSE, Verdict.WORSE, Verdict.CANNOT_TELL, Verdict.TOO_FEW)
    made = [
        Stated(LONG[at % 4], stated, share(k, n), f"{k} из {n}", verdict, drill(at))
        for at, ((k, n, stated), verdict) in enumerate(zip(cases[:groups], verdicts, strict=False))
    ]
    return panel(Calibration(tuple(made), "как вписано", "вписано", "выиграно на деле"))


def product(factors: int = 4) -> Panel:
    named = (
        Factor("встреч в рабочий день", "2,1", "за 12 месяцев, все менеджеры", drill("meetings")),
        Factor("рабочих дней", "21", "декабрь 2026, Россия"),
        Factor("встреч с договором", "14\u00a0%", "142 из 1 014", drill("effectiveness")),
        Factor("средний договор", "350\u00a0тыс.\u00a0₽", "медиана 280 тыс. ₽", drill("amount")),
    )
    return panel(Product(named[:factors], "договоров на сумму", "21,6\u00a0млн\u00a0₽", "в месяц"))


def coverage(weeks: int = 12, gap: int | None = 3, *, running: bool = True) -> Panel:
    points, within = [], []
    for at in range(weeks):
        value, open_ = 0.8 + 0.1 * math.sin(at / 2), running and at == weeks - 1
        known = None if at == gap else value
        low, high = (value - 0.12, min(value + 0.1, 1.0)) if at != gap else (None, None)
        points.append(Point(str(36 + at), known, f"{at} из 40", drill(at), low, high, str(40 + at), open_))
        bounds = Within(0.86, 0.86 * value, 1 - 0.14 * value, "34 из 40", Drill("satisfied", {"week": str(at)}))
        within.append(None if at == gap or open_ else bounds)
    words = {
        "asked": "Опрошено после заказа, доля от выполненных заказов",
        "within": "Довольные среди опрошенных и границы, в которых лежит правда",
        "unfinished": "неделя идёт",
        "axis": "неделя года",
        "under": "выполнено заказов",
        "most": ", если довольны все неопрошенные",
        "value": " среди опрошенных",
        "least": ", если не доволен ни один",
    }
    return panel(Coverage(tuple(points), tuple(within), 0.9, "Цель 90\u00a0%", MappingProxyType(words)))


def lorenz(clients: int = 60, power: float = 3.0, parts: tuple[float, ...] = (0.02, 0.1, 0.2, 0.5)) -> Panel:
    def brought(at: float) -> float:
        return 1.0 - float((1 - at) ** power)

    curve = tuple((at / clients, brought(at / clients)) for at in range(clients + 1)) if clients else ()
    portions = tuple(
        Portion(
            at,
            brought(at),
            f"крупнейшие {at:.0%}: {LONG[place % 4]}",
            f"{brought(at):.0%}",
            drill(place),
            at == 0.2,
        )
        for place, at in enumerate(parts if clients else ())
    )
    words = {
        "equal": "будь все равны",
        "across": "Доля клиентов, сначала крупнейшие",
        "up": "Доля выручки",
        "tick": "Доля выручки; черта – будь все равны",
    }
    return panel(Lorenz(curve, portions, MappingProxyType(words)))


def beside(rows: int = 6, columns: int = 5) -> Panel:
    line = tuple(
        Cell(Share(5e5 * at, 9e6, at / 18), drill(at), text=str(3 * at), beside="1,25\u00a0млн\u00a0€")
        if at % 3
        else Cell(Share(0, 9e6), drill(at), text="0")
        for at in range(columns)
    )
    made = tuple(HeatRow(LONG[at % 4], line, "12 клиентов, 45\u00a0%") for at in range(rows))
    return panel(HeatMap(tuple(LONG[at % 4] for at in range(columns)), made))


ALL: dict[str, Panel] = {
    "funnel": funnel(),
    "funnel of one": funnel((0,), None),
    "funnel of none": funnel((), None),
    "funnel of zeros": funnel((0, 0, 0)),
    "funnel of eighteen": funnel(tuple(range(1240, 1240 - 18 * 70, -70)), 4),
    "forest": forest(),
    "forest of one": forest(1),
    "forest of none": forest(0),
    "forest of thirty": forest(30),
    "forest below the gate": panel(
        Forest((Dot("Ян", share(3, 7), "3 из 7", Verdict.TOO_FEW, "", drill(0)),), None, "")
    ),
    "forest of differences": differences(),
    "heat map": heat_map(),
    "heat map of money": heat_map(8, 5, money=True),
    "heat map of ten columns": heat_map(10, 12),
    "heat map of one cell": heat_map(1, 1),
    "heat map of none": panel(HeatMap((), ())),
    "bars": bars(),
    "bars of one": bars(1),
    "bars of none": bars(0),
    "bars of thirty": bars(30),
    "bars below zero": panel(Bars((Bar("a", -5, "−5", drill(0)), Bar("b", 3, "3", drill(1))))),
    "trend": trend(),
    "trend of money": trend(6, of_shares=False),
    "trend of one": trend(1, gap=None),
    "trend of none": trend(0),
    "trend of sixty": trend(60),
    "trend of unknowns": trend(1, gap=0),
    "listing": listing(),
    "listing of one": listing(1),
    "listing of none": listing(0),
    "listing of thirty": listing(30, 30),
    "fan": fan(),
    "fan without a plan": fan(plan=False),
    "fan of the first day": fan(4, 0),
    "fan of the last day": fan(4, 4, unfinished=False),
    "fan of a year": fan(52, 40),
    "fan of none": panel(Fan((), 0)),
    "fan of months": months(),
    "calibration": calibration(),
    "calibration of one": calibration(1),
    "calibration of none": calibration(0),
    "slopes": slopes(),
    "slopes without a control": slopes(expected=None),
    "slopes of none": panel(Slopes((), None, "")),
    "product": product(),
    "product of one": product(1),
    "card": card(),
    "card of one": card((2.0,)),
    "card of none": card(()),
    "card of unknowns": card((None, None)),
    "empty": panel(
        Empty("Нужны сделки: closed_on", "Здесь будет видно, как часто менеджеры выигрывают.", "Загрузить")
    ),
    "bridge": bridge(),
    "bridge of small moves": bridge(9000, 7, 43),
    "bridge of nothing": bridge(0, 0, None),
    "bridge of two": bridge(212, 2, 2),
    "curves": curves(),
    "curves of few": curves(3, 0.02, 0.97),
    "curves of none": curves(0, 0.0, 0.0),
    "multiples": multiples(),
    "multiples of one": multiples(1, 1),
    "multiples of none": multiples(0, 0),
    "multiples of twelve": multiples(12, 9),
    "bullets": bullets(),
    "bullets of one": bullets(1),
    "bullets of none": bullets(0),
    "bullets of thirty": bullets(30),
    "bullets of a period that is over": bullets(5, running=False),
    "coverage": coverage(),
    "coverage of one": coverage(1, None, running=False),
    "coverage of a week that runs": coverage(1, None),
    "coverage of none": coverage(0),
    "coverage of sixteen": coverage(16),
    "lorenz": lorenz(),
    "lorenz of equals": lorenz(power=1.0),
    "lorenz of one that has all": lorenz(power=90.0),
    "lorenz of one": lorenz(1, parts=(1.0,)),
    "lorenz of none": lorenz(0),
    "heat map of clients and money": beside(),
    "hostile": panel(Bars((Bar(HOSTILE, 1, "1", drill(0)),))),
}
