"""Which of many short texts have a near twin among the others.

Every text with every other is out of the question for a million, so candidates are found first: texts that stand
close to one another when sorted, once by their beginnings and once by their ends (the sorted-neighbourhood method,
Hernández and Stolfo 1995, SIGMOD Rec. 24:127). Two texts that differ in a word share one end or the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

LEAST_LIKENESS: Final = 90.0
SHORTEST: Final = 25
"""Shorter notes ("no answer") are alike by nature and prove nothing."""
_NEIGHBOURS: Final = 6
_CLASSES: Final = 32
_AT_ONCE: Final = 100_000


def near_twins(
    texts: Sequence[str], groups: Sequence[object], *, alike: float = LEAST_LIKENESS
) -> npt.NDArray[np.bool_]:
    """Return for each text whether another one of its group is alike: by a normalised Indel likeness of 0..100.

    `alike` is the least likeness. Each text is compared with its six neighbours on either side in two orders; texts
    under 25 characters have no twin. Texts come as they are to be compared: lower case, one blank between words.
    """
    found = np.zeros(len(texts), dtype=bool)
    lengths = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
    codes: dict[object, int] = {}
    group = np.fromiter((codes.setdefault(one, len(codes)) for one in groups), dtype=np.int64, count=len(texts))
    long_enough = np.flatnonzero(lengths >= SHORTEST)
    words, letters = np.array(texts, dtype=object), _letters(texts)
    for keys in (texts, [text[::-1] for text in texts]):
        sorted_by = pa.table({"group": group[long_enough], "key": pa.array(keys, pa.string()).take(long_enough)})
        order = long_enough[pc.sort_indices(sorted_by, [("group", "ascending"), ("key", "ascending")]).to_numpy()]
        for step in range(1, _NEIGHBOURS + 1):
            one, other = order[:-step], order[step:]
            # No two texts can be alike whose lengths alone differ by more than the likeness allows.
            shorter, longer = np.minimum(lengths[one], lengths[other]), np.maximum(lengths[one], lengths[other])
            near = (group[one] == group[other]) & (200 * shorter >= alike * (shorter + longer))
            near &= ~(found[one] & found[other])
            one, other = one[near], other[near]
            # Nor those whose letters do: each that is put in or taken out changes one count by one.
            apart = np.abs(letters[one] - letters[other]).sum(axis=1, dtype=np.int64)
            near = apart <= (1 - alike / 100) * (lengths[one] + lengths[other]) + 1e-6
            one, other = one[near], other[near]
            if not len(one):
                continue
            scores = cpdist(words[one], words[other], scorer=fuzz.ratio, score_cutoff=alike)
            hit = np.asarray(scores) >= alike
            found[one[hit]] = True
            found[other[hit]] = True
    return found


def _letters(texts: Sequence[str]) -> npt.NDArray[np.int32]:
    """Return how often each text has the letters of each of 32 classes, by their code points."""
    counts = np.zeros((len(texts), _CLASSES), dtype=np.int32)
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        points = np.frombuffer("".join(some).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        owner = np.repeat(np.arange(len(some)), [len(text) for text in some])
        places = owner * _CLASSES + points % _CLASSES
        counts[start : start + len(some)] = np.bincount(places, minlength=len(some) * _CLASSES).reshape(
            -1, _CLASSES
        )
    return counts
