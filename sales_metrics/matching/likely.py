"""Names that are nearly the same: pairs for a person to look at, and never joined without one.

Similarity is that of whole names (Winkler 1990; the ratio of Levenshtein with insertions and deletions). Measures
that compare sets of words call "Вектор" and "Вектор Сервис Юг" equal and are no use here. Only names that share
the beginning of a word, all letters but one, a telephone, an address or a town with the first letters are compared
(blocking).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from .spellings import Spelling

NEAR: Final = 0.93
"""Names as near as this by Jaro and Winkler are asked about when a town, telephone or address agrees."""
NEAR_RATIO: Final = 90.0
WORTH_A_LOOK: Final = 0.85
"""Names as near as this, by both measures, are asked about with nothing else to go by."""
_LARGEST_BLOCK: Final = 500
_LARGEST_HOUSEHOLD: Final = 40
_BEGINNINGS: Final = (3, 5, 8)
_WORDS_ALIKE: Final = 0.8
_WITH_CONTACT: Final = 0.75
_LONG_WORD: Final = 5
_SHORTEST_NAME: Final = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two spellings that may be one client: `score` 0..1, and what speaks for it.

    `signs` are of "phone", "domain", "city", "letters" (the names differ in a few letters), "order" (the same
    words or letters in another order or spacing), "sound" (the same in the other alphabet), "word".
    """

    first: str
    second: str
    score: float
    signs: tuple[str, ...]


def likely(spellings: Mapping[str, Spelling]) -> list[Candidate]:
    """Return the pairs worth asking about, best first. Pairs with different tax numbers are not among them."""
    known = list(spellings.values())
    found = {pair for pairs in (_near(known), _sharing(known)) for pair in pairs}
    judged = [one for at, to in sorted(found) if (one := _judged(known[at], known[to])) is not None]
    return sorted(judged, key=lambda one: (-one.score, one.first, one.second))


def _near(known: Sequence[Spelling]) -> Iterator[tuple[int, int]]:
    """Yield the places of two names that are near by their letters, or by their sound in another alphabet."""
    cores, sounds = [one.name.core for one in known], [one.name.sound for one in known]
    for block in _blocks(known, cores):
        yield from _pairs(cores, block, block)
    for block in _blocks(known, sounds):
        cyrillic = [place for place in block if known[place].name.cyrillic]
        latin = [place for place in block if not known[place].name.cyrillic]
        if cyrillic and latin:
            yield from _pairs(sounds, cyrillic, latin)


def _pairs(texts: Sequence[str], rows: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    scores = process.cdist(
        [texts[place] for place in rows],
        [texts[place] for place in columns],
        scorer=JaroWinkler.normalized_similarity,
        score_cutoff=WORTH_A_LOOK,
        dtype=np.float32,
    )
    for at, to in zip(*np.nonzero(scores), strict=True):
        if rows[int(at)] != columns[int(to)]:
            yield _ordered(rows[int(at)], columns[int(to)])


def _blocks(known: Sequence[Spelling], texts: Sequence[str]) -> Iterator[list[int]]:
    blocks: dict[str, set[int]] = defaultdict(set)
    for place, text in enumerate(texts):
        for word in text.split():
            blocks[word[: _BEGINNINGS[0]]].add(place)
        for city in known[place].cities:
            blocks[f"{city}\0{text[:2]}"].add(place)
    for key, places in blocks.items():
        yield from _small_enough(key, sorted(places), texts, 1)


def _small_enough(key: str, places: list[int], texts: Sequence[str], depth: int) -> Iterator[list[int]]:
    if len(places) <= _LARGEST_BLOCK:
        if len(places) > 1:
            yield places
    elif depth < len(_BEGINNINGS) and "\0" not in key:
        # A word that very many names begin with tells nothing; more of its letters do.
        finer: dict[str, set[int]] = defaultdict(set)
        for place in places:
            for word in texts[place].split():
                if word.startswith(key):
                    finer[word[: _BEGINNINGS[depth]]].add(place)
        for longer, chosen in finer.items():
            if longer != key:
                yield from _small_enough(longer, sorted(chosen), texts, depth + 1)


def _sharing(known: Sequence[Spelling]) -> Iterator[tuple[int, int]]:
    """Yield the places of two spellings with one telephone or address, the same letters, or all but one.

    Two names that differ in one letter become equal when the right one is left out of each (deletion
    neighbourhood, as in SymSpell), wherever in the name it stands.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(known):
        for mark in (*one.phones, *one.domains, _letters(one), *_with_a_slip(one.name.core)):
            blocks[mark].append(place)
    for places in blocks.values():
        if len(places) <= _LARGEST_HOUSEHOLD:
            yield from (_ordered(at, to) for number, at in enumerate(places) for to in places[number + 1 :])


def _letters(one: Spelling) -> str:
    return "".join(sorted(one.name.core.replace(" ", "")))


def _with_a_slip(core: str) -> Iterator[str]:
    if len(core) >= _SHORTEST_NAME:
        yield f"{core}\0"
        yield from {f"{core[:at]}{core[at + 1 :]}\0" for at in range(len(core))}


def _ordered(at: int, to: int) -> tuple[int, int]:
    return (at, to) if at < to else (to, at)


def _judged(one: Spelling, other: Spelling) -> Candidate | None:
    if _told_apart(one, other):
        return None
    first, second = one.name.core, other.name.core
    contact = [
        sign
        for sign, mine, theirs in (
            ("phone", one.phones, other.phones),
            ("domain", one.domains, other.domains),
            ("city", one.cities, other.cities),
        )
        if mine & theirs
    ]
    if one.name.branch != other.name.branch and not contact:
        return None
    near = float(JaroWinkler.normalized_similarity(first, second))
    ratio = float(fuzz.ratio(first, second))
    score = max(near, ratio / 100)
    signs: list[str] = []
    if _same_letters(first, second):
        signs.append("order")
        score = 0.99
    elif _words_alike(one, other) and (
        (contact and (near >= NEAR or ratio >= NEAR_RATIO))
        or (near >= WORTH_A_LOOK and ratio >= WORTH_A_LOOK * 100)
    ):
        signs.append("letters")
    elif one.name.cyrillic != other.name.cyrillic:
        heard = float(fuzz.ratio(one.name.sound, other.name.sound))
        if heard >= NEAR_RATIO or (contact and heard >= WORTH_A_LOOK * 100):
            signs.append("sound")
            score = heard / 100
    if not signs and {"phone", "domain"} & set(contact):
        if set(_long(one)) & set(_long(other)):
            signs.append("word")
        elif near >= _WITH_CONTACT and _words_alike(one, other):
            signs.append("letters")
    if not signs:
        return None
    a, b = sorted((one.text, other.text))
    return Candidate(a, b, round(score, 3), (*signs, *contact))


def _told_apart(one: Spelling, other: Spelling) -> bool:
    different_ids = one.tax_ids and other.tax_ids and one.tax_ids != other.tax_ids
    branches = one.name.branch and other.name.branch and one.name.branch != other.name.branch
    forms = one.name.families and other.name.families and not one.name.families & other.name.families
    siblings = one.holdings & other.holdings and one.cities != other.cities
    return bool(different_ids or branches or forms or siblings or one.name.numbers != other.name.numbers)


def _same_letters(first: str, second: str) -> bool:
    return first.replace(" ", "") == second.replace(" ", "") or sorted(first.split()) == sorted(second.split())


def _words_alike(one: Spelling, other: Spelling) -> bool:
    """Whether the names differ by slips of the pen and not by a word: «Строй Инвест» is not «Строй Сервис»."""
    mine, theirs = one.name.words, other.name.words
    if len(mine) != len(theirs):
        return float(fuzz.ratio("".join(mine), "".join(theirs))) >= NEAR_RATIO
    return all(JaroWinkler.normalized_similarity(a, b) >= _WORDS_ALIKE for a, b in zip(mine, theirs, strict=True))


def _long(one: Spelling) -> list[str]:
    return [word for word in one.name.words if len(word) >= _LONG_WORD]
