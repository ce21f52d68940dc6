"""Words of the template workbooks, and the examples in them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..model.tables import Kind
from ..model.text import Text

EXAMPLE_SHEET: Final = Text(ru="Пример", en="Example", bg="Пример")
HOW_SHEET: Final = Text(ru="Как заполнять", en="How to fill", bg="Как се попълва")
EXAMPLE_LINE: Final = Text(
    ru="Это пример: с этого листа ничего не загружается.",
    en="This is an example: nothing is taken from this sheet.",
    bg="Това е пример: от този лист нищо не се качва.",
)
HOW_LINE: Final = Text(
    ru="Заполните первый лист и загрузите файл как есть. Одна строка: {row}.",
    en="Fill in the first sheet and upload the file as it is. One row is {row}.",
    bg="Попълнете първия лист и качете файла както е. Един ред е {row}.",
)
HOW_NEEDED: Final = Text(ru="нужно", en="needed", bg="нужно")
HOW_OPTIONAL: Final = Text(ru="по желанию", en="optional", bg="по желание")
HOW_CHOICES: Final = Text(ru="одно из: {choices}", en="one of: {choices}", bg="едно от: {choices}")
HOW_SCORE: Final = Text(
    ru="целое число от {low} до {high}",
    en="a whole number from {low} to {high}",
    bg="цяло число от {low} до {high}",
)
TEMPLATE_FILE: Final = Text(ru="Шаблон - {table}.xlsx", en="Template - {table}.xlsx", bg="Шаблон - {table}.xlsx")
TEMPLATES_TITLE: Final = Text(
    ru="Нет выгрузки? Возьмите шаблон", en="No export? Take a template", bg="Нямате експорт? Вземете шаблон"
)
TEMPLATE_OF: Final = Text(ru="Таблица", en="Table", bg="Таблица")
DOWNLOAD_TEMPLATE: Final = Text(ru="Скачать шаблон", en="Download the template", bg="Изтегли шаблона")
WRONG_CELL: Final = Text(
    ru="Так эту ячейку не прочитать", en="This cell cannot be read so", bg="Тази клетка не може да се прочете така"
)
YES: Final = Text(ru="да", en="yes", bg="да")
NO: Final = Text(ru="нет", en="no", bg="не")

HOW_KIND: Final[Mapping[Kind, Text]] = MappingProxyType(
    {
        Kind.ID: Text(
            ru="номер или код, хранится как текст",
            en="a number or code, kept as text",
            bg="номер или код, пази се като текст",
        ),
        Kind.TAX_ID: Text(
            ru="номер налогоплательщика, как текст", en="the tax number, as text", bg="данъчен номер, като текст"
        ),
        Kind.NAME: Text(
            ru="название или имя, везде одинаково",
            en="a name, always spelt alike",
            bg="име, винаги изписано еднакво",
        ),
        Kind.LABEL: Text(ru="слово из вашего списка", en="a word from your own list", bg="дума от вашия списък"),
        Kind.CHOICE: Text(ru="слово из списка", en="a word from the list", bg="дума от списъка"),
        Kind.TEXT: Text(ru="любой текст", en="any text", bg="какъв да е текст"),
        Kind.MONEY: Text(ru="сумма числом", en="a sum, as a number", bg="сума като число"),
        Kind.CURRENCY: Text(
            ru="код валюты: RUB, EUR, USD", en="a currency code: EUR, USD, GBP", bg="код на валута: EUR, BGN, USD"
        ),
        Kind.NUMBER: Text(ru="число", en="a number", bg="число"),
        Kind.SHARE: Text(ru="доля в процентах", en="a share in percent", bg="дял в проценти"),
        Kind.DAY: Text(ru="дата", en="a date", bg="дата"),
        Kind.MOMENT: Text(ru="дата и время", en="a date and a time", bg="дата и час"),
        Kind.YES_NO: Text(ru="да или нет", en="yes or no", bg="да или не"),
        Kind.SCORE: Text(ru="оценка", en="a score", bg="оценка"),
    }
)
"""What to write into the cells of each kind."""

EXAMPLE_NAMES: Final[Mapping[str, tuple[Text, Text]]] = MappingProxyType(
    {
        "client": (
            Text(ru="ООО «Пример»", en="Example Ltd", bg="„Пример“ ООД"),
            Text(ru="АО «Образец»", en="Sample Inc", bg="„Образец“ АД"),
        ),
        "product": (
            Text(ru="Товар А", en="Product A", bg="Продукт А"),
            Text(ru="Товар Б", en="Product B", bg="Продукт Б"),
        ),
        "person": (
            Text(ru="Пример Иванова", en="Example Smith", bg="Пример Иванова"),
            Text(ru="Пример Петров", en="Example Jones", bg="Пример Петров"),
        ),
        "word": (
            Text(ru="пример 1", en="example 1", bg="пример 1"),
            Text(ru="пример 2", en="example 2", bg="пример 2"),
        ),
    }
)
"""Names in the example rows, which nobody takes for real ones."""
