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
    found = np.zeros(len(texts), dtype=bool)
    lengths = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
    codes: dict[object, int] = {}
    group = np.fromiter((codes.setdefault(one, len(codes)) for one in groups), dtype=np.int64, count=len(texts))
    long_enough = np.flatnonzero(lengths >= SHORTEST)
    words = np.array(texts, dtype=object)
    for keys in (words, np.array([text[::-1] for text in texts], dtype=object)):
        order = long_enough[np.argsort(keys[long_enough], kind="stable")]
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
            scores = cpdist(words[one], words[other], scorer=fuzz.ratio, score_cutoff=alike)
            hit = np.asarray(scores) >= alike
            found[one[hit]] = True
            found[other[hit]] = True
    return found
