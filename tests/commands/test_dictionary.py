"""`dictionary` and `rules` on a store of their own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sales_metrics.commands.parser import run
from sales_metrics.model.rules import RULES
from sales_metrics.store import Store

from ..dictionaries.companies import bring

KEY = "practical_difference"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = Store(tmp_path / "store")
    bring(
        store, "deals", [{"deal_id": str(at), "stage": "Talk", "created_on": date(2026, 3, 2)} for at in range(3)]
    )
    bring(store, "stages", [{"stage": "Talk", "position": 1.0, "outcome": "open"}])
    bring(store, "absences", [{"manager": "Ann", "from_on": date(2026, 3, 2), "to_on": date(2026, 3, 3)}])
    return tmp_path / "store"


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert run([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_dictionary_is_printed_as_it_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "dictionary", "stages", "--store", str(folder))
    assert found["own"] is True
    assert found["rows"] == [{"stage": "Talk", "position": 1, "outcome": "open", "rows_in_data": 3}]
    assert run(["dictionary", "stages", "--store", str(folder), "--language", "ru"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["Talk", "1", "в", "работе", "3"]
    assert run(["dictionary", "absences", "--store", str(folder), "--language", "en"]) == 0
    assert "2026-03-03" in capsys.readouterr().out


def test_a_portrait_is_printed_with_what_is_wrong_in_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(Store(folder), "clients", [{"client": "Alfa", "segment": "Makers"}])
    bring(
        Store(folder),
        "client_portrait",
        [
            {"feature": "Maker", "looks_at": "segment", "values": "Makers; Bakers"},
            {"feature": "Large", "looks_at": "size", "values": "huge"},
        ],
    )
    assert run(["dictionary", "client_portrait", "--store", str(folder), "--language", "en"]) == 0
    *_, wrong, unseen = capsys.readouterr().out.splitlines()
    assert wrong == "Large: “Client size” never holds “huge”. It can hold: key, large, medium, small."
    assert unseen.startswith("Maker: no client has the value Bakers.")
    found = answer(capsys, "dictionary", "client_portrait", "--store", str(folder))
    assert len(found["remarks"]) == 2


def test_where_there_is_no_store_there_is_no_row_and_none_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(capsys, "dictionary", "channels", "--store", str(tmp_path / "none"))["rows"] == []
    assert len(answer(capsys, "rules", "--store", str(tmp_path / "none"))["rules"]) == len(RULES)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("written", ["0.05", "0,05", "5%", "5 %"])
def test_a_rule_is_set_as_an_upload_and_taken_back(
    folder: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    def holds(*words: str) -> float:
        found = answer(capsys, "rules", *words, "--store", str(folder))["rules"]
        return float(next(rule["setting"] for rule in found if rule["rule"] == KEY))

    assert holds() == RULES[KEY].default
    assert holds(f"{KEY}={written}") == 0.05
    (*_, last) = Store(folder).uploads()
    assert last.sheets[0].table == "rules"
    assert holds(f"{KEY}=") == RULES[KEY].default
    assert len(Store(folder).uploads()) == last.id + 1


@pytest.mark.parametrize(
    ("setting", "said"),
    [(f"{KEY}=0.9", "90%"), (f"{KEY}=x", "not a number"), ("none=1", KEY), (KEY, "RULE=NUMBER")],
)
def test_a_setting_that_cannot_be_is_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], setting: str, said: str
) -> None:
    uploads = len(Store(folder).uploads())
    assert run(["rules", setting, "--store", str(folder), "--language", "en"]) == 2
    assert said in capsys.readouterr().err
    assert len(Store(folder).uploads()) == uploads


def test_every_rule_is_listed_with_what_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--store", str(folder), "--language", "bg"]) == 0
    printed = capsys.readouterr().out
    assert all(rule.key in printed and rule.title.bg in printed for rule in RULES.values())
