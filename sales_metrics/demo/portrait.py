"""What the company thinks its ideal client is like; an opinion, and the data need not share it."""

from __future__ import annotations

from typing import Final

import pandas as pd

from ..model.tables import TABLES
from ..model.text import Language, Text
from . import places, wording
from .vocabulary import SEGMENTS

_SPENDS: Final = 20_000.0
_TOO_LITTLE: Final = 4_000.0
_NEAR: Final = (0, 1, 2)
"""The regions that lie within a day's drive, by their place in the tree."""
_NAMES: Final = (
    Text(ru="Производит сам", en="Makes things itself", bg="Произвежда сам"),
    Text(ru="Не мелкий", en="Not small", bg="Не е дребен"),
    Text(ru="Закупает достаточно", en="Buys enough a year", bg="Купува достатъчно"),
    Text(ru="Довезём за день", en="Within a day’s drive", bg="На един ден път"),
    Text(ru="Перепродаёт", en="Resells", bg="Препродава"),
    Text(ru="Закупает слишком мало", en="Buys too little a year", bg="Купува твърде малко"),
)


def build_portrait(language: Language) -> pd.DataFrame:
    """Return the table of the portrait: four marks of an ideal client and two exclusions."""
    sizes = {choice.code: choice.title.in_(language) for choice in TABLES["clients"].column("size").choices}
    regions = list(dict.fromkeys(region for region, _, _ in places.areas(language)))
    values = (
        SEGMENTS["makers"].in_(language),
        "; ".join(sizes[size] for size in ("key", "large", "medium")),
        None,
        "; ".join(regions[place] for place in _NEAR),
        SEGMENTS["dealers"].in_(language),
        None,
    )
    bounds = pd.DataFrame({"at_least": [None, None, _SPENDS, *[None] * 3], "at_most": [*[None] * 5, _TOO_LITTLE]})
    frame = pd.DataFrame(
        {
            "feature": [name.in_(language) for name in _NAMES],
            "looks_at": ["segment", "size", "potential_year", "region", "segment", "potential_year"],
            "role": [*["ideal"] * 4, *["exclusion"] * 2],
            "values": list(values),
        },
        dtype="str",
    )
    low, high = (wording.money(bounds[name].astype("float64"), language) for name in ("at_least", "at_most"))
    return frame.assign(at_least=low, at_most=high)
