"""Which table a sheet is, and which of its columns is which of ours.

Longer than most because each small function is one consideration in the choice of a table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ...model.tables import TABLES, Table
from .assign import Match, assign
from .contradictions import possible
from .headings import entity, parse, phrases
from .profiles import Profile

EQUAL: Final = 0.05
"""Tables and columns whose scores differ by no more fit equally well."""

DERIVED_ORDERS: Final = (
    "client",
    "client_id",
    "ordered_on",
    "manager",
    "channel",
    "region",
    "currency",
    "deal_id",
    "margin",
)
"""Columns of an order that order lines may carry, each repeated on every line."""

_DEALISH: Final = frozenset(
    {"stage", "outcome", "amount", "closed_on", "won_on", "lost_on", "expected_on", "probability", "name"}
)
_UNIQUE_NAME: Final = {"clients": "client", "managers": "manager", "products": "product", "stages": "stage"}
_NAMED_ONLY: Final = frozenset({"federal_list", "targets", "capacity", "stages", "control_figures", "plan_points"})
"""Tables so poor in columns that the name of the sheet or file must speak for them."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What one sheet was recognised as; `table` is `None` when nothing fits, `nearest` then what came nearest.

    `rivals` are other tables that fit equally well. `lacks` is the column ("deals.deal_id") for want of which a
    sheet of that table cannot be taken.
    """

    table: str | None
    score: float = 0.0
    confidence: float = 0.0
    matches: tuple[Match, ...] = ()
    derived: tuple[Match, ...] = ()
    nearest: str = ""
    rivals: tuple[str, ...] = ()
    lacks: str = ""
    letters: dict[str, str] = field(default_factory=dict)


def recognise(
    headings: Mapping[str, str],
    profiles: Mapping[str, Profile],
    names: Sequence[str],
    settled: Mapping[str, str] = MappingProxyType({}),
) -> Recognition:
    """Recognise a sheet by its headings (letter -> text), its values and the names of the sheet and the file.

    All tables are tried; in each, columns are assigned jointly so that the sum of squared likenesses is
    greatest. The table whose columns explain most wins. Nothing is recognised when the winner has no key or
    explains too little of the sheet. `settled` holds the user's answers to earlier questions, which count first.
    """
    if settled.get("table") in TABLES:
        table = TABLES[settled["table"]]
        return replace(_try(table, headings, profiles, names, settled), table=table.key)
    tried = sorted(
        (_try(table, headings, profiles, names, settled) for table in TABLES.values()), key=lambda r: -r.score
    )
    sound = [attempt for attempt in tried if attempt.table and _enough(attempt, headings, profiles)]
    if not sound:
        lacks = _lacking(tried[0]) if _enough(tried[0], headings, profiles) else ""
        return Recognition(
            None, score=tried[0].score, nearest=tried[0].nearest or tried[0].table or "", lacks=lacks
        )
    best = sound[0]
    if _lacks_only_its_key(tried[0], best):
        return Recognition(None, score=best.score, nearest=tried[0].nearest, lacks=_lacking(tried[0]))
    lines = next((attempt for attempt in sound if attempt.table == "order_lines" and attempt.derived), None)
    if best.table == "orders" and lines and best.score - lines.score <= _CLEARLY:
        # Orders follow from their lines, and not the other way round.
        best = lines
    # A table of which another one is a part, like orders of their lines, is no rival.
    rivals = tuple(
        attempt.table
        for attempt in sound[1:]
        if attempt.table and best.score - attempt.score <= EQUAL and not best.derived and not attempt.derived
    )
    if best.table == "clients":
        matches = _without_ids_of_people(best.matches, headings, profiles)
        best = replace(best, matches=matches, letters={match.column: match.letter for match in matches})
    return replace(best, rivals=rivals)


_CLEARLY: Final = 1.0
"""A table that explains so much more of a sheet is what the sheet is, even if it cannot be taken."""


def _lacking(attempt: Recognition) -> str:
    """Return the column without which the rows of a table cannot be told apart, "" when none is missing."""
    if attempt.table is not None or attempt.nearest in _NAMED_ONLY:
        return ""
    table = TABLES[attempt.nearest]
    missing = [column for key in table.keys for column in key if column not in attempt.letters]
    needed = [column for column in missing if table.column(column).needed]
    return f"{table.key}.{(needed or missing)[0]}" if missing else ""


def _lacks_only_its_key(first: Recognition, best: Recognition) -> bool:
    """Tell whether a sheet is clearly of a table whose key it lacks: as anything else it would be misread.

    Lines of goods without numbers of orders are orders themselves.
    """
    if (first.nearest, best.table) == ("order_lines", "orders"):
        return False
    return first.table is None and first.nearest not in _NAMED_ONLY and first.score - best.score >= _CLEARLY


def _try(
    table: Table,
    headings: Mapping[str, str],
    profiles: Mapping[str, Profile],
    names: Sequence[str],
    settled: Mapping[str, str],
) -> Recognition:
    matches = possible(assign(table, headings, profiles, settled), headings, profiles)
    score = sum(_worth(match, table) for match in matches)
    found = {match.column: match for match in matches}
    named = _named(table, names)
    score += named - 0.3 * sum(column.needed and column.key not in found for column in table.columns)
    score -= _not_unique(table, found, profiles)
    score += _own_words(table, headings)
    if table.key == "deals" and not _DEALISH & found.keys() and not _speaks_of(headings, "deal"):
        score -= 1.0
    score += _told_by_others(table, headings)
    derived: tuple[Match, ...] = ()
    if _lines(table, found) and {"product", "product_id"} & found.keys() and {"quantity", "price"} & found.keys():
        derived = _heads(found, headings, profiles)
        score += 0.6 * sum(_worth(match, TABLES["orders"]) for match in derived)
    keyed = any(all(column in found for column in key) or _lines(table, found) for key in table.keys)
    if table.key in _NAMED_ONLY and not named:
        keyed = False
    letters = {match.column: match.letter for match in matches}
    confidence = sum(match.score for match in matches) / len(matches) if matches else 0.0
    key = table.key if keyed else None
    return Recognition(key, score, min(confidence, 1.0), matches, derived, table.key, letters=letters)


def _without_ids_of_people(
    matches: tuple[Match, ...], headings: Mapping[str, str], profiles: Mapping[str, Profile]
) -> tuple[Match, ...]:
    """Leave out a bare "ID" in a list of people, where it would part a company into as many clients."""
    people = any({"first", "name"} <= set(parse(text).concepts) for text in headings.values() if text)
    found = {match.column: match.letter for match in matches}
    if not {"client", "client_id"} <= found.keys() or "client" in parse(headings[found["client_id"]]).concepts:
        return matches
    surnames = any({"last", "name"} <= set(parse(text).concepts) for text in headings.values() if text)
    repeated = profiles[found["client"]].distinct < profiles[found["client_id"]].distinct
    if not people or not (repeated or surnames):
        return matches
    return tuple(match for match in matches if match.column != "client_id")


_TELLING: Final = {
    "deals": frozenset({"deal", "request", "stage", "lost", "tele"}),
    "orders": frozenset({"paid", "deliver", "invoice", "order"}),
    "contacts": frozenset({"activity", "call", "meeting"}),
    "order_lines": frozenset({"quantity"}),
}


def _told_by_others(table: Table, headings: Mapping[str, str]) -> float:
    """Return what headings say of deals, orders and contacts without being columns of them: "paid" of orders."""
    if table.key not in _TELLING:
        return 0.0
    said = [frozenset(parse(text).concepts) for text in headings.values() if text]
    counts = {key: sum(bool(concepts & telling) for concepts in said) for key, telling in _TELLING.items()}
    own = counts.pop(table.key)
    return min(0.4, 0.2 * own) if own > max(counts.values()) else 0.0


def _speaks_of(headings: Mapping[str, str], concept: str) -> bool:
    return any(concept in parse(text).concepts for text in headings.values() if text)


def _own_words(table: Table, headings: Mapping[str, str]) -> float:
    """Return a little for headings like "Company owner", which say whose properties a sheet lists."""
    own = entity(table.key) - {"sale"}
    concepts = [frozenset(parse(text).concepts) for text in headings.values() if text]
    return min(0.75, 0.25 * sum(1 for said in concepts if said & own and said - own))


def _heads(
    found: Mapping[str, Match], headings: Mapping[str, str], profiles: Mapping[str, Profile]
) -> tuple[Match, ...]:
    """Assign what order lines leave over to the columns of an order."""
    used = {match.letter for name, match in found.items() if name != "order_id"}
    rest = {letter: text for letter, text in headings.items() if letter not in used}
    own = found.keys() | {"amount", "product_group"}
    if "amount" not in found:
        # A margin is one of the line only where a sum of the line stands beside it.
        own |= {"margin"}
    return tuple(
        match for match in assign(TABLES["orders"], rest, profiles) if match.column in set(DERIVED_ORDERS) - own
    )


def _lines(table: Table, found: Mapping[str, Match]) -> bool:
    return table.key == "order_lines" and "order_id" in found


def _worth(match: Match, table: Table) -> float:
    column = table.column(match.column)
    return match.score**2 * match.telling * (1.3 if column.needed else 1.0)


def _not_unique(table: Table, found: Mapping[str, Match], profiles: Mapping[str, Profile]) -> float:
    """Return what it costs that something stands twice which a dictionary would hold once."""
    column = _UNIQUE_NAME.get(table.key)
    if column and column in found and table.keys[0][0] not in found.keys() - {column}:
        seen = profiles[found[column].letter]
        return 2.0 if seen.cells >= 8 and seen.distinct < 0.6 else 0.0
    if table.key == "orders" and "order_id" in found:
        seen = profiles[found["order_id"].letter]
        enough = seen.cells >= 20 or (seen.cells >= 4 and "product_group" in found)
        return 0.7 if enough and seen.distinct < 0.6 else 0.0
    return 0.0


def _enough(attempt: Recognition, headings: Mapping[str, str], profiles: Mapping[str, Profile]) -> bool:
    strong = [match for match in attempt.matches if match.score >= 0.7 and match.telling >= 0.5]
    used = {match.letter for match in (*attempt.matches, *attempt.derived)}
    live = [letter for letter, text in headings.items() if text and not profiles[letter].empty]
    coverage = len(used & set(live)) / max(len(live), 1)
    if attempt.table == "clients" and not _speaks_of_clients(attempt, coverage):
        return False
    if len(strong) >= 4:
        return coverage >= 0.12
    if len(strong) == 3:
        return coverage >= 0.3
    return len(strong) == 2 and coverage >= 0.5


def _speaks_of_clients(attempt: Recognition, coverage: float) -> bool:
    """Any statistics name an organisation and its code; a list of clients says something of selling to them."""
    return coverage >= 0.5 or bool(
        attempt.letters.keys()
        & {"manager", "tax_id", "phone", "email", "priority", "size", "holding", "contact_person", "channel_first",
           "potential_year", "is_ours", "service_manager"}
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _named(table: Table, names: Sequence[str]) -> float:
    """Return how far the names of the sheet and the file speak for a table."""
    best = 0.0
    for name in names:
        said = frozenset(concept for concept in parse(name).concepts if concept not in {"date", "id", "sale"})
        plain = parse(name).plain
        for synonym in (*table.synonyms, *table.title.all()):
            meant = parse(synonym)
            if meant.plain == plain:
                best = max(best, 1.0)
            elif said and frozenset(meant.concepts) and frozenset(meant.concepts) <= said:
                best = max(best, 0.6)
    return best


def rough_hits(cells: Sequence[str]) -> int:
    """Return how many cells of a row read like headings that we know, for finding the header row quickly."""
    return sum(1 for cell in cells if cell and len(cell) <= 80 and _reads_like_heading(cell))


@lru_cache(maxsize=20_000)
def _reads_like_heading(cell: str) -> bool:
    heading = parse(cell)
    concepts = frozenset(heading.concepts)
    if not concepts or len(heading.words) > 8:
        return False
    known = sum(not concept.startswith("~") for concept in heading.concepts)
    return heading.plain in _all_plain() or (known >= len(heading.concepts) * 0.6 and known > 0)


@lru_cache(maxsize=1)
def _all_plain() -> frozenset[str]:
    return frozenset(phrase.plain for table in TABLES for phrase in phrases(table))
