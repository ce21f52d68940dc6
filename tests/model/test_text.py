"""A phrase without one of the languages must not import."""

from __future__ import annotations

import pytest

from sales_metrics.model.text import LANGUAGES, Text, language_from


def test_a_phrase_answers_in_each_language() -> None:
    phrase = Text(ru="Сделки", en="Deals", bg="Сделките")
    assert [phrase.in_(language) for language in LANGUAGES] == ["Сделки", "Deals", "Сделките"] == list(phrase.all())


def test_a_missing_language_is_a_type_error() -> None:
    with pytest.raises(TypeError):
        Text(ru="Сделки", en="Deals")  # type: ignore[call-arg]


def test_a_blank_language_is_refused() -> None:
    with pytest.raises(ValueError, match="bg text is blank"):
        Text(ru="Сделки", en="Deals", bg=" ")


@pytest.mark.parametrize(
    ("code", "language"),
    [("bg-BG", "bg"), ("ru_RU", "ru"), ("EN", "en"), ("de-DE", "en"), ("", "en"), (None, "en")],
)
def test_a_locale_names_a_language(code: str | None, language: str) -> None:
    assert language_from(code) == language
