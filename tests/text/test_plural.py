from __future__ import annotations

import pytest

from sales_metrics.model.text import Language
from sales_metrics.text.plural import CLIENTS, CONTRACTS, DEALS, counted


@pytest.mark.parametrize(
    ("n", "lang", "said"),
    [
        (143, "ru", "143 сделки"),
        (21, "ru", "21 сделка"),
        (15, "ru", "15 сделок"),
        (11, "ru", "11 сделок"),
        (0, "ru", "0 сделок"),
        (1, "en", "1 deal"),
        (2, "en", "2 deals"),
        (0, "en", "0 deals"),
        (1, "bg", "1 сделка"),
        (2, "bg", "2 сделки"),
        (21, "bg", "21 сделки"),
        (1234, "ru", "1\u00a0234 сделки"),
    ],
)
def test_the_form_follows_the_number(n: int, lang: Language, said: str) -> None:
    assert counted(n, lang, DEALS) == said


def test_bulgarian_things_of_masculine_gender_have_a_form_for_counting() -> None:
    assert counted(5, "bg", CONTRACTS) == "5 договора"
    assert counted(1, "bg", CONTRACTS) == "1 договор"
    assert counted(5, "bg", CLIENTS) == "5 клиенти"


def test_a_fraction_takes_the_form_of_the_number_as_written() -> None:
    assert counted(1.5, "ru", DEALS, 1) == "1,5 сделки"
    assert counted(1.5, "en", DEALS, 1) == "1.5 deals"
    assert counted(0.96, "en", DEALS) == "1 deal"
