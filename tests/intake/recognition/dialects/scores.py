"""The share of columns mapped rightly, wrongly, asked about and missed in the sample of every known system.

python -m tests.intake.recognition.dialects.scores
"""

from __future__ import annotations

import sys

from .test_dialects import NAMES, shares


def table() -> str:
    """Return the shares as a table, with the descriptions of the systems and without."""
    lines = ["| sample | right | wrong | asked | missed | without: right | wrong | asked | missed |"]
    lines.append("|---|" + "---:|" * 8)
    for name in NAMES:
        counts = [
            count
            for described in (True, False)
            for found in (shares(name, described=described),)
            for count in (found.right, found.wrong, found.asked, found.missed)
        ]
        lines.append(f"| {name} | " + " | ".join(map(str, counts)) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
