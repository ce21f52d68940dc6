"""Legal forms as they stand before and after names, in families: a sole trader is no limited company."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_FAMILIES: Final[Mapping[str, str]] = {
    "limited": (
        "ооо тоо тов тзов оод еоод осоо ooo ood eood llc ltd limited gmbh bv srl sarl sro spzoo pty oy ab aps doo"
    ),
    "joint": (
        "оао зао пао ао нао прат пат ат ад еад oao zao pao ao ead inc incorporated corp "
        "corporation plc sa spa ag nv"
    ),
    "person": "ип фоп чп спд ет",
    "partnership": "сд кд дззд кда kg ohg co lp llp",
    "other": "нпо нпп пп гуп муп фгуп мкп фгбу",
}
_LOOK: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")
_WRITTEN: Final = {form: family for family, forms in _FAMILIES.items() for form in forms.split()}
FORMS: Final[Mapping[str, str]] = {
    # Beside a Cyrillic name Latin forms turn Cyrillic where their letters look so: "co" becomes "со".
    **{form.translate(_LOOK): family for form, family in _WRITTEN.items() if not set(form) - set("abcehkmoptxy")},
    **_WRITTEN,
}
"""Legal form, in lower case and without points, and the family that it belongs to."""

_SPELT_OUT: Final = (
    ("общество с ограниченной ответственностью", "ооо"),
    ("товарищество с ограниченной ответственностью", "тоо"),
    ("товариство з обмеженою відповідальністю", "тов"),
    ("дружество с ограничена отговорност", "оод"),
    ("публичное акционерное общество", "пао"),
    ("открытое акционерное общество", "оао"),
    ("закрытое акционерное общество", "зао"),
    ("приватне акціонерне товариство", "прат"),
    ("публічне акціонерне товариство", "пат"),
    ("акционерное общество", "ао"),
    ("акционерно дружество", "ад"),
    ("индивидуальный предприниматель", "ип"),
    ("фізична особа підприємець", "фоп"),
    ("едноличен търговец", "ет"),
    ("научно производственное объединение", "нпо"),
    ("limited liability company", "llc"),
)
_SPELT_OUT_RULES: Final = tuple((re.compile(rf"\b(?:еднолично )?{phrase}\b"), form) for phrase, form in _SPELT_OUT)


def abbreviated(text: str) -> str:
    """Return lower-case text, without punctuation, with legal forms that are spelt out in their short form."""
    for rule, form in _SPELT_OUT_RULES:
        text = rule.sub(form, text)
    return text


def without_forms(words: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of a name without legal forms at its edges, and the families of those taken away.

    A name that is nothing but legal forms («ООО "АД"») stays as it is.
    """
    first, last = 0, len(words)
    while first < last and words[first] in FORMS:
        first += 1
    while last > first and words[last - 1] in FORMS:
        last -= 1
    if first == last:
        return words, frozenset()
    taken = words[:first] + words[last:]
    return words[first:last], frozenset(FORMS[word] for word in taken) - {"other"}
