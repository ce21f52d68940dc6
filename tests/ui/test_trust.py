"""What keeps the app to itself and its numbers fresh, held where it is written."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREEN = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "sales_metrics" / "ui").glob("*.py")]
KEYS = {"str", "int", "Language", "date"}


def cached(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and any("cache_" in ast.unparse(one) for one in node.decorator_list):
            yield node


def test_the_configuration_listens_here_and_asks_nobody() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["disableDataExport"] is True
    assert config["runner"]["postScriptGC"] is False


def test_no_frame_is_ever_the_key_of_a_cache() -> None:
    """Streamlit hashes a large frame from a sample of its rows, and would answer with yesterday's total."""
    found = [function for path in SCREEN for function in cached(path)]
    assert len(found) >= 3, "the walk sees the caches"
    for function in found:
        for argument in (*function.args.args, *function.args.kwonlyargs):
            kind = ast.unparse(argument.annotation) if argument.annotation else ""
            assert argument.arg.startswith("_") or kind in KEYS, f"{function.name}({argument.arg}: {kind})"


@pytest.mark.parametrize("path", SCREEN, ids=lambda path: path.name)
def test_markup_of_strangers_is_never_let_through(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "unsafe_allow_html" not in text
    assert "http://" not in text
    assert "https://" not in text
