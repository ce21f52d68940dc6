"""`sm.read` and the metrics, as a notebook uses them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import sales_metrics as sm


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "deals.xlsx"
    pd.DataFrame(
        {
            "Deal ID": ["0001", "0002", "0003"],
            "Company": ["Alfa", "Beta", "Gamma"],
            "Deal owner": ["Ann", "Ann", "Bob"],
            "Stage": ["Closed won", "Closed lost", "Proposal"],
            "Amount": [100.5, 200, 300],
            "Create date": pd.to_datetime(["2026-03-01", "2026-03-02", "2026-03-03"]),
            "Close date": [pd.Timestamp("2026-03-11"), pd.Timestamp("2026-03-12"), pd.NaT],
        }
    ).to_excel(path, index=False, engine="openpyxl")
    return path


def test_a_file_becomes_typed_frames(export: Path) -> None:
    tables = sm.read(export)
    deals = tables["deals"]
    assert list(deals["deal_id"]) == ["0001", "0002", "0003"]
    assert deals["amount"].tolist() == [100.5, 200, 300]
    assert pd.api.types.is_datetime64_any_dtype(deals["created_on"])
    assert deals["outcome"].tolist() == ["won", "lost", "open"]
    assert not tables.issues


def test_a_metric_takes_the_frames(export: Path) -> None:
    tables = sm.read(export)
    by_manager = sm.metrics.win_rate(tables, by=["manager"])
    assert by_manager[["manager", "k", "n"]].values.tolist() == [["Ann", 1, 2]]
    assert sm.metrics.won_amount(tables)["total"].tolist() == [100.5]


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sm.read(tmp_path / "nothing.xlsx")
