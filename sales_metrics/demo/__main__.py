"""Write the sample files afresh: `python -m sales_metrics.demo [folder]`."""

from __future__ import annotations

import sys
from pathlib import Path

from . import write

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("sample_data")
    for path in write(folder):
        sys.stdout.write(f"{path}\n")
