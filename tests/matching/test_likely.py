"""What a person is asked, and what nobody needs to be asked."""

from __future__ import annotations

import pytest
from rapidfuzz.distance import Jaro, JaroWinkler

from sales_metrics.matching import Answer, Decision, grouped, likely, read_decision, sure, waiting
from sales_metrics.matching.decisions import question_id

from .making import spelt


@pytest.mark.parametrize(
    ("one", "other", "jaro", "winkler"),
    [
        ("MARTHA", "MARHTA", 0.944, 0.961),
        ("DWAYNE", "DUANE", 0.822, 0.840),
        ("DIXON", "DICKSONX", 0.767, 0.813),
    ],
)
def test_the_measure_is_that_of_the_literature(one: str, other: str, jaro: float, winkler: float) -> None:
    assert Jaro.normalized_similarity(one, other) == pytest.approx(jaro, abs=0.0005)
    assert JaroWinkler.normalized_similarity(one, other) == pytest.approx(winkler, abs=0.0005)


def asked(*rows: dict[str, str]) -> list[tuple[str, ...]]:
    return [one.signs for one in likely(spelt(*rows))]


@pytest.mark.parametrize(
    ("one", "other", "signs"),
    [
        ({"client": "Ромашка"}, {"client": "Рамашка"}, ("letters",)),
        ({"client": "Строй Инвест"}, {"client": "Стройинвест"}, ("order",)),
        ({"client": "Завод Ветер"}, {"client": "Ветер Завод"}, ("order",)),
        ({"client": "Химпром"}, {"client": "Khimprom Ltd"}, ("sound",)),
        (
            {"client": "Магнит Плюс", "phone": "+7 (846) 222-33-44"},
            {"client": "Магнит", "phone": "8 846 2223344"},
            ("word", "phone"),
        ),
        (
            {"client": "Вектра", "city": "Самара"},
            {"client": "Вектор", "city": "г. Самара"},
            ("letters", "city"),
        ),
        ({"client": "Вектра"}, {"client": "Вектор"}, ()),
    ],
)
def test_near_names_are_asked_about_with_the_reason(
    one: dict[str, str], other: dict[str, str], signs: tuple[str, ...]
) -> None:
    assert asked(one, other) == ([signs] if signs else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"client": "Вектор"}, {"client": "Вектор Сервис Юг"}),
        ({"client": "Строй Инвест"}, {"client": "Строй Сервис"}),
        ({"client": "Школа 12"}, {"client": "Школа 13"}),
        ({"client": "Ромашка", "tax_id": "7707083893"}, {"client": "Рамашка", "tax_id": "0274051582"}),
        ({"client": "Вектор (Самара)"}, {"client": "Векторр (Казань)"}),
        ({"client": "ИП Ромашка"}, {"client": "АО Рамашка"}),
        ({"client": "Луч", "email": "luch@mail.ru"}, {"client": "Заря", "email": "zarya@mail.ru"}),
        (
            {"client": "Ромашка Тверь", "holding": "Цветы", "city": "Тверь"},
            {"client": "Ромашка Твери", "holding": "Цветы", "city": "Самара"},
        ),
    ],
)
def test_names_that_differ_in_a_word_or_a_number_are_not_asked_about(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert asked(one, other) == []


def test_one_question_for_two_clients_most_money_first_and_put_off_last() -> None:
    spellings = spelt(
        {"client": "Ромашка", "money": 5.0},
        {"client": "РОМАШКА", "money": 5.0},
        {"client": "Рамашка", "money": 7.0},
        {"client": "Горизонт", "money": 900.0},
        {"client": "Гаризонт", "money": 800.0},
    )
    groups, found = grouped(spellings, sure(spellings)), likely(spellings)
    pairs = [(one.first, one.second) for one in waiting(spellings, groups, found)]
    assert pairs == [("Гаризонт", "Горизонт"), ("РОМАШКА", "Рамашка")]
    later = Decision(Answer.LATER, "Горизонт", ("Гаризонт",))
    assert [one.put_off for one in waiting(spellings, groups, found, [later])] == [False, True]


def test_a_no_about_any_two_spellings_settles_the_question() -> None:
    spellings = spelt({"client": "Ромашка"}, {"client": "РОМАШКА"}, {"client": "Рамашка"})
    no = [Decision(Answer.NO, "Ромашка", ("Рамашка",))]
    assert waiting(spellings, grouped(spellings, sure(spellings), no), likely(spellings), no) == []
    yes = [Decision(Answer.YES, "Ромашка", ("Рамашка",))]
    groups = grouped(spellings, sure(spellings), yes)
    assert groups.clients == 1
    assert waiting(spellings, groups, likely(spellings), yes) == []


def test_a_decision_reads_back_and_nothing_else_does() -> None:
    one = Decision(Answer.NO, "Ромашка", ("Рамашка", "Луч"))
    assert read_decision(one.written()) == one
    for other in (None, {}, {"answer": "perhaps", "first": "a", "others": []}, 7):
        assert read_decision(other) is None
    assert question_id("a", ["b"]) == question_id("b", ["a"])
    assert question_id("a", ["b", "c"]) == question_id("a", ["c", "b"]) != question_id("b", ["a", "c"])
