"""Regions as a tree of two levels, with a town in each area."""

from __future__ import annotations

from typing import Final

from ..model.text import Language

_TREE: Final[dict[Language, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]] = {
    "ru": (
        (
            "Центральный округ",
            (("Тверская область", "Тверь"), ("Тульская область", "Тула"), ("Рязанская область", "Рязань")),
        ),
        ("Приволжский округ", (("Самарская область", "Самара"), ("Пензенская область", "Пенза"))),
        ("Уральский округ", (("Курганская область", "Курган"), ("Челябинская область", "Челябинск"))),
        ("Северо-Западный округ", (("Псковская область", "Псков"), ("Вологодская область", "Вологда"))),
        ("Южный округ", (("Волгоградская область", "Волгоград"), ("Ростовская область", "Ростов-на-Дону"))),
    ),
    "en": (
        ("Leinster", (("County Kildare", "Naas"), ("County Meath", "Navan"), ("County Wicklow", "Bray"))),
        ("Munster", (("County Cork", "Cork"), ("County Limerick", "Limerick"))),
        ("Connacht", (("County Galway", "Galway"), ("County Sligo", "Sligo"))),
        ("Ulster", (("County Donegal", "Letterkenny"), ("County Cavan", "Cavan"))),
        ("South East", (("County Waterford", "Waterford"), ("County Wexford", "Wexford"))),
    ),
    "bg": (
        (
            "Югозападен район",
            (("Софийска област", "Самоков"), ("област Перник", "Перник"), ("област Благоевград", "Благоевград")),
        ),
        ("Южен централен район", (("област Пловдив", "Пловдив"), ("област Хасково", "Хасково"))),
        ("Югоизточен район", (("област Бургас", "Бургас"), ("област Сливен", "Сливен"))),
        ("Североизточен район", (("област Варна", "Варна"), ("област Шумен", "Шумен"))),
        ("Северен централен район", (("област Русе", "Русе"), ("област Габрово", "Габрово"))),
    ),
}
SHARES: Final = (0.22, 0.14, 0.10, 0.10, 0.08, 0.08, 0.06, 0.07, 0.05, 0.05, 0.05)
"""How the clients spread over the areas, in the order of the tree."""


def areas(language: Language) -> tuple[tuple[str, str, str], ...]:
    """Return every area as (region, area, town), in the same order in each language."""
    return tuple((region, area, town) for region, inside in _TREE[language] for area, town in inside)


def region_path(area: int, language: Language) -> str:
    """Return the place of an area in the tree, written as "region / area"."""
    region, name, _ = areas(language)[area]
    return f"{region} / {name}"
