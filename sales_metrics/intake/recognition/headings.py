"""What a heading says: its words as concepts, its unit, and how near it is to the columns of a table.

Longer than most because parsing and likeness are two halves of one comparison.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from ...model.tables import TABLES
from .abbreviations import written_out
from .lexicon import GLUED, STOP_WORDS, concept_of, is_known, weight

_TO_CYRILLIC: Final = str.maketrans("aceopxykmthbiju", "асеорхукмтнвіју")
_TO_LATIN: Final = str.maketrans("асеорхукмтнві", "aceopxykmthbi")
_SCALES: Final = (
    (re.compile(r"(?:\bмлн|\bмилион|\bmillions?\b|\bmln\b|\bmio\b)\.?"), 1_000_000.0),
    (re.compile(r"(?:\bтыс|\bхил|\bthousands?\b|\bths\b|000['’]?s\b|\bk\b(?=\s*(?:[$€]|usd|eur)))\.?"), 1_000.0),
)
_CURRENCIES: Final = (
    (re.compile(r"₽|\bруб(?:\.|лей|ли|ля)?|\brub\b|\brur\b"), "RUB"),
    (re.compile(r"\bлв\b\.?|\bbgn\b|\bлева\b"), "BGN"),
    (re.compile(r"€|\beur\b|\bевро\b|\beuros?\b"), "EUR"),
    (re.compile(r"\$|\busd\b|\bдолл?\w*|\bщ\.?\s?д\.?"), "USD"),
    (re.compile(r"₸|\bkzt\b|\bтенге\b|\bтг\b"), "KZT"),
    (re.compile(r"₴|\buah\b|\bгрн\b\.?|\bгривн\w*"), "UAH"),
    (re.compile(r"£|\bgbp\b"), "GBP"),
    (re.compile(r"\bbyn\b|\bбел\.? ?руб\w*"), "BYN"),
)
_FIXED: Final = (
    (re.compile(r"\bкол\s*[-–.]?\s*во\b|\bк\s*-\s*во\b|\bк\s+во\b"), " количество "),
    (re.compile(r"\bnumber of\b|\bno\. of\b|^#\s*(?=[a-z])"), " count "),
    (re.compile(r"\be\s*-\s*mail\b|\bел\.?\s*поща\b|\bэл\.?\s*почта\b"), " email "),
    (re.compile(r"\bф\.\s?и\.\s?о\b\.?"), " фио "),
    (re.compile(r"^на (?:какой|каком|кой|коя)\b"), " "),
    (re.compile(r"[#№]"), " № "),
    (re.compile(r"\b(?:текущ\w*|current|this|настоящ\w*)\s+(?:период\w*|period|year|год\w*|месяц\w*)\b"), " "),
    (re.compile(r"\bп\s*[/.]\s*п\b\.?"), " строка "),
    (re.compile(r"(?:/\s*|\b(?:за|per|на)\s+(?:1\s*)?)(?:шт|ед|бр|pcs?|piece|unit|кг|kg|м2?)\b\.?"), " "),
    (re.compile(r"(?<=[,(])\s*т\s*\.?\s*р\b\.?"), " тыс. руб. "),
    (re.compile(r"(?<=[,(])\s*р\b\.?(?=\s*\)|\s*$)"), " руб. "),
    (re.compile(r"(?<=[,(])\s*k\s*(?=[$€£])"), " k "),
)
_CAMEL: Final = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])|(?<=[A-ZА-Я])(?=[A-ZА-Я][a-zа-я])")
_LATIN: Final = re.compile("[a-z]")
_CYRILLIC: Final = re.compile("[а-я]")
_INVISIBLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u00a0\u00ad\u200b-\u200f\u202a-\u202f\u2060-\u2064\ufeff]")
_WORD: Final = re.compile(r"[^\W_]+|№")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading as read: its plain text, its words and their concepts, its unit.

    `scale` is 1000 for "тыс. руб.", `currency` an ISO code or "", `percent` whether it speaks of percents.
    """

    plain: str
    words: tuple[str, ...]
    concepts: tuple[str, ...]
    scale: float = 1.0
    currency: str = ""
    percent: bool = False


def plain_text(text: str) -> str:
    """Return a text for comparison: NFKC, no case, ё as е, one alphabet in a word, single blanks.

    >>> plain_text("  Cделка ") == plain_text("сделка")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    folded = _INVISIBLE.sub(" ", folded)
    if folded.isascii():
        return " ".join(folded.split())
    return " ".join(_one_alphabet(word) for word in folded.split())


def _one_alphabet(word: str) -> str:
    if not _LATIN.search(word) or not _CYRILLIC.search(word):
        return word
    latin, cyrillic = len(_LATIN.findall(word)), len(_CYRILLIC.findall(word))
    return word.translate(_TO_CYRILLIC) if cyrillic >= latin else word.translate(_TO_LATIN)


@lru_cache(maxsize=20_000)
def parse(text: str) -> Heading:
    """Read one heading; an empty text gives a heading without words.

    >>> parse("Бюджет, тыс. ₽").scale
    1000.0
    """
    apart = _CAMEL.sub(" ", unicodedata.normalize("NFKC", text).replace("\u20bd", "₽"))
    plain = plain_text(apart)
    for pattern, replacement in _FIXED:
        plain = pattern.sub(replacement, plain)
    plain = written_out(plain)
    percent = "%" in plain
    rest, currency, scale = plain, "", 1.0
    for pattern, code in _CURRENCIES:
        if pattern.search(rest):
            currency, rest = currency or code, pattern.sub(" ", rest)
    if currency or re.search(r"[(,]\s*(?:тыс|млн|хил|k|m)\b", rest):
        for pattern, factor in _SCALES:
            if pattern.search(rest):
                scale, rest = factor, pattern.sub(" ", rest)
                break
    words = tuple(part for word in _WORD.findall(rest) for part in _unglued(word))
    if not words:
        rest = plain
        words = tuple(_WORD.findall(plain))
    telling = tuple(word for word in words if word not in STOP_WORDS and not word.isdigit())
    if not telling or all(concept_of(word) == "date" for word in telling):
        telling = tuple(word for word in words if not word.isdigit()) or words
    shown = " ".join(_WORD.findall(rest))
    return Heading(shown, telling, tuple(concept_of(word) for word in telling), scale, currency, percent)


def _unglued(word: str) -> tuple[str, ...]:
    """Split "unitprice" into two known words; leave every other word whole."""
    if len(word) < 6 or not word.isascii() or (is_known(word) and len(word) < 9):
        return (word,)
    for at in range(len(word) - 2, 2, -1):
        first, second = word[:at], word[at:]
        if first in GLUED and second in GLUED:
            return (first, second)
    return (word,)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One heading that a column of ours goes by."""

    column: str
    words: frozenset[str]
    concepts: frozenset[str]
    plain: str
    rank: float
    """1 for the column's own title, a little less for each synonym after it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near a heading is to a column: 0..1, by which phrase, and how telling the words in common are."""

    score: float
    phrase: str
    telling: float


NOTHING: Final = Likeness(0.0, "", 0.0)


@cache
def phrases(table: str) -> tuple[Phrase, ...]:
    """Return all headings that the columns of a table go by, in the three languages."""
    return tuple(
        _phrase(column.key, text, 1.0 if place == 0 else 0.99 - 0.0005 * place)
        for column in TABLES[table].columns
        for place, text in enumerate_titles(column.title.all(), column.synonyms)
    )


def enumerate_titles(titles: tuple[str, ...], synonyms: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Return the titles with place 0, and the synonyms with their places from 1."""
    return (*((0, title) for title in titles), *((place + 1, text) for place, text in enumerate(synonyms)))


def _phrase(column: str, text: str, rank: float) -> Phrase:
    heading = parse(text)
    return Phrase(column, frozenset(heading.words), frozenset(heading.concepts), heading.plain, rank)


_PROPERTIES: Final = frozenset(
    {"team", "manager", "plan", "target", "priority", "note", "stage", "measure", "survey", "pipeline", "price"}
)
_OF_CLIENTS: Final = frozenset({"clients", "federal_list"})


@cache
def entity(table: str) -> frozenset[str]:
    """Return the concepts that name what the rows of a table are: "deal" says nothing in a table of deals."""
    declared = TABLES[table]
    texts = (*declared.synonyms, *declared.title.all())
    named = {concept for text in texts for concept in parse(text).concepts if not concept.startswith("~")}
    return frozenset(named - _PROPERTIES - (frozenset() if table in _OF_CLIENTS else {"client"}))


@lru_cache(maxsize=50_000)
def likeness(heading: str, table: str) -> dict[str, Likeness]:
    """Return how near a heading is to each column of a table; columns that it is not near at all are left out.

    Weighted overlap of concepts: what both say, over all that either says. What the rows are (the word "deal"
    in a table of deals) hardly counts.
    """
    best = _likeness(parse(heading), table)
    owner, dot, own = heading.rpartition(".")
    if dot and owner and own[:1].strip() and not frozenset(parse(own).concepts) <= _NEEDS_OWNER:
        # "Контрагент.Основной менеджер" is a property of the client, and the property is what is meant.
        for column, likeness_ in _likeness(parse(own), table).items():
            if 0.95 * likeness_.score > best.get(column, NOTHING).score:
                best[column] = Likeness(0.95 * likeness_.score, likeness_.phrase, likeness_.telling)
    outside, inside = _in_brackets(heading)
    if inside and _says_nothing(parse(outside)):
        # "С кем (компания)": what stands in the brackets is all that is said.
        for column, likeness_ in _likeness(parse(inside), table).items():
            if 0.9 * likeness_.score > best.get(column, NOTHING).score:
                best[column] = Likeness(0.9 * likeness_.score, likeness_.phrase, likeness_.telling)
    for own, other in _alternatives(heading):
        # "Объект/Клиент" is the client, where the other word says nothing or the same.
        said = _likeness(parse(other), table)
        nearest = max(said, key=lambda column: said[column].score, default="")
        for column, likeness_ in _likeness(parse(own), table).items():
            agrees = nearest in ("", column) or said[nearest].score < 0.5
            if agrees and 0.93 * likeness_.score > best.get(column, NOTHING).score:
                best[column] = Likeness(0.93 * likeness_.score, likeness_.phrase, likeness_.telling)
    return best


def _alternatives(heading: str) -> tuple[tuple[str, str], ...]:
    """Return the two halves of a heading with a stroke, in both orders; nothing for any other heading."""
    halves = [half.strip() for half in heading.split("/")]
    if len(halves) != 2 or not all(len(half) > 2 and half[-1:] != "." for half in halves):
        return ()
    return ((halves[0], halves[1]), (halves[1], halves[0]))


def _in_brackets(heading: str) -> tuple[str, str]:
    """Return the text outside and inside the brackets of a heading that ends with them."""
    found = re.fullmatch(r"\s*([^()]+)\(([^()]{3,})\)\s*", heading)
    return (found[1], found[2]) if found else (heading, "")


def _says_nothing(heading: Heading) -> bool:
    return all(concept == "by" or concept.startswith("~") for concept in heading.concepts)


_NEEDS_OWNER: Final = frozenset({"id", "name", "date", "type", "status", "group", "amount", "note", "client"})


def _likeness(theirs: Heading, table: str) -> dict[str, Likeness]:
    concepts = frozenset(theirs.concepts)
    words = frozenset(theirs.words)
    dull = entity(table)
    best: dict[str, Likeness] = {}
    for phrase in phrases(table):
        common = phrase.concepts & concepts
        if not common:
            continue
        exact = phrase.plain == theirs.plain
        score = phrase.rank if exact else phrase.rank * _overlap(phrase, words, concepts, common, dull)
        if not exact:
            score += 0.004 * _literally(phrase.plain, theirs.plain)
        if score > best.get(phrase.column, NOTHING).score:
            telling = min(1.0, sum(weight(concept) for concept in common))
            best[phrase.column] = Likeness(score, phrase.plain, telling)
    return best


def _literally(one: str, other: str) -> float:
    """Return the share of equal words, small ones among them: "leave to" is nearer to "to" than to "from"."""
    words, others = set(one.split()), set(other.split())
    return len(words & others) / max(len(words | others), 1)


def _overlap(
    phrase: Phrase, words: frozenset[str], concepts: frozenset[str], common: frozenset[str], dull: frozenset[str]
) -> float:
    if not concepts - dull:
        dull = frozenset()

    def weigh(some: frozenset[str]) -> float:
        return sum(0.15 if concept in dull else weight(concept) for concept in some)

    shared = weigh(common)
    both = shared + weigh(concepts - common) + 0.8 * weigh(phrase.concepts - common)
    meant, said = (
        frozenset(word for word in some if concept_of(word) not in dull) for some in (phrase.words, words)
    )
    literal = len(meant & said) / max(len(meant | said), 1)
    return shared / both * (0.92 + 0.07 * literal)


def currency_code(text: str) -> str | None:
    """Return the ISO code that a currency cell or sign means ("руб.", "€", "USD"); `None` when it is none.

    Three capital Latin letters are taken for a code as they stand.
    """
    plain = plain_text(text)
    for pattern, code in _CURRENCIES:
        if pattern.fullmatch(plain) or pattern.match(plain):
            return code
    return text.strip() if re.fullmatch("[A-Z]{3}", text.strip()) else None
