"""Rows that a dropped file lacks: asked about by one click, shown when they went, and brought back by another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from sales_metrics.store import Store

HEAD = "Deal ID,Company,Owner,Stage,Amount,Created on\n"


def page(folder: str, files: list[str]) -> None:
    from pathlib import Path

    import streamlit as st

    from sales_metrics.access import Role, Viewer
    from sales_metrics.store import Store
    from sales_metrics.ui.dropped import import_together, told
    from sales_metrics.ui.session import Session
    from sales_metrics.ui.upload import history, show_told

    nothing: Any = None
    store = Store(Path(folder))
    session = Session("en", Viewer(Role.DIRECTOR, frozenset()), store, store, nothing, demo=False, empty=False)
    if "done" not in st.session_state:
        for number, content in enumerate(files):
            import_together(session, [(f"week{number}.csv", content.encode())])
        st.session_state["done"] = True
    for place, file in enumerate(told()):
        show_told(session, place, file)
    history(session)


def export(numbers: range) -> str:
    return HEAD + "".join(f"D{n:02},Acme {n},Ann Lee,New,100,2026-03-{n + 1:02}\n" for n in numbers)


def dropped(folder: Path, *numbers: range) -> AppTest:
    files = [export(each) for each in numbers]
    app = AppTest.from_function(page, kwargs={"folder": str(folder), "files": files}, default_timeout=60).run()
    assert not app.exception
    return app


def deals(folder: Path) -> int:
    return Store(folder).snapshot().rows["deals"]


def texts(app: AppTest) -> str:
    return "\n".join(element.value for element in (*app.markdown, *app.caption))


def shown(app: AppTest) -> list[list[str]]:
    """Return the numbers of the deals in the tables of rows that are open."""
    frames = [frame.value for frame in app.dataframe]
    return [list(frame["Deal ID"]) for frame in frames if "Deal ID" in frame]


def test_one_click_says_that_the_rows_are_gone_and_they_can_be_looked_at(tmp_path: Path) -> None:
    app = dropped(tmp_path, range(20), range(17))
    assert "lacks 3 of the 20 rows" in texts(app)
    assert deals(tmp_path) == 20
    assert "stop showing it (3 rows)" in app.button(key="answer_0_0_replaces").label
    assert "keep it as it was (3 rows)" in app.button(key="answer_0_0_adds").label

    app.button(key="answer_0_0_replaces").click().run()

    assert not app.exception
    assert deals(tmp_path) == 17
    assert "not shown any more: 3 rows" in texts(app)
    assert shown(app) == []
    for key in ("show_gone_told_0_0", "show_gone_history_2_deals"):
        app.button(key=key).click().run()
        assert not app.exception
        assert shown(app) == [["D17", "D18", "D19"]]
        app.button(key=key).click().run()
        assert shown(app) == []


def test_the_other_answer_keeps_them_and_one_more_click_takes_it_back(tmp_path: Path) -> None:
    app = dropped(tmp_path, range(20), range(17))
    app.button(key="answer_0_0_adds").click().run()
    assert deals(tmp_path) == 20
    assert "kept from earlier ones: 3 rows" in texts(app)

    app.button(key="instead_0_0").click().run()
    assert not app.exception
    assert deals(tmp_path) == 17
    assert list(Store(tmp_path).modes().values()) == ["replaces"]
    app.button(key="instead_0_0").click().run()
    assert deals(tmp_path) == 20
    assert [upload.undone_at is None for upload in Store(tmp_path).uploads()] == [True, False, False, True]


def test_undo_brings_the_rows_back(tmp_path: Path) -> None:
    app = dropped(tmp_path, range(20), range(17))
    app.button(key="answer_0_0_replaces").click().run()
    app.button(key="undo_2").click().run()
    assert not app.exception
    assert deals(tmp_path) == 20
    assert not [button for button in app.button if str(button.key).startswith("show_gone")]


def test_what_is_remembered_is_asked_again_before_it_empties_a_table(tmp_path: Path) -> None:
    app = dropped(tmp_path, range(20), range(17))
    app.button(key="answer_0_0_replaces").click().run()
    later = dropped(tmp_path, range(2))
    assert "lacks 15 of the 17 rows" in texts(later)
    later.button(key="answer_0_0_replaces").click().run()
    assert not later.exception
    assert deals(tmp_path) == 2
