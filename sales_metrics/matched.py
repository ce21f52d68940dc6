"""A company's tables with each client under one name: the rules of matching, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from .engine import Tables
from .engine.clients import AS_WRITTEN, mark_of, spellings_of
from .engine.schema import KEY
from .matching import (
    Answer,
    Candidate,
    Decision,
    Groups,
    Link,
    Spelling,
    Waiting,
    grouped,
    likely,
    read_decision,
    spellings_in,
    sure,
    waiting,
)
from .matching.decisions import KIND
from .store import Snapshot, Store


@dataclass(frozen=True, slots=True)
class Clientele:
    """What one snapshot says about its clients, whatever anybody has decided."""

    spellings: dict[str, Spelling]
    links: list[Link]

    def grouped(self, decisions: list[Decision]) -> Groups:
        """Return the clients under the decisions."""
        return grouped(self.spellings, self.links, decisions)

    def candidates(self) -> list[Candidate]:
        """Return the pairs of like names; seconds for tens of thousands of spellings."""
        return likely(self.spellings)


def clientele(snapshot: Snapshot) -> Clientele:
    """Read the spellings of a snapshot and what surely joins them."""
    spellings = spellings_in(spellings_of(snapshot))
    return Clientele(spellings, sure(spellings))


def decisions_of(store: Store) -> list[Decision]:
    """Return the decisions that stand, the latest last."""
    newest = {entry.key: entry for entry in store.memory.history(KIND)}
    ordered = sorted(newest.values(), key=lambda entry: entry.number)
    return [decision for entry in ordered if (decision := read_decision(entry.value)) is not None]


def decide(store: Store, decision: Decision, *, who: str, at: datetime) -> int:
    """Remember a decision, which may be the opposite of an earlier one; return the number of the entry."""
    return store.memory.set(KIND, decision.id, decision.written(), who=who, at=at)


def undo_decision(store: Store, question: str, *, who: str, at: datetime) -> bool:
    """Forget what was decided about a question, so that the rules speak again; `False` if nothing was."""
    if question not in store.memory.current(KIND):
        return False
    store.memory.set(KIND, question, None, who=who, at=at)
    return True


def _question_of(value: Any) -> str | None:
    decision = read_decision(value)
    return decision.id if decision else None


KEYS: Final = {KIND: _question_of}
"""What the keys of decisions are made of: the spellings, so that they change when somebody is erased from them."""


def open_questions(found: Clientele, candidates: list[Candidate], decisions: list[Decision]) -> list[Waiting]:
    """Return the pairs that wait for a yes or no."""
    return waiting(found.spellings, found.grouped(decisions), candidates, decisions)


def client_names(store: Store, snapshot: Snapshot) -> dict[str, str]:
    """Return the main spelling of every spelling that has another one: what `Tables.of_snapshot` renames by."""
    return clientele(snapshot).grouped(decisions_of(store)).names


def matched_tables(store: Store, snapshot: Snapshot) -> Tables:
    """Open a snapshot with each client under one name."""
    return Tables.of_snapshot(snapshot, names=client_names(store, snapshot))


def as_written(tables: Tables, table: str) -> dict[str, str]:
    """Return the client as the file has it, by `_key`, for the rows of a table that show another spelling."""
    relation = tables[table]
    if AS_WRITTEN not in relation.columns:
        return {}
    other = relation.filter(relation[AS_WRITTEN] != relation.client)
    frame = tables.fetch(other.select(KEY, AS_WRITTEN))
    return dict(zip(frame[KEY], frame[AS_WRITTEN], strict=True))


__all__ = [
    "KEYS",
    "Answer",
    "Clientele",
    "Decision",
    "as_written",
    "client_names",
    "clientele",
    "decide",
    "decisions_of",
    "mark_of",
    "matched_tables",
    "open_questions",
    "undo_decision",
]
