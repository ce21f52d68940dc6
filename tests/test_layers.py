"""Data flows one way: this table is the architecture, and every import is held against it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "text": {"model"},
    "statistics": set(),
    "intake": {"model", "text"},
    "store": {"model", "intake"},
    "engine": {"model", "store"},
    "access": {"model", "store", "engine"},
    "matching": {"model", "statistics"},
    "matched": {"model", "store", "engine", "matching"},
    "metrics": {"model", "statistics", "engine", "access"},
    "reports": {"model", "text", "statistics", "engine", "access", "metrics"},
    "charts": {"model", "text"},
    "exports": {"model", "text"},
    "dictionaries": {"model", "text", "intake", "store", "engine"},
    "demo": {"model", "text"},
}
"""Who may import whom. `ui`, `pages`, `app` and the command line stand at the end of the way and see everything."""

INTAKE_MAY_IMPORT: dict[str, set[str]] = {
    "types": set(),
    "files": set(),
    "cells": {"types"},
    "recognition": {"types", "cells"},
    "layout": {"types", "files", "cells", "recognition"},
    "rows": {"types", "files", "cells", "recognition", "layout"},
}
"""The same within `intake`, the largest part. Its other modules (`take`, `edited`, ...) put these together."""

HOME_OF: dict[str, set[str]] = {
    "streamlit": {"ui", "pages", "app"},
    "plotly": {"charts"},
    "ibis": {"engine", "access", "metrics"},
    "duckdb": {"engine", "store"},
    "sqlalchemy": {"store"},
    "fastexcel": {"intake"},
    "lxml": {"intake"},
    "msoffcrypto": {"intake"},
    "openpyxl": {"intake", "exports", "demo"},
    "xlsxwriter": {"exports", "demo"},
    "polars": {"intake"},
    "rapidfuzz": {"intake", "matching", "statistics"},
    "stdnum": {"intake", "matching"},
    "scipy": {"statistics", "intake"},
    "statsmodels": {"statistics"},
    "holidays": {"metrics", "engine", "demo"},
    "babel": {"text"},
    "icalendar": {"exports"},
    "pyspark": {"engine", "__main__", "commands"},
}
"""The only parts that may know an outside library, so that it can be replaced there."""

END_OF_THE_WAY = {"ui", "pages", "app", "__main__", "__init__", "commands", "frames", "settings"}


def part_of(file: Path) -> str:
    """Return the part of the product that a file belongs to: `metrics` for sales_metrics/metrics/rate.py."""
    inside = file.relative_to(ROOT).parts
    return Path(inside[1] if inside[0] == "sales_metrics" else inside[0]).stem


def imports(file: Path) -> Iterator[str]:
    """Yield every absolute module name that a file imports, at whatever depth of the code."""
    package = list(file.relative_to(ROOT).with_suffix("").parts)
    package = package[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *(node.module.split(".") if node.module else [])])
            yield stem
            yield from (
                f"{stem}.{alias.name}" for alias in node.names if stem in {"sales_metrics", "sales_metrics.intake"}
            )


FILES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "sales_metrics").rglob("*.py"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_data_flows_one_way(file: Path) -> None:
    part = part_of(file)
    if part in END_OF_THE_WAY:
        return
    assert part in MAY_IMPORT, f"{part} is not in the table: say whom it may import"
    for module in imports(file):
        steps = module.split(".")
        if steps[0] == "sales_metrics" and len(steps) > 1 and steps[1] != part:
            assert steps[1] in MAY_IMPORT[part], f"{part} may not import {steps[1]}"


INTAKE = ROOT / "sales_metrics" / "intake"


@pytest.mark.parametrize("file", sorted(INTAKE.rglob("*.py")), ids=lambda file: str(file.relative_to(INTAKE)))
def test_data_flows_one_way_within_the_intake(file: Path) -> None:
    inside = file.relative_to(INTAKE).parts
    part = Path(inside[0]).stem
    if part not in INTAKE_MAY_IMPORT:
        assert len(inside) == 1, f"{part} is not in the table: say whom it may import"
        return
    for module in imports(file):
        steps = module.split(".")
        if steps[:2] == ["sales_metrics", "intake"] and len(steps) > 2 and steps[2] != part:
            assert steps[2] in INTAKE_MAY_IMPORT[part], f"{part} may not import {steps[2]}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_outside_library_has_one_home(file: Path) -> None:
    part = part_of(file)
    for module in imports(file):
        homes = HOME_OF.get(module.split(".")[0])
        assert homes is None or part in homes, (
            f"{module} is known in {', '.join(sorted(homes or ()))}, not in {part}"
        )


@pytest.mark.parametrize("table", [MAY_IMPORT, INTAKE_MAY_IMPORT], ids=["parts", "intake"])
def test_the_table_has_no_circle(table: dict[str, set[str]]) -> None:
    done: set[str] = set()
    left = dict(table)
    while left:
        free = [part for part, others in left.items() if others <= done]
        assert free, f"these parts import one another in a circle: {sorted(left)}"
        for part in free:
            done.add(part)
            del left[part]


def test_the_walk_sees_relative_and_nested_imports() -> None:
    """The check above would pass on anything if it saw no imports at all."""
    seen = set(imports(ROOT / "sales_metrics" / "model" / "tables" / "deals.py"))
    assert "sales_metrics.model.text" in seen
    assert "sales_metrics.model.tables.declaration" in seen
    assert "sales_metrics.intake.files.sheet" in set(imports(INTAKE / "layout" / "groups" / "unfold.py"))
