"""Where the company's data lies on this machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
"""The folder that holds the app, its pages and its sample data."""


def data_folder() -> Path:
    """Return the folder of all stores: `SALES_METRICS_DATA`, or the folder `data` beside the app."""
    return Path(os.environ.get("SALES_METRICS_DATA") or ROOT / "data")


def company_folder() -> Path:
    """Return the folder of the company's own store."""
    return data_folder() / "company"
