"""Sales metrics from the spreadsheets of a B2B sales department.

In a notebook:

    import sales_metrics as sm
    tables = sm.read("export.xlsx")
    sm.metrics.win_rate(tables, by=["manager"])
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import metrics
    from .frames import Frames, read

__all__ = ["Frames", "metrics", "read"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: the process that parses a file must start without pandas and the engine.
    if name in ("read", "Frames"):
        return getattr(importlib.import_module(".frames", __name__), name)
    if name == "metrics":
        return importlib.import_module(".metrics", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
