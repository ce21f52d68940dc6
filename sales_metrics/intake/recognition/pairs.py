"""Columns that stand in pairs: with and without VAT, this period and the one before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from .headings import parse, plain_text

_WITHOUT: Final = re.compile(r"\b(?:без|untaxed|net|excl\w*|ex|before|нетто)\b")
_WITH: Final = re.compile(r"\b(?:с|със|incl\w*|gross|inc|including|брутто|бруто)\b")
_BEFORE: Final = re.compile(r"\b(?:прошл\w*|предыдущ\w*|previous|prior|предходн\w*|минал\w*)\b")


def vat_preference(text: str) -> float:
    """Return how much a sum is preferred for what its heading says of VAT: one without it to one with it."""
    plain = plain_text(text)
    if "vat" not in parse(text).concepts and not re.search(r"\b(?:net|gross|нетто|брутто)\b", plain):
        return 0.0
    if _WITHOUT.search(plain):
        return 0.2
    return -0.1 if _WITH.search(plain) else 0.0


def beside(letters: Mapping[str, str], headings: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return (problem, letter used, letter left out) for pairs of sums of which one was taken."""
    used = letters.get("amount")
    if used is None:
        return []
    taken = set(letters.values())
    found = []
    for letter, text in headings.items():
        if letter in taken or "amount" not in parse(text).concepts:
            continue
        if _BEFORE.search(plain_text(text)):
            found.append(("period_before", used, letter))
        elif vat_preference(text) != vat_preference(headings[used]):
            found.append(("vat_beside", used, letter))
    return found
