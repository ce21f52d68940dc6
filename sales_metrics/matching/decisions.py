"""What a person has said about two spellings, and how it is written down."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

KIND: Final = "client_match"
"""The kind of entry under which the store remembers a decision."""


class Answer(Enum):
    """Yes, the same client; no, two clients; or not now."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether `first` is the same client as each of `others`."""

    answer: Answer
    first: str
    others: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the question that it answers."""
        return question_id(self.first, self.others)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that it speaks of."""
        return tuple((self.first, other) for other in self.others)

    def written(self) -> dict[str, Any]:
        """Return the decision as JSON holds it; `read_decision` is the way back."""
        return {"answer": self.answer.value, "first": self.first, "others": list(self.others)}


def question_id(first: str, others: Iterable[str]) -> str:
    """Return ten hexadecimal digits that name a question.

    Of two spellings either may come first; of more, `first` is the one that is told apart from the others.
    """
    told = sorted(others)
    named = sorted((first, *told)) if len(told) == 1 else [first, "", *told]
    return hashlib.sha256("\0".join(named).encode()).hexdigest()[:10]


def read_decision(value: Any) -> Decision | None:
    """Return what `Decision.written` wrote; `None` for anything else, such as an entry of a newer release."""
    try:
        return Decision(Answer(value["answer"]), str(value["first"]), tuple(map(str, value["others"])))
    except (KeyError, TypeError, ValueError):
        return None
