"""The spellings of clients with all that the tables know beside them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pandas as pd

from .names import Name, name_of
from .tax import TaxId, repaired_among, tax_id

COLUMNS: Final = (
    "table",
    "client",
    "client_id",
    "tax_id",
    "city",
    "phone",
    "email",
    "holding",
    "upload",
    "rows",
    "money",
)
"""What `spellings_in` reads, a row per combination; `rows` and `money` say how often and for how much."""

# Addresses that anybody may have: two firms with one of these have nothing in common.
_COMMON_DOMAINS: Final = frozenset(
    {
        *("gmail.com", "icloud.com", "outlook.com", "hotmail.com", "yahoo.com", "live.com", "proton.me"),
        *("mail.ru", "bk.ru", "list.ru", "inbox.ru", "yandex.ru", "ya.ru", "rambler.ru", "protonmail.com"),
        *("abv.bg", "mail.bg", "dir.bg", "gbg.bg", "ukr.net", "i.ua", "meta.ua", "tut.by"),
    }
)
_PHONE_DIGITS: Final = 10
_SHORTEST_PHONE: Final = 7
_NO_ID: Final = re.compile(r"[\W0_]*|n/?a|none|null|нет", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which files write a client.

    `client_ids` are (source, id): an id says nothing outside the file that it stands in. `written` are the
    phone, city and so on as they stand in the files, for people to look at; `repaired` the tax numbers to which a
    lost zero was given back.
    """

    text: str
    name: Name
    rows: Mapping[str, int]
    money: float = 0.0
    tax_ids: frozenset[str] = frozenset()
    repaired: frozenset[str] = frozenset()
    client_ids: frozenset[tuple[str, str]] = frozenset()
    cities: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    holdings: frozenset[str] = frozenset()
    written: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """The number of rows, over all tables."""
        return sum(self.rows.values())


def spellings_in(frame: pd.DataFrame) -> dict[str, Spelling]:
    """Return the spellings by their text, in the order of the alphabet. The frame has `COLUMNS`; any but the text
    and `rows` may be missing or blank, and rows without a client are passed over.
    """
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    money: dict[str, float] = defaultdict(float)
    taxes: dict[str, set[TaxId]] = defaultdict(set)
    known: dict[str, dict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
    written: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    full = frame.reindex(columns=list(COLUMNS)).astype(object)
    full = full.where(full.notna(), None)
    row: Any
    for row in full.itertuples(index=False):
        text = row.client
        if not text or not str(text).strip():
            continue
        rows[text][row.table or ""] += int(row.rows or 1)
        money[text] += float(row.money or 0)
        if (tax := tax_id(row.tax_id)) is not None:
            taxes[text].add(tax)
        if row.client_id and not _NO_ID.fullmatch(row.client_id):
            known[text]["client_ids"].add((f"{row.table}:{row.upload or ''}", row.client_id.strip()))
        for key, found in (
            ("cities", _city(row.city)),
            ("phones", _phone(row.phone)),
            ("domains", _domain(row.email)),
            ("holdings", row.holding and name_of(row.holding).core),
        ):
            if found:
                known[text][key].add(found)
        for column in ("client_id", "tax_id", "city", "phone", "email", "holding"):
            if (value := getattr(row, column)) is not None:
                written[text][column].add(str(value))
    numbers = frozenset(tax.number for found in taxes.values() for tax in found)
    made: dict[str, Spelling] = {}
    for text in sorted(rows):
        ids = {repaired_among(tax, numbers) for tax in taxes[text]}
        made[text] = Spelling(
            text,
            name_of(text),
            dict(rows[text]),
            money[text],
            frozenset(tax.number for tax in ids),
            frozenset(tax.number for tax in ids if tax.repaired),
            **{
                key: frozenset(known[text][key])
                for key in ("client_ids", "cities", "phones", "domains", "holdings")
            },
            written={key: tuple(sorted(values)) for key, values in written[text].items()},
        )
    return made


def _city(text: str | None) -> str:
    words = re.findall(r"[^\W_]+", (text or "").casefold().replace("ё", "е"))
    return " ".join(word for word in words if word not in ("г", "гр", "город", "град", "м"))


def _phone(text: str | None) -> str:
    digits = "".join(re.findall(r"\d", text or ""))[-_PHONE_DIGITS:]
    return digits if len(digits) >= _SHORTEST_PHONE and len(set(digits)) > 1 else ""


def _domain(text: str | None) -> str:
    domain = (text or "").casefold().rpartition("@")[2].strip()
    return "" if "@" not in (text or "") or domain in _COMMON_DOMAINS else domain
