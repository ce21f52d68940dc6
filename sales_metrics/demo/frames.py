"""The company's tables in one language: typed, by the product's own table and column names."""

from __future__ import annotations

from functools import cache

import pandas as pd

from ..model.tables import TABLES
from ..model.text import Language
from . import frames_of_sales, frames_of_team
from .company import simulate


@cache
def _built(language: Language) -> dict[str, pd.DataFrame]:
    company = simulate()
    built = {**frames_of_sales.build(company, language), **frames_of_team.build(company, language)}
    for key, frame in built.items():
        unknown = set(frame.columns) - set(TABLES[key].column_keys)
        if unknown:
            raise KeyError(f"{key} has no columns {sorted(unknown)}")
    return {key: built[key] for key in TABLES if key in built}


def frames(language: Language) -> dict[str, pd.DataFrame]:
    """Return the demo company as frames by table key, in the order of the product's tables.

    Columns have the product's keys; choices are codes ("won"), labels are words of the language, days and
    moments are datetime64[us], money is in RUB for Russian and in EUR otherwise. Missing values are null. The
    frames are the caller's own: changing one leaves the next call as it was.
    """
    return {key: frame.copy() for key, frame in _built(language).items()}
