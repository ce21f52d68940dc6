"""The process in which files are parsed: `python -m sales_metrics.intake.files.child`, started by `reading` alone.

It takes its orders as one JSON on the standard input, binds itself to the limits in them, and says the number
of each file that is done on a line of its own, and on others, as "~0.25", how far the current one is. A file that
kills it takes nothing else along.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

try:
    import resource
except ImportError:  # pragma: no cover - Windows has no such limits; the time limit is kept by the parent
    resource = None  # type: ignore[assignment]


from .limits import Limits
from .parsing import parsed
from .progress import PARSING
from .transfer import hand_over

_OPEN_FILES = 128


class _NoPandas:
    """Keeps Arrow from importing pandas, as it does to recognise frames once it is given a list.

    There are no frames here, and the import takes longer than most files.
    """

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name)


def main() -> None:
    """Parse the files that the standard input names."""
    sys.meta_path.insert(0, _NoPandas())
    orders = json.load(sys.stdin)
    limits = Limits(**orders["limits"])
    _bind(limits)
    for number, path in orders["files"]:
        _bind_time(limits)
        PARSING.listen(_tell)
        hand_over(Path(orders["folder"]), number, *parsed(Path(path), limits))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def _tell(share: float) -> None:
    """Say how far the file is, as "~0.25"."""
    sys.stdout.write(f"~{share:.3f}\n")
    sys.stdout.flush()


def _bind(limits: Limits) -> None:
    if resource is None:
        return
    for name, bound in (
        ("RLIMIT_AS", limits.memory),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NOFILE", _OPEN_FILES),
        ("RLIMIT_FSIZE", limits.memory),
    ):
        _lower(name, bound)


def _bind_time(limits: Limits) -> None:
    """Give the next file its processor time, counted from now."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower("RLIMIT_CPU", int(used.ru_utime + used.ru_stime) + limits.seconds + 1)


def _lower(name: str, bound: int) -> None:
    kind = getattr(resource, name, None)
    if kind is None:
        return
    hard = resource.getrlimit(kind)[1]
    soft = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (ValueError, OSError):  # pragma: no cover - some systems know a limit but do not keep it
        return


if __name__ == "__main__":
    main()
