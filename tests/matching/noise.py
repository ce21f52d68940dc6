"""Clients that are known, written as badly as people write them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

_ADJECTIVES = (
    *("Северный", "Южный", "Верхний", "Новый", "Большой", "Красный"),
    *("Лесной", "Речной", "Зимний", "Стальной", "Горный"),
)
_NOUNS = (
    *("Завод", "Причал", "Мост", "Вектор", "Горизонт", "Ветер", "Компас", "Якорь", "Маяк", "Родник"),
    *("Парус", "Гранит", "Кедр", "Сокол", "Рубеж", "Каскад", "Магнит", "Факел", "Орион", "Титан"),
)
_FIRST = ("Northern", "Rapid", "Golden", "Silver", "Atlantic", "Bright", "Prime", "Urban", "Alpine", "Coastal")
_SECOND = ("Foundry", "Harbour", "Logistics", "Timber", "Ceramics", "Textiles", "Packaging", "Bearings", "Optics")
_CITIES = {
    True: ("Самара", "Тверь", "Казань", "Пермь", "Томск"),
    False: ("Leeds", "Cardiff", "Bristol", "Dundee", "York"),
}
_LOOKS = dict(zip("АВСЕНКМОРТХаеорсух", "ABCEHKMOPTXaeopcyx", strict=True))


def inn(rng: random.Random) -> str:
    """Return a ten-digit INN with the right last digit."""
    digits = [rng.randint(0, 9) for _ in range(9)]
    check = sum(a * b for a, b in zip((2, 4, 10, 3, 5, 9, 4, 6, 8), digits, strict=True)) % 11 % 10
    return "".join(map(str, [*digits, check]))


def _swapped(text: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _dropped(text: str, rng: random.Random) -> str:
    at = rng.randrange(2, len(text) - 1)
    return text[:at] + text[at + 1 :]


def _lookalikes(text: str, rng: random.Random) -> str:
    return "".join(_LOOKS.get(letter, letter) if rng.random() < 0.5 else letter for letter in text)


def _noises(cyrillic: bool) -> list[tuple[float, Callable[[str, random.Random], str]]]:
    form = "ООО" if cyrillic else "Ltd."
    return [
        (0.22, lambda text, rng: f"{form} «{text}»" if cyrillic else f"{text} {form}"),
        (0.14, lambda text, rng: f"{text}, {form}"),
        (0.12, lambda text, rng: text.upper()),
        (0.10, lambda text, rng: f'  {form}  "{text.lower()}" '),
        (0.12, lambda text, rng: _lookalikes(text, rng) if cyrillic else text.replace(" ", "  ") + "."),
        (0.10, lambda text, rng: text.replace(" ", "-")),
        (0.10, _swapped),
        (0.10, _dropped),
    ]


def records(seed: int, clients: int = 200, each: int = 3) -> Iterator[dict[str, Any]]:
    """Yield rows of a clients table with `truth`, the number of the client that each row means.

    Every client has a number of its own in four rows of ten and a telephone in half of them; one client in ten
    shares its name with another in a different town, and these two always state their town.
    """
    rng = random.Random(seed)
    russian = [f"{a} {b}" for a in _ADJECTIVES for b in _NOUNS]
    english = [f"{a} {b}" for a in _FIRST for b in _SECOND]
    rng.shuffle(russian)
    rng.shuffle(english)
    cyrillic, name = True, ""
    for truth in range(clients):
        if truth % 10 != 1:
            cyrillic = rng.random() < 0.7
            name = (russian if cyrillic else english).pop()
        tax = inn(rng)
        city = _CITIES[cyrillic][truth % 5]
        phone = f"+7 9{rng.randrange(10**8, 10**9)}"
        for _ in range(each):
            chances, noises = zip(*_noises(cyrillic), strict=True)
            written = rng.choices(noises, chances)[0](name, rng)
            yield {
                "truth": truth,
                "table": "clients",
                "client": written,
                "tax_id": (tax.lstrip("0") if rng.random() < 0.5 else tax) if rng.random() < 0.4 else None,
                "city": city if truth % 10 < 2 or rng.random() < 0.8 else None,
                "phone": phone if rng.random() < 0.5 else None,
                "rows": 1,
            }


def frame(seed: int) -> pd.DataFrame:
    """Return 600 rows about 200 clients."""
    return pd.DataFrame(records(seed))
