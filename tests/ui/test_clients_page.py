"""The page of clients across files: questions, answers, undo; for the director alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sales_metrics.access import Role, Viewer
from sales_metrics.intake.take import take
from sales_metrics.matched import Answer, decisions_of
from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.store import Store
from sales_metrics.text import matching as words
from sales_metrics.ui import session

from ..commands.test_clients import DEALS

ROOT = Path(__file__).resolve().parents[2]
APP = str(ROOT / "sales_metrics" / "ui" / "main.py")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pages")]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SALES_METRICS_DATA", str(tmp_path))
    return tmp_path


def filled(data: Path, text: str = DEALS) -> Store:
    store = Store(data / "company")
    path = data / "deals.csv"
    path.write_text(text, encoding="utf-8")
    store.add(take(path, name="deals.csv"), who="", at=datetime.now(UTC))
    return store


def opened(language: Language = "ru") -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params["lang"] = language
    app.run()
    return app.switch_page("../../pages/clients.py").run()


def pressed(app: AppTest, beginning: str) -> AppTest:
    button = next(one for one in app.button if str(one.key).startswith(beginning))
    return button.click().run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_joins_and_counts_stand_in_every_language(data: Path, language: Language) -> None:
    filled(data)
    app = opened(language)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == words.CLIENTS_PAGE.in_(language)
    heads = [head.value for head in app.header]
    assert heads == [words.QUEUE.in_(language), words.JOINED.in_(language)]


def test_one_click_answers_and_another_takes_it_back(data: Path) -> None:
    store = filled(data)
    app = pressed(opened(), "yes_")
    assert [one.answer for one in decisions_of(store)] == [Answer.YES]
    assert words.DECIDED.in_("ru") in [head.value for head in app.header]
    assert not any(str(button.key).startswith("yes_") for button in app.button)
    app = pressed(app, "back_")
    assert decisions_of(store) == []
    assert any(str(button.key).startswith("yes_") for button in app.button)


def test_a_join_is_taken_apart(data: Path) -> None:
    store = filled(data)
    app = pressed(opened(), "apart_")
    assert not app.exception
    assert [one.answer for one in decisions_of(store)] == [Answer.NO]


def test_where_all_is_spelt_alike_the_page_says_so(data: Path) -> None:
    filled(data, "\n".join(DEALS.splitlines()[:2]) + "\n")
    app = opened("en")
    assert words.ALL_ALIKE.in_("en") in [head.value for head in app.subheader]
    assert not app.header


def test_a_hostile_name_is_shown_letter_by_letter(data: Path) -> None:
    filled(data, DEALS.replace("ООО «Ромашка»", "[Ромашка](javascript:1)").replace("Рамашка", "**Рамашка**"))
    app = opened()
    assert not app.exception
    assert any(r"\*\*Рамашка\*\*" in one.value for one in app.markdown)


def test_nobody_but_the_director_sees_it(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(data)
    monkeypatch.setattr(session, "viewer", lambda: Viewer(Role.MANAGER, frozenset({"Иванова"})))
    app = opened()
    assert [one.value for one in app.info] == [words.DIRECTOR_ONLY.in_("ru")]
    assert not any("Рамашка" in one.value for one in (*app.markdown, *app.caption))
