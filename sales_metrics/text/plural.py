"""Things counted in words: the right form after a number, in the three languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from babel import Locale

from ..model.text import Language
from .numbers import LOCALES, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A noun as it stands after a number, in the categories of the Unicode plural rules.

    Russian: one (21 сделка), few (2 сделки), many (5 сделок); a fraction takes "few" (1,5 сделки). Bulgarian:
    `bg_other` is the form after a number, which for masculine things is not the plural (5 договора, договори).
    """

    ru_one: str
    ru_few: str
    ru_many: str
    en_one: str
    en_other: str
    bg_one: str
    bg_other: str

    def after(self, n: float, lang: Language) -> str:
        """Return the form that follows `n`."""
        whole = int(n) if n == int(n) else n
        category = Locale.parse(LOCALES[lang]).plural_form(abs(whole))
        if lang == "ru":
            return {"one": self.ru_one, "few": self.ru_few, "other": self.ru_few}.get(category, self.ru_many)
        if lang == "en":
            return self.en_one if category == "one" else self.en_other
        return self.bg_one if category == "one" else self.bg_other


def counted(n: float, lang: Language, forms: Forms, decimals: int = 0) -> str:
    """Return a number with its noun: "143 сделки", "1 deal", "5 договора".

    With `decimals` the noun follows the number as it is written, so 2.04 with one decimal is "2,0".
    """
    return f"{number(n, lang, decimals)} {forms.after(round(n, decimals), lang)}"


def _forms(ru: str, en: str, bg: str) -> Forms:
    ru_one, ru_few, ru_many = ru.split(", ")
    en_one, en_other = en.split(", ")
    bg_one, bg_other = bg.split(", ")
    return Forms(
        ru_one=ru_one,
        ru_few=ru_few,
        ru_many=ru_many,
        en_one=en_one,
        en_other=en_other,
        bg_one=bg_one,
        bg_other=bg_other,
    )


CALLS: Final = _forms("звонок, звонка, звонков", "call, calls", "обаждане, обаждания")
CASES: Final = _forms("случай, случая, случаев", "case, cases", "случай, случая")
CELLS: Final = _forms("ячейка, ячейки, ячеек", "cell, cells", "клетка, клетки")
CHANGES: Final = _forms("изменение, изменения, изменений", "change, changes", "промяна, промени")
CLIENTS: Final = _forms("клиент, клиента, клиентов", "client, clients", "клиент, клиенти")
COLUMNS: Final = _forms("столбец, столбца, столбцов", "column, columns", "колона, колони")
CONTACTS: Final = _forms("контакт, контакта, контактов", "contact, contacts", "контакт, контакта")
CONTRACTS: Final = _forms("договор, договора, договоров", "contract, contracts", "договор, договора")
DAYS: Final = _forms("день, дня, дней", "day, days", "ден, дни")
DEALS: Final = _forms("сделка, сделки, сделок", "deal, deals", "сделка, сделки")
MANAGERS: Final = _forms("менеджер, менеджера, менеджеров", "manager, managers", "мениджър, мениджъри")
MEETINGS: Final = _forms("встреча, встречи, встреч", "meeting, meetings", "среща, срещи")
MONTHS: Final = _forms("месяц, месяца, месяцев", "month, months", "месец, месеца")
ORDERS: Final = _forms("заказ, заказа, заказов", "order, orders", "поръчка, поръчки")
REFUSALS: Final = _forms("отказ, отказа, отказов", "refusal, refusals", "отказ, отказа")
ROWS: Final = _forms("строка, строки, строк", "row, rows", "ред, реда")
SURVEYS: Final = _forms("опрос, опроса, опросов", "survey, surveys", "анкета, анкети")
WEEKS: Final = _forms("неделя, недели, недель", "week, weeks", "седмица, седмици")
