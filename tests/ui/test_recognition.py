"""Questions and corrections on the upload page, on a store of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sales_metrics.model.tables import TABLES
from sales_metrics.store import Store

DEALS = (
    "Deal ID,Company,Owner,Stage,Created on,Their word\n"
    "1,Acme,Ann Lee,New,3/4/2026,a\n2,Globex,Ann Lee,New,5/6/2026,b\n"
)


def page(folder: str, content: str) -> None:
    from pathlib import Path

    import streamlit as st

    from sales_metrics.access import Role, Viewer
    from sales_metrics.store import Store
    from sales_metrics.ui.dropped import import_together, told
    from sales_metrics.ui.session import Session
    from sales_metrics.ui.upload import show_told

    nothing: Any = None
    store = Store(Path(folder))
    session = Session("en", Viewer(Role.DIRECTOR, frozenset()), store, store, nothing, demo=False, empty=False)
    if "told" not in st.session_state:
        import_together(session, [("deals.csv", content.encode())])
    for place, file in enumerate(told()):
        show_told(session, place, file)


def dropped(folder: Path, content: str) -> AppTest:
    app = AppTest.from_function(page, kwargs={"folder": str(folder), "content": content}, default_timeout=60).run()
    assert not app.exception
    return app


def days(folder: Path) -> list[str]:
    store = Store(folder)
    with store._states.reader.attached(store.snapshot().path) as (connection, database):
        rows = connection.execute(f"SELECT created_on FROM {database}.deals ORDER BY 1").fetchall()
    return [str(day)[:10] for (day,) in rows]


def test_a_file_waits_until_one_click_answers_its_question(tmp_path: Path) -> None:
    app = dropped(tmp_path, DEALS)
    assert [button.label for button in app.button][:2] == ["the day", "the month"]
    assert days(tmp_path) == []

    app.button(key="answer_0_0_day_first").click().run()

    assert not app.exception
    assert days(tmp_path) == ["2026-04-03", "2026-06-05"]
    assert not [button for button in app.button if str(button.key).startswith("answer_")]
    assert app.success


def test_another_table_replaces_the_upload(tmp_path: Path) -> None:
    app = dropped(tmp_path, DEALS.replace("3/4/2026", "2026-03-04").replace("5/6/2026", "2026-06-05"))
    assert days(tmp_path) == ["2026-03-04", "2026-06-05"]

    app.selectbox(key="table_0_0").select("clients").run()

    assert not app.exception
    store = Store(tmp_path)
    rows = store.snapshot().rows
    assert (rows["deals"], rows["clients"]) == (0, 2)
    assert [upload.undone_at is None for upload in store.uploads()] == [False, True]

    app.selectbox(key="table_0_0").select("none").run()
    assert not any(Store(tmp_path).snapshot().rows.values())
    app.selectbox(key="table_0_0").select("deals").run()
    assert days(tmp_path) == ["2026-03-04", "2026-06-05"]


def test_a_corrected_column_is_imported_anew_and_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edited(frame: Any, **_: Any) -> Any:
        changed = frame.copy()
        changed.iloc[5, 0] = TABLES["deals"].column("source").title.en
        return changed

    app = dropped(tmp_path, DEALS.replace("3/4/2026", "2026-03-04").replace("5/6/2026", "2026-06-05"))
    monkeypatch.setattr(st, "data_editor", edited)
    app.button(key="apply_0_0").click().run()

    assert not app.exception
    store = Store(tmp_path)
    (entry,) = store.remembered().values()
    assert entry["letters"]["source"] == "F"
    with store._states.reader.attached(store.snapshot().path) as (connection, database):
        assert connection.execute(f"SELECT source FROM {database}.deals ORDER BY 1").fetchall() == [("a",), ("b",)]


def test_the_same_file_again_is_said_to_be_there_already(tmp_path: Path) -> None:
    sure = DEALS.replace("5/6/2026", "25/6/2026")
    assert not dropped(tmp_path, sure).info
    again = dropped(tmp_path, sure)
    assert "as no. 1; nothing has changed" in again.info[0].value


def test_a_file_all_of_whose_rows_are_rejected_is_offered_for_mending(tmp_path: Path) -> None:
    head = DEALS.partition("\n")[0]
    app = dropped(tmp_path, f"{head}\n1,Acme,Ann Lee,New,31.02.2026,a\n,,Ann Lee,New,05.03.2026,b\n")
    assert Store(tmp_path).uploads() == []
    labels = [button.proto.label for button in app.get("download_button")]
    assert [label for label in labels if label.endswith("(2)")]
