"""Lines of text with stretches of different weight, and how Plotly is given them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

from .measure import SEMIBOLD, text_width

GAP: Final = "\u00a0\u00a0"
"""Between two parts of one line; ordinary spaces in a row would be drawn as one."""

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight; `colour` overrides that of the whole text."""

    text: str
    weight: int = 400
    colour: str | None = None


Line = tuple[Run, ...]


def plain(text: str, weight: int = 400) -> Line:
    """Return a line in one weight."""
    return (Run(text, weight),)


def strong(text: str) -> Run:
    """Return a stretch that carries the number."""
    return Run(text, SEMIBOLD)


def line_width(line: Line, size: float) -> float:
    """Return the width of a line in px."""
    return sum(text_width(run.text, size, run.weight) for run in line)


def escaped(text: str) -> str:
    """Return text that Plotly shows as it stands: no markup, no formula between dollar signs, no line break."""
    tidy = _CONTROLS.sub("", re.sub(r"[ \t\r\n\f\v]+", " ", text))
    return html.escape(tidy, quote=False).replace("$", "&#36;")


def markup(line: Line) -> str:
    """Return a line as Plotly reads it."""
    return "".join(_markup(run) for run in line)


def _markup(run: Run) -> str:
    text = escaped(run.text)
    style = "".join(
        (
            f"font-weight:{run.weight};" if run.weight != 400 else "",
            f"color:{run.colour};" if run.colour else "",
        )
    )
    return f'<span style="{style}">{text}</span>' if style else text
