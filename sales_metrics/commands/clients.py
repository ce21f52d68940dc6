"""`clients` says which spellings were joined and which wait; `clients decide` and `clients undo` have a say."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import Any

from ..matched import (
    Answer,
    Clientele,
    Decision,
    clientele,
    decide,
    decisions_of,
    open_questions,
    undo_decision,
)
from ..matching import Groups, Waiting
from ..matching.decisions import question_id
from ..store import Store
from .files import who
from .output import StoppedError, document, line, table

_SHOWN_AT_MOST = 20


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `clients` with its `decide` and `undo` to the grammar."""
    words = commands.add_parser("clients", parents=[common], help="which spellings of clients are one client")
    words.set_defaults(run=clients)
    further = words.add_subparsers(dest="clients_command", metavar="")
    say = further.add_parser("decide", parents=[common], help="say whether two spellings are one client")
    say.add_argument("id", metavar="ID", help="of a pair that waits, or of a spelling that was joined")
    say.add_argument("answer", choices=[answer.value for answer in Answer])
    say.set_defaults(run=answer_question)
    back = further.add_parser("undo", parents=[common], help="forget a decision; the rules speak again")
    back.add_argument("id", metavar="ID")
    back.set_defaults(run=undo)


def clients(given: argparse.Namespace) -> int:
    """Print the counts, what was joined, what waits and what was decided."""
    store = Store(given.store)
    told = overview(store)
    if given.json:
        document(told)
        return 0
    counts = told["counts"]
    line(", ".join(f"{name} {count}" for name, count in counts.items()))
    joined = [
        [one["id"], one["spelling"], "=", client["client"], one["why"]]
        for client in told["joined"]
        for one in client["spellings"]
    ]
    waits = [[one["id"], one["first"], "?", one["second"], ", ".join(one["signs"])] for one in told["waiting"]]
    said = [[one["id"], one["first"], one["answer"], ", ".join(one["others"]), ""] for one in told["decided"]]
    for title, rows in (("joined", joined), ("waiting", waits), ("decided", said)):
        if rows:
            line()
            table([title, "", "", "", ""], rows[:_SHOWN_AT_MOST])
            if len(rows) > _SHOWN_AT_MOST:
                line(f"… {len(rows) - _SHOWN_AT_MOST}")
    return 0


def answer_question(given: argparse.Namespace) -> int:
    """Remember a yes, a no or a later about a pair that waits or a spelling that was joined."""
    store = Store(given.store)
    found, decisions = clientele(store.snapshot()), decisions_of(store)
    asked = _questions(found.grouped(decisions), _waiting(found, decisions))
    asked |= {decision.id: (decision.first, decision.others) for decision in decisions}
    if given.id not in asked:
        raise StoppedError(f"There is no question {given.id}; `clients` lists them.")
    first, others = asked[given.id]
    decision = Decision(Answer(given.answer), first, others)
    decide(store, decision, who=who(), at=datetime.now(UTC))
    _tell(decision.written() | {"id": decision.id}, "decided", as_json=given.json)
    return 0


def undo(given: argparse.Namespace) -> int:
    """Forget a decision."""
    if not undo_decision(Store(given.store), given.id, who=who(), at=datetime.now(UTC)):
        raise StoppedError(f"There is no decision {given.id}; `clients` lists them.")
    _tell({"id": given.id}, "undone", as_json=given.json)
    return 0


def overview(store: Store) -> dict[str, Any]:
    """Return counts, joins, questions and decisions in plain data."""
    found, decisions = clientele(store.snapshot()), decisions_of(store)
    groups = found.grouped(decisions)
    waits = _waiting(found, decisions)
    return {
        "counts": {
            "spellings": len(found.spellings),
            "clients": groups.clients,
            "joined": len(groups.names),
            "waiting": len(waits),
        },
        "joined": [
            {
                "client": one.main,
                "spellings": [
                    {"id": question_id(other, one.apart(other)), "spelling": other, "why": one.why_of(other)}
                    for other in one.others
                ],
            }
            for one in groups.joined
        ],
        "waiting": [
            {
                "id": one.id,
                "first": one.first,
                "second": one.second,
                "score": one.score,
                "signs": list(one.signs),
                "against": list(one.against),
                "rows": one.rows,
                "put_off": one.put_off,
            }
            for one in waits
        ],
        "decided": [decision.written() | {"id": decision.id} for decision in decisions],
    }


def _waiting(found: Clientele, decisions: list[Decision]) -> list[Waiting]:
    return open_questions(found, found.candidates(), decisions)


def _questions(groups: Groups, waits: list[Waiting]) -> dict[str, tuple[str, tuple[str, ...]]]:
    asked: dict[str, tuple[str, tuple[str, ...]]] = {one.id: (one.first, (one.second,)) for one in waits}
    for one in groups.joined:
        for other in one.others:
            rest = one.apart(other)
            asked[question_id(other, rest)] = (other, rest)
    return asked


def _tell(told: dict[str, Any], what: str, *, as_json: bool) -> None:
    if as_json:
        document({what: told})
    else:
        line(f"{what} {told['id']}")
