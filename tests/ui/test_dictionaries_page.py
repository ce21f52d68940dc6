"""The page of dictionaries: what holds, edits that reach the other pages at once, faults, undo, the demo's copy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sales_metrics.access import Role, Viewer
from sales_metrics.commands import demo
from sales_metrics.dictionaries import DICTIONARIES
from sales_metrics.engine import Tables
from sales_metrics.metrics.filters import Filters
from sales_metrics.model.period import Period
from sales_metrics.model.tables import TABLES
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.reports.context import Context
from sales_metrics.store import Store
from sales_metrics.text import dictionaries as words
from sales_metrics.ui import session

from ..dictionaries.companies import bring, demo_company, holding

ROOT = Path(__file__).resolve().parents[2]
APP = str(ROOT / "sales_metrics" / "ui" / "main.py")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pages")]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SALES_METRICS_DATA", str(tmp_path))
    return tmp_path


def started(language: Language = "en", key: str = "rules") -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params["lang"] = language
    app.run()
    app.query_params["dictionary"] = key
    return app.switch_page("../../pages/dictionaries.py").run()


def pick(app: AppTest, key: str) -> AppTest:
    return app.selectbox[0].select(key).run()


def edit(app: AppTest, **state: object) -> AppTest:
    """Edit the grid: cells by row and column, added rows, places of removed rows."""
    blank: dict[str, object] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    app.session_state[str(app.data_editor[0].key)] = blank | state
    return app.run()


def press(app: AppTest, beginning: str) -> AppTest:
    return next(one for one in app.button if str(one.key).startswith(beginning)).click().run()


def said(app: AppTest, page: str) -> list[str]:
    """Return what another page shows now: its charts and its sentences."""
    app.switch_page(f"../../pages/{page}.py").run()
    assert not app.exception
    found = [chart.proto.spec for chart in app.get("plotly_chart")]
    assert found
    found += [one.value for one in (*app.markdown, *app.caption)]
    app.switch_page("../../pages/dictionaries.py").run()
    return found


def context(store: Store) -> Context:
    """Return what a report is made of, as it is now."""
    return Context(Tables.of_snapshot(store.snapshot()), Filters(Period()), "bg", date(2026, 11, 20))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dictionary_opens_in_every_language(data: Path, language: Language) -> None:
    demo_company(data / "company", language)
    app = started(language)
    for key in DICTIONARIES:
        pick(app, key)
        assert not app.exception
        assert not app.error, [error.value for error in app.error]
        assert app.query_params["dictionary"] == key
        grid = app.data_editor[0].value
        assert len(grid) == len(holding(Store(data / "company"), key).rows)
        assert app.data_editor[0].editing_mode == ("fixed" if key == "rules" else "dynamic")
    assert app.selectbox[0].options == [TABLES[key].title.in_(language) for key in DICTIONARIES]


def test_a_moved_and_redefined_stage_changes_the_funnel_at_once_and_undo_brings_it_back(data: Path) -> None:
    demo_company(data / "company", "en")
    app = started(key="stages")
    before = said(app, "funnel")
    edit(app, edited_rows={0: {"position": 3.5}, 6: {"outcome": "lost"}})
    press(app, "save_")
    assert app.success[0].value.startswith("Saved as upload no.")
    assert not app.error
    assert list(app.data_editor[0].value["stage"])[:3] == ["Qualification", "Meeting", "Inquiry"]
    assert said(app, "funnel") != before
    press(app, "undo_stages")
    assert list(app.data_editor[0].value["stage"])[:2] == ["Inquiry", "Qualification"]
    assert said(app, "funnel") == before


def test_a_rule_is_set_in_percent_and_kept_as_a_share(data: Path) -> None:
    store = demo_company(data / "company", "bg", ("deals",))
    app = started("bg")
    assert app.data_editor[0].value["setting"].iloc[0] == 10.0
    edit(app, edited_rows={0: {"setting": 5}})
    press(app, "save_")
    assert holding(store, "rules").rows[0]["setting"] == 0.05
    assert app.data_editor[0].value["setting"].iloc[0] == 5.0
    before = context(store)
    edit(app, edited_rows={0: {"setting": 50}})
    press(app, "save_")
    assert context(store).rule("practical_difference") == 0.5
    assert context(store).digest != before.digest, "no page shows what it has kept from before"


def test_faults_stand_beside_the_table_and_nothing_is_lost(data: Path) -> None:
    store = demo_company(data / "company", "ru", ("deals", "stages"))
    uploads = len(store.uploads())
    app = started("ru", "stages")
    edits = {"edited_rows": {1: {"stage": "Новое имя"}}, "added_rows": [{"stage": "Пилот"}]}
    edit(app, **edits)
    press(app, "save_")
    (told,) = [error.value for error in app.error]
    assert "«Квалификация» нельзя переименовать" in told
    assert "заполните «Порядок»" in told
    assert len(store.uploads()) == uploads
    assert app.session_state[str(app.data_editor[0].key)]["added_rows"] == [{"stage": "Пилот"}]
    edit(app, added_rows=[{"stage": "Пилот", "position": 4.5, "outcome": "open"}])
    press(app, "save_")
    assert not app.error
    assert [row["stage"] for row in holding(store, "stages").rows][4] == "Пилот"


def test_a_removed_row_is_gone_and_offered_again_while_the_data_name_it(data: Path) -> None:
    store = demo_company(data / "company", "en", ("deals",))
    app = started(key="channels")
    assert words.FROM_DATA.en in [one.value for one in app.markdown]
    first = str(app.data_editor[0].value["channel"].iloc[0])
    edit(app, deleted_rows=[0], edited_rows={1: {"is_inbound": "yes"}})
    press(app, "save_")
    rows = holding(store, "channels").rows
    assert first not in [row["channel"] for row in rows]
    assert [row["is_inbound"] for row in rows].count(True) == 1
    assert first in app.warning[0].value
    press(app, "add_unlisted")
    assert str(app.data_editor[0].value["channel"].iloc[-1]) == first
    press(app, "save_")
    assert first in [row["channel"] for row in holding(store, "channels").rows]
    assert not app.warning


def test_an_edit_stands_in_the_history_of_uploads_and_is_undone_there(data: Path) -> None:
    store = demo_company(data / "company", "en", ("deals",))
    press(started(key="channels"), "save_")
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params["lang"] = "en"
    app.run()
    app.switch_page("../../pages/upload.py").run()
    assert not app.exception
    assert any(
        "Dictionaries: Dictionary of channels, edited by hand" in one.value.replace("\\", "")
        for one in app.markdown
    )
    press(app, f"undo_{store.uploads()[-1].id}")
    assert not holding(store, "channels").own


def test_an_identical_save_stores_nothing(data: Path) -> None:
    store = demo_company(data / "company", "en", ("deals", "stages"))
    uploads = len(store.uploads())
    app = press(started(key="stages"), "save_")
    assert [one.value for one in app.success] == [words.UNCHANGED.en]
    assert len(store.uploads()) == uploads


def test_the_demo_is_read_only_until_it_is_copied(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A demo company of two deals: copying the whole one would only take longer.
    samples = data / "samples" / "bg"
    samples.mkdir(parents=True)
    (samples / "deals.csv").write_text("Номер на сделка;Етап;Клиент\n1;Оферта;Роза ООД\n2;Оферта;Бор АД\n", "utf-8")
    monkeypatch.setattr(demo, "SAMPLES", samples.parent)
    app = started("bg", "stages")
    assert words.DEMO.bg in [one.value for one in app.markdown]
    assert app.data_editor[0].proto.disabled
    assert not any(str(one.key).startswith("save_") for one in app.button)
    press(app, "copy_demo")
    assert not app.exception
    assert any(str(one.key).startswith("save_") for one in app.button)
    assert {one.who for one in Store(data / "company").uploads()} == {"demo"}


def test_without_any_data_rules_can_be_set_and_lists_begun(data: Path) -> None:
    session.leave_demo(Store(data / "company"), left=True)
    app = started(key="absences")
    assert words.NOTHING_FOUND.en in [one.value for one in app.markdown]
    pick(app, "rules")
    edit(app, edited_rows={0: {"setting": 7}})
    press(app, "save_")
    assert holding(Store(data / "company"), "rules").rows[0]["setting"] == 0.07


def test_names_from_files_are_shown_letter_by_letter(data: Path) -> None:
    store = Store(data / "company")
    bring(store, "deals", [{"deal_id": "1", "source": "**[x](javascript:1)**"}, {"deal_id": "2", "source": "Web"}])
    bring(store, "channels", [{"channel": "Web", "is_inbound": True}])
    app = started(key="channels")
    assert r"\*\*\[x\]" in app.warning[0].value


def test_nobody_but_the_director_sees_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo_company(data / "company", "ru", ("deals",))
    monkeypatch.setattr(session, "viewer", lambda: Viewer(Role.MANAGER, frozenset({"Иванова"})))
    app = started("ru")
    assert [one.value for one in app.info] == [words.DIRECTOR_ONLY.ru]
    assert not app.data_editor
