"""Codes into words: small steps that every table of the company shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import pandas as pd

from ..model.text import Language, Text
from . import names, places
from .cast import SELLERS
from .days import WORKDAYS, Numbers
from .vocabulary import INDUSTRIES, MODELS, PRODUCT_GROUPS

Words: TypeAlias = "pd.Series[str]"


def spoken(codes: pd.Series, words: Mapping[str, Text], language: Language) -> Words:
    """Return the word of each code; a code without a word, such as the empty one, becomes missing."""
    return codes.map({code: text.in_(language) for code, text in words.items()}).astype("str")


def listed(numbers: pd.Series, phrases: Sequence[Text], language: Language) -> Words:
    """Return the phrase of each number; a negative number becomes missing."""
    return numbers.map({n: text.in_(language) for n, text in enumerate(phrases)}).astype("str")


def sellers(numbers: pd.Series, language: Language) -> Words:
    """Return the manager's name of each number."""
    return listed(numbers, [seller.name for seller in SELLERS], language)


def people(numbers: pd.Series, language: Language) -> Words:
    """Return an invented person's name for each number."""
    return numbers.map({n: names.person(int(n), language) for n in numbers.unique()}).astype("str")


def days(numbers: pd.Series) -> pd.Series:
    """Return the date of each working-day number; a negative number becomes missing."""
    found = WORKDAYS[np.maximum(numbers.to_numpy(), 0)].astype("datetime64[us]")
    return pd.Series(found, index=numbers.index).where(numbers >= 0)


def dates(values: pd.Series | pd.Index) -> pd.Series:
    """Return dates in the resolution that all frames share."""
    return pd.Series(pd.to_datetime(values), index=getattr(values, "index", None)).astype("datetime64[us]")


def moments(numbers: pd.Series, minutes: pd.Series) -> pd.Series:
    """Return the moment of each working-day number and minute after nine; a negative number becomes missing."""
    moment = days(numbers) + pd.to_timedelta(minutes.to_numpy() + 9 * 60, unit="m")
    return pd.Series(moment).astype("datetime64[us]")


def money(euros: pd.Series, language: Language) -> pd.Series:
    """Return amounts in the currency of the language: a hundred roubles to the euro keeps figures whole."""
    return (euros * 100).round(0) if language == "ru" else euros.astype("float64").round(2)


def currency(language: Language) -> str:
    """Return the currency that the company keeps its books in."""
    return "RUB" if language == "ru" else "EUR"


def client_names(clients: pd.DataFrame, language: Language) -> Words:
    """Return the name of every client: what it does stands behind its stem, or the town of a branch."""
    towns = [town for _, _, town in places.areas(language)]
    works = {code: text.in_(language) for code, (_, text) in INDUSTRIES.items()}
    found = []
    columns = (clients["firm"], clients["branch"], clients["area"], clients["industry"])
    for firm, branch, area, industry in zip(*columns, strict=True):
        tail = works[industry] if branch < 0 else f"{towns[area]} {branch + 1}"
        found.append(names.firm(firm, tail, language))
    return pd.Series(found, index=clients.index, dtype="str")


def group_names(language: Language) -> list[str]:
    """Return the product groups in their order."""
    return [group.in_(language) for group, _, _ in PRODUCT_GROUPS.values()]


def article_names(language: Language) -> list[str]:
    """Return every article, group by group."""
    return [f"{article.in_(language)} {model}" for _, article, _ in PRODUCT_GROUPS.values() for model in MODELS]


def article_codes(count: Numbers | range) -> list[str]:
    """Return the code of every article; the zeros in front belong to it."""
    return [f"{n // len(MODELS) + 1:02d}{n % len(MODELS) + 1:03d}" for n in count]


def numbered(prefix: str, numbers: pd.Series, width: int = 5) -> Words:
    """Return ids such as "SO-00012", counted from 1; a negative number becomes missing."""
    text = prefix + (numbers.clip(lower=0) + 1).astype("int64").astype("str").str.zfill(width)
    return text.where(numbers >= 0)
