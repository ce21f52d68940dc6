"""What the values of a column look like, told from a sample of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl
from stdnum.bg import vat
from stdnum.ru import inn
from stdnum.ua import edrpou

from ...model.stages import meaning
from ...model.tables import Choice
from ..cells.blanks import DASHES, NOT_KNOWN, UNCHOSEN, without, word_set
from ..cells.dates import read_date
from ..cells.numbers import read_number
from .headings import plain_text

SAMPLE: Final = 150
_NEAR: Final = 2000

_CURRENCIES: Final = word_set(
    "rub rur usd eur bgn kzt uah byn gbp chf pln try cny ron czk huf sek nok dkk aed inr amd "
    "gel azn uzs kgs jpy ₽ $ € £ ₸ ₴ руб руб. рубль рубли лв лв. лев лева евро евро. доллар "
    "доллары тенге гривна грн euro dollar"
)
_YES_NO: Final = word_set("да нет не yes no y n true false 0 1 + истина ложь вярно невярно д н")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE: Final = re.compile(r"'?\+?[\d\s()./-]{7,}(?:\s*(?:доб|ext|вътр)\.?\s*\d+)?")
_URL: Final = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+\.(?:com|ru|bg|net|org|io)/?")
_PERSON: Final = re.compile(
    r"(?!.*\d)[A-ZА-ЯЁ][\w'’-]+(?:\s+[A-ZА-ЯЁ][\w'’-]*\.?){1,3}|(?!.*\d)[A-ZА-ЯЁ][\w'’-]+\s+[A-ZА-ЯЁ]\.\s?(?:[A-ZА-ЯЁ]\.)?"
)
_LEGAL: Final = re.compile(
    r"(?:^|[\s\"«,])(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|ТОО|ТД|НПО|ГК|ЕООД|ООД|АД|ЕАД|ЕТ|LLC|Ltd|Inc|GmbH|Corp|Co|AG|PLC|SA|JSC|"
    r"OOD|EOOD|AD)(?:$|[\s\"».,])"
)
_SERIAL: Final = re.compile(r"[34]\d{4}|5[0-5]\d{3}")


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares 0..1 of the filled cells of a sample, unless said otherwise; all 0 for an empty column."""

    filled: float = 0.0
    """Share of the rows that have a value at all."""
    cells: int = 0
    """Filled cells in the sample."""
    distinct: float = 0.0
    """Distinct values among the first rows, over their filled cells."""
    number: float = 0.0
    whole: float = 0.0
    low: float = 0.0
    high: float = 0.0
    zero: float = 0.0
    percent: float = 0.0
    date: float = 0.0
    timed: float = 0.0
    serial: float = 0.0
    currency: float = 0.0
    yes_no: float = 0.0
    tax_id: float = 0.0
    email: float = 0.0
    phone: float = 0.0
    url: float = 0.0
    person: float = 0.0
    company: float = 0.0
    stage: float = 0.0
    spaced: float = 0.0
    length: float = 0.0
    """Mean number of characters."""
    words: tuple[str, ...] = ()
    """The sample, as plain text, for comparison with the words of choices."""

    @property
    def empty(self) -> bool:
        """Whether the column has no value at all."""
        return self.cells == 0

    def known(self, choices: tuple[Choice, ...]) -> float:
        """Return the share of the cells that are a word of one of the choices."""
        if not self.words:
            return 0.0
        spoken = spoken_words(choices)
        return sum(word in spoken for word in self.words) / len(self.words)


@lru_cache(maxsize=256)
def spoken_words(choices: tuple[Choice, ...]) -> dict[str, str]:
    """Return plain word -> code for all words, titles and codes of the choices; the first choice wins."""
    found: dict[str, str] = {}
    for choice in choices:
        for word in (choice.code, *choice.title.all(), *choice.words):
            found.setdefault(bare(word), choice.code)
    return found


def bare(text: str) -> str:
    """Return plain text without punctuation, for the comparison of words: "Звонок (входящий)" is two words."""
    return " ".join(re.findall(r"[\w+?]+", plain_text(text).replace("_", " ")))


def tax_number(text: str) -> bool:
    """Tell whether a text is a Russian INN, a Bulgarian EIK or a Ukrainian EDRPOU with right check digits."""
    digits = text.removeprefix("BG").strip("' ")
    if not digits.isascii() or not digits.isdigit():
        return False
    if len(digits) in {10, 12}:
        return bool(inn.is_valid(digits))
    if len(digits) in {9, 13}:
        return bool(vat.is_valid(digits[:9]))
    return len(digits) == 8 and bool(edrpou.is_valid(digits))


def profile(texts: pl.Series) -> Profile:
    """Describe a column of trimmed texts."""
    if texts.null_count() == len(texts):
        return Profile()
    filled = without(texts, *DASHES, *NOT_KNOWN, *UNCHOSEN).drop_nulls()
    if not len(filled):
        return Profile()
    near = filled.head(_NEAR)
    values: list[str] = filled.gather_every(max(1, len(filled) // SAMPLE)).head(SAMPLE).to_list()
    count = len(values)

    def share(test: Callable[[str], object]) -> float:
        return sum(1 for value in values if test(value)) / count

    comma = share(lambda value: re.search(r",\d{1,2}(?:\D|$)", value)) > 0.2
    numbers = [number for value in values if (number := read_number(value, "," if comma else ".")) is not None]
    dates = [moment for value in values if (moment := _date(value))]
    words = tuple(bare(value) for value in values)
    return Profile(
        filled=len(filled) / len(texts),
        cells=count,
        distinct=near.n_unique() / len(near),
        number=len(numbers) / count,
        whole=sum(number.is_integer() for number in numbers) / count,
        low=min(numbers, default=0.0),
        high=max(numbers, default=0.0),
        zero=sum(number == 0 for number in numbers) / count,
        percent=share(lambda value: value.rstrip().endswith("%")),
        date=len(dates) / count,
        timed=sum(":" in value for value in values) / count,
        serial=share(_SERIAL.fullmatch),
        currency=share(lambda value: plain_text(value) in _CURRENCIES),
        yes_no=share(lambda value: plain_text(value) in _YES_NO),
        tax_id=share(tax_number),
        email=share(_EMAIL.fullmatch),
        phone=share(_PHONE.fullmatch),
        url=share(_URL.fullmatch),
        person=share(_PERSON.fullmatch),
        company=share(_LEGAL.search),
        stage=_stage_share(values),
        spaced=share(lambda value: " " in value),
        length=sum(map(len, values)) / count,
        words=words,
    )


def _stage_share(values: list[str]) -> float:
    """Stages are few, so a handful of different values tells as much as all of them."""
    kinds = frozenset(value for value in list(dict.fromkeys(values))[:12] if len(value) <= 60)
    known = {value for value in kinds if meaning(value).rank is not None or meaning(value).outcome != "open"}
    seen = [value for value in values if value in kinds]
    return sum(value in known for value in seen) / max(len(seen), 1)


def _date(text: str) -> bool:
    if len(text) < 6 or text.isdigit():
        return False
    if any(mark.isdigit() for mark in text) and len(text) <= 40:
        return bool(read_date(text) or read_date(text, "month_first"))
    return False
