"""A real server and a real browser. Without Chromium these tests are skipped with the way to get it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class App:
    """The app on a port of its own, with a data folder of its own."""

    def __init__(self, data: Path) -> None:
        self.url = f"http://127.0.0.1:{free_port()}"
        self.data = data
        self.log = data.parent / "server.log"
        self._out = self.log.open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", self.url.rsplit(":", 1)[1]],
            cwd=ROOT,
            env=os.environ | {"SALES_METRICS_DATA": str(data)},
            stdout=self._out,
            stderr=subprocess.STDOUT,
        )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1):  # noqa: S310
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if self._process.poll() is not None:
                    break
                time.sleep(0.2)
        raise RuntimeError(f"the app did not start:\n{self.log.read_text(errors='replace')}")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)
        self._out.close()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    running = App(tmp_path_factory.mktemp("app") / "data")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium: on Debian and Ubuntu, apt-get install chromium")
    with sync_playwright() as playwright:
        expect.set_options(timeout=45_000)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, app: App) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", base_url=app.url)
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()
