"""How wide a text is in the font of the charts, and how it breaks into lines.

Plotly lays out in the browser and cannot be asked; margins and gaps are therefore computed from the advance
widths of the font. Kerning is left out, which makes the result a little too wide and never too narrow.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

SEMIBOLD: Final = 600
ELLIPSIS: Final = "…"
_UNKNOWN: Final = 700
"""For a character the table does not hold, in thousandths: wider than most letters."""


_BREAKS: Final = re.compile(r"( ?)([^ -]*-(?=[^ -])|[^ ]+)")


def text_width(text: str, size: float, weight: int = 400) -> float:
    """Return the width of one line of plain text in px at `size` px; 600 and above counts as semibold."""
    advances = _advances()["semibold" if weight >= SEMIBOLD else "regular"]
    return sum(advances.get(character, _UNKNOWN) for character in text) * size / 1000


def shorten(text: str, most: float, size: float, weight: int = 400) -> str:
    """Return `text`, cut with an ellipsis where it is wider than `most` px."""
    if text_width(text, size, weight) <= most:
        return text
    kept = text
    while kept and text_width(kept.rstrip() + ELLIPSIS, size, weight) > most:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def wrap(text: str, aim: float, size: float, weight: int = 400, *, lines: int = 2, most: float = 0) -> list[str]:
    """Return `text` in at most `lines` lines, broken at ordinary spaces and behind hyphens.

    A line is at most `aim` px wide; a single word may run on to `most` px (by default `aim`), and what does
    not fit then, in width or in number of lines, is cut with an ellipsis. A no-break space never breaks.
    """
    most = max(aim, most)
    broken: list[str] = []
    for joint, word in _BREAKS.findall(text):
        joined = f"{broken[-1]}{joint}{word}" if broken else word
        if broken and text_width(joined, size, weight) <= aim:
            broken[-1] = joined
        else:
            broken.append(word)
    kept = [*broken[: lines - 1], _joined(broken[lines - 1 :])] if len(broken) > lines else broken
    limits = [aim if len(broken) > lines and at == lines - 1 else most for at in range(len(kept))]
    return [shorten(line, limit, size, weight) for line, limit in zip(kept, limits, strict=True)]


def _joined(pieces: list[str]) -> str:
    text = ""
    for piece in pieces:
        text += piece if not text or text.endswith("-") else f" {piece}"
    return text


def widest(lines: list[str], size: float, weight: int = 400) -> float:
    """Return the width of the widest line in px; 0 for no lines."""
    return max((text_width(line, size, weight) for line in lines), default=0.0)


@cache
def _advances() -> dict[str, dict[str, int]]:
    raw = tomllib.loads(files(__package__).joinpath("advances.toml").read_text(encoding="utf-8"))
    return {
        weight: {character: int(width) for width, characters in table.items() for character in characters}
        for weight, table in raw.items()
    }
