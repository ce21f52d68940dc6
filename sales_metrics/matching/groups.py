"""Spellings joined into clients: strong reasons first, and never over a contradiction or somebody's no."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from .decisions import Answer, Decision
from .spellings import Spelling
from .sure import Link

_ORDER: Final = ("tax_id", "client_id", "name")


@dataclass(frozen=True, slots=True)
class Joined:
    """One client with more than one spelling. `main` is shown everywhere; `links` say why the others are it."""

    main: str
    others: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """All its spellings, the main one first."""
        return (self.main, *self.others)

    def why_of(self, text: str) -> str:
        """Return the strongest reason for which a spelling is here: "decided", "tax_id", "client_id", "name"."""
        reasons = {link.why for link in self.links if text in (link.first, link.second)}
        return next((why for why in ("decided", *_ORDER) if why in reasons), "")

    def apart(self, text: str) -> tuple[str, ...]:
        """Return the other spellings: those from which `text` is parted when somebody takes it out."""
        return tuple(member for member in self.members if member != text)


@dataclass(frozen=True, slots=True)
class Groups:
    """What became of the spellings. `main_of` names the main spelling of each; `doubts` are the links that
    something speaks against; `apart` are the pairs of which somebody said no.
    """

    main_of: Mapping[str, str]
    joined: tuple[Joined, ...]
    doubts: tuple[Link, ...] = ()
    apart: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @property
    def names(self) -> dict[str, str]:
        """The spellings that are shown under another one, each with that one."""
        return {text: main for text, main in self.main_of.items() if text != main}

    @property
    def clients(self) -> int:
        """How many clients there are."""
        return len(set(self.main_of.values()))


class _Sets:
    """Disjoint sets that know which of them must not meet."""

    def __init__(self, spellings: Mapping[str, Spelling]) -> None:
        self.members = {text: [text] for text in spellings}
        self.top = {text: text for text in spellings}
        self.taxes = {text: set(one.tax_ids) for text, one in spellings.items()}
        self.enemies: dict[str, set[str]] = defaultdict(set)

    def forbid(self, first: str, second: str) -> None:
        self.enemies[first].add(second)
        self.enemies[second].add(first)

    def may_meet(self, first: str, second: str) -> bool:
        one, other = self.top[first], self.top[second]
        if self.taxes[one] and self.taxes[other] and self.taxes[one] != self.taxes[other]:
            return False
        small, large = sorted((one, other), key=lambda top: len(self.members[top]))
        return not any(self.top[enemy] == large for text in self.members[small] for enemy in self.enemies[text])

    def join(self, first: str, second: str) -> None:
        large, small = sorted((self.top[first], self.top[second]), key=lambda top: -len(self.members[top]))
        if large == small:
            return
        for text in self.members[small]:
            self.top[text] = large
        self.members[large] += self.members.pop(small)
        self.taxes[large] |= self.taxes[small]


def grouped(spellings: Mapping[str, Spelling], links: Iterable[Link], decisions: Sequence[Decision] = ()) -> Groups:
    """Join spellings into clients.

    A yes joins whatever the rules say, a later no takes precedence over an earlier yes about the same pair, and
    spellings that are in no table any more are passed over. Links are taken by kind; between spellings of one
    strength those that nobody was asked about go first. A link that would join two different tax numbers, or a
    pair that must stay apart, is left for a person.
    """
    sets = _Sets(spellings)
    said = {
        tuple(sorted(pair)): decision.answer
        for decision in decisions
        for pair in decision.pairs
        if pair[0] in spellings and pair[1] in spellings and decision.answer is not Answer.LATER
    }
    apart = frozenset((first, second) for (first, second), answer in said.items() if answer is Answer.NO)
    for first, second in apart:
        sets.forbid(first, second)
    used = [Link(first, second, "decided", "") for (first, second), answer in said.items() if answer is Answer.YES]
    for link in used:
        sets.join(link.first, link.second)
    asked = {text for pair in apart for text in pair}
    doubts: list[Link] = []
    by_kind: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_kind[link.why].append(link)
    for kind in _ORDER:
        for link in by_kind[kind]:
            if link.against:
                doubts.append(link)
                sets.forbid(link.first, link.second)
        clear = [link for link in by_kind[kind] if not link.against]
        for link in sorted(clear, key=lambda link: link.first in asked or link.second in asked):
            if sets.top[link.first] == sets.top[link.second]:
                used.append(link)
            elif sets.may_meet(link.first, link.second):
                sets.join(link.first, link.second)
                used.append(link)
            else:
                doubts.append(link)
    main_of: dict[str, str] = {}
    joined: list[Joined] = []
    reasons: dict[str, list[Link]] = defaultdict(list)
    for link in used:
        reasons[sets.top[link.first]].append(link)
    for top, members in sets.members.items():
        ranked = sorted((spellings[text] for text in members), key=_rank)
        main_of |= dict.fromkeys(members, ranked[0].text)
        if len(ranked) > 1:
            joined.append(Joined(ranked[0].text, tuple(one.text for one in ranked[1:]), tuple(reasons[top])))
    joined.sort(key=lambda one: (-sum(spellings[text].count for text in one.members), one.main))
    left = tuple(link for link in doubts if main_of[link.first] != main_of[link.second])
    return Groups(main_of, tuple(joined), left, apart)


def _rank(one: Spelling) -> tuple[bool, int, int, str]:
    return ("clients" not in one.rows, -one.count, len(one.text), one.text)
