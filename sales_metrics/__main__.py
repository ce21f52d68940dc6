"""`python -m sales_metrics`: the same import and the same numbers as the pages, for scripts and schedules."""

from __future__ import annotations

import sys

from .commands.parser import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
