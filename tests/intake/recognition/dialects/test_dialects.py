"""Invented exports of every known system become the expected table, with its description and without any."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.intake.files.reading import read_many
from sales_metrics.intake.files.sheet import Workbook
from sales_metrics.intake.recognition.dialects import DIALECTS, system_of
from sales_metrics.intake.take import TakenSheet, take_workbook
from sales_metrics.model.tables import TABLES
from sales_metrics.model.text import LANGUAGES

SAMPLES = Path(__file__).with_name("samples")
NAMES = tuple(sorted(path.name.removesuffix(".expected.json") for path in SAMPLES.glob("*.expected.json")))
WAYS = pytest.mark.parametrize("described", [True, False], ids=["with descriptions", "without"])


@cache
def _expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / f"{name}.expected.json").read_text(encoding="utf-8"))
    return found


@cache
def _books() -> Mapping[str, Workbook]:
    files = [(SAMPLES / _expected(name)["file"], _expected(name)["file"]) for name in NAMES]
    return dict(zip(NAMES, read_many(files), strict=True))


def _taken(name: str, *, described: bool) -> TakenSheet:
    (sheet,) = take_workbook(_books()[name], dialects=DIALECTS if described else ()).sheets
    return sheet


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of the expected columns are mapped rightly, and how many columns wrongly, asked about or missed."""

    right: int
    wrong: int
    asked: int
    missed: int


def _demanded(name: str, *, described: bool) -> dict[str, str]:
    """Return our column -> heading of what must be mapped; a few headings nobody could guess."""
    left_out = () if described else _expected(name).get("needs_description", ())
    return {ours: theirs for ours, theirs in _expected(name)["columns"].items() if ours not in left_out}


def shares(name: str, *, described: bool) -> Shares:
    expected, sheet = _expected(name), _taken(name, described=described)
    demanded = _demanded(name, described=described)
    allowed = expected["columns"].items() | expected.get("optional", {}).items()
    asked = {question.column for question in sheet.questions}
    missed = [theirs for ours, theirs in demanded.items() if sheet.columns.get(ours) != theirs]
    return Shares(
        right=len(demanded.items() & sheet.columns.items()),
        wrong=len(sheet.columns.items() - allowed),
        asked=len(sheet.questions),
        missed=sum(theirs not in asked for theirs in missed),
    )


@WAYS
@pytest.mark.parametrize("name", NAMES)
def test_a_sample_becomes_the_expected_table(name: str, described: bool) -> None:
    expected, sheet = _expected(name), _taken(name, described=described)

    assert sheet.table == expected["table"]
    assert sheet.ignored == expected["ignored"]
    assert (sheet.read, sheet.rejected) == (expected["read"], expected["rejected"])
    assert sheet.read == sheet.rows.num_rows + sheet.rejected + sum(sheet.ignored.values())
    other = {} if described else expected.get("without", {})
    for place, (row, wanted) in enumerate(zip(sheet.rows.to_pylist(), expected["rows"], strict=True)):
        wanted = wanted | {column: values[place] for column, values in other.items()}
        if not described:
            wanted = {
                column: wanted[column] for column in wanted.keys() - set(expected.get("needs_description", ()))
            }
        assert {column: _plain(row[column]) for column in wanted} == pytest.approx(wanted)


@WAYS
@pytest.mark.parametrize("name", NAMES)
def test_no_column_of_a_sample_is_wrong(name: str, described: bool) -> None:
    found = shares(name, described=described)

    assert found == Shares(len(_demanded(name, described=described)), 0, 0, 0)


@pytest.mark.parametrize("name", NAMES)
def test_the_system_is_named(name: str) -> None:
    assert _taken(name, described=True).dialect == _expected(name)["system"]
    assert _taken(name, described=False).dialect == ""


def test_every_description_has_a_sample_and_a_name_in_every_language() -> None:
    assert {dialect.key for dialect in DIALECTS} == set(NAMES)
    for dialect in DIALECTS:
        title = system_of(dialect.key)
        assert title is not None
        assert all(title.in_(language) for language in LANGUAGES)
        assert dialect.least <= len(dialect.known)
        assert dialect.table in TABLES


def test_no_description_knows_the_sample_of_another() -> None:
    for name in NAMES:
        others = tuple(dialect for dialect in DIALECTS if dialect.key != name)
        (sheet,) = take_workbook(_books()[name], dialects=others).sheets
        assert sheet.dialect == ""


def test_what_a_user_has_answered_counts_before_the_description() -> None:
    plain = _taken("pipedrive_deals", described=True)
    letter = next(at for at, text in plain.unused.items() if text == "Deal - Creator")

    answers = {plain.signature: {"answers": {f"column:{letter}": "manager"}}}
    (sheet,) = take_workbook(_books()["pipedrive_deals"], remembered=answers).sheets

    assert sheet.columns["manager"] == "Deal - Creator"
    assert sheet.evidence["manager"] == ("answered",)
    assert sheet.evidence["client"] == ("dialect",)
