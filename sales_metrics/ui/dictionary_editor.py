"""A table that is kept by hand as an editable grid, and what a person has left in that grid as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import streamlit as st

from ..dictionaries import Dictionary, Held
from ..exports.templates import Value as Cell
from ..exports.templates import choices, template_workbook
from ..intake.edited import Row, Value
from ..model.rules import RULES
from ..model.tables import Column, Kind
from ..model.text import Language
from ..model.unit import Unit
from ..text import dictionaries as words
from ..text import templates as template_words

COUNT: Final = "_rows"
_FIGURES: Final = frozenset({Kind.NUMBER, Kind.MONEY, Kind.SHARE, Kind.SCORE})
_WIDE: Final = frozenset({Kind.TEXT, Kind.NAME})
_YES, _NO = "yes", "no"


def grid(holds: Held, rows: Sequence[Row], language: Language) -> pd.DataFrame:
    """Return the rows as a frame for the editor: one column per column of the table, then the counts."""
    if holds.dictionary.key == "rules":
        return _rules_grid(rows, language)
    found = {column.key: _series(column, [row.get(column.key) for row in rows]) for column in _columns(holds)}
    if holds.dictionary.occurs:
        names = [row.get(holds.dictionary.name) for row in rows]
        counts = [None if name is None else float(holds.counts.get(str(name), 0)) for name in names]
        found[COUNT] = pd.Series(counts, dtype="float64")
    return pd.DataFrame(found)


def column_config(holds: Held, rows: Sequence[Row], language: Language, *, narrow: bool) -> dict[str, Any]:
    """Return how each column of the grid is titled and filled in, in the reader's language."""
    if holds.dictionary.key == "rules":
        return _rules_config(language)
    config: dict[str, Any] = {
        column.key: _config(holds, column, rows, language, narrow=narrow) for column in _columns(holds)
    }
    config[COUNT] = st.column_config.NumberColumn(words.IN_DATA.in_(language), disabled=True, format="localized")
    return config


def column_order(holds: Held, *, narrow: bool) -> list[str]:
    """Return the columns in the order of the grid; on a phone what can be changed stands before long titles."""
    if holds.dictionary.key == "rules":
        first = ["setting", "unit", "title"] if narrow else ["title", "setting", "unit"]
        return [*first, "default", "bounds", *(["source"] if any(RULES[key].source for key in RULES) else [])]
    return [*(column.key for column in _columns(holds)), *([COUNT] if holds.dictionary.occurs else [])]


def rows_of(holds: Held, edited: pd.DataFrame, offered: int) -> tuple[list[Row], list[int | None]]:
    """Return the rows that a person has left in the grid, and which of the `offered` ones each was."""
    if holds.dictionary.key == "rules":
        return _rules_rows(edited), list(range(len(edited)))
    listed = {
        column.key: [_value(column, value) for value in edited[column.key].tolist()] for column in _columns(holds)
    }
    rows: list[Row] = [dict(zip(listed, row, strict=True)) for row in zip(*listed.values(), strict=True)]
    places = [int(at) for at in edited.index.tolist()]
    return rows, [at if at < offered else None for at in places]


def filled_template(holds: Held, rows: Sequence[Row], language: Language) -> bytes:
    """Return the template of the table with what holds in its cells."""
    return template_workbook(
        holds.dictionary.table, language, [_cells(holds.dictionary, row, language) for row in rows]
    )


def _columns(holds: Held) -> tuple[Column, ...]:
    return holds.dictionary.columns


def _series(column: Column, values: Sequence[Value]) -> pd.Series[Any]:
    if column.kind in _FIGURES:
        return pd.Series([value if isinstance(value, float) else None for value in values], dtype="float64")
    if column.kind is Kind.DAY:
        days = [pd.Timestamp(value) if isinstance(value, date) else pd.NaT for value in values]
        return pd.Series(pd.DatetimeIndex(days)).astype("datetime64[us]")
    if column.kind is Kind.YES_NO:
        codes = [None if value is None else (_YES if value else _NO) for value in values]
        return pd.Series(codes, dtype=pd.StringDtype())
    return pd.Series([None if value is None else str(value) for value in values], dtype=pd.StringDtype())


def _config(holds: Held, column: Column, rows: Sequence[Row], language: Language, *, narrow: bool) -> Any:
    title = column.title.in_(language)
    dictionary = holds.dictionary
    needed = dictionary.must_have(column)
    match column.kind:
        case Kind.CHOICE:
            return _dropdown(title, {choice.code: choice.title.in_(language) for choice in column.choices})
        case Kind.YES_NO:
            yes, no = template_words.YES.in_(language), template_words.NO.in_(language)
            return _dropdown(title, {_YES: yes, _NO: no})
        case Kind.DAY:
            return st.column_config.DateColumn(title, format="DD.MM.YYYY", required=needed)
        case kind if kind in _FIGURES:
            return st.column_config.NumberColumn(title, required=needed, format="localized")
        case _ if column.key == "manager" and not dictionary.named:
            names = {str(row["manager"]) for row in rows if row.get("manager")} | holds.counts.keys()
            return _dropdown(title, {name: name for name in sorted(names, key=str.casefold)})
        case _:
            if not narrow and (column.kind in _WIDE or column.key == dictionary.name):
                return st.column_config.TextColumn(title, required=needed, width="medium")
            return st.column_config.TextColumn(title, required=needed)


def _dropdown(title: str, options: Mapping[str, str]) -> Any:
    # The grid calls this with whatever stands in a cell, also with what is no longer among the options.
    def named(option: Any) -> str:
        return options.get(option, str(option))

    return st.column_config.SelectboxColumn(title, options=list(options), format_func=named)


def _value(column: Column, value: Any) -> Value:
    if value is None or pd.isna(value):
        return None
    if column.kind in _FIGURES:
        return float(value)
    if column.kind is Kind.DAY:
        return _day(value)
    if column.kind is Kind.YES_NO:
        return bool(value == _YES)
    return str(value).strip() or None


def _day(value: Any) -> date:
    return pd.Timestamp(value).date() if not isinstance(value, date) or isinstance(value, datetime) else value


def _cells(dictionary: Dictionary, row: Row, language: Language) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for column in dictionary.columns:
        value = row.get(column.key)
        if value is None:
            continue
        if column.kind is Kind.CHOICE:
            codes = [choice.code for choice in column.choices]
            found[column.key] = choices(column, language)[codes.index(str(value))]
        elif isinstance(value, bool):
            found[column.key] = (template_words.YES if value else template_words.NO).in_(language)
        else:
            found[column.key] = value
    return found


def _rules_grid(rows: Iterable[Row], language: Language) -> pd.DataFrame:
    """Return a line per rule: a share stands in percent, so that nobody types 0.05 for 5 %."""
    lines = []
    for row in rows:
        rule = RULES[str(row["rule"])]
        setting = row["setting"]
        low, high = (words.setting_text(value, rule.unit, language) for value in (rule.low, rule.high))
        lines.append(
            (
                rule.key,
                rule.title.in_(language),
                _shown(setting, rule.unit) if isinstance(setting, float) else None,
                words.unit_sign(rule.unit, language),
                words.setting_text(rule.default, rule.unit, language),
                words.BETWEEN.in_(language).format(low=low, high=high),
                rule.source,
            )
        )
    frame = pd.DataFrame(lines, columns=["rule", "title", "setting", "unit", "default", "bounds", "source"])
    return frame.astype({"setting": "float64"})


def _rules_config(language: Language) -> dict[str, Any]:
    fixed = {
        "title": (words.RULE, "large"),
        "unit": (words.UNIT, "small"),
        "default": (words.DEFAULT, "small"),
        "bounds": (words.BOUNDS, "small"),
        "source": (words.SOURCE, "medium"),
    }
    config: dict[str, Any] = {
        key: st.column_config.TextColumn(title.in_(language), disabled=True, width=width)  # type: ignore[arg-type]
        for key, (title, width) in fixed.items()
    }
    config["rule"] = None
    config["setting"] = st.column_config.NumberColumn(words.SETTING.in_(language), width="small")
    return config


def _rules_rows(edited: pd.DataFrame) -> list[Row]:
    found: list[Row] = []
    for key, shown in zip(edited["rule"].tolist(), edited["setting"].tolist(), strict=True):
        setting = None if shown is None or pd.isna(shown) else _meant(float(shown), RULES[str(key)].unit)
        found.append({"rule": str(key), "setting": setting})
    return found


def _shown(setting: float, unit: Unit) -> float:
    return round(setting * 100, 7) if unit is Unit.SHARE else setting


def _meant(shown: float, unit: Unit) -> float:
    return round(shown / 100, 9) if unit is Unit.SHARE else shown
