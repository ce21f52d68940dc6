"""The few words that pictures add on their own; a panel may bring better ones under the same names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model.panel import Verdict
from ..model.text import Language, Text

WORDS: Final = {
    "count": Text(ru="сделок", en="deals", bg="сделки"),
    "money": Text(ru="на сумму", en="worth", bg="на стойност"),
    "gone": Text(ru="не дошли дальше", en="went no further", bg="не продължиха"),
    "onward": Text(ru="дальше прошли", en="went on", bg="продължиха"),
    "lost": Text(ru="проиграно", en="lost", bg="загубени"),
    "open": Text(ru="ещё открыто", en="still open", bg="още отворени"),
    "was": Text(ru="было", en="was", bg="беше"),
    "young": Text(ru="срок ещё не вышел", en="still within the window", bg="срокът още не е изтекъл"),
    "unfinished": Text(ru="ещё идёт", en="in progress", bg="още тече"),
    "too_few": Text(ru="мало данных", en="too few", bg="малко данни"),
    "click": Text(ru="нажмите: строки", en="click: rows", bg="натиснете: редове"),
}

SIGNS: Final = {
    Verdict.BETTER: "▲",
    Verdict.WORSE: "▼",
    Verdict.SAME: "=",
    Verdict.CANNOT_TELL: "?",
    Verdict.MORE: "↑",
    Verdict.LESS: "↓",
}


def word(name: str, lang: Language, own: Mapping[str, str] | None = None) -> str:
    """Return the word that the panel brought under this name, or ours."""
    return (own or {}).get(name) or WORDS[name].in_(lang)


def with_sign(text: str, verdict: Verdict) -> str:
    """Return the words of a verdict behind its sign; a text that begins with the sign keeps it."""
    sign = SIGNS.get(verdict, "")
    return text if not sign or text.startswith(sign) else f"{sign}\u00a0{text}".rstrip()


def hover_line(lang: Language, *parts: str) -> str:
    """Return what stands under the pointer: the parts that say something, then how to open the rows."""
    return " · ".join(part for part in (*parts, WORDS["click"].in_(lang)) if part)
