"""What may be joined without asking: one tax number, one code in one file, one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from .spellings import Spelling

MOST_NAMES_OF_AN_ID: Final = 8
"""A number beside more names than this is a filler, or the company's own."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reason to take two spellings for one client.

    `why` is "decided", "tax_id", "client_id" or "name"; `what` the number, code or name that they share. Where
    something speaks against it, `against` says what, and the pair is for a person: "tax_ids", "branch",
    "forms", "cities", or "namesakes" (the name belongs to two firms, and nothing else says which is meant).
    """

    first: str
    second: str
    why: str
    what: str
    against: str = ""


def sure(spellings: Mapping[str, Spelling]) -> list[Link]:
    """Return the links, strongest kind first. They tie neighbours of a group, not every two of its members."""
    return [*_by_tax_id(spellings), *_by_client_id(spellings), *_by_name(spellings)]


def _by_tax_id(spellings: Mapping[str, Spelling]) -> Iterator[Link]:
    holders: dict[str, list[Spelling]] = defaultdict(list)
    for one in spellings.values():
        # A name beside two valid numbers is the name of two firms; it joins neither.
        if len(one.tax_ids) == 1:
            holders[next(iter(one.tax_ids))].append(one)
    for number, found in holders.items():
        if len({one.name.core for one in found}) <= MOST_NAMES_OF_AN_ID:
            yield from _chained(found, "tax_id", number, ("branch",))


def _by_client_id(spellings: Mapping[str, Spelling]) -> Iterator[Link]:
    holders: dict[tuple[str, str], list[Spelling]] = defaultdict(list)
    for one in spellings.values():
        for place in one.client_ids:
            holders[place].append(one)
    for (_, code), found in holders.items():
        if len({one.name.core for one in found}) <= MOST_NAMES_OF_AN_ID:
            yield from _chained(found, "client_id", code, ("tax_ids", "branch"))


def _by_name(spellings: Mapping[str, Spelling]) -> Iterator[Link]:
    holders: dict[tuple[str, str], list[Spelling]] = defaultdict(list)
    for one in spellings.values():
        holders[(one.name.look, one.name.branch)].append(one)
    for (name, _), found in holders.items():
        doubts: tuple[str, ...] = ("tax_ids", "forms", "cities")
        if _namesakes(found, doubts):
            # Two firms of one name are known: the name alone no longer tells which of them a third row means.
            doubts = (*doubts, "namesakes")
        yield from _chained(found, "name", name, doubts)


def _namesakes(found: list[Spelling], doubts: tuple[str, ...]) -> bool:
    return any(len(one.tax_ids) > 1 for one in found) or any(
        contradiction(one, other, doubts) for one, other in combinations(found, 2)
    )


def _chained(found: list[Spelling], why: str, what: str, doubts: tuple[str, ...]) -> Iterator[Link]:
    """Yield a link from each spelling to every earlier one that it contradicts, and to one that it does not."""
    for place, one in enumerate(found):
        tied = False
        for other in found[:place]:
            against = contradiction(one, other, doubts)
            if against or not tied:
                yield Link(other.text, one.text, why, what, against)
            tied = tied or not against


def contradiction(one: Spelling, other: Spelling, doubts: tuple[str, ...]) -> str:
    """Return the first of `doubts` that holds between two spellings, or an empty text."""
    apart = {
        "tax_ids": bool(one.tax_ids and other.tax_ids and one.tax_ids != other.tax_ids),
        "branch": one.name.branch != other.name.branch,
        "forms": bool(one.name.families and other.name.families and not one.name.families & other.name.families),
        "cities": bool(one.cities and other.cities and not one.cities & other.cities),
        "namesakes": _of_two_firms(one) or _of_two_firms(other) or not _sharing(one, other),
    }
    return next((doubt for doubt in doubts if apart[doubt]), "")


def _of_two_firms(one: Spelling) -> bool:
    return len(one.tax_ids) > 1 or len(one.cities) > 1


def _sharing(one: Spelling, other: Spelling) -> bool:
    return bool(
        one.tax_ids & other.tax_ids
        or one.cities & other.cities
        or one.phones & other.phones
        or one.domains & other.domains
    )
