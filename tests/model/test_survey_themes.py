"""Themes are told by beginnings of words, in three languages."""

from __future__ import annotations

import pytest

from sales_metrics.model.survey_themes import common_words, found_in, survey_themes
from sales_metrics.model.text import LANGUAGES


def test_every_theme_has_a_name_and_words() -> None:
    keys = [theme.key for theme in survey_themes()]
    assert len(set(keys)) == len(keys)
    for theme in survey_themes():
        assert theme.phrases
        assert all(theme.title.in_(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("answer", "themes"),
    [
        ("Опоздали с поставкой", {"delivery"}),
        ("the delivery was LATE", {"delivery"}),
        ("закъсняла доставка", {"delivery"}),
        ("высокая цена и мятая упаковка", {"price", "packaging"}),
        ("дълго чакахме документите", {"papers"}),
        ("чай был холодным", set()),
        ("", set()),
    ],
)
def test_an_answer_belongs_to_the_themes_whose_words_it_holds(answer: str, themes: set[str]) -> None:
    assert found_in(answer).keys() == themes


def test_what_told_a_theme_is_shown() -> None:
    assert found_in("the delivery was late")["delivery"] == ("deliver*", "late")


def test_common_words_gather_forms_of_one_word_and_count_an_answer_once() -> None:
    answers = {"чайник холодный": 2, "чайника не было": 1, "холодный зал": 2, "чай": 9}
    # "чайни..." is in three answers, "холод..." in four: the latter comes first and takes its two texts along.
    assert common_words(answers) == [("холодный", ("чайник холодный", "холодный зал"))]
    assert common_words({"один": 1}) == []
