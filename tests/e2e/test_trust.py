"""What the server may never do: ask outside, or open a page past the frame."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from sales_metrics.model.text import LANGUAGES, Language
from sales_metrics.ui.shell import PAGES

from .conftest import App

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_outside(page: Page, app: App, name: str) -> None:
    outside: list[str] = []
    page.on(
        "request",
        lambda request: (
            outside.append(request.url)
            if not request.url.startswith((app.url, app.url.replace("http", "ws"), "data:", "blob:"))
            else None
        ),
    )
    page.goto(f"{app.url}/{'' if name == 'overview' else name}?lang=en")
    expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[name][0].en)
    page.wait_for_load_state("networkidle")
    assert not outside


def test_the_first_address_of_a_fresh_server_is_answered_by_the_frame(page: Page, app: App) -> None:
    page.goto(f"{app.url}/refusals?lang=bg")
    expect(page.get_by_role("heading", level=1)).to_have_text("Откази")
    expect(page.get_by_role("link", name="Преглед")).to_be_visible()
    page.get_by_text("Продажби", exact=True).first.click()
    expect(page.get_by_role("menuitem", name="Фуния")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_never_scrolls_sideways(page: Page, app: App, language: Language) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for name in PAGES:
        page.goto(f"{app.url}/{'' if name == 'overview' else name}?lang={language}")
        expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[name][0].in_(language))
        page.wait_for_timeout(1500)
        wide = page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= 390, f"{name} is {wide} px wide"


def test_nothing_on_screen_is_left_in_english(page: Page, app: App) -> None:
    page.goto(f"{app.url}/upload?lang=ru")
    expect(page.get_by_text("Выбрать файлы").or_(page.locator("input[type=file]")).first).to_be_attached()
    page.wait_for_timeout(1500)
    shown = page.locator("body").inner_text()
    for english in ("Upload", "Browse", "Drag and drop", "Limit", "per file"):
        assert english not in shown, english
