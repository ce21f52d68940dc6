"""What waits for a person: pairs of clients that may be one, with the evidence on either side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .decisions import Answer, Decision, question_id
from .groups import Groups
from .likely import Candidate
from .spellings import Spelling


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question: are `first` and `second`, both main spellings, the same client?

    `signs` speak for it and `against` against it. `money` and `rows` say what would move to another name.
    `put_off` says that somebody has looked and left it for later.
    """

    first: str
    second: str
    score: float
    signs: tuple[str, ...]
    against: tuple[str, ...]
    money: float
    rows: int
    put_off: bool = False

    @property
    def id(self) -> str:
        """The id by which the question is answered."""
        return question_id(self.first, (self.second,))


def waiting(
    spellings: Mapping[str, Spelling],
    groups: Groups,
    candidates: Sequence[Candidate],
    decisions: Sequence[Decision] = (),
) -> list[Waiting]:
    """Return the open questions: most money at stake first, then most rows; what was put off comes last.

    One question for two clients, however many of their spellings are alike, and none where somebody has said no
    to any two of these.
    """
    main_of = groups.main_of
    refused = {_pair(main_of[first], main_of[second]) for first, second in groups.apart}
    later = {decision.id for decision in decisions if decision.answer is Answer.LATER}
    scores: dict[tuple[str, str], float] = defaultdict(float)
    signs: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    against: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for link in groups.doubts:
        pair = _pair(main_of[link.first], main_of[link.second])
        scores[pair] = 1.0
        signs[pair][link.why] = None
        against[pair][link.against or "group"] = None
    for one in candidates:
        pair = _pair(main_of[one.first], main_of[one.second])
        scores[pair] = max(scores[pair], one.score)
        # That the words agree goes without saying where the whole name does.
        signs[pair] |= dict.fromkeys(sign for sign in one.signs if not (sign == "order" and "name" in signs[pair]))
    totals: dict[str, tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for text, main in main_of.items():
        money, rows = totals[main]
        totals[main] = (money + spellings[text].money, rows + spellings[text].count)
    open_ones = []
    for pair in scores:
        if pair[0] == pair[1] or pair in refused:
            continue
        (money, rows), (other_money, other_rows) = totals[pair[0]], totals[pair[1]]
        question = question_id(pair[0], (pair[1],))
        open_ones.append(
            Waiting(
                *pair,
                scores[pair],
                tuple(signs[pair]),
                tuple(against[pair]),
                min(money, other_money),
                min(rows, other_rows),
                question in later,
            )
        )
    return sorted(open_ones, key=lambda one: (one.put_off, -one.money, -one.rows, -one.score, one.first))


def _pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first <= second else (second, first)
