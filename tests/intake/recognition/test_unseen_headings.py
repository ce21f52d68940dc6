"""The share of columns mapped rightly, wrongly and asked about in exports that the recogniser was not made for."""

from __future__ import annotations

from functools import reduce
from operator import add

import pytest

from sales_metrics.intake.recognition.abbreviations import written_out

from ..sheets import column, of_rows
from .known_exports import EXPORTS
from .scoring import Score, score, unseen


@pytest.mark.parametrize("name", ["unseen_headings.txt", "later_headings.txt", "third_headings.txt"])
def test_unseen_headings_are_mapped_rightly_for_the_most_part_and_never_wrongly(name: str) -> None:
    total: Score = reduce(add, map(score, unseen(name)))

    assert total.right / (total.right + total.asked + total.missed) >= 0.95, total.faults
    assert total.wrong == 0, total.faults


def test_no_column_of_a_known_system_is_mapped_wrongly_missed_or_asked_about() -> None:
    total: Score = reduce(add, map(score, EXPORTS))

    assert (total.wrong, total.asked, total.missed) == (0, 0, 0), total.faults
    assert total.right > 150


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("отв.", "ответственный"),
        ("сум. дог.", "сумма договор"),
        ("кл-т", "клиент"),
        ("рез-т", "результат"),
        ("ст-ст", "стойност"),
        ("e-mail", "e-mail"),
        ("qzx.", "qzx"),
    ],
)
def test_shortened_words_are_written_out_when_their_meaning_is_clear(short: str, whole: str) -> None:
    for said, meant in zip(written_out(short).split(), whole.split(), strict=True):
        assert said.startswith(meant[:4])


def test_a_vat_number_of_the_european_union_is_a_tax_id() -> None:
    result = of_rows(
        "Company | VAT Number | Account manager | Phone",
        "Acme Ltd | IE6388047V | Ann Lee | +353 1 234 5678",
        "Beta Ltd | IE9825613N | Ann Lee | +353 1 234 5679",
    )

    assert column(result, "tax_id") == ["IE6388047V", "IE9825613N"]
    assert result.rejected == 0
