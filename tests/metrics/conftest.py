"""Departments that many tests measure, put on an engine once."""

from __future__ import annotations

import pytest

from sales_metrics.engine import Tables

from .department import Frames, department, staff


@pytest.fixture(scope="session")
def frames() -> Frames:
    return department(1) | staff()


@pytest.fixture(scope="session")
def tables(frames: Frames) -> Tables:
    return Tables.of_frames(frames)
