"""Templates on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from sales_metrics.commands.parser import run
from sales_metrics.model.tables import TABLES


def test_one_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "t.xlsx"
    assert run(["template", "deals", "--language", "bg", "--out", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"templates": {"deals": str(out)}}
    assert openpyxl.load_workbook(out).worksheets[0].title == "Сделки"


def test_all_templates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "--all", str(tmp_path / "new"), "--language", "ru"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(TABLES)
    assert len(list((tmp_path / "new").glob("*.xlsx"))) == len(TABLES)


def test_neither_or_both_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template"]) == 2
    assert run(["template", "deals", "--all", str(tmp_path)]) == 2
    assert "--all FOLDER" in capsys.readouterr().err
