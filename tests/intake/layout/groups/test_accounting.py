"""However a generated sheet is built, every one of its rows is accounted for, and no sum is counted twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.intake.files.sheet import Sheet
from sales_metrics.intake.take import TakenSheet, take_workbook

from ...sheets import sheet, workbook

FIRMS = ("ООО Ромашка", "АО Вектор", "ТД Альфа", "Бета ЕООД", "ООО Север")
GOODS = ("Насос", "Клапан", "Фильтр", "Двигатель")
PEOPLE = ("Иванова Анна", "Петров Илья", "Георги Димов")

Items = list[tuple[str, int, int]]
_Rows = list[tuple[str, str, int]]


@dataclass(frozen=True)
class Sale:
    """One document: the firm, the day, and its goods with quantity and amount."""

    firm: str
    day: date
    items: Items


_ITEM = st.tuples(st.sampled_from(GOODS), st.integers(1, 9), st.integers(1, 900))
_SALE = st.builds(
    Sale,
    st.sampled_from(FIRMS),
    st.integers(0, 80).map(lambda days: date(2026, 1, 1) + timedelta(days)),
    st.lists(_ITEM, min_size=1, max_size=4),
)
_SALES = st.lists(_SALE, min_size=3, max_size=8)


def report(sales: list[Sale], *, way: str, title: bool, total: bool) -> Sheet:
    """Return a report by firm, document and goods, its levels told by indents, by an outline, or by nothing."""
    rows: list[tuple[str, ...]] = [("Продажи",)] if title else []
    rows += [("Контрагент", "Количество", "Сумма"), ("Документ",), ("Номенклатура",)]
    levels = [0] * len(rows)

    def add(level: int, label: str, items: Items) -> None:
        blanks = "  " * level if way == "indent" else ""
        rows.append((blanks + label, str(sum(item[1] for item in items)), str(sum(item[2] for item in items))))
        levels.append(level)

    for firm in dict.fromkeys(sale.firm for sale in sales):
        own = [sale for sale in sales if sale.firm == firm]
        add(0, firm, [item for sale in own for item in sale.items])
        for sale in own:
            add(1, f"Реализация {100 + sales.index(sale):04d} от {sale.day:%d.%m.%Y}", sale.items)
            for item in sale.items:
                add(2, item[0], [item])
    if total:
        add(0, "Итого", [item for sale in sales for item in sale.items])
    made = sheet(*rows)
    if way == "outline":
        return replace(made, levels=tuple((row, level) for row, level in enumerate(levels, start=1) if level))
    return made


def accounted(*made: Sheet) -> tuple[TakenSheet, ...]:
    found = take_workbook(workbook(*made)).sheets
    for each in found:
        assert each.read == each.rows.num_rows + each.rejected + sum(each.ignored.values())
        places = each.rows["_row"].to_pylist()
        assert places == sorted(set(places))
    return found


BOUNDED = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@BOUNDED
@given(_SALES, st.sampled_from(["indent", "outline", "nothing"]), st.booleans(), st.booleans())
def test_a_report_of_groups(sales: list[Sale], way: str, title: bool, total: bool) -> None:
    made = report(sales, way=way, title=title, total=total)

    (found,) = accounted(made)

    heading = made.cells.num_rows - found.read
    assert heading in ((1, 2, 3) if found.table else (0,))
    if way != "nothing":
        items = [item for sale in sales for item in sale.items]
        assert found.table == "order_lines"
        assert found.rows.num_rows == len(items)
        assert sum(found.rows["amount"].to_pylist()) == sum(item[2] for item in items)
        assert found.ignored["group"] == len({sale.firm for sale in sales}) + len(sales)


_DEALS = st.lists(st.tuples(st.sampled_from(FIRMS), st.sampled_from(PEOPLE), st.integers(1, 900)), max_size=7)


@BOUNDED
@given(_DEALS, _DEALS, st.integers(1, 2), st.booleans())
def test_tables_side_by_side(left: _Rows, right: _Rows, gap: int, total: bool) -> None:
    one = [("ID", "Компания", "Ответственный", "Стадия сделки", "Сумма")]
    one += [(str(at), firm, person, "Новая", str(sum_)) for at, (firm, person, sum_) in enumerate(left, start=1)]
    if total:
        one.append(("Итого", "", "", "", str(sum(sum_ for *_, sum_ in left))))
    two = [("Клиент", "Менеджер", "Дата контакта", "Вид контакта")]
    two += [(firm, person, f"{at % 27 + 1:02d}.03.2026", "звонок") for at, (firm, person, _) in enumerate(right)]
    rows = [
        (*(one[at] if at < len(one) else ("",) * 5), *("",) * gap, *(two[at] if at < len(two) else ("",) * 4))
        for at in range(max(len(one), len(two)))
    ]

    found = accounted(sheet(*rows))

    if len(found) == 2:
        assert [each.table for each in found] == ["deals", "contacts"]
        assert [each.rows.num_rows for each in found] == [len(left), len(right)]


@BOUNDED
@given(_DEALS, st.booleans())
def test_deals_under_their_managers(deals: _Rows, sums: bool) -> None:
    rows: list[tuple[str, ...]] = [("Менеджер", "Клиент", "№ сделки", "Сумма")]
    people = list(dict.fromkeys(person for _, person, _ in deals))
    for person in people:
        own = [(at, firm, sum_) for at, (firm, other, sum_) in enumerate(deals) if other == person]
        rows.append((person, "", "", str(sum(sum_ for *_, sum_ in own)) if sums else ""))
        rows += [("", firm, str(at), str(sum_)) for at, firm, sum_ in own]

    (found,) = accounted(sheet(*rows))

    if len(people) > 1 and found.table == "deals":
        told = zip(found.rows["deal_id"].to_pylist(), found.rows["manager"].to_pylist(), strict=True)
        assert dict(told) == {str(at): person for at, (_, person, _) in enumerate(deals)}
