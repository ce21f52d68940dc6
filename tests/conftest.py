"""What holds for all tests: those that share a costly engine run in one process."""

from __future__ import annotations

import pytest

TOGETHER = ("spark", "browser")


@pytest.hookimpl(tryfirst=True)  # the runner reads the groups in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of one engine on one worker, so that it is started once and not beside itself."""
    for item in items:
        for name in TOGETHER:
            if item.get_closest_marker(name):
                item.add_marker(pytest.mark.xdist_group(name))
