"""Headings of exports as vendors label them, the values that stand under them, and what each must become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyarrow as pa

from sales_metrics.intake.files.sheet import Sheet, Workbook, letter

ROWS = 24
_COMPANIES = (
    "ООО Ромашка",
    "АО Вектор",
    "Acme Corp",
    "Бета ЕООД",
    "ООО Север",
    "Globex Inc",
    "ТД Альфа",
    "Нова АД",
)
_PEOPLE = ("Иванова Анна", "Петров Илья", "Jane Miller", "Георги Димов")
_LISTS: Mapping[str, Sequence[str]] = {
    "client": _COMPANIES,
    "manager": _PEOPLE,
    "person": ("Сергей Котов", "Ольга Белова", "Maria Stone", "Ивайло Петков", "Олег Дым", "Пётр Лис", "Ann Lee"),
    "title": (
        "Поставка насосов",
        "Ремонт линии",
        "Pump delivery",
        "Сервиз на машини",
        "Annual contract",
        "Запчасти",
    ),
    "stage": ("Новая", "Квалификация", "Предложение отправлено", "Успешно реализовано", "Закрыто и не реализовано"),
    "stage_en": ("Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost"),
    "status_en": ("Open", "Won", "Lost"),
    "stage_group": ("В работе", "Успешна", "Провалена"),
    "word": ("тёплый", "общий", "особый", "разное"),
    "product": ("Насос ЦН-40", "Клапан К2", "Фильтр Ф1", "Двигатель М5", "Pump P-7"),
    "source": ("Сайт", "Выставка", "Рекомендация", "Web"),
    "region": ("Москва", "Урал", "София", "EMEA"),
    "reason": ("Дорого", "Нет бюджета", "Ушли к конкуренту"),
    "yes_no": ("Да", "Нет"),
    "true_false": ("TRUE", "FALSE"),
    "currency": ("RUB", "EUR"),
    "percent": ("10%", "50%", "90%"),
    "kind": ("Звонок (исходящий)", "Звонок (входящий)", "Письмо (отправленное)", "Встреча"),
    "done": ("Выполнено", "Не выполнено"),
    "said": ("Договорились", "Отказ", "Перенос", "Думает", "Нет ответа", "Отправили КП"),
    "industry": ("Химия", "Пищевая", "Retail", "Строителство"),
    "segment": ("Опт", "Розница", "Сети"),
    "type_en": ("New Business", "Existing Business"),
    "unit": ("шт", "кг"),
    "month": ("2026-01", "2026-02", "2026-03"),
    "month_day": ("01.01.2026", "01.02.2026", "01.03.2026"),
    "measure": ("Выручка", "Встречи", "Договоры"),
    "order_status": ("выполнен", "в работе"),
    "role": ("менеджер", "старший менеджер", "директор"),
    "team": ("Отдел 1", "Отдел 2"),
    "absence": ("отпуск", "больничный"),
    "tax_id": ("7707083893", "7736050003", "7702070139", "7728168971"),
}
_MADE: Mapping[str, Callable[[int], str]] = {
    "id": lambda n: str(48_210 + 7 * n),
    "zcrm": lambda n: f"zcrm_51870000001{n:05d}",
    "long_id": lambda n: f"006Hs00001{n:05d}",
    "money": lambda n: f"{(n + 3) * 12_450}.50",
    "money_ru": lambda n: f"{n + 3} 450,00",
    "money_sf": lambda n: f"USD {n + 100},000.00",
    "number": lambda n: str(n % 6 + 1),
    "rating": lambda n: str(n % 5 + 1),
    "share": lambda n: str((n % 10) * 10),
    "date": lambda n: f"{n % 27 + 1:02d}.03.2026",
    "moment": lambda n: f"{n % 27 + 1:02d}.03.2026 10:{n % 60:02d}:00",
    "date_us": lambda n: f"3/{n % 27 + 1}/2026",
    "date_iso": lambda n: f"2026-03-{n % 27 + 1:02d}",
    "moment_iso": lambda n: f"2026-03-{n % 27 + 1:02d} 09:{n % 60:02d}",
    "phone": lambda n: f"'+7702{5_550_100 + n}",
    "email": lambda n: f"user{n}@example.com",
    "text": lambda n: f"Просили перезвонить, вопрос {n}",
    "url": lambda n: f"https://example.com/{n}",
    "blank": lambda n: "",
}


@dataclass(frozen=True, slots=True)
class Export:
    """One export: heading and sort of values per column, our column for each (blank for none), the table."""

    name: str
    table: str
    columns: tuple[tuple[str, str, str], ...]

    @property
    def meant(self) -> dict[str, str]:
        """Letter -> our column, with "?" after it when using the column is right but not demanded."""
        return {letter(at): ours for at, (_, _, ours) in enumerate(self.columns, start=1) if ours}

    def workbook(self, *, source: Literal["text", "workbook"] = "text") -> Workbook:
        """Return the export as it is read from a file of its own."""
        columns = {
            letter(at): [heading, *(value(sort, row) or None for row in range(ROWS))]
            for at, (heading, sort, _) in enumerate(self.columns, start=1)
        }
        cells = pa.table({name: pa.array(texts, pa.string()) for name, texts in columns.items()})
        sheet = Sheet("Лист1", cells, source=source)
        return Workbook("export.csv", "0" * 64, 1, "csv", (sheet,), ())


def value(sort: str, row: int) -> str:
    """Return the value of a sort in a row, the same in every run."""
    if sort in _LISTS:
        words = _LISTS[sort]
        return words[(row * 5 + row // 3) % len(words)]
    return _MADE[sort](row)


def _exports() -> tuple[Export, ...]:
    text = Path(__file__).with_name("known_exports.txt").read_text(encoding="utf-8")
    found: list[Export] = []
    for block in text.split("\n[")[1:]:
        title, *lines = block.strip().splitlines()
        name, table = title.rstrip("]").split()
        parts = [tuple(part.strip() for part in f"{line} | |".split(" |")[:3]) for line in lines]
        found.append(Export(name, table, tuple((heading, sort, ours) for heading, sort, ours in parts)))
    return tuple(found)


EXPORTS = _exports()
