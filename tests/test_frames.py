"""`sm.read` and the metrics, as a notebook uses them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

import sales_metrics as sm
from sales_metrics.intake.take import take
from sales_metrics.matched import matched_tables
from sales_metrics.store import Store


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


CLIENTS = "Клиент;ИНН;Сегмент;Менеджер\nООО «Ромашка»;7707083893;Розница;Иванова\nВектор;;Опт;Петров\n"
DEALS = (
    "Номер сделки;Клиент;Ответственный;Этап сделки;Сумма, руб.;Дата создания;Дата закрытия\n"
    "1;Ромашка ООО;Иванова;Успешно реализовано;10 000,50;02.03.2026;20.03.2026\n"
    "2;ВЕКТОР;Иванова;Закрыто и не реализовано;20 000;03.03.2026;25.03.2026\n"
    "3;Рамашка;Петров;Успешно реализовано;5 000;15.03.2026;26.03.2026\n"
)


def test_spellings_of_a_client_are_joined_as_in_the_app(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    paths = []
    for name, text in (("clients.csv", CLIENTS), ("deals.csv", DEALS)):
        paths.append(tmp_path / name)
        paths[-1].write_text(text, encoding="utf-8")
        store.add(take(paths[-1], name=name), who="", at=datetime(2026, 4, 1, tzinfo=UTC))
    in_app = matched_tables(store, store.snapshot())
    tables = sm.read(*paths)

    shown = in_app.fetch(in_app["deals"]).sort_values("deal_id")
    assert list(tables["deals"]["client"]) == list(shown["client"])
    assert list(tables["deals"]["_client"]) == list(shown["_client"]) == ["Ромашка ООО", "ВЕКТОР", "Рамашка"]
    # A slip of the pen is for a person to decide.
    assert tables["deals"]["client"].nunique() == tables["clients"]["client"].nunique() + 1 == 3
    by_segment = sm.metrics.win_rate(tables, by=["segment"])
    assert dict(zip(by_segment["segment"].fillna("?"), by_segment["n"], strict=True)) == {
        "Розница": 1, "Опт": 1, "?": 1,
    }  # fmt: skip


def test_names_can_be_left_as_they_are_written(tmp_path: Path) -> None:
    for name, text in (("clients.csv", CLIENTS), ("deals.csv", DEALS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    tables = sm.read(tmp_path / "clients.csv", tmp_path / "deals.csv", match=False)
    assert list(tables["deals"]["client"]) == ["Ромашка ООО", "ВЕКТОР", "Рамашка"]
    assert "_client" not in tables["deals"]
