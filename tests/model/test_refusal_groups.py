"""What companies' words for a refusal mean."""

from __future__ import annotations

import pytest

from sales_metrics.demo.vocabulary import REASONS
from sales_metrics.model.refusal_groups import UNTOLD, group_of, refusal_groups
from sales_metrics.model.text import LANGUAGES

MEANINGS = {
    "price": "price",
    "rival": "competitor",
    "budget": "budget",
    "interest": "interest",
    "later": "timing",
    "delivery": "delivery",
    "specification": "specification",
    "silence": "silence",
}


def key_of(reason: str) -> str | None:
    found = group_of(reason)
    return found.key if found else None


@pytest.mark.parametrize(("code", "group"), MEANINGS.items())
def test_the_demo_company_is_understood_in_every_language(code: str, group: str) -> None:
    assert {key_of(words) for words in REASONS[code].all()} == {group}


@pytest.mark.parametrize(
    ("reason", "group"),
    [
        ("Исчерпанные бюджеты", "budget"),
        ("незаинтересованность в продукте", "interest"),
        ("Не видит смысла менять", "interest"),
        ("Не подошла цена", "price"),
        ("Выбрали другого поставщика", "competitor"),
        ("Chose another vendor", "competitor"),
        ("Lost to Competitor", "competitor"),
        ("No budget this year", "budget"),
        ("Избраха друг доставчик", "competitor"),
        ("Нямат нужда", "interest"),
        ("На кладбище", None),
    ],
)
def test_free_words_find_their_group(reason: str, group: str | None) -> None:
    assert key_of(reason) == group


@pytest.mark.parametrize(
    "reason",
    ["Прочее", "ДРУГОЕ", "Другое (см. комментарий)", "Иное", "other", "Closed: other", "Misc.", "Друго", "Разни"],
)
def test_other_is_recognised_where_it_stands_alone(reason: str) -> None:
    assert key_of(reason) == "other"


@pytest.mark.parametrize(
    "reason", ["Другие приоритеты", "other price expectations", "Другой поставщик", "цена/другое"]
)
def test_a_reason_that_says_more_is_not_other(reason: str) -> None:
    assert key_of(reason) not in UNTOLD


@pytest.mark.parametrize("reason", ["не указано", "Причина не указана", "N/A", "unknown", "Неизвестна", "-", "???"])
def test_not_stated_in_words_is_not_stated(reason: str) -> None:
    assert key_of(reason) == "unstated"


def test_every_group_has_advice_that_goes_on_after_a_colon() -> None:
    groups = refusal_groups()
    assert list(groups)[-2:] == list(UNTOLD)
    for group in groups.values():
        assert group.phrases
        for language in LANGUAGES:
            for text in (group.advice.in_(language), group.check.in_(language)):
                assert text[0].islower() or text[0] in "„«“", text
                assert text.endswith("."), text


def test_no_phrase_stands_in_two_groups() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for group in refusal_groups().values():
        for phrase in group.phrases:
            assert seen.setdefault(phrase, group.key) == group.key, phrase
