"""Tax numbers: right check digits, lost zeros, branches."""

from __future__ import annotations

import pytest

from sales_metrics.matching import TaxId, tax_id
from sales_metrics.matching.tax import repaired_among


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7707083893", "7707083893"),
        ("7707083893/773601001", "7707083893"),
        (" 77 0708 3893 ", "7707083893"),
        ("500100732259", "500100732259"),
        ("175074752", "175074752"),
        ("BG175074752", "175074752"),
        ("1750747520011", "175074752"),
        ("32855961", "32855961"),
        ("100582333", "100582333"),
        ("DE136695976", "DE136695976"),
    ],
)
def test_a_right_number_is_known(text: str, number: str) -> None:
    assert tax_id(text) == TaxId(number)


@pytest.mark.parametrize("text", ["7707083894", "175074751", "1750747510011", "0000000000", "n/a", "", None, "12"])
def test_a_wrong_number_or_a_filler_is_none(text: str | None) -> None:
    assert tax_id(text) is None


def test_a_lost_zero_is_put_back_and_said() -> None:
    assert tax_id("0274051582") == TaxId("0274051582")
    assert tax_id("274051582") == TaxId("0274051582", repaired=True)


def test_nine_digits_right_by_chance_give_way_to_a_number_spelt_out_elsewhere() -> None:
    eik = TaxId("175074752")
    assert repaired_among(eik, {"175074752"}) == eik
    assert repaired_among(eik, {"0175074752"}) == TaxId("0175074752", repaired=True)
