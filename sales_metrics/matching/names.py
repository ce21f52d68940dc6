"""What remains of a client's name when case, quotes, look-alike letters and legal forms are taken away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .forms import FORMS, abbreviated, without_forms

_TO_CYRILLIC: Final = str.maketrans("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук")
_LOOK: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")
_LATIN: Final = re.compile("[A-Za-z]")
_CYRILLIC: Final = re.compile("[Ѐ-ӿ]")
_LOOKS_CYRILLIC: Final = re.compile("[ABCEHKMOPTXYaceopxyk]+")
_INITIALS: Final = re.compile(r"(?<![А-ЯЁ]\.)\b([А-ЯЁ])\.\s?([А-ЯЁ])\.(?!\s?[А-ЯЁ]\.)")
_POINTED: Final = re.compile(r"(?<![^\W_])([^\W\d_](?:\.[^\W\d_]){1,4})\.?(?![^\W_])")
_BRANCH: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_OFFICE: Final = re.compile(r"\b(?:филиал|подразделение|клон|філія|branch)\b.*$")
_TOWN: Final = re.compile(r"\b(?:филиал|подразделение|клон|філія|branch|гр|г|в|м)\b")
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W_]+")
_TRANSLITERATED: Final = {
    **dict(zip("абвгдезийклмнопрстуфыэіїє", "abvgdeziiklmnoprstufieiie", strict=True)),
    **{"ж": "zh", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    "ґ": "g",
}
_ONE_SOUND: Final = (
    ("shch", "sh"),
    ("sht", "sh"),
    ("kh", "h"),
    ("ph", "f"),
    ("ts", "c"),
    ("ck", "k"),
    ("ks", "x"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("q", "k"),
)
_TWICE: Final = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready for comparison.

    `core` is the name proper, its words in their order; `look` the same with every word that might be read in
    either alphabet put into one of them; `sound` the name in Latin letters, roughly as it is pronounced.
    `branch` is what stands in brackets or after "филиал"; `families` are those of its legal forms.
    """

    core: str
    look: str
    sound: str
    branch: str
    families: frozenset[str]
    cyrillic: bool
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    """The words that hold digits: "Школа 12" and "Школа 13" are never one."""


@lru_cache(maxsize=100_000)
def name_of(text: str) -> Name:
    """Return a name ready for comparison; text without a single letter or digit has the text itself as core.

    >>> name_of('ООО "Вектор"').core == name_of("OOO Beктop").core == "вектор"
    True
    >>> name_of("«Вектор» (Самара)").branch
    'самара'
    """
    plain = unicodedata.normalize("NFKC", text.replace("№", " "))
    plain = _INITIALS.sub(r"\1 \2 ", plain)
    plain = _POINTED.sub(lambda found: found[1].replace(".", ""), plain)
    plain = _one_alphabet(plain).casefold().replace("ё", "е").replace("'", "").replace("’", "")
    branches: list[str] = []

    def aside(found: re.Match[str]) -> str:
        inside = " ".join(_WORD.findall(found[1]))
        if not inside or inside in FORMS:
            return f" {inside} "
        branches.append(inside)
        return " "

    plain = _BRANCH.sub(aside, plain)
    words = " ".join(_WORD.findall(plain))
    office = _OFFICE.search(words)
    if office and office.start() > 0:
        branches.append(office[0])
        words = words[: office.start()].strip()
    kept, families = without_forms(tuple(abbreviated(words).split()))
    core = " ".join(kept) or " ".join(branches) or text.strip()
    branch = " ".join(sorted(_WORD.findall(_TOWN.sub(" ", " ".join(branches))))) if kept else ""
    final = tuple(core.split())
    numbers = tuple(word for word in final if _DIGIT.search(word))
    return Name(core, _look(core), _sound(core), branch, families, bool(_CYRILLIC.search(core)), final, numbers)


def _one_alphabet(text: str) -> str:
    """Put Latin letters that look Cyrillic into Cyrillic, in words and names that are otherwise Cyrillic."""
    if not _CYRILLIC.search(text) or not _LATIN.search(text):
        return text

    def mended(found: re.Match[str]) -> str:
        word = found[0]
        if _CYRILLIC.search(word) or _LOOKS_CYRILLIC.fullmatch(word):
            return word.translate(_TO_CYRILLIC)
        return word

    return _WORD.sub(mended, text)


def _look(core: str) -> str:
    seen = [word.translate(_LOOK) for word in core.split()]
    return " ".join(
        other if not _LATIN.search(other) else word for word, other in zip(core.split(), seen, strict=True)
    )


def _sound(core: str) -> str:
    latin = "".join(_TRANSLITERATED.get(letter, letter) for letter in core)
    for letters, sound in _ONE_SOUND:
        latin = latin.replace(letters, sound)
    latin = re.sub(r"c(?![h])", "k", latin)
    return _TWICE.sub(r"\1", latin)
