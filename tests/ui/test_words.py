"""Text from a file is shown letter by letter, and periods count from the data's own end."""

from __future__ import annotations

from datetime import date

import pytest

from sales_metrics.model.period import Period
from sales_metrics.ui.filters import preset
from sales_metrics.ui.panels import plain
from sales_metrics.ui.upload import account_line


@pytest.mark.parametrize(
    "hostile",
    [
        "![x](http://h/t.png)",
        "[x](javascript:alert(1))",
        "<b>x</b>",
        "$$x$$",
        ":red[x]",
        "*x*",
        "`x`",
        "# x",
        "a|b",
    ],
)
def test_a_name_is_text(hostile: str) -> None:
    shown = plain(hostile)
    for sign in "![]<>$*`#|:":
        assert shown.count(sign) == shown.count(f"\\{sign}"), (sign, shown)
    assert shown.replace("\\", "") == hostile


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("month", Period(date(2026, 11, 1), date(2026, 11, 30))),
        ("last_month", Period(date(2026, 10, 1), date(2026, 10, 31))),
        ("quarter", Period(date(2026, 10, 1), date(2026, 12, 31))),
        ("last_quarter", Period(date(2026, 7, 1), date(2026, 9, 30))),
        ("year", Period(date(2026, 1, 1), date(2026, 12, 31))),
        ("twelve_months", Period(date(2025, 11, 21), date(2026, 11, 20))),
        ("all", Period()),
        ("nonsense", Period()),
    ],
)
def test_presets_count_from_the_end_of_the_data(name: str, period: Period) -> None:
    assert preset(name, date(2026, 11, 20)) == period


def test_the_first_quarter_looks_back_over_the_turn_of_the_year() -> None:
    assert preset("last_quarter", date(2026, 2, 3)) == Period(date(2025, 10, 1), date(2025, 12, 31))
    assert preset("twelve_months", date(2028, 2, 29)) == Period(date(2027, 3, 1), date(2028, 2, 29))


def test_an_account_leaves_out_what_is_nought() -> None:
    rows = {"read": 1312, "new": 1300, "changed": 7, "identical": 5, "rejected": 0, "ignored": 0}
    assert account_line(rows, "en") == "Read **1,312** = **1,300** new + **7** changed + **5** identical"
