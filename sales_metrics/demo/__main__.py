"""Write the sample files afresh: `python -m sales_metrics.demo [folder]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import write

if __name__ == "__main__":
    about = "Write the files of the invented company afresh, in every language."
    parser = argparse.ArgumentParser(prog="python -m sales_metrics.demo", description=about)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("sample_data"), help="where to; sample_data")
    for path in write(parser.parse_args().folder):
        sys.stdout.write(f"{path}\n")
