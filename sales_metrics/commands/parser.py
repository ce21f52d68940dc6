"""The words of the command line, and what becomes of a mistake in them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from ..intake.files.limits import WrongLimitError
from ..model.text import LANGUAGES, language_from
from ..settings import company_folder
from ..store import StoreError
from ..text.store import store_sentence
from ..text.wording_files import wrong_limit_text
from .output import StoppedError, failure

UNUSABLE: Final = 2
CHAPTERS: Final = {
    "check": "files",
    "import": "files",
    "uploads": "uploads",
    "undo": "uploads",
    "read": "read",
    "clients": "clients",
    "history": "history",
    "erase": "erase",
    "backup": "backup",
    "restore": "backup",
    "verify": "backup",
    "catalogue": "numbers",
    "metric": "numbers",
    "demo": "demo",
    "rejects": "rejects",
    "template": "templates",
    "dictionary": "dictionary",
    "rules": "dictionary",
    "watch": "watch",
    "calendar": "client_calendar",
}
"""Which module holds which command: only that one is loaded, since engines and statistics take seconds."""


def parser(chapters: Iterable[str]) -> argparse.ArgumentParser:
    """Return the grammar of some chapters; `--json`, `--store` and `--language` may stand after every command."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON document instead of text")
    common.add_argument("--store", type=Path, default=company_folder(), metavar="PATH", help="folder of the data")
    common.add_argument("--language", choices=LANGUAGES, default=language_from(os.environ.get("LANG")))
    whole = argparse.ArgumentParser(prog="python -m sales_metrics", description="Sales metrics from spreadsheets")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for chapter in dict.fromkeys(chapters):
        import_module(f".{chapter}", __package__).declare(commands, common)
    return whole


def run(words: Sequence[str]) -> int:
    """Run one command and return its exit code; a reader is told what went wrong, never shown a traceback."""
    known = CHAPTERS.get(words[0]) if words else None
    given = parser([known] if known else CHAPTERS.values()).parse_args(words)
    try:
        code: int = given.run(given)
    except StoppedError as stopped:
        failure(stopped.sentence, as_json=given.json)
        return UNUSABLE
    except StoreError as problem:
        failure(store_sentence(problem.code, given.language), as_json=given.json)
        return UNUSABLE
    except WrongLimitError as wrong:
        failure(wrong_limit_text(wrong.name, wrong.given, given.language), as_json=given.json)
        return UNUSABLE
    except BrokenPipeError:
        # Whoever reads the output has heard enough, as `| head` does.
        sys.stderr.close()
        return 0
    return code
