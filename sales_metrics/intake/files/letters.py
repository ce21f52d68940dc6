"""Which one-byte encoding a text was written in, by how usual its letters are.

Each candidate reads the words with letters beyond ASCII; the one whose reading is the most probable wins. For
Cyrillic the frequencies are those of Russian, to which Bulgarian is close enough for the purpose (Russian
National Corpus, Lyashevskaya and Sharov 2009); for Latin script it is enough to know which accented letters
exist and that they stand singly among plain ones.
"""

from __future__ import annotations

import math
import re
from typing import Final

CYRILLIC: Final = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
WESTERN: Final = ("cp1252", "cp1250")

_SHARES: Final[dict[str, float]] = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (
            10.97, 8.45, 8.01, 7.35, 6.70, 6.26, 5.47, 4.73, 4.54, 4.40, 3.49, 3.21, 2.98, 2.81, 2.62, 2.01, 1.90,
            1.74, 1.70, 1.65, 1.59, 1.44, 1.21, 0.97, 0.94, 0.73, 0.64, 0.48, 0.36, 0.32, 0.26, 0.30, 0.10,
        ),
        strict=True,
    )
)  # fmt: skip
_CYRILLIC: Final = {letter: math.log(share / 100) for letter, share in _SHARES.items()}
_SIGNS: Final = frozenset("«»№–—…’‘“”„•·°§±×€₽£©®™\u00a0\u202f")
_ACCENTED: Final = {
    "cp1252": frozenset("éèàùâêîôûçëïüöäßñáíóúãõåæøìòœÉÈÀÇÜÖÄÑÁÍÓÚÅØÆ"),
    "cp1250": frozenset("ąćęłńóśźżáčďéěíňřšťúůýžäöüßôľĺŕőűăâîşţĄĆĘŁŃÓŚŹŻČĎĚŇŘŠŤŮÝŽÁÉÍÚÄÖÜŐŰĂÂÎŞŢ"),
}
_SIGN, _RARE, _FOREIGN_SIGN = math.log(0.01), math.log(0.002), math.log(0.00005)
_WORD = re.compile(rb"[^\x00-\x40\x5b-\x60\x7b-\x7f]*[\x80-\xff][^\x00-\x40\x5b-\x60\x7b-\x7f]*")
_WORDS = 1000


def best_single_byte(data: bytes) -> str:
    """Return the most probable of the encodings that have one byte to a letter, by up to 1000 words of the text."""
    words = [match[0] for match, _ in zip(_WORD.finditer(data), range(_WORDS), strict=False)]
    scores = {name: sum(_cyrillic(word.decode(name, "replace")) for word in words) for name in CYRILLIC}
    scores |= {name: sum(_western(word.decode(name, "replace"), name) for word in words) for name in WESTERN}
    return max(scores, key=lambda name: scores[name])


def _cyrillic(word: str) -> float:
    score = 0.0
    before = " "
    # Capitals stand at the start of a word or throughout it, but hardly ever alone.
    capitals = word.isupper() and len(word) > 1
    for at, sign in enumerate(word):
        known = _CYRILLIC.get(sign.lower())
        if known is not None:
            score += known
            if sign.isupper() and not capitals and (at or len(word) == 1):
                score -= 3
            if before.isascii() and before.isalpha():
                score -= 3
        elif sign in _SIGNS:
            score += _SIGN
        elif not sign.isascii():
            score += _FOREIGN_SIGN
        elif sign.isalpha() and before.lower() in _CYRILLIC:
            score -= 3
        before = sign
    return score


def _western(word: str, name: str) -> float:
    score = 0.0
    usual = _ACCENTED[name]
    before = " "
    plain = any(sign.isascii() and sign.isalpha() for sign in word)
    for sign in word:
        if sign in _SIGNS:
            score += _SIGN
        elif not sign.isascii():
            score += math.log(0.03) if sign in usual else _RARE
            score -= 3 * (not before.isascii() and before.isalpha()) + 1.5 * (not plain)
        before = sign
    return score
