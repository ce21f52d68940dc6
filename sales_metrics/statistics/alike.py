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
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist

LEAST_LIKENESS: Final = 90.0
SHORTEST: Final = 25
"""Shorter notes ("no answer") are alike by nature and prove nothing."""
_NEIGHBOURS: Final = 6


def near_twins(
    texts: Sequence[str], groups: Sequence[object], *, alike: float = LEAST_LIKENESS
) -> npt.NDArray[np.bool_]:
    """Return for each text whether another one of its group is alike: by a normalised Indel likeness of 0..100.

    `alike` is the least likeness. Each text is compared with its six neighbours on either side in two orders; texts
    under 25 characters have no twin. Texts come as they are to be compared: lower case, one blank between words.
    """
    count = len(texts)
    found = np.zeros(count, dtype=bool)
    long_enough = np.array([len(text) >= SHORTEST for text in texts], dtype=bool)
    codes: dict[object, int] = {}
    group = np.array([codes.setdefault(one, len(codes)) for one in groups], dtype=np.int64)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    for keys in (texts, [text[::-1] for text in texts]):
        chosen = np.flatnonzero(long_enough)
        ranks = np.argsort(np.array([keys[at] for at in chosen.tolist()], dtype=object), kind="stable")
        order = chosen[ranks]
        order = order[np.argsort(group[order], kind="stable")]
        for step in range(1, _NEIGHBOURS + 1):
            one, other = order[:-step], order[step:]
            # No two texts can be alike whose lengths alone differ by more than the likeness allows.
            shorter, longer = np.minimum(lengths[one], lengths[other]), np.maximum(lengths[one], lengths[other])
            near = (group[one] == group[other]) & (200 * shorter >= alike * (shorter + longer))
            near &= ~(found[one] & found[other])
            one, other = one[near], other[near]
            if not len(one):
                continue
            scores = cpdist(
                [texts[at] for at in one], [texts[at] for at in other], scorer=fuzz.ratio, score_cutoff=alike
            )
            hit = np.asarray(scores) >= alike
            found[one[hit]] = True
            found[other[hit]] = True
    return found
