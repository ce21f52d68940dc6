"""What the stages of a company's deals mean: how far along the way each stands, and how a deal there has ended.

Companies name their stages freely. The words that the product understands are data in `stage_words.toml`, and so
are the names of the steps of the ready sets in `stage_sets.toml`; a number in front of a name ("3. Оферта") is
taken as the company's own order.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final, Literal, NamedTuple, cast

from .phrases import holds, words_of

Outcome = Literal["open", "won", "lost", "parked"]

CREATED: Final = "_created"
"""The first step of a funnel of a company that records no stages."""
WON: Final = "_won"
"""The last step of a funnel whose stages name no won one."""

_NUMBERED: Final = re.compile(
    r"^\s*(?:(?:этап|стадия|шаг|етап|стъпка|stage|step)\s*)?№?\s*(\d{1,3})(?!\d|\s*%)", re.IGNORECASE
)
_WORD_OR_START: Final = re.compile(r"[^\W_]+\*?")
_LANGUAGES: Final = ("ru", "en", "bg")
_DENIALS: Final = frozenset({"не", "нет", "без", "not", "no", "un", "never", "няма"})
_AFTER: Final[Mapping[str, int]] = {"open": 0, "won": 1, "parked": 2, "lost": 3}


@dataclass(frozen=True, slots=True)
class StageMeaning:
    """Where a stage stands, and what a deal in it is.

    `rank` grows along the sale: the company's own number where the name starts with one, otherwise 0..100 by
    the vocabulary; `None` when no word of the name is known. The two scales are not comparable: `order` is.
    An unknown stage counts as open.
    """

    rank: float | None
    outcome: Outcome


class StageAt(NamedTuple):
    """One stage in its place: a row of the table `stages`."""

    stage: str
    position: int
    outcome: Outcome


class Phrase(NamedTuple):
    """Words that stand together in a stage's name, and what they say of it; "*" ends a word that varies."""

    words: tuple[str, ...]
    rank: float
    outcome: Outcome

    @property
    def weight(self) -> tuple[int, int]:
        """How much the phrase says: of two that match, the heavier one is meant."""
        return sum(len(word.rstrip("*")) for word in self.words), _AFTER[self.outcome]


def meaning(stage: str) -> StageMeaning:
    """Return what one stage name means, in whichever of the three languages it is written.

    A won or an open word that is denied ("не оплачен") does not count. Nothing is raised: a blank or unknown
    name is an open stage without a rank.
    """
    number = _number(stage)
    phrase = _known_phrase(stage)
    if phrase is None:
        return StageMeaning(number, "open")
    if phrase.outcome in ("lost", "parked"):
        return StageMeaning(number, phrase.outcome)
    return StageMeaning(phrase.rank if number is None else number, phrase.outcome)


def order(stages: Iterable[str | None], first_seen: Mapping[str, float] | None = None) -> list[StageAt]:
    """Put the distinct stages of one company in the order of the sale: open, won, parked, lost; from 1.

    Where at least half of the open stages start with a number, numbers decide; otherwise the vocabulary does.
    A stage that has no rank is placed by `first_seen`, which maps a stage to how early deals get there (the
    mean day or the mean place in the log; the scale is free): after the last ranked stage that is reached
    earlier. Without a mapping it stands after the ranked ones. Blanks and nulls are left out. Ties are broken
    by the name, so the order of the input does not matter.
    """
    seen = first_seen or {}
    names = sorted({stage for stage in stages if stage is not None and stage.strip()})
    meanings = {name: meaning(name) for name in names}
    opened = [name for name in names if meanings[name].outcome == "open"]
    by_number = bool(opened) and 2 * sum(_number(name) is not None for name in opened) >= len(opened)
    placed: list[StageAt] = []
    for outcome in cast("list[Outcome]", sorted(_AFTER, key=_AFTER.__getitem__)):
        group = [name for name in names if meanings[name].outcome == outcome]
        ranks = {name: _number(name) if by_number else _word_rank(name) for name in group}
        for name in _arranged(ranks, seen):
            placed.append(StageAt(name, len(placed) + 1, outcome))
    return placed


def _arranged(ranks: Mapping[str, float | None], seen: Mapping[str, float]) -> list[str]:
    ranked = sorted((rank, seen.get(name, float("inf")), name) for name, rank in ranks.items() if rank is not None)
    line = [name for _, _, name in ranked]
    unranked = sorted((seen.get(name, float("inf")), name) for name, rank in ranks.items() if rank is None)
    for day, name in unranked:
        earlier = [place for place, other in enumerate(line) if seen.get(other, float("inf")) <= day]
        line.insert(max(earlier) + 1 if earlier else 0, name)
    return line


def _number(stage: str) -> float | None:
    found = _NUMBERED.match(stage)
    return float(found.group(1)) if found else None


def _word_rank(stage: str) -> float | None:
    phrase = _known_phrase(stage)
    return None if phrase is None or phrase.outcome in ("lost", "parked") else phrase.rank


@lru_cache(maxsize=4096)
def _known_phrase(stage: str) -> Phrase | None:
    return best_phrase(stage, _phrases())


def station_rank(stage: str) -> float | None:
    """Return the rank of the vocabulary's station that a name means, whatever number it begins with."""
    phrase = _known_phrase(stage)
    return None if phrase is None else phrase.rank


def best_phrase(stage: str, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """Return the heaviest of these phrases that a name holds, the first of equals, or `None`."""
    tokens = words_of(stage)
    best: Phrase | None = None
    for phrase in phrases:
        if (best is None or phrase.weight > best.weight) and holds(tokens, phrase.words, _DENIALS):
            best = phrase
    return best


def phrases_of(written: Iterable[str], rank: float, outcome: Outcome) -> tuple[Phrase, ...]:
    """Return phrases as the vocabulary holds them, out of how they are written there."""
    split = (_WORD_OR_START.findall(words.casefold().replace("ё", "е")) for words in written)
    return tuple(Phrase(tuple(words), rank, outcome) for words in split)


@cache
def _phrases() -> tuple[Phrase, ...]:
    """Return the vocabulary, then what the ready sets add to it.

    Of steps at which a deal is won only the full names are taken: "отзыв" alone may be a refusal.
    """
    found: list[Phrase] = []
    for station in _data("stage_words.toml")["station"]:
        written = [words for language in _LANGUAGES for words in station[language]]
        found += phrases_of(written, float(station["rank"]), station["outcome"])
    for step in (step for one in _data("stage_sets.toml")["set"] for step in one["step"]):
        outcome = step.get("outcome", "open")
        words = step.get("words", {}) if outcome == "open" else {}
        written = [*(step[language] for language in _LANGUAGES), *(one for many in words.values() for one in many)]
        found += phrases_of(written, float(step["rank"]), outcome)
    return tuple(found)


def _data(name: str) -> Any:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
