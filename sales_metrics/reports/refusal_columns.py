"""Which reasons stand in a table of refusals, under which names, and to which group each belongs.

A company's dictionary of refusal reasons says what its own words mean; where it is silent, the words themselves do.
"Not stated" and "other" are columns of their own whatever their size: they say how far the rest can be trusted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from ..model.refusal_groups import OTHER, UNSTATED, UNTOLD, RefusalGroup, group_of, refusal_groups
from ..model.text import Language, Text
from .context import Context

Grouping = Literal["reason", "group"]

COLUMNS_SHOWN: Final = 7
BLANK: Final = "\x00blank"
"""Stands for "not stated" where a table needs a name, as an index does."""
REST: Final = "\x00rest"
_OTHER: Final = "\x00other"
NOT_STATED: Final = Text(ru="Не указана", en="Not stated", bg="Не е посочена")
THE_REST: Final = Text(ru="Остальные причины", en="Remaining reasons", bg="Останалите причини")


@dataclass(frozen=True, slots=True)
class Column:
    """One reason, or several under one name. `reasons` are the words of the files, `None` being a blank.

    `group` is the product's own group of that meaning, if it knows one; `untold` marks "not stated" and "other".
    """

    code: str
    label: str
    reasons: tuple[str | None, ...]
    group: RefusalGroup | None
    untold: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a company says of one reason: its group, and its own words of advice; blank where it says nothing."""

    group: str = ""
    advice: str = ""
    check: str = ""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What a company says of its reasons, by their words."""

    meanings: Mapping[str, Meaning]

    def group(self, reason: str) -> RefusalGroup | None:
        """Return the product's group of a reason: by the company's name of its group, else by its own words."""
        own = self.meanings.get(reason, Meaning()).group
        return (group_of(own) if own else None) or group_of(reason)

    def label(self, reason: str, language: Language) -> str:
        """Return the name of the group of a reason; a reason that belongs to none is a group by itself."""
        own = self.meanings.get(reason, Meaning()).group
        if own:
            return own
        group = group_of(reason)
        if group is None:
            return reason
        named = (one.group for one in self.meanings.values() if one.group and group_of(one.group) is group)
        return next(named, group.title.in_(language))

    def said(self, column: Column, language: Language) -> tuple[str, str]:
        """Return advice and check for a column: the company's own, else ours; blank where there is none."""
        names = [reason for reason in column.reasons if reason is not None]
        groups = {self.meanings[name].group for name in names if name in self.meanings} - {""}
        own = [self.meanings[name] for name in names if name in self.meanings]
        own += [meaning for meaning in self.meanings.values() if meaning.group in groups]
        default = column.group
        advice = next((one.advice for one in own if one.advice), default.advice.in_(language) if default else "")
        check = next((one.check for one in own if one.check), default.check.in_(language) if default else "")
        return advice, check


def dictionary_of(context: Context) -> Dictionary:
    """Return what the company has said of its reasons; nothing, where it has no dictionary of them."""
    if "reason" not in context.tables.present("refusal_reasons"):
        return Dictionary({})
    rows = context.tables.fetch(context.tables["refusal_reasons"])
    said = rows[["reason", "reason_group", "advice", "check"]].astype(object)
    said = said.where(said.notna(), "")
    return Dictionary(
        {str(row[0]): Meaning(*(str(part).strip() for part in row[1:])) for row in said.itertuples(index=False)}
    )


def columns_of(
    sums: pd.Series[Any], grouping: Grouping, dictionary: Dictionary, language: Language
) -> tuple[Column, ...]:
    """Return the columns for these reasons, most frequent first; the rarest together, "not stated" always last.

    `sums` has a value per reason, `BLANK` being the one that is not stated.
    """
    named = [str(name) for name in sums.sort_values(ascending=False, kind="stable").index if name != BLANK]
    groups = {name: dictionary.group(name) for name in named}
    unstated = [name for name in named if _key(groups[name]) == UNSTATED]
    other = [name for name in named if _key(groups[name]) == OTHER]
    told = [name for name in named if _key(groups[name]) not in UNTOLD]
    made = _by_group(told, sums, dictionary, language) if grouping == "group" else _by_reason(told, groups)
    if len(made) > COLUMNS_SHOWN + 1:
        rare = tuple(reason for column in made[COLUMNS_SHOWN:] for reason in column.reasons)
        made = [*made[:COLUMNS_SHOWN], Column(REST, THE_REST.in_(language), rare, None)]
    if other:
        label = other[0] if len(other) == 1 else refusal_groups()[OTHER].title.in_(language)
        made.append(Column(_OTHER, label, tuple(other), refusal_groups()[OTHER], untold=True))
    blank = Column(BLANK, NOT_STATED.in_(language), (None, *unstated), refusal_groups()[UNSTATED], untold=True)
    return (*made, blank)


def tabulated(found: pd.DataFrame, by: str | list[str], columns: Sequence[Column], part: str = "k") -> pd.DataFrame:
    """Return a part of measured refusals as a table: groups by codes of columns, `BLANK` for a blank group.

    With several names in `by` the groups are their combinations.
    """
    names = [by] if isinstance(by, str) else by
    place = {BLANK if reason is None else reason: at for at, one in enumerate(columns) for reason in one.reasons}
    keys = [found[name].astype(object).where(found[name].notna(), BLANK) for name in names]
    rows, groups = pd.MultiIndex.from_arrays(keys).factorize(sort=True)
    index = pd.MultiIndex.from_tuples(list(groups), names=names)
    if len(keys) == 1:
        index = pd.Index([group for (group,) in groups], name="group", dtype=object)
    values = found[part].to_numpy()
    table = np.zeros((len(groups), len(columns)), dtype=np.int64 if part == "k" else np.float64)
    np.add.at(table, (rows, keyed_reasons(found).map(place).to_numpy(dtype=np.int64)), values)
    return pd.DataFrame(table, index=index, columns=[column.code for column in columns])


def keyed_reasons(found: pd.DataFrame) -> pd.Series[Any]:
    """Return the reason of each row, `BLANK` where it is not stated."""
    reasons: pd.Series[Any] = found["reason"].astype(object)
    return reasons.where(reasons.notna(), BLANK)


def _by_reason(told: Sequence[str], groups: Mapping[str, RefusalGroup | None]) -> list[Column]:
    return [Column(name, name, (name,), groups[name]) for name in told]


def _by_group(
    told: Sequence[str], sums: pd.Series[Any], dictionary: Dictionary, language: Language
) -> list[Column]:
    members: dict[str, list[str]] = {}
    for name in told:
        members.setdefault(dictionary.label(name, language), []).append(name)
    size = {label: float(sums[names].sum()) for label, names in members.items()}
    ordered = sorted(members, key=lambda label: -size[label])
    return [
        # Its most frequent reason says what the group means.
        Column(label, label, tuple(members[label]), group_of(label) or dictionary.group(members[label][0]))
        for label in ordered
    ]


def _key(group: RefusalGroup | None) -> str:
    return group.key if group else ""
