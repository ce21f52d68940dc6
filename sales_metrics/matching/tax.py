"""Numbers by which a state knows a company, and only those whose check digits are right."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from stdnum.bg import vat as bulgarian
from stdnum.by import unp
from stdnum.eu import vat as european
from stdnum.ru import inn
from stdnum.ua import edrpou

_DIGITS: Final = re.compile(r"\d+")
_PREFIXED: Final = re.compile(r"[A-Z]{2}[0-9A-Z]{6,12}")
_INN_LENGTHS: Final = (10, 12)
_EIK: Final = 9
_EIK_OF_BRANCH: Final = 13
_EDRPOU: Final = 8


@dataclass(frozen=True, slots=True)
class TaxId:
    """A number with right check digits. `repaired` says that a leading zero was missing and was put back."""

    number: str
    repaired: bool = False


@lru_cache(maxsize=100_000)
def tax_id(text: str | None) -> TaxId | None:
    """Return the company's number in `text`, or `None` where there is none with right check digits.

    Known are the Russian INN (10 and 12 digits; the KPP after a slash is left aside), the Bulgarian EIK (a
    branch's 13 digits stand for the company's 9), the Ukrainian EDRPOU, the Belarusian UNP, and VAT numbers of
    the European Union with their country. A spreadsheet that took the text for a number has eaten its leading
    zero: where only the number with the zero is right, that one is meant. One digit repeated is a filler.

    >>> tax_id("7707083893"), tax_id("7707083894")
    (TaxId(number='7707083893', repaired=False), None)
    """
    if not text:
        return None
    plain = re.sub(r"[\s.\-\u00a0]", "", text.upper().split("/")[0])
    plain = plain.removeprefix("BG")
    if _PREFIXED.fullmatch(plain) and european.is_valid(plain):
        return TaxId(plain)
    if not _DIGITS.fullmatch(plain) or len(set(plain)) == 1:
        return None
    if _right(plain):
        return TaxId(plain[:_EIK] if len(plain) == _EIK_OF_BRANCH else plain)
    if len(plain) + 1 in (*_INN_LENGTHS, _EDRPOU) and _right("0" + plain):
        return TaxId("0" + plain, repaired=True)
    return None


def _right(digits: str) -> bool:
    if len(digits) in _INN_LENGTHS:
        return bool(inn.is_valid(digits))
    if len(digits) == _EIK:
        return bool(bulgarian.is_valid(digits) or unp.is_valid(digits))
    if len(digits) == _EIK_OF_BRANCH:
        return bool(bulgarian.is_valid(digits[:_EIK]))
    return len(digits) == _EDRPOU and bool(edrpou.is_valid(digits))


def repaired_among(found: TaxId, others: Collection[str]) -> TaxId:
    """Return the number with its zero put back where another row has it so.

    Nine digits may be right as they are by chance and still be an INN that lost its zero; that one of the other
    rows spells it out decides.
    """
    whole = "0" + found.number
    return TaxId(whole, repaired=True) if len(found.number) == _EIK and whole in others else found
