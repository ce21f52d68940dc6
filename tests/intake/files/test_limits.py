"""Each bound is a setting, and what exceeds it is refused in a sentence with the number."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from sales_metrics.commands.parser import run
from sales_metrics.intake.files import reading
from sales_metrics.intake.files.limits import PREFIX, Limits
from sales_metrics.model.text import LANGUAGES
from sales_metrics.text.issues import message

from . import hostile
from .hostile import ONE_CELL, parts, write

MIB = 1 << 20


def lines(count: int, line: str = "a;b\n") -> Callable[[Path], Path]:
    def build(path: Path) -> Path:
        path.write_text(line * count, encoding="utf-8")
        return path

    return build


def slow(path: Path) -> Path:
    """Quotes that keep almost closing, which only the careful way of reading can tell apart."""
    path.write_text("a;b\n" + 'x"y;' * 30 + "\n" + ('"a"b";' * 40 + "\n") * 120_000, encoding="utf-8")
    return path


def greedy(path: Path) -> Path:
    """Two cells that span a rectangle of fifty million."""
    return write(path, parts(f'{ONE_CELL}<row r="999999"><c r="AX999999"><v>1</v></c></row>'))


def sheets(count: int) -> Callable[[Path], Path]:
    return lambda path: write(path, parts(sheets=[(f"S{at}", "visible", ONE_CELL) for at in range(count)]))


def entries(path: Path) -> Path:
    return write(path, {**parts(), **{f"xl/worksheets/extra{at}.xml": "<a/>" for at in range(30)}})


def unpacked(path: Path) -> Path:
    return hostile.bomb(path, "xl/sharedStrings.xml", 3 * MIB, fill=b"<si><t>a</t></si>")


def tight(path: Path) -> Path:
    """Blanks in no order, which take an eighth of their room."""
    fill = bytes(random.Random(1).choices(b" \n", k=1 << 16))
    return hostile.bomb(path, "xl/worksheets/sheet1.xml", 24 * MIB, start=hostile.sheet_xml(ONE_CELL), fill=fill)


EXCEEDED: dict[str, tuple[int, Callable[[Path], Path], str, str]] = {
    "bytes": (MIB, lines(400_000), "file_too_big", "up to 1 MB"),
    "rows": (7, lines(8), "too_many_rows", "up to 7 rows"),
    "columns": (3, lines(2, "a;b;c;d\n"), "too_many_columns", "up to 3 columns"),
    "cells": (30_000_000, greedy, "too_many_cells", "up to 30000000 are"),
    "sheets": (4, sheets(5), "too_many_sheets", "up to 4 are"),
    "seconds": (1, slow, "too_slow", "longer than 1 seconds"),
    "memory": (512 * MIB, greedy, "too_much_memory", "the 512 MB of memory"),
    "entries": (20, entries, "too_many_parts", "up to 20 are"),
    "part": (2 * MIB, unpacked, "unpacked_too_big", "up to 2 MB"),
    "unpacked": (2 * MIB, unpacked, "unpacked_too_big", "up to "),
    "ratio": (3, tight, "packed_too_tightly", "more than 3 times"),
    "line": (1_000, lines(1, "a" * 1_001), "line_too_long", "longer than 1000 characters"),
}
"""By limit: a bound, a file that exceeds it, the problem, and words of the English sentence."""
DEAR = {"seconds", "cells", "memory"}
"""That their files can be read without the bound is shown elsewhere, of smaller ones."""


def test_every_limit_is_held_here() -> None:
    assert set(EXCEEDED) == {each.name for each in fields(Limits)}


@pytest.mark.skipif(sys.platform != "linux", reason="memory and time are bound by Linux")
@pytest.mark.parametrize("name", EXCEEDED)
def test_what_exceeds_a_setting_gets_a_sentence_with_the_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    bound, build, problem, words = EXCEEDED[name]
    path = build(tmp_path / "march")
    if name not in DEAR:
        assert problem not in [issue.problem for issue in reading.read(path).issues]
    monkeypatch.setenv(PREFIX + name.upper(), str(bound))
    (issue,) = reading.read(path).issues
    assert issue.problem == problem
    assert words in message(issue, "en")
    assert all("march" in message(issue, language) for language in LANGUAGES)


def test_environment_overrides_single_bounds() -> None:
    limits = Limits.from_environment(
        {"SALES_METRICS_LIMIT_ROWS": "10", "SALES_METRICS_LIMIT_BYTES": "99", "ROWS": "1"}
    )
    assert (limits.rows, limits.bytes, limits.columns) == (10, 99, 500)
    assert Limits.from_environment({}) == Limits()


@pytest.mark.parametrize("text", ["", "0", "-1", "1e6", "many", "１０"])
def test_anything_but_a_whole_number_above_zero_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="SALES_METRICS_LIMIT_ROWS"):
        Limits.from_environment({"SALES_METRICS_LIMIT_ROWS": text})


def test_a_bound_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="seconds"):
        Limits(seconds=0)


def test_a_wrong_setting_is_a_sentence_for_whoever_started_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SALES_METRICS_LIMIT_ROWS", "many")
    path = lines(3)(tmp_path / "a.csv")
    assert run(["check", str(path), "--store", str(tmp_path / "store"), "--json", "--language", "bg"]) == 2
    told = json.loads(capsys.readouterr().out)["error"]
    assert "SALES_METRICS_LIMIT_ROWS" in told
    assert "„many“" in told
