"""What holds in a table that is kept by hand: the company's own rows, or else what its data name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..engine import Tables
from ..intake.edited import Row, Value
from ..model.rules import RULES
from ..model.stages import CREATED, WON
from ..model.tables import Kind
from .declaration import DICTIONARIES, Dictionary


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of a table as they hold, in the order in which they are read.

    Values are plain: choices as codes, days as dates, shares 0..1. `own` says that they are the company's, not
    found in its data; `stored` are the company's rows as they were brought. `counts` says in how many rows of
    the data each name occurs. `unlisted` are rows for names that the data have and the company's list lacks.
    `present` are the columns that some upload has brought.
    """

    dictionary: Dictionary
    rows: tuple[Row, ...]
    own: bool
    stored: tuple[Row, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    unlisted: tuple[Row, ...] = ()
    present: frozenset[str] = frozenset()


def held(tables: Tables, key: str) -> Held:
    """Return what holds in one of `DICTIONARIES`; `tables` must be those of somebody who sees every row.

    Raises `KeyError` for an unknown key.
    """
    dictionary = DICTIONARIES[key]
    stored = _stored(tables, dictionary)
    present = tables.present(key)
    if key == "rules":
        settings = tables.rules()
        rules = tuple({"rule": rule, "setting": settings[rule]} for rule in RULES)
        return Held(dictionary, rules, bool(stored), stored, present=present)
    counts = _counts(tables, dictionary)
    found = _found(tables, dictionary, counts) if dictionary.named else ()
    listed = {row[dictionary.name] for row in stored}
    if not stored:
        return Held(dictionary, found, own=False, counts=counts, present=present)
    rows = stored
    if dictionary.named:
        rows = tuple(
            sorted(stored, key=lambda row: (-counts.get(str(row[dictionary.name]), 0), str(row[dictionary.name])))
        )
    if key == "stages":
        rows = _stages_as_held(tables, stored)
    last = len(rows)
    unlisted = tuple(row for row in found if row[dictionary.name] not in listed)
    if key == "stages":
        unlisted = tuple({**row, "position": float(last + at)} for at, row in enumerate(unlisted, start=1))
    return Held(dictionary, rows, own=True, stored=stored, counts=counts, unlisted=unlisted, present=present)


def _stored(tables: Tables, dictionary: Dictionary) -> tuple[Row, ...]:
    columns = [column.key for column in dictionary.columns]
    rows = plain_rows(tables.fetch(tables.stored(dictionary.key).select(*columns)), dictionary)
    order = [dictionary.name, *(column for column in dictionary.table.keys[0] if column != dictionary.name)]
    return tuple(sorted(rows, key=lambda row: [str(row[column] or "").casefold() for column in (*order, *columns)]))


def plain_rows(frame: pd.DataFrame, dictionary: Dictionary) -> list[dict[str, Value]]:
    """Return the rows of a frame in plain values of the kinds that the columns have; null is `None`."""
    listed = {
        column.key: [_plain(value, column.kind) for value in frame[column.key].tolist()]
        for column in dictionary.columns
    }
    return [dict(zip(listed, row, strict=True)) for row in zip(*listed.values(), strict=True)]


def _plain(value: Any, kind: Kind) -> Value:
    if value is None or pd.isna(value):
        return None
    match kind:
        case Kind.DAY:
            return pd.Timestamp(value).date()
        case Kind.NUMBER | Kind.MONEY | Kind.SHARE | Kind.SCORE:
            return float(value)
        case Kind.YES_NO:
            return bool(value)
        case _:
            return str(value).strip() or None


def _counts(tables: Tables, dictionary: Dictionary) -> dict[str, int]:
    """Return in how many rows of the data each name occurs; a row that has it in two columns counts once."""
    counted: Counter[str] = Counter()
    for table in dict.fromkeys(table for table, _ in dictionary.occurs):
        relation = tables[table]
        columns = [name for one, name in dictionary.occurs if one == table and name in tables.present(table)]
        named = [relation.select("_key", name=relation[column]) for column in columns]
        if not named:
            continue
        every = named[0]
        for other in named[1:]:
            every = every.union(other, distinct=True)
        frame = tables.fetch(
            every.group_by("name").agg(rows=every.count()).filter(lambda each: each.name.notnull())
        )
        counted.update(dict(zip(frame["name"].astype(str), frame["rows"].astype(int), strict=True)))
    return dict(counted)


def _found(tables: Tables, dictionary: Dictionary, counts: Mapping[str, int]) -> tuple[Row, ...]:
    """Return a row for every name of the data, with what the app understands of it."""
    if dictionary.key == "stages":
        listed = _stages(tables)
        known = {row["stage"] for row in listed}
        more: list[Row] = [
            {"stage": name, "position": float(at), "outcome": "open"}
            for at, name in enumerate(sorted(counts.keys() - known), start=len(listed) + 1)
        ]
        return (*listed, *more)
    blank: Row = {column.key: None for column in dictionary.columns}
    often = sorted(counts, key=lambda name: (-counts[name], name))
    groups = _groups(tables) if dictionary.key == "products" else {}
    of_groups: dict[str, Row] = {name: {"product_group": group} for name, group in groups.items()}
    return tuple({**blank, dictionary.name: name, **of_groups.get(name, {})} for name in often)


def _stages(tables: Tables) -> tuple[Row, ...]:
    frame = tables.fetch(tables["stages"].select("stage", "position", "outcome"))
    rows = plain_rows(frame, DICTIONARIES["stages"])
    own = [row for row in rows if row["stage"] not in (CREATED, WON)]
    return tuple(sorted(own, key=lambda row: _number(row["position"])))


def _stages_as_held(tables: Tables, stored: Iterable[Row]) -> tuple[Row, ...]:
    """Return the company's stages by their numbers, with the meaning and the place that were left out."""
    derived = {row["stage"]: row for row in _stages(tables)}
    rows: list[Row] = [
        {
            "stage": row["stage"],
            "position": derived[row["stage"]]["position"] if row["position"] is None else row["position"],
            "outcome": row["outcome"] or derived[row["stage"]]["outcome"],
        }
        for row in stored
        if row["stage"] in derived
    ]
    return tuple(sorted(rows, key=lambda row: (_number(row["position"]), str(row["stage"]))))


def _groups(tables: Tables) -> dict[str, str]:
    """Return the group under which each product was sold most often."""
    lines = tables["order_lines"]
    if not {"product", "product_group"} <= tables.present("order_lines"):
        return {}
    counted = lines.group_by("product", "product_group").agg(rows=lines.count())
    frame = tables.fetch(counted).dropna().sort_values(["rows", "product_group"], ascending=[True, False])
    return dict(zip(frame["product"].astype(str), frame["product_group"].astype(str), strict=True))


def _number(value: Value) -> float:
    return float(value) if isinstance(value, float | int) else float("inf")
