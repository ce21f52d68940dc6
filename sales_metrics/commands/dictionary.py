"""`dictionary` prints what holds in a table that is kept by hand; `rules` does so for the rules and sets them."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

from ..dictionaries import DICTIONARIES, Held, held, remarks, save
from ..engine import Tables
from ..intake.edited import Value
from ..model.rules import RULES
from ..model.tables import Column, Kind
from ..model.text import Language
from ..store import Store
from ..text import dictionaries as words
from ..text import templates as template_words
from .files import who
from .output import StoppedError, document, line, table


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `dictionary` and `rules` to the grammar."""
    help_ = "print what holds in a table that is kept by hand; `import` of its template edits it"
    spoken = commands.add_parser("dictionary", parents=[common], help=help_, description=help_)
    spoken.add_argument("table", choices=DICTIONARIES, metavar="TABLE", help=", ".join(DICTIONARIES))
    spoken.set_defaults(run=dictionary)
    help_ = "list the company's rules, or set some: rules practical_difference=0.05; a rule with nothing behind = "
    help_ += "goes back to its default"
    spoken = commands.add_parser("rules", parents=[common], help=help_, description=help_.replace("%", "%%"))
    spoken.add_argument(
        "settings", nargs="*", metavar="RULE=NUMBER", help="a share is 0..1, or with a percent sign"
    )
    spoken.set_defaults(run=rules)


def dictionary(given: argparse.Namespace) -> int:
    """Print the rows that hold, with how often each occurs in the data."""
    holds, notes = _opened(given.store, given.table, given.language)
    if given.json:
        document(described(holds) | ({"remarks": notes} if notes else {}))
        return 0
    columns = holds.dictionary.columns
    heads = [column.title.in_(given.language) for column in columns]
    counted = [words.IN_DATA.in_(given.language)] if holds.dictionary.occurs else []
    rows = []
    for row in holds.rows:
        cells = [_cell(column, row.get(column.key), given.language) for column in columns]
        rows.append([*cells, *(str(holds.counts.get(str(row[holds.dictionary.name]), 0)) for _ in counted)])
    table([*heads, *counted], rows)
    for said in notes:
        line(said)
    return 0


def rules(given: argparse.Namespace) -> int:
    """Print every rule with its default, bounds and what holds; first set those that were named."""
    if given.settings:
        changed = _set(Store(given.store), _parsed(given.settings), given.language)
        if not changed and not given.json:
            line(words.UNCHANGED.in_(given.language))
    settings = {str(row["rule"]): row["setting"] for row in _held(given.store, "rules").rows}
    if given.json:
        listed = [
            {
                "rule": rule.key,
                "title": rule.title.in_(given.language),
                "setting": settings[rule.key],
                "default": rule.default,
                "low": rule.low,
                "high": rule.high,
                "unit": rule.unit.value,
                "source": rule.source,
            }
            for rule in RULES.values()
        ]
        document({"rules": listed})
        return 0
    heads = [
        "rule",
        *(word.in_(given.language) for word in (words.SETTING, words.DEFAULT, words.BOUNDS, words.RULE)),
    ]
    rows = []
    for rule in RULES.values():
        shown = [
            words.setting_text(float(str(value)), rule.unit, given.language)
            for value in (settings[rule.key], rule.default, rule.low, rule.high)
        ]
        bounds = words.BETWEEN.in_(given.language).format(low=shown[2], high=shown[3])
        rows.append([rule.key, shown[0], shown[1], bounds, rule.title.in_(given.language)])
    table(heads, rows)
    return 0


def described(holds: Held) -> dict[str, Any]:
    """Return what holds in plain data: `own` says whether the rows are the company's or found in its data."""
    name = holds.dictionary.name
    counted = bool(holds.dictionary.occurs)

    def listed(rows: Iterable[Mapping[str, Value]]) -> list[dict[str, Any]]:
        return [
            dict(row) | ({"rows_in_data": holds.counts.get(str(row[name]), 0)} if counted else {}) for row in rows
        ]

    return {
        "table": holds.dictionary.key,
        "own": holds.own,
        "rows": listed(holds.rows),
        "unlisted": listed(holds.unlisted),
    }


def _held(folder: Path, key: str) -> Held:
    return _opened(folder, key, "en")[0]


def _opened(folder: Path, key: str, language: Language) -> tuple[Held, list[str]]:
    """Return what holds in a table, and what is to be said of its rows."""
    with tempfile.TemporaryDirectory() as empty:
        store = Store(folder if folder.exists() else Path(empty) / "store")
        tables = Tables.of_snapshot(store.snapshot())
        holds = held(tables, key)
        return holds, remarks(tables, holds.dictionary, holds.rows, language)


def _parsed(settings: Sequence[str]) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for text in settings:
        key, sign, value = text.partition("=")
        if key not in RULES:
            raise StoppedError(f"There is no rule {key!r}; there are: {', '.join(RULES)}.")
        if not sign:
            raise StoppedError(f"{text!r} is not RULE=NUMBER, for example {key}={RULES[key].default:g}.")
        found[key] = _number(value.strip(), key)
    return found


def _number(text: str, key: str) -> float | None:
    if not text:
        return None
    shown, percent, rest = text.replace(",", ".").partition("%")
    try:
        number = float(shown)
    except ValueError:
        number = float("nan")
    if rest.strip() or not isfinite(number):
        raise StoppedError(f"{text!r} is not a number; give one as in {key}={RULES[key].default:g}.")
    return round(number / 100, 9) if percent else number


def _set(store: Store, settings: Mapping[str, float | None], language: Language) -> bool:
    holds = held(Tables.of_snapshot(store.snapshot()), "rules")
    rows = [
        dict(row) | ({"setting": settings[key]} if (key := str(row["rule"])) in settings else {})
        for row in holds.rows
    ]
    saved = save(store, holds, rows, language=language, who=who(), at=datetime.now(UTC))
    if saved.faults:
        raise StoppedError(" ".join(fault.sentence for fault in saved.faults))
    return saved.receipt is not None


def _cell(column: Column, value: Value, language: Language) -> str:
    if value is None:
        return ""
    if column.kind is Kind.CHOICE:
        return next((one.title.in_(language) for one in column.choices if one.code == value), str(value))
    if isinstance(value, bool):
        return (template_words.YES if value else template_words.NO).in_(language)
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)
