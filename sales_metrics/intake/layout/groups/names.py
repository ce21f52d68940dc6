"""What the levels of a report of groups are called, and what their labels say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ...cells.dates import read_date
from ...recognition.headings import parse

NAMELESS: Final = "▸"
"""Stands before the number of a level that the report has no name for."""
GOODS: Final = "Товар"
_PAPERS: Final = frozenset({"document", "invoice", "order", "sale", "deal", "contract", "deliver"})
_COUNT: Final = re.compile(r"\s*\((\d+)\)\s*$")
_DIVIDED: Final = re.compile(r"\s*(?:/|;|,|\n|>|→|\\)\s*")
_NAMED: Final = re.compile(r"\s*([^:\d]{2,40}?)\s*:\s+(\S.*)")
_DOCUMENT: Final = re.compile(
    r"(?P<what>\D*?)\s*(?:№|#|N)?\s*(?P<number>[^\s№#]*\d[^\s]*)\s+(?:от|from|of|dated)\s+(?P<day>\d.*?)\s*$"
)
_MOST: Final = 0.8


def named_levels(texts: Sequence[str], levels: int) -> tuple[tuple[str, ...], ...]:
    """Return the possible names of `levels` levels, the outermost first; "" where the report says nothing.

    `texts` are the headings of the column of labels, one line each; one line may name several levels.
    """
    names = [name for text in texts for name in _DIVIDED.split(text) if name]
    if len(names) == 1 and len(texts) == 1:
        names = [texts[0]]
    if len(names) >= levels:
        return (tuple(names[len(names) - levels :]),)
    blank = ("",) * (levels - len(names))
    return ((*blank, *names), (*names, *blank)) if names else (blank,)


def plain_labels(labels: Mapping[int, str]) -> dict[int, str]:
    """Return labels without the numbers of their rows in brackets, if all have one."""
    if labels and all(_COUNT.search(label) for label in labels.values()):
        return {at: _COUNT.sub("", label) for at, label in labels.items()}
    return dict(labels)


def told_apart(labels: Mapping[int, str]) -> tuple[str, dict[int, str]]:
    """Return the name that stands before all labels, "Manager: Ann Lee", and the labels without it."""
    found = {at: _NAMED.fullmatch(label) for at, label in labels.items()}
    names = {match[1] for match in found.values() if match}
    if len(names) == 1 and all(found.values()):
        return names.pop(), {at: match[2] for at, match in found.items() if match}
    return "", dict(labels)


def documents(labels: Mapping[int, str]) -> tuple[dict[int, str], dict[int, str]] | None:
    """Return the numbers and the days of labels like "Sale 0000-12 from 05.03.2026"; `None` for any others."""
    found = {at: _DOCUMENT.fullmatch(label) for at, label in labels.items()}
    whole = {at: match for at, match in found.items() if match and read_date(match["day"])}
    if not labels or len(whole) < _MOST * len(labels):
        return None
    # Documents of several kinds are numbered each for itself.
    kinds = {match["what"] for match in whole.values()}
    numbers = {
        at: f"{match['what']} {match['number']}".strip() if len(kinds) > 1 else match["number"]
        for at, match in whole.items()
    }
    rest = {at: label for at, label in labels.items() if at not in whole}
    return numbers | rest, {at: match["day"] for at, match in whole.items()}


def may_be_documents(name: str) -> bool:
    """Tell whether a level of this name may hold documents; one without a name may."""
    return not name or bool(_PAPERS & set(parse(name).concepts))


def speaks_of_quantity(headings: Sequence[str]) -> bool:
    """Tell whether a report counts pieces, so that its innermost rows are goods."""
    return any("quantity" in parse(text).concepts for text in headings if text)
