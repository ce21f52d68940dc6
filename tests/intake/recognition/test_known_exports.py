from __future__ import annotations

from typing import Literal

import pytest

from sales_metrics.intake.take import take_workbook

from .known_exports import EXPORTS, Export


@pytest.mark.parametrize("source", ["text", "workbook"])
@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_export_is_mapped_without_a_wrong_column(export: Export, source: Literal["text", "workbook"]) -> None:
    (sheet,) = take_workbook(export.workbook(source=source), dialects=()).sheets

    allowed = {(ours.rstrip("?"), letter) for letter, ours in export.meant.items()}
    demanded = {ours for ours in export.meant.values() if not ours.endswith("?")}

    assert sheet.table == export.table
    assert set(sheet.letters.items()) <= allowed
    assert demanded <= set(sheet.letters)
    assert sheet.rejected == 0
