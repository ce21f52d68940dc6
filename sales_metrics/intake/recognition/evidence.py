"""How far the values of a column speak for or against it being one of ours.

Longer than most because there is a function for each kind of column.
"""

from __future__ import annotations

import re
from typing import Final

from ...model.tables import Column, Kind
from .headings import Heading
from .lexicon import is_known
from .profiles import Profile

NO: Final = 0.0


def _readable(profile: Profile) -> float:
    """Return the share of cells that must be readable; a few faulty ones weigh much in a short sheet."""
    return 0.6 if profile.cells >= 10 else 0.4


_IDS_OF_ROWS: Final = {
    "deals": "deal_id",
    "contacts": "contact_id",
    "orders": "order_id",
    "tenders": "tender_id",
    "clients": "client_id",
    "products": "product_id",
}
_REPEATING: Final = frozenset({"manager", "service_manager", "head", "surveyor", "tele_marketer", "client_manager"})
_EUROPEAN: Final = re.compile(r"(?=(?:.*\d){6})[a-z]{2} ?[\da-z+*]{7,12}")
"""A VAT number with the letters of its country, as the European Union writes it."""
_DATED: Final = frozenset({Kind.DAY, Kind.MOMENT})


def fit(table: str, column: Column, profile: Profile, heading: Heading) -> float:
    """Return a factor 0..1.1 by which the values support a column: 0 forbids it, 1 is neutral.

    An empty column is slightly doubted. What is forbidden: a date where none is, a sum that is no number, an
    amount of nothing but zeros (an export fills a field so that nobody uses), a score out of its bounds.
    """
    if profile.empty:
        return 0.9
    if profile.email > 0.5 and column.key != "email":
        return 0.8 if column.key in _REPEATING else NO
    if profile.url > 0.5:
        return NO
    if heading.words[:1] in (("is",), ("has",)) and column.kind not in {Kind.YES_NO, Kind.CHOICE}:
        return NO
    if table == "deals" and column.kind is Kind.LABEL and _names_a_deal(heading):
        return NO
    value = _BY_KIND[column.kind](column, profile, heading)
    if value and _IDS_OF_ROWS.get(table) == column.key and profile.cells >= 20 and profile.distinct < 0.2:
        return NO
    return value


def _names_a_deal(heading: Heading) -> bool:
    """Tell whether English words end in a deal: the "originating lead" is a lead, and no origin of one."""
    if len(heading.words) < 2 or heading.concepts[-1] != "deal" or " of " in heading.plain:
        return False
    return heading.words[-1].isascii() and is_known(heading.words[-1])


def _day(column: Column, profile: Profile, heading: Heading) -> float:
    if profile.date >= _readable(profile):
        return 1.05
    serial = profile.serial >= 0.8 and "date" in heading.concepts
    return 1.0 if serial else NO


def _moment(column: Column, profile: Profile, heading: Heading) -> float:
    return _day(column, profile, heading)


def _money(column: Column, profile: Profile, heading: Heading) -> float:
    if profile.number < _readable(profile) or profile.date > 0.5:
        return NO
    if profile.zero > 0.95 and profile.cells >= 20:
        return 0.5
    return 0.6 if profile.percent > 0.5 else 1.0


def _number(column: Column, profile: Profile, heading: Heading) -> float:
    return NO if profile.number < _readable(profile) or profile.date > 0.5 else 1.0


def _share(column: Column, profile: Profile, heading: Heading) -> float:
    return NO if profile.number < _readable(profile) or profile.low < 0 or profile.high > 100.5 else 1.0


def _score(column: Column, profile: Profile, heading: Heading) -> float:
    if profile.number < _readable(profile):
        return NO
    low, high = column.low or 0, column.high or 10
    return 1.05 if low <= profile.low and profile.high <= high else 0.9 if profile.high <= 2 * high else NO


def _currency(column: Column, profile: Profile, heading: Heading) -> float:
    return 1.1 if profile.currency >= 0.6 else NO


def _yes_no(column: Column, profile: Profile, heading: Heading) -> float:
    return 1.0 if profile.yes_no >= 0.6 else NO


def _choice(column: Column, profile: Profile, heading: Heading) -> float:
    known = profile.known(column.choices)
    if known >= 0.5:
        return 1.05
    if profile.date > 0.5 or profile.number > 0.9 or profile.length > 40:
        return NO
    if column.key == "outcome" and profile.stage >= 0.5:
        # The stages themselves; what they say of the outcome follows from them.
        return 0.5
    return 0.5 + known if known > 0 else 0.45


def _tax_id(column: Column, profile: Profile, heading: Heading) -> float:
    if profile.tax_id >= 0.5:
        return 1.1
    if sum(_EUROPEAN.fullmatch(word) is not None for word in profile.words) >= 0.5 * len(profile.words) > 0:
        return 1.05
    return 0.9 if profile.number >= 0.5 and 8 <= profile.length <= 16 else NO


def _id(column: Column, profile: Profile, heading: Heading) -> float:
    if profile.date > 0.5 or profile.length > 60 or (profile.yes_no > 0.8 and profile.number < 0.5):
        return NO
    if column.key == "phone":
        return 1.05 if profile.phone > 0.5 else NO
    if (profile.number > 0.9 and profile.whole < 0.5) or profile.currency > 0.8:
        return NO
    if profile.cells >= 10 and not any(any(map(str.isdigit, word)) for word in profile.words):
        return NO
    return 0.6 if profile.spaced > 0.5 else 1.0


def _brief(profile: Profile) -> bool:
    """Tell whether a description is so short that it names what it describes."""
    return profile.cells >= 10 and profile.length <= 20


def _name(column: Column, profile: Profile, heading: Heading) -> float:
    if profile.date > 0.5 or (profile.currency > 0.8 and profile.cells > 3):
        return NO
    if profile.number > 0.8 or profile.yes_no > 0.8:
        return NO
    if column.key == "name" and "note" in heading.concepts and not _brief(profile):
        return NO
    if column.key == "name" and profile.company >= 0.6 and profile.cells >= 10:
        # Deals called after the firm: the name of the deal is less than the client that it may be.
        return 0.65
    if column.key == "contact_person" and profile.cells >= 10 and profile.person < 0.2 and profile.distinct < 0.3:
        return NO
    if column.key in _REPEATING and profile.cells >= 100 and profile.distinct > 0.9:
        return 0.6
    if column.key in _REPEATING and profile.person > 0.6:
        return 1.05
    return 1.05 if column.key == "client" and profile.company > 0.4 else 1.0


def _label(column: Column, profile: Profile, heading: Heading) -> float:
    if column.key in {"period", "month"}:
        return 1.0
    if profile.date > 0.5 or profile.number > 0.9 or profile.length > 60:
        return NO
    if column.key == "stage":
        return 1.1 if profile.stage > 0.5 else 0.95
    if profile.yes_no > 0.9 and "0" not in profile.words:
        return 0.5
    return 0.65 if profile.cells >= 100 and profile.distinct > 0.9 else 1.0


def _text(column: Column, profile: Profile, heading: Heading) -> float:
    if column.key == "email":
        return 1.1 if profile.email > 0.5 else NO
    if profile.date > 0.7 or profile.number > 0.95:
        return NO
    return 0.9 if column.key == "note" and "note" in heading.concepts and _brief(profile) else 1.0


_BY_KIND: Final = {
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.MONEY: _money,
    Kind.NUMBER: _number,
    Kind.SHARE: _share,
    Kind.SCORE: _score,
    Kind.CURRENCY: _currency,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.TAX_ID: _tax_id,
    Kind.ID: _id,
    Kind.NAME: _name,
    Kind.LABEL: _label,
    Kind.TEXT: _text,
}


_NEUTRAL: Final = frozenset({"date", "id", "name", "is", "main", "period", "document"})


def by_values(table: str, column: Column, profile: Profile, heading: Heading) -> tuple[float, str]:
    """Return how sure the values alone make a column, 0..1, and the code of that evidence.

    Used where the heading says nothing we know; a heading that says something else is believed.
    """
    if profile.cells < 5:
        return NO, ""
    if column.key == "client" or (table, column.key) == ("deals", "stage"):
        found = _in_place_of_a_heading(table, column, profile, heading)
        if found[0]:
            return found
    proof = {"phone": profile.phone, "email": profile.email, "tax_id": profile.tax_id}.get(column.key, 0.0)
    if proof >= 0.8 and column.key.replace("_", "") in heading.concepts:
        # "Phone of the contact person": what the heading mentions, the values are.
        return 0.8, "values"
    if not _says_nothing(heading):
        return NO, ""
    if column.kind is Kind.TAX_ID and profile.tax_id >= 0.9 and profile.distinct > 0.3:
        return 0.75, "check_digits"
    if column.kind is Kind.CURRENCY and profile.currency >= 0.95 and profile.number < 0.1:
        return 0.7, "currency_codes"
    if column.key == "email" and profile.email >= 0.9:
        return 0.75, "emails"
    if (
        table in {"deals", "stage_log"}
        and column.key == "stage"
        and profile.stage >= 0.8
        and profile.distinct <= 0.5
    ):
        return 0.7, "stage_words"
    if column.kind is Kind.CHOICE and column.key in {"kind", "outcome"} and profile.known(column.choices) >= 0.95:
        return (0.7, "known_words") if profile.number < 0.1 and len(set(profile.words)) > 1 else (NO, "")
    if column.needed and column.kind in _DATED and profile.date >= 0.9 and profile.filled > 0.9:
        return 0.62, "only_dates"
    if column.key == "client" and profile.company >= 0.6 and profile.filled >= 0.5 and profile.length <= 60:
        return 0.65, "company_names"
    if column.key == "manager" and profile.person >= 0.9 and profile.distinct < 0.5 and profile.filled >= 0.5:
        return 0.62, "person_names"
    return NO, ""


def _in_place_of_a_heading(table: str, column: Column, profile: Profile, heading: Heading) -> tuple[float, str]:
    """Return how sure values make a column whose heading says less than they do.

    A "status" of several stages is a stage; a "lead name" or a "contact" of nothing but firms is the client.
    """
    said = {concept for concept in heading.concepts if not concept.startswith("~")} - _NEUTRAL
    if column.key == "stage" and "status" in said and said <= {"status", "deal", "actual"}:
        told = len(set(profile.words)) >= 3 and profile.stage >= 0.8 and profile.distinct < 0.5
        return (0.7, "stage_words") if told else (NO, "")
    named = said == {"contact"} or (table == "deals" and said == {"deal"} and "name" in heading.concepts)
    if column.key == "client" and named and profile.company >= 0.6 and profile.filled >= 0.5:
        return 0.65, "company_names"
    return NO, ""


def _says_nothing(heading: Heading) -> bool:
    return all(concept.startswith("~") or concept in _NEUTRAL for concept in heading.concepts)
