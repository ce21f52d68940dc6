"""Every page runs on the demo company, in every language, and on nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.text import interface as words
from sales_metrics.ui.shell import PAGES

ROOT = Path(__file__).resolve().parents[2]
APP = str(ROOT / "sales_metrics" / "ui" / "main.py")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pages")]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


def opened(data: Path, language: Language, page: str = "overview") -> AppTest:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALES_METRICS_DATA", str(data))
        app = AppTest.from_file(APP, default_timeout=120)
        app.query_params["lang"] = language
        app.run()
        if page != "overview":
            app.switch_page(f"../../pages/{page}.py").run()
    return app


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_on_the_demo_company(data: Path, page: str, language: Language) -> None:
    app = opened(data, language, page)
    assert not app.exception
    assert not app.error, [error.value for error in app.error]
    assert app.title[0].value == PAGES[page][0].in_(language)


@pytest.mark.parametrize("page", ["overview", "funnel", "refusals", "surveys", "attention", "records"])
def test_without_any_data_a_page_invites_to_upload(tmp_path: Path, page: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALES_METRICS_DATA", str(tmp_path))
        app = AppTest.from_file(APP, default_timeout=120).run()
        next(button for button in app.button if button.key == "leave_demo").click().run()
        app.switch_page(f"../../pages/{page}.py").run()
    assert not app.exception
    assert words.NOTHING_YET.in_("en") in [heading.value for heading in app.subheader]
    assert not app.get("plotly_chart")


def test_a_filter_changes_the_numbers_and_the_address(data: Path) -> None:
    app = opened(data, "en", "funnel")
    managers = next(box for box in app.multiselect if box.label == "Manager")
    before = [chart.proto.spec for chart in app.get("plotly_chart")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALES_METRICS_DATA", str(data))
        managers.select(managers.options[0]).run()
    assert not app.exception
    assert app.query_params["manager"] == managers.options[0]
    assert managers.options[0].isascii(), "the English demo has English names"
    assert [chart.proto.spec for chart in app.get("plotly_chart")] != before


def test_a_link_opens_the_same_view(data: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALES_METRICS_DATA", str(data))
        app = AppTest.from_file(APP, default_timeout=120)
        app.query_params["lang"] = "bg"
        app.query_params["period"] = "last_quarter"
        app.run()
    assert app.selectbox[0].value == "last_quarter"
    assert app.title[0].value == "Преглед"


def test_a_page_file_by_itself_shows_nothing(data: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALES_METRICS_DATA", str(data))
        page = AppTest.from_file(str(ROOT / "pages" / "funnel.py"), default_timeout=60).run()
    assert [error.value for error in page.error] == [words.NO_ACCESS.in_("en")]
    assert not page.get("plotly_chart")
